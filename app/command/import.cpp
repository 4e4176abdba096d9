#include "app/command/command.h"
#include "app/session/import_words.h"
#include "core/store/open_project.h"
#include "maps/import/file_import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonArray json(const Plan& plan, const QList<ImportReport::Notice>& notices) {
    QJsonArray array;
    for (const ImportReport::Notice& notice : notices) {
        QJsonObject object{{u"kind"_s, nameOf(notice.kind)}, {u"words"_s, sentence(plan, notice)}};
        if (notice.row > 0)
            object.insert(u"row"_s, notice.row);
        if (!notice.column.isEmpty())
            object.insert(u"column"_s, notice.column);
        if (!notice.text.isEmpty())
            object.insert(u"text"_s, notice.text);
        if (!notice.arguments.isEmpty())
            object.insert(u"arguments"_s, QJsonArray::fromStringList(notice.arguments));
        array << object;
    }
    return array;
}

QJsonArray json(const Plan& plan, const QList<ColumnReading>& columns, const QList<ImportReport::Notice>& unused) {
    QJsonArray array;
    for (const ColumnReading& column : columns) {
        QJsonObject object{
            {u"column"_s, column.column}, {u"as"_s, column.field}, {u"words"_s, meaningOf(plan, column)}};
        if (!column.indicator.isEmpty()) {
            object.insert(u"indicator"_s, column.indicator);
            object.insert(u"period"_s, column.period ? column.period->toString() : QString());
            object.insert(u"unit"_s, column.unit);
            object.insert(u"converted"_s, column.converted);
        }
        const auto why = std::ranges::find(unused, column.column, &ImportReport::Notice::column);
        if (column.field.isEmpty() && why != unused.end())
            object.insert(u"why"_s, nameOf(why->kind));
        array << object;
    }
    return array;
}

QString nameOfVintage(Vintage vintage) {
    return vintage == Vintage::Current ? u"current"_s : vintage == Vintage::Former ? u"former"_s : u"unknown"_s;
}

QJsonObject json(const CoordinateReading& coordinates) {
    QJsonArray fits;
    for (const DatumFit& fit : coordinates.fits)
        fits << QJsonObject{
            {u"datum"_s, nameOf(fit.datum)}, {u"overlap"_s, fit.overlap}, {u"metres_moved"_s, fit.metresMoved}};
    return {{u"crs"_s, coordinates.crs},
            {u"declared"_s, coordinates.declared},
            {u"approximate"_s, coordinates.approximate},
            {u"datum"_s, nameOf(coordinates.datum)},
            {u"suggested"_s, coordinates.suggested},
            {u"swapped"_s, coordinates.swapped},
            {u"metres_moved"_s, coordinates.metresMoved},
            {u"metres_least"_s, coordinates.metresLeast},
            {u"metres_most"_s, coordinates.metresMost},
            {u"fits"_s, fits},
            {u"doubt"_s, coordinates.doubt ? QJsonValue(nameOf(coordinates.doubt->better.datum)) : QJsonValue()}};
}

