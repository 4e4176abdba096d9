#include "maps/style/scattered_dots.h"

#include <boost/geometry/algorithms/correct.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace tiermap {

namespace {

constexpr std::size_t candidates = 8; // per dot

/// splitmix64; the distributions of <random> differ from one standard library to the next.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t bits() {
        m_state += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31U);
    }

    /// Above 0 and below 1.
    double fraction() { return (static_cast<double>(bits() >> 12U) + 0.5) * 0x1p-52; }

private:
    std::uint64_t m_state;
};

/// An edge that is not level. Seen from the west, a falling one leads into the polygon and a rising one out of it.
struct Edge {
    Point low;
    Point high;
    int enters; ///< 1 or -1

    double at(double y) const { return low.x() + (high.x() - low.x()) * ((y - low.y()) / (high.y() - low.y())); }
};

/// What lies between two neighbouring heights of vertices: there the length inside is linear.
struct Slab {
    double low;
    double high;
    double lengthLow;
    double lengthHigh;
    double area;
};

bool isFinite(const Polygon::ring_type& ring) {
    return std::ranges::all_of(ring, [](const Point& p) { return std::isfinite(p.x()) && std::isfinite(p.y()); });
}

/// Draws places inside polygons from the lowest to the highest. Near the origin of its coordinates, which keeps digits.
class Sweep {
public:
    explicit Sweep(const Polygons& within) {
        Polygons polygons;
        std::ranges::copy_if(within, std::back_inserter(polygons), [](const Polygon& polygon) {
            return isFinite(polygon.outer()) && std::ranges::all_of(polygon.inners(), isFinite);
        });
        boost::geometry::correct(polygons);
        constexpr double infinity = std::numeric_limits<double>::infinity();
        m_origin = Point(infinity, infinity);
        for (const Polygon& polygon : polygons)
            for (const Point& p : polygon.outer())
                m_origin = Point(std::min(m_origin.x(), p.x()), std::min(m_origin.y(), p.y()));
        for (const Polygon& polygon : polygons) {
            add(polygon.outer());
            for (const auto& hole : polygon.inners())
                add(hole);
        }
        std::ranges::stable_sort(m_edges, {}, [](const Edge& edge) { return edge.low.y(); });
        cut();
    }

    double area() const { return m_area; }
    const Point& origin() const { return m_origin; }
    double extent() const { return m_extent; } ///< side of a square, from the origin, around everything

    /// About `count` places, as uniform as random numbers are: those that rounding could put on the border are dropped.
    std::vector<Point> draw(std::size_t count, Random& random) {
        std::vector<Point> places;
        places.reserve(count);
        restart();
        std::size_t slab = 0;
        double below = 0; // area of the slabs before it
        for (std::size_t i = 0; i < count; ++i) {
            // One in every count-th part of the area, which also saves sorting them.
            const double area = m_area * ((static_cast<double>(i) + random.fraction()) / static_cast<double>(count));
            const double across = random.fraction();
            while (slab + 1 < m_slabs.size() && below + m_slabs[slab].area <= area)
                below += m_slabs[slab++].area;
            const Slab& s = m_slabs[slab];
            // The root of the integral of the length, in the form that loses no digits.
            const double part = std::clamp((area - below) / s.area, 0.0, 1.0);
            const double sum = s.lengthLow + s.lengthHigh;
            const double root =
                std::sqrt(s.lengthLow * s.lengthLow + part * (s.lengthHigh - s.lengthLow) * sum) + s.lengthLow;
            const double y = s.low + (s.high - s.low) * (part * sum / root);
            if (y <= s.low || y >= s.high)
                continue;
            enter(s.low);
            if (const double x = inside(y, across); !std::isnan(x))
                places.emplace_back(x, y);
        }
        return places;
    }

private:
    struct Crossing {
        double x;
        std::size_t edge;
    };

