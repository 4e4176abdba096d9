// A writer is killed at any instant, 550 times: as it opens the project, between edits, amid one. What it had been told was
// written is there, at most one edit more, and file, content hash and log agree. power_cut_test.cpp goes through the
// instants one by one.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 11; ///< each of which starts with a new file
constexpr int killsInARound = 50;
const QStringList zone{u"330108"_s};

int numberIn(const Project& project) { return project.plan.zone(zone[0])->name.en.toInt(); }

/// The process that is killed: counts up in a cell and says each number once its call has returned.
int writer(const QString& path) {
    QStandardPaths::setTestModeEnabled(true);
    auto project = OpenProject::open(path, OpenProject::Access::Write, 5000);
    if (!project || !(*project)->isWritable()) {
        return 1;
    }
    for (int number = numberIn((*project)->content()) + 1;; ++number) {
        Edit edit{.changes = {setCell(Table::Zones, zone, u"name_en"_s, QString::number(number)),
                              setCell(Table::Tiers, {u"lead"_s}, u"role_en"_s, QString::number(number))}};
        // Some are large, so that the kill also meets a long write.
        if (number % 7 == 0) {
            for (const Site& site : (*project)->content().plan.sites) {
                edit.changes << setCell(Table::Sites, {site.key}, u"note"_s, QString(2000, QChar(u'a' + number % 26)));
            }
        }
        if (!(*project)->apply(edit)) {
            return 2;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void losesAtMostTheEditInFlight_data();
    void losesAtMostTheEditInFlight();
};

void KillTest::losesAtMostTheEditInFlight_data() {
    QTest::addColumn<int>("seed");
    for (int round = 1; round <= rounds; ++round) {
        QTest::addRow("%d", round) << 20260100 + round;
    }
}

void KillTest::losesAtMostTheEditInFlight() {
    QFETCH(int, seed);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"plan.gpkg"_s);
    Project start = sampleProject();
    for (Zone& each : start.plan.zones) {
        if (each.code == zone[0]) {
            each.name.en = u"0"_s;
        }
    }
    QVERIFY(writeProjectFile(path, start));
    QRandomGenerator random(static_cast<quint32>(seed));
    int number = 0;
    int inFlight = 0;
    for (int i = 0; i < killsInARound; ++i) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {u"--writer"_s, path});
        QVERIFY(process.waitForStarted(-1));
        QByteArray said;
        const int acknowledgements = random.bounded(0, 6); // none: it is killed as it starts and opens
        while (said.count('\n') < acknowledgements && process.waitForReadyRead(-1)) {
            said += process.readAllStandardOutput();
        }
        QVERIFY2(said.count('\n') >= acknowledgements, qPrintable(u"exit code %1"_s.arg(process.exitCode())));
        const qint64 instant = random.bounded(acknowledgements == 0 ? 60'000'000 : 6'000'000); // ns, in an edit or two
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < instant) {
        }
        kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished(-1));
        said += process.readAllStandardOutput();
        const int written = said.isEmpty() ? number : said.trimmed().split('\n').last().toInt();

        const auto project = OpenProject::open(path, OpenProject::Access::Write, 10000);
        QVERIFY2(project, project ? "" : qPrintable(project.error().arguments.join(u' ')));
        const auto reason = (*project)->readOnlyReason();
        QVERIFY2((*project)->isWritable(),
                 qPrintable(reason ? u"%1 %2"_s.arg(qToUnderlying(reason->code)).arg(reason->arguments.join(u' '))
                                   : u"after kill %1"_s.arg(i)));
        QVERIFY((*project)->outsideChanges().isEmpty()); // content and logged hash agree
        number = numberIn((*project)->content());
        QVERIFY2(number == written || number == written + 1,
                 qPrintable(u"said %1, found %2"_s.arg(written).arg(number)));
        inFlight += number - written;
        if (number > 0) {
            QCOMPARE((*project)->content().plan.tier(u"lead"_s)->role.en, QString::number(number));
        }
        QCOMPARE((*project)->done().size(), number); // the log has all of them, each once
        const QString check = u"PRAGMA integrity_check; PRAGMA foreign_key_check;"
                              "SELECT max(seq) FROM edits WHERE field = 'name_en' AND new = '%1'"_s.arg(number);
        QCOMPARE(OtherProgram(path).run(check), std::optional(number == 0 ? u"ok\n\n"_s : u"ok\n%1\n"_s.arg(number)));
    }
    qInfo("%d kills, %d edits, %d of them in flight when killed and kept whole", killsInARound, number, inFlight);
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--writer") {
        return writer(QString::fromLocal8Bit(argv[2]));
    }
    qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // ms; the limit is that of ctest: a busy machine takes its time
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "kill_test.moc"
