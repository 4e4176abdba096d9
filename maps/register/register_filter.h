#pragma once

#include "core/plan/industry.h"
#include "maps/register/enterprise_size.h"

#include <QList>
#include <QString>

#include <optional>

namespace tiermap {

/// Which rows of a register count. A row passes where all that is asked of it holds; what a row does not say does not hold.
struct RegisterFilter {
    QList<Industry> industries{};  ///< one of these sections or divisions
    QList<EnterpriseSize> sizes{}; ///< one of these; Unknown: rows that say none
    std::optional<int> from{};     ///< year, and later
    std::optional<int> to{};
    QString text{}; ///< in any cell, in whatever case

    bool passes(const Industry& industry, EnterpriseSize size,
                int year) const; ///< whatever the text; year 0: not known
    bool isEmpty() const { return *this == RegisterFilter(); }

    friend bool operator==(const RegisterFilter&, const RegisterFilter&) = default;
};

/// The year that a cell begins with: 2019, 2019-05-20, 2019年5月, 20190520; 0: none between 1800 and 2199.
int yearOf(QByteArrayView text);

} // namespace tiermap
