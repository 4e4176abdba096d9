#include "maps/geometry/geopackage_blob.h"
#include "maps/geometry/wkb.h"
#include "tests/maps/geometry/rectangle.h"

#include <boost/geometry/algorithms/equals.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace tiermap;

namespace {

GeoPolygons sample() {
    GeoPolygon polygon = rectangle(120, 30, 120.2, 30.2);
    polygon.inners().push_back(rectangularHole(120.05, 30.05, 120.1, 30.1));
    return {polygon, rectangle(121, 30, 121.25, 30.5)};
}

ShapeBlob header(const QByteArray& flags, const QByteArray& envelope) {
    return QByteArray::fromHex("475000") + flags + QByteArray::fromHex("8a110000") + envelope;
}

Result<GeoShape> decodeHexWkb(const QByteArray& hex) {
    return decodeShape(header(QByteArray(1, 1), {}) + QByteArray::fromHex(hex));
}

bool sameRing(const GeoPolygon::ring_type& one, const GeoPolygon::ring_type& other) {
    return std::ranges::equal(one, other, [](const GeoPoint& a, const GeoPoint& b) {
        return a.get<0>() == b.get<0>() && a.get<1>() == b.get<1>();
    });
}

} // namespace

class GeopackageBlobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesAreAsTheStandardSays();
    void polygonsComeBack();
    void linesComeBack();
    void pointsComeBack();
    void emptyShapesComeBack();
    void readsOtherSpellings_data();
    void readsOtherSpellings();
    void readsAllEnvelopes();
    void ringsAreTurnedAndClosed();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
    void everyPrefixIsRefused();
    void hugeCountsReserveNothing();
    void onlyPolygonsWhereAskedFor();
    void survivesMutations();
};

/// Worked out by hand from OGC 12-128r17, clause 2.1.3, and OGC 06-103r4, clause 8.
void GeopackageBlobTest::bytesAreAsTheStandardSays() {
    const ShapeBlob blob = encodeShape(GeoPoint(1, 2));
    const QByteArray one = QByteArray::fromHex("000000000000f03f");
    const QByteArray two = QByteArray::fromHex("0000000000000040");
    QCOMPARE(blob.toHex(), (QByteArray::fromHex("475000038a110000") + one + one + two + two +
                            QByteArray::fromHex("0101000000") + one + two)
                               .toHex());
    QVERIFY(encodeShape(sample()).startsWith(QByteArray::fromHex("475000038a110000")));
    QCOMPARE(encodeShape(sample()).mid(8 + 32, 9).toHex(), QByteArray("010600000002000000"));
    QCOMPARE(encodeShape(GeoPolygons()).toHex(), QByteArray("475000118a110000010600000000000000"));
}

void GeopackageBlobTest::polygonsComeBack() {
    const GeoPolygons before = sample();
    const Result<GeoPolygons> after = decodePolygons(encodeShape(before));
    QVERIFY(after);
    QCOMPARE(after->size(), 2U);
    QVERIFY(sameRing((*after)[0].outer(), before[0].outer()));
    QVERIFY(sameRing((*after)[0].inners().at(0), before[0].inners()[0]));
    QVERIFY(sameRing((*after)[1].outer(), before[1].outer()));
    QCOMPARE(encodeShape(*after), encodeShape(before));
}

void GeopackageBlobTest::linesComeBack() {
    const GeoLines lines{GeoLine{GeoPoint(120, 30), GeoPoint(121, 31)},
                         GeoLine{GeoPoint(1, 2), GeoPoint(3, 4), GeoPoint(5, 6)}};
    const Result<GeoShape> shape = decodeShape(encodeShape(lines));
    QVERIFY(shape);
    const auto* after = std::get_if<GeoLines>(&*shape);
    QVERIFY(after != nullptr);
    QCOMPARE(after->at(1).at(2).get<1>(), 6.0);
    QCOMPARE(encodeShape(*shape), encodeShape(lines));
}

void GeopackageBlobTest::pointsComeBack() {
    const Result<GeoShape> shape = decodeShape(encodeShape(GeoPoint(120.123456789, -0.5)));
    QVERIFY(shape);
    QCOMPARE(std::get<GeoPoint>(*shape).get<0>(), 120.123456789);
    QCOMPARE(std::get<GeoPoint>(*shape).get<1>(), -0.5);
}

void GeopackageBlobTest::emptyShapesComeBack() {
    QVERIFY(std::get<GeoPolygons>(decodeShape(encodeShape(GeoPolygons())).value()).empty());
    QVERIFY(std::get<GeoLines>(decodeShape(encodeShape(GeoLines())).value()).empty());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const ShapeBlob blob = encodeShape(GeoPoint(nan, nan));
    QCOMPARE(static_cast<int>(blob.at(3)), 0x11);
    QVERIFY(std::isnan(std::get<GeoPoint>(decodeShape(blob).value()).get<0>()));
}

