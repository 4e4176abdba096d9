#include "maps/figure/png_file.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

namespace tiermap {

namespace {

const QByteArray signature("\x89PNG\r\n\x1a\n", 8);
/// Keyword, no compression, no language, no translation of the keyword: then text in UTF-8.
const QByteArray recordStart("tiermap-figure\0\0\0\0\0", 19);

// Filters of PNG rows. "Up" leaves noughts where a row repeats the one above it, as flat fills and upright edges do.
constexpr uchar filterNone = 0;
constexpr uchar filterUp = 2;
constexpr std::size_t stretch = 64; // pixels that are looked at together: most repeat those above

/// Pixels less those above them, byte by byte: the compiler has the processor take sixteen at once.
std::array<QRgb, stretch> differences(const QRgb* pixels, const QRgb* above, std::size_t count) {
    std::array<uchar, stretch * sizeof(QRgb)> from{};
    std::array<uchar, stretch * sizeof(QRgb)> less{};
    std::memcpy(from.data(), pixels, count * sizeof(QRgb));
    std::memcpy(less.data(), above, count * sizeof(QRgb));
    for (std::size_t i = 0; i < from.size(); ++i)
        from[i] = static_cast<uchar>(from[i] - less[i]);
    return std::bit_cast<std::array<QRgb, stretch>>(from);
}

/// Red, green and blue of a pixel, red lowest.
quint32 redFirst(QRgb pixel) { return qbswap(pixel) >> 8; }

void append(quint32 value, uchar*& out) {
    qToLittleEndian(value, out);
    out += sizeof value;
}

/// The image's rows from `top` to `bottom`, written to `out`.
void filter(const QImage& image, int top, int bottom, uchar* out) {
    const std::vector<QRgb> nothing(static_cast<std::size_t>(image.width())); // is above the first
    for (int y = top; y < bottom; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        const auto* above = y == 0 ? nothing.data() : reinterpret_cast<const QRgb*>(image.constScanLine(y - 1));
        *out++ = y == 0 ? filterNone : filterUp;
        const auto width = static_cast<std::size_t>(image.width());
        for (std::size_t from = 0; from < width; from += stretch) {
            const std::size_t count = std::min(stretch, width - from);
            if (std::memcmp(row + from, above + from, count * sizeof(QRgb)) == 0) {
                std::memset(out, 0, 3 * count);
                out += 3 * count;
                continue;
            }
            const std::array<QRgb, stretch> pixels = differences(row + from, above + from, count);
            std::size_t x = 0;
            for (; x + 4 <= count; x += 4) { // four pixels fill three words
                const quint32 first = redFirst(pixels[x]);
                const quint32 second = redFirst(pixels[x + 1]);
                const quint32 third = redFirst(pixels[x + 2]);
                const quint32 fourth = redFirst(pixels[x + 3]);
                append(first | second << 24, out);
                append(second >> 8 | third << 16, out);
                append(third >> 16 | fourth << 8, out);
            }
            for (; x < count; ++x) {
                const quint32 last = redFirst(pixels[x]);
                for (int byte = 0; byte < 3; ++byte)
                    *out++ = static_cast<uchar>(last >> (8 * byte));
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
    const auto* checked = reinterpret_cast<const uchar*>(file.constData() + start);
    append(file, quint32{crc32_gzip_refl(0, checked, static_cast<uint64_t>(file.size() - start))});
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
    PngPart part{.deflated = {}, .adler = 1, .rawSize = stride * rgb32.height()};
    const auto stream = std::make_unique<isal_zstream>(); // too large for a thread's stack
    isal_deflate_init(stream.get());
    // The next one takes ten times as long and saves a thirtieth, and its bytes go by the processor. Those of this one are
    // the same on Intel's of 2008 and of 2013 (qemu's Nehalem and Haswell).
    stream->level = 2;
    std::vector<uint8_t> memory(ISAL_DEF_LVL2_DEFAULT);
    stream->level_buf = memory.data();
    stream->level_buf_size = static_cast<uint32_t>(memory.size());

    constexpr int step = 16; // rows that stay in the processor's cache until they are packed
    constexpr qsizetype room = 1 << 16;
    std::vector<uint8_t> rows(static_cast<std::size_t>(stride * step));
    for (int top = 0; top < rgb32.height(); top += step) {
        const int bottom = std::min(top + step, rgb32.height());
        filter(rgb32, top, bottom, rows.data());
        stream->next_in = rows.data();
        stream->avail_in = static_cast<uint32_t>(stride * (bottom - top));
        part.adler = isal_adler32(static_cast<uint32_t>(part.adler), rows.data(), stream->avail_in);
        const bool ends = bottom == rgb32.height();
        stream->end_of_stream = ends && last ? 1 : 0;
        stream->flush =
            ends && !last ? FULL_FLUSH : NO_FLUSH; // a flushed stream ends on a byte, so parts can be joined
        do {
            if (stream->avail_out == 0) {
                part.deflated.resize(stream->total_out + room);
                stream->next_out = reinterpret_cast<uint8_t*>(part.deflated.data()) + stream->total_out;
                stream->avail_out = room;
            }
            isal_deflate(stream.get());
        } while (stream->avail_out == 0);
    }
    part.deflated.resize(stream->total_out);
    part.deflated.squeeze();
    return part;
}

QByteArray pngFile(const QSize& size, const std::vector<PngPart>& parts, int dpi, const QByteArray& record) {
    constexpr qsizetype besides = 1000; // at least what signature, names and checksums take
    qsizetype room = besides + record.size();
    for (const PngPart& part : parts)
        room += part.deflated.size();
    QByteArray file(signature);
    file.reserve(room);
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
