// The files themselves, as other programs and a hostile disk see them.

#include "maps/export/field_meaning.h"
#include "tests/maps/export/exported_plan.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace tiermap;
using namespace tiermap::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                                                : QString();
}

/// Stands in for a full disk: no file of this process grows beyond some bytes.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TableExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(makeAwkwardProject(project())); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void otherProgramsReadIt_data();
    void otherProgramsReadIt();
    void csvIsForExcel();
    void workbookHoldsTexts();
    void geoJsonIsAsRfc7946HasIt();
    void shapefileHasADictionary();
    void whatIsThereStays();
    void aProjectStays();
    void whatCannotBeWrittenLeavesNothing_data();
    void whatCannotBeWrittenLeavesNothing();
    void theProjectIsOnlyRead();

private:
    QString project() const { return m_home.filePath(u"plan.gpkg"_s); }
    QString path(const QString& name) const { return m_folder->filePath(name); }
    Result<ExportReport> write(Table table, const QString& name, bool replace = false) const {
        return exportTable({.project = project(), .table = table, .file = path(name), .replace = replace});
    }
    QStringList everything() const {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TableExportTest::otherProgramsReadIt_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("table");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("crs");
    const auto count = [this](Table table) { return static_cast<int>(rowsOf(project(), table).size()); };
    const int zones = count(Table::Zones);
    for (const FileFormat& format : fileFormats()) {
        const QString crs = format.shapes == FileFormat::Shapes::None ? QString()
                            : format.statesCgcs2000                   ? u"4490"_s
                                                                      : u"4326"_s;
        QTest::addRow("zones as %s", format.name.data())
            << u"zones."_s + format.name << static_cast<int>(Table::Zones) << zones << crs;
        QTest::addRow("sites as %s", format.name.data())
            << u"sites."_s + format.name << static_cast<int>(Table::Sites) << count(Table::Sites) << crs;
        if (format.tables) {
            QTest::addRow("observations as %s", format.name.data())
                << u"observations."_s + format.name << static_cast<int>(Table::Observations)
                << count(Table::Observations) << QString();
        }
    }
    QTest::newRow("areas and lines as gpkg")
        << u"context.gpkg"_s << static_cast<int>(Table::Context) << count(Table::Context) << u"4490"_s;
}

void TableExportTest::otherProgramsReadIt() {
    QFETCH(QString, name);
    QFETCH(int, table);
    QFETCH(int, rows);
    QFETCH(QString, crs);
    const auto report = write(static_cast<Table>(table), name);
    QVERIFY2(report, report ? "" : qPrintable(report.error().arguments.join(u' ')));
    QCOMPARE(report->rows, rows);
    QVERIFY(report->files.contains(path(name)));
    for (const QString& file : report->files) {
        QVERIFY2(QFileInfo(file).size() > 0, qPrintable(file));
    }
    QCOMPARE(everything().size(), report->files.size()); // and nothing else
    QStringList arguments{u"-json"_s, path(name)};
    if (name.endsWith(u".xlsx"_s)) { // of texts alone GDAL cannot tell a heading
        arguments << u"-oo"_s << u"HEADERS=FORCE"_s;
    }
    const QString info = outputOf(u"ogrinfo"_s, arguments);
    const QJsonObject layer = QJsonDocument::fromJson(info.toUtf8()).object()[u"layers"_s].toArray()[0].toObject();
    QCOMPARE(layer[u"featureCount"_s].toInt(), rows);
    if (!crs.isEmpty()) {
        QVERIFY2(info.contains(u"EPSG\",%1"_s.arg(crs)) || info.contains(u"\"code\":%1"_s.arg(crs)) ||
                     info.contains(u"\"code\":\"%1\""_s.arg(crs)) || info.contains(u"EPSG\\\",%1"_s.arg(crs)),
                 qPrintable(info.left(3000)));
    }
    QVERIFY(info.contains(u"name_zh"_s) || info.contains(u"missing_reason"_s));
}

