#include "maps/geometry/wkb.h"
#include "maps/geometry/wkb_type.h"

#include <QtEndian>

namespace tiermap {

namespace {

class Writer {
public:
    void header(WkbType type) {
        m_bytes.append(char(1)); // little-endian
        count(static_cast<std::uint32_t>(type));
    }
    void count(std::size_t items) { append(static_cast<std::uint32_t>(items)); }
    void point(const GeoPoint& point) {
        append(point.get<0>());
        append(point.get<1>());
    }
    template <class Points>
    void points(const Points& points) {
        count(points.size());
        for (const GeoPoint& point : points) {
            this->point(point);
        }
    }
    QByteArray bytes() const { return m_bytes; }

private:
    template <class T>
    void append(T value) {
        const T ordered = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
    }

    QByteArray m_bytes;
};

void write(Writer& writer, const GeoPolygons& polygons) {
    writer.header(WkbType::MultiPolygon);
    writer.count(polygons.size());
    for (const GeoPolygon& polygon : polygons) {
        writer.header(WkbType::Polygon);
        writer.count(1 + polygon.inners().size());
        writer.points(polygon.outer());
        for (const GeoPolygon::ring_type& hole : polygon.inners()) {
            writer.points(hole);
        }
    }
}

void write(Writer& writer, const GeoLines& lines) {
    writer.header(WkbType::MultiLineString);
    writer.count(lines.size());
    for (const GeoLine& line : lines) {
        writer.header(WkbType::LineString);
        writer.points(line);
    }
}

void write(Writer& writer, const GeoPoint& point) {
    writer.header(WkbType::Point);
    writer.point(point);
}

} // namespace

QByteArray encodeWkb(const GeoShape& shape) {
    Writer writer;
    std::visit([&writer](const auto& typed) { write(writer, typed); }, shape);
    return writer.bytes();
}

} // namespace tiermap
