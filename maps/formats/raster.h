#pragma once

#include "maps/formats/raster_request.h"

#include <QImage>

namespace tiermap {

/// What a raster file says of itself.
struct RasterSource {
    QString file;
    QString driver;
    int width = 0; ///< pixels
    int height = 0;
    QString crs{};   ///< name of its coordinate system
    QString wkt{};   ///< the system itself, as WKT2
    double west = 0; ///< what it covers, EPSG:4490 degrees
    double south = 0;
    double east = 0;
    double north = 0;
};

// Imagery and scans that GDAL reads from this machine, in a process of its own: GeoTIFF, PNG and JPEG with a world file, JPEG 2000, ERDAS IMG,
// WebP, MBTiles and GeoPackage tiles; and folders of tiles (tile_folder.h). Nothing is written, no network is used.

/// FileMissing, FormatUnreadable (also where it does not say where its pixels lie), ProjectionFailed where it has no
/// coordinate system and `crs` ("EPSG:4549") does not name one, Cancelled where `goesOn`, which is asked every 50 ms, says
/// so.
Result<RasterSource> describeRaster(const QString& file, const QString& crs = {},
                                    const std::function<bool()>& goesOn = {});

/// The part that a window shows, resampled to its pixels; transparent where the raster has nothing. Numbers that are no
/// colours (heights, 16-bit bands) are stretched to greys. At most 64 million pixels.
Result<QImage> readRaster(const QString& file, const QString& crs, const RasterWindow& window,
                          const std::function<bool()>& goesOn = {});

} // namespace tiermap
