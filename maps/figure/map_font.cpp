#include "maps/figure/map_font.h"

#include <QFontDatabase>
#include <QRawFont>

using namespace Qt::StringLiterals;

namespace tiermap {

Result<QFont> mapFont() {
    const QString family = u"WenQuanYi Micro Hei"_s;
    // The exact family: fontconfig would hand out another font under this name without a word.
    if (!QFontDatabase::hasFamily(family))
        return std::unexpected(
            Problem{.code = Problem::Code::FontMissing, .arguments = {family, u"fonts-wqy-microhei"_s}});
    return QFont(family);
}

QString missingGlyphs(const QFont& font, const QString& text) {
    const QRawFont raw = QRawFont::fromFont(font);
    QString missing;
    for (const char32_t character : text.toUcs4()) {
        const QString one = QString::fromUcs4(&character, 1);
        if (character != U'\n' && !raw.supportsCharacter(character) && !missing.contains(one))
            missing += one;
    }
    return missing;
}

} // namespace tiermap
