#include "app/edit/attribute_entry.h"

#include "core/analysis/adopted_figures.h"
#include "core/plan/number_entry.h"
#include "core/store/blob_header.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = AttributeColumn::Kind;

Fields valueCells(const std::optional<Quantity>& quantity) {
    return {{u"value"_s, quantity ? Value(quantity->number) : Value()},
            {u"bound"_s, nameOf(quantity ? quantity->bound : Quantity::Bound::Exact)}};
}

Fields presentValue(const Quantity& quantity) {
    Fields cells = valueCells(quantity);
    cells.insert(u"missing_reason"_s, Value());
    return cells;
}

QStringList keyOf(const Observation& o) { return {o.zone, o.indicator, o.period.toString(), o.source}; }

Fields fieldsOf(const Observation& o) {
    Fields cells = valueCells(o.value);
    cells.insert({{u"zone"_s, o.zone},
                  {u"indicator"_s, o.indicator},
                  {u"period"_s, o.period.toString()},
                  {u"source"_s, o.source},
                  {u"address"_s, o.address},
                  {u"missing_reason"_s, orNull(o.missingReason)},
                  {u"status"_s, nameOf(o.status)},
                  {u"confidence"_s, nameOf(o.confidence)},
                  {u"adopted"_s, qint64(o.adopted ? 1 : 0)},
                  {u"note"_s, o.note}});
    return cells;
}

/// An empty cell, however it is written: "–" is what the table shows for it.
bool isEmpty(const QString& text) {
    const QString plain = plainText(text);
    return plain.isEmpty() || plain == u"–"_s;
}

class Reader {
public:
    Reader(const Project& project, Table table, const QList<CellEntry>& entries, const FigureEntry& figure)
        : m_project(project)
        , m_plan(project.plan)
        , m_table(table)
        , m_entries(entries)
        , m_figure(figure)
        , m_adopted(project.plan, figure.period) {}

    std::expected<QList<EntryChange>, RefusedEntry> read() {
        for (m_at = 0; m_at < m_entries.size() && !m_problem; ++m_at) {
            readEntry(m_entries[m_at]);
            if (m_problem) {
                return std::unexpected(RefusedEntry{m_at, *m_problem});
            }
        }
        renameRows();
        return m_dropped + m_changes;
    }

private:
    void readEntry(const CellEntry& entry) {
        const QString& field = entry.column.field;
        switch (entry.column.kind) {
        case Kind::Text:
            if (field == "missing_reason"_L1) {
                readReason(entry);
            } else if (m_table == Table::Observations && field == "source"_L1) {
                readSource(entry);
            } else {
                const Column* column = columnOf(m_table, field);
                const QString text = entry.text.trimmed();
                set(entry.key, {{field, column != nullptr && column->kind == Column::Kind::Reference ? orNull(text)
                                                                                                     : Value(text)}});
            }
            break;
        case Kind::Choice:
            readChoice(entry);
            break;
        case Kind::Period:
            readPeriod(entry);
            break;
        case Kind::Quantity:
            readQuantity(entry);
            break;
        case Kind::Coordinate:
            readCoordinate(entry);
            break;
        case Kind::Figure:
            readFigure(entry);
            break;
        }
    }

    void refuse(Problem::Code code, const QStringList& arguments = {}) {
        m_problem = Problem{.code = code, .arguments = arguments};
    }

    void set(const QStringList& key, const Fields& cells) {
        m_changes << EntryChange{{.table = m_table, .key = key, .before = {}, .after = cells}, m_at};
    }

    /// What stands in another cell of the same row, where that was entered too.
    std::optional<QString> beside(const CellEntry& entry, const QString& field) const {
        for (const CellEntry& other : m_entries) {
            if (other.key == entry.key && other.column.field == field) {
                return other.text;
            }
        }
        return std::nullopt;
    }

    std::optional<Quantity> quantity(const CellEntry& entry) {
        const std::optional<Quantity> read = enteredQuantity(entry.text);
        if (!read) {
            refuse(Problem::Code::FieldType, {u"number"_s});
        }
        return read;
    }

