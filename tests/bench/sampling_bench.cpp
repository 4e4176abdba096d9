// What the robustness of ranks costs: 3,000 zones, 30 indicators, 10,000 samples of weights; half the samples stand
// beside it, as the time is to grow with their number and no faster. Nothing is asserted.

#include "core/analysis/weight_sampling.h"

#include <QElapsedTimer>

#include <cstdio>
#include <random>

using namespace tiermap;

namespace {

/// A value in `missing` is missing.
IndicatorMatrix counties(unsigned missing) {
    IndicatorMatrix scaled(3'000, 30);
    std::mt19937 random(1); // the same numbers in each run
    for (int zone = 0; zone < scaled.zones(); ++zone) {
        for (int indicator = 0; indicator < scaled.indicators(); ++indicator) {
            const double value = static_cast<double>(random()) / 4294967296.0;
            if (missing == 0 || random() % missing != 0) {
                scaled.at(zone, indicator) = value * value; // many small ones, as after scaling by the greatest
            }
        }
    }
    return scaled;
}

void report(const char* what, const IndicatorMatrix& scaled, const RankSampling& settings) {
    QElapsedTimer timer;
    timer.start();
    const auto result = rankRobustness(scaled, settings);
    std::printf("%-66s %10.2f s\n", what, double(timer.nsecsElapsed()) / 1e9);
    std::fflush(stdout);
    if (!result) {
        std::printf("  failed\n");
    }
}

} // namespace

int main() {
    const IndicatorMatrix all = counties(0);
    report("3,000 zones, 30 indicators, 10,000 samples", all, {.samples = 10'000});
    report("  5,000 samples", all, {.samples = 5'000});
    report("  10,000 samples on one thread", all, {.samples = 10'000, .threads = 1});
    const DirichletWeights around{.means = std::vector<double>(30, 1), .concentration = 100};
    report("  10,000 samples about equal weights", all, {.samples = 10'000, .around = around});
    report("  10,000 samples, every tenth value missing", counties(10), {.samples = 10'000});
    return 0;
}
