#include "core/import/observation_import.h"

#include "core/analysis/zone_figures.h"
#include "core/import/unit.h"
#include "core/plan/number_entry.h"
#include "core/project/check.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<CrosswalkResult::Gap>> namesOf() {
    using enum CrosswalkResult::Gap;
    static constexpr Name<CrosswalkResult::Gap> names[] = {{None, "none"_L1},
                                                           {CannotSplit, "cannot_split"_L1},
                                                           {NotAdditive, "not_additive"_L1},
                                                           {PartMissing, "part_missing"_L1},
                                                           {BoundsDiffer, "bounds_differ"_L1}};
    return names;
}

namespace {

using Kind = TableColumn::Kind;
using Notice = ImportReport::Notice;

/// A value as the table gives it, or as units were added up to it.
struct Entry {
    Observation observation; ///< its zone may still be a former unit
    qsizetype match = 0;     ///< what its row names
    std::optional<bool> adopted{};
    QList<qsizetype> from{}; ///< the values of the table that it is made of
};

/// What became of a value of the table.
struct Given {
    enum class Fate { Open, Used, Unchanged, Refused };
    int row = 0;
    QString column;
    QString text;
    Fate fate = Fate::Open;
};

/// What became of a row; a reason of its own where it gave no value at all.
struct Row {
    int row = 0;
    QString text; ///< what should name a zone
    std::optional<Notice> why{};
    QList<qsizetype> given{};
};

/// The natural key of its row.
QStringList rowOf(const Observation& o) { return {o.zone, o.indicator, o.period.toString(), o.source}; }

QString keyOf(const Observation& o) { return rowOf(o).join(QChar(0x1f)); }

QString cellOf(const Observation& o) { return QStringList{o.zone, o.indicator, o.period.toString()}.join(QChar(0x1f)); }

QString figureOf(const Observation& o) { return o.zone + QChar(0x1f) + o.indicator; }

/// Division keeps decimals short: 1234.5 times 0.0001 is not 0.12345, divided by 10000 it is.
double scaled(double number, double factor) {
    const double divisor = std::round(1 / factor);
    return factor < 1 && std::abs(divisor * factor - 1) < 1e-12 ? number / divisor : number * factor;
}

class Importer {
public:
    Importer(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet, const TableLayout& layout,
             const ObservationChoices& choices)
        : m_plan(plan)
        , m_zones(zones)
        , m_sheet(sheet)
        , m_layout(layout)
        , m_choices(choices)
        , m_headings(plan)
        , m_rowsSayMore(std::ranges::any_of(layout.columns, [](const TableColumn& column) {
            return column.kind == Kind::Indicator || column.kind == Kind::Period;
        })) {
        for (const Observation& o : plan.observations) {
            m_known.insert(keyOf(o), &o);
            if (o.adopted) {
                m_adopted.insert(cellOf(o), rowOf(o));
                const Observation*& latest = m_latest[figureOf(o)];
                if (o.value && (latest == nullptr || latest->period.to < o.period.to)) {
                    latest = &o;
                }
            }
        }
        m_result.report.columns = columnsRead(m_layout);
        m_result.report.unusedColumns = m_layout.notices;
    }

    ObservationImport import() {
        for (qsizetype row = m_layout.firstRow; row < m_sheet.size(); ++row) {
            const bool empty =
                std::ranges::all_of(m_sheet[row], [](const QString& text) { return text.trimmed().isEmpty(); });
            if (!empty && isHeading(m_sheet[row])) {
                const QString begin = m_sheet[row].filter(QRegularExpression(u"\\S"_s)).join(u' ');
                warn(Notice::Kind::LayerLeft, static_cast<int>(row) + 1, begin, {}); // another table below this one
                break;
            }
            if (!empty) {
                readRow(m_sheet[row], static_cast<int>(row) + 1);
            }
        }
        if (!m_rowsBelow.isEmpty()) {
            warn(Notice::Kind::ZoneAbove, m_rowsBelow[0], {}, {QString::number(m_rowsBelow.size())});
        }
        findVintage();
        noteBoundaries();
        const QList<Entry> entries = acrossBoundaries();
        for (const Entry& entry : entries) {
            take(entry);
        }
        if (m_withheld > 0) {
            warn(Notice::Kind::ValuesWithheld, 0, {}, {QString::number(m_withheld)});
        }
        if (m_beside > 0) {
            warn(Notice::Kind::NotAdopted, 0, {}, {QString::number(m_beside)});
        }
        count();
        return std::move(m_result);
    }

private:
    /// The zones' column says again what it holds.
    bool isHeading(const QStringList& cells) const {
        const QString text = cells.value(m_layout.zoneColumn).trimmed();
        const QString heading = m_layout.columns.value(m_layout.zoneColumn).heading.trimmed();
        return !text.isEmpty() && text == heading && !m_zones.find(text);
    }

