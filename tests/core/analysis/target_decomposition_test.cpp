#include "core/analysis/target_decomposition.h"
#include "core/plan/package.h"

#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// The plan's targets, split over its districts: the plan itself does not do that.
class TargetDecompositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kinds();
    void whereTargetsStand();
    void amountsAddUp();
    void rolesCount();
    void moreThanIsABound();
    void ratiosAreWeighted();
    void growthIsAPath();
    void whatCannotBeSplit();

private:
    static void tell(Plan& plan, const QString& zone, const QString& indicator, const QString& period, double number) {
        plan.observations << Observation{.zone = zone,
                                         .indicator = indicator,
                                         .period = *Period::parse(period),
                                         .source = u"test"_s,
                                         .address = {},
                                         .value = Quantity{number},
                                         .missingReason = {},
                                         .adopted = true,
                                         .note = {}};
    }
    static double partOf(const Decomposition& split, const QString& zone) {
        return std::ranges::find(split.parts, zone, &ZonePart::zone)->value;
    }

    Plan m_plan;
};

void TargetDecompositionTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

void TargetDecompositionTest::kinds() {
    const auto kind = [&](const QString& key) { return kindOf(*std::ranges::find(m_plan.targets, key, &Target::key)); };
    QVERIFY(kind(u"digital_trade_volume"_s) == TargetKind::Additive);
    QVERIFY(kind(u"cbec_share"_s) == TargetKind::Ratio);
    QVERIFY(kind(u"digital_service_share_gap"_s) == TargetKind::Ratio);
    QVERIFY(kind(u"export_growth"_s) == TargetKind::Growth);
    QVERIFY(kind(u"express_global_days"_s) == TargetKind::None);
}

void TargetDecompositionTest::whereTargetsStand() {
    const auto standing = [&](const QString& key) {
        return standingOf(m_plan, *std::ranges::find(m_plan.targets, key, &Target::key));
    };
    QVERIFY(standing(u"cbec_share"_s).met); // 22.2 % of the first eleven months of 2023, 20 wanted
    const TargetStanding cargo = standing(u"air_cargo"_s);
    QVERIFY(!cargo.met);
    QCOMPARE(m_plan.observations[cargo.latest].period.toString(), u"2019"_s); // months of 2021 are no year
    QCOMPARE(cargo.need->required.from, 2019);
    QCOMPARE_LE(std::abs(cargo.need->required.share - (std::pow(110.0 / 68, 1.0 / 7) - 1)), 1e-12);
    QCOMPARE_LE(std::abs(cargo.need->best->share - (std::sqrt(68 / 58.9) - 1)), 1e-12);
    QVERIFY(!cargo.need->unprecedented());
    QCOMPARE(standing(u"talents"_s).latest, qsizetype(-1));
    const auto measures = [&](const QString& key) {
        return measuresFor(m_plan, *std::ranges::find(m_plan.targets, key, &Target::key));
    };
    QCOMPARE(measures(u"listed_firms"_s), QStringList{u"9"_s});
    QCOMPARE(measures(u"express_global_days"_s), QStringList{u"17"_s});
    QVERIFY(measures(u"talents"_s).isEmpty());
}

void TargetDecompositionTest::amountsAddUp() {
    const auto split = decompose(m_plan, {.target = u"overseas_brands"_s,
                                          .base = u"pop_census_2020"_s,
                                          .locks = {{u"330108"_s, 100}},
                                          .floors = {{u"330127"_s, 10}}});
    QVERIFY(split);
    QCOMPARE(split->parts.size(), 13); // not the airport zone: it is of which Xiaoshan
    double sum = 0;
    for (const ZonePart& part : split->parts) {
        sum += part.value;
        QCOMPARE(part.value, std::round(part.value));
        QVERIFY(part.base >= 0);
    }
    QCOMPARE(sum, 300.0);
    QCOMPARE(split->total, 300.0);
    QCOMPARE(partOf(*split, u"330108"_s), 100.0);
    QVERIFY(partOf(*split, u"330127"_s) >= 10);
    QVERIFY(partOf(*split, u"330109"_s) > partOf(*split, u"330182"_s)); // four times as many people
}

