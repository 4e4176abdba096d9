#include "core/store/blob_header.h"

#include <QtEndian>

#include <array>
#include <bit>
#include <cmath>

namespace tiermap {

namespace {

// OGC 12-128r17, clause 2.1.3: "GP", version 0, flags, srs_id, envelope; then WKB. Flags: bit 0 little-endian, bits 1 to
// 3 the envelope's kind, bit 4 empty geometry.
constexpr qsizetype headerSize = 8;
constexpr std::array<int, 5> envelopeNumbers{0, 4, 6, 6, 8};
constexpr int epsg = 4490;
constexpr quint32 wkbPoint = 1;

struct Header {
    bool littleEndian = false;
    int numbers = 0; ///< in the envelope

    qsizetype size() const { return headerSize + numbers * qsizetype(sizeof(double)); }
};

std::optional<Header> header(const ShapeBlob& blob) {
    if (blob.size() < headerSize || !blob.startsWith(QByteArrayView("GP\0", 3))) {
        return std::nullopt;
    }
    const auto flags = static_cast<quint8>(blob[3]);
    const size_t kind = (flags >> 1) & 7;
    if (kind >= envelopeNumbers.size()) {
        return std::nullopt;
    }
    const Header result{(flags & 1) != 0, envelopeNumbers[kind]};
    return blob.size() < result.size() ? std::nullopt : std::optional(result);
}

template <class T>
T numberAt(QByteArrayView blob, qsizetype offset, bool littleEndian) {
    return littleEndian ? qFromLittleEndian<T>(blob.data() + offset) : qFromBigEndian<T>(blob.data() + offset);
}

} // namespace

std::optional<QRectF> statedEnvelope(const ShapeBlob& blob) {
    const std::optional<Header> head = header(blob);
    if (!head || head->numbers == 0) {
        return std::nullopt;
    }
    std::array<double, 4> sides{}; // min x, max x, min y, max y
    for (size_t i = 0; i < sides.size(); ++i) {
        const qsizetype offset = headerSize + qsizetype(i * sizeof(double));
        sides[i] = numberAt<double>(blob, offset, head->littleEndian);
        if (!std::isfinite(sides[i])) {
            return std::nullopt;
        }
    }
    return QRectF(QPointF(sides[0], sides[2]), QPointF(sides[1], sides[3]));
}

ShapeBlob encodePosition(const QPointF& position) {
    ShapeBlob blob("GP\0\1", 4); // version 0; little-endian, no envelope
    const auto append = [&blob](auto number) {
        number = qToLittleEndian(number);
        blob.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    append(qint32(epsg));
    blob.append('\1'); // WKB, little-endian
    append(wkbPoint);
    append(std::bit_cast<quint64>(double(position.x())));
    append(std::bit_cast<quint64>(double(position.y())));
    return blob;
}

std::optional<QPointF> decodePosition(const ShapeBlob& blob) {
    const std::optional<Header> head = header(blob);
    constexpr qsizetype pointSize = 1 + 4 + 2 * 8;
    if (!head || blob.size() < head->size() + pointSize) {
        return std::nullopt;
    }
    const qsizetype wkb = head->size();
    const bool littleEndian = blob[wkb] == 1;
    // 1001, 2001 and 3001 carry Z and M behind x and y
    if (numberAt<quint32>(blob, wkb + 1, littleEndian) % 1000 != wkbPoint) {
        return std::nullopt;
    }
    const QPointF position(numberAt<double>(blob, wkb + 5, littleEndian),
                           numberAt<double>(blob, wkb + 13, littleEndian));
    return std::isfinite(position.x()) && std::isfinite(position.y()) ? std::optional(position) : std::nullopt;
}

} // namespace tiermap
