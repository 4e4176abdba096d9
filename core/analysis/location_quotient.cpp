#include "core/analysis/location_quotient.h"

#include <boost/math/distributions/binomial.hpp>

#include <cmath>

namespace tiermap {

LocationQuotient locationQuotient(qint64 part, qint64 zone, qint64 all, qint64 whole, double confidence) {
    if (zone == 0 || all == 0) {
        return {.quotient = 0, .lower = 0, .upper = INFINITY};
    }
    using Binomial = boost::math::binomial_distribution<>; // its bounds are Clopper's and Pearson's
    const double share = static_cast<double>(all) / static_cast<double>(whole);
    const double tail = (1 - confidence) / 2;
    const auto trials = static_cast<double>(zone);
    const auto hits = static_cast<double>(part);
    LocationQuotient result{.quotient = hits / trials / share,
                            .lower = Binomial::find_lower_bound_on_p(trials, hits, tail) / share,
                            .upper = Binomial::find_upper_bound_on_p(trials, hits, tail) / share};
    result.specialised = result.lower > 1 && part >= enoughUnits;
    return result;
}

} // namespace tiermap
