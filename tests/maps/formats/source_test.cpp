#include "maps/formats/source.h"

#include <xlsxwriter.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Each test has a folder of its own; that nothing in it changed while it was read is checked at the end.
class SourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEveryFormat_data();
    void readsEveryFormat();
    void cellsAreText();
    void shapesOfNoUseAreTold();
    void findsTheEncodingOfAShapefile_data();
    void findsTheEncodingOfAShapefile();
    void namesOfFieldsCountToo();
    void encodingsMayBeAsked();
    void findsTheEncodingOfACsv_data();
    void findsTheEncodingOfACsv();
    void readsCsvAsItStands();
    void readsSpreadsheets_data();
    void readsSpreadsheets();
    void numbersOfOtherProgramsAreShort();
    void sheetsMayEndWithAFormat();
    void sqliteLeavesNothing_data();
    void sqliteLeavesNothing();
    void gmlLeavesNothing();
    void brokenFilesAreProblems_data();
    void brokenFilesAreProblems();
    void aShapefileThatBreaksOffIsAProblem();
    void bombsAreRefused();
    void hugeLinesAreRefused();
    void aTableThatIsCutOffIsRefused();
    void perCentCellsAreReadAsTheyLook();
    void perCentCellsOfOpenDocumentAreReadAsTheyLook();
    void tooManyColumnsAreRefused();
    void stopsWhenAsked();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const;
    /// Two zones and a table of theirs, made by ogr2ogr from GeoJSON.
    QString convert(const QString& name, const QStringList& options) const;

    std::optional<QTemporaryDir> m_folder;
};

namespace {

const QByteArray zones = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"代码":330102,"名称":"上城区","面积":26.5,"日期":"2023-12-31"},
"geometry":{"type":"Polygon","coordinates":[[[120,30],[121,30],[121,31],[120,30]]]}},
{"type":"Feature","properties":{"代码":330105,"名称":"拱墅区","面积":1e7,"日期":null},
"geometry":{"type":"Polygon","coordinates":[[[121,30],[122,30],[122,31],[121,30]]]}}]})";

QString words(const Problem& problem) {
    return QString::number(static_cast<int>(problem.code)) + u' ' + problem.arguments.join(u' ');
}

void run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    }
}

/// Of all names and bytes in a folder.
QByteArray fingerprint(const QString& folder) {
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        files << it.next();
    }
    files.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& name : std::as_const(files)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(name));
        }
        hash.addData(name.toUtf8());
        hash.addData(&file);
    }
    return hash.result();
}

void patch(const QString& name, qint64 at, char byte) {
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || !file.putChar(byte)) {
        qFatal("cannot write %s", qPrintable(name));
    }
}

QByteArray gbk(const QString& text) { return QStringEncoder("GB18030").encode(text); }

} // namespace

void SourceTest::init() { m_folder.emplace(); }

QString SourceTest::write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

QString SourceTest::convert(const QString& name, const QStringList& options) const {
    const QTemporaryDir elsewhere;
    QFile from(elsewhere.filePath(u"zones.geojson"_s));
    if (!from.open(QIODevice::WriteOnly) || from.write(zones) < 0) {
        qFatal("cannot write %s", qPrintable(from.fileName()));
    }
    from.close();
    run(u"ogr2ogr"_s, QStringList{path(name), from.fileName()} + options);
    return path(name);
}

void SourceTest::readsEveryFormat_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("driver");
    const auto row = [](const QString& name, const QStringList& options, const QString& driver) {
        QTest::newRow(qPrintable(name)) << name << options << driver;
    };
    row(u"a.geojson"_s, {}, u"GeoJSON"_s);
    row(u"a.gpkg"_s, {}, u"GPKG"_s);
    row(u"a.shp"_s, {u"-lco"_s, u"ENCODING=UTF-8"_s}, u"ESRI Shapefile"_s);
    row(u"a.kml"_s, {u"-f"_s, u"LIBKML"_s}, u"LIBKML"_s);
    row(u"a.fgb"_s, {u"-lco"_s, u"SPATIAL_INDEX=NO"_s}, u"FlatGeobuf"_s);
    row(u"a.gdb"_s, {u"-f"_s, u"OpenFileGDB"_s, u"-nlt"_s, u"MULTIPOLYGON"_s}, u"OpenFileGDB"_s);
    row(u"a.dxf"_s, {u"-select"_s, u""_s}, u"DXF"_s);
    row(u"a.tab"_s, {u"-f"_s, u"MapInfo File"_s, u"-lco"_s, u"ENCODING=UTF-8"_s}, u"MapInfo File"_s);
}

