#pragma once

#include "core/forms/form_collection.h"

namespace tiermap {

/// One sentence about a file that came back, in the language of the interface: whose form it is and what was filled in,
/// or why it is not used.
QString sentence(const Plan& plan, const ReturnedForm& form);

/// All that a person should know of what came back, a line each: the forms, each with its refused rows, then who did not
/// answer.
QStringList formLines(const Plan& plan, const FormCollection& collection);

/// "12 files, 11 of them forms that are used; answers: 40 used, 3 as before, 2 refused; 3 zones without a form".
QString formTotals(const FormCollection& collection);

} // namespace tiermap
