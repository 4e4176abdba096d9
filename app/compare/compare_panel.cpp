#include "app/compare/compare_panel.h"

#include "app/compare/claims_table.h"
#include "app/compare/compare_words.h"
#include "app/compare/comparison_form.h"
#include "app/compare/comparison_table.h"
#include "app/compare/judgement_table.h"
#include "app/compare/kept_scenarios.h"
#include "app/compare/scenario_panel.h"
#include "app/compare/split_panel.h"
#include "app/compare/table_text.h"
#include "app/compare/weights_table.h"
#include "app/session/claim_words.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/number_entry.h"
#include "maps/analysis/zone_geography.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int whileChoosing = 150; // ms

enum Tab { Roles, Compared, Weighed, Retiered, Parted };

} // namespace

ComparePanel::ComparePanel(const OpenProject& project, const PlanShapes& shapes, Selection& selection, EditGate& gate,
                           QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_gate(gate)
    , m_later(new QTimer(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_busy(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_workbook(new QPushButton(this))
    , m_onMap(new QPushButton(this))
    , m_claimsTable(new ClaimsTable(selection, this))
    , m_form(new ComparisonForm(this))
    , m_warnings(new QLabel(this))
    , m_capWeights(new QPushButton(this))
    , m_byTier(new QCheckBox(this))
    , m_table(new ComparisonTable(selection, this))
    , m_weights(new WeightsTable(selection, this))
    , m_judged(new QCheckBox(this))
    , m_judgements(new JudgementTable(this))
    , m_scenario(new ScenarioPanel(shapes, selection, this))
    , m_kept(new KeptScenarios(project.content(), this))
    , m_split(new SplitPanel(selection, this))
    , m_message(new QLabel(this)) {
    m_thread.setMaxThreadCount(1);
    m_later->setSingleShot(true);
    m_later->setInterval(whileChoosing);
    arrange();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_later, &QTimer::timeout, this, &ComparePanel::compare);
    connect(m_form, &ComparisonForm::changed, m_later, qOverload<>(&QTimer::start));
    connect(m_form, &ComparisonForm::changed, this, &ComparePanel::showJudgements);
    connect(m_judged, &QCheckBox::toggled, m_form, &ComparisonForm::setJudged);
    connect(m_judgements, &JudgementTable::changed, m_later, qOverload<>(&QTimer::start));
    connect(m_form, &ComparisonForm::refused, this, &ComparePanel::say);
    connect(m_claimsTable, &ClaimsTable::weightEntered, this, &ComparePanel::setWeight);
    connect(m_claimsTable, &ClaimsTable::zoneActivated, this, &ComparePanel::zoneActivated);
    connect(m_table, &ComparisonTable::zoneActivated, this, &ComparePanel::zoneActivated);
    connect(m_split, &SplitPanel::refused, this, &ComparePanel::say);
    connect(m_split, &SplitPanel::changed, this, [this] { m_scenario->setSplit(m_split->settings()); });
    const auto refuse = [this](const Problem& problem) { say(sentence(problem)); };
    connect(m_scenario, &ScenarioPanel::refused, this, refuse);
    m_scenario->addAbove(m_kept);
    connect(m_scenario, &ScenarioPanel::moved, m_kept, &KeptScenarios::setMoves);
    connect(m_kept, &KeptScenarios::chosen, m_scenario, &ScenarioPanel::setMoves);
    connect(m_kept, &KeptScenarios::refused, this, refuse);
    connect(m_kept, &KeptScenarios::editWanted, this, [this, refuse](const Edit& edit) {
        if (const auto applied = m_gate.apply(edit); !applied)
            refuse(applied.error());
    });
    connect(m_byTier, &QCheckBox::toggled, this, &ComparePanel::showFound);
    connect(m_copy, &QPushButton::clicked, this, &ComparePanel::copy);
    connect(m_onMap, &QPushButton::clicked, this, &ComparePanel::showOnMap);
    connect(m_workbook, &QPushButton::clicked, this, &ComparePanel::workbookWanted);
    connect(m_capWeights, &QPushButton::clicked, this, [this] {
        if (m_offeredCap)
            m_form->setCap(*m_offeredCap);
    });
    retranslate();
    refresh();
}

ComparePanel::~ComparePanel() {
    ++m_latest;
    m_thread.clear();
    m_thread.waitForDone();
}

void ComparePanel::arrange() {
    setObjectName(u"compare"_s);
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(6, 2, 6, 2);
    m_message->hide();
    m_stack->addWidget(m_claimsTable);
    m_stack->addWidget(makeComparison());
    m_stack->addWidget(makeWeights());
    m_stack->addWidget(m_scenario);
    m_stack->addWidget(m_split);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTopRow());
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
}

QWidget* ComparePanel::makeTopRow() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 4, 6, 2);
    m_tabs->setObjectName(u"views"_s);
    m_tabs->setDrawBase(false);
    for (int tab = Roles; tab <= Parted; ++tab)
        m_tabs->addTab({});
    m_busy->setObjectName(u"busy"_s);
    m_copy->setObjectName(u"copy"_s);
    m_workbook->setObjectName(u"workbook"_s);
    m_onMap->setObjectName(u"onMap"_s);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_busy);
    layout->addWidget(m_onMap);
    layout->addWidget(m_copy);
    layout->addWidget(m_workbook);
    return row;
}

