#include "maps/geometry/gcj02.h"
#include "maps/geometry/measure.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tiermap;

class Gcj02Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithPublishedPairs_data();
    void agreesWithPublishedPairs();
    void shiftsHangzhouAsComputed_data();
    void shiftsHangzhouAsComputed();
    void theShiftPointsEastAndSouth();
    void roundTripIsExact();
    void oneSubtractionWouldNotDo();
    void outsideOfChinaNothingMoves();
    void theEdgeOfTheRectangleIsInverted();
    void whatIsNotANumberStaysSo();
};

/// The test data of googollee/eviltransform, which all ports of the formula share (WGS 84, then GCJ-02; latitude first
/// there).
void Gcj02Test::agreesWithPublishedPairs_data() {
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("shiftedLongitude");
    QTest::addColumn<double>("shiftedLatitude");
    QTest::newRow("Shanghai") << 121.5272106 << 31.1774276 << 121.531541859215 << 31.17530398364597;
    QTest::newRow("Shenzhen") << 113.912316 << 22.543847 << 113.9171764808363 << 22.540796131694766;
    QTest::newRow("Beijing") << 116.377817 << 39.911954 << 116.38404722455657 << 39.91334545536069;
}

void Gcj02Test::agreesWithPublishedPairs() {
    QFETCH(double, longitude);
    QFETCH(double, latitude);
    QFETCH(double, shiftedLongitude);
    QFETCH(double, shiftedLatitude);
    const GeoPoint gcj02 = gcj02FromWgs84(GeoPoint(longitude, latitude));
    QCOMPARE_LT(std::abs(gcj02.get<0>() - shiftedLongitude), 1e-9);
    QCOMPARE_LT(std::abs(gcj02.get<1>() - shiftedLatitude), 1e-9);
    const GeoPoint back = wgs84FromGcj02(GeoPoint(shiftedLongitude, shiftedLatitude));
    QCOMPARE_LT(std::abs(back.get<0>() - longitude), 1e-9);
    QCOMPARE_LT(std::abs(back.get<1>() - latitude), 1e-9);
}

/// Computed independently (Python) before this code was written; the districts are rough places, hence the tolerance.
void Gcj02Test::shiftsHangzhouAsComputed_data() {
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("metres");
    QTest::newRow("Binjiang") << 120.2 << 30.2 << 513.0;
    QTest::newRow("Yuhang") << 119.98 << 30.28 << 526.0;
    QTest::newRow("Tonglu") << 119.68 << 29.8 << 545.0;
    QTest::newRow("Chun'an") << 119.04 << 29.61 << 567.0;
}

void Gcj02Test::shiftsHangzhouAsComputed() {
    QFETCH(double, longitude);
    QFETCH(double, latitude);
    QFETCH(double, metres);
    const GeoPoint wgs84(longitude, latitude);
    const double shift = distanceMetres(wgs84, gcj02FromWgs84(wgs84));
    qInfo("%.1f m", shift);
    QCOMPARE_LT(std::abs(shift - metres), 5.0);
}

void Gcj02Test::theShiftPointsEastAndSouth() {
    const GeoPoint wgs84(120.2, 30.2);
    const GeoPoint gcj02 = gcj02FromWgs84(wgs84);
    const double east = distanceMetres(wgs84, GeoPoint(gcj02.get<0>(), 30.2));
    const double south = distanceMetres(wgs84, GeoPoint(120.2, gcj02.get<1>()));
    qInfo("%.1f m east, %.1f m south", east, south);
    QVERIFY(gcj02.get<0>() > 120.2 && gcj02.get<1>() < 30.2);
    QCOMPARE_LT(std::abs(east - 436), 5.0);
    QCOMPARE_LT(std::abs(south - 269), 5.0);
}

void Gcj02Test::roundTripIsExact() {
    double worst = 0;
    for (double longitude = 72.1; longitude < 137.8; longitude += 0.37) {
        for (double latitude = 0.9; latitude < 55.8; latitude += 0.41) {
            const GeoPoint wgs84(longitude, latitude);
            const GeoPoint back = wgs84FromGcj02(gcj02FromWgs84(wgs84));
            worst = std::max({worst, std::abs(back.get<0>() - longitude), std::abs(back.get<1>() - latitude)});
        }
    }
    qInfo("largest error %.1e degree", worst);
    QCOMPARE_LT(worst, 1e-9);
}

void Gcj02Test::oneSubtractionWouldNotDo() {
    const GeoPoint wgs84(120.2, 30.2);
    const GeoPoint gcj02 = gcj02FromWgs84(wgs84);
    const GeoPoint again = gcj02FromWgs84(gcj02);
    const GeoPoint once(2 * gcj02.get<0>() - again.get<0>(), 2 * gcj02.get<1>() - again.get<1>());
    QCOMPARE_GT(distanceMetres(once, wgs84), 0.5);
    QCOMPARE_LT(distanceMetres(wgs84FromGcj02(gcj02), wgs84), 0.001);
}

void Gcj02Test::outsideOfChinaNothingMoves() {
    for (const GeoPoint& place : {GeoPoint(-0.1276, 51.5072), GeoPoint(151.2, -33.9), GeoPoint(72.0, 30),
                                  GeoPoint(137.9, 30), GeoPoint(100, 0.8), GeoPoint(100, 55.9), GeoPoint(0, 90)}) {
        for (const GeoPoint& moved : {gcj02FromWgs84(place), wgs84FromGcj02(place)}) {
            QVERIFY(moved.get<0>() == place.get<0>() && moved.get<1>() == place.get<1>());
        }
    }
}

void Gcj02Test::theEdgeOfTheRectangleIsInverted() {
    const GeoPoint wgs84(137.834, 30); // moves out of the rectangle
    const GeoPoint gcj02 = gcj02FromWgs84(wgs84);
    QVERIFY(gcj02.get<0>() > 137.8347);
    QCOMPARE_LT(std::abs(wgs84FromGcj02(gcj02).get<0>() - 137.834), 1e-9);
}

void Gcj02Test::whatIsNotANumberStaysSo() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(gcj02FromWgs84(GeoPoint(nan, 30)).get<0>()));
    QVERIFY(std::isnan(wgs84FromGcj02(GeoPoint(nan, nan)).get<1>()));
}

QTEST_APPLESS_MAIN(Gcj02Test)
#include "gcj02_test.moc"
