#include "maps/geometry/point_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numbers>
#include <ranges>
#include <tuple>
#include <unordered_map>

namespace tiermap {

namespace {

constexpr double world = 4294967296.0; // 2^32 across
constexpr std::size_t summed = 64;     // places between two sums that are kept

double toX(double longitude) { return (longitude / 360 + 0.5) * world; }

double toY(double latitude) {
    const double phi = latitude * std::numbers::pi / 180;
    return (0.5 + std::asinh(std::tan(phi)) / (2 * std::numbers::pi)) * world;
}

GeoPoint toDegrees(double x, double y) {
    const double phi = std::atan(std::sinh((y / world - 0.5) * 2 * std::numbers::pi));
    return {(x / world - 0.5) * 360, phi * 180 / std::numbers::pi};
}

/// Every other bit.
std::uint64_t spread(std::uint32_t bits) {
    std::uint64_t wide = bits;
    wide = (wide | wide << 16) & 0x0000FFFF0000FFFF;
    wide = (wide | wide << 8) & 0x00FF00FF00FF00FF;
    wide = (wide | wide << 4) & 0x0F0F0F0F0F0F0F0F;
    wide = (wide | wide << 2) & 0x3333333333333333;
    return (wide | wide << 1) & 0x5555555555555555;
}

std::uint64_t morton(std::uint32_t x, std::uint32_t y) { return spread(x) | spread(y) << 1; }

std::uint32_t clamped(double at) { return static_cast<std::uint32_t>(std::clamp(at, 0.0, world - 1)); }

} // namespace

PointIndex::PointIndex(std::span<const std::pair<double, double>> places) {
    struct Keyed {
        std::uint64_t key;
        std::uint32_t number;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [longitude, latitude] = places[i];
        if (std::abs(longitude) <= 180 && std::abs(latitude) <= 85) { // NaN is not
            keyed.push_back({morton(clamped(toX(longitude)), clamped(toY(latitude))), static_cast<std::uint32_t>(i)});
        }
    }
    std::ranges::sort(
        keyed, [](const Keyed& a, const Keyed& b) { return a.key != b.key ? a.key < b.key : a.number < b.number; });
    m_x.reserve(keyed.size());
    m_y.reserve(keyed.size());
    m_numbers.reserve(keyed.size());
    for (const Keyed& each : keyed) {
        const auto [longitude, latitude] = places[each.number];
        m_x.push_back(clamped(toX(longitude)));
        m_y.push_back(clamped(toY(latitude)));
        m_numbers.push_back(each.number);
    }
    sumUp();
}

void PointIndex::sumUp() {
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    for (std::size_t i = 0; i < m_x.size(); ++i) {
        if (i % summed == 0) {
            m_sums.emplace_back(x, y);
        }
        x += m_x[i];
        y += m_y[i];
    }
    m_sums.emplace_back(x, y); // of all, where their number is a multiple
}

std::pair<std::uint64_t, std::uint64_t> PointIndex::sumBefore(std::size_t place) const {
    auto [x, y] = m_sums[place / summed];
    for (std::size_t i = place / summed * summed; i < place; ++i) {
        x += m_x[i];
        y += m_y[i];
    }
    return {x, y};
}

PointIndex PointIndex::filtered(const std::function<bool(std::uint32_t number)>& passes) const {
    PointIndex result;
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        if (passes(m_numbers[i])) {
            result.m_x.push_back(m_x[i]);
            result.m_y.push_back(m_y[i]);
            result.m_numbers.push_back(m_numbers[i]);
        }
    }
    result.sumUp();
    return result;
}

namespace {

struct Square {
    double x; ///< the middle of its places
    double y;
    PointIndex::Group group;
};

/// Walks down the quadtree to the squares of a size that have places and touch a rectangle.
class Descent {
public:
    Descent(std::span<const std::uint32_t> x, std::span<const std::uint32_t> y, int bits,
            const std::array<std::uint32_t, 4>& box)
        : m_x(x)
        , m_y(y)
        , m_bits(bits)
        , m_box(box) {}

