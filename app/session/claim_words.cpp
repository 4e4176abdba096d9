#include "app/session/claim_words.h"

#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString in(const char* text) { return QCoreApplication::translate("Claim", text); }

/// Codes by contribution, of one sign. Only zones of the tier speak for it: that another is low, as others are, says
/// little; that it is higher than the tier speaks against it.
QStringList byContribution(const Plan& plan, const ClaimEvidence& evidence, double sign) {
    if (!evidence.test)
        return {};
    const auto group = std::ranges::find(plan.tiers, evidence.claim.tier, &Tier::key) - plan.tiers.begin();
    QList<std::pair<double, QString>> zones;
    for (std::size_t i = 0; i < evidence.test->contributions.size(); ++i) {
        const auto& contribution = evidence.test->contributions[i];
        if (contribution && *contribution * sign > 0 && (sign < 0 || evidence.groups[i] == group))
            zones << std::pair(-std::abs(*contribution), evidence.zones[static_cast<qsizetype>(i)]);
    }
    std::ranges::stable_sort(zones, {}, &std::pair<double, QString>::first);
    QStringList codes;
    for (const auto& [size, zone] : std::as_const(zones))
        codes << zone;
    return codes;
}

QString tierName(const Plan& plan, const QString& key) {
    const Tier* tier = plan.tier(key);
    return tier ? tier->name.in(interfaceLanguage()) : key;
}

/// How many of the tier's zones have numbers, and how many others.
QString countWords(const Plan& plan, const ClaimEvidence& evidence) {
    const auto group =
        static_cast<int>(std::ranges::find(plan.tiers, evidence.claim.tier, &Tier::key) - plan.tiers.begin());
    const auto own = evidence.test->sizes.find(group);
    return in(QT_TRANSLATE_NOOP("Claim", "%1 zones have numbers, %2 of them of this tier."))
        .arg(evidence.test->zones)
        .arg(own == evidence.test->sizes.end() ? 0 : own->second);
}

/// Of a level, the terms that too few zones have numbers for.
QString leftOutWords(const Plan& plan, const ClaimEvidence& evidence) {
    QStringList names;
    for (const TermEvidence& term : evidence.terms) {
        if (!term.counts)
            names << plan.indicator(term.term.indicator)->name.in(interfaceLanguage());
    }
    return names.isEmpty() ? QString()
                           : in(QT_TRANSLATE_NOOP("Claim", "Left out, since fewer than half of the zones have numbers: "
                                                           "%1."))
                                 .arg(names.join(in(QT_TRANSLATE_NOOP("Claim", ", "))));
}

QString effectWords(const ClaimEvidence& evidence) {
    const GroupTest& test = *evidence.test;
    const QString statistic = shortNumber(std::abs(test.statistic));
    const bool below = test.statistic < 0;
    const QString effect = shortNumber(test.effect);
    switch (evidence.claim.statistic) {
    case Claim::Statistic::Level:
        return (below ? in(QT_TRANSLATE_NOOP("Claim", "Their mean rank (0 to 1) lies %1 below that of the others; "
                                                      "Cliff's delta is %2."))
                      : in(QT_TRANSLATE_NOOP("Claim", "Their mean rank (0 to 1) lies %1 above that of the others; "
                                                      "Cliff's delta is %2.")))
            .arg(statistic, effect);
    case Claim::Statistic::Specialisation:
        return (below ? in(QT_TRANSLATE_NOOP("Claim", "Their greatest location quotient lies %1 below that of the "
                                                      "others on average; Cliff's delta is %2."))
                      : in(QT_TRANSLATE_NOOP("Claim", "Their greatest location quotient lies %1 above that of the "
                                                      "others on average; Cliff's delta is %2.")))
            .arg(statistic, effect);
    case Claim::Statistic::Distinctness:
        return in(QT_TRANSLATE_NOOP("Claim", "Their mean Krugman distance from each other is %1 (0 to 2), %2 standard "
                                             "deviations from what is expected of any as many zones."))
            .arg(statistic, effect);
    case Claim::Statistic::Throughput:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Claim", "For its area %1 times as much passes through as through the district "
                                         "as a whole, which includes it."))
        .arg(statistic);
}

QString chanceWords(const GroupTest& test) {
    const QString assignments = test.assignments ? words(static_cast<double>(*test.assignments)) : QString(u"> 10¹⁵"_s);
    if (test.verdict == Verdict::NotTestable)
        return in(QT_TRANSLATE_NOOP("Claim", "Of %1 ways to assign the zones not even the best has a p below %2: "
                                             "nothing can be shown with so few."))
            .arg(assignments, shortNumber(test.leastP));
    return in(QT_TRANSLATE_NOOP("Claim", "Of all %1 ways to assign the zones %2% are as high or higher (p = %3; the "
                                         "least possible is %4)."))
        .arg(assignments, shortNumber(100 * test.p), shortNumber(test.p), shortNumber(test.leastP));
}

} // namespace

QString shortNumber(double number) {
    if (number == 0)
        return u"0"_s;
    const int digits = std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(number)))), 0, 6);
    QString text = QString::number(number, 'f', digits);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
        text.chop(1);
    return text.replace(u'-', u'−');
}

