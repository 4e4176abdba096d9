#include "core/plan/quantity.h"

#include <QByteArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Sign {
    QLatin1StringView text;
    Quantity::Bound bound;
};

// Longer signs first, so that ">=" is not read as ">" with a rest.
constexpr std::array signs{
    Sign{">="_L1, Quantity::Bound::AtLeast}, Sign{"<="_L1, Quantity::Bound::AtMost},
    Sign{">"_L1, Quantity::Bound::MoreThan}, Sign{"<"_L1, Quantity::Bound::LessThan},
    Sign{"~"_L1, Quantity::Bound::About},
};

/// The bound of a sum; nothing where there is none.
std::optional<Quantity::Bound> together(Quantity::Bound a, Quantity::Bound b) {
    using enum Quantity::Bound;
    if (a == b || b == Exact) {
        return a;
    }
    if (a == Exact) {
        return b;
    }
    const auto both = [&](Quantity::Bound one, Quantity::Bound other) {
        return (a == one && b == other) || (a == other && b == one);
    };
    return both(MoreThan, AtLeast)  ? std::optional(MoreThan)
           : both(LessThan, AtMost) ? std::optional(LessThan)
                                    : std::nullopt;
}

} // namespace

std::optional<Quantity> sumOf(const QList<Quantity>& terms) {
    Quantity sum;
    qsizetype decimals = 0; // 0.1 and 0.2 make 0.3
    for (const Quantity& term : terms) {
        const std::optional<Quantity::Bound> bound = together(sum.bound, term.bound);
        if (!bound) {
            return std::nullopt;
        }
        sum = {sum.number + term.number, *bound};
        const QString digits = QString::number(term.number, 'f', QLocale::FloatingPointShortest);
        decimals = std::max(decimals, digits.section(u'.', 1).size());
    }
    sum.number = QString::number(sum.number, 'f', static_cast<int>(decimals)).toDouble();
    return sum;
}

std::optional<Quantity> Quantity::parse(const QString& written) {
    QStringView rest(written);
    Quantity result;
    for (const Sign& sign : signs) {
        if (rest.startsWith(sign.text)) {
            result.bound = sign.bound;
            rest = rest.sliced(sign.text.size());
            break;
        }
    }
    // std::from_chars and not QString::toDouble: no spaces, no plus sign, nothing after the number.
    const QByteArray digits = rest.toUtf8();
    const char* end = digits.constData() + digits.size();
    const auto [stop, error] = std::from_chars(digits.constData(), end, result.number);
    if (error != std::errc{} || stop != end || !std::isfinite(result.number)) {
        return std::nullopt;
    }
    return result;
}

QString Quantity::toString() const {
    QString text;
    for (const Sign& sign : signs) {
        if (sign.bound == bound) {
            text = sign.text;
        }
    }
    // Plain digits where people would write them; to_chars alone prefers 1e+05 to 100000.
    const double size = std::abs(number);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    std::array<char, 64> digits{};
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, format);
    return text + QLatin1StringView(digits.data(), end - digits.data());
}

} // namespace tiermap
