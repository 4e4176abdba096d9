#pragma once

#include "core/analysis/comparison.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace tiermap {

/// What is compared, and how, as a person chooses it: indicators, their weights, aggregation.
class ComparisonForm : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonForm(QWidget* parent = nullptr);

    /// Lists the indicators that have numbers, in the language of the interface. What is checked stays so; at first
    /// those that comparableIndicators() names are.
    void setPlan(const Plan& plan);

    /// Where the weights are judged pair by pair, they are by hand, and not yet given.
    ComparisonSettings settings() const;
    bool isJudged() const;
    void setJudged(bool judged); ///< else all weigh the same
    bool hasIndicators() const;  ///< without one there is nothing to compare
    void setCap(double cap);

Q_SIGNALS:
    void changed();
    void refused(const QString& why);

private:
    void retranslate();
    void list(const Plan& plan);
    void takeItem(QTreeWidgetItem* item, int column);
    void showWeights();
    Weighting::Kind weighting() const;
    void follow();

    QTreeWidget* m_indicators;
    QFormLayout* m_form;
    QComboBox* m_aggregation;
    QComboBox* m_weighting;
    QCheckBox* m_capped;
    QSpinBox* m_cap;
    std::optional<QStringList> m_checked{}; ///< nothing: nobody has chosen
    QHash<QString, double> m_given{};       ///< weights by hand, 1 where none is named
    bool m_filling = false;                 ///< what changes was not done by a person
};

} // namespace tiermap
