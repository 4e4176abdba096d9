#pragma once

#include "maps/geometry/shape.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tiermap {

/// Millions of places, of which a map shows a few hundred groups: what is drawn depends on the size of the screen, not on
/// the data. Places stand in the order of a quadtree over the Web Mercator (Morton 1966), so that a square of it is a
/// stretch of them; sums tell the middle of a stretch at once. 12 bytes a place; to a centimetre.
class PointIndex {
public:
    /// Places in EPSG:4490 degrees, longitude first; those that are no numbers, or beyond 85 degrees, are left out.
    explicit PointIndex(std::span<const std::pair<double, double>> places);

    struct Group {
        GeoPoint middle; ///< the mean of its places
        std::int64_t count = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches{}; ///< from, to (exclusive), of the index
    };

    /// Places within a box, grouped so that the middles of two groups lie at least `apart` from each other (degrees of
    /// longitude, as a map at that scale has it): squares of the quadtree of that size or half of it, those whose
    /// middles are too near taken together, the greater ones first. A place at the edge of the box may count in part.
    std::vector<Group> groups(const DegreeBox& box, double apart) const;

    /// Numbers of a group's places, as they were given.
    std::vector<std::uint32_t> members(const Group& group) const;

    /// Those places alone whose number passes.
    PointIndex filtered(const std::function<bool(std::uint32_t number)>& passes) const;

    std::size_t size() const { return m_numbers.size(); }
    std::uint32_t number(std::size_t place) const { return m_numbers[place]; } ///< of a place of the index
    GeoPoint at(std::size_t place) const;

private:
    PointIndex() = default;
    void sumUp();
    std::pair<std::uint64_t, std::uint64_t> sumBefore(std::size_t place) const;

    std::vector<std::uint32_t> m_x; ///< 0 to 2^32 from west to east
    std::vector<std::uint32_t> m_y; ///< from south to north
    std::vector<std::uint32_t> m_numbers;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> m_sums; ///< of x and y before each 64th place
};

} // namespace tiermap