void SourceTest::readsEveryFormat() {
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QFETCH(QString, driver);
    const QString file = convert(name, options);
    const QByteArray before = fingerprint(m_folder->path());

    const auto source = describeSource(file);
    QVERIFY2(source, source ? "" : qPrintable(words(source.error())));
    QCOMPARE(source->driver, driver);
    QVERIFY(!source->isTable());
    QCOMPARE(source->layers.size(), 1);
    QVERIFY(source->layers[0].hasGeometry);
    QCOMPARE(source->layers[0].crs.isEmpty(), driver == u"DXF");
    QCOMPARE(source->encoding, u"UTF-8"_s);
    const auto rows = readLayer(file, {.layer = source->layers[0].name});
    QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
    QCOMPARE(rows->crs, source->layers[0].crs);
    QCOMPARE(rows->fields, source->layers[0].fields);
    QCOMPARE(rows->rows.size(), 2U);
    QCOMPARE(rows->rows[1].row, 2);
    QVERIFY(rows->rows[1].shape);
    QVERIFY2(rows->rows[1].shapeProblem.isEmpty(), qPrintable(rows->rows[1].shapeProblem));
    if (driver != u"DXF") {
        const auto field = rows->fields.indexOf(u"名称"_s);
        QVERIFY2(field >= 0, qPrintable(rows->fields.join(u' ')));
        QCOMPARE(rows->rows[0].cells.value(field), u"上城区"_s);
    }
    QCOMPARE(readLayer(file, {.limit = 1})->rows.size(), 1U);
    QCOMPARE(readLayer(file, {.layer = u"none"_s}).error().code, Problem::Code::ValueUnknown);
    QCOMPARE(fingerprint(m_folder->path()), before);
}

void SourceTest::cellsAreText() {
    const auto rows = readLayer(write(u"zones.geojson"_s, zones));
    QVERIFY(rows);
    QCOMPARE(rows->fields, (QStringList{u"代码"_s, u"名称"_s, u"面积"_s, u"日期"_s}));
    QCOMPARE(rows->rows[0].cells, (QStringList{u"330102"_s, u"上城区"_s, u"26.5"_s, u"2023-12-31"_s}));
    QCOMPARE(rows->rows[1].cells, (QStringList{u"330105"_s, u"拱墅区"_s, u"10000000"_s, {}}));
    QVERIFY(rows->rows[1].cells[3].isNull());
}

void SourceTest::shapesOfNoUseAreTold() {
    const auto rows = readLayer(write(u"mixed.geojson"_s, R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}},
{"type":"Feature","properties":{},"geometry":null},
{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})"_ba));
    QVERIFY(rows);
    QCOMPARE(rows->rows.size(), 3U);
    QVERIFY(!rows->rows[0].shape && !rows->rows[0].shapeProblem.isEmpty());
    QVERIFY(!rows->rows[1].shape && rows->rows[1].shapeProblem.isEmpty());
    QVERIFY(rows->rows[2].shape);
}

