#include "maps/register/csv_records.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <mutex>

using namespace tiermap;
using namespace Qt::StringLiterals;

class CsvRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void readsWhateverLineEnds_data();
    void readsWhateverLineEnds();
    void cellsMaySpanLinesAndBlocks();
    void aQuoteThatIsNeverClosedCostsItsRow();
    void rowsAreThoseOfTheFile();
    void whatIsNoCsvIsAProblem();
    void stopsWhenAsked();

private:
    QString write(const QByteArray& bytes) const {
        QFile file(m_folder.filePath(u"a.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

namespace {

using Rows = std::map<qint64, QByteArrayList>;

QByteArrayList cellsOf(const CsvRecord& record) {
    QByteArrayList cells;
    for (const QByteArrayView cell : record.cells) {
        cells << cell.toByteArray();
    }
    if (record.wrongQuotes) {
        cells << "WRONG";
    }
    return cells;
}

/// Heading under 0.
Result<Rows> rowsOf(const QString& file) {
    Rows rows;
    std::mutex adding;
    return readRecords(
               file,
               [&](const CsvRecord& heading) {
                   rows[0] = cellsOf(heading);
                   return Result<void>();
               },
               [&](std::span<const CsvRecord> records) {
                   const std::scoped_lock lock(adding);
                   for (const CsvRecord& record : records) {
                       rows[record.row] = cellsOf(record);
                   }
               })
        .transform([&] { return rows; });
}

} // namespace

void CsvRecordsTest::splits_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArrayList>("cells");
    const auto row = [](const QByteArray& line, const QByteArrayList& cells) {
        QTest::newRow(line.constData()) << line << cells;
    };
    row("a,b", {"a", "b"});
    row("", {""});
    row(",", {"", ""});
    row(" a , b\t", {"a", "b"});
    row(R"("a,b", "c" ,d)", {"a,b", "c", "d"});
    row(R"("a ""b""",c)", {R"(a ""b"")", "c"});
    row(R"("",c)", {"", "c"});
    row(R"(5" pipe,c)", {R"(5" pipe)", "c"});
    row(R"("a"b,c)", {"a", "c", "WRONG"});
    row(R"("a,c)", {R"("a)", "c", "WRONG"});
    row("\xC9\xCF\xB3\xC7,120.5", {"\xC9\xCF\xB3\xC7", "120.5"}); // 上城 in GBK
}

void CsvRecordsTest::splits() {
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArrayList, cells);
    CsvRecord record;
    splitRecord(line, ',', record);
    QCOMPARE(cellsOf(record), cells);
}

void CsvRecordsTest::readsWhateverLineEnds_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << "a,b\n1,2\n\n3,4\n"_ba;
    QTest::newRow("no end") << "a,b\n1,2\n\n3,4"_ba;
    QTest::newRow("CRLF") << "a,b\r\n1,2\r\n\r\n3,4\r\n"_ba;
    QTest::newRow("CR") << "a,b\r1,2\r\r3,4\r"_ba;
    QTest::newRow("mixed") << "a,b\r1,2\r\n\n3,4\r\n"_ba;
    QTest::newRow("BOM and semicolons") << "\xEF\xBB\xBF"
                                           "a;b\n1;2\n\n3;4\n"_ba;
}

void CsvRecordsTest::readsWhateverLineEnds() {
    QFETCH(const QByteArray, bytes);
    const auto rows = rowsOf(write(bytes));
    QVERIFY(rows);
    QCOMPARE(*rows, (Rows{{0, {"a", "b"}}, {2, {"1", "2"}}, {4, {"3", "4"}}}));
}

/// Blocks have a mebibyte: a line that a quoted cell spreads over their edge is still one record, whatever stands there.
void CsvRecordsTest::cellsMaySpanLinesAndBlocks() {
    const QByteArray text = "\"one\n\"\"two\"\", three\r\n\",x\n";
    QByteArray bytes = "a,b\r\n";
    while (bytes.size() < 3'000'000) {
        bytes += text;
    }
    const auto rows = rowsOf(write(bytes));
    QVERIFY(rows);
    QCOMPARE(static_cast<qsizetype>(rows->size()), 1 + (bytes.size() - 5 + text.size() - 1) / text.size());
    for (const auto& [row, cells] : *rows) {
        if (row > 0) {
            QCOMPARE(cells.size(), 2);
            QCOMPARE(cells[1], "x"_ba);
            QVERIFY(cells[0].startsWith("one\n\"\"two\"\", three"));
        }
    }
}

void CsvRecordsTest::aQuoteThatIsNeverClosedCostsItsRow() {
    QByteArray bytes = "a,b\n\"1,2\n";
    const int lines = 100'000;
    for (int i = 0; i < lines; ++i) {
        bytes += "3,4\n";
    }
    const auto rows = rowsOf(write(bytes));
    QVERIFY(rows);
    QCOMPARE(static_cast<int>(rows->size()), lines + 2);
    QCOMPARE(rows->at(2), (QByteArrayList{"\"1", "2", "WRONG"}));
    QCOMPARE(rows->at(3), (QByteArrayList{"3", "4"}));
    QCOMPARE(rows->at(lines + 2), (QByteArrayList{"3", "4"}));
}

void CsvRecordsTest::rowsAreThoseOfTheFile() {
    QByteArray bytes = "title\n\nrow,text\n";
    const int lines = 200'000;
    for (int i = 0; i < lines; ++i) {
        bytes += QByteArray::number(i + 4) + ",text\n";
    }
    const auto rows = rowsOf(write(bytes));
    QVERIFY(rows);
    QCOMPARE(static_cast<int>(rows->size()), lines + 1);
    QCOMPARE(rows->at(0), (QByteArrayList{"row", "text"}));
    for (const auto& [row, cells] : *rows) {
        QVERIFY(row == 0 || cells[0].toLongLong() == row);
    }
}

void CsvRecordsTest::whatIsNoCsvIsAProblem() {
    QCOMPARE(rowsOf(m_folder.filePath(u"none.csv"_s)).error().code, Problem::Code::FileMissing);
    QCOMPARE(rowsOf(m_folder.path()).error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(rowsOf(write({})).error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(rowsOf(write("a\0b\0"_ba)).error().code, Problem::Code::FormatUnreadable); // UTF-16
    QByteArray line(70 << 20, 'x');
    QCOMPARE(rowsOf(write("a,b\n" + line)).error().code, Problem::Code::FormatUnreadable);
}

void CsvRecordsTest::stopsWhenAsked() {
    const auto result = readRecords(
        write("a,b\n1,2\n"), [](const CsvRecord&) { return Result<void>(); }, [](std::span<const CsvRecord>) {},
        [](double) { return false; });
    QCOMPARE(result.error().code, Problem::Code::Cancelled);
}

QTEST_GUILESS_MAIN(CsvRecordsTest)
#include "csv_records_test.moc"
