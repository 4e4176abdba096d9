#include "maps/geometry/measure.h"
#include "maps/geometry/topology.h"
#include "tests/maps/geometry/rectangle.h"

#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

const Border* between(const std::vector<Border>& borders, const QString& left, const QString& right) {
    for (const Border& border : borders) {
        if (border.left == left && border.right == right) {
            return &border;
        }
    }
    return nullptr;
}

bool isClosed(const GeoLine& line) {
    return line.front().get<0>() == line.back().get<0>() && line.front().get<1>() == line.back().get<1>();
}

double ringLengths(const std::vector<ZoneShape>& zones) {
    double sum = 0;
    for (const ZoneShape& zone : zones) {
        for (const GeoPolygon& polygon : zone.polygons) {
            sum += lengthMetres(GeoLine(polygon.outer().begin(), polygon.outer().end()));
            for (const GeoPolygon::ring_type& hole : polygon.inners()) {
                sum += lengthMetres(GeoLine(hole.begin(), hole.end()));
            }
        }
    }
    return sum;
}

/// Every shared stretch belongs to two rings.
double borderLengths(const std::vector<Border>& borders) {
    double sum = 0;
    for (const Border& border : borders) {
        sum += lengthMetres(border.line) * (border.right.isEmpty() ? 1 : 2);
    }
    return sum;
}

/// Whether the place a little to the left of the line's first edge lies in the rectangle.
bool hasOnItsLeft(const GeoLine& line, double west, double south, double east, double north) {
    const double dx = line[1].get<0>() - line[0].get<0>();
    const double dy = line[1].get<1>() - line[0].get<1>();
    const double x = (line[0].get<0>() + line[1].get<0>()) / 2 - dy * 1e-3;
    const double y = (line[0].get<1>() + line[1].get<1>()) / 2 + dx * 1e-3;
    return x > west && x < east && y > south && y < north;
}

} // namespace

class TopologyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSingleZoneIsAnIsland();
    void twoSquaresShareOneEdge();
    void threeZonesMeetInAPoint();
    void aHoleFilledByAnotherZone();
    void anEmptyHoleBordersTheOutside();
    void zonesThatTouchInAPointBreakThere();
    void partsOfOneZoneHaveNoBorder();
    void orderIsStable();
    void nothingGivesNothing();
    void zeroHasOneSign();
    void overlapsDoNotDrawTwice();
};

void TopologyTest::aSingleZoneIsAnIsland() {
    const auto borders = sharedBorders({{u"a"_s, {rectangle(120, 30, 121, 31)}}});
    QCOMPARE(borders.size(), 1U);
    QCOMPARE(borders[0].line.size(), 5U);
    QVERIFY(isClosed(borders[0].line));
    QCOMPARE(borders[0].left, u"a"_s);
    QVERIFY(borders[0].right.isEmpty());
}

void TopologyTest::twoSquaresShareOneEdge() {
    const std::vector<ZoneShape> zones{{u"a"_s, {rectangle(120, 30, 121, 31)}},
                                       {u"b"_s, {rectangle(121, 30, 122, 31)}}};
    const auto borders = sharedBorders(zones);
    QCOMPARE(borders.size(), 3U);
    const Border* shared = between(borders, u"a"_s, u"b"_s);
    QVERIFY(shared != nullptr);
    QCOMPARE(shared->line.size(), 2U);
    QVERIFY(hasOnItsLeft(shared->line, 120, 30, 121, 31));
    QCOMPARE(between(borders, u"a"_s, {})->line.size(), 4U);
    QCOMPARE(between(borders, u"b"_s, {})->line.size(), 4U);
    QVERIFY(hasOnItsLeft(between(borders, u"b"_s, {})->line, 121, 30, 122, 31));
    QCOMPARE_LT(std::abs(borderLengths(borders) / ringLengths(zones) - 1), 1e-12);
}

void TopologyTest::threeZonesMeetInAPoint() {
    const std::vector<ZoneShape> zones{
        {u"a"_s, {polygonThrough({{120, 30}, {122, 30}, {122, 31}, {121, 31}, {120, 31}})}},
        {u"b"_s, {rectangle(120, 31, 121, 32)}},
        {u"c"_s, {rectangle(121, 31, 122, 32)}}};
    const auto borders = sharedBorders(zones);
    QCOMPARE(borders.size(), 6U); // three to the outside, three between
    for (const auto& [left, right] :
         {std::pair(u"a"_s, u"b"_s), std::pair(u"a"_s, u"c"_s), std::pair(u"b"_s, u"c"_s)}) {
        const Border* border = between(borders, left, right);
        QVERIFY(border != nullptr);
        QCOMPARE(border->line.size(), 2U);
    }
    QCOMPARE_LT(std::abs(borderLengths(borders) / ringLengths(zones) - 1), 1e-12);
}

