#pragma once

#include "core/problem.h"

#include <QtTypes>

#include <optional>
#include <span>
#include <vector>

namespace tiermap {

/// What speaks for giving a zone a part of a target, and between which bounds. Amounts are in the target's unit.
struct SplitZone {
    double base = 0;              ///< what it has, in any unit common to all zones, as are the next two
    double capacity = 0;          ///< what it could have
    double role = 0;              ///< how much its role counts
    std::optional<double> lock{}; ///< its part is this, whatever the bounds
    double floor = 0;             ///< at least; between two steps, the higher one
    std::optional<double> cap{};  ///< at most; between two steps, the lower one
};

/// How much each counts; only their proportions do.
struct SplitWeights {
    double base = 1;
    double capacity = 0;
    double role = 0;
};

/// Parts in whole steps, whose sum is the target: with no rounding error, as they are integers.
struct TargetSplit {
    double step = 1;
    std::vector<qint64> steps{}; ///< of each zone

    /// In the target's unit: of a step like 0.01, the number that is written with two decimals.
    double value(size_t zone) const;
};

/// A target that is a sum, split over zones: each gets its share
///     (base weight * base / sum of base + the same of capacity and role) / sum of weights
/// of it, where nothing bounds it. Shares are of all zones, locked ones too, so a lock does not change how those that
/// are free stand to each other. Zones at a bound stay there, and the others share what is left in proportion, until no
/// bound is broken: each free zone has min(cap, max(floor, f * share)) with one f for all (Bitran and Hax, Management
/// Science 27, 1981). Then whole steps go by the largest remainder (Hamilton), of equal ones to the larger share, then
/// to the zone that comes first. A zone whose share is 0 gets no more than its floor.
///
/// Problems, with the name of the parameter or member as field and the zone from 1 as row: FieldMissing where a number
/// that counts is missing (NaN), or `share` where no free zone has one and something is left to be given; OutOfRange
/// where a number is negative or infinite, all weights are 0, what a weight above 0 is for is 0 everywhere, a floor is
/// above the cap, a target or lock is over 1e15 steps, or `target` where it is less than locks and floors together or
/// more than locks and caps allow (arguments: it, and these two sums; no most where there are no caps); ValueUnknown
/// where the target or a lock is no whole number of steps.
Result<TargetSplit> splitTarget(double target, std::span<const SplitZone> zones, const SplitWeights& weights = {},
                                double step = 1);

/// A zone's ratio, such as the share of its enterprises that trade digitally, of an amount, such as its enterprises.
struct RatioZone {
    double amount = 0;
    double ratio = 0;
    std::optional<double> lock{}; ///< its ratio is to be this, also where that is less
    std::optional<double> cap{};  ///< at most; does not lower a ratio that is above already
};

struct RatioSplit {
    std::vector<double> ratios{}; ///< of each zone
    double raised = 0;            ///< the share of its distance to the limit that each free zone goes, 0 to 1
    double mean = 0;              ///< weighted by amounts; the target, or more where that is met already
};

/// A target that is a ratio of the whole, R: sum of amount * ratio >= R * sum of amount. Each ratio r goes the same
/// share f of the way to `limit`, min(cap, r + f (limit - r)), with the f for which the weighted mean is R (to
/// rounding: 1e-12). So who is far behind rises more, and no order changes. Met already, locks counted: nothing rises.
///
/// Problems as above: FieldMissing, OutOfRange where an amount or ratio is negative or infinite, all amounts are 0, or
/// `target` where it cannot be reached (arguments: it, what locks alone make, what all at their limits would).
Result<RatioSplit> splitRatio(double target, std::span<const RatioZone> zones, double limit = 1);

struct YearValue {
    int year = 0;
    double value = 0;
};

/// A yearly growth as a share (0.05 is 5 %), and between which years it was or is to be.
struct YearlyGrowth {
    double share = 0;
    int from = 0;
    int to = 0;
};

/// What it takes to get from one value to another, beside what has been.
struct GrowthNeed {
    YearlyGrowth required{};            ///< (end / base)^(1 / years) - 1
    std::optional<YearlyGrowth> best{}; ///< the highest that was; nothing where the series has none

    bool unprecedented() const { return best && required.share > best->share; }
};

/// The highest yearly growth between a value of the series and the next one: over a gap of several years, the one that
/// each of them would have had. The series is in any order; missing values (NaN) are left out, and nothing grows from
/// 0. Of equal ones the earliest. Nothing where no two values are left.
///
/// Problems, field `series` and the place from 1 as row: OutOfRange where a value is negative or infinite or a growth
/// too large for a number, ValueUnknown where a year is there twice.
Result<std::optional<YearlyGrowth>> bestGrowth(std::span<const YearValue> series);

/// Problems: those of `bestGrowth`; FieldMissing; OutOfRange, where the base is not above 0, the target negative, one
/// of them infinite, or the target's year not after the base's.
Result<GrowthNeed> growthNeed(const YearValue& base, const YearValue& target, std::span<const YearValue> series = {});

/// base (1 + growth)^t for each year from the base's to `lastYear`. Problems: FieldMissing; OutOfRange where the base
/// is negative, the growth less than -1, one of them infinite, the last year before the base's or 1000 years after, or
/// a value too large for a number.
Result<std::vector<YearValue>> growthPath(const YearValue& base, double growth, int lastYear);

} // namespace tiermap
