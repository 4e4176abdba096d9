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

QByteArray filtered(const QImage& image) {
    const qsizetype stride = 1 + 3 * static_cast<qsizetype>(image.width());
    QByteArray rows(stride * image.height(), Qt::Uninitialized);
    auto* out = reinterpret_cast<uchar*>(rows.data());
    for (int y = 0; y < image.height(); ++y) {
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
    return rows;
}

template <class T>
void append(QByteArray& bytes, T value) {
    std::array<char, sizeof(T)> big{};
    qToBigEndian(value, big.data());
    bytes.append(big.data(), static_cast<qsizetype>(big.size()));
}

void appendChunk(QByteArray& file, const char* name, const QByteArray& content) {
    append(file, static_cast<quint32>(content.size()));
    const QByteArray checked = QByteArray(name, 4) + content;
    file += checked;
    append(file, static_cast<quint32>(
                     crc32(0, reinterpret_cast<const Bytef*>(checked.constData()), static_cast<uInt>(checked.size()))));
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
    const QByteArray rows = filtered(rgb32);
    PngPart part;
    part.rawSize = rows.size();
    auto* input = reinterpret_cast<Bytef*>(const_cast<char*>(rows.constData())); // zlib does not write to it
    part.adler = adler32(1, input, static_cast<uInt>(rows.size()));
    z_stream stream{};
    // Nine tenths are runs of noughts. Looking for longer repeats takes four times as long and saves a sixth.
    deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_RLE);
    part.deflated.resize(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(rows.size()))) + 16);
    stream.next_in = input;
    stream.avail_in = static_cast<uInt>(rows.size());
    stream.next_out = reinterpret_cast<Bytef*>(part.deflated.data());
    stream.avail_out = static_cast<uInt>(part.deflated.size());
    deflate(&stream, last ? Z_FINISH : Z_FULL_FLUSH); // a flushed stream ends on a byte, so parts can be joined
    part.deflated.resize(static_cast<qsizetype>(stream.total_out));
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
    QByteArray data = QByteArray::fromHex("785e"); // zlib header
    uLong adler = 1;
    for (const PngPart& part : parts) {
        data += part.deflated;
        adler = adler32_combine(adler, part.adler, static_cast<z_off_t>(part.rawSize));
    }
    append(data, static_cast<quint32>(adler));
    appendChunk(file, "IDAT", data);
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace tiermap
