#include "app/edit/attribute_model.h"

#include "app/edit/attribute_entry.h"
#include "app/edit/observation_words.h"
#include "app/session/words.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = AttributeColumn::Kind;

} // namespace

AttributeModel::AttributeModel(OpenProject& project, Table table, QObject* parent)
    : QAbstractTableModel(parent)
    , m_project(project)
    , m_table(table)
    , m_columns(attributeColumns(plan(), table))
    , m_keys(attributeKeys(plan(), table))
    , m_adopted(plan(), m_period) {
    connect(&project, &OpenProject::changed, this, &AttributeModel::follow);
    connect(&project, &OpenProject::reloaded, this, &AttributeModel::reset);
}

int AttributeModel::columnOf(const QString& field) const {
    const auto column = std::ranges::find(m_columns, field, &AttributeColumn::field);
    return column == m_columns.end() ? -1 : static_cast<int>(column - m_columns.begin());
}

void AttributeModel::setPeriod(const std::optional<Period>& period) {
    m_period = period;
    m_adopted = AdoptedFigures(plan(), m_period);
    retranslate();
}

void AttributeModel::retranslate() {
    if (!m_keys.isEmpty()) {
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int AttributeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int AttributeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

/// Whether a row still stands in the plan where it stood: between an edit and its signal it may not.
bool AttributeModel::isRecord(int row) const {
    const auto at = [&](const auto& rows, auto matches) { return row < rows.size() && matches(rows[row]); };
    const QStringList& key = m_keys[row];
    switch (m_table) {
    case Table::Zones:
        return at(plan().zones, [&](const Zone& zone) { return zone.code == key[0]; });
    case Table::Tiers:
        return at(plan().tiers, [&](const Tier& tier) { return tier.key == key[0]; });
    case Table::Observations:
        // Not the period: writing it out for every cell costs more than the rest, and nothing is wrong for long.
        return at(plan().observations, [&](const Observation& o) {
            return o.zone == key[0] && o.indicator == key[1] && o.source == key[3];
        });
    case Table::Sites:
        return at(plan().sites, [&](const Site& site) { return site.key == key[0]; });
    case Table::Indicators:
        return at(plan().indicators, [&](const Indicator& indicator) { return indicator.key == key[0]; });
    default:
        return false;
    }
}

const Observation* AttributeModel::observation(int row, const AttributeColumn& column) const {
    return m_table == Table::Observations ? &plan().observations[row]
           : column.kind == Kind::Figure  ? m_adopted.of(plan(), m_keys[row][0], column.field)
                                          : nullptr;
}

bool AttributeModel::isNumber(const AttributeColumn& column) const {
    return column.kind == Kind::Figure || column.kind == Kind::Quantity || column.kind == Kind::Coordinate;
}

QString AttributeModel::written(int row, const AttributeColumn& column) const {
    if (column.kind != Kind::Figure) {
        return column.written(plan(), row);
    }
    const Observation* adopted = observation(row, column);
    return adopted && adopted->value ? adopted->value->toString() : QString();
}

QString AttributeModel::shown(int row, const AttributeColumn& column) const {
    const QString text = written(row, column);
    if (!isNumber(column)) {
        return shownCell(plan(), m_table, column.field, text);
    }
    if (text.isEmpty()) {
        return u"–"_s;
    }
    if (column.kind == Kind::Coordinate) {
        return QString::number(text.toDouble(), 'f', 5); // about a metre
    }
    const Observation* told = observation(row, column);
    QString shown = shownCell(plan(), m_table, u"value"_s, text);
    if (column.kind == Kind::Figure && !m_period) {
        shown = tr("%1 (%2)").arg(shown, words(told->period)); // years stand beside values
    }
    return told->status == Observation::Status::Illustrative ? tr("%1 *").arg(shown) : shown;
}

QVariant AttributeModel::sortKey(int row, const AttributeColumn& column) const {
    const QString text = written(row, column);
    if (text.isEmpty()) {
        return {};
    }
    if (!isNumber(column)) {
        return column.field == "period"_L1 ? text : shown(row, column);
    }
    const std::optional<Quantity> quantity = Quantity::parse(text);
    return quantity ? QVariant(quantity->number) : QVariant();
}

QString AttributeModel::toolTip(int row, const AttributeColumn& column) const {
    if (const Observation* told = observation(row, column)) {
        return observationWords(*told);
    }
    if (column.kind == Kind::Figure) {
        return m_period ? tr("No data for %1").arg(words(*m_period)) : tr("No data");
    }
    return shown(row, column).size() > 24 ? shown(row, column) : QString(); // it may be cut off
}

QVariant AttributeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !isRecord(index.row())) {
        return {};
    }
    const AttributeColumn& column = m_columns[index.column()];
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, column);
    case Qt::EditRole:
        return written(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    case Qt::FontRole: {
        const Observation* told = isNumber(column) ? observation(row, column) : nullptr;
        if (!told || !told->value || told->status != Observation::Status::Illustrative) {
            return {};
        }
        QFont font;
        font.setItalic(true);
        return font;
    }
    case Qt::ForegroundRole:
        return isNumber(column) && written(row, column).isEmpty()
                   ? QVariant(QGuiApplication::palette().placeholderText())
                   : QVariant();
    case SortRole:
        return sortKey(row, column);
    case CopyRole:
        return column.kind == Kind::Choice ? shown(row, column) : written(row, column);
    case FieldRole:
        return column.field;
    case HintRole:
        return column.kind == Kind::Figure       ? rangeWords(plan(), column.field)
               : column.kind == Kind::Quantity   ? rangeWords(plan(), m_keys[row][1])
               : column.kind == Kind::Coordinate ? u"120.21, 30.25"_s
               : column.kind == Kind::Period     ? u"2024 | 2024-Q1 | 2023-01..2023-11 | 2023-01-05 | ~2021"_s
                                                 : QString();
    case ChoiceValuesRole:
    case ChoiceWordsRole: {
        QStringList all;
        for (const Choice& choice :
             column.kind == Kind::Choice ? choicesOf(plan(), m_table, column.field) : QList<Choice>()) {
            all << (role == ChoiceValuesRole ? choice.value : choice.words);
        }
        return all;
    }
    default:
        return {};
    }
}

