#include "maps/formats/gdal/crs.h"

#include <array>

namespace tiermap {

CrsHandle crsOf(const QString& definition) {
    CrsHandle crs(OSRNewSpatialReference(nullptr));
    const std::array<const char*, 3> options{"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (OSRSetFromUserInputEx(crs.get(), definition.toUtf8().constData(), options.data()) != OGRERR_NONE) {
        return nullptr;
    }
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

} // namespace tiermap