QString words(Verdict verdict) {
    switch (verdict) {
    case Verdict::Consistent:
        return in(QT_TRANSLATE_NOOP("Claim", "consistent"));
    case Verdict::NotShown:
        return in(QT_TRANSLATE_NOOP("Claim", "not shown"));
    case Verdict::Contradicted:
        return in(QT_TRANSLATE_NOOP("Claim", "contradicted"));
    case Verdict::NotTestable:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Claim", "not testable"));
}

QString words(ClaimTerm::Measure measure) {
    switch (measure) {
    case ClaimTerm::Measure::Value:
        return in(QT_TRANSLATE_NOOP("Claim", "value"));
    case ClaimTerm::Measure::PerArea:
        return in(QT_TRANSLATE_NOOP("Claim", "for each km²"));
    case ClaimTerm::Measure::Growth:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Claim", "growth a year"));
}

QStringList zonesFor(const Plan& plan, const ClaimEvidence& evidence) { return byContribution(plan, evidence, 1); }

QStringList zonesAgainst(const Plan& plan, const ClaimEvidence& evidence) { return byContribution(plan, evidence, -1); }

QString zoneNames(const Plan& plan, const QStringList& codes) {
    QStringList names;
    for (const QString& code : codes) {
        const Zone* zone = plan.zone(code);
        names << (zone ? zone->name.in(interfaceLanguage()) : code);
    }
    return names.join(in(QT_TRANSLATE_NOOP("Claim", ", ")));
}

QString comparisonSentence(const Problem& problem) {
    if (problem.field == "indicators"_L1)
        return in(QT_TRANSLATE_NOOP("Claim", "No indicator that says which way is better is known for half of the "
                                             "districts: name some."));
    if (problem.field == "cap"_L1 && problem.code == Problem::Code::OutOfRange)
        return in(QT_TRANSLATE_NOOP("Claim", "So few indicators differ between zones that none can weigh less than %1: "
                                             "the cap must be %1 at least."))
            .arg(problem.arguments.value(1));
    return sentence(problem);
}

QString consistencyWords(const JudgedWeights& judged) {
    if (!judged.consistencyRatio)
        return in(QT_TRANSLATE_NOOP("Claim", "For more than 10 indicators no consistency ratio is given."));
    const QString ratio = shortNumber(*judged.consistencyRatio);
    return judged.inconsistent()
               ? in(QT_TRANSLATE_NOOP("Claim",
                                      "The judgements contradict each other: their consistency ratio is %1, and "
                                      "should be below 0.1."))
                     .arg(ratio)
               : in(QT_TRANSLATE_NOOP("Claim", "Consistency ratio: %1 (below 0.1: the judgements agree well enough)."))
                     .arg(ratio);
}

QString weightWords(const Plan& plan, const Comparison& comparison) {
    QStringList parts;
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i)
        parts << in(QT_TRANSLATE_NOOP("Claim", "%1 %2%"))
                     .arg(plan.indicator(comparison.matrix.columns[i].indicator)->name.in(interfaceLanguage()),
                          shortNumber(100 * comparison.weights[static_cast<std::size_t>(i)]));
    return in(QT_TRANSLATE_NOOP("Claim", "Weights: %1.")).arg(parts.join(in(QT_TRANSLATE_NOOP("Claim", ", "))));
}

QString tieWords(const Plan& plan, const Comparison& comparison, const NearTie& tie) {
    const auto zone = [&](int place) { return zoneNames(plan, {comparison.matrix.zones[place]}); };
    const QString indicator =
        plan.indicator(comparison.matrix.columns[tie.tie.indicator].indicator)->name.in(interfaceLanguage());
    const QString words =
        tie.tie.change > 0
            ? in(QT_TRANSLATE_NOOP("Claim", "%1 leads %2 unless the weight of %3 exceeds %4 (weighted sum)."))
            : in(QT_TRANSLATE_NOOP("Claim", "%1 leads %2 unless the weight of %3 falls below %4 (weighted sum)."));
    return words.arg(zone(tie.ahead), zone(tie.behind), indicator, shortNumber(tie.tie.weight));
}

QString sentence(const Plan& plan, const ClaimEvidence& evidence) {
    QStringList parts{in(QT_TRANSLATE_NOOP("Claim", "%1: %2 – %3."))
                          .arg(tierName(plan, evidence.claim.tier), evidence.claim.name.in(interfaceLanguage()),
                               evidence.test ? words(evidence.test->verdict) : words(Verdict::NotTestable))};
    if (!evidence.test) {
        parts << sentence(evidence.test.error());
        return parts.join(u' ');
    }
    const GroupTest& test = *evidence.test;
    if (evidence.claim.statistic == Claim::Statistic::Throughput) {
        parts << (test.zones == 0 ? in(QT_TRANSLATE_NOOP("Claim", "There is no number that both the zone and the "
                                                                  "district around it have for one period."))
                                  : effectWords(evidence));
        if (test.zones > 0)
            parts << in(QT_TRANSLATE_NOOP("Claim", "There is no p: no other zone could stand in its place."));
    } else if (test.choices == 0) {
        parts << (test.zones == 0 ? in(QT_TRANSLATE_NOOP("Claim", "No zone has the numbers."))
                                  : countWords(plan, evidence))
              << in(QT_TRANSLATE_NOOP("Claim", "That is too little to compare anything."));
    } else {
        parts << countWords(plan, evidence) << effectWords(evidence) << chanceWords(test);
    }
    if (const QString leftOut = leftOutWords(plan, evidence); !leftOut.isEmpty())
        parts << leftOut;
    if (evidence.illustrative)
        parts << in(QT_TRANSLATE_NOOP("Claim", "Illustrative numbers are among them: this says nothing of the real "
                                               "zones."));
    const QString joined = parts.join(u' ');
    return interfaceLanguage() == Language::Chinese ? QString(joined).replace(u"。 "_s, u"。"_s) : joined;
}

} // namespace tiermap