QWidget* ComparePanel::makeComparison() {
    m_warnings->setObjectName(u"warnings"_s);
    m_warnings->setTextFormat(Qt::PlainText);
    m_warnings->setWordWrap(true);
    m_capWeights->setObjectName(u"capWeights"_s);
    m_byTier->setObjectName(u"byTier"_s);
    m_byTier->setChecked(true);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(4, 2, 6, 2);
    above->addWidget(m_warnings, 1);
    above->addWidget(m_capWeights, 0, Qt::AlignTop);
    above->addWidget(m_byTier, 0, Qt::AlignTop);
    auto* results = new QWidget(this);
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(above);
    layout->addWidget(m_table, 1);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_form);
    split->addWidget(results);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({340, 820});
    split->setChildrenCollapsible(false);
    return split;
}

QWidget* ComparePanel::makeWeights() {
    m_judged->setObjectName(u"judged"_s);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_judgements);
    split->addWidget(m_weights);
    split->setChildrenCollapsible(false);
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* above = new QHBoxLayout;
    above->setContentsMargins(6, 2, 6, 0);
    above->addWidget(m_judged);
    above->addStretch(1);
    layout->addLayout(above);
    layout->addWidget(split, 1);
    return page;
}

/// The matrix is there where the weights are made of it, for the indicators that are compared.
void ComparePanel::showJudgements() {
    const bool judged = m_form->isJudged();
    {
        const QSignalBlocker quiet(m_judged);
        m_judged->setChecked(judged);
    }
    m_judgements->setVisible(judged);
    m_judgements->setIndicators(m_project.content().plan, m_form->settings().indicators);
}

void ComparePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComparePanel::retranslate() {
    m_tabs->setTabText(Roles, tr("Roles"));
    m_tabs->setTabText(Compared, tr("Comparison"));
    m_tabs->setTabText(Weighed, tr("Weights"));
    m_tabs->setTabText(Retiered, tr("Scenario"));
    m_tabs->setTabText(Parted, tr("Target Split"));
    m_tabs->setAccessibleName(tr("What is shown of the comparison"));
    m_busy->setText(m_busy->text().isEmpty() ? QString() : tr("Being worked out…"));
    m_copy->setText(tr("&Copy Table"));
    m_copy->setToolTip(tr("The table shown, as spreadsheets take it"));
    m_onMap->setText(tr("Show on &Map"));
    m_onMap->setToolTip(
        tr("Colours the zones by thirds of their ranks; hatched are those that other weights would move to "
           "another third"));
    m_workbook->setText(tr("Export Calculation (XLSX)…"));
    m_workbook->setToolTip(tr("The whole calculation as a workbook with formulas, so that others can follow it"));
    m_byTier->setText(tr("By &tier"));
    m_byTier->setToolTip(tr("Tiers are roles and not ranks: zones are compared within theirs, or all in one list"));
    m_judged->setText(tr("Weigh by pairwise &judgements (AHP)"));
    m_form->setPlan(m_project.content().plan);
    showJudgements();
    m_split->setPlan(m_project.content().plan);
    m_scenario->retranslate();
    m_kept->retranslate();
    say({});
    showFound();
}

void ComparePanel::refresh() {
    m_claimsWanted = true;
    QStringList districts;
    for (const Zone& zone : mappedZones(m_project.content().plan))
        districts << zone.code;
    m_neighbours = neighboursOf(districts, m_shapes.borders);
    m_form->setPlan(m_project.content().plan);
    showJudgements();
    m_split->setPlan(m_project.content().plan);
    m_scenario->setPlan(m_project.content().plan, m_neighbours);
    m_kept->refresh();
    compare();
}