QByteArray jsonReport(const Plan& plan, const FileImport& made, ImportKind kind, bool applied) {
    const ImportReport& report = made.report;
    QJsonObject object{{u"file"_s, made.source.file},
                       {u"driver"_s, made.source.driver},
                       {u"layer"_s, made.layer},
                       {u"encoding"_s, made.source.encoding},
                       {u"as"_s, nameOf(kind)},
                       {u"rows"_s, QJsonObject{{u"read"_s, report.read},
                                               {u"used"_s, report.used},
                                               {u"unchanged"_s, report.unchanged},
                                               {u"unused"_s, json(plan, report.unused)}}},
                       {u"columns"_s, json(plan, report.columns, report.unusedColumns)},
                       {u"columns_unused"_s, json(plan, report.unusedColumns)},
                       {u"warnings"_s, json(plan, report.warnings)},
                       {u"applied"_s, applied}};
    if (kind == ImportKind::Observations) {
        object.insert(u"values"_s, QJsonObject{{u"read"_s, report.values},
                                               {u"used"_s, report.valuesUsed},
                                               {u"unchanged"_s, report.valuesUnchanged},
                                               {u"unused"_s, json(plan, report.unusedValues)}});
        QJsonArray earlier;
        for (const EarlierFigures& figures : made.earlier)
            earlier << figures.period.toString();
        object.insert(u"vintage"_s, nameOfVintage(made.vintage));
        object.insert(u"earlier_boundaries"_s, earlier);
    }
    if (made.coordinates)
        object.insert(u"coordinates"_s, json(*made.coordinates));
    if (made.raster)
        object.insert(u"raster"_s, QJsonObject{{u"width"_s, made.raster->width},
                                               {u"height"_s, made.raster->height},
                                               {u"crs"_s, made.raster->crs},
                                               {u"extent"_s, QJsonArray{made.raster->west, made.raster->south,
                                                                        made.raster->east, made.raster->north}}});
    return QJsonDocument(object).toJson();
}

QByteArray textReport(const Plan& plan, const FileImport& made, ImportKind kind) {
    const ImportReport& report = made.report;
    QStringList lines = understood(made) + columnLines(plan, report);
    lines << rowWords(report);
    if (kind == ImportKind::Observations)
        lines << valueWords(report);
    for (const ImportReport::Notice& notice : noticesOf(report))
        lines << u"  "_s + sentence(plan, notice);
    return lines.join(u'\n').toUtf8() + '\n';
}

void addOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    parser.addPositionalArgument(u"PROJECT"_s, words(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"FILE"_s,
                                 words(QT_TRANSLATE_NOOP("Command", "Table or vector file; it is only read.")));
    const auto option = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, words(text), value});
    };
    option(u"as"_s, QT_TRANSLATE_NOOP("Command", "What it holds: zones, sites, observations or a layer."), u"KIND"_s);
    option(u"sheet"_s, QT_TRANSLATE_NOOP("Command", "Sheet or layer; the first by default."), u"NAME"_s);
    option(u"encoding"_s, QT_TRANSLATE_NOOP("Command", "Encoding of a shapefile or CSV file, or auto."), u"NAME"_s);
    option(u"datum"_s, QT_TRANSLATE_NOOP("Command", "auto, wgs84, cgcs2000, gcj02 or bd09."), u"NAME"_s);
    option(u"crs"_s, QT_TRANSLATE_NOOP("Command", "Coordinate system, such as EPSG:4549."), u"CODE"_s);
    option(u"key"_s,
           QT_TRANSLATE_NOOP("Command",
                             "Column that names the zones: its heading or its letter. Of sites: heading of the "
                             "column that names them."),
           u"COLUMN"_s);
    option(u"header-rows"_s, QT_TRANSLATE_NOOP("Command", "Rows above the data."), u"COUNT"_s);
    option(u"unit-row"_s, QT_TRANSLATE_NOOP("Command", "Row that states the units, from 1; 0: none does."), u"ROW"_s);
    option(u"period"_s, QT_TRANSLATE_NOOP("Command", "Period of figures that state none."), u"PERIOD"_s);
    option(u"indicator"_s, QT_TRANSLATE_NOOP("Command", "Key of the indicator of columns that only state a year."),
           u"KEY"_s);
    option(u"source"_s, QT_TRANSLATE_NOOP("Command", "Title of the publication, where the file does not name it."),
           u"TEXT"_s);
    option(u"status"_s, QT_TRANSLATE_NOOP("Command", "published, estimate or illustrative."), u"NAME"_s);
    option(u"vintage"_s,
           QT_TRANSLATE_NOOP("Command", "Boundaries that figures speak of: current or former. Of zones and layers: the "
                                        "month from which their boundaries stand like this, such as 2021-04."),
           u"VINTAGE"_s);
    option(u"name"_s, QT_TRANSLATE_NOOP("Command", "Name of a layer; that of its file by default."), u"TEXT"_s);
    option(u"name-en"_s, QT_TRANSLATE_NOOP("Command", "Its name in English; the same by default."), u"TEXT"_s);
    option(u"color"_s, QT_TRANSLATE_NOOP("Command", "Colour of a layer: #RRGGBB."), u"COLOR"_s);
    option(u"opacity"_s, QT_TRANSLATE_NOOP("Command", "How strong a layer is drawn, from 0 to 1."), u"NUMBER"_s);
    option(u"largest-scale"_s, QT_TRANSLATE_NOOP("Command", "A layer is drawn from this scale on: 50000 for 1:50,000."),
           u"DENOMINATOR"_s);
    option(u"smallest-scale"_s, QT_TRANSLATE_NOOP("Command", "A layer is drawn down to this scale."), u"DENOMINATOR"_s);
    parser.addOption({u"schematic"_s, words(QT_TRANSLATE_NOOP("Command", "The outlines of zones are sketches, too: "
                                                                         "figures go on saying so."))});
    option(u"time-limit"_s,
           QT_TRANSLATE_NOOP("Command", "Seconds after which the reading of the file is stopped; 600 by default."),
           u"SECONDS"_s);
    option(u"reason"_s, QT_TRANSLATE_NOOP("Command", "Why, for the log."), u"TEXT"_s);
    parser.addOption({u"adopt"_s, words(QT_TRANSLATE_NOOP("Command", "Use these values instead of other sources'."))});
    parser.addOption(
        {u"add-indicators"_s,
         words(QT_TRANSLATE_NOOP("Command", "Columns of figures that name no indicator become new ones."))});
    parser.addOption({u"dry-run"_s, words(QT_TRANSLATE_NOOP("Command", "Say what would happen and change nothing."))});
    parser.addOption({u"json"_s, words(QT_TRANSLATE_NOOP("Command", "Print the report as JSON."))});
}

