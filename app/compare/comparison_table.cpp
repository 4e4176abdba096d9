#include "app/compare/comparison_table.h"

#include "app/compare/compare_words.h"
#include "app/compare/table_text.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int worstRole = Qt::UserRole + 2; ///< of a score, 0 to 1
constexpr int bestRole = Qt::UserRole + 3;

/// A score over a bar of its length; hatched where missing values leave it open.
class ScoreBar : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariant worst = index.data(worstRole);
        if (!worst.isValid())
            return;
        const QRect bar = option.rect.adjusted(4, 0, -4, 0);
        const auto part = [&](double from, double to) {
            const int left = qRound(bar.width() * from);
            return QRect(bar.left() + left, bar.bottom() - 4, qRound(bar.width() * to) - left, 3);
        };
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        const QColor ink = option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Highlight);
        painter->save();
        painter->fillRect(part(0, 1), option.palette.color(QPalette::Midlight));
        painter->fillRect(part(0, worst.toDouble()), ink);
        painter->fillRect(part(worst.toDouble(), index.data(bestRole).toDouble()), QBrush(ink, Qt::Dense4Pattern));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {std::max(size.width(), option.fontMetrics.averageCharWidth() * 14), option.fontMetrics.height() + 8};
    }
};

/// Groups keep the plan's order, and what is missing stands last, whichever way a column is sorted.
class Row : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem& other) const override {
        const QTreeWidget* table = treeWidget();
        const bool falling = table->header()->sortIndicatorOrder() == Qt::DescendingOrder;
        const int column = table->sortColumn();
        const QVariant own = data(column, numberRole);
        const QVariant theirs = other.data(column, numberRole);
        const auto group = [](const QTreeWidgetItem& row) { return row.data(0, groupRole); };
        if (group(*this).isValid() && group(other).isValid())
            return (group(*this).toInt() < group(other).toInt()) != falling;
        if (own.isValid() != theirs.isValid())
            return own.isValid() != falling;
        return own.isValid() ? own.toDouble() < theirs.toDouble() : place() < other.data(0, placeRole).toInt();
    }

    static constexpr int groupRole = Qt::UserRole + 4; ///< place of a tier in the plan
    static constexpr int placeRole = Qt::UserRole + 5; ///< of a zone

private:
    int place() const { return data(0, placeRole).toInt(); }
};

/// Why a number is missing, as far as the plan says so.
QString whyMissing(const Plan& plan, const QString& zone, const MatrixColumn& column) {
    for (const Observation& o : plan.observations) {
        if (o.zone != zone || o.indicator != column.indicator || !o.adopted || o.period != column.period)
            continue;
        if (o.value)
            return ComparisonTable::tr("Only a bound is known, which is not counted: %1").arg(words(*o.value));
        return ComparisonTable::tr("no data: %1").arg(o.missingReason);
    }
    return ComparisonTable::tr("no data");
}

class Rows {
public:
    Rows(const Plan& plan, const Comparison& comparison)
        : m_plan(plan)
        , m_comparison(comparison) {}

