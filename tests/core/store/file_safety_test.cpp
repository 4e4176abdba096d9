// What befalls the file of a project: other programs, an earlier schema, read-only media, damage, a full disk, a power cut.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/recorded_disk.h"
#include "tests/core/store/sample_project.h"

#include <sys/resource.h>

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Code = Problem::Code;

class FileSafetyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void migratesFromEveryEarlierSchema_data();
    void migratesFromEveryEarlierSchema();
    void migrationKeepsSightOfOtherPrograms();
    void migrationKeepsWhatIsSaidOfBoundaries();

    void secondOpensToRead();
    void lockOfAKilledWriterGivesWay_data();
    void lockOfAKilledWriterGivesWay();
    void lockOfAnotherComputerStands();
    void whatIsWrittenAsAnEditWaitsIsTakenIn();
    void historyIsReadAfterAPowerCut();
    void readOnlyFileOpensToRead();
    void leavesOneFile();
    void leavesWhatIsNotOursAlone_data();
    void leavesWhatIsNotOursAlone();
    void damagedFileNamesItsLastGoodState();
    void fullDiskLosesNothing();
    void powerCutAmidAWriteIsRecovered();

private:
    QString path(const QString& name = u"plan.gpkg"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<OpenProject> open() const {
        auto project = OpenProject::open(path(), OpenProject::Access::Write);
        if (!project) {
            qWarning() << static_cast<int>(project.error().code) << project.error().field << project.error().arguments;
            return nullptr;
        }
        return *std::move(project);
    }

    Project m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileSafetyTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true); // backups go to a test's own folder
    m_sample = sampleProject();
}

void FileSafetyTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeProjectFile(path(), m_sample));
}

void FileSafetyTest::migratesFromEveryEarlierSchema_data() {
    QTest::addColumn<QString>("file");
    for (int version = 1; version < schemaVersion; ++version) {
        QTest::addRow("%d", version) << u"/tests/data/schema%1.gpkg"_s.arg(version);
    }
}

void FileSafetyTest::migratesFromEveryEarlierSchema() {
    QFETCH(QString, file);
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::copy(QStringView(TIERMAP_SOURCE_DIR).toString() + file, path()));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray bytes = contentOf(path());
    // Read as it is, without a change of the file.
    Result<Project> read = readProjectFile(path());
    QVERIFY(read);
    QCOMPARE(read->plan.observations.size(), m_sample.plan.observations.size());
    QVERIFY(contentOf(path()) == bytes);
    const auto project = open();
    QVERIFY(project);
    QVERIFY(project->content().plan == read->plan);
    QVERIFY(project->outsideChanges().isEmpty());
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"role_en"_s, u"x"_s)));
    QVERIFY(project->undo());
    // A file brought up to date has the tables of a new one.
    const QString schema = u"SELECT type, name, replace(replace(sql, char(10), ''), ' ', '') FROM sqlite_schema WHERE "
                           "name <> 'zones' ORDER BY name; SELECT name, type, \"notnull\", dflt_value FROM "
                           "pragma_table_info('zones') ORDER BY name; SELECT table_name, data_type FROM gpkg_contents "
                           "ORDER BY 1"_s;
    QVERIFY(writeProjectFile(path(u"new.gpkg"_s), m_sample));
    QCOMPARE(OtherProgram(path()).run(schema), OtherProgram(path(u"new.gpkg"_s)).run(schema));
    QCOMPARE(OtherProgram(path()).run(u"PRAGMA integrity_check; PRAGMA foreign_key_check"_s), std::optional(u"ok\n"_s));
}

/// What changed while nobody logged it is told after the file was brought up to date as well.
void FileSafetyTest::migrationKeepsSightOfOtherPrograms() {
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::copy(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/tests/data/schema2.gpkg"_s, path()));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET name_en = 'elsewhere' WHERE code = '330108'"_s));
    const auto project = open();
    QVERIFY(project);
    QCOMPARE(project->lines()->size(), 2); // the file came with one
    QCOMPARE(project->outsideChanges().size(), 1);
    QCOMPARE(project->outsideChanges().first().key, binjiang);
}

