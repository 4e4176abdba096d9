#include "core/plan/number_entry.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

QString plainText(const QString& text) {
    QString plain = text;
    for (QChar& character : plain) {
        if (character >= QChar(0xff01) && character <= QChar(0xff5e)) {
            character = QChar(character.unicode() - 0xfee0);
        } else if (character == QChar(0x2212)) { // the minus sign of typesetters
            character = u'-';
        }
    }
    return plain.trimmed();
}

bool isNoEntry(const QString& text) {
    static const QSet<QString> signs{u""_s,  u"-"_s, u"—"_s,  u"–"_s,   u"——"_s,  u"--"_s,
                                     u"/"_s, u"…"_s, u"……"_s, u"..."_s, u"N/A"_s, u"n/a"_s};
    return signs.contains(text.trimmed());
}

QString enteredWithheld(const QString& text, const QString& said) {
    static const QSet<QString> words{u"保密"_s, u"涉密"_s, u"confidential"_s, u"withheld"_s, u"suppressed"_s, u"*"_s};
    static const QRegularExpression bracketed(u"\\A[(\\[【〔]\\h*([^()\\[\\]【】〔〕]*?)\\h*[)\\]】〕]\\z"_s);
    QString plain = plainText(text);
    if (const auto match = bracketed.match(plain); match.hasMatch()) {
        plain = match.captured(1);
    }
    if (!words.contains(plain.toLower())) {
        return {};
    }
    const QString reason = plain == "*"_L1 || plain == u"涉密"_s ? u"保密"_s : plain;
    return said.isEmpty() ? reason : said.startsWith(reason) ? said : reason + u": "_s + said; // how it begins counts
}

namespace {

struct BoundWord {
    QStringView text;
    QLatin1StringView sign;
    bool behind = false; ///< it stands behind the number
};

// 以上, 以下 and 以内 include the number, 不满 and 超过 do not: Civil Code of the People's Republic of China, article 1259.
// Longer words come first.
constexpr std::array boundWords{
    BoundWord{u"不少于", ">="_L1},     BoundWord{u"不低于", ">="_L1},     BoundWord{u"至少", ">="_L1},
    BoundWord{u"不超过", "<="_L1},     BoundWord{u"不高于", "<="_L1},     BoundWord{u"至多", "<="_L1},
    BoundWord{u"超过", ">"_L1},        BoundWord{u"多于", ">"_L1},        BoundWord{u"超", ">"_L1},
    BoundWord{u"逾", ">"_L1},          BoundWord{u"不足", "<"_L1},        BoundWord{u"不满", "<"_L1},
    BoundWord{u"不到", "<"_L1},        BoundWord{u"少于", "<"_L1},        BoundWord{u"大约", "~"_L1},
    BoundWord{u"约", "~"_L1},          BoundWord{u"近", "~"_L1},          BoundWord{u"≥", ">="_L1},
    BoundWord{u"≤", "<="_L1},          BoundWord{u"≈", "~"_L1},           BoundWord{u"以上", ">="_L1, true},
    BoundWord{u"以下", "<="_L1, true}, BoundWord{u"以内", "<="_L1, true}, BoundWord{u"左右", "~"_L1, true},
    BoundWord{u"余", "~"_L1, true},    BoundWord{u"多", "~"_L1, true},    BoundWord{u"+", ">="_L1, true},
};

/// With the sign of a Quantity in the place of the words; a text with two of them is left as it is.
QString withSign(const QString& text) {
    for (const BoundWord& word : boundWords) {
        if (word.behind ? text.endsWith(word.text) : text.startsWith(word.text)) {
            return word.sign + (word.behind ? text.chopped(word.text.size()) : text.sliced(word.text.size())).trimmed();
        }
    }
    return text;
}

} // namespace

std::optional<Quantity> enteredQuantity(const QString& text) {
    const QString plain = withSign(plainText(text));
    // "1,23" may be a decimal comma: only groups of three are taken for thousands.
    static const QRegularExpression number(
        u"\\A([<>]=?|~)?\\h*([-+]?)([0-9]{1,3}(?:[,'\\h][0-9]{3})+|[0-9]+)(\\.[0-9]+)?\\z"_s);
    const QRegularExpressionMatch match = number.match(plain);
    if (!match.hasMatch()) {
        return Quantity::parse(plain); // exponents
    }
    static const QRegularExpression separators(u"[,'\\h]"_s);
    const QString sign = match.captured(2) == "-"_L1 ? match.captured(2) : QString(); // growth is often written +6.1
    return Quantity::parse(match.captured(1) + sign + match.captured(3).remove(separators) + match.captured(4));
}

std::optional<double> enteredNumber(const QString& text) {
    const std::optional<Quantity> quantity = enteredQuantity(text);
    return quantity && quantity->bound == Quantity::Bound::Exact ? std::optional(quantity->number) : std::nullopt;
}

} // namespace tiermap
