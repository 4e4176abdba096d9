#include "core/analysis/weight_sampling.h"

#include "core/analysis/split_mix.h"
#include "core/processors.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <span>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

// Products of 24 and 28 bits and their sum, as the weights are 2^24 together, are whole numbers that a double holds: in
// whatever order a machine adds, and whether or not it rounds between, the score is the same.
constexpr int weightBits = 24;
constexpr int valueBits = 28;
constexpr int keyBits = 31; // of a score's, as many as sorting looks at beside the greatest one
constexpr double wholeWeight = 1U << weightBits;
constexpr double wholeValue = 1U << valueBits;

constexpr size_t tileZones = 8;      // as many sums as the registers of any processor hold
constexpr size_t groupSamples = 8;   // so many samples share what was read of the matrix
constexpr size_t countedZones = 16;  // their counts of ranks stay in the cache
constexpr size_t batchSamples = 512; // between two questions whether to go on
constexpr int mostSamples = 10'000'000;
constexpr double leastConcentration = 1e-3;
constexpr double mostConcentration = 1e9;
constexpr double rounding = 1e-9;

// --- random numbers -------------------------------------------------------------------------------------------------

// Logarithms of the C library differ in the last bit from version to version, and with the processor it finds. These
// are made of what IEEE 754 defines. A compiler may let a machine multiply and add in one step, which rounds once where
// others round twice: a call that it may not open keeps the two apart.
[[gnu::noinline]] double times(double one, double other) { return one * other; }

double logarithm(double value) {
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    if (mantissa < std::numbers::sqrt2 / 2) {
        mantissa *= 2;
        --exponent;
    }
    const double ratio = (mantissa - 1) / (mantissa + 1); // log m = 2 artanh of this, which is at most 0.172
    const double square = times(ratio, ratio);
    double sum = 0;
    for (int odd = 23; odd > 0; odd -= 2) {
        sum = times(sum, square) + 1.0 / odd;
    }
    return times(exponent, std::numbers::ln2) + 2 * times(ratio, sum);
}

/// Of 0 and below.
double exponential(double value) {
    if (value < -700) {
        return 0;
    }
    const double power = std::floor(value / std::numbers::ln2 + 0.5);
    const double rest = value - times(power, std::numbers::ln2);
    double sum = 1;
    for (int term = 15; term > 0; --term) {
        sum = 1 + times(rest, sum) / term;
    }
    return std::ldexp(sum, static_cast<int>(power));
}

/// The numbers of one sample, and what they are distributed like.
class SampleNumbers : public SplitMix64 {
public:
    SampleNumbers(quint64 sample, quint64 seed)
        : SplitMix64(ofPart(sample, seed)) {}

    /// Whole, of 0 to 2^bits - 1.
    double whole(int bits) { return static_cast<double>(static_cast<qint64>(next() >> (64 - bits))); }
    /// Between 0 and 1, never either.
    double unit() { return (whole(52) + 0.5) * 0x1p-52; }

    /// Marsaglia and Bray, SIAM Review 6 (1964).
    double normal() {
        for (;;) {
            const double x = 2 * unit() - 1;
            const double y = 2 * unit() - 1;
            const double square = times(x, x) + times(y, y);
            if (square > 0 && square < 1) {
                return times(x, std::sqrt(-2 * logarithm(square) / square));
            }
        }
    }

    /// The logarithm, as most of a small alpha's are too small for a double. Marsaglia and Tsang, ACM Transactions on
    /// Mathematical Software 26 (2000).
    double logarithmOfGamma(double alpha) {
        if (alpha < 1) {
            const double smaller = logarithm(unit()) / alpha;
            return smaller + logarithmOfGamma(alpha + 1);
        }
        const double d = alpha - 1.0 / 3;
        const double c = 1 / std::sqrt(9 * d);
        for (;;) {
            const double x = normal();
            const double root = 1 + times(c, x);
            if (root <= 0) {
                continue;
            }
            const double logV = 3 * logarithm(root);
            const double v = times(times(root, root), root);
            if (logarithm(unit()) < times(x, x) / 2 + d - times(d, v) + times(d, logV)) {
                return logarithm(d) + logV;
            }
        }
    }
};

/// Makes whole weights that are `wholeWeight` together: the gaps of sorted cuts.
class WeightDraw {
public:
    WeightDraw(size_t indicators, const std::vector<double>& alphas)
        : m_alphas(alphas)
        , m_cuts(indicators) {}

