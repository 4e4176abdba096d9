#include "maps/export/calculation_sheet.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class ScaledSheet : CalculationSheet {
public:
    explicit ScaledSheet(const Calculation& calculation)
        : CalculationSheet(calculation) {}

    void write() {
        writeHead(m_scaled, words::scaledTitle, in(words::scaledNote));
        for (const auto& [row, word] : {std::pair(nameRow, words::indicator), std::pair(leastRow, words::least),
                                        std::pair(mostRow, words::most), std::pair(directionRow, words::direction)}) {
            m_scaled.text(row, labelColumn, word, Look::Heading);
        }
        int block = 0;
        for (const SheetWord& word : {words::scaledValues, words::missingAs0, words::missingAs1}) {
            m_scaled.text(blockRow, blockColumn(block), word, Look::Section);
            writeIndicatorNames(m_scaled, nameRow, blockColumn(block++));
        }
        writeZoneNames(m_scaled, firstZone);
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            writeExtent(indicator);
            for (int zone = 0; zone < m_zones; ++zone) {
                writeScaledValue(zone, indicator);
            }
        }
        setUp(m_scaled, firstZone, 3 * m_indicators + 2);
    }

private:
    void writeExtent(int indicator) {
        const int column = firstIndicator + indicator;
        std::vector<double> present = m_comparison.matrix.values.indicator(indicator);
        std::erase_if(present, [](double value) { return std::isnan(value); });
        const QString range = m_values.at(down(firstZone, column, m_zones));
        const QString extreme = u"IF(COUNT(%1)=0,\"\",%2(%1))"_s;
        m_scaled.formula(leastRow, column, extreme.arg(range, u"MIN"_s),
                         present.empty() ? IndicatorMatrix::missing : std::ranges::min(present), Look::Number);
        m_scaled.formula(mostRow, column, extreme.arg(range, u"MAX"_s),
                         present.empty() ? IndicatorMatrix::missing : std::ranges::max(present), Look::Number);
        m_scaled.textFormula(
            directionRow, column, m_values.at(cell(directionRow, column, Fixed::Row)),
            in(columnAt(indicator).meaning.better == Better::More ? words::moreIsBetter : words::lessIsBetter),
            Look::Number);
    }

    void writeScaledValue(int zone, int indicator) {
        const int row = firstZone + zone;
        const int column = firstIndicator + indicator;
        const QString share = u"(%1-%2)/(%3-%2)"_s.arg(
            m_values.at(cell(row, column)), cell(leastRow, column, Fixed::Row), cell(mostRow, column, Fixed::Row));
        const QString scaled = u"IF(%1=\"\",\"\",IF(%2=%3,0.5,IF(%4=\"%5\",1-%6,%6)))"_s.arg(
            m_values.at(cell(row, column)), cell(leastRow, column, Fixed::Row), cell(mostRow, column, Fixed::Row),
            cell(directionRow, column, Fixed::Row), in(words::lessIsBetter), share);
        const double result = m_comparison.unit.at(zone, indicator);
        m_scaled.formula(row, column, scaled, result);
        for (const int filled : {0, 1}) {
            m_scaled.formula(row, blockColumn(1 + filled) + indicator,
                             u"IF(%1=\"\",%2,%1)"_s.arg(cell(row, column)).arg(filled),
                             std::isnan(result) ? filled : result);
        }
    }
};

} // namespace

void writeScaledSheet(const Calculation& calculation) { ScaledSheet(calculation).write(); }

} // namespace tiermap
