#pragma once

namespace tiermap {

/// Names of the drivers that may open a file, null-terminated. The first call registers GDAL's drivers and takes all of
/// GDAL's ways to a network, to databases and to other programs away: a file from outside must not make the program
/// speak to anyone.
const char* const* offlineDrivers();

/// Likewise of rasters.
const char* const* offlineRasterDrivers();

} // namespace tiermap