void TableExportTest::csvIsForExcel() {
    QVERIFY(write(Table::Sites, u"sites.csv"_s));
    const QByteArray bytes = contentOf(path(u"sites.csv"_s));
    QVERIFY(bytes.startsWith("\xEF\xBB\xBFkey,name_zh,"));
    QVERIFY(bytes.contains("\r\n"));
    const QString text = QString::fromUtf8(bytes);
    for (const QString& bare : {u",=1+1,"_s, u",@SUM(A1),"_s, u",+86 571 8888 0000,"_s, u",\"=HYPER"_s, u",\"\t=1"_s}) {
        QVERIFY2(!text.contains(bare), qPrintable(bare));
    }
    QVERIFY(text.contains(u",'=1+1,"_s));
    QVERIFY(text.contains(u",-5,"_s));                      // a number is no formula
    QVERIFY(text.contains(u"\"one line\nand another\""_s)); // as RFC 4180 has it
    QVERIFY(text.contains(u"\"a \"\"b\"\", c; d\te\""_s));
    QVERIFY(text.section(u"\r\n"_s, 0, 0).endsWith(u"longitude,latitude"_s));
    QVERIFY(write(Table::Zones, u"zones.csv"_s));
    QVERIFY(contentOf(path(u"zones.csv"_s)).contains("\r\n330108,"));
    QVERIFY(!contentOf(path(u"zones.csv"_s)).contains("330108.0"));
}

void TableExportTest::workbookHoldsTexts() {
    QVERIFY(write(Table::Sites, u"sites.xlsx"_s));
    const QString sheet = outputOf(u"unzip"_s, {u"-p"_s, path(u"sites.xlsx"_s), u"xl/worksheets/sheet1.xml"_s});
    QVERIFY(!sheet.isEmpty());
    QVERIFY(!sheet.contains(u"<f>"_s) && !sheet.contains(u"hyperlink"_s));
    QVERIFY(sheet.contains(u"state=\"frozen\""_s));
    QVERIFY(outputOf(u"unzip"_s, {u"-l"_s, path(u"sites.xlsx"_s)}).contains(u"sharedStrings"_s));
    const QString texts = outputOf(u"unzip"_s, {u"-p"_s, path(u"sites.xlsx"_s), u"xl/sharedStrings.xml"_s});
    QVERIFY(texts.contains(u">=1+1<"_s)); // a text, with nothing before it
    QVERIFY(texts.contains(u">330102<"_s));
    QVERIFY(write(Table::Observations, u"observations.xlsx"_s));
    const QString numbers =
        outputOf(u"unzip"_s, {u"-p"_s, path(u"observations.xlsx"_s), u"xl/worksheets/sheet1.xml"_s});
    QVERIFY(QRegularExpression(u"<c r=\"F2\"><v>[0-9.]+</v></c>"_s).match(numbers).hasMatch()); // value: no text
    QVERIFY(QRegularExpression(u"<c r=\"A2\" t=\"s\">"_s).match(numbers).hasMatch());           // code of a zone: text
}

void TableExportTest::geoJsonIsAsRfc7946HasIt() {
    QVERIFY(write(Table::Zones, u"zones.geojson"_s));
    const QJsonObject collection = QJsonDocument::fromJson(contentOf(path(u"zones.geojson"_s))).object();
    QCOMPARE(collection[u"type"_s].toString(), u"FeatureCollection"_s);
    QVERIFY(!collection.contains(u"crs"_s));
    int rings = 0;
    for (const QJsonValue& feature : collection[u"features"_s].toArray()) {
        QVERIFY(feature[u"properties"_s][u"code"_s].isString());
        for (const QJsonValue& polygon : feature[u"geometry"_s][u"coordinates"_s].toArray()) {
            const QJsonArray ring = polygon[0].toArray();
            double area = 0;
            for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
                area += ring[i][0].toDouble() * ring[i + 1][1].toDouble() -
                        ring[i + 1][0].toDouble() * ring[i][1].toDouble();
            }
            QVERIFY(area > 0); // exteriors run counter-clockwise
            QCOMPARE(ring.first(), ring.last());
            ++rings;
        }
    }
    QCOMPARE_GE(rings, 14);
}