    void draw(SampleNumbers& random, std::span<double> weights) {
        if (m_alphas.empty()) {
            std::ranges::generate(m_cuts, [&] { return random.whole(weightBits); });
            m_cuts.back() = wholeWeight;
            std::ranges::sort(m_cuts);
        } else {
            cutDirichlet(random);
        }
        std::adjacent_difference(m_cuts.begin(), m_cuts.end(), weights.begin());
    }

private:
    void cutDirichlet(SampleNumbers& random) {
        std::ranges::transform(m_alphas, m_cuts.begin(), [&](double alpha) {
            return alpha > 0 ? random.logarithmOfGamma(alpha) : -std::numeric_limits<double>::infinity();
        });
        const double most = std::ranges::max(m_cuts);
        double sum = 0;
        for (double& cut : m_cuts) {
            sum += exponential(cut - most);
            cut = sum;
        }
        for (double& cut : m_cuts) {
            cut = std::floor(cut / sum * wholeWeight);
        }
    }

    const std::vector<double>& m_alphas;
    std::vector<double> m_cuts;
};

// --- one sample -----------------------------------------------------------------------------------------------------

/// The scaled values as whole numbers, the zones of a tile beside each other; missing ones are 0 and listed.
struct Tiles {
    struct Gap {
        size_t zone = 0;
        size_t indicator = 0;
    };

    explicit Tiles(const IndicatorMatrix& scaled)
        : zones(static_cast<size_t>(scaled.zones()))
        , indicators(static_cast<size_t>(scaled.indicators()))
        , tiles((zones + tileZones - 1) / tileZones)
        , values(tiles * indicators * tileZones) {
        for (size_t zone = 0; zone < zones; ++zone) {
            const std::span<const double> row = scaled.zone(static_cast<int>(zone));
            for (size_t indicator = 0; indicator < indicators; ++indicator) {
                if (std::isnan(row[indicator])) {
                    gaps.push_back({zone, indicator});
                    continue;
                }
                const double value = std::clamp(row[indicator], 0.0, 1.0);
                values[(zone / tileZones * indicators + indicator) * tileZones + zone % tileZones] =
                    std::floor(value * wholeValue + 0.5);
            }
        }
    }

    std::span<const double> tile(size_t tile) const {
        return std::span(values).subspan(tile * indicators * tileZones, indicators * tileZones);
    }

    size_t zones;
    size_t indicators;
    size_t tiles;
    std::vector<double> values;
    std::vector<Gap> gaps{};
};

/// What a batch of samples came to, [sample][indicator] and [sample][zone].
struct Batch {
    Batch(size_t zones, size_t indicators)
        : weights(batchSamples * indicators)
        , places(batchSamples * zones)
        , equals(batchSamples * zones) {}

    std::vector<double> weights;
    std::vector<quint16> places; ///< how many zones have a greater score
    std::vector<quint16> equals; ///< how many have the same, itself among them
};

/// Sorts keys of scores with the zone, which is in order already, in the bits below. With many it goes by digits, the
/// last first, as comparing would take most of the time.
class DigitSort {
public:
    explicit DigitSort(size_t count)
        : m_spare(count) {}

    void sort(std::vector<quint64>& items) {
        if (items.size() < digits / 2) {
            std::ranges::sort(items);
        } else {
            sortByDigits(items);
        }
    }

    static constexpr unsigned zoneBits = 16;

private:
    static constexpr size_t passes = 4;
    static constexpr unsigned digitBits = 8;
    static constexpr size_t digits = 1U << digitBits;

    static size_t digit(quint64 item, size_t pass) { return (item >> (zoneBits + pass * digitBits)) % digits; }

    void sortByDigits(std::vector<quint64>& items) {
        for (std::array<quint32, digits>& count : m_counts) {
            count.fill(0);
        }
        for (const quint64 item : items) {
            for (size_t pass = 0; pass < passes; ++pass) {
                ++m_counts[pass][digit(item, pass)];
            }
        }
        for (size_t pass = 0; pass < passes; ++pass) {
            std::array<quint32, digits>& starts = m_counts[pass];
            std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0U);
            for (const quint64 item : items) {
                m_spare[starts[digit(item, pass)]++] = item;
            }
            std::swap(items, m_spare);
        }
    }

    std::vector<quint64> m_spare;
    std::array<std::array<quint32, digits>, passes> m_counts{};
};

