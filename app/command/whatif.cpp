#include "app/command/claim_json.h"
#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/move_options.h"
#include "app/command/split_options.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/scenario_words.h"
#include "core/analysis/zone_figures.h"
#include "core/project/scenario_edit.h"
#include "core/store/open_project.h"
#include "maps/analysis/zone_geography.h"
#include "maps/scene/plan_shapes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

int printScenarios(const QCommandLineParser& parser, const Project& project) {
    Listing table{{u"key"_s, u"name"_s, u"moves"_s},
                  {commandWords(QT_TRANSLATE_NOOP("Command", "Key")),
                   commandWords(QT_TRANSLATE_NOOP("Command", "Name")),
                   commandWords(QT_TRANSLATE_NOOP("Command", "Moves"))},
                  {}};
    for (const SavedScenario& scenario : project.scenarios)
        table.rows += QVariantList{scenario.key, scenario.name.in(interfaceLanguage()), scenario.moves};
    return print(parser.isSet(u"json"_s) ? table.json() : table.text());
}

/// One side of the comparison.
QJsonObject sideJson(const Plan& plan, const ScenarioSide& side) {
    QJsonObject sizes;
    QJsonObject parts;
    for (int tier = 0; tier < plan.tiers.size(); ++tier) {
        sizes.insert(plan.tiers[tier].key, side.sizes[static_cast<std::size_t>(tier)]);
        if (side.partsOf(tier) > 0)
            parts.insert(plan.tiers[tier].key, side.partsOf(tier));
    }
    QJsonObject object{{u"sizes"_s, sizes}, {u"claims"_s, claimsJson(plan, side.claims)}};
    if (side.joins)
        object.insert(
            u"joins"_s,
            QJsonObject{{u"same_tier"_s, side.joins->same}, {u"all"_s, side.joins->all}, {u"parts"_s, parts}});
    return object;
}

QJsonArray movesJson(const QList<ZoneMove>& moves) {
    QJsonArray array;
    for (const ZoneMove& move : moves)
        array << QJsonObject{{u"zone"_s, move.zone}, {u"from"_s, move.from}, {u"to"_s, move.to}};
    return array;
}

/// What was asked for, and what came of it.
struct Answer {
    const Plan& plan; ///< the adopted one
    Scenario scenario;
    std::optional<FewestMoves> fewest{};
    QJsonValue splits{};
};

QByteArray jsonReport(const Answer& answer) {
    const Scenario& scenario = answer.scenario;
    QJsonObject object{{u"scenario"_s, u"情景方案"_s},
                       {u"moves"_s, movesJson(scenario.moves)},
                       {u"before"_s, sideJson(answer.plan, scenario.before)},
                       {u"after"_s, sideJson(scenario.other, scenario.after)},
                       {u"splits"_s, answer.splits}};
    if (answer.fewest) {
        const Retiering& search = answer.fewest->search;
        QJsonArray options;
        for (const QList<ZoneMove>& moves : answer.fewest->options)
            options << movesJson(moves);
        object.insert(u"fewest"_s,
                      QJsonObject{{u"from"_s, scenario.moves.isEmpty() ? u"adopted"_s : u"scenario"_s},
                                  {u"moves"_s, search.leastMoves ? QJsonValue(*search.leastMoves) : QJsonValue()},
                                  {u"found"_s, search.found},
                                  {u"looked_at"_s, search.lookedAt},
                                  {u"exhaustive"_s, search.exhaustive},
                                  {u"options"_s, options}});
    }
    return QJsonDocument(object).toJson();
}

/// What a target's split becomes.
QStringList splitLines(const Answer& answer) {
    QStringList lines;
    const QJsonArray was = answer.splits[u"before"_s][u"zones"_s].toArray();
    const QJsonArray now = answer.splits[u"after"_s][u"zones"_s].toArray();
    for (qsizetype i = 0; i < was.size(); ++i)
        lines << u"  "_s + commandWords(QT_TRANSLATE_NOOP("Command", "%1: part of the target %2 → %3"))
                               .arg(zoneNames(answer.plan, {was[i][u"zone"_s].toString()}))
                               .arg(was[i][u"value"_s].toDouble())
                               .arg(now[i][u"value"_s].toDouble());
    return lines;
}

