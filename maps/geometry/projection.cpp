#include "maps/geometry/projection.h"

#include <proj.h>

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <span>
#include <vector>

namespace tiermap {

namespace {

// PROJ reckons in radians. A step of its own that takes degrees would cost a fifth more, for the same numbers.
constexpr double degree = std::numbers::pi / 180;

PJ_XY toProj(const GeoPoint& point) { return {point.get<0>() * degree, point.get<1>() * degree}; }

Point fromProj(const PJ_XY& point) { return {point.x, point.y}; }

PJ* operationOf(PJ_CONTEXT* context, const QByteArray& parameters) {
    proj_log_func(context, nullptr, [](void*, int, const char*) {}); // some messages heed no log level
    proj_context_set_enable_network(context, 0);
    // PROJ opens its database (6 to 14 ms) even for a projection that is spelled out in full; here it finds none.
    const char* const nowhere = "/nonexistent";
    proj_context_set_search_paths(context, 1, &nowhere);
    return proj_create(context, parameters.constData());
}

} // namespace

struct Projection::Transformation {
    Kind kind{};
    double centralMeridian = 0;
    double southernParallel = 0;
    double northernParallel = 0;
    QByteArray parameters;
    PJ_CONTEXT* context = nullptr;
    PJ* operation = nullptr;  ///< null where PROJ refused the parameters: every result is then not a number
    mutable std::mutex inUse; ///< a PJ keeps its last error inside, and copies of a Projection share it

    Transformation(Kind kind_, double meridian, double south, double north, const QByteArray& projection)
        : kind(kind_)
        , centralMeridian(meridian)
        , southernParallel(south)
        , northernParallel(north)
        , parameters(projection)
        , context(proj_context_create())
        , operation(operationOf(context, projection)) {}
    ~Transformation() {
        proj_destroy(operation);
        proj_context_destroy(context);
    }
    Transformation(const Transformation&) = delete;
    Transformation& operator=(const Transformation&) = delete;

    void apply(PJ_DIRECTION direction, std::span<PJ_XY> points) const;

