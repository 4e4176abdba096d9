#pragma once

#include "core/problem.h"

#include <QDateTime>

#include <optional>

namespace tiermap {

/// A copy of a project as it was when it was last opened whole. It stands in the user's state folder, not beside the
/// project, which stays one file.
struct Backup {
    QString file;
    QDateTime at; ///< when the project was last written before it was copied
};

/// Keeps the file as the last good state, unless that is kept already. Failing to is no problem of the project's.
void keepBackup(const QString& project);

std::optional<Backup> lastGoodState(const QString& project);

/// A problem of a broken project file with the path and time of its last good state, where there is one.
Problem withLastGoodState(Problem problem);

} // namespace tiermap