QByteArray textReport(const Answer& answer) {
    const Scenario& scenario = answer.scenario;
    QStringList lines;
    if (!scenario.moves.isEmpty()) {
        lines << scenarioMark();
        for (const ZoneMove& move : scenario.moves)
            lines << u"  "_s + moveWords(answer.plan, move);
        for (const QString& line : shapeWords(answer.plan, scenario))
            lines << u"  "_s + line;
        lines << splitLines(answer) << claimChangeWords(scenario);
    }
    if (answer.fewest) {
        const FewestWords said = fewestWords(scenario, *answer.fewest);
        lines << said.found;
        for (const QList<ZoneMove>& option : answer.fewest->options) {
            if (!option.isEmpty())
                lines << u"  "_s + movesInWords(answer.plan, option);
        }
        if (answer.fewest->search.found > answer.fewest->options.size())
            lines << u"  …"_s;
        lines << said.scope;
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
    const Target& target = *std::ranges::find(plan.targets, settings->target, &Target::key);
    tellSplit(target, *settings, *after);
    return QJsonValue(
        QJsonObject{{u"before"_s, splitJson(plan, target, *before)}, {u"after"_s, splitJson(other, target, *after)}});
}

} // namespace

int runWhatIf(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Says what other tiers would make of the claims: a scenario over the adopted plan, which stays as "
                   "it is. --fewest looks for the fewest moves that make all claims consistent; with --move, for the "
                   "fewest further ones.")));
    addProjectArgument(parser);
    addMoveOptions(parser);
    parser.addOption(
        {u"fewest"_s,
         commandWords(QT_TRANSLATE_NOOP(
             "Command",
             "Look for the fewest moves that make all claims consistent, beside those of --move, which are kept."))});
    parser.addOption({u"save"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Keep the moves in the project under this name.")),
                      u"NAME"_s});
    parser.addOption(
        {u"list"_s, commandWords(QT_TRANSLATE_NOOP("Command", "List the scenarios that the project keeps."))});
    parser.addOption(
        {u"decompose"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Split this target before and after.")), u"KEY"_s});
    addSplitOptions(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"whatif"_s, arguments))
        return *code;
    const bool hasMoves = parser.isSet(u"move"_s) || parser.isSet(u"scenario"_s);
    if (!hasMoves && !parser.isSet(u"fewest"_s) && !parser.isSet(u"list"_s))
        return usageError(u"whatif"_s, commandWords(QT_TRANSLATE_NOOP(
                                           "Command", "--move, --scenario, --fewest or --list is needed.")));
    if (parser.isSet(u"save"_s) && (!hasMoves || parser.positionalArguments().isEmpty()))
        return usageError(u"whatif"_s, commandWords(QT_TRANSLATE_NOOP(
                                           "Command", "--save goes with PROJECT and --move or --scenario.")));
    const auto project = projectArgument(parser, u"whatif"_s);
    if (!project)
        return project.error();
    if (parser.isSet(u"list"_s))
        return printScenarios(parser, *project);
    const Plan& plan = project->plan;
    const auto moves = movesGiven(parser, *project);
    if (!moves)
        return report(moves.error());
    if (const QString name = parser.value(u"save"_s).trimmed(); !name.isEmpty()) {
        const auto edited = projectToEdit(project->file);
        if (!edited)
            return edited.error();
        const auto kept = (*edited)->apply(keepScenario((*edited)->content(), name, textOf(*moves)));
        if (!kept)
            return report(kept.error());
    }
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    QStringList districts;
    for (const Zone& zone : mappedZones(plan))
        districts << zone.code;
    Answer answer{.plan = plan,
                  .scenario =
                      scenarioOf(plan, *moves, areasKm2(shapes->zones), neighboursOf(districts, shapes->borders))};
    const auto splits = splitsOf(parser, plan, answer.scenario.other);
    if (!splits)
        return splits.error();
    answer.splits = *splits;
    if (parser.isSet(u"fewest"_s)) {
        const auto fewest = fewestMovesOf(plan, answer.scenario);
        if (!fewest)
            return report(fewest.error());
        answer.fewest = *fewest;
    }
    return print(parser.isSet(u"json"_s) ? jsonReport(answer) : textReport(answer));
}

} // namespace tiermap
