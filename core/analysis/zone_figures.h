#pragma once

#include "core/plan/names.h"
#include "core/plan/plan.h"

#include <vector>

namespace tiermap {

/// What is known of one zone for one indicator.
struct ZoneFigure {
    enum class Known {
        Exact,
        Bound,    ///< only that it is more or less than something, or about it: never used as if it were the value
        Withheld, ///< kept back so that nobody can be told from it
        Missing,
    };

    QString zone; ///< Zone::code
    Known known = Known::Missing;
    double number = 0;          ///< where Exact
    qsizetype observation = -1; ///< in Plan::observations; -1 where there is none
};

template <>
std::span<const Name<ZoneFigure::Known>> namesOf(); ///< exact, bound, withheld, missing

/// The districts of the layout in the plan's order. Units that lie inside of one, or are statistical only, are not among
/// them: nothing is shown or counted twice.
QList<Zone> mappedZones(const Plan& plan);

/// Of each of the zones (Zone::code, those of the layout) the place of its tier in Plan::tiers.
std::vector<int> tierPlaces(const Plan& plan, const QStringList& zones);

/// The periods that adopted observations of an indicator speak of: first those with a number for most of the districts,
/// of these the latest.
QList<Period> periodsOf(const Plan& plan, const QString& indicator);

/// The adopted observation of each district; for one period, or, without it, the latest that each has.
QList<ZoneFigure> zoneFigures(const Plan& plan, const QString& indicator, const std::optional<Period>& period);

/// An observation without a value whose reason begins with 保密, "withheld", "suppressed" or
/// "confidential".
bool isWithheld(const Observation& observation);

} // namespace tiermap
