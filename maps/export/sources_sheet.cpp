#include "core/analysis/zone_figures.h"
#include "maps/export/calculation_sheet.h"
#include "maps/style/period_text.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class SourcesSheet : CalculationSheet {
public:
    explicit SourcesSheet(const Calculation& calculation)
        : CalculationSheet(calculation)
        , m_sources(calculation.pages.sources) {}

    void write() {
        writeHead(m_sources, words::sourcesTitle, in(words::sourcesNote));
        int column = 0;
        for (const SheetWord& word : {words::code, words::zone, words::indicator, words::value, words::unit,
                                      words::period, words::status, words::source, words::address, words::remark}) {
            m_sources.text(sourcesHeading, column++, word, Look::Heading);
        }
        int row = sourcesHeading + 1;
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            const MatrixColumn& from = columnAt(indicator);
            for (const ZoneFigure& figure : zoneFigures(m_plan, from.indicator, from.period)) {
                writeSource(row++, indicator, figure);
            }
        }
        m_sources.setUp(sourcesHeading + 1, 0, {10, 20, 28, 14, 12, 14, 12, 50, 40, 40});
    }

private:
    void writeSource(int row, int indicator, const ZoneFigure& figure) {
        m_sources.text(row, 0, figure.zone);
        m_sources.text(row, 1, m_plan.zone(figure.zone)->name.in(m_language));
        m_sources.text(row, 2, nameOf(indicator));
        m_sources.text(row, 4, indicatorAt(indicator).unit.in(m_language));
        m_sources.text(row, 5, periodText(columnAt(indicator).period, m_language));
        if (figure.observation < 0) {
            m_sources.text(row, 3, words::noData);
            return;
        }
        const Observation& observation = m_plan.observations[figure.observation];
        if (figure.known == ZoneFigure::Known::Exact) {
            m_sources.number(row, 3, figure.number, lookOfValue(figure.observation));
        } else {
            m_sources.text(row, 3, observation.value ? observation.value->toString() : in(words::noData));
        }
        m_sources.text(row, 6, statusWord(observation.status));
        m_sources.text(row, 7, observation.source);
        m_sources.text(row, 8, observation.address);
        m_sources.text(row, 9,
                       figure.known == ZoneFigure::Known::Bound   ? in(words::onlyBound)
                       : figure.known == ZoneFigure::Known::Exact ? observation.note
                                                                  : observation.missingReason);
    }

    static const SheetWord& statusWord(Observation::Status status) {
        switch (status) {
        case Observation::Status::Estimate:
            return words::estimate;
        case Observation::Status::Illustrative:
            return words::illustrative;
        case Observation::Status::Published:
            break;
        }
        return words::published;
    }

    Page& m_sources;
};

} // namespace

void writeSourcesSheet(const Calculation& calculation) { SourcesSheet(calculation).write(); }

} // namespace tiermap