    void add(const Polygon::ring_type& ring) {
        for (const Point& p : ring)
            m_extent = std::max({m_extent, p.x() - m_origin.x(), p.y() - m_origin.y()});
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point from(ring[i - 1].x() - m_origin.x(), ring[i - 1].y() - m_origin.y());
            const Point to(ring[i].x() - m_origin.x(), ring[i].y() - m_origin.y());
            if (from.y() < to.y())
                m_edges.push_back({from, to, -1});
            else if (from.y() > to.y())
                m_edges.push_back({to, from, 1});
        }
        const double farthest = std::max(std::abs(m_origin.x()), std::abs(m_origin.y())) + m_extent;
        m_margin = farthest * 0x1p-48; // a few steps of a double
    }

    void restart() {
        m_crossings.clear();
        m_nextEdge = 0;
        m_height = std::numeric_limits<double>::quiet_NaN(); // differs from every height
    }

    /// Edges that cross the slab that begins at a height: half-open, so that a vertex counts once.
    void enter(double height) {
        if (height == m_height)
            return;
        m_height = height;
        std::erase_if(m_crossings, [&](const Crossing& c) { return m_edges[c.edge].high.y() <= height; });
        for (; m_nextEdge < m_edges.size() && m_edges[m_nextEdge].low.y() <= height; ++m_nextEdge)
            if (m_edges[m_nextEdge].high.y() > height)
                m_crossings.push_back({0, m_nextEdge});
    }

    void cut() {
        std::vector<double> heights;
        for (const Edge& edge : m_edges)
            heights.insert(heights.end(), {edge.low.y(), edge.high.y()});
        std::ranges::sort(heights);
        heights.erase(std::ranges::unique(heights).begin(), heights.end());
        restart();
        for (std::size_t i = 1; i < heights.size(); ++i) {
            enter(heights[i - 1]);
            Slab slab{heights[i - 1], heights[i], 0, 0, 0};
            for (const Crossing& crossing : m_crossings) {
                const Edge& edge = m_edges[crossing.edge];
                slab.lengthLow -= edge.enters * edge.at(slab.low);
                slab.lengthHigh -= edge.enters * edge.at(slab.high);
            }
            slab.lengthLow = std::max(0.0, slab.lengthLow);
            slab.lengthHigh = std::max(0.0, slab.lengthHigh);
            slab.area = (slab.high - slab.low) * (slab.lengthLow + slab.lengthHigh) / 2;
            if (!(slab.lengthLow + slab.lengthHigh > m_margin))
                continue;
            m_slabs.push_back(slab);
            m_area += slab.area;
        }
    }

    /// The x that has a fraction of the length inside to the west of it; NaN where it is too near to the border.
    double inside(double y, double fraction) {
        for (Crossing& crossing : m_crossings)
            crossing.x = m_edges[crossing.edge].at(y);
        // By insertion: from one height to the next the order hardly changes.
        for (std::size_t i = 1; i < m_crossings.size(); ++i) {
            const Crossing moved = m_crossings[i];
            std::size_t to = i;
            for (; to > 0 && m_crossings[to - 1].x > moved.x; --to)
                m_crossings[to] = m_crossings[to - 1];
            m_crossings[to] = moved;
        }
        double length = 0;
        walk([&](double west, double east, int times) {
            length += times * (east - west);
            return false;
        });
        double left = length * fraction;
        double found = std::numeric_limits<double>::quiet_NaN();
        walk([&](double west, double east, int times) {
            if (left < times * (east - west)) {
                const double x = west + left / times;
                if (x - west > m_margin && east - x > m_margin)
                    found = x;
                return true;
            }
            left -= times * (east - west);
            return false;
        });
        return found;
    }

    /// Calls visit(west, east, how many polygons cover it) for the stretches inside until it says true.
    void walk(auto visit) const {
        int times = 0;
        for (std::size_t i = 0; i + 1 < m_crossings.size(); ++i) {
            times += m_edges[m_crossings[i].edge].enters;
            if (times > 0 && visit(m_crossings[i].x, m_crossings[i + 1].x, times))
                return;
        }
    }

    Point m_origin{0, 0};
    double m_extent = 0;
    double m_margin = 0;
    double m_area = 0;
    std::vector<Edge> m_edges; ///< by their lower ends
    std::vector<Slab> m_slabs;
    std::vector<Crossing> m_crossings;
    std::size_t m_nextEdge = 0;
    double m_height = 0;
};

