#pragma once

#include "core/problem.h"

#include <QByteArray>
#include <QMap>
#include <QSize>
#include <QString>

#include <array>
#include <functional>
#include <optional>

namespace tiermap {

/// A rectangle in a projection, cut into pixels.
struct RasterWindow {
    QString crs; ///< "EPSG:3857", WKT or a PROJ string
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    int width = 0; ///< pixels
    int height = 0;

    friend bool operator==(const RasterWindow&, const RasterWindow&) = default;
};

/// What is asked of the GDAL module about a raster; see format_module.h.
struct RasterRequest {
    QString path;                   ///< absolute
    QString crs{};                  ///< of the raster, where its file declares none or a wrong one
    RasterWindow window{};          ///< of no width: only describe
    std::function<bool()> goesOn{}; ///< false ends the reading; may be empty
};

struct RasterReply {
    QString driver; ///< GDAL's short name
    int width = 0;  ///< of the whole raster, pixels
    int height = 0;
    QString crs{};          ///< name of its coordinate system; empty where it has none
    QString wkt{};          ///< the system itself, as WKT2
    bool hasGround = false; ///< it says where its pixels lie
    double west = 0;        ///< what it covers, EPSG:4490 degrees; only with a coordinate system
    double south = 0;
    double east = 0;
    double north = 0;
    QString description{}; ///< what a TIFF says of itself
    QByteArray rgba{};     ///< of the window: rows from the north, 8 bits each of red, green, blue, alpha
};

using RasterResult = Result<RasterReply>;
using ReadRaster = void(const RasterRequest& request, RasterResult* result);
inline constexpr auto readRasterName = "tiermapReadRaster3";

/// A TIFF that the module writes: red, green and blue of 8 bits each, packed without loss.
struct TiffRequest {
    /// Where it lies: of a place (column, row) x = a[0] + a[1] column, y = a[3] + a[5] row, in metres of `crs`.
    struct Ground {
        QString crs;
        std::array<double, 6> affine{};
    };

    QString path; ///< absolute; nothing must stand there
    QSize size;   ///< pixels
    int dpi = 300;
    QString title{};
    QString description{};
    std::optional<Ground> ground{};
    /// Gives all rows from the top to what it is called with, some at a time: 3 bytes for each pixel. False means to stop.
    std::function<void(const std::function<bool(const QByteArray& rows)>& take)> rows{};
};

using WriteTiff = void(const TiffRequest& request, Result<void>* result);
inline constexpr auto writeTiffName = "tiermapWriteTiff1";

} // namespace tiermap
