#include "maps/import/own_rows.h"

#include "core/plan/number_entry.h"
#include "core/project/check.h"
#include "core/store/blob_header.h"
#include "core/store/row_fields.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/validity.h"
#include "maps/import/own_cell.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Notice = ImportReport::Notice;

bool isProvenance(QLatin1StringView column) { return column == "author"_L1 || column == "edited_at"_L1; }

/// What a KML file says of each of its marks.
bool saysNothing(const QString& field) {
    static const QSet<QString> formats{
        u"name"_s,    u"description"_s, u"timestamp"_s, u"begin"_s, u"end"_s, u"altitudemode"_s, u"tessellate"_s,
        u"extrude"_s, u"visibility"_s,  u"draworder"_s, u"icon"_s,  u"id"_s,  u"fid"_s,          u"ordinal"_s};
    return formats.contains(field.toLower());
}

bool isCoordinate(const QString& field) { return field == "longitude"_L1 || field == "latitude"_L1; }

class Importer {
public:
    Importer(const Project& project, const ZoneNames& names, const SourceRows& rows, Table table)
        : m_project(project)
        , m_names(names)
        , m_rows(rows)
        , m_table(table) {
        m_result.keyField = columnsOf(table)[table == Table::Observations ? 0 : 1].name;
        for (const QString& field : rows.fields) {
            const bool known = columnOf(table, field) != nullptr || isCoordinate(field);
            m_result.report.columns << ColumnReading{.column = field, .field = known ? field : QString()};
            if (!known && !saysNothing(field) && !field.isEmpty()) {
                m_result.report.unusedColumns << Notice{
                    .kind = Notice::Kind::ColumnUnknown, .row = 0, .column = field, .text = {}, .arguments = {}};
            }
        }
        for (const Column& column : columnsOf(table)) {
            const qsizetype at = rows.fields.indexOf(column.name);
            if (at >= 0 && column.kind != Column::Kind::Geometry && !isProvenance(column.name)) {
                m_columns << std::pair(at, &column);
            }
        }
        rememberProject();
    }

    ShapeImport import() {
        for (const SourceRow& row : m_rows.rows) {
            ++m_result.report.read;
            take(row);
        }
        m_result.edit.changes = m_released + m_updates + inOrder(m_inserts);
        if (m_table == Table::Observations) {
            countValues();
        }
        return std::move(m_result);
    }

private:
    void rememberProject() {
        if (m_table == Table::Zones) {
            for (const Zone& zone : m_project.plan.zones) {
                remember(fieldsOf(zone, m_project.zoneShapes.value(zone.code)));
            }
        } else if (m_table == Table::Sites) {
            for (const Site& site : m_project.plan.sites) {
                remember(fieldsOf(site));
            }
        } else {
            for (const Observation& observation : m_project.plan.observations) {
                const Fields cells = fieldsOf(observation);
                remember(cells);
                if (observation.adopted) {
                    m_adopted.insert(keyOf(m_table, cells).first(3), keyOf(m_table, cells));
                }
            }
        }
    }

    void remember(const Fields& cells) { m_known.insert(keyOf(m_table, cells), cells); }

    void leave(const SourceRow& row, Notice::Kind kind, const QString& column = {}, const QString& text = {},
               const QStringList& arguments = {}) {
        m_result.report.unused << Notice{
            .kind = kind, .row = row.row, .column = column, .text = text, .arguments = arguments};
    }

    void take(const SourceRow& row) {
        Fields cells;
        if (!readCells(row, cells) || !addShape(row, cells) || !refersToWhatIs(row, cells)) {
            return;
        }
        if (m_table == Table::Observations && !isWhole(row, cells)) {
            return;
        }
        const QStringList key = keyOf(m_table, cells);
        if (m_taken.contains(key)) {
            leave(row, Notice::Kind::RowTwice, m_result.keyField, key.join(u' '));
            return;
        }
        m_taken << key;
        write(key, cells);
    }

