#include "core/store/project_file.h"
#include "core/store/row_key.h"
#include "tests/core/store/sample_project.h"

#include <sys/stat.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tiermap;

namespace {

using Code = Problem::Code;

/// Runs a program of the system and hands back what it printed; nothing where it failed.
std::optional<QString> output(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        return std::nullopt;
    }
    return QString::fromUtf8(process.readAll());
}

bool lacks(const QString& program) { return QStandardPaths::findExecutable(program).isEmpty(); }

} // namespace

class ProjectFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsWhatItWrote();
    void writesTheSameBytesTwice();
    void rowsKeepTheirNumbers();
    void readsFromAReadOnlyFolderWithoutATrace();
    void seesWhatStandsInTheWriteAheadLog();
    void seesNothingOfAWriteThatIsUnderWay();
    void opensInOtherPrograms_data();
    void opensInOtherPrograms();
    void isAValidDatabase();
    void failureLeavesTheOldFile_data();
    void failureLeavesTheOldFile();
    void devicesAndPipesAreLeftAlone();

private:
    QString path(const QString& name = u"plan.gpkg"_s) const { return m_folder->filePath(name); }

    Project m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProjectFileTest::initTestCase() { m_project = sampleProject(); }

void ProjectFileTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void ProjectFileTest::readsWhatItWrote() {
    QVERIFY(writeProjectFile(path(), m_project));
    QVERIFY(schemaVersionIn(path()));
    const Result<Project> read = readProjectFile(path());
    QVERIFY2(read, read ? "" : qPrintable(read.error().field + read.error().arguments.join(u' ')));
    QCOMPARE(read->file, path());
    QCOMPARE(read->plan, m_project.plan);
    QCOMPARE(read->zoneShapes, m_project.zoneShapes);
    QCOMPARE(read->context, m_project.context);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"plan.gpkg"_s});
}

void ProjectFileTest::writesTheSameBytesTwice() {
    QVERIFY(writeProjectFile(path(u"a.gpkg"_s), m_project));
    const Result<Project> read = readProjectFile(path(u"a.gpkg"_s));
    QVERIFY(read);
    QVERIFY(writeProjectFile(path(u"b.gpkg"_s), *read));
    const QByteArray bytes = contentOf(path(u"a.gpkg"_s));
    QVERIFY(bytes.startsWith("SQLite format 3"));
    QVERIFY(bytes == contentOf(path(u"b.gpkg"_s)));
}

void ProjectFileTest::rowsKeepTheirNumbers() {
    // Part of the file format: another program computes it as docs/file-format.md says.
    const QByteArray hash = QCryptographicHash::hash("330108\x1Fgdp\x1F"
                                                     "2021\x1Fs",
                                                     QCryptographicHash::Sha256);
    const auto expected = qint64(qFromBigEndian<quint64>(hash.constData()) & 0x7fffffffffffffff);
    QCOMPARE(rowKey({u"330108"_s, u"gdp"_s, u"2021"_s, u"s"_s}), expected);
    QVERIFY(rowKey({u"330108"_s}) > 0);
    QCOMPARE(rowKey({u"lead"_s}), 7153242063928193268); // sha256sum of "lead"
}

