#include "maps/import/zone_import.h"

#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/overlap.h"
#include "maps/geometry/validity.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Notice = ImportReport::Notice;

/// Shares of both areas below this are neighbours that touch, not the same zone.
constexpr double leastOverlap = 0.5;

class Importer {
public:
    Importer(const Project& project, const PlanShapes& shapes, const ZoneNames& names, const SourceRows& rows,
             const QString& key)
        : m_project(project)
        , m_shapes(shapes)
        , m_names(names)
        , m_rows(rows)
        , m_key(rows.fields.indexOf(key.isEmpty() ? fieldThatNamesZones() : key)) {
        m_result.keyField = rows.fields.value(m_key);
    }

    ShapeImport import() {
        for (const SourceRow& row : m_rows.rows) {
            ++m_result.report.read;
            if (const auto zone = zoneOf(row)) {
                take(row, *zone);
            }
        }
        return std::move(m_result);
    }

private:
    QString fieldThatNamesZones() const {
        QString best;
        qsizetype most = 0;
        for (qsizetype field = 0; field < m_rows.fields.size(); ++field) {
            QSet<QString> zones;
            for (const SourceRow& row : m_rows.rows) {
                if (const auto match = m_names.find(row.cells.value(field)); match && match->zones.size() == 1) {
                    zones << match->zones[0];
                }
            }
            if (zones.size() > most) {
                most = zones.size();
                best = m_rows.fields[field];
            }
        }
        return best;
    }

    void leave(const SourceRow& row, Notice::Kind kind, const QString& text, const QStringList& arguments = {}) {
        m_result.report.unused << Notice{
            .kind = kind, .row = row.row, .column = {}, .text = text, .arguments = arguments};
    }

    /// The zone that an outline is for; where there is none the report says why.
    std::optional<QString> zoneOf(const SourceRow& row) {
        const QString text = row.cells.value(m_key).trimmed();
        if (!row.shape) {
            row.shapeProblem.isEmpty() ? leave(row, Notice::Kind::PlaceMissing, text)
                                       : leave(row, Notice::Kind::GeometryInvalid, text, {row.shapeProblem});
            return std::nullopt;
        }
        const auto* polygons = std::get_if<GeoPolygons>(&*row.shape);
        if (const auto reason = polygons != nullptr ? whyInvalid(*polygons) : u"polygons are expected"_s) {
            leave(row, Notice::Kind::GeometryInvalid, text, {*reason});
            return std::nullopt;
        }
        if (const auto match = m_names.find(text)) {
            if (match->former != nullptr) {
                leave(row, Notice::Kind::ZoneFormer, text, match->zones);
                return std::nullopt;
            }
            return match->zones[0];
        }
        if (m_key >= 0) {
            leave(row, Notice::Kind::ZoneUnknown, text);
            return std::nullopt;
        }
        return byPlace(row, *polygons);
    }

    std::optional<QString> byPlace(const SourceRow& row, const GeoPolygons& polygons) {
        double most = 0;
        QString zone;
        for (const ZoneShape& shape : m_shapes.zones) {
            if (const double share = overlap(polygons, shape.polygons); share > most) {
                most = share;
                zone = shape.code;
            }
        }
        if (most < leastOverlap) {
            leave(row, Notice::Kind::ZoneUnknown, {});
            return std::nullopt;
        }
        m_result.report.warnings << Notice{.kind = Notice::Kind::OverlapMatch,
                                           .row = row.row,
                                           .column = {},
                                           .text = zone,
                                           .arguments = {QString::number(std::round(most * 100))}};
        return zone;
    }

    void take(const SourceRow& row, const QString& code) {
        if (m_taken.contains(code)) {
            leave(row, Notice::Kind::ZoneTwice, code);
            return;
        }
        m_taken << code;
        const ShapeBlob blob = encodeShape(*row.shape);
        const Zone* zone = m_project.plan.zone(code);
        if (m_project.zoneShapes.value(code) == blob && !zone->schematic) {
            ++m_result.report.unchanged;
            return;
        }
        Change change = setCell(Table::Zones, {code}, u"geom"_s, blob);
        if (zone->schematic) {
            change.after.insert(u"schematic"_s, qint64(0));
        }
        m_result.edit.changes << change;
        ++m_result.report.used;
    }

    const Project& m_project;
    const PlanShapes& m_shapes;
    const ZoneNames& m_names;
    const SourceRows& m_rows;
    qsizetype m_key;
    QSet<QString> m_taken;
    ShapeImport m_result;
};

} // namespace

ShapeImport importZones(const Project& project, const PlanShapes& shapes, const ZoneNames& names,
                        const SourceRows& rows, const QString& key) {
    return Importer(project, shapes, names, rows, key).import();
}

} // namespace tiermap
