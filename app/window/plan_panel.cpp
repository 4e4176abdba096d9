#include "app/window/plan_panel.h"

#include "app/session/language.h"
#include "app/session/words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QTreeWidget* tree(const QString& name, int columns) {
    auto* made = new QTreeWidget;
    made->setObjectName(name);
    made->setColumnCount(columns);
    made->setAlternatingRowColors(true);
    made->setFrameShape(QFrame::NoFrame);
    made->header()->setStretchLastSection(false);
    made->header()->setSectionResizeMode(QHeaderView::Fixed); // fitColumns says how wide
    made->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return made;
}

/// The first column is what one reads: the last, such as a long name of a zone, leaves it the larger part. The width is
/// the panel's: the trees get theirs only after its resize event.
void fitColumns(QTreeWidget& tree, int panel) {
    constexpr double most = 0.35;
    const int last = tree.columnCount() - 1;
    for (int column = 1; column <= last; ++column) {
        int width = tree.header()->sectionSizeHint(column);
        for (QTreeWidgetItemIterator it(&tree); *it; ++it) {
            if (!(*it)->isFirstColumnSpanned())
                width = std::max(width, tree.fontMetrics().horizontalAdvance((*it)->text(column)) + 10);
        }
        tree.header()->resizeSection(column, column == last ? std::min(width, static_cast<int>(most * panel)) : width);
    }
}

/// Long quotations wrap in the tooltip only as rich text.
QString tip(const QString& text) { return u"<p>%1</p>"_s.arg(text.toHtmlEscaped()); }

} // namespace

PlanPanel::PlanPanel(const Plan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_title(new QLabel)
    , m_targetsHeading(new QLabel)
    , m_measuresHeading(new QLabel)
    , m_targets(tree(u"targets"_s, 3))
    , m_measures(tree(u"measures"_s, 2)) {
    m_title->setWordWrap(true);
    m_targets->setRootIsDecorated(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_targetsHeading);
    layout->addWidget(m_targets, 4);
    layout->addWidget(m_measuresHeading);
    layout->addWidget(m_measures, 5);
    connect(m_measures, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        if (const QStringList zones = item->data(0, Qt::UserRole).toStringList(); !zones.isEmpty())
            Q_EMIT zonesNamed(zones);
    });
    retranslate();
}

void PlanPanel::refresh() {
    const int targets = m_targets->verticalScrollBar()->value();
    const int measures = m_measures->verticalScrollBar()->value();
    QStringList folded;
    for (int i = 0; i < m_measures->topLevelItemCount(); ++i) {
        if (const auto* group = m_measures->topLevelItem(i); !group->isExpanded())
            folded += group->text(0);
    }
    retranslate();
    for (int i = 0; i < m_measures->topLevelItemCount(); ++i) {
        if (auto* group = m_measures->topLevelItem(i); folded.contains(group->text(0)))
            group->setExpanded(false);
    }
    m_targets->verticalScrollBar()->setValue(targets);
    m_measures->verticalScrollBar()->setValue(measures);
}

void PlanPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PlanPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns(*m_targets, width());
    fitColumns(*m_measures, width());
}

void PlanPanel::retranslate() {
    const Language language = interfaceLanguage();
    m_title->setText(
        u"<b>%1</b><br>%2"_s.arg(m_plan.title.in(language).toHtmlEscaped(),
                                 tr("%1; coordinated by %2; valid %3 to %4")
                                     .arg(m_plan.issuer.in(language), m_plan.coordinator.in(language),
                                          m_plan.validFrom.toString(Qt::ISODate), m_plan.validTo.toString(Qt::ISODate))
                                     .toHtmlEscaped()));
    m_targetsHeading->setText(tr("Targets, set for the city and not for its districts"));
    m_measuresHeading->setText(tr("Measures and safeguards"));
    m_targets->setAccessibleName(tr("Targets"));
    m_measures->setAccessibleName(m_measuresHeading->text());
    m_targets->setHeaderLabels({tr("Target"), tr("Value"), tr("Unit")});
    m_measures->setHeaderLabels({tr("Measure"), tr("Zones named")});
    fillTargets();
    fillMeasures();
    fitColumns(*m_targets, width());
    fitColumns(*m_measures, width());
}

void PlanPanel::fillTargets() {
    const Language language = interfaceLanguage();
    m_targets->clear();
    for (const Target& target : m_plan.targets) {
        auto* item =
            new QTreeWidgetItem(m_targets, {target.name.in(language), words(target), target.unit.in(language)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        const QString quote = tip(target.name.in(language)) + tip(target.section + u' ' + target.quote);
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, quote);
    }
}

void PlanPanel::fillMeasures() {
    const Language language = interfaceLanguage();
    m_measures->clear();
    QTreeWidgetItem* group = nullptr;
    QString groupName;
    for (const Measure& measure : m_plan.measures) {
        if (!group || groupName != measure.group.zh) {
            groupName = measure.group.zh;
            group = new QTreeWidgetItem(m_measures, {measure.group.in(language)});
            group->setFirstColumnSpanned(true);
        }
        QStringList zones;
        for (const QString& code : measure.zones)
            zones += m_plan.zone(code)->name.in(language);
        auto* item = new QTreeWidgetItem(group, {measure.number + u". "_s + measure.title.in(language),
                                                 zones.isEmpty() ? tr("whole city") : zones.join(tr(", "))});
        item->setData(0, Qt::UserRole, measure.zones);
        const QString text = tip(item->text(0)) + tip(item->text(1)) + tip(measure.text) +
                             tip(tr("Responsible: %1").arg(measure.bodies.join(tr(", "))));
        item->setToolTip(0, text);
        item->setToolTip(1, text);
    }
    m_measures->expandAll();
}

} // namespace tiermap
