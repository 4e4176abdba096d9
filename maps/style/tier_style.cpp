#include "maps/style/tier_style.h"

using namespace Qt::StringLiterals;

namespace tiermap {

AreaInk tierInk(const Tier& tier) {
    const QColor color = QColor::fromString(tier.color);
    if (tier.pattern == Tier::Pattern::Hatch)
        return {std::nullopt, Hatch{.color = color}};
    return {color, std::nullopt};
}

QList<LegendEntry> tierLegend(const Plan& plan, Language language) {
    QList<LegendEntry> entries;
    for (const Tier& tier : plan.tiers) {
        LegendEntry entry;
        entry.tier = tier.key;
        entry.ink = tierInk(tier);
        QStringList names;
        for (const Zone& zone : plan.zonesOf(tier.key)) {
            const Zone* parent = zone.kind == Zone::Kind::OfWhich ? plan.zone(zone.parent) : nullptr;
            const Tier* around = parent ? plan.tier(parent->tier) : nullptr;
            if (around && !entry.ink.fill && !entry.ground)
                entry.ground = tierInk(*around).fill;
            names += zone.name.in(language);
            entry.schematic = entry.schematic || zone.schematic;
        }
        entry.title =
            u"%1 %2 · %3"_s.arg(tier.mark.in(language), tier.name.in(language), QString::number(names.size()));
        QStringList role{tier.driver.in(language), tier.carrier.in(language), tier.mode.in(language)};
        role.removeAll(QString());
        entry.role = role.join(u" · "_s);
        entry.zones = names.join(language == Language::Chinese ? u"、"_s : u", "_s);
        entries += entry;
    }
    return entries;
}

} // namespace tiermap