    void readRow(const QStringList& cells, int number) {
        Row row{.row = number, .text = cells.value(m_layout.zoneColumn).trimmed()};
        if (row.text.isEmpty() && m_rowsSayMore && !m_above.isEmpty()) { // cells that were merged downwards
            row.text = m_above;
            m_rowsBelow << number;
        }
        m_above = row.text;
        const std::optional<ZoneMatch> match = m_zones.find(row.text);
        const QString other = match && !m_layout.zoneAsked ? otherZone(cells, *match) : QString();
        if (!other.isEmpty()) {
            row.why = Notice{.kind = Notice::Kind::NamesDiffer,
                             .row = number,
                             .column = {},
                             .text = row.text,
                             .arguments = {match->zones[0], other}};
        } else if (!match) {
            row.why = Notice{
                .kind = Notice::Kind::ZoneUnknown, .row = number, .column = {}, .text = row.text, .arguments = {}};
        } else {
            m_matches << *match;
            if (match->former != nullptr && !m_told.contains(row.text)) {
                m_told.insert(row.text);
                warn(Notice::Kind::ZoneFormer, number, row.text, match->zones);
            }
            readValues(cells, *match, row);
        }
        m_rows << row;
    }

    /// The zone of another column of the row, where that is neither the row's zone nor has to do with it; a code and a
    /// name that contradict each other say nothing.
    QString otherZone(const QStringList& cells, const ZoneMatch& match) const {
        for (qsizetype at = 0; at < m_layout.columns.size(); ++at) {
            if (m_layout.columns[at].kind != Kind::Zone || at == m_layout.zoneColumn) {
                continue;
            }
            const auto other = m_zones.find(cells.value(at));
            if (other && contradict(m_plan, match, *other)) {
                return other->zones[0];
            }
        }
        return {};
    }

    QString text(const QStringList& cells, Kind kind) const {
        const auto column = std::ranges::find(m_layout.columns, kind, &TableColumn::kind);
        return column == m_layout.columns.end() ? QString() : cells.value(column - m_layout.columns.begin()).trimmed();
    }

    /// Year and month, or quarter, may stand in columns of their own.
    QString writtenPeriod(const QStringList& cells) const {
        QString period = text(cells, Kind::Period);
        static const QRegularExpression year(u"\\A(?:19|20)\\d\\d年?\\z"_s);
        for (const auto& [kind, unit] : {std::pair(Kind::Month, u"月"_s), {Kind::Quarter, u"季度"_s}}) {
            QString part = plainText(text(cells, kind)).toUpper();
            if (part.isEmpty()) {
                continue;
            }
            part.remove(u'第').remove(u'Q').remove(u"月份"_s).remove(u'月').remove(u"季度"_s).remove(u'季');
            return year.match(plainText(period)).hasMatch() ? plainText(period).left(4) + u'年' + part.trimmed() + unit
                                                            : period + part + unit;
        }
        return period;
    }

