#pragma once

#include "app/session/selection.h"
#include "core/analysis/target_decomposition.h"

#include <QWidget>

class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace tiermap {

class SplitForm;

/// A target of the city, split over its districts: a proposal, which says so wherever it goes. The same as `tiermap targets
/// --decompose`.
class SplitPanel : public QWidget {
    Q_OBJECT

public:
    explicit SplitPanel(Selection& selection, QWidget* parent = nullptr);

    void setPlan(const Plan& plan); ///< in the language of the interface; what is chosen stays

    DecompositionSettings settings() const;                               ///< with locks, floors and caps
    const std::optional<Decomposition>& split() const { return m_split; } ///< nothing where it could not be made
    QString text() const; ///< as spreadsheets take it: the marks, then the table

Q_SIGNALS:
    void changed(); ///< settings() are new
    void refused(const QString& why);

private:
    void follow();
    void showSplit();
    void showTable(const Target& target, const Decomposition& split);
    void showPart(int row, const ZonePart& part);
    void take(QTableWidgetItem* item);
    void forgetBounds();

    Plan m_plan;
    QString m_target;               ///< that the bounds are of
    QHash<QString, double> m_locks; ///< by Zone::code
    QHash<QString, double> m_floors;
    QHash<QString, double> m_caps;
    std::optional<Decomposition> m_split{};
    SplitForm* m_form;
    QLabel* m_notes;
    QTableWidget* m_table;
    bool m_filling = false; ///< what changes was not typed by a person
};

} // namespace tiermap