    QTreeWidgetItem* row(int zone, bool byTier) const {
        auto* row = new Row;
        for (int column = 0; column < ComparisonTable::FirstIndicator + m_comparison.matrix.columns.size(); ++column)
            row->setTextAlignment(column, (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        const tiermap::Zone& own = *m_plan.zone(m_comparison.matrix.zones[zone]);
        const Tier* tier = m_plan.tier(own.tier);
        const QString name = own.name.in(interfaceLanguage());
        row->setText(ComparisonTable::Zone,
                     byTier || tier == nullptr ? name : tier->mark.in(interfaceLanguage()) + u' ' + name);
        row->setData(ComparisonTable::Zone, ComparisonTable::codeRole, own.code);
        row->setData(ComparisonTable::Zone, Row::placeRole, zone);
        addScore(*row, zone);
        addRanks(*row, zone);
        addValues(*row, zone);
        const QString rank = row->text(ComparisonTable::Rank);
        row->setData(ComparisonTable::Zone, Qt::AccessibleTextRole,
                     ComparisonTable::tr("%1, %2, score %3, rank %4")
                         .arg(name, nameOfTier(m_plan, own.tier), row->text(ComparisonTable::Score), rank));
        return row;
    }

private:
    /// The middle of what is possible sorts.
    static void put(QTreeWidgetItem& row, int column, const QString& text, double number) {
        row.setText(column, text);
        row.setData(column, numberRole, number);
    }

    /// Text that is no number alone sorts by one, but is copied as it stands.
    static void putRange(QTreeWidgetItem& row, int column, int low, int high) {
        put(row, column, range(low, high), (low + high) / 2.0);
        row.setData(column, asShownRole, low != high);
    }

    void addScore(QTreeWidgetItem& row, int zone) const {
        const CompositeScore& score = m_comparison.scores[static_cast<std::size_t>(zone)];
        const auto digits = [](double number) { return QString::number(number, 'f', 2); };
        put(row, ComparisonTable::Score,
            score.complete ? digits(score.worst) : digits(score.worst) + u'–' + digits(score.best),
            (score.worst + score.best) / 2);
        row.setData(ComparisonTable::Score, asShownRole, !score.complete);
        row.setData(ComparisonTable::Score, worstRole, score.worst);
        row.setData(ComparisonTable::Score, bestRole, score.best);
        if (!score.complete) {
            row.setToolTip(ComparisonTable::Score,
                           ComparisonTable::tr("Values are missing: the score lies between these bounds."));
            return;
        }
        const auto& distances = m_comparison.topsis[static_cast<std::size_t>(zone)];
        if (!distances || distances->obstacles.empty())
            return;
        const auto worst = std::ranges::max_element(distances->obstacles);
        if (*worst > 0)
            row.setToolTip(
                ComparisonTable::Score,
                ComparisonTable::tr("Largest obstacle: %1, %2 of the shortfall")
                    .arg(nameOfIndicator(m_plan,
                                         m_comparison.matrix.columns[worst - distances->obstacles.begin()].indicator),
                         percent(*worst)));
    }

    void addRanks(QTreeWidgetItem& row, int zone) const {
        const auto at = static_cast<std::size_t>(zone);
        const CompositeScore& score = m_comparison.scores[at];
        putRange(row, ComparisonTable::Rank, score.bestRank, score.worstRank);
        const RankRange& methods = m_comparison.grid.zones[at];
        putRange(row, ComparisonTable::MethodRanks, methods.best, methods.worst);
        if (!m_comparison.robustness)
            return;
        const ZoneRanks& sampled = m_comparison.robustness->zones[at];
        putRange(row, ComparisonTable::SampledRanks, sampled.lowRank, sampled.highRank);
        put(row, ComparisonTable::ExpectedRank, QString::number(sampled.expectedRank, 'f', 1), sampled.expectedRank);
    }

    void addValues(QTreeWidgetItem& row, int zone) const {
        for (int i = 0; i < m_comparison.matrix.columns.size(); ++i) {
            const int column = ComparisonTable::FirstIndicator + i;
            const MatrixColumn& indicator = m_comparison.matrix.columns[i];
            const qsizetype place = indicator.observations[static_cast<std::size_t>(zone)];
            if (place < 0) {
                row.setText(column, ComparisonTable::tr("no data"));
                row.setToolTip(column, whyMissing(m_plan, m_comparison.matrix.zones[zone], indicator));
                row.setForeground(column, QGuiApplication::palette().brush(QPalette::PlaceholderText));
                continue;
            }
            const Observation& o = m_plan.observations[place];
            const bool illustrative = o.status == Observation::Status::Illustrative;
            const double value = m_comparison.matrix.values.at(zone, i);
            put(row, column, words(value) + (illustrative ? u" *"_s : QString()), value);
            row.setData(column, asShownRole, illustrative);
            row.setToolTip(column, QStringList{words(o.period), words(o.status), o.source}.join(u" · "_s));
        }
    }

    const Plan& m_plan;
    const Comparison& m_comparison;
};

} // namespace

ComparisonTable::ComparisonTable(Selection& selection, QWidget* parent)
    : QTreeWidget(parent)
    , m_selection(selection) {
    setObjectName(u"comparison"_s);
    setSelectionMode(ExtendedSelection);
    setAllColumnsShowFocus(true);
    setRootIsDecorated(false);
    setIndentation(14);
    setUniformRowHeights(true);
    setItemDelegateForColumn(Score, new ScoreBar(this));
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    header()->setSectionsMovable(false);
    setSortingEnabled(true);
    header()->setSortIndicatorClearable(true);
    sortByColumn(-1, Qt::AscendingOrder); // as the plan has them
    connect(this, &QTreeWidget::itemSelectionChanged, this, &ComparisonTable::takeSelection);
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString code = item->data(Zone, codeRole).toString(); !code.isEmpty())
            Q_EMIT zoneActivated(code);
    });
    connect(&selection, &Selection::changed, this, [this] {
        if (m_following)
            return;
        if (QTreeWidgetItem* last = select())
            scrollToItem(last);
    });
}

