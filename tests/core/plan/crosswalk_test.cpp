#include "core/plan/crosswalk.h"
#include "core/plan/package.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

using Gap = CrosswalkResult::Gap;

class CrosswalkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsTellTheirVintage_data();
    void rowsTellTheirVintage();
    void wholeUnitsAddUp_data();
    void wholeUnitsAddUp();
    void ratiosDoNotAddUp();
    void whatWasSplitHasNoValue();
    void unchangedZonesPass();
    void afterTheChangeAllPass();
    void renamedUnitsPass();
    void anEarlierUnitOfACodeGoesBeforeALater();

private:
    QList<CrosswalkResult> walk(const QString& indicator, const QList<CrosswalkCell>& cells,
                                const QDate& at = QDate(2020, 12, 31)) const {
        return crosswalk(m_plan, *m_plan.indicator(indicator), cells, at);
    }

    Plan m_plan;
};

void CrosswalkTest::initTestCase() {
    const Result<Plan> plan =
        readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
}

void CrosswalkTest::rowsTellTheirVintage_data() {
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("periods");
    QTest::addColumn<int>("vintage");
    const auto row = [](const char* name, const QString& rows, const QString& periods, Vintage vintage) {
        QTest::newRow(name) << rows << periods << static_cast<int>(vintage);
    };
    row("a unit that is no more", u"上城区 下城区 余杭区"_s, u"2019"_s, Vintage::Former);
    row("even for a late period", u"上城区 330103"_s, u"2023"_s, Vintage::Former);
    row("an older name of what changed", u"余杭市 西湖区"_s, u"1999"_s, Vintage::Former);
    row("a zone that only exists today", u"上城区 钱塘区"_s, u"2019"_s, Vintage::Current);
    row("both", u"江干区 临平区"_s, u"2019 2023"_s, Vintage::Unknown);
    row("late periods", u"上城区 余杭区"_s, u"2022 2023-Q1"_s, Vintage::Current);
    row("the year of the change", u"上城区 余杭区"_s, u"2021 2022"_s, Vintage::Unknown);
    row("the day of the change", u"上城区 余杭区"_s, u"2021-04-09"_s, Vintage::Current);
    row("early periods", u"上城区 余杭区"_s, u"2019"_s, Vintage::Unknown);
    row("no periods", u"上城区 余杭区"_s, {}, Vintage::Unknown);
    row("nothing that changed", u"西湖区 桐庐县 临安市 富阳区"_s, u"2010"_s, Vintage::Current);
    row("no rows", {}, u"2010"_s, Vintage::Current);
}

void CrosswalkTest::rowsTellTheirVintage() {
    QFETCH(QString, rows);
    QFETCH(QString, periods);
    QFETCH(int, vintage);
    const ZoneNames names(m_plan);
    QList<ZoneMatch> matches;
    for (const QString& row : rows.split(u' ', Qt::SkipEmptyParts)) {
        matches << names.find(row).value();
    }
    QList<Period> times;
    for (const QString& period : periods.split(u' ', Qt::SkipEmptyParts)) {
        times << Period::parse(period).value();
    }
    QCOMPARE(static_cast<int>(vintageOf(m_plan, matches, times)), vintage);
}

void CrosswalkTest::wholeUnitsAddUp_data() {
    QTest::addColumn<QString>("xiacheng");
    QTest::addColumn<QString>("gongshu");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<int>("gap");
    QTest::addColumn<QString>("units");
    const auto row = [](const char* name, const char* xiacheng, const char* gongshu, const char* sum, Gap gap,
                        const QString& units) {
        QTest::newRow(name) << QString::fromLatin1(xiacheng) << QString::fromLatin1(gongshu) << QString::fromLatin1(sum)
                            << static_cast<int>(gap) << units;
    };
    row("exact", "10", "20", "30", Gap::None, {});
    row("more than", ">5", "3", ">8", Gap::None, {});
    row("about", "10", "~20", "~30", Gap::None, {});
    row("bounds of two directions", ">5", "<3", "", Gap::BoundsDiffer, u"330103 330105"_s);
    row("one without a value", "10", "", "", Gap::PartMissing, u"330105"_s);
    row("none has a value", "", "", "", Gap::PartMissing, u"330103 330105"_s);
}

void CrosswalkTest::wholeUnitsAddUp() {
    QFETCH(QString, xiacheng);
    QFETCH(QString, gongshu);
    QFETCH(QString, sum);
    QFETCH(int, gap);
    QFETCH(QString, units);
    const auto results =
        walk(u"gdp"_s, {{u"330105"_s, Quantity::parse(gongshu)}, {u"330103"_s, Quantity::parse(xiacheng)}});
    QCOMPARE(results.size(), 1);
    QCOMPARE(results[0].zone, u"330105"_s);
    QCOMPARE(results[0].parts, (QStringList{u"330103"_s, u"330105"_s}));
    QCOMPARE(results[0].value ? results[0].value->toString() : QString(), sum);
    QCOMPARE(static_cast<int>(results[0].gap), gap);
    QCOMPARE(results[0].units.join(u' '), units);
}

