#include "maps/scene/point_groups.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double apart = 9;                                          // mm
constexpr double singleDot = 1.5;                                    // mm
constexpr double metresPerDegree = 6378137 * std::numbers::pi / 180; // of the equator, and of all of Web Mercator

/// The degrees that a frame covers: its corners and the middles of its sides.
DegreeBox boxOf(const Projection& projection, const View& view) {
    const auto [low, high] = view.extent();
    DegreeBox box{180, 85, -180, -85};
    for (const double x : {low.x(), (low.x() + high.x()) / 2, high.x()}) {
        for (const double y : {low.y(), (low.y() + high.y()) / 2, high.y()}) {
            const GeoPoint place = projection.inverse({x, y});
            if (!std::isfinite(place.get<0>()) || !std::isfinite(place.get<1>()))
                return {};
            box.west = std::min(box.west, place.get<0>());
            box.east = std::max(box.east, place.get<0>());
            box.south = std::min(box.south, place.get<1>());
            box.north = std::max(box.north, place.get<1>());
        }
    }
    return box;
}

} // namespace

double groupSize(std::int64_t count) {
    return count == 1 ? singleDot : std::min(3.0 + 1.25 * std::log10(static_cast<double>(count)), apart);
}

QColor countColour(const QColor& ink) { return ink.lightness() < 150 ? QColor(Qt::white) : QColor(Qt::black); }

std::vector<PointGroup> pointGroups(const PointIndex& places, const Projection& projection, const View& view) {
    const DegreeBox box = boxOf(projection, view);
    const double ground = projection.kind() == Projection::Kind::WebMercator
                              ? 1
                              : std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
    std::vector<PointGroup> groups;
    for (PointIndex::Group& group : places.groups(box, apart * view.metresPerMm / (metresPerDegree * ground))) {
        const Point at = projection.forward(group.middle);
        const QPointF page = view.toPage(at);
        if (!view.frame.contains(page))
            continue;
        // A symbol at the edge stands beside its place: none is cut off.
        const double size = groupSize(group.count);
        const QRectF inner = view.frame.adjusted(size / 2, size / 2, -size / 2, -size / 2);
        const QPointF inside(std::clamp(page.x(), inner.left(), std::max(inner.left(), inner.right())),
                             std::clamp(page.y(), inner.top(), std::max(inner.top(), inner.bottom())));
        groups.push_back({std::move(group), inside == page ? at : view.toMetres(inside), size});
    }
    return groups;
}

QString countText(std::int64_t count, Language language) {
    const bool chinese = language == Language::Chinese;
    const double unit = chinese ? 1e4 : 1e3;
    const auto number = static_cast<double>(count);
    if (number < 1e4)
        return QString::number(count);
    if (!chinese && number >= 1e6)
        return QString::number(number / 1e6, 'f', number < 1e7 ? 1 : 0) + u"M"_s;
    const double shown = number / unit;
    return QString::number(shown, 'f', chinese && shown < 10 ? 1 : 0) + (chinese ? u"万"_s : u"k"_s);
}

} // namespace tiermap
