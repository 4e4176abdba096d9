#pragma once

#include "core/analysis/target_split.h"
#include "core/plan/plan.h"

#include <QHash>

namespace tiermap {

/// How a target of the city can be split over its districts.
enum class TargetKind {
    Additive, ///< an amount or a count: the parts add up to it
    Ratio,    ///< per cent of something: the parts' mean, weighted by that, is it
    Growth,   ///< per cent a year: each part grows so
    None,     ///< a duration: it holds everywhere or nowhere
};

TargetKind kindOf(const Target& target);

/// Where a target stands: the city's adopted numbers of its indicator, beside what it asks for by the end of the plan.
struct TargetStanding {
    qsizetype latest = -1;            ///< in Plan::observations, of an Additive of a whole year; -1: nothing is known
    bool met = false;                 ///< by the latest exact number
    std::optional<GrowthNeed> need{}; ///< yearly, from the latest year to the last of the plan; of what is not met
};

TargetStanding standingOf(const Plan& plan, const Target& target);

/// Numbers of the measures that serve a target, as far as the plan says so: those in whose own words it stands.
QStringList measuresFor(const Plan& plan, const Target& target);

/// A proposal, never official: the plan sets its targets for the city alone.
struct DecompositionSettings {
    QString target; ///< Target::key
    QString base{}; ///< Indicator::key: what zones have; empty: all have the same. Of a Ratio, what it is a share of
    QString capacity{}; ///< Indicator::key: what they could have
    SplitWeights weights{};
    QHash<QString, double> roleFactors{}; ///< by Tier::key; 1 where none is given
    QHash<QString, double> locks{};       ///< by Zone::code, in the target's unit
    QHash<QString, double> floors{};
    QHash<QString, double> caps{};
    double step = 1; ///< of an Additive: parts are whole multiples
};

struct ZonePart {
    QString zone;
    double value = 0;    ///< in the target's unit; of a Growth what the base grows to
    qsizetype base = -1; ///< in Plan::observations
    qsizetype capacity = -1;
    std::optional<double> before{}; ///< of a Ratio and a Growth: where it starts
    bool assumed = false;           ///< it starts where the city stands, as its own ratio is not known
};

struct Decomposition {
    TargetKind kind = TargetKind::Additive;
    double total = 0;          ///< what the parts make together: the target, exactly, of an Additive
    QList<ZonePart> parts{};   ///< of the districts, in the plan's order
    std::optional<int> year{}; ///< of a Growth: for which year
    bool met = false;          ///< of a Ratio: the city is there already, and nothing rises
    /// The target is to be more than its number (Target::Sense::MoreThan). The parts make that number and no more, since
    /// the plan does not say how much more: it is the bound, and together they have to pass it.
    bool isBound = false;
    bool illustrative = false; ///< a number that it is made of is
};

/// Zones within a district are "of which" and get no part of their own.
///
/// Problems: ReferenceUnknown, fields "target", "base", "capacity"; FieldType ("amount"), field "target", for one that cannot
/// be split; FieldMissing, field "base" or "capacity", row: the district from 1, arguments: its code, where a number is not known
/// (for one period, that which most districts have); else those of splitTarget(), splitRatio() and growthPath().
Result<Decomposition> decompose(const Plan& plan, const DecompositionSettings& settings);

} // namespace tiermap
