#include "core/plan/package_writer.h"

#include "core/plan/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonObject json(const Text& text) { return {{u"zh"_s, text.zh}, {u"en"_s, text.en}}; }

QJsonArray json(const QStringList& texts) { return QJsonArray::fromStringList(texts); }

QString dateText(const QDate& date) { return date.toString(Qt::ISODate); }

QJsonObject json(const Tier& tier) {
    return {{u"key"_s, tier.key},
            {u"mark"_s, json(tier.mark)},
            {u"name"_s, json(tier.name)},
            {u"driver"_s, json(tier.driver)},
            {u"carrier"_s, json(tier.carrier)},
            {u"mode"_s, json(tier.mode)},
            {u"role"_s, json(tier.role)},
            {u"color"_s, tier.color},
            {u"pattern"_s, nameOf(tier.pattern)}};
}

QJsonObject json(const Zone& zone) {
    QJsonObject object{{u"code"_s, zone.code},
                       {u"name"_s, json(zone.name)},
                       {u"tier"_s, zone.tier},
                       {u"kind"_s, nameOf(zone.kind)},
                       {u"parent"_s, zone.parent}};
    if (zone.schematic) {
        object.insert(u"schematic"_s, true);
    }
    if (zone.role != Text()) {
        object.insert(u"role"_s, json(zone.role));
    }
    return object;
}

QJsonObject json(const Indicator& indicator) {
    return {{u"key"_s, indicator.key},
            {u"name"_s, json(indicator.name)},
            {u"unit"_s, json(indicator.unit)},
            {u"direction"_s, nameOf(indicator.direction)},
            {u"aggregation"_s, nameOf(indicator.aggregation)}};
}

QJsonObject json(const SumRule& rule) {
    return {{u"indicator"_s, rule.indicator}, {u"total"_s, rule.total}, {u"members"_s, json(rule.members)}};
}

QJsonObject json(const Rule& rule) {
    QJsonObject object{{u"key"_s, rule.key},
                       {u"kind"_s, nameOf(rule.kind)},
                       {u"subject"_s, rule.subject},
                       {u"name"_s, json(rule.name)}};
    if (rule.minimum) {
        object.insert(u"minimum"_s, *rule.minimum);
    }
    if (rule.maximum) {
        object.insert(u"maximum"_s, *rule.maximum);
    }
    if (!rule.pattern.isEmpty()) {
        object.insert(u"pattern"_s, rule.pattern);
    }
    return object;
}

QJsonObject json(const FormerUnit& unit) {
    return {{u"code"_s, unit.code},
            {u"name"_s, json(unit.name)},
            {u"until"_s, unit.until.toString()},
            {u"successors"_s, json(unit.successors)},
            {u"source"_s, unit.source}};
}

QJsonObject json(const Target& target) {
    QJsonObject object{{u"key"_s, target.key},           {u"section"_s, target.section},
                       {u"name"_s, json(target.name)},   {u"sense"_s, nameOf(target.sense)},
                       {u"value"_s, target.value},       {u"unit"_s, json(target.unit)},
                       {u"scope"_s, json(target.scope)}, {u"quote"_s, target.quote}};
    if (!target.words.isEmpty()) {
        object.insert(u"words"_s, target.words);
    }
    if (!target.indicator.isEmpty()) {
        object.insert(u"indicator"_s, target.indicator);
    }
    return object;
}

QJsonObject json(const Claim& claim) {
    QJsonArray terms;
    for (const ClaimTerm& term : claim.terms) {
        terms << QJsonObject{{u"indicator"_s, term.indicator},
                             {u"measure"_s, nameOf(term.measure)},
                             {u"weight"_s, term.weight},
                             {u"reason"_s, json(term.reason)}};
    }
    return {{u"tier"_s, claim.tier},
            {u"statistic"_s, nameOf(claim.statistic)},
            {u"name"_s, json(claim.name)},
            {u"reason"_s, json(claim.reason)},
            {u"terms"_s, terms}};
}

QJsonObject json(const Measure& measure) {
    QJsonObject object{{u"number"_s, measure.number},       {u"group"_s, json(measure.group)},
                       {u"title"_s, json(measure.title)},   {u"text"_s, measure.text},
                       {u"bodies"_s, json(measure.bodies)}, {u"zones"_s, json(measure.zones)}};
    if (measure.safeguard) {
        object.insert(u"safeguard"_s, true);
    }
    return object;
}

