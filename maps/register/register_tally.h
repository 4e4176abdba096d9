#pragma once

#include "maps/register/register_count.h"

namespace tiermap {

/// Counts rows as they come. Each thread has one of its own, and they are added up at the end.
class RegisterTally {
public:
    explicit RegisterTally(std::size_t zones)
        : m_zones(zones) {}

    void add(const RegisterRow& row);
    void add(const RegisterTally& other);

    /// `shapes` are those that the rows' zones are indexes of.
    RegisterCount result(const Project& project, const PlanShapes& shapes) const;

private:
    /// Counts rows and keeps the first of them, whatever the order they come in.
    struct FirstRows {
        qint64 count = 0;
        std::vector<qint64> first; ///< ascending

        void add(qint64 row);
        void add(const FirstRows& other);
        void keep(qint64 row);
    };

    /// The majority vote of Boyer and Moore (1991), in many boxes: what fills a good part of a box is left in it, with a
    /// count that is never too high.
    class PlaceVotes {
    public:
        void add(double longitude, double latitude);
        void add(const PlaceVotes& other);
        const std::vector<SharedPlace>& boxes() const { return m_boxes; }

    private:
        std::vector<SharedPlace> m_boxes = std::vector<SharedPlace>(2048);
    };

    qint64 m_read = 0;
    qint64 m_leftOut = 0;
    qint64 m_outside = 0;
    qint64 m_byDistrict = 0;
    std::vector<std::array<qint64, industryIndexes>> m_zones;
    std::array<FirstRows, rejectionKinds> m_rejections;
    FirstRows m_disagreements;
    PlaceVotes m_places;
};

} // namespace tiermap
