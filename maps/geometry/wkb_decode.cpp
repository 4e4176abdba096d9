#include "maps/geometry/byte_reader.h"
#include "maps/geometry/ring_order.h"
#include "maps/geometry/wkb.h"
#include "maps/geometry/wkb_type.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What failed first; thrown within this file only.
struct Malformed {
    QString reason;
};

constexpr std::size_t headerSize = 5; // byte order, type

struct Header {
    WkbType type = WkbType::Point;
    std::size_t dimensions = 2;

    std::size_t pointSize() const { return dimensions * sizeof(double); }
};

Header readHeader(ByteReader& reader) {
    const std::uint8_t order = reader.byte();
    if (reader.failed() || order > 1) {
        throw Malformed{u"byte order is neither 0 nor 1"_s};
    }
    reader.setOrder(order == 1 ? std::endian::little : std::endian::big);
    std::uint32_t code = reader.uint32();
    // EWKB says by high bits what ISO says by thousands.
    constexpr std::uint32_t hasZ = 0x80000000;
    constexpr std::uint32_t hasM = 0x40000000;
    constexpr std::uint32_t hasSrid = 0x20000000;
    Header header;
    header.dimensions += (code & hasZ) != 0 ? 1 : 0;
    header.dimensions += (code & hasM) != 0 ? 1 : 0;
    if ((code & hasSrid) != 0) {
        reader.skip(sizeof(std::uint32_t));
    }
    code &= ~(hasZ | hasM | hasSrid);
    const std::uint32_t thousands = code / 1000;
    if (reader.failed() || thousands > 3 || (thousands != 0 && header.dimensions != 2)) {
        throw Malformed{u"unknown geometry type"_s};
    }
    header.dimensions += thousands == 3 ? 2 : thousands == 0 ? 0 : 1;
    header.type = static_cast<WkbType>(code % 1000);
    return header;
}

std::uint32_t readCount(ByteReader& reader, std::size_t itemSize) {
    const std::optional<std::uint32_t> count = reader.count(itemSize);
    if (!count) {
        throw Malformed{u"more is announced than there are bytes for"_s};
    }
    return *count;
}

GeoPoint readPoint(ByteReader& reader, const Header& header) {
    const double x = reader.float64();
    const double y = reader.float64();
    reader.skip(header.pointSize() - 2 * sizeof(double));
    if (reader.failed()) {
        throw Malformed{u"the bytes end within a point"_s};
    }
    return {x, y};
}

template <class Points>
Points readPoints(ByteReader& reader, const Header& header) {
    const std::uint32_t count = readCount(reader, header.pointSize());
    Points points;
    points.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const GeoPoint point = readPoint(reader, header);
        if (!std::isfinite(point.get<0>()) || !std::isfinite(point.get<1>())) {
            throw Malformed{u"a coordinate is not a number"_s};
        }
        points.push_back(point);
    }
    return points;
}

void readInto(GeoPolygons& polygons, ByteReader& reader, const Header& header) {
    const std::uint32_t count = readCount(reader, sizeof(std::uint32_t));
    GeoPolygon polygon;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto ring = readPoints<GeoPolygon::ring_type>(reader, header);
        if (i == 0) {
            polygon.outer() = std::move(ring);
        } else if (!ring.empty()) {
            polygon.inners().push_back(std::move(ring));
        }
    }
    if (!polygon.outer().empty()) {
        orderRings(polygon);
        polygons.push_back(std::move(polygon));
    }
}

void readInto(GeoLines& lines, ByteReader& reader, const Header& header) {
    auto line = readPoints<GeoLine>(reader, header);
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
}

/// Members of a multi geometry are single ones with a header each; no deeper nesting is read.
template <class Shapes>
Shapes readMembers(ByteReader& reader, WkbType expected) {
    const std::uint32_t count = readCount(reader, headerSize);
    Shapes shapes;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Header member = readHeader(reader);
        if (member.type != expected) {
            throw Malformed{u"a part of another type"_s};
        }
        readInto(shapes, reader, member);
    }
    return shapes;
}

template <class Shapes>
Shapes readSingle(ByteReader& reader, const Header& header) {
    Shapes shapes;
    readInto(shapes, reader, header);
    return shapes;
}

GeoPoint readPossiblyEmptyPoint(ByteReader& reader, const Header& header) {
    const GeoPoint point = readPoint(reader, header);
    if (std::isinf(point.get<0>()) || std::isinf(point.get<1>()) ||
        std::isnan(point.get<0>()) != std::isnan(point.get<1>())) {
        throw Malformed{u"a coordinate is not a number"_s};
    }
    return point;
}

GeoPoint readOnlyPoint(ByteReader& reader) {
    const std::uint32_t count = readCount(reader, headerSize);
    if (count == 0) {
        constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
        return {nowhere, nowhere};
    }
    if (count > 1) {
        throw Malformed{u"several points in one shape"_s};
    }
    const Header member = readHeader(reader);
    if (member.type != WkbType::Point) {
        throw Malformed{u"a part of another type"_s};
    }
    return readPossiblyEmptyPoint(reader, member);
}

GeoShape readShape(ByteReader& reader) {
    const Header header = readHeader(reader);
    switch (header.type) {
    case WkbType::Point:
        return readPossiblyEmptyPoint(reader, header);
    case WkbType::LineString:
        return readSingle<GeoLines>(reader, header);
    case WkbType::Polygon:
        return readSingle<GeoPolygons>(reader, header);
    case WkbType::MultiPoint:
        return readOnlyPoint(reader);
    case WkbType::MultiLineString:
        return readMembers<GeoLines>(reader, WkbType::LineString);
    case WkbType::MultiPolygon:
        return readMembers<GeoPolygons>(reader, WkbType::Polygon);
    }
    throw Malformed{u"geometry type %1 is not read"_s.arg(static_cast<std::uint32_t>(header.type))};
}

} // namespace

Result<GeoShape> decodeWkb(std::span<const std::byte> wkb) {
    try {
        ByteReader reader(wkb);
        GeoShape shape = readShape(reader);
        if (reader.remaining() > 0) {
            throw Malformed{u"bytes are left over"_s};
        }
        return shape;
    } catch (const Malformed& malformed) {
        return std::unexpected(
            Problem{.code = Problem::Code::GeometryInvalid, .arguments = {QString(), malformed.reason}});
    }
}

} // namespace tiermap
