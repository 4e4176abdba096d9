#pragma once

#include "app/edit/edit_gate.h"
#include "app/session/selection.h"
#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/layer_style.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace tiermap {

class ClaimsTable;
class ComparisonForm;
class ComparisonTable;
class JudgementTable;
class KeptScenarios;
class ScenarioPanel;
class SplitPanel;
class WeightsTable;

/// The zones beside each other: what the numbers say of the roles of their tiers, and how they compare in indicators of
/// a person's choice. Worked out by a thread of its own; each new choice overtakes the last one.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    /// All of them must outlive the panel.
    ComparePanel(const OpenProject& project, const PlanShapes& shapes, Selection& selection, EditGate& gate,
                 QWidget* parent = nullptr);
    ~ComparePanel() override;

    void refresh(); ///< after the project or its shapes have changed

    /// Nothing while there is none: none worked out yet, no indicator chosen, or a problem that the panel tells.
    const std::optional<Comparison>& comparison() const { return m_comparison; }
    const QList<ClaimEvidence>& claims() const { return m_claims; }
    /// The plan as it was compared: places in Plan::observations are those in this one.
    const Plan& comparedPlan() const { return m_plan; }

    ScenarioPanel& scenario() { return *m_scenario; }

Q_SIGNALS:
    void compared(); ///< comparison() and claims() are new
    void zoneActivated(const QString& code);
    void mapWanted(const tiermap::LayerStyle& style); ///< of comparison()
    void workbookWanted();                            ///< of comparison(), which is there

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Found {
        Plan plan{};
        std::optional<QList<ClaimEvidence>> claims{}; ///< where they were asked for
        std::optional<Comparison> comparison{};       ///< likewise
        std::optional<Problem> problem{};             ///< why there is none
    };

    void arrange();
    QWidget* makeTopRow();
    QWidget* makeComparison();
    QWidget* makeWeights();
    void retranslate();
    void compare();
    void showJudgements();
    static Found find(const Plan& plan, const std::optional<ComparisonSettings>& settings,
                      const std::optional<std::vector<ZoneShape>>& outlines, const std::function<bool()>& goesOn);
    void take(int number, const Found& found);
    void showFound();
    void showWarnings();
    void setWeight(const QString& tier, const ClaimTerm& term, const QString& text);
    void copy();
    void showOnMap();
    void say(const QString& text);

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    EditGate& m_gate;
    Plan m_plan{};
    QList<ClaimEvidence> m_claims;
    std::optional<Comparison> m_comparison{};
    std::optional<Problem> m_problem{}; ///< why there is no comparison
    std::optional<double> m_offeredCap{};
    std::vector<std::vector<int>> m_neighbours{}; ///< of the districts: ComparisonSettings::neighbours
    bool m_claimsWanted = true;                   ///< those there are, are of an earlier plan
    std::atomic<int> m_latest = 0;                ///< number of the last task; older ones stop
    QTimer* m_later;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QLabel* m_busy;
    QPushButton* m_copy;
    QPushButton* m_workbook;
    QPushButton* m_onMap;
    ClaimsTable* m_claimsTable;
    ComparisonForm* m_form;
    QLabel* m_warnings;
    QPushButton* m_capWeights;
    QCheckBox* m_byTier;
    ComparisonTable* m_table;
    WeightsTable* m_weights;
    QCheckBox* m_judged;
    JudgementTable* m_judgements;
    ScenarioPanel* m_scenario;
    KeptScenarios* m_kept;
    SplitPanel* m_split;
    QLabel* m_message;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
