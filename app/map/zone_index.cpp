#include "app/map/zone_index.h"

#include <boost/geometry/algorithms/assign.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>

namespace tiermap {

namespace {

namespace bg = boost::geometry;

void project(const GeoPolygon::ring_type& ring, Polygon::ring_type& projected) {
    projected.reserve(ring.size());
    for (const GeoPoint& point : ring)
        projected.push_back(webMercatorMetres({point.get<0>(), point.get<1>()}));
}

Polygons project(const GeoPolygons& polygons) {
    Polygons projected;
    for (const GeoPolygon& polygon : polygons) {
        Polygon& target = projected.emplace_back();
        project(polygon.outer(), target.outer());
        for (const auto& hole : polygon.inners())
            project(hole, target.inners().emplace_back());
    }
    return projected;
}

Box boxAround(const Polygons& polygons) {
    Box box;
    bg::assign_inverse(box);
    for (const Polygon& polygon : polygons)
        for (const Point& point : polygon.outer())
            bg::expand(box, point);
    return box;
}

} // namespace

ZoneIndex::ZoneIndex(const Plan& plan, const PlanShapes& shapes) {
    for (const ZoneShape& shape : shapes.zones) {
        const Zone* zone = plan.zone(shape.code);
        Entry entry;
        entry.code = shape.code;
        entry.tier = zone ? zone->tier : QString();
        entry.inside = zone && zone->kind == Zone::Kind::OfWhich;
        entry.polygons = project(shape.polygons);
        if (entry.polygons.empty())
            continue;
        entry.box = boxAround(entry.polygons);
        m_zones.push_back(std::move(entry));
    }
}

QString ZoneIndex::at(const Point& metres) const {
    const Entry* found = nullptr;
    for (const Entry& zone : m_zones) {
        const bool better = !found || (zone.inside && !found->inside);
        if (better && !m_hidden.contains(zone.tier) && bg::covered_by(metres, zone.box) &&
            bg::covered_by(metres, zone.polygons))
            found = &zone;
    }
    return found ? found->code : QString();
}

QStringList ZoneIndex::touching(const Box& box) const {
    QStringList codes;
    for (const Entry& zone : m_zones)
        if (!m_hidden.contains(zone.tier) && bg::intersects(box, zone.box) && bg::intersects(box, zone.polygons))
            codes.append(zone.code);
    return codes;
}

const Polygons* ZoneIndex::polygons(const QString& code) const {
    const auto zone = std::ranges::find(m_zones, code, &Entry::code);
    return zone == m_zones.end() ? nullptr : &zone->polygons;
}

Box ZoneIndex::extent(const QStringList& codes) const {
    Box all;
    bg::assign_inverse(all);
    for (const Entry& zone : m_zones)
        if (codes.isEmpty() || codes.contains(zone.code))
            bg::expand(all, zone.box);
    return all;
}

} // namespace tiermap
