#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/import_words.h"
#include "app/session/plan_words.h"
#include "app/session/words.h"
#include "maps/formats/plan_project.h"
#include "maps/import/new_plan.h"

#include <QDir>
#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

// --- new -------------------------------------------------------------------------------------------------------------

void addNewOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    parser.addPositionalArgument(
        u"FOLDER"_s,
        words(QT_TRANSLATE_NOOP("Command", "Folder of the plan package; it is made where there is none.")));
    const auto option = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, words(text), value});
    };
    option(u"boundaries"_s, QT_TRANSLATE_NOOP("Command", "Vector file with an outline for each zone."), u"FILE"_s);
    option(u"key"_s, QT_TRANSLATE_NOOP("Command", "Field of the codes; found out by default."), u"FIELD"_s);
    option(u"name"_s, QT_TRANSLATE_NOOP("Command", "Field of the names; found out by default."), u"FIELD"_s);
    option(u"tiers"_s, QT_TRANSLATE_NOOP("Command", "Field of the tiers, or a table with zones and tiers."),
           u"FIELD|TABLE"_s);
    option(u"observations"_s, QT_TRANSLATE_NOOP("Command", "Table of figures; may be given several times."),
           u"TABLE"_s);
    option(u"source"_s, QT_TRANSLATE_NOOP("Command", "Source of figures whose table names none."), u"TEXT"_s);
    option(u"period"_s, QT_TRANSLATE_NOOP("Command", "Period of figures that state none."), u"PERIOD"_s);
    option(u"title"_s, QT_TRANSLATE_NOOP("Command", "Title of the plan."), u"TEXT"_s);
    option(u"city"_s, QT_TRANSLATE_NOOP("Command", "Name of the city."), u"TEXT"_s);
    option(u"vintage"_s, QT_TRANSLATE_NOOP("Command", "Since when the districts stand like this, such as 2021-04."),
           u"MONTH"_s);
    option(u"encoding"_s, QT_TRANSLATE_NOOP("Command", "Encoding of a shapefile or CSV file, or auto."), u"NAME"_s);
    option(u"datum"_s, QT_TRANSLATE_NOOP("Command", "auto, wgs84, cgcs2000, gcj02 or bd09."), u"NAME"_s);
    option(u"crs"_s, QT_TRANSLATE_NOOP("Command", "Coordinate system, such as EPSG:4549."), u"CODE"_s);
}

Result<NewPlanChoices> newChoices(const QCommandLineParser& parser, const QString& folder) {
    NewPlanChoices choices{.key = QFileInfo(QDir(folder).absolutePath()).fileName(),
                           .boundaries = parser.value(u"boundaries"_s),
                           .keyField = parser.value(u"key"_s),
                           .nameField = parser.value(u"name"_s),
                           .tiers = parser.value(u"tiers"_s),
                           .observations = parser.values(u"observations"_s),
                           .source = parser.value(u"source"_s),
                           .title = parser.value(u"title"_s),
                           .city = parser.value(u"city"_s),
                           .vintage = parser.value(u"vintage"_s)};
    const auto encoding = encodingOption(parser);
    if (!encoding)
        return std::unexpected(encoding.error());
    choices.encoding = *encoding;
    choices.coordinates.crs = parser.value(u"crs"_s);
    if (const QString name = parser.value(u"datum"_s); !name.isEmpty() && name != "auto"_L1) {
        choices.coordinates.datum = fromName<Datum>(name);
        if (!choices.coordinates.datum)
            return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                           .field = u"--datum"_s,
                                           .arguments = {name, u"auto, "_s + allowedNames<Datum>()}});
    }
    if (parser.isSet(u"period"_s)) {
        choices.period = Period::parse(parser.value(u"period"_s));
        if (!choices.period)
            return std::unexpected(
                Problem{.code = Problem::Code::FieldType, .field = u"--period"_s, .arguments = {u"period"_s}});
    }
    return choices;
}

void addReport(QStringList& lines, const Plan& plan, const ImportReport& report) {
    lines << u"  "_s + rowWords(report);
    if (report.values > 0)
        lines << u"  "_s + valueWords(report);
    for (const QString& column : columnLines(plan, report))
        lines << u"    "_s + column;
    for (const ImportReport::Notice& notice : noticesOf(report))
        lines << u"    "_s + sentence(plan, notice);
}