void SourceTest::findsTheEncodingOfAShapefile_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("cpg"); // null: none
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<EncodingReason>("reason");
    using enum EncodingReason;
    const QString gbk = u"CP936"_s;
    const QString utf8 = u"UTF-8"_s;
    const QString gb18030 = u"GB18030"_s;
    QTest::newRow("GBK, .cpg") << gbk << "GBK"_ba << 0 << gb18030 << CpgFile;
    QTest::newRow("GBK, .cpg with a number") << gbk << "936\r\n"_ba << 0 << gb18030 << CpgFile;
    QTest::newRow("GBK, .cpg in words") << gbk << "ANSI 936"_ba << 0 << gb18030 << CpgFile;
    QTest::newRow("GBK, language") << gbk << QByteArray() << 0x4D << gb18030 << LanguageByte;
    QTest::newRow("GBK, wrong .cpg, language") << gbk << "UTF-8"_ba << 0x4D << gb18030 << LanguageByte;
    QTest::newRow("GBK, nothing") << gbk << QByteArray() << 0 << gb18030 << Fallback;
    QTest::newRow("GBK, ANSI") << gbk << QByteArray() << 0x57 << gb18030 << Fallback;
    QTest::newRow("GBK, wrong .cpg") << gbk << "UTF-8"_ba << 0 << gb18030 << CpgWrong;
    QTest::newRow("GBK, strange .cpg") << gbk << "\xff\xfe?"_ba << 0 << gb18030 << CpgWrong;
    QTest::newRow("UTF-8, .cpg") << utf8 << "utf8"_ba << 0 << utf8 << CpgFile;
    QTest::newRow("UTF-8, number") << utf8 << "65001"_ba << 0 << utf8 << CpgFile;
    QTest::newRow("UTF-8, nothing") << utf8 << QByteArray() << 0 << utf8 << Utf8Test;
}

void SourceTest::findsTheEncodingOfAShapefile() {
    QFETCH(QString, written);
    QFETCH(QByteArray, cpg);
    QFETCH(int, language);
    const QString file = convert(u"a.shp"_s, {u"-lco"_s, u"ENCODING="_s + written});
    QFile::remove(path(u"a.cpg"_s));
    if (!cpg.isNull()) {
        write(u"a.CPG"_s, cpg);
    }
    patch(path(u"a.dbf"_s), 29, static_cast<char>(language));
    const QByteArray before = fingerprint(m_folder->path());

    const auto source = describeSource(file);
    QVERIFY2(source, source ? "" : qPrintable(words(source.error())));
    QTEST(source->encoding, "encoding");
    QTEST(source->encodingReason, "reason");
    QCOMPARE(source->layers[0].fields, (QStringList{u"代码"_s, u"名称"_s, u"面积"_s, u"日期"_s}));
    const auto rows = readLayer(file);
    QCOMPARE(rows->rows[0].cells, (QStringList{u"330102"_s, u"上城区"_s, u"26.5"_s, u"2023-12-31"_s}));
    QCOMPARE(readLayer(path(u"a.dbf"_s))->rows[0].cells, rows->rows[0].cells);
    QCOMPARE(fingerprint(m_folder->path()), before);
}

/// Ten bytes hold three characters and a third of one in UTF-8: that is no other encoding.
void SourceTest::namesOfFieldsCountToo() {
    const QString file = convert(u"a.shp"_s, {u"-select"_s, u"代码"_s, u"-lco"_s, u"ENCODING=CP936"_s});
    QFile::remove(path(u"a.cpg"_s));
    patch(path(u"a.dbf"_s), 29, 0);
    QCOMPARE(describeSource(file)->encodingReason, EncodingReason::Fallback); // only the name is not ASCII
    const QByteArray name = "区划代码"_ba;
    for (int i = 0; i < 10; ++i) {
        patch(path(u"a.dbf"_s), 32 + i, name[i]);
    }
    const auto source = describeSource(file);
    QCOMPARE(source->encodingReason, EncodingReason::Utf8Test);
    QCOMPARE(source->layers[0].fields, QStringList{u"区划代"_s});
    for (const QString& part : {u"a.shx"_s, u"a.dbf"_s}) { // none of them is made anew
        QFile::remove(path(part));
        const QByteArray before = fingerprint(m_folder->path());
        if (const auto rows = readLayer(file); !rows) {
            QCOMPARE(rows.error().code, Problem::Code::FormatUnreadable);
        }
        QCOMPARE(fingerprint(m_folder->path()), before);
    }
}

