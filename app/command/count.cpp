#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/register_options.h"
#include "app/session/builtin_plan.h"
#include "app/session/language.h"
#include "app/session/register_words.h"
#include "core/store/open_project.h"
#include "maps/import/layer_import.h"
#include "maps/register/count_observations.h"
#include "maps/register/register_quotients.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the rows are parted by beside the zones.
enum class By { Nothing, Section, Division };

struct Part {
    QString key;
    QString name;
    qint64 count = 0;
    std::optional<LocationQuotient> quotient{}; ///< of those whose industry is known
};

/// A zone's rows by section or division; those whose industry is not known come last, under an empty key.
QList<Part> partsOf(const ZoneCount& zone, By by) {
    QList<Part> parts;
    const auto add = [&](const QString& key, const QString& name, qint64 count) {
        if (count == 0)
            return;
        if (!parts.isEmpty() && parts.last().key == key)
            parts.last().count += count;
        else
            parts += {key, name, count};
    };
    const auto at = [&](int index) { return zone.industries[static_cast<std::size_t>(index)]; };
    for (const IndustrySection& section : industrySections()) {
        const QString letter(QLatin1Char(section.letter));
        for (int division = section.first; division <= section.last; ++division)
            add(by == By::Section ? letter : letter + QString::number(division).rightJustified(2, u'0'),
                by == By::Section ? section.name.in(interfaceLanguage()) : divisionName(division), at(division));
        add(letter, section.name.in(interfaceLanguage()), at(industryIndex({section.letter, 0})));
    }
    add({}, commandWords(QT_TRANSLATE_NOOP("Command", "industry not known")), at(0));
    return parts;
}

/// The parts of each zone, beside the city as the districts make it up.
QHash<QString, QList<Part>> partsWithQuotients(const Plan& plan, const RegisterCount& count, By by) {
    QHash<QString, QList<Part>> zones;
    QHash<QString, QList<LocationQuotient>> quotients; // by part
    for (qsizetype i = 0; i < count.zones.size(); ++i) {
        QList<Part>& parts = zones[count.zones[i].code];
        parts = partsOf(count.zones[i], by);
        for (Part& part : parts) {
            if (part.key.isEmpty() || (by == By::Division && part.key.size() == 1))
                continue; // of rows that only name their section nobody knows the division
            if (!quotients.contains(part.key))
                quotients.insert(part.key, quotientsOf(plan, count, industryOf(part.key.toLatin1())));
            part.quotient = quotients[part.key][i];
        }
    }
    return zones;
}

QJsonArray rowsOf(const RejectedRows& rows) {
    QJsonArray first;
    for (const qint64 row : rows.first)
        first += row;
    return first;
}

QByteArray json(const Plan& plan, const RegisterCount& count, By by) {
    QJsonArray zones;
    const auto parts = by == By::Nothing ? QHash<QString, QList<Part>>() : partsWithQuotients(plan, count, by);
    for (const ZoneCount& zone : count.zones) {
        const Zone* known = plan.zone(zone.code);
        QJsonObject entry{{u"code"_s, zone.code},
                          {u"name_zh"_s, known ? known->name.zh : QString()},
                          {u"name_en"_s, known ? known->name.en : QString()},
                          {u"kind"_s, known ? toString(known->kind) : QString()},
                          {u"parent"_s, known ? known->parent : QString()},
                          {u"count"_s, zone.count}};
        if (by != By::Nothing) {
            QJsonArray industries;
            for (const Part& part : parts.value(zone.code)) {
                QJsonObject object{{u"code"_s, part.key}, {u"name"_s, part.name}, {u"count"_s, part.count}};
                if (part.quotient)
                    object.insert(u"location_quotient"_s, QJsonObject{{u"quotient"_s, part.quotient->quotient},
                                                                      {u"lower"_s, part.quotient->lower},
                                                                      {u"upper"_s, part.quotient->upper},
                                                                      {u"specialised"_s, part.quotient->specialised}});
                industries += object;
            }
            entry.insert(u"industries"_s, industries);
        }
        zones += entry;
    }
    QJsonArray rejections;
    for (const RejectedRows& rows : count.rejections)
        rejections += QJsonObject{{u"kind"_s, nameOf(rows.kind)}, {u"count"_s, rows.count}, {u"rows"_s, rowsOf(rows)}};
    QJsonArray shared;
    for (const SharedPlace& place : count.shared)
        shared += QJsonObject{
            {u"longitude"_s, place.longitude}, {u"latitude"_s, place.latitude}, {u"at_least"_s, place.atLeast}};
    return QJsonDocument(QJsonObject{{u"zones"_s, zones},
                                     {u"read"_s, count.read},
                                     {u"left_out"_s, count.leftOut},
                                     {u"counted"_s, count.counted},
                                     {u"outside"_s, count.outside},
                                     {u"rejected"_s, count.rejected},
                                     {u"rejections"_s, rejections},
                                     {u"counted_by_district"_s, count.byDistrict},
                                     {u"disagreements"_s, QJsonObject{{u"count"_s, count.disagreements.count},
                                                                      {u"rows"_s, rowsOf(count.disagreements)}}},
                                     {u"shared_places"_s, shared}})
        .toJson();
}