/// Figures are of today's boundaries or of earlier ones; boundaries themselves have a date.
Result<void> readVintage(const QCommandLineParser& parser, FileImportChoices& choices) {
    const QString text = parser.value(u"vintage"_s);
    if (text.isEmpty())
        return {};
    const auto unknown = [&](const QString& allowed) {
        return std::unexpected(
            Problem{.code = Problem::Code::ValueUnknown, .field = u"--vintage"_s, .arguments = {text, allowed}});
    };
    if (choices.kind == ImportKind::Observations) {
        if (text != "current"_L1 && text != "former"_L1)
            return unknown(u"current, former"_s);
        choices.observations.vintage = text == "current"_L1 ? Vintage::Current : Vintage::Former;
        return {};
    }
    static const QRegularExpression date(u"\\A\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?\\z"_s);
    if (!date.match(text).hasMatch())
        return unknown(u"2021, 2021-04, 2021-04-09"_s);
    choices.zones.vintage = choices.layerStyle.vintage = text;
    return {};
}

/// A whole number that is not negative.
Result<int> countOf(const QCommandLineParser& parser, const QString& option) {
    bool number = false;
    const int count = parser.value(option).toInt(&number);
    if (!number || count < 0)
        return std::unexpected(
            Problem{.code = Problem::Code::FieldType, .field = u"--"_s + option, .arguments = {u"number"_s}});
    return count;
}

