#include "core/plan/package_writer.h"
#include "core/project/names.h"
#include "maps/formats/plan_project.h"
#include "maps/geometry/geopackage_blob.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// 1e-8 degrees are a millimetre. A vertex that neighbours share stays the same for both.
QJsonArray json(const GeoPoint& point) {
    const auto rounded = [](double degrees) { return std::round(degrees * 1e8) / 1e8; };
    return {rounded(point.get<0>()), rounded(point.get<1>())};
}

QJsonArray json(const auto& points) {
    QJsonArray array;
    for (const GeoPoint& point : points) {
        array << json(point);
    }
    return array;
}

QJsonObject geometry(const GeoShape& shape) {
    QJsonArray parts;
    if (const auto* lines = std::get_if<GeoLines>(&shape)) {
        for (const GeoLine& line : *lines) {
            parts << json(line);
        }
        return {{u"type"_s, u"MultiLineString"_s}, {u"coordinates"_s, parts}};
    }
    if (const auto* point = std::get_if<GeoPoint>(&shape)) {
        return {{u"type"_s, u"Point"_s}, {u"coordinates"_s, json(*point)}};
    }
    for (const GeoPolygon& polygon : std::get<GeoPolygons>(shape)) {
        QJsonArray rings;
        rings << json(polygon.outer());
        for (const auto& ring : polygon.inners()) {
            rings << json(ring);
        }
        parts << rings;
    }
    return {{u"type"_s, u"MultiPolygon"_s}, {u"coordinates"_s, parts}};
}

/// One feature a line, so that a change of one zone is a change of one line.
Result<void> writeFeatures(const QString& path, const QList<QJsonObject>& features) {
    QByteArrayList lines;
    for (const QJsonObject& feature : features) {
        lines << QJsonDocument(feature).toJson(QJsonDocument::Compact);
    }
    const QByteArray bytes = "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.join(",\n") + "\n]}\n";
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return std::unexpected(
        Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {file.errorString()}});
}

Result<QJsonObject> feature(const ShapeBlob& blob, const QJsonObject& properties) {
    return decodeShape(blob).transform([&](const GeoShape& shape) {
        return QJsonObject{{u"type"_s, u"Feature"_s}, {u"properties"_s, properties}, {u"geometry"_s, geometry(shape)}};
    });
}

} // namespace

Result<void> writePlanProject(const Project& project, const QString& folder) {
    if (QFileInfo::exists(folder + u"/plan.json"_s)) {
        return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = folder + u"/plan.json"_s});
    }
    if (!QDir().mkpath(folder)) {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = folder, .arguments = {QString()}});
    }
    QList<QJsonObject> zones;
    for (const Zone& zone : project.plan.layoutZones()) {
        const auto made =
            feature(project.zoneShapes.value(zone.code), {{u"code"_s, zone.code}, {u"name_zh"_s, zone.name.zh}});
        if (!made) {
            return std::unexpected(made.error());
        }
        zones << *made;
    }
    QList<QJsonObject> context;
    for (const ContextFeature& each : project.context) {
        const auto made = feature(each.shape, {{u"role"_s, nameOf(each.role)},
                                               {u"name_zh"_s, each.name.zh},
                                               {u"name_en"_s, each.name.en},
                                               {u"source"_s, each.source}});
        if (!made) {
            return std::unexpected(made.error());
        }
        context << *made;
    }
    return writeFeatures(folder + u"/zones.geojson"_s, zones)
        .and_then(
            [&] { return context.isEmpty() ? Result<void>() : writeFeatures(folder + u"/context.geojson"_s, context); })
        .and_then([&] { return writePlanPackage(project.plan, folder); }); // plan.json says that the rest is there
}

} // namespace tiermap
