#include "maps/geometry/bd09.h"

#include <cmath>
#include <numbers>

namespace tiermap {

GeoPoint bd09FromGcj02(const GeoPoint& gcj02) {
    constexpr double turn = std::numbers::pi * 3000 / 180;
    const double x = gcj02.get<0>();
    const double y = gcj02.get<1>();
    const double radius = std::hypot(x, y) + 2e-5 * std::sin(y * turn);
    const double angle = std::atan2(y, x) + 3e-6 * std::cos(x * turn);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

GeoPoint gcj02FromBd09(const GeoPoint& bd09) {
    constexpr double tolerance = 1e-10;
    constexpr int enough = 20; // three or four steps are usual; the limit is for what is not a number
    GeoPoint guess = bd09;
    for (int step = 0; step < enough; ++step) {
        const GeoPoint image = bd09FromGcj02(guess);
        const double east = bd09.get<0>() - image.get<0>();
        const double north = bd09.get<1>() - image.get<1>();
        guess = GeoPoint(guess.get<0>() + east, guess.get<1>() + north);
        if (std::abs(east) < tolerance && std::abs(north) < tolerance) {
            break;
        }
    }
    return guess;
}

} // namespace tiermap
