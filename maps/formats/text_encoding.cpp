#include "maps/formats/text_encoding.h"

#include "maps/formats/dbf_texts.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The file of the same name with another ending, in whatever case that is written.
QString sibling(const QString& file, QLatin1StringView ending) {
    const QFileInfo info(file);
    const QString wanted = info.completeBaseName() + u'.' + ending;
    for (const QString& name : {wanted, info.completeBaseName() + u'.' + QString(ending).toUpper()}) {
        if (QFileInfo::exists(info.dir().filePath(name))) {
            return info.dir().filePath(name);
        }
    }
    return {};
}

/// From what programs write into a .cpg: "UTF-8", "65001", "GBK", "936", "CP936", "ANSI 1252", "88591", "ISO-8859-1".
/// Empty where that means nothing to us.
QString encodingNamed(QString name) {
    name = name.trimmed().toUpper();
    static const QRegularExpression iso(u"^(?:ISO[ -]?)?8859[ -]?(\\d+)$"_s);
    static const QRegularExpression number(u"(\\d+)$"_s);
    if (const auto match = iso.match(name); match.hasMatch()) {
        return u"ISO-8859-"_s + match.captured(1);
    }
    if (name.startsWith("GB"_L1) || name == "EUC-CN"_L1) {
        return QString(fallbackEncoding);
    }
    if (!name.startsWith("UTF"_L1)) {
        switch (const int page = number.match(name).captured(1).toInt(); page) {
        case 65001:
            return u"UTF-8"_s;
        case 936:
        case 54936:
            return QString(fallbackEncoding);
        case 950:
            return u"Big5"_s;
        case 932:
            return u"Shift_JIS"_s;
        default:
            if (page >= 874 && page <= 1258) {
                return u"windows-%1"_s.arg(page);
            }
        }
    }
    return name == "UTF8"_L1 ? u"UTF-8"_s : name;
}

/// The ones that name a script; 0x57 ("ANSI", whatever that was on the writer's machine) is not among them.
QString encodingOfLanguage(uchar language) {
    struct Page {
        uchar language;
        int page;
    };
    static constexpr std::array<Page, 12> pages{{{0x03, 1252},
                                                 {0x13, 932},
                                                 {0x4D, 936},
                                                 {0x4E, 949},
                                                 {0x4F, 950},
                                                 {0x78, 950},
                                                 {0x79, 949},
                                                 {0x7A, 936},
                                                 {0x7B, 932},
                                                 {0x7C, 874},
                                                 {0xC8, 1250},
                                                 {0xC9, 1251}}};
    const auto* found = std::ranges::find(pages, language, &Page::language);
    return found == pages.end() ? QString() : encodingNamed(QString::number(found->page));
}

} // namespace

Result<TextEncoding> askedEncoding(const QString& name) {
    if (!QStringDecoder(name).isValid()) {
        return std::unexpected(
            Problem{.code = Problem::Code::ValueUnknown, .arguments = {name, u"UTF-8, GB18030, Big5, UTF-16 ..."_s}});
    }
    return TextEncoding{name, EncodingReason::Asked};
}

TextEncoding shapefileEncoding(const QString& file) {
    const QString table = sibling(file, "dbf"_L1);
    const auto fits = [&](const QString& encoding) {
        return !encoding.isEmpty() && QStringDecoder(encoding).isValid() && dbfTextsFit(table, encoding);
    };
    std::optional<EncodingReason> wrong;
    if (QFile cpg(sibling(file, "cpg"_L1)); !cpg.fileName().isEmpty() && cpg.open(QIODevice::ReadOnly)) {
        if (const QString declared = encodingNamed(QString::fromLatin1(cpg.read(64))); fits(declared)) {
            return {declared, EncodingReason::CpgFile};
        } else if (!declared.isEmpty()) {
            wrong = EncodingReason::CpgWrong;
        }
    }
    if (const QString declared = encodingOfLanguage(dbfLanguage(table)); fits(declared)) {
        return {declared, EncodingReason::LanguageByte};
    }
    if (fits(u"UTF-8"_s)) {
        return {u"UTF-8"_s, wrong.value_or(EncodingReason::Utf8Test)};
    }
    return {QString(fallbackEncoding), wrong.value_or(EncodingReason::Fallback)};
}

bool isShapefile(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    return (ending == "shp"_L1 || ending == "shx"_L1 || ending == "dbf"_L1) && !sibling(file, "dbf"_L1).isEmpty();
}

} // namespace tiermap
