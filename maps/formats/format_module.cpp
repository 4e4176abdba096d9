#include "maps/formats/format_module.h"

#include "core/installed_part.h"
#include "maps/formats/format_process.h"

#include <QDir>
#include <QFileInfo>
#include <QLibrary>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString modulePath() { return installedPart(u"tiermap_formats.so"_s); }

template <class Write>
Result<Write*> writer(const char* name) {
    QLibrary library(modulePath()); // never unloaded: GDAL does not like that
    auto* found = reinterpret_cast<Write*>(library.resolve(name));
    if (found == nullptr) {
        return std::unexpected(Problem{.code = Problem::Code::ModuleMissing, .arguments = {library.errorString()}});
    }
    return found;
}

template <class Write, class Request>
Result<void> written(const Result<Write*>& write, const Request& request) {
    if (!write) {
        return std::unexpected(write.error());
    }
    Result<void> result;
    (*write)(request, &result);
    return result;
}

/// GDAL would also take addresses, connection strings and "/vsi..." names for a file, and wait for a pipe to speak.
Result<void> checkPlace(const QFileInfo& info) {
    const auto problem = [&](Problem::Code code, const QStringList& arguments = {}) {
        return std::unexpected(Problem{.code = code, .arguments = arguments});
    };
    if (!info.exists()) {
        return problem(Problem::Code::FileMissing);
    }
    if (info.absoluteFilePath().startsWith(u"/vsi")) {
        return problem(Problem::Code::FormatUnreadable, {u"no path of a local file"_s});
    }
    const bool isGeodatabase = info.isDir() && QFileInfo::exists(info.filePath() + u"/a00000001.gdbtable"_s);
    if (!info.isFile() && !isGeodatabase) {
        return problem(Problem::Code::FormatUnreadable,
                       {info.isDir() ? u"a folder that is no file geodatabase"_s : u"no regular file"_s});
    }
    return {};
}

/// Whether SQLite would write beside the database, even to read it: an index of its write-ahead log, or what it rolls
/// back of an edit that broke off.
bool wakesSqlite(const QString& path) {
    QFile file(path);
    constexpr qsizetype headerSize = 20;
    const QByteArray header = file.open(QIODevice::ReadOnly) ? file.read(headerSize) : QByteArray();
    return header.startsWith("SQLite format 3") && header.size() == headerSize &&
           (header[18] == 2 || header[19] == 2 || QFileInfo::exists(path + u"-journal"_s)); // 2: keeps such a log
}

/// Has SQLite work on a copy that goes with `folder`.
Result<void> moveToCopy(FormatRequest& request, const QTemporaryDir& folder) {
    const QString copy = folder.filePath(QFileInfo(request.path).fileName());
    for (const QString& part : {u""_s, u"-wal"_s, u"-journal"_s}) {
        if (QFile from(request.path + part); from.exists() && !from.copy(copy + part)) {
            return std::unexpected(Problem{.code = Problem::Code::FileUnreadable, .arguments = {from.errorString()}});
        }
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    request.path = copy;
    request.writable = true;
    return {};
}

} // namespace

Result<FormatReply> readFormat(FormatRequest request) {
    const QString file = request.path;
    const auto named = [&](Problem problem) {
        problem.file = file;
        return std::unexpected(std::move(problem));
    };
    const QFileInfo info(file);
    if (const Result<void> place = checkPlace(info); !place) {
        return named(place.error());
    }
    request.path = QDir::cleanPath(info.absoluteFilePath()); // GDAL knows a geodatabase by its ending
    std::optional<QTemporaryDir> folder;
    if (wakesSqlite(request.path)) {
        if (const Result<void> moved = moveToCopy(request, folder.emplace()); !moved) {
            return named(moved.error());
        }
    }
    const FormatResult result = readInProcess(request, installedPart(u"tiermap_reader"_s), modulePath());
    return result ? result : named(result.error());
}

Result<RasterReply> readRasterFile(RasterRequest request) {
    const QString file = request.path;
    const auto named = [&](Problem problem) {
        problem.file = file;
        return std::unexpected(std::move(problem));
    };
    const QFileInfo info(file);
    if (const Result<void> place = checkPlace(info); !place) {
        return named(place.error());
    }
    request.path = QDir::cleanPath(info.absoluteFilePath());
    if (wakesSqlite(request.path)) { // imagery is too large for a copy
        return named({.code = Problem::Code::FormatUnreadable, .arguments = {u"another program is writing to it"_s}});
    }
    const RasterResult result = readInProcess(request, installedPart(u"tiermap_reader"_s), modulePath());
    return result ? result : named(result.error());
}

Result<void> writeFormat(const WriteRequest& request) {
    static const Result<WriteFormat*> write = writer<WriteFormat>(writeFormatName);
    return written(write, request);
}

Result<void> writeTiff(const TiffRequest& request) {
    static const Result<WriteTiff*> write = writer<WriteTiff>(writeTiffName);
    return written(write, request);
}

} // namespace tiermap
