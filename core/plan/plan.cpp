#include "core/plan/plan.h"

#include <algorithm>
#include <iterator>

namespace tiermap {

namespace {

// Lists hold a handful to a few hundred rows and keep the plan's order, so a walk is quicker than an index.
template <class T>
const T* find(const QList<T>& list, QString T::* key, const QString& wanted) {
    const auto found = std::ranges::find(list, wanted, key);
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const Tier* Plan::tier(const QString& key) const { return find(tiers, &Tier::key, key); }

const Claim* Plan::claim(const QString& tier) const {
    const auto found = std::ranges::find(claims, tier, &Claim::tier);
    return found == claims.end() ? nullptr : &*found;
}

const Zone* Plan::zone(const QString& code) const { return find(zones, &Zone::code, code); }

const Indicator* Plan::indicator(const QString& key) const { return find(indicators, &Indicator::key, key); }

QList<Zone> Plan::zonesOf(const QString& tier) const {
    QList<Zone> result;
    std::ranges::copy_if(zones, std::back_inserter(result), [&](const Zone& zone) { return zone.tier == tier; });
    return result;
}

QList<Zone> Plan::layoutZones() const {
    QList<Zone> result;
    std::ranges::copy_if(zones, std::back_inserter(result), [](const Zone& zone) { return !zone.tier.isEmpty(); });
    return result;
}

} // namespace tiermap