    void readChoice(const CellEntry& entry) {
        const QString text = entry.text.trimmed();
        const QList<Choice> choices = choicesOf(m_plan, m_table, entry.column.field);
        auto chosen = std::ranges::find(choices, text, &Choice::value);
        if (chosen == choices.end()) {
            chosen = std::ranges::find_if(
                choices, [&](const Choice& choice) { return choice.words.compare(text, Qt::CaseInsensitive) == 0; });
        }
        if (chosen == choices.end()) {
            QStringList allowed;
            for (const Choice& choice : choices) {
                allowed << choice.words;
            }
            refuse(Problem::Code::ValueUnknown, {text, allowed.join(u", "_s)});
            return;
        }
        const QString& field = entry.column.field;
        if (field == "adopted"_L1) {
            if (chosen->value == "1"_L1) {
                dropAdopted(entry.key);
            }
            set(entry.key, {{field, qint64(chosen->value.toInt())}});
        } else if (field == "tier"_L1 && !chosen->value.isEmpty() && !m_project.zoneShapes.contains(entry.key[0])) {
            refuse(Problem::Code::GeometryMissing, {entry.key[0]}); // a zone of the layout is drawn
        } else {
            const Column* column = columnOf(m_table, field);
            const bool nullable = column != nullptr && column->kind == Column::Kind::Reference;
            set(entry.key, {{field, nullable ? orNull(chosen->value) : Value(chosen->value)}});
        }
    }

    /// Goes before all other changes: at no moment two values are adopted.
    void dropAdopted(const QStringList& key) {
        for (const Observation& o : m_plan.observations) {
            if (const QStringList other = keyOf(o); o.adopted && other.first(3) == key.first(3) && other != key) {
                m_dropped << EntryChange{setCell(Table::Observations, other, u"adopted"_s, qint64(0)), m_at};
            }
        }
    }

    void readQuantity(const CellEntry& entry) {
        const std::optional<QString> reason = beside(entry, u"missing_reason"_s);
        if (!isEmpty(entry.text)) {
            if (const auto read = quantity(entry)) {
                set(entry.key, presentValue(*read));
            }
        } else if (!reason || isEmpty(*reason)) {
            const auto keeps = [&](const Observation& o) { return !o.value && keyOf(o) == entry.key; };
            if (reason || !std::ranges::any_of(m_plan.observations, keeps)) {
                refuse(Problem::Code::ReasonMissing);
            }
        }
    }

    void readReason(const CellEntry& entry) {
        const std::optional<QString> value = beside(entry, u"value"_s);
        const bool hasValue = value && !isEmpty(*value);
        if (!isEmpty(entry.text) && hasValue) {
            refuse(Problem::Code::ValueUnknown, {entry.text, u"–"_s});
        } else if (!isEmpty(entry.text)) {
            Fields cells = valueCells(std::nullopt);
            cells.insert(u"missing_reason"_s, entry.text.trimmed());
            set(entry.key, cells);
        } else if (!hasValue) {
            const auto without = [&](const Observation& o) { return !o.value && keyOf(o) == entry.key; };
            if (std::ranges::any_of(m_plan.observations, without)) {
                refuse(Problem::Code::ReasonMissing);
            }
        }
    }

    void readPeriod(const CellEntry& entry) {
        if (const std::optional<Period> period = Period::parse(plainText(entry.text))) {
            rename(entry.key, u"period"_s, period->toString());
        } else {
            refuse(Problem::Code::FieldType, {u"period"_s});
        }
    }

    void readSource(const CellEntry& entry) {
        if (const QString source = entry.text.trimmed(); source.isEmpty()) {
            refuse(Problem::Code::FieldMissing);
        } else {
            rename(entry.key, u"source"_s, source);
        }
    }

    void rename(const QStringList& key, const QString& field, const QString& text) {
        auto renamed = std::ranges::find(m_renamed, key, &Renamed::key);
        if (renamed == m_renamed.end()) {
            m_renamed << Renamed{key, {}, m_at};
            renamed = std::prev(m_renamed.end());
        }
        renamed->parts.insert(field, text);
    }

    /// Last, so that what was entered beside it comes along.
    void renameRows() {
        for (const Renamed& renamed : m_renamed) {
            const auto row = std::ranges::find_if(m_plan.observations,
                                                  [&](const Observation& o) { return keyOf(o) == renamed.key; });
            if (row == m_plan.observations.end()) {
                continue;
            }
            Fields cells = fieldsOf(*row);
            for (const EntryChange& made : m_dropped + m_changes) {
                if (made.change.key == renamed.key) {
                    cells.insert(made.change.after);
                }
            }
            cells.insert(renamed.parts);
            if (tiermap::keyOf(m_table, cells) != renamed.key) {
                m_changes << EntryChange{removeRow(m_table, renamed.key), renamed.entry}
                          << EntryChange{insertRow(m_table, cells), renamed.entry};
            }
        }
    }

