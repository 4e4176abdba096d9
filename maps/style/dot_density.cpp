#include "maps/style/number_text.h"
#include "maps/style/scattered_dots.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/difference.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double aim = 1500;         // dots on the whole map
constexpr double mostDots = 100'000; // on the whole map: more are no dots any more

/// 1, 2 or 5 times a power of ten, at least `number`.
double roundAbove(double number) {
    const double unit = std::pow(10, std::floor(std::log10(number)));
    const double lead = number / unit;
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * unit;
}

/// The same zone has the same dots on every machine.
std::uint64_t seedOf(const QString& zone) {
    const QByteArray hash = QCryptographicHash::hash(zone.toUtf8(), QCryptographicHash::Sha256);
    std::uint64_t seed = 0;
    for (int i = 0; i < 8; ++i)
        seed = seed << 8 | static_cast<unsigned char>(hash[i]);
    return seed;
}

using Box = boost::geometry::model::box<Point>;

/// What of a zone is not water; all of it where that is nothing.
Polygons landOf(const Polygons& zone, const std::vector<Polygons>& water) {
    Polygons land = zone;
    for (const Polygons& lake : water) { // one by one: their outlines may overlap
        if (!boost::geometry::intersects(boost::geometry::return_envelope<Box>(lake),
                                         boost::geometry::return_envelope<Box>(zone)))
            continue;
        Polygons rest;
        boost::geometry::difference(land, lake, rest);
        land = std::move(rest);
    }
    return boost::geometry::area(land) > 0 ? land : zone;
}

} // namespace

Result<void> drawDots(ThematicWork& work, const GeoPolygons& water) {
    const StyledSeries& series = work.series.first();
    drawUnknown(work, {.fill = symbolGround()});
    double sum = 0;
    for (const double number : series.numbers)
        sum += std::max(0.0, number);
    if (sum <= 0)
        return {};
    const double perDot = work.style.perDot > 0 ? work.style.perDot : roundAbove(sum / aim);
    if (sum / perDot > mostDots || sum < perDot)
        return std::unexpected(
            Problem{.code = Problem::Code::OutOfRange,
                    .field = u"per_dot"_s,
                    .arguments = {QString::number(perDot, 'g', 4), QString::number(sum / mostDots, 'g', 4),
                                  QString::number(sum, 'g', 6)}});
    work.map.style.perDot = perDot;
    const Projection plane = equalAreaOf(work.shapes);
    std::vector<Polygons> lakes;
    for (const GeoPolygon& lake : water)
        lakes.push_back(plane.forward(GeoPolygons{lake}));
    ThematicMap::Dots dots{.points = {}, .color = QColor(0x2B, 0x5C, 0x7D)};
    for (const ZoneShape& shape : work.shapes) {
        const auto number = series.numbers.constFind(shape.code);
        if (number == series.numbers.constEnd() || *number <= 0)
            continue;
        const std::int64_t count = std::llround(*number / perDot);
        for (const Point& point :
             scatteredDots(landOf(plane.forward(shape.polygons), lakes), count, seedOf(shape.code)))
            dots.points.push_back(plane.inverse(point));
    }
    work.map.dots.push_back(std::move(dots));
    const QString one =
        style_words::oneDot.in(work.language).arg(numberText(perDot, decimalsOf({perDot})), series.unit);
    Symbol dot{
        .shape = Symbol::Shape::Circle, .size = work.map.dots.front().width, .color = work.map.dots.front().color};
    dot.outline = dot.color;
    work.map.legend.items.prepend({.symbol = dot, .text = one});
    work.map.legend.notes.prepend(style_words::dotsAtRandom.in(work.language));
    return {};
}

} // namespace tiermap
