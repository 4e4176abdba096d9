#pragma once

#include "core/import/heading.h"
#include "core/import/import_report.h"
#include "core/plan/zone_names.h"
#include "core/problem.h"

namespace tiermap {

/// A sheet as rows of cells, nothing taken for a heading. Rows may differ in length.
using SheetRows = QList<QStringList>;

/// What a column of a table of figures holds.
struct TableColumn {
    enum class Kind {
        Unused,
        Zone,      ///< names the zone; of several `zoneColumn` counts
        Figure,    ///< values of one indicator
        Indicator, ///< names the indicator of the row
        Period,    ///< states the period of the row
        Month,     ///< or only its month, beside a column with the year
        Quarter,
        Value,  ///< the value of the row, of the indicator and period that the row names
        Unit,   ///< of the row's value
        Source, ///< and so on: fields of an observation
        Address,
        MissingReason,
        Status,
        Confidence,
        Adopted,
        Note,
        Provenance, ///< author and time, which an import states anew
    };

    Kind kind = Kind::Unused;
    QString heading;                ///< all that stands over it
    QString indicator{};            ///< of a Figure
    std::optional<Period> period{}; ///< of a Figure; nothing: the row's
    QString unit{};                 ///< as the table states it; empty where it states none
    double factor = 1;              ///< from that unit to the indicator's

    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

struct TableLayout {
    int firstRow = 0;  ///< the first below the headings, from 0
    int titleRows = 0; ///< lines over the headings that speak of the whole
    int unitRow = -1;  ///< from 0; -1: none
    int zoneColumn = -1;
    bool zoneAsked = false; ///< a person chose that column: what others say of the zone does not count
    QString title{};
    std::optional<Period> period{}; ///< of columns that state none: as asked for, or from the title
    QString unit{};                 ///< likewise, from the title
    QList<TableColumn> columns{};
    QList<ImportReport::Notice> notices{}; ///< columns that are not used, and why
};

template <>
std::span<const Name<TableColumn::Kind>> namesOf(); ///< as our own tables call them, and figure, month, quarter ...

/// What the columns were taken for.
QList<ColumnReading> columnsRead(const TableLayout& layout);

/// The name of a column as spreadsheets count, from 0: A to Z, AA, AB ...
QString columnLetters(qsizetype column);

/// What a person knows better. Everything is found out that is not given.
struct LayoutChoices {
    std::optional<int> headerRows{}; ///< rows over the data, titles and units included
    std::optional<int> unitRow{};    ///< from 0; -1: none
    QString zoneColumn{};            ///< its heading, or a letter as spreadsheets count
    std::optional<Period> period{};  ///< of columns and rows that state none
    QString indicator{};             ///< key; of columns that only state a period
};

/// Finds out how a table of figures is laid out: lines of titles, one or many rows of headings (a cell that spans columns
/// is written once, with empty cells after it), a row of units, the column that names zones, and what the others hold.
/// Fails with FieldMissing where no column names zones (field: the heading asked for, if any).
Result<TableLayout> layoutOf(const Plan& plan, const ZoneNames& zones, const SheetRows& sheet,
                             const LayoutChoices& choices = {});

} // namespace tiermap