void TableExportTest::shapefileHasADictionary() {
    const auto report = write(Table::Sites, u"sites.shp"_s);
    QVERIFY(report);
    QCOMPARE(everything(), (QStringList{u"sites.cpg"_s, u"sites.dbf"_s, u"sites.prj"_s, u"sites.shp"_s, u"sites.shx"_s,
                                        u"sites_fields.csv"_s}));
    QCOMPARE(contentOf(path(u"sites.cpg"_s)).trimmed(), QByteArray("UTF-8"));
    const QString dictionary = QString::fromUtf8(contentOf(path(u"sites_fields.csv"_s)));
    QVERIFY(dictionary.contains(u"short_name,name,meaning_zh\r\n"_s));
    QVERIFY(dictionary.contains(u"\r\nname_zh,name_zh,中文名称\r\n"_s));
    for (const Table table : {Table::Zones, Table::Sites, Table::Context}) { // every field has a meaning
        for (const Column& column : columnsOf(table)) {
            QVERIFY2(column.kind == Column::Kind::Geometry || fieldMeaning(column.name) != column.name,
                     column.name.data());
        }
    }
    // 300 characters of three bytes each are cut to 84 whole ones: 252 bytes of 254.
    const QString info = outputOf(u"ogrinfo"_s, {u"-json"_s, u"-features"_s, path(u"sites.shp"_s)});
    QVERIFY(info.contains(QString(84, u'長')));
    QVERIFY(!info.contains(QString(85, u'長')));
    QVERIFY(!info.contains(QChar(0xFFFD)));
}

void TableExportTest::whatIsThereStays() {
    QFile there(path(u"zones.csv"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    const auto refused = write(Table::Zones, u"zones.csv"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Problem::Code::FileExists);
    QCOMPARE(contentOf(there.fileName()), QByteArray("mine"));
    QVERIFY(write(Table::Zones, u"zones.csv"_s, true));
    QVERIFY(contentOf(there.fileName()) != "mine");
    // Nor does a shapefile take the place of a table that only its .dbf is.
    QFile table(path(u"zones.dbf"_s));
    QVERIFY(table.open(QIODevice::WriteOnly) && table.write("mine") == 4);
    table.close();
    const auto half = write(Table::Zones, u"zones.shp"_s);
    QVERIFY(!half);
    QCOMPARE(half.error().code, Problem::Code::FileExists);
    QCOMPARE(half.error().file, path(u"zones.dbf"_s));
    QCOMPARE(everything(), (QStringList{u"zones.csv"_s, u"zones.dbf"_s}));
}

void TableExportTest::aProjectStays() {
    QVERIFY(QFile::copy(project(), path(u"other.gpkg"_s)));
    const QByteArray before = contentOf(path(u"other.gpkg"_s));
    for (const QString& target : {path(u"other.gpkg"_s), project()}) {
        const auto refused =
            exportTable({.project = project(), .table = Table::Zones, .file = target, .replace = true});
        QVERIFY(refused);
        QCOMPARE(refused->obstacle, Obstacle::IsProject);
        QCOMPARE(refused->files, QStringList());
    }
    QCOMPARE(contentOf(path(u"other.gpkg"_s)), before);
    QCOMPARE(contentOf(project()), before);
}

void TableExportTest::whatCannotBeWrittenLeavesNothing_data() {
    QTest::addColumn<QString>("ending");
    for (const FileFormat& format : fileFormats()) {
        QTest::newRow(format.name.data()) << QString(format.name);
    }
}

void TableExportTest::whatCannotBeWrittenLeavesNothing() {
    QFETCH(QString, ending);
    const auto nowhere = write(Table::Zones, u"missing/zones."_s + ending);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, Problem::Code::FileUnwritable);
    QVERIFY(!nowhere.error().arguments.value(0).isEmpty());
    {
        const FileSizeLimit limit(1000);
        const auto full = write(Table::Zones, u"zones."_s + ending);
        QVERIFY(!full);
        QCOMPARE(full.error().code, Problem::Code::FileUnwritable);
        QCOMPARE(full.error().file, path(u"zones."_s + ending));
    }
    QCOMPARE(everything(), QStringList());
    // A pipe under that name must stay one.
    const QString pipe = path(u"pipe."_s + ending);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const auto piped = write(Table::Zones, u"pipe."_s + ending, true);
    QVERIFY(!piped);
    QCOMPARE(piped.error().code, Problem::Code::FileUnwritable);
    QCOMPARE(everything(), QStringList{u"pipe."_s + ending});
}

void TableExportTest::theProjectIsOnlyRead() {
    const QByteArray before = contentOf(project());
    for (const FileFormat& format : fileFormats()) {
        QVERIFY(write(Table::Sites, u"sites."_s + format.name));
    }
    QCOMPARE(contentOf(project()), before);
    QCOMPARE(QDir(m_home.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"plan.gpkg"_s});
}

QTEST_GUILESS_MAIN(TableExportTest)
#include "table_export_test.moc"
