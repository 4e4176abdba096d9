#include "app/compare/compare_words.h"

#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double usualCap = 0.3;

QString in(const char* text) { return QCoreApplication::translate("Comparison", text); }

QString nameAt(const Plan& plan, const Comparison& comparison, int zone) {
    return nameOfZone(plan, comparison.matrix.zones[zone]);
}

QString indicatorAt(const Plan& plan, const Comparison& comparison, int indicator) {
    return nameOfIndicator(plan, comparison.matrix.columns[indicator].indicator);
}

bool contains(const std::vector<int>& list, int number) { return std::ranges::find(list, number) != list.end(); }

/// One zone, or the wish to spread the zones, has made a weight of entropy that decides everything.
bool dominates(const Comparison& comparison, int indicator) {
    const auto at = static_cast<std::size_t>(indicator);
    return comparison.entropy.indicators[at].oneZoneTakesAll || comparison.entropy.weights[at] > 0.5;
}

QString dominance(const Plan& plan, const Comparison& comparison, int indicator) {
    const auto at = static_cast<std::size_t>(indicator);
    const IndicatorEntropy& entropy = comparison.entropy.indicators[at];
    const QString weight = percent(comparison.entropy.weights[at]);
    if (entropy.oneZoneTakesAll && entropy.largestZone >= 0)
        return in(QT_TRANSLATE_NOOP("Comparison", "%1 has an entropy weight of %2 because of one zone: only %3 stands "
                                                  "above the least value."))
            .arg(indicatorAt(plan, comparison, indicator), weight, nameAt(plan, comparison, entropy.largestZone));
    return in(QT_TRANSLATE_NOOP("Comparison", "%1 has an entropy weight of %2: more than all other indicators "
                                              "together."))
        .arg(indicatorAt(plan, comparison, indicator), weight);
}

void warnOfEntropy(const Plan& plan, const Comparison& comparison, QList<ComparisonWarning>& warnings) {
    const Weighting& weighting = comparison.settings.weighting;
    if (weighting.kind != Weighting::Kind::Entropy)
        return;
    const auto carrying = std::ranges::count_if(comparison.entropy.weights, [](double w) { return w > 0; });
    for (int i = 0; i < comparison.matrix.columns.size(); ++i) {
        if (!dominates(comparison, i))
            continue;
        ComparisonWarning warning{.text = dominance(plan, comparison, i)};
        // A cap that even all indicators at it could not reach the sum of 1 with is none.
        const double cap = std::max(usualCap, std::ceil(100.0 / static_cast<double>(carrying)) / 100);
        if (!weighting.cap && comparison.entropy.weights[static_cast<std::size_t>(i)] > cap)
            warning.cap = cap;
        warnings << warning;
    }
}

void warnOfIndicators(const Plan& plan, const Comparison& comparison, QList<ComparisonWarning>& warnings) {
    QStringList constant;
    QStringList undirected;
    for (int i = 0; i < comparison.matrix.columns.size(); ++i) {
        const QString name = indicatorAt(plan, comparison, i);
        if (contains(comparison.scaled.constant, i) || contains(comparison.scaled.empty, i))
            constant << name;
        const Indicator* indicator = plan.indicator(comparison.matrix.columns[i].indicator);
        if (indicator != nullptr && indicator->direction == Indicator::Direction::None)
            undirected << name;
    }
    const QString comma = in(QT_TRANSLATE_NOOP("Comparison", ", "));
    if (!constant.isEmpty())
        warnings << ComparisonWarning{.text = in(QT_TRANSLATE_NOOP("Comparison", "Tells no zone from another, since "
                                                                                 "all known values are equal: %1."))
                                                  .arg(constant.join(comma))};
    if (!undirected.isEmpty())
        warnings << ComparisonWarning{.text = in(QT_TRANSLATE_NOOP("Comparison", "The plan does not say which way is "
                                                                                 "better, so more counts as better: "
                                                                                 "%1."))
                                                  .arg(undirected.join(comma))};
}

void warnOfPeriods(const Comparison& comparison, QList<ComparisonWarning>& warnings) {
    QStringList periods;
    for (const MatrixColumn& column : comparison.matrix.columns)
        periods << words(column.period);
    periods.removeDuplicates();
    if (periods.size() > 1)
        warnings << ComparisonWarning{.text = in(QT_TRANSLATE_NOOP("Comparison", "The indicators are of different "
                                                                                 "periods: %1."))
                                                  .arg(periods.join(in(", ")))};
}

/// "余杭区 before 萧山区", of pairs that stood the other way round.
QString turned(const Plan& plan, const Comparison& comparison, const LeftOut& left) {
    constexpr std::size_t most = 40; // nobody reads on
    QStringList pairs;
    for (const ZonePair& pair : left.reversed | std::views::take(most))
        pairs << in(QT_TRANSLATE_NOOP("Comparison", "%1 before %2"))
                     .arg(nameAt(plan, comparison, pair.below), nameAt(plan, comparison, pair.above));
    if (left.reversed.size() > most)
        pairs << in(QT_TRANSLATE_NOOP("Comparison", "%1 more pairs")).arg(left.reversed.size() - most);
    return pairs.join(in(QT_TRANSLATE_NOOP("Comparison", "; ")));
}

} // namespace