void SourceTest::encodingsMayBeAsked() {
    const QString file = convert(u"a.shp"_s, {u"-lco"_s, u"ENCODING=CP936"_s});
    const auto source = describeSource(file, u"ISO-8859-1"_s);
    QCOMPARE(source->encodingReason, EncodingReason::Asked);
    QCOMPARE(source->layers[0].fields[0], QString::fromLatin1(gbk(u"代码"_s)));
    QCOMPARE(readLayer(file, {.encoding = u"GBK"_s})->rows[0].cells[1], u"上城区"_s);
    QCOMPARE(describeSource(file, u"nonsense"_s).error().code, Problem::Code::ValueUnknown);
}

void SourceTest::findsTheEncodingOfACsv_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<EncodingReason>("reason");
    const QString text = u"代码,名称\r\n330102,上城区\r\n"_s;
    using enum EncodingReason;
    QTest::newRow("UTF-8") << text.toUtf8() << u"UTF-8"_s << Utf8Test;
    QTest::newRow("UTF-8, mark") << "\xef\xbb\xbf" + text.toUtf8() << u"UTF-8"_s << ByteOrderMark;
    QTest::newRow("GBK") << gbk(text) << u"GB18030"_s << Fallback;
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16") << QByteArray(utf16.encode(text)) << u"UTF-16LE"_s << ByteOrderMark;
}

void SourceTest::findsTheEncodingOfACsv() {
    QFETCH(QByteArray, content);
    const QString file = write(u"a.csv"_s, content);
    const auto source = describeSource(file);
    QVERIFY(source && source->isTable());
    QTEST(source->encoding, "encoding");
    QTEST(source->encodingReason, "reason");
    QCOMPARE(readSheet(file).value(), (QList<QStringList>{{u"代码"_s, u"名称"_s}, {u"330102"_s, u"上城区"_s}}));
}

void SourceTest::readsCsvAsItStands() {
    const QString file = write(u"a.csv"_s, R"(常住人口,,

代码;"名称";"人口, 万人";
330102; "上""城""区" ;007;;;
"两
行";１２３;1.0;;
;;
)"_ba);
    const auto rows = readSheet(file);
    QVERIFY(rows);
    QCOMPARE(*rows, (QList<QStringList>{{u"常住人口,,"_s, {}, {}},
                                        {{}, {}, {}},
                                        {u"代码"_s, u"名称"_s, u"人口, 万人"_s},
                                        {u"330102"_s, u"上\"城\"区"_s, u"007"_s},
                                        {u"两\n行"_s, u"１２３"_s, u"1.0"_s}}));
    QCOMPARE(readSheet(file, {.limit = 1})->size(), 1);
    QCOMPARE(readSheet(file, {.layer = QFileInfo(file).completeBaseName(), .limit = 1})->size(), 1);
    QCOMPARE(readSheet(file, {.layer = u"表1"_s}).error().code, Problem::Code::OptionUnused);
    QCOMPARE(readSheet(write(u"a.tsv"_s, "a\tb\r\rc\td"_ba)).value(),
             (QList<QStringList>{{u"a"_s, u"b"_s}, {{}, {}}, {u"c"_s, u"d"_s}}));
}

void SourceTest::readsSpreadsheets_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("Excel") << u"yearbook.xlsx"_s;
    QTest::newRow("OpenDocument") << u"yearbook.ods"_s;
}

