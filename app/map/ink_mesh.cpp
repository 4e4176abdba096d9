#include "app/map/ink_mesh.h"

#include "app/map/stroke_mesh.h"
#include "app/map/triangles.h"
#include "maps/scene/simplify.h"

#include <QSet>

#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

InkPattern patternOf(const Hatch& hatch, double turn = 0) {
    const double angle = (hatch.angle + turn) * std::numbers::pi / 180;
    return {InkPattern::Kind::Hatch,
            {static_cast<float>(hatch.spacing), static_cast<float>(hatch.width), static_cast<float>(std::cos(angle)),
             static_cast<float>(std::sin(angle))}};
}

InkPattern patternOf(const std::vector<double>& dash) {
    if (dash.empty())
        return {};
    // Two lengths are repeated; of more than four the shader has no room for the rest.
    InkPattern pattern{InkPattern::Kind::Dash, {}};
    for (std::size_t i = 0; i < 4; ++i)
        pattern.values[i] = static_cast<float>(dash[i % dash.size()]);
    return pattern;
}

Line thinned(const Line& line, double tolerance) {
    return tolerance <= 0 || line.size() < 3 ? line : simplified(line, tolerance);
}

class MeshBuilder {
public:
    MeshBuilder(const Point& origin, double tolerance)
        : m_origin(origin)
        , m_tolerance(tolerance) {}

    /// `number`: which of the list's fills it is.
    void add(const Fill& fill, std::size_t number) {
        const Triangles triangles =
            triangulate(m_tolerance > 0 ? simplified(fill.polygons, m_tolerance) : fill.polygons);
        if (fill.color) {
            run(batch({InkPattern::Kind::Solid, {}}), number,
                [&](InkBatch& target) { area(target, triangles, *fill.color); });
            // The rim of the triangles, softened: colours meet without steps. Zones do below their borders.
            if (fill.zone.isEmpty())
                run(batch({}), number, [&](InkBatch& target) {
                    const Pen edge{m_origin, 0, *fill.color};
                    for (const Polygon& polygon : fill.polygons) {
                        ring(target, polygon.outer(), edge);
                        for (const auto& hole : polygon.inners())
                            ring(target, hole, edge);
                    }
                });
        }
        if (fill.hatch)
            area(batch(patternOf(*fill.hatch)), triangles, fill.hatch->color);
        if (fill.hatch && fill.hatch->crossed)
            area(batch(patternOf(*fill.hatch, 90)), triangles, fill.hatch->color);
    }

    void add(const Stroke& stroke) {
        const Pen pen{m_origin, stroke.width / 2, stroke.color};
        InkBatch& target = batch(patternOf(stroke.dash));
        QSet<std::pair<qint64, qint64>> dots; // of many in one pixel one is enough
        for (const Line& line : stroke.lines) {
            if (line.size() == 1 && m_tolerance > 0) {
                const std::pair cell(std::llround(line[0].x() / m_tolerance), std::llround(line[0].y() / m_tolerance));
                if (dots.contains(cell))
                    continue;
                dots.insert(cell);
            }
            strokeLine(target, thinned(line, m_tolerance), pen);
        }
    }

    void add(const Picture& picture) { m_mesh.push_back({{}, {}, {}, picture.layer, {}}); }

    void add(const Symbol& symbol) {
        const Line dot{symbol.at};
        strokeLine(batch({}), dot, {m_origin, symbol.size / 2, symbol.outline});
        strokeLine(batch({}), dot, {m_origin, symbol.size / 2 - 0.4, symbol.color});
    }

    InkMesh take() { return std::move(m_mesh); }

private:
    InkBatch& batch(const InkPattern& pattern) {
        if (m_mesh.empty() || !(m_mesh.back().pattern == pattern) || !m_mesh.back().picture.isEmpty())
            m_mesh.push_back({pattern, {}, {}, {}, {}});
        return m_mesh.back();
    }

    /// Vertices of one fill, as `draw` adds them.
    template <class Draw>
    static void run(InkBatch& target, std::size_t fill, const Draw& draw) {
        const std::size_t first = target.vertices.size();
        draw(target);
        target.runs.push_back({first, target.vertices.size() - first, fill});
    }

    void area(InkBatch& target, const Triangles& triangles, const QColor& color) const {
        const auto first = static_cast<quint32>(target.vertices.size());
        for (const Point& point : triangles.points)
            target.vertices.push_back(inkVertex(point, {m_origin, 1, color}));
        for (const quint32 index : triangles.indices)
            target.indices.push_back(first + index);
    }

    void ring(InkBatch& target, const Polygon::ring_type& points, const Pen& pen) const {
        const Line line = thinned(Line(points.begin(), points.end()), m_tolerance);
        if (line.size() > 3)
            strokeLine(target, line, pen);
    }

    Point m_origin;
    double m_tolerance;
    InkMesh m_mesh;
};

} // namespace

InkColour inkColour(const QColor& color) {
    return {static_cast<quint8>(color.red()), static_cast<quint8>(color.green()), static_cast<quint8>(color.blue()),
            static_cast<quint8>(color.alpha())};
}

InkMesh inkMesh(const DisplayList& list, const Point& origin, double tolerance) {
    MeshBuilder builder(origin, tolerance);
    std::size_t next = 0;
    for (const auto& primitive : list.base) {
        if (const Fill* fill = std::get_if<Fill>(&primitive)) {
            builder.add(*fill, next++);
        } else if (const Stroke* stroke = std::get_if<Stroke>(&primitive)) {
            builder.add(*stroke);
        } else {
            builder.add(std::get<Picture>(primitive));
        }
    }
    for (const Symbol& symbol : list.symbols)
        builder.add(symbol);
    return builder.take();
}

} // namespace tiermap
