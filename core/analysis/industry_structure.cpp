#include "core/analysis/industry_structure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

// Quotients of such are finite.
constexpr double leastCount = 1e-9;
constexpr double greatestCount = 1e15;

double sumOf(std::span<const double> values) { return std::accumulate(values.begin(), values.end(), 0.0); }

bool hasStructure(const IndustryStructure& structure, int zone) {
    return !std::isnan(structure.concentrations[static_cast<size_t>(zone)]);
}

IndicatorMatrix sharesOf(const IndicatorMatrix& counts) {
    IndicatorMatrix shares(counts.zones(), counts.indicators());
    for (int zone = 0; zone < counts.zones(); ++zone) {
        const double total = sumOf(counts.zone(zone)); // missing, if any is
        for (int industry = 0; total > 0 && industry < counts.indicators(); ++industry) {
            shares.at(zone, industry) = counts.at(zone, industry) / total;
        }
    }
    return shares;
}

/// Of each industry in all units of the zones that have a structure.
std::vector<double> sharesOfAll(const IndicatorMatrix& counts, const IndustryStructure& structure) {
    std::vector<double> sums(static_cast<size_t>(counts.indicators()));
    for (int zone = 0; zone < counts.zones(); ++zone) {
        for (int industry = 0; hasStructure(structure, zone) && industry < counts.indicators(); ++industry) {
            sums[static_cast<size_t>(industry)] += counts.at(zone, industry);
        }
    }
    const double total = sumOf(sums);
    for (double& sum : sums) {
        sum = total > 0 ? sum / total : 0;
    }
    return sums;
}

void findGreatest(IndustryStructure& structure, int zone, std::span<const double> whole) {
    double& greatest = structure.greatestQuotients[static_cast<size_t>(zone)];
    for (int industry = 0; industry < structure.shares.indicators(); ++industry) {
        const double share = structure.shares.at(zone, industry);
        const double quotient = share > 0 ? share / whole[static_cast<size_t>(industry)] : 0;
        if (!(quotient <= greatest)) { // nor is anything below what is missing
            greatest = quotient;
            structure.greatestIndustries[static_cast<size_t>(zone)] = industry;
        }
    }
}

double distance(std::span<const double> shares, std::span<const double> others) {
    return std::transform_reduce(shares.begin(), shares.end(), others.begin(), 0.0, std::plus(),
                                 [](double share, double other) { return std::abs(share - other); });
}

} // namespace

Result<IndustryStructure> industryStructure(const IndicatorMatrix& counts) {
    for (int zone = 0; zone < counts.zones(); ++zone) {
        for (const double count : counts.zone(zone)) {
            if (count != 0 && (count < leastCount || count > greatestCount)) {
                return std::unexpected(
                    Problem{.code = Problem::Code::OutOfRange,
                            .field = u"counts"_s,
                            .arguments = {QString::number(count), u"0"_s, QString::number(greatestCount)}});
            }
        }
    }
    const auto zones = static_cast<size_t>(counts.zones());
    IndustryStructure structure{.shares = sharesOf(counts),
                                .concentrations = std::vector(zones, IndicatorMatrix::missing),
                                .greatestQuotients = std::vector(zones, IndicatorMatrix::missing),
                                .greatestIndustries = std::vector(zones, -1),
                                .distances = IndicatorMatrix(counts.zones(), counts.zones())};
    for (int zone = 0; zone < counts.zones() && counts.indicators() > 0; ++zone) {
        const std::span<const double> shares = structure.shares.zone(zone);
        structure.concentrations[static_cast<size_t>(zone)] =
            std::inner_product(shares.begin(), shares.end(), shares.begin(), 0.0);
    }
    const std::vector<double> whole = sharesOfAll(counts, structure);
    for (int zone = 0; zone < counts.zones(); ++zone) {
        if (!hasStructure(structure, zone)) {
            continue;
        }
        findGreatest(structure, zone, whole);
        for (int other = 0; other < counts.zones(); ++other) {
            structure.distances.at(zone, other) = distance(structure.shares.zone(zone), structure.shares.zone(other));
        }
    }
    return structure;
}

} // namespace tiermap
