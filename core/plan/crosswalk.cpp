#include "core/plan/crosswalk.h"

#include <algorithm>
#include <iterator>

namespace tiermap {

bool isRenaming(const Plan& plan, const FormerUnit& unit) {
    return unit.successors.size() == 1 && std::ranges::none_of(plan.formerUnits, [&](const FormerUnit& other) {
               return &other != &unit && other.successors.contains(unit.successors.first());
           });
}

namespace {

/// The units whose area did not simply become that of one zone.
QList<const FormerUnit*> regrouped(const Plan& plan) {
    QList<const FormerUnit*> units;
    for (const FormerUnit& unit : plan.formerUnits) {
        if (!isRenaming(plan, unit)) {
            units << &unit;
        }
    }
    return units;
}

/// Those that there still were on a day; of two of one code the one that ended first.
QList<const FormerUnit*> unitsAt(const Plan& plan, const QDate& at) {
    QList<const FormerUnit*> units;
    for (const FormerUnit* unit : regrouped(plan)) {
        if (unit->until.kind != Period::Kind::Unknown && unit->until.from <= at) {
            continue;
        }
        const auto same = std::ranges::find(units, unit->code, &FormerUnit::code);
        if (same == units.end()) {
            units << unit;
        } else if (unit->until.from.isValid() &&
                   (!(*same)->until.from.isValid() || unit->until.from < (*same)->until.from)) {
            *same = unit;
        }
    }
    return units;
}

using Values = QHash<QString, std::optional<Quantity>>;

/// Values by the codes that the units have in `parts`: one renamed since has today's.
Values valuesOf(const Plan& plan, const QList<CrosswalkCell>& cells) {
    Values values;
    for (const CrosswalkCell& cell : cells) {
        const auto renamed = std::ranges::find_if(
            plan.formerUnits, [&](const FormerUnit& unit) { return unit.code == cell.unit && isRenaming(plan, unit); });
        const QString code = renamed == plan.formerUnits.cend() ? cell.unit : renamed->successors.first();
        if (!values.contains(code)) {
            values.insert(code, cell.value);
        }
    }
    return values;
}

/// Value or gap of a zone that consists of `result.parts`, of which `split` lie in other zones as well.
void complete(CrosswalkResult& result, const QStringList& split, const Indicator& indicator, const Values& values) {
    using Gap = CrosswalkResult::Gap;
    QList<Quantity> terms;
    QStringList missing;
    for (const QString& part : result.parts) {
        if (const std::optional<Quantity> value = values.value(part)) {
            terms << *value;
        } else {
            missing << part;
        }
    }
    if (!split.isEmpty()) {
        result.gap = Gap::CannotSplit;
        result.units = split;
    } else if (result.parts.size() > 1 && indicator.aggregation != Indicator::Aggregation::Sum) {
        result.gap = Gap::NotAdditive;
        result.units = result.parts;
    } else if (!missing.isEmpty()) {
        result.gap = Gap::PartMissing;
        result.units = missing;
    } else if (result.value = sumOf(terms); !result.value) {
        result.gap = Gap::BoundsDiffer;
        result.units = result.parts;
    }
}

} // namespace

Vintage vintageOf(const Plan& plan, const QList<ZoneMatch>& rows, const QList<Period>& periods) {
    const QList<const FormerUnit*> units = regrouped(plan);
    bool gone = false;
    bool isNew = false;
    bool changed = false;
    for (const ZoneMatch& row : rows) {
        if (row.former != nullptr) {
            gone = gone || !isRenaming(plan, *row.former);
            continue;
        }
        const auto tookOver = [&](const FormerUnit* unit) { return unit->successors.contains(row.zones.value(0)); };
        const auto isOfItsCode = [&](const FormerUnit* unit) { return unit->code == row.zones.value(0); };
        if (std::ranges::any_of(units, tookOver)) {
            changed = true;
            isNew = isNew || std::ranges::none_of(units, isOfItsCode);
        }
    }
    if (gone || isNew) {
        return gone && isNew ? Vintage::Unknown : gone ? Vintage::Former : Vintage::Current;
    }
    const auto isAfterAll = [&](const Period& period) {
        return period.kind != Period::Kind::Unknown && std::ranges::all_of(units, [&](const FormerUnit* unit) {
                   return unit->until.kind != Period::Kind::Unknown && period.from >= unit->until.to;
               });
    };
    const bool later = !periods.isEmpty() && std::ranges::all_of(periods, isAfterAll);
    return !changed || later ? Vintage::Current : Vintage::Unknown;
}

QList<CrosswalkResult> crosswalk(const Plan& plan, const Indicator& indicator, const QList<CrosswalkCell>& cells,
                                 const QDate& at) {
    const Values values = valuesOf(plan, cells);
    const QList<const FormerUnit*> units = unitsAt(plan, at);
    QList<CrosswalkResult> results;
    for (const Zone& zone : plan.zones) {
        CrosswalkResult result{.zone = zone.code};
        QStringList split;
        for (const FormerUnit* unit : units) {
            if (unit->successors.contains(zone.code)) {
                result.parts << unit->code;
                if (unit->successors.size() > 1) {
                    split << unit->code;
                }
            }
        }
        if (result.parts.isEmpty()) { // it has not changed since
            result.parts << zone.code;
        }
        if (std::ranges::any_of(result.parts, [&](const QString& part) { return values.contains(part); })) {
            complete(result, split, indicator, values);
            results << result;
        }
    }
    return results;
}

} // namespace tiermap
