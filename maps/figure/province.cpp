#include "maps/figure/province.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

GeoPolygon polygonOf(const QJsonArray& rings) {
    GeoPolygon polygon;
    for (qsizetype i = 0; i < rings.size(); ++i) {
        auto& ring = i == 0 ? polygon.outer() : polygon.inners().emplace_back();
        for (const auto& position : rings[i].toArray())
            ring.emplace_back(position[0].toDouble(), position[1].toDouble());
    }
    return polygon;
}

GeoPolygons polygonsOf(const QJsonObject& geometry) {
    const QJsonArray coordinates = geometry["coordinates"_L1].toArray();
    if (geometry["type"_L1] == "Polygon"_L1)
        return {polygonOf(coordinates)};
    GeoPolygons polygons;
    for (const auto& rings : coordinates)
        polygons.push_back(polygonOf(rings.toArray()));
    return polygons;
}

} // namespace

std::optional<Province> provinceOf(const QString& city) {
    constexpr qsizetype ofProvince = 2; // digits
    QFile file(u":/tiermap/provinces/%1.geojson"_s.arg(city.first(std::min(ofProvince, city.size()))));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray bytes = file.readAll();
    Province province;
    province.hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(16));
    for (const auto& feature : QJsonDocument::fromJson(bytes)["features"_L1].toArray()) {
        const QJsonValue properties = feature["properties"_L1];
        const Text name{properties["name_zh"_L1].toString(), properties["name_en"_L1].toString()};
        GeoPolygons polygons = polygonsOf(feature["geometry"_L1].toObject());
        if (properties["role"_L1] == "prefecture"_L1) {
            province.prefectures.push_back({name, std::move(polygons)});
        } else {
            province.name = name;
            province.outline = std::move(polygons);
            province.source = properties["source"_L1].toString();
        }
    }
    return province;
}

} // namespace tiermap