QVariant AttributeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        // The name stays in view however far the figures are scrolled.
        return role != Qt::DisplayRole   ? QVariant()
               : m_table == Table::Zones ? QVariant(titleOfRow(plan(), m_table, m_keys[section]))
                                         : QVariant(section + 1);
    }
    const AttributeColumn& column = m_columns[section];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return titleOf(plan(), m_table, column.field);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter | Qt::Alignment(Qt::TextWordWrap));
    }
    return {};
}

Qt::ItemFlags AttributeModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const AttributeColumn& column = m_columns[index.column()];
    if (m_project.isWritable() && column.editable && (column.kind != Kind::Figure || m_period)) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

bool AttributeModel::wantsPeriod(const QModelIndex& index) const {
    return index.isValid() && m_project.isWritable() && m_columns[index.column()].kind == Kind::Figure && !m_period;
}

bool AttributeModel::wantsCopy(const QModelIndex& index) const {
    return index.isValid() && !m_project.isWritable() && m_columns[index.column()].editable;
}

bool AttributeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    return role == Qt::EditRole && index.isValid() && write({{index.row(), index.column(), value.toString()}});
}

bool AttributeModel::write(const QList<CellText>& cells) {
    QList<CellEntry> entries;
    QList<QPair<int, int>> places;
    for (const CellText& cell : cells) {
        const AttributeColumn& column = m_columns[cell.column];
        if (flags(index(cell.row, cell.column)) & Qt::ItemIsEditable) {
            entries << CellEntry{m_keys[cell.row], column, cell.text};
            places << qMakePair(cell.row, cell.column);
        } else if (const QString text = cell.text.trimmed();
                   text != written(cell.row, column).trimmed() && text != shown(cell.row, column).trimmed()) {
            return refuse(cell.row, cell.column, {.code = Problem::Code::ReadOnly});
        }
    }
    const auto read = changesFrom(m_project.content(), m_table, entries, {m_period.value_or(Period{}), m_source});
    if (!read) {
        const auto& [row, column] = places[read.error().entry];
        return refuse(row, column, read.error().problem);
    }
    Edit edit;
    QList<QPair<int, int>> asking;
    for (const EntryChange& change : *read) {
        Change made = change.change;
        if (made.kind == Change::Kind::Insert && !edit.changes.isEmpty() &&
            edit.changes.constLast().kind == Change::Kind::Remove) { // the same row under another name keeps its place
            const auto before = m_project.row(m_table, edit.changes.constLast().key);
            if (!before) {
                const auto& [row, column] = places[change.entry];
                return refuse(row, column, before.error());
            }
            made.after.insert(u"ordinal"_s, before->value(u"ordinal"_s));
        }
        edit.changes << made;
        asking << places[change.entry];
    }
    return apply(std::move(edit), asking);
}

