#pragma once

#include <QAbstractItemModel>

namespace tiermap {

/// The number that a cell shows in words, for sorting and for spreadsheets; nothing where it shows none.
constexpr int numberRole = Qt::UserRole + 20;
/// Whether a cell is copied as it is shown, though it has a number: a range that sorts by its middle, a mark beside it.
constexpr int asShownRole = Qt::UserRole + 21;

/// A table as spreadsheets take it: headings, then a row a line, cells parted by tabs. Groups stand in a line of their
/// own. Numbers are plain, without thin spaces.
QString tableText(const QAbstractItemModel& model);

} // namespace tiermap
