#include "maps/formats/geojson_writer.h"

#include "maps/formats/row_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray quoted(const QString& text) {
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

QByteArray valueOf(const QVariant& cell) {
    return !cell.isValid()                       ? QByteArray("null")
           : cell.typeId() == QMetaType::QString ? quoted(cell.toString())
                                                 : cellText(cell).toUtf8();
}

QByteArray coordinates(const GeoPoint& point) {
    return '[' + numberText(point.get<0>()).toUtf8() + ',' + numberText(point.get<1>()).toUtf8() + ']';
}

/// Of lines, rings and lists of them.
template <class List>
QByteArray coordinates(const List& list) {
    QByteArray text = "[";
    for (const auto& member : list) {
        text += (text.size() > 1 ? "," : "") + coordinates(member);
    }
    return text + ']';
}

QByteArray coordinates(const GeoPolygon& polygon) {
    QByteArray text = '[' + coordinates(polygon.outer());
    for (const auto& hole : polygon.inners()) {
        text += ',' + coordinates(hole);
    }
    return text + ']';
}

QByteArray geometryOf(const GeoShape& shape) {
    if (const auto* point = std::get_if<GeoPoint>(&shape)) {
        return R"({"type":"Point","coordinates":)" + coordinates(*point) + '}';
    }
    if (const auto* lines = std::get_if<GeoLines>(&shape)) {
        return R"({"type":"MultiLineString","coordinates":)" + coordinates(*lines) + '}';
    }
    QByteArray text = R"({"type":"MultiPolygon","coordinates":[)";
    const auto& polygons = std::get<GeoPolygons>(shape);
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        text += (i > 0 ? "," : "") + coordinates(polygons[i]);
    }
    return text + "]}";
}

QByteArray featureOf(const QList<QByteArray>& keys, const ShapeRow& row) {
    QByteArray text = R"({"type":"Feature","properties":{)";
    for (qsizetype i = 0; i < keys.size(); ++i) {
        text += (i > 0 ? "," : "") + keys[i] + ':' + valueOf(row.cells.value(i));
    }
    return text + R"(},"geometry":)" + (row.shape ? geometryOf(*row.shape) : QByteArray("null")) + '}';
}

} // namespace

Result<void> writeGeoJson(const QString& file, const QString& name, const QStringList& fields,
                          const ShapeRowSource& rows) {
    QFile out(file);
    const auto unwritable = [&] {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {out.errorString()}});
    };
    QList<QByteArray> keys;
    for (const QString& field : fields) {
        keys << quoted(field);
    }
    if (!out.open(QIODevice::WriteOnly) ||
        out.write(R"({"type":"FeatureCollection","name":)" + quoted(name) + R"(,"features":[)") < 0) {
        return unwritable();
    }
    bool first = true;
    const Result<void> given = rows([&](const ShapeRow& row) {
        const bool written = out.write((first ? "\n" : ",\n") + featureOf(keys, row)) >= 0;
        first = false;
        return written;
    });
    if (!given) {
        return given;
    }
    out.write("\n]}\n");
    out.close(); // what was still in memory goes out here
    return out.error() == QFileDevice::NoError ? Result<void>() : unwritable();
}

} // namespace tiermap
