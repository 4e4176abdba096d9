#include "core/analysis/shift_share.h"
#include "tests/core/analysis/matrix_rows.h"
#include "tests/core/analysis/random.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr double missing = IndicatorMatrix::missing;

bool near(double value, double expected, double tolerance = 1e-9) { return std::abs(value - expected) <= tolerance; }

bool near(const ShiftShareEffects& effects, double reference, double mix, double local) {
    return near(effects.reference, reference) && near(effects.mix, mix) && near(effects.local, local);
}

} // namespace

class ShiftShareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workedByHand();
    void againstAnotherArea();
    void sumsToTheChange();
    void newIndustryIsLocal();
    void whatIsMissingIsLeftOutOfBothYears();
    void allGrowAlike();
    void problems();
};

/// 400 become 440: 10 %; the first industry grows by 15 %, the second by 5 %.
void ShiftShareTest::workedByHand() {
    const ShiftShare result = *shiftShare(matrix({{100, 50}, {100, 150}}), matrix({{120, 60}, {110, 150}}));
    QVERIFY(near(result.growth, 0.1));
    QVERIFY(near(*result.industryGrowth[0], 0.15) && near(*result.industryGrowth[1], 0.05));
    QVERIFY(near(result.reference.at(0, 0), 10) && near(result.mix.at(0, 0), 5) && near(result.local.at(0, 0), 5));
    QVERIFY(near(result.reference.at(0, 1), 5) && near(result.mix.at(0, 1), -2.5) && near(result.local.at(0, 1), 7.5));
    QVERIFY(near(*result.zones[0], 15, 2.5, 12.5));
    QVERIFY(near(*result.zones[1], 25, -2.5, -12.5));
    QVERIFY(near(result.zones[0]->change(), 30));
}

/// The same zones in a province whose industries grow by 20 % and 0 %, of equal size.
void ShiftShareTest::againstAnotherArea() {
    const std::vector<double> base{1000, 1000};
    const std::vector<double> end{1200, 1000};
    const ShiftShare result = *shiftShare(matrix({{100, 50}, {100, 150}}), matrix({{120, 60}, {110, 150}}), base, end);
    QVERIFY(near(result.growth, 0.1));
    QVERIFY(near(*result.zones[0], 15, 10 - 5, 10));
    QVERIFY(near(*result.zones[1], 25, 10 - 15, -10));
}

void ShiftShareTest::sumsToTheChange() {
    Random random(1);
    for (int round = 0; round < 200; ++round) {
        IndicatorMatrix base(1 + static_cast<int>(random() % 8), 1 + static_cast<int>(random() % 6));
        IndicatorMatrix end = base;
        for (int zone = 0; zone < base.zones(); ++zone) {
            for (int industry = 0; industry < base.indicators(); ++industry) {
                base.at(zone, industry) = random() % 4 == 0 ? 0 : random() % 10000 / 7.0;
                end.at(zone, industry) = random() % 4 == 0 ? 0 : random() % 10000 / 7.0;
            }
        }
        base.at(0, 0) = 1;
        const ShiftShare result = *shiftShare(base, end);
        double mix = 0;
        std::vector<double> local(static_cast<size_t>(base.indicators()));
        for (int zone = 0; zone < base.zones(); ++zone) {
            double change = 0;
            for (int industry = 0; industry < base.indicators(); ++industry) {
                const double cell = end.at(zone, industry) - base.at(zone, industry);
                QVERIFY(near(result.reference.at(zone, industry) + result.mix.at(zone, industry) +
                                 result.local.at(zone, industry),
                             cell, 1e-8));
                change += cell;
                mix += result.mix.at(zone, industry);
                local[static_cast<size_t>(industry)] += result.local.at(zone, industry);
            }
            QVERIFY(near(result.zones[static_cast<size_t>(zone)]->change(), change, 1e-8));
        }
        // In the whole there is no local effect: what an industry gains in one zone, it loses in others.
        double newIndustries = 0;
        for (size_t industry = 0; industry < local.size(); ++industry) {
            if (result.industryGrowth[industry]) {
                QVERIFY(near(local[industry], 0, 1e-6));
            } else {
                newIndustries += local[industry];
            }
        }
        QVERIFY(near(mix, -newIndustries, 1e-6));
    }
}

