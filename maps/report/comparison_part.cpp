#include "maps/report/dossier_work.h"
#include "maps/style/number_text.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the comparison says of the zone at a place of its matrix.
DossierTable resultTable(const DossierWork& work, const Comparison& comparison, std::size_t at) {
    using namespace report_words;
    DossierTable table{{{work.in(item), 120}, {work.in(value), 60, true}}, {}};
    const QString mark = comparison.matrix.illustrative ? u"*"_s : QString();
    const CompositeScore& zone = comparison.scores[at];
    table.rows += {work.in(score), intervalText(work, numberText(zone.worst, 3), numberText(zone.best, 3)) + mark};
    table.rows += {work.in(rankInterval).arg(comparison.matrix.zones.size()),
                   intervalText(work, zone.bestRank, zone.worstRank) + mark};
    if (at < comparison.grid.zones.size()) {
        const RankRange& range = comparison.grid.zones[at];
        table.rows += {work.in(methodInterval), intervalText(work, range.best, range.worst) + mark};
    }
    if (comparison.robustness && at < comparison.robustness->zones.size()) {
        const ZoneRanks& ranks = comparison.robustness->zones[at];
        table.rows +=
            {work.in(samplingInterval),
             work.in(withMedian).arg(intervalText(work, ranks.lowRank, ranks.highRank)).arg(ranks.medianRank) + mark};
    }
    return table;
}

/// What went into it.
DossierTable comparedTable(DossierWork& work, const Comparison& comparison, std::size_t at) {
    using namespace report_words;
    DossierTable table{{{work.in(indicator), 78},
                        {work.in(period), 26},
                        {work.in(value), 24, true},
                        {work.in(unit), 36},
                        {work.in(weight), 16, true}},
                       {}};
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i) {
        const MatrixColumn& column = comparison.matrix.columns[i];
        const qsizetype observation = at < column.observations.size() ? column.observations[at] : -1;
        const double weighs = comparison.weights[static_cast<std::size_t>(i)];
        table.rows += {indicatorName(work, column.indicator), periodWords(column.period, work.language),
                       observation < 0 ? work.in(missing) : valueText(work, work.plan.observations[observation]),
                       unitOf(work, column.indicator), numberText(100 * weighs, 1) + u" %"_s};
    }
    return table;
}

} // namespace

DossierPart comparisonPart(DossierWork& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::comparison)};
    const std::optional<Comparison>& comparison = work.material.comparison;
    const qsizetype place = comparison ? comparison->matrix.zones.indexOf(work.zone.code) : -1;
    if (!work.isDistrict() || (comparison && place < 0)) {
        part.items += DossierText{work.in(notCompared)};
        return part;
    }
    if (!comparison) {
        const QString& why = work.material.whyNoComparison;
        part.items += DossierText{work.in(noComparison).arg(why.isEmpty() ? work.in(missing) : why)};
        return part;
    }
    const auto at = static_cast<std::size_t>(place);
    work.illustrative = work.illustrative || comparison->matrix.illustrative;
    part.items += resultTable(work, *comparison, at);
    part.items += comparedTable(work, *comparison, at);
    QString said = work.in(comparisonNote);
    if (comparison->robustness) {
        const ComparisonSettings& settings = comparison->settings;
        const QString sampled =
            work.in(samplingNote).arg(numberText(settings.samples, 0), QString::number(settings.seed));
        said += work.language == Language::Chinese ? sampled : u' ' + sampled;
    }
    part.items += note(said);
    return part;
}

} // namespace tiermap
