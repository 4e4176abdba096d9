#include "maps/formats/features.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class FeaturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsShapesAndAttributes();
    void ringsAreInOrder();
    void aFeatureMayHaveNoGeometry();
    void aShapeOfNoUseIsNamed();
    void readsOtherFormats();
    void readsTheReferenceFile();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void missingFilesAreMissing();
    void speaksToNobody_data();
    void speaksToNobody();
    void readingChangesNothing();

private:
    QString write(const QString& name, const QByteArray& content);
    QTemporaryDir m_folder;
};

namespace {

QByteArray collection(const QByteArray& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

QByteArray feature(const QByteArray& properties, const QByteArray& type, const QByteArray& coordinates) {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}";
}

QString words(const Problem& problem) {
    return QString::number(static_cast<int>(problem.code)) + u' ' + problem.arguments.join(u' ');
}

} // namespace

QString FeaturesTest::write(const QString& name, const QByteArray& content) {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    file.write(content);
    return file.fileName();
}

void FeaturesTest::readsShapesAndAttributes() {
    const QString file = write(
        u"各类.geojson"_s,
        collection(
            feature(
                R"({"code":"330102","name":"上城区","adcode":330102,"area":26.06,"big":9007199254740993,"none":null})",
                "Polygon", "[[[120,30,5],[121,30,5],[121,31,5],[120,30,5]]]") +
            "," + feature(R"({"code":"x"})", "LineString", "[[120,30],[121,31]]") + "," +
            feature("{}", "Point", "[120.5,30.25]")));
    const auto features = readFeatures(file);
    QVERIFY2(features, features ? "" : qPrintable(words(features.error())));

    QCOMPARE(features->size(), 3U);
    const QVariantMap& attributes = features->at(0).attributes;
    QCOMPARE(attributes[u"code"_s], QVariant(u"330102"_s));
    QCOMPARE(attributes[u"code"_s].typeId(), QMetaType::QString);
    QCOMPARE(attributes[u"name"_s].toString(), u"上城区"_s);
    QCOMPARE(attributes[u"adcode"_s].typeId(), QMetaType::LongLong);
    QCOMPARE(attributes[u"adcode"_s].toString(), u"330102"_s);
    QCOMPARE(attributes[u"area"_s].typeId(), QMetaType::Double);
    QCOMPARE(attributes[u"big"_s].toLongLong(), 9007199254740993);
    QVERIFY(!attributes.contains(u"none"_s));
    QCOMPARE(features->at(1).attributes.keys(), QStringList{u"code"_s});

    const auto* polygons = std::get_if<GeoPolygons>(&features->at(0).shape);
    QVERIFY(polygons != nullptr);
    QCOMPARE(polygons->at(0).outer().at(2).get<1>(), 31.0);
    QVERIFY(std::holds_alternative<GeoLines>(features->at(1).shape));
    QCOMPARE(std::get<GeoPoint>(features->at(2).shape).get<0>(), 120.5);
}

void FeaturesTest::ringsAreInOrder() {
    const auto features = readFeatures(write( // clockwise, as many programs still write
        u"clockwise.geojson"_s, collection(feature("{}", "Polygon", "[[[120,30],[120,31],[121,31],[120,30]]]"))));
    QVERIFY(features);
    QCOMPARE(std::get<GeoPolygons>(features->at(0).shape)[0].outer()[1].get<0>(), 121.0);
}

void FeaturesTest::aFeatureMayHaveNoGeometry() {
    const auto features = readFeatures(
        write(u"table.geojson"_s, collection(R"({"type":"Feature","properties":{"code":"a"},"geometry":null})")));
    QVERIFY(features);
    QVERIFY(std::get<GeoPolygons>(features->at(0).shape).empty());
    QVERIFY(readFeatures(write(u"empty.geojson"_s, collection("")))->empty());
}

void FeaturesTest::aShapeOfNoUseIsNamed() {
    const QString file = write(u"multipoint.geojson"_s, collection(feature("{}", "Point", "[1,2]") + "," +
                                                                   feature("{}", "MultiPoint", "[[1,2],[3,4]]")));
    const auto features = readFeatures(file);
    QVERIFY(!features);
    QCOMPARE(features.error().code, Problem::Code::GeometryInvalid);
    QCOMPARE(features.error().file, file);
    QCOMPARE(features.error().row, 2);
}

