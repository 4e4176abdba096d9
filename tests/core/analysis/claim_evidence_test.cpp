#include "core/analysis/claim_evidence.h"
#include "core/plan/package.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// The claims of the Hangzhou plan beside its published numbers, and beside full tables made for the purpose.
class ClaimEvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void publishedNumbers();
    void eachAssignmentOfThirteen();
    void growthIsByYear();
    void structuresAreOfOneYear();
    void unitsDoNotMix();
    void boundsAreNoNumbers();
    void throughputIsBesideTheDistrictAround();
    void otherTiersMakeOtherGroups();

private:
    static ClaimEvidence of(const QList<ClaimEvidence>& all, const QString& tier) {
        return *std::ranges::find_if(all, [&](const ClaimEvidence& each) { return each.claim.tier == tier; });
    }
    /// An adopted number for a period.
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
    QStringList districts() const {
        QStringList codes;
        for (const Zone& zone : m_plan.layoutZones()) {
            if (zone.kind == Zone::Kind::District) {
                codes << zone.code;
            }
        }
        return codes;
    }

    Plan m_plan;
    QHash<QString, double> m_areas{{u"LKSFQ"_s, 142.72}, {u"330109"_s, 931}};
};

void ClaimEvidenceTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

/// Headquarters of 2024 have seven districts: 7!/(4!3!) = 35 ways, so that 1/35 is the least p (USERS.md, section 0).
void ClaimEvidenceTest::publishedNumbers() {
    const QList<ClaimEvidence> all = claimEvidence(m_plan, m_areas);
    QCOMPARE(all.size(), 4);
    const ClaimEvidence lead = of(all, u"lead"_s);
    QVERIFY(lead.test);
    QCOMPARE(lead.terms[0].period, Period::parse(u"2024"_s));
    QCOMPARE(lead.test->zones, 7);
    QCOMPARE(lead.test->assignments, std::optional<qint64>(35));
    QCOMPARE_LE(std::abs(lead.test->leastP - 1.0 / 35), 1e-12);
    QVERIFY(lead.test->verdict == Verdict::NotShown);
    QVERIFY(!lead.illustrative);
    // Headquarters alone are known for half of the districts: what is known of one or two ranks nobody.
    QVERIFY(lead.terms[0].counts && !lead.terms[1].counts && !lead.terms[2].counts && !lead.terms[3].counts);
    QCOMPARE_LE(std::abs(lead.test->statistic), 1e-12);
    QVERIFY(of(all, u"linked"_s).test->verdict == Verdict::NotTestable); // nothing is published
    QVERIFY(of(all, u"develop"_s).test->verdict == Verdict::NotTestable);
    QVERIFY(of(all, u"support"_s).test->verdict == Verdict::NotTestable);
    QCOMPARE(of(all, u"support"_s).zones, QStringList{u"LKSFQ"_s});
    QCOMPARE(groupClaims(all, m_plan).size(), std::size_t(3));
}

