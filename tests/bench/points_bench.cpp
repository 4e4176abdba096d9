// The live map with a million points of a register: how long a frame takes while one pans and zooms, and what the points
// cost in memory. Run under Xvfb with software OpenGL; nothing is asserted.

#include "app/map/live_map.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/selection.h"
#include "maps/register/register_points.h"

#include <malloc.h>
#include <time.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

double residentMegabytes() {
    malloc_trim(0);
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

double at(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

double processorMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return 1e3 * static_cast<double>(used.tv_sec) + 1e-6 * static_cast<double>(used.tv_nsec);
}

struct Frames {
    std::vector<double> times;
    double processor = 0; ///< ms a frame, of all threads: what the frame costs where other programs run beside it, too
};

/// Milliseconds from a move of the camera to the end of the frame that shows it.
Frames frames(LiveMap& map, int count, const std::function<void(int)>& move) {
    auto* quick = map.findChild<QQuickWidget*>();
    std::vector<double> times;
    const double before = processorMilliseconds();
    for (int i = 0; i < count; ++i) {
        QSignalSpy shown(quick->quickWindow(), &QQuickWindow::afterFrameEnd);
        QElapsedTimer timer;
        timer.start();
        move(i);
        while (shown.isEmpty() && timer.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return {times, (processorMilliseconds() - before) / count};
}

void tell(const char* what, const Frames& frames) {
    std::printf("%-34s median %5.1f ms, 95th percentile %5.1f ms (processor %5.1f ms)\n", what, at(frames.times, 0.5),
                at(frames.times, 0.95), frames.processor);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_NO_GUI_THREADPOOL", "1"); // as the program has it
    QApplication app(argc, argv);
    constexpr int count = 1'000'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"points.csv"_s);
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly))
            return 1;
        QRandomGenerator random(1);
        out.write("industry,lon,lat\n");
        for (int i = 0; i < count; ++i)
            out.write((i % 3 == 0 ? "I65," : "C39,") +
                      QByteArray::number(118.5 + 2.2 * random.generateDouble(), 'f', 5) + ',' +
                      QByteArray::number(29.3 + 1.2 * random.generateDouble(), 'f', 5) + '\n');
    }
    auto document = openDocument(builtInPlanFile());
    Selection selection;
    LiveMap map(document->project->content(), document->shapes, selection);
    map.resize(1440, 900);
    QSignalSpy first(&map, &LiveMap::firstFrame);
    map.show();
    if (first.isEmpty())
        first.wait(30000);
    const auto pan = [&](int i) { map.setCamera({119.6 + 0.002 * (i % 100), 29.9 + 0.001 * (i % 60)}, map.zoom()); };
    const auto zoom = [&](int i) { map.setCamera(map.centre(), 9 + 3 * std::sin(i / 20.0)); };
    map.setCamera({119.6, 29.9}, 10);
    QTest::qWait(500);
    tell("panning without points", frames(map, 150, pan));

    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    auto points = loadRegister(document->project->content(), document->shapes, file, {});
    std::printf("%-34s %.2f s\n", "a million rows read and indexed", static_cast<double>(timer.elapsed()) / 1e3);
    std::printf("%-34s %.0f bytes\n", "memory of a point", (residentMegabytes() - before) * 1e6 / count);
    timer.start();
    std::size_t most = 0;
    const auto index = points->places;
    for (const double apart : {0.1, 0.03, 0.01, 0.003})
        most = std::max(most, index->groups({119.5, 29.8, 119.5 + 40 * apart, 29.8 + 25 * apart}, apart).size());
    std::printf("%-34s %.1f ms (%zu groups at most)\n", "groups of a view",
                static_cast<double>(timer.nsecsElapsed()) / 4e6, most);
    map.setPoints({{.places = index}});
    QTest::qWait(1000);
    tell("panning with a million points", frames(map, 150, pan));
    tell("zooming with a million points", frames(map, 150, zoom));
    // What Qt and software OpenGL take to bring a picture of this size into the window, whatever is on it.
    auto* quick = map.findChild<QQuickWidget*>();
    for (QQuickItem* item : quick->rootObject()->childItems())
        item->setVisible(false);
    tell("an empty frame", frames(map, 150, [&](int) { quick->quickWindow()->update(); }));
    return 0;
}