/// What was said of the boundaries in schema 3 is content in schema 4: neither an edit nor a change from outside.
void FileSafetyTest::migrationKeepsWhatIsSaidOfBoundaries() {
    QVERIFY(QFile::remove(path()));
    QVERIFY(QFile::copy(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/tests/data/schema3.gpkg"_s, path()));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
    const auto project = open();
    QVERIFY(project);
    QCOMPARE(project->content().plan.boundary, m_sample.plan.boundary);
    QVERIFY(project->outsideChanges().isEmpty());
    const QString before = project->contentHash();
    QVERIFY(project->apply(cell(Table::Boundary, {u"zones"_s}, u"vintage"_s, u"2025-01"_s)));
    QCOMPARE(project->content().plan.boundary.vintage, u"2025-01"_s);
    QVERIFY(project->undo());
    QCOMPARE(project->contentHash(), before);
    QCOMPARE(project->content().plan.boundary, m_sample.plan.boundary);
}

void FileSafetyTest::secondOpensToRead() {
    const auto first = open();
    QVERIFY(first->isWritable());
    const auto second = open();
    QVERIFY(second && !second->isWritable());
    QCOMPARE(second->readOnlyReason()->code, Code::ProjectHeld);
    QVERIFY(second->readOnlyReason()->arguments[0].contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE(code(second->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s))),
             static_cast<int>(Code::ProjectHeld));
    QVERIFY(first->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    QSignalSpy reloaded(second.get(), &OpenProject::reloaded);
    QCOMPARE(second->takeInOutsideChanges(), Result<bool>(true));
    QCOMPARE(reloaded.count(), 1);
    QCOMPARE(second->content().plan.zone(u"330108"_s)->name.en, u"x"_s);
}

void FileSafetyTest::lockOfAKilledWriterGivesWay_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("silent");
    QByteArray whole; // of this process, which is alive but holds no lock: so is one that got a dead one's number
    {
        const auto project = open();
        whole = contentOf(path() + u".lock"_s);
    }
    QVERIFY(whole.size() > 20);
    QTest::newRow("its number is another's") << whole << false;
    QTest::newRow("killed before it wrote") << QByteArray() << true;
    QTest::newRow("killed as it wrote") << QByteArray("1\n") << false;
}

void FileSafetyTest::lockOfAKilledWriterGivesWay() {
    QFETCH(QByteArray, content);
    QFETCH(bool, silent);
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write(content) == content.size() && lock.flush());
    if (silent) {
        // One that says nothing may be in the making.
        const auto early = open();
        QVERIFY(early && !early->isWritable());
        QCOMPARE(early->readOnlyReason()->code, Code::ProjectBusy);
        QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    }
    lock.close();
    const auto project = open();
    QVERIFY(project && project->isWritable());
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    const auto second = open();
    QVERIFY(second && !second->isWritable()); // the new lock holds
}

void FileSafetyTest::lockOfAnotherComputerStands() {
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write("4711\ntiermap\nplanning-2\nabc\ndef\n") > 0);
    lock.close();
    const auto project = open();
    QVERIFY(project && !project->isWritable());
    QCOMPARE(project->readOnlyReason()->code, Code::ProjectHeld);
    QCOMPARE(project->readOnlyReason()->arguments.value(1), u"planning-2"_s);
}

/// Between the look for what others changed and the edit's lock there is a gap, as long as another one writes.
void FileSafetyTest::whatIsWrittenAsAnEditWaitsIsTakenIn() {
    RecordedDisk& disk = RecordedDisk::instance();
    const auto project = open();
    QSignalSpy reloaded(project.get(), &OpenProject::reloaded);
    OtherProgram other(path());
    int reads = 0;
    disk.beforeReading([&] {
        if (++reads == 2) { // the first was the look
            other.run(u"UPDATE zones SET name_en = 'From QGIS' WHERE code = '330109'"_s);
        }
    });
    const Result<bool> applied = project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s));
    disk.beforeReading({});
    QCOMPARE(applied, Result<bool>(true));
    QVERIFY(reads > 2);
    QCOMPARE(reloaded.count(), 1);
    QCOMPARE(project->content().plan.zone(u"330109"_s)->name.en, u"From QGIS"_s);
    QVERIFY(readProjectFile(path())->plan == project->content().plan);
    QCOMPARE(project->lines()->size(), 2);
    QCOMPARE(project->lines()->first().action, Action::Outside);
}

void FileSafetyTest::historyIsReadAfterAPowerCut() {
    QVERIFY(open()->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    const QString torn = path(u"torn.gpkg"_s);
    {
        OtherProgram writer(path());
        QVERIFY(writer.run(u"PRAGMA cache_size = 2; BEGIN; UPDATE zones SET name_en = 'half';"
                           "UPDATE sites SET note = hex(randomblob(9000))"_s));
        QVERIFY(QFile::copy(path(), torn));
        QVERIFY(QFile::copy(path(u"plan.gpkg-journal"_s), torn + u"-journal"_s));
    }
    const auto project = OpenProject::open(torn, OpenProject::Access::Read);
    QVERIFY(project);
    QCOMPARE((*project)->lines()->size(), 1);
    QCOMPARE((*project)->entries()->size(), 1);
    QVERIFY((*project)->row(Table::Zones, binjiang));
}

void FileSafetyTest::readOnlyFileOpensToRead() {
    const auto project = OpenProject::open(path(), OpenProject::Access::Read);
    QVERIFY(project);
    QCOMPARE(code((*project)->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s))),
             static_cast<int>(Code::ReadOnly));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"plan.gpkg"_s});
}

void FileSafetyTest::leavesOneFile() {
    {
        const auto project = open();
        QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"plan.gpkg"_s});
}

