#pragma once

#include "core/plan/package.h"
#include "maps/scene/plan_shapes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tiermap::test {

using namespace Qt::StringLiterals;

struct RealPlan {
    Project project;
    PlanShapes shapes;
};

inline GeoLine lineOf(const QJsonArray& coordinates) {
    GeoLine line;
    for (const auto& c : coordinates)
        line.emplace_back(c.toArray().at(0).toDouble(), c.toArray().at(1).toDouble());
    return line;
}

inline GeoPolygons polygonsOf(const QJsonObject& geometry) {
    const bool many = geometry["type"_L1] == "MultiPolygon"_L1;
    const QJsonArray coordinates = geometry["coordinates"_L1].toArray();
    const QJsonArray polygons = many ? coordinates : QJsonArray{coordinates};
    GeoPolygons all;
    for (const auto& rings : polygons) {
        GeoPolygon polygon;
        bool first = true;
        for (const auto& ring : rings.toArray()) {
            const GeoLine line = lineOf(ring.toArray());
            auto& target = first ? polygon.outer() : polygon.inners().emplace_back();
            target.assign(line.begin(), line.end());
            first = false;
        }
        all.push_back(std::move(polygon));
    }
    return all;
}

inline QJsonArray featuresOf(const QString& file) {
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(open.readAll())["features"_L1].toArray()
                                          : QJsonArray();
}

/// The Hangzhou plan of the source tree, read without GDAL. Empty shapes where the boundaries are not there yet.
inline RealPlan hangzhou(const QString& sourceFolder) {
    const QString folder = sourceFolder + u"/resources/plans/hangzhou"_s;
    RealPlan real;
    if (const auto plan = readPlanPackage(folder))
        real.project.plan = *plan;
    std::vector<ZoneShape> tiling;
    const QJsonArray zones = featuresOf(folder + u"/zones.geojson"_s);
    for (const Zone& zone : real.project.plan.layoutZones()) {
        for (const auto& feature : zones) {
            const QJsonObject object = feature.toObject();
            if (object["properties"_L1]["code"_L1].toString() != zone.code)
                continue;
            real.shapes.zones.push_back({zone.code, polygonsOf(object["geometry"_L1].toObject())});
            if (zone.kind == Zone::Kind::District)
                tiling.push_back(real.shapes.zones.back());
        }
    }
    real.shapes.borders = sharedBorders(tiling);
    for (const auto& feature : featuresOf(folder + u"/context.geojson"_s)) {
        const QJsonObject properties = feature.toObject()["properties"_L1].toObject();
        const QJsonObject geometry = feature.toObject()["geometry"_L1].toObject();
        const QString role = properties["role"_L1].toString();
        ContextShape shape;
        shape.name = {properties["name_zh"_L1].toString(), properties["name_en"_L1].toString()};
        shape.role = role == u"water"_s    ? ContextFeature::Role::Water
                     : role == u"border"_s ? ContextFeature::Role::Border
                                           : ContextFeature::Role::Neighbour;
        if (geometry["type"_L1] == "LineString"_L1)
            shape.shape = GeoLines{lineOf(geometry["coordinates"_L1].toArray())};
        else if (geometry["type"_L1] == "MultiLineString"_L1)
            continue;
        else
            shape.shape = polygonsOf(geometry);
        real.shapes.context.push_back(std::move(shape));
    }
    return real;
}

} // namespace tiermap::test