void ShiftShareTest::newIndustryIsLocal() {
    const ShiftShare result = *shiftShare(matrix({{100, 0, 0}, {100, 0, 5}}), matrix({{100, 20, 3}, {100, 0, 5}}));
    QVERIFY(near(result.growth, 23.0 / 205));
    QVERIFY(!result.industryGrowth[1]);
    QCOMPARE(result.reference.at(0, 1), 0.0);
    QCOMPARE(result.mix.at(0, 1), 0.0);
    QCOMPARE(result.local.at(0, 1), 20.0);
    QCOMPARE(result.local.at(1, 1), 0.0);
    QCOMPARE(result.local.at(0, 2), 3.0); // the industry was elsewhere
}

void ShiftShareTest::whatIsMissingIsLeftOutOfBothYears() {
    const ShiftShare result = *shiftShare(matrix({{100, missing, 1000}, {missing, missing, missing}}),
                                          matrix({{120, 5, missing}, {1, 2, 3}}));
    QVERIFY(near(result.growth, 0.2));
    QVERIFY(!result.industryGrowth[1] && !result.industryGrowth[2]);
    QVERIFY(result.local.isMissing(0, 1) && result.reference.isMissing(0, 2));
    QVERIFY(near(*result.zones[0], 20, 0, 0));
    QVERIFY(!result.zones[1]);
}

void ShiftShareTest::allGrowAlike() {
    const ShiftShare result = *shiftShare(matrix({{8, 4}, {16, 32}}), matrix({{10, 5}, {20, 40}}));
    for (int zone = 0; zone < 2; ++zone) {
        QCOMPARE(result.zones[static_cast<size_t>(zone)]->mix, 0.0);
        QCOMPARE(result.zones[static_cast<size_t>(zone)]->local, 0.0);
    }
    const ShiftShare gone = *shiftShare(matrix({{8, 4}}), matrix({{0, 0}})); // one zone, and nothing left of it
    QVERIFY(near(*gone.zones[0], -12, 0, 0));
}

void ShiftShareTest::problems() {
    using enum Problem::Code;
    const auto fails = [](const Result<ShiftShare>& result, Problem::Code code, const QString& field, int row = 0) {
        return !result && result.error().code == code && result.error().field == field && result.error().row == row;
    };
    const IndicatorMatrix one = matrix({{1}});
    QVERIFY(fails(shiftShare(one, matrix({{1, 2}})), ValueUnknown, u"end"_s));
    QVERIFY(fails(shiftShare(one, matrix({{-1}})), OutOfRange, u"end"_s, 1));
    QVERIFY(fails(shiftShare(matrix({{1}, {INFINITY}}), matrix({{1}, {1}})), OutOfRange, u"base"_s, 2));
    QVERIFY(fails(shiftShare(matrix({{0, 0}}), matrix({{1, 0}})), OutOfRange, u"base"_s));
    QVERIFY(fails(shiftShare(matrix({{missing}}), one), OutOfRange, u"base"_s));
    QVERIFY(fails(shiftShare({}, {}), OutOfRange, u"base"_s));
    QVERIFY(fails(shiftShare(matrix({{1e-320}}), one), OutOfRange, u"base"_s));
    QVERIFY(fails(shiftShare(matrix({{1e308}, {1e308}}), matrix({{1}, {1}})), OutOfRange, u"base"_s));
    const std::vector<double> two{1, 2};
    const std::vector<double> none{0, 2};
    const std::vector<double> unknown{1, missing};
    const std::vector<double> negative{1, -2};
    const IndicatorMatrix pair = matrix({{1, 1}});
    QVERIFY(fails(shiftShare(one, one, two, two), ValueUnknown, u"referenceBase"_s));
    QVERIFY(fails(shiftShare(pair, pair, two, unknown), FieldMissing, u"referenceEnd"_s, 2));
    QVERIFY(fails(shiftShare(pair, pair, negative, two), OutOfRange, u"referenceBase"_s, 2));
    QVERIFY(fails(shiftShare(pair, pair, none, two), OutOfRange, u"referenceBase"_s));
    QVERIFY(shiftShare(matrix({{0, 1}}), pair, none, two));
}

QTEST_GUILESS_MAIN(ShiftShareTest)
#include "shift_share_test.moc"