void ComparePanel::compare() {
    m_later->stop();
    say({});
    m_busy->setText(tr("Being worked out…"));
    const int mine = ++m_latest;
    std::optional<ComparisonSettings> settings;
    if (m_form->hasIndicators()) {
        settings = m_form->settings();
        if (m_form->isJudged())
            settings->weighting.given = m_judgements->judged().value_or(JudgedWeights{}).weights;
        settings->neighbours = m_neighbours;
    }
    // Outlines are copied only for claims, that is after an edit: a choice of indicators needs none.
    const auto outlines = m_claimsWanted ? std::optional(m_shapes.zones) : std::nullopt;
    m_thread.start([this, mine, settings, outlines, plan = m_project.content().plan] {
        const auto goesOn = [&] { return mine == m_latest; };
        if (!goesOn())
            return;
        const auto found = std::make_shared<const Found>(find(plan, settings, outlines, goesOn));
        QMetaObject::invokeMethod(this, [this, mine, found] { take(mine, *found); });
    });
}

ComparePanel::Found ComparePanel::find(const Plan& plan, const std::optional<ComparisonSettings>& settings,
                                       const std::optional<std::vector<ZoneShape>>& outlines,
                                       const std::function<bool()>& goesOn) {
    Found found{.plan = plan};
    if (outlines)
        found.claims = claimEvidence(plan, areasKm2(*outlines));
    if (!settings || !goesOn())
        return found;
    if (const auto comparison = compareZones(plan, *settings, goesOn))
        found.comparison = *comparison;
    else
        found.problem = comparison.error();
    return found;
}

void ComparePanel::take(int number, const Found& found) {
    if (number != m_latest)
        return; // something else is wanted by now
    m_plan = found.plan;
    if (found.claims) {
        m_claims = *found.claims;
        m_claimsWanted = false;
    }
    m_comparison = found.comparison;
    m_problem = found.problem;
    m_busy->clear();
    showFound();
    Q_EMIT compared();
}

void ComparePanel::showFound() {
    const Comparison* comparison = m_comparison ? &*m_comparison : nullptr;
    m_claimsTable->setClaims(m_plan, m_claims);
    m_table->setComparison(m_plan, comparison, m_byTier->isChecked());
    m_weights->setComparison(m_plan, comparison);
    m_workbook->setEnabled(comparison != nullptr);
    m_onMap->setEnabled(comparison != nullptr);
    showWarnings();
}

void ComparePanel::showWarnings() {
    QStringList lines;
    m_offeredCap.reset();
    if (m_comparison) {
        for (const ComparisonWarning& warning : warningsOf(m_plan, *m_comparison)) {
            lines << warning.text;
            m_offeredCap = m_offeredCap ? m_offeredCap : warning.cap;
        }
    } else if (m_problem) {
        lines << tr("Nothing can be compared like this.") + u' ' + comparisonSentence(*m_problem);
    } else if (!m_form->hasIndicators()) {
        lines << tr("Choose at least one indicator.");
    }
    m_warnings->setText(lines.join(u'\n'));
    m_capWeights->setVisible(m_offeredCap.has_value());
    if (m_offeredCap)
        m_capWeights->setText(tr("No Weight above %1").arg(percent(*m_offeredCap)));
}

/// The weight of a claim's term, as it was typed.
void ComparePanel::setWeight(const QString& tier, const ClaimTerm& term, const QString& text) {
    const std::optional<double> weight = enteredNumber(text);
    if (!weight || *weight <= 0 || !std::isfinite(*weight)) {
        m_claimsTable->showTerms();
        say(tr("The weight of a term is a number above 0."));
        return;
    }
    const Edit edit{
        .changes = {setCell(Table::ClaimTerms, {tier, term.indicator, nameOf(term.measure)}, u"weight"_s, *weight)}};
    const QPointer<ComparePanel> still(this); // the window may move to a copy of the project, with panels of its own
    const Result<bool> applied = m_gate.apply(edit);
    if (!still)
        return;
    if (!applied || !*applied)
        m_claimsTable->showTerms();
    say(applied ? QString() : sentence(applied.error()));
}

void ComparePanel::copy() {
    const auto shown = [this] {
        switch (m_tabs->currentIndex()) {
        case Compared:
            return tableText(*m_table->model());
        case Weighed:
            return tableText(m_weights->weights());
        case Retiered:
            return m_scenario->text();
        case Parted:
            return m_split->text();
        default:
            return tableText(m_claimsTable->matrix());
        }
    };
    QGuiApplication::clipboard()->setText(shown());
}

void ComparePanel::showOnMap() {
    const ComparisonSettings& settings = m_comparison->settings;
    LayerStyle style{
        .kind = LayerStyle::Kind::Ranks, .indicators = settings.indicators, .aggregation = settings.aggregation};
    if (settings.weighting.kind != Weighting::Kind::Equal)
        style.weights = m_comparison->weights;
    Q_EMIT mapWanted(style);
}

void ComparePanel::say(const QString& text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace tiermap
