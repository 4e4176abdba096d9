// The process is killed, or the power goes, between any two of the writes, syncs and removals that an edit costs. The
// project then opens to be edited, holds the edit or does not, whole either way; and whoever was told that it is done
// finds it.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/recorded_disk.h"
#include "tests/core/store/sample_project.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

using Work = std::function<bool(OpenProject&)>;

const QByteArray name = "plan.gpkg";

/// Nothing here asks anything of a real disk, and syncing one thousands of times takes minutes.
std::unique_ptr<QTemporaryDir> newFolder() {
    const QString memory = u"/dev/shm"_s;
    return QFileInfo(memory).isWritable() ? std::make_unique<QTemporaryDir>(memory + u"/tiermap-XXXXXX"_s)
                                          : std::make_unique<QTemporaryDir>();
}

/// After how many operations the end comes: around each that orders others, and now and then among the many writes.
QList<qsizetype> ends(const QList<DiskOperation>& operations) {
    QList<qsizetype> counts;
    const qsizetype stride = 1 + operations.size() / 60;
    for (qsizetype count = 0; count <= operations.size(); ++count) {
        const auto orders = [&](qsizetype at) {
            return at >= 0 && at < operations.size() && operations[at].kind != DiskOperation::Kind::Write;
        };
        if (count % stride == 0 || count == operations.size() || orders(count) || orders(count - 1)) {
            counts << count;
        }
    }
    return counts;
}

Edit longNotes(const Project& project) {
    Edit edit;
    for (const Site& site : project.plan.sites) {
        edit.changes << setCell(Table::Sites, {site.key}, u"note"_s, QString(3000, u'长'));
    }
    return edit;
}

} // namespace

Q_DECLARE_METATYPE(Work)

class PowerCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesAtMostTheEditInFlight_data();
    void losesAtMostTheEditInFlight();
    void migrationIsWholeOrNotAtAll_data();
    void migrationIsWholeOrNotAtAll();

private:
    void lay(const DiskFiles& files);
    QString path() const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PowerCutTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    RecordedDisk::instance();
}

void PowerCutTest::lay(const DiskFiles& files) {
    m_folder = newFolder();
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        QFile written(m_folder->filePath(QString::fromLatin1(file.key())));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(*file) == file->size());
    }
}

void PowerCutTest::losesAtMostTheEditInFlight_data() {
    QTest::addColumn<Work>("prepare");
    QTest::addColumn<Work>("work");
    const Work nothing = [](OpenProject&) { return true; };
    const Work rename = [](OpenProject& project) {
        return project.apply(cell(Table::Zones, binjiang, u"name_en"_s, u"Riverside"_s)).has_value();
    };
    const Work write = [](OpenProject& project) { return project.apply(longNotes(project.content())).has_value(); };
    const Work undo = [](OpenProject& project) { return project.undo().has_value(); };
    QTest::newRow("a cell") << nothing << rename;
    QTest::newRow("a file that grows") << nothing << write;
    QTest::newRow("an undo that empties pages") << write << undo;
}

void PowerCutTest::losesAtMostTheEditInFlight() {
    QFETCH(Work, prepare);
    QFETCH(Work, work);
    m_folder = newFolder();
    QVERIFY(writeProjectFile(path(), sampleProject()));
    QList<DiskOperation> operations;
    Plan before;
    Plan after;
    qsizetype entries = 0;
    DiskFiles disk;
    {
        const auto project = OpenProject::open(path(), OpenProject::Access::Write);
        QVERIFY(project && prepare(**project));
        before = (*project)->content().plan;
        entries = (*project)->entries()->size();
        disk = {{name, contentOf(path())}};
        RecordedDisk::instance().start();
        QVERIFY(work(**project));
        operations = RecordedDisk::instance().stop();
        after = (*project)->content().plan;
    }
    QVERIFY(operations.size() > 10);
    QVERIFY(!(before == after));
    QRandomGenerator random(1);
    int kept = 0;
    int tried = 0;
    for (const qsizetype count : ends(operations)) {
        for (QRandomGenerator* cut : {static_cast<QRandomGenerator*>(nullptr), &random, &random}) {
            const DiskFiles left = diskAfter(disk, operations, count, cut);
            lay(left);
            const auto project = OpenProject::open(path(), OpenProject::Access::Write);
            QVERIFY2(project, project ? "" : qPrintable(project.error().arguments.join(u' ')));
            QVERIFY2((*project)->isWritable(), qPrintable(u"after operation %1"_s.arg(count)));
            const bool isAfter = (*project)->content().plan == after;
            QVERIFY(isAfter || (*project)->content().plan == before);
            QVERIFY(isAfter || count < operations.size()); // the call has returned
            QCOMPARE((*project)->entries()->size(), entries + (isAfter ? 1 : 0));
            QVERIFY((*project)->outsideChanges().isEmpty());
            QCOMPARE(OtherProgram(path()).run(u"PRAGMA integrity_check; PRAGMA foreign_key_check"_s),
                     std::optional(u"ok\n"_s));
            kept += isAfter ? 1 : 0;
            ++tried;
        }
    }
    qInfo("%d operations, the edit kept %d times of %d", static_cast<int>(operations.size()), kept, tried);
}

void PowerCutTest::migrationIsWholeOrNotAtAll_data() {
    QTest::addColumn<QString>("file");
    for (int version = 1; version < schemaVersion; ++version) {
        QTest::addRow("%d", version) << u"/tests/data/schema%1.gpkg"_s.arg(version);
    }
}

void PowerCutTest::migrationIsWholeOrNotAtAll() {
    QFETCH(QString, file);
    const DiskFiles disk{{name, contentOf(QStringView(TIERMAP_SOURCE_DIR).toString() + file)}};
    lay(disk);
    const Result<Project> before = readProjectFile(path());
    QVERIFY(before);
    RecordedDisk::instance().start();
    QVERIFY(OpenProject::open(path(), OpenProject::Access::Write));
    const QList<DiskOperation> operations = RecordedDisk::instance().stop();
    QVERIFY(operations.size() > 10);
    QRandomGenerator random(1);
    for (const qsizetype count : ends(operations)) {
        for (QRandomGenerator* cut : {static_cast<QRandomGenerator*>(nullptr), &random}) {
            lay(diskAfter(disk, operations, count, cut));
            const auto project = OpenProject::open(path(), OpenProject::Access::Write);
            QVERIFY2(project, project ? "" : qPrintable(project.error().arguments.join(u' ')));
            QVERIFY((*project)->isWritable());
            QVERIFY((*project)->content().plan == before->plan);
            QVERIFY((*project)->outsideChanges().isEmpty());
            QCOMPARE(OtherProgram(path()).run(u"PRAGMA integrity_check; PRAGMA foreign_key_check"_s),
                     std::optional(u"ok\n"_s));
        }
    }
}

int main(int argc, char** argv) {
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // ms; the limit is that of ctest: a busy machine takes its time
    QCoreApplication application(argc, argv);
    PowerCutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "power_cut_test.moc"