    void readValues(const QStringList& cells, const ZoneMatch& match, Row& row) {
        Observation common;
        // A unit that only changed its name is today's zone, whatever the time; others are brought over the change later.
        const bool gone = match.former != nullptr && !isRenaming(m_plan, *match.former);
        common.zone = gone ? match.former->code : match.zones[0];
        common.source = text(cells, Kind::Source);
        common.source = common.source.isEmpty() ? m_choices.source.trimmed() : common.source;
        common.address = text(cells, Kind::Address);
        common.note = text(cells, Kind::Note);
        common.status = fromName<Observation::Status>(text(cells, Kind::Status)).value_or(m_choices.status);
        common.confidence =
            fromName<Observation::Confidence>(text(cells, Kind::Confidence)).value_or(Observation::Confidence::Medium);
        const QString adopted = text(cells, Kind::Adopted);
        const std::optional<bool> adopts =
            adopted.isEmpty() ? std::nullopt
                              : std::optional(adopted == "1"_L1 || adopted == "yes"_L1 || adopted == u"是");
        const QString periodText = writtenPeriod(cells);
        // What the row says goes before what is said of the whole, and before nothing where it cannot be understood.
        const std::optional<Period> stated = periodText.isEmpty() ? m_layout.period : enteredPeriod(periodText);
        for (qsizetype at = 0; at < m_layout.columns.size(); ++at) {
            const TableColumn& column = m_layout.columns[at];
            QString written = cells.value(at).trimmed();
            const bool figure = column.kind == Kind::Figure;
            if (!figure && column.kind != Kind::Value) {
                continue;
            }
            common.missingReason = figure ? QString() : text(cells, Kind::MissingReason);
            const QString given = written;
            if (const QString withheld = enteredWithheld(written, common.missingReason); !withheld.isEmpty()) {
                common.missingReason = withheld;
                written.clear();
                ++m_withheld;
            }
            if (isNoEntry(written) && common.missingReason.isEmpty()) {
                continue;
            }
            Entry entry{.observation = common, .match = m_matches.size() - 1, .adopted = adopts};
            entry.observation.indicator = figure ? column.indicator : indicatorOf(cells);
            row.given << m_given.size();
            entry.from = {m_given.size()};
            m_given << Given{.row = row.row, .column = column.heading, .text = given};
            const QString sign = takeCellUnit(written);
            const std::optional<double> factor = !sign.isEmpty() ? factorOf(sign, entry.observation.indicator)
                                                 : figure
                                                     ? std::optional(column.factor)
                                                     : factorOf(text(cells, Kind::Unit), entry.observation.indicator);
            const std::optional<Period> period = column.period ? column.period : stated;
            if (entry.observation.indicator.isEmpty()) {
                refuse(m_given.size() - 1, Notice::Kind::ColumnUnknown, {text(cells, Kind::Indicator)});
            } else if (!period) {
                refuse(m_given.size() - 1, Notice::Kind::PeriodUnknown, {periodText});
            } else if (common.source.isEmpty()) {
                refuse(m_given.size() - 1, Notice::Kind::SourceUnknown);
            } else if (!factor) {
                refuse(m_given.size() - 1, Notice::Kind::UnitDiffers,
                       {sign.isEmpty() ? text(cells, Kind::Unit) : sign,
                        m_plan.indicator(entry.observation.indicator)->unit.zh});
            } else if (std::optional<Quantity> value = enteredQuantity(written); value || isNoEntry(written)) {
                if (value) {
                    value->number = scaled(value->number, *factor);
                    entry.observation.missingReason.clear();
                }
                entry.observation.value = value;
                entry.observation.period = *period;
                m_entries << entry;
            } else {
                refuse(m_given.size() - 1, Notice::Kind::NotANumber);
            }
        }
        if (row.given.isEmpty()) {
            row.why =
                Notice{.kind = Notice::Kind::RowEmpty, .row = row.row, .column = {}, .text = row.text, .arguments = {}};
        }
    }

    /// Of a row that names its indicator, by key or by name.
    QString indicatorOf(const QStringList& cells) const {
        for (qsizetype at = 0; at < m_layout.columns.size(); ++at) {
            const QString key =
                m_layout.columns[at].kind == Kind::Indicator ? m_headings.read(cells.value(at)).indicator : QString();
            if (!key.isEmpty()) {
                return key;
            }
        }
        return {};
    }

    /// From a unit to the indicator's; nothing where they measure different things.
    std::optional<double> factorOf(const QString& unit, const QString& key) const {
        const Indicator* indicator = m_plan.indicator(key);
        return unit.isEmpty() || indicator == nullptr ? std::optional(1.0) : unitFactor(unit, indicator->unit.zh);
    }

