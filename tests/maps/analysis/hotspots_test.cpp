#include "maps/analysis/hotspots.h"
#include "maps/formats/plan_project.h"
#include "maps/scene/plan_shapes.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class HotspotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hangzhousDistrictsHaveTheirNeighbours();
    void highValuesTogetherAreHot();
    void fewNeighboursCanNeverTell();
    void zonesWithoutANumberAreNobodysNeighbours();

private:
    const Hotspot& zone(const QList<Hotspot>& zones, const char* code) const {
        return *std::ranges::find(zones, QString::fromLatin1(code), &Hotspot::zone);
    }

    PlanShapes m_shapes;
    QStringList m_codes;
};

void HotspotsTest::initTestCase() {
    const auto project = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    m_shapes = *decodeShapes(*project);
    for (const Zone& zone : project->plan.layoutZones()) {
        if (zone.kind == Zone::Kind::District) {
            m_codes << zone.code;
        }
    }
    QCOMPARE(m_codes.size(), 13);
}

void HotspotsTest::hangzhousDistrictsHaveTheirNeighbours() {
    QHash<QString, double> numbers;
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        numbers.insert(m_codes[i], static_cast<double>(i * i));
    }
    const auto zones = hotspots(m_codes, numbers, m_shapes.borders);
    QCOMPARE(zones.size(), 13);
    QCOMPARE(zone(zones, "330127").neighbours, 3); // 淳安: 临安, 桐庐, 建德
    QCOMPARE(zone(zones, "330182").neighbours, 2); // 建德: 淳安, 桐庐
    QVERIFY(zone(zones, "330127").gi->pseudoP.exact);
    QCOMPARE(zone(zones, "330127").gi->pseudoP.leastP, 1.0 / 220); // C(12, 3)
}

/// The five of the west, which share borders, against all others.
void HotspotsTest::highValuesTogetherAreHot() {
    QHash<QString, double> numbers;
    const QStringList west{u"330111"_s, u"330112"_s, u"330122"_s, u"330127"_s, u"330182"_s};
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        numbers.insert(m_codes[i], (west.contains(m_codes[i]) ? 100 : 0) + static_cast<double>(i));
    }
    const auto zones = hotspots(m_codes, numbers, m_shapes.borders);
    QCOMPARE(spotOf(zone(zones, "330127")), Spot::Hot);
    QVERIFY(zone(zones, "330127").moran->quadrant == MoranQuadrant::HighHigh);
    for (const Hotspot& each : zones) {
        QVERIFY(each.giAdjusted >= each.gi->pseudoP.p);
        QVERIFY(spotOf(each) != Spot::Hot || each.gi->score > 0);
        QVERIFY(spotOf(each) != Spot::Cold || each.gi->score < 0);
        QVERIFY(west.contains(each.zone) || spotOf(each) != Spot::Hot);
    }
}

void HotspotsTest::fewNeighboursCanNeverTell() {
    const QStringList codes{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    const std::vector<Border> borders{
        {{}, u"a"_s, u"b"_s}, {{}, u"b"_s, u"c"_s}, {{}, u"c"_s, u"d"_s}, {{}, u"a"_s, {}}};
    const auto zones = hotspots(codes, {{u"a"_s, 9}, {u"b"_s, 8}, {u"c"_s, 1}, {u"d"_s, 2}}, borders);
    QCOMPARE(zone(zones, "a").gi->pseudoP.leastP, 1.0 / 3);
    for (const Hotspot& each : zones) {
        QCOMPARE(spotOf(each), Spot::Never);
    }
}

void HotspotsTest::zonesWithoutANumberAreNobodysNeighbours() {
    const QStringList codes{u"a"_s, u"b"_s, u"c"_s};
    const std::vector<Border> borders{{{}, u"a"_s, u"b"_s}, {{}, u"b"_s, u"c"_s}};
    const auto zones = hotspots(codes, {{u"a"_s, 9}, {u"c"_s, 1}}, borders);
    QCOMPARE(zones.size(), 2);
    QCOMPARE(zones[0].neighbours, 0);
    QVERIFY(!zones[0].gi && !zones[0].moran); // an island: nothing can be said
    QCOMPARE(spotOf(zones[0]), Spot::None);
}

QTEST_GUILESS_MAIN(HotspotsTest)
#include "hotspots_test.moc"
