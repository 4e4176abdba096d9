#include "core/analysis/inequality.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A part of the population in which everybody has the same.
struct Part {
    double value = 0; ///< of the greatest value
    double share = 0; ///< of the population
    int group = 0;
};

struct Sums {
    double population = 0;
    double value = 0;
    std::vector<Part> parts{};
};

/// All parts, and those of each group.
struct Population {
    Sums all{};
    std::map<int, Sums> groups{};
};

std::unexpected<Problem> wrongSize(const QString& field, size_t size, size_t expected) {
    return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                   .field = field,
                                   .arguments = {QString::number(size), QString::number(expected)}});
}

std::unexpected<Problem> outOfRange(const QString& field, size_t row, double value) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .row = static_cast<int>(row),
                                   .field = field,
                                   .arguments = {QString::number(value), u"0"_s, QString()}});
}

bool isAmount(double value) { return std::isnan(value) || (std::isfinite(value) && value >= 0); }

Result<std::vector<Part>> knownParts(std::span<const double> values, std::span<const double> weights,
                                     std::span<const int> groups) {
    std::vector<Part> parts;
    for (size_t zone = 0; zone < values.size(); ++zone) {
        const double weight = weights.empty() ? 1 : weights[zone];
        if (!isAmount(values[zone])) {
            return outOfRange(u"values"_s, zone + 1, values[zone]);
        }
        if (!isAmount(weight)) {
            return outOfRange(u"weights"_s, zone + 1, weight);
        }
        if (!std::isnan(values[zone]) && weight > 0) {
            parts.push_back({.value = values[zone], .share = weight, .group = groups.empty() ? 0 : groups[zone]});
        }
    }
    return parts;
}

/// As parts of the greatest, so that no sum is infinite. False where all are 0.
bool scale(std::vector<Part>& parts, double Part::* amount) {
    const double greatest = std::ranges::max(parts, {}, amount).*amount;
    for (Part& part : parts) {
        part.*amount /= greatest > 0 ? greatest : 1;
    }
    return greatest > 0;
}

void add(Sums& sums, const Part& part) {
    sums.population += part.share;
    sums.value += part.share * part.value;
    sums.parts.push_back(part);
}

Result<Population> populationOf(std::span<const double> values, std::span<const double> weights,
                                std::span<const int> groups) {
    if (!weights.empty() && weights.size() != values.size()) {
        return wrongSize(u"weights"_s, weights.size(), values.size());
    }
    if (!groups.empty() && groups.size() != values.size()) {
        return wrongSize(u"groups"_s, groups.size(), values.size());
    }
    Result<std::vector<Part>> parts = knownParts(values, weights, groups);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    if (parts->empty()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"values"_s});
    }
    if (!scale(*parts, &Part::value) || !scale(*parts, &Part::share)) {
        return outOfRange(u"values"_s, 0, 0);
    }
    double weight = 0;
    for (const Part& part : *parts) {
        weight += part.share;
    }
    Population result;
    for (Part& part : *parts) {
        part.share /= weight;
        add(result.all, part);
        add(result.groups[part.group], part);
    }
    if (!(result.all.value > 0)) { // who has anything weighs so little that it is rounded to nothing
        return outOfRange(u"values"_s, 0, 0);
    }
    return result;
}

/// Rounding alone can make a sum of nothing negative.
double notNegative(double value) { return std::max(value, 0.0); }

double theilOf(const Sums& sums) {
    if (!(sums.value > 0)) {
        return 0;
    }
    const double logMean = std::log(sums.value / sums.population);
    double index = 0;
    for (const Part& part : sums.parts) {
        if (part.value > 0) {
            index += part.share * part.value / sums.value * (std::log(part.value) - logMean);
        }
    }
    return notNegative(index);
}

/// Each pair once, in the order of their values: the difference needs no sign.
double giniOf(const Sums& sums) {
    const double scale = sums.population * sums.value;
    if (!(scale > 0)) {
        return 0;
    }
    std::vector<Part> parts = sums.parts;
    std::ranges::sort(parts, {}, &Part::value);
    double differences = 0;
    double poorer = 0;
    double theirs = 0;
    for (const Part& part : parts) {
        differences += part.share * (part.value * poorer - theirs);
        poorer += part.share;
        theirs += part.share * part.value;
    }
    return notNegative(differences / scale);
}

std::vector<InequalityGroup> groupsOf(const Population& population, double (*index)(const Sums&)) {
    std::vector<InequalityGroup> result;
    result.reserve(population.groups.size());
    for (const auto& [group, sums] : population.groups) {
        result.push_back({.group = group,
                          .populationShare = sums.population / population.all.population,
                          .valueShare = sums.value / population.all.value,
                          .index = index(sums)});
    }
    return result;
}

} // namespace

Result<TheilDecomposition> theilDecomposition(std::span<const double> values, std::span<const double> weights,
                                              std::span<const int> groups) {
    const Result<Population> population = populationOf(values, weights, groups);
    if (!population) {
        return std::unexpected(population.error());
    }
    TheilDecomposition result{.groups = groupsOf(*population, theilOf),
                              .zones = static_cast<int>(population->all.parts.size())};
    for (const InequalityGroup& group : result.groups) {
        if (group.valueShare > 0) {
            result.within += group.valueShare * group.index;
            result.between += group.valueShare * (std::log(group.valueShare) - std::log(group.populationShare));
        }
    }
    result.between = notNegative(result.between);
    result.total = result.within + result.between;
    return result;
}

Result<GiniDecomposition> giniDecomposition(std::span<const double> values, std::span<const double> weights,
                                            std::span<const int> groups) {
    const Result<Population> population = populationOf(values, weights, groups);
    if (!population) {
        return std::unexpected(population.error());
    }
    GiniDecomposition result{.total = giniOf(population->all),
                             .groups = groupsOf(*population, giniOf),
                             .zones = static_cast<int>(population->all.parts.size())};
    for (const InequalityGroup& group : result.groups) {
        result.within += group.populationShare * group.valueShare * group.index;
    }
    Sums means;
    for (const auto& [group, sums] : population->groups) {
        const double mean = sums.population > 0 ? sums.value / sums.population : 0;
        add(means, {.value = mean, .share = sums.population, .group = group});
    }
    result.between = giniOf(means);
    result.overlap = notNegative(result.total - result.within - result.between);
    return result;
}

} // namespace tiermap
