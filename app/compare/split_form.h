#pragma once

#include "core/analysis/target_decomposition.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace tiermap {

/// Which target is split over the districts, and how, as a person chooses it. Locks and bounds are not its matter.
class SplitForm : public QWidget {
    Q_OBJECT

public:
    explicit SplitForm(QWidget* parent = nullptr);

    /// Lists what the plan has, in the language of the interface; what is chosen stays.
    void setPlan(const Plan& plan);

    /// The target is empty where the plan has none that can be split.
    DecompositionSettings settings() const;
    QString labelOf(const QString& field) const; ///< what a setting is called here, as a Problem names it

Q_SIGNALS:
    void changed();

private:
    enum class Method { Share, Capacity, Role, Mixture };

    Method method() const;
    void addRow(QWidget* field, const QString& name);
    void retranslate();
    void fillTargets(const Plan& plan);
    void fillIndicators(QComboBox* box, const Plan& plan, const QString& none) const;
    void fillRoles(const Plan& plan);
    void showFields();

    TargetKind kind() const;

    QFormLayout* m_form;
    QComboBox* m_target;
    QComboBox* m_method;
    QWidget* m_mixture;
    QList<QDoubleSpinBox*> m_shares; ///< of base, capacity, role
    QComboBox* m_base;
    QComboBox* m_capacity;
    QWidget* m_roles;
    QList<QDoubleSpinBox*> m_factors; ///< of each tier
    QDoubleSpinBox* m_step;
};

} // namespace tiermap
