#include "maps/register/enterprise_size.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<EnterpriseSize>> namesOf() {
    using enum EnterpriseSize;
    static constexpr Name<EnterpriseSize> names[] = {
        {Unknown, "unknown"_L1}, {Large, "large"_L1}, {Medium, "medium"_L1}, {Small, "small"_L1}, {Micro, "micro"_L1}};
    return names;
}

EnterpriseSize enterpriseSizeOf(QByteArrayView text) {
    using enum EnterpriseSize;
    struct Word {
        const char* start;
        EnterpriseSize size;
    };
    static constexpr std::array words{Word{"大", Large}, Word{"中", Medium}, Word{"小", Small}, Word{"微", Micro}};
    text = text.trimmed();
    for (const Word& word : words) {
        if (text.startsWith(word.start)) {
            const QByteArrayView rest = text.sliced(static_cast<qsizetype>(std::char_traits<char>::length(word.start)));
            const bool known = rest.isEmpty() || rest == "型" || rest == "型企业";
            return known ? word.size : Unknown;
        }
    }
    return fromName<EnterpriseSize>(QString::fromLatin1(text).toLower()).value_or(Unknown);
}

} // namespace tiermap
