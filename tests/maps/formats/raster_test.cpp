// Images as GDAL's own tools make them.

#include "maps/formats/raster.h"
#include "maps/geometry/datum.h"
#include "maps/geometry/projection.h"
#include "maps/scene/layer_pictures.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class RasterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void saysWhereItLies();
    void coloursComeInPlace();
    void palettesAndHeightsBecomeColours_data();
    void palettesAndHeightsBecomeColours();
    void coordinateSystemMayBeGiven();
    void whatLiesNowhereIsRefused();
    void noOtherFilesAreRead();
    void readingCanBeStopped();
    void leavesTheFolderAsItIs();
    void foldersOfTilesAreRead_data();
    void foldersOfTilesAreRead();
    void foldersWithoutTilesAreTold();
    void layersFade();
    void imagesOfWebMapsAreMoved_data();
    void imagesOfWebMapsAreMoved();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    /// A red rectangle of 120 to 120.1 E, 30 to 30.1 N.
    QString red(const QString& name, const QStringList& more = {u"-a_srs"_s, u"EPSG:4490"_s}) const {
        run(u"gdal_create"_s, QStringList{u"-of"_s, u"GTiff"_s, u"-outsize"_s, u"40"_s, u"40"_s, u"-bands"_s, u"3"_s,
                                          u"-burn"_s, u"200"_s, u"-burn"_s, u"30"_s, u"-burn"_s, u"20"_s, u"-a_ullr"_s,
                                          u"120"_s, u"30.1"_s, u"120.1"_s, u"30"_s} +
                                  more + QStringList{path(name)});
        return path(name);
    }
    void run(const QString& program, const QStringList& arguments) const {
        QProcess process;
        process.start(program, arguments);
        QVERIFY2(process.waitForFinished(-1) && process.exitCode() == 0, process.readAllStandardError().constData());
    }

    std::optional<QTemporaryDir> m_folder;
};

namespace {

/// 119.9 to 120.2 E, 29.9 to 30.2 N, in Web Mercator.
RasterWindow around() {
    const Projection projection = Projection::webMercator();
    const Point low = projection.forward(GeoPoint(119.9, 29.9));
    const Point high = projection.forward(GeoPoint(120.2, 30.2));
    return {projection.definition(), low.x(), low.y(), high.x(), high.y(), 90, 90};
}

} // namespace

void RasterTest::saysWhereItLies() {
    const auto raster = describeRaster(red(u"a.tif"_s));
    QVERIFY2(raster, raster ? "" : qPrintable(raster.error().arguments.join(u' ')));
    QCOMPARE(raster->driver, u"GTiff"_s);
    QCOMPARE(raster->width, 40);
    QCOMPARE(raster->crs, u"China Geodetic Coordinate System 2000"_s);
    QCOMPARE_LT(std::abs(raster->west - 120), 1e-9);
    QCOMPARE_LT(std::abs(raster->north - 30.1), 1e-9);
}

void RasterTest::coloursComeInPlace() {
    const auto image = readRaster(red(u"a.tif"_s), {}, around());
    QVERIFY2(image, image ? "" : qPrintable(image.error().arguments.join(u' ')));
    QCOMPARE(image->size(), QSize(90, 90));
    QCOMPARE(image->pixelColor(45, 45), QColor(200, 30, 20));
    QCOMPARE(image->pixelColor(10, 45).alpha(), 0);
    QCOMPARE(image->pixelColor(45, 80).alpha(), 0);
    // The same ground in another projection.
    const Projection conic = Projection::conicEqualArea(118, 29, 121, 31);
    const Point low = conic.forward(GeoPoint(120.04, 30.04));
    const Point high = conic.forward(GeoPoint(120.06, 30.06));
    const auto within =
        readRaster(path(u"a.tif"_s), {}, {conic.definition(), low.x(), low.y(), high.x(), high.y(), 4, 4});
    QVERIFY2(within, within ? "" : qPrintable(within.error().arguments.join(u' ')));
    QCOMPARE(within->pixelColor(2, 2), QColor(200, 30, 20));
}

void RasterTest::palettesAndHeightsBecomeColours_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    QTest::newRow("16-bit heights") << QStringList{u"-ot"_s, u"UInt16"_s, u"-scale"_s, u"0"_s, u"255"_s,
                                                   u"0"_s,   u"3000"_s,   u"-b"_s,     u"1"_s}
                                    << u"b.tif"_s;
    QTest::newRow("JPEG with a world file")
        << QStringList{u"-of"_s, u"JPEG"_s, u"-co"_s, u"WORLDFILE=YES"_s} << u"b.jpg"_s;
    QTest::newRow("PNG") << QStringList{u"-of"_s, u"PNG"_s} << u"b.png"_s;
    QTest::newRow("tiles") << QStringList{u"-of"_s, u"GPKG"_s} << u"b.gpkg"_s;
}

