#pragma once

#include "core/problem.h"

#include <QList>

namespace tiermap {

/// Lets a reader go on as if nothing had happened and keeps all that went wrong, in its order. Who wants one problem takes
/// the first: what follows may be its echo.
class ProblemList {
public:
    void note(const Problem& problem) { m_all << problem; }

    explicit operator bool() const { return !m_all.isEmpty(); }
    const Problem& operator*() const { return m_all.first(); }
    const QList<Problem>& all() const { return m_all; }

private:
    QList<Problem> m_all;
};

} // namespace tiermap
