#pragma once

#include "maps/register/register_count.h"

namespace tiermap {

QString words(Rejection kind);
QString words(EnterpriseSize size);

/// What became of all rows, a sentence each: read, counted, outside, rejected by kind with the first rows, what is odd.
QStringList summary(const RegisterCount& count);

} // namespace tiermap
