#include "app/command/claim_json.h"
#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/style_options.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/change_analysis.h"

#include <QJsonDocument>

#include <numeric>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Result<QString> indicatorOf(const Plan& plan, const QString& name, const QString& option) {
    const Indicator* indicator = indicatorNamed(plan, name);
    if (!indicator)
        return std::unexpected(Problem{
            .code = Problem::Code::ReferenceUnknown, .field = u"--"_s + option, .arguments = {name, u"indicator"_s}});
    return indicator->key;
}

Result<ChangeQuestion> questionOf(const QCommandLineParser& parser, const Plan& plan, const QString& indicator) {
    ChangeQuestion question{.indicator = indicator};
    for (const auto& [option, period] : {std::pair(u"from"_s, &question.from), {u"to"_s, &question.to}}) {
        const auto parsed = Period::parse(parser.value(option));
        if (!parsed || parsed->kind == Period::Kind::Unknown)
            return std::unexpected(
                Problem{.code = Problem::Code::FieldType, .field = u"--"_s + option, .arguments = {u"period"_s}});
        *period = *parsed;
    }
    for (const QString& name : parser.values(u"part"_s)) {
        const auto part = indicatorOf(plan, name, u"part"_s);
        if (!part)
            return std::unexpected(part.error());
        question.parts << *part;
    }
    if (parser.isSet(u"per"_s)) {
        const auto per = indicatorOf(plan, parser.value(u"per"_s), u"per"_s);
        if (!per)
            return std::unexpected(per.error());
        question.per = *per;
    }
    return question;
}

QJsonObject json(const Plan& plan, const ChangeQuestion& question, const ChangeAnalysis& change) {
    QJsonArray zones;
    for (qsizetype i = 0; i < change.zones.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        QJsonObject zone{{u"zone"_s, change.zones[i]},
                         {u"base"_s, change.base[at]},
                         {u"end"_s, change.end[at]},
                         {u"change"_s, change.end[at] - change.base[at]}};
        if (const auto& effects = change.shiftShare.zones[at]) {
            zone.insert(u"reference"_s, effects->reference);
            zone.insert(u"mix"_s, effects->mix);
            zone.insert(u"local"_s, effects->local);
        }
        zones << zone;
    }
    QJsonObject object{{u"indicator"_s, question.indicator},
                       {u"unit"_s, plan.indicator(question.indicator)->unit.zh},
                       {u"from"_s, question.from.toString()},
                       {u"to"_s, question.to.toString()},
                       {u"parts"_s, QJsonArray::fromStringList(question.parts)},
                       {u"growth"_s, change.shiftShare.growth},
                       {u"zones"_s, zones},
                       {u"left_out"_s, QJsonArray::fromStringList(change.leftOut)},
                       {u"target"_s, change.target ? QJsonValue(*change.target) : QJsonValue()}};
    if (change.decomposition)
        object.insert(u"decomposition"_s, QJsonObject{{u"per"_s, question.per},
                                                      {u"base"_s, change.decomposition->base},
                                                      {u"end"_s, change.decomposition->end},
                                                      {u"size"_s, change.decomposition->effects[0]},
                                                      {u"shares"_s, change.decomposition->effects[1]},
                                                      {u"value_per"_s, change.decomposition->effects[2]}});
    return object;
}