void CrosswalkTest::ratiosDoNotAddUp() {
    for (const QString& indicator : {u"gdp_growth"_s, u"express_parcels_transfer"_s}) {
        const auto results = walk(indicator, {{u"330103"_s, Quantity{10}}, {u"330105"_s, Quantity{20}}});
        QCOMPARE(results.size(), 1);
        QVERIFY(!results[0].value && results[0].gap == Gap::NotAdditive);
        QCOMPARE(results[0].units, (QStringList{u"330103"_s, u"330105"_s}));
    }
}

void CrosswalkTest::whatWasSplitHasNoValue() {
    const auto results = walk(u"gdp"_s, {{u"330102"_s, Quantity{1}},
                                         {u"330104"_s, Quantity{2}},
                                         {u"330109"_s, Quantity{3}},
                                         {u"330110"_s, Quantity{4}}});
    QStringList told;
    for (const CrosswalkResult& result : results) {
        QVERIFY(!result.value && result.gap == Gap::CannotSplit);
        told << result.zone + u": "_s + result.units.join(u'+') + u" of "_s + result.parts.join(u'+');
    }
    QCOMPARE(told, (QStringList{u"330109: 330109 of 330109"_s, u"330114: 330104+330109 of 330104+330109"_s,
                                u"330110: 330110 of 330110"_s, u"330102: 330104 of 330102+330104"_s,
                                u"330113: 330110 of 330110"_s}));
}

void CrosswalkTest::unchangedZonesPass() {
    const QList<CrosswalkCell> cells{{u"330108"_s, Quantity{1, Quantity::Bound::MoreThan}},
                                     {u"330106"_s, Quantity{2}},
                                     {u"330122"_s, Quantity{3}},
                                     {u"330100"_s, Quantity{6}}};
    for (const QString& indicator : {u"gdp"_s, u"gdp_growth"_s}) {
        const auto results = walk(indicator, cells);
        QCOMPARE(results.size(), cells.size());
        for (qsizetype i = 0; i < cells.size(); ++i) {
            QCOMPARE(results[i], (CrosswalkResult{cells[i].unit, cells[i].value, {cells[i].unit}}));
        }
    }
}

void CrosswalkTest::afterTheChangeAllPass() {
    const auto results = walk(u"gdp"_s, {{u"330105"_s, Quantity{20}}, {u"330114"_s, Quantity{5}}}, QDate(2021, 4, 9));
    QCOMPARE(results.size(), 2);
    QVERIFY(results[0].value == Quantity{5} && results[1].value == Quantity{20});
}

void CrosswalkTest::renamedUnitsPass() {
    for (const QDate& at : {QDate(2010, 12, 31), QDate(2020, 12, 31)}) {
        const auto results = walk(u"gdp_growth"_s, {{u"330185"_s, Quantity{7}}, {u"330183"_s, Quantity{8}}}, at);
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[0], (CrosswalkResult{u"330111"_s, Quantity{8}, {u"330111"_s}}));
        QCOMPARE(results[1], (CrosswalkResult{u"330112"_s, Quantity{7}, {u"330112"_s}}));
    }
}

void CrosswalkTest::anEarlierUnitOfACodeGoesBeforeALater() {
    Plan plan;
    plan.zones.resize(2);
    plan.zones[0].code = u"1"_s;
    plan.zones[1].code = u"2"_s;
    plan.formerUnits = {{u"1"_s, {}, *Period::parse(u"2020"_s), {u"1"_s}, {}},
                        {u"3"_s, {}, *Period::parse(u"2020"_s), {u"1"_s}, {}},
                        {u"1"_s, {}, *Period::parse(u"2000"_s), {u"1"_s, u"2"_s}, {}}};
    Indicator count;
    count.aggregation = Indicator::Aggregation::Sum;
    const QList<CrosswalkCell> cells{{u"1"_s, Quantity{1}}, {u"3"_s, Quantity{3}}};
    QVERIFY(crosswalk(plan, count, cells, QDate(2010, 1, 1))[0].value == Quantity{4});
    QVERIFY(crosswalk(plan, count, cells, QDate(1990, 1, 1))[0].gap == Gap::CannotSplit);
}

QTEST_APPLESS_MAIN(CrosswalkTest)
#include "crosswalk_test.moc"
