// The program opens no connection: traced at connect() and sendto(), and run where there is no network at all.

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class NetworkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theTraceSeesConnections();
    void commandsConnectToNothing_data();
    void commandsConnectToNothing();
    void theWindowConnectsToNothing();
    void commandsWorkWithoutANetwork();

private:
    struct Outcome {
        int code = -1;
        QByteArray said;
    };
    /// With the trace, whose lines are then in m_trace.
    Outcome run(const QString& program, const QStringList& arguments, int seconds = 0);
    QByteArray traced() const {
        QFile file(m_trace);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::optional<QTemporaryDir> m_folder;
    QString m_trace;
};

namespace {

const QString program = QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s;

} // namespace

void NetworkTest::init() {
    m_folder.emplace();
    m_trace = m_folder->filePath(u"trace"_s);
    QFile points(m_folder->filePath(u"points.csv"_s));
    QVERIFY(points.open(QIODevice::WriteOnly));
    points.write("industry,lon,lat\nI65,120.19,30.18\n");
}

NetworkTest::Outcome NetworkTest::run(const QString& path, const QStringList& arguments, int seconds) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QString::fromUtf16(CONNECT_TRACE));
    environment.insert(u"CONNECT_TRACE"_s, m_trace);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder->path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, arguments);
    if (seconds > 0) { // a window: it is left alone for a while, and closed
        process.waitForReadyRead(60000);
        process.waitForFinished(seconds * 1000);
        process.terminate();
    }
    if (!process.waitForFinished(-1))
        return {};
    return {process.exitCode(), process.readAll()};
}

/// A test that could not fail would prove nothing.
void NetworkTest::theTraceSeesConnections() {
    run(u"bash"_s, {u"-c"_s, u"exec 3<>/dev/tcp/127.0.0.1/9"_s});
    QCOMPARE(traced(), "connect family 2\n"_ba);
}

void NetworkTest::commandsConnectToNothing_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("zones") << QStringList{u"zones"_s, u"--json"_s};
    QTest::newRow("figure") << QStringList{u"export"_s, u"--figure"_s, u"layout"_s, u"-o"_s, u"a.pdf"_s};
    QTest::newRow("count") << QStringList{u"count"_s, u"points.csv"_s};
    QTest::newRow("an address for a file") << QStringList{u"count"_s, u"https://127.0.0.1:9/points.csv"_s};
    QTest::newRow("GDAL's name of an address") << QStringList{u"count"_s, u"/vsicurl/http://127.0.0.1:9/points.gpkg"_s};
}

void NetworkTest::commandsConnectToNothing() {
    QFETCH(const QStringList, arguments);
    const Outcome outcome = run(program, arguments);
    QVERIFY2(outcome.code == (arguments.last().contains("//"_L1) ? 1 : 0), outcome.said.constData());
    QCOMPARE(traced(), QByteArray());
}

/// The live map is Qt Location's, whose other providers ask for tiles as soon as they are loaded.
void NetworkTest::theWindowConnectsToNothing() {
    qputenv("TIERMAP_REPORT_FIRST_FRAME", "1");
    const Outcome outcome = run(program, {u"--lang"_s, u"zh"_s}, 3);
    QVERIFY2(!outcome.said.isEmpty(), "the window never showed its map");
    QCOMPARE(traced(), QByteArray());
}

/// A network namespace of its own has not even a loopback that is up. Systems may forbid to make one.
void NetworkTest::commandsWorkWithoutANetwork() {
    const pid_t probe = fork();
    if (probe == 0)
        _exit(unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 ? 0 : 1);
    int status = 1;
    waitpid(probe, &status, 0);
    if (status != 0)
        QSKIP("this system forbids network namespaces");
    QProcess process;
    process.setChildProcessModifier([] {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            _exit(111);
    });
    process.setWorkingDirectory(m_folder->path());
    process.start(program, {u"export"_s, u"--figure"_s, u"layout"_s, u"-o"_s, u"a.pdf"_s});
    QVERIFY(process.waitForFinished(-1));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(QFile::exists(m_folder->filePath(u"a.pdf"_s)));
}

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
