#include "maps/geometry/gcj02.h"

#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

// The constants of the public formula. Its ellipsoid is Krasovsky's of 1940, its x and y are counted from 105 E, 35 N.
constexpr double semiMajorAxis = 6378245.0;
constexpr double eccentricitySquared = 0.00669342162296594323;
constexpr double originLongitude = 105.0;
constexpr double originLatitude = 35.0;
constexpr double pi = std::numbers::pi;

double longitude(const GeoPoint& point) { return point.get<0>(); }
double latitude(const GeoPoint& point) { return point.get<1>(); }

bool isShifted(const GeoPoint& point) {
    return longitude(point) >= 72.004 && longitude(point) <= 137.8347 && latitude(point) >= 0.8293 &&
           latitude(point) <= 55.8271;
}

/// The ripple that both offsets have in common.
double ripple(double x) { return (20 * std::sin(6 * x * pi) + 20 * std::sin(2 * x * pi)) * 2 / 3; }

double offsetEast(double x, double y) {
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(x * pi) + 40 * std::sin(x / 3 * pi)) * 2 / 3 +
           (150 * std::sin(x / 12 * pi) + 300 * std::sin(x / 30 * pi)) * 2 / 3;
}

double offsetNorth(double x, double y) {
    return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + ripple(x) +
           (20 * std::sin(y * pi) + 40 * std::sin(y / 3 * pi)) * 2 / 3 +
           (160 * std::sin(y / 12 * pi) + 320 * std::sin(y * pi / 30)) * 2 / 3;
}

/// The formula without its rectangle, so that the inverse may iterate across the edge.
GeoPoint shifted(const GeoPoint& wgs84) {
    const double x = longitude(wgs84) - originLongitude;
    const double y = latitude(wgs84) - originLatitude;
    const double phi = latitude(wgs84) / 180 * pi;
    const double sine = std::sin(phi);
    const double w2 = 1 - eccentricitySquared * sine * sine;
    const double w = std::sqrt(w2);
    const double metresPerDegreeEast = semiMajorAxis / w * std::cos(phi) * pi / 180;
    const double metresPerDegreeNorth = semiMajorAxis * (1 - eccentricitySquared) / (w2 * w) * pi / 180;
    return {longitude(wgs84) + offsetEast(x, y) / metresPerDegreeEast,
            latitude(wgs84) + offsetNorth(x, y) / metresPerDegreeNorth};
}

} // namespace

GeoPoint gcj02FromWgs84(const GeoPoint& wgs84) { return isShifted(wgs84) ? shifted(wgs84) : wgs84; }

GeoPoint wgs84FromGcj02(const GeoPoint& gcj02) {
    constexpr double tolerance = 1e-10; // the error left is the step times the offset's slope (< 0.01)
    constexpr int enough = 20;          // three or four steps are usual; the limit is for what is not a number
    GeoPoint guess = gcj02;
    for (int step = 0; step < enough; ++step) {
        const GeoPoint image = shifted(guess);
        const double east = longitude(gcj02) - longitude(image);
        const double north = latitude(gcj02) - latitude(image);
        guess = GeoPoint(longitude(guess) + east, latitude(guess) + north);
        if (std::abs(east) < tolerance && std::abs(north) < tolerance) {
            break;
        }
    }
    return isShifted(guess) ? guess : gcj02;
}

} // namespace tiermap
