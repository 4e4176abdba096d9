#pragma once

#include "core/plan/plan.h"
#include "maps/geometry/projection.h"
#include "maps/scene/plan_shapes.h"

#include <initializer_list>

namespace tiermap::test {

using namespace Qt::StringLiterals;

inline GeoPolygons polygonOf(std::initializer_list<GeoPoint> corners) {
    GeoPolygon polygon;
    polygon.outer().assign(corners);
    polygon.outer().push_back(*corners.begin());
    return {polygon};
}

inline Zone zoneOf(const QString& code, const Text& name, const QString& tier, Zone::Kind kind = Zone::Kind::District) {
    Zone zone;
    zone.code = code;
    zone.name = name;
    zone.tier = tier;
    zone.kind = kind;
    return zone;
}

/// A city of four districts and one of-which zone: W in the west, N and S in the east, the little C where all three
/// meet, and G as a sketch inside N.
inline Plan smallPlan() {
    Plan plan;
    plan.key = u"small"_s;
    plan.title = {u"小城三年行动计划"_s, u"Three-Year Plan of a Small City"_s};
    plan.layout = {u"1+1+1+2"_s, u"1+1+1+2"_s};
    plan.issuer = {u"小城办公厅"_s, u"General Office"_s};
    plan.validFrom = QDate(2024, 5, 24);
    plan.validTo = QDate(2026, 12, 31);
    plan.boundary = {u"2021-04"_s, true, {u"界线为示意"_s, u"Boundaries schematic"_s}, {u"手工"_s, u"Made by hand"_s}};
    const auto tier = [](const QString& key, const Text& mark, const Text& name, const QString& color) {
        Tier t;
        t.key = key;
        t.mark = mark;
        t.name = name;
        t.driver = name;
        t.mode = {u"创新"_s, u"Innovation"_s};
        t.color = color;
        return t;
    };
    plan.tiers = {tier(u"lead"_s, {u"引"_s, u"L"_s}, {u"引领"_s, u"Lead"_s}, u"#1F5A94"_s),
                  tier(u"linked"_s, {u"联"_s, u"K"_s}, {u"联动"_s, u"Linked"_s}, u"#5FA8C9"_s),
                  tier(u"support"_s, {u"支"_s, u"G"_s}, {u"支撑"_s, u"Gateway"_s}, u"#E4572E"_s),
                  tier(u"develop"_s, {u"域"_s, u"D"_s}, {u"全域"_s, u"Wide"_s}, u"#B9D67A"_s)};
    plan.tiers[2].pattern = Tier::Pattern::Hatch;
    Zone gateway = zoneOf(u"G"_s, {u"空港示范区"_s, u"Airport Zone"_s}, u"support"_s, Zone::Kind::OfWhich);
    gateway.parent = u"N"_s;
    gateway.schematic = true;
    plan.zones = {zoneOf(u"N"_s, {u"北山区"_s, u"Beishan"_s}, u"lead"_s),
                  zoneOf(u"S"_s, {u"南山区"_s, u"Nanshan"_s}, u"lead"_s),
                  zoneOf(u"C"_s, {u"中城区"_s, u"Zhongcheng"_s}, u"linked"_s),
                  gateway,
                  zoneOf(u"W"_s, {u"西山县"_s, u"Xishan"_s}, u"develop"_s),
                  zoneOf(u"city"_s, {u"小城市"_s, u"Small City"_s}, {}, Zone::Kind::City)};
    const auto site = [](const QString& key, const QString& zone, std::optional<QPointF> position) {
        Site s;
        s.key = key;
        s.name = {u"平台"_s + key, u"Platform "_s + key};
        s.zone = zone;
        s.position = position;
        return s;
    };
    plan.sites = {site(u"1"_s, u"W"_s, std::nullopt), site(u"2"_s, u"W"_s, std::nullopt),
                  site(u"3"_s, u"S"_s, QPointF(120.2, 29.5))};
    return plan;
}

inline PlanShapes smallShapes() {
    const auto p = [](double x, double y) { return GeoPoint(x, y); };
    PlanShapes shapes;
    shapes.zones = {
        {u"N"_s, polygonOf({p(119.6, 29.8), p(119.68, 29.8), p(120.6, 29.8), p(120.6, 30.3), p(119.6, 30.3)})},
        {u"S"_s, polygonOf({p(119.6, 29.3), p(120.6, 29.3), p(120.6, 29.8), p(119.68, 29.8), p(119.68, 29.72),
                            p(119.6, 29.72)})},
        {u"C"_s, polygonOf({p(119.6, 29.72), p(119.68, 29.72), p(119.68, 29.8), p(119.6, 29.8)})},
        {u"W"_s,
         polygonOf({p(118.6, 29.3), p(119.6, 29.3), p(119.6, 29.72), p(119.6, 29.8), p(119.6, 30.3), p(118.6, 30.3)})}};
    shapes.borders = sharedBorders(shapes.zones);
    shapes.zones.insert(shapes.zones.begin() + 3,
                        {u"G"_s, polygonOf({p(120.1, 29.95), p(120.4, 29.95), p(120.4, 30.1), p(120.1, 30.1)})});
    shapes.context = {{ContextFeature::Role::Water,
                       {u"小湖"_s, u"Small Lake"_s},
                       polygonOf({p(118.8, 29.45), p(119.1, 29.45), p(119.1, 29.6), p(118.8, 29.6)})},
                      {ContextFeature::Role::Neighbour,
                       {u"邻市"_s, u"Neighbour"_s},
                       polygonOf({p(120.6, 29), p(121.6, 29), p(121.6, 30.3), p(120.6, 30.3)})}};
    return shapes;
}

inline Project smallProject() {
    Project project;
    project.plan = smallPlan();
    return project;
}

inline Projection smallProjection() { return Projection::conicEqualArea(118.6, 29.3, 120.6, 30.3); }

} // namespace tiermap::test
