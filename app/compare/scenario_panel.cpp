#include "app/compare/scenario_panel.h"

#include "app/compare/compare_words.h"
#include "app/compare/flat_button.h"
#include "app/compare/plain_table.h"
#include "app/compare/table_text.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/scenario_words.h"
#include "app/session/split_words.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"
#include "maps/analysis/zone_geography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QListWidget* makeList(QWidget* parent, const QString& name) {
    auto* list = new QListWidget(parent);
    list->setObjectName(name);
    list->setAlternatingRowColors(true);
    list->setWordWrap(true);
    return list;
}

QTableWidgetItem* changeItem(const QString& before, const QString& now) {
    QTableWidgetItem* item = textItem(before == now ? now : ScenarioPanel::tr("%1 → %2").arg(before, now));
    if (before != now) {
        QFont bold = item->font();
        bold.setBold(true);
        item->setFont(bold);
    }
    return item;
}

/// "p = 0.03", or that there is none.
QString chance(const ClaimEvidence& evidence) {
    return evidence.hasP() ? shortNumber(evidence.test->p) : ScenarioPanel::tr("none");
}

QString mark(Verdict verdict) { return symbol(verdict) + u' ' + words(verdict); }

} // namespace

ScenarioPanel::ScenarioPanel(const PlanShapes& shapes, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_shapes(shapes)
    , m_selection(selection)
    , m_zone(new QComboBox(this))
    , m_tier(new QComboBox(this))
    , m_add(new QPushButton(this))
    , m_list(makeList(this, u"moves"_s))
    , m_remove(makeFlatButton(this, u"removeMove"_s, u"list-remove"_s))
    , m_undo(makeFlatButton(this, u"undoMove"_s, u"edit-undo"_s))
    , m_redo(makeFlatButton(this, u"redoMove"_s, u"edit-redo"_s))
    , m_clear(makeFlatButton(this, u"clearMoves"_s, u"edit-clear"_s))
    , m_onMap(new QPushButton(this))
    , m_search(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_take(new QPushButton(this))
    , m_options(makeList(this, u"options"_s))
    , m_found(new QLabel(this))
    , m_mark(new QLabel(this))
    , m_claims(makeTable(this, u"claimChanges"_s))
    , m_tiers(makeTable(this, u"tierChanges"_s))
    , m_joins(new QLabel(this))
    , m_splitTitle(new QLabel(this))
    , m_splits(makeTable(this, u"splitChanges"_s)) {
    m_thread.setMaxThreadCount(1);
    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(makeChoice());
    left->addWidget(makeSearch());
    left->setChildrenCollapsible(false);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(left);
    split->addWidget(makeResult());
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({330, 830});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ScenarioPanel::offerTiers);
    connect(m_add, &QPushButton::clicked, this, &ScenarioPanel::add);
    connect(m_remove, &QToolButton::clicked, this, &ScenarioPanel::removeChosen);
    connect(m_clear, &QToolButton::clicked, this, [this] { setMoves({}); });
    connect(m_onMap, &QPushButton::toggled, this, &ScenarioPanel::tellMap);
    connect(m_undo, &QToolButton::clicked, this, [this] { step(m_past, m_future); });
    connect(m_redo, &QToolButton::clicked, this, [this] { step(m_future, m_past); });
    connect(m_search, &QPushButton::clicked, this, &ScenarioPanel::search);
    connect(m_cancel, &QPushButton::clicked, this, &ScenarioPanel::cancelSearch);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (const int row = m_options->currentRow(); m_fewest && row >= 0)
            setMoves(m_moves + QList<ZoneMove>(m_fewest->options[row]));
    });
    connect(m_options, &QListWidget::itemActivated, m_take, &QPushButton::click);
    connect(m_options, &QListWidget::currentRowChanged, this, [this](int row) { m_take->setEnabled(row >= 0); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_remove->setEnabled(row >= 0);
        if (row >= 0 && row < m_moves.size())
            m_selection.set({m_moves[row].zone});
    });
    connect(&selection, &Selection::changed, this, [this] { // the zone that was chosen on the map is offered
        if (const int place = m_selection.zones().isEmpty() ? -1 : m_zone->findData(m_selection.zones().last());
            place >= 0)
            m_zone->setCurrentIndex(place);
    });
}

