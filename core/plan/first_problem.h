#pragma once

#include "core/problem.h"

#include <optional>
#include <utility>

namespace tiermap {

/// Lets a reader go on as if nothing had happened and keeps what went wrong first: what follows is mostly its echo.
/// Whoever reads asks once, at the end.
class FirstProblem {
public:
    void note(Problem problem) {
        if (!m_kept) {
            m_kept = std::move(problem);
        }
    }

    explicit operator bool() const { return m_kept.has_value(); }
    const Problem& operator*() const { return *m_kept; }

private:
    std::optional<Problem> m_kept;
};

} // namespace tiermap
