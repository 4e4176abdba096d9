#include "app/compare/split_form.h"

#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int kindRole = Qt::UserRole + 1; ///< TargetKind of a target

QDoubleSpinBox* numberBox(QWidget* parent, double most, int decimals, double value) {
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(0, most);
    box->setDecimals(decimals);
    box->setValue(value);
    box->setKeyboardTracking(false);
    return box;
}

/// Long names do not make the form wide; the list that opens does.
QComboBox* narrowBox(QWidget* parent, const QString& name) {
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

} // namespace

SplitForm::SplitForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_target(narrowBox(this, u"target"_s))
    , m_method(narrowBox(this, u"method"_s))
    , m_mixture(new QWidget(this))
    , m_base(narrowBox(this, u"base"_s))
    , m_capacity(narrowBox(this, u"capacity"_s))
    , m_roles(new QWidget(this))
    , m_step(numberBox(this, 1e9, 3, 1)) {
    m_form->setContentsMargins(6, 4, 4, 4);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_step->setObjectName(u"step"_s);
    m_step->setMinimum(0.001);
    auto* mixture = new QHBoxLayout(m_mixture);
    mixture->setContentsMargins(0, 0, 0, 0);
    for (const double usual : {0.6, 0.2, 0.2}) {
        m_shares << numberBox(m_mixture, 100, 2, usual);
        m_shares.last()->setObjectName(u"mixture%1"_s.arg(m_shares.size()));
        mixture->addWidget(m_shares.last());
        connect(m_shares.last(), &QDoubleSpinBox::valueChanged, this, &SplitForm::changed);
    }
    new QGridLayout(m_roles);
    m_roles->layout()->setContentsMargins(0, 0, 0, 0);
    addRow(m_target, u"target"_s);
    addRow(m_method, u"by"_s);
    addRow(m_mixture, u"weights"_s);
    addRow(m_base, u"base"_s);
    addRow(m_capacity, u"capacity"_s);
    addRow(m_roles, u"role"_s);
    addRow(m_step, u"step"_s);
    for (QComboBox* box : {m_target, m_method, m_base, m_capacity})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showFields();
            Q_EMIT changed();
        });
    connect(m_step, &QDoubleSpinBox::valueChanged, this, &SplitForm::changed);
}

void SplitForm::addRow(QWidget* field, const QString& name) {
    auto* label = new QLabel(this); // worded by retranslate()
    label->setObjectName(name + u"Label"_s);
    label->setBuddy(field);
    m_form->addRow(label, field);
}

QString SplitForm::labelOf(const QString& field) const {
    const auto* label = findChild<QLabel*>(field + u"Label"_s);
    return label != nullptr ? label->text().remove(u'&').remove(u':').remove(u'：') : field;
}

void SplitForm::retranslate() {
    const std::pair<QWidget*, QString> labels[] = {
        {m_target, tr("&Target:")},       {m_method, tr("&By:")},         {m_mixture, tr("Weights:")},
        {m_base, tr("B&ase:")},           {m_capacity, tr("C&apacity:")}, {m_roles, tr("Role factors:")},
        {m_step, tr("Who&le steps of:")},
    };
    for (const auto& [field, text] : labels)
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    const QSignalBlocker quiet(m_method);
    const int chosen = std::max(0, m_method->currentIndex());
    m_method->clear();
    for (const auto& [method, text] :
         {std::pair(Method::Share, tr("share of the base")), std::pair(Method::Capacity, tr("capacity")),
          std::pair(Method::Role, tr("role of the tier")), std::pair(Method::Mixture, tr("mixture of the three"))})
        m_method->addItem(text, static_cast<int>(method));
    m_method->setCurrentIndex(chosen);
    const QString names[] = {tr("Weight of the base"), tr("Weight of the capacity"), tr("Weight of the role")};
    for (int i = 0; i < m_shares.size(); ++i) {
        m_shares[i]->setToolTip(names[i]);
        m_shares[i]->setAccessibleName(names[i]);
    }
    m_base->setToolTip(
        tr("What districts have. Of a target in per cent: of what it is a share; of growth: what grows."));
    m_capacity->setToolTip(tr("What districts could have"));
    m_step->setToolTip(tr("Parts are whole multiples of this, by the largest remainder, so that they make the target "
                          "exactly"));
}

void SplitForm::setPlan(const Plan& plan) {
    retranslate();
    fillTargets(plan);
    fillIndicators(m_base, plan, tr("none: all the same"));
    fillIndicators(m_capacity, plan, tr("none"));
    fillRoles(plan);
    showFields();
}

