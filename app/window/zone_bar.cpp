#include "app/window/zone_bar.h"

#include <QPainter>

namespace tiermap {

void ZoneBar::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QString text = index.data(textRole).toString();
    if (text.isEmpty())
        return;
    constexpr int gap = 6;
    const QRect right = option.rect.adjusted(option.rect.width() / 2, 1, -gap, -1); // the name has the left half
    painter->save();
    if (const QVariant share = index.data(shareRole); share.isValid()) {
        const int foot = right.bottom() - 2;
        painter->fillRect(QRect(right.left(), foot, right.width(), 3), option.palette.color(QPalette::Midlight));
        painter->fillRect(QRect(right.left(), foot, qRound(right.width() * share.toDouble()), 3),
                          index.data(colourRole).value<QColor>());
    }
    const bool chosen = option.state & QStyle::State_Selected;
    painter->setFont(option.font);
    painter->setPen(option.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(right.adjusted(0, 0, 0, -3), Qt::AlignRight | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, right.width()));
    painter->restore();
}

} // namespace tiermap