void ProjectFileTest::readsFromAReadOnlyFolderWithoutATrace() {
    QVERIFY(writeProjectFile(path(), m_project));
    const QByteArray before = contentOf(path());
    const auto restore = qScopeGuard(
        [&] { QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
    QFile::setPermissions(path(), QFile::ReadOwner);
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
    QVERIFY(readProjectFile(path()));
    QVERIFY(contentOf(path()) == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"plan.gpkg"_s});
}

void ProjectFileTest::seesWhatStandsInTheWriteAheadLog() {
    QVERIFY(writeProjectFile(path(), m_project));
    OtherProgram qgis(path()); // keeps the file open, so its change stands in the -wal only
    QVERIFY(qgis.run(u"PRAGMA journal_mode = WAL;"
                     "UPDATE zones SET name_en = 'changed outside' WHERE code = '330108'"_s));
    const QByteArray before = contentOf(path());
    const QByteArray log = contentOf(path() + u"-wal"_s);
    QVERIFY(!log.isEmpty());
    const Result<Project> read = readProjectFile(path());
    QVERIFY(read);
    QCOMPARE(read->file, path());
    QCOMPARE(read->plan.zone(u"330108"_s)->name.en, u"changed outside"_s);
    QVERIFY(contentOf(path()) == before);
    QVERIFY(contentOf(path() + u"-wal"_s) == log);
}

void ProjectFileTest::seesNothingOfAWriteThatIsUnderWay() {
    QVERIFY(writeProjectFile(path(), m_project));
    OtherProgram qgis(path());
    QVERIFY(qgis.run(u"BEGIN; UPDATE zones SET name_en = 'changed outside' WHERE code = '330108'"_s));
    QVERIFY(QFile::exists(path() + u"-journal"_s));
    const Result<Project> read = readProjectFile(path());
    QVERIFY(read);
    QCOMPARE(read->file, path());
    QCOMPARE(read->plan, m_project.plan);
    QVERIFY(qgis.run(u"COMMIT"_s));
    QCOMPARE(readProjectFile(path())->plan.zone(u"330108"_s)->name.en, u"changed outside"_s);
}

void ProjectFileTest::opensInOtherPrograms_data() {
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zones") << u"zones"_s << u"Geometry: Multi Polygon|Feature Count: 16|CGCS2000|code: String"_s;
    QTest::newRow("sites") << u"sites"_s << u"Geometry: Point|Feature Count: 45|pinyin: String"_s;
    QTest::newRow("context") << u"context"_s << u"Feature Count: 2|role: String"_s;
    QTest::newRow("observations") << u"observations"_s
                                  << u"Geometry: None|Feature Count: 181|adopted: Integer(Boolean)"_s;
    QTest::newRow("edits") << u"edits"_s << u"Geometry: None|Feature Count: 0|at: DateTime"_s;
}

void ProjectFileTest::opensInOtherPrograms() {
    QFETCH(QString, layer);
    QFETCH(QString, expected);
    if (lacks(u"ogrinfo"_s)) {
        QSKIP("needs the program ogrinfo (package gdal-bin)");
    }
    QVERIFY(writeProjectFile(path(), m_project));
    const std::optional<QString> text = output(u"ogrinfo"_s, {u"-ro"_s, u"-so"_s, path(), layer});
    QVERIFY(text);
    QVERIFY2(!text->contains(u"Warning"_s) && !text->contains(u"ERROR"_s), qPrintable(*text));
    for (const QString& part : expected.split(u'|')) {
        QVERIFY2(text->contains(part), qPrintable(part + u" is not in\n"_s + *text));
    }
}

void ProjectFileTest::isAValidDatabase() {
    QVERIFY(writeProjectFile(path(), m_project));
    const QString sql = u"PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA application_id; PRAGMA user_version;"
                        "SELECT round(min_x, 3), round(max_y, 3), srs_id FROM gpkg_contents WHERE table_name = 'zones';"
                        "SELECT count(*) FROM gpkg_contents; SELECT count(*) FROM zones WHERE geom IS NULL"_s;
    QCOMPARE(OtherProgram(path()).run(sql), std::optional(u"ok\n1196444487\n10300\n119.0\n30.1\n4490\n20\n2\n"_s));
}

void ProjectFileTest::failureLeavesTheOldFile_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("twin");
    QTest::addColumn<int>("code");
    QTest::newRow("content that the tables refuse") << u"plan.gpkg"_s << true << static_cast<int>(Code::DuplicateKey);
    QTest::newRow("a folder stands there") << u"taken"_s << false << static_cast<int>(Code::FileUnwritable);
    QTest::newRow("no such folder") << u"missing/plan.gpkg"_s << false << static_cast<int>(Code::FileUnwritable);
}

void ProjectFileTest::failureLeavesTheOldFile() {
    QFETCH(QString, path);
    QFETCH(bool, twin);
    QFETCH(int, code);
    QVERIFY(writeProjectFile(this->path(), m_project));
    QVERIFY(QDir(m_folder->path()).mkpath(u"taken/inside"_s));
    const QByteArray before = contentOf(this->path());
    Project project = m_project;
    if (twin) {
        project.plan.zones << project.plan.zones.first();
    }
    const Result<void> written = writeProjectFile(this->path(path), project);
    QVERIFY(!written);
    QCOMPARE(static_cast<int>(written.error().code), code);
    QCOMPARE(written.error().file, this->path(path));
    QVERIFY(!written.error().arguments.isEmpty());
    QVERIFY(contentOf(this->path()) == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"plan.gpkg"_s});
}

void ProjectFileTest::devicesAndPipesAreLeftAlone() {
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
    QVERIFY(QFile::link(pipe, path(u"link"_s)));
    for (const QString& target : {pipe, path(u"link"_s)})
        QVERIFY(writeProjectFile(target, m_project).error().code == Code::FileUnwritable);
    QVERIFY(!QFileInfo(pipe).isFile()); // still a pipe: renaming would have put a file in its place
}

QTEST_APPLESS_MAIN(ProjectFileTest)
#include "project_file_test.moc"
