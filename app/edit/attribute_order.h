#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace tiermap {

/// The rows of an AttributeModel sorted and filtered. Missing cells come last, whichever way it is sorted. A row keeps
/// its place while it is edited: sorting happens when it is asked for.
class AttributeOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit AttributeOrder(QObject* parent = nullptr);

    /// Rows with this text in any cell, as it is shown or as it is written.
    void setFilter(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_filter;
    QCollator m_collator;
};

} // namespace tiermap
