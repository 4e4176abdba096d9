#include "maps/formats/plan_project.h"
#include "maps/geometry/planar.h"
#include "maps/geometry/zone_grid.h"
#include "maps/scene/plan_shapes.h"

#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

namespace bg = boost::geometry;

GeoPolygons rectangle(double west, double south, double east, double north) {
    GeoPolygon polygon;
    polygon.outer() = {GeoPoint(west, south), GeoPoint(east, south), GeoPoint(east, north), GeoPoint(west, north),
                       GeoPoint(west, south)};
    return {polygon};
}

} // namespace

class ZoneGridTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithBoost();
    void borderPointsHaveOneZone();
    void edgesGoEastAndNorth();
    void holesAndPartsCount();
    void overlapsGoToTheFirst();
    void nothingIsNowhere();

private:
    std::vector<GeoPolygons> m_districts;
    std::vector<const GeoPolygons*> m_pointers;
};

void ZoneGridTest::initTestCase() {
    const auto project = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    const auto shapes = decodeShapes(*project);
    for (const ZoneShape& zone : shapes->zones) {
        if (project->plan.zone(zone.code)->kind == Zone::Kind::District) {
            m_districts.push_back(zone.polygons);
        }
    }
    QCOMPARE(m_districts.size(), 13U);
    for (const GeoPolygons& district : m_districts) {
        m_pointers.push_back(&district);
    }
}

/// Half of the points anywhere, half within some metres of a border.
void ZoneGridTest::agreesWithBoost() {
    const ZoneGrid grid(m_pointers);
    std::vector<Polygons> planarDistricts;
    for (const GeoPolygons& district : m_districts) {
        planarDistricts.push_back(planar(district));
    }
    QRandomGenerator random(4);
    const auto at = [&](double from, double to) { return from + (to - from) * random.generateDouble(); };
    int found = 0;
    for (int i = 0; i < 4000; ++i) {
        Point point(at(118.2, 120.9), at(29.1, 30.7));
        if (i % 2 == 0) {
            const auto& ring = m_districts[static_cast<std::size_t>(i) % m_districts.size()].front().outer();
            const GeoPoint& vertex = ring[random.bounded(static_cast<quint32>(ring.size()))];
            point = Point(vertex.get<0>() + at(-1e-4, 1e-4), vertex.get<1>() + at(-1e-4, 1e-4));
        }
        int expected = -1;
        for (std::size_t zone = 0; zone < planarDistricts.size() && expected < 0; ++zone) {
            expected = bg::within(point, planarDistricts[zone]) ? static_cast<int>(zone) : -1;
        }
        QCOMPARE(grid.at(point.x(), point.y()), expected);
        found += expected >= 0;
    }
    QVERIFY(found > 1000);
}

/// Points exactly on the borders that neighbours share, vertices too: each district alone says yes to as many as all
/// together.
void ZoneGridTest::borderPointsHaveOneZone() {
    int inner = 0;
    for (const GeoPolygons& district : m_districts) {
        const auto& ring = district.front().outer();
        for (std::size_t i = 1; i < ring.size(); ++i) {
            for (const double part : {0.0, 0.5}) {
                const double x = ring[i - 1].get<0>() + part * (ring[i].get<0>() - ring[i - 1].get<0>());
                const double y = ring[i - 1].get<1>() + part * (ring[i].get<1>() - ring[i - 1].get<1>());
                int owners = 0;
                static const std::vector<ZoneGrid> alone = [this] {
                    std::vector<ZoneGrid> grids;
                    for (const GeoPolygons* each : m_pointers) {
                        grids.emplace_back(std::span(&each, 1));
                    }
                    return grids;
                }();
                for (const ZoneGrid& grid : alone) {
                    owners += grid.at(x, y) == 0;
                }
                QVERIFY2(owners <= 1, qPrintable(u"%1, %2: %3"_s.arg(x, 0, 'f', 9).arg(y, 0, 'f', 9).arg(owners)));
                inner += owners;
            }
        }
    }
    QVERIFY(inner > 1000);
}

void ZoneGridTest::edgesGoEastAndNorth() {
    const std::vector<GeoPolygons> shapes{rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1), rectangle(0, 1, 2, 2)};
    const std::vector<const GeoPolygons*> pointers{&shapes[0], &shapes[1], &shapes[2]};
    const ZoneGrid grid(pointers);
    QCOMPARE(grid.at(1, 0.5), 1);
    QCOMPARE(grid.at(0.5, 1), 2);
    QCOMPARE(grid.at(1, 1), 2);
    QCOMPARE(grid.at(0, 0), 0);
    QCOMPARE(grid.at(2, 0.5), -1); // there is nothing to the east
    QCOMPARE(grid.at(0.5, 2), -1);
}

void ZoneGridTest::holesAndPartsCount() {
    GeoPolygons shape = rectangle(0, 0, 4, 4);
    const GeoPolygons hole = rectangle(1, 1, 2, 2);
    shape.front().inners().push_back(hole.front().outer());
    shape.push_back(rectangle(6, 0, 7, 1).front());
    const std::vector<const GeoPolygons*> pointers{&shape, &hole};
    const ZoneGrid grid(pointers);
    QCOMPARE(grid.at(0.5, 0.5), 0);
    QCOMPARE(grid.at(1.5, 1.5), 1);
    QCOMPARE(grid.at(6.5, 0.5), 0);
    QCOMPARE(grid.at(5, 0.5), -1);
}

void ZoneGridTest::overlapsGoToTheFirst() {
    const std::vector<GeoPolygons> shapes{rectangle(1, 0, 3, 1), rectangle(0, 0, 2, 1)};
    const std::vector<const GeoPolygons*> pointers{&shapes[0], &shapes[1]};
    const ZoneGrid grid(pointers);
    QCOMPARE(grid.at(1.5, 0.5), 0);
    QCOMPARE(grid.at(0.5, 0.5), 1);
    QCOMPARE(grid.at(1.0000001, 0.5), 0);
}

void ZoneGridTest::nothingIsNowhere() {
    const ZoneGrid empty(std::span<const GeoPolygons* const>{});
    QCOMPARE(empty.at(120, 30), -1);
    const ZoneGrid grid(m_pointers);
    QCOMPARE(grid.at(NAN, 30), -1);
    QCOMPARE(grid.at(120, INFINITY), -1);
    QCOMPARE(grid.at(-1e300, 30), -1);
}

QTEST_GUILESS_MAIN(ZoneGridTest)
#include "zone_grid_test.moc"