QVariantList cellsOf(const std::optional<LocationQuotient>& quotient) {
    if (!quotient)
        return {{}, {}, {}, {}};
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    return {number(quotient->quotient), number(quotient->lower), number(quotient->upper),
            quotient->specialised ? commandWords(QT_TRANSLATE_NOOP("Command", "yes")) : QString()};
}

Listing listing(const Plan& plan, const RegisterCount& count, By by) {
    Listing table{
        {u"code"_s, u"name"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "Code")), commandWords(QT_TRANSLATE_NOOP("Command", "Zone"))},
        {}};
    QHash<QString, QList<Part>> parts;
    if (by != By::Nothing) {
        parts = partsWithQuotients(plan, count, by);
        table.keys << u"industry"_s << u"industry_name"_s;
        table.headings << commandWords(QT_TRANSLATE_NOOP("Command", "Industry"))
                       << commandWords(QT_TRANSLATE_NOOP("Command", "Name"));
    }
    table.keys << u"count"_s;
    table.headings << commandWords(QT_TRANSLATE_NOOP("Command", "Count"));
    if (by != By::Nothing) {
        table.keys << u"lq"_s << u"lq_lower"_s << u"lq_upper"_s << u"specialised"_s;
        table.headings << commandWords(QT_TRANSLATE_NOOP("Command", "LQ"))
                       << commandWords(QT_TRANSLATE_NOOP("Command", "95 % from"))
                       << commandWords(QT_TRANSLATE_NOOP("Command", "95 % to"))
                       << commandWords(QT_TRANSLATE_NOOP("Command", "Specialised"));
    }
    for (const ZoneCount& zone : count.zones) {
        const Zone* known = plan.zone(zone.code);
        const QVariantList named{zone.code, known ? known->name.in(interfaceLanguage()) : QString()};
        if (by == By::Nothing)
            table.rows += named + QVariantList{zone.count};
        else
            for (const Part& part : parts.value(zone.code))
                table.rows += named + QVariantList{part.key, part.name, part.count} + cellsOf(part.quotient);
    }
    return table;
}

/// Makes the counts values of an indicator.
Result<Edit> valuesOf(const QCommandLineParser& parser, const Plan& plan, const RegisterCount& count,
                      const NamedRegister& points) {
    const auto period = Period::parse(parser.value(u"period"_s));
    if (!period)
        return std::unexpected(
            Problem{.code = Problem::Code::FieldType, .field = u"--period"_s, .arguments = {u"period"_s}});
    const QString source = parser.value(u"source"_s).trimmed();
    return observationsOf(plan, count,
                          {.indicator = parser.value(u"keep"_s),
                           .period = *period,
                           .source = source.isEmpty() ? points.source : source,
                           .note = filterWords(points.choices.filter),
                           .adopt = parser.isSet(u"adopt"_s)})
        .transform([](const ObservationImport& made) { return made.edit; })
        .transform_error([](Problem problem) {
            problem.field = u"--keep"_s;
            return problem;
        });
}

