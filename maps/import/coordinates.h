#pragma once

#include "maps/formats/source.h"
#include "maps/geometry/datum_fit.h"
#include "maps/scene/plan_shapes.h"

#include <optional>

namespace tiermap {

/// A datum that a person says, or a file of points, and that fits the plan clearly worse than another one.
struct DatumDoubt {
    DatumFit better;
    DatumFit taken;
};

/// How the coordinates of a source were understood.
struct CoordinateReading {
    QString crs{};         ///< name of the coordinate system, as PROJ gives it
    bool declared = false; ///< the file says so; else it was guessed from the numbers
    QString overruled{};   ///< name of the system that the file says, where the data do not lie near the plan with it
    bool approximate = false; ///< an old datum whose shift to CGCS2000 is not public: off by up to 100 m
    Datum datum = Datum::Unknown;
    bool suggested = false; ///< the datum is what fits the plan's boundaries best, not what the file or a person says
    QList<DatumFit> fits{}; ///< best first; empty where there are no polygons to compare
    std::optional<DatumDoubt> doubt{};
    bool swapped = false;   ///< the first of two coordinates was the northing or latitude
    double metresMoved = 0; ///< mean over all points
    double metresLeast = 0;
    double metresMost = 0;
    /// By how much it would be moved, were it GCJ-02, where neither the file nor a person says the datum and there are
    /// no polygons to find it out by; else 0.
    double metresIfGcj02 = 0;
};

struct CoordinateChoices {
    std::optional<Datum> datum{}; ///< nothing: found out
    QString crs{};                ///< "EPSG:4549" or WKT, where the file declares none or a wrong one
};

/// Moves the shapes of a source to EPSG:4490 degrees. A row whose coordinates are no place (no numbers, beyond what there
/// is on Earth, swapped among others that are not) loses its shape and says why. `zones` has the code of the zone that
/// each row names, or an empty text. Fails with ProjectionFailed where PROJ does not understand the coordinate system or
/// the numbers fit none.
Result<CoordinateReading> readCoordinates(SourceRows& rows, const PlanShapes& plan, const CoordinateChoices& choices,
                                          const QStringList& zones = {});

} // namespace tiermap
