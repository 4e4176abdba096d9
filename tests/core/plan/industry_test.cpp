#include "core/plan/industry.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class IndustryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sectionsTileTheDivisions();
    void readsCodesAndNames_data();
    void readsCodesAndNames();
};

/// As the standard says: 20 sections, 97 divisions, each in one.
void IndustryTest::sectionsTileTheDivisions() {
    QCOMPARE(industrySections().size(), 20);
    int next = 1;
    char letter = 'A';
    for (const IndustrySection& section : industrySections()) {
        QCOMPARE(section.letter, letter++);
        QCOMPARE(section.first, next);
        QVERIFY(section.last >= section.first);
        next = section.last + 1;
        QVERIFY(!section.name.zh.isEmpty() && !section.name.en.isEmpty());
    }
    QCOMPARE(next, 98);
    QCOMPARE(divisionName(65), u"软件和信息技术服务业"_s);
    QVERIFY(divisionName(0).isEmpty() && divisionName(98).isEmpty());
}

void IndustryTest::readsCodesAndNames_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<char>("section");
    QTest::addColumn<int>("division");
    const auto row = [](const QString& text, char section, int division) {
        QTest::newRow(qPrintable(u"'"_s + text + u"'"_s)) << text << section << division;
    };
    row(u"I"_s, 'I', 0);
    row(u"i65"_s, 'I', 65);
    row(u" 65 "_s, 'I', 65);
    row(u"I6513"_s, 'I', 65);
    row(u"651"_s, 'I', 65);
    row(u"01"_s, 'A', 1);
    row(u"97"_s, 'T', 97);
    row(u"软件和信息技术服务业"_s, 'I', 65);
    row(u"信息传输、软件和信息技术服务业"_s, 'I', 0);
    row(u"教育"_s, 'P', 83);
    row(u"C65"_s, 0, 0); // 65 is no manufacturing
    row(u"00"_s, 0, 0);
    row(u"98"_s, 0, 0);
    row(u"6"_s, 0, 0);
    row(u"65130"_s, 0, 0);
    row(u"U65"_s, 0, 0);
    row(u"软件"_s, 0, 0);
    row(u""_s, 0, 0);
}

void IndustryTest::readsCodesAndNames() {
    QFETCH(QString, text);
    QFETCH(char, section);
    QFETCH(int, division);
    QCOMPARE(industryOf(text.toUtf8()), (Industry{section, division}));
}

QTEST_GUILESS_MAIN(IndustryTest)
#include "industry_test.moc"
