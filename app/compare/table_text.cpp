#include "app/compare/table_text.h"

#include <QLocale>
#include <QStringList>

namespace tiermap {

namespace {

/// A tab or a line's end within a cell would shift all that follows.
QString flat(const QString& text) { return text.simplified(); }

QString cellText(const QModelIndex& index) {
    const QVariant number = index.data(numberRole);
    return number.isValid() && !index.data(asShownRole).toBool()
               ? QString::number(number.toDouble(), 'g', QLocale::FloatingPointShortest)
               : flat(index.data().toString());
}

void addRows(const QAbstractItemModel& model, const QModelIndex& parent, bool named, QStringList& lines) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        if (named)
            cells << flat(model.headerData(row, Qt::Vertical).toString());
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << cellText(model.index(row, column, parent));
        while (cells.size() > 1 && cells.last().isEmpty())
            cells.removeLast();
        lines << cells.join(u'\t');
        addRows(model, model.index(row, 0, parent), false, lines);
    }
}

} // namespace

QString tableText(const QAbstractItemModel& model) {
    // A tree has no names of rows; a table's are its first column.
    const bool named = model.headerData(0, Qt::Vertical).metaType() == QMetaType::fromType<QString>();
    QStringList headings;
    if (named)
        headings << QString();
    for (int column = 0; column < model.columnCount(); ++column)
        headings << flat(model.headerData(column, Qt::Horizontal).toString());
    QStringList lines{headings.join(u'\t')};
    addRows(model, {}, named, lines);
    return lines.join(u'\n') + u'\n';
}

} // namespace tiermap
