#pragma once

#include "core/project/project.h"

#include <QRectF>

#include <optional>

namespace tiermap {

/// The box that the header of a GeoPackage geometry states, in degrees; nothing where it states none.
std::optional<QRectF> statedEnvelope(const ShapeBlob& blob);

/// A site's position as a GeoPackage point (EPSG:4490, longitude before latitude), and back. maps/geometry encodes and
/// decodes all other geometry; a point is what core itself knows of the ground.
ShapeBlob encodePosition(const QPointF& position);
std::optional<QPointF> decodePosition(const ShapeBlob& blob); ///< nothing where it is no finite point

} // namespace tiermap
