#include "maps/figure/png_file.h"

#include <zlib.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace tiermap {

namespace {

const QByteArray signature("\x89PNG\r\n\x1a\n", 8);
/// Keyword, no compression, no language, no translation of the keyword: then text in UTF-8.
const QByteArray recordStart("tiermap-figure\0\0\0\0\0", 19);

// Filters of PNG rows. "Up" leaves noughts where a row repeats the one above it, as flat fills and upright edges do.
constexpr uchar filterNone = 0;
constexpr uchar filterUp = 2;
constexpr int stretch = 64; // pixels that are looked at together: most repeat those above

/// The image's rows from `top` to `bottom`, written to `out`.
void filter(const QImage& image, int top, int bottom, uchar* out) {
    for (int y = top; y < bottom; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        const auto* above = y == 0 ? nullptr : reinterpret_cast<const QRgb*>(image.constScanLine(y - 1));
        *out++ = above ? filterUp : filterNone;
        for (int from = 0; from < image.width(); from += stretch) {
            const int to = std::min(from + stretch, image.width());
            const auto count = static_cast<std::size_t>(to - from);
            if (above && std::memcmp(row + from, above + from, count * sizeof(QRgb)) == 0) {
                std::memset(out, 0, 3 * count);
                out += 3 * count;
                continue;
            }
            for (int x = from; x < to; ++x) {
                const QRgb pixel = row[x];
                const QRgb before = above ? above[x] : 0U;
                *out++ = static_cast<uchar>(qRed(pixel) - qRed(before));
                *out++ = static_cast<uchar>(qGreen(pixel) - qGreen(before));
                *out++ = static_cast<uchar>(qBlue(pixel) - qBlue(before));
            }
        }
    }
}

template <class T>
void append(QByteArray& bytes, T value) {
    std::array<char, sizeof(T)> big{};
    qToBigEndian(value, big.data());
    bytes.append(big.data(), static_cast<qsizetype>(big.size()));
}

void appendChunk(QByteArray& file, const char* name, const QByteArray& content) {
    append(file, static_cast<quint32>(content.size()));
    const qsizetype start = file.size();
    file.append(name, 4);
    file += content;
    const auto* checked = reinterpret_cast<const Bytef*>(file.constData() + start);
    append(file, static_cast<quint32>(crc32(0, checked, static_cast<uInt>(file.size() - start))));
}

} // namespace

QByteArray recordInPng(const QByteArray& file) {
    constexpr qsizetype around = 12; // length, name and checksum of a chunk
    qsizetype at = signature.size();
    while (file.startsWith(signature) && at + around <= file.size()) {
        const auto length = qFromBigEndian<quint32>(file.constData() + at);
        const QByteArrayView name = QByteArrayView(file).sliced(at + 4, 4);
        if (length > file.size() - at - around || name == "IDAT")
            break;
        const QByteArray content = file.mid(at + 8, length);
        if (name == "iTXt" && content.startsWith(recordStart))
            return content.sliced(recordStart.size());
        at += around + length;
    }
    return {};
}

PngPart pngPart(const QImage& rgb32, bool last) {
    const qsizetype stride = 1 + 3 * static_cast<qsizetype>(rgb32.width());
    PngPart part{.deflated = {}, .adler = adler32(0, nullptr, 0), .rawSize = stride * rgb32.height()};
    z_stream stream{};
    // More effort takes twice as long and saves a tenth. A large hash table would be cleared too often: nine tenths of
    // what comes are runs of noughts.
    constexpr int level = 2;
    constexpr int memory = 6;
    deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, memory, Z_DEFAULT_STRATEGY);
    part.deflated.resize(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(part.rawSize))) + 16);
    stream.next_out = reinterpret_cast<Bytef*>(part.deflated.data());
    stream.avail_out = static_cast<uInt>(part.deflated.size());
    constexpr int step = 16; // rows that stay in the processor's cache until they are packed
    QByteArray rows(stride * step, Qt::Uninitialized);
    auto* raw = reinterpret_cast<Bytef*>(rows.data());
    for (int top = 0; top < rgb32.height(); top += step) {
        const int bottom = std::min(top + step, rgb32.height());
        filter(rgb32, top, bottom, raw);
        stream.next_in = raw;
        stream.avail_in = static_cast<uInt>(stride * (bottom - top));
        part.adler = adler32(part.adler, raw, stream.avail_in);
        // A flushed stream ends on a byte, so parts can be joined.
        deflate(&stream, bottom < rgb32.height() ? Z_NO_FLUSH : last ? Z_FINISH : Z_FULL_FLUSH);
    }
    part.deflated.resize(static_cast<qsizetype>(stream.total_out));
    part.deflated.squeeze();
    deflateEnd(&stream);
    return part;
}

QByteArray pngFile(const QSize& size, const std::vector<PngPart>& parts, int dpi, const QByteArray& record) {
    QByteArray file(signature);
    QByteArray header;
    append(header, static_cast<quint32>(size.width()));
    append(header, static_cast<quint32>(size.height()));
    header.append("\x08\x02\x00\x00\x00", 5); // 8 bits, red green blue, the only compression and filter, not interlaced
    appendChunk(file, "IHDR", header);
    QByteArray resolution;
    const auto perMetre = static_cast<quint32>(std::lround(dpi / 0.0254));
    append(resolution, perMetre);
    append(resolution, perMetre);
    resolution.append('\x01'); // metres
    appendChunk(file, "pHYs", resolution);
    if (!record.isEmpty())
        appendChunk(file, "iTXt", recordStart + record);
    // What lies in chunks of this name is one stream: zlib's header, the parts, the checksum of all rows.
    appendChunk(file, "IDAT", QByteArray::fromHex("785e"));
    uLong adler = 1;
    for (const PngPart& part : parts) {
        appendChunk(file, "IDAT", part.deflated);
        adler = adler32_combine(adler, part.adler, static_cast<z_off_t>(part.rawSize));
    }
    QByteArray checksum;
    append(checksum, static_cast<quint32>(adler));
    appendChunk(file, "IDAT", checksum);
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace tiermap
