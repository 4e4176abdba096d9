#include "core/plan/period.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tiermap::Period;

class PeriodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void rejects_data();
    void rejects();
    void kindsNeverCompareEqual();
};

void PeriodTest::readsWhatItWrites_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const auto row = [](const char* written, Period::Kind kind, const QDate& from, const QDate& to) {
        QTest::newRow(written) << QString::fromLatin1(written) << static_cast<int>(kind) << from << to;
    };
    row("", Period::Kind::Unknown, {}, {});
    row("2024", Period::Kind::Year, QDate(2024, 1, 1), QDate(2024, 12, 31));
    row("~2010", Period::Kind::Year, QDate(2010, 1, 1), QDate(2010, 12, 31));
    row("2024-Q1", Period::Kind::Quarter, QDate(2024, 1, 1), QDate(2024, 3, 31));
    row("2023-Q4", Period::Kind::Quarter, QDate(2023, 10, 1), QDate(2023, 12, 31));
    row("2023-01..2023-11", Period::Kind::Months, QDate(2023, 1, 1), QDate(2023, 11, 30));
    row("2024-02..2024-02", Period::Kind::Months, QDate(2024, 2, 1), QDate(2024, 2, 29));
    row("~2023-07..2024-06", Period::Kind::Months, QDate(2023, 7, 1), QDate(2024, 6, 30));
    row("2023-01-05", Period::Kind::Date, QDate(2023, 1, 5), QDate(2023, 1, 5));
    row("2025-01-01..2025-06-12", Period::Kind::Dates, QDate(2025, 1, 1), QDate(2025, 6, 12));
}

void PeriodTest::readsWhatItWrites() {
    QFETCH(QString, written);
    QFETCH(int, kind);
    const std::optional<Period> period = Period::parse(written);
    QVERIFY(period);
    QCOMPARE(static_cast<int>(period->kind), kind);
    QTEST(period->from, "from");
    QTEST(period->to, "to");
    QCOMPARE(period->approximate, written.startsWith(u'~'));
    QCOMPARE(period->toString(), written);
}

void PeriodTest::rejects_data() {
    QTest::addColumn<QString>("written");
    for (const char* text : {"~",
                             "24",
                             "20245",
                             "2024年",
                             "2021后",
                             "2024-Q0",
                             "2024-Q5",
                             "2024-Q",
                             "2024Q1",
                             "2024-01",
                             "2024-13..2024-14",
                             "2024-05..2024-04",
                             "2024-02-30",
                             "2024-1-1",
                             "2025-06-12..2025-06-11",
                             "2024-01..2024-01-05",
                             "2024..2025",
                             "..",
                             " 2024",
                             "0000",
                             "20 4",
                             "—"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void PeriodTest::rejects() {
    QFETCH(QString, written);
    QVERIFY(!Period::parse(written));
}

void PeriodTest::kindsNeverCompareEqual() {
    QVERIFY(Period::parse(u"2024"_s) != Period::parse(u"2024-01..2024-12"_s));
    QVERIFY(Period::parse(u"2024-01..2024-12"_s) != Period::parse(u"2024-01-01..2024-12-31"_s));
    QVERIFY(Period::parse(u"2010"_s) != Period::parse(u"~2010"_s));
}

QTEST_APPLESS_MAIN(PeriodTest)
#include "period_test.moc"