/// What was asked to stay in the project, in one step.
Result<void> keep(const QCommandLineParser& parser, OpenProject& project, const RegisterCount& count,
                  const NamedRegister& points) {
    Edit edit{.changes = {}, .reason = parser.value(u"reason"_s)};
    if (parser.isSet(u"keep"_s)) {
        const auto values = valuesOf(parser, project.content().plan, count, points);
        if (!values)
            return std::unexpected(values.error());
        edit.changes << values->changes;
    }
    if (parser.isSet(u"layer"_s))
        edit.changes << keepRegister(project.content(), points.file, nameOf(points.choices.datum),
                                     toJson(points.choices),
                                     {.name = parser.value(u"layer"_s), .source = parser.value(u"source"_s)})
                            .changes;
    return edit.changes.isEmpty() ? Result<void>() : project.apply(edit).transform([](bool) {});
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(
        u"PROJECT"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
    parser.addPositionalArgument(
        u"POINTS"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "A register: CSV, a workbook, any vector file, or the name of one "
                                                  "that PROJECT keeps.")));
    const auto option = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, commandWords(text), value});
    };
    addRegisterOptions(parser);
    addFindOptions(parser);
    option(u"by"_s,
           QT_TRANSLATE_NOOP("Command", "Part the counts by \"industry\" (sections) or \"division\" of GB/T 4754."),
           u"WHAT"_s);
    option(u"keep"_s,
           QT_TRANSLATE_NOOP("Command", "Keep the counts in PROJECT as values of this indicator, an edit that can be "
                                        "undone; one that there is not is made. Needs --period."),
           u"INDICATOR"_s);
    option(u"layer"_s,
           QT_TRANSLATE_NOOP("Command", "Keep the register in PROJECT as a layer of this name, with its columns and "
                                        "filter: its file stays where it is. From then on the name does for POINTS."),
           u"NAME"_s);
    option(u"period"_s, QT_TRANSLATE_NOOP("Command", "Period that the register speaks of."), u"PERIOD"_s);
    option(u"source"_s, QT_TRANSLATE_NOOP("Command", "Title of the register; the name of its file by default."),
           u"TEXT"_s);
    option(u"reason"_s, QT_TRANSLATE_NOOP("Command", "Why, for the log."), u"TEXT"_s);
    parser.addOption(
        {u"adopt"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Use these values instead of other sources'."))});
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
}

} // namespace

int runCount(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Counts the rows of a register per zone: by their coordinates, or by district where there are none. "
                   "Nothing is written but what --keep asks for.")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, u"count"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    const bool keeps = parser.isSet(u"keep"_s) || parser.isSet(u"layer"_s);
    if (given.isEmpty() || given.size() > 2)
        return usageError(u"count"_s, commandWords(QT_TRANSLATE_NOOP("Command", "POINTS is needed.")));
    if (keeps && given.size() < 2)
        return usageError(u"count"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "PROJECT is needed with --keep and --layer.")));
    if ((parser.isSet(u"clusters"_s) || parser.isSet(u"hexagons"_s)) && !parser.isSet(u"layer"_s))
        return usageError(u"count"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "--clusters and --hexagons go with --layer.")));
    if (parser.isSet(u"keep"_s) && !parser.isSet(u"period"_s))
        return usageError(u"count"_s, commandWords(QT_TRANSLATE_NOOP("Command", "--period is needed with --keep.")));
    const QHash<QString, By> ways{
        {QString(), By::Nothing}, {u"industry"_s, By::Section}, {u"division"_s, By::Division}};
    const QString by = parser.value(u"by"_s);
    if (!ways.contains(by))
        return report(
            {.code = Problem::Code::ValueUnknown, .field = u"--by"_s, .arguments = {by, u"industry, division"_s}});
    const QString file = given.size() > 1 ? given[0] : builtInPlanFile();
    const auto project =
        keeps ? projectToEdit(file) : OpenProject::open(file, OpenProject::Access::Read).transform_error(report);
    if (!project)
        return project.error();
    const Project& content = (*project)->content();
    const auto shapes = decodeShapes(content);
    if (!shapes)
        return report(shapes.error());
    const auto points = registerNamed(parser, content, given.last());
    if (!points)
        return report(points.error());
    const auto count = countRegister(content, *shapes, points->file, points->choices);
    if (!count)
        return report(count.error());
    if (keeps) {
        if (const auto kept = keep(parser, **project, *count, *points); !kept)
            return report(kept.error());
    }
    if (parser.isSet(u"json"_s))
        return print(json(content.plan, *count, ways[by]));
    const Listing table = listing(content.plan, *count, ways[by]);
    if (parser.isSet(u"csv"_s))
        return print(table.csv());
    return print(table.text() + '\n' + summary(*count).join(u'\n').toUtf8() + '\n');
}

} // namespace tiermap