void SourceTest::readsSpreadsheets() {
    QFETCH(QString, name);
    const QString file = path(name);
    QVERIFY(QFile::copy(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/tests/data/"_s + name, file));
    const QByteArray before = fingerprint(m_folder->path());
    const auto source = describeSource(file);
    QVERIFY2(source, source ? "" : qPrintable(words(source.error())));
    QVERIFY(source->isTable());
    QCOMPARE(source->layers.size(), 2);
    QCOMPARE(source->layers[0].name, u"常住人口"_s);
    const auto rows = readSheet(file);
    QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
    const QList<QStringList> expected{
        {u"2023年杭州市常住人口"_s, {}, {}, {}, {}, {}, {}},
        {u"代码"_s, u"地区"_s, u"人口"_s, u"密度"_s, u"日期"_s, u"时刻"_s, u"是否"_s},
        {{}, {}, u"万人"_s, {}, {}, {}, {}},
        {{}, {}, {}, {}, {}, {}, {}},
        {{}, {}, {}, {}, {}, {}, {}},
        {u"330102"_s, u"上城区"_s, u"138.5"_s, u"0.1385"_s, u"2023-12-31"_s, u"2023-12-31T08:30:00"_s, u"1"_s},
        {u"007"_s, u"拱墅区"_s, u"１２３．５"_s, u"#DIV/0!"_s, u"2023年"_s, u"0.25"_s, u"0"_s},
        {u"123456789012"_s, u"合并"_s, u"0.00001"_s, u"100000000000000000000"_s, {}, {}, {}},
        {u"0.3"_s, {}, u"1"_s, {}, {}, {}, {}}};
    for (qsizetype i = 0; i < std::min(rows->size(), expected.size()); ++i) {
        QCOMPARE(rows->at(i), expected[i]);
    }
    QCOMPARE(rows->size(), expected.size());
    QCOMPARE(readSheet(file, {.layer = u"说明"_s}).value(), QList<QStringList>{{u"来源"_s}});
    QCOMPARE(fingerprint(m_folder->path()), before);
}

/// As Java programs write them. GDAL gives what stands in a cell, so that texts will do.
void SourceTest::numbersOfOtherProgramsAreShort() {
    const QString from = write(u"a.geojson"_s, R"({"type":"Feature","geometry":null,"properties":
{"a":"330102.0","b":"1.2345678E7","c":"1E-005","d":"2023/01/02","e":"1.50","f":"12E3","g":"2023/1",
"h":"1E5","i":"-0.5"}})"_ba);
    for (const QString& name : {u"a.xlsx"_s, u"a.ods"_s}) {
        run(u"ogr2ogr"_s, {path(name), from});
        const auto rows = readSheet(path(name));
        QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
        QCOMPARE(rows->at(1), (QStringList{u"330102"_s, u"12345678"_s, u"0.00001"_s, u"2023-01-02"_s, u"1.50"_s,
                                           u"12E3"_s, u"2023/1"_s, u"1E5"_s, u"-0.5"_s}));
    }
}

/// As LibreOffice writes them where whole columns have one: an empty row 1048576. Files are made from the ones that it
/// wrote.
void SourceTest::sheetsMayEndWithAFormat() {
    const QString data = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/tests/data/"_s;
    const auto remade = [&](const QString& name, const QString& part, const QByteArray& end, const QByteArray& more) {
        const QString folder = path(u"parts"_s);
        run(u"unzip"_s, {u"-q"_s, data + name, u"-d"_s, folder});
        QFile sheet(folder + u'/' + part);
        QVERIFY(sheet.open(QIODevice::ReadOnly));
        QByteArray text = sheet.readAll();
        sheet.close();
        text.insert(text.indexOf(end), more);
        QVERIFY(sheet.open(QIODevice::WriteOnly | QIODevice::Truncate) && sheet.write(text) == text.size());
        sheet.close();
        run(u"sh"_s, {u"-c"_s, u"cd parts && sozip --quiet -r ../a.zip ."_s});
        QVERIFY(QFile::rename(path(u"a.zip"_s), path(name)) && QDir(folder).removeRecursively());
        const auto rows = readSheet(path(name));
        QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
        QCOMPARE(rows.value(), readSheet(data + name).value());
    };
    QDir::setCurrent(m_folder->path());
    remade(u"yearbook.xlsx"_s, u"xl/worksheets/sheet1.xml"_s, "</sheetData>", R"(<row r="1048576" ht="12.8"/>)");
    remade(u"yearbook.ods"_s, u"content.xml"_s, "</table:table>",
           "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell "
           "table:number-columns-repeated=\"16384\"/></table:table-row>");
    QDir::setCurrent(QDir::rootPath());
}

void SourceTest::sqliteLeavesNothing_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::newRow("journal") << "DELETE"_ba;
    QTest::newRow("write-ahead log") << "WAL"_ba;
}