/// Draws and ranks a group of samples after another. Each thread has its own.
class GroupRanking {
public:
    GroupRanking(const Tiles& tiles, const std::vector<double>& alphas, quint64 seed, Batch& batch)
        : m_tiles(tiles)
        , m_draw(tiles.indicators, alphas)
        , m_seed(seed)
        , m_batch(batch)
        , m_scores(groupSamples * tiles.tiles * tileZones)
        , m_items(tiles.zones)
        , m_sort(tiles.zones) {}

    /// Samples `start` + first to `start` + last - 1, which are first to last - 1 of the batch.
    void rank(size_t start, size_t first, size_t last) {
        m_random.clear();
        for (size_t sample = first; sample < last; ++sample) {
            m_draw.draw(m_random.emplace_back(start + sample, m_seed), weights(sample));
        }
        for (size_t tile = 0; tile < m_tiles.tiles; ++tile) {
            for (size_t sample = first; sample < last; ++sample) {
                addUp(m_tiles.tile(tile), weights(sample),
                      scores(sample - first).subspan(tile * tileZones).first<tileZones>());
            }
        }
        for (size_t sample = first; sample < last; ++sample) {
            fillGaps(m_random[sample - first], weights(sample), scores(sample - first));
            rankSample(sample, scores(sample - first));
        }
    }

private:
    std::span<double> weights(size_t sample) const {
        return std::span(m_batch.weights).subspan(sample * m_tiles.indicators, m_tiles.indicators);
    }
    std::span<double> scores(size_t place) {
        const size_t padded = m_tiles.tiles * tileZones;
        return std::span(m_scores).subspan(place * padded, padded);
    }

    static void addUp(std::span<const double> tile, std::span<const double> weights,
                      std::span<double, tileZones> result) {
        std::array<double, tileZones> sums{};
        const double* values = tile.data();
        for (const double weight : weights) {
            for (size_t zone = 0; zone < tileZones; ++zone) {
                sums[zone] += weight * values[zone];
            }
            values += tileZones;
        }
        std::ranges::copy(sums, result.begin());
    }

    void fillGaps(SampleNumbers& random, std::span<const double> weights, std::span<double> scores) const {
        for (const auto& [zone, indicator] : m_tiles.gaps) {
            scores[zone] += weights[indicator] * random.whole(valueBits);
        }
    }

    void rankSample(size_t sample, std::span<const double> scores) {
        constexpr unsigned unseen = weightBits + valueBits - keyBits;
        constexpr quint64 greatest = 1U << keyBits;
        for (size_t zone = 0; zone < m_tiles.zones; ++zone) {
            const quint64 key = greatest - (static_cast<quint64>(static_cast<qint64>(scores[zone])) >> unseen);
            m_items[zone] = key << DigitSort::zoneBits | zone;
        }
        m_sort.sort(m_items);
        const size_t row = sample * m_tiles.zones;
        for (size_t place = 0; place < m_items.size();) {
            size_t next = place + 1;
            while (next < m_items.size() &&
                   m_items[next] >> DigitSort::zoneBits == m_items[place] >> DigitSort::zoneBits) {
                ++next;
            }
            for (size_t equal = place; equal < next; ++equal) {
                const size_t zone = m_items[equal] % (1U << DigitSort::zoneBits);
                m_batch.places[row + zone] = static_cast<quint16>(place);
                m_batch.equals[row + zone] = static_cast<quint16>(next - place);
            }
            place = next;
        }
    }

    const Tiles& m_tiles;
    WeightDraw m_draw;
    quint64 m_seed;
    Batch& m_batch;
    std::vector<double> m_scores;
    std::vector<quint64> m_items;
    DigitSort m_sort;
    std::vector<SampleNumbers> m_random{};
};

// --- all samples ----------------------------------------------------------------------------------------------------

/// Each of the threads makes a worker, and the workers take the next task until there is none.
template <class MakeWorker>
void byWorkers(size_t threads, size_t tasks, const MakeWorker& makeWorker) {
    std::atomic<size_t> next = 0;
    onThreads(static_cast<int>(std::min(threads, tasks)), [&] {
        auto worker = makeWorker();
        for (size_t task = next++; task < tasks; task = next++) {
            worker(task);
        }
    });
}

/// What zones have come to so far. A zone's numbers are only ever added to in the order of the samples, by one thread
/// at a time.
class Tally {
public:
    Tally(size_t zones, size_t indicators)
        : m_zones(zones)
        , m_indicators(indicators)
        , m_ranks(zones * zones)
        , m_doubledRanks(zones)
        , m_firstWeights(zones * indicators)
        , m_wins(zones <= mostZonesInPairs ? zones * zones : 0) {}

