#pragma once

#include <QString>

namespace tiermap {

// A spreadsheet runs a cell of a CSV file as a formula where it begins with = + - @ (or their full-width twins, which
// East Asian versions take for the same), or with a tab or line end before such a sign. An apostrophe in front stops
// that. Both functions are each other's inverse, whatever the text: apostrophes that stood there before stay.

/// A text as it may stand in a CSV file. A negative number is left as it is: no program makes anything else of it.
QString guarded(const QString& text);

/// The text that guarded() was given; a text without a guard as it is.
QString unguarded(const QString& text);

/// Whether unguarded() would take something off.
bool looksGuarded(const QString& text);

} // namespace tiermap
