#include "maps/formats/tile_folder.h"

#include "maps/formats/format_module.h"
#include "maps/geometry/source_crs.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int tileSize = 256;
constexpr int mostTiles = 1024; // at once: the pixels that a raster may have
constexpr double radius = 6378137;
constexpr double halfWorld = std::numbers::pi * radius; // metres of Web Mercator

struct Tiles {
    QString folder;
    QString ending;
    bool fromSouth = false;
    QList<int> zooms; ///< ascending

    QString path(int zoom, int x, int y) const {
        const int row = fromSouth ? (1 << zoom) - 1 - y : y;
        return u"%1/%2/%3/%4.%5"_s.arg(folder).arg(zoom).arg(x).arg(row).arg(ending);
    }
};

/// West, south, east, north in metres of Web Mercator.
struct MetreBox {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

/// Names that are numbers up to a limit, ascending.
QList<int> numbersIn(const QDir& folder, QDir::Filters what, int below) {
    QList<int> numbers;
    for (const QFileInfo& entry : folder.entryInfoList(what | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const int number = entry.completeBaseName().toInt(&isNumber);
        if (isNumber && number >= 0 && number < below)
            numbers << number;
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::optional<Tiles> tilesIn(const QString& folder) {
    constexpr int deepest = 24;
    Tiles tiles{.folder = folder, .ending = {}, .zooms = numbersIn(QDir(folder), QDir::Dirs, deepest)};
    tiles.fromSouth = QFileInfo::exists(folder + u"/tilemapresource.xml"_s);
    if (tiles.zooms.isEmpty())
        return std::nullopt;
    const QDir level(folder + u'/' + QString::number(tiles.zooms.last()));
    const QList<int> columns = numbersIn(level, QDir::Dirs, 1 << tiles.zooms.last());
    if (columns.isEmpty())
        return std::nullopt;
    for (const QFileInfo& file : QDir(level.filePath(QString::number(columns.first()))).entryInfoList(QDir::Files)) {
        static const QStringList endings{u"png"_s, u"jpg"_s, u"jpeg"_s, u"webp"_s};
        if (endings.contains(file.suffix().toLower())) {
            tiles.ending = file.suffix();
            return tiles;
        }
    }
    return std::nullopt;
}

double tileMetres(int zoom) { return 2 * halfWorld / (1 << zoom); }

QImage tileAt(const QString& path) {
    QImageReader reader(path);
    constexpr int largest = 1024;
    const QSize size = reader.size();
    return size.isValid() && size.width() <= largest && size.height() <= largest ? reader.read() : QImage();
}

struct Range {
    int zoom = 0;
    int west = 0;
    int east = 0;
    int north = 0; ///< rows count from the north
    int south = 0;

    qint64 count() const { return (qint64(east) - west + 1) * (qint64(south) - north + 1); }
};

Range rangeOf(const MetreBox& box, int zoom) {
    const double size = tileMetres(zoom);
    const int last = (1 << zoom) - 1;
    const auto at = [&](double metres) { return std::clamp(static_cast<int>(std::floor(metres / size)), 0, last); };
    return {zoom, at(box.west + halfWorld), at(box.east + halfWorld), at(halfWorld - box.north),
            at(halfWorld - box.south)};
}

/// The coarsest level that has the detail, or the finest that there is; coarser where it would be too many tiles.
Range rangeFor(const Tiles& tiles, const MetreBox& box, double metresPerPixel) {
    Range best = rangeOf(box, tiles.zooms.first());
    for (const int zoom : tiles.zooms) {
        const Range range = rangeOf(box, zoom);
        if (range.count() > mostTiles)
            break;
        best = range;
        if (tileMetres(zoom) / tileSize <= metresPerPixel * 1.01)
            break;
    }
    return best;
}

/// The tile itself, or its part of the nearest one above it that there is.
QImage tileOver(const Tiles& tiles, int zoom, int x, int y) {
    for (const int above : std::views::reverse(tiles.zooms)) {
        const int steps = zoom - above;
        if (steps < 0)
            continue;
        const QImage tile = tileAt(tiles.path(above, x >> steps, y >> steps));
        if (tile.isNull())
            continue;
        const int parts = 1 << steps;
        const int side = tile.width() / parts;
        return steps == 0 ? tile : side > 0 ? tile.copy((x % parts) * side, (y % parts) * side, side, side) : QImage();
    }
    return {};
}

/// Tiles of a box on a picture of it.
std::optional<QImage> composed(const Tiles& tiles, const MetreBox& box, const QSize& size,
                               const std::function<bool()>& goesOn) {
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double scale = size.width() / (box.east - box.west); // pixels of a metre
    const Range range = rangeFor(tiles, box, 1 / scale);
    const double metres = tileMetres(range.zoom);
    for (int y = range.north; y <= range.south; ++y) {
        for (int x = range.west; x <= range.east; ++x) {
            if (goesOn && !goesOn())
                return std::nullopt;
            const QImage tile = tileOver(tiles, range.zoom, x, y);
            const double left = (x * metres - halfWorld - box.west) * scale;
            const double top = (box.north - (halfWorld - y * metres)) * scale;
            if (!tile.isNull()) // edges on whole pixels: no seams between two tiles
                painter.drawImage(QRectF(QPointF(std::floor(left), std::floor(top)),
                                         QPointF(std::floor(left + metres * scale), std::floor(top + metres * scale))),
                                  tile);
        }
    }
    return picture;
}

double toMercator(double latitude) {
    return radius * std::asinh(std::tan(std::clamp(latitude, -85.0, 85.0) * std::numbers::pi / 180));
}

double toLatitude(double northing) { return std::atan(std::sinh(northing / radius)) * 180 / std::numbers::pi; }

/// What a window of any projection sees.
std::optional<MetreBox> seenBy(const RasterWindow& window) {
    const auto crs = SourceCrs::from(window.crs);
    if (!crs)
        return std::nullopt;
    MetreBox box{halfWorld, halfWorld, -halfWorld, -halfWorld};
    constexpr int steps = 8; // along each side: sides are bent
    for (int i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / steps;
        const double x = window.west + (window.east - window.west) * part;
        const double y = window.south + (window.north - window.south) * part;
        for (const GeoPoint& at : {GeoPoint(x, window.south), GeoPoint(x, window.north), GeoPoint(window.west, y),
                                   GeoPoint(window.east, y)}) {
            const GeoPoint place = crs->toDegrees(at);
            if (!std::isfinite(place.get<0>()) || !std::isfinite(place.get<1>()))
                return std::nullopt;
            const double easting = place.get<0>() / 180 * halfWorld;
            const double northing = toMercator(place.get<1>());
            box = {std::min(box.west, easting), std::min(box.south, northing), std::max(box.east, easting),
                   std::max(box.north, northing)};
        }
    }
    return box;
}

std::unexpected<Problem> unreadable(const QString& folder) {
    return std::unexpected(Problem{.code = Problem::Code::FormatUnreadable,
                                   .file = folder,
                                   .arguments = {u"the folder holds no tiles {z}/{x}/{y}"_s}});
}

/// A picture in Web Mercator, warped by GDAL as a file of its own.
Result<QImage> warped(const QImage& picture, const MetreBox& box, const RasterWindow& window,
                      const std::function<bool()>& goesOn) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"tiles.png"_s);
    QFile place(folder.filePath(u"tiles.pgw"_s));
    if (!picture.save(file) || !place.open(QIODevice::WriteOnly))
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file});
    const double across = (box.east - box.west) / picture.width();
    const double down = (box.north - box.south) / picture.height();
    for (const double number : {across, 0.0, 0.0, -down, box.west + across / 2, box.north - down / 2})
        place.write(QByteArray::number(number, 'f', 9) + '\n');
    place.close();
    return readRaster(file, u"EPSG:3857"_s, window, goesOn);
}

} // namespace

