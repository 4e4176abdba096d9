#include "app/command/split_options.h"

#include "app/command/command.h"
#include "app/command/style_options.h"
#include "app/session/split_words.h"
#include "core/plan/names.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(Problem::Code code, const QString& option, const QStringList& what) {
    return std::unexpected(Problem{.code = code, .field = u"--"_s + option, .arguments = what});
}

/// NAME=NUMBER pairs, parted by commas or given several times; `keyOf` turns a name into a key, empty where it is none.
template <class KeyOf>
Result<QHash<QString, double>> pairs(const QCommandLineParser& parser, const QString& option, const QString& kind,
                                     KeyOf keyOf) {
    QHash<QString, double> numbers;
    for (const QString& text : parser.values(option)) {
        for (const QString& pair : text.split(u',', Qt::SkipEmptyParts)) {
            const QString name = pair.section(u'=', 0, 0).trimmed();
            const QString key = keyOf(name);
            if (key.isEmpty())
                return wrong(Problem::Code::ReferenceUnknown, option, {name, kind});
            bool isNumber = false;
            const double number = pair.section(u'=', 1).trimmed().toDouble(&isNumber);
            if (!isNumber || !std::isfinite(number))
                return wrong(Problem::Code::FieldType, option, {u"number"_s});
            if (number < 0)
                return wrong(Problem::Code::OutOfRange, option, {QString::number(number), u"0"_s, {}});
            if (numbers.contains(key))
                return wrong(Problem::Code::DuplicateKey, option, {name});
            numbers.insert(key, number);
        }
    }
    return numbers;
}

Result<QString> indicatorOf(const QCommandLineParser& parser, const QString& option, const Plan& plan) {
    if (!parser.isSet(option))
        return QString();
    const Indicator* indicator = indicatorNamed(plan, parser.value(option));
    return indicator ? Result<QString>(indicator->key)
                     : wrong(Problem::Code::ReferenceUnknown, option, {parser.value(option), u"indicator"_s});
}

/// What --by means for the weights of base, capacity and role.
Result<SplitWeights> weightsOf(const QCommandLineParser& parser) {
    const QString by = parser.value(u"by"_s);
    if (by == "share"_L1)
        return SplitWeights{.base = 1};
    if (by == "capacity"_L1)
        return SplitWeights{.base = 0, .capacity = 1};
    if (by == "role"_L1)
        return SplitWeights{.base = 0, .role = 1};
    const QStringList parts = by.split(u',');
    SplitWeights weights;
    for (const auto& [at, weight] :
         {std::pair(0, &weights.base), std::pair(1, &weights.capacity), std::pair(2, &weights.role)}) {
        bool isNumber = false;
        *weight = parts.value(at).toDouble(&isNumber);
        if (parts.size() != 3 || !isNumber || *weight < 0)
            return wrong(Problem::Code::ValueUnknown, u"by"_s, {by, u"share, capacity, role, 0.6,0.2,0.2"_s});
    }
    return weights;
}

QJsonValue observationJson(const Plan& plan, qsizetype row) {
    if (row < 0)
        return {};
    const Observation& o = plan.observations[row];
    return QJsonObject{{u"indicator"_s, o.indicator},
                       {u"period"_s, o.period.toString()},
                       {u"value"_s, o.value->number},
                       {u"status"_s, nameOf(o.status)},
                       {u"source"_s, o.source}};
}

QString nameOf(TargetKind kind) {
    return kind == TargetKind::Ratio ? u"ratio"_s : kind == TargetKind::Growth ? u"growth"_s : u"additive"_s;
}

} // namespace

void addSplitOptions(QCommandLineParser& parser) {
    const auto add = [&](const QString& name, const char* text, const QString& value, const QString& usual = {}) {
        parser.addOption({name, commandWords(text), value, usual});
    };
    add(u"by"_s,
        QT_TRANSLATE_NOOP("Command", "share (of the base), capacity, role, or three weights of these: 0.6,0.2,0.2."),
        u"METHOD"_s, u"share"_s);
    add(u"base"_s,
        QT_TRANSLATE_NOOP("Command", "Indicator that says what districts have; without it all have the same. Of a "
                                     "target in per cent: of what it is a share; of growth: what grows."),
        u"INDICATOR"_s);
    add(u"capacity"_s, QT_TRANSLATE_NOOP("Command", "Indicator that says what districts could have."), u"INDICATOR"_s);
    add(u"role"_s, QT_TRANSLATE_NOOP("Command", "Factors of tiers: lead=2,linked=1.5; 1 where none is given."),
        u"TIER=NUMBER"_s);
    add(u"lock"_s, QT_TRANSLATE_NOOP("Command", "Part that a district is to have: 330108=500."), u"ZONE=NUMBER"_s);
    add(u"floor"_s, QT_TRANSLATE_NOOP("Command", "Least part of a district."), u"ZONE=NUMBER"_s);
    add(u"cap"_s, QT_TRANSLATE_NOOP("Command", "Greatest part of a district."), u"ZONE=NUMBER"_s);
    add(u"step"_s, QT_TRANSLATE_NOOP("Command", "Parts are whole multiples of this."), u"NUMBER"_s, u"1"_s);
}

