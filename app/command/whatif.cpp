#include "app/command/claim_json.h"
#include "app/command/command.h"
#include "app/command/split_options.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "maps/analysis/zone_geography.h"
#include "maps/scene/plan_shapes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Move {
    QString zone; ///< Zone::code
    QString from; ///< Tier::key
    QString to;
};

std::unexpected<Problem> wrong(Problem::Code code, const QString& option, const QStringList& what) {
    return std::unexpected(Problem{.code = code, .field = u"--"_s + option, .arguments = what});
}

QString tierNamed(const Plan& plan, const QString& name) {
    for (const Tier& tier : plan.tiers) {
        if (tier.key == name || tier.name.zh == name || tier.name.en.compare(name, Qt::CaseInsensitive) == 0)
            return tier.key;
    }
    return {};
}

Result<QList<Move>> movesOf(const QCommandLineParser& parser, const Plan& plan) {
    QList<Move> moves;
    for (const QString& text : parser.values(u"move"_s)) {
        const Zone* zone = zoneNamed(plan, text.section(u':', 0, 0));
        const QString tier = tierNamed(plan, text.section(u':', 1));
        if (!zone || zone->tier.isEmpty())
            return wrong(Problem::Code::ReferenceUnknown, u"move"_s, {text.section(u':', 0, 0), u"zone"_s});
        if (!text.contains(u':'))
            return wrong(Problem::Code::ValueUnknown, u"move"_s, {text, u"330113:lead"_s});
        if (tier.isEmpty())
            return wrong(Problem::Code::ReferenceUnknown, u"move"_s, {text.section(u':', 1), u"tier"_s});
        if (std::ranges::contains(moves, zone->code, &Move::zone))
            return wrong(Problem::Code::DuplicateKey, u"move"_s, {zone->code});
        if (zone->tier == tier) // no move
            return wrong(Problem::Code::OptionUnused, u"move"_s, {text.section(u':', 1)});
        moves << Move{.zone = zone->code, .from = zone->tier, .to = tier};
    }
    return moves;
}

/// The adopted plan stays as it is: a scenario is another.
Plan moved(Plan plan, const QList<Move>& moves) {
    for (const Move& move : moves) {
        const auto zone = std::ranges::find(plan.zones, move.zone, &Zone::code);
        zone->tier = move.to;
    }
    return plan;
}

std::vector<int> groupsOf(const Plan& plan, const QStringList& zones) {
    std::vector<int> groups;
    for (const QString& zone : zones)
        groups.push_back(
            static_cast<int>(std::ranges::find(plan.tiers, plan.zone(zone)->tier, &Tier::key) - plan.tiers.begin()));
    return groups;
}

QStringList districtsOf(const Plan& plan) {
    QStringList codes;
    for (const Zone& zone : plan.layoutZones()) {
        if (zone.kind == Zone::Kind::District)
            codes << zone.code;
    }
    return codes;
}

/// One side of the comparison.
QJsonObject sideJson(const Plan& plan, const PlanShapes& shapes, const QList<ClaimEvidence>& evidence) {
    const QStringList districts = districtsOf(plan);
    QJsonObject sizes;
    for (const Tier& tier : plan.tiers)
        sizes.insert(tier.key, plan.zonesOf(tier.key).size());
    QJsonObject object{{u"sizes"_s, sizes}, {u"claims"_s, claimsJson(plan, evidence)}};
    if (const auto joins = joinCounts(groupsOf(plan, districts), neighboursOf(districts, shapes.borders))) {
        QJsonObject parts;
        for (const auto& [group, count] : joins->parts)
            parts.insert(plan.tiers[group].key, count);
        object.insert(u"joins"_s,
                      QJsonObject{{u"same_tier"_s, joins->same}, {u"all"_s, joins->all}, {u"parts"_s, parts}});
    }
    return object;
}

QJsonArray movesJson(const QList<Move>& moves) {
    QJsonArray array;
    for (const Move& move : moves)
        array << QJsonObject{{u"zone"_s, move.zone}, {u"from"_s, move.from}, {u"to"_s, move.to}};
    return array;
}

QList<Move> movesBetween(const Plan& plan, const QStringList& districts, const std::vector<int>& groups) {
    QList<Move> moves;
    for (qsizetype i = 0; i < districts.size(); ++i) {
        const QString& to = plan.tiers[groups[static_cast<std::size_t>(i)]].key;
        if (const QString& from = plan.zone(districts[i])->tier; from != to)
            moves << Move{.zone = districts[i], .from = from, .to = to};
    }
    return moves;
}

