#include "maps/register/register_filter.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class RegisterFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizesAreReadAsTheyAreWritten_data();
    void sizesAreReadAsTheyAreWritten();
    void yearsAreReadOfDates_data();
    void yearsAreReadOfDates();
    void everythingThatIsAskedMustHold();
};

void RegisterFilterTest::sizesAreReadAsTheyAreWritten_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size");
    const auto row = [](const char* text, EnterpriseSize size) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(size);
    };
    row("大型", EnterpriseSize::Large);
    row(" 中型企业 ", EnterpriseSize::Medium);
    row("小", EnterpriseSize::Small);
    row("微型", EnterpriseSize::Micro);
    row("Large", EnterpriseSize::Large);
    row("unknown", EnterpriseSize::Unknown);
    row("小微", EnterpriseSize::Unknown); // two classes
    row("大概", EnterpriseSize::Unknown);
    row("", EnterpriseSize::Unknown);
}

void RegisterFilterTest::sizesAreReadAsTheyAreWritten() {
    QFETCH(const QByteArray, text);
    QFETCH(const int, size);
    QCOMPARE(static_cast<int>(enterpriseSizeOf(text)), size);
}

void RegisterFilterTest::yearsAreReadOfDates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("year");
    const auto row = [](const char* text, int year) { QTest::newRow(text) << QByteArray(text) << year; };
    row("2019", 2019);
    row("2019-05-20 00:00:00", 2019);
    row("2019/5/20", 2019);
    row("2019年5月", 2019);
    row("20190520", 2019);
    row("201905", 0); // a number
    row("43605", 0);  // a spreadsheet's day
    row("3019", 0);
    row("19", 0);
    row("", 0);
}

void RegisterFilterTest::yearsAreReadOfDates() {
    QFETCH(const QByteArray, text);
    QFETCH(const int, year);
    QCOMPARE(yearOf(text), year);
}

void RegisterFilterTest::everythingThatIsAskedMustHold() {
    const Industry software{'I', 65};
    const RegisterFilter all;
    QVERIFY(all.isEmpty() && all.passes({}, EnterpriseSize::Unknown, 0));
    const RegisterFilter section{.industries = {{'I', 0}, {'C', 0}}};
    QVERIFY(section.passes(software, EnterpriseSize::Unknown, 0));
    QVERIFY(!section.passes({'J', 66}, EnterpriseSize::Unknown, 0));
    QVERIFY(!section.passes({}, EnterpriseSize::Unknown, 0));
    const RegisterFilter division{.industries = {{'I', 64}}};
    QVERIFY(!division.passes(software, EnterpriseSize::Unknown, 0));
    QVERIFY(!division.passes({'I', 0}, EnterpriseSize::Unknown, 0)); // it may be, nobody knows
    const RegisterFilter since{.sizes = {EnterpriseSize::Micro}, .from = 2019};
    QVERIFY(since.passes({}, EnterpriseSize::Micro, 2019));
    QVERIFY(!since.passes({}, EnterpriseSize::Micro, 2018));
    QVERIFY(!since.passes({}, EnterpriseSize::Micro, 0));
    QVERIFY(!since.passes({}, EnterpriseSize::Small, 2019));
    const RegisterFilter until{.to = 2019};
    QVERIFY(until.passes({}, EnterpriseSize::Unknown, 2019));
    QVERIFY(!until.passes({}, EnterpriseSize::Unknown, 0)); // no year is not an early one
}

QTEST_GUILESS_MAIN(RegisterFilterTest)
#include "register_filter_test.moc"