void FileSafetyTest::leavesWhatIsNotOursAlone_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    QTest::newRow("a GeoPackage of others") << u"DROP TABLE tiermap_project"_s << static_cast<int>(Code::NotAProject);
    QTest::newRow("a newer schema") << u"UPDATE tiermap_project SET value = '99' WHERE key = 'schema_version'"_s
                                    << static_cast<int>(Code::SchemaTooNew);
    QTest::newRow("broken content") << u"UPDATE observations SET period = 'soon' WHERE ordinal = 0"_s
                                    << static_cast<int>(Code::FieldType);
}

void FileSafetyTest::leavesWhatIsNotOursAlone() {
    QFETCH(QString, sql);
    QFETCH(int, code);
    QVERIFY(OtherProgram(path()).run(sql));
    const QByteArray before = contentOf(path());
    const auto project = OpenProject::open(path(), OpenProject::Access::Write);
    QCOMPARE(::code(project), code);
    QVERIFY(contentOf(path()) == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"plan.gpkg"_s});
    QCOMPARE(::code(OpenProject::open(path(u"none.gpkg"_s), OpenProject::Access::Write)),
             static_cast<int>(Code::FileMissing));
    QCOMPARE(::code(OpenProject::open(m_folder->path(), OpenProject::Access::Write)),
             static_cast<int>(Code::FileUnreadable));
}

void FileSafetyTest::damagedFileNamesItsLastGoodState() {
    QVERIFY(open()->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"A"_s)));
    QVERIFY(open()); // keeps what it finds whole
    QFile file(path());
    QVERIFY(file.resize(file.size() / 2));
    const auto project = OpenProject::open(path(), OpenProject::Access::Write);
    QCOMPARE(code(project), static_cast<int>(Code::ProjectDamaged));
    const QString kept = project.error().arguments.value(1);
    QVERIFY2(QFile::exists(kept), qPrintable(project.error().arguments.join(u'|')));
    QCOMPARE(readProjectFile(kept)->plan.zone(u"330108"_s)->name.en, u"A"_s);
    QCOMPARE(code(readProjectFile(path())), static_cast<int>(Code::ProjectDamaged));
}

/// A limit on the size of files stands in for the disk: SQLite meets it in the middle of a transaction.
void FileSafetyTest::fullDiskLosesNothing() {
    const auto project = open();
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    const QString hash = project->contentHash();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit full{static_cast<rlim_t>(QFileInfo(path()).size()), before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
    const Result<bool> applied = project->apply(cell(Table::Tiers, {u"lead"_s}, u"role_zh"_s, QString(300'000, u'长')));
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(code(applied), static_cast<int>(Code::FileUnwritable));
    QCOMPARE(project->contentHash(), hash);
    QCOMPARE(project->content().plan.tier(u"lead"_s)->role.zh, m_sample.plan.tier(u"lead"_s)->role.zh);
    // With room again it goes on, and nothing of the failed edit is left.
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"y"_s)));
    QCOMPARE(project->lines()->size(), 2);
    QVERIFY(readProjectFile(path())->plan == project->content().plan);
    QCOMPARE(OtherProgram(path()).run(u"PRAGMA integrity_check"_s), std::optional(u"ok\n"_s));
}

/// What a cut leaves where the disk had written the first page (which counts the pages) before those at the end.
void FileSafetyTest::powerCutAmidAWriteIsRecovered() {
    const QString torn = path(u"torn.gpkg"_s);
    {
        OtherProgram writer(path());
        QVERIFY(writer.run(u"PRAGMA cache_size = 2; BEGIN; UPDATE zones SET name_en = 'half';"
                           "UPDATE sites SET note = hex(randomblob(9000))"_s));
        QVERIFY(QFile::copy(path(), torn));
        QVERIFY(QFile::copy(path(u"plan.gpkg-journal"_s), torn + u"-journal"_s));
    }
    QFile file(torn);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 pageCountAt = 28;
    QVERIFY(file.seek(pageCountAt));
    QCOMPARE(file.write("\0\0\x7f\0", 4), 4);
    file.close();
    const QByteArray bytes = contentOf(torn);

    const Result<Project> read = readProjectFile(torn);
    QVERIFY2(read, read ? "" : qPrintable(read.error().arguments.join(u' ')));
    QVERIFY(read->plan == m_sample.plan);
    QVERIFY(copyProjectFile(torn, path(u"copy.gpkg"_s)));
    QVERIFY(readProjectFile(path(u"copy.gpkg"_s))->plan == m_sample.plan);
    QVERIFY(contentOf(torn) == bytes); // so far it was only read
    const auto project = OpenProject::open(torn, OpenProject::Access::Write);
    QVERIFY(project && (*project)->isWritable());
    QVERIFY((*project)->content().plan == m_sample.plan);
    QVERIFY((*project)->outsideChanges().isEmpty());
    QVERIFY(!QFile::exists(torn + u"-journal"_s));
}

QTEST_GUILESS_MAIN(FileSafetyTest)
#include "file_safety_test.moc"
