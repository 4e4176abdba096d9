#include "core/analysis/target_split.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double mostSteps = 1e15; // all whole numbers up to this, and sums of a few of them, are doubles
constexpr double wholeness = 1e-6; // 0.29 / 0.01 is not 29

/// A parameter or member, and the zone from 1 that it is of.
struct Place {
    QString field{};
    size_t row = 0;
};

std::unexpected<Problem> missing(const Place& place) {
    return std::unexpected(
        Problem{.code = Problem::Code::FieldMissing, .row = static_cast<int>(place.row), .field = place.field});
}

std::unexpected<Problem> outOfRange(const Place& place, double value, const QString& least, const QString& most = {}) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .row = static_cast<int>(place.row),
                                   .field = place.field,
                                   .arguments = {QString::number(value), least, most}});
}

Result<void> checkAmount(double value, const Place& place) {
    if (std::isnan(value)) {
        return missing(place);
    }
    if (!std::isfinite(value) || value < 0) {
        return outOfRange(place, value, u"0"_s);
    }
    return {};
}

/// As parts of their sum, unless all are 0; never infinite on the way.
void normalise(std::vector<double>& values) {
    const double greatest = values.empty() ? 0 : std::ranges::max(values);
    if (!(greatest > 0)) {
        return;
    }
    for (double& value : values) {
        value /= greatest;
    }
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values) {
        value /= sum;
    }
}

// --- a sum ---

struct Criterion {
    double weight = 0;
    double SplitZone::* amount = nullptr;
    QString field{};
};

Result<void> addShares(std::vector<double>& shares, std::span<const SplitZone> zones, const Criterion& criterion) {
    std::vector<double> amounts;
    for (const SplitZone& zone : zones) {
        amounts.push_back(zone.*criterion.amount);
        if (const Result<void> checked = checkAmount(amounts.back(), {criterion.field, amounts.size()}); !checked) {
            return checked;
        }
    }
    if (!std::ranges::any_of(amounts, [](double amount) { return amount > 0; })) {
        return outOfRange({criterion.field}, 0, u"0"_s);
    }
    normalise(amounts);
    for (size_t zone = 0; zone < zones.size(); ++zone) {
        shares[zone] += criterion.weight * amounts[zone];
    }
    return {};
}

/// Of each zone; together 1.
Result<std::vector<double>> sharesOf(std::span<const SplitZone> zones, const SplitWeights& weights) {
    std::vector<double> parts{weights.base, weights.capacity, weights.role};
    for (const double part : parts) {
        if (const Result<void> checked = checkAmount(part, {u"weights"_s}); !checked) {
            return std::unexpected(checked.error());
        }
    }
    normalise(parts);
    if (parts == std::vector<double>(parts.size())) {
        return outOfRange({u"weights"_s}, 0, u"0"_s);
    }
    std::vector<double> shares(zones.size());
    for (const Criterion& criterion :
         {Criterion{parts[0], &SplitZone::base, u"base"_s}, Criterion{parts[1], &SplitZone::capacity, u"capacity"_s},
          Criterion{parts[2], &SplitZone::role, u"role"_s}}) {
        if (criterion.weight > 0) {
            if (const Result<void> added = addShares(shares, zones, criterion); !added) {
                return std::unexpected(added.error());
            }
        }
    }
    return shares;
}

/// What a zone may have, in steps. A locked one has a floor that is its cap.
struct Claim {
    double share = 0;
    qint64 floor = 0;
    qint64 cap = 0;
    double amount = 0; ///< before it is made whole
    qint64 steps = 0;

    qint64 most() const { return share > 0 ? cap : floor; }
};

Result<qint64> wholeSteps(double value, double step, const Place& place) {
    if (const Result<void> checked = checkAmount(value, place); !checked) {
        return std::unexpected(checked.error());
    }
    const double steps = value / step;
    if (!(steps <= mostSteps)) {
        return outOfRange(place, value, u"0"_s, QString::number(mostSteps * step));
    }
    if (std::abs(steps - std::round(steps)) > wholeness) {
        return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                       .row = static_cast<int>(place.row),
                                       .field = place.field,
                                       .arguments = {QString::number(value, 'g', 17), QString::number(step)}});
    }
    return std::llround(steps);
}

Result<Claim> boundedClaim(const SplitZone& zone, double step, size_t row) {
    const Result<void> checked = checkAmount(zone.floor, {u"floor"_s, row}).and_then([&] {
        return checkAmount(zone.cap.value_or(0), {u"cap"_s, row});
    });
    if (!checked) {
        return std::unexpected(checked.error());
    }
    const double floor = std::min(std::ceil(zone.floor / step - wholeness), mostSteps);
    const double cap = zone.cap ? std::min(std::floor(*zone.cap / step + wholeness), mostSteps) : mostSteps;
    if (floor > cap) {
        return outOfRange({u"floor"_s, row}, zone.floor, u"0"_s, QString::number(*zone.cap));
    }
    return Claim{.floor = std::llround(floor), .cap = std::llround(cap)};
}