struct Scenario {
    const Plan& plan; ///< the adopted one
    const Plan other;
    const PlanShapes& shapes;
    QList<Move> moves;
    QList<ClaimEvidence> before{};
    QList<ClaimEvidence> after{};
    std::optional<Retiering> fewest{};
    QJsonValue splits{};
};

QByteArray jsonReport(const Scenario& scenario) {
    QJsonObject object{{u"scenario"_s, u"情景方案"_s},
                       {u"moves"_s, movesJson(scenario.moves)},
                       {u"before"_s, sideJson(scenario.plan, scenario.shapes, scenario.before)},
                       {u"after"_s, sideJson(scenario.other, scenario.shapes, scenario.after)},
                       {u"splits"_s, scenario.splits}};
    if (scenario.fewest) {
        const QStringList districts = districtsOf(scenario.plan);
        QJsonArray options;
        for (const Retiering::Option& option : scenario.fewest->options)
            options << movesJson(movesBetween(scenario.plan, districts, option.groups));
        object.insert(u"fewest"_s,
                      QJsonObject{{u"moves"_s, scenario.fewest->leastMoves ? QJsonValue(*scenario.fewest->leastMoves)
                                                                           : QJsonValue()},
                                  {u"found"_s, scenario.fewest->found},
                                  {u"looked_at"_s, scenario.fewest->lookedAt},
                                  {u"exhaustive"_s, scenario.fewest->exhaustive},
                                  {u"options"_s, options}});
    }
    return QJsonDocument(object).toJson();
}

QString moveWords(const Plan& plan, const Move& move) {
    const Language language = interfaceLanguage();
    return commandWords(QT_TRANSLATE_NOOP("Command", "%1: %2 → %3"))
        .arg(plan.zone(move.zone)->name.in(language), plan.tier(move.from)->name.in(language),
             plan.tier(move.to)->name.in(language));
}

/// How the tiers are made up and hang together, and what a target's split becomes.
QStringList shapeLines(const Scenario& scenario) {
    QStringList lines;
    if (scenario.moves.isEmpty())
        return lines;
    const QStringList districts = districtsOf(scenario.plan);
    const auto neighbours = neighboursOf(districts, scenario.shapes.borders);
    const auto before = joinCounts(groupsOf(scenario.plan, districts), neighbours);
    const auto after = joinCounts(groupsOf(scenario.other, districts), neighbours);
    for (int tier = 0; before && after && tier < static_cast<int>(scenario.plan.tiers.size()); ++tier) {
        const QString& key = scenario.plan.tiers[tier].key;
        const auto parts = [&](const JoinCounts& joins) {
            const auto found = joins.parts.find(tier);
            return found == joins.parts.end() ? 0 : found->second;
        };
        lines << u"  "_s + commandWords(QT_TRANSLATE_NOOP("Command", "%1: %2 → %3 zones, in %4 → %5 parts on the map"))
                               .arg(scenario.plan.tiers[tier].name.in(interfaceLanguage()))
                               .arg(scenario.plan.zonesOf(key).size())
                               .arg(scenario.other.zonesOf(key).size())
                               .arg(parts(*before))
                               .arg(parts(*after));
    }
    const QJsonArray was = scenario.splits[u"before"_s][u"zones"_s].toArray();
    const QJsonArray now = scenario.splits[u"after"_s][u"zones"_s].toArray();
    for (qsizetype i = 0; i < was.size(); ++i)
        lines << u"  "_s + commandWords(QT_TRANSLATE_NOOP("Command", "%1: part of the target %2 → %3"))
                               .arg(zoneNames(scenario.plan, {was[i][u"zone"_s].toString()}))
                               .arg(was[i][u"value"_s].toDouble())
                               .arg(now[i][u"value"_s].toDouble());
    return lines;
}

