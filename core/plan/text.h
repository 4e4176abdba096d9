#pragma once

#include <QString>

namespace tiermap {

enum class Language { Chinese, English };

/// A name or sentence that the plan carries in both languages. English may be empty where nobody translated it: then
/// the Chinese stands in, since a planner reads the original rather than nothing.
struct Text {
    QString zh;
    QString en;

    const QString& in(Language language) const { return language == Language::English && !en.isEmpty() ? en : zh; }

    friend bool operator==(const Text&, const Text&) = default;
};

} // namespace tiermap
