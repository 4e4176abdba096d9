#include "maps/geometry/validity.h"

#include "maps/geometry/planar.h"

#include <boost/geometry/algorithms/is_valid.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <string>

namespace tiermap {

std::optional<QString> whyInvalid(const GeoPolygons& polygons) {
    std::string reason;
    if (boost::geometry::is_valid(planar(polygons), reason)) {
        return std::nullopt;
    }
    return QString::fromStdString(reason);
}

} // namespace tiermap
