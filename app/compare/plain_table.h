#pragma once

#include <optional>

class QString;
class QTableWidget;
class QTableWidgetItem;
class QWidget;

namespace tiermap {

// Tables of the comparison: rows of text and numbers that are read, chosen and copied.

QTableWidget* makeTable(QWidget* parent, const QString& name);

/// A cell that is not edited.
QTableWidgetItem* textItem(const QString& text);

/// With three digits that count, and the number itself for whoever copies it; `none` where there is none, which is not 0.
QTableWidgetItem* numberItem(const std::optional<double>& number, const QString& none);

} // namespace tiermap