void SourceTest::sqliteLeavesNothing() {
    QFETCH(QByteArray, mode);
    const QString file = convert(u"a.gpkg"_s, {u"-lco"_s, u"SPATIAL_INDEX=NO"_s});
    QProcess other; // has the file open, with a change that is not yet in it when there is a log
    other.start(u"sqlite3"_s, {file});
    other.write("PRAGMA journal_mode=" + mode + ";UPDATE zones SET 名称='西湖区' WHERE 代码=330102;\nSELECT 'done';\n");
    QByteArray said;
    while (!said.contains("done")) {
        QVERIFY(other.waitForReadyRead());
        said += other.readAllStandardOutput();
    }
    QCOMPARE(QFile::exists(file + u"-wal"_s), mode == "WAL");
    const QByteArray before = fingerprint(m_folder->path());
    QVERIFY(describeSource(file));
    const auto rows = readLayer(file);
    QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
    QCOMPARE(rows->rows[0].cells[rows->fields.indexOf(u"名称"_s)], u"西湖区"_s);
    QCOMPARE(fingerprint(m_folder->path()), before);
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QVERIFY(!QFile::exists(file + u"-wal"_s));
    const QByteArray closed = fingerprint(m_folder->path());
    QCOMPARE(readLayer(file)->rows.size(), 2U);
    QCOMPARE(fingerprint(m_folder->path()), closed);
}

void SourceTest::gmlLeavesNothing() {
    const QString file = convert(u"a.gml"_s, {u"-f"_s, u"GML"_s});
    QFile::remove(path(u"a.xsd"_s));
    const QByteArray before = fingerprint(m_folder->path());
    QCOMPARE(readLayer(file)->rows.size(), 2U);
    QCOMPARE(fingerprint(m_folder->path()), before);
}

void SourceTest::brokenFilesAreProblems_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    for (const QString& name : {u"a.shp"_s, u"a.xlsx"_s, u"a.ods"_s, u"a.csv"_s, u"a.gpkg"_s, u"a.fgb"_s, u"a.dxf"_s}) {
        QTest::addRow("empty %s", qPrintable(name)) << name << QByteArray("");
        QTest::addRow("noise in %s", qPrintable(name)) << name << QByteArray("\x01\x00\xff\xfe", 4).repeated(500);
    }
    QFile sheet(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/tests/data/yearbook.xlsx"_s);
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    QTest::newRow("half an XLSX") << u"a.xlsx"_s << sheet.readAll().first(3000);
    QByteArray laughs = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY l0 \"ha\">";
    for (int i = 1; i < 20; ++i) {
        laughs += "<!ENTITY l" + QByteArray::number(i) + " \"" +
                  QByteArray("&l" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    }
    QTest::newRow("KML that laughs") << u"a.kml"_s
                                     << laughs + "]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                                                 "<name>&l19;</name><Point><coordinates>1,2</coordinates></Point>"
                                                 "</Placemark></Document></kml>";
    QTest::newRow("GML that laughs")
        << u"a.gml"_s
        << laughs + "]><c xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember><a><name>&l19;</name></a>"
                    "</gml:featureMember></c>";
}

void SourceTest::brokenFilesAreProblems() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QString file = write(name, content);
    const auto isProblem = [&](const auto& result) {
        return !result && result.error().code == Problem::Code::FormatUnreadable && result.error().file == file &&
               !result.error().arguments.value(0).isEmpty();
    };
    QElapsedTimer time;
    time.start();
    QVERIFY(isProblem(name.endsWith(u".csv") || name.endsWith(u".xlsx") || name.endsWith(u".ods")
                          ? readSheet(file).transform([](const auto&) {})
                          : readLayer(file).transform([](const auto&) {})));
    QVERIFY(time.elapsed() < 10'000);
    QCOMPARE(describeSource(path(u"none/"_s + name)).error().code, Problem::Code::FileMissing);
    QVERIFY(!describeSource(m_folder->path()));
    QVERIFY(QDir(m_folder->path()).mkdir(u"b.gdb"_s));
    QVERIFY(!describeSource(path(u"b.gdb"_s)));
    QVERIFY(!readSheet(path(u"b.gdb"_s)));
}

void SourceTest::aShapefileThatBreaksOffIsAProblem() {
    for (const QString& part : {u"a.shp"_s, u"a.shx"_s, u"a.dbf"_s}) {
        const QString file = convert(u"a.shp"_s, {u"-lco"_s, u"ENCODING=UTF-8"_s});
        QVERIFY(QFile::resize(path(part), QFileInfo(path(part)).size() - 40));
        const auto rows = readLayer(file);
        QVERIFY2(!rows, qPrintable(part));
        QCOMPARE(rows.error().code, Problem::Code::FormatUnreadable);
        QVERIFY(QDir(m_folder->path()).removeRecursively() && QDir().mkpath(m_folder->path()));
    }
}

void SourceTest::bombsAreRefused() {
    QFile file(path(u"sheet1.xml"_s)); // a lot of nothing
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(200LL << 20));
    run(u"sozip"_s, {u"--quiet"_s, u"-j"_s, path(u"bomb.zip"_s), file.fileName()});
    QVERIFY(QFile::rename(path(u"bomb.zip"_s), path(u"bomb.xlsx"_s)));
    file.remove();
    const auto rows = readSheet(path(u"bomb.xlsx"_s));
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Problem::Code::FormatUnreadable);
    QVERIFY2(rows.error().arguments[0].contains(u"packed"_s), qPrintable(rows.error().arguments[0]));
}

