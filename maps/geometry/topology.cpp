#include "maps/geometry/topology.h"

#include <boost/geometry/algorithms/num_points.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace tiermap {

namespace {

constexpr int none = -1;

/// A segment between two neighbouring vertices, directed so that `left` lies on its left.
struct Edge {
    int from = 0;
    int to = 0;
    int left = none;
    int right = none;
    bool drawn = false;

    bool isBorder() const { return left != right; }
};

/// The border edges that meet in a vertex. Only where exactly one arrives and one leaves may a border run on.
struct Junction {
    int arriving = none;
    int leaving = none;
    int count = 0;
};

struct PairHash {
    std::size_t operator()(const std::pair<std::uint64_t, std::uint64_t>& key) const {
        // Fibonacci hashing: coordinates of neighbours differ in their lower bits only.
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15;
        const std::uint64_t mixed = (key.first ^ std::rotl(key.second, 32)) * golden;
        return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
    }
};

using PairIndex = std::unordered_map<std::pair<std::uint64_t, std::uint64_t>, int, PairHash>;

class Graph {
public:
    explicit Graph(std::size_t corners) {
        m_pointIndex.reserve(corners);
        m_edgeIndex.reserve(corners);
    }

    void add(int zone, const GeoPolygon::ring_type& ring);
    /// Every stretch between junctions, in the order in which its first edge was added.
    std::vector<Border> borders(const std::vector<ZoneShape>& zones);

private:
    int vertex(const GeoPoint& point);
    void addEdge(int zone, int from, int to);
    void findJunctions();
    int following(int edge) const;
    int preceding(int edge) const;
    GeoLine drawFrom(int edge);

    std::vector<GeoPoint> m_points;
    std::vector<Edge> m_edges;
    std::vector<Junction> m_junctions;
    PairIndex m_pointIndex;
    PairIndex m_edgeIndex;
};

void Graph::add(int zone, const GeoPolygon::ring_type& ring) {
    int from = none;
    for (const GeoPoint& point : ring) {
        const int to = vertex(point);
        if (from != none) {
            addEdge(zone, from, to);
        }
        from = to;
    }
}

int Graph::vertex(const GeoPoint& point) {
    const auto bits = [](double coordinate) { return std::bit_cast<std::uint64_t>(coordinate + 0.0); }; // -0 is 0
    const auto [found, isNew] =
        m_pointIndex.try_emplace({bits(point.get<0>()), bits(point.get<1>())}, static_cast<int>(m_points.size()));
    if (isNew) {
        m_points.push_back(point);
    }
    return found->second;
}

void Graph::addEdge(int zone, int from, int to) {
    if (from == to) {
        return;
    }
    const auto [lower, upper] = std::minmax(from, to);
    const auto [found, isNew] = m_edgeIndex.try_emplace(
        {static_cast<std::uint64_t>(lower), static_cast<std::uint64_t>(upper)}, static_cast<int>(m_edges.size()));
    if (isNew) {
        m_edges.push_back({from, to, zone, none});
        return;
    }
    // Rings keep their zone on the left, so the neighbour passes the other way. One that goes the same way overlaps
    // the first: its edge is drawn already.
    Edge& edge = m_edges[found->second];
    if (edge.from == to && edge.right == none) {
        edge.right = zone;
    }
}

void Graph::findJunctions() {
    m_junctions.assign(m_points.size(), {});
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const Edge& edge = m_edges[i];
        if (edge.isBorder()) {
            m_junctions[edge.from].leaving = static_cast<int>(i);
            m_junctions[edge.to].arriving = static_cast<int>(i);
            ++m_junctions[edge.from].count;
            ++m_junctions[edge.to].count;
        }
    }
    for (Junction& junction : m_junctions) {
        const bool passes = junction.count == 2 && junction.arriving != none && junction.leaving != none &&
                            m_edges[junction.arriving].left == m_edges[junction.leaving].left &&
                            m_edges[junction.arriving].right == m_edges[junction.leaving].right;
        if (!passes) {
            junction.arriving = none;
            junction.leaving = none;
        }
    }
}

int Graph::following(int edge) const { return m_junctions[m_edges[edge].to].leaving; }
int Graph::preceding(int edge) const { return m_junctions[m_edges[edge].from].arriving; }

/// The whole stretch that the edge belongs to; an island is a closed line that starts with the edge.
GeoLine Graph::drawFrom(int edge) {
    int first = edge;
    for (int before = preceding(first); before != none && before != edge; before = preceding(before)) {
        first = before;
    }
    if (preceding(first) == edge) {
        first = edge; // went all around
    }
    GeoLine line{m_points[m_edges[first].from]};
    for (int next = first; next != none && !m_edges[next].drawn; next = following(next)) {
        m_edges[next].drawn = true;
        line.push_back(m_points[m_edges[next].to]);
    }
    return line;
}

std::vector<Border> Graph::borders(const std::vector<ZoneShape>& zones) {
    findJunctions();
    std::vector<Border> result;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const Edge& edge = m_edges[i];
        if (edge.isBorder() && !edge.drawn) {
            const QString right = edge.right == none ? QString() : zones[edge.right].code;
            result.push_back({drawFrom(static_cast<int>(i)), zones[edge.left].code, right});
        }
    }
    return result;
}

} // namespace

DegreeBox extentOf(const std::vector<ZoneShape>& shapes) {
    DegreeBox box{180, 90, -180, -90};
    for (const ZoneShape& shape : shapes) {
        for (const GeoPolygon& polygon : shape.polygons) {
            for (const GeoPoint& point : polygon.outer()) {
                box.west = std::min(box.west, point.get<0>());
                box.east = std::max(box.east, point.get<0>());
                box.south = std::min(box.south, point.get<1>());
                box.north = std::max(box.north, point.get<1>());
            }
        }
    }
    return box;
}

std::vector<Border> sharedBorders(const std::vector<ZoneShape>& zones) {
    std::size_t corners = 0;
    for (const ZoneShape& zone : zones) {
        corners += boost::geometry::num_points(zone.polygons);
    }
    Graph graph(corners);
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        for (const GeoPolygon& polygon : zones[zone].polygons) {
            graph.add(static_cast<int>(zone), polygon.outer());
            for (const GeoPolygon::ring_type& hole : polygon.inners()) {
                graph.add(static_cast<int>(zone), hole);
            }
        }
    }
    return graph.borders(zones);
}

} // namespace tiermap