Result<std::vector<Claim>> claimsOf(std::span<const SplitZone> zones, std::span<const double> shares, double step) {
    std::vector<Claim> claims;
    for (size_t zone = 0; zone < zones.size(); ++zone) {
        Result<Claim> claim;
        if (zones[zone].lock) {
            claim = wholeSteps(*zones[zone].lock, step, {u"lock"_s, zone + 1}).transform([](qint64 steps) {
                return Claim{.floor = steps, .cap = steps};
            });
        } else {
            claim = boundedClaim(zones[zone], step, zone + 1);
        }
        if (!claim) {
            return std::unexpected(claim.error());
        }
        claim->share = shares[zone];
        claims.push_back(*claim);
    }
    return claims;
}

Result<void> checkReach(std::span<const Claim> claims, qint64 target, double step) {
    double least = 0;
    double most = 0;
    bool free = false;
    bool shared = false;
    for (const Claim& claim : claims) {
        least += static_cast<double>(claim.floor);
        most += static_cast<double>(claim.most());
        free = free || claim.cap > claim.floor;
        shared = shared || claim.most() > claim.floor;
    }
    const auto wanted = static_cast<double>(target);
    if (wanted > least && free && !shared) {
        return missing({u"share"_s});
    }
    if (wanted < least || wanted > most) {
        return outOfRange({u"target"_s}, wanted * step, QString::number(least * step),
                          most < mostSteps ? QString::number(most * step) : QString());
    }
    return {};
}

/// Those of the open claims that break the bound which more is broken at: they stay there whatever comes.
struct Breach {
    double tooLittle = 0;
    double tooMuch = 0;

    bool any() const { return tooLittle > 0 || tooMuch > 0; }
    bool atCap() const { return tooMuch >= tooLittle; }
};

Breach share(std::span<Claim* const> open, double left) {
    const double sum = std::accumulate(open.begin(), open.end(), 0.0,
                                       [](double before, const Claim* claim) { return before + claim->share; });
    Breach breach;
    for (Claim* claim : open) {
        claim->amount = left * (claim->share / sum);
        breach.tooLittle += std::max(0.0, static_cast<double>(claim->floor) - claim->amount);
        breach.tooMuch += std::max(0.0, claim->amount - static_cast<double>(claim->cap));
    }
    return breach;
}

void fill(std::vector<Claim>& claims, qint64 target) {
    auto left = static_cast<double>(target);
    std::vector<Claim*> open;
    for (Claim& claim : claims) {
        if (claim.share > 0 && claim.cap > claim.floor) {
            open.push_back(&claim);
        } else {
            claim.amount = static_cast<double>(claim.floor);
            left -= claim.amount;
        }
    }
    while (!open.empty()) {
        const Breach breach = share(open, left);
        if (!breach.any()) {
            return;
        }
        std::erase_if(open, [&](Claim* claim) {
            const auto bound = static_cast<double>(breach.atCap() ? claim->cap : claim->floor);
            const bool stays = breach.atCap() ? claim->amount >= bound : claim->amount <= bound;
            if (stays) {
                claim->amount = bound;
                left -= bound;
            }
            return stays;
        });
    }
}

/// In the order in which steps that are left are given. Remainders that differ by rounding alone are equal.
std::vector<Claim*> byRemainder(std::vector<Claim>& claims) {
    const auto remainder = [](const Claim* claim) {
        return std::llround((claim->amount - static_cast<double>(claim->steps)) / wholeness);
    };
    std::vector<Claim*> order;
    order.reserve(claims.size());
    for (Claim& claim : claims) {
        order.push_back(&claim);
    }
    std::ranges::stable_sort(order, [&](const Claim* one, const Claim* other) {
        const qint64 difference = remainder(one) - remainder(other);
        return difference != 0 ? difference > 0 : one->share > other->share;
    });
    return order;
}

/// One round is enough; more, and steps to be taken back, come from rounding in amounts near 1e15 alone.
void makeWhole(std::vector<Claim>& claims, qint64 target) {
    qint64 left = target;
    for (Claim& claim : claims) {
        const auto below = static_cast<qint64>(std::floor(claim.amount));
        claim.steps = std::clamp(below, claim.floor, claim.cap);
        left -= claim.steps;
    }
    std::vector<Claim*> order = byRemainder(claims);
    const qint64 direction = left > 0 ? 1 : -1;
    if (direction < 0) {
        std::ranges::reverse(order);
    }
    while (left != 0) {
        for (Claim* claim : order) {
            const qint64 bound = direction > 0 ? claim->most() : claim->floor;
            if (left != 0 && claim->steps != bound) {
                claim->steps += direction;
                left -= direction;
            }
        }
    }
}

