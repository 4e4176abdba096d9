#include "core/analysis/silhouette.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

bool near(double value, double expected, double tolerance = 1e-12) { return std::abs(value - expected) <= tolerance; }

std::vector<double> distances(const std::vector<double>& places) {
    std::vector<double> result;
    for (const double one : places) {
        for (const double other : places) {
            result.push_back(std::abs(one - other));
        }
    }
    return result;
}

/// Of one zone, from the definition.
Silhouette byDefinition(const std::vector<double>& dissimilarities, const std::vector<int>& groups, size_t zone) {
    const auto meanTo = [&](int group) {
        double sum = 0;
        int count = 0;
        for (size_t other = 0; other < groups.size(); ++other) {
            if (other != zone && groups[other] == group) {
                sum += dissimilarities[zone * groups.size() + other];
                ++count;
            }
        }
        return std::pair(sum, count);
    };
    const auto [ownSum, ownCount] = meanTo(groups[zone]);
    Silhouette result{.own = ownCount == 0 ? 0 : ownSum / ownCount, .other = std::numeric_limits<double>::infinity()};
    for (const int group : std::set(groups.begin(), groups.end())) {
        const auto [sum, count] = meanTo(group);
        if (group != groups[zone] && (sum / count) * (1 + 1e-12) < result.other) {
            result.other = sum / count;
            result.nearestGroup = group;
        }
    }
    const double greater = std::max(result.own, result.other);
    result.width = ownCount == 0 || greater == 0 ? 0 : (result.other - result.own) / greater;
    return result;
}

} // namespace

class SilhouetteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void isItsDefinition();
    void onlyProportionsMatter();
    void oneAlone();
    void wrongGroupIsNegative();
    void likeAllIsZero();
    void tiesGoToTheSmallerNumber();
    void extremeValuesStayNumbers();
    void problems();
};

void SilhouetteTest::workedByHand() {
    const Silhouettes result = *silhouettes(distances({0, 1, 10, 11}), std::vector{4, 4, 2, 2});
    QVERIFY(near(result.zones[0].own, 1) && near(result.zones[0].other, 10.5));
    QVERIFY(near(result.zones[0].width, 9.5 / 10.5));
    QVERIFY(near(result.zones[1].width, 8.5 / 9.5));
    QCOMPARE(result.zones[0].nearestGroup, 2);
    QCOMPARE(result.zones[2].nearestGroup, 4);
    QCOMPARE(result.groups[0].group, 2);
    QCOMPARE(result.groups[1].zones, 2);
    QVERIFY(near(result.groups[1].width, (9.5 / 10.5 + 8.5 / 9.5) / 2));
    QVERIFY(near(result.width, result.groups[0].width));
}

void SilhouetteTest::isItsDefinition() {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        const size_t zones = 2 + random() % 15;
        std::vector<int> groups;
        for (size_t zone = 0; zone < zones; ++zone) {
            groups.push_back(static_cast<int>(random() % 4));
        }
        groups[0] = 9;
        std::vector<double> dissimilarities(zones * zones); // not symmetric, and with a diagonal that means nothing
        std::ranges::generate(dissimilarities, [&] { return random() % 1000 / 7.0; });
        const Silhouettes result = *silhouettes(dissimilarities, groups);
        double sum = 0;
        for (size_t zone = 0; zone < zones; ++zone) {
            const Silhouette expected = byDefinition(dissimilarities, groups, zone);
            QVERIFY(near(result.zones[zone].width, expected.width));
            QVERIFY(near(result.zones[zone].own, expected.own));
            QVERIFY(near(result.zones[zone].other, expected.other));
            QCOMPARE(result.zones[zone].nearestGroup, expected.nearestGroup);
            QVERIFY(std::abs(result.zones[zone].width) <= 1);
            sum += expected.width;
        }
        QVERIFY(near(result.width, sum / static_cast<double>(zones)));
    }
}

