#pragma once

#include "maps/scene/label_placement.h"
#include "maps/scene/label_room.h"
#include "maps/scene/taken_room.h"
#include "maps/scene/text_measure.h"

namespace tiermap {

/// What the steps of placeLabels share: zones first, then sites, then the names around, each leaving the room that is
/// still free.
struct LabelWork {
    const Plan& plan;
    const ProjectedShapes& shapes;
    const SceneOptions& scene;
    const LabelOptions& options;
    const View& view;
    TextMeasure measure;
    TakenRoom taken;
    TakenRoom written = taken; ///< the same without symbols, which the leader of a name among many of them may cross

    /// A zone as far as it can be seen.
    struct Room {
        const Zone* zone = nullptr;
        const Tier* tier = nullptr;
        Polygons shape{}; ///< ink coordinates, cut to the frame
        Anchor anchor{};
        bool cut = false;               ///< part of it lies beyond the frame
        std::optional<QRectF> symbol{}; ///< of a thematic map; ink coordinates
        bool symbolBeyond = false;      ///< it has one, which the frame cuts off
    };
    std::vector<Room> rooms{};
    std::vector<std::size_t> ofWhich{};  ///< which of them lie within others
    std::optional<LabelGround> ground{}; ///< where something asks for it
    Polygons water{};                    ///< that is drawn above the zones; ink coordinates, cut to the frame

    /// Names inside of their zones alone need not know what lies beside them.
    bool asksGround() const {
        return options.leaders || options.symbols || options.sites || options.context || !options.points.empty();
    }
    QSizeF sizeOf(const Label& label) const { return labelBlock(label, measure).size; }
    Point toMetres(const QPointF& ink) const;
    QPointF fromMetres(const Point& metres) const;
};

/// A shape of projected metres as far as it can be seen, in ink coordinates.
Polygons seen(const LabelWork& work, const Polygons& metres);

void findRooms(LabelWork& work);
void placeThematicSymbols(LabelWork& work, Placement& placement);
void placeZoneLabels(LabelWork& work, Placement& placement);
void placePoints(LabelWork& work, Placement& placement);
void placeSites(LabelWork& work, Placement& placement);
void placeContextLabels(LabelWork& work, Placement& placement);

} // namespace tiermap
