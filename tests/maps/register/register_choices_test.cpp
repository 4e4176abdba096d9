#include "maps/register/register_choices.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class RegisterChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrip() {
        QCOMPARE(toJson(RegisterChoices()), u"{}"_s);
        RegisterChoices choices{.columns = {.longitude = u"经度"_s,
                                            .latitude = u"纬度"_s,
                                            .district = u"区"_s,
                                            .industry = u"行业"_s,
                                            .size = u"规模"_s,
                                            .year = u"成立"_s},
                                .districtOnly = true,
                                .layer = u"Sheet2"_s};
        choices.filter = {.industries = {{'I', 0}, {'C', 39}},
                          .sizes = {EnterpriseSize::Large, EnterpriseSize::Unknown},
                          .from = 2010,
                          .to = 2020,
                          .text = u"跨境"_s};
        choices.clusters = 0;
        choices.spots = 2500;
        const auto read = registerChoicesFromJson(toJson(choices));
        QVERIFY(read);
        QVERIFY(*read == choices);
    }

    void nothingIsEverything() {
        QVERIFY(*registerChoicesFromJson(QString()) == RegisterChoices());
        QVERIFY(registerChoicesFromJson(u"{\"of_a_later_version\": 1}"_s)); // left unread
    }

    void badJson_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("no JSON") << u"{"_s << int(Problem::Code::SyntaxError) << QString();
        QTest::newRow("an industry that is none")
            << u"{\"industries\": [\"Z99\"]}"_s << int(Problem::Code::ValueUnknown) << u"industries"_s;
        QTest::newRow("a size that is none")
            << u"{\"sizes\": [\"huge\"]}"_s << int(Problem::Code::ValueUnknown) << u"sizes"_s;
        QTest::newRow("a year in words") << u"{\"founded_from\": \"2010\"}"_s << int(Problem::Code::FieldType)
                                         << u"founded_from"_s;
        QTest::newRow("a distance in words")
            << u"{\"clusters_within_m\": \"near\"}"_s << int(Problem::Code::FieldType) << u"clusters_within_m"_s;
        QTest::newRow("a column as a number")
            << u"{\"columns\": {\"longitude\": 3}}"_s << int(Problem::Code::FieldType) << u"columns.longitude"_s;
    }

    void badJson() {
        QFETCH(QString, json);
        QFETCH(int, code);
        QFETCH(QString, field);
        const auto read = registerChoicesFromJson(json);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().field, field);
    }
};

QTEST_GUILESS_MAIN(RegisterChoicesTest)
#include "register_choices_test.moc"
