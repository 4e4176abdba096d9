#pragma once

#include <sqlite3.h>

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QString>

#include <functional>
#include <optional>

namespace tiermap {

/// What SQLite did to a database file and its journal, in order.
struct DiskOperation {
    enum class Kind { Write, Truncate, Sync, Delete };

    Kind kind{};
    QByteArray name; ///< of the file, without its folder
    qint64 at = 0;   ///< Truncate: the new size
    QByteArray bytes{};
};

using DiskFiles = QMap<QByteArray, QByteArray>; ///< content by name

/// The disk as SQLite sees it, with a record of what is written to it: from there on SQLite works through this, until the
/// end of the process.
class RecordedDisk {
public:
    static RecordedDisk& instance();

    void start() { m_operations.clear(), m_recording = true; }
    QList<DiskOperation> stop() { return m_recording = false, m_operations; }

    /// Called before a file is locked to be read.
    void beforeReading(const std::function<void()>& call) { m_beforeReading = call; }

private:
    struct File {
        sqlite3_file base;
        const char* path;
        sqlite3_file* real; // stands behind this in the memory that SQLite gives
    };

    RecordedDisk();
    void note(const File* file, DiskOperation operation);
    static QByteArray nameOf(const char* path) { return QByteArray(path).split('/').last(); }
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
    static int open(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs* vfs, const char* path, int syncFolder);
    static const sqlite3_io_methods* methods();

    sqlite3_vfs* m_system;
    sqlite3_vfs m_vfs;
    QList<DiskOperation> m_operations;
    bool m_recording = false;
    std::function<void()> m_beforeReading;
};

inline RecordedDisk& RecordedDisk::instance() {
    static RecordedDisk disk;
    return disk;
}

inline RecordedDisk::RecordedDisk()
    : m_system(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_system) {
    m_vfs.zName = "recorded";
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_system->szOsFile;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    sqlite3_vfs_register(&m_vfs, 1);
}

inline void RecordedDisk::note(const File* file, DiskOperation operation) {
    if (m_recording && file->path != nullptr) {
        operation.name = nameOf(file->path);
        m_operations << operation;
    }
}

inline int RecordedDisk::open(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags) {
    auto* own = reinterpret_cast<File*>(file);
    own->path = path;
    own->real = reinterpret_cast<sqlite3_file*>(own + 1);
    own->base.pMethods = nullptr;
    sqlite3_vfs* system = instance().m_system;
    const int code = system->xOpen(system, path, own->real, flags, outFlags);
    if (own->real->pMethods != nullptr) {
        own->base.pMethods = methods();
    }
    return code;
}

inline int RecordedDisk::remove(sqlite3_vfs*, const char* path, int syncFolder) {
    RecordedDisk& disk = instance();
    if (disk.m_recording) {
        disk.m_operations << DiskOperation{.kind = DiskOperation::Kind::Delete, .name = nameOf(path)};
    }
    return disk.m_system->xDelete(disk.m_system, path, syncFolder);
}

inline const sqlite3_io_methods* RecordedDisk::methods() {
    using Kind = DiskOperation::Kind;
    static sqlite3_io_methods all{};
    all.iVersion = 1; // without shared memory and mapping
    all.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
    all.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, size, at);
    };
    all.xWrite = [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
        instance().note(reinterpret_cast<File*>(f),
                        {Kind::Write, {}, at, QByteArray(static_cast<const char*>(from), size)});
        return real(f)->pMethods->xWrite(real(f), from, size, at);
    };
    all.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
        instance().note(reinterpret_cast<File*>(f), {Kind::Truncate, {}, size});
        return real(f)->pMethods->xTruncate(real(f), size);
    };
    all.xSync = [](sqlite3_file* f, int flags) {
        instance().note(reinterpret_cast<File*>(f), {Kind::Sync, {}});
        return real(f)->pMethods->xSync(real(f), flags);
    };
    all.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
    all.xLock = [](sqlite3_file* f, int lock) {
        if (lock == SQLITE_LOCK_SHARED && instance().m_beforeReading) {
            instance().m_beforeReading();
        }
        return real(f)->pMethods->xLock(real(f), lock);
    };
    all.xUnlock = [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); };
    all.xCheckReservedLock = [](sqlite3_file* f, int* held) {
        return real(f)->pMethods->xCheckReservedLock(real(f), held);
    };
    all.xFileControl = [](sqlite3_file* f, int what, void* about) {
        return real(f)->pMethods->xFileControl(real(f), what, about);
    };
    all.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
    all.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
    return &all;
}

/// What stands on the disk after the first `count` operations. Where a process was killed, all of them. Where the power
/// went (`cut`), any of those that came after a file's last sync, some of them half.
inline DiskFiles diskAfter(const DiskFiles& before, const QList<DiskOperation>& operations, qsizetype count,
                           QRandomGenerator* cut) {
    using Kind = DiskOperation::Kind;
    DiskFiles files = before;
    QMap<QByteArray, QList<DiskOperation>> unsynced;
    const auto make = [&](const DiskOperation& operation, bool half) {
        QByteArray& content = files[operation.name];
        if (operation.kind == Kind::Truncate) {
            content.resize(operation.at, '\0');
            return;
        }
        constexpr qsizetype sector = 512;
        const qsizetype size = half && operation.bytes.size() > sector ? sector : operation.bytes.size();
        content.resize(std::max<qsizetype>(content.size(), operation.at + size), '\0');
        content.replace(operation.at, size, operation.bytes.first(size));
    };
    for (qsizetype i = 0; i < count; ++i) {
        const DiskOperation& operation = operations[i];
        switch (operation.kind) {
        case Kind::Delete: // with synchronous = EXTRA it has gone when the call returns
            files.remove(operation.name);
            unsynced.remove(operation.name);
            break;
        case Kind::Sync:
            for (const DiskOperation& waiting : unsynced.take(operation.name)) {
                make(waiting, false);
            }
            break;
        default:
            unsynced[operation.name] << operation;
        }
    }
    for (const QList<DiskOperation>& waiting : std::as_const(unsynced)) {
        for (const DiskOperation& operation : waiting) {
            if (cut == nullptr || cut->bounded(2) == 0) {
                make(operation, cut != nullptr && cut->bounded(8) == 0);
            }
        }
    }
    return files;
}

} // namespace tiermap
