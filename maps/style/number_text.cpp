#include "maps/style/number_text.h"

#include "maps/style/style_words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

QString numberText(double number, int decimals) {
    QString digits = QString::number(std::abs(number), 'f', decimals);
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype i = (point < 0 ? digits.size() : point) - 3; i > 0; i -= 3)
        digits.insert(i, QChar(0x2009));
    const bool isZero = std::ranges::none_of(digits, [](QChar c) { return c >= u'1' && c <= u'9'; });
    return number < 0 && !isZero ? QChar(0x2212) + digits : digits;
}

int decimalsOf(const std::vector<double>& numbers, int most) {
    int decimals = 0;
    for (const double number : numbers) {
        while (decimals < most && std::isfinite(number) && QString::number(number, 'f', decimals).toDouble() != number)
            ++decimals;
    }
    return decimals;
}

QString quantityText(const Quantity& quantity, Language language) {
    QString number = numberText(quantity.number, decimalsOf({quantity.number}));
    switch (quantity.bound) {
    case Quantity::Bound::Exact:
        return number;
    case Quantity::Bound::MoreThan:
        return u"> "_s + number;
    case Quantity::Bound::AtLeast:
        return u"≥ "_s + number;
    case Quantity::Bound::LessThan:
        return u"< "_s + number;
    case Quantity::Bound::AtMost:
        return u"≤ "_s + number;
    case Quantity::Bound::About:
        return style_words::about.in(language).arg(number);
    }
    return number;
}

} // namespace tiermap