    template <class Take>
    void walk(const Take& take) const {
        walk(0, 0, 32, 0, m_x.size(), take);
    }

private:
    /// A square with its corner at (x, y), 2^bits wide, whose places are first to last.
    template <class Take>
    void walk(std::uint64_t x, std::uint64_t y, int bits, std::size_t first, std::size_t last, const Take& take) const {
        const std::uint64_t size = std::uint64_t{1} << bits;
        const auto [west, south, east, north] = m_box;
        if (first == last || x > east || x + size <= west || y > north || y + size <= south) {
            return;
        }
        if (bits == m_bits) {
            take(first, last);
            return;
        }
        const std::uint64_t half = size / 2;
        std::size_t from = first;
        for (const auto& [right, up] : {std::pair(0, 0), {1, 0}, {0, 1}, {1, 1}}) { // the order of the places
            const std::uint64_t left = x + (right == 1 ? half : 0);
            const std::uint64_t low = y + (up == 1 ? half : 0);
            const std::uint64_t end = morton(static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(low)) +
                                      ((std::uint64_t{1} << (2 * (bits - 1))) - 1);
            const auto places = std::views::iota(from, last);
            const std::size_t to =
                from +
                static_cast<std::size_t>(
                    std::ranges::partition_point(places, [&](std::size_t i) { return morton(m_x[i], m_y[i]) <= end; }) -
                    places.begin());
            walk(left, low, bits - 1, from, to, take);
            from = to;
        }
    }

    std::span<const std::uint32_t> m_x;
    std::span<const std::uint32_t> m_y;
    int m_bits;
    std::array<std::uint32_t, 4> m_box; ///< west, south, east, north
};

/// One pass: each square, the greatest first, takes those in that lie too near. Their common middle moves, so that there
/// may be work for another pass.
bool takeTogether(std::vector<Square>& squares, double apart) {
    std::ranges::sort(squares, [](const Square& a, const Square& b) {
        return std::tuple(-a.group.count, a.x, a.y) < std::tuple(-b.group.count, b.x, b.y);
    });
    const auto cellOf = [&](double x, double y) {
        const auto column = static_cast<std::int64_t>(std::floor(x / apart)); // -1 beside the western edge
        const auto row = static_cast<std::int64_t>(std::floor(y / apart));
        return static_cast<std::uint64_t>(column) << 32 ^ static_cast<std::uint64_t>(row);
    };
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        cells[cellOf(squares[i].x, squares[i].y)].push_back(i);
    }
    std::vector<bool> gone(squares.size());
    bool any = false;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        if (gone[i]) {
            continue;
        }
        Square& into = squares[i];
        const double x = into.x;
        const double y = into.y;
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto cell = cells.find(cellOf(x + dx * apart, y + dy * apart));
                if (cell == cells.end()) {
                    continue;
                }
                for (const std::size_t j : cell->second) {
                    const Square& other = squares[j];
                    if (j <= i || gone[j] || std::hypot(other.x - x, other.y - y) >= apart) {
                        continue;
                    }
                    const double share = static_cast<double>(other.group.count) /
                                         static_cast<double>(into.group.count + other.group.count);
                    into.x += (other.x - into.x) * share;
                    into.y += (other.y - into.y) * share;
                    into.group.count += other.group.count;
                    into.group.stretches.insert(into.group.stretches.end(), other.group.stretches.begin(),
                                                other.group.stretches.end());
                    gone[j] = any = true;
                }
            }
        }
    }
    std::vector<Square> left;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        if (!gone[i]) {
            left.push_back(std::move(squares[i]));
        }
    }
    squares = std::move(left);
    return any;
}

} // namespace

std::vector<PointIndex::Group> PointIndex::groups(const DegreeBox& box, double apart) const {
    const double width = std::clamp(apart / 360 * world, 1.0, world / 2);
    const int bits = std::bit_width(static_cast<std::uint32_t>(width)) - 1; // the greatest square not greater
    std::vector<Square> squares;
    const Descent descent(
        m_x, m_y, bits,
        {clamped(toX(box.west)), clamped(toY(box.south)), clamped(toX(box.east)), clamped(toY(box.north))});
    descent.walk([&](std::size_t first, std::size_t last) {
        const auto count = static_cast<double>(last - first);
        const auto [toX, toY] = sumBefore(last);
        const auto [fromX, fromY] = sumBefore(first);
        squares.push_back({static_cast<double>(toX - fromX) / count,
                           static_cast<double>(toY - fromY) / count,
                           {.middle = {},
                            .count = static_cast<std::int64_t>(last - first),
                            .stretches = {{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}}}});
    });
    while (takeTogether(squares, width)) {
    }
    std::vector<Group> groups;
    for (Square& square : squares) {
        square.group.middle = toDegrees(square.x, square.y);
        groups.push_back(std::move(square.group));
    }
    return groups;
}

GeoPoint PointIndex::at(std::size_t place) const { return toDegrees(m_x[place], m_y[place]); }

std::vector<std::uint32_t> PointIndex::members(const Group& group) const {
    std::vector<std::uint32_t> members;
    for (const auto& [from, to] : group.stretches) {
        members.insert(members.end(), m_numbers.begin() + from, m_numbers.begin() + to);
    }
    std::ranges::sort(members);
    return members;
}

} // namespace tiermap