    /// Of each period by itself: what the rows of one year tell says nothing of another's.
    void findVintage() {
        QHash<QString, QList<ZoneMatch>> named;
        QList<Period> periods;
        for (const Entry& entry : m_entries) {
            const Period& period = entry.observation.period;
            QList<ZoneMatch>& matches = named[period.toString()];
            if (matches.isEmpty()) {
                periods << period;
            }
            matches << m_matches[entry.match];
        }
        QSet<Vintage> found;
        for (const Period& period : periods) {
            const QString key = period.toString();
            const Vintage vintage = m_choices.vintage.value_or(tiermap::vintageOf(m_plan, named.value(key), {period}));
            m_vintages.insert(key, vintage);
            if (isEarlier(period)) {
                found << vintage;
            }
        }
        m_result.vintage = m_choices.vintage   ? *m_choices.vintage
                           : found.isEmpty()   ? Vintage::Current
                           : found.size() == 1 ? *found.begin()
                                               : Vintage::Unknown;
        for (const auto& [period, rows] : earlierFigures()) {
            if (vintageOf(period) == Vintage::Unknown) {
                warn(Notice::Kind::VintageUnknown, 0, {}, {period.toString(), QString::number(rows)});
            } else if (vintageOf(period) == Vintage::Former) {
                m_result.earlier << EarlierFigures{.period = period, .rows = rows};
            }
        }
    }

    Vintage vintageOf(const Period& period) const { return m_vintages.value(period.toString(), Vintage::Unknown); }

    /// Those whose zone has other boundaries, or is no more, since.
    QList<EarlierFigures> earlierFigures() const {
        QList<EarlierFigures> figures;
        QList<QSet<int>> rows;
        for (const Entry& entry : m_entries) {
            const Observation& o = entry.observation;
            if (!isEarlier(o.period) || (m_plan.zone(o.zone) != nullptr && !isRegrouped(o.zone, o.period))) {
                continue;
            }
            qsizetype at = std::ranges::find(figures, o.period, &EarlierFigures::period) - figures.begin();
            if (at == figures.size()) {
                figures << EarlierFigures{.period = o.period};
                rows << QSet<int>();
            }
            rows[at] << m_given[entry.from[0]].row;
            figures[at].rows = static_cast<int>(rows[at].size());
        }
        return figures;
    }

    /// Each figure of before a change of boundaries says which ones it speaks of.
    void noteBoundaries() {
        for (Entry& entry : m_entries) {
            const Period& period = entry.observation.period;
            const Vintage vintage = vintageOf(period);
            // Where the table itself names units that there are only since, nobody needs to be told.
            if (!m_choices.noteVintage || !isEarlier(period) || (vintage == Vintage::Current && !m_choices.vintage)) {
                continue;
            }
            const QString words = vintage == Vintage::Former    ? u"按调整前区划统计"_s
                                  : vintage == Vintage::Current ? u"导入者称按现行区划统计"_s
                                                                : u"区划口径未说明"_s;
            if (!entry.observation.note.contains(words)) {
                entry.observation.note += (entry.observation.note.isEmpty() ? QString() : u"; "_s) + words;
            }
        }
    }

    /// Whether boundaries have changed since.
    bool isEarlier(const Period& period) const {
        return std::ranges::any_of(m_plan.formerUnits, [&](const FormerUnit& unit) {
            return period.to.isValid() && period.to < unit.until.from;
        });
    }

    /// Whether a zone has got or given away land since, not only a new name.
    bool isRegrouped(const QString& zone, const Period& period) const {
        return std::ranges::any_of(m_plan.formerUnits, [&](const FormerUnit& unit) {
            const bool later = !unit.until.from.isValid() || period.to < unit.until.from;
            return later && unit.successors.contains(zone) && !isRenaming(m_plan, unit);
        });
    }