/// An option that speaks to other kinds of content is more likely a mistake than meant so.
Result<void> checkUse(const QCommandLineParser& parser, ImportKind kind) {
    using enum ImportKind;
    const QList<std::pair<QStringList, QList<ImportKind>>> hearers{
        {{u"color"_s, u"opacity"_s, u"largest-scale"_s, u"smallest-scale"_s, u"name"_s, u"name-en"_s}, {Layer}},
        {{u"schematic"_s}, {Zones}},
        {{u"datum"_s, u"crs"_s}, {Zones, Sites, Layer}},
        {{u"period"_s, u"indicator"_s, u"unit-row"_s, u"status"_s, u"adopt"_s, u"add-indicators"_s}, {Observations}},
        {{u"header-rows"_s}, {Observations}},
        {{u"key"_s}, {Zones, Sites, Observations}},
        {{u"vintage"_s}, {Zones, Observations, Layer}}};
    for (const auto& [options, kinds] : hearers) {
        for (const QString& option : options) {
            if (parser.isSet(option) && !kinds.contains(kind))
                return std::unexpected(Problem{.code = Problem::Code::OptionUnused,
                                               .field = u"--"_s + option,
                                               .arguments = {u"--as "_s + nameOf(kind)}});
        }
    }
    return {};
}

/// What the options ask for; a Problem names the option that cannot be understood.
Result<FileImportChoices> choicesOf(const QCommandLineParser& parser) {
    FileImportChoices choices;
    const auto unknown = [&](const QString& option, const QString& allowed) {
        return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                       .field = u"--"_s + option,
                                       .arguments = {parser.value(option), allowed}});
    };
    const auto kind = fromName<ImportKind>(parser.value(u"as"_s));
    if (!kind)
        return unknown(u"as"_s, allowedNames<ImportKind>());
    choices.kind = *kind;
    choices.layer = parser.value(u"sheet"_s);
    const auto encoding = encodingOption(parser);
    if (!encoding)
        return std::unexpected(encoding.error());
    choices.encoding = *encoding;
    if (const QString name = parser.value(u"datum"_s); !name.isEmpty() && name != "auto"_L1) {
        choices.coordinates.datum = fromName<Datum>(name);
        if (!choices.coordinates.datum)
            return unknown(u"datum"_s, u"auto, "_s + allowedNames<Datum>());
    }
    choices.coordinates.crs = parser.value(u"crs"_s);
    choices.zones.key = choices.layout.zoneColumn = parser.value(u"key"_s);
    if (parser.isSet(u"header-rows"_s)) {
        const auto rows = countOf(parser, u"header-rows"_s);
        if (!rows)
            return std::unexpected(rows.error());
        choices.layout.headerRows = *rows;
    }
    if (parser.isSet(u"unit-row"_s)) {
        const auto row = countOf(parser, u"unit-row"_s);
        if (!row)
            return std::unexpected(row.error());
        choices.layout.unitRow = *row - 1;
    }
    if (parser.isSet(u"period"_s)) {
        choices.layout.period = Period::parse(parser.value(u"period"_s));
        if (!choices.layout.period)
            return std::unexpected(
                Problem{.code = Problem::Code::FieldType, .field = u"--period"_s, .arguments = {u"period"_s}});
    }
    choices.layout.indicator = parser.value(u"indicator"_s);
    choices.observations.source = parser.value(u"source"_s);
    choices.observations.adopt = parser.isSet(u"adopt"_s);
    choices.addIndicators = parser.isSet(u"add-indicators"_s);
    if (parser.isSet(u"status"_s)) {
        const auto status = fromName<Observation::Status>(parser.value(u"status"_s));
        if (!status)
            return unknown(u"status"_s, allowedNames<Observation::Status>());
        choices.observations.status = *status;
    }
    if (const auto understood = readVintage(parser, choices); !understood)
        return std::unexpected(understood.error());
    choices.zones.schematic = parser.isSet(u"schematic"_s);
    choices.zones.source = choices.layerStyle.source = parser.value(u"source"_s);
    choices.layerStyle.name = parser.value(u"name"_s);
    choices.layerStyle.english = parser.value(u"name-en"_s);
    choices.layerStyle.color = parser.value(u"color"_s);
    static const QRegularExpression color(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
    if (parser.isSet(u"color"_s) && !color.match(choices.layerStyle.color).hasMatch())
        return unknown(u"color"_s, u"#RRGGBB"_s);
    if (parser.isSet(u"opacity"_s)) {
        bool number = false;
        const double opacity = parser.value(u"opacity"_s).toDouble(&number);
        if (!number)
            return std::unexpected(
                Problem{.code = Problem::Code::FieldType, .field = u"--opacity"_s, .arguments = {u"number"_s}});
        if (!std::isfinite(opacity) || opacity < 0 || opacity > 1)
            return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                           .field = u"--opacity"_s,
                                           .arguments = {parser.value(u"opacity"_s), u"0"_s, u"1"_s}});
        choices.layerStyle.opacity = opacity;
    }
    for (const auto& [name, scale] : {std::pair(u"largest-scale"_s, &choices.layerStyle.largestScale),
                                      {u"smallest-scale"_s, &choices.layerStyle.smallestScale}}) {
        if (!parser.isSet(name))
            continue;
        const auto denominator = countOf(parser, name);
        if (!denominator)
            return std::unexpected(denominator.error());
        *scale = *denominator;
    }
    const double smallest = choices.layerStyle.smallestScale.value_or(0);
    if (smallest > 0 && smallest < choices.layerStyle.largestScale.value_or(0)) // it would never be drawn
        return std::unexpected(
            Problem{.code = Problem::Code::OutOfRange,
                    .field = u"--smallest-scale"_s,
                    .arguments = {parser.value(u"smallest-scale"_s), parser.value(u"largest-scale"_s), QString()}});
    if (const auto used = checkUse(parser, choices.kind); !used)
        return std::unexpected(used.error());
    if (parser.isSet(u"time-limit"_s)) {
        const auto seconds = countOf(parser, u"time-limit"_s);
        if (!seconds)
            return std::unexpected(seconds.error());
        choices.timeLimit = std::chrono::seconds(*seconds);
    }
    return choices;
}

} // namespace

