#pragma once

#include <QString>

namespace tiermap {

/// The byte in the header of a .dbf that names language and code page; 0 where there is none, or no such file.
uchar dbfLanguage(const QString& file);

/// Whether all names of fields and all texts of a .dbf are well-formed in an encoding that QStringDecoder knows. A
/// character that was cut off at the end of its field does no harm. True for a missing file.
bool dbfTextsFit(const QString& file, const QString& encoding);

} // namespace tiermap