void GeopackageBlobTest::readsOtherSpellings_data() {
    QTest::addColumn<QByteArray>("wkb");
    QTest::addColumn<QByteArray>("expected"); // as we write it, without header
    const QByteArray one = "000000000000f03f";
    const QByteArray two = "0000000000000040";
    const QByteArray point = "0101000000" + one + two;
    QTest::newRow("big-endian point") << QByteArray("00000000013ff00000000000004000000000000000") << point;
    QTest::newRow("ISO Z") << "01e9030000" + one + two + one << point;
    QTest::newRow("ISO M") << "01d1070000" + one + two + one << point;
    QTest::newRow("ISO ZM") << "01b90b0000" + one + two + one + two << point;
    QTest::newRow("EWKB Z") << "0101000080" + one + two + one << point;
    QTest::newRow("EWKB M") << "0101000040" + one + two + one << point;
    QTest::newRow("EWKB ZM") << "01010000c0" + one + two + one + two << point;
    QTest::newRow("EWKB with SRID") << "01010000208a110000" + one + two << point;
    QTest::newRow("a single point in a multi one") << "010400000001000000" + point << point;
    QTest::newRow("height is not a number") << "01e9030000" + one + two + "000000000000f87f" << point;

    const QByteArray points = "02000000" + one + one + two + two;
    const QByteArray line = "010500000001000000"
                            "0102000000" +
                            points;
    QTest::newRow("line string") << "0102000000" + points << line;
    QTest::newRow("line string in big-endian multi")
        << QByteArray("000000000500000001"
                      "000000000200000002"
                      "3ff00000000000003ff000000000000040000000000000004000000000000000")
        << line;
    QTest::newRow("mixed byte orders") << "000000000500000001"
                                          "0102000000" +
                                              points
                                       << line;
    QTest::newRow("empty line in multi") << "010500000002000000"
                                            "010200000000000000"
                                            "0102000000" +
                                                points
                                         << line;

    const QByteArray zero = "0000000000000000";
    const QByteArray ring = "01000000"
                            "04000000" +
                            zero + zero + one + zero + one + one + zero + zero;
    const QByteArray polygon = "010600000001000000"
                               "0103000000" +
                               ring;
    QTest::newRow("polygon") << "0103000000" + ring << polygon;
    QTest::newRow("multi polygon Z") << "01ee03000001000000"
                                        "01eb030000"
                                        "01000000"
                                        "04000000" +
                                            zero + zero + two + one + zero + two + one + one + two + zero + zero + two
                                     << polygon;
    QTest::newRow("empty polygon") << QByteArray("010300000000000000") << QByteArray("010600000000000000");
}

void GeopackageBlobTest::readsOtherSpellings() {
    QFETCH(QByteArray, wkb);
    QFETCH(QByteArray, expected);
    const Result<GeoShape> shape = decodeHexWkb(wkb);
    QVERIFY2(shape, shape ? "" : qPrintable(shape.error().arguments.join(u' ')));
    QCOMPARE(encodeWkb(*shape).toHex(), expected);
}

void GeopackageBlobTest::readsAllEnvelopes() {
    const QByteArray wkb = encodeWkb(GeoPoint(1, 2));
    for (const auto& [code, numbers] : {std::pair(0, 0), {1, 4}, {2, 6}, {3, 6}, {4, 8}}) {
        for (const int littleEndian : {0, 1}) {
            const QByteArray flags(1, static_cast<char>(code << 1 | littleEndian));
            QVERIFY(decodeShape(header(flags, QByteArray(numbers * 8, '\0')) + wkb));
            QVERIFY(!decodeShape(header(flags, QByteArray(numbers * 8 + 1, '\0')) + wkb));
        }
    }
    for (const char flags : {'\x0b', '\x0d', '\x0f', '\x21'}) { // reserved envelope codes; extended geometry
        QVERIFY(!decodeShape(header(QByteArray(1, flags), QByteArray(64, '\0')) + wkb));
    }
}

void GeopackageBlobTest::ringsAreTurnedAndClosed() {
    GeoPolygon turned = sample()[0];
    std::ranges::reverse(turned.outer());
    std::ranges::reverse(turned.inners()[0]);
    Result<GeoPolygons> after = decodePolygons(encodeShape(GeoPolygons{turned}));
    QVERIFY(after);
    QVERIFY(sameRing(after->front().outer(), sample()[0].outer()));
    QVERIFY(sameRing(after->front().inners()[0], sample()[0].inners()[0]));
    GeoPolygon open = rectangle(120, 30, 121, 31);
    open.outer().pop_back();
    after = decodePolygons(encodeShape(GeoPolygons{open}));
    QVERIFY(sameRing(after->front().outer(), rectangle(120, 30, 121, 31).outer()));
}

