#pragma once

#include "core/problem.h"
#include "maps/geometry/shape.h"

#include <QStringList>
#include <QVariantList>

#include <functional>
#include <optional>

namespace tiermap {

/// A row with its shape, longitude and latitude in degrees.
struct ShapeRow {
    QVariantList cells; ///< invalid (null), qint64, double or QString
    std::optional<GeoShape> shape{};
};

using TakeShapeRow = std::function<bool(const ShapeRow& row)>;
using ShapeRowSource = std::function<Result<void>(const TakeShapeRow& take)>;

/// Writes GeoJSON as RFC 7946 has it: exteriors counter-clockwise, no coordinate system but WGS 84. Properties stand in
/// the order of `fields`, numbers in the shortest form that reads back the same. Fails with FileUnwritable; then there
/// may be half a file.
Result<void> writeGeoJson(const QString& file, const QString& name, const QStringList& fields,
                          const ShapeRowSource& rows);

} // namespace tiermap
