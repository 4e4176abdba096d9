#include "app/compare/comparison_form.h"

#include "app/compare/compare_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/number_entry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int keyRole = Qt::UserRole + 1; ///< Indicator::key

enum Column { Called, When, Known, Weight };

constexpr int judged = 100; ///< beside Weighting::Kind

/// Of a column that cannot be edited, though the row can.
class Fixed : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget*, const QStyleOptionViewItem&, const QModelIndex&) const override { return nullptr; }
};

} // namespace

ComparisonForm::ComparisonForm(QWidget* parent)
    : QWidget(parent)
    , m_indicators(new QTreeWidget(this))
    , m_form(new QFormLayout)
    , m_aggregation(new QComboBox(this))
    , m_weighting(new QComboBox(this))
    , m_capped(new QCheckBox(this))
    , m_cap(new QSpinBox(this)) {
    m_indicators->setObjectName(u"indicators"_s);
    m_indicators->setRootIsDecorated(false);
    m_indicators->setUniformRowHeights(true);
    m_indicators->header()->setStretchLastSection(false);
    for (const int column : {Called, When, Known})
        m_indicators->setItemDelegateForColumn(column, new Fixed(m_indicators));
    m_aggregation->setObjectName(u"aggregation"_s);
    m_weighting->setObjectName(u"weighting"_s);
    m_capped->setObjectName(u"capped"_s);
    m_cap->setObjectName(u"cap"_s);
    m_cap->setRange(1, 100);
    m_cap->setValue(30);
    m_cap->setEnabled(false);
    for (QWidget* field : std::initializer_list<QWidget*>{m_aggregation, m_weighting}) {
        auto* label = new QLabel(this); // worded by retranslate()
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    auto* cap = new QHBoxLayout;
    cap->addWidget(m_capped, 1);
    cap->addWidget(m_cap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_indicators, 1);
    layout->addLayout(m_form);
    layout->addLayout(cap);
    connect(m_indicators, &QTreeWidget::itemChanged, this, &ComparisonForm::takeItem);
    connect(m_aggregation, &QComboBox::activated, this, &ComparisonForm::changed);
    connect(m_weighting, &QComboBox::currentIndexChanged, this, &ComparisonForm::follow);
    connect(m_capped, &QCheckBox::toggled, this, &ComparisonForm::follow);
    connect(m_cap, &QSpinBox::valueChanged, this, &ComparisonForm::follow);
}

void ComparisonForm::retranslate() {
    const auto fill = [](QComboBox* box, const auto& values) {
        const int chosen = std::max(0, box->currentIndex());
        const QSignalBlocker quiet(box);
        box->clear();
        for (const auto value : values)
            box->addItem(words(value), static_cast<int>(value));
        box->setCurrentIndex(chosen);
    };
    fill(m_aggregation, std::initializer_list<Aggregation>{Aggregation::WeightedSum, Aggregation::WeightedProduct,
                                                           Aggregation::Topsis});
    const int weighed = std::max(0, m_weighting->currentIndex()); // the last one comes after these
    fill(m_weighting, std::initializer_list<Weighting::Kind>{Weighting::Kind::Equal, Weighting::Kind::Entropy,
                                                             Weighting::Kind::Critic, Weighting::Kind::Given});
    {
        const QSignalBlocker quiet(m_weighting);
        m_weighting->addItem(tr("pairwise judgements (AHP)"), judged);
        m_weighting->setCurrentIndex(weighed);
    }
    qobject_cast<QLabel*>(m_form->labelForField(m_aggregation))->setText(tr("&Method:"));
    qobject_cast<QLabel*>(m_form->labelForField(m_weighting))->setText(tr("&Weights:"));
    m_capped->setText(tr("N&o weight above"));
    m_cap->setSuffix(u"%"_s);
    m_cap->setAccessibleName(tr("Greatest weight"));
    m_indicators->setAccessibleName(tr("Indicators to compare"));
    m_indicators->setHeaderLabels({tr("Indicator"), tr("Period"), tr("Known"), tr("Weight")});
    m_indicators->headerItem()->setToolTip(Known, tr("How many of the zones have a number"));
    m_indicators->headerItem()->setToolTip(
        Weight, tr("Double-click to change it; only how the weights relate to each other counts"));
}

void ComparisonForm::setPlan(const Plan& plan) {
    const QScopedValueRollback filling(m_filling, true);
    retranslate();
    list(plan);
    showWeights();
}

void ComparisonForm::list(const Plan& plan) {
    const QStringList checked = m_checked.value_or(comparableIndicators(plan));
    m_indicators->clear();
    for (const Indicator& indicator : plan.indicators) {
        const std::optional<Period> period = periodsOf(plan, indicator.key).value(0);
        const QList<ZoneFigure> figures = zoneFigures(plan, indicator.key, period);
        const auto known = std::ranges::count(figures, ZoneFigure::Known::Exact, &ZoneFigure::known);
        if (known == 0)
            continue;
        auto* item = new QTreeWidgetItem(m_indicators);
        const QString name = indicator.name.in(interfaceLanguage());
        const QString unit = indicator.unit.in(interfaceLanguage());
        item->setText(Called, unit.isEmpty() ? name : tr("%1 (%2)").arg(name, unit));
        item->setToolTip(Called, item->text(Called) + u'\n' + words(indicator.direction));
        item->setData(Called, keyRole, indicator.key);
        item->setText(When, period ? words(*period) : QString());
        item->setText(Known, tr("%1 of %2").arg(known).arg(figures.size()));
        item->setCheckState(Called, checked.contains(indicator.key) ? Qt::Checked : Qt::Unchecked);
        item->setTextAlignment(Weight, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const int column : {When, Known, Weight})
        m_indicators->resizeColumnToContents(column);
    m_indicators->header()->setSectionResizeMode(Called, QHeaderView::Stretch);
}

/// Weights can be typed where they are by hand, and are not shown where they are not.
void ComparisonForm::showWeights() {
    const QScopedValueRollback filling(m_filling, true);
    const bool given = weighting() == Weighting::Kind::Given && !isJudged();
    m_indicators->setColumnHidden(Weight, !given);
    for (int row = 0; row < m_indicators->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_indicators->topLevelItem(row);
        const double weight = m_given.value(item->data(Called, keyRole).toString(), 1);
        item->setText(Weight, QString::number(weight, 'g', QLocale::FloatingPointShortest));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       (given ? Qt::ItemIsEditable : Qt::NoItemFlags));
    }
}

void ComparisonForm::takeItem(QTreeWidgetItem* item, int column) {
    if (m_filling || (column != Called && column != Weight))
        return;
    if (column == Weight) {
        const std::optional<double> weight = enteredNumber(item->text(Weight));
        if (!weight || *weight < 0 || !std::isfinite(*weight)) {
            showWeights();
            Q_EMIT refused(tr("A weight is a number of 0 or more."));
            return;
        }
        m_given.insert(item->data(Called, keyRole).toString(), *weight);
    }
    QStringList checked;
    for (int row = 0; row < m_indicators->topLevelItemCount(); ++row) {
        if (m_indicators->topLevelItem(row)->checkState(Called) == Qt::Checked)
            checked << m_indicators->topLevelItem(row)->data(Called, keyRole).toString();
    }
    m_checked = checked;
    Q_EMIT changed();
}

Weighting::Kind ComparisonForm::weighting() const {
    return isJudged() ? Weighting::Kind::Given : static_cast<Weighting::Kind>(m_weighting->currentData().toInt());
}

bool ComparisonForm::isJudged() const { return m_weighting->currentData().toInt() == judged; }

void ComparisonForm::setJudged(bool on) {
    if (on != isJudged())
        m_weighting->setCurrentIndex(m_weighting->findData(on ? judged : static_cast<int>(Weighting::Kind::Equal)));
}

void ComparisonForm::follow() {
    m_cap->setEnabled(m_capped->isChecked());
    showWeights();
    Q_EMIT changed();
}

void ComparisonForm::setCap(double cap) {
    {
        const QSignalBlocker quiet(m_cap);
        m_cap->setValue(qRound(100 * cap));
    }
    if (m_capped->isChecked())
        follow();
    else
        m_capped->setChecked(true);
}

bool ComparisonForm::hasIndicators() const { return !settings().indicators.isEmpty(); }

ComparisonSettings ComparisonForm::settings() const {
    ComparisonSettings settings{.aggregation = static_cast<Aggregation>(m_aggregation->currentData().toInt()),
                                .weighting = {.kind = weighting()}};
    if (m_capped->isChecked())
        settings.weighting.cap = m_cap->value() / 100.0;
    for (int row = 0; row < m_indicators->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = m_indicators->topLevelItem(row);
        if (item->checkState(Called) != Qt::Checked)
            continue;
        settings.indicators << item->data(Called, keyRole).toString();
        if (weighting() == Weighting::Kind::Given && !isJudged())
            settings.weighting.given.push_back(m_given.value(settings.indicators.last(), 1));
    }
    return settings;
}

} // namespace tiermap
