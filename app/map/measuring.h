#pragma once

#include "maps/scene/display_list.h"
#include "maps/style/theme.h"

#include <QPointF>

#include <optional>
#include <vector>

namespace tiermap {

/// A distance or an area being measured on the ellipsoid, vertex by vertex. Longitude, latitude in degrees.
class Measuring {
public:
    explicit Measuring(bool area = false)
        : m_area(area) {}

    bool isArea() const { return m_area; }
    bool isEmpty() const { return m_vertices.empty(); }
    bool isFinished() const { return m_finished; }

    void add(const QPointF& vertex);     ///< starts anew where the last one was finished
    void moveTo(const QPointF& pointer); ///< where the next vertex would be
    void finish();
    void clear();

    double metres() const;       ///< along the line; around the polygon when an area is measured
    double squareMetres() const; ///< 0 unless an area is measured
    QString figure() const;      ///< "12.3 km", "4.56 km²"; empty while there is nothing to measure

    DisplayList marks(const Theme& theme) const; ///< Web Mercator

private:
    std::vector<QPointF> outline() const; ///< the pointer included; closed for an area

    bool m_area = false;
    bool m_finished = false;
    std::vector<QPointF> m_vertices;
    std::optional<QPointF> m_pointer;
};

} // namespace tiermap
