#pragma once

#include "core/plan/package.h"
#include "core/project/edit.h"
#include "core/project/project.h"

#include <sqlite3.h>

#include <QFile>
#include <QtEndian>

namespace tiermap {

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void append(QByteArray& bytes, auto number) {
    number = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

inline const QStringList binjiang{QStringLiteral("330108")};

/// An edit of one cell.
inline Edit cell(Table table, const QStringList& key, const QString& column, const Value& value) {
    return {.changes = {setCell(table, key, column, value)},
            .reason = QStringLiteral("because"),
            .source = QStringLiteral("a letter")};
}

/// The code of the problem that a result holds.
int code(const auto& result) { return result ? -1 : static_cast<int>(result.error().code); }

/// A square as maps/geometry would encode it: header with envelope, one polygon of five positions.
inline ShapeBlob square(double west, double south) {
    const double east = west + 0.1;
    const double north = south + 0.1;
    ShapeBlob blob("GP\0\3", 4);
    append(blob, qint32(4490));
    for (const double side : {west, east, south, north}) {
        append(blob, side);
    }
    blob.append('\1');
    append(blob, quint32(6)); // MultiPolygon
    append(blob, quint32(1));
    blob.append('\1');
    append(blob, quint32(3)); // Polygon
    append(blob, quint32(1));
    append(blob, quint32(5));
    for (const double number : {west, south, east, south, east, north, west, north, west, south}) {
        append(blob, number);
    }
    return blob;
}

/// Another program at work on the file.
class OtherProgram {
public:
    explicit OtherProgram(const QString& path) { sqlite3_open(path.toUtf8().constData(), &m_database); }
    ~OtherProgram() { sqlite3_close(m_database); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    /// The cells of all rows, one a line; nothing after an error.
    std::optional<QString> run(const QString& sql) {
        QString cells;
        const auto collect = [](void* text, int count, char** row, char**) {
            for (int i = 0; i < count; ++i) {
                *static_cast<QString*>(text) += QString::fromUtf8(row[i]) + u'\n';
            }
            return 0;
        };
        const int code = sqlite3_exec(m_database, sql.toUtf8().constData(), collect, &cells, nullptr);
        return code == SQLITE_OK ? std::optional(cells) : std::nullopt;
    }

private:
    sqlite3* m_database = nullptr;
};

/// The Hangzhou plan with squares for districts, and with what the shipped one does not have yet: a position, a missing
/// value, something around it.
inline Project sampleProject() {
    using namespace Qt::StringLiterals;
    Project project;
    const Result<Plan> plan =
        readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    project.plan = plan.value();
    project.plan.sites[0].position = QPointF(120.2, 30.2);
    Observation missing;
    missing.zone = u"330105"_s;
    missing.indicator = u"gdp"_s;
    missing.source = u"s"_s;
    missing.missingReason = u"not published"_s;
    project.plan.observations << missing;
    double west = 119;
    for (const Zone& zone : project.plan.layoutZones()) {
        project.zoneShapes.insert(zone.code, square(west, 30));
        west += 0.1;
    }
    project.context << ContextFeature{ContextFeature::Role::Water,
                                      {u"钱塘江"_s, u"Qiantang River"_s},
                                      u"GSHHG"_s,
                                      square(120, 30.1)}
                    << ContextFeature{
                           ContextFeature::Role::Neighbour, {u"绍兴市"_s, u"Shaoxing"_s}, u"x"_s, square(121, 29.5)};
    return project;
}

} // namespace tiermap
