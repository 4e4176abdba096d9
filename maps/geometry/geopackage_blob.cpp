#include "maps/geometry/geopackage_blob.h"

#include "maps/geometry/byte_reader.h"
#include "maps/geometry/wkb.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr std::uint8_t littleEndianFlag = 1;
constexpr std::uint8_t envelopeXyFlag = 1 << 1;
constexpr std::uint8_t emptyFlag = 1 << 4;
constexpr std::uint8_t extendedFlag = 1 << 5;
constexpr std::int32_t cgcs2000Degrees = 4490;

/// Plain minima and maxima of the coordinates, as GeoPackage asks; a geographic envelope would bulge with the geodesics.
struct Envelope {
    double west = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return !(west <= east); }

    void add(const GeoPoint& point) {
        west = std::min(west, point.get<0>());
        east = std::max(east, point.get<0>());
        south = std::min(south, point.get<1>());
        north = std::max(north, point.get<1>());
    }
    void add(const GeoLines& lines) {
        for (const GeoLine& line : lines) {
            std::ranges::for_each(line, [this](const GeoPoint& point) { add(point); });
        }
    }
    void add(const GeoPolygons& polygons) {
        for (const GeoPolygon& polygon : polygons) {
            std::ranges::for_each(polygon.outer(), [this](const GeoPoint& point) { add(point); });
        }
    }
};

template <class T>
void appendLittleEndian(QByteArray& bytes, T value) {
    const T ordered = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
}

std::unexpected<Problem> malformed(const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::GeometryInvalid, .arguments = {QString(), reason}});
}

} // namespace

ShapeBlob encodeShape(const GeoShape& shape) {
    Envelope envelope;
    std::visit([&envelope](const auto& typed) { envelope.add(typed); }, shape);
    const std::uint8_t flags = littleEndianFlag | (envelope.isEmpty() ? emptyFlag : envelopeXyFlag);
    ShapeBlob blob("GP", 2);
    blob.append(char(0)); // version 1 of the encoding
    blob.append(static_cast<char>(flags));
    appendLittleEndian(blob, cgcs2000Degrees);
    if (!envelope.isEmpty()) {
        for (const double bound : {envelope.west, envelope.east, envelope.south, envelope.north}) {
            appendLittleEndian(blob, bound);
        }
    }
    return blob + encodeWkb(shape);
}

Result<GeoShape> decodeShape(const ShapeBlob& blob) {
    ByteReader reader(std::as_bytes(std::span(blob.constData(), static_cast<std::size_t>(blob.size()))));
    if (reader.byte() != 'G' || reader.byte() != 'P') {
        return malformed(u"not a GeoPackage geometry"_s);
    }
    const std::uint8_t version = reader.byte();
    const std::uint8_t flags = reader.byte();
    if (version != 0 || (flags & extendedFlag) != 0) {
        return malformed(u"a newer or extended GeoPackage geometry"_s);
    }
    constexpr std::array<std::size_t, 5> envelopeNumbers{0, 4, 6, 6, 8}; // none, XY, XYZ, XYM, XYZM
    const std::size_t envelopeCode = (flags >> 1U) & 7U;
    if (envelopeCode >= envelopeNumbers.size()) {
        return malformed(u"unknown kind of envelope"_s);
    }
    reader.skip(sizeof(std::int32_t) + envelopeNumbers[envelopeCode] * sizeof(double));
    if (reader.failed()) {
        return malformed(u"the bytes end within the header"_s);
    }
    return decodeWkb(reader.rest());
}

Result<GeoPolygons> decodePolygons(const ShapeBlob& blob) {
    Result<GeoShape> shape = decodeShape(blob);
    if (!shape) {
        return std::unexpected(shape.error());
    }
    if (auto* polygons = std::get_if<GeoPolygons>(&*shape)) {
        return std::move(*polygons);
    }
    return malformed(u"polygons are expected"_s);
}

} // namespace tiermap
