#pragma once

#include "core/store/open_project.h"

#include <functional>

namespace tiermap {

/// The way of an edit to a project that may not be writable. The first edit of the built-in plan, or of a project that
/// can only be read, asks where to keep it, goes to the copy there, and the window moves to that copy.
class EditGate {
public:
    using Where = std::function<QString()>; ///< the file to keep it in; empty where the person declines
    using MoveTo = std::function<void(std::unique_ptr<OpenProject>)>;

    EditGate(OpenProject& project, Where where, MoveTo moveTo);

    /// What an edit needs to be in the file before it.
    using Prepare = std::function<Result<void>(OpenProject&)>;

    /// As OpenProject::apply(). False also where the person declines: then nothing was changed.
    Result<bool> apply(const Edit& edit, const Prepare& prepare = {});

    /// Asks and moves without an edit; false where the person declines.
    Result<bool> keepElsewhere();

private:
    Result<std::unique_ptr<OpenProject>> copy();

    OpenProject& m_project;
    Where m_where;
    MoveTo m_moveTo;
};

} // namespace tiermap
