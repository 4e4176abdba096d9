#include "maps/export/comparison_workbook.h"

#include "core/analysis/zone_figures.h"
#include "maps/export/calculation_words.h"
#include "maps/export/formula_sheet.h"
#include "maps/export/staged_files.h"
#include "maps/style/period_text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

namespace words = calculation_words;

// Places. Rows and columns count from 0, as in libxlsxwriter. An indicator has the same column on the sheets of values,
// scaled values and weights, a zone the same row on those of values, scaled values and scores.

constexpr int titleRow = 0;
constexpr int noteRow = 1;
constexpr int markRow = 2;
constexpr int differenceRow = 3;
constexpr int blockRow = 4;
constexpr int nameRow = 5;
constexpr int unitRow = 6;
constexpr int periodRow = 7;
constexpr int directionRow = 8;
constexpr int firstZone = 9;
constexpr int leastRow = unitRow; // of scaled values
constexpr int mostRow = periodRow;
constexpr int usedRow = unitRow; // of weights
constexpr int firstWeightsRow = 8;
constexpr int codeColumn = 0;
constexpr int labelColumn = 1;
constexpr int firstIndicator = 2;
constexpr int missingColumn = 2; // of scores
constexpr int shortfallColumn = 3;
constexpr int firstResult = 4;
constexpr int sourcesHeading = 4;

