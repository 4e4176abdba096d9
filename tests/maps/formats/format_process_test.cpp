#include "maps/formats/format_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Readers that do not do what they should; those that do are in source_test.
class FormatProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSilentReaderIsStopped();
    void aReaderThatBreaksOffIsTold_data();
    void aReaderThatBreaksOffIsTold();
    void aMissingReaderIsTold();
};

namespace {

const FormatRequest request{.path = u"/nowhere"_s};

} // namespace

/// As it is while GDAL makes up its mind about a file that it will never finish.
void FormatProcessTest::aSilentReaderIsStopped() {
    int asked = 0;
    FormatRequest silent = request;
    silent.goesOn = [&] { return ++asked < 3; };
    const auto result = readInProcess(silent, u"sleep"_s, u"86400"_s); // would outlive every time limit of the tests
    QCOMPARE(result.error().code, Problem::Code::Cancelled);
    QCOMPARE(asked, 3);
}

void FormatProcessTest::aReaderThatBreaksOffIsTold_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("ends without a word") << "exit 0"_ba;
    QTest::newRow("crashes") << "kill -SEGV $$"_ba;
    QTest::newRow("in the middle of a number") << R"(printf '\000\000')"_ba;
    QTest::newRow("in the middle of a message") << R"(printf '\000\000\000\004\002'; kill -KILL $$)"_ba;
    QTest::newRow("says nonsense") << R"(printf '\000\000\000\002\002\001'; sleep 86400)"_ba;
}

void FormatProcessTest::aReaderThatBreaksOffIsTold() {
    QFETCH(const QByteArray, script);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"reader"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
    file.close();
    const auto result = readInProcess(request, u"sh"_s, file.fileName());
    QCOMPARE(result.error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(result.error().arguments, QStringList{u"reading it broke off"_s});
}

void FormatProcessTest::aMissingReaderIsTold() {
    const auto result = readInProcess(request, u"/nowhere/tiermap_reader"_s, {});
    QCOMPARE(result.error().code, Problem::Code::ModuleMissing);
    QVERIFY(!result.error().arguments.value(0).isEmpty());
}

QTEST_GUILESS_MAIN(FormatProcessTest)
#include "format_process_test.moc"
