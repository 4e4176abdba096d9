// Whole processes as a user waits for them: start to the first frame with the whole map, and the layout figure as PDF
// and 300 dpi PNG. Medians of several runs, after one that warms the caches; memory is the peak resident set. Nothing
// is asserted: time depends on the machine. Where a peer is at hand its time stands beside, from the same run.

#include <sys/resource.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

const QString program = QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s;

struct Sample {
    double seconds = -1;
    double megabytes = -1;
};

Sample median(int runs, const std::function<Sample()>& once) {
    once();
    std::vector<double> seconds;
    std::vector<double> megabytes;
    for (int i = 0; i < runs; ++i) {
        const Sample sample = once();
        seconds.push_back(sample.seconds);
        megabytes.push_back(sample.megabytes);
    }
    std::ranges::sort(seconds);
    std::ranges::sort(megabytes);
    return {seconds[seconds.size() / 2], megabytes[megabytes.size() / 2]};
}

double peakMegabytes(qint64 pid) {
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return -1;
}

/// From process start until the program says that the first frame with the whole map is on screen.
Sample firstFrame(const QString& settings) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TIERMAP_REPORT_FIRST_FRAME"_s, u"1"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, settings); // a first start, without remembered state
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(program, {u"--lang"_s, u"zh"_s});
    if (!process.waitForReadyRead(60000))
        return {};
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double megabytes = peakMegabytes(process.processId());
    process.kill();
    process.waitForFinished();
    return {seconds, megabytes};
}

Sample run(const QString& command, const QStringList& arguments) {
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.start(command, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return {};
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage); // the largest child so far: figures are measured before windows
    return {double(timer.nsecsElapsed()) / 1e9, double(usage.ru_maxrss) / 1024};
}

void report(const char* what, const Sample& sample, const char* note) {
    std::printf("%-58s %7.3f s %6.0f MB   %s\n", what, sample.seconds, sample.megabytes, note);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const QString pdf = folder.filePath(u"a.pdf"_s);
    const QString png = folder.filePath(u"a.png"_s);
    const QString svg = folder.filePath(u"a.svg"_s);
    const QStringList figure{u"export"_s, u"--figure"_s, u"layout"_s, u"--lang"_s, u"zh"_s};
    report("zones --json", median(9, [&] { return run(program, {u"zones"_s, u"--json"_s}); }), "");
    report("A4 layout as PDF", median(9, [&] { return run(program, figure + QStringList{u"-o"_s, pdf}); }), "");
    report("A4 layout as 300 dpi PNG", median(9, [&] { return run(program, figure + QStringList{u"-o"_s, png}); }), "");
    const Sample both = median(9, [&] { return run(program, figure + QStringList{u"-o"_s, pdf, u"-o"_s, png}); });
    report("A4 layout as PDF and 300 dpi PNG, one process", both, "aim 0.25 s; QGIS 3.40 scripted 2.0 s, 287 MB");
    if (run(program, figure + QStringList{u"-o"_s, svg}).seconds > 0) {
        const Sample peer = median(
            9, [&] { return run(u"rsvg-convert"_s, {u"-d"_s, u"300"_s, u"-p"_s, u"300"_s, u"-o"_s, png, svg}); });
        if (peer.seconds > 0) {
            report("peer: rsvg-convert paints the same sheet as PNG", peer, "");
            std::printf("%-58s %7.2f\n", "ratio PDF and PNG / peer's PNG alone", both.seconds / peer.seconds);
        }
    }
    report("start to the first frame with the whole map", median(9, [&] { return firstFrame(folder.path()); }),
           "aim 0.6 s, 180 MB; QGIS 3.40 3.2 s, 399 MB");
    qputenv("QSG_RHI_BACKEND", "opengl");
    report("the same with OpenGL, be it emulated", median(9, [&] { return firstFrame(folder.path()); }), "");
    return 0;
}
