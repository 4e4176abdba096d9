#pragma once

#include "maps/register/register_points.h"

namespace tiermap {

/// Rows of a register that lie close together.
struct RegisterCluster {
    std::vector<qint64> rows{}; ///< of the file, ascending
    QHash<int, qint64> zones{}; ///< rows by the index of their district
    GeoPoint middle{};          ///< the mean of the places, degrees
    GeoPolygon outline{};       ///< convex, half a reach around the outermost places; EPSG:4490
    double squareMetres = 0;    ///< of the outline, on the ellipsoid
};

/// Indexes of its districts, the one with the most rows first.
QList<int> districtsOf(const RegisterCluster& cluster);

struct ClusterChoices {
    std::optional<double> reach{}; ///< metres; without it suggestedReach()
    int least = 10;                ///< places within reach that make one the core of a cluster
    RegisterFilter filter{};       ///< whatever the text
};

struct RegisterClusters {
    double reach = 0;                        ///< metres, as it was used
    qint64 places = 0;                       ///< rows that have one and pass the filter
    qint64 alone = 0;                        ///< of them in no cluster
    std::vector<RegisterCluster> clusters{}; ///< the one with the most rows first
};

/// Finds them by density (density_clusters.h), in metres of the Gauss-Krueger projection about the middle of the places.
/// Fails with FieldMissing (field "reach") where none is given and the places suggest none, OutOfRange and Cancelled.
Result<RegisterClusters> clustersOf(const RegisterPoints& points, const ClusterChoices& choices,
                                    const std::function<bool()>& goesOn = {});

} // namespace tiermap
