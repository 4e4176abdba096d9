// What thematic maps cost: exact natural breaks of 100,000 numbers, and 3,000 counties given new ink. Beside the first
// stands a sort of the same numbers, which it cannot be faster than; beside the second making the picture from nothing.
// Nothing is asserted.

#include "app/map/scene_preparation.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/drawn_map.h"
#include "maps/style/thematic_map.h"
#include "tests/bench/counties.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

double millisecondsOf(const std::function<void()>& work) {
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void report(const char* what, double milliseconds) {
    std::printf("%-66s %10.2f ms\n", what, milliseconds);
    std::fflush(stdout);
}

void benchBreaks() {
    constexpr int count = 100'000;
    std::mt19937 random(1); // the same numbers in each run
    std::lognormal_distribution<double> incomes(10, 1);
    std::vector<double> numbers(count);
    std::ranges::generate(numbers, [&] { return incomes(random); });
    std::vector<double> classified;
    std::vector<double> sorted;
    for (int run = 0; run < 5; ++run) {
        classified.push_back(millisecondsOf([&] { classify(numbers, ClassMethod::NaturalBreaks, 7); }));
        std::vector<double> copy = numbers;
        sorted.push_back(millisecondsOf([&] { std::ranges::sort(copy); }));
    }
    report("natural breaks of 100,000 numbers in 7 classes", median(classified));
    report("  a sort of the same numbers", median(sorted));
}

/// From a new style to a scene that the next frame draws; names are placed after it.
void benchRestyle() {
    const Counties all = counties(1, {u"rate"_s});
    ScenePreparation preparation(all.plan, all.shapes, true);
    QEventLoop loop;
    QObject::connect(&preparation, &ScenePreparation::drawn, &loop, &QEventLoop::quit);
    LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {u"rate"_s}, .classes = 7};
    const auto restyle = [&] {
        SceneOptions options;
        auto map = thematicMap(all.plan, all.shapes.zones, style, Language::English);
        options.thematic = std::make_shared<const ThematicMap>(drawnMap(*std::move(map), options.theme.land));
        preparation.draw(options);
        loop.exec();
    };
    report("3,000 counties drawn for the first time", millisecondsOf(restyle));
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        style.classes = 3 + run % 5;
        style.reversed = run % 2 == 0;
        times.push_back(millisecondsOf(restyle));
    }
    report("  given new ink", median(times));
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    benchBreaks();
    benchRestyle();
    return 0;
}
