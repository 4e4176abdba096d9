#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/register_options.h"
#include "app/session/language.h"
#include "maps/export/staged_files.h"
#include "maps/formats/geojson_writer.h"
#include "maps/register/register_clusters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList codesOf(const RegisterCluster& cluster, const PlanShapes& shapes) {
    QStringList codes;
    for (const int zone : districtsOf(cluster))
        codes << shapes.zones[static_cast<std::size_t>(zone)].code;
    return codes;
}

double squareKilometres(const RegisterCluster& cluster) { return std::round(cluster.squareMetres / 1e4) / 100; }

double degrees(double angle) { return std::round(angle * 1e6) / 1e6; }

QByteArray json(const RegisterClusters& found, const PlanShapes& shapes) {
    QJsonArray clusters;
    for (const RegisterCluster& cluster : found.clusters) {
        QJsonArray rows;
        for (const qint64 row : cluster.rows)
            rows += row;
        QJsonArray ring;
        for (const GeoPoint& corner : cluster.outline.outer())
            ring += QJsonArray{degrees(corner.get<0>()), degrees(corner.get<1>())};
        clusters += QJsonObject{{u"count"_s, static_cast<qint64>(cluster.rows.size())},
                                {u"zones"_s, QJsonArray::fromStringList(codesOf(cluster, shapes))},
                                {u"longitude"_s, degrees(cluster.middle.get<0>())},
                                {u"latitude"_s, degrees(cluster.middle.get<1>())},
                                {u"area_km2"_s, squareKilometres(cluster)},
                                {u"rows"_s, rows},
                                {u"outline"_s, ring}};
    }
    return QJsonDocument(QJsonObject{{u"reach_m"_s, found.reach},
                                     {u"places"_s, found.places},
                                     {u"alone"_s, found.alone},
                                     {u"clusters"_s, clusters}})
        .toJson();
}

Listing listing(const Plan& plan, const RegisterClusters& found, const PlanShapes& shapes) {
    Listing table{
        {u"cluster"_s, u"count"_s, u"districts"_s, u"longitude"_s, u"latitude"_s, u"area_km2"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "Cluster")), commandWords(QT_TRANSLATE_NOOP("Command", "Count")),
         commandWords(QT_TRANSLATE_NOOP("Command", "Districts")),
         commandWords(QT_TRANSLATE_NOOP("Command", "Longitude")),
         commandWords(QT_TRANSLATE_NOOP("Command", "Latitude")), commandWords(QT_TRANSLATE_NOOP("Command", "km²"))},
        {}};
    for (std::size_t i = 0; i < found.clusters.size(); ++i) {
        const RegisterCluster& cluster = found.clusters[i];
        QStringList names;
        for (const QString& code : codesOf(cluster, shapes))
            names << plan.zone(code)->name.in(interfaceLanguage());
        table.rows += QVariantList{
            static_cast<qint64>(i + 1),       static_cast<qint64>(cluster.rows.size()), names,
            degrees(cluster.middle.get<0>()), degrees(cluster.middle.get<1>()),         squareKilometres(cluster)};
    }
    return table;
}

/// Outlines for the map.
Result<void> writeOutlines(const RegisterClusters& found, const PlanShapes& shapes, const QString& file) {
    const auto rows = [&](const TakeShapeRow& take) -> Result<void> {
        for (std::size_t i = 0; i < found.clusters.size(); ++i) {
            const RegisterCluster& cluster = found.clusters[i];
            take({.cells = {static_cast<qint64>(i + 1), static_cast<qint64>(cluster.rows.size()),
                            codesOf(cluster, shapes).join(u';'), squareKilometres(cluster)},
                  .shape = GeoShape(GeoPolygons{cluster.outline})});
        }
        return {};
    };
    const QStringList fields{u"cluster"_s, u"count"_s, u"zones"_s, u"area_km2"_s};
    return StagedFiles::beside(file).and_then([&](StagedFiles staged) {
        return writeGeoJson(staged.path(), u"clusters"_s, fields, rows).and_then([&] {
            return staged.putInPlace(true).transform([](const QStringList&) {});
        });
    });
}

