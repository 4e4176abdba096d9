#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// Words that are printed on a sheet or stand in a legend. A sheet's language is chosen for the reader of the figure,
/// whatever the window speaks, so they do not go through Qt's translations.
struct SheetWord {
    const char16_t* zh;
    const char16_t* en;

    QString in(Language language) const { return QString::fromUtf16(language == Language::Chinese ? zh : en); }
};

} // namespace tiermap
