#include "core/analysis/density_clusters.h"

#include "core/analysis/spot_trees.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <limits>
#include <numbers>
#include <numeric>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {
namespace {

constexpr int sampleSize = 2000;
constexpr double reachOfMedian = 1.5;
constexpr double leastReach = 1e-6; // metres; of less the square may be lost

// A place with a coordinate of q cells is put into its cell with an error of up to q / 2^52 cells. With up to 2^44 that
// is 2^-8: cells smaller by 2^-7 make sure that two places of a cell are within reach all the same.
constexpr double mostCells = 0x1p44;
constexpr double cellSide = (1 - 0x1p-7) / std::numbers::sqrt2; // of a reach

/// The greatest square whose root is not above `reach`: a reach that was worked out as the distance of two places holds
/// for these, where its own square may be just below theirs.
double squareOf(double reach) {
    double result = reach * reach;
    while (std::sqrt(result) > reach) {
        result = std::nextafter(result, 0.0);
    }
    for (double next = result; std::isfinite(next) && std::sqrt(next) <= reach;) {
        result = next;
        next = std::nextafter(next, std::numeric_limits<double>::infinity());
    }
    return result;
}

/// A square whose places are all within reach of each other: with the least number of them all are core and of one
/// cluster, and the core ones of any cell are of one (Gunawan: A Faster Algorithm for DBSCAN, Eindhoven 2013; de Berg,
/// Gunawan, Roeloffzen: Faster DBSCAN and HDBSCAN in Low-Dimensional Euclidean Spaces, ISAAC 2017).
struct Cell {
    qint64 row = 0;
    qint64 column = 0;
    int first = 0; ///< of its spots
    int last = 0;
    int tree = -1;
    int coreTree = -1; ///< of its core places, -1 without any

    std::pair<qint64, qint64> key() const { return {row, column}; }
    int size() const { return last - first; }
};

/// The cells that can hold places within reach of a cell's, up to two rows and columns away, itself among them. To be
/// asked for in ascending order: so five fingers move once along the sorted cells, and no table of them is needed.
class Surroundings {
public:
    explicit Surroundings(const std::vector<Cell>& cells)
        : m_cells(cells) {}

    std::span<const size_t> of(const Cell& cell) {
        m_found.clear();
        for (qint64 step = 0; step < 5; ++step) {
            const qint64 row = cell.row + step - 2;
            size_t& finger = m_fingers[static_cast<size_t>(step)];
            while (finger < m_cells.size() && m_cells[finger].key() < std::pair(row, cell.column - 2)) {
                ++finger;
            }
            for (size_t i = finger; i < m_cells.size() && m_cells[i].key() <= std::pair(row, cell.column + 2); ++i) {
                m_found.push_back(i);
            }
        }
        return m_found;
    }

private:
    const std::vector<Cell>& m_cells;
    std::array<size_t, 5> m_fingers{};
    std::vector<size_t> m_found;
};

/// Disjoint sets of cells.
class Sets {
public:
    explicit Sets(size_t count)
        : m_parents(count) {
        std::ranges::iota(m_parents, size_t{0});
    }

    size_t find(size_t of) {
        while (m_parents[of] != of) {
            m_parents[of] = m_parents[m_parents[of]];
            of = m_parents[of];
        }
        return of;
    }

    /// The lower one stays: with the paths halved that is as good as by rank here.
    void unite(size_t one, size_t other) {
        const auto [low, high] = std::minmax({find(one), find(other)});
        m_parents[high] = low;
    }

private:
    std::vector<size_t> m_parents;
};

/// Asks at the beginning and then at every 256th step, of which each takes microseconds.
class Watch {
public:
    explicit Watch(const std::function<bool()>& goesOn)
        : m_goesOn(goesOn) {}

