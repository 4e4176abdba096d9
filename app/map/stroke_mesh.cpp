#include "app/map/stroke_mesh.h"

#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

struct Direction {
    double x = 0;
    double y = 0;

    Direction left() const { return {-y, x}; }
    Direction operator-() const { return {-x, -y}; }
    double dot(const Direction& other) const { return x * other.x + y * other.y; }
    double cross(const Direction& other) const { return x * other.y - y * other.x; }
};

Direction direction(const Point& from, const Point& to) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    return {(to.x() - from.x()) / length, (to.y() - from.y()) / length};
}

class Strip {
public:
    Strip(InkBatch& batch, const Pen& pen)
        : m_batch(batch)
        , m_pen(pen) {}

    /// Two vertices left and right of the line, joined to the two before unless the strip starts here.
    void pair(const Point& at, const Direction& left, double along, bool starts) {
        const quint32 first = add(at, left, along, 1);
        add(at, -left, along, -1);
        if (!starts)
            m_batch.indices.insert(m_batch.indices.end(), {first - 2, first - 1, first, first, first - 1, first + 1});
    }

    /// A fan about `at` that turns from one direction by an angle (radians, counter-clockwise).
    void fan(const Point& at, const Direction& from, double angle, double along) {
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(angle) / (std::numbers::pi / 5))));
        const quint32 middle = add(at, {}, along, 0);
        for (int i = 0; i <= steps; ++i) {
            const double turned = angle * i / steps;
            const double c = std::cos(turned);
            const double s = std::sin(turned);
            const quint32 rim = add(at, {from.x * c - from.y * s, from.x * s + from.y * c}, along, 1);
            if (i > 0)
                m_batch.indices.insert(m_batch.indices.end(), {middle, rim - 1, rim});
        }
    }

    /// A bend from one direction into another.
    void join(const Point& at, const Direction& in, const Direction& out, double along) {
        constexpr double gentle = 0.5; // cosine of 60 degrees: the mitre is at most 1.15 half widths long
        const double cosine = in.dot(out);
        if (cosine > gentle) {
            const Direction a = in.left();
            const Direction b = out.left();
            pair(at, {(a.x + b.x) / (1 + cosine), (a.y + b.y) / (1 + cosine)}, along, false);
            return;
        }
        pair(at, in.left(), along, false);
        const double turn = std::atan2(in.cross(out), cosine);
        fan(at, turn > 0 ? -in.left() : in.left(), turn, along);
        pair(at, out.left(), along, true);
    }

private:
    quint32 add(const Point& at, const Direction& aside, double along, int side) {
        InkVertex vertex = inkVertex(at, m_pen);
        vertex.asideX = static_cast<float>(aside.x);
        vertex.asideY = static_cast<float>(aside.y);
        vertex.along = static_cast<float>(along);
        vertex.side = static_cast<float>(side);
        m_batch.vertices.push_back(vertex);
        return static_cast<quint32>(m_batch.vertices.size() - 1);
    }

    InkBatch& m_batch;
    const Pen& m_pen;
};

bool same(const Point& a, const Point& b) { return a.x() == b.x() && a.y() == b.y(); }

Line withoutRepeats(const Line& line) {
    Line distinct;
    distinct.reserve(line.size());
    for (const Point& point : line)
        if (distinct.empty() || !same(distinct.back(), point))
            distinct.push_back(point);
    return distinct;
}

} // namespace

InkVertex inkVertex(const Point& at, const Pen& pen) {
    InkVertex vertex;
    vertex.x = static_cast<float>(at.x() - pen.origin.x());
    vertex.y = static_cast<float>(at.y() - pen.origin.y());
    vertex.halfWidth = static_cast<float>(pen.halfWidth);
    vertex.color = inkColour(pen.color);
    return vertex;
}

void strokeLine(InkBatch& batch, const Line& line, const Pen& pen) {
    const Line points = withoutRepeats(line);
    Strip strip(batch, pen);
    if (points.size() < 2) {
        if (!points.empty())
            strip.fan(points.front(), {1, 0}, 2 * std::numbers::pi, 0);
        return;
    }
    const bool closed = points.size() > 3 && same(points.front(), points.back());
    const Direction first = direction(points[0], points[1]);
    Direction in = first;
    double along = 0;
    if (!closed)
        strip.fan(points.front(), in.left(), std::numbers::pi, 0);
    strip.pair(points.front(), in.left(), 0, true);
    for (std::size_t i = 1; i < points.size(); ++i) {
        along += std::hypot(points[i].x() - points[i - 1].x(), points[i].y() - points[i - 1].y());
        const bool last = i + 1 == points.size();
        if (last && !closed)
            break;
        const Direction out = last ? first : direction(points[i], points[i + 1]);
        strip.join(points[i], in, out, along);
        in = out;
    }
    if (!closed) {
        strip.pair(points.back(), in.left(), along, false);
        strip.fan(points.back(), -in.left(), std::numbers::pi, along);
    }
}

} // namespace tiermap
