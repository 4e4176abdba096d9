#include "app/compare/split_panel.h"

#include "app/compare/compare_words.h"
#include "app/compare/plain_table.h"
#include "app/compare/split_form.h"
#include "app/compare/table_text.h"
#include "app/session/language.h"
#include "app/session/split_words.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/number_entry.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

enum Column { Called, OfTier, Lock, Floor, Cap, Part, Before, Base, When, Columns };
constexpr int codeRole = Qt::UserRole + 1;

QTableWidgetItem* amountItem(double number) {
    QTableWidgetItem* item = textItem(words(number));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setData(numberRole, number);
    return item;
}

QTableWidgetItem* boundItem(const QHash<QString, double>& bounds, const QString& zone) {
    const auto found = bounds.constFind(zone);
    auto* item = new QTableWidgetItem(
        found == bounds.constEnd() ? QString() : QString::number(*found, 'g', QLocale::FloatingPointShortest));
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

SplitPanel::SplitPanel(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_form(new SplitForm(this))
    , m_notes(new QLabel(this))
    , m_table(makeTable(this, u"split"_s)) {
    m_notes->setObjectName(u"splitNotes"_s);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(6, 2, 6, 2);
    QFont bold = font();
    bold.setBold(true);
    m_notes->setFont(bold);
    m_table->verticalHeader()->hide();
    auto* room = new QScrollArea(this); // a low dock does not squeeze the fields
    room->setWidget(m_form);
    room->setWidgetResizable(true);
    room->setFrameShape(QFrame::NoFrame);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* result = new QWidget(this);
    auto* below = new QVBoxLayout(result);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(2);
    below->addWidget(m_notes);
    below->addWidget(m_table, 1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(room);
    split->addWidget(result);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({340, 820});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connect(m_form, &SplitForm::changed, this, &SplitPanel::follow);
    connect(m_table, &QTableWidget::itemChanged, this, &SplitPanel::take);
    connect(m_table, &QTableWidget::cellClicked, this, [this, &selection](int row, int) {
        if (const QString zone = m_table->item(row, Called)->data(codeRole).toString(); !zone.isEmpty())
            selection.set({zone});
    });
}

void SplitPanel::setPlan(const Plan& plan) {
    m_plan = plan;
    m_form->setPlan(plan);
    follow();
}

DecompositionSettings SplitPanel::settings() const {
    DecompositionSettings settings = m_form->settings();
    settings.locks = m_locks;
    settings.floors = m_floors;
    settings.caps = m_caps;
    return settings;
}

/// Bounds are in the target's unit: those of one mean nothing to another.
void SplitPanel::forgetBounds() {
    const auto gone = [this](const auto& bound) { return !m_plan.zone(bound.key()); };
    for (QHash<QString, double>* bounds : {&m_locks, &m_floors, &m_caps}) {
        if (m_form->settings().target != m_target)
            bounds->clear();
        bounds->removeIf(gone);
    }
    m_target = m_form->settings().target;
}

void SplitPanel::follow() {
    forgetBounds();
    showSplit();
    Q_EMIT changed();
}

void SplitPanel::showSplit() {
    const QScopedValueRollback filling(m_filling, true);
    m_table->setAccessibleName(tr("Proposed split of the target"));
    m_table->clear();
    m_table->setRowCount(0);
    m_split.reset();
    const DecompositionSettings now = settings();
    const auto target = std::ranges::find(m_plan.targets, now.target, &Target::key);
    if (target == m_plan.targets.end()) {
        m_table->setColumnCount(0);
        m_notes->setText(tr("The plan has no target that can be split."));
        return;
    }
    const auto split = decompose(m_plan, now);
    if (!split) {
        const auto named = [this](const QString& field) { return m_form->labelOf(field); };
        const auto refusal = splitRefusal(m_plan, now, split.error(), named);
        m_notes->setText(proposalNote() + u'\n' + (refusal ? *refusal : sentence(split.error())));
    }
    m_split = split ? std::optional(*split) : std::nullopt;
    if (m_split)
        m_notes->setText(splitNotes(*target, now, *m_split).join(u'\n'));
    showTable(*target, m_split.value_or(Decomposition{.kind = kindOf(*target)}));
}

/// What they make together, as yearbooks have it, in the first row, and a row for each district; these whether there is a
/// split or not: what keeps it from being can be a lock.
void SplitPanel::showTable(const Target& target, const Decomposition& split) {
    const Language language = interfaceLanguage();
    const bool grows = split.kind == TargetKind::Growth;
    const QString unit = splitUnit(m_plan, target, split);
    m_table->setColumnCount(Columns);
    m_table->setHorizontalHeaderLabels(
        {tr("Zone"), tr("Tier"), tr("Locked at"), tr("At least"), tr("At most"),
         split.year ? tr("Proposed for %1, %2").arg(*split.year).arg(unit) : tr("Proposed, %1").arg(unit), tr("So far"),
         tr("Base"), tr("Base as of")});
    m_table->horizontalHeaderItem(Lock)->setToolTip(
        tr("Double-click to give a district a part that stays; empty: free"));
    m_table->horizontalHeaderItem(Part)->setToolTip(proposalNote());
    const QList<Zone> districts = mappedZones(m_plan);
    m_table->setRowCount(static_cast<int>(districts.size()) + 1);
    for (int column = 0; column < Columns; ++column)
        m_table->setItem(0, column, textItem({}));
    if (!split.parts.isEmpty()) {
        m_table->setItem(0, Called, textItem(totalWords(target, split)));
        m_table->setItem(0, Part, amountItem(split.total));
    }
    QFont bold = font();
    bold.setBold(true);
    for (const int column : {int(Called), int(Part)})
        m_table->item(0, column)->setFont(bold);
    m_table->setSpan(0, Called, 1, Part);
    for (int i = 0; i < districts.size(); ++i) {
        const int row = i + 1;
        const Zone& zone = districts[i];
        QTableWidgetItem* called = textItem(zone.name.in(language));
        called->setData(codeRole, zone.code);
        m_table->setItem(row, Called, called);
        m_table->setItem(row, OfTier, textItem(nameOfTier(m_plan, zone.tier)));
        m_table->setItem(row, Lock, boundItem(m_locks, zone.code));
        m_table->setItem(row, Floor, boundItem(m_floors, zone.code));
        m_table->setItem(row, Cap, boundItem(m_caps, zone.code));
        if (i >= split.parts.size())
            continue;
        showPart(row, split.parts[i]);
        called->setData(Qt::AccessibleTextRole, tr("%1, %2, %3: %4")
                                                    .arg(called->text(), m_table->item(row, OfTier)->text(),
                                                         proposalMark(), m_table->item(row, Part)->text()));
    }
    m_table->setColumnHidden(Lock, grows);
    m_table->setColumnHidden(Floor, split.kind != TargetKind::Additive);
    m_table->setColumnHidden(Cap, grows);
    m_table->setColumnHidden(Before, split.kind == TargetKind::Additive);
    m_table->resizeColumnsToContents();
}

void SplitPanel::showPart(int row, const ZonePart& part) {
    QTableWidgetItem* proposed = amountItem(part.value);
    proposed->setToolTip(proposalNote());
    if (m_locks.contains(part.zone))
        proposed->setToolTip(tr("locked") + u'\n' + proposalNote());
    m_table->setItem(row, Part, proposed);
    m_table->setItem(row, Before, part.before ? amountItem(*part.before) : textItem({}));
    if (part.assumed)
        m_table->item(row, Before)->setText(tr("%1, of the city").arg(m_table->item(row, Before)->text()));
    const Observation* base = part.base >= 0 ? &m_plan.observations[part.base] : nullptr;
    m_table->setItem(row, Base, base ? amountItem(base->value->number) : textItem({}));
    m_table->setItem(row, When, textItem(base ? words(base->period) : QString()));
}

/// A lock or bound as it was typed.
void SplitPanel::take(QTableWidgetItem* item) {
    if (m_filling || item->column() < Lock || item->column() > Cap)
        return;
    const QString zone = m_table->item(item->row(), Called)->data(codeRole).toString();
    QHash<QString, double>& bounds = item->column() == Lock ? m_locks : item->column() == Floor ? m_floors : m_caps;
    const std::optional<double> number = enteredNumber(item->text());
    if (isNoEntry(item->text())) {
        bounds.remove(zone);
    } else if (number && *number >= 0 && std::isfinite(*number)) {
        bounds.insert(zone, *number);
    } else {
        Q_EMIT refused(tr("A part is a number of 0 or more, or empty."));
    }
    // The item that is being edited goes with the table; not before the editor is done with it.
    QMetaObject::invokeMethod(this, &SplitPanel::follow, Qt::QueuedConnection);
}

QString SplitPanel::text() const { return m_notes->text() + u"\n\n"_s + tableText(*m_table->model()); }

} // namespace tiermap
