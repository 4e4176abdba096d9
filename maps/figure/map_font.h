#pragma once

#include "core/problem.h"

#include <QFont>

namespace tiermap {

/// The one family of map and figure: WenQuanYi Micro Hei (package fonts-wqy-microhei), which has Chinese and Latin as
/// TrueType outlines. Noto Sans CJK is not used: Qt 6.8's PDF writer then maps 山 to the radical U+2F2D, and a search
/// for 萧山区 in the PDF finds nothing.
Result<QFont> mapFont();

/// Another family. FontMissing.
Result<QFont> mapFont(const QString& family);

/// Characters of `text` that a search in a PDF will not find in this font: its glyph is that of a radical (U+2E80 to
/// U+2FDF), too, which the PDF writer takes it for.
QString misreadGlyphs(const QFont& font, const QString& text);

/// Characters of `text` that the font has no glyph for.
QString missingGlyphs(const QFont& font, const QString& text);

} // namespace tiermap
