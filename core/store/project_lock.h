#pragma once

#include "core/problem.h"

#include <QLockFile>

#include <memory>

namespace tiermap {

/// The right to write to a project, held until it is destroyed: FILE.lock beside the file says who has it. The lock of a
/// process that was killed gives way, whatever became of its number, and even if it was killed as it made the lock.
/// Fails with ProjectHeld (who, where), ProjectBusy (somebody is just taking it), ReadOnly (no lock can be made there).
Result<std::unique_ptr<QLockFile>> lockProject(const QString& file, int waitMilliseconds);

} // namespace tiermap
