#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/split_options.h"
#include "app/session/language.h"
#include "app/session/split_words.h"
#include "app/session/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the plan asks for, and where the city stands.
Listing targetListing(const Plan& plan) {
    const auto in = commandWords;
    Listing table{{u"key"_s, u"name"_s, u"operator"_s, u"value"_s, u"unit"_s, u"sense"_s, u"scope"_s, u"section"_s,
                   u"words"_s, u"quote"_s, u"indicator"_s, u"latest"_s, u"latest_period"_s, u"met"_s,
                   u"required_growth"_s, u"best_growth"_s, u"measures"_s, u"illustrative"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "key")), in(QT_TRANSLATE_NOOP("Command", "target")), u""_s,
                   in(QT_TRANSLATE_NOOP("Command", "value")), in(QT_TRANSLATE_NOOP("Command", "unit")),
                   in(QT_TRANSLATE_NOOP("Command", "sense")), in(QT_TRANSLATE_NOOP("Command", "scope")),
                   in(QT_TRANSLATE_NOOP("Command", "section")), in(QT_TRANSLATE_NOOP("Command", "words")),
                   in(QT_TRANSLATE_NOOP("Command", "quote")), in(QT_TRANSLATE_NOOP("Command", "indicator")),
                   in(QT_TRANSLATE_NOOP("Command", "latest")), in(QT_TRANSLATE_NOOP("Command", "as of")),
                   in(QT_TRANSLATE_NOOP("Command", "met")), in(QT_TRANSLATE_NOOP("Command", "needed, % a year")),
                   in(QT_TRANSLATE_NOOP("Command", "best so far, % a year")),
                   in(QT_TRANSLATE_NOOP("Command", "measures")), in(QT_TRANSLATE_NOOP("Command", "illustrative"))},
                  {}};
    const Language language = interfaceLanguage();
    for (const Target& target : plan.targets) {
        const TargetStanding standing = standingOf(plan, target);
        const Observation* latest = standing.latest >= 0 ? &plan.observations[standing.latest] : nullptr;
        const auto percent = [](double share) { return QString::number(100 * share, 'f', 2).toDouble(); };
        table.rows +=
            {target.key,
             target.name.in(language),
             operatorSymbol(target.sense),
             target.value,
             target.unit.in(language),
             toString(target.sense),
             target.scope.in(language),
             target.section,
             target.words.isEmpty() ? QVariant() : target.words,
             target.quote,
             target.indicator.isEmpty() ? QVariant() : target.indicator,
             latest ? QVariant(latest->value->number) : QVariant(),
             latest ? QVariant(latest->period.toString()) : QVariant(),
             latest ? QVariant(standing.met) : QVariant(),
             standing.need ? QVariant(percent(standing.need->required.share)) : QVariant(),
             standing.need && standing.need->best ? QVariant(percent(standing.need->best->share)) : QVariant(),
             measuresFor(plan, target).join(u' '),
             latest ? QVariant(latest->status == Observation::Status::Illustrative) : QVariant()};
    }
    return table;
}

Listing splitListing(const Plan& plan, const Target& target, const Decomposition& split, bool forPeople) {
    const auto in = commandWords;
    Listing table{
        {u"code"_s, u"name"_s, u"tier"_s, u"value"_s, u"unit"_s, u"before"_s, u"base"_s, u"base_period"_s, u"note"_s},
        {in(QT_TRANSLATE_NOOP("Command", "Code")), in(QT_TRANSLATE_NOOP("Command", "Zone")),
         in(QT_TRANSLATE_NOOP("Command", "tier")), in(QT_TRANSLATE_NOOP("Command", "part")),
         in(QT_TRANSLATE_NOOP("Command", "unit")), in(QT_TRANSLATE_NOOP("Command", "so far")),
         in(QT_TRANSLATE_NOOP("Command", "base")), in(QT_TRANSLATE_NOOP("Command", "as of")),
         in(QT_TRANSLATE_NOOP("Command", "note"))},
        {}};
    const Language language = interfaceLanguage();
    const QString unit = splitUnit(plan, target, split);
    const auto number = [&](double value) {
        return forPeople ? QVariant(QString::number(value, 'g', 6).toDouble()) : QVariant(value);
    };
    for (const ZonePart& part : split.parts) {
        const Zone& zone = *plan.zone(part.zone);
        const Observation* base = part.base >= 0 ? &plan.observations[part.base] : nullptr;
        table.rows += {zone.code,
                       zone.name.in(language),
                       forPeople ? plan.tier(zone.tier)->name.in(language) : zone.tier,
                       split.kind == TargetKind::Additive ? QVariant(part.value) : number(part.value),
                       unit,
                       part.before ? number(*part.before) : QVariant(),
                       base ? QVariant(base->value->number) : QVariant(),
                       base ? QVariant(base->period.toString()) : QVariant(),
                       proposalMark()};
    }
    return table;
}

int runDecompose(const QCommandLineParser& parser, const Plan& plan) {
    auto settings = splitOptionsOf(parser, plan);
    if (!settings)
        return report(settings.error());
    settings->target = parser.value(u"decompose"_s);
    const auto split = decompose(plan, *settings);
    if (!split)
        return reportSplit(plan, *settings, split.error());
    const Target& target = *std::ranges::find(plan.targets, settings->target, &Target::key);
    tellSplit(target, *settings, *split);
    if (parser.isSet(u"json"_s))
        return print(QJsonDocument(splitJson(plan, target, *split)).toJson());
    return printTable(parser, splitListing(plan, target, *split, !parser.isSet(u"csv"_s)));
}

} // namespace

int runTargets(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Lists the plan's quantified targets, where the city stands, and what it takes to get there. They "
                   "are set for the city; --decompose proposes a split over its districts.")));
    addTableOptions(parser);
    parser.addOption({u"decompose"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Split this target over the districts: a proposal.")),
                      u"KEY"_s});
    addSplitOptions(parser);
    if (const auto code = parseArguments(parser, u"targets"_s, arguments))
        return *code;
    for (const QString& option : parser.optionNames()) {
        const QStringList own{u"json"_s, u"csv"_s, u"decompose"_s};
        if (!parser.isSet(u"decompose"_s) && !own.contains(option))
            return report({.code = Problem::Code::FieldMissing, .field = u"--decompose"_s});
    }
    const auto project = projectArgument(parser, u"targets"_s);
    if (!project)
        return project.error();
    if (parser.isSet(u"decompose"_s))
        return runDecompose(parser, project->plan);
    return printTable(parser, targetListing(project->plan));
}

} // namespace tiermap