Result<DecompositionSettings> splitOptionsOf(const QCommandLineParser& parser, const Plan& plan) {
    DecompositionSettings settings;
    const auto zoneKey = [&](const QString& name) {
        const Zone* zone = zoneNamed(plan, name);
        return zone && zone->kind == Zone::Kind::District ? zone->code : QString();
    };
    const auto tierKey = [&](const QString& name) {
        for (const Tier& tier : plan.tiers) {
            if (tier.key == name || tier.name.zh == name || tier.name.en.compare(name, Qt::CaseInsensitive) == 0)
                return tier.key;
        }
        return QString();
    };
    const auto base = indicatorOf(parser, u"base"_s, plan);
    const auto capacity = indicatorOf(parser, u"capacity"_s, plan);
    const auto weights = weightsOf(parser);
    const auto roles = pairs(parser, u"role"_s, u"tier"_s, tierKey);
    const auto locks = pairs(parser, u"lock"_s, u"district"_s, zoneKey);
    const auto floors = pairs(parser, u"floor"_s, u"district"_s, zoneKey);
    const auto caps = pairs(parser, u"cap"_s, u"district"_s, zoneKey);
    for (const Problem* problem :
         {base ? nullptr : &base.error(), capacity ? nullptr : &capacity.error(), weights ? nullptr : &weights.error(),
          roles ? nullptr : &roles.error(), locks ? nullptr : &locks.error(), floors ? nullptr : &floors.error(),
          caps ? nullptr : &caps.error()}) {
        if (problem)
            return std::unexpected(*problem);
    }
    for (const auto& [option, weight] : {std::pair(u"capacity"_s, weights->capacity), {u"role"_s, weights->role}}) {
        if (parser.isSet(option) && weight <= 0)
            return wrong(Problem::Code::OptionUnused, option, {u"--by "_s + parser.value(u"by"_s)});
    }
    bool isNumber = false;
    settings.step = parser.value(u"step"_s).toDouble(&isNumber);
    if (!isNumber || settings.step <= 0)
        return wrong(Problem::Code::FieldType, u"step"_s, {u"number"_s});
    settings.base = *base;
    settings.capacity = *capacity;
    settings.weights = *weights;
    settings.roleFactors = *roles;
    settings.locks = *locks;
    settings.floors = *floors;
    settings.caps = *caps;
    return settings;
}

int reportSplit(const Plan& plan, const DecompositionSettings& settings, const Problem& problem) {
    const auto refusal = splitRefusal(plan, settings, problem, [](const QString& field) { return u"--"_s + field; });
    if (refusal) {
        std::fprintf(stderr, "tiermap: %s\n", refusal->toUtf8().constData());
        return problem.record.isEmpty() ? Usage : Failed; // numbers that are not there are no slip of the hand
    }
    Problem named = problem;
    named.row = 0;
    if (!named.field.isEmpty() && !named.field.startsWith(u"--"_s))
        named.field =
            named.field == "target"_L1 || named.field == "share"_L1 ? u"--decompose"_s : u"--"_s + named.field;
    return report(named);
}

void tellSplit(const Target& target, const DecompositionSettings& settings, const Decomposition& split) {
    for (const QString& note : splitNotes(target, settings, split))
        std::fprintf(stderr, "tiermap: %s\n", note.toUtf8().constData());
}

QJsonObject splitJson(const Plan& plan, const Target& target, const Decomposition& split) {
    QJsonArray parts;
    for (const ZonePart& part : split.parts) {
        const Zone& zone = *plan.zone(part.zone);
        QJsonArray within;
        for (const Zone& other : plan.zones) {
            if (other.kind == Zone::Kind::OfWhich && other.parent == zone.code)
                within << other.code;
        }
        parts << QJsonObject{{u"zone"_s, zone.code},
                             {u"name_zh"_s, zone.name.zh},
                             {u"name_en"_s, zone.name.en},
                             {u"tier"_s, zone.tier},
                             {u"value"_s, part.value},
                             {u"before"_s, part.before ? QJsonValue(*part.before) : QJsonValue()},
                             {u"before_assumed"_s, part.assumed},
                             {u"base"_s, observationJson(plan, part.base)},
                             {u"capacity"_s, observationJson(plan, part.capacity)},
                             {u"of_which"_s, within}};
    }
    return {{u"target"_s, target.key},
            {u"kind"_s, nameOf(split.kind)},
            {u"city"_s, target.value},
            {u"unit"_s, target.unit.zh},
            {u"total"_s, split.total},
            {u"year"_s, split.year ? QJsonValue(*split.year) : QJsonValue()},
            {u"operator"_s, operatorSymbol(target.sense)},
            {u"bound"_s, split.isBound},
            {u"zones"_s, parts},
            {u"note"_s, proposalNote()}};
}

} // namespace tiermap