// --- a ratio ---

/// A ratio on its way to the limit.
struct Rise {
    double weight = 0; ///< of all amounts
    double from = 0;
    double most = 0;

    double at(double raised, double limit) const {
        return std::max(from, std::min(most, from + raised * (limit - from)));
    }
};

Result<Rise> riseOf(const RatioZone& zone, double limit, size_t row) {
    const Result<void> checked = checkAmount(zone.amount, {u"amount"_s, row})
                                     .and_then([&] { return checkAmount(zone.ratio, {u"ratio"_s, row}); })
                                     .and_then([&] { return checkAmount(zone.lock.value_or(0), {u"lock"_s, row}); })
                                     .and_then([&] { return checkAmount(zone.cap.value_or(0), {u"cap"_s, row}); });
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (zone.lock) {
        return Rise{.from = *zone.lock, .most = *zone.lock};
    }
    return Rise{.from = zone.ratio, .most = std::max(zone.ratio, std::min(zone.cap.value_or(limit), limit))};
}

Result<std::vector<Rise>> risesOf(std::span<const RatioZone> zones, double limit) {
    std::vector<Rise> rises;
    std::vector<double> weights;
    for (const RatioZone& zone : zones) {
        const Result<Rise> rise = riseOf(zone, limit, rises.size() + 1);
        if (!rise) {
            return std::unexpected(rise.error());
        }
        rises.push_back(*rise);
        weights.push_back(zone.amount);
    }
    normalise(weights);
    for (size_t zone = 0; zone < rises.size(); ++zone) {
        rises[zone].weight = weights[zone];
    }
    if (!std::ranges::any_of(weights, [](double weight) { return weight > 0; })) {
        return outOfRange({u"amount"_s}, 0, u"0"_s);
    }
    return rises;
}

double meanAt(std::span<const Rise> rises, double raised, double limit) {
    double mean = 0;
    for (const Rise& rise : rises) {
        mean += rise.weight * rise.at(raised, limit);
    }
    return mean;
}

/// The share for which the mean rises by `need`. Who is at a cap stays there: the share only grows.
double shareToRise(std::span<const Rise> rises, double need, double limit) {
    std::vector<Rise> open;
    std::ranges::copy_if(rises, std::back_inserter(open), [](const Rise& rise) { return rise.most > rise.from; });
    double raised = 0;
    for (size_t before = 0; before != open.size();) {
        before = open.size();
        double distance = 0;
        for (const Rise& rise : open) {
            distance += rise.weight * (limit - rise.from);
        }
        if (!(distance > 0)) {
            return raised; // what is left to rise weighs nothing
        }
        raised = std::clamp(need / distance, raised, 1.0);
        std::erase_if(open, [&](const Rise& rise) {
            const bool capped = rise.most < limit && rise.from + raised * (limit - rise.from) >= rise.most;
            need -= capped ? rise.weight * (rise.most - rise.from) : 0;
            return capped;
        });
    }
    return raised;
}

// --- growth ---

double yearlyShare(const YearValue& from, const YearValue& to) {
    const double years = static_cast<double>(to.year) - static_cast<double>(from.year);
    return std::expm1((std::log(to.value) - std::log(from.value)) / years);
}

Result<std::vector<YearValue>> knownByYear(std::span<const YearValue> series) {
    std::vector<YearValue> known;
    for (size_t place = 0; place < series.size(); ++place) {
        if (std::isnan(series[place].value)) {
            continue;
        }
        if (const Result<void> checked = checkAmount(series[place].value, {u"series"_s, place + 1}); !checked) {
            return std::unexpected(checked.error());
        }
        if (std::ranges::contains(known, series[place].year, &YearValue::year)) {
            return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                           .row = static_cast<int>(place) + 1,
                                           .field = u"series"_s,
                                           .arguments = {QString::number(series[place].year), QString()}});
        }
        known.push_back(series[place]);
    }
    std::ranges::sort(known, {}, &YearValue::year);
    return known;
}

} // namespace

double TargetSplit::value(size_t zone) const {
    const auto count = static_cast<double>(steps[zone]);
    const double perUnit = std::round(1 / step);
    return step < 1 && std::abs(perUnit * step - 1) < wholeness * step ? count / perUnit : count * step;
}