void ClaimEvidenceTest::eachAssignmentOfThirteen() {
    Plan plan = m_plan;
    plan.claims[0].terms = {{.indicator = u"hightech_va"_s, .measure = ClaimTerm::Measure::Value, .reason = {}}};
    double number = 100; // the plan's order: the four leading ones first
    for (const QString& zone : districts()) {
        tell(plan, zone, u"hightech_va"_s, u"2025"_s, number--);
    }
    const ClaimEvidence lead = of(claimEvidence(plan, m_areas), u"lead"_s);
    QCOMPARE(lead.test->zones, 13);
    QCOMPARE(lead.test->assignments, std::optional<qint64>(90'090)); // 13!/(4!4!5!)
    QCOMPARE_LE(std::abs(lead.test->p - 1.0 / 715), 1e-12);          // the best of C(13, 4)
    QVERIFY(lead.test->verdict == Verdict::Consistent);
    QCOMPARE(lead.test->effect, 1.0);
    QCOMPARE(lead.scores.front(), 1.0);
}

void ClaimEvidenceTest::growthIsByYear() {
    Plan plan = m_plan;
    plan.claims[0].terms = {{.indicator = u"hightech_va"_s, .measure = ClaimTerm::Measure::Growth, .reason = {}}};
    tell(plan, u"330108"_s, u"hightech_va"_s, u"2021"_s, 100);
    tell(plan, u"330108"_s, u"hightech_va"_s, u"2023"_s, 121);
    tell(plan, u"330108"_s, u"hightech_va"_s, u"2024"_s, 500); // no other zone has it: not the years of the others
    tell(plan, u"330109"_s, u"hightech_va"_s, u"2021"_s, 100);
    tell(plan, u"330109"_s, u"hightech_va"_s, u"2023"_s, 144);
    tell(plan, u"330108"_s, u"hightech_va"_s, u"2024-Q1"_s, 1); // no year
    tell(plan, u"330102"_s, u"hightech_va"_s, u"2023"_s, 5);    // but one
    const ClaimEvidence lead = of(claimEvidence(plan, m_areas), u"lead"_s);
    QCOMPARE_LE(std::abs(lead.terms[0].numbers[std::size_t(lead.zones.indexOf(u"330108"_s))] - 10), 1e-9);
    QVERIFY(std::isnan(lead.terms[0].numbers[std::size_t(lead.zones.indexOf(u"330102"_s))]));
    QCOMPARE(lead.terms[0].observations[std::size_t(lead.zones.indexOf(u"330108"_s))].size(), 2);
    QCOMPARE(lead.terms[0].from, Period::parse(u"2021"_s));
    QCOMPARE(lead.terms[0].period, Period::parse(u"2023"_s));
    QVERIFY(!lead.terms[0].counts); // two zones of thirteen
    QVERIFY(lead.test->verdict == Verdict::NotTestable);
}

/// A zone has a structure only where all parts are of the one year that most zones have them for.
void ClaimEvidenceTest::structuresAreOfOneYear() {
    Plan plan = m_plan;
    const QStringList parts{u"firms_cbec"_s, u"firms_services"_s, u"firms_technology"_s, u"firms_products"_s,
                            u"firms_data"_s};
    int at = 0;
    for (const QString& zone : districts()) {
        for (const QString& part : parts) {
            // Each of the five that develop has one field of its own; all others have the same mix.
            const bool own = plan.zone(zone)->tier == u"develop"_s && part == parts[at % 5];
            tell(plan, zone, part, u"2025"_s, own ? 500 : 100);
        }
        at += plan.zone(zone)->tier == u"develop"_s ? 1 : 0;
        tell(plan, zone, u"firms_cbec"_s, u"2024"_s, 7); // of no use
    }
    const QList<ClaimEvidence> all = claimEvidence(plan, m_areas);
    const ClaimEvidence develop = of(all, u"develop"_s);
    QCOMPARE(develop.terms[0].period, Period::parse(u"2025"_s));
    QCOMPARE(develop.test->zones, 13);
    QVERIFY(develop.test->verdict == Verdict::Consistent);
    QVERIFY(of(all, u"linked"_s).test->verdict != Verdict::Consistent); // none of them is special
    // 500/900 beside 100/900, and the other way round in the other's field
    QCOMPARE_LE(std::abs(develop.scores.back() - 2 * (400.0 / 900)), 1e-9);
}

void ClaimEvidenceTest::unitsDoNotMix() {
    Plan plan = m_plan;
    plan.claims[1].terms << ClaimTerm{.indicator = u"gdp"_s, .reason = {}};
    const ClaimEvidence linked = of(claimEvidence(plan, m_areas), u"linked"_s);
    QVERIFY(!linked.test);
    QVERIFY(linked.test.error().code == Problem::Code::UnitsDiffer);
    plan.claims[1].terms.clear();
    QVERIFY(of(claimEvidence(plan, m_areas), u"linked"_s).test.error().code == Problem::Code::FieldMissing);
}

void ClaimEvidenceTest::boundsAreNoNumbers() {
    Plan plan = m_plan;
    plan.claims[0].terms = {{.indicator = u"cbec_export_target_2026"_s, .reason = {}}}; // nine districts, all ">="
    const ClaimEvidence lead = of(claimEvidence(plan, m_areas), u"lead"_s);
    QCOMPARE(lead.test->zones, 0);
    QVERIFY(lead.test->verdict == Verdict::NotTestable);
}

void ClaimEvidenceTest::throughputIsBesideTheDistrictAround() {
    Plan plan = m_plan;
    tell(plan, u"LKSFQ"_s, u"air_cargo"_s, u"2025"_s, 80);
    tell(plan, u"330109"_s, u"air_cargo"_s, u"2025"_s, 100);
    tell(plan, u"LKSFQ"_s, u"air_cargo"_s, u"2026"_s, 1); // of which Xiaoshan has none
    const ClaimEvidence support = of(claimEvidence(plan, m_areas), u"support"_s);
    QVERIFY(support.test->verdict == Verdict::Consistent);
    QVERIFY(!support.hasP());
    QCOMPARE(support.test->zones, 1);
    QCOMPARE_LE(std::abs(support.scores[0] - 0.8 * 931 / 142.72), 1e-9);
    QCOMPARE(support.terms[0].period, Period::parse(u"2025"_s));
    tell(plan, u"LKSFQ"_s, u"import_export_total"_s, u"2025"_s, 1);
    tell(plan, u"330109"_s, u"import_export_total"_s, u"2025"_s, 1000);
    QVERIFY(of(claimEvidence(plan, m_areas), u"support"_s).test->verdict == Verdict::NotShown);
    QVERIFY(of(claimEvidence(plan, {}), u"support"_s).test->verdict == Verdict::NotTestable); // no areas
}

void ClaimEvidenceTest::otherTiersMakeOtherGroups() {
    Plan plan = m_plan;
    for (Zone& zone : plan.zones) {
        zone.tier = zone.code == u"330113"_s ? u"lead"_s : zone.tier;
    }
    const ClaimEvidence lead = of(claimEvidence(plan, m_areas), u"lead"_s);
    QCOMPARE(lead.test->sizes.at(0), 4); // Linping has no number
    QCOMPARE(std::ranges::count(lead.groups, 0), 5);
}

QTEST_GUILESS_MAIN(ClaimEvidenceTest)
#include "claim_evidence_test.moc"
