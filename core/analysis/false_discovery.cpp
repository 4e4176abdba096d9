#include "core/analysis/false_discovery.h"

#include <algorithm>
#include <numeric>

namespace tiermap {

std::vector<double> falseDiscoveryAdjusted(std::span<const double> pValues) {
    std::vector<size_t> ascending(pValues.size());
    std::ranges::iota(ascending, size_t{0});
    std::ranges::sort(ascending, {}, [&](size_t test) { return pValues[test]; });

    // From the largest down: none is larger than one whose p-value was.
    const auto count = static_cast<double>(pValues.size());
    std::vector<double> result(pValues.size());
    double least = 1;
    for (size_t rank = ascending.size(); rank > 0; --rank) {
        const size_t test = ascending[rank - 1];
        least = std::min(least, pValues[test] * (count / static_cast<double>(rank)));
        result[test] = least;
    }
    return result;
}

} // namespace tiermap
