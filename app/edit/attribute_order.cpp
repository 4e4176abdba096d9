#include "app/edit/attribute_order.h"

#include "app/edit/attribute_model.h"

namespace tiermap {

AttributeOrder::AttributeOrder(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setSortRole(AttributeModel::SortRole);
    setDynamicSortFilter(false);
    m_collator.setNumericMode(true);
}

void AttributeOrder::setFilter(const QString& text) {
    m_filter = text.trimmed();
    invalidateRowsFilter();
}

bool AttributeOrder::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (m_filter.isEmpty()) {
        return true;
    }
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        const QModelIndex index = sourceModel()->index(row, column, parent);
        if (index.data(Qt::DisplayRole).toString().contains(m_filter, Qt::CaseInsensitive) ||
            index.data(Qt::EditRole).toString().contains(m_filter, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

bool AttributeOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(AttributeModel::SortRole);
    const QVariant b = right.data(AttributeModel::SortRole);
    if (!a.isValid() || !b.isValid()) {
        // Sorting downwards asks the other way round.
        return sortOrder() == Qt::AscendingOrder ? a.isValid() && !b.isValid() : !a.isValid() && b.isValid();
    }
    if (a.typeId() == QMetaType::Double && b.typeId() == QMetaType::Double) {
        return a.toDouble() < b.toDouble();
    }
    return m_collator.compare(a.toString(), b.toString()) < 0;
}

} // namespace tiermap
