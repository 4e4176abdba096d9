#include "maps/export/calculation_sheet.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

SheetWord scalingWord(Scaling scaling) { return scaling == Scaling::Rank ? words::byRank : words::byMinMax; }

SheetWord aggregationWord(Aggregation aggregation) {
    return aggregation == Aggregation::WeightedSum       ? words::weightedSum
           : aggregation == Aggregation::WeightedProduct ? words::weightedProduct
                                                         : words::topsisMethod;
}

class MethodsSheet : CalculationSheet {
public:
    explicit MethodsSheet(const Calculation& calculation)
        : CalculationSheet(calculation)
        , m_methods(calculation.pages.methods) {}

    /// A column for each way, a row for each zone; before them what they come to.
    void write() {
        const MethodGrid& grid = m_comparison.grid;
        writeHead(m_methods, words::methodsTitle, in(words::methodsNote));
        writeZoneNames(m_methods, firstZone);
        m_methods.text(directionRow, codeColumn, words::code, Look::Heading);
        m_methods.text(directionRow, labelColumn, words::zone, Look::Heading);
        int column = firstIndicator;
        for (const SheetWord& word : {words::bestRank, words::medianRank, words::worstRank}) {
            m_methods.text(directionRow, column++, word, Look::Heading);
        }
        for (int zone = 0; zone < m_zones; ++zone) {
            const RankRange& range = grid.zones[static_cast<std::size_t>(zone)];
            m_methods.number(firstZone + zone, firstIndicator, range.best, Look::Whole);
            m_methods.number(firstZone + zone, firstIndicator + 1, range.median.value_or(IndicatorMatrix::missing),
                             Look::Number);
            m_methods.number(firstZone + zone, firstIndicator + 2, range.worst, Look::Whole);
        }
        ++column; // an empty one
        for (const MethodScores& method : grid.methods) {
            writeMethod(column++, method);
        }
        setUp(m_methods, firstZone, column - firstIndicator);
    }

private:
    /// The rank; where values are missing, from which to which it could be.
    void writeMethod(int column, const MethodScores& method) {
        m_methods.text(nameRow, column, scalingWord(method.scaling), Look::Heading);
        m_methods.text(unitRow, column, weightingWord(method.weighting), Look::Heading);
        m_methods.text(periodRow, column, aggregationWord(method.aggregation), Look::Heading);
        m_methods.text(directionRow, column, words::rank, Look::Heading);
        for (int zone = 0; zone < m_zones; ++zone) {
            const CompositeScore& score = method.zones[static_cast<std::size_t>(zone)];
            if (score.rank()) {
                m_methods.number(firstZone + zone, column, *score.rank(), Look::Whole);
            } else {
                m_methods.text(firstZone + zone, column, u"%1–%2"_s.arg(score.bestRank).arg(score.worstRank),
                               Look::Number);
            }
        }
    }

    /// In the order in which compareZones() tries them.
    static SheetWord weightingWord(int weighting) {
        return weighting == 0 ? words::equal : weighting == 1 ? words::entropy : words::critic;
    }

    Page& m_methods;
};

} // namespace

void writeMethodsSheet(const Calculation& calculation) { MethodsSheet(calculation).write(); }

} // namespace tiermap
