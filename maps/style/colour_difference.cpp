#include "maps/style/colour_difference.h"

#include "maps/style/colour_vision.h"

#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

constexpr double radians = std::numbers::pi / 180;
constexpr double chromaLimit = 6103515625.0; // 25^7

double cubeRootLike(double t) {
    constexpr double epsilon = 216.0 / 24389;
    constexpr double kappa = 24389.0 / 27;
    return t > epsilon ? std::cbrt(t) : (kappa * t + 16) / 116;
}

double hueOf(double a, double b) {
    if (a == 0 && b == 0)
        return 0;
    const double degrees = std::atan2(b, a) / radians;
    return degrees < 0 ? degrees + 360 : degrees;
}

/// How far a chroma is towards the saturated end, after Sharma's equations 4 and 19.
double saturation(double chroma) {
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + chromaLimit));
}

double meanHue(double first, double second) {
    if (std::abs(first - second) <= 180)
        return (first + second) / 2;
    return (first + second + (first + second < 360 ? 360 : -360)) / 2;
}

} // namespace

Lab labOf(const QColor& color) {
    const LinearRgb rgb = linearRgb(color);
    // sRGB's primaries, and its white D65.
    const double x = (0.4124564 * rgb.red + 0.3575761 * rgb.green + 0.1804375 * rgb.blue) / 0.95047;
    const double y = 0.2126729 * rgb.red + 0.7151522 * rgb.green + 0.0721750 * rgb.blue;
    const double z = (0.0193339 * rgb.red + 0.1191920 * rgb.green + 0.9503041 * rgb.blue) / 1.08883;
    const double fx = cubeRootLike(x);
    const double fy = cubeRootLike(y);
    const double fz = cubeRootLike(z);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

double colourDifference(const Lab& first, const Lab& second) {
    const double meanChroma = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - saturation(meanChroma));
    const double chroma1 = std::hypot(stretch * first.a, first.b);
    const double chroma2 = std::hypot(stretch * second.a, second.b);
    const double hue1 = hueOf(stretch * first.a, first.b);
    const double hue2 = hueOf(stretch * second.a, second.b);
    const bool grey = chroma1 * chroma2 == 0;
    double turn = grey ? 0 : hue2 - hue1;
    if (turn > 180)
        turn -= 360;
    else if (turn < -180)
        turn += 360;
    const double deltaL = second.lightness - first.lightness;
    const double deltaC = chroma2 - chroma1;
    const double deltaH = 2 * std::sqrt(chroma1 * chroma2) * std::sin(turn / 2 * radians);
    const double lightness = (first.lightness + second.lightness) / 2;
    const double chroma = (chroma1 + chroma2) / 2;
    const double hue = grey ? hue1 + hue2 : meanHue(hue1, hue2);
    const double t = 1 - 0.17 * std::cos((hue - 30) * radians) + 0.24 * std::cos(2 * hue * radians) +
                     0.32 * std::cos((3 * hue + 6) * radians) - 0.20 * std::cos((4 * hue - 63) * radians);
    const double away = (lightness - 50) * (lightness - 50);
    const double weightL = 1 + 0.015 * away / std::sqrt(20 + away);
    const double weightC = 1 + 0.045 * chroma;
    const double weightH = 1 + 0.015 * chroma * t;
    const double blue = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
    const double rotation = -std::sin(2 * blue * radians) * 2 * saturation(chroma);
    const double l = deltaL / weightL;
    const double c = deltaC / weightC;
    const double h = deltaH / weightH;
    return std::sqrt(l * l + c * c + h * h + rotation * c * h);
}

double colourDifference(const QColor& first, const QColor& second) {
    return colourDifference(labOf(first), labOf(second));
}

} // namespace tiermap