    QList<Entry> acrossBoundaries() {
        QList<Entry> result;
        QHash<QString, QList<Entry>> tables; // of one indicator, period and source each
        QStringList order;
        for (const Entry& entry : m_entries) {
            const Observation& o = entry.observation;
            const bool same = m_plan.zone(o.zone) != nullptr && !isRegrouped(o.zone, o.period);
            if (!isEarlier(o.period) || vintageOf(o.period) != Vintage::Former || (!o.value && same)) {
                result << entry; // of a unit that was no more by then, nobody can say what it means today
                continue;
            }
            const QString key = QStringList{o.indicator, o.period.toString(), o.source}.join(QChar(0x1f));
            if (!tables.contains(key)) {
                order << key;
            }
            tables[key] << entry;
        }
        for (const QString& key : order) {
            result << addedUp(tables.value(key));
        }
        return result;
    }

    QList<Entry> addedUp(const QList<Entry>& table) {
        QList<CrosswalkCell> cells;
        for (const Entry& entry : table) {
            cells << CrosswalkCell{.unit = entry.observation.zone, .value = entry.observation.value};
        }
        const Observation& first = table[0].observation;
        QList<Entry> result;
        const QList<CrosswalkResult> results =
            crosswalk(m_plan, *m_plan.indicator(first.indicator), cells, first.period.to);
        for (const CrosswalkResult& zone : results) {
            if (!zone.value) {
                warn(Notice::Kind::FormerSplit, 0, {},
                     QStringList{zone.zone, first.indicator, first.period.toString(), nameOf(zone.gap)} + zone.units);
                continue;
            }
            Entry sum{.observation = first};
            for (const Entry& entry : table) {
                if (zone.parts.contains(entry.observation.zone)) {
                    sum.observation = sum.from.isEmpty() ? entry.observation : sum.observation;
                    sum.adopted = entry.adopted;
                    sum.from << entry.from;
                }
            }
            sum.observation.zone = zone.zone;
            sum.observation.value = zone.value;
            if (zone.parts.size() > 1) {
                QStringList names;
                for (const QString& part : zone.parts) {
                    names << unitName(part);
                }
                const QString parts = names.join(u" + "_s);
                sum.observation.note = sum.observation.note.isEmpty() ? parts : sum.observation.note + u"; "_s + parts;
                sum.observation.status = Observation::Status::Estimate; // no source states the sum
                warn(Notice::Kind::FormerAdded, 0, {},
                     {zone.zone, first.indicator, first.period.toString(), names.join(u", "_s)});
            }
            result << sum;
        }
        for (const Entry& entry : table) {
            const bool used =
                std::ranges::any_of(result, [&](const Entry& sum) { return sum.from.contains(entry.from[0]); });
            if (!used) {
                refuseFormer(entry, results);
            }
        }
        return result;
    }

    /// Of a unit that makes up no zone with others, or none at all by then.
    void refuseFormer(const Entry& entry, const QList<CrosswalkResult>& zones) {
        const Observation& o = entry.observation;
        const auto zone = std::ranges::find_if(
            zones, [&](const CrosswalkResult& each) { return !each.value && each.parts.contains(o.zone); });
        if (zone == zones.end()) {
            refuse(entry.from[0], Notice::Kind::FormerGone, {o.zone, o.period.toString()});
        } else {
            // Where it is due to the unit itself, others do not matter.
            const QStringList units = zone->units.contains(o.zone) ? QStringList{o.zone} : zone->units;
            refuse(entry.from[0], Notice::Kind::FormerSplit,
                   QStringList{o.zone, o.indicator, o.period.toString(), nameOf(zone->gap)} + units);
        }
    }

    QString unitName(const QString& code) const {
        const auto unit = std::ranges::find(m_plan.formerUnits, code, &FormerUnit::code);
        const Zone* zone = m_plan.zone(code);
        return unit != m_plan.formerUnits.end() ? unit->name.zh : zone != nullptr ? zone->name.zh : code;
    }

