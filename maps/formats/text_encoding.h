#pragma once

#include "core/problem.h"
#include "maps/formats/source.h"

namespace tiermap {

struct TextEncoding {
    QString name; ///< as QStringDecoder takes it
    EncodingReason reason = EncodingReason::Format;
};

/// What Chinese programs write where they do not write UTF-8; GBK and GB2312 are parts of it.
inline constexpr auto fallbackEncoding = u"GB18030";

/// A name that somebody asks for: ValueUnknown where there is no such encoding.
Result<TextEncoding> askedEncoding(const QString& name);

/// Of the texts of a shapefile, given by any of its files: what its .cpg says, what the language byte of its .dbf says,
/// both only as long as all texts can be read like that; UTF-8 if they can be read like that; else GB18030.
TextEncoding shapefileEncoding(const QString& file);

/// Whether the file is part of a shapefile that has attributes.
bool isShapefile(const QString& file);

} // namespace tiermap
