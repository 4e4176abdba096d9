#include "maps/figure/numbers.h"

#include "maps/style/number_text.h"

#include <cmath>

namespace tiermap {

double roundDenominator(double least) {
    const double magnitude = std::pow(10, std::floor(std::log10(least)));
    const double step = magnitude * (least / magnitude < 2 ? 0.05 : 0.5);
    return std::ceil(least / step - 1e-9) * step;
}

QString thousands(double whole) { return numberText(whole, 0); }

} // namespace tiermap