    bool readCells(const SourceRow& row, Fields& cells) {
        QString bound;
        QString written; // as the number
        for (const auto& [at, place] : m_columns) {
            const Column& column = *place;
            QString text = row.cells.value(at);
            if (m_table == Table::Observations && column.name == "value"_L1) {
                written = text;
                text = enteredWithheld(text).isEmpty() ? text : QString();
            }
            const std::optional<OwnCell> cell = ownCell(column, text);
            if (!cell) {
                const QStringList allowed = column.allowed == nullptr ? QStringList() : QStringList{column.allowed()};
                leave(row, Notice::Kind::CellRefused, column.name, text, allowed);
                return false;
            }
            cells.insert(column.name, cell->value);
            if (cell->bound != Quantity::Bound::Exact) {
                bound = nameOf(cell->bound);
            }
        }
        const QString withheld = enteredWithheld(written, textOf(cells.value(u"missing_reason"_s)));
        if (!withheld.isEmpty()) { // somebody typed it over the number
            cells.insert(u"missing_reason"_s, withheld);
        }
        if (!bound.isEmpty()) { // a sign before the number goes before the word in the other column
            cells.insert(u"bound"_s, bound);
        }
        return true;
    }

    bool addShape(const SourceRow& row, Fields& cells) {
        if (!row.shapeProblem.isEmpty()) {
            leave(row, Notice::Kind::GeometryInvalid, {}, {}, {row.shapeProblem});
            return false;
        }
        if (!row.shape || m_table == Table::Observations) {
            return true;
        }
        const ShapeBlob there =
            m_table == Table::Zones ? m_project.zoneShapes.value(textOf(cells.value(u"code"_s))) : ShapeBlob();
        if (const auto known = decodeShape(there); known && encodeShape(*known) == encodeShape(*row.shape)) {
            return true; // though other programs may write it otherwise
        }
        const auto* polygons = std::get_if<GeoPolygons>(&*row.shape);
        const auto reason = m_table == Table::Sites ? (std::holds_alternative<GeoPoint>(*row.shape)
                                                           ? std::nullopt
                                                           : std::optional(u"points are expected"_s))
                            : polygons != nullptr   ? whyInvalid(*polygons)
                                                    : u"polygons are expected"_s;
        if (reason) {
            leave(row, Notice::Kind::GeometryInvalid, {}, {}, {*reason});
            return false;
        }
        const auto* point = std::get_if<GeoPoint>(&*row.shape);
        cells.insert(u"geom"_s, point != nullptr ? encodePosition(QPointF(point->get<0>(), point->get<1>()))
                                                 : encodeShape(*row.shape));
        return true;
    }

    /// Zones may also be named as people name them.
    bool refersToWhatIs(const SourceRow& row, Fields& cells) {
        for (const QString& column : {u"zone"_s, u"parent"_s}) {
            const QString text = textOf(cells.value(column));
            if (text.isEmpty() || m_project.plan.zone(text) != nullptr || isZoneOfFile(text)) {
                continue;
            }
            const auto match = m_names.find(text);
            if (!match || match->former != nullptr) {
                leave(row, match ? Notice::Kind::ZoneFormer : Notice::Kind::ZoneUnknown, column, text,
                      match ? match->zones : QStringList());
                return false;
            }
            cells.insert(column, match->zones[0]);
        }
        const QString indicator = textOf(cells.value(u"indicator"_s));
        if (m_table == Table::Observations && m_project.plan.indicator(indicator) == nullptr) {
            leave(row, Notice::Kind::ColumnUnknown, u"indicator"_s, indicator, {indicator});
            return false;
        }
        if (const QString tier = textOf(cells.value(u"tier"_s));
            !tier.isEmpty() && m_project.plan.tier(tier) == nullptr) {
            QStringList tiers;
            for (const Tier& each : m_project.plan.tiers) {
                tiers << each.key;
            }
            leave(row, Notice::Kind::CellRefused, u"tier"_s, tier, {tiers.join(u", ")});
            return false;
        }
        return true;
    }

    bool isZoneOfFile(const QString& code) const {
        const qsizetype at = m_table == Table::Zones ? m_rows.fields.indexOf(u"code"_s) : -1;
        return at >= 0 &&
               std::ranges::any_of(m_rows.rows, [&](const SourceRow& row) { return row.cells.value(at) == code; });
    }

