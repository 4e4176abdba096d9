#include "app/edit/attribute_columns.h"

#include "core/plan/names.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = AttributeColumn::Kind;

/// A cell's reader, from one of the member of Plan's list `list`.
template <auto list>
auto of(auto read) {
    return [read](const Plan& plan, qsizetype row) -> QString { return read((plan.*list)[row]); };
}

constexpr auto ofZone = [](auto read) { return of<&Plan::zones>(read); };
constexpr auto ofTier = [](auto read) { return of<&Plan::tiers>(read); };
constexpr auto ofObservation = [](auto read) { return of<&Plan::observations>(read); };
constexpr auto ofSite = [](auto read) { return of<&Plan::sites>(read); };
constexpr auto ofIndicator = [](auto read) { return of<&Plan::indicators>(read); };

QString degrees(double value) { return Quantity{value}.toString(); }

QList<AttributeColumn> zoneColumns(const Plan& plan) {
    QList<AttributeColumn> columns{
        {u"code"_s, Kind::Text, false, ofZone([](const Zone& zone) { return zone.code; })},
        {u"name_zh"_s, Kind::Text, true, ofZone([](const Zone& zone) { return zone.name.zh; })},
        {u"name_en"_s, Kind::Text, true, ofZone([](const Zone& zone) { return zone.name.en; })},
        {u"tier"_s, Kind::Choice, true, ofZone([](const Zone& zone) { return zone.tier; })},
        {u"role_zh"_s, Kind::Text, true, ofZone([](const Zone& zone) { return zone.role.zh; })},
        {u"role_en"_s, Kind::Text, true, ofZone([](const Zone& zone) { return zone.role.en; })}};
    for (const Indicator& indicator : plan.indicators) {
        columns << AttributeColumn{indicator.key, Kind::Figure, true};
    }
    return columns;
}