Result<ClusterChoices> choicesOf(const QCommandLineParser& parser) {
    ClusterChoices choices;
    const auto number = [&](const QString& option) -> Result<double> {
        bool fine = false;
        const double value = parser.value(option).toDouble(&fine);
        if (!fine)
            return std::unexpected(
                Problem{.code = Problem::Code::FieldType, .field = u"--"_s + option, .arguments = {u"number"_s}});
        return value;
    };
    if (parser.isSet(u"within"_s)) {
        const auto reach = number(u"within"_s);
        if (!reach)
            return std::unexpected(reach.error());
        choices.reach = *reach;
    }
    if (parser.isSet(u"least"_s)) {
        const auto least = number(u"least"_s);
        if (!least)
            return std::unexpected(least.error());
        choices.least = *least >= 1 && *least <= 1e6 ? static_cast<int>(*least) : 0;
    }
    return choices;
}

/// Its fields are options here.
Problem asOption(Problem problem) {
    problem.field = problem.field == "reach"_L1   ? u"--within"_s
                    : problem.field == "least"_L1 ? u"--least"_s
                                                  : QString();
    return problem;
}

} // namespace

int runClusters(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Finds where the rows of a register lie close together (DBSCAN), with outlines and member rows.")));
    parser.addPositionalArgument(
        u"PROJECT"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
    parser.addPositionalArgument(
        u"POINTS"_s, commandWords(QT_TRANSLATE_NOOP("Command", "A register: CSV, a workbook, or any vector file.")));
    addRegisterOptions(parser);
    parser.addOption({u"within"_s,
                      commandWords(QT_TRANSLATE_NOOP(
                          "Command", "Metres within which two rows are near; by the rows' own spacing without it.")),
                      u"METRES"_s});
    parser.addOption({u"least"_s,
                      commandWords(QT_TRANSLATE_NOOP(
                          "Command", "So many near rows, itself among them, make one the core of a cluster; 10 "
                                     "without it.")),
                      u"N"_s});
    parser.addOption({{u"o"_s, u"output"_s},
                      commandWords(QT_TRANSLATE_NOOP("Command", "Write the outlines as GeoJSON, too.")),
                      u"FILE"_s});
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    if (const auto code = parseArguments(parser, u"clusters"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.size() > 2)
        return usageError(u"clusters"_s, commandWords(QT_TRANSLATE_NOOP("Command", "POINTS is needed.")));
    const auto choices = choicesOf(parser);
    if (!choices)
        return report(choices.error());
    const auto project = projectAt(given.size() > 1 ? given[0] : QString());
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto points = registerNamed(parser, *project, given.last()).and_then([&](const NamedRegister& rows) {
        return loadRegister(*project, *shapes, rows.file, rows.choices);
    });
    if (!points)
        return report(points.error());
    const auto found = clustersOf(*points, *choices).transform_error(asOption);
    if (!found)
        return report(found.error());
    if (const QString file = parser.value(u"output"_s); !file.isEmpty()) {
        if (const auto written = writeOutlines(*found, *shapes, file); !written)
            return report(written.error());
    }
    if (parser.isSet(u"json"_s))
        return print(json(*found, *shapes));
    const Listing table = listing(project->plan, *found, *shapes);
    if (parser.isSet(u"csv"_s))
        return print(table.csv());
    const QString foot =
        commandWords(QT_TRANSLATE_NOOP("Command", "%1 rows with a place, %2 of them in no cluster; near "
                                                  "is within %3 m"))
            .arg(found->places)
            .arg(found->alone)
            .arg(std::round(found->reach));
    return print(table.text() + '\n' + foot.toUtf8() + '\n');
}

} // namespace tiermap
