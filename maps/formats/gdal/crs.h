#pragma once

#include "maps/formats/gdal/handles.h"

#include <QString>

namespace tiermap {

/// "EPSG:4549", WKT or a PROJ string, with x (easting, longitude) first; null where it is none of them. Without files and
/// addresses, which GDAL would take as well.
CrsHandle crsOf(const QString& definition);

} // namespace tiermap