QStringList newReport(const NewPlan& made, const QString& boundaries, qsizetype gaps) {
    const auto words = commandWords;
    const Plan& plan = made.project.plan;
    QStringList lines{words(QT_TRANSLATE_NOOP("Command", "%1: codes from \"%2\", names from \"%3\", coordinates in %4"))
                          .arg(boundaries, made.keyField, made.nameField, made.coordinates.crs)};
    lines << u"  "_s + datumWords(made.coordinates);
    if (made.coordinates.metresIfGcj02 > 0)
        lines << u"  "_s +
                     words(QT_TRANSLATE_NOOP("Command", "Should the outlines come from a Chinese web map (GCJ-02), "
                                                        "they lie %1 m wide of the mark: say so with --datum "
                                                        "gcj02."))
                         .arg(std::lround(made.coordinates.metresIfGcj02));
    addReport(lines, plan, made.outlines);
    for (const NewPlanTable& table : made.tables) {
        lines << table.file;
        addReport(lines, plan, table.report);
    }
    lines << words(QT_TRANSLATE_NOOP("Command", "%1 zones, %2 tiers, %3 indicators, %4 observations"))
                 .arg(plan.layoutZones().size())
                 .arg(plan.tiers.size())
                 .arg(plan.indicators.size())
                 .arg(plan.observations.size());
    if (gaps > 0)
        lines << words(QT_TRANSLATE_NOOP("Command", "%1 things are still to be filled in; \"tiermap plan check\" lists "
                                                    "them."))
                     .arg(gaps);
    return lines;
}

int makeNew(const QStringList& arguments) {
    const auto words = commandWords;
    const QString name = u"plan new"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(words(QT_TRANSLATE_NOOP(
        "Command", "Makes a plan package of a boundary file and of tables. What they do not tell is left as a marked "
                   "placeholder.")));
    addNewOptions(parser);
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"boundaries"_s))
        return usageError(name, words(QT_TRANSLATE_NOOP("Command", "FOLDER and --boundaries are needed.")));
    const QString folder = parser.positionalArguments().constFirst();
    const auto choices = newChoices(parser, folder);
    if (!choices)
        return report(choices.error());
    const auto made = makePlan(*choices);
    if (!made)
        return report(made.error());
    if (const auto written = writePlanProject(made->project, folder); !written)
        return report(written.error());
    const PackageFindings found = checkPlanProject(folder);
    if (!found.problems.isEmpty())
        return report(found.problems.first());
    return print(newReport(*made, choices->boundaries, found.gaps.size()).join(u'\n').toUtf8() + '\n');
}

// --- check -----------------------------------------------------------------------------------------------------------

int check(const QStringList& arguments) {
    const auto words = commandWords;
    const QString name = u"plan check"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(words(QT_TRANSLATE_NOOP(
        "Command", "Lists everything that is wrong with a plan package or still to be filled in. Exit code 1 where it "
                   "finds something.")));
    parser.addPositionalArgument(u"FOLDER"_s, words(QT_TRANSLATE_NOOP("Command", "Folder of the plan package.")));
    parser.addOption({u"json"_s, words(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, words(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return usageError(name, words(QT_TRANSLATE_NOOP("Command", "The FOLDER of a plan package is needed.")));
    Listing table{{u"kind"_s, u"file"_s, u"row"_s, u"field"_s, u"finding"_s},
                  {words(QT_TRANSLATE_NOOP("Command", "kind")), words(QT_TRANSLATE_NOOP("Command", "file")),
                   words(QT_TRANSLATE_NOOP("Command", "row")), words(QT_TRANSLATE_NOOP("Command", "field")),
                   words(QT_TRANSLATE_NOOP("Command", "finding"))},
                  {}};
    const auto add = [&](const QString& kind, const auto& found) {
        table.rows +=
            {kind, found.file, found.row > 0 ? QVariant(found.row) : QVariant(), found.field, sentence(found)};
    };
    const PackageFindings found = checkPlanProject(parser.positionalArguments().constFirst());
    for (const Problem& problem : found.problems)
        add(u"wrong"_s, problem);
    for (const PlanGap& gap : found.gaps)
        add(u"incomplete"_s, gap);
    const int printed = printTable(parser, table);
    return printed == Done && !table.rows.isEmpty() ? int(Failed) : printed;
}

} // namespace

int runPlan(const QStringList& arguments) {
    const QString way = arguments.value(0);
    if (way == u"new"_s)
        return makeNew(arguments.sliced(1));
    if (way == u"check"_s)
        return check(arguments.sliced(1));
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Plan packages: \"tiermap plan new --help\" and \"tiermap plan check --help\" tell "
                   "more.")));
    parser.addPositionalArgument(u"new|check"_s, commandWords(QT_TRANSLATE_NOOP("Command", "What to do.")));
    if (const auto code = parseArguments(parser, u"plan"_s, arguments))
        return *code;
    return usageError(u"plan"_s, commandWords(QT_TRANSLATE_NOOP("Command", "new or check is needed.")));
}

} // namespace tiermap
