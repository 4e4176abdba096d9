#pragma once

#include "app/map/camera.h"
#include "core/plan/plan.h"
#include "maps/scene/plan_shapes.h"

#include <QSet>

#include <vector>

namespace tiermap {

/// Which zone lies where on the live map (Web Mercator metres).
class ZoneIndex {
public:
    ZoneIndex(const Plan& plan, const PlanShapes& shapes);

    /// Zones of these tiers (Tier::key) are not found: what is not drawn is not clicked.
    void setHiddenTiers(const QSet<QString>& tiers) { m_hidden = tiers; }

    QString at(const Point& metres) const;      ///< the of-which zone before the district around it; or empty
    QStringList touching(const Box& box) const; ///< zones that share a point with the box, in the plan's order
    const Polygons* polygons(const QString& code) const;
    Box extent(const QStringList& codes = {}) const; ///< of these zones, or of all
    bool isEmpty() const { return m_zones.empty(); }

private:
    struct Entry {
        QString code;
        QString tier;
        bool inside = false; ///< an of-which zone
        Polygons polygons;
        Box box;
    };

    std::vector<Entry> m_zones;
    QSet<QString> m_hidden;
};

} // namespace tiermap