ScenarioPanel::~ScenarioPanel() {
    m_searching = false;
    ++m_latest;
    m_thread.clear();
    m_thread.waitForDone();
}

QWidget* ScenarioPanel::makeChoice() {
    m_zone->setObjectName(u"zoneToMove"_s);
    m_tier->setObjectName(u"tierToMoveTo"_s);
    m_add->setObjectName(u"addMove"_s);
    for (QComboBox* box : {m_zone, m_tier}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
    }
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_zone, 1);
    choice->addWidget(new QLabel(u"→"_s, this));
    choice->addWidget(m_tier, 1);
    choice->addWidget(m_add);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton* button : {m_remove, m_undo, m_redo, m_clear})
        buttons->addWidget(button);
    buttons->addStretch(1);
    m_onMap->setObjectName(u"scenarioOnMap"_s);
    m_onMap->setCheckable(true);
    buttons->addWidget(m_onMap);
    auto* part = new QWidget(this);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 4, 4, 2);
    layout->setSpacing(2);
    m_top = layout;
    layout->addLayout(choice);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    return part;
}

void ScenarioPanel::addAbove(QWidget* row) { m_top->insertWidget(0, row); }

QWidget* ScenarioPanel::makeSearch() {
    m_search->setObjectName(u"searchFewest"_s);
    m_cancel->setObjectName(u"cancelSearch"_s);
    m_take->setObjectName(u"takeOption"_s);
    m_found->setObjectName(u"found"_s);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_search);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_take);
    buttons->addStretch(1);
    auto* part = new QWidget(this);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(6, 2, 4, 4);
    layout->setSpacing(2);
    layout->addLayout(buttons);
    layout->addWidget(m_found);
    layout->addWidget(m_options, 1);
    return part;
}

QWidget* ScenarioPanel::makeResult() {
    QFont bold = font();
    bold.setBold(true);
    m_mark->setObjectName(u"scenarioMark"_s);
    m_mark->setFont(bold);
    m_mark->setContentsMargins(6, 4, 6, 0);
    m_mark->setWordWrap(true);
    m_mark->setTextFormat(Qt::PlainText);
    for (QTableWidget* table : {m_claims, m_tiers, m_splits}) {
        table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table->verticalHeader()->hide();
    }
    m_joins->setContentsMargins(6, 0, 6, 0);
    m_joins->setObjectName(u"joins"_s);
    m_splitTitle->setObjectName(u"splitTitle"_s);
    m_splitTitle->setTextFormat(Qt::PlainText);
    m_splitTitle->setWordWrap(true);
    m_splitTitle->setContentsMargins(6, 0, 6, 0);
    auto* shape = new QWidget(this);
    auto* left = new QVBoxLayout(shape);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(2);
    left->addWidget(m_tiers, 1);
    left->addWidget(m_joins);
    auto* parts = new QWidget(this);
    auto* right = new QVBoxLayout(parts);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(2);
    right->addWidget(m_splitTitle);
    right->addWidget(m_splits, 1);
    auto* below = new QSplitter(Qt::Horizontal, this);
    below->addWidget(shape);
    below->addWidget(parts);
    below->setChildrenCollapsible(false);
    auto* both = new QSplitter(Qt::Vertical, this);
    both->addWidget(m_claims);
    both->addWidget(below);
    both->setChildrenCollapsible(false);
    auto* part = new QWidget(this);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_mark);
    layout->addWidget(both, 1);
    return part;
}

