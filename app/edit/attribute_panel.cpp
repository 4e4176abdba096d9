#include "app/edit/attribute_panel.h"

#include "app/edit/cell_history.h"
#include "app/edit/row_dialog.h"
#include "app/session/words.h"
#include "core/plan/number_entry.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

AttributePanel::AttributePanel(OpenProject& project, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_selection(selection)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_filter(new QLineEdit(this))
    , m_add(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_place(new QPushButton(this))
    , m_periodLabel(new QLabel(this))
    , m_period(new QComboBox(this))
    , m_sourceLabel(new QLabel(this))
    , m_source(new QLineEdit(this))
    , m_reasonLabel(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_message(new QLabel(this)) {
    setObjectName(u"attributes"_s);
    m_message->setObjectName(u"message"_s);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(6, 2, 6, 2);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopRow());
    layout->addWidget(makeEntryRow());
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
    for (const Table each : {Table::Zones, Table::Tiers, Table::Observations, Table::Sites, Table::Indicators}) {
        addTable(each);
    }
    connect(&table(Table::Zones), &AttributeTable::recordsSelected, this, &AttributePanel::takeSelection);
    connect(&selection, &Selection::changed, this, &AttributePanel::showSelection);
    connect(table(Table::Zones).model(), &QAbstractItemModel::modelReset, this, &AttributePanel::showSelection);
    connect(&table(Table::Zones), &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.data(AttributeModel::FieldRole) == "code"_L1) {
            Q_EMIT zoneActivated(index.data().toString());
        }
    });
    connect(&project, &OpenProject::changed, this, [this] {
        say({}); // what was refused before is of no interest any more
        listPeriods();
    });
    connect(&project, &OpenProject::reloaded, this, &AttributePanel::listPeriods);
    retranslate();
    showSelection();
    if (const auto reason = project.readOnlyReason()) {
        say(sentence(*reason));
    }
}

/// A field that loses the focus because it is being destroyed would still report what was typed.
AttributePanel::~AttributePanel() {
    for (QObject* child : findChildren<QObject*>()) {
        child->disconnect(this);
    }
}

QWidget* AttributePanel::makeTopRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 4, 6, 0);
    m_tabs->setDrawBase(false);
    m_tabs->setObjectName(u"tables"_s);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    m_add->setObjectName(u"add"_s);
    m_delete->setObjectName(u"delete"_s);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    m_place->setObjectName(u"place"_s);
    layout->addWidget(m_place);
    layout->addWidget(m_add);
    layout->addWidget(m_delete);
    layout->addWidget(m_filter, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &AttributePanel::changeTable);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        {
            const QScopedValueRollback following(m_following, true); // what is hidden stays selected
            for (AttributeTable* each : m_tables) {
                each->setFilter(text);
            }
        }
        showSelection();
    });
    connect(m_place, &QPushButton::clicked, this, [this] {
        if (const auto keys = table(Table::Sites).selectedKeys(); !keys.isEmpty()) {
            Q_EMIT positionWanted(keys[0][0]);
        }
    });
    connect(m_add, &QPushButton::clicked, this, &AttributePanel::addRow);
    connect(m_delete, &QPushButton::clicked, this, [this] { current().deleteRows(); });
    return row;
}

QWidget* AttributePanel::makeEntryRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 4, 6, 4);
    m_period->setObjectName(u"period"_s);
    m_period->setEditable(true);
    m_period->setInsertPolicy(QComboBox::NoInsert);
    m_period->setCompleter(nullptr); // "2024" must not become "2024-Q1" by itself
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_source->setObjectName(u"source"_s);
    m_reason->setObjectName(u"reason"_s);
    for (auto [label, field] : {std::pair<QLabel*, QWidget*>(m_periodLabel, m_period),
                                {m_sourceLabel, m_source},
                                {m_reasonLabel, m_reason}}) {
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field, field == m_period ? 0 : 1);
    }
    for (QWidget* needsWriting : std::initializer_list<QWidget*>{m_source, m_reason}) {
        needsWriting->setEnabled(m_project.isWritable());
    }
    connect(m_period, &QComboBox::activated, this, &AttributePanel::takePeriod);
    connect(m_period->lineEdit(), &QLineEdit::editingFinished, this, &AttributePanel::typePeriod);
    connect(m_source, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (AttributeTable* each : m_tables) {
            each->attributes().setSource(text);
        }
    });
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (AttributeTable* each : m_tables) {
            each->attributes().setReason(text);
        }
    });
    return row;
}

