#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace tiermap {

/// A number as a source gives it: exact, or only a bound (">50", "30余"). A bound stays a bound; it is never used as if it
/// were the value.
///
/// Written form: 61 | >50 | >=1400 | <3 | <=3 | ~30 (about: 约, 余)
struct Quantity {
    enum class Bound { Exact, MoreThan, AtLeast, LessThan, AtMost, About };

    double number = 0;
    Bound bound = Bound::Exact;

    static std::optional<Quantity> parse(const QString& written);
    QString toString() const; ///< shortest decimal that reads back as the same double, with the sign of its bound

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A sum keeps bounds honest: >5 and 3 make >8, ~5 and 3 make ~8. Nothing where there is no such bound: >5 and <3,
/// >5 and ~3. It has as many decimals as its terms show.
std::optional<Quantity> sumOf(const QList<Quantity>& terms);

} // namespace tiermap