    std::optional<double> degrees(const QString& text, double most) {
        const std::optional<double> number = enteredNumber(text);
        if (!number) {
            refuse(Problem::Code::FieldType, {u"number"_s});
        } else if (std::abs(*number) > most) {
            refuse(Problem::Code::OutOfRange, {text.trimmed(), QString::number(-most), QString::number(most)});
            return std::nullopt;
        }
        return number;
    }

    void readCoordinate(const CellEntry& entry) {
        const bool first = entry.column.field == "longitude"_L1;
        const std::optional<QString> other = beside(entry, first ? u"latitude"_s : u"longitude"_s);
        QStringList pair{first ? entry.text : other.value_or(QString()),
                         first ? other.value_or(QString()) : entry.text};
        if (isEmpty(entry.text)) {
            if (!other || isEmpty(*other)) {
                set(entry.key, {{u"geom"_s, Value()}});
            } else {
                refuse(Problem::Code::PositionHalf);
            }
            return;
        }
        if (const QStringList both = plainText(entry.text).split(u',', Qt::SkipEmptyParts); both.size() == 2) {
            pair = both;
        } else if (!other) {
            const auto site = std::ranges::find(m_plan.sites, entry.key.value(0), &Site::key);
            if (site == m_plan.sites.end() || !site->position) {
                refuse(Problem::Code::PositionHalf);
                return;
            }
            pair[first ? 1 : 0] = Quantity{first ? site->position->y() : site->position->x()}.toString();
        } else if (isEmpty(*other)) {
            refuse(Problem::Code::PositionHalf);
            return;
        }
        const std::optional<double> longitude = degrees(pair[0], 180);
        const std::optional<double> latitude = longitude ? degrees(pair[1], 90) : std::nullopt;
        if (longitude && latitude) {
            set(entry.key, {{u"geom"_s, encodePosition({*longitude, *latitude})}});
        }
    }

    /// The adopted value of a zone changes; where there is none, a new observation comes.
    void readFigure(const CellEntry& entry) {
        const QString& zone = entry.key[0];
        const QString& indicator = entry.column.field;
        const Observation* adopted = m_adopted.of(m_plan, zone, indicator);
        if (isEmpty(entry.text)) {
            if (adopted && adopted->value) {
                refuse(Problem::Code::ReasonMissing);
            }
            return;
        }
        const std::optional<Quantity> read = quantity(entry);
        if (!read) {
            return;
        }
        if (!adopted && m_figure.source.trimmed().isEmpty()) {
            refuse(Problem::Code::SourceMissing);
            return;
        }
        const QStringList key =
            adopted ? keyOf(*adopted)
                    : QStringList{zone, indicator, m_figure.period.toString(), m_figure.source.trimmed()};
        Fields cells = presentValue(*read);
        Change change{.table = Table::Observations, .key = key, .before = {}, .after = cells};
        if (!adopted) {
            change.after.insert(u"adopted"_s, qint64(1)); // the source may have been read before, unadopted
            const auto known = [&](const Observation& o) { return keyOf(o) == key; };
            if (!std::ranges::any_of(m_plan.observations, known)) {
                cells = change.after;
                cells.insert({{u"zone"_s, key[0]},
                              {u"indicator"_s, key[1]},
                              {u"period"_s, key[2]},
                              {u"source"_s, key[3]},
                              {u"status"_s, nameOf(Observation::Status::Published)},
                              {u"confidence"_s, nameOf(Observation::Confidence::Medium)}});
                change = insertRow(Table::Observations, cells);
            }
        }
        m_changes << EntryChange{change, m_at};
    }

    const Project& m_project;
    const Plan& m_plan;
    Table m_table;
    const QList<CellEntry>& m_entries;
    const FigureEntry& m_figure;
    AdoptedFigures m_adopted;
    struct Renamed {
        QStringList key;
        Fields parts;
        qsizetype entry;
    };
    QList<Renamed> m_renamed;
    QList<EntryChange> m_dropped;
    QList<EntryChange> m_changes;
    qsizetype m_at = 0;
    std::optional<Problem> m_problem;
};

} // namespace

std::expected<QList<EntryChange>, RefusedEntry>
changesFrom(const Project& project, Table table, const QList<CellEntry>& entries, const FigureEntry& figure) {
    return Reader(project, table, entries, figure).read();
}

} // namespace tiermap
