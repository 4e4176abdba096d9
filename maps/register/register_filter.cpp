#include "maps/register/register_filter.h"

#include <algorithm>

namespace tiermap {

bool RegisterFilter::passes(const Industry& industry, EnterpriseSize size, int year) const {
    const auto holds = [&](const Industry& asked) {
        return asked.division > 0 ? asked == industry : asked.section == industry.section;
    };
    return (industries.isEmpty() || std::ranges::any_of(industries, holds)) &&
           (sizes.isEmpty() || sizes.contains(size)) && (!from || (year > 0 && year >= *from)) &&
           (!to || (year > 0 && year <= *to));
}

int yearOf(QByteArrayView text) {
    text = text.trimmed();
    constexpr qsizetype digits = 4;
    if (text.size() < digits || !std::ranges::all_of(text.first(digits), [](char c) { return c >= '0' && c <= '9'; })) {
        return 0;
    }
    const int year = text.first(digits).toInt();
    const QByteArrayView rest = text.sliced(digits);
    // Eight digits are a date, any other number that goes on is none.
    const bool goesOn = !rest.isEmpty() && rest[0] >= '0' && rest[0] <= '9';
    const bool isDate = rest.size() == digits && std::ranges::all_of(rest, [](char c) { return c >= '0' && c <= '9'; });
    return year >= 1800 && year <= 2199 && (!goesOn || isDate) ? year : 0;
}

} // namespace tiermap
