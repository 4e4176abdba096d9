#pragma once

#include "maps/figure/sheet.h"

#include <QByteArray>

namespace tiermap {

/// Qt stamps the hour and a random id into the PDF that it writes: both are replaced by what the sheet itself says, so
/// that anyone can check a figure by making it again.
QByteArray withIdentity(const QByteArray& pdf, const Sheet& sheet);

} // namespace tiermap
