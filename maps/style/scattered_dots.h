#pragma once

#include "maps/geometry/shape.h"

#include <cstdint>
#include <vector>

namespace tiermap {

/// Dots of a dot map: exactly `count` places strictly inside the polygons (never in a hole), as many in each part as is
/// its share of the area. Projected metres, in an equal-area projection if a square kilometre is to have as many dots
/// everywhere. In the order of the curve below: the first few are not a sample of all.
///
/// The same input gives the same dots on every machine: the random numbers are splitmix64 (Steele, Lea and Flood 2014),
/// and the rest is + - * / and square roots, as IEEE 754 defines them. A compiler that fuses multiplications and
/// additions changes the last digits.
///
/// None where the count is not positive or nothing has an area; parts that have none, or coordinates that are not
/// finite, are left out. Rings may run either way round. Where polygons overlap, each has its own dots.
///
/// Dots at random clump, and readers take clumps for something; low-discrepancy sequences show their lattice when there
/// are many, and most of their points are lost on a narrow shape. So: 8 random places for each dot, in the order of a
/// Hilbert curve; of every 8 neighbours on it one becomes a dot, so that each stands for the same area. If that one is
/// nearer to another dot than 0.6 of the mean spacing, the farthest of the 8 is taken (best candidate, Mitchell 1991);
/// dots driven as far apart as can be would line up along the border. Random places are drawn by inverting the area
/// below a height and then the length inside to the west of an x, which costs the same in a sliver as in a square.
/// O((dots + vertices) x edges that a horizontal line crosses); some 200 bytes per dot.
std::vector<Point> scatteredDots(const Polygons& within, std::int64_t count, std::uint64_t seed);

} // namespace tiermap
