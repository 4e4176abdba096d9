#include "app/edit/cell_history.h"

#include "app/edit/attribute_columns.h"
#include "app/session/words.h"
#include "core/store/blob_header.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

enum Column { When, Who, What, Where, From, To, Why, Source, ColumnCount };

} // namespace

CellHistory::CellHistory(OpenProject& project, Table table, const QStringList& key, const QString& field,
                         QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_table(table)
    , m_key(key)
    , m_field(field)
    , m_subject(new QLabel(this))
    , m_list(new QTreeWidget(this)) {
    m_subject->setWordWrap(true);
    m_list->setObjectName(u"history"_s);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(ColumnCount);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &CellHistory::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_subject);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(960, 320);
    connect(&project, &OpenProject::changed, this, &CellHistory::fill);
    connect(&project, &OpenProject::reloaded, this, &CellHistory::fill);
    fill();
}

void CellHistory::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fill();
    }
}

void CellHistory::fill() {
    const Plan& plan = m_project.content().plan;
    setWindowTitle(tr("History"));
    QString subject = titleOfRow(plan, m_table, m_key);
    if (!m_field.isEmpty()) {
        subject = tr("%1: %2").arg(subject, titleOf(plan, m_table, m_field));
    }
    m_list->clear();
    m_list->setHeaderLabels(
        {tr("When"), tr("Who"), tr("What"), tr("Field"), tr("From"), tr("To"), tr("Why"), tr("Source")});
    const Result<QList<LogLine>> all = lines();
    if (!all) {
        m_subject->setText(sentence(all.error()));
        return;
    }
    for (const LogLine& line : *all) {
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(When, localTime(line.at));
        item->setText(Who, line.author == "-"_L1 ? u"–"_s : line.author); // another program's user is not known
        item->setText(What, words(line.action));
        item->setText(Where, line.change == Change::Kind::Insert   ? tr("row added")
                             : line.change == Change::Kind::Remove ? tr("row deleted")
                                                                   : titleOf(plan, line.table, line.field));
        item->setText(From, cell(line, line.before));
        item->setText(To, cell(line, line.after));
        item->setText(Why, line.reason);
        item->setText(Source, line.source);
        for (const int column : {From, To, Why, Source}) {
            item->setToolTip(column, item->text(column));
        }
    }
    m_subject->setText(all->isEmpty() ? tr("%1. Nothing has been changed here.").arg(subject) : subject);
    for (int column = 0; column < ColumnCount; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, std::min(m_list->columnWidth(column) + 8, 220));
    }
}

Result<QList<LogLine>> CellHistory::lines() const {
    LogFilter filter{.table = m_table, .key = m_key};
    if (m_table == Table::Zones) {
        // A zone's figures are observations.
        filter = m_project.content().plan.indicator(m_field) != nullptr
                     ? LogFilter{.table = Table::Observations, .zone = m_key.value(0)}
                     : filter;
    }
    return m_project.lines(filter).transform([this](const QList<LogLine>& logged) {
        QList<LogLine> lines = asCellChanges(logged);
        lines.removeIf([this](const LogLine& line) { return !concerns(line); });
        std::ranges::reverse(lines); // latest first
        return lines;
    });
}

bool CellHistory::concerns(const LogLine& line) const {
    const auto isOneOf = [&](std::initializer_list<QLatin1StringView> fields) {
        return line.field.isEmpty() || std::ranges::contains(fields, line.field);
    };
    if (line.table == Table::Observations && m_table == Table::Zones) {
        return line.key.value(1) == m_field && isOneOf({"value"_L1, "bound"_L1, "missing_reason"_L1, "adopted"_L1});
    }
    if (m_field == "value"_L1) {
        return isOneOf({"value"_L1, "bound"_L1});
    }
    if (m_field == "longitude"_L1 || m_field == "latitude"_L1) {
        return isOneOf({"geom"_L1});
    }
    return m_field.isEmpty() || line.field.isEmpty() || line.field == m_field;
}

/// A cell of the log in words. Where the whole row came or went it is the cell asked for, if one is.
QString CellHistory::cell(const LogLine& line, const Value& value) const {
    if (isNull(value)) {
        return u"–"_s;
    }
    QString field = line.field;
    QString written = textOf(value);
    if (field.isEmpty()) {
        const QJsonObject row = QJsonDocument::fromJson(written.toUtf8()).object();
        const bool figure = line.table == Table::Observations && m_table == Table::Zones;
        field = figure ? u"value"_s : m_field == "longitude"_L1 || m_field == "latitude"_L1 ? u"geom"_s : m_field;
        const QJsonValue told = row.value(field.isEmpty() ? u"name_zh"_s : field);
        written = told.isDouble() ? toText(Value(told.toDouble())) : told.toString();
        if (written.isEmpty()) {
            return {};
        }
    }
    if (field == "geom"_L1) {
        const std::optional<QPointF> position = decodePosition(QByteArray::fromHex(written.toLatin1()));
        return position ? u"%1, %2"_s.arg(position->x(), 0, 'f', 5).arg(position->y(), 0, 'f', 5) : tr("a shape");
    }
    return shownCell(m_project.content().plan, line.table, field, written);
}

} // namespace tiermap