void SplitForm::fillTargets(const Plan& plan) {
    const QSignalBlocker quiet(m_target);
    const QString chosen = m_target->currentData().toString();
    m_target->clear();
    for (const Target& target : plan.targets) {
        if (kindOf(target) == TargetKind::None)
            continue;
        const Language language = interfaceLanguage();
        const QString text = tr("%1: %2 %3").arg(target.name.in(language), words(target), target.unit.in(language));
        m_target->addItem(text, target.key);
        const int row = m_target->count() - 1;
        m_target->setItemData(row, text, Qt::ToolTipRole);
        m_target->setItemData(row, static_cast<int>(kindOf(target)), kindRole);
    }
    m_target->setCurrentIndex(std::max(0, m_target->findData(chosen)));
}

/// Those that any district has a number for; which ones lack one is told when it is chosen.
void SplitForm::fillIndicators(QComboBox* box, const Plan& plan, const QString& none) const {
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(none, QString());
    for (const Indicator& indicator : plan.indicators) {
        const QList<ZoneFigure> figures = zoneFigures(plan, indicator.key, periodsOf(plan, indicator.key).value(0));
        const auto known = std::ranges::count(figures, ZoneFigure::Known::Exact, &ZoneFigure::known);
        if (known == 0)
            continue;
        const QString name = indicator.name.in(interfaceLanguage());
        box->addItem(known == figures.size() ? name : tr("%1 (%2 of %3)").arg(name).arg(known).arg(figures.size()),
                     indicator.key);
    }
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

void SplitForm::fillRoles(const Plan& plan) {
    auto* grid = static_cast<QGridLayout*>(m_roles->layout());
    QHash<QString, double> before;
    for (const QDoubleSpinBox* box : std::as_const(m_factors))
        before.insert(box->objectName(), box->value());
    qDeleteAll(m_roles->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_factors.clear();
    for (const Tier& tier : plan.tiers) {
        if (std::ranges::none_of(mappedZones(plan), [&](const Zone& zone) { return zone.tier == tier.key; }))
            continue; // no district has that role
        auto* label = new QLabel(tier.name.in(interfaceLanguage()), m_roles);
        auto* box = numberBox(m_roles, 1000, 2, before.value(tier.key, 1));
        box->setObjectName(tier.key);
        box->setAccessibleName(tr("Role factor of %1").arg(label->text()));
        label->setBuddy(box);
        const auto place = static_cast<int>(m_factors.size());
        grid->addWidget(label, place, 0);
        grid->addWidget(box, place, 1);
        m_factors << box;
        connect(box, &QDoubleSpinBox::valueChanged, this, &SplitForm::changed);
    }
}

TargetKind SplitForm::kind() const { return static_cast<TargetKind>(m_target->currentData(kindRole).toInt()); }

SplitForm::Method SplitForm::method() const { return static_cast<Method>(m_method->currentData().toInt()); }

/// Only what counts for the target and the method.
void SplitForm::showFields() {
    const bool amount = kind() == TargetKind::Additive;
    const bool mixture = amount && method() == Method::Mixture;
    m_form->setRowVisible(m_method, amount);
    m_form->setRowVisible(m_mixture, mixture);
    m_form->setRowVisible(m_base, !amount || mixture || method() == Method::Share);
    m_form->setRowVisible(m_capacity, mixture || (amount && method() == Method::Capacity));
    m_form->setRowVisible(m_roles, mixture || (amount && method() == Method::Role));
    m_form->setRowVisible(m_step, amount);
}

DecompositionSettings SplitForm::settings() const {
    DecompositionSettings settings{.target = m_target->currentData().toString()};
    const bool mixture = method() == Method::Mixture;
    const bool amount = kind() == TargetKind::Additive;
    if (mixture)
        settings.weights = {
            .base = m_shares[0]->value(), .capacity = m_shares[1]->value(), .role = m_shares[2]->value()};
    else
        settings.weights = {.base = method() == Method::Share ? 1.0 : 0.0,
                            .capacity = method() == Method::Capacity ? 1.0 : 0.0,
                            .role = method() == Method::Role ? 1.0 : 0.0};
    if (!amount || settings.weights.base > 0)
        settings.base = m_base->currentData().toString();
    if (amount && settings.weights.capacity > 0)
        settings.capacity = m_capacity->currentData().toString();
    for (const QDoubleSpinBox* factor : m_factors)
        settings.roleFactors.insert(factor->objectName(), factor->value());
    settings.step = m_step->value();
    return settings;
}

} // namespace tiermap
