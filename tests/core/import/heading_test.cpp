#include "core/import/heading.h"
#include "core/import/unit.h"
#include "tests/core/store/sample_project.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class HeadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void periods_data();
    void periods();
    void periodsOfACell();
    void headings_data();
    void headings();
    void titles();
    void cells_data();
    void cells();
    void units_data();
    void units();
};

void HeadingTest::periods_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("rest");
    QTest::newRow("year") << u"2023"_s << u"2023"_s << u""_s;
    QTest::newRow("year in words") << u"2023年出口"_s << u"2023"_s << u"出口"_s;
    QTest::newRow("end of year") << u"2023年末人口"_s << u"2023"_s << u"人口"_s;
    QTest::newRow("full width") << u"２０２３年"_s << u"2023"_s << u""_s;
    QTest::newRow("quarter") << u"2024年一季度"_s << u"2024-Q1"_s << u""_s;
    QTest::newRow("numbered quarter") << u"2024年第3季度"_s << u"2024-Q3"_s << u""_s;
    QTest::newRow("first three quarters") << u"2024年前三季度GDP"_s << u"2024-01..2024-09"_s << u"GDP"_s;
    QTest::newRow("day") << u"2023年6月30日"_s << u"2023-06-30"_s << u""_s;
    QTest::newRow("half") << u"2025年上半年"_s << u"2025-01..2025-06"_s << u""_s;
    QTest::newRow("second half") << u"2025年下半年"_s << u"2025-07..2025-12"_s << u""_s;
    QTest::newRow("months") << u"2023年1-11月"_s << u"2023-01..2023-11"_s << u""_s;
    QTest::newRow("month") << u"2023年5月"_s << u"2023-05..2023-05"_s << u""_s;
    QTest::newRow("written form") << u"2023-01..2023-11"_s << u"2023-01..2023-11"_s << u""_s;
    QTest::newRow("quarter of a machine") << u"2024Q1"_s << u"2024-Q1"_s << u""_s;
    QTest::newRow("Chinese digits") << u"二〇二四年出口"_s << u"2024"_s << u"出口"_s;
    QTest::newRow("Chinese digits and months") << u"二○二四年1-6月"_s << u"2024-01..2024-06"_s << u""_s;
    QTest::newRow("month of a machine") << u"2021-03出口"_s << u"2021-03..2021-03"_s << u"出口"_s;
    QTest::newRow("quarter behind a name") << u"出口2024Q2"_s << u"2024-Q2"_s << u"出口"_s;
    QTest::newRow("no month of a machine") << u"2021-13出口"_s << QString() << u"2021-13出口"_s;
    QTest::newRow("a day") << u"2021-03-05出口"_s << QString() << u"2021-03-05出口"_s;
    QTest::newRow("roughly") << u"~2021"_s << u"~2021"_s << u""_s;
    QTest::newRow("number") << u"2023.5"_s << QString() << u"2023.5"_s;
    QTest::newRow("longer number") << u"12023"_s << QString() << u"12023"_s;
    QTest::newRow("no month 13") << u"2023年1-13月"_s << QString() << u"2023年1-13月"_s;
    QTest::newRow("name") << u"面积"_s << QString() << u"面积"_s;
}

void HeadingTest::periods() {
    QFETCH(QString, text);
    QFETCH(QString, period);
    QFETCH(QString, rest);
    const std::optional<Period> taken = takePeriod(text);
    QCOMPARE(taken ? taken->toString() : QString(), period);
    QCOMPARE(text, rest);
}

/// Where nothing else can stand, months are also what elsewhere are numbers.
void HeadingTest::periodsOfACell() {
    const auto read = [](const QString& text) {
        const auto period = enteredPeriod(text);
        return period ? period->toString() : QString();
    };
    for (const QString& text : {u"2023.12"_s, u"2023/12"_s, u"202312"_s, u"２０２３．１２"_s, u"2023年12月"_s}) {
        QCOMPARE(read(text), u"2023-12..2023-12"_s);
    }
    QCOMPARE(read(u"2023.5"_s), u"2023-05..2023-05"_s);
    QCOMPARE(read(u"2024年前三季度"_s), u"2024-01..2024-09"_s);
    for (const QString& text : {u"2023/24"_s, u"202313"_s, u"20231"_s, u"2023.0"_s, u"上年"_s}) {
        QCOMPARE(read(text), QString());
    }
}