void TargetDecompositionTest::rolesCount() {
    const auto split = decompose(m_plan, {.target = u"above_scale_firms"_s,
                                          .weights = {.base = 0, .role = 1},
                                          .roleFactors = {{u"lead"_s, 2}, {u"develop"_s, 0.5}}});
    QVERIFY(split);
    QCOMPARE(split->total, 1500.0);
    QCOMPARE_LE(std::abs(partOf(*split, u"330109"_s) - 1500 * 2 / 14.5), 1.0); // 4 * 2 + 4 * 1 + 5 * 0.5
    QCOMPARE_LE(std::abs(partOf(*split, u"330182"_s) - 1500 * 0.5 / 14.5), 1.0);
}

/// 航空货邮 is to be more than 110: how much more nobody says, so that the parts make 110 and are told to be the bound.
void TargetDecompositionTest::moreThanIsABound() {
    const auto cargo = decompose(m_plan, {.target = u"air_cargo"_s, .base = u"pop_census_2020"_s});
    QVERIFY(cargo);
    QCOMPARE(cargo->total, 110.0);
    QVERIFY(cargo->isBound);
    QVERIFY(!decompose(m_plan, {.target = u"overseas_brands"_s})->isBound); // 300 will do
    QVERIFY(!decompose(m_plan, {.target = u"listed_firms"_s})->isBound);
}

void TargetDecompositionTest::ratiosAreWeighted() {
    Plan plan = m_plan;
    for (const Zone& zone : m_plan.layoutZones()) {
        if (zone.kind == Zone::Kind::District) {
            tell(plan, zone.code, u"export_total"_s, u"2024"_s, zone.code == u"330109"_s ? 900 : 100);
            tell(plan, zone.code, u"cbec_share_export"_s, u"2024"_s, zone.code == u"330109"_s ? 5 : 15);
        }
    }
    const auto split = decompose(plan, {.target = u"cbec_share"_s, .base = u"export_total"_s});
    QVERIFY(split);
    double parts = 0;
    double whole = 0;
    for (const ZonePart& part : split->parts) {
        const double exports = plan.observations[part.base].value->number;
        parts += exports * part.value;
        whole += exports;
        QVERIFY(part.value >= *part.before);
    }
    QCOMPARE_LE(std::abs(parts / whole - 20), 1e-9);
    QVERIFY(!decompose(plan, {.target = u"cbec_share"_s})); // of what is it a share?
}

void TargetDecompositionTest::growthIsAPath() {
    Plan plan = m_plan;
    for (const Zone& zone : m_plan.layoutZones()) {
        if (zone.kind == Zone::Kind::District) {
            tell(plan, zone.code, u"cbec_export"_s, u"2023"_s, 100);
        }
    }
    const auto split = decompose(plan, {.target = u"export_growth"_s, .base = u"cbec_export"_s});
    QVERIFY(split);
    QCOMPARE(split->year, std::optional(2026));
    QCOMPARE_LE(std::abs(split->parts[0].value - 133.1), 1e-9);
}

void TargetDecompositionTest::whatCannotBeSplit() {
    const auto code = [&](const DecompositionSettings& settings) { return decompose(m_plan, settings).error().code; };
    QVERIFY(code({.target = u"nothing"_s}) == Problem::Code::ReferenceUnknown);
    QVERIFY(code({.target = u"express_global_days"_s}) == Problem::Code::FieldType);
    QVERIFY(code({.target = u"overseas_brands"_s, .base = u"nothing"_s}) == Problem::Code::ReferenceUnknown);
    const auto unknown = decompose(m_plan, {.target = u"overseas_brands"_s, .base = u"gdp"_s});
    QVERIFY(unknown.error().code == Problem::Code::FieldMissing); // five districts have none for 2021
    QVERIFY(!unknown.error().record.isEmpty());
    QVERIFY(code({.target = u"overseas_brands"_s, .locks = {{u"330108"_s, 301}}}) == Problem::Code::OutOfRange);
}

QTEST_GUILESS_MAIN(TargetDecompositionTest)
#include "target_decomposition_test.moc"
