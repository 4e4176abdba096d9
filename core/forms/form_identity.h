#pragma once

#include "core/forms/form.h"
#include "core/import/table_layout.h"

#include <QLatin1StringView>

namespace tiermap {

/// Name of the hidden sheet that tells a form from any other workbook.
inline constexpr QLatin1StringView formIdentitySheet("tiermap-form");

/// Of the hidden sheet. A newer one is refused, not guessed at.
inline constexpr int formSchema = 1;

/// The hidden sheet, all cells text. The first cell of a line says what it holds:
///   tiermap-form | schema
///   plan | key; zone | code; sheet | name
///   heading | nine headings; by | labels
///   row | number | indicator | period | its words | those of the unit | those of the period
///   end | count of rows, so that a cut-off sheet is found out
/// What stands above the first of them is left alone: some programs put a line of their own there.
SheetRows identityOf(const Form& form);

/// Fails with SchemaTooNew, SyntaxError (row: of the hidden sheet).
Result<Form> formFrom(const SheetRows& identity);

} // namespace tiermap
