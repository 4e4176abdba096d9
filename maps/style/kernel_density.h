#pragma once

#include "maps/geometry/shape.h"

#include <cstddef>
#include <vector>

namespace tiermap {

/// Numbers on a square grid, each the density in the middle of its cell.
struct DensityGrid {
    static constexpr int most = 512; ///< columns, and rows

    Point low{0, 0};      ///< south-west corner of the south-westernmost cell, projected metres
    double cell = 0;      ///< side of a cell, metres
    double bandwidth = 0; ///< the one that was used, metres
    int columns = 0;      ///< 0 without cells
    int rows = 0;
    std::vector<double> values{}; ///< points per square kilometre, row by row from the south, in a row from the west

    double at(int column, int row) const {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};

/// Radius for a density of these points, in metres: 0.9 min(SD, sqrt(1 / ln 2) Dm) n^(-1/5), where SD is the standard
/// distance from the mean centre and Dm the median distance: the variant of Silverman's rule of thumb that ArcGIS has by
/// default ("How Kernel Density works"), which points far away do not widen. For clustered points, such as those of a
/// city, it is better than the rule that is best for a normal distribution (Silverman 1986, eq. 4.14: for this kernel
/// 2.78 n^(-1/6) of one axis' standard deviation), which is more than twice as wide and blurs them into one.
/// Dm counts only where it is not 0. 1000 where the points do not spread at all: one point, or all in one place.
double usualBandwidth(const std::vector<Point>& points);

/// Density of points by the quartic (biweight) kernel 3 / (pi h^2) (1 - d^2 / h^2)^2 for distances d below the bandwidth
/// h (Silverman 1986, eq. 4.5). Its integral over the plane is the number of points; it is not made larger at borders.
///
/// The grid begins at `low` and reaches at least to `high`. Where it would have more than 512 columns or rows, its cells
/// are made larger, and a bandwidth of less than 3 cells is made 3 cells, since a kernel could fall between the cells'
/// middles: the grid says which cell and bandwidth it has. Costs points x cells within the bandwidth, at most 512 x 512.
/// Points that are not finite are left out; those beyond the grid count as far as their kernels reach into it. No cells
/// where bandwidth or cell is not positive and finite, or `high` is not north-east of `low`.
DensityGrid kernelDensity(const std::vector<Point>& points, double bandwidth, const Point& low, const Point& high,
                          double cell);

/// The same on a grid around all points that cuts no kernel off, twelve cells to the bandwidth where it is small enough:
/// at most 460 cells for each point. No cells without points.
DensityGrid kernelDensity(const std::vector<Point>& points, double bandwidth);

/// For each level the region where the density is at least that, empty where there is none. Between the middles of cells
/// contours are interpolated linearly (marching squares; Lorensen and Cline 1987 in two dimensions); where two opposite
/// corners of a square are above and the others below, the mean of the four decides whether they are joined. What
/// reaches the outermost cells is closed along the grid's edge, in its corners obliquely. A contour keeps 1/4096 of a
/// cell away from the cells' middles, so that no two touch where a density is the very level.
///
/// Valid polygons with holes; a region holds every region of a higher level.
std::vector<Polygons> densityBands(const DensityGrid& grid, const std::vector<double>& levels);

} // namespace tiermap