void GeopackageBlobTest::refusesWhatIsMalformed_data() {
    QTest::addColumn<QByteArray>("wkb");
    const QByteArray one = "000000000000f03f";
    const QByteArray nan = "000000000000f87f";
    const QByteArray infinity = "000000000000f07f";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("byte order") << "0201000000" + one + one;
    QTest::newRow("type 0") << "0100000000" + one + one;
    QTest::newRow("geometry collection") << QByteArray("010700000000000000");
    QTest::newRow("curve") << QByteArray("010800000000000000");
    QTest::newRow("type 4001") << "01a10f0000" + one + one;
    QTest::newRow("two dimensions too many") << "01e9030080" + one + one + one + one;
    QTest::newRow("infinite point") << "0101000000" + infinity + one;
    QTest::newRow("half a point") << "0101000000" + nan + one;
    QTest::newRow("line to nowhere") << "010200000002000000" + one + one + nan + nan;
    QTest::newRow("a multi in a multi") << QByteArray("010600000001000000"
                                                      "010600000000000000");
    QTest::newRow("a line in a polygon") << QByteArray("010600000001000000"
                                                       "010200000000000000");
    QTest::newRow("two points") << "010400000002000000"
                                   "0101000000" +
                                       one + one + "0101000000" + one + one;
    QTest::newRow("left over") << "0101000000" + one + one + "00";
    QTest::newRow("deep nesting") << QByteArray("010700000001000000").repeated(10'000);
}

void GeopackageBlobTest::refusesWhatIsMalformed() {
    QFETCH(QByteArray, wkb);
    const Result<GeoShape> shape = decodeHexWkb(wkb);
    QVERIFY(!shape);
    QCOMPARE(shape.error().code, Problem::Code::GeometryInvalid);
    QCOMPARE(shape.error().arguments.size(), 2);
    QVERIFY(!shape.error().arguments[1].isEmpty());
}

void GeopackageBlobTest::everyPrefixIsRefused() {
    const ShapeBlob blob = encodeShape(sample());
    for (qsizetype size = 0; size < blob.size(); ++size) {
        QVERIFY(!decodeShape(blob.first(size)));
    }
    QVERIFY(!decodeShape(blob + '\0'));
    QVERIFY(!decodeShape("GX" + blob.mid(2)));
    QVERIFY(!decodeShape(blob.first(2) + '\1' + blob.mid(3)));
}

void GeopackageBlobTest::hugeCountsReserveNothing() {
    for (const QByteArray& wkb : {QByteArray("0102000000ffffffff"), QByteArray("0103000000ffffffff"),
                                  QByteArray("0106000000ffffffff"), QByteArray("010300000001000000ffffffff"),
                                  QByteArray("0103000000ffffff0f"
                                             "00000000"),
                                  QByteArray("010600000001000000"
                                             "0103000000"
                                             "01000000"
                                             "ffffff7f")}) {
        QVERIFY(!decodeHexWkb(wkb));
    }
}

void GeopackageBlobTest::onlyPolygonsWhereAskedFor() {
    QCOMPARE(decodePolygons(encodeShape(GeoPoint(1, 2))).error().code, Problem::Code::GeometryInvalid);
    QCOMPARE(decodePolygons(QByteArray()).error().code, Problem::Code::GeometryInvalid);
}

/// Whatever is decoded must be sound enough to be written again.
void GeopackageBlobTest::survivesMutations() {
    std::mt19937 random(20260521);
    const GeoLines lines{GeoLine{GeoPoint(120, 30), GeoPoint(121, 31), GeoPoint(122, 30)}};
    int accepted = 0;
    const int rounds = 20'000;
    for (const ShapeBlob& original : {encodeShape(sample()), encodeShape(lines), encodeShape(GeoPoint(120, 30))}) {
        for (int round = 0; round < rounds; ++round) {
            ShapeBlob blob = original;
            const auto changes = 1 + random() % 4;
            for (unsigned i = 0; i < changes; ++i) {
                // Half of the time where it hurts: in the headers, types and counts at the start.
                const auto range =
                    static_cast<std::size_t>(random() % 2 == 0 ? std::min<qsizetype>(blob.size(), 64) : blob.size());
                blob[static_cast<qsizetype>(random() % range)] = static_cast<char>(random());
            }
            if (random() % 4 == 0) {
                blob.truncate(static_cast<qsizetype>(random() % static_cast<std::size_t>(blob.size())));
            }
            if (const Result<GeoShape> shape = decodeShape(blob)) {
                ++accepted;
                QVERIFY(decodeShape(encodeShape(*shape)));
            }
        }
    }
    qInfo("%d of %d mutated blobs are still shapes", accepted, 3 * rounds);
    QVERIFY(accepted > 0 && accepted < 3 * rounds);
}

QTEST_APPLESS_MAIN(GeopackageBlobTest)
#include "geopackage_blob_test.moc"