void ComparisonTable::setComparison(const Plan& plan, const Comparison* comparison, bool byTier) {
    const QScopedValueRollback following(m_following, true); // an emptied table is no choice of the person's
    setAccessibleName(tr("Zones compared"));
    const int sorted = sortColumn();
    const Qt::SortOrder order = header()->sortIndicatorOrder();
    clear();
    if (comparison == nullptr) {
        setColumnCount(0);
        return;
    }
    fillHeadings(plan, *comparison);
    const Rows rows(plan, *comparison);
    QList<QTreeWidgetItem*> groups;
    for (int i = 0; byTier && i < plan.tiers.size(); ++i) {
        auto* group = new Row;
        group->setText(Zone,
                       plan.tiers[i].mark.in(interfaceLanguage()) + u' ' + plan.tiers[i].name.in(interfaceLanguage()));
        group->setData(Zone, Row::groupRole, i);
        group->setFirstColumnSpanned(true);
        QFont bold = font();
        bold.setBold(true);
        group->setFont(Zone, bold);
        groups << group;
    }
    sortByColumn(-1, Qt::AscendingOrder);
    for (int zone = 0; zone < comparison->matrix.zones.size(); ++zone) {
        QTreeWidgetItem* row = rows.row(zone, byTier);
        const QString tier = plan.zone(comparison->matrix.zones[zone])->tier;
        const auto group = std::ranges::find(plan.tiers, tier, &Tier::key) - plan.tiers.begin();
        if (group < groups.size())
            groups[group]->addChild(row);
        else
            addTopLevelItem(row);
    }
    for (QTreeWidgetItem* group : groups) { // a tier whose zones are no districts has none to compare
        if (group->childCount() > 0)
            addTopLevelItem(group);
        else
            delete group;
    }
    expandAll();
    for (int i = 0; i < topLevelItemCount(); ++i)
        topLevelItem(i)->setFirstColumnSpanned(topLevelItem(i)->childCount() > 0);
    for (int column = 0; column < columnCount(); ++column)
        resizeColumnToContents(column);
    sortByColumn(sorted < columnCount() ? sorted : -1, order);
    select();
}

void ComparisonTable::fillHeadings(const Plan& plan, const Comparison& comparison) {
    QStringList headings{
        tr("Zone"),         tr("Score\n0 to 1"),  tr("Rank\nof %1").arg(comparison.matrix.zones.size()),
        tr("Ranks\n5–95%"), tr("Rank\nexpected"), tr("Ranks\n%1 methods").arg(comparison.grid.methods.size())};
    QStringList meanings{{},
                         words(comparison.settings.aggregation),
                         tr("1 is the highest score. Where values are missing, the ranks that are possible."),
                         tr("Ranks of the weighted sum in 90% of %1 draws, all weights being as likely (SMAA)")
                             .arg(words(static_cast<double>(comparison.settings.samples))),
                         tr("Mean rank over these draws"),
                         tr("Ranks over all combinations of scaling, weights and aggregation")};
    for (const MatrixColumn& column : comparison.matrix.columns) {
        headings << titleOf(plan, column);
        meanings << (column.meaning.better == Better::More ? tr("more is better") : tr("less is better"));
    }
    setColumnCount(static_cast<int>(headings.size()));
    setHeaderLabels(headings);
    for (int column = 0; column < columnCount(); ++column) {
        headerItem()->setToolTip(column, meanings[column]);
        headerItem()->setTextAlignment(column, (column == Zone ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    }
}

void ComparisonTable::takeSelection() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    QStringList zones;
    for (const QTreeWidgetItem* item : selectedItems()) {
        if (const QString code = item->data(Zone, codeRole).toString(); !code.isEmpty())
            zones << code;
        for (int row = 0; row < item->childCount(); ++row)
            zones << item->child(row)->data(Zone, codeRole).toString();
    }
    zones.removeDuplicates();
    m_selection.set(zones);
}

/// Marks what is selected; returns the last of it.
QTreeWidgetItem* ComparisonTable::select() {
    const QScopedValueRollback following(m_following, true);
    QItemSelection chosen;
    QTreeWidgetItem* last = nullptr;
    for (QTreeWidgetItemIterator item(this); *item != nullptr; ++item) {
        const QString code = (*item)->data(Zone, codeRole).toString();
        if (!code.isEmpty() && m_selection.contains(code)) {
            const QModelIndex index = indexFromItem(*item);
            chosen.select(index, index);
            last = *item;
        }
    }
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return last;
}

} // namespace tiermap