void SourceTest::hugeLinesAreRefused() {
    QFile sparse(write(u"a.csv"_s, "a,b\n"));
    QVERIFY(sparse.resize(2LL << 30));
    QCOMPARE(readSheet(sparse.fileName()).error().code, Problem::Code::FormatUnreadable);
    for (const QByteArray& start : {""_ba, "\"a\n"_ba}) { // one line; one cell that never ends
        QByteArray text = start;
        text += (QByteArray("x").repeated(1023) + (start.isEmpty() ? 'x' : '\n')).repeated(70 << 10);
        QCOMPARE(readSheet(write(u"b.csv"_s, text)).error().code, Problem::Code::FormatUnreadable);
    }
}

void SourceTest::aTableThatIsCutOffIsRefused() {
    const QByteArray whole = "a,b\n1,\"two\nlines\"\n3,4\n";
    QCOMPARE(readSheet(write(u"a.csv"_s, whole))->size(), 3);
    QCOMPARE(readSheet(write(u"a.csv"_s, whole.first(12))).error().code, Problem::Code::FormatUnreadable);
}

/// GDAL gives the numbers behind the formats. Of the styles only those of cells count; a sign in quotes is a text.
void SourceTest::perCentCellsAreReadAsTheyLook() {
    const QString file = path(u"a.xlsx"_s);
    lxw_workbook* book = workbook_new(file.toUtf8().constData());
    lxw_worksheet* notes = workbook_add_worksheet(book, "notes");
    worksheet_write_number(notes, 0, 1, 7, nullptr);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "growth");
    const auto format = [&](const char* code) {
        lxw_format* made = workbook_add_format(book);
        format_set_num_format(made, code);
        return made;
    };
    worksheet_write_string(sheet, 0, 0, "zone", nullptr);
    worksheet_write_number(sheet, 1, 1, 0.055, format("0.0%"));
    worksheet_write_number(sheet, 2, 1, 0.07, format("0%"));
    worksheet_write_number(sheet, 2, 2, -0.125, format("0.00%;[Red]-0.00%"));
    worksheet_write_number(sheet, 3, 1, 5.5, format("0.0\"%\""));
    worksheet_write_number(sheet, 3, 2, 12, nullptr);
    worksheet_write_string(sheet, 4, 1, "n", format("0%"));
    QCOMPARE(workbook_close(book), LXW_NO_ERROR);
    const auto rows = readSheet(file, {.layer = u"growth"_s});
    QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
    QCOMPARE(rows->value(1).value(1), u"5.5%"_s);
    QCOMPARE(rows->value(2).value(1), u"7%"_s);
    QCOMPARE(rows->value(2).value(2), u"-12.5%"_s);
    QCOMPARE(rows->value(3).value(1), u"5.5"_s);
    QCOMPARE(rows->value(3).value(2), u"12"_s);
    QCOMPARE(rows->value(4).value(1), u"n"_s);
    QCOMPARE(readSheet(file)->value(0).value(1), u"7"_s); // another sheet has other cells
}

