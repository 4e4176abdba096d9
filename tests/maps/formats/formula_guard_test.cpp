#include "maps/formats/formula_guard.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class FormulaGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guards_data();
    void guards();
    void comesOffAgain_data();
    void comesOffAgain();
};

void FormulaGuardTest::guards_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* name, const QString& text, const QString& written) {
        QTest::newRow(name) << text << written;
    };
    row("formula", u"=1+1"_s, u"'=1+1"_s);
    row("plus", u"+1+1"_s, u"'+1+1"_s);
    row("telephone number", u"+86 571 8888"_s, u"'+86 571 8888"_s); // Excel would add it up
    row("minus", u"-1+1"_s, u"'-1+1"_s);
    row("function of Lotus", u"@SUM(A1)"_s, u"'@SUM(A1)"_s);
    row("tab", u"\t=1"_s, u"'\t=1"_s);
    row("carriage return", u"\r=1"_s, u"'\r=1"_s);
    row("line feed", u"\n=1"_s, u"'\n=1"_s);
    row("full width", u"＝1"_s, u"'＝1"_s);
    row("guarded already", u"'=1"_s, u"''=1"_s);
    row("twice", u"''@x"_s, u"'''@x"_s);
    row("negative number", u"-5"_s, u"-5"_s);
    row("negative decimal", u"-0.25"_s, u"-0.25"_s);
    row("two points", u"-1.2.3"_s, u"'-1.2.3"_s);
    row("a sign for nothing", u"-"_s, u"-"_s);
    row("nothing", u""_s, u""_s);
    row("text", u"余杭区"_s, u"余杭区"_s);
    row("apostrophe", u"'t is"_s, u"'t is"_s);
    row("sign within", u"1=1"_s, u"1=1"_s);
}

void FormulaGuardTest::guards() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(guarded(text), written);
}

void FormulaGuardTest::comesOffAgain_data() { guards_data(); }

void FormulaGuardTest::comesOffAgain() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(unguarded(written), text);
    QCOMPARE(looksGuarded(written), written != text);
}

QTEST_APPLESS_MAIN(FormulaGuardTest)
#include "formula_guard_test.moc"