    void take(const Entry& entry) {
        const Observation& o = entry.observation;
        // As today's it might count what belongs to a neighbour now; whoever knows says which boundaries are meant.
        const bool gone = m_plan.zone(o.zone) == nullptr;
        if (vintageOf(o.period) == Vintage::Unknown && isEarlier(o.period) && (gone || isRegrouped(o.zone, o.period))) {
            refuseAll(entry, Notice::Kind::VintageUnknown, {o.period.toString()});
            return;
        }
        if (gone) { // in a time that has the new boundaries
            refuseAll(entry, Notice::Kind::FormerGone, {o.zone, o.period.toString()});
            return;
        }
        if (const auto breach = rangeBreach(m_plan, o)) {
            refuseAll(entry, Notice::Kind::ValueRefused, breach->arguments.sliced(1));
            return;
        }
        const QString key = keyOf(o);
        if (const auto before = m_taken.constFind(key); before != m_taken.constEnd()) {
            if ((*before)->value == o.value && (*before)->missingReason == o.missingReason) {
                settle(entry, Given::Fate::Unchanged);
            } else {
                refuseAll(entry, Notice::Kind::ValueTwice, {QString::number(m_takenRows.value(key))});
            }
            return;
        }
        m_taken.insert(key, &o);
        m_takenRows.insert(key, entry.from.isEmpty() ? 0 : m_given[entry.from.first()].row);
        settle(entry, write(entry, m_known.value(key)) ? Given::Fate::Used : Given::Fate::Unchanged);
    }

    /// Adds what makes an entry part of the project; false where it is already.
    bool write(const Entry& entry, const Observation* known) {
        const Observation& o = entry.observation;
        const QStringList adopted = m_adopted.value(cellOf(o)); // its row; empty: none
        const bool others = !adopted.isEmpty() && adopted != rowOf(o);
        // That a number is withheld is what is known, and takes the place of nothing by itself; other reasons say nothing.
        const bool asked = entry.adopted.value_or(m_choices.adopt);
        const bool tells = o.value || isWithheld(o);
        const bool adopts =
            entry.adopted ? *entry.adopted && (tells || !o.missingReason.isEmpty()) : asked || (tells && !others);
        const bool says = !o.note.isEmpty() && known != nullptr && known->note != o.note;
        if (known != nullptr && !says && known->value == o.value && known->missingReason == o.missingReason &&
            (known->adopted == adopts || (!m_choices.adopt && !entry.adopted))) {
            return false;
        }
        warnOfJump(entry);
        if (o.value && !adopts && others && !entry.adopted) {
            ++m_beside;
        }
        if (adopts && others) {
            m_result.edit.changes << setCell(Table::Observations, adopted, u"adopted"_s, qint64(0));
        }
        if (adopts) {
            m_adopted.insert(cellOf(o), rowOf(o));
        }
        Fields cells{{u"value"_s, o.value ? Value(o.value->number) : Value()},
                     {u"bound"_s, nameOf(o.value.value_or(Quantity{}).bound)},
                     {u"missing_reason"_s, orNull(o.missingReason)},
                     {u"status"_s, nameOf(o.status)},
                     {u"adopted"_s, qint64(adopts ? 1 : 0)}};
        if (known != nullptr) {
            if (says) {
                cells.insert(u"note"_s, o.note);
            }
            m_result.edit.changes << Change{.kind = Change::Kind::Update,
                                            .table = Table::Observations,
                                            .key = rowOf(o),
                                            .before = {},
                                            .after = cells};
            return true;
        }
        cells.insert({{u"zone"_s, o.zone},
                      {u"indicator"_s, o.indicator},
                      {u"period"_s, o.period.toString()},
                      {u"source"_s, o.source},
                      {u"address"_s, o.address},
                      {u"confidence"_s, nameOf(o.confidence)},
                      {u"note"_s, o.note}});
        m_result.edit.changes << insertRow(Table::Observations, cells);
        return true;
    }

    /// Twenty times as much as at another time, or as little: it may be a share that was typed with its sign, or be in
    /// another unit.
    void warnOfJump(const Entry& entry) {
        constexpr double factor = 20;
        const Observation& o = entry.observation;
        const Observation* before = m_latest.value(figureOf(o));
        if (before == nullptr || before->period == o.period || !o.value) {
            return;
        }
        const double now = std::abs(o.value->number);
        const double then = std::abs(before->value->number);
        if (std::min(now, then) > 0 && std::max(now, then) >= factor * std::min(now, then)) {
            const Given& given = m_given[entry.from.value(0)];
            m_result.report.warnings << Notice{
                .kind = Notice::Kind::ValueJumps,
                .row = given.row,
                .column = given.column,
                .text = o.value->toString(),
                .arguments = {o.zone, o.indicator, before->value->toString(), before->period.toString()}};
        }
    }

