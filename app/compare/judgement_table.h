#pragma once

#include "core/analysis/indicator_weights.h"
#include "core/plan/plan.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace tiermap {

/// Pairwise judgements of indicators (AHP): how many times as important the row's is as the column's, on Saaty's scale
/// of 1/9 to 9. The half above the diagonal is entered, the other is its reciprocal. Whether they agree with each other is
/// told at once.
class JudgementTable : public QWidget {
    Q_OBJECT

public:
    explicit JudgementTable(QWidget* parent = nullptr);

    /// In the language of the interface. Judgements of pairs stay while the program runs, also of those that are left out.
    void setIndicators(const Plan& plan, const QStringList& keys);

    /// Of the indicators, in the order given. FieldMissing where there is none.
    Result<JudgedWeights> judged() const;

Q_SIGNALS:
    void changed();

private:
    double judgement(const QString& one, const QString& other) const;
    void fill();
    void take(QTableWidgetItem* item);

    QStringList m_keys;
    QStringList m_names;
    QHash<std::pair<QString, QString>, int> m_steps; ///< 2: three times as important, -2: a third; equal where none is
    QLabel* m_note;
    QLabel* m_ratio;
    QTableWidget* m_table;
    bool m_filling = false; ///< what changes was not chosen by a person
};

} // namespace tiermap
