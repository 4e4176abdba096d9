#pragma once

#include <QString>

namespace tiermap {

/// What a column of our tables, or a part of an observation that tables have in one, is called, in the language of the
/// interface; the field itself where it has no other name.
QString fieldWords(const QString& field);

} // namespace tiermap