void ScenarioPanel::retranslate() {
    m_zone->setAccessibleName(tr("Zone to move"));
    m_tier->setAccessibleName(tr("Tier to move it to"));
    m_add->setText(tr("A&dd"));
    m_add->setToolTip(tr("Try the zone in this tier; the adopted plan stays as it is"));
    word(*m_remove, tr("Remove the move"));
    word(*m_undo, tr("Undo the last change of the moves"));
    word(*m_redo, tr("Redo the change of the moves"));
    word(*m_clear, tr("Remove all moves"));
    m_onMap->setText(tr("Scenario on Ma&p"));
    m_onMap->setToolTip(tr("The map shows the scenario instead of the adopted plan, and says so; a figure of it, too"));
    m_list->setAccessibleName(tr("Moves of the scenario"));
    m_options->setAccessibleName(tr("Ways to make the claims consistent"));
    m_search->setText(tr("&Fewest Moves"));
    m_search->setToolTip(
        tr("Looks for the fewest moves that make all claims that can be tested consistent, beside those "
           "above, which are kept"));
    m_cancel->setText(tr("Cancel"));
    m_take->setText(tr("Add &These"));
    m_take->setToolTip(tr("Adds the chosen moves to the scenario"));
    m_claims->setAccessibleName(tr("Claims before and after"));
    m_tiers->setAccessibleName(tr("Tiers before and after"));
    m_splits->setAccessibleName(tr("Split of the target before and after"));
    const QString chosen = m_zone->currentData().toString();
    m_zone->clear();
    for (const Zone& zone : m_plan.layoutZones())
        m_zone->addItem(zone.name.in(interfaceLanguage()), zone.code);
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(chosen)));
    offerTiers();
    showMoves();
    showFewest();
    showResult();
}

/// All but the one that it has in the plan.
void ScenarioPanel::offerTiers() {
    const QString chosen = m_tier->currentData().toString();
    m_tier->clear();
    const Zone* zone = m_plan.zone(m_zone->currentData().toString());
    for (const Tier& tier : m_plan.tiers) {
        if (zone != nullptr && zone->tier != tier.key)
            m_tier->addItem(tier.name.in(interfaceLanguage()), tier.key);
    }
    m_tier->setCurrentIndex(std::max(0, m_tier->findData(chosen)));
    m_add->setEnabled(m_tier->count() > 0);
}

void ScenarioPanel::setPlan(const Plan& plan, std::vector<std::vector<int>> neighbours) {
    m_plan = plan;
    m_neighbours = std::move(neighbours);
    const auto gone = [&](const ZoneMove& move) {
        const Zone* zone = plan.zone(move.zone);
        return zone == nullptr || zone->tier != move.from || plan.tier(move.to) == nullptr;
    };
    for (QList<QList<ZoneMove>>* steps : {&m_past, &m_future}) {
        for (QList<ZoneMove>& moves : *steps)
            moves.removeIf(gone);
    }
    m_moves.removeIf(gone);
    retranslate();
    follow();
}

void ScenarioPanel::setSplit(const DecompositionSettings& settings) {
    m_split = settings;
    showSplit();
}

void ScenarioPanel::setMoves(const QList<ZoneMove>& moves) {
    if (moves == m_moves)
        return;
    m_past << m_moves;
    m_future.clear();
    m_moves = moves;
    follow();
}

void ScenarioPanel::step(QList<QList<ZoneMove>>& from, QList<QList<ZoneMove>>& to) {
    if (from.isEmpty())
        return;
    to << m_moves;
    m_moves = from.takeLast();
    follow();
}

/// A zone that is in the list already moves elsewhere instead.
void ScenarioPanel::add() {
    const Zone* zone = m_plan.zone(m_zone->currentData().toString());
    if (zone == nullptr || m_tier->currentIndex() < 0)
        return;
    QList<ZoneMove> moves = m_moves;
    moves.removeIf([&](const ZoneMove& move) { return move.zone == zone->code; });
    moves << ZoneMove{.zone = zone->code, .from = zone->tier, .to = m_tier->currentData().toString()};
    setMoves(moves);
}

void ScenarioPanel::removeChosen() {
    QList<ZoneMove> moves = m_moves;
    if (const int row = m_list->currentRow(); row >= 0 && row < moves.size())
        moves.removeAt(row);
    setMoves(moves);
}

/// Something else is to be worked out: what was found for other moves is none of these.
void ScenarioPanel::follow() {
    m_stale = true;
    m_searching = false;
    ++m_latest;
    m_scenario.reset();
    m_fewest.reset();
    if (m_moves.isEmpty())
        m_onMap->setChecked(false); // it is the adopted plan
    tellMap();
    Q_EMIT moved(m_moves);
    showMoves();
    showFewest();
    showResult();
    if (isVisible())
        work();
}

void ScenarioPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        work();
}

