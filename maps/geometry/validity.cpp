#include "maps/geometry/validity.h"

#include "maps/geometry/planar.h"

#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <string>

using namespace Qt::StringLiterals;

namespace tiermap {

std::optional<QString> whyInvalid(const GeoPolygons& polygons) {
    std::string reason;
    const Polygons shape = planar(polygons);
    if (boost::geometry::is_valid(shape, reason)) {
        return std::nullopt;
    }
    // Of a ring that crosses itself Boost says first that it turns the wrong way.
    if (boost::geometry::intersects(shape)) {
        return u"it crosses itself"_s;
    }
    return QString::fromStdString(reason);
}

} // namespace tiermap