Result<TargetSplit> splitTarget(double target, std::span<const SplitZone> zones, const SplitWeights& weights,
                                double step) {
    if (!(step > 0) || !std::isfinite(step)) {
        return outOfRange({u"step"_s}, step, u"0"_s);
    }
    const Result<qint64> whole = wholeSteps(target, step, {u"target"_s});
    if (!whole) {
        return std::unexpected(whole.error());
    }
    Result<std::vector<Claim>> claims = sharesOf(zones, weights).and_then([&](const std::vector<double>& shares) {
        return claimsOf(zones, shares, step);
    });
    if (!claims) {
        return std::unexpected(claims.error());
    }
    if (const Result<void> checked = checkReach(*claims, *whole, step); !checked) {
        return std::unexpected(checked.error());
    }
    fill(*claims, *whole);
    makeWhole(*claims, *whole);
    TargetSplit result{.step = step};
    for (const Claim& claim : *claims) {
        result.steps.push_back(claim.steps);
    }
    return result;
}

Result<RatioSplit> splitRatio(double target, std::span<const RatioZone> zones, double limit) {
    const Result<std::vector<Rise>> rises =
        checkAmount(target, {u"target"_s}).and_then([&] { return checkAmount(limit, {u"limit"_s}); }).and_then([&] {
            return risesOf(zones, limit);
        });
    if (!rises) {
        return std::unexpected(rises.error());
    }
    const double least = meanAt(*rises, 0, limit);
    const double most = meanAt(*rises, 1, limit);
    constexpr double rounding = 1e-13;
    if (target > least && target > most + rounding * limit) {
        return outOfRange({u"target"_s}, target, QString::number(least), QString::number(most));
    }
    RatioSplit result{.raised = target > least ? shareToRise(*rises, target - least, limit) : 0};
    for (const Rise& rise : *rises) {
        result.ratios.push_back(rise.at(result.raised, limit));
    }
    result.mean = meanAt(*rises, result.raised, limit);
    return result;
}

Result<std::optional<YearlyGrowth>> bestGrowth(std::span<const YearValue> series) {
    const Result<std::vector<YearValue>> known = knownByYear(series);
    if (!known) {
        return std::unexpected(known.error());
    }
    std::optional<YearlyGrowth> best;
    for (size_t next = 1; next < known->size(); ++next) {
        const YearValue& from = (*known)[next - 1];
        const YearValue& to = (*known)[next];
        if (!(from.value > 0)) {
            continue;
        }
        const double share = yearlyShare(from, to);
        if (!std::isfinite(share)) {
            return outOfRange({u"series"_s}, to.value, u"0"_s);
        }
        if (!best || share > best->share) {
            best = YearlyGrowth{.share = share, .from = from.year, .to = to.year};
        }
    }
    return best;
}

Result<GrowthNeed> growthNeed(const YearValue& base, const YearValue& target, std::span<const YearValue> series) {
    const Result<void> checked =
        checkAmount(base.value, {u"base"_s}).and_then([&] { return checkAmount(target.value, {u"target"_s}); });
    if (!checked) {
        return std::unexpected(checked.error());
    }
    if (!(base.value > 0)) {
        return outOfRange({u"base"_s}, base.value, u"0"_s);
    }
    if (target.year <= base.year) {
        return outOfRange({u"target"_s}, target.year, QString::number(qint64{base.year} + 1));
    }
    const double share = yearlyShare(base, target);
    if (!std::isfinite(share)) {
        return outOfRange({u"target"_s}, target.value, u"0"_s);
    }
    return bestGrowth(series).transform([&](const std::optional<YearlyGrowth>& best) {
        return GrowthNeed{.required = {.share = share, .from = base.year, .to = target.year}, .best = best};
    });
}

Result<std::vector<YearValue>> growthPath(const YearValue& base, double growth, int lastYear) {
    constexpr qint64 mostYears = 1000;
    const qint64 years = qint64{lastYear} - base.year;
    if (const Result<void> checked = checkAmount(base.value, {u"base"_s}); !checked) {
        return std::unexpected(checked.error());
    }
    if (std::isnan(growth)) {
        return missing({u"growth"_s});
    }
    if (!std::isfinite(growth) || growth < -1) {
        return outOfRange({u"growth"_s}, growth, u"-1"_s);
    }
    if (years < 0 || years > mostYears) {
        return outOfRange({u"lastYear"_s}, lastYear, QString::number(base.year),
                          QString::number(base.year + mostYears));
    }
    std::vector<YearValue> path;
    for (int passed = 0; passed <= years; ++passed) {
        path.push_back({.year = base.year + passed, .value = base.value * std::pow(1 + growth, passed)});
        if (!std::isfinite(path.back().value)) {
            return outOfRange({u"growth"_s}, growth, u"-1"_s);
        }
    }
    return path;
}

} // namespace tiermap
