// What thematic maps cost: exact natural breaks of 100,000 numbers, and 3,000 counties given new ink. Beside the first
// stands a sort of the same numbers, which it cannot be faster than; beside the second making the picture from nothing.
// Nothing is asserted.

#include "app/map/scene_preparation.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/drawn_map.h"
#include "maps/style/thematic_map.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cmath>
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

/// 60 by 50 counties, each with some 90 points of outline that it shares with its neighbours.
struct Counties {
    Plan plan;
    PlanShapes shapes;
};

Counties counties() {
    constexpr int columns = 60;
    constexpr int rows = 50;
    constexpr int steps = 24; // points of each side
    constexpr double cell = 0.1;
    // A bend that depends on the place alone, so that neighbours have the same points.
    const auto place = [&](double x, double y) {
        return GeoPoint(110 + cell * (x + 0.15 * std::sin(3.1 * y + x)),
                        25 + cell * (y + 0.15 * std::sin(2.7 * x - y)));
    };
    Counties made;
    Tier tier;
    tier.key = u"all"_s;
    tier.name = tier.mark = {u"全"_s, u"A"_s};
    tier.color = u"#888888"_s;
    made.plan.tiers.append(tier);
    made.plan.indicators.append({.key = u"rate"_s, .name = {u"率"_s, u"Rate"_s}, .unit = {u"%"_s, u"%"_s}});
    std::mt19937 random(2);
    std::normal_distribution<double> rates(10, 3);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString code = QString::number(100000 + row * columns + column);
            Zone zone;
            zone.code = code;
            zone.name = {code, code};
            zone.tier = tier.key;
            made.plan.zones.append(zone);
            Observation observation;
            observation.zone = code;
            observation.indicator = u"rate"_s;
            observation.period = *Period::parse(u"2024"_s);
            observation.value = Quantity{.number = rates(random)};
            observation.source = u"made up"_s;
            observation.adopted = true;
            made.plan.observations.append(observation);
            GeoPolygon polygon;
            for (int i = 0; i < steps; ++i)
                polygon.outer().push_back(place(column + double(i) / steps, row));
            for (int i = 0; i < steps; ++i)
                polygon.outer().push_back(place(column + 1, row + double(i) / steps));
            for (int i = 0; i < steps; ++i)
                polygon.outer().push_back(place(column + 1 - double(i) / steps, row + 1));
            for (int i = 0; i < steps; ++i)
                polygon.outer().push_back(place(column, row + 1 - double(i) / steps));
            polygon.outer().push_back(polygon.outer().front());
            made.shapes.zones.push_back({code, {polygon}});
        }
    }
    made.shapes.borders = sharedBorders(made.shapes.zones);
    return made;
}

/// From a new style to a scene that the next frame draws; names are placed after it.
void benchRestyle() {
    const Counties all = counties();
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
