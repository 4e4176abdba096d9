#pragma once

#include "app/session/selection.h"
#include "core/analysis/scenario.h"
#include "core/analysis/target_decomposition.h"
#include "maps/scene/plan_shapes.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;
class QToolButton;
class QVBoxLayout;

namespace tiermap {

/// Other tiers tried out over the adopted plan, which stays as it is: what they change in the claims, the sizes, the map
/// and a target's split. The same as `tiermap whatif`. Worked out by a thread of its own, once the panel is shown. The
/// moves are the panel's alone: no project keeps them.
class ScenarioPanel : public QWidget {
    Q_OBJECT

public:
    /// Shapes and selection must outlive it.
    ScenarioPanel(const PlanShapes& shapes, Selection& selection, QWidget* parent = nullptr);
    ~ScenarioPanel() override;

    /// `neighbours`: of mappedZones(). Moves that the plan does not know any more go.
    void setPlan(const Plan& plan, std::vector<std::vector<int>> neighbours);
    void setSplit(const DecompositionSettings& settings); ///< what is split before and after
    void retranslate();

    const QList<ZoneMove>& moves() const { return m_moves; }
    void setMoves(const QList<ZoneMove>& moves); ///< a step that can be undone
    void showOnMap(bool shown);
    void addAbove(QWidget* row); ///< above the choice of zone and tier
    /// Nothing while it is being worked out.
    const std::optional<Scenario>& scenario() const { return m_scenario; }
    const std::optional<FewestMoves>& fewest() const { return m_fewest; }
    QString text() const; ///< as spreadsheets take it: the mark, the moves, the tables

Q_SIGNALS:
    void moved(const QList<tiermap::ZoneMove>& moves);     ///< these are the moves now
    void worked();                                         ///< scenario() is new
    void mapWanted(const QList<tiermap::ZoneMove>& moves); ///< the map is to show these; none: the adopted plan
    void searched();                                       ///< fewest() is new, or the search was cancelled
    void refused(const tiermap::Problem& problem);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeChoice();
    QWidget* makeSearch();
    QWidget* makeResult();
    void add();
    void removeChosen();
    void step(QList<QList<ZoneMove>>& from, QList<QList<ZoneMove>>& to);
    void follow();
    void work();
    void search();
    void cancelSearch();
    void takeFound(const Result<FewestMoves>& found);
    void offerTiers();
    void showMoves();
    void tellMap();
    void showFewest();
    void showResult();
    void showClaims();
    void showTiers();
    void showSplit();

    const PlanShapes& m_shapes;
    Selection& m_selection;
    Plan m_plan;
    std::vector<std::vector<int>> m_neighbours;
    std::optional<DecompositionSettings> m_split{};
    QList<ZoneMove> m_moves;
    QList<QList<ZoneMove>> m_past;
    QList<QList<ZoneMove>> m_future;
    std::optional<Scenario> m_scenario{};
    std::optional<FewestMoves> m_fewest{};
    bool m_stale = true;           ///< the scenario is of other moves, or of an earlier plan
    std::atomic<int> m_latest = 0; ///< number of the last task; older ones stop
    std::atomic<bool> m_searching = false;
    QVBoxLayout* m_top = nullptr;
    QComboBox* m_zone;
    QComboBox* m_tier;
    QPushButton* m_add;
    QListWidget* m_list;
    QToolButton* m_remove;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QToolButton* m_clear;
    QPushButton* m_onMap;
    QPushButton* m_search;
    QPushButton* m_cancel;
    QPushButton* m_take;
    QListWidget* m_options;
    QLabel* m_found;
    QLabel* m_mark;
    QTableWidget* m_claims;
    QTableWidget* m_tiers;
    QLabel* m_joins;
    QLabel* m_splitTitle;
    QTableWidget* m_splits;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
