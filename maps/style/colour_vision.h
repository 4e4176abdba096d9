#pragma once

#include <QColor>

namespace tiermap {

/// 0 to 1 each.
struct LinearRgb {
    double red = 0;
    double green = 0;
    double blue = 0;
};

LinearRgb linearRgb(const QColor& color); ///< sRGB's transfer function, IEC 61966-2-1

enum class Vision {
    Normal,
    Protan, ///< no red-sensitive cones
    Deutan, ///< no green-sensitive ones
    Tritan, ///< no blue-sensitive ones
    Grey,   ///< print without colour
};

/// A colour as it looks to somebody: matrices of severity 1.0 of Machado, Oliveira and Fernandes (IEEE Transactions on
/// Visualization and Computer Graphics 15, 2009) on linear RGB; Grey keeps the luminance.
QColor seenWith(Vision vision, const QColor& color);

} // namespace tiermap
