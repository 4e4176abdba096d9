#include "app/compare/judgement_table.h"

#include "app/compare/compare_words.h"
#include "app/compare/plain_table.h"
#include "app/session/claim_words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int greatest = 8; ///< steps from "as important" to nine times so
constexpr int stepRole = Qt::UserRole + 1;

QString stepText(int steps) { return steps >= 0 ? QString::number(steps + 1) : u"1/"_s + QString::number(1 - steps); }

double stepValue(int steps) { return steps >= 0 ? steps + 1.0 : 1.0 / (1 - steps); }

/// The seventeen judgements of the scale, from the most to the least.
class ScaleDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* box = new QComboBox(parent);
        for (int steps = greatest; steps >= -greatest; --steps)
            box->addItem(stepText(steps), steps);
        auto* self = const_cast<ScaleDelegate*>(this); // signals of a delegate are its own
        connect(box, &QComboBox::activated, self, [self, box] {
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        auto* box = static_cast<QComboBox*>(editor);
        box->setCurrentIndex(box->findData(index.data(stepRole)));
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        model->setData(index, static_cast<QComboBox*>(editor)->currentData(), stepRole);
    }
};

} // namespace

JudgementTable::JudgementTable(QWidget* parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_ratio(new QLabel(this))
    , m_table(makeTable(this, u"judgements"_s)) {
    m_ratio->setObjectName(u"consistency"_s);
    for (QLabel* label : {m_note, m_ratio}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(6, 2, 6, 0);
    }
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setItemDelegate(new ScaleDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::CurrentChanged | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_ratio);
    connect(m_table, &QTableWidget::itemChanged, this, &JudgementTable::take);
}

void JudgementTable::setIndicators(const Plan& plan, const QStringList& keys) {
    m_keys = keys;
    m_names.clear();
    for (const QString& key : keys)
        m_names << nameOfIndicator(plan, key);
    m_table->setAccessibleName(tr("Pairwise judgements of the indicators"));
    m_note->setText(tr("How many times as important is the row's indicator as the column's? From 9 (far more) over 1 "
                       "(as important) to 1/9 (far less)."));
    fill();
}

double JudgementTable::judgement(const QString& one, const QString& other) const {
    const auto found = m_steps.constFind(std::pair(one, other));
    return stepValue(found != m_steps.constEnd() ? *found : -m_steps.value(std::pair(other, one), 0));
}

Result<JudgedWeights> JudgementTable::judged() const {
    std::vector<std::vector<double>> rows;
    for (const QString& one : m_keys) {
        rows.emplace_back();
        for (const QString& other : m_keys)
            rows.back().push_back(judgement(one, other));
    }
    return judgedWeights(rows);
}

void JudgementTable::fill() {
    const QScopedValueRollback filling(m_filling, true);
    const auto count = static_cast<int>(m_keys.size());
    m_table->clear();
    m_table->setRowCount(count);
    m_table->setColumnCount(count);
    m_table->setVerticalHeaderLabels(m_names);
    m_table->setHorizontalHeaderLabels(m_names);
    for (int column = 0; column < count; ++column)
        m_table->horizontalHeaderItem(column)->setToolTip(m_names[column]); // its name may be cut off
    for (int row = 0; row < count; ++row) {
        for (int column = 0; column < count; ++column) {
            const double value = judgement(m_keys[row], m_keys[column]);
            const int steps = static_cast<int>(std::lround(value >= 1 ? value - 1 : 1 - 1 / value));
            auto* item = new QTableWidgetItem(stepText(steps));
            item->setTextAlignment(Qt::AlignCenter);
            item->setData(stepRole, steps);
            item->setData(Qt::AccessibleTextRole,
                          tr("%1 beside %2: %3").arg(m_names[row], m_names[column], item->text()));
            item->setToolTip(item->data(Qt::AccessibleTextRole).toString());
            if (column <= row) {
                item->setFlags(Qt::ItemIsEnabled);
                item->setBackground(palette().brush(QPalette::AlternateBase));
            }
            m_table->setItem(row, column, item);
        }
    }
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 14);
    const Result<JudgedWeights> weights = judged();
    m_ratio->setText(weights ? consistencyWords(*weights) : QString());
    QFont bold = font();
    bold.setBold(weights && weights->inconsistent());
    m_ratio->setFont(bold);
}

void JudgementTable::take(QTableWidgetItem* item) {
    if (m_filling)
        return;
    const QString& one = m_keys[item->row()];
    const QString& other = m_keys[item->column()];
    m_steps.remove(std::pair(other, one));
    m_steps.insert(std::pair(one, other), item->data(stepRole).toInt());
    Q_EMIT changed();
    // The item that is being edited goes with the table; not before the editor is done with it.
    QMetaObject::invokeMethod(this, &JudgementTable::fill, Qt::QueuedConnection);
}

} // namespace tiermap