void ScenarioPanel::work() {
    m_stale = false;
    const int mine = ++m_latest;
    m_thread.start([this, mine, plan = m_plan, moves = m_moves, shapes = m_shapes.zones, neighbours = m_neighbours] {
        if (mine != m_latest)
            return;
        const auto made = std::make_shared<const Scenario>(scenarioOf(plan, moves, areasKm2(shapes), neighbours));
        QMetaObject::invokeMethod(this, [this, mine, made] {
            if (mine != m_latest)
                return; // other moves are wanted by now
            m_scenario = *made;
            showResult();
            showFewest();
            Q_EMIT worked();
        });
    });
}

void ScenarioPanel::search() {
    if (!m_scenario || m_searching)
        return;
    m_searching = true;
    m_fewest.reset();
    showFewest();
    const int mine = m_latest;
    m_thread.start([this, mine, plan = m_plan, scenario = *m_scenario] {
        const auto goesOn = [&] { return mine == m_latest && m_searching; };
        const auto found = std::make_shared<const Result<FewestMoves>>(fewestMovesOf(plan, scenario, goesOn));
        QMetaObject::invokeMethod(this, [this, mine, found] {
            if (mine == m_latest)
                takeFound(*found);
        });
    });
}

void ScenarioPanel::cancelSearch() { m_searching = false; }

void ScenarioPanel::takeFound(const Result<FewestMoves>& found) {
    m_searching = false;
    if (found)
        m_fewest = *found;
    showFewest();
    if (!found && found.error().code != Problem::Code::Cancelled)
        Q_EMIT refused(found.error());
    Q_EMIT searched();
}

void ScenarioPanel::showMoves() {
    const int row = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ZoneMove& move : std::as_const(m_moves))
        m_list->addItem(moveWords(m_plan, move));
    m_list->setCurrentRow(std::min(row, static_cast<int>(m_moves.size()) - 1));
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_clear->setEnabled(!m_moves.isEmpty());
    m_onMap->setEnabled(!m_moves.isEmpty());
    m_undo->setEnabled(!m_past.isEmpty());
    m_redo->setEnabled(!m_future.isEmpty());
}

void ScenarioPanel::showOnMap(bool shown) { m_onMap->setChecked(shown); }

void ScenarioPanel::tellMap() { Q_EMIT mapWanted(m_onMap->isChecked() ? m_moves : QList<ZoneMove>()); }

void ScenarioPanel::showFewest() {
    m_options->clear();
    m_search->setEnabled(m_scenario && !m_searching);
    m_cancel->setVisible(m_searching);
    m_take->setVisible(!m_searching);
    m_take->setEnabled(false);
    if (m_searching) {
        m_found->setText(tr("Being searched…"));
    } else if (m_fewest && m_scenario) {
        const FewestWords said = fewestWords(*m_scenario, *m_fewest);
        m_found->setText(said.found);
        m_found->setToolTip(said.scope);
        for (const QList<ZoneMove>& option : m_fewest->options) {
            if (!option.isEmpty())
                m_options->addItem(movesInWords(m_plan, option));
        }
    } else {
        m_found->clear();
        m_found->setToolTip({});
    }
    m_found->setVisible(!m_found->text().isEmpty());
}

void ScenarioPanel::showResult() {
    QString text = !m_scenario         ? tr("Being worked out…")
                   : m_moves.isEmpty() ? tr("The adopted plan: add moves to make a scenario of it.")
                                       : scenarioMark();
    if (m_scenario && std::ranges::any_of(m_scenario->after.claims, &ClaimEvidence::illustrative))
        text += u'\n' + tr("* Illustrative numbers are among them: this says nothing of the real zones.");
    m_mark->setText(text);
    showClaims();
    showTiers();
    showSplit();
}

void ScenarioPanel::showClaims() {
    m_claims->clear();
    m_claims->setRowCount(0);
    m_claims->setColumnCount(4);
    m_claims->setHorizontalHeaderLabels({tr("Tier"), tr("Verdict"), tr("p"), tr("Claim")});
    if (!m_scenario)
        return;
    m_claims->setRowCount(static_cast<int>(m_scenario->after.claims.size()));
    for (int row = 0; row < m_claims->rowCount(); ++row) {
        const ClaimEvidence& before = m_scenario->before.claims[row];
        const ClaimEvidence& after = m_scenario->after.claims[row];
        m_claims->setItem(row, 0, textItem(nameOfTier(m_plan, after.claim.tier)));
        m_claims->setItem(row, 1, changeItem(mark(before.verdict()), mark(after.verdict())));
        m_claims->setItem(row, 2, changeItem(chance(before), chance(after)));
        m_claims->setItem(
            row, 3, textItem(after.claim.name.in(interfaceLanguage()) + (after.illustrative ? u" *"_s : QString())));
        for (int column = 0; column < 4; ++column)
            m_claims->item(row, column)->setToolTip(u"<p>"_s + sentence(m_scenario->other, after).toHtmlEscaped());
    }
    m_claims->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_claims->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch); // elided, with a tool tip
}

