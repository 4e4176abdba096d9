#include "core/plan/package.h"
#include "core/plan/zone_names.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

using How = ZoneMatch::How;

class ZoneNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void findsNothing_data();
    void findsNothing();
    void sharedShortNameIsNobodys();
    void outlivesThePlan();

private:
    Plan m_plan;
};

void ZoneNamesTest::initTestCase() {
    const Result<Plan> plan =
        readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

void ZoneNamesTest::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("zones");
    QTest::addColumn<QString>("former");
    const auto row = [](const char* text, How how, const QString& zones, const QString& former = {}) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(how) << zones << former;
    };
    row("330102", How::Code, u"330102"_s);
    row(" 33 01 02 ", How::Code, u"330102"_s);
    row("３３０１０２", How::Code, u"330102"_s);
    row("330102.0", How::Code, u"330102"_s);
    row("330102000000", How::Code, u"330102"_s);
    row("330102000000.00", How::Code, u"330102"_s);
    row("330100", How::Code, u"330100"_s);
    row("lksfq", How::Code, u"LKSFQ"_s);
    row("余杭区", How::Name, u"330110"_s);
    row("滨 江 区", How::Name, u"330108"_s);
    row("滨　江　区　", How::Name, u"330108"_s);
    row("杭州市余杭区", How::Name, u"330110"_s);
    row("杭州余杭区", How::Name, u"330110"_s);
    row("浙江省杭州市余杭区", How::Name, u"330110"_s);
    row("浙江省杭州市", How::Name, u"330100"_s);
    row("桐庐县", How::Name, u"330122"_s);
    row("建德市", How::Name, u"330182"_s);
    row("余杭", How::ShortName, u"330110"_s);
    row("杭州市桐庐", How::ShortName, u"330122"_s);
    row("建德", How::ShortName, u"330182"_s);
    row("杭州临空经济示范区", How::Name, u"LKSFQ"_s);
    row("临空经济示范区", How::ShortName, u"LKSFQ"_s);
    row("西湖", How::ShortName, u"330106"_s);
    row("西湖风景名胜区", How::Name, u"330100X"_s);
    row("杭州市", How::Name, u"330100"_s);
    row("全市", How::Name, u"330100"_s);
    row("yuhang", How::Name, u"330110"_s);
    row("Yuhang District", How::Name, u"330110"_s);
    row("TONGLU COUNTY", How::Name, u"330122"_s);
    row("Jiande City", How::Name, u"330182"_s);
    row("Lin’an", How::Name, u"330112"_s);
    row("Linan District", How::Name, u"330112"_s);
    // Today's zones before those of the past.
    row("上城区", How::Name, u"330102"_s);
    row("临安", How::ShortName, u"330112"_s);
    row("330105", How::Code, u"330105"_s);
    row("330103", How::FormerCode, u"330105"_s, u"330103"_s);
    row("330104000000", How::FormerCode, u"330102 330114"_s, u"330104"_s);
    row("下城区", How::FormerName, u"330105"_s, u"330103"_s);
    row("江干", How::FormerName, u"330102 330114"_s, u"330104"_s);
    row("浙江省杭州市下城区", How::FormerName, u"330105"_s, u"330103"_s);
    row("Jianggan District", How::FormerName, u"330102 330114"_s, u"330104"_s);
    row("临安市", How::FormerName, u"330112"_s, u"330185"_s);
    row("余杭市", How::FormerName, u"330110 330113"_s, u"330184"_s);
}

void ZoneNamesTest::finds() {
    QFETCH(QString, text);
    QFETCH(int, how);
    QFETCH(QString, zones);
    QFETCH(QString, former);
    const ZoneNames names(m_plan);
    const std::optional<ZoneMatch> match = names.find(text);
    QVERIFY(match);
    QCOMPARE(static_cast<int>(match->how), how);
    QCOMPARE(match->zones.join(u' '), zones);
    QCOMPARE(match->former != nullptr ? match->former->code : QString(), former);
}

void ZoneNamesTest::findsNothing_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", " ", "合计", "330199", "33010", "330102000001", "330102.5", "3301020000", "区", "浙江省", "绍兴市", "余",
          "余杭区杭州市", "江苏省余杭区", "Hang", "District", "330102余杭区"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void ZoneNamesTest::findsNothing() {
    QFETCH(QString, text);
    QVERIFY(!ZoneNames(m_plan).find(text));
}

void ZoneNamesTest::sharedShortNameIsNobodys() {
    Plan plan;
    plan.zones.resize(2);
    plan.zones[0].code = u"130800"_s;
    plan.zones[0].name = {u"承德市"_s, u"Chengde City"_s};
    plan.zones[1].code = u"130821"_s;
    plan.zones[1].name = {u"承德县"_s, u"Chengde County"_s};
    const ZoneNames names(plan);
    QVERIFY(!names.find(u"承德"_s));
    QVERIFY(!names.find(u"Chengde"_s));
    QCOMPARE(names.find(u"承德市"_s)->zones, QStringList{u"130800"_s});
    QCOMPARE(names.find(u"Chengde County"_s)->zones, QStringList{u"130821"_s});
}

void ZoneNamesTest::outlivesThePlan() {
    Plan plan = m_plan;
    const ZoneNames names(plan);
    plan = Plan();
    QCOMPARE(names.find(u"下城区"_s)->former->name.en, u"Xiacheng"_s);
}

QTEST_APPLESS_MAIN(ZoneNamesTest)
#include "zone_names_test.moc"
