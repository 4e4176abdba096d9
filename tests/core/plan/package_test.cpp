#include "core/plan/package.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tiermap;

namespace {

const QString hangzhou = QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class PackageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void describesThePlan();
    void hasFourFourOneFive_data();
    void hasFourFourOneFive();
    void tiersAreRolesInTheWordsOfThePlan();
    void unitsKnowWhatContainsThem();
    void formerUnitsTellWhereTheirAreaWent();
    void targetsKeepTheirSense_data();
    void targetsKeepTheirSense();
    void quotesAreTheWordsOfThePlan();
    void measuresAreComplete();
    void censusAddsUp();
    void adoptedIsAChoiceAmongSources();
    void placeholdersAreNeverAdopted();
    void boundsStayBounds();
    void sitesHaveNoInventedPosition();

private:
    Plan m_plan;
};

void PackageTest::initTestCase() {
    const Result<Plan> plan = readPlanPackage(hangzhou);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().file + u' ' + plan.error().field));
    m_plan = *plan;
}

void PackageTest::describesThePlan() {
    QCOMPARE(m_plan.layout.zh, u"4+4+1+5"_s);
    QCOMPARE(m_plan.issuer.zh, u"杭州市人民政府办公厅"_s);
    QCOMPARE(m_plan.validFrom, QDate(2024, 5, 24));
    QCOMPARE(m_plan.validTo, QDate(2026, 12, 31));
    QVERIFY(m_plan.goal.startsWith(u"构建“4+4+1+5”空间发展格局"));
    QCOMPARE(m_plan.boundary.note.zh, u"界线为示意, 不作为划界依据"_s);
    QVERIFY(m_plan.boundary.schematic);
}

void PackageTest::hasFourFourOneFive_data() {
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("codes");
    QTest::newRow("lead") << u"lead"_s << u"330108 330109 330114 330110"_s;
    QTest::newRow("linked") << u"linked"_s << u"330102 330113 330105 330106"_s;
    QTest::newRow("support") << u"support"_s << u"LKSFQ"_s;
    QTest::newRow("develop") << u"develop"_s << u"330111 330112 330122 330127 330182"_s;
}

void PackageTest::hasFourFourOneFive() {
    QFETCH(QString, tier);
    QFETCH(QString, codes);
    QStringList found;
    for (const Zone& zone : m_plan.zonesOf(tier)) {
        found << zone.code;
    }
    QCOMPARE(found.join(u' '), codes);
}

void PackageTest::tiersAreRolesInTheWordsOfThePlan() {
    QCOMPARE(m_plan.tiers.size(), 4);
    QSet<QString> marks;
    for (const Tier& tier : m_plan.tiers) {
        QVERIFY2(m_plan.goal.contains(tier.role.zh), qPrintable(tier.key));
        QVERIFY(!tier.role.en.isEmpty());
        for (const Zone& zone : m_plan.zonesOf(tier.key)) {
            QVERIFY2(tier.role.zh.contains(zone.name.zh), qPrintable(zone.code));
        }
        marks << tier.mark.zh << tier.mark.en;
    }
    QCOMPARE(marks.size(), 8);
    QCOMPARE(toString(m_plan.tier(u"support"_s)->pattern), u"hatch"_s);
}

void PackageTest::unitsKnowWhatContainsThem() {
    QCOMPARE(m_plan.zones.size(), 16);
    QCOMPARE(m_plan.layoutZones().size(), 14);
    QCOMPARE(std::ranges::count(m_plan.zones, Zone::Kind::District, &Zone::kind), 13);
    const Zone* airport = m_plan.zone(u"LKSFQ"_s);
    QVERIFY(airport != nullptr);
    QCOMPARE(toString(airport->kind), u"of_which"_s);
    QCOMPARE(airport->parent, u"330109"_s);
    QVERIFY(airport->schematic);
    QCOMPARE(toString(m_plan.zone(u"330100X"_s)->kind), u"statistical_only"_s);
}

void PackageTest::formerUnitsTellWhereTheirAreaWent() {
    QStringList all;
    for (const FormerUnit& unit : m_plan.formerUnits) {
        QVERIFY(!unit.name.zh.isEmpty() && !unit.name.en.isEmpty() && !unit.source.isEmpty());
        QVERIFY(unit.until.kind != Period::Kind::Unknown);
        all << unit.code + unit.name.zh + u'>' + unit.successors.join(u'+') + u' ' + unit.until.toString();
    }
    QCOMPARE(all, (QStringList{u"330102上城区>330102 2021-04-09"_s, u"330103下城区>330105 2021-04-09"_s,
                               u"330104江干区>330102+330114 2021-04-09"_s, u"330105拱墅区>330105 2021-04-09"_s,
                               u"330109萧山区>330109+330114 2021-04-09"_s, u"330110余杭区>330110+330113 2021-04-09"_s,
                               u"330185临安市>330112 2017-08-11"_s, u"330183富阳市>330111 2014-12..2015-02"_s,
                               u"330181萧山市>330109+330114 2001"_s, u"330184余杭市>330110+330113 2001"_s}));
}

