#include "app/compare/role_fit_chart.h"

#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/compare/parallel_chart.h"
#include "app/session/claim_words.h"
#include "app/session/words.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

void addVerdicts(Chart& chart, const Plan& plan, const QList<ClaimEvidence>& claims) {
    for (const ClaimEvidence& evidence : claims) {
        const auto tier = std::ranges::find(plan.tiers, evidence.claim.tier, &Tier::key) - plan.tiers.begin();
        if (tier >= chart.tiers.size())
            continue;
        const Verdict verdict = evidence.verdict();
        chart.tiers[tier].verdict = chartWords(QT_TRANSLATE_NOOP("Chart", "%1: claim %2"))
                                        .arg(chart.tiers[tier].name, symbol(verdict) + u' ' + words(verdict));
    }
}

/// Of the zones that have any number: by tier, then by rank.
std::vector<std::tuple<int, double, int>> order(const ChartZones& zones, const Plan& plan,
                                                const Comparison& comparison) {
    std::vector<std::tuple<int, double, int>> result;
    for (int zone = 0; zone < comparison.matrix.zones.size(); ++zone) {
        if (!zoneNumbers(plan, comparison, zone).none())
            result.emplace_back(zones.mark(comparison.matrix.zones[zone]).tier,
                                comparison.robustness->zones[static_cast<std::size_t>(zone)].expectedRank, zone);
    }
    std::ranges::sort(result);
    return result;
}

QStringList headings() {
    return {chartWords(QT_TRANSLATE_NOOP("Chart", "Zone")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "Tier")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "rank, 5%")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "rank, median")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "rank, 95%")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "expected rank")),
            chartWords(QT_TRANSLATE_NOOP("Chart", "numbers missing"))};
}

} // namespace

Chart roleFitChart(const Plan& plan, const Comparison& comparison, const QList<ClaimEvidence>& claims) {
    const ChartZones zones(plan);
    Chart chart = zones.chart(Chart::Form::Rows, QT_TRANSLATE_NOOP("Chart", "Role fit"));
    if (!comparison.robustness)
        return withoutMarks(
            chart, chartWords(QT_TRANSLATE_NOOP("Chart", "No weights were drawn at random for this comparison.")));
    chart.table << headings();
    QSet<QString> shown;
    bool incomplete = false;
    for (const auto& [tier, expected, zone] : order(zones, plan, comparison)) {
        const ZoneRanks& ranks = comparison.robustness->zones[static_cast<std::size_t>(zone)];
        const ZoneNumbers numbers = zoneNumbers(plan, comparison, zone);
        ChartMark mark = zones.mark(comparison.matrix.zones[zone]);
        mark.points = {QPointF(ranks.medianRank, 0)};
        mark.span = {ranks.lowRank, ranks.highRank};
        mark.complete = numbers.complete;
        incomplete = incomplete || !mark.complete;
        const QString words = chartWords(QT_TRANSLATE_NOOP("Chart", "rank %1, median %2"))
                                  .arg(range(ranks.lowRank, ranks.highRank))
                                  .arg(ranks.medianRank);
        mark.details = {
            words, chartWords(QT_TRANSLATE_NOOP("Chart", "expected rank %1")).arg(shortNumber(ranks.expectedRank))};
        mark.details += numbers.details;
        const auto missing = comparison.matrix.columns.size() - numbers.words.size();
        chart.table << QStringList{mark.name,
                                   zones.tierName(mark),
                                   QString::number(ranks.lowRank),
                                   QString::number(ranks.medianRank),
                                   QString::number(ranks.highRank),
                                   tableNumber(ranks.expectedRank),
                                   QString::number(missing)};
        shown += mark.zone;
        zones.add(chart, mark, {words});
    }
    for (const QString& zone : comparison.matrix.zones)
        if (!shown.contains(zone))
            zones.addWithoutData(chart, zone, 5);
    finish(chart, plan);
    if (chart.marks.isEmpty())
        return withoutMarks(chart, chartWords(QT_TRANSLATE_NOOP("Chart", "No zone has a number.")));
    addVerdicts(chart, plan, claims);
    setInRows(chart);
    const QString title =
        chartWords(QT_TRANSLATE_NOOP("Chart", "Rank by weighted sum: median, and 5% to 95% of %1 random weightings"))
            .arg(words(static_cast<double>(comparison.settings.samples)));
    chart.x = {.title = title + u'\n' +
                        chartWords(QT_TRANSLATE_NOOP("Chart", "Ranks depend on the indicators; tiers are roles.")),
               .from = 0.5,
               .to = static_cast<double>(comparison.matrix.zones.size()) + 0.5,
               .whole = true};
    if (incomplete)
        chart.hollow = chartWords(QT_TRANSLATE_NOOP("Chart", "hollow: some numbers are missing"));
    noteIllustrative(chart, comparison.matrix.illustrative);
    return chart;
}

} // namespace tiermap
