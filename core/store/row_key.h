#pragma once

#include <QStringList>

namespace tiermap {

/// The fid of a row: a stable hash of its natural key, so that two people who add the same row agree on its number and
/// two who add different rows do not collide. SHA-256 of the key's parts in UTF-8, joined by U+001F; the first eight
/// bytes as a big-endian number with the top bit cleared; 1 where that gives 0.
qint64 rowKey(const QStringList& naturalKey);

} // namespace tiermap
