#include "core/plan/number_entry.h"

#include <QRegularExpression>
#include <QSet>

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

std::optional<Quantity> enteredQuantity(const QString& text) {
    QString plain = plainText(text);
    plain.replace(u'≥', u">="_s).replace(u'≤', u"<="_s).replace(u'≈', u'~');
    if (plain.startsWith(u'约')) {
        plain = u'~' + plain.sliced(1);
    } else if (plain.endsWith(u'余')) {
        plain = u'~' + plain.chopped(1);
    }
    // "1,23" may be a decimal comma: only groups of three are taken for thousands.
    static const QRegularExpression number(
        u"\\A([<>]=?|~)?\\h*(-?)([0-9]{1,3}(?:[,'\\h][0-9]{3})+|[0-9]+)(\\.[0-9]+)?\\z"_s);
    const QRegularExpressionMatch match = number.match(plain);
    if (!match.hasMatch()) {
        return Quantity::parse(plain); // exponents
    }
    static const QRegularExpression separators(u"[,'\\h]"_s);
    return Quantity::parse(match.captured(1) + match.captured(2) + match.captured(3).remove(separators) +
                           match.captured(4));
}

std::optional<double> enteredNumber(const QString& text) {
    const std::optional<Quantity> quantity = enteredQuantity(text);
    return quantity && quantity->bound == Quantity::Bound::Exact ? std::optional(quantity->number) : std::nullopt;
}

} // namespace tiermap
