#pragma once

#include "core/forms/form.h"
#include "core/import/import_report.h"
#include "core/import/table_layout.h"

#include <optional>

namespace tiermap {

/// What somebody wrote into one row of a form.
struct FormAnswer {
    int row = 0; ///< of the sheet, from 1
    FormRow asked{};
    QString value; ///< as it stands there; empty where there is none
    QString source;
    QString remark;

    friend bool operator==(const FormAnswer&, const FormAnswer&) = default;
};

/// A form that came back. Every row of the form counts once, as does every other row in which somebody wrote something:
///   rows == answers.size() + refused.size() + empty
struct FilledForm {
    Form form{};
    QStringList by{}; ///< what stands beside the labels Form::by; empty where nobody wrote anything
    QList<FormAnswer> answers{};
    QList<ImportReport::Notice> refused{}; ///< RowUnknown, RowChanged, RowGone, ValueTwice, RowEmpty
    int rows = 0;
    int empty = 0; ///< rows that were left as they were
};

/// Reads what was filled into a sheet. Nothing where it has not all headings of the form in one row: then nobody can
/// tell what its columns are.
std::optional<FilledForm> readFilledForm(const Form& form, const SheetRows& sheet);

} // namespace tiermap
