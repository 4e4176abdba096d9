#pragma once

#include <QString>

namespace tiermap {

/// The smallest round scale denominator that is not below `least`: 500 000, 550 000, ... 1 000 000, 1 050 000, ...
double roundDenominator(double least);

/// "1 050 000" with thin spaces between thousands.
QString thousands(double whole);

} // namespace tiermap
