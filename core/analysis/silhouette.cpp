#include "core/analysis/silhouette.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> outOfRange(const QString& field, int row, double value, const QString& least) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .row = row,
                                   .field = field,
                                   .arguments = {QString::number(value), least, QString()}});
}

Result<void> checkDissimilarities(std::span<const double> dissimilarities, size_t zones) {
    for (size_t place = 0; place < dissimilarities.size(); ++place) {
        const double value = dissimilarities[place];
        const size_t zone = place / zones;
        const int row = static_cast<int>(zone) + 1;
        if (zone == place % zones) {
            continue;
        }
        if (std::isnan(value)) {
            return std::unexpected(
                Problem{.code = Problem::Code::FieldMissing, .row = row, .field = u"dissimilarities"_s});
        }
        if (!std::isfinite(value) || value < 0) {
            return outOfRange(u"dissimilarities"_s, row, value, u"0"_s);
        }
    }
    return {};
}

/// How many zones a group has.
using Sizes = std::map<int, int>;

/// The mean over the zones of each group, itself left out; a group that has only this zone is not there.
std::map<int, double> meansByGroup(std::span<const double> row, std::span<const int> groups, const Sizes& sizes,
                                   size_t zone) {
    std::map<int, double> means;
    for (size_t other = 0; other < row.size(); ++other) {
        if (other != zone) {
            const int size = sizes.at(groups[other]) - (groups[other] == groups[zone] ? 1 : 0);
            means[groups[other]] += row[other] / size; // a part each, so that no sum is infinite
        }
    }
    return means;
}

Silhouette silhouetteOf(std::map<int, double> means, int group) {
    const auto own = means.find(group);
    const bool alone = own == means.end();
    Silhouette result{.own = alone ? 0 : own->second};
    means.erase(group);
    constexpr double rounding = 1e-12; // so that it does not choose among equally near groups
    const double least = std::ranges::min(means | std::views::values);
    const auto nearest =
        std::ranges::find_if(means, [&](const auto& mean) { return mean.second <= least * (1 + rounding); });
    result.nearestGroup = nearest->first;
    result.other = nearest->second;
    const double greater = std::max(result.own, result.other);
    if (!alone && greater > 0) {
        result.width = (result.other - result.own) / greater;
    }
    return result;
}

} // namespace

Result<Silhouettes> silhouettes(std::span<const double> dissimilarities, std::span<const int> groups) {
    if (dissimilarities.size() != groups.size() * groups.size()) {
        return std::unexpected(Problem{
            .code = Problem::Code::ValueUnknown,
            .field = u"dissimilarities"_s,
            .arguments = {QString::number(dissimilarities.size()), QString::number(groups.size() * groups.size())}});
    }
    Sizes sizes;
    for (const int group : groups) {
        ++sizes[group];
    }
    if (sizes.size() < 2) {
        return outOfRange(u"groups"_s, 0, static_cast<double>(sizes.size()), u"2"_s);
    }
    if (const Result<void> checked = checkDissimilarities(dissimilarities, groups.size()); !checked) {
        return std::unexpected(checked.error());
    }
    Silhouettes result;
    std::map<int, double> widths;
    for (size_t zone = 0; zone < groups.size(); ++zone) {
        const std::span<const double> row = dissimilarities.subspan(zone * groups.size(), groups.size());
        result.zones.push_back(silhouetteOf(meansByGroup(row, groups, sizes, zone), groups[zone]));
        widths[groups[zone]] += result.zones.back().width;
        result.width += result.zones.back().width / static_cast<double>(groups.size());
    }
    for (const auto& [group, size] : sizes) {
        result.groups.push_back({.group = group, .zones = size, .width = widths[group] / size});
    }
    return result;
}

} // namespace tiermap
