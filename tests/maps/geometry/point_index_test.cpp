#include "maps/geometry/point_index.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace tiermap;

class PointIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsInOneGroup_data();
    void everyPlaceIsInOneGroup();
    void groupsLieApart();
    void zoomingInSplitsThem();
    void aBoxHasItsPlaces();
    void manyAtOneSpotStayOneGroup();
    void filteringKeepsTheRest();
    void whatIsNowhereIsLeftOut();

private:
    using Places = std::vector<std::pair<double, double>>;

    /// Clumps over Hangzhou and some places far away.
    static Places clumps(int count) {
        QRandomGenerator random(7);
        Places places;
        for (int i = 0; i < count; ++i) {
            const double spread = i % 10 == 0 ? 2 : 0.05;
            const double middle = 120 + 0.1 * (i % 3);
            places.emplace_back(middle + spread * (random.generateDouble() - 0.5),
                                30.2 + spread * (random.generateDouble() - 0.5));
        }
        places.emplace_back(-70, -33);
        places.emplace_back(179.99, 84.9);
        return places;
    }
    static double mercator(double latitude) {
        const double phi = latitude * M_PI / 180;
        return std::asinh(std::tan(phi)) * 180 / M_PI;
    }
};

void PointIndexTest::everyPlaceIsInOneGroup_data() {
    QTest::addColumn<double>("apart");
    for (const double apart : {1e-9, 0.001, 0.03, 0.5, 20.0, 500.0}) {
        QTest::addRow("%g", apart) << apart;
    }
}

void PointIndexTest::everyPlaceIsInOneGroup() {
    QFETCH(const double, apart);
    const Places places = clumps(3000);
    const PointIndex index(places);
    QCOMPARE(index.size(), places.size());
    std::set<std::uint32_t> seen;
    for (const PointIndex::Group& group : index.groups({}, apart)) {
        const auto members = index.members(group);
        QCOMPARE(static_cast<std::int64_t>(members.size()), group.count);
        double x = 0;
        double y = 0;
        for (const std::uint32_t member : members) {
            QVERIFY(seen.insert(member).second);
            x += places[member].first;
            y += mercator(places[member].second);
        }
        const auto count = static_cast<double>(members.size());
        QVERIFY(std::abs(group.middle.get<0>() - x / count) < 1e-6);
        QVERIFY(std::abs(mercator(group.middle.get<1>()) - y / count) < 1e-6);
    }
    QCOMPARE(seen.size(), places.size());
}

void PointIndexTest::groupsLieApart() {
    const PointIndex index(clumps(3000));
    constexpr double apart = 0.02;
    const auto groups = index.groups({}, apart);
    QVERIFY(groups.size() > 20);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double dx = groups[i].middle.get<0>() - groups[j].middle.get<0>();
            const double dy = mercator(groups[i].middle.get<1>()) - mercator(groups[j].middle.get<1>());
            QVERIFY(std::hypot(dx, dy) > apart * (1 - 1e-6));
        }
    }
}

void PointIndexTest::zoomingInSplitsThem() {
    const PointIndex index(clumps(3000));
    std::size_t before = 0;
    for (const double apart : {5.0, 0.5, 0.05, 0.005, 0.0005}) {
        const auto groups = index.groups({}, apart);
        QVERIFY(groups.size() > before);
        before = groups.size();
    }
}

void PointIndexTest::aBoxHasItsPlaces() {
    const Places places = clumps(3000);
    const PointIndex index(places);
    const DegreeBox box{.west = 120, .south = 30.19, .east = 120.02, .north = 30.22};
    std::set<std::uint32_t> found;
    for (const PointIndex::Group& group : index.groups(box, 0.001)) {
        for (const std::uint32_t member : index.members(group)) {
            found.insert(member);
            const auto [x, y] = places[member];
            QVERIFY(x > box.west - 0.001 && x < box.east + 0.001 && y > box.south - 0.001 && y < box.north + 0.001);
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [x, y] = places[i];
        const bool within = x >= box.west && x <= box.east && y >= box.south && y <= box.north;
        QVERIFY(!within || found.contains(static_cast<std::uint32_t>(i)));
    }
}

void PointIndexTest::manyAtOneSpotStayOneGroup() {
    const PointIndex index(Places(200'000, {120.2, 30.2}));
    const auto groups = index.groups({}, 1e-9);
    QCOMPARE(groups.size(), 1UL);
    QCOMPARE(groups[0].count, 200'000);
    QVERIFY(std::abs(groups[0].middle.get<0>() - 120.2) < 1e-6);
    QVERIFY(std::abs(groups[0].middle.get<1>() - 30.2) < 1e-6);
}

void PointIndexTest::filteringKeepsTheRest() {
    const Places places = clumps(3000);
    const auto third = [](std::uint32_t number) { return number % 3 == 0; };
    const PointIndex filtered = PointIndex(places).filtered(third);
    Places kept;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (third(i)) {
            kept.push_back(places[i]);
        }
    }
    const PointIndex anew(kept);
    QCOMPARE(filtered.size(), anew.size());
    const auto groups = filtered.groups({}, 0.01);
    const auto same = anew.groups({}, 0.01);
    QCOMPARE(groups.size(), same.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        QCOMPARE(groups[i].count, same[i].count);
        QVERIFY(std::ranges::all_of(filtered.members(groups[i]), third));
    }
}

void PointIndexTest::whatIsNowhereIsLeftOut() {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    const PointIndex index(Places{{nothing, 30}, {120, nothing}, {120, 89}, {200, 30}, {120, 30}});
    QCOMPARE(index.size(), 1UL);
    const auto groups = index.groups({}, 1);
    QCOMPARE(index.members(groups.at(0)), std::vector<std::uint32_t>{4});
    QVERIFY(PointIndex(Places{}).groups({}, 1).empty());
}

QTEST_GUILESS_MAIN(PointIndexTest)
#include "point_index_test.moc"