    void add(const Batch& batch, size_t samples, size_t firstZone, size_t lastZone) {
        for (size_t sample = 0; sample < samples; ++sample) {
            for (size_t zone = firstZone; zone < lastZone; ++zone) {
                addRank(batch, sample, zone);
            }
        }
        if (m_wins.empty()) {
            return;
        }
        for (size_t zone = firstZone; zone < lastZone; ++zone) {
            for (size_t sample = 0; sample < samples; ++sample) {
                addWins(std::span(batch.places).subspan(sample * m_zones, m_zones), zone);
            }
        }
    }

    ZoneRanks zone(size_t zone, size_t samples, size_t ranks) const {
        const std::span counts = std::span(m_ranks).subspan(zone * m_zones, m_zones);
        const auto all = static_cast<double>(samples);
        ZoneRanks result{.centralWeights = centralWeights(zone),
                         .expectedRank = static_cast<double>(m_doubledRanks[zone]) / 2 / all,
                         .lowRank = rankAt(counts, 0.05, all),
                         .medianRank = rankAt(counts, 0.5, all),
                         .highRank = rankAt(counts, 0.95, all)};
        for (const double count : counts.first(std::min(ranks, m_zones))) {
            result.acceptability.push_back(count / all);
        }
        return result;
    }

    std::vector<std::vector<double>> winShares(size_t samples) const {
        std::vector<std::vector<double>> result;
        for (size_t start = 0; start < m_wins.size(); start += m_zones) {
            std::vector<double>& shares = result.emplace_back();
            for (const qint32 halves : std::span(m_wins).subspan(start, m_zones)) {
                shares.push_back(halves / 2.0 / static_cast<double>(samples));
            }
        }
        return result;
    }

private:
    void addRank(const Batch& batch, size_t sample, size_t zone) {
        const size_t place = batch.places[sample * m_zones + zone];
        const size_t equals = batch.equals[sample * m_zones + zone];
        m_doubledRanks[zone] += static_cast<qint64>(2 * place + equals + 1);
        const std::span counts = std::span(m_ranks).subspan(zone * m_zones + place, equals);
        if (equals == 1) {
            counts.front() += 1;
        } else {
            for (double& count : counts) {
                count += 1 / static_cast<double>(equals);
            }
        }
        if (place == 0) {
            for (size_t indicator = 0; indicator < m_indicators; ++indicator) {
                m_firstWeights[zone * m_indicators + indicator] +=
                    batch.weights[sample * m_indicators + indicator] / static_cast<double>(equals);
            }
        }
    }

    void addWins(std::span<const quint16> places, size_t zone) {
        const std::span halves = std::span(m_wins).subspan(zone * m_zones, m_zones);
        const quint16 own = places[zone];
        for (size_t other = 0; other < m_zones; ++other) {
            halves[other] += (own < places[other] ? 1 : 0) + (own <= places[other] ? 1 : 0);
        }
    }

    std::vector<double> centralWeights(size_t zone) const {
        const auto first = m_firstWeights.begin() + static_cast<std::ptrdiff_t>(zone * m_indicators);
        std::vector<double> result(first, first + static_cast<std::ptrdiff_t>(m_indicators));
        const double sum = std::accumulate(result.begin(), result.end(), 0.0);
        if (!(sum > 0)) {
            return {};
        }
        std::ranges::transform(result, result.begin(), [sum](double weight) { return weight / sum; });
        return result;
    }

    static int rankAt(std::span<const double> counts, double share, double samples) {
        double sum = 0;
        for (size_t place = 0; place < counts.size(); ++place) {
            sum += counts[place];
            if (sum / samples >= share - rounding) {
                return static_cast<int>(place) + 1;
            }
        }
        return static_cast<int>(counts.size());
    }

    size_t m_zones;
    size_t m_indicators;
    std::vector<double> m_ranks;        ///< [zone][rank]
    std::vector<qint64> m_doubledRanks; ///< sums
    std::vector<double> m_firstWeights; ///< [zone][indicator], sums
    std::vector<qint32> m_wins;         ///< [zone][zone], in halves
};

Problem outOfRange(const QString& field, double value, const QString& least, const QString& most) {
    return {.code = Problem::Code::OutOfRange, .field = field, .arguments = {QString::number(value), least, most}};
}