void HeadingTest::headings_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("unit");
    QTest::newRow("key") << u"gdp"_s << u"gdp"_s << QString() << QString();
    QTest::newRow("name") << u"地区生产总值"_s << u"gdp"_s << QString() << QString();
    QTest::newRow("blanks") << u"地区 生产总值 "_s << u"gdp"_s << QString() << QString();
    QTest::newRow("English") << u"gross domestic product"_s << u"gdp"_s << QString() << QString();
    QTest::newRow("all of it") << u"2023年地区生产总值（亿元）"_s << u"gdp"_s << u"2023"_s << u"亿元"_s;
    QTest::newRow("period after") << u"地区生产总值(万元)2023年"_s << u"gdp"_s << u"2023"_s << u"万元"_s;
    QTest::newRow("a name with a year") << u"地区生产总值相当于2012年的倍数"_s << u"gdp_ratio"_s << QString()
                                        << QString();
    QTest::newRow("a name with brackets")
        << u"2024年跨境电商出口(美元)"_s << u"cbec_export_usd"_s << u"2024"_s << QString();
    QTest::newRow("unit of a title") << u"单位：万人"_s << QString() << QString() << u"万人"_s;
    QTest::newRow("by another name") << u"2023年GDP（亿元）"_s << u"gdp"_s << u"2023"_s << u"亿元"_s;
    QTest::newRow("without the day of a stock") << u"2023年末常住人口"_s << u"pop_resident"_s << u"2023"_s << QString();
    QTest::newRow("unknown") << u"2023年汪汪数(只)"_s << QString() << u"2023"_s << u"只"_s;
}

void HeadingTest::headings() {
    QFETCH(QString, text);
    QFETCH(QString, indicator);
    QFETCH(QString, period);
    QFETCH(QString, unit);
    const Heading heading = HeadingReader(sampleProject().plan).read(text);
    QCOMPARE(heading.indicator, indicator);
    QCOMPARE(heading.period ? heading.period->toString() : QString(), period);
    QCOMPARE(heading.unit, unit);
}

void HeadingTest::titles() {
    const HeadingReader reader(sampleProject().plan);
    QCOMPARE(reader.indicatorWithin(u"表3  各区、县（市）地区生产总值增速"_s), u"gdp_growth"_s); // not gdp: the longest
    QCOMPARE(reader.indicatorWithin(u"各区县规上企业数一览"_s), u"above_scale_enterprises"_s);
    QCOMPARE(reader.indicatorWithin(u"其他"_s), QString());
}

void HeadingTest::cells_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("number");
    const auto row = [](const QString& cell, const QString& unit, const QString& number) {
        QTest::newRow(cell.toUtf8().constData()) << cell << unit << number;
    };
    row(u"5.5％"_s, u"%"_s, u"5.5"_s);
    row(u"118.1万"_s, u"万"_s, u"118.1"_s);
    row(u"约2,200亿元"_s, u"亿元"_s, u"约2,200"_s);
    row(u"30余家"_s, u"家"_s, u"30余"_s);
    row(u"60家以上"_s, u"家"_s, u"60以上"_s);
    row(u"3000亿+"_s, u"亿"_s, u"3000+"_s);
    row(u"16.6 km2"_s, u"km2"_s, u"16.6"_s);
    row(u"60+"_s, QString(), u"60+"_s);
    row(u"1e5"_s, QString(), u"1e5"_s);
    row(u"2023年"_s, QString(), u"2023年"_s);
    row(u"500强"_s, QString(), u"500强"_s);
    row(u"3 只"_s, QString(), u"3 只"_s); // of no unit that is known
}

void HeadingTest::cells() {
    QFETCH(QString, cell);
    QFETCH(const QString, unit);
    QFETCH(const QString, number);
    QCOMPARE(takeCellUnit(cell), unit);
    QCOMPARE(cell, number);
}

void HeadingTest::units_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("factor"); // 0: none
    QTest::newRow("same") << u"亿元"_s << u"亿元"_s << 1.0;
    QTest::newRow("money") << u"万元"_s << u"亿元"_s << 1e-4;
    QTest::newRow("plain") << u"元"_s << u"亿元"_s << 1e-8;
    QTest::newRow("people") << u"人"_s << u"万人"_s << 1e-4;
    QTest::newRow("area") << u"公顷"_s << u"平方千米"_s << 0.01;
    QTest::newRow("twin") << u"平方公里"_s << u"平方千米"_s << 1.0;
    QTest::newRow("mu") << u"万亩"_s << u"平方千米"_s << 2000.0 / 3 / 100;
    QTest::newRow("share") << u"‰"_s << u"%"_s << 0.1;
    QTest::newRow("unknown but same") << u"只"_s << u"只"_s << 1.0;
    QTest::newRow("only a counting word") << u"万"_s << u"亿元"_s << 1e-4;
    QTest::newRow("a counting word of firms") << u"万"_s << u"家"_s << 1e4;
    QTest::newRow("counted, though unknown") << u"万只"_s << u"只"_s << 1e4;
    QTest::newRow("other money") << u"亿元"_s << u"亿美元"_s << 0.0;
    QTest::newRow("other thing") << u"人"_s << u"亿元"_s << 0.0;
    QTest::newRow("unknown") << u"只"_s << u"亿元"_s << 0.0;
}

void HeadingTest::units() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, factor);
    const std::optional<double> found = unitFactor(from, to);
    QCOMPARE(found.has_value(), factor != 0);
    if (found) {
        QCOMPARE(*found, factor);
    }
    QVERIFY(!isUnit(u"只"_s));
    QVERIFY(!isUnit(u"滨江区"_s));
    QVERIFY(isUnit(u"万平方米"_s));
}

QTEST_GUILESS_MAIN(HeadingTest)
#include "heading_test.moc"
