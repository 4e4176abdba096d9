#pragma once

#include "app/session/selection.h"
#include "core/analysis/claim_evidence.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace tiermap {

/// What the numbers say of the claims of the tiers: a row for each, a column for each zone that speaks for it or
/// against; below, the chosen claim as a sentence, with its terms.
class ClaimsTable : public QWidget {
    Q_OBJECT

public:
    explicit ClaimsTable(Selection& selection, QWidget* parent = nullptr);

    /// In the language of the interface; the chosen row stays. `plan`: that which the evidence is of.
    void setClaims(const Plan& plan, const QList<ClaimEvidence>& claims);
    void showTerms(); ///< anew: what was typed has been refused

    const QAbstractItemModel& matrix() const;

Q_SIGNALS:
    void weightEntered(const QString& tier, const tiermap::ClaimTerm& term, const QString& text);
    void zoneActivated(const QString& code);

private:
    void fillRow(int row);
    void fillHeadings();
    QTableWidgetItem* zoneItem(const ClaimEvidence& evidence, const Zone& zone) const;
    void showChosen();
    void takeClick(int row, int column);
    void showSelection();

    Selection& m_selection;
    Plan m_plan;
    QList<Zone> m_zones; ///< of the columns
    QList<ClaimEvidence> m_claims;
    QTableWidget* m_matrix;
    QLabel* m_sentence;
    QTableWidget* m_terms;
    bool m_filling = false; ///< what changes was not typed by a person
};

} // namespace tiermap
