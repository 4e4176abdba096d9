#include "core/project/check.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString number(double value) { return toText(Value(value)); }

QString limit(const std::optional<double>& value) { return value ? number(*value) : QString(); }

QStringList keyOf(const Observation& o) { return {o.zone, o.indicator, o.period.toString(), o.source}; }

bool outside(const Rule& rule, double value) {
    return (rule.minimum && value < *rule.minimum) || (rule.maximum && value > *rule.maximum);
}

/// Half a unit of the last digit shown: 12.3 stands for anything from 12.25 to 12.35.
double rounding(double value) {
    const QString text = QString::number(std::abs(value), 'f', QLocale::FloatingPointShortest);
    const qsizetype point = text.indexOf(u'.');
    return point < 0 ? 0.5 : 0.5 * std::pow(10, -static_cast<double>(text.size() - point - 1));
}

void checkRange(const Plan& plan, const Rule& rule, QList<Finding>& findings) {
    for (const Observation& o : plan.observations) {
        if (o.indicator == rule.subject && o.value && outside(rule, o.value->number)) {
            findings << Finding{Finding::Kind::OutOfRange,
                                rule.key,
                                Table::Observations,
                                keyOf(o),
                                u"value"_s,
                                {number(o.value->number), limit(rule.minimum), limit(rule.maximum)}};
        }
    }
}

void checkRequired(const Plan& plan, const Rule& rule, QList<Finding>& findings) {
    QSet<QString> known;
    for (const Observation& o : plan.observations) {
        if (o.indicator == rule.subject && (o.adopted || !o.value)) {
            known << o.zone;
        }
    }
    for (const Zone& zone : plan.layoutZones()) {
        if (zone.kind == Zone::Kind::District && !known.contains(zone.code)) {
            findings << Finding{Finding::Kind::Missing,   rule.key, Table::Zones, {zone.code}, rule.subject,
                                {zone.code, rule.subject}};
        }
    }
}

void checkCount(const Plan& plan, const Rule& rule, QList<Finding>& findings) {
    const auto count = static_cast<double>(plan.zonesOf(rule.subject).size());
    if (outside(rule, count)) {
        findings << Finding{
            Finding::Kind::Count, rule.key, Table::Tiers,
            {rule.subject},       u"key"_s, {rule.subject, number(count), limit(rule.minimum), limit(rule.maximum)}};
    }
}

void checkCode(const Plan& plan, const Rule& rule, QList<Finding>& findings) {
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(rule.pattern));
    for (const Zone& zone : plan.zones) {
        if (toString(zone.kind) == rule.subject && !pattern.match(zone.code).hasMatch()) {
            findings << Finding{Finding::Kind::Code, rule.key,  Table::Zones,
                                {zone.code},         u"code"_s, {zone.code, rule.pattern}};
        }
    }
}

void checkSum(const Plan& plan, const SumRule& rule, QList<Finding>& findings) {
    QHash<QString, QHash<QString, const Observation*>> byPeriod;
    for (const Observation& o : plan.observations) {
        if (o.indicator == rule.indicator && o.adopted && o.value && o.value->bound == Quantity::Bound::Exact) {
            byPeriod[o.period.toString()].insert(o.zone, &o);
        }
    }
    QStringList periods = byPeriod.keys();
    periods.sort();
    for (const QString& period : periods) {
        const auto& values = byPeriod[period];
        const Observation* total = values.value(rule.total);
        double sum = 0;
        double tolerance = total ? rounding(total->value->number) : 0;
        bool whole = total != nullptr;
        for (const QString& member : rule.members) {
            const Observation* part = values.value(member);
            whole = whole && part != nullptr;
            sum += part ? part->value->number : 0;
            tolerance += part ? rounding(part->value->number) : 0;
        }
        // Counts are exact: rounding only explains what has decimals.
        const bool counts = whole && std::floor(total->value->number) == total->value->number && std::floor(sum) == sum;
        if (whole && std::abs(sum - total->value->number) > (counts ? 0.5 : tolerance)) {
            findings << Finding{Finding::Kind::Sum,
                                u"sum:"_s + rule.indicator,
                                Table::Observations,
                                keyOf(*total),
                                u"value"_s,
                                {rule.indicator, period, number(total->value->number), number(sum),
                                 number(sum - total->value->number)}};
        }
    }
}

} // namespace

QList<Finding> check(const Plan& plan) {
    QList<Finding> findings;
    for (const Rule& rule : plan.rules) {
        switch (rule.kind) {
        case Rule::Kind::Range:
            checkRange(plan, rule, findings);
            break;
        case Rule::Kind::Required:
            checkRequired(plan, rule, findings);
            break;
        case Rule::Kind::Count:
            checkCount(plan, rule, findings);
            break;
        case Rule::Kind::Code:
            checkCode(plan, rule, findings);
            break;
        }
    }
    for (const SumRule& rule : plan.sumRules) {
        checkSum(plan, rule, findings);
    }
    return findings;
}

std::optional<Problem> rangeBreach(const Plan& plan, const Observation& observation) {
    for (const Rule& rule : plan.rules) {
        if (rule.kind == Rule::Kind::Range && rule.subject == observation.indicator && observation.value &&
            outside(rule, observation.value->number)) {
            return Problem{.code = Problem::Code::OutOfRange,
                           .field = u"observations.value"_s,
                           .arguments = {number(observation.value->number), limit(rule.minimum), limit(rule.maximum)},
                           .record = keyOf(observation).join(u' ')};
        }
    }
    return std::nullopt;
}

} // namespace tiermap
