#include "maps/export/calculation_sheet.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Scores of one zone, in the order of their columns: first what is known of all zones, then what only of complete ones.
struct Results {
    static constexpr int always = 4;

    double worst = 0;
    double best = 0;
    double bestRank = 1;
    double worstRank = 1;
    double sum = 0;
    double product = 0;
    double toIdeal = 0;
    double toAntiIdeal = 0;
    double closeness = 0;

    std::array<double, 9> inOrder() const {
        return {worst, best, bestRank, worstRank, sum, product, toIdeal, toAntiIdeal, closeness};
    }
};

constexpr std::array resultWords{words::worst,     words::best,        words::bestRank,
                                 words::worstRank, words::weightedSum, words::weightedProduct,
                                 words::toIdeal,   words::toAntiIdeal, words::topsis};
constexpr int resultCount = static_cast<int>(resultWords.size());

Look lookOf(int result) { return result == 2 || result == 3 ? Look::Whole : Look::Ratio; }

class ScoresSheet : CalculationSheet {
public:
    explicit ScoresSheet(const Calculation& calculation)
        : CalculationSheet(calculation)
        , m_scores(calculation.pages.scores) {}

    Result<void> write() {
        const auto sums = compositeScores(m_comparison.unit, m_comparison.weights, Aggregation::WeightedSum);
        const auto products = compositeScores(m_comparison.unit, m_comparison.weights, Aggregation::WeightedProduct);
        if (!sums || !products) {
            return std::unexpected(sums ? products.error() : sums.error());
        }
        writeScoreHeadings();
        writeZoneNames(m_scores, firstZone);
        for (int zone = 0; zone < m_zones; ++zone) {
            const auto at = static_cast<std::size_t>(zone);
            writeZoneScores(zone, resultsOf(at, (*sums)[at], (*products)[at]));
            writeDifference(zone);
        }
        m_scores.text(differenceRow, 0, words::greatestDifference, Look::Section);
        m_scores.textFormula(differenceRow, firstResult, u"MAX(%1)"_s.arg(down(firstZone, differenceColumn(), m_zones)),
                             in(words::recalculate), Look::Tiny);
        setUp(m_scores, firstZone, differenceColumn() - 1);
        return {};
    }

private:
    QString weights() const { return m_weights.at(wholeRow(usedRow)); }
    /// Scaled values of a zone, of a block on their sheet.
    QString zoneRow(int zone, int block) const {
        return m_scaled.at(along(firstZone + zone, blockColumn(block), m_indicators, Fixed::Column));
    }

    QString sumFormula(const QString& z) const { return u"SUMPRODUCT(%1,%2)"_s.arg(weights(), z); }
    /// prod(z^w) by logarithms, as spreadsheet programs have no 0^0.
    QString productFormula(const QString& z) const {
        return u"IF(SUMPRODUCT((%1>0)*(%2=0))>0,0,EXP(SUMPRODUCT(%1,LN(%2+(%2=0)))))"_s.arg(weights(), z);
    }
    QString toIdealFormula(const QString& z) const { return u"SQRT(SUMPRODUCT((%1*(1-%2))^2))"_s.arg(weights(), z); }
    QString toAntiIdealFormula(const QString& z) const { return u"SQRT(SUMPRODUCT((%1*%2)^2))"_s.arg(weights(), z); }

    QString scoreFormula(const QString& z) const {
        switch (m_comparison.settings.aggregation) {
        case Aggregation::WeightedSum:
            return sumFormula(z);
        case Aggregation::WeightedProduct:
            return productFormula(z);
        case Aggregation::Topsis:
            break;
        }
        return u"%1/(%2+%1)"_s.arg(toAntiIdealFormula(z), toIdealFormula(z));
    }

    QStringList formulasOf(int zone) const {
        const int row = firstZone + zone;
        const QString worst = cell(row, firstResult, Fixed::Column);
        const QString best = cell(row, firstResult + 1, Fixed::Column);
        const QString allWorst = down(firstZone, firstResult, m_zones, Fixed::Both);
        const QString allBest = down(firstZone, firstResult + 1, m_zones, Fixed::Both);
        const QString low = zoneRow(zone, 1);
        const QString complete = u"IF(%1=0,%2,\"\")"_s.arg(cell(row, missingColumn, Fixed::Column));
        const QString toIdeal = cell(row, firstResult + 6);
        const QString toAntiIdeal = cell(row, firstResult + 7);
        return {scoreFormula(low),
                scoreFormula(zoneRow(zone, 2)),
                u"1+SUMPRODUCT(1*(%1>%2+1E-12))"_s.arg(allWorst, best),
                u"1+SUMPRODUCT(1*(%1>%2+1E-12))-IF(%3>%2+1E-12,1,0)"_s.arg(allBest, worst, best), // not itself
                complete.arg(sumFormula(low)),
                complete.arg(productFormula(low)),
                complete.arg(toIdealFormula(low)),
                complete.arg(toAntiIdealFormula(low)),
                complete.arg(u"%1/(%2+%1)"_s.arg(toAntiIdeal, toIdeal))};
    }

    QString obstacleFormula(int zone, int indicator) const {
        const int row = firstZone + zone;
        return u"IF(%1=0,IF(%2=0,0,%3*(1-%4)/%2),\"\")"_s.arg(
            cell(row, missingColumn, Fixed::Column), cell(row, shortfallColumn, Fixed::Column),
            m_weights.at(cell(usedRow, firstIndicator + indicator, Fixed::Both)),
            m_scaled.at(cell(row, blockColumn(1) + indicator)));
    }