template <class T>
QJsonArray all(const QList<T>& rows) {
    QJsonArray array;
    std::ranges::transform(rows, std::back_inserter(array), [](const T& row) { return QJsonValue(json(row)); });
    return array;
}

QJsonObject planJson(const Plan& plan) {
    QJsonObject object{{u"version"_s, 1},
                       {u"key"_s, plan.key},
                       {u"title"_s, json(plan.title)},
                       {u"layout"_s, json(plan.layout)},
                       {u"issuer"_s, json(plan.issuer)},
                       {u"coordinator"_s, json(plan.coordinator)},
                       {u"valid_from"_s, dateText(plan.validFrom)},
                       {u"valid_to"_s, dateText(plan.validTo)},
                       {u"goal"_s, plan.goal},
                       {u"source"_s, plan.source},
                       {u"boundary"_s, QJsonObject{{u"vintage"_s, plan.boundary.vintage},
                                                   {u"schematic"_s, plan.boundary.schematic},
                                                   {u"note"_s, json(plan.boundary.note)},
                                                   {u"provenance"_s, json(plan.boundary.provenance)}}},
                       {u"tiers"_s, all(plan.tiers)},
                       {u"zones"_s, all(plan.zones)},
                       {u"indicators"_s, all(plan.indicators)},
                       {u"sum_rules"_s, all(plan.sumRules)}};
    if (!plan.rules.isEmpty()) {
        object.insert(u"rules"_s, all(plan.rules));
    }
    if (!plan.formerUnits.isEmpty()) {
        object.insert(u"former_units"_s, all(plan.formerUnits));
    }
    if (!plan.claims.isEmpty()) {
        object.insert(u"claims"_s, all(plan.claims));
    }
    return object;
}

/// A record as RFC 4180 has it.
QByteArray record(const QStringList& cells) {
    QStringList quoted;
    for (QString cell : cells) {
        const bool plain = std::ranges::none_of(cell, [](QChar character) { return u",\"\r\n"_s.contains(character); });
        quoted << (plain ? cell : u'"' + cell.replace(u'"', u"\"\""_s) + u'"');
    }
    return (quoted.join(u',') + u'\n').toUtf8();
}

QByteArray observationTable(const Plan& plan) {
    QByteArray table = record({u"zone"_s, u"indicator"_s, u"period"_s, u"value"_s, u"missing_reason"_s, u"status"_s,
                               u"confidence"_s, u"adopted"_s, u"source"_s, u"address"_s, u"note"_s});
    for (const Observation& o : plan.observations) {
        table += record({o.zone, o.indicator, o.period.toString(), o.value ? o.value->toString() : QString(),
                         o.missingReason, nameOf(o.status), nameOf(o.confidence), o.adopted ? u"yes"_s : u"no"_s,
                         o.source, o.address, o.note});
    }
    return table;
}

QByteArray siteTable(const Plan& plan) {
    QByteArray table = record({u"key"_s, u"name_zh"_s, u"name_en"_s, u"pinyin"_s, u"kind"_s, u"zone"_s, u"lon"_s,
                               u"lat"_s, u"stage"_s, u"confidence"_s, u"source"_s, u"address"_s, u"note"_s});
    const auto degrees = [](double number) { return Quantity{.number = number}.toString(); };
    for (const Site& site : plan.sites) {
        table += record({site.key, site.name.zh, site.name.en, site.pinyin, nameOf(site.kind), site.zone,
                         site.position ? degrees(site.position->x()) : QString(),
                         site.position ? degrees(site.position->y()) : QString(), nameOf(site.stage),
                         nameOf(site.confidence), site.source, site.address, site.note});
    }
    return table;
}

} // namespace

Result<void> writePlanPackage(const Plan& plan, const QString& folder) {
    const std::pair<QString, QByteArray> files[] = {
        {u"plan.json"_s, QJsonDocument(planJson(plan)).toJson()},
        {u"targets.json"_s, QJsonDocument(QJsonObject{{u"targets"_s, all(plan.targets)}}).toJson()},
        {u"measures.json"_s, QJsonDocument(QJsonObject{{u"measures"_s, all(plan.measures)}}).toJson()},
        {u"observations.csv"_s, observationTable(plan)},
        {u"sites.csv"_s, siteTable(plan)}};
    for (const auto& [name, bytes] : files) {
        QSaveFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            return std::unexpected(Problem{
                .code = Problem::Code::FileUnwritable, .file = file.fileName(), .arguments = {file.errorString()}});
        }
    }
    return {};
}

} // namespace tiermap