void AttributePanel::addTable(Table table) {
    auto* view = new AttributeTable(m_project, table, this);
    view->setObjectName(nameOf(table));
    m_tables << view;
    m_stack->addWidget(view);
    m_tabs->addTab(QString());
    connect(view, &AttributeTable::refused, this, [this](const Problem& problem) { say(sentence(problem)); });
    connect(view, &AttributeTable::periodWanted, this, [this] {
        say(tr("These are the latest figures of each zone, of different periods. Choose a period first, or type a new "
               "one: then figures can be edited."));
        m_period->setFocus();
    });
    connect(view, &AttributeTable::copyWanted, this, &AttributePanel::copyWanted);
    connect(view, &AttributeTable::historyWanted, this, &AttributePanel::showHistory);
}

AttributeTable& AttributePanel::table(Table table) {
    return **std::ranges::find_if(m_tables, [&](AttributeTable* each) { return each->attributes().table() == table; });
}

AttributeTable& AttributePanel::current() { return *m_tables[m_tabs->currentIndex()]; }

void AttributePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void AttributePanel::retranslate() {
    for (int i = 0; i < m_tables.size(); ++i) {
        m_tables[i]->retranslate();
        m_tabs->setTabText(i, titleOf(m_tables[i]->attributes().table()));
    }
    m_tabs->setAccessibleName(tr("Attribute tables"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    m_add->setText(tr("&Add…"));
    m_delete->setText(tr("&Delete Rows"));
    m_place->setText(tr("Place on &Map"));
    m_place->setToolTip(tr("The next click on the map is where the selected site lies"));
    m_periodLabel->setText(tr("&Period:"));
    m_period->setToolTip(tr("The period of the figures. A new one can be typed: 2024, 2024-Q1, 2023-01..2023-11"));
    m_sourceLabel->setText(tr("&Source:"));
    m_source->setPlaceholderText(tr("where new values come from"));
    m_reasonLabel->setText(tr("&Reason:"));
    m_reason->setPlaceholderText(tr("why it is changed, for the history"));
    listPeriods();
    changeTable();
}

void AttributePanel::listPeriods() {
    const std::optional<Period> chosen = table(Table::Zones).attributes().period();
    QList<Period> periods = adoptedPeriods(m_project.content().plan);
    if (chosen && !periods.contains(*chosen)) {
        periods.prepend(*chosen); // about to get its first figure
    }
    m_period->clear();
    for (const Period& period : periods) {
        m_period->addItem(words(period), period.toString());
    }
    m_period->addItem(tr("latest of each zone")); // no data: it is no period
    m_period->setCurrentIndex(chosen ? m_period->findData(chosen->toString()) : m_period->count() - 1);
}

void AttributePanel::takePeriod() {
    const QVariant written = m_period->currentData();
    setPeriod(written.isValid() ? Period::parse(written.toString()) : std::nullopt);
}

/// A period that no figure has yet is typed.
void AttributePanel::typePeriod() {
    if (m_period->currentText() == m_period->itemText(m_period->currentIndex())) {
        return; // nothing was typed
    }
    const QString text = plainText(m_period->currentText());
    if (const int known = m_period->findText(text); known >= 0) {
        m_period->setCurrentIndex(known);
        takePeriod();
        return;
    }
    if (const std::optional<Period> period = Period::parse(text); period && !text.isEmpty()) {
        setPeriod(period);
        return;
    }
    say(tr("\"%1\" is no period. Periods are written like 2024, 2024-Q1 or 2023-01..2023-11.").arg(text));
    m_period->setEditText(m_period->itemText(m_period->currentIndex()));
}

void AttributePanel::setPeriod(const std::optional<Period>& period) {
    if (period != table(Table::Zones).attributes().period()) {
        table(Table::Zones).attributes().setPeriod(period);
    }
    say({});
    listPeriods();
}

void AttributePanel::changeTable() {
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    const Table shown = current().attributes().table();
    const bool zones = shown == Table::Zones;
    const bool given = zones || shown == Table::Tiers; // their number is the plan's, and so are their keys
    m_add->setEnabled(!given && m_project.isWritable());
    m_delete->setEnabled(!given && m_project.isWritable());
    m_place->setVisible(shown == Table::Sites);
    m_place->setEnabled(m_project.isWritable());
    m_periodLabel->setVisible(zones);
    m_period->setVisible(zones);
}

void AttributePanel::addRow() {
    const Table kind = current().attributes().table();
    RowDialog dialog(m_project, kind, m_source->text(), m_reason->text(), this);
    if (dialog.exec() == QDialog::Accepted) {
        showCell(kind, dialog.key(), {});
    }
}

void AttributePanel::showHistory(Table table, const QStringList& key, const QString& field) {
    auto* history = new CellHistory(m_project, table, key, field, this);
    history->setAttribute(Qt::WA_DeleteOnClose);
    history->show();
}

/// Figures cannot be written while each zone shows its latest: takes the latest period that the indicator has.
void AttributePanel::choosePeriodOf(const QString& indicator) {
    const Plan& plan = m_project.content().plan;
    std::optional<Period> latest;
    for (const Observation& observation : plan.observations) {
        if (observation.indicator == indicator && observation.adopted &&
            (!latest || latest->to < observation.period.to)) {
            latest = observation.period;
        }
    }
    if (plan.indicator(indicator) != nullptr && latest && !table(Table::Zones).attributes().period()) {
        setPeriod(latest);
    }
}

void AttributePanel::showCell(Table wanted, const QStringList& key, const QString& field) {
    if (wanted == Table::Tiers && field == "key"_L1) { // which zones it has
        const QList<Zone> zones = m_project.content().plan.zonesOf(key.value(0));
        showCell(Table::Zones, {zones.isEmpty() ? m_project.content().plan.zones.value(0).code : zones[0].code},
                 u"tier"_s);
        QStringList codes;
        for (const Zone& zone : zones) {
            codes << zone.code;
        }
        m_selection.set(codes);
        return;
    }
    const auto view =
        std::ranges::find_if(m_tables, [&](AttributeTable* each) { return each->attributes().table() == wanted; });
    if (view == m_tables.end()) {
        return;
    }
    m_tabs->setCurrentIndex(static_cast<int>(view - m_tables.begin()));
    if (wanted == Table::Zones) {
        choosePeriodOf(field);
    }
    if (!(*view)->showCell(key, field)) {
        m_filter->clear(); // it hides the row
        (*view)->showCell(key, field);
    }
}

void AttributePanel::editCell(Table wanted, const QStringList& key, const QString& field) {
    showCell(wanted, key, field);
    const QModelIndex index = current().currentIndex();
    if (!m_project.isWritable()) {
        Q_EMIT copyWanted(wanted, key, field);
    } else if (index.flags() & Qt::ItemIsEditable) {
        current().setFocus();
        current().edit(index);
    }
}

void AttributePanel::takeSelection() {
    if (m_following) {
        return;
    }
    const QScopedValueRollback following(m_following, true);
    QStringList zones;
    for (const QStringList& key : table(Table::Zones).selectedKeys()) {
        zones << key[0];
    }
    m_selection.set(zones);
}

void AttributePanel::showSelection() {
    if (m_following) {
        return;
    }
    const QScopedValueRollback following(m_following, true);
    QList<QStringList> keys;
    for (const QString& code : m_selection.zones()) {
        keys << QStringList{code};
    }
    table(Table::Zones).selectRecords(keys);
}

void AttributePanel::say(const QString& text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace tiermap
