#pragma once

#include "core/plan/text.h"

#include <QByteArrayView>
#include <QList>

namespace tiermap {

// GB/T 4754-2017 (国民经济行业分类), amendment 1 of 2019 included: 20 sections (门类, a letter) and 97 divisions (大类, two
// digits), each division in one section.

struct IndustrySection {
    char letter = 0; ///< 'A' to 'T'
    int first = 0;   ///< its divisions
    int last = 0;
    Text name;
};

/// In the order of their letters.
const QList<IndustrySection>& industrySections();

/// Chinese name of a division, 1 to 97; the standard has no official English ones.
QString divisionName(int division);

/// What a register says a unit does.
struct Industry {
    char section = 0; ///< 0: not known
    int division = 0; ///< 0: only the section is known, or nothing

    friend bool operator==(const Industry&, const Industry&) = default;
};

/// From a code (I, 65, I65, 6513, I6513) or the Chinese name of a section or division, in UTF-8, blanks around it aside.
/// A letter and a number that contradict each other are not known, as anything else.
Industry industryOf(QByteArrayView text);

/// "I" for a section, "I65" for a division.
QString codeOf(const Industry& industry);

} // namespace tiermap