    bool isOver() {
        m_over = m_over || (m_goesOn && m_steps++ % 256 == 0 && !m_goesOn());
        return m_over;
    }

private:
    const std::function<bool()>& m_goesOn;
    unsigned m_steps = 0;
    bool m_over = false;
};

std::vector<Spot> finiteSpots(std::span<const MetrePoint> places) {
    std::vector<Spot> result;
    result.reserve(places.size());
    for (int place = 0; const auto& [x, y] : places) {
        if (std::isfinite(x) && std::isfinite(y)) {
            result.push_back({.x = x, .y = y, .place = place});
        }
        ++place;
    }
    return result;
}

Box boxOf(std::span<const Spot> spots) {
    Box result;
    for (const Spot& spot : spots) {
        result.add(spot);
    }
    return result;
}

/// The cells by row and column, and the spots in their order.
std::vector<Cell> cellsOf(std::vector<Spot>& spots, const Box& box, double side) {
    struct Key {
        qint64 row = 0;
        qint64 column = 0;
        int spot = 0;

        auto operator<=>(const Key&) const = default;
    };
    std::vector<Key> keys;
    keys.reserve(spots.size());
    for (int spot = 0; const auto& [x, y, place, core] : spots) {
        keys.push_back({.row = static_cast<qint64>((y - box.south) / side),
                        .column = static_cast<qint64>((x - box.west) / side),
                        .spot = spot});
        ++spot;
    }
    std::ranges::sort(keys);
    std::vector<Spot> sorted;
    sorted.reserve(spots.size());
    std::vector<Cell> result;
    for (int at = 0; const Key& key : keys) {
        if (result.empty() || result.back().key() != std::pair(key.row, key.column)) {
            result.push_back({.row = key.row, .column = key.column, .first = at});
        }
        result.back().last = ++at;
        sorted.push_back(spots[static_cast<size_t>(key.spot)]);
    }
    spots = std::move(sorted);
    return result;
}

class Search {
public:
    Search(std::vector<Spot> spots, std::vector<Cell> cells, double reach, int least,
           const std::function<bool()>& goesOn)
        : m_trees(std::move(spots))
        , m_cells(std::move(cells))
        , m_sets(m_cells.size())
        , m_reach(squareOf(reach))
        , m_least(least)
        , m_watch(goesOn) {}

    /// Nothing where it was stopped.
    std::optional<DensityClusters> clusters(size_t places) {
        // Cells that touch come first: what is dense is one by then, and of the others few are left to be compared.
        if (!growTrees() || !findCores() || !growCoreTrees() || !join(1) || !join(2)) {
            return std::nullopt;
        }
        DensityClusters result{.members = std::vector<DensityClusters::Member>(places), .sizes = {}};
        if (!assign(result.members)) {
            return std::nullopt;
        }
        number(result);
        return result;
    }

private:
    bool growTrees() {
        for (Cell& cell : m_cells) {
            if (m_watch.isOver()) {
                return false;
            }
            cell.tree = m_trees.grow(cell.first, cell.last);
        }
        return true;
    }

    bool findCores() {
        Surroundings surroundings(m_cells);
        for (const Cell& cell : m_cells) {
            const bool isFull = cell.size() >= m_least;
            const std::span<const size_t> around = isFull ? std::span<const size_t>() : surroundings.of(cell);
            for (Spot& spot : m_trees.spots(cell.first, cell.last)) {
                if (m_watch.isOver()) {
                    return false;
                }
                spot.core = isFull || isCore(spot, cell, around);
            }
        }
        return true;
    }

    bool isCore(const Spot& spot, const Cell& own, std::span<const size_t> around) const {
        int missing = m_least - own.size();
        for (const size_t i : around) {
            const Cell& cell = m_cells[i];
            if (missing > 0 && &cell != &own) {
                missing -= m_trees.count(cell.tree, spot, m_reach, missing);
            }
        }
        return missing <= 0;
    }

    bool growCoreTrees() {
        for (Cell& cell : m_cells) {
            if (m_watch.isOver()) {
                return false;
            }
            const std::span<Spot> spots = m_trees.spots(cell.first, cell.last);
            const auto cores = static_cast<int>(std::ranges::count_if(spots, &Spot::core));
            if (cores == cell.size()) {
                cell.coreTree = cell.tree;
            } else if (cores > 0) { // the tree of all is of no more use, so its order can go
                std::ranges::partition(spots, &Spot::core);
                cell.coreTree = m_trees.grow(cell.first, cell.first + cores);
            }
        }
        return true;
    }

    /// Joins cells that are so many rows or columns apart and have core places within reach of each other.
    bool join(qint64 apart) {
        Surroundings surroundings(m_cells);
        for (size_t one = 0; one < m_cells.size(); ++one) {
            if (m_watch.isOver()) {
                return false;
            }
            const Cell& cell = m_cells[one];
            if (cell.coreTree < 0) {
                continue;
            }
            for (const size_t other : surroundings.of(cell)) {
                const Cell& next = m_cells[other];
                if (other > one && next.coreTree >= 0 &&
                    std::max(next.row - cell.row, std::abs(next.column - cell.column)) == apart &&
                    m_sets.find(one) != m_sets.find(other) && m_trees.meet(cell.coreTree, next.coreTree, m_reach)) {
                    m_sets.unite(one, other);
                }
            }
        }
        return true;
    }

