#pragma once

#include <QStyledItemDelegate>

namespace tiermap {

/// Draws a zone's number beside its name, over a bar as long as the number is of the greatest.
class ZoneBar : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int textRole = Qt::UserRole + 10; ///< the number as the map's labels have it, or why there is none
    static constexpr int shareRole = Qt::UserRole + 11; ///< 0 to 1; nothing where there is no exact number
    static constexpr int colourRole = Qt::UserRole + 12;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tiermap