QByteArray textReport(const Scenario& scenario) {
    QStringList lines;
    if (!scenario.moves.isEmpty())
        lines << commandWords(QT_TRANSLATE_NOOP("Command", "Scenario, not the adopted plan:"));
    for (const Move& move : scenario.moves)
        lines << u"  "_s + moveWords(scenario.plan, move);
    lines << shapeLines(scenario);
    for (qsizetype i = 0; !scenario.moves.isEmpty() && i < scenario.after.size(); ++i) {
        const auto verdict = [](const ClaimEvidence& evidence) {
            return evidence.test ? words(evidence.test->verdict) : words(Verdict::NotTestable);
        };
        lines << commandWords(QT_TRANSLATE_NOOP("Command", "before: %1; now: %2"))
                     .arg(verdict(scenario.before[i]), sentence(scenario.other, scenario.after[i]));
    }
    if (scenario.fewest && !scenario.fewest->leastMoves)
        lines << commandWords(QT_TRANSLATE_NOOP("Command", "No way to assign the zones makes all claims that can be "
                                                           "tested consistent (%1 looked at)."))
                     .arg(scenario.fewest->lookedAt);
    if (scenario.fewest && scenario.fewest->leastMoves) {
        lines << commandWords(QT_TRANSLATE_NOOP("Command", "Fewest moves that make all claims that can be tested "
                                                           "consistent: %1; ways to do it: %2."))
                     .arg(*scenario.fewest->leastMoves)
                     .arg(scenario.fewest->found);
        const QStringList districts = districtsOf(scenario.plan);
        for (const Retiering::Option& option : scenario.fewest->options) {
            QStringList moves;
            for (const Move& move : movesBetween(scenario.plan, districts, option.groups))
                moves << moveWords(scenario.plan, move);
            lines << u"  "_s + moves.join(commandWords(QT_TRANSLATE_NOOP("Command", "; ")));
        }
        lines << commandWords(QT_TRANSLATE_NOOP("Command", "Only moves between tiers that have districts were looked "
                                                           "at, from the adopted plan."));
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

/// Of one target, for both assignments: what changes with the roles.
std::expected<QJsonValue, int> splitsOf(const QCommandLineParser& parser, const Plan& plan, const Plan& other) {
    if (!parser.isSet(u"decompose"_s))
        return QJsonValue();
    auto settings = splitOptionsOf(parser, plan);
    if (!settings)
        return std::unexpected(report(settings.error()));
    settings->target = parser.value(u"decompose"_s);
    const auto before = decompose(plan, *settings);
    const auto after = decompose(other, *settings);
    if (!before || !after)
        return std::unexpected(reportSplit(plan, *settings, before ? after.error() : before.error()));
    tellSplit(*settings, *after);
    const Target& target = *std::ranges::find(plan.targets, settings->target, &Target::key);
    return QJsonValue(
        QJsonObject{{u"before"_s, splitJson(plan, target, *before)}, {u"after"_s, splitJson(other, target, *after)}});
}

} // namespace

int runWhatIf(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Says what other tiers would make of the claims: a scenario over the adopted plan, which stays as "
                   "it is. --fewest looks for the fewest moves that make all claims consistent.")));
    addProjectArgument(parser);
    parser.addOption({u"move"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "A zone and its other tier: 330113:lead; may be given "
                                                                "several times.")),
                      u"ZONE:TIER"_s});
    parser.addOption({u"fewest"_s, commandWords(QT_TRANSLATE_NOOP(
                                       "Command", "Look for the fewest moves that make all claims consistent."))});
    parser.addOption(
        {u"decompose"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Split this target before and after.")), u"KEY"_s});
    addSplitOptions(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"whatif"_s, arguments))
        return *code;
    if (!parser.isSet(u"move"_s) && !parser.isSet(u"fewest"_s))
        return usageError(u"whatif"_s, commandWords(QT_TRANSLATE_NOOP("Command", "--move or --fewest is needed.")));
    const auto project = projectArgument(parser, u"whatif"_s);
    if (!project)
        return project.error();
    const Plan& plan = project->plan;
    const auto moves = movesOf(parser, plan);
    if (!moves)
        return report(moves.error());
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const QHash<QString, double> areas = areasKm2(shapes->zones);
    Scenario scenario{.plan = plan, .other = moved(plan, *moves), .shapes = *shapes, .moves = *moves};
    scenario.before = claimEvidence(plan, areas);
    scenario.after = claimEvidence(scenario.other, areas);
    const auto splits = splitsOf(parser, plan, scenario.other);
    if (!splits)
        return splits.error();
    scenario.splits = *splits;
    if (parser.isSet(u"fewest"_s)) {
        // A claim that cannot be tested any more is no claim that holds.
        const auto fewest = fewestMoves(groupsOf(plan, districtsOf(plan)), groupClaims(scenario.before, plan),
                                        {.testsMayBeLost = false});
        if (!fewest)
            return report(fewest.error());
        scenario.fewest = *fewest;
    }
    return print(parser.isSet(u"json"_s) ? jsonReport(scenario) : textReport(scenario));
}

} // namespace tiermap
