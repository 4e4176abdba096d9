#include "app/map/layer_extent.h"

#include "maps/formats/raster.h"
#include "maps/geometry/datum.h"
#include "maps/geometry/points.h"

#include <boost/geometry/algorithms/assign.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QDeadlineTimer>

#include <algorithm>

namespace tiermap {

std::optional<Box> layerExtent(const QString& projectFile, const ReferenceLayer& layer, const PlanShapes& shapes) {
    Box box;
    boost::geometry::assign_inverse(box);
    const auto add = [&](double longitude, double latitude) {
        boost::geometry::expand(box, webMercatorMetres({longitude, latitude}));
    };
    if (layer.kind == ReferenceLayer::Kind::Raster) {
        const QString file = fileOf(layer, projectFile);
        const QDeadlineTimer patience(2000); // ms: somebody waits for the window
        const auto raster = describeRaster(file, layer.crs, [&] { return !patience.hasExpired(); });
        if (!raster)
            return std::nullopt;
        const Datum datum = fromName<Datum>(layer.datum).value_or(Datum::Unknown);
        for (const GeoPoint& corner : {GeoPoint(raster->west, raster->south), GeoPoint(raster->east, raster->north)}) {
            const GeoPoint place = toCgcs2000(corner, datum);
            add(place.get<0>(), place.get<1>());
        }
        return box;
    }
    const auto own = std::ranges::find(shapes.layers, layer.data, &LayerShapes::data);
    if (own == shapes.layers.end() || own->shapes.empty())
        return std::nullopt;
    for (GeoShape shape : own->shapes)
        eachPoint(shape, [&](const GeoPoint& point) { add(point.get<0>(), point.get<1>()); });
    return box;
}

} // namespace tiermap
