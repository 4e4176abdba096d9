#pragma once

#include "core/problem.h"

#include <QByteArray>

namespace tiermap {

/// A whole file as bytes, without the byte order mark that Windows programs put before UTF-8.
Result<QByteArray> fileBytes(const QString& file);

} // namespace tiermap