bool AttributeModel::removeRecords(const QList<int>& rows) {
    Edit edit;
    QList<QPair<int, int>> places;
    for (const int row : rows) {
        edit.changes << tiermap::removeRow(m_table, m_keys[row]);
        places << qMakePair(row, -1);
    }
    return apply(std::move(edit), places);
}

/// `cells` are those that asked for each change.
bool AttributeModel::apply(Edit edit, const QList<QPair<int, int>>& cells) {
    if (edit.changes.isEmpty()) {
        return true;
    }
    edit.source = m_source.trimmed();
    edit.reason = m_reason.trimmed();
    const QList<Change> changes = edit.changes;
    const QList<QStringList> keys = m_keys;
    const Result<bool> applied = m_project.apply(std::move(edit));
    if (applied) {
        return true;
    }
    const Problem& problem = applied.error();
    if (m_keys != keys) { // another program's work came in first: the places are others now
        return refuse(-1, -1, problem);
    }
    // Which of them it was: the problem has the row's key, or its number in the plan.
    qsizetype asked = 0;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const bool named = !problem.record.isEmpty() && changes[i].key.join(u' ') == problem.record;
        const bool numbered =
            problem.record.isEmpty() && changes[i].table == m_table && cells[i].first + 1 == problem.row;
        const QString field = problem.field.section(u'.', 1);
        if ((named || numbered) && (changes[asked].key != changes[i].key || changes[i].after.contains(field))) {
            asked = i;
        }
    }
    return refuse(cells[asked].first, cells[asked].second, problem);
}

bool AttributeModel::refuse(int row, int column, Problem problem) {
    if (row >= 0) {
        problem.file.clear();
        problem.row = 0;
        problem.record = titleOfRow(plan(), m_table, m_keys[row]);
        problem.field = column < 0 ? QString() : titleOf(plan(), m_table, m_columns[column].field);
    }
    Q_EMIT refused(row < 0 || column < 0 ? QModelIndex() : index(row, column), problem);
    return false;
}

void AttributeModel::reset() {
    beginResetModel();
    m_columns = attributeColumns(plan(), m_table);
    m_keys = attributeKeys(plan(), m_table);
    m_adopted = AdoptedFigures(plan(), m_period);
    endResetModel();
}

void AttributeModel::follow(const QList<Change>& changes) {
    m_adopted = AdoptedFigures(plan(), m_period);
    const bool columnsMoved = m_table == Table::Zones && std::ranges::any_of(changes, [](const Change& change) {
                                  return change.table == Table::Indicators && change.kind != Change::Kind::Update;
                              });
    if (columnsMoved || !followRows()) {
        reset();
        return;
    }
    bool names = false; // rows show names of other tables' rows
    QSet<int> rows;
    for (const Change& change : changes) {
        const bool own = change.table == m_table;
        const bool figure = m_table == Table::Zones && change.table == Table::Observations;
        if (own || figure) {
            rows << rowOf(own ? change.key : change.key.first(1));
        }
        names =
            names || change.table == Table::Zones || change.table == Table::Indicators || change.table == Table::Tiers;
    }
    if (names) {
        retranslate();
        return;
    }
    for (const int row : rows) {
        if (row >= 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

/// Takes out the rows that are gone, puts in those that came. False where rows changed places.
bool AttributeModel::followRows() {
    const QList<QStringList> keys = attributeKeys(plan(), m_table);
    if (keys == m_keys) {
        return true;
    }
    const QSet<QStringList> now(keys.begin(), keys.end());
    if (keys.size() == m_keys.size()) { // a row that got another key stays where it is, an open editor with it
        const QSet<QStringList> known(m_keys.begin(), m_keys.end());
        for (int row = 0; row < keys.size(); ++row) {
            if (!now.contains(m_keys[row]) && !known.contains(keys[row])) {
                m_keys[row] = keys[row];
            }
        }
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!now.contains(m_keys[row])) {
            beginRemoveRows({}, row, row);
            m_keys.removeAt(row);
            endRemoveRows();
        }
    }
    const QSet<QStringList> kept(m_keys.begin(), m_keys.end());
    for (int row = 0; row < keys.size(); ++row) {
        if (row < m_keys.size() && m_keys[row] == keys[row]) {
            continue;
        }
        if (kept.contains(keys[row])) {
            return false;
        }
        beginInsertRows({}, row, row);
        m_keys.insert(row, keys[row]);
        endInsertRows();
    }
    return true;
}

} // namespace tiermap
