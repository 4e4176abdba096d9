#include "maps/analysis/hexagon_spots.h"
#include "maps/formats/plan_project.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class HexagonSpotsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Project m_project;
    PlanShapes m_shapes;

    RegisterPoints pointsOf(const QByteArray& csv) const {
        QFile file(m_folder.filePath(u"points.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("经度,纬度\n" + csv);
        file.close();
        const auto read = loadRegister(m_project, m_shapes, file.fileName(), {});
        return read ? *read : RegisterPoints();
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = *readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
        m_shapes = *decodeShapes(m_project);
    }

    /// Rows crowded in one place, over a thin scatter everywhere: the place is hot, and nothing far from it is.
    void aCrowdIsHot() {
        QRandomGenerator random(7);
        QByteArray csv;
        const auto add = [&](double x, double y) {
            csv += QByteArray::number(x, 'f', 5) + ',' + QByteArray::number(y, 'f', 5) + '\n';
        };
        for (int i = 0; i < 1500; ++i)
            add(118.4 + 2.3 * random.generateDouble(), 29.2 + 1.3 * random.generateDouble());
        for (int i = 0; i < 600; ++i)
            add(120.15 + 0.08 * random.generateDouble(), 30.2 + 0.08 * random.generateDouble());
        const RegisterPoints points = pointsOf(csv);
        const auto found = hexagonSpots(m_project.plan, m_shapes, points, {}, 5000);
        QVERIFY(found);
        // The city has 16,850 km2, a hexagon 21.65 km2.
        QVERIFY2(found->hexagons.size() > 700 && found->hexagons.size() < 900,
                 QByteArray::number(qsizetype(found->hexagons.size())));
        double sum = 0;
        int hot = 0;
        for (const HexagonSpot& hexagon : found->hexagons) {
            sum += hexagon.spot.value;
            QVERIFY(hexagon.spot.neighbours <= 6);
            if (spotOf(hexagon.spot) != Spot::Hot)
                continue;
            ++hot;
            QVERIFY(std::abs(hexagon.middle.get<0>() - 120.19) < 0.2);
            QVERIFY(std::abs(hexagon.middle.get<1>() - 30.24) < 0.2);
        }
        QVERIFY(hot >= 2);
        QCOMPARE(qint64(sum), found->places); // every row in the city is in one hexagon
        qint64 inCity = 0;
        for (const ZoneCount& zone : points.count.zones) {
            if (m_project.plan.zone(zone.code)->kind == Zone::Kind::District)
                inCity += zone.count;
        }
        QCOMPARE(found->places, inCity);
        const auto again = hexagonSpots(m_project.plan, m_shapes, points, {}, 5000);
        for (std::size_t i = 0; i < again->hexagons.size(); ++i)
            QCOMPARE(again->hexagons[i].spot.giAdjusted, found->hexagons[i].spot.giAdjusted);
        for (const HexagonSpot& hexagon : found->hexagons)
            QCOMPARE(hexagonAt(*found, hexagon.middle), &hexagon);
        QVERIFY(!hexagonAt(*found, GeoPoint(110, 30)));
    }

    void itCanBeStopped() {
        int asked = 0;
        const auto stopped = hexagonSpots(m_project.plan, m_shapes, pointsOf("120.2,30.2\n120.3,30.3\n"), {}, 5000, {},
                                          [&] { return ++asked < 10; });
        QVERIFY(!stopped);
        QCOMPARE(int(stopped.error().code), int(Problem::Code::Cancelled));
        QVERIFY2(asked < 20, QByteArray::number(asked)); // it did not go on with the rest
    }

    /// Few rows in one place ask for less than the plan allows; those that are far apart for about a thousand hexagons.
    void aWidthIsSuggested() {
        const RegisterPoints near = pointsOf("120.200,30.200\n120.201,30.201\n");
        const double least = suggestedHexagonWidth(m_shapes, near);
        QVERIFY(hexagonSpots(m_project.plan, m_shapes, near, {}, least));
        QCOMPARE(suggestedHexagonWidth(m_shapes, pointsOf("120.2,30.2\n10,10\n")),
                 least); // those elsewhere do not count
        const double wide = suggestedHexagonWidth(m_shapes, pointsOf("118.9,29.6\n120.3,30.4\n"));
        QVERIFY(wide > least);
        QCOMPARE(wide, std::round(wide / 500) * 500);
        // 136 km by 89 km and some: 12,100 km2, hexagons of 12.1 km2
        QVERIFY2(wide >= 3500 && wide <= 4000, QByteArray::number(wide));
    }

    /// Where all hexagons have the same, nothing is a spot.
    void nothingIsNoSpot() {
        const auto found = hexagonSpots(m_project.plan, m_shapes, pointsOf("121.9,29.9\n"), {}, 10000);
        QVERIFY(found);
        QCOMPARE(found->places, 0);
        for (const HexagonSpot& hexagon : found->hexagons) {
            QCOMPARE(hexagon.spot.value, 0.0);
            QCOMPARE(int(spotOf(hexagon.spot)), int(Spot::None));
        }
    }

    void widthsThatCannotBe_data() {
        QTest::addColumn<double>("width");
        QTest::newRow("none") << 0.0;
        QTest::newRow("negative") << -5.0;
        QTest::newRow("no number") << std::nan("");
        QTest::newRow("too many") << 1000.0;
        QTest::newRow("far too many") << 1.0;
    }

    void widthsThatCannotBe() {
        QFETCH(double, width);
        const auto found = hexagonSpots(m_project.plan, m_shapes, pointsOf("120.2,30.2\n"), {}, width);
        QVERIFY(!found);
        QCOMPARE(int(found.error().code), int(Problem::Code::OutOfRange));
        QCOMPARE(found.error().field, u"width"_s);
    }
};

QTEST_GUILESS_MAIN(HexagonSpotsTest)
#include "hexagon_spots_test.moc"
