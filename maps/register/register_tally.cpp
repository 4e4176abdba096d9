#include "maps/register/register_tally.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <functional>

namespace tiermap {

namespace {

constexpr std::size_t rowsShown = 10;

} // namespace

void RegisterTally::FirstRows::add(qint64 row) {
    ++count;
    keep(row);
}

void RegisterTally::FirstRows::keep(qint64 row) {
    if (first.size() == rowsShown && row > first.back()) {
        return;
    }
    first.insert(std::ranges::upper_bound(first, row), row);
    first.resize(std::min(first.size(), rowsShown));
}

void RegisterTally::FirstRows::add(const FirstRows& other) {
    count += other.count;
    std::ranges::for_each(other.first, [this](qint64 row) { keep(row); });
}

void RegisterTally::PlaceVotes::add(double longitude, double latitude) {
    const auto mixed = (std::bit_cast<quint64>(longitude) * 0x9E3779B97F4A7C15) ^
                       (std::bit_cast<quint64>(latitude) * 0xC2B2AE3D27D4EB4F);
    SharedPlace& box = m_boxes[(mixed >> 40) % m_boxes.size()];
    if (box.longitude == longitude && box.latitude == latitude) {
        ++box.atLeast;
    } else if (box.atLeast == 0) {
        box = {longitude, latitude, 1};
    } else {
        --box.atLeast;
    }
}

void RegisterTally::PlaceVotes::add(const PlaceVotes& other) {
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        SharedPlace& box = m_boxes[i];
        const SharedPlace& with = other.m_boxes[i];
        if (box.longitude == with.longitude && box.latitude == with.latitude) {
            box.atLeast += with.atLeast;
        } else {
            const qint64 left = box.atLeast - with.atLeast;
            box = left < 0 ? with : box;
            box.atLeast = std::abs(left);
        }
    }
}

void RegisterTally::add(const RegisterRow& row) {
    if (row.leftOut) {
        ++m_leftOut;
        return;
    }
    ++m_read;
    if (row.hasPlace) {
        m_places.add(row.readLongitude, row.readLatitude);
    }
    if (row.rejection) {
        m_rejections[static_cast<std::size_t>(*row.rejection)].add(row.row);
        return;
    }
    if (row.disagrees) {
        m_disagreements.add(row.row);
    }
    if (row.zone < 0) {
        ++m_outside;
        return;
    }
    const auto industry = static_cast<std::size_t>(industryIndex(row.industry));
    m_byDistrict += row.hasPlace ? 0 : 1;
    ++m_zones[static_cast<std::size_t>(row.zone)][industry];
    if (row.ofWhich >= 0) {
        ++m_zones[static_cast<std::size_t>(row.ofWhich)][industry];
    }
}

void RegisterTally::add(const RegisterTally& other) {
    m_read += other.m_read;
    m_leftOut += other.m_leftOut;
    m_outside += other.m_outside;
    m_byDistrict += other.m_byDistrict;
    for (std::size_t zone = 0; zone < m_zones.size(); ++zone) {
        std::ranges::transform(m_zones[zone], other.m_zones[zone], m_zones[zone].begin(), std::plus());
    }
    for (std::size_t kind = 0; kind < rejectionKinds; ++kind) {
        m_rejections[kind].add(other.m_rejections[kind]);
    }
    m_disagreements.add(other.m_disagreements);
    m_places.add(other.m_places);
}

RegisterCount RegisterTally::result(const Project& project, const PlanShapes& shapes) const {
    RegisterCount count{.read = m_read, .leftOut = m_leftOut, .outside = m_outside, .byDistrict = m_byDistrict};
    for (std::size_t i = 0; i < shapes.zones.size(); ++i) {
        ZoneCount made{.code = shapes.zones[i].code};
        made.industries.assign(m_zones[i].begin(), m_zones[i].end());
        for (const qint64 rows : made.industries) {
            made.count += rows;
        }
        const Zone* zone = project.plan.zone(made.code);
        count.counted += zone != nullptr && zone->kind == Zone::Kind::OfWhich ? 0 : made.count;
        count.zones << made;
    }
    for (std::size_t kind = 0; kind < rejectionKinds; ++kind) {
        if (const FirstRows& rows = m_rejections[kind]; rows.count > 0) {
            count.rejections << RejectedRows{static_cast<Rejection>(kind), rows.count, rows.first};
            count.rejected += rows.count;
        }
    }
    count.disagreements = {.kind = {}, .count = m_disagreements.count, .first = m_disagreements.first};
    constexpr qint64 least = 1000;
    for (const SharedPlace& place : m_places.boxes()) {
        if (place.atLeast >= std::max(least, m_read / 100)) {
            count.shared << place;
        }
    }
    std::ranges::sort(count.shared, std::greater(), &SharedPlace::atLeast);
    return count;
}

} // namespace tiermap