void ScenarioPanel::showTiers() {
    m_tiers->clear();
    m_tiers->setRowCount(0);
    m_tiers->setColumnCount(3);
    m_tiers->setHorizontalHeaderLabels({tr("Tier"), tr("Zones"), tr("Parts on the map")});
    m_joins->clear();
    if (!m_scenario)
        return;
    m_tiers->setRowCount(static_cast<int>(m_plan.tiers.size()));
    const bool joined = m_scenario->before.joins && m_scenario->after.joins;
    for (int tier = 0; tier < m_tiers->rowCount(); ++tier) {
        const auto at = static_cast<std::size_t>(tier);
        const auto text = [](int number) { return QString::number(number); };
        const auto parts = [&](const ScenarioSide& side) {
            const bool has = side.partsOf(tier) > 0; // zones within a district have no place of their own
            return has ? text(side.partsOf(tier)) : tr("none");
        };
        m_tiers->setItem(tier, 0, textItem(m_plan.tiers[tier].name.in(interfaceLanguage())));
        m_tiers->setItem(tier, 1, changeItem(text(m_scenario->before.sizes[at]), text(m_scenario->after.sizes[at])));
        m_tiers->setItem(tier, 2,
                         joined ? changeItem(parts(m_scenario->before), parts(m_scenario->after))
                                : textItem(tr("not known")));
    }
    m_tiers->resizeColumnsToContents();
    if (joined)
        m_joins->setText(joinWords(*m_scenario));
    m_joins->setVisible(joined);
}

void ScenarioPanel::showSplit() {
    m_splits->clear();
    m_splits->setRowCount(0);
    m_splits->setColumnCount(0);
    m_splitTitle->clear();
    const auto target =
        m_split ? std::ranges::find(m_plan.targets, m_split->target, &Target::key) : m_plan.targets.end();
    if (!m_scenario || target == m_plan.targets.end())
        return;
    const auto before = decompose(m_plan, *m_split);
    const auto after = decompose(m_scenario->other, *m_split);
    const QString name = tr("Split of: %1, %2").arg(target->name.in(interfaceLanguage()), proposalMark());
    if (!before || !after) {
        m_splitTitle->setText(name + u'\n' + tr("There is none: see the page Target Split."));
        return;
    }
    m_splitTitle->setText(name);
    m_splits->setColumnCount(3);
    m_splits->setHorizontalHeaderLabels(
        {tr("Zone"), tr("Tier"), tr("Proposed, %1").arg(splitUnit(m_plan, *target, *after))});
    m_splits->setRowCount(static_cast<int>(after->parts.size()));
    for (int row = 0; row < m_splits->rowCount(); ++row) {
        const QString zone = after->parts[row].zone;
        m_splits->setItem(row, 0, textItem(nameOfZone(m_plan, zone)));
        m_splits->setItem(row, 1,
                          changeItem(nameOfTier(m_plan, m_plan.zone(zone)->tier),
                                     nameOfTier(m_plan, m_scenario->other.zone(zone)->tier)));
        m_splits->setItem(row, 2, changeItem(words(before->parts[row].value), words(after->parts[row].value)));
    }
    m_splits->resizeColumnsToContents();
}

QString ScenarioPanel::text() const {
    QStringList lines{m_mark->text()};
    for (const ZoneMove& move : m_moves)
        lines << moveWords(m_plan, move);
    lines << QString() << tableText(*m_claims->model()) << tableText(*m_tiers->model()) << m_joins->text();
    if (m_splits->rowCount() > 0)
        lines << QString() << m_splitTitle->text() << tableText(*m_splits->model());
    return lines.join(u'\n') + u'\n';
}

} // namespace tiermap
