#include "app/compare/weights_table.h"

#include "app/compare/compare_words.h"
#include "app/compare/plain_table.h"
#include "app/compare/table_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <set>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int zonesRole = Qt::UserRole + 1; ///< codes that a sentence speaks of

QListWidget* makeList(QWidget* parent, const QString& name) {
    auto* list = new QListWidget(parent);
    list->setObjectName(name);
    list->setWordWrap(true);
    list->setAlternatingRowColors(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

void add(QListWidget& list, const QString& text, const QStringList& zones) {
    auto* item = new QListWidgetItem(text, &list);
    item->setData(zonesRole, zones);
    item->setToolTip(text);
}

QWidget* underTitle(QLabel* title, QListWidget* list, QWidget* parent) {
    auto* part = new QWidget(parent);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    title->setContentsMargins(6, 2, 6, 0);
    title->setWordWrap(true);
    title->setBuddy(list);
    layout->addWidget(title);
    layout->addWidget(list, 1);
    return part;
}

} // namespace

WeightsTable::WeightsTable(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_weights(makeTable(this, u"weights"_s))
    , m_tiesTitle(new QLabel(this))
    , m_ties(makeList(this, u"ties"_s))
    , m_reversalsTitle(new QLabel(this))
    , m_reversals(makeList(this, u"reversals"_s)) {
    m_weights->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_weights->verticalHeader()->hide();
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_weights);
    split->addWidget(underTitle(m_tiesTitle, m_ties, this));
    split->addWidget(underTitle(m_reversalsTitle, m_reversals, this));
    split->setSizes({520, 340, 300});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    for (QListWidget* list : {m_ties, m_reversals}) {
        connect(list, &QListWidget::itemSelectionChanged, this, [this, list] {
            QStringList zones;
            for (const QListWidgetItem* item : list->selectedItems())
                zones << item->data(zonesRole).toStringList();
            if (!zones.isEmpty())
                m_selection.set(zones);
        });
    }
}

const QAbstractItemModel& WeightsTable::weights() const { return *m_weights->model(); }

void WeightsTable::setComparison(const Plan& plan, const Comparison* comparison) {
    m_weights->setAccessibleName(tr("Weights of the indicators"));
    m_tiesTitle->setText(tr("When neighbours in the order change places (weighted sum, one weight changed, the others "
                            "in proportion)"));
    m_reversalsTitle->setText(tr("What turns round when a zone or an indicator is left out"));
    m_weights->clear();
    m_weights->setRowCount(0);
    m_ties->clear();
    m_reversals->clear();
    if (comparison == nullptr) {
        m_weights->setColumnCount(0);
        return;
    }
    fillWeights(plan, *comparison);
    fillTies(plan, *comparison);
    fillReversals(plan, *comparison);
}

void WeightsTable::fillWeights(const Plan& plan, const Comparison& comparison) {
    const Weighting::Kind kind = comparison.settings.weighting.kind;
    const QString used = kind == Weighting::Kind::Given ? tr("given: by hand or judged in pairs") : words(kind);
    m_weights->setColumnCount(6);
    m_weights->setHorizontalHeaderLabels({tr("Indicator"), words(Weighting::Kind::Equal),
                                          words(Weighting::Kind::Entropy), words(Weighting::Kind::Critic),
                                          tr("used (%1)").arg(used), tr("Note")});
    m_weights->setRowCount(static_cast<int>(comparison.matrix.columns.size()));
    for (int row = 0; row < m_weights->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const auto put = [&](int column, const QString& text, const std::optional<double>& weight = {}) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(text);
            if (column > 0 && column < 5)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (weight)
                item->setData(numberRole, *weight);
            m_weights->setItem(row, column, item);
            return item;
        };
        const auto putWeight = [&](int column, double weight) {
            return put(column, QString::number(100 * weight, 'f', 1) + u'%', weight);
        };
        put(0, nameOfIndicator(plan, comparison.matrix.columns[row].indicator));
        putWeight(1, comparison.equal[at]);
        putWeight(2, comparison.entropy.weights[at]);
        if (comparison.critic)
            putWeight(3, comparison.critic->weights[at]);
        else
            put(3, tr("none"))->setToolTip(tr("There is none: all indicators say the same."));
        QTableWidgetItem* weight = putWeight(4, comparison.weights[at]);
        QFont bold = font();
        bold.setBold(true);
        weight->setFont(bold);
        put(5, noteOnWeight(plan, comparison, row));
    }
    m_weights->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {0, 5}) // elided, with tool tips
        m_weights->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void WeightsTable::fillTies(const Plan& plan, const Comparison& comparison) {
    for (const NearTie& tie : comparison.ties)
        add(*m_ties, sentence(plan, comparison, tie),
            {comparison.matrix.zones[tie.ahead], comparison.matrix.zones[tie.behind]});
    if (comparison.ties.isEmpty())
        add(*m_ties, tr("Among zones with all values no single weight changes the order."), {});
}

void WeightsTable::fillReversals(const Plan& plan, const Comparison& comparison) {
    const QStringList& zones = comparison.matrix.zones;
    const auto moved = [&](const LeftOut& left) {
        std::set<int> places;
        for (const ZonePair& pair : left.reversed)
            places.insert({pair.above, pair.below});
        QStringList codes;
        for (const int place : places)
            codes << zones[place];
        return codes;
    };
    for (const LeftOut& left : comparison.reversals.zones) {
        if (!left.reversed.empty())
            add(*m_reversals, withoutZone(plan, comparison, left), moved(left));
    }
    for (const LeftOut& left : comparison.reversals.indicators) {
        if (!left.reversed.empty())
            add(*m_reversals, withoutIndicator(plan, comparison, left), moved(left));
    }
    if (m_reversals->count() == 0)
        add(*m_reversals, tr("Nothing: the order of no two zones turns round."), {});
}

} // namespace tiermap
