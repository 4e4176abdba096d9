#include "app/window/zone_list.h"

#include "app/session/language.h"
#include "app/window/zone_bar.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int codeRole = Qt::UserRole;
constexpr int tierRole = Qt::UserRole + 1;

} // namespace

ZoneList::ZoneList(const Plan& plan, Selection& selection, QWidget* parent)
    : QTreeView(parent)
    , m_plan(plan)
    , m_selection(selection)
    , m_model(new QStandardItemModel(this)) {
    setObjectName(u"zones"_s);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(14);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    fill();
    setModel(m_model);
    setItemDelegate(new ZoneBar(this));
    retranslate();
    expandAll();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ZoneList::takeSelection);
    connect(&selection, &Selection::changed, this, &ZoneList::showSelection);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const QString code = index.data(codeRole).toString(); !code.isEmpty())
            Q_EMIT zoneActivated(code);
    });
}

void ZoneList::fill() {
    for (const Tier& tier : m_plan.tiers) {
        auto* group = new QStandardItem;
        group->setData(tier.key, tierRole);
        for (const Zone& zone : m_plan.zonesOf(tier.key)) {
            auto* item = new QStandardItem;
            item->setData(zone.code, codeRole);
            group->appendRow(item);
        }
        m_model->appendRow(group);
    }
}

void ZoneList::refresh() {
    const int scrolled = verticalScrollBar()->value();
    QStringList closed;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        if (const QModelIndex index = m_model->index(group, 0); !isExpanded(index))
            closed += index.data(tierRole).toString();
    }
    {
        const QScopedValueRollback following(m_following, true); // an emptied list is no choice of the person's
        m_model->clear();
        fill();
    }
    retranslate();
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex index = m_model->index(group, 0);
        setExpanded(index, !closed.contains(index.data(tierRole).toString()));
    }
    select();
    verticalScrollBar()->setValue(scrolled);
}

void ZoneList::setMap(const std::shared_ptr<const ThematicMap>& map, const QHash<QString, double>& numbers) {
    m_map = map;
    m_numbers = numbers;
    showNumbers();
}

void ZoneList::showNumbers() {
    const Language language = interfaceLanguage();
    double most = 0;
    for (const double number : m_numbers)
        most = std::max(most, std::abs(number));
    for (int group = 0; group < m_model->rowCount(); ++group) {
        for (int row = 0; row < m_model->item(group)->rowCount(); ++row) {
            QStandardItem& item = *m_model->item(group)->child(row);
            const QString code = item.data(codeRole).toString();
            const auto number = m_numbers.constFind(code);
            const bool known = number != m_numbers.constEnd();
            const bool shows = m_map && m_map->inks.contains(code);
            const QString none =
                known ? QString() : knownText(shows ? m_map->known.value(code) : ZoneFigure::Known::Missing, language);
            const QString text = shows ? m_map->values.value(code, none) : QString();
            item.setData(text, ZoneBar::textRole);
            item.setData(known && most > 0 ? QVariant(std::abs(*number) / most) : QVariant(), ZoneBar::shareRole);
            const auto ink = shows ? m_map->inks.value(code).fill : std::nullopt;
            const Symbol symbol = shows ? m_map->symbols.value(code) : Symbol();
            item.setData(symbol.color.isValid() ? symbol.color : ink.value_or(palette().color(QPalette::Highlight)),
                         ZoneBar::colourRole);
            QStringList told{text, shows ? classText(*m_map, m_map->classOf.value(code, -1)) : QString()};
            told.removeAll(QString());
            item.setToolTip(told.isEmpty() ? QString() : item.text() + u": "_s + told.join(u'\n'));
        }
    }
}

void ZoneList::takeSelection() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    QStringList zones;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        if (const QString code = index.data(codeRole).toString(); !code.isEmpty())
            zones += code;
        for (int row = 0; row < m_model->rowCount(index); ++row)
            zones += m_model->index(row, 0, index).data(codeRole).toString();
    }
    zones.removeDuplicates();
    m_selection.set(zones);
}

void ZoneList::showSelection() {
    if (m_following)
        return;
    if (const QModelIndex last = select(); last.isValid())
        scrollTo(last); // opens its group
}

/// Marks what is selected; returns the last of it.
QModelIndex ZoneList::select() {
    const QScopedValueRollback following(m_following, true);
    QItemSelection chosen;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(parent); ++row) {
            const QModelIndex index = m_model->index(row, 0, parent);
            if (m_selection.contains(index.data(codeRole).toString()))
                chosen.select(index, index);
        }
    }
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    return chosen.isEmpty() ? QModelIndex() : chosen.indexes().constLast();
}

void ZoneList::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ZoneList::retranslate() {
    setAccessibleName(tr("Zones by tier"));
    const Language language = interfaceLanguage();
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const Tier& tier = m_plan.tiers[group];
        QStandardItem* heading = m_model->item(group);
        heading->setText(tr("%1 %2 · %3").arg(tier.mark.in(language), tier.name.in(language)).arg(heading->rowCount()));
        QFont font = heading->font();
        font.setBold(true);
        heading->setFont(font);
        for (int row = 0; row < heading->rowCount(); ++row) {
            QStandardItem* item = heading->child(row);
            const Zone& zone = *m_plan.zone(item->data(codeRole).toString());
            item->setText(zone.name.in(language));
            // What a screen reader says of it: the tier is not in the colour alone.
            item->setData(tr("%1, tier %2").arg(zone.name.in(language), tier.name.in(language)),
                          Qt::AccessibleTextRole);
        }
    }
    showNumbers();
}

} // namespace tiermap
