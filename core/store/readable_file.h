#pragma once

#include "core/store/database.h"

#include <QTemporaryDir>

#include <memory>

namespace tiermap {

/// A database file that is open to be read, as its writer left it, and that reading does not change.
struct ReadableFile {
    std::unique_ptr<QTemporaryDir> folder; ///< of the copy that is read in its stead
    Database database;
};

/// Opens a file to be read while others may write to it, or after one of them died over it. Fails with FileMissing,
/// FileUnreadable, NotAProject where it is no SQLite database.
ReadableFile openToRead(const QString& path, FirstProblem& problem);

} // namespace tiermap