Result<RasterSource> describeTiles(const QString& folder) {
    const auto tiles = tilesIn(folder);
    if (!tiles)
        return unreadable(folder);
    const int zoom = tiles->zooms.last();
    const QDir level(folder + u'/' + QString::number(zoom));
    const QList<int> columns = numbersIn(level, QDir::Dirs, 1 << zoom);
    int first = (1 << zoom) - 1;
    int last = 0;
    for (const int column : {columns.first(), columns.last()}) {
        for (const int row : numbersIn(QDir(level.filePath(QString::number(column))), QDir::Files, 1 << zoom)) {
            const int y = tiles->fromSouth ? (1 << zoom) - 1 - row : row;
            first = std::min(first, y);
            last = std::max(last, y);
        }
    }
    const double metres = tileMetres(zoom);
    const auto degrees = [&](int column) { return (column * metres - halfWorld) / halfWorld * 180; };
    return RasterSource{.file = folder,
                        .driver = u"XYZ"_s,
                        .width = (columns.last() - columns.first() + 1) * tileSize,
                        .height = (last - first + 1) * tileSize,
                        .crs = u"WGS 84 / Pseudo-Mercator"_s,
                        .wkt = u"EPSG:3857"_s,
                        .west = degrees(columns.first()),
                        .south = toLatitude(halfWorld - (last + 1) * metres),
                        .east = degrees(columns.last() + 1),
                        .north = toLatitude(halfWorld - first * metres)};
}

Result<QImage> readTiles(const QString& folder, const RasterWindow& window, const std::function<bool()>& goesOn) {
    const auto tiles = tilesIn(folder);
    if (!tiles)
        return unreadable(folder);
    const std::unexpected<Problem> cancelled(Problem{.code = Problem::Code::Cancelled, .file = folder});
    if (window.crs == "EPSG:3857"_L1) {
        const auto picture = composed(*tiles, {window.west, window.south, window.east, window.north},
                                      {window.width, window.height}, goesOn);
        if (!picture)
            return cancelled;
        return picture->convertToFormat(QImage::Format_RGBA8888);
    }
    const auto box = seenBy(window);
    if (!box)
        return std::unexpected(
            Problem{.code = Problem::Code::ProjectionFailed, .file = folder, .arguments = {window.crs}});
    const double pixels = static_cast<double>(window.width) / (window.east - window.west);
    const double scale = pixels * std::cos(toLatitude((box->south + box->north) / 2) * std::numbers::pi / 180);
    const QSizeF size((box->east - box->west) * scale, (box->north - box->south) * scale);
    constexpr double most = 8000; // pixels along a side
    const auto picture = composed(
        *tiles, *box, (size * std::min(1.0, most / std::max(size.width(), size.height()))).toSize().expandedTo({1, 1}),
        goesOn);
    return picture ? warped(*picture, *box, window, goesOn) : cancelled;
}

} // namespace tiermap