/// As LibreOffice writes them: repeated cells and rows, a cell that another covers, one that only looks like a number.
void SourceTest::perCentCellsOfOpenDocumentAreReadAsTheyLook() {
    const QString content = write(u"content.xml"_s, R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.3"><office:body><office:spreadsheet>
<table:table table:name="notes"><table:table-row>
 <table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>
</table:table-row></table:table>
<table:table table:name="growth"><table:table-column table:number-columns-repeated="4"/>
<table:table-row>
 <table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>zone</text:p></table:table-cell>
 <table:covered-table-cell/>
 <table:table-cell office:value-type="percentage" office:value="0.055"><text:p>5.5%</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="2">
 <table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>
 <table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.07"><text:p>7%</text:p></table:table-cell>
 <table:table-cell office:value-type="float" office:value="0.07"><text:p>0.07</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>)");
    const QString file = path(u"a.ods"_s);
    run(u"sozip"_s, {u"--junk-paths"_s, path(u"a.zip"_s), content});
    QVERIFY(QFile::rename(path(u"a.zip"_s), file));
    const auto rows = readSheet(file, {.layer = u"growth"_s});
    QVERIFY2(rows, rows ? "" : qPrintable(words(rows.error())));
    QCOMPARE(*rows, (QList<QStringList>{{u"zone"_s, QString(), u"5.5%"_s, QString()},
                                        {u"a"_s, u"7%"_s, u"7%"_s, u"0.07"_s},
                                        {u"a"_s, u"7%"_s, u"7%"_s, u"0.07"_s}}));
    QCOMPARE(readSheet(file)->value(0).value(0), u"7"_s);
}

void SourceTest::tooManyColumnsAreRefused() {
    QCOMPARE(readSheet(write(u"a.csv"_s, QByteArray(100'000, ','))).error().code, Problem::Code::FormatUnreadable);
    QByteArray properties;
    for (int i = 0; i < 5000; ++i) {
        properties += (i == 0 ? "\"f" : ",\"f") + QByteArray::number(i) + "\":1";
    }
    const QString file =
        write(u"a.geojson"_s, R"({"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{)" +
                                  properties + "}}");
    QCOMPARE(describeSource(file).error().code, Problem::Code::FormatUnreadable);
    QCOMPARE(readLayer(file).error().code, Problem::Code::FormatUnreadable);
}

void SourceTest::stopsWhenAsked() {
    QByteArray features;
    for (int i = 0; i < 5000; ++i) {
        features += R"({"type":"Feature","properties":{"a":1},"geometry":null},)";
    }
    const QString file =
        write(u"a.geojson"_s, R"({"type":"FeatureCollection","features":[)" + features.chopped(1) + "]}");
    QList<double> parts;
    QVERIFY(readLayer(file, {.progress = [&](double part) {
                          parts << part;
                          return true;
                      }}));
    QVERIFY(parts.size() > 5 && std::ranges::is_sorted(parts) && parts.last() > 0.9 && parts.last() <= 1);
    const auto half = readLayer(file, {.progress = [](double part) { return part < 0.5; }});
    QCOMPARE(half.error().code, Problem::Code::Cancelled);
    const auto csv = readSheet(write(u"a.csv"_s, "a,b\n"_ba), {.progress = [](double) { return false; }});
    QCOMPARE(csv.error().code, Problem::Code::Cancelled);
}

QTEST_GUILESS_MAIN(SourceTest)
#include "source_test.moc"
