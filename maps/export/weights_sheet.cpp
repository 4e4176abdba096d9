#include "maps/export/calculation_sheet.h"

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

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

class WeightsSheet : CalculationSheet {
public:
    explicit WeightsSheet(const Calculation& calculation)
        : CalculationSheet(calculation) {}

    void write() {
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

private:
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

    QString scaledColumn(int indicator) const {
        return m_scaled.at(down(firstZone, firstIndicator + indicator, m_zones));
    }
    /// Each number of a row as its part of the row's sum.
    FormulaOf partsOf(int row) const {
        return [this, row](int indicator) { return u"%1/SUM(%2)"_s.arg(inRow(row, indicator), wholeRow(row)); };
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
            &WeightsSheet::shareOf);
        const int logs = writeZoneBlock(
            row, words::shareLogs,
            [&](int zone, int indicator) {
                return u"IF(%1=\"\",\"\",IF(%1>0,%1*LN(%1),0))"_s.arg(cell(shares + zone, firstIndicator + indicator));
            },
            &WeightsSheet::shareLogOf);

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
                       double (WeightsSheet::*result)(int zone, int indicator) const) {
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
};

} // namespace

void writeWeightsSheet(const Calculation& calculation) { WeightsSheet(calculation).write(); }

} // namespace tiermap