    int resultColumns() const { return resultCount + m_indicators; }
    int programColumn() const { return firstResult + resultColumns() + 1; }
    int differenceColumn() const { return programColumn() + resultColumns() + 1; }

    void writeScoreHeadings() {
        const Aggregation aggregation = m_comparison.settings.aggregation;
        writeHead(m_scores, words::scoresTitle,
                  in(words::scoresNote)
                      .arg(in(aggregation == Aggregation::WeightedSum       ? words::weightedSum
                              : aggregation == Aggregation::WeightedProduct ? words::weightedProduct
                                                                            : words::topsis)));
        m_scores.text(blockRow, firstResult, words::byFormula, Look::Section);
        m_scores.text(blockRow, programColumn(), words::byProgram, Look::Section);
        m_scores.text(directionRow, codeColumn, words::code, Look::Heading);
        m_scores.text(directionRow, labelColumn, words::zone, Look::Heading);
        m_scores.text(directionRow, missingColumn, words::missing, Look::Heading);
        m_scores.text(directionRow, shortfallColumn, words::shortfall, Look::Heading);
        m_scores.text(directionRow, differenceColumn(), words::difference, Look::Heading);
        for (const int first : {firstResult, programColumn()}) {
            for (int result = 0; result < resultCount; ++result) {
                m_scores.text(directionRow, first + result, resultWords.at(static_cast<std::size_t>(result)),
                              Look::Heading);
            }
            for (int indicator = 0; indicator < m_indicators; ++indicator) {
                m_scores.text(directionRow, first + resultCount + indicator, in(words::obstacle).arg(nameOf(indicator)),
                              Look::Heading);
            }
        }
    }

    /// Of zones that are not complete only the bounds and ranks.
    Results resultsOf(std::size_t zone, const CompositeScore& sum, const CompositeScore& product) const {
        const CompositeScore& score = m_comparison.scores[zone];
        const std::optional<TopsisDistances>& topsis = m_comparison.topsis[zone];
        constexpr double none = IndicatorMatrix::missing;
        return {.worst = score.worst,
                .best = score.best,
                .bestRank = static_cast<double>(score.bestRank),
                .worstRank = static_cast<double>(score.worstRank),
                .sum = sum.score().value_or(none),
                .product = product.score().value_or(none),
                .toIdeal = topsis ? topsis->toIdeal : none,
                .toAntiIdeal = topsis ? topsis->toAntiIdeal : none,
                .closeness = topsis ? topsis->closeness : none};
    }

    void writeZoneScores(int zone, const Results& results) {
        const int row = firstZone + zone;
        writeShortfall(zone);
        const QStringList formulas = formulasOf(zone);
        const auto numbers = results.inOrder();
        for (int result = 0; result < resultCount; ++result) {
            const double number = numbers.at(static_cast<std::size_t>(result));
            m_scores.formula(row, firstResult + result, formulas[result], number, lookOf(result));
            m_scores.number(row, programColumn() + result, number, lookOf(result));
        }
        const std::optional<TopsisDistances>& topsis = m_comparison.topsis[static_cast<std::size_t>(zone)];
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            const int column = resultCount + indicator;
            const double obstacle =
                topsis ? topsis->obstacles[static_cast<std::size_t>(indicator)] : IndicatorMatrix::missing;
            m_scores.formula(row, firstResult + column, obstacleFormula(zone, indicator), obstacle);
            m_scores.number(row, programColumn() + column, obstacle, Look::Ratio);
        }
    }

    void writeShortfall(int zone) {
        const int row = firstZone + zone;
        int missing = 0;
        double shortfall = 0;
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            const double weight = m_comparison.weights[static_cast<std::size_t>(indicator)];
            const double value = m_comparison.unit.at(zone, indicator);
            missing += std::isnan(value) && weight > 0 ? 1 : 0;
            shortfall += std::isnan(value) ? 0 : weight * (1 - value); // that counts only where none is missing
        }
        m_scores.formula(row, missingColumn, u"SUMPRODUCT((%1=\"\")*(%2>0))"_s.arg(zoneRow(zone, 0), weights()),
                         missing, Look::Whole);
        m_scores.formula(row, shortfallColumn,
                         u"IF(%1=0,SUMPRODUCT(%2*(1-%3)),\"\")"_s.arg(cell(row, missingColumn, Fixed::Column),
                                                                      weights(), zoneRow(zone, 1)),
                         missing == 0 ? shortfall : IndicatorMatrix::missing);
    }

    /// Says nothing until somebody else has worked it out: a 0 that the program wrote would be no check of it.
    void writeDifference(int zone) {
        const int row = firstZone + zone;
        const auto greatest = [&](int columns) {
            return u"SUMPRODUCT(MAX(ABS(%1-%2)))"_s.arg(along(row, firstResult, columns, Fixed::Column),
                                                        along(row, programColumn(), columns, Fixed::Column));
        };
        m_scores.textFormula(row, differenceColumn(),
                             u"IF(%1=0,%2,%3)"_s.arg(cell(row, missingColumn, Fixed::Column), greatest(resultColumns()),
                                                     greatest(Results::always)),
                             in(words::recalculate), Look::Tiny);
    }

    Page& m_scores;
};

} // namespace

Result<void> writeScoresSheet(const Calculation& calculation) { return ScoresSheet(calculation).write(); }

} // namespace tiermap
