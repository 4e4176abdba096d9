#pragma once

#include "core/plan/text.h"

#include <QList>

namespace tiermap {

/// An indicator that speaks for or against a claim.
struct ClaimTerm {
    enum class Measure {
        Value,   ///< the adopted number
        PerArea, ///< for each square kilometre of the zone's outline
        Growth,  ///< per cent a year, from the earliest to the latest year that the zone has an adopted number for
    };

    QString indicator; ///< Indicator::key; its direction tells which end is meant
    Measure measure = Measure::Value;
    double weight = 1; ///< above 0; only how they relate to each other counts
    Text reason;       ///< why it expresses the claim

    friend bool operator==(const ClaimTerm&, const ClaimTerm&) = default;
};

/// What being in a tier claims of its zones, in words and so that numbers can speak to it. Tiers are roles: each has a
/// claim of its own kind, and none is "more".
struct Claim {
    enum class Statistic {
        Level,          ///< its zones stand above the others in the terms
        Specialisation, ///< its zones are stronger in one of the terms, which make up a structure, than the others are
        Throughput,     ///< a zone within a district has more of the terms for its area than that district
        Distinctness,   ///< its zones differ from each other in the structure that the terms make up
    };

    QString tier; ///< Tier::key
    Statistic statistic = Statistic::Level;
    Text name;   ///< the claim as a sentence
    Text reason; ///< the words of the plan that it is read from
    QList<ClaimTerm> terms;

    friend bool operator==(const Claim&, const Claim&) = default;
};

} // namespace tiermap
