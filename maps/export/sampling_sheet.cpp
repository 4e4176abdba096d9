#include "maps/export/calculation_sheet.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

class SamplingSheet : CalculationSheet {
public:
    explicit SamplingSheet(const Calculation& calculation)
        : CalculationSheet(calculation)
        , m_sampling(calculation.pages.sampling) {}

    void write() {
        const ComparisonSettings& settings = m_comparison.settings;
        const std::optional<RankRobustness>& robustness = m_comparison.robustness;
        writeHead(m_sampling, words::samplingTitle,
                  robustness ? in(words::samplingNote).arg(settings.samples).arg(settings.seed) : in(words::noSamples));
        if (!robustness) {
            return;
        }
        writeZoneNames(m_sampling, firstZone);
        m_sampling.text(directionRow, codeColumn, words::code, Look::Heading);
        m_sampling.text(directionRow, labelColumn, words::zone, Look::Heading);
        int column = firstIndicator;
        for (const SheetWord& word : {words::expectedRank, words::lowRank, words::medianRank, words::highRank}) {
            m_sampling.text(directionRow, column++, word, Look::Heading);
        }
        const auto ranks = static_cast<int>(robustness->zones.front().acceptability.size());
        const int acceptability = column + 1; // an empty one between
        const int weights = acceptability + ranks + 1;
        const int wins = weights + m_indicators + 1;
        m_sampling.text(blockRow, acceptability, words::acceptability, Look::Section);
        for (int rank = 0; rank < ranks; ++rank) {
            m_sampling.number(directionRow, acceptability + rank, rank + 1, Look::Heading);
        }
        m_sampling.text(blockRow, weights, words::centralWeights, Look::Section);
        writeIndicatorNames(m_sampling, directionRow, weights);
        const bool pairs = !robustness->winShares.empty();
        if (pairs) {
            m_sampling.text(blockRow, wins, words::winShares, Look::Section);
        }
        for (int zone = 0; zone < m_zones; ++zone) {
            const auto at = static_cast<std::size_t>(zone);
            writeRanks(firstZone + zone, robustness->zones[at]);
            writeNumbers(firstZone + zone, acceptability, robustness->zones[at].acceptability);
            writeNumbers(firstZone + zone, weights, robustness->zones[at].centralWeights);
            if (pairs) {
                m_sampling.text(directionRow, wins + zone, zoneName(zone), Look::Heading);
                writeNumbers(firstZone + zone, wins, robustness->winShares[at]);
            }
        }
        setUp(m_sampling, firstZone, wins + (pairs ? m_zones : 0) - firstIndicator);
    }

private:
    void writeRanks(int row, const ZoneRanks& ranks) {
        m_sampling.number(row, firstIndicator, ranks.expectedRank, Look::Ratio);
        m_sampling.number(row, firstIndicator + 1, ranks.lowRank, Look::Whole);
        m_sampling.number(row, firstIndicator + 2, ranks.medianRank, Look::Whole);
        m_sampling.number(row, firstIndicator + 3, ranks.highRank, Look::Whole);
    }

    void writeNumbers(int row, int column, const std::vector<double>& numbers) {
        for (const double number : numbers) {
            m_sampling.number(row, column++, number, Look::Ratio);
        }
    }

    Page& m_sampling;
};

} // namespace

void writeSamplingSheet(const Calculation& calculation) { SamplingSheet(calculation).write(); }

} // namespace tiermap