QByteArray text(const Plan& plan, const ChangeQuestion& question, const ChangeAnalysis& change) {
    const auto in = commandWords;
    const Language language = interfaceLanguage();
    const Indicator& indicator = *plan.indicator(question.indicator);
    const double base = std::accumulate(change.base.begin(), change.base.end(), 0.0);
    const double end = std::accumulate(change.end.begin(), change.end.end(), 0.0);
    Listing table{{u"zone"_s, u"base"_s, u"end"_s, u"change"_s, u"reference"_s, u"mix"_s, u"local"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "Zone")), words(question.from), words(question.to),
                   in(QT_TRANSLATE_NOOP("Command", "change")), in(QT_TRANSLATE_NOOP("Command", "as all grew")),
                   in(QT_TRANSLATE_NOOP("Command", "by its mix")), in(QT_TRANSLATE_NOOP("Command", "of its own"))},
                  {}};
    const auto number = [](double value) { return QVariant(QString::number(value, 'g', 6).toDouble()); };
    for (qsizetype i = 0; i < change.zones.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto& effects = change.shiftShare.zones[at];
        table.rows += {plan.zone(change.zones[i])->name.in(language),
                       number(change.base[at]),
                       number(change.end[at]),
                       number(change.end[at] - change.base[at]),
                       effects ? number(effects->reference) : QVariant(),
                       effects ? number(effects->mix) : QVariant(),
                       effects ? number(effects->local) : QVariant()};
    }
    QStringList lines{in(QT_TRANSLATE_NOOP("Command", "%1 (%2): from %3 to %4, together, in the zones that have both."))
                          .arg(indicator.name.in(language), indicator.unit.in(language), words(base), words(end))};
    if (!change.leftOut.isEmpty())
        lines << in(QT_TRANSLATE_NOOP("Command", "No data: %1")).arg(zoneNames(plan, change.leftOut));
    if (change.decomposition)
        lines << in(QT_TRANSLATE_NOOP("Command", "Of the change %1 come from the growth of %2, %3 from its moving "
                                                 "between zones, %4 from the value for each of it."))
                     .arg(words(change.decomposition->effects[0]), plan.indicator(question.per)->name.in(language),
                          words(change.decomposition->effects[1]), words(change.decomposition->effects[2]));
    if (change.target)
        lines << in(QT_TRANSLATE_NOOP("Command", "The plan wants %1 of the city.")).arg(words(*change.target));
    return table.text() + lines.join(u'\n').toUtf8() + '\n';
}

/// The problems of the analysis name its parameters: here they are options.
Problem asOption(Problem problem) {
    if (problem.field == "to"_L1 || problem.field == "per"_L1)
        problem.field.prepend(u"--"_s);
    else if (problem.field == "parts"_L1)
        problem.field = u"--part"_s;
    else if (problem.field == "indicator"_L1)
        problem.field = u"INDICATOR"_s;
    return problem;
}

} // namespace

int runChange(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Says what an indicator changed by between two periods, and why: shift-share by district and part, "
                   "and, with --per, a decomposition (LMDI) without a residual.")));
    addIndicatorArguments(parser);
    const auto add = [&](const QString& name, const char* words, const QString& value) {
        parser.addOption({name, commandWords(words), value});
    };
    add(u"from"_s, QT_TRANSLATE_NOOP("Command", "First period: 2021, 2021-Q1, ..."), u"PERIOD"_s);
    add(u"to"_s, QT_TRANSLATE_NOOP("Command", "Last period."), u"PERIOD"_s);
    add(u"part"_s,
        QT_TRANSLATE_NOOP("Command",
                          "Indicator that is a part of it, such as an industry; may be given several times."),
        u"INDICATOR"_s);
    add(u"per"_s, QT_TRANSLATE_NOOP("Command", "Indicator that it is divided by, such as pop_resident."),
        u"INDICATOR"_s);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"change"_s, arguments))
        return *code;
    const auto given = indicatorArguments(parser, u"change"_s);
    if (!given)
        return given.error();
    if (!parser.isSet(u"from"_s) || !parser.isSet(u"to"_s))
        return usageError(u"change"_s, commandWords(QT_TRANSLATE_NOOP("Command", "--from and --to are needed.")));
    const Plan& plan = given->first.plan;
    const auto question = questionOf(parser, plan, given->second);
    if (!question)
        return report(question.error());
    const auto change = analyseChange(plan, *question);
    if (!change)
        return report(asOption(change.error()));
    return print(parser.isSet(u"json"_s) ? QJsonDocument(json(plan, *question, *change)).toJson()
                                         : text(plan, *question, *change));
}

} // namespace tiermap
