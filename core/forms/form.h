#pragma once

#include "core/plan/period.h"

#include <QList>
#include <QStringList>

#include <array>

namespace tiermap {

/// The columns of a form (报表), in the order in which they are written.
enum class FormColumn {
    Number, ///< FormRow::number
    Indicator,
    Unit,
    Period,
    Known, ///< what the project says already, with its period
    KnownSource,
    Value, ///< this and the two that follow are to be filled in
    Source,
    Remark, ///< why there is no value, or what is to be said of it
};

inline constexpr std::size_t formColumns = 9;

/// One line of a form: what an indicator was in a period.
struct FormRow {
    int number = 0;    ///< from 1. It stands beside the row, so that the row is known again wherever somebody moves it
    QString indicator; ///< Indicator::key
    Period period{};
    QString indicatorWords{}; ///< as the form shows them; where they have been changed the row means something else
    QString unitWords{};
    QString periodWords{};

    friend bool operator==(const FormRow&, const FormRow&) = default;
};

/// What one zone is asked. It stands in the workbook a second time, in a hidden sheet, and that is what counts when the
/// form comes back: nothing depends on the words that people see, nor on where the rows and columns have got to.
struct Form {
    QString plan;                                ///< Plan::key
    QString zone;                                ///< Zone::code
    QString sheet;                               ///< name of the sheet to fill in
    std::array<QString, formColumns> headings{}; ///< by FormColumn
    QStringList by{};                            ///< labels above the table, each with a cell to fill in on its right
    QList<FormRow> rows{};

    friend bool operator==(const Form&, const Form&) = default;
};

} // namespace tiermap
