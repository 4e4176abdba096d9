#pragma once

#include "core/problem.h"
#include "maps/forms/make_form.h"

#include <QByteArray>

namespace tiermap {

/// A form as an XLSX workbook: the sheet to fill in, of which only the cells to fill are unlocked (no password), and the
/// hidden one of core/forms/form_identity.h. Fails with FileUnwritable.
Result<QByteArray> formWorkbook(const Plan& plan, const Form& form, Language language);

} // namespace tiermap
