// Whole processes as a user waits for them: start to the first frame with the whole map, and the layout figure as PDF
// and 300 dpi PNG. Medians of several runs, after one that warms the caches; memory is the peak resident set. Nothing
// is asserted: time depends on the machine. Where a peer is at hand its time stands beside, from the same run.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QDir>
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

/// Of several tasks by turns, so that a busy minute of the machine falls on all of them.
std::vector<Sample> medians(int runs, const std::vector<std::function<Sample()>>& tasks) {
    std::vector<std::vector<Sample>> samples(tasks.size());
    for (int i = 0; i <= runs; ++i) {
        for (std::size_t task = 0; task < tasks.size(); ++task) {
            const Sample sample = tasks[task]();
            if (i > 0) // the first warms the caches
                samples[task].push_back(sample);
        }
    }
    const auto middle = [](std::vector<Sample>& all, double Sample::* number) {
        std::ranges::sort(all, {}, number);
        return all[all.size() / 2].*number;
    };
    std::vector<Sample> result;
    for (std::vector<Sample>& all : samples)
        result.push_back({middle(all, &Sample::seconds), middle(all, &Sample::megabytes)});
    return result;
}

Sample median(int runs, const std::function<Sample()>& once) { return medians(runs, {once}).front(); }

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

/// A process from its start to its end, with its own peak of memory.
Sample run(const QString& command, const QStringList& arguments) {
    std::vector<QByteArray> words{command.toLocal8Bit()};
    for (const QString& argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_WRONLY, 0);
    QElapsedTimer timer;
    timer.start();
    pid_t child = 0;
    const int failed = posix_spawnp(&child, argv.front(), &quiet, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    int status = 0;
    rusage usage{};
    if (failed != 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return {};
    return {double(timer.nsecsElapsed()) / 1e9, double(usage.ru_maxrss) / 1024};
}

void report(const char* what, const Sample& sample, const char* note) {
    std::printf("%-58s %7.3f s %6.0f MB   %s\n", what, sample.seconds, sample.megabytes, note);
    std::fflush(stdout);
}

/// QGIS, where its Python is installed, makes a like figure of the same districts: labels, legend, scale bar. By turns with
/// it come our usual sheet, which has surroundings and water besides, and one without them.
void measureQgis(const QTemporaryDir& folder, const std::function<Sample()>& usual) {
    const QString python = u"/usr/bin/python3"_s;
    if (run(python, {u"-c"_s, u"import qgis.core"_s}).seconds < 0) {
        std::printf("peer: QGIS is not installed here (python3-qgis): skipped\n");
        return;
    }
    const QString source = QString::fromUtf16(TIERMAP_SOURCE_DIR);
    const QString alike = folder.filePath(u"alike.json"_s);
    if (QFile spec(alike); spec.open(QIODevice::WriteOnly))
        spec.write(R"({"figure": "layout", "language": "zh", "water": false, "neighbours": false})");
    const std::vector<Sample> all = medians(
        9, {usual,
            [&] {
                return run(program, {u"export"_s, u"--figure"_s, alike, u"-o"_s, folder.filePath(u"alike.pdf"_s),
                                     u"-o"_s, folder.filePath(u"alike.png"_s)});
            },
            [&] {
                return run(python, {source + u"/tests/bench/qgis_figure.py"_s,
                                    source + u"/resources/plans/hangzhou/zones.geojson"_s,
                                    folder.filePath(u"qgis.pdf"_s), folder.filePath(u"qgis.png"_s)});
            }});
    const Sample& peer = all.back();
    report("by turns with QGIS: A4 layout as PDF and PNG", all[0], "");
    report("by turns with QGIS: the same without surroundings, water", all[1], "");
    report("peer: QGIS, a like figure as PDF and 300 dpi PNG", peer, "scripted, one process");
    if (peer.seconds <= 0)
        return;
    for (const Sample& ours : {all[0], all[1]})
        std::printf("%-58s %7.3f   %7.3f\n", "ratio to QGIS in time, in memory", ours.seconds / peer.seconds,
                    ours.megabytes / peer.megabytes);
}

/// How many indicators an atlas by indicator has pages of.
int pagesOf(const QTemporaryDir& folder, const QStringList& map) {
    const QString file = folder.filePath(u"indicators/{key}.svg"_s);
    QDir().mkpath(folder.filePath(u"indicators"_s));
    run(program, map + QStringList{u"--atlas"_s, u"by=indicator"_s, u"-o"_s, file});
    return static_cast<int>(QDir(folder.filePath(u"indicators"_s)).entryList(QDir::Files).size());
}

/// All pages of the plan's zones and indicators as one PDF and as pictures, and the largest sheet there is.
void measureBooks(const QTemporaryDir& folder) {
    const QStringList map{u"export"_s, u"--figure"_s, u"map"_s, u"--by"_s, u"gdp"_s, u"--lang"_s, u"zh"_s};
    constexpr double wanted = 140; // 14 zones by 10 indicators
    const int pages = 14 * pagesOf(folder, map);
    const auto perBook = [&](const char* what, const QString& file) {
        const Sample all = median(1, [&] {
            QDir(folder.filePath(u"book"_s)).removeRecursively(); // pages that are there would be left
            QDir().mkpath(folder.filePath(u"book"_s));
            return run(program, map + QStringList{u"--atlas"_s, u"by=zone,indicator"_s, u"-o"_s,
                                                  folder.filePath(u"book/"_s + file)});
        });
        report(what, {all.seconds * wanted / pages, all.megabytes}, "for 140 pages; aim 6 s");
    };
    perBook("atlas of zones and indicators as one PDF", u"a.pdf"_s);
    perBook("atlas of zones and indicators as PNG of 300 dpi", u"{key}.png"_s);
    report("A0 as PNG of 600 dpi (558 million pixels)",
           median(1,
                  [&] {
                      return run(program, map + QStringList{u"--size"_s, u"A0"_s, u"--dpi"_s, u"600"_s, u"-o"_s,
                                                            folder.filePath(u"a0.png"_s)});
                  }),
           "banded");
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
    const auto drawBoth = [&] { return run(program, figure + QStringList{u"-o"_s, pdf, u"-o"_s, png}); };
    const Sample both = median(9, drawBoth);
    report("A4 layout as PDF and 300 dpi PNG, one process", both, "aim 0.25 s; QGIS 3.40 scripted 2.0 s, 287 MB");
    if (run(program, figure + QStringList{u"-o"_s, svg}).seconds > 0) {
        const Sample peer = median(
            9, [&] { return run(u"rsvg-convert"_s, {u"-d"_s, u"300"_s, u"-p"_s, u"300"_s, u"-o"_s, png, svg}); });
        if (peer.seconds > 0) {
            report("peer: rsvg-convert paints the same sheet as PNG", peer, "");
            std::printf("%-58s %7.2f\n", "ratio PDF and PNG / peer's PNG alone", both.seconds / peer.seconds);
        }
    }
    measureQgis(folder, drawBoth);
    measureBooks(folder);
    report("start to the first frame with the whole map", median(9, [&] { return firstFrame(folder.path()); }),
           "aim 0.6 s, 180 MB; QGIS 3.40 3.2 s, 399 MB");
    qputenv("QSG_RHI_BACKEND", "opengl");
    report("the same with OpenGL, be it emulated", median(9, [&] { return firstFrame(folder.path()); }), "");
    return 0;
}
