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

Result<QFont> mapFont(const QString& family) {
    if (family.isEmpty())
        return mapFont();
    if (!QFontDatabase::hasFamily(family))
        return std::unexpected(
            Problem{.code = Problem::Code::FontMissing, .field = u"theme.font"_s, .arguments = {family}});
    return QFont(family);
}

QString misreadGlyphs(const QFont& font, const QString& text) {
    const QRawFont raw = QRawFont::fromFont(font);
    QString radicals;
    for (char16_t radical = 0x2E80; radical < 0x2FE0; ++radical) {
        if (raw.supportsCharacter(radical))
            radicals += radical;
    }
    const QList<quint32> theirs = raw.glyphIndexesForString(radicals);
    QString misread;
    for (const QChar character : text) {
        const QList<quint32> glyph = raw.glyphIndexesForString(character);
        if (!misread.contains(character) && !radicals.contains(character) && glyph.size() == 1 && glyph[0] != 0 &&
            theirs.contains(glyph[0]))
            misread += character;
    }
    return misread;
}

QString missingGlyphs(const QFont& font, const QString& text) {
    const QRawFont raw = QRawFont::fromFont(font);
    QString missing;
    for (const char32_t character : text.toUcs4()) {
        const QString one = QString::fromUcs4(&character, 1);
        // A thin space of another font looks like one.
        if (!QChar::isSpace(character) && !raw.supportsCharacter(character) && !missing.contains(one))
            missing += one;
    }
    return missing;
}

} // namespace tiermap
