#pragma once

#include "maps/formats/raster.h"

namespace tiermap {

// Tiles of a web map in a folder, {z}/{x}/{y}.png (or jpg, jpeg, webp), 256 pixels in Web Mercator: rows from the north, or
// from the south where a tilemapresource.xml says so, as gdal2tiles writes it. Read from this machine, never asked for.

/// FileMissing; FormatUnreadable where the folder holds no such tiles. The extent is that of the most detailed tiles.
Result<RasterSource> describeTiles(const QString& folder);

/// The part that a window shows, from tiles as detailed as its pixels; transparent where there is none. A tile that cannot
/// be read, or is larger than 1024 pixels, is left out.
Result<QImage> readTiles(const QString& folder, const RasterWindow& window, const std::function<bool()>& goesOn = {});

} // namespace tiermap
