#include "maps/export/calculation_sheet.h"
#include "maps/style/period_text.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class ValuesSheet : CalculationSheet {
public:
    explicit ValuesSheet(const Calculation& calculation)
        : CalculationSheet(calculation) {}

    void write() {
        writeHead(m_values, words::valuesTitle, in(words::valuesNote));
        for (const auto& [row, word] :
             {std::pair(nameRow, words::indicator), std::pair(unitRow, words::unit),
              std::pair(periodRow, words::period), std::pair(directionRow, words::direction)}) {
            m_values.text(row, labelColumn, word, Look::Heading);
        }
        writeIndicatorNames(m_values, nameRow, firstIndicator);
        writeZoneNames(m_values, firstZone);
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            writeColumn(firstIndicator + indicator, indicator);
        }
        setUp(m_values, firstZone, m_indicators);
    }

private:
    void writeColumn(int to, int indicator) {
        const MatrixColumn& column = columnAt(indicator);
        m_values.text(unitRow, to, indicatorAt(indicator).unit.in(m_language), Look::Heading);
        m_values.text(periodRow, to, periodText(column.period, m_language), Look::Heading);
        m_values.text(directionRow, to,
                      column.meaning.better == Better::More ? words::moreIsBetter : words::lessIsBetter, Look::Heading);
        m_values.choice(directionRow, to, {in(words::moreIsBetter), in(words::lessIsBetter)});
        for (int zone = 0; zone < m_zones; ++zone) {
            m_values.number(firstZone + zone, to, m_comparison.matrix.values.at(zone, indicator),
                            lookOfValue(column.observations[static_cast<std::size_t>(zone)]));
        }
    }
};

} // namespace

void writeValuesSheet(const Calculation& calculation) { ValuesSheet(calculation).write(); }

} // namespace tiermap