void RasterTest::palettesAndHeightsBecomeColours() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, name);
    run(u"gdal_translate"_s, arguments + QStringList{red(u"a.tif"_s), path(name)});
    const auto image = readRaster(path(name), u"EPSG:4490"_s, around());
    QVERIFY2(image, image ? "" : qPrintable(image.error().arguments.join(u' ')));
    QCOMPARE(image->pixelColor(45, 45).alpha(), 255);
    QCOMPARE(image->pixelColor(10, 45).alpha(), 0);
}

void RasterTest::coordinateSystemMayBeGiven() {
    const QString file = red(u"a.tif"_s, {});
    const auto raster = describeRaster(file);
    QVERIFY(!raster);
    QCOMPARE(raster.error().code, Problem::Code::ProjectionFailed);
    QCOMPARE(raster.error().file, file);
    QVERIFY(describeRaster(file, u"EPSG:4490"_s));
    QCOMPARE(readRaster(file, u"EPSG:4490"_s, around())->pixelColor(45, 45), QColor(200, 30, 20));
}

void RasterTest::whatLiesNowhereIsRefused() {
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QVERIFY(image.save(path(u"photo.png"_s)));
    const auto raster = describeRaster(path(u"photo.png"_s));
    QVERIFY(!raster);
    QCOMPARE(raster.error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(describeRaster(path(u"none.tif"_s)).error().code, Problem::Code::FileMissing);
    QFile text(path(u"text.tif"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no image");
    text.close();
    QCOMPARE(describeRaster(text.fileName()).error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(readRaster(red(u"a.tif"_s), {}, {u"EPSG:3857"_s, 0, 0, 1, 1, 100000, 100000}).error().code,
             Problem::Code::OutOfRange);
}

/// A VRT says where its pixels are; GDAL would go and get them.
void RasterTest::noOtherFilesAreRead() {
    run(u"gdal_translate"_s, {u"-of"_s, u"VRT"_s, red(u"a.tif"_s), path(u"b.vrt"_s)});
    QCOMPARE(describeRaster(path(u"b.vrt"_s)).error().code, Problem::Code::FormatUnreadable);
    const QString file = red(u"c.tif"_s);
    for (const QString& crs : {u"/etc/hostname"_s, u"https://localhost/crs"_s, u"EPSG:999999"_s})
        QVERIFY(!describeRaster(file, crs));
}

void RasterTest::readingCanBeStopped() {
    const auto image = readRaster(red(u"a.tif"_s), {}, around(), [] { return false; });
    QVERIFY(!image);
    QCOMPARE(image.error().code, Problem::Code::Cancelled);
}

void RasterTest::leavesTheFolderAsItIs() {
    const QString file = red(u"a.tif"_s);
    run(u"gdal_translate"_s, {u"-q"_s, u"-of"_s, u"GPKG"_s, file, path(u"b.gpkg"_s)});
    const QStringList before = QDir(m_folder->path()).entryList(QDir::Files, QDir::Name);
    for (const QString& name : {u"a.tif"_s, u"b.gpkg"_s}) {
        QVERIFY(describeRaster(path(name), u"EPSG:4490"_s));
        QVERIFY(readRaster(path(name), u"EPSG:4490"_s, around()));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files, QDir::Name), before);
}

void RasterTest::foldersOfTilesAreRead_data() {
    QTest::addColumn<bool>("fromSouth");
    QTest::newRow("rows from the north") << false;
    QTest::newRow("from the south, as gdal2tiles has them") << true;
}

/// Tiles of zoom 11 and 12 that hold the rectangle, each with the colour of its place.
void RasterTest::foldersOfTilesAreRead() {
    QFETCH(const bool, fromSouth);
    const Projection mercator = Projection::webMercator();
    const auto tile = [](int zoom, const Point& at) {
        const double size = 2 * 20037508.342789244 / (1 << zoom);
        return std::pair(int((at.x() + 20037508.342789244) / size), int((20037508.342789244 - at.y()) / size));
    };
    const GeoPoint place(120.05, 30.05);
    for (const int zoom : {11, 12}) {
        const auto [x, y] = tile(zoom, mercator.forward(place));
        const QString column = path(u"tiles/%1/%2"_s.arg(zoom).arg(x));
        QVERIFY(QDir().mkpath(column));
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(zoom == 11 ? Qt::blue : Qt::red);
        QVERIFY(image.save(column + u"/%1.png"_s.arg(fromSouth ? (1 << zoom) - 1 - y : y)));
    }
    if (fromSouth) {
        QFile xml(path(u"tiles/tilemapresource.xml"_s));
        QVERIFY(xml.open(QIODevice::WriteOnly));
    }
    const auto source = describeRaster(path(u"tiles"_s));
    QVERIFY(source);
    QCOMPARE(source->driver, u"XYZ"_s);
    QVERIFY(source->west < 120.05 && source->east > 120.05 && source->south < 30.05 && source->north > 30.05);
    QVERIFY(source->east - source->west < 0.1); // one tile of zoom 12
    const auto colourAt = [&](const Projection& projection, double metresPerPixel) {
        const Point at = projection.forward(place);
        const double half = 4.5 * metresPerPixel;
        const auto image =
            readRaster(path(u"tiles"_s), {},
                       {projection.definition(), at.x() - half, at.y() - half, at.x() + half, at.y() + half, 9, 9});
        return image ? image->pixelColor(4, 4) : QColor();
    };
    QCOMPARE(colourAt(mercator, 80), QColor(Qt::blue)); // zoom 11 has 76 m
    QCOMPARE(colourAt(mercator, 30), QColor(Qt::red));
    QCOMPARE(colourAt(Projection::gaussKrueger(120), 20), QColor(Qt::red));
    const Point beyond = mercator.forward(GeoPoint(121, 30.05));
    const auto nothing = readRaster(path(u"tiles"_s), {},
                                    {u"EPSG:3857"_s, beyond.x(), beyond.y(), beyond.x() + 90, beyond.y() + 90, 9, 9});
    QVERIFY(nothing);
    QCOMPARE(nothing->pixelColor(4, 4).alpha(), 0);
    const auto stopped = readRaster(path(u"tiles"_s), {}, around(), [] { return false; });
    QCOMPARE(stopped.error().code, Problem::Code::Cancelled);
}

void RasterTest::foldersWithoutTilesAreTold() {
    QVERIFY(QDir().mkpath(path(u"empty/7/100"_s)));
    const auto source = describeRaster(path(u"empty"_s));
    QCOMPARE(source.error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(source.error().arguments, QStringList{u"the folder holds no tiles {z}/{x}/{y}"_s});
}

void RasterTest::layersFade() {
    red(u"a.tif"_s);
    ReferenceLayer layer{.key = u"image"_s, .name = {}, .kind = ReferenceLayer::Kind::Raster, .file = u"a.tif"_s};
    layer.opacity = 0.5;
    ReferenceLayer lost = layer;
    lost.key = u"lost"_s;
    lost.file = u"gone.tif"_s;
    const RasterWindow window = around();
    const LayerPictures read =
        layerPictures(path(u"plan.gpkg"_s), {layer, lost}, Projection::webMercator(),
                      {Point(window.west, window.south), Point(window.east, window.north)}, {90, 90});
    QCOMPARE(read.pictures.size(), 1);
    QCOMPARE(read.pictures[0].layer, u"image"_s);
    QCOMPARE_LE(std::abs(read.pictures[0].image.pixelColor(45, 45).alpha() - 128), 1);
    QCOMPARE(read.problems.size(), 1);
    QCOMPARE(read.problems[0].code, Problem::Code::FileMissing);
    DisplayList list;
    list.base.emplace_back(Picture{.layer = u"image"_s});
    placePictures(list, read.pictures);
    QCOMPARE(std::get<Picture>(list.base[0]).image.size(), QSize(90, 90));
}

void RasterTest::imagesOfWebMapsAreMoved_data() {
    QTest::addColumn<Datum>("datum");
    QTest::newRow("GCJ-02") << Datum::Gcj02;
    QTest::newRow("BD-09") << Datum::Bd09;
    QTest::newRow("CGCS2000") << Datum::Cgcs2000;
}

/// Its corner stands where the datum's inverse puts it, on a map of the street and on one of the city.
void RasterTest::imagesOfWebMapsAreMoved() {
    QFETCH(Datum, datum);
    const ReferenceLayer layer{.key = u"l"_s,
                               .name = {},
                               .kind = ReferenceLayer::Kind::Raster,
                               .file = red(u"a.tif"_s),
                               .datum = nameOf(datum)};
    const Projection projection = Projection::webMercator();
    const Point corner = projection.forward(toCgcs2000(GeoPoint(120, 30), datum)); // its lower left
    for (const double half : {500.0, 5'000.0, 100'000.0}) {
        const Extent extent{Point(corner.x() - half, corner.y() - half), Point(corner.x() + half, corner.y() + half)};
        const LayerPictures drawn = layerPictures(path(u"p.gpkg"_s), {layer}, projection, extent, QSize(100, 100));
        QCOMPARE(drawn.problems.size(), 0);
        const QImage& image = drawn.pictures.front().image;
        QCOMPARE(image.size(), QSize(100, 100));
        const auto isRed = [&](int x, int y) { return qAlpha(image.pixel(x, y)) > 128; };
        // The corner is in the middle: red to the right and above, two pixels being left for the resampling.
        QVERIFY(isRed(52, 47) && !isRed(47, 47) && !isRed(52, 52) && !isRed(47, 52));
    }
}

QTEST_GUILESS_MAIN(RasterTest)
#include "raster_test.moc"
