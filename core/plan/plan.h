#pragma once

#include "core/plan/claim.h"
#include "core/plan/former_unit.h"
#include "core/plan/observation.h"
#include "core/plan/rule.h"
#include "core/plan/site.h"
#include "core/plan/target.h"
#include "core/plan/tier.h"
#include "core/plan/zone.h"

#include <QList>

namespace tiermap {

/// How the boundaries came about. Until official ones are loaded every map and figure carries `note`.
struct BoundaryNote {
    QString vintage; ///< date from which the districts stand like this, e.g. "2021-04"
    bool schematic = true;
    Text note;       ///< 界线为示意, 不作为划界依据
    Text provenance; ///< where the geometry comes from, and its licences

    friend bool operator==(const BoundaryNote&, const BoundaryNote&) = default;
};

/// A total and the units that make it up.
struct SumRule {
    QString indicator;
    QString total;
    QStringList members;

    friend bool operator==(const SumRule&, const SumRule&) = default;
};

/// A spatial plan: tiers of zones with roles, targets and measures, and what is known about each zone.
struct Plan {
    QString key;
    Text title;
    Text layout; ///< short name of the layout: "4+4+1+5"
    Text issuer;
    Text coordinator;
    QDate validFrom;
    QDate validTo;
    QString goal; ///< the plan's words on the layout
    QString source;
    BoundaryNote boundary;

    QList<Tier> tiers;             ///< in the plan's order
    QList<Zone> zones;             ///< in the plan's order: zones of the layout first, then the other units
    QList<FormerUnit> formerUnits; ///< zones that none of them names have not changed
    QList<Indicator> indicators;
    QList<Observation> observations;
    QList<SumRule> sumRules;
    QList<Rule> rules;
    QList<Target> targets;
    QList<Measure> measures;
    QList<Site> sites;
    QList<Claim> claims; ///< one for a tier at most

    const Tier* tier(const QString& key) const;
    const Claim* claim(const QString& tier) const;
    const Zone* zone(const QString& code) const;
    const Indicator* indicator(const QString& key) const;
    QList<Zone> zonesOf(const QString& tier) const;
    QList<Zone> layoutZones() const; ///< those with a tier, in the plan's order

    friend bool operator==(const Plan&, const Plan&) = default;
};

} // namespace tiermap