double sumOf(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::vector<double> parts(std::span<const double> values) {
    const double sum = sumOf(values);
    std::vector<double> result(values.begin(), values.end());
    for (double& value : result) {
        value /= sum;
    }
    return result;
}

bool anyMissing(const IndicatorMatrix& values) {
    for (int zone = 0; zone < values.zones(); ++zone) {
        if (std::ranges::any_of(values.zone(zone), [](double value) { return std::isnan(value); })) {
            return true;
        }
    }
    return false;
}

/// 1 - r of two indicators, as criticWeights() counts it: what conflict there is where there are no others.
double conflictOf(const IndicatorMatrix& values, int one, int other) {
    IndicatorMatrix pair(values.zones(), 2);
    for (int zone = 0; zone < values.zones(); ++zone) {
        pair.at(zone, 0) = values.at(zone, one);
        pair.at(zone, 1) = values.at(zone, other);
    }
    const Result<CriticWeights> weights = criticWeights(pair);
    return weights ? weights->conflicts.front() : 0;
}

/// One round of cappedWeights().
std::vector<double> cappedOnce(const std::vector<double>& weights, double cap) {
    double left = 1;
    double below = 0;
    for (const double weight : weights) {
        left -= weight < cap ? 0 : cap;
        below += weight < cap ? weight : 0;
    }
    std::vector<double> result = weights;
    for (double& weight : result) {
        weight = weight >= cap ? cap : weight > 0 ? weight * left / below : 0;
    }
    return result;
}

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

class Calculation {
public:
    Calculation(Book& book, const Plan& plan, const Comparison& comparison)
        : m_plan(plan)
        , m_comparison(comparison)
        , m_language(book.language())
        , m_zones(static_cast<int>(comparison.matrix.zones.size()))
        , m_indicators(static_cast<int>(comparison.matrix.columns.size()))
        , m_values(book, words::values)
        , m_sources(book, words::sources)
        , m_scaled(book, words::scaled)
        , m_weights(book, words::weights)
        , m_scores(book, words::scores) {}

    Result<void> write() {
        writeValues();
        writeSources();
        writeScaled();
        writeWeights();
        return writeScores();
    }

private:
    QString in(const SheetWord& word) const { return word.in(m_language); }
    const MatrixColumn& columnAt(int indicator) const { return m_comparison.matrix.columns[indicator]; }
    const Indicator& indicatorAt(int indicator) const { return *m_plan.indicator(columnAt(indicator).indicator); }
    QString nameOf(int indicator) const { return indicatorAt(indicator).name.in(m_language); }
    QString zoneName(int zone) const { return m_plan.zone(m_comparison.matrix.zones[zone])->name.in(m_language); }

    void writeHead(Page& page, const SheetWord& title, const QString& note) {
        page.text(titleRow, 0, in(title).arg(m_plan.title.in(m_language)), Look::Title);
        page.text(noteRow, 0, note);
        if (m_comparison.matrix.illustrative) {
            page.text(markRow, 0, words::illustrativeNote, Look::Section);
        }
    }

    void writeZoneNames(Page& page, int firstRow) {
        for (int zone = 0; zone < m_zones; ++zone) {
            page.text(firstRow + zone, codeColumn, m_comparison.matrix.zones[zone]);
            page.text(firstRow + zone, labelColumn, zoneName(zone));
        }
    }

    void writeIndicatorNames(Page& page, int row, int column) {
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            page.text(row, column + indicator, nameOf(indicator), Look::Heading);
        }
    }

    void setUp(Page& page, int row, int columns) const {
        std::vector<double> widths(static_cast<std::size_t>(firstIndicator + columns), 15);
        widths[codeColumn] = 10;
        widths[labelColumn] = 36;
        page.setUp(row, firstIndicator, widths);
    }

    // --- values ------------------------------------------------------------------------------------------------------

    Look lookOfValue(qsizetype observation) const {
        return observation >= 0 && m_plan.observations[observation].status == Observation::Status::Illustrative
                   ? Look::Marked
                   : Look::Number;
    }

    void writeValues() {
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

    // --- sources -----------------------------------------------------------------------------------------------------

    void writeSources() {
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

    // --- scaled values -----------------------------------------------------------------------------------------------

    int blockColumn(int block) const { return firstIndicator + block * (m_indicators + 1); }

    void writeScaled() {
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

    // --- weights -----------------------------------------------------------------------------------------------------

    using FormulaOf = std::function<QString(int indicator)>;

    /// One row of a formula for each indicator, and what they come to.
    void writeRow(int row, const QString& label, const FormulaOf& formula, std::span<const double> results,
                  Look look = Look::Ratio) {
        m_weights.text(row, labelColumn, label);
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            m_weights.formula(row, firstIndicator + indicator, formula(indicator),
                              results[static_cast<std::size_t>(indicator)], look);
        }
    }

    /// The same, and the sum of the row.
    void writeSummedRow(int row, const QString& label, const FormulaOf& formula, std::span<const double> results) {
        writeRow(row, label, formula, results);
        m_weights.formula(row, firstIndicator + m_indicators, u"SUM(%1)"_s.arg(wholeRow(row)), sumOf(results));
    }

    static QString inRow(int row, int indicator) { return cell(row, firstIndicator + indicator, Fixed::Row); }
    QString wholeRow(int row) const { return along(row, firstIndicator, m_indicators, Fixed::Both); }
    QString scaledColumn(int indicator) const {
        return m_scaled.at(down(firstZone, firstIndicator + indicator, m_zones));
    }
    /// Each number of a row as its part of the row's sum.
    FormulaOf partsOf(int row) const {
        return [this, row](int indicator) { return u"%1/SUM(%2)"_s.arg(inRow(row, indicator), wholeRow(row)); };
    }

    void writeWeights() {
        const Weighting& weighting = m_comparison.settings.weighting;
        const QString kind = in(kindWord(weighting.kind));
        writeHead(m_weights, words::weightsTitle,
                  in(words::weightsNote).arg(weighting.cap ? in(words::capped).arg(kind) : kind));
        m_weights.text(nameRow, labelColumn, words::indicator, Look::Heading);
        writeIndicatorNames(m_weights, nameRow, firstIndicator);
        m_weights.text(nameRow, firstIndicator + m_indicators, words::sum, Look::Heading);

        // Each part returns the row of its weights and moves on to the row after it.
        int row = firstWeightsRow;
        const int equal = writeEqual(row);
        const int entropy = writeEntropy(row);
        const int critic = writeCritic(row);
        int used = weighting.kind == Weighting::Kind::Equal     ? equal
                   : weighting.kind == Weighting::Kind::Entropy ? entropy
                   : weighting.kind == Weighting::Kind::Critic  ? critic
                                                                : writeGiven(row);
        if (weighting.cap) {
            used = writeCap(row, used, *weighting.cap);
        }
        writeSummedRow(usedRow, in(words::weightsUsed), [&](int i) { return inRow(used, i); }, m_comparison.weights);
        setUp(m_weights, usedRow + 1, m_indicators + 1);
    }

    static const SheetWord& kindWord(Weighting::Kind kind) {
        switch (kind) {
        case Weighting::Kind::Equal:
            break;
        case Weighting::Kind::Entropy:
            return words::entropy;
        case Weighting::Kind::Critic:
            return words::critic;
        case Weighting::Kind::Given:
            return words::given;
        }
        return words::equal;
    }

    int writeEqual(int& row) {
        const int equal = row;
        writeSummedRow(
            equal, in(words::equalWeight), [&](int) { return u"1/COLUMNS(%1)"_s.arg(wholeRow(nameRow)); },
            m_comparison.equal);
        row += 2;
        return equal;
    }

    int writeEntropy(int& row) {
        m_weights.text(row++, codeColumn, words::entropySection, Look::Section);
        const int count = row++;
        const int total = row++;
        writeCounts(count, total);
        const int shares = writeZoneBlock(
            row, words::shares,
            [&](int zone, int indicator) {
                return u"IF(%1=\"\",\"\",%1/%2)"_s.arg(m_scaled.at(cell(firstZone + zone, firstIndicator + indicator)),
                                                       inRow(total, indicator));
            },
            &Calculation::shareOf);
        const int logs = writeZoneBlock(
            row, words::shareLogs,
            [&](int zone, int indicator) {
                return u"IF(%1=\"\",\"\",IF(%1>0,%1*LN(%1),0))"_s.arg(cell(shares + zone, firstIndicator + indicator));
            },
            &Calculation::shareLogOf);

        std::vector<double> entropies;
        std::vector<double> diversities;
        for (const IndicatorEntropy& indicator : m_comparison.entropy.indicators) {
            entropies.push_back(indicator.entropy);
            diversities.push_back(1 - indicator.entropy);
        }
        const int entropy = row++;
        writeRow(
            entropy, in(words::entropyValue),
            [&](int i) {
                return u"IF(%1=%2,1,-SUM(%3)/LN(%4))"_s.arg(m_scaled.at(inRow(leastRow, i)),
                                                            m_scaled.at(inRow(mostRow, i)),
                                                            down(logs, firstIndicator + i, m_zones), inRow(count, i));
            },
            entropies);
        const int diversity = row++;
        writeSummedRow(
            diversity, in(words::diversity), [&](int i) { return u"1-"_s + inRow(entropy, i); }, diversities);
        const int weights = row;
        writeSummedRow(weights, in(words::entropyWeight), partsOf(diversity), parts(diversities));
        row += 2;
        return weights;
    }

    void writeCounts(int count, int total) {
        std::vector<double> counts;
        std::vector<double> totals;
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            std::vector<double> present = m_comparison.unit.indicator(indicator);
            std::erase_if(present, [](double value) { return std::isnan(value); });
            counts.push_back(static_cast<double>(present.size()));
            totals.push_back(sumOf(present));
        }
        writeRow(
            count, in(words::count), [&](int i) { return u"COUNT(%1)"_s.arg(scaledColumn(i)); }, counts, Look::Whole);
        writeRow(total, in(words::total), [&](int i) { return u"SUM(%1)"_s.arg(scaledColumn(i)); }, totals);
    }

    double shareOf(int zone, int indicator) const {
        double sum = 0;
        for (const double value : m_comparison.unit.indicator(indicator)) {
            sum += std::isnan(value) ? 0 : value;
        }
        return m_comparison.unit.at(zone, indicator) / sum;
    }

    double shareLogOf(int zone, int indicator) const {
        const double share = shareOf(zone, indicator);
        return share == 0 ? 0 : share * std::log(share);
    }

    /// A formula for each zone and indicator under a heading. Returns the row of the first zone.
    int writeZoneBlock(int& row, const SheetWord& title, const std::function<QString(int zone, int indicator)>& formula,
                       double (Calculation::*result)(int zone, int indicator) const) {
        m_weights.text(row++, labelColumn, title, Look::Section);
        const int first = row;
        writeZoneNames(m_weights, first);
        for (int zone = 0; zone < m_zones; ++zone) {
            for (int indicator = 0; indicator < m_indicators; ++indicator) {
                m_weights.formula(first + zone, firstIndicator + indicator, formula(zone, indicator),
                                  (this->*result)(zone, indicator));
            }
        }
        row += m_zones;
        return first;
    }

    int writeCritic(int& row) {
        m_weights.text(row++, codeColumn, words::criticSection, Look::Section);
        if (!m_comparison.critic) {
            m_weights.text(row, labelColumn, words::noCritic);
            row += 2;
            return -1;
        }
        const CriticWeights& critic = *m_comparison.critic;
        const int deviation = row++;
        // The name that files have for STDEV.P, which came after the format.
        writeRow(
            deviation, in(words::deviation),
            [&](int i) {
                const QString column = scaledColumn(i);
                return u"IF(COUNT(%1)=0,0,_xlfn.STDEV.P(%1))"_s.arg(column);
            },
            critic.deviations);
        const int conflicts = writeConflicts(row, deviation);
        const int conflict = row++;
        writeRow(
            conflict, in(words::conflict),
            [&](int i) { return u"SUM(%1)"_s.arg(down(conflicts, firstIndicator + i, m_indicators)); },
            critic.conflicts);
        const bool alone = critic.constant.size() + 1 == critic.deviations.size();
        std::vector<double> informations = critic.deviations;
        for (std::size_t i = 0; i < informations.size(); ++i) {
            informations[i] *= alone ? 1 : critic.conflicts[i];
        }
        const int information = row++;
        writeSummedRow(
            information, in(words::information),
            [&](int i) {
                return u"%1*IF(COUNTIF(%2,\">0\")=1,1,%3)"_s.arg(inRow(deviation, i), wholeRow(deviation),
                                                                 inRow(conflict, i));
            },
            informations);
        const int weights = row;
        writeSummedRow(weights, in(words::criticWeight), partsOf(information), critic.weights);
        row += 2;
        return weights;
    }

    /// 1 - r of all pairs. An indicator has none with itself.
    int writeConflicts(int& row, int deviation) {
        const bool typed = anyMissing(m_comparison.unit);
        m_weights.text(row++, labelColumn, typed ? words::conflictsTyped : words::conflicts, Look::Section);
        const int first = row;
        for (int one = 0; one < m_indicators; ++one) {
            m_weights.text(first + one, labelColumn, nameOf(one));
            for (int other = 0; other < m_indicators; ++other) {
                if (one != other) {
                    writeConflict(first + one, {one, other}, deviation, typed);
                }
            }
        }
        row += m_indicators;
        return first;
    }

    void writeConflict(int row, std::pair<int, int> pair, int deviation, bool typed) {
        const auto [one, other] = pair;
        const int column = firstIndicator + other;
        const double conflict = conflictOf(m_comparison.unit, one, other);
        if (typed) {
            m_weights.number(row, column, conflict, Look::Ratio);
            return;
        }
        // What is left of 1 - 1 is rounding, and counts as none.
        const QString formula = u"IF(OR(%1=0,%2=0),0,IF(1-CORREL(%3,%4)>1E-12,1-CORREL(%3,%4),0))"_s.arg(
            inRow(deviation, one), inRow(deviation, other), scaledColumn(one), scaledColumn(other));
        m_weights.formula(row, column, formula, conflict);
    }

    int writeGiven(int& row) {
        const Weights& given = m_comparison.settings.weighting.given;
        m_weights.text(row++, codeColumn, words::givenSection, Look::Section);
        const int typed = row++;
        m_weights.text(typed, labelColumn, words::asGiven);
        for (int indicator = 0; indicator < m_indicators; ++indicator) {
            m_weights.number(typed, firstIndicator + indicator, given[static_cast<std::size_t>(indicator)],
                             Look::Number);
        }
        const int weights = row;
        writeSummedRow(weights, in(words::givenShare), partsOf(typed), parts(given));
        row += 2;
        return weights;
    }

    /// Rounds as in cappedWeights(), as many as it takes.
    int writeCap(int& row, int from, double cap) {
        m_weights.text(row++, codeColumn, words::capSection, Look::Section);
        const QString limit = cell(row, firstIndicator, Fixed::Both);
        m_weights.text(row, labelColumn, words::cap);
        m_weights.number(row++, firstIndicator, cap, Look::Number);
        std::vector<double> weights = uncapped();
        constexpr double rounding = 1e-12;
        for (int round = 1; round == 1 || std::ranges::max(weights) > cap + rounding; ++round) {
            weights = cappedOnce(weights, cap);
            writeSummedRow(
                row, in(words::capRound).arg(round),
                [&](int i) {
                    return u"IF(%1>=%2,%2,IF(%1=0,0,%1*(1-%2*SUMPRODUCT(1*(%3>=%2)))/SUMPRODUCT((%3<%2)*%3)))"_s.arg(
                        inRow(from, i), limit, wholeRow(from));
                },
                weights);
            from = row++;
        }
        ++row;
        return from;
    }

    std::vector<double> uncapped() const {
        const Weighting& weighting = m_comparison.settings.weighting;
        const auto weights =
            indicatorWeights(m_comparison.scaled.values, Weighting{.kind = weighting.kind, .given = weighting.given});
        return weights ? *weights : m_comparison.weights; // a comparison that was made has them
    }

    // --- scores ------------------------------------------------------------------------------------------------------

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

    Result<void> writeScores() {
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

    const Plan& m_plan;
    const Comparison& m_comparison;
    Language m_language;
    int m_zones;
    int m_indicators;
    Page m_values;
    Page m_sources;
    Page m_scaled;
    Page m_weights;
    Page m_scores;
};

} // namespace

Result<void> writeComparisonWorkbook(const QString& file, const Plan& plan, const Comparison& comparison,
                                     Language language) {
    Result<StagedFiles> staged = StagedFiles::beside(file);
    if (!staged) {
        return std::unexpected(staged.error());
    }
    const auto unwritable = [&](const QString& reason) {
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
    };
    Book book(staged->path(), language);
    if (!book.isOpen()) {
        return unwritable(qt_error_string());
    }
    const Result<void> written = Calculation(book, plan, comparison).write();
    const lxw_error error = book.close();
    if (!written) {
        return written;
    }
    if (error != LXW_NO_ERROR) {
        return unwritable(QString::fromUtf8(lxw_strerror(error)));
    }
    return staged->putInPlace(true).transform([](const QStringList&) {});
}

} // namespace tiermap
