#include "maps/formats/gdal/archive.h"

#include "maps/formats/gdal/errors.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <QFile>

#include <algorithm>
#include <memory>
#include <vector>

namespace tiermap {

namespace {

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct DestroyList {
    void operator()(char** list) const { CSLDestroy(list); }
};

constexpr qint64 mebibyte = qint64{1} << 20;

/// Zero once `most` bytes or more came out. Read to the end: the sizes in an archive's directory may lie.
qint64 roomAfter(const QByteArray& entry, qint64 most) {
    const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(entry.constData(), "rb"));
    std::vector<char> buffer(mebibyte);
    while (file && most > 0) {
        const auto got = static_cast<qint64>(VSIFReadL(buffer.data(), 1, buffer.size(), file.get()));
        if (got == 0) {
            break;
        }
        most -= got;
    }
    return std::max<qint64>(most, 0);
}

} // namespace

QByteArray readEntry(const QByteArray& archive, const QString& name) {
    const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL((archive + '/' + name.toUtf8()).constData(), "rb"));
    QByteArray bytes;
    std::vector<char> buffer(mebibyte);
    while (file) {
        const auto got = static_cast<qsizetype>(VSIFReadL(buffer.data(), 1, buffer.size(), file.get()));
        if (got == 0) {
            break;
        }
        bytes.append(buffer.data(), got);
    }
    return bytes;
}

bool isZipBomb(const QString& path) {
    QFile archive(path);
    if (!archive.open(QIODevice::ReadOnly) || !archive.peek(4).startsWith("PK\x03\x04")) {
        return false;
    }
    const GdalErrors errors; // of broken archives, which the driver will tell again
    const QByteArray root = "/vsizip/{" + path.toUtf8() + '}';
    const std::unique_ptr<char*, DestroyList> entries(VSIReadDirRecursive(root.constData()));
    qint64 room = std::min(512 * mebibyte, std::max(64 * mebibyte, 200 * archive.size())); // small ones may repeat
    for (char** entry = entries.get(); entry != nullptr && *entry != nullptr && room > 0; ++entry) {
        if (!QByteArrayView(*entry).endsWith('/')) {
            room = roomAfter(root + '/' + *entry, room);
        }
    }
    return room == 0;
}

} // namespace tiermap