    /// An observation has a value or a reason for having none, and no rule of the plan forbids it.
    bool isWhole(const SourceRow& row, Fields& cells) {
        const auto* number = std::get_if<double>(&cells[u"value"_s]);
        if (number != nullptr) {
            cells.insert(u"missing_reason"_s, Value());
        } else if (textOf(cells.value(u"missing_reason"_s)).isEmpty()) {
            leave(row, Notice::Kind::RowEmpty);
            return false;
        } else {
            cells.insert(u"bound"_s, nameOf(Quantity::Bound::Exact));
        }
        Observation observation;
        observation.indicator = textOf(cells.value(u"indicator"_s));
        if (number != nullptr) {
            observation.value = Quantity{.number = *number};
        }
        if (const auto breach = rangeBreach(m_project.plan, observation)) {
            leave(row, Notice::Kind::ValueRefused, u"value"_s, toText(cells.value(u"value"_s)),
                  breach->arguments.sliced(1));
            return false;
        }
        return true;
    }

    void write(const QStringList& key, const Fields& cells) {
        const auto known = m_known.constFind(key);
        if (known == m_known.constEnd()) {
            m_inserts << insertRow(m_table, cells);
            adopt(key, cells);
            ++m_result.report.used;
            return;
        }
        Change change{.kind = Change::Kind::Update, .table = m_table, .key = key, .before = {}, .after = {}};
        for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
            if (known->value(cell.key()) != cell.value()) {
                change.after.insert(cell.key(), cell.value());
            }
        }
        if (change.after.isEmpty()) {
            ++m_result.report.unchanged;
            return;
        }
        m_updates << change;
        adopt(key, cells);
        ++m_result.report.used;
    }

    /// A value that is adopted takes that from another source's; first, since no two may be adopted at any time.
    void adopt(const QStringList& key, const Fields& cells) {
        if (m_table != Table::Observations || cells.value(u"adopted"_s) != Value(qint64(1))) {
            return;
        }
        const QStringList other = m_adopted.value(key.first(3));
        if (!other.isEmpty() && other != key) {
            m_released << setCell(m_table, other, u"adopted"_s, qint64(0));
        }
        m_adopted.insert(key.first(3), key);
    }

    /// Units that others lie in come before those.
    QList<Change> inOrder(QList<Change> inserts) const {
        if (m_table != Table::Zones) {
            return inserts;
        }
        QList<Change> ordered;
        const auto waits = [&](const Change& change) {
            const QString parent = textOf(change.after.value(u"parent"_s));
            return std::ranges::any_of(inserts, [&](const Change& other) {
                return &other != &change && textOf(other.after.value(u"code"_s)) == parent;
            });
        };
        while (!inserts.isEmpty()) {
            auto next = std::ranges::find_if_not(inserts, waits);
            next = next == inserts.end() ? inserts.begin() : next; // a ring of parents: the project will refuse it
            ordered << *next;
            inserts.erase(next);
        }
        return ordered;
    }

    void countValues() {
        ImportReport& report = m_result.report;
        report.values = report.read;
        report.valuesUsed = report.used;
        report.valuesUnchanged = report.unchanged;
        report.unusedValues = report.unused;
    }

    const Project& m_project;
    const ZoneNames& m_names;
    const SourceRows& m_rows;
    Table m_table;
    QList<std::pair<qsizetype, const Column*>> m_columns; ///< that are read, and where they stand
    QHash<QStringList, Fields> m_known;
    QHash<QStringList, QStringList> m_adopted; ///< of zone, indicator and period: the key of the row
    QSet<QStringList> m_taken;
    QList<Change> m_released;
    QList<Change> m_updates;
    QList<Change> m_inserts;
    ShapeImport m_result;
};

} // namespace

bool isOwnTable(const QStringList& fields, Table table) {
    return std::ranges::all_of(columnsOf(table), [&](const Column& column) {
        return (!column.key && column.kind != Column::Kind::Choice) || fields.contains(column.name);
    });
}

ShapeImport importOwnRows(const Project& project, const ZoneNames& names, const SourceRows& rows, Table table) {
    return Importer(project, names, rows, table).import();
}

} // namespace tiermap