void PackageTest::targetsKeepTheirSense_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sense");
    QTest::addColumn<double>("value");
    const auto row = [](const char* key, const QString& sense, double value) {
        QTest::newRow(key) << QString::fromLatin1(key) << sense << value;
    };
    row("digital_trade_volume", u"reach"_s, 4300);
    row("overseas_brands", u"at_least"_s, 300);
    row("above_scale_firms", u"at_least"_s, 1500);
    row("platform_firms", u"at_least"_s, 30);
    row("export_growth", u"at_least"_s, 10);
    row("digital_service_share", u"more_than"_s, 60);
    row("digital_service_share_gap", u"at_least"_s, 10);
    row("cbec_share", u"at_least"_s, 20);
    row("industry_clusters", u"at_least"_s, 10);
    row("market_entities", u"more_than"_s, 10);
    row("talents", u"reach"_s, 100);
    row("dedicated_channels", u"at_least"_s, 900);
    row("payment_firms", u"at_least"_s, 5);
    row("payment_settlement", u"reach"_s, 10000);
    row("air_cargo", u"more_than"_s, 110);
    row("standards_per_year", u"at_least"_s, 5);
    row("listed_firms", u"reach"_s, 180);
    row("hightech_firms", u"reach"_s, 1200);
    row("express_domestic_days", u"at_most"_s, 1);
    row("express_neighbor_days", u"at_most"_s, 2);
    row("express_global_days", u"at_most"_s, 3);
}

void PackageTest::targetsKeepTheirSense() {
    QFETCH(QString, key);
    QFETCH(QString, sense);
    QFETCH(double, value);
    QCOMPARE(m_plan.targets.size(), 21);
    const auto target = std::ranges::find(m_plan.targets, key, &Target::key);
    QVERIFY(target != m_plan.targets.cend());
    QCOMPARE(toString(target->sense), sense);
    QCOMPARE(target->value, value);
    QCOMPARE(target->words.isEmpty(), key != u"export_growth");
}

void PackageTest::quotesAreTheWordsOfThePlan() {
    const QString text = QString::fromUtf8(contentOf(hangzhou + u"/text.zh.txt"_s));
    QVERIFY(text.contains(m_plan.goal));
    QVERIFY(text.startsWith(m_plan.title.zh.section(u'(', 0, 0)));
    for (const Target& target : m_plan.targets) {
        QVERIFY2(text.contains(target.quote), qPrintable(target.key));
    }
    for (const Measure& measure : m_plan.measures) {
        QVERIFY2(text.contains(measure.title.zh + u'。' + measure.text), qPrintable(measure.number));
        for (const QString& body : measure.bodies) {
            QVERIFY2(text.contains(body), qPrintable(body));
        }
    }
}

void PackageTest::measuresAreComplete() {
    QCOMPARE(m_plan.measures.size(), 27);
    QCOMPARE(std::ranges::count(m_plan.measures, true, &Measure::safeguard), 4);
    QStringList naming;
    for (const Measure& measure : m_plan.measures) {
        QVERIFY(!measure.bodies.isEmpty());
        QVERIFY(!measure.title.en.isEmpty());
        if (!measure.zones.isEmpty()) {
            QCOMPARE(measure.zones, QStringList{u"LKSFQ"_s});
            naming << measure.number;
        }
    }
    QCOMPARE(naming, (QStringList{u"10"_s, u"17"_s, u"20"_s}));
}

void PackageTest::censusAddsUp() {
    const auto adopted = [&](const QString& zone) {
        const auto found = std::ranges::find_if(m_plan.observations, [&](const Observation& o) {
            return o.zone == zone && o.indicator == u"pop_census_2020" && o.adopted;
        });
        return found == m_plan.observations.cend() ? 0.0 : found->value->number;
    };
    QCOMPARE(m_plan.sumRules.size(), 1);
    const SumRule& rule = m_plan.sumRules.first();
    QCOMPARE(rule.members.size(), 14);
    double sum = 0;
    for (const QString& member : rule.members) {
        sum += adopted(member);
    }
    QCOMPARE(sum, 11936010.0);
    QCOMPARE(adopted(rule.total), sum);
}

void PackageTest::adoptedIsAChoiceAmongSources() {
    QCOMPARE(m_plan.observations.size(), 180);
    QHash<QString, double> area;
    QSet<QString> keys;
    for (const Observation& o : m_plan.observations) {
        if (!o.adopted) {
            continue;
        }
        const QString key = o.zone + u' ' + o.indicator + u' ' + o.period.toString();
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys << key;
        if (o.indicator == u"area_km2") {
            // An area belongs to an extent, not to a year: one for each zone, whatever the period.
            QVERIFY2(!area.contains(o.zone), qPrintable(o.zone));
            area.insert(o.zone, o.value->number);
        }
    }
    QCOMPARE(area.size(), 15);
    QCOMPARE(area.value(u"330102"_s), 119.68);
    QCOMPARE(area.value(u"LKSFQ"_s), 142.72);
}

void PackageTest::placeholdersAreNeverAdopted() {
    for (const Observation& o : m_plan.observations) {
        if (o.address.isEmpty() || o.indicator == u"pop_resident_rounded") {
            QVERIFY2(!o.adopted && o.status == Observation::Status::Estimate, qPrintable(o.zone));
        }
        QVERIFY(o.address.isEmpty() || o.address.startsWith(u"http"));
    }
}

void PackageTest::boundsStayBounds() {
    const auto valueOf = [&](const QString& zone, const QString& indicator) {
        const auto found = std::ranges::find_if(
            m_plan.observations, [&](const Observation& o) { return o.zone == zone && o.indicator == indicator; });
        return found->value->toString();
    };
    QCOMPARE(valueOf(u"330108"_s, u"service_trade_export"_s), u">50"_s);
    QCOMPARE(valueOf(u"330108"_s, u"digital_culture_firms"_s), u"~30"_s);
}

void PackageTest::sitesHaveNoInventedPosition() {
    QCOMPARE(m_plan.sites.size(), 45);
    for (const Site& site : m_plan.sites) {
        QVERIFY(!site.position);
        QVERIFY(!site.pinyin.isEmpty());
        QVERIFY2(!site.zone.isEmpty() || !site.note.isEmpty(), qPrintable(site.key));
    }
}

QTEST_APPLESS_MAIN(PackageTest)
#include "package_test.moc"
