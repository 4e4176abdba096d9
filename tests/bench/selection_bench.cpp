// One selection for map, lists and charts in a project of 3,000 zones: from the choice of a zone to all that shows it
// being painted. Beside it stands a frame of the same map with nothing new, which software OpenGL takes most of the time
// for. Run under Xvfb; nothing is asserted.

#include "app/compare/chart_view.h"
#include "app/compare/compare_dock.h"
#include "app/compare/compare_panel.h"
#include "app/map/live_map.h"
#include "app/session/document.h"
#include "app/session/words.h"
#include "app/window/main_window.h"
#include "core/store/project_file.h"
#include "maps/geometry/geopackage_blob.h"
#include "tests/bench/counties.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickWidget>
#include <QQuickWindow>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

double at(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

struct Frames {
    std::vector<double> steps{}; ///< milliseconds until the step came back
    std::vector<double> shown{}; ///< and until the map's frame has ended that shows it, and all else is painted
};

Frames frames(MainWindow& window, const std::function<void(int)>& step) {
    constexpr int count = 60;
    auto* quick = window.map().findChild<QQuickWidget*>();
    Frames times;
    for (int i = 0; i < count; ++i) {
        QCoreApplication::processEvents();
        QSignalSpy shown(quick->quickWindow(), &QQuickWindow::afterFrameEnd);
        QElapsedTimer timer;
        timer.start();
        step(i);
        times.steps.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        while (shown.isEmpty() && timer.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        QCoreApplication::processEvents();
        times.shown.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

void tell(const QString& what, const Frames& times) {
    std::printf("%-44s told to all in %5.1f ms, painted after %5.1f ms (medians); %5.1f ms at the 95th percentile\n",
                qPrintable(what), at(times.steps, 0.5), at(times.shown, 0.5), at(times.shown, 0.95));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"tiermap-bench"_s);
    QCoreApplication::setApplicationName(u"tiermap-selection-bench"_s);
    qputenv("QT_NO_GUI_THREADPOOL", "1"); // as the program has it
    const QApplication app(argc, argv);
    QSettings().clear();

    Counties made = counties(4, {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    Project project;
    project.plan = std::move(made.plan);
    project.plan.key = u"counties"_s;
    project.plan.title = {u"三千个县"_s, u"Three thousand counties"_s};
    for (const ZoneShape& shape : made.shapes.zones)
        project.zoneShapes.insert(shape.code, encodeShape(shape.polygons));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"counties.gpkg"_s);
    if (const auto written = writeProjectFile(file, project); !written) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence(written.error())));
        return 1;
    }
    auto document = openDocument(file);
    if (!document) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence(document.error())));
        return 1;
    }
    MainWindow window(std::move(document->project), std::move(document->shapes));
    window.resize(1600, 1000);
    QSignalSpy first(&window.map(), &LiveMap::firstFrame);
    window.show();
    if (first.isEmpty())
        first.wait(30000);
    CompareDock& dock = window.compareDock();
    dock.show();
    window.resizeDocks({&dock}, {420}, Qt::Vertical);
    QElapsedTimer timer;
    timer.start();
    while (!dock.panel().comparison() && timer.elapsed() < 120000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    std::printf("%-50s %6.2f s\n", "3,000 zones compared in 6 indicators", static_cast<double>(timer.elapsed()) / 1e3);
    QTest::qWait(1000); // names are placed once the map has come to rest
    const QList<Zone> zones = window.project().content().plan.layoutZones();
    const auto one = [&](int i) { window.selection().set({zones[i * 37 % zones.size()].code}); };
    const auto many = [&](int i) {
        QStringList codes;
        for (int k = 0; k < 300; ++k)
            codes << zones[(i * 37 + k * 7) % zones.size()].code;
        window.selection().set(codes);
    };
    using Kind = ChartView::Kind;
    const std::pair<Kind, QString> kinds[]{{Kind::Dots, u"dot plot"_s},
                                           {Kind::Parallel, u"parallel coordinates"_s},
                                           {Kind::Scatter, u"scatter plot"_s},
                                           {Kind::Matrix, u"matrix"_s}};
    dock.panel().findChild<QTabBar*>()->setCurrentIndex(1);
    for (const auto& [kind, name] : kinds) {
        timer.start();
        dock.charts().setKind(kind);
        window.repaint();
        std::printf("%-50s %6.1f ms\n", qPrintable(u"chart made: "_s + name), double(timer.nsecsElapsed()) / 1e6);
        QTest::qWait(200);
        tell(u"one zone chosen, beside the "_s + name, frames(window, one));
    }
    tell(u"300 zones chosen, beside the matrix"_s, frames(window, many));
    window.selection().set({});
    auto* quick = window.map().findChild<QQuickWidget*>();
    tell(u"a frame of the map with nothing new"_s, frames(window, [&](int) { quick->quickWindow()->update(); }));
    return 0;
}