/// Place on a Hilbert curve through 2^16 x 2^16 cells (Hilbert 1891): neighbours on the curve are neighbours on the plane.
std::uint32_t onCurve(std::uint32_t x, std::uint32_t y) {
    std::uint32_t place = 0;
    for (std::uint32_t half = 1U << 15U; half > 0; half >>= 1U) {
        const std::uint32_t right = (x & half) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & half) != 0 ? 1 : 0;
        place = place << 2U | ((3 * right) ^ upper);
        if (upper == 0) { // the lower quarters are turned
            if (right == 1) {
                x = ~x;
                y = ~y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

/// In the order of a curve that lies anew each time: where far parts of it meet, dots are a little rarer.
std::vector<Point> alongCurve(const std::vector<Point>& places, double extent, Random& random) {
    std::vector<std::uint64_t> order(places.size()); // place on the curve, then the index
    const double right = random.fraction();
    const double up = random.fraction();
    const auto cell = [extent](double coordinate, double shift) {
        return static_cast<std::uint32_t>(std::clamp((coordinate / extent + shift) * 0x1p15, 0.0, 0x1p16 - 1));
    };
    for (std::size_t i = 0; i < places.size(); ++i)
        order[i] = std::uint64_t{onCurve(cell(places[i].x(), right), cell(places[i].y(), up))} << 32U | i;
    std::ranges::sort(order);
    std::vector<Point> sorted(places.size());
    std::ranges::transform(order, sorted.begin(), [&](std::uint64_t at) { return places[at & 0xffffffff]; });
    return sorted;
}

/// Dots by the square that they are in. Squares share places in the table: a dot of another square is only too far away.
class Neighbours {
public:
    Neighbours(std::size_t count, double reach)
        : m_reach(reach)
        , m_first(std::bit_ceil(2 * count), none)
        , m_next(count, none)
        , m_dots(count) {}

    void put(std::uint32_t dot, const Point& at) {
        m_dots[dot] = at;
        std::uint32_t& first = m_first[slot(column(at.x()), column(at.y()))];
        m_next[dot] = std::exchange(first, dot);
    }

    void take(std::uint32_t dot) {
        const Point& at = m_dots[dot];
        std::uint32_t* link = &m_first[slot(column(at.x()), column(at.y()))];
        while (*link != dot)
            link = &m_next[*link];
        *link = m_next[dot];
    }

    /// Square of the distance to the next dot, at most that of the reach; any number up to `enough` where it is no more.
    double room(const Point& at, double enough) const {
        double nearest = m_reach * m_reach;
        const std::int64_t x = column(at.x());
        const std::int64_t y = column(at.y());
        for (std::int64_t row = y - 1; row <= y + 1; ++row) {
            for (std::int64_t col = x - 1; col <= x + 1; ++col) {
                for (std::uint32_t dot = m_first[slot(col, row)]; dot != none; dot = m_next[dot]) {
                    const double dx = m_dots[dot].x() - at.x();
                    const double dy = m_dots[dot].y() - at.y();
                    nearest = std::min(nearest, dx * dx + dy * dy);
                }
                if (nearest <= enough)
                    return nearest;
            }
        }
        return nearest;
    }

    const std::vector<Point>& dots() const { return m_dots; }

private:
    static constexpr std::uint32_t none = ~0U;

    std::int64_t column(double coordinate) const {
        constexpr double most = 0x1p52;
        return static_cast<std::int64_t>(std::clamp(coordinate / m_reach, -most, most));
    }
    std::size_t slot(std::int64_t x, std::int64_t y) const {
        const std::uint64_t mixed =
            static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15 + static_cast<std::uint64_t>(y) * 0xbf58476d1ce4e5b9;
        return static_cast<std::size_t>(mixed ^ (mixed >> 32U)) & (m_first.size() - 1);
    }

    double m_reach;
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_next;
    std::vector<Point> m_dots;
};

/// One of every group of neighbours. `reach` is how far apart is far enough.
std::vector<Point> apart(const std::vector<Point>& places, std::size_t count, double reach, Random& random) {
    const auto begin = [&](std::size_t dot) { return dot * places.size() / count; };
    Neighbours neighbours(count, reach);
    std::vector<std::size_t> chosen(count);
    for (std::size_t dot = 0; dot < count; ++dot) {
        chosen[dot] = begin(dot) + random.bits() % (begin(dot + 1) - begin(dot));
        neighbours.put(static_cast<std::uint32_t>(dot), places[chosen[dot]]);
    }
    constexpr int rounds = 3; // a fourth moves next to nothing
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t dot = 0; dot < count; ++dot) {
            const auto name = static_cast<std::uint32_t>(dot);
            neighbours.take(name);
            double most = neighbours.room(places[chosen[dot]], 0);
            for (std::size_t i = begin(dot); i < begin(dot + 1) && most < reach * reach; ++i) {
                if (const double room = neighbours.room(places[i], most); room > most) {
                    most = room;
                    chosen[dot] = i;
                }
            }
            neighbours.put(name, places[chosen[dot]]);
        }
    }
    return neighbours.dots();
}

} // namespace

std::vector<Point> scatteredDots(const Polygons& within, std::int64_t count, std::uint64_t seed) {
    if (count <= 0)
        return {};
    Sweep sweep(within);
    if (!(sweep.area() > 0) || !std::isfinite(sweep.area()))
        return {};
    const auto dots = static_cast<std::size_t>(count);
    Random random(seed);
    std::vector<Point> places = sweep.draw(dots * candidates, random);
    constexpr int tries = 100; // of polygons so thin that most doubles in them are on the border
    for (int i = 0; i < tries && places.size() < dots; ++i) {
        const std::vector<Point> more = sweep.draw(dots * candidates, random);
        places.insert(places.end(), more.begin(), more.end());
    }
    if (places.size() < dots)
        return {};
    // Dots as dense as can be stand 1.07 of this apart, random ones 0.5 on average, and these 0.75. Measured on a square:
    // 0.6 leaves 7 % too many along the border, 0.7 leaves 14 %.
    const double spacing = std::sqrt(sweep.area() / static_cast<double>(count));
    std::vector<Point> result = apart(alongCurve(places, sweep.extent(), random), dots, 0.6 * spacing, random);
    for (Point& dot : result)
        dot = Point(dot.x() + sweep.origin().x(), dot.y() + sweep.origin().y());
    return result;
}

} // namespace tiermap