std::optional<Problem> faultIn(const IndicatorMatrix& scaled) {
    if (scaled.zones() == 0 || scaled.indicators() == 0) {
        return Problem{.code = Problem::Code::FieldMissing, .field = u"scaled"_s};
    }
    if (scaled.zones() > mostZonesSampled) {
        return outOfRange(u"scaled"_s, scaled.zones(), u"1"_s, QString::number(mostZonesSampled));
    }
    for (int zone = 0; zone < scaled.zones(); ++zone) {
        for (const double value : scaled.zone(zone)) {
            if (value < -rounding || value > 1 + rounding) {
                return outOfRange(u"scaled"_s, value, u"0"_s, u"1"_s);
            }
        }
    }
    return std::nullopt;
}

std::optional<Problem> faultIn(const DirichletWeights& around, int indicators) {
    if (static_cast<int>(around.means.size()) != indicators) {
        const QString count = QString::number(indicators);
        return outOfRange(u"means"_s, static_cast<double>(around.means.size()), count, count);
    }
    double sum = 0;
    for (const double mean : around.means) {
        if (!std::isfinite(mean) || mean < 0) {
            return outOfRange(u"means"_s, mean, u"0"_s, {});
        }
        sum += mean;
    }
    if (!std::isfinite(sum) || sum == 0) {
        return outOfRange(u"means"_s, sum, u"0"_s, {});
    }
    if (std::isnan(around.concentration) || around.concentration < leastConcentration ||
        around.concentration > mostConcentration) {
        return outOfRange(u"concentration"_s, around.concentration, QString::number(leastConcentration),
                          QString::number(mostConcentration));
    }
    return std::nullopt;
}

std::optional<Problem> faultIn(const RankSampling& settings, int indicators) {
    if (settings.samples < 1 || settings.samples > mostSamples) {
        return outOfRange(u"samples"_s, settings.samples, u"1"_s, QString::number(mostSamples));
    }
    if (settings.ranks < 1) {
        return outOfRange(u"ranks"_s, settings.ranks, u"1"_s, {});
    }
    if (settings.threads < 0) {
        return outOfRange(u"threads"_s, settings.threads, u"0"_s, {});
    }
    return settings.around ? faultIn(*settings.around, indicators) : std::nullopt;
}

/// Empty where all weights are as likely.
std::vector<double> alphasOf(const std::optional<DirichletWeights>& around) {
    if (!around) {
        return {};
    }
    std::vector<double> result = around->means;
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    std::ranges::transform(result, result.begin(), [&](double mean) { return mean / sum * around->concentration; });
    return result;
}

size_t threadsOf(const RankSampling& settings) {
    const auto wanted = static_cast<unsigned>(settings.threads);
    return std::max(1U, wanted > 0 ? wanted : std::thread::hardware_concurrency());
}

} // namespace

Result<RankRobustness> rankRobustness(const IndicatorMatrix& scaled, const RankSampling& settings,
                                      const std::function<bool()>& goesOn) {
    for (const std::optional<Problem>& fault : {faultIn(scaled), faultIn(settings, scaled.indicators())}) {
        if (fault) {
            return std::unexpected(*fault);
        }
    }
    const Tiles tiles(scaled);
    const std::vector<double> alphas = alphasOf(settings.around);
    const size_t threads = threadsOf(settings);
    const auto all = static_cast<size_t>(settings.samples);
    Batch batch(tiles.zones, tiles.indicators);
    Tally tally(tiles.zones, tiles.indicators);
    for (size_t start = 0; start < all; start += batchSamples) {
        if (goesOn && !goesOn()) {
            return std::unexpected(Problem{.code = Problem::Code::Cancelled});
        }
        const size_t samples = std::min(batchSamples, all - start);
        byWorkers(threads, (samples + groupSamples - 1) / groupSamples, [&] {
            return [&, ranking = GroupRanking(tiles, alphas, settings.seed, batch)](size_t group) mutable {
                ranking.rank(start, group * groupSamples, std::min(samples, (group + 1) * groupSamples));
            };
        });
        byWorkers(threads, (tiles.zones + countedZones - 1) / countedZones, [&] {
            return [&](size_t part) {
                tally.add(batch, samples, part * countedZones, std::min(tiles.zones, (part + 1) * countedZones));
            };
        });
    }
    RankRobustness result{.winShares = tally.winShares(all)};
    for (size_t zone = 0; zone < tiles.zones; ++zone) {
        result.zones.push_back(tally.zone(zone, all, static_cast<size_t>(settings.ranks)));
    }
    return result;
}

} // namespace tiermap
