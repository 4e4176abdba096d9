#pragma once

#include "core/problem.h"
#include "maps/formats/raster_request.h"
#include "maps/formats/source_layer.h"

#include <QByteArray>
#include <QVariantList>

#include <functional>

namespace tiermap {

/// A row as it crosses the border of the GDAL module: the module knows no shapes of ours, and we no types of GDAL.
struct RawRow {
    QVariantList cells; ///< bool, qint64, double or QString, as many as the layer has fields; absent values are invalid
    QByteArray wkb;     ///< empty where the row has no geometry
};

/// Gets the rows one by one, with the part of them (0 to 1) that is read; false ends the reading.
using TakeRow = std::function<bool(const SourceLayer& layer, const RawRow& row, double part)>;

struct FormatRequest {
    QString path;                   ///< absolute
    bool writable{};                ///< a copy of our own, in which SQLite may finish what another program left undone
    QString encoding{};             ///< of a shapefile's texts, as QStringDecoder takes it; empty: what GDAL thinks
    QString layer{};                ///< the one to read; empty: the first
    TakeRow take{};                 ///< empty: only describe
    std::function<bool()> goesOn{}; ///< asked while GDAL is silent; false ends the reading; may be empty
};

struct FormatReply {
    QString driver;              ///< GDAL's short name; empty where `take` ended the reading
    QList<SourceLayer> layers{}; ///< all; after reading the one that was read
};

using FormatResult = Result<FormatReply>;

/// The module's entry points are this one, ReadRaster, WriteTiff and WriteFormat. The number grows with each change of the types
/// above.
using ReadFormat = void(const FormatRequest& request, FormatResult* result);
inline constexpr auto readFormatName = "tiermapReadFormat2";

/// A field of a layer that is written.
struct WriteField {
    enum class Type { Text, Integer, Real };

    QString name;
    Type type = Type::Text;
    int width = 0; ///< of a shapefile's text, in bytes; 0: as the format thinks
};

struct WriteRequest {
    enum class Shapes { None, Points, Lines, Polygons, Mixed };

    QString path;   ///< absolute; nothing must stand there
    QString driver; ///< GDAL's short name
    QString layer;
    QList<WriteField> fields;
    Shapes shapes = Shapes::None;
    int epsg = 4490;       ///< what the coordinates (longitude, latitude) are said to be
    QStringList options{}; ///< of the layer, "NAME=VALUE"
    /// Gives all rows, cells in the order of the fields, to what it is called with; an answer of false means to stop.
    std::function<Result<void>(const std::function<bool(const RawRow& row)>& take)> rows{};
};

/// The module's entry point for writing.
using WriteFormat = void(const WriteRequest& request, Result<void>* result);
inline constexpr auto writeFormatName = "tiermapWriteFormat1";

/// Has the module write a file, in this process: loads it (and GDAL) on the first call; linking it would cost every start
/// 0.1 s. Fails with FileUnwritable (arguments: GDAL's message) or as the rows do; then there may
/// be half a file.
Result<void> writeFormat(const WriteRequest& request);

/// Likewise a TIFF, a GeoTIFF where it says where it lies. What is half written is left to the caller.
Result<void> writeTiff(const TiffRequest& request);

/// Has the module read a file, which must be a regular one or the folder of a file geodatabase, in a process of its own;
/// leaves the file's surroundings as they are. Fails also with Cancelled, where `request.goesOn` says so.
Result<FormatReply> readFormat(FormatRequest request);

/// Likewise a raster, which must be a regular file.
Result<RasterReply> readRasterFile(RasterRequest request);

} // namespace tiermap
