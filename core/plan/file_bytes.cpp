#include "core/plan/file_bytes.h"

#include <QFile>

namespace tiermap {

Result<QByteArray> fileBytes(const QString& file) {
    QFile device(file);
    if (!device.exists()) {
        return std::unexpected(Problem{.code = Problem::Code::FileMissing, .file = file});
    }
    const auto unreadable = [&] {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnreadable, .file = file, .arguments = {device.errorString()}});
    };
    if (!device.open(QIODevice::ReadOnly)) {
        return unreadable();
    }
    QByteArray bytes = device.readAll();
    if (device.error() != QFile::NoError) {
        return unreadable();
    }
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    return bytes;
}

} // namespace tiermap