    template <class To, class From>
    To project(const From& from) const {
        std::vector<PJ_XY> points(from.size());
        std::ranges::transform(from, points.begin(), toProj);
        apply(PJ_FWD, points);
        To to;
        to.resize(points.size());
        std::ranges::transform(points, to.begin(), fromProj);
        return to;
    }
};

void Projection::Transformation::apply(PJ_DIRECTION direction, std::span<PJ_XY> points) const {
    constexpr PJ_XY nowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    const std::scoped_lock lock(inUse);
    for (PJ_XY& point : points) {
        const bool given = std::isfinite(point.x) && std::isfinite(point.y);
        if (operation != nullptr && given) {
            PJ_COORD coordinate{};
            coordinate.xy = point;
            point = proj_trans(operation, direction, coordinate).xy;
        }
        // PROJ marks what lies outside of the projection's domain by infinities.
        if (operation == nullptr || !std::isfinite(point.x) || !std::isfinite(point.y)) {
            point = nowhere;
        }
    }
}

namespace {

constexpr auto cgcs2000 = " +a=6378137 +rf=298.257222101 +units=m";

QByteArray option(const char* name, double value) {
    return QByteArray(" +") + name + '=' + QByteArray::number(value, 'g', 17);
}

/// Of China's 3-degree zones.
constexpr double firstMeridian = 75;
constexpr double lastMeridian = 135;

double roundedTo(double step, double value) { return std::round(value / step) * step; }

} // namespace

Projection::Projection(std::shared_ptr<const Transformation> transformation)
    : m_transformation(std::move(transformation)) {}

Projection Projection::webMercator() {
    return Projection(
        std::make_shared<Transformation>(Kind::WebMercator, 0, 0, 0, "+proj=webmerc +a=6378137 +b=6378137 +units=m"));
}

Projection Projection::gaussKrueger(double longitude) {
    const double meridian = std::clamp(roundedTo(3, longitude), firstMeridian, lastMeridian);
    // The algorithm is named because it could otherwise be changed by the machine's proj.ini.
    const QByteArray parameters =
        "+proj=tmerc +algo=poder_engsager +lat_0=0" + option("lon_0", meridian) + " +k=1 +x_0=500000 +y_0=0" + cgcs2000;
    return Projection(std::make_shared<Transformation>(Kind::GaussKrueger, meridian, 0, 0, parameters));
}

Projection Projection::conicEqualArea(double west, double south, double east, double north) {
    constexpr double fiveMinutes = 1.0 / 12;
    constexpr double halfDegree = 0.5;
    const double meridian = roundedTo(halfDegree, (west + east) / 2);
    const double inset = (north - south) / 6;
    const double southern = roundedTo(fiveMinutes, south + inset);
    double northern = roundedTo(fiveMinutes, north - inset);
    if (std::abs(southern + northern) < fiveMinutes / 2) {
        northern += fiveMinutes; // parallels that mirror each other across the equator make no cone
    }
    const QByteArray parameters = "+proj=aea +lat_0=0" + option("lon_0", meridian) + option("lat_1", southern) +
                                  option("lat_2", northern) + cgcs2000;
    return Projection(std::make_shared<Transformation>(Kind::ConicEqualArea, meridian, southern, northern, parameters));
}

Projection::Kind Projection::kind() const { return m_transformation->kind; }
double Projection::centralMeridian() const { return m_transformation->centralMeridian; }
double Projection::southernParallel() const { return m_transformation->southernParallel; }
double Projection::northernParallel() const { return m_transformation->northernParallel; }

QString Projection::definition() const {
    switch (kind()) {
    case Kind::WebMercator:
        return QStringLiteral("EPSG:3857");
    case Kind::GaussKrueger:
        return QStringLiteral("EPSG:%1").arg(4534 + std::lround((centralMeridian() - firstMeridian) / 3));
    case Kind::ConicEqualArea:
        break;
    }
    return QString::fromLatin1(m_transformation->parameters) + QStringLiteral(" +no_defs +type=crs");
}

QByteArray Projection::wkt() const {
    // With PROJ's database, which knows the names: the transformation's own context goes without.
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(proj_context_create(),
                                                                               &proj_context_destroy);
    proj_log_func(context.get(), nullptr, [](void*, int, const char*) {});
    proj_context_set_enable_network(context.get(), 0);
    const std::unique_ptr<PJ, decltype(&proj_destroy)> system(
        proj_create(context.get(), definition().toUtf8().constData()), &proj_destroy);
    const char* const options[] = {"MULTILINE=NO", nullptr};
    return system ? QByteArray(proj_as_wkt(context.get(), system.get(), PJ_WKT1_GDAL, options)) : QByteArray();
}

Point Projection::forward(const GeoPoint& point) const {
    PJ_XY result = toProj(point);
    m_transformation->apply(PJ_FWD, {&result, 1});
    return fromProj(result);
}

GeoPoint Projection::inverse(const Point& point) const {
    PJ_XY result{point.x(), point.y()};
    m_transformation->apply(PJ_INV, {&result, 1});
    return {result.x / degree, result.y / degree};
}

Line Projection::forward(const GeoLine& line) const { return m_transformation->project<Line>(line); }

Polygons Projection::forward(const GeoPolygons& polygons) const {
    using Ring = Polygon::ring_type;
    Polygons result;
    result.reserve(polygons.size());
    for (const GeoPolygon& polygon : polygons) {
        Polygon& projected = result.emplace_back();
        projected.outer() = m_transformation->project<Ring>(polygon.outer());
        for (const GeoPolygon::ring_type& hole : polygon.inners()) {
            projected.inners().push_back(m_transformation->project<Ring>(hole));
        }
    }
    return result;
}

double Projection::northAngle(const GeoPoint& at) const {
    // Along the meridian through the place, 11 m to either side: the same for all projections, and exact to 1e-9 degree.
    constexpr double step = 1e-4;
    const Point south = forward(GeoPoint(at.get<0>(), at.get<1>() - step));
    const Point north = forward(GeoPoint(at.get<0>(), at.get<1>() + step));
    return std::atan2(south.x() - north.x(), north.y() - south.y()) * 180 / std::numbers::pi;
}

} // namespace tiermap
