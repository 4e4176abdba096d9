#pragma once

#include <QString>

namespace tiermap {

/// Where a part of the program lies that is loaded or started when it is needed: beside the program as built, then as
/// installed. Where it is at neither place, the bare name: who loads or starts it then says that there is none. Works
/// before there is a QCoreApplication, too.
QString installedPart(const QString& name);

} // namespace tiermap
