#include "maps/import/zone_import.h"

#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/overlap.h"
#include "maps/geometry/validity.h"
#include "maps/import/column_report.h"

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
             const ZoneChoices& choices)
        : m_project(project)
        , m_shapes(shapes)
        , m_names(names)
        , m_rows(rows)
        , m_choices(choices)
        , m_key(rows.fields.indexOf(choices.key.isEmpty() ? fieldThatNamesZones() : choices.key)) {
        m_result.keyField = rows.fields.value(m_key);
        for (qsizetype field = 0; field < rows.fields.size(); ++field) {
            const auto named = std::ranges::count_if(
                rows.rows, [&](const SourceRow& row) { return names.find(row.cells.value(field)).has_value(); });
            if (field == m_key || (choices.key.isEmpty() && std::cmp_greater(named * 2, rows.rows.size()))) {
                m_naming << field;
            }
        }
        QHash<qsizetype, QString> fields;
        for (const qsizetype column : std::as_const(m_naming)) {
            fields.insert(column, u"zone"_s);
        }
        tellColumns(m_result.report, rows, fields);
    }

    ShapeImport import() {
        for (const SourceRow& row : m_rows.rows) {
            ++m_result.report.read;
            if (const auto zone = zoneOf(row)) {
                take(row, *zone);
            }
        }
        speakOfBoundaries();
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
            for (const qsizetype field : m_naming) {
                if (const auto other = m_names.find(row.cells.value(field));
                    other && contradict(m_project.plan, *match, *other)) {
                    leave(row, Notice::Kind::NamesDiffer, text, {match->zones[0], other->zones[0]});
                    return std::nullopt;
                }
            }
            if (match->former != nullptr) {
                leave(row, Notice::Kind::ZoneFormer, text, match->zones);
                return std::nullopt;
            }
            return liesThere(row, *polygons, match->zones[0]) ? std::optional(match->zones[0]) : std::nullopt;
        }
        if (m_key >= 0) {
            leave(row, Notice::Kind::ZoneUnknown, text);
            return std::nullopt;
        }
        return byPlace(row, *polygons);
    }

    /// An outline that has nothing to do with the zone's own is for another place; one with little is warned of.
    bool liesThere(const SourceRow& row, const GeoPolygons& polygons, const QString& code) {
        const GeoPolygons* own = m_shapes.polygons(code);
        const double share = own != nullptr ? overlap(polygons, *own) : 1;
        if (share <= 0) {
            const GeoPoint& corner = polygons.front().outer().front();
            leave(row, Notice::Kind::OutsidePlan, code,
                  {QString::number(corner.get<0>(), 'f', 4), QString::number(corner.get<1>(), 'f', 4)});
            return false;
        }
        if (share < leastOverlap) {
            m_result.report.warnings << Notice{.kind = Notice::Kind::OverlapMatch,
                                               .row = row.row,
                                               .column = {},
                                               .text = code,
                                               .arguments = {QString::number(std::round(share * 100))}};
        }
        return true;
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
        const bool becomesFirm = zone->schematic && !m_choices.schematic;
        if (m_project.zoneShapes.value(code) == blob && !becomesFirm) {
            ++m_result.report.unchanged;
            return;
        }
        Change change = setCell(Table::Zones, {code}, u"geom"_s, blob);
        if (becomesFirm) {
            change.after.insert(u"schematic"_s, qint64(0));
        }
        m_result.edit.changes << change;
        ++m_result.report.used;
    }

    void speakOfBoundaries() {
        const BoundaryNote& now = m_project.plan.boundary;
        const Text provenance{u"区县界线: "_s + m_choices.source, u"Districts: "_s + m_choices.source};
        const bool outlines = std::ranges::any_of(
            m_result.edit.changes, [](const Change& change) { return change.after.contains(u"geom"_s); });
        if (m_choices.schematic || m_taken.isEmpty() || !outlines) { // the same outlines are the same sketch
            return;
        }
        int missing = 0;
        Text taken;
        for (const Zone& zone : m_project.plan.layoutZones()) {
            missing += zone.kind == Zone::Kind::District && !m_taken.contains(zone.code) ? 1 : 0;
            if (m_taken.contains(zone.code)) {
                taken.zh += (taken.zh.isEmpty() ? u""_s : u"、"_s) + zone.name.zh;
                taken.en += (taken.en.isEmpty() ? u""_s : u", "_s) + zone.name.en;
            }
        }
        if (missing > 0) {
            const Text parts{taken.zh + u": "_s + m_choices.source, taken.en + u": "_s + m_choices.source};
            if (!m_result.edit.changes.isEmpty() && !now.provenance.zh.contains(parts.zh)) {
                m_result.edit.changes << Change{
                    .kind = Change::Kind::Update,
                    .table = Table::Boundary,
                    .key = {u"zones"_s},
                    .before = {},
                    .after = {{u"provenance_zh"_s, now.provenance.zh + u"; "_s + parts.zh},
                              {u"provenance_en"_s, now.provenance.en + u"; "_s + parts.en}}};
            }
            if (now.schematic) {
                m_result.report.warnings << Notice{.kind = Notice::Kind::BoundaryNoteStays,
                                                   .row = 0,
                                                   .column = {},
                                                   .text = {},
                                                   .arguments = {QString::number(missing)}};
            }
            return;
        }
        Change change{.kind = Change::Kind::Update,
                      .table = Table::Boundary,
                      .key = {u"zones"_s},
                      .before = {},
                      .after = {{u"schematic"_s, qint64(0)},
                                {u"vintage"_s, m_choices.vintage},
                                {u"note_zh"_s, QString()},
                                {u"note_en"_s, QString()},
                                {u"provenance_zh"_s, provenance.zh},
                                {u"provenance_en"_s, provenance.en}}};
        const BoundaryNote then{.vintage = m_choices.vintage, .schematic = false, .note = {}, .provenance = provenance};
        if (then == now) {
            return;
        }
        if (now.schematic) {
            m_result.report.warnings << Notice{
                .kind = Notice::Kind::BoundaryNoteGoes, .row = 0, .column = {}, .text = {}, .arguments = {}};
        }
        m_result.edit.changes << change;
    }

    const Project& m_project;
    const PlanShapes& m_shapes;
    const ZoneNames& m_names;
    const SourceRows& m_rows;
    const ZoneChoices& m_choices;
    qsizetype m_key;
    QList<qsizetype> m_naming; ///< columns that name the zone, be it by code or name
    QSet<QString> m_taken;
    ShapeImport m_result;
};

} // namespace

ShapeImport importZones(const Project& project, const PlanShapes& shapes, const ZoneNames& names,
                        const SourceRows& rows, const ZoneChoices& choices) {
    return Importer(project, shapes, names, rows, choices).import();
}

} // namespace tiermap
