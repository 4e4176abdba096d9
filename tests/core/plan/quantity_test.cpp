#include "core/plan/number_entry.h"
#include "core/plan/quantity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tiermap::enteredQuantity;
using tiermap::Quantity;
using tiermap::sumOf;

class QuantityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void rejects_data();
    void rejects();
    void readsWhatPeopleWrite_data();
    void readsWhatPeopleWrite();
    void writesPlainDigits();
    void sumsKeepTheirBounds_data();
    void sumsKeepTheirBounds();
};

void QuantityTest::readsWhatItWrites_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("bound");
    const auto row = [](const char* name, const QString& written, double number, Quantity::Bound bound) {
        QTest::newRow(name) << written << number << static_cast<int>(bound);
    };
    row("exact", u"61"_s, 61, Quantity::Bound::Exact);
    row("more than", u">50"_s, 50, Quantity::Bound::MoreThan);
    row("at least", u">=1400"_s, 1400, Quantity::Bound::AtLeast);
    row("less than", u"<3"_s, 3, Quantity::Bound::LessThan);
    row("at most", u"<=3"_s, 3, Quantity::Bound::AtMost);
    row("about", u"~30"_s, 30, Quantity::Bound::About);
    row("negative", u"-17.3"_s, -17.3, Quantity::Bound::Exact);
    row("zero", u"0"_s, 0, Quantity::Bound::Exact);
    row("decimal", u"0.1"_s, 0.1, Quantity::Bound::Exact);
    row("census", u"11936010"_s, 11936010, Quantity::Bound::Exact);
    row("round", u"100000"_s, 100000, Quantity::Bound::Exact);
    row("tiny", u"1e-09"_s, 1e-9, Quantity::Bound::Exact);
    row("huge", u"1e+300"_s, 1e300, Quantity::Bound::Exact);
}

void QuantityTest::readsWhatItWrites() {
    QFETCH(QString, written);
    QFETCH(double, number);
    QFETCH(int, bound);
    const std::optional<Quantity> quantity = Quantity::parse(written);
    QVERIFY(quantity);
    QCOMPARE(quantity->number, number);
    QCOMPARE(static_cast<int>(quantity->bound), bound);
    QCOMPARE(quantity->toString(), written);
}

void QuantityTest::readsWhatPeopleWrite_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("written"); // empty: no number
    const auto row = [](const QString& typed, const QString& written) {
        QTest::newRow(typed.toUtf8().constData()) << typed << written;
    };
    row(u"１，２３４"_s, u"1234"_s);
    row(u"60+"_s, u">=60"_s);
    row(u"60以上"_s, u">=60"_s);
    row(u"不足10"_s, u"<10"_s);
    row(u"超过1,000"_s, u">1000"_s);
    row(u"不超过 5"_s, u"<=5"_s);
    row(u"近2200"_s, u"~2200"_s);
    row(u"30余"_s, u"~30"_s);
    row(u"+6.1"_s, u"6.1"_s); // of growth
    row(u"以上60"_s, QString());
    row(u"超60余"_s, QString()); // two bounds
    row(u"10-20"_s, QString());
    row(u"以上"_s, QString());
}

void QuantityTest::readsWhatPeopleWrite() {
    QFETCH(const QString, typed);
    QFETCH(const QString, written);
    const auto quantity = enteredQuantity(typed);
    QCOMPARE(quantity ? quantity->toString() : QString(), written);
}

void QuantityTest::rejects_data() {
    QTest::addColumn<QString>("written");
    for (const char* text : {"", ">", ">=", "about 3", "30余", "1,000", "1 000", " 1", "1 ", "+1", "1.2.3", "0x10",
                             "inf", "nan", "~~3", ">>3", "=3", "１２", "1e999"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void QuantityTest::rejects() {
    QFETCH(QString, written);
    QVERIFY(!Quantity::parse(written));
}

void QuantityTest::writesPlainDigits() {
    QCOMPARE((Quantity{142.72, Quantity::Bound::Exact}).toString(), u"142.72"_s);
    QCOMPARE((Quantity{1e6, Quantity::Bound::MoreThan}).toString(), u">1000000"_s);
    QCOMPARE((Quantity{0.1 + 0.2, Quantity::Bound::Exact}).toString(), u"0.30000000000000004"_s);
}

void QuantityTest::sumsKeepTheirBounds_data() {
    QTest::addColumn<QString>("terms");
    QTest::addColumn<QString>("sum");
    const auto row = [](const char* terms, const char* sum) {
        QTest::newRow(terms) << QString::fromLatin1(terms) << QString::fromLatin1(sum);
    };
    row("10 20", "30");
    row("0.1 0.2", "0.3");
    row("119.68 0.32", "120");
    row(">5 3", ">8");
    row("3 >5", ">8");
    row(">5 >=3", ">8");
    row(">=5 >=3", ">=8");
    row("<5 <=3", "<8");
    row("<=5 3", "<=8");
    row("~5 3", "~8");
    row("~5 ~3", "~8");
    row("1 2 3.5 >4", ">10.5");
    row(">5 ~3", "");
    row(">5 <3", "");
    row(">=5 <=3 1", "");
}

void QuantityTest::sumsKeepTheirBounds() {
    QFETCH(QString, terms);
    QFETCH(QString, sum);
    QList<Quantity> quantities;
    for (const QString& term : terms.split(u' ')) {
        quantities << Quantity::parse(term).value();
    }
    const std::optional<Quantity> found = sumOf(quantities);
    QCOMPARE(found ? found->toString() : QString(), sum);
}

QTEST_APPLESS_MAIN(QuantityTest)
#include "quantity_test.moc"
