#include "app/command/claim_json.h"

#include "app/session/claim_words.h"
#include "core/plan/names.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonObject termJson(const Plan& plan, const ClaimEvidence& evidence, const TermEvidence& term) {
    QJsonArray numbers;
    for (std::size_t i = 0; i < term.numbers.size(); ++i) {
        if (std::isnan(term.numbers[i]))
            continue;
        QJsonArray sources;
        for (const qsizetype row : term.observations[i]) {
            const Observation& o = plan.observations[row];
            sources << QJsonObject{{u"zone"_s, o.zone},
                                   {u"period"_s, o.period.toString()},
                                   {u"value"_s, o.value->number},
                                   {u"status"_s, nameOf(o.status)},
                                   {u"source"_s, o.source}};
        }
        numbers << QJsonObject{
            {u"zone"_s, evidence.zones[static_cast<qsizetype>(i)]},
            {evidence.claim.statistic == Claim::Statistic::Throughput ? u"quotient"_s : u"number"_s, term.numbers[i]},
            {u"observations"_s, sources}};
    }
    return {{u"indicator"_s, term.term.indicator},
            {u"measure"_s, nameOf(term.term.measure)},
            {u"weight"_s, term.term.weight},
            {u"period"_s, term.period ? QJsonValue(term.period->toString()) : QJsonValue()},
            {u"from"_s, term.from ? QJsonValue(term.from->toString()) : QJsonValue()},
            {u"counts"_s, term.counts},
            {u"numbers"_s, numbers}};
}

} // namespace

QJsonValue numberOrNull(double number) { return std::isfinite(number) ? QJsonValue(number) : QJsonValue(); }

QString nameOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Consistent:
        return u"consistent"_s;
    case Verdict::NotShown:
        return u"not_shown"_s;
    case Verdict::Contradicted:
        return u"contradicted"_s;
    case Verdict::NotTestable:
        break;
    }
    return u"not_testable"_s;
}

QJsonObject claimJson(const Plan& plan, const ClaimEvidence& evidence) {
    QJsonObject object{{u"tier"_s, evidence.claim.tier},       {u"statistic_name"_s, nameOf(evidence.claim.statistic)},
                       {u"name_zh"_s, evidence.claim.name.zh}, {u"name_en"_s, evidence.claim.name.en},
                       {u"words"_s, sentence(plan, evidence)}, {u"illustrative"_s, evidence.illustrative}};
    if (!evidence.test) {
        object.insert(u"verdict"_s, nameOf(Verdict::NotTestable));
        object.insert(u"p"_s, QJsonValue());
        return object;
    }
    const GroupTest& test = *evidence.test;
    QJsonObject sizes;
    for (const auto& [group, size] : test.sizes)
        sizes.insert(plan.tiers[group].key, size);
    const bool counted = evidence.hasP();
    object.insert(u"n"_s, test.zones);
    object.insert(u"sizes"_s, sizes);
    object.insert(u"assignments"_s,
                  counted && test.assignments ? QJsonValue(static_cast<double>(*test.assignments)) : QJsonValue());
    object.insert(u"statistic"_s, test.zones > 0 ? QJsonValue(test.statistic) : QJsonValue());
    object.insert(u"effect"_s, test.zones > 0 ? QJsonValue(test.effect) : QJsonValue());
    object.insert(u"p"_s, counted ? QJsonValue(test.p) : QJsonValue());
    object.insert(u"p_opposite"_s, counted ? QJsonValue(test.pOpposite) : QJsonValue());
    object.insert(u"least_p"_s, counted ? QJsonValue(test.leastP) : QJsonValue());
    object.insert(u"verdict"_s, nameOf(test.verdict));
    object.insert(u"for"_s, QJsonArray::fromStringList(zonesFor(plan, evidence)));
    object.insert(u"against"_s, QJsonArray::fromStringList(zonesAgainst(plan, evidence)));
    QJsonArray scores;
    for (std::size_t i = 0; i < evidence.scores.size(); ++i)
        scores << QJsonObject{{u"zone"_s, evidence.zones[static_cast<qsizetype>(i)]},
                              {u"score"_s, numberOrNull(evidence.scores[i])}};
    object.insert(u"scores"_s, scores);
    QJsonArray terms;
    for (const TermEvidence& term : evidence.terms)
        terms << termJson(plan, evidence, term);
    object.insert(u"terms"_s, terms);
    return object;
}

QJsonArray claimsJson(const Plan& plan, const QList<ClaimEvidence>& evidence) {
    QJsonArray array;
    for (const ClaimEvidence& each : evidence)
        array << claimJson(plan, each);
    return array;
}

} // namespace tiermap