void TopologyTest::aHoleFilledByAnotherZone() {
    GeoPolygon around = rectangle(120, 30, 123, 33);
    around.inners().push_back(rectangularHole(121, 31, 122, 32));
    const std::vector<ZoneShape> zones{{u"around"_s, {around}}, {u"island"_s, {rectangle(121, 31, 122, 32)}}};
    const auto borders = sharedBorders(zones);
    QCOMPARE(borders.size(), 2U);
    const Border* shore = between(borders, u"around"_s, u"island"_s);
    QVERIFY(shore != nullptr);
    QVERIFY(isClosed(shore->line));
    QCOMPARE(shore->line.size(), 5U);
    QVERIFY(!hasOnItsLeft(shore->line, 121, 31, 122, 32));
}

void TopologyTest::anEmptyHoleBordersTheOutside() {
    GeoPolygon around = rectangle(120, 30, 123, 33);
    around.inners().push_back(rectangularHole(121, 31, 122, 32));
    const auto borders = sharedBorders({{u"a"_s, {around}}});
    QCOMPARE(borders.size(), 2U);
    QVERIFY(borders[1].right.isEmpty() && isClosed(borders[1].line));
    QVERIFY(!hasOnItsLeft(borders[1].line, 121, 31, 122, 32));
}

void TopologyTest::zonesThatTouchInAPointBreakThere() {
    const std::vector<ZoneShape> zones{{u"a"_s, {rectangle(120, 30, 121, 31)}},
                                       {u"b"_s, {rectangle(121, 31, 122, 32)}}};
    const auto borders = sharedBorders(zones);
    QCOMPARE(borders.size(), 2U);
    for (const Border& border : borders) {
        QVERIFY(isClosed(border.line)); // from the junction back to it
        QCOMPARE(border.line.front().get<0>(), 121.0);
        QCOMPARE(border.line.front().get<1>(), 31.0);
    }
}

void TopologyTest::partsOfOneZoneHaveNoBorder() {
    const std::vector<ZoneShape> zones{{u"a"_s, {rectangle(120, 30, 121, 31), rectangle(121, 30, 122, 31)}}};
    const auto borders = sharedBorders(zones);
    QCOMPARE(borders.size(), 1U);
    QCOMPARE(borders[0].line.size(), 7U);
}

void TopologyTest::orderIsStable() {
    const std::vector<ZoneShape> zones{{u"a"_s, {rectangle(120, 30, 121, 31)}},
                                       {u"b"_s, {rectangle(121, 30, 122, 31)}},
                                       {u"c"_s, {rectangle(120, 31, 121, 32)}}};
    const auto first = sharedBorders(zones);
    const auto second = sharedBorders(zones);
    QCOMPARE(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].left, second[i].left);
        QCOMPARE(first[i].right, second[i].right);
        QCOMPARE(first[i].line.size(), second[i].line.size());
        QCOMPARE(first[i].line.front().get<0>(), second[i].line.front().get<0>());
    }
    QCOMPARE(first.front().left, u"a"_s); // the first zone's borders come first
}

void TopologyTest::nothingGivesNothing() {
    QVERIFY(sharedBorders({}).empty());
    QVERIFY(sharedBorders({{u"a"_s, {}}}).empty());
    QVERIFY(sharedBorders({{u"a"_s, {GeoPolygon()}}}).empty());
}

void TopologyTest::zeroHasOneSign() {
    const auto borders = sharedBorders({{u"a"_s, {rectangle(-1, 0, -0.0, 1)}}, {u"b"_s, {rectangle(0.0, -0.0, 1, 1)}}});
    QVERIFY(between(borders, u"a"_s, u"b"_s) != nullptr);
}

/// Not allowed, but a broken file must end in a picture, not in a loop.
void TopologyTest::overlapsDoNotDrawTwice() {
    const GeoPolygon same = rectangle(120, 30, 121, 31);
    const auto borders = sharedBorders({{u"a"_s, {same}}, {u"b"_s, {same}}, {u"c"_s, {same}}});
    QCOMPARE(borders.size(), 1U);
    QCOMPARE(borders[0].line.size(), 5U);
}

QTEST_APPLESS_MAIN(TopologyTest)
#include "topology_test.moc"
