#pragma once

#include "core/project/table.h"
#include "maps/formats/source.h"

namespace tiermap {

/// What matters of one column's cells to the formats that they may go to.
struct ColumnFacts {
    qsizetype longest = 0;      ///< text, in bytes of UTF-8
    qint64 beyondDbf = 0;       ///< texts of more than 254 bytes
    qint64 beyondSheet = 0;     ///< texts of more than 32,767 UTF-16 units
    qint64 emptyTexts = 0;      ///< empty texts where the column also has NULL
    qint64 carriageReturns = 0; ///< texts with one
    qint64 controls = 0;        ///< texts with characters that XML cannot hold, carriage returns among them
    qint64 guessed = 0;     ///< texts that a spreadsheet program takes for another number or a date: 007, 2024-01-05
    QString guess{};        ///< the first of them
    qint64 retyped = 0;     ///< texts that our own reader of spreadsheets takes for a number or date: 1.0, 2024/01/05
    QString retype{};       ///< the first of them
    qint64 blankEnds = 0;   ///< texts with blanks at their end
    qint64 longNumbers = 0; ///< numbers with more digits than an XLSX file keeps (16)
};

/// What matters of a table to the formats that it may go to.
struct TableFacts {
    Table table{};
    qint64 rows = 0;
    qint64 points = 0; ///< rows with such a shape
    qint64 lines = 0;
    qint64 polygons = 0;
    qint64 longPositions = 0;     ///< points with more digits than an XLSX file keeps
    QList<ColumnFacts> columns{}; ///< as columnsOf(); that of the geometry stays empty

    qint64 shapes() const { return points + lines + polygons; }
    int kindsOfShapes() const { return int(points > 0) + int(lines > 0) + int(polygons > 0); }
};

/// Whether the table has a column of geometry.
bool holdsShapes(Table table);

/// Looks at all rows of a table of a project file. Fails as readTableRows() does, with GeometryInvalid, or Cancelled.
Result<TableFacts> factsOf(const QString& projectFile, Table table, const Progress& progress = {});

} // namespace tiermap
