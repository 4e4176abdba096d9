#pragma once

#include "app/session/selection.h"
#include "core/analysis/comparison.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListWidget;
class QTableWidget;

namespace tiermap {

/// What the order of the zones owes to the weights: all ways to weigh side by side, at which weight neighbours in the
/// order change places, and which orders turn round where something is left out.
class WeightsTable : public QWidget {
    Q_OBJECT

public:
    explicit WeightsTable(Selection& selection, QWidget* parent = nullptr);

    /// In the language of the interface; null: nothing is compared. `plan`: that which the comparison is of.
    void setComparison(const Plan& plan, const Comparison* comparison);

    const QAbstractItemModel& weights() const;

private:
    void fillWeights(const Plan& plan, const Comparison& comparison);
    void fillTies(const Plan& plan, const Comparison& comparison);
    void fillReversals(const Plan& plan, const Comparison& comparison);

    Selection& m_selection;
    QTableWidget* m_weights;
    QLabel* m_tiesTitle;
    QListWidget* m_ties;
    QLabel* m_reversalsTitle;
    QListWidget* m_reversals;
};

} // namespace tiermap
