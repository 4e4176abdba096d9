#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// Something that is drawn with a plan and is not part of it: roads, metro lines, a growth boundary, imagery. Drawn over
/// the zones' fills and below their borders.
struct ReferenceLayer {
    enum class Kind {
        Vector,   ///< its features are in the project: `data` is their key in layer_features
        Raster,   ///< its picture stays a file of its own: `file`, from the project's folder or absolute
        Register, ///< the rows of a table that have a place (maps/register): `file`, likewise
    };

    QString key;
    Text name;
    Kind kind = Kind::Vector;
    QString file;    ///< where it is, or, of a Vector, the name of the file that it came from
    QString data{};  ///< of a Vector
    QString crs{};   ///< of a Raster whose file declares none: "EPSG:4549"
    QString datum{}; ///< as it was understood when it was taken in: wgs84, cgcs2000, gcj02, bd09, unknown
    QString vintage{};
    QString source{};
    QString
        choices{}; ///< of a Register, JSON: its columns and which rows; for maps/register/register_choices.h to read
    QString color = QStringLiteral("#6B5B4B"); ///< of a Vector or Register: #RRGGBB
    double width = 0.35;                       ///< of a Vector's lines, mm of ink
    double opacity = 1;                        ///< 0 to 1
    bool shown = true;
    double level = 0;        ///< higher lies above
    double largestScale = 0; ///< denominators between which it is drawn; 0: no limit
    double smallestScale = 0;

    friend bool operator==(const ReferenceLayer&, const ReferenceLayer&) = default;
};

/// Whether the layer is drawn at a scale of 1 to `denominator`; 0: whatever the scale.
inline bool isDrawn(const ReferenceLayer& layer, double denominator) {
    const bool tooLarge = denominator > 0 && denominator < layer.largestScale;
    const bool tooSmall = layer.smallestScale > 0 && denominator > layer.smallestScale;
    return layer.shown && !tooLarge && !tooSmall;
}

/// Where the file of a Raster or Register is; paths that are not absolute start in the project's folder.
QString fileOf(const ReferenceLayer& layer, const QString& projectFile);

} // namespace tiermap
