#include "app/compare/plain_table.h"

#include "app/compare/table_text.h"
#include "app/session/claim_words.h"

#include <QHeaderView>
#include <QTableWidget>

namespace tiermap {

QTableWidget* makeTable(QWidget* parent, const QString& name) {
    auto* table = new QTableWidget(parent);
    table->setObjectName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QTableWidgetItem* textItem(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QTableWidgetItem* numberItem(const std::optional<double>& number, const QString& none) {
    QTableWidgetItem* item = textItem(number ? shortNumber(*number) : none);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (number)
        item->setData(numberRole, *number);
    return item;
}

} // namespace tiermap