QList<AttributeColumn> tierColumns() {
    return {{u"key"_s, Kind::Text, false, ofTier([](const Tier& tier) { return tier.key; })},
            {u"name_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.name.zh; })},
            {u"name_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.name.en; })},
            {u"role_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.role.zh; })},
            {u"role_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.role.en; })},
            {u"driver_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.driver.zh; })},
            {u"driver_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.driver.en; })},
            {u"carrier_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.carrier.zh; })},
            {u"carrier_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.carrier.en; })},
            {u"mode_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.mode.zh; })},
            {u"mode_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.mode.en; })},
            {u"mark_zh"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.mark.zh; })},
            {u"mark_en"_s, Kind::Text, true, ofTier([](const Tier& tier) { return tier.mark.en; })}};
}

QList<AttributeColumn> observationColumns() {
    return {
        {u"zone"_s, Kind::Choice, false, ofObservation([](const Observation& o) { return o.zone; })},
        {u"indicator"_s, Kind::Choice, false, ofObservation([](const Observation& o) { return o.indicator; })},
        {u"period"_s, Kind::Period, true, ofObservation([](const Observation& o) { return o.period.toString(); })},
        {u"source"_s, Kind::Text, true, ofObservation([](const Observation& o) { return o.source; })},
        {u"address"_s, Kind::Text, true, ofObservation([](const Observation& o) { return o.address; })},
        {u"value"_s, Kind::Quantity, true,
         ofObservation([](const Observation& o) { return o.value ? o.value->toString() : QString(); })},
        {u"missing_reason"_s, Kind::Text, true, ofObservation([](const Observation& o) { return o.missingReason; })},
        {u"status"_s, Kind::Choice, true, ofObservation([](const Observation& o) { return nameOf(o.status); })},
        {u"confidence"_s, Kind::Choice, true, ofObservation([](const Observation& o) { return nameOf(o.confidence); })},
        {u"adopted"_s, Kind::Choice, true,
         ofObservation([](const Observation& o) { return o.adopted ? u"1"_s : u"0"_s; })},
        {u"author"_s, Kind::Text, false, ofObservation([](const Observation& o) { return o.author; })},
        {u"edited_at"_s, Kind::Text, false, ofObservation([](const Observation& o) { return o.editedAt; })},
        {u"note"_s, Kind::Text, true, ofObservation([](const Observation& o) { return o.note; })}};
}

QList<AttributeColumn> siteColumns() {
    return {{u"name_zh"_s, Kind::Text, true, ofSite([](const Site& site) { return site.name.zh; })},
            {u"name_en"_s, Kind::Text, true, ofSite([](const Site& site) { return site.name.en; })},
            {u"pinyin"_s, Kind::Text, true, ofSite([](const Site& site) { return site.pinyin; })},
            {u"kind"_s, Kind::Choice, true, ofSite([](const Site& site) { return nameOf(site.kind); })},
            {u"zone"_s, Kind::Choice, true, ofSite([](const Site& site) { return site.zone; })},
            {u"stage"_s, Kind::Choice, true, ofSite([](const Site& site) { return nameOf(site.stage); })},
            {u"confidence"_s, Kind::Choice, true, ofSite([](const Site& site) { return nameOf(site.confidence); })},
            {u"source"_s, Kind::Text, true, ofSite([](const Site& site) { return site.source; })},
            {u"address"_s, Kind::Text, true, ofSite([](const Site& site) { return site.address; })},
            {u"note"_s, Kind::Text, true, ofSite([](const Site& site) { return site.note; })},
            {u"longitude"_s, Kind::Coordinate, true,
             ofSite([](const Site& site) { return site.position ? degrees(site.position->x()) : QString(); })},
            {u"latitude"_s, Kind::Coordinate, true,
             ofSite([](const Site& site) { return site.position ? degrees(site.position->y()) : QString(); })}};
}

QList<AttributeColumn> indicatorColumns() {
    return {
        {u"name_zh"_s, Kind::Text, true, ofIndicator([](const Indicator& i) { return i.name.zh; })},
        {u"name_en"_s, Kind::Text, true, ofIndicator([](const Indicator& i) { return i.name.en; })},
        {u"unit_zh"_s, Kind::Text, true, ofIndicator([](const Indicator& i) { return i.unit.zh; })},
        {u"unit_en"_s, Kind::Text, true, ofIndicator([](const Indicator& i) { return i.unit.en; })},
        {u"direction"_s, Kind::Choice, true, ofIndicator([](const Indicator& i) { return nameOf(i.direction); })},
        {u"aggregation"_s, Kind::Choice, true, ofIndicator([](const Indicator& i) { return nameOf(i.aggregation); })}};
}

} // namespace

QList<AttributeColumn> attributeColumns(const Plan& plan, Table table) {
    return table == Table::Zones          ? zoneColumns(plan)
           : table == Table::Tiers        ? tierColumns()
           : table == Table::Observations ? observationColumns()
           : table == Table::Sites        ? siteColumns()
           : table == Table::Indicators   ? indicatorColumns()
                                          : QList<AttributeColumn>();
}

QList<QStringList> attributeKeys(const Plan& plan, Table table) {
    QList<QStringList> keys;
    const auto add = [&](const auto& rows, auto key) {
        for (const auto& row : rows) {
            keys << key(row);
        }
    };
    if (table == Table::Zones) {
        add(plan.zones, [](const Zone& zone) { return QStringList{zone.code}; });
    } else if (table == Table::Tiers) {
        add(plan.tiers, [](const Tier& tier) { return QStringList{tier.key}; });
    } else if (table == Table::Observations) {
        add(plan.observations,
            [](const Observation& o) { return QStringList{o.zone, o.indicator, o.period.toString(), o.source}; });
    } else if (table == Table::Sites) {
        add(plan.sites, [](const Site& site) { return QStringList{site.key}; });
    } else if (table == Table::Indicators) {
        add(plan.indicators, [](const Indicator& indicator) { return QStringList{indicator.key}; });
    }
    return keys;
}

} // namespace tiermap