    void warn(Notice::Kind kind, int row, const QString& text, const QStringList& arguments) {
        m_result.report.warnings << Notice{
            .kind = kind, .row = row, .column = {}, .text = text, .arguments = arguments};
    }

    void refuse(qsizetype given, Notice::Kind kind, const QStringList& arguments = {}) {
        Given& value = m_given[given];
        if (value.fate == Given::Fate::Open) {
            value.fate = Given::Fate::Refused;
            m_result.report.unusedValues << Notice{
                .kind = kind, .row = value.row, .column = value.column, .text = value.text, .arguments = arguments};
        }
    }

    void refuseAll(const Entry& entry, Notice::Kind kind, const QStringList& arguments = {}) {
        for (const qsizetype given : entry.from) {
            refuse(given, kind, arguments);
        }
    }

    void settle(const Entry& entry, Given::Fate fate) {
        for (const qsizetype given : entry.from) {
            m_given[given].fate = fate;
        }
    }

    void count() {
        ImportReport& report = m_result.report;
        report.values = static_cast<int>(m_given.size());
        const auto having = [&](Given::Fate fate) {
            return static_cast<int>(std::ranges::count(m_given, fate, &Given::fate));
        };
        report.valuesUsed = having(Given::Fate::Used);
        report.valuesUnchanged = having(Given::Fate::Unchanged);
        std::ranges::stable_sort(report.unusedValues, {}, &Notice::row);
        report.read = static_cast<int>(m_rows.size());
        for (const Row& row : m_rows) {
            const auto has = [&](Given::Fate fate) {
                return std::ranges::any_of(row.given, [&](qsizetype given) { return m_given[given].fate == fate; });
            };
            if (has(Given::Fate::Used)) {
                ++report.used;
            } else if (has(Given::Fate::Unchanged)) {
                ++report.unchanged;
            } else if (row.why) {
                report.unused << *row.why;
            } else { // all of its values were refused: the first of them says why
                const auto value = std::ranges::lower_bound(report.unusedValues, row.row, {}, &Notice::row);
                report.unused << Notice{.kind = value->kind,
                                        .row = row.row,
                                        .column = value->column,
                                        .text = value->text,
                                        .arguments = value->arguments};
            }
        }
    }

    const Plan& m_plan;
    const ZoneNames& m_zones;
    const SheetRows& m_sheet;
    const TableLayout& m_layout;
    const ObservationChoices& m_choices;
    HeadingReader m_headings;
    bool m_rowsSayMore; ///< a zone has several rows, which differ in their period or indicator
    QHash<QString, const Observation*> m_known;
    QHash<QString, const Observation*> m_latest; ///< adopted value of each zone and indicator, of the latest period
    QHash<QString, QStringList> m_adopted;       ///< of each zone, indicator and period: the row that is adopted
    QHash<QString, const Observation*> m_taken;  ///< of the entries that are gone through
    int m_beside = 0;                            ///< values that stand beside an adopted one of another source
    int m_withheld = 0;                          ///< cells that say so
    QHash<QString, int> m_takenRows;             ///< and where they stand
    QList<ZoneMatch> m_matches;
    QHash<QString, Vintage> m_vintages; ///< by period
    QList<Entry> m_entries;
    QList<Given> m_given;
    QList<Row> m_rows;
    QSet<QString> m_told;
    QString m_above;        ///< what names the zone of the row before
    QList<int> m_rowsBelow; ///< that go without a name of their own
    ObservationImport m_result;
};

} // namespace

ObservationImport importObservations(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet,
                                     const TableLayout& layout, const ObservationChoices& choices) {
    return Importer(plan, zones, sheet, layout, choices).import();
}

} // namespace tiermap