int runImport(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Takes a file into a project in one step that can be undone, and says of every row "
                   "what became of it. The file is only read.")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, u"import"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2 || !parser.isSet(u"as"_s))
        return usageError(u"import"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "PROJECT, FILE and --as are needed.")));
    const auto choices = choicesOf(parser);
    if (!choices)
        return report(choices.error());
    const auto project = parser.isSet(u"dry-run"_s)
                             ? OpenProject::open(given[0], OpenProject::Access::Read).transform_error(report)
                             : projectToEdit(given[0]);
    if (!project)
        return project.error();
    const Project& content = (*project)->content();
    if (!choices->layout.indicator.isEmpty() && content.plan.indicator(choices->layout.indicator) == nullptr)
        return report({.code = Problem::Code::ReferenceUnknown,
                       .file = given[0],
                       .field = u"--indicator"_s,
                       .arguments = {choices->layout.indicator, u"indicator"_s}});
    const auto shapes = decodeShapes(content);
    if (!shapes)
        return report(shapes.error());
    auto made = importFile(content, *shapes, given[1], *choices).transform_error([](Problem problem) {
        problem.field = problem.field == u"sheet"_s ? u"--sheet"_s : problem.field;
        return problem;
    });
    if (!made)
        return report(made.error());
    Plan before = content.plan; // the words of the report speak of the plan as it was
    before.indicators << made->newIndicators;
    bool applied = false;
    if (!parser.isSet(u"dry-run"_s)) {
        made->edit.reason = parser.value(u"reason"_s);
        if (const auto prepared = made->prepare(**project); !prepared)
            return report(prepared.error());
        const auto done = (*project)->apply(made->edit);
        if (!done)
            return report(done.error());
        applied = *done;
    }
    const int printed = print(parser.isSet(u"json"_s) ? jsonReport(before, *made, choices->kind, applied)
                                                      : textReport(before, *made, choices->kind));
    const ImportReport& rows = made->report;
    return !made->raster && rows.used == 0 && rows.unchanged == 0
               ? report({.code = Problem::Code::NothingUsed, .file = given[1]})
               : printed;
}

} // namespace tiermap
