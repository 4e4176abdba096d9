#include "maps/formats/features.h"

#include "maps/formats/format_module.h"
#include "maps/geometry/wkb.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibrary>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString programFolder() {
    if (QCoreApplication::instance() != nullptr) {
        return QCoreApplication::applicationDirPath();
    }
    return QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
}

/// Beside the program as built, then as installed, where Debian has a library folder for each architecture.
QString modulePath() {
    const QDir folder(programFolder());
    for (const QString& libraries : {u"../lib"_s, u"../" TIERMAP_LIBRARY_FOLDER ""_s}) {
        const QString path = QDir::cleanPath(folder.filePath(libraries + u"/tiermap/tiermap_formats.so"_s));
        if (QFileInfo::exists(path)) {
            return path;
        }
    }
    return u"tiermap_formats.so"_s; // the loader then says that it found none
}

Result<ReadFirstLayer*> loadModule() {
    QLibrary library(modulePath()); // never unloaded: GDAL does not like that
    auto* read = reinterpret_cast<ReadFirstLayer*>(library.resolve(readFirstLayerName));
    if (read == nullptr) {
        return std::unexpected(Problem{.code = Problem::Code::ModuleMissing, .arguments = {library.errorString()}});
    }
    return read;
}

} // namespace

Result<std::vector<Feature>> readFeatures(const QString& file) {
    // GDAL would also take addresses, connection strings and "/vsi..." names for a file.
    const QFileInfo info(file);
    if (!info.exists()) {
        return std::unexpected(Problem{.code = Problem::Code::FileMissing, .file = file});
    }
    const QString path = info.absoluteFilePath();
    if (path.startsWith(u"/vsi")) {
        return std::unexpected(Problem{
            .code = Problem::Code::FormatUnreadable, .file = file, .arguments = {u"no path of a local file"_s}});
    }
    static const Result<ReadFirstLayer*> read = loadModule();
    if (!read) {
        return std::unexpected(read.error());
    }
    RawFeatures raw;
    (*read)(path, &raw);
    if (!raw) {
        raw.error().file = file;
        return std::unexpected(raw.error());
    }
    std::vector<Feature> features;
    features.reserve(raw->size());
    for (RawFeature& from : *raw) {
        Feature& feature = features.emplace_back(Feature{{}, std::move(from.attributes)});
        if (from.wkb.isEmpty()) {
            continue; // no geometry: no polygons
        }
        Result<GeoShape> shape =
            decodeWkb(std::as_bytes(std::span(from.wkb.constData(), static_cast<std::size_t>(from.wkb.size()))));
        if (!shape) {
            Problem problem = shape.error();
            problem.file = file;
            problem.row = static_cast<int>(features.size());
            return std::unexpected(problem);
        }
        feature.shape = std::move(*shape);
    }
    return features;
}

} // namespace tiermap
