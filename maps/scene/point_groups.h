#pragma once

#include "core/plan/text.h"
#include "maps/geometry/point_index.h"
#include "maps/geometry/projection.h"
#include "maps/scene/view.h"

#include <QColor>

namespace tiermap {

/// A place, or several that lie too near to each other to be told apart in a view.
struct PointGroup {
    PointIndex::Group group;
    Point at;        ///< projected metres
    double size = 0; ///< mm across
};

/// What a view shows of many places. Symbols of two groups lie at least 9 mm apart; a single place is a dot, a group is
/// the larger the more there are (by the logarithm: from ten to a million is a width of 1 to 3).
std::vector<PointGroup> pointGroups(const PointIndex& places, const Projection& projection, const View& view);

double groupSize(std::int64_t count);    ///< mm across
inline constexpr double countSize = 6.5; ///< pt, of the count in a symbol
QColor countColour(const QColor& ink);   ///< that can be read on a symbol of this ink

/// "12", "3.4万", "34k": as many characters as have room in a symbol.
QString countText(std::int64_t count, Language language);

} // namespace tiermap
