#pragma once

#include <QStringList>

namespace tiermap {

/// Rows of cells as spreadsheets put them on the clipboard: tabs between cells, a line for each row, a cell with tabs,
/// line breaks or quotes in quotes.
using ClipboardBlock = QList<QStringList>;

ClipboardBlock blockFromText(const QString& text);
QString textFromBlock(const ClipboardBlock& block);

} // namespace tiermap
