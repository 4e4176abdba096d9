#pragma once

#include <QString>

namespace tiermap {

/// What a new plan package has in the place of something that nobody told: "【待填写：标题】". Never a made-up value; `tiermap
/// plan check` lists what is left of them.
inline QString placeholder(const QString& what) { return QStringLiteral("【待填写：%1】").arg(what); }

inline bool isPlaceholder(const QString& text) { return text.contains(QStringLiteral("【待填写")); }

/// The tier of zones whose tier is not known.
inline constexpr QLatin1StringView placeholderTier("to_be_assigned");

} // namespace tiermap