void SilhouetteTest::onlyProportionsMatter() {
    const std::vector<int> groups{0, 0, 1, 1, 1};
    const Silhouettes one = *silhouettes(distances({0, 2, 3, 7, 8}), groups);
    const Silhouettes scaled = *silhouettes(distances({0, 2e6, 3e6, 7e6, 8e6}), groups);
    for (size_t zone = 0; zone < groups.size(); ++zone) {
        QVERIFY(near(one.zones[zone].width, scaled.zones[zone].width));
    }
}

void SilhouetteTest::oneAlone() {
    const Silhouettes result = *silhouettes(distances({0, 5, 6}), std::vector{0, 1, 1});
    QCOMPARE(result.zones[0].width, 0.0);
    QCOMPARE(result.zones[0].nearestGroup, 1);
    QVERIFY(near(result.zones[0].other, 5.5));
    QCOMPARE(silhouettes(distances({0, 5}), std::vector{0, 1})->width, 0.0);
}

void SilhouetteTest::wrongGroupIsNegative() {
    const Silhouettes result = *silhouettes(distances({0, 1, 10, 11, 0.5}), std::vector{0, 0, 1, 1, 1});
    QVERIFY(near(result.zones[4].width, (0.5 - 10) / 10));
    QCOMPARE(result.zones[4].nearestGroup, 0);
}

void SilhouetteTest::likeAllIsZero() {
    const Silhouettes result = *silhouettes(distances({3, 3, 3, 3}), std::vector{0, 0, 1, 1});
    for (const Silhouette& zone : result.zones) {
        QCOMPARE(zone.width, 0.0);
    }
}

void SilhouetteTest::tiesGoToTheSmallerNumber() {
    const std::vector<double> places{0, 0, -4, 4};
    QCOMPARE(silhouettes(distances(places), std::vector{0, 0, 8, 5})->zones[0].nearestGroup, 5);
    QCOMPARE(silhouettes(distances(places), std::vector{0, 0, 5, 8})->zones[0].nearestGroup, 5);
}

void SilhouetteTest::extremeValuesStayNumbers() {
    const std::vector<int> groups{0, 0, 0, 1, 1};
    for (const double scale : {1e308, 1e-310}) {
        const Silhouettes result = *silhouettes(distances({0, scale / 2, scale, scale, 0}), groups);
        for (const Silhouette& zone : result.zones) {
            QVERIFY(std::isfinite(zone.width) && std::abs(zone.width) <= 1);
        }
    }
}

void SilhouetteTest::problems() {
    using enum Problem::Code;
    const auto fails = [](const std::vector<double>& dissimilarities, const std::vector<int>& groups,
                          Problem::Code code, const QString& field, int row = 0) {
        const Result<Silhouettes> result = silhouettes(dissimilarities, groups);
        return !result && result.error().code == code && result.error().field == field && result.error().row == row;
    };
    const double missing = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(fails({0, 1, 1}, {0, 1}, ValueUnknown, u"dissimilarities"_s));
    QVERIFY(fails({}, {}, OutOfRange, u"groups"_s));
    QVERIFY(fails({0}, {0}, OutOfRange, u"groups"_s));
    QVERIFY(fails({0, 1, 1, 0}, {3, 3}, OutOfRange, u"groups"_s));
    QVERIFY(fails({0, 1, missing, 0}, {0, 1}, FieldMissing, u"dissimilarities"_s, 2));
    QVERIFY(fails({0, -1, 1, 0}, {0, 1}, OutOfRange, u"dissimilarities"_s, 1));
    QVERIFY(fails({0, INFINITY, 1, 0}, {0, 1}, OutOfRange, u"dissimilarities"_s, 1));
    QVERIFY(silhouettes(std::vector{missing, 1.0, 1.0, missing}, std::vector{0, 1}).has_value());
}

QTEST_GUILESS_MAIN(SilhouetteTest)
#include "silhouette_test.moc"
