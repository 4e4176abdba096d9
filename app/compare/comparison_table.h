#pragma once

#include "app/session/selection.h"
#include "core/analysis/comparison.h"

#include <QTreeWidget>

namespace tiermap {

/// Scores, ranks and values of the zones, grouped by tier, since tiers are roles: zones are ordered within theirs, and
/// across all only where asked. Its rows are in step with the selection.
class ComparisonTable : public QTreeWidget {
    Q_OBJECT

public:
    enum Column : int { Zone, Score, Rank, SampledRanks, ExpectedRank, MethodRanks, FirstIndicator };
    static constexpr int codeRole = Qt::UserRole + 1; ///< Zone::code, in the first column

    explicit ComparisonTable(Selection& selection, QWidget* parent = nullptr);

    /// In the language of the interface; null: nothing is compared. `plan`: that which the comparison is of.
    void setComparison(const Plan& plan, const Comparison* comparison, bool byTier);

Q_SIGNALS:
    void zoneActivated(const QString& code);

private:
    void fillHeadings(const Plan& plan, const Comparison& comparison);
    void takeSelection();
    void showSelection();
    QTreeWidgetItem* select();

    Selection& m_selection;
    bool m_following = false; ///< one side is being set from the other
};

} // namespace tiermap
