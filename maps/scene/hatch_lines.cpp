#include "maps/scene/hatch_lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

/// Coordinates along and across the hatch lines.
struct Turned {
    double cosine;
    double sine;

    Point to(const Point& p) const { return {p.x() * cosine + p.y() * sine, p.y() * cosine - p.x() * sine}; }
    Point from(double along, double across) const {
        return {along * cosine - across * sine, along * sine + across * cosine};
    }
};

struct Edge {
    Point low;
    Point high;
};

std::vector<Edge> edgesOf(const Polygon& polygon, const Turned& turned) {
    std::vector<Edge> edges;
    const auto add = [&](const Polygon::ring_type& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            Edge edge{turned.to(ring[i - 1]), turned.to(ring[i])};
            if (edge.low.y() > edge.high.y())
                std::swap(edge.low, edge.high);
            edges.push_back(edge);
        }
    };
    add(polygon.outer());
    for (const auto& hole : polygon.inners())
        add(hole);
    return edges;
}

} // namespace

Lines hatchLines(const Polygons& polygons, const Hatch& hatch, double unit) {
    const double angle = hatch.angle * std::numbers::pi / 180;
    const Turned turned{std::cos(angle), std::sin(angle)};
    const double step = hatch.spacing * unit;
    Lines lines;
    for (const Polygon& polygon : polygons) {
        const std::vector<Edge> edges = edgesOf(polygon, turned);
        if (edges.empty())
            continue;
        const auto [lowest, highest] = std::ranges::minmax(edges, {}, [](const Edge& e) { return e.low.y(); });
        double top = highest.high.y();
        for (const Edge& edge : edges)
            top = std::max(top, edge.high.y());
        for (double row = std::ceil(lowest.low.y() / step); row * step <= top; ++row) {
            const double across = row * step;
            std::vector<double> crossings; // half-open edges: a vertex on the line counts once
            for (const Edge& edge : edges) {
                if (edge.low.y() <= across && across < edge.high.y())
                    crossings.push_back(edge.low.x() + (edge.high.x() - edge.low.x()) * (across - edge.low.y()) /
                                                           (edge.high.y() - edge.low.y()));
            }
            std::ranges::sort(crossings);
            for (std::size_t i = 1; i < crossings.size(); i += 2)
                lines.push_back({turned.from(crossings[i - 1], across), turned.from(crossings[i], across)});
        }
    }
    if (hatch.crossed) {
        Hatch other = hatch;
        other.angle += 90;
        other.crossed = false;
        const Lines crossing = hatchLines(polygons, other, unit);
        lines.insert(lines.end(), crossing.begin(), crossing.end());
    }
    return lines;
}

} // namespace tiermap