    /// To each place the cell that stands for its cluster.
    bool assign(std::vector<DensityClusters::Member>& members) {
        Surroundings surroundings(m_cells);
        for (size_t own = 0; own < m_cells.size(); ++own) {
            const Cell& cell = m_cells[own];
            const bool isAllCore = cell.coreTree == cell.tree;
            const std::span<const size_t> around = isAllCore ? std::span<const size_t>() : surroundings.of(cell);
            for (const Spot& spot : m_trees.spots(cell.first, cell.last)) {
                if (m_watch.isOver()) {
                    return false;
                }
                const std::optional<size_t> with = spot.core ? own : nearestCore(spot, around);
                members[static_cast<size_t>(spot.place)] = {.cluster = with ? static_cast<int>(m_sets.find(*with)) : -1,
                                                            .core = spot.core};
            }
        }
        return true;
    }

    std::optional<size_t> nearestCore(const Spot& spot, std::span<const size_t> around) const {
        Nearest best{.square = m_reach};
        std::optional<size_t> result;
        for (const size_t i : around) {
            if (m_cells[i].coreTree >= 0 && m_trees.findNearer(m_cells[i].coreTree, spot, best)) {
                result = i;
            }
        }
        return result;
    }

    /// From the cells that stand for the clusters to the numbers that these are to have.
    void number(DensityClusters& result) const {
        std::vector<int> numbers(m_cells.size(), -1); // by the first member
        std::vector<int> sizes;
        for (auto& [cluster, core] : result.members) {
            if (cluster < 0) {
                continue;
            }
            int& number = numbers[static_cast<size_t>(cluster)];
            if (number < 0) {
                number = static_cast<int>(sizes.size());
                sizes.push_back(0);
            }
            cluster = number;
            ++sizes[static_cast<size_t>(number)];
        }
        std::vector<int> order(sizes.size());
        std::ranges::iota(order, 0);
        std::ranges::stable_sort(order, std::greater(), [&](int i) { return sizes[static_cast<size_t>(i)]; });
        std::vector<int> ranks(order.size());
        for (int rank = 0; const int number : order) {
            ranks[static_cast<size_t>(number)] = rank++;
            result.sizes.push_back(sizes[static_cast<size_t>(number)]);
        }
        for (auto& [cluster, core] : result.members) {
            cluster = cluster < 0 ? -1 : ranks[static_cast<size_t>(cluster)];
        }
    }

    SpotTrees m_trees;
    std::vector<Cell> m_cells;
    Sets m_sets;
    double m_reach; ///< squared
    int m_least;
    Watch m_watch;
};

} // namespace

Result<DensityClusters> densityClusters(std::span<const MetrePoint> places, double reach, int least,
                                        const std::function<bool()>& goesOn) {
    if (least < 1) {
        return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                       .field = u"least"_s,
                                       .arguments = {QString::number(least), u"1"_s, QString()}});
    }
    std::vector<Spot> spots = finiteSpots(places);
    const Box box = boxOf(spots);
    const double width = std::max(box.east - box.west, box.north - box.south);
    const double leastHere = std::max(leastReach, width / mostCells / cellSide);
    if (!std::isfinite(reach) || !(reach >= leastHere)) {
        return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                       .field = u"reach"_s,
                                       .arguments = {QString::number(reach), QString::number(leastHere), QString()}});
    }
    std::vector<Cell> cells = cellsOf(spots, box, reach * cellSide);
    std::optional<DensityClusters> result =
        Search(std::move(spots), std::move(cells), reach, least, goesOn).clusters(places.size());
    if (!result) {
        return std::unexpected(Problem{.code = Problem::Code::Cancelled});
    }
    return *std::move(result);
}

std::optional<double> suggestedReach(std::span<const MetrePoint> places, int least) {
    std::vector<Spot> spots = finiteSpots(places);
    const auto most = static_cast<size_t>(std::max(least, 2)); // the place itself is found, too
    if (spots.size() < most) {
        return std::nullopt;
    }
    std::vector<Spot> sample = spots;
    // The same numbers each time, and everywhere, as those of a distribution would not be.
    std::mt19937_64 random(2000); // NOLINT(bugprone-random-generator-seed)
    for (size_t i = 0; i < std::min<size_t>(sample.size(), sampleSize); ++i) {
        std::swap(sample[i], sample[i + random() % (sample.size() - i)]);
    }
    sample.resize(std::min<size_t>(sample.size(), sampleSize));
    SpotTrees trees(std::move(spots));
    const int tree = trees.growAll();
    std::vector<double> squares;
    for (const Spot& spot : sample) {
        std::vector<double> heap;
        trees.addNearest(tree, spot, most, heap);
        if (std::isfinite(heap.front()) && heap.front() >= leastReach * leastReach) {
            squares.push_back(heap.front());
        }
    }
    if (squares.empty()) {
        return std::nullopt;
    }
    const auto median = squares.begin() + static_cast<std::ptrdiff_t>(squares.size() / 2);
    std::ranges::nth_element(squares, median);
    return reachOfMedian * std::sqrt(*median);
}

} // namespace tiermap