QString words(Claim::Statistic statistic) {
    switch (statistic) {
    case Claim::Statistic::Level:
        return in(QT_TRANSLATE_NOOP("Comparison", "level"));
    case Claim::Statistic::Specialisation:
        return in(QT_TRANSLATE_NOOP("Comparison", "specialisation"));
    case Claim::Statistic::Throughput:
        return in(QT_TRANSLATE_NOOP("Comparison", "throughput"));
    case Claim::Statistic::Distinctness:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Comparison", "distinctness"));
}

QString words(Aggregation aggregation) {
    switch (aggregation) {
    case Aggregation::WeightedSum:
        return in(QT_TRANSLATE_NOOP("Comparison", "weighted sum"));
    case Aggregation::WeightedProduct:
        return in(QT_TRANSLATE_NOOP("Comparison", "weighted product"));
    case Aggregation::Topsis:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Comparison", "TOPSIS"));
}

QString words(Weighting::Kind kind) {
    switch (kind) {
    case Weighting::Kind::Equal:
        return in(QT_TRANSLATE_NOOP("Comparison", "equal"));
    case Weighting::Kind::Entropy:
        return in(QT_TRANSLATE_NOOP("Comparison", "entropy"));
    case Weighting::Kind::Critic:
        return in(QT_TRANSLATE_NOOP("Comparison", "CRITIC"));
    case Weighting::Kind::Given:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Comparison", "by hand"));
}

QString symbol(Verdict verdict) {
    switch (verdict) {
    case Verdict::Consistent:
        return u"▲"_s;
    case Verdict::NotShown:
        return u"○"_s;
    case Verdict::Contradicted:
        return u"▼"_s;
    case Verdict::NotTestable:
        break;
    }
    return u"–"_s;
}

QString nameOfZone(const Plan& plan, const QString& code) {
    const Zone* zone = plan.zone(code);
    return zone != nullptr ? zone->name.in(interfaceLanguage()) : code;
}

QString nameOfTier(const Plan& plan, const QString& key) {
    const Tier* tier = plan.tier(key);
    return tier != nullptr ? tier->name.in(interfaceLanguage()) : key;
}

QString nameOfIndicator(const Plan& plan, const QString& key) {
    const Indicator* indicator = plan.indicator(key);
    return indicator != nullptr ? indicator->name.in(interfaceLanguage()) : key;
}

QString percent(double share) { return shortNumber(100 * share) + u'%'; }

QString range(int low, int high) {
    return low == high ? QString::number(low) : QString::number(low) + u'–' + QString::number(high);
}

QString titleOf(const Plan& plan, const MatrixColumn& column) {
    const Indicator* indicator = plan.indicator(column.indicator);
    QStringList details;
    if (indicator != nullptr && !indicator->unit.in(interfaceLanguage()).isEmpty())
        details << indicator->unit.in(interfaceLanguage());
    details << words(column.period);
    return nameOfIndicator(plan, column.indicator) + u'\n' + details.join(u" · "_s);
}

QList<ComparisonWarning> warningsOf(const Plan& plan, const Comparison& comparison) {
    QList<ComparisonWarning> warnings;
    if (comparison.matrix.illustrative)
        warnings << ComparisonWarning{.text = in(QT_TRANSLATE_NOOP("Comparison", "* Illustrative numbers are among the "
                                                                                 "values: this says nothing of the "
                                                                                 "real zones."))};
    warnOfEntropy(plan, comparison, warnings);
    warnOfIndicators(plan, comparison, warnings);
    warnOfPeriods(comparison, warnings);
    return warnings;
}

QString noteOnWeight(const Plan& plan, const Comparison& comparison, int indicator) {
    if (contains(comparison.scaled.empty, indicator))
        return in(QT_TRANSLATE_NOOP("Comparison", "no data"));
    if (contains(comparison.scaled.constant, indicator))
        return in(QT_TRANSLATE_NOOP("Comparison", "equal in all zones that have it"));
    return dominates(comparison, indicator) ? dominance(plan, comparison, indicator) : QString();
}

QString sentence(const Plan& plan, const Comparison& comparison, const NearTie& tie) {
    const QString ahead = nameAt(plan, comparison, tie.ahead);
    const QString behind = nameAt(plan, comparison, tie.behind);
    const QString indicator = indicatorAt(plan, comparison, tie.tie.indicator);
    const QString now = percent(comparison.weights[static_cast<std::size_t>(tie.tie.indicator)]);
    if (tie.tie.change == 0)
        return in(QT_TRANSLATE_NOOP("Comparison", "%1 and %2 are level; the weight of %3 is %4."))
            .arg(ahead, behind, indicator, now);
    const QString text =
        tie.tie.change > 0
            ? in(QT_TRANSLATE_NOOP("Comparison", "%1 leads %2 unless the weight of %3 exceeds %4 (now %5)."))
            : in(QT_TRANSLATE_NOOP("Comparison", "%1 leads %2 unless the weight of %3 falls below %4 (now %5)."));
    return text.arg(ahead, behind, indicator, percent(tie.tie.weight), now);
}

QString withoutZone(const Plan& plan, const Comparison& comparison, const LeftOut& left) {
    return in(QT_TRANSLATE_NOOP("Comparison", "Without the zone %1: %2."))
        .arg(nameAt(plan, comparison, left.index), turned(plan, comparison, left));
}

QString withoutIndicator(const Plan& plan, const Comparison& comparison, const LeftOut& left) {
    return in(QT_TRANSLATE_NOOP("Comparison", "Without the indicator %1: %2."))
        .arg(indicatorAt(plan, comparison, left.index), turned(plan, comparison, left));
}

} // namespace tiermap