void FeaturesTest::readsOtherFormats() {
    const QString file = write(u"place.kml"_s, R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>萧山机场</name>
<Point><coordinates>120.43,30.23,0</coordinates></Point></Placemark></Document></kml>)"_ba);
    const auto features = readFeatures(file);
    QVERIFY2(features, features ? "" : qPrintable(words(features.error())));
    QCOMPARE(features->size(), 1U);
    QCOMPARE(std::get<GeoPoint>(features->at(0).shape).get<0>(), 120.43);
    QCOMPARE(features->at(0).attributes[u"Name"_s].toString(), u"萧山机场"_s);
}

void FeaturesTest::readsTheReferenceFile() {
    const QString file =
        QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/../shared/reference/hangzhou-districts-gcj02.geojson"_s;
    if (!QFile::exists(file)) {
        QSKIP("the reference file lies outside of the tree and is not here");
    }
    const auto features = readFeatures(file);
    QVERIFY(features);
    QCOMPARE(features->size(), 13U);
    QCOMPARE(features->at(0).attributes[u"adcode"_s].toString(), u"330102"_s);
    QCOMPARE(features->at(0).attributes[u"name"_s].toString(), u"上城区"_s);
}

void FeaturesTest::saysWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("content");
    const QByteArray whole = collection(feature("{}", "Polygon", "[[[120,30],[121,30],[121,31],[120,30]]]"));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("JSON of another kind") << QByteArray(R"({"plan": 1})");
    QTest::newRow("breaks off") << whole.chopped(20);
    QTest::newRow("binary") << QByteArray(1000, '\xff');
}

void FeaturesTest::saysWhatIsWrong() {
    QFETCH(QByteArray, content);
    const QString file = write(u"broken.geojson"_s, content);
    const auto features = readFeatures(file);
    QVERIFY(!features);
    QCOMPARE(features.error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(features.error().file, file);
    QVERIFY(!features.error().arguments.value(0).isEmpty());
}

void FeaturesTest::missingFilesAreMissing() {
    for (const QString& file : {m_folder.filePath(u"none.geojson"_s), QString(), u"/vsimem/none.geojson"_s,
                                u"/vsicurl/http://127.0.0.1:9/a.geojson"_s, u"http://127.0.0.1:9/a.geojson"_s,
                                u"PG:dbname=plans"_s, u"GeoJSON:{}"_s}) {
        const auto features = readFeatures(file);
        QVERIFY2(!features, qPrintable(file));
        QCOMPARE(features.error().code, Problem::Code::FileMissing);
    }
}

/// Files that send GDAL elsewhere. Nothing listens on port 9 here; what matters is that nobody asks.
void FeaturesTest::speaksToNobody_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("virtual layer") << u"remote.vrt"_s << R"(<OGRVRTDataSource><OGRVRTLayer name="a">
<SrcDataSource>/vsicurl/http://127.0.0.1:9/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>)"_ba;
    QTest::newRow("feature service") << u"service.xml"_s
                                     << "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>"_ba;
    QTest::newRow("address in a file") << u"address.geojson"_s << "http://127.0.0.1:9/a.geojson"_ba;
}

void FeaturesTest::speaksToNobody() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const auto features = readFeatures(write(name, content));
    QVERIFY(!features);
    QCOMPARE(features.error().code, Problem::Code::FormatUnreadable);
    QVERIFY2(!features.error().arguments[0].contains(u"connect"_s, Qt::CaseInsensitive),
             qPrintable(features.error().arguments[0]));
}

void FeaturesTest::readingChangesNothing() {
    const QByteArray content = collection(feature("{}", "Point", "[1,2]"));
    const QString file = write(u"kept.geojson"_s, content);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files);
    QVERIFY(readFeatures(file));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), before);
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
}

QTEST_GUILESS_MAIN(FeaturesTest)
#include "features_test.moc"
