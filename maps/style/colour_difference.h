#pragma once

#include <QColor>

namespace tiermap {

/// CIELAB under D65, 2 degree observer.
struct Lab {
    double lightness = 0; ///< 0 to 100
    double a = 0;
    double b = 0;
};

/// By way of linear sRGB (IEC 61966-2-1) and XYZ.
Lab labOf(const QColor& color);

/// CIEDE2000 (Sharma, Wu and Dalal, Color Research and Application 30, 2005): about 1 is the least that is seen side by
/// side.
double colourDifference(const Lab& first, const Lab& second);
double colourDifference(const QColor& first, const QColor& second);

} // namespace tiermap
