#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/register_options.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "app/session/spot_words.h"
#include "core/analysis/zone_figures.h"
#include "maps/analysis/hexagon_spots.h"
#include "maps/export/staged_files.h"
#include "maps/formats/geojson_writer.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/thematic_map.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString keyOf(Spot spot) {
    return spot == Spot::Hot ? u"hot"_s : spot == Spot::Cold ? u"cold"_s : spot == Spot::Never ? u"never"_s : u"none"_s;
}

QString keyOf(MoranQuadrant quadrant) {
    switch (quadrant) {
    case MoranQuadrant::HighHigh:
        return u"high-high"_s;
    case MoranQuadrant::LowLow:
        return u"low-low"_s;
    case MoranQuadrant::HighLow:
        return u"high-low"_s;
    case MoranQuadrant::LowHigh:
        break;
    }
    return u"low-high"_s;
}

QString words(MoranQuadrant quadrant) {
    switch (quadrant) {
    case MoranQuadrant::HighHigh:
        return commandWords(QT_TRANSLATE_NOOP("Command", "high among high"));
    case MoranQuadrant::LowLow:
        return commandWords(QT_TRANSLATE_NOOP("Command", "low among low"));
    case MoranQuadrant::HighLow:
        return commandWords(QT_TRANSLATE_NOOP("Command", "high among low"));
    case MoranQuadrant::LowHigh:
        break;
    }
    return commandWords(QT_TRANSLATE_NOOP("Command", "low among high"));
}

/// Of the numbers as the style measures them.
QString unitOf(const Indicator& indicator, LayerStyle::Measure measure) {
    const QString unit = indicator.unit.in(interfaceLanguage());
    return measure == LayerStyle::Measure::Share     ? u"%"_s
           : measure == LayerStyle::Measure::Density ? unit + u"/km²"_s
                                                     : unit;
}

QVariant rounded(double number) { return QString::number(number, 'g', 4).toDouble(); }

Listing listing(const Plan& plan, const QList<Hotspot>& zones, const QString& unit, bool forPeople) {
    const auto in = commandWords;
    Listing table{{u"code"_s, u"name"_s, u"value"_s, u"neighbours"_s, u"gi_score"_s, u"gi_p"_s, u"gi_p_adjusted"_s,
                   u"least_p"_s, u"exact"_s, u"spot"_s, u"moran"_s, u"quadrant"_s, u"moran_p"_s, u"moran_p_adjusted"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "Code")), in(QT_TRANSLATE_NOOP("Command", "Zone")),
                   in(QT_TRANSLATE_NOOP("Command", "Value")) + (unit.isEmpty() ? QString() : u" ("_s + unit + u')'),
                   in(QT_TRANSLATE_NOOP("Command", "Neighbours")), in(QT_TRANSLATE_NOOP("Command", "Gi*")),
                   in(QT_TRANSLATE_NOOP("Command", "p")), in(QT_TRANSLATE_NOOP("Command", "p adjusted")),
                   in(QT_TRANSLATE_NOOP("Command", "least p")), in(QT_TRANSLATE_NOOP("Command", "exact")),
                   in(QT_TRANSLATE_NOOP("Command", "Spot")), in(QT_TRANSLATE_NOOP("Command", "Moran Ii")),
                   in(QT_TRANSLATE_NOOP("Command", "Quadrant")), in(QT_TRANSLATE_NOOP("Command", "p")),
                   in(QT_TRANSLATE_NOOP("Command", "p adjusted"))},
                  {}};
    for (const Hotspot& zone : zones) {
        const Zone* known = plan.zone(zone.zone);
        const Spot spot = spotOf(zone);
        const auto ofGi = [&](const auto& get) { return zone.gi ? QVariant(get(*zone.gi)) : QVariant(); };
        const auto ofMoran = [&](const auto& get) { return zone.moran ? QVariant(get(*zone.moran)) : QVariant(); };
        table.rows += QVariantList{
            zone.zone,
            known ? known->name.in(interfaceLanguage()) : QString(),
            forPeople ? QVariant(QString::number(zone.value, 'g', 6).toDouble()) : QVariant(zone.value),
            zone.neighbours,
            ofGi([](const GetisOrd& gi) { return rounded(gi.score); }),
            ofGi([](const GetisOrd& gi) { return rounded(gi.pseudoP.p); }),
            ofGi([&](const GetisOrd&) { return rounded(zone.giAdjusted); }),
            ofGi([](const GetisOrd& gi) { return rounded(gi.pseudoP.leastP); }),
            ofGi([](const GetisOrd& gi) { return gi.pseudoP.exact; }),
            forPeople ? words(spot) : keyOf(spot),
            ofMoran([](const LocalMoran& moran) { return rounded(moran.statistic); }),
            ofMoran([&](const LocalMoran& moran) { return forPeople ? words(moran.quadrant) : keyOf(moran.quadrant); }),
            ofMoran([](const LocalMoran& moran) { return rounded(moran.pseudoP.p); }),
            ofMoran([&](const LocalMoran&) { return rounded(zone.moranAdjusted); })};
    }
    return table;
}

double degrees(double angle) { return std::round(angle * 1e6) / 1e6; }

QJsonObject json(const Hotspot& spot) {
    QJsonObject object{{u"value"_s, spot.value}, {u"neighbours"_s, spot.neighbours}, {u"spot"_s, keyOf(spotOf(spot))}};
    if (spot.gi) {
        object.insert(u"gi_score"_s, spot.gi->score);
        object.insert(u"gi_p"_s, spot.gi->pseudoP.p);
        object.insert(u"gi_p_adjusted"_s, spot.giAdjusted);
        object.insert(u"least_p"_s, spot.gi->pseudoP.leastP);
        object.insert(u"exact"_s, spot.gi->pseudoP.exact);
    }
    if (spot.moran) {
        object.insert(u"moran"_s, spot.moran->statistic);
        object.insert(u"quadrant"_s, keyOf(spot.moran->quadrant));
        object.insert(u"moran_p"_s, spot.moran->pseudoP.p);
        object.insert(u"moran_p_adjusted"_s, spot.moranAdjusted);
    }
    return object;
}

QByteArray json(const HexagonSpots& found) {
    QJsonArray hexagons;
    for (const HexagonSpot& hexagon : found.hexagons) {
        QJsonObject object = json(hexagon.spot);
        object.insert(u"zone"_s, hexagon.spot.zone);
        object.insert(u"longitude"_s, degrees(hexagon.middle.get<0>()));
        object.insert(u"latitude"_s, degrees(hexagon.middle.get<1>()));
        hexagons += object;
    }
    return QJsonDocument(
               QJsonObject{{u"width_m"_s, found.width}, {u"places"_s, found.places}, {u"hexagons"_s, hexagons}})
        .toJson();
}

bool isSpot(const HexagonSpot& hexagon) {
    const Spot spot = spotOf(hexagon.spot);
    return spot == Spot::Hot || spot == Spot::Cold;
}

/// Those that are spots, the highest score first.
Listing listing(const Plan& plan, const HexagonSpots& found) {
    const auto in = commandWords;
    Listing table{{u"spot"_s, u"count"_s, u"district"_s, u"longitude"_s, u"latitude"_s, u"gi_score"_s,
                   u"gi_p_adjusted"_s, u"quadrant"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "Spot")), in(QT_TRANSLATE_NOOP("Command", "Count")),
                   in(QT_TRANSLATE_NOOP("Command", "Zone")), in(QT_TRANSLATE_NOOP("Command", "Longitude")),
                   in(QT_TRANSLATE_NOOP("Command", "Latitude")), in(QT_TRANSLATE_NOOP("Command", "Gi*")),
                   in(QT_TRANSLATE_NOOP("Command", "p adjusted")), in(QT_TRANSLATE_NOOP("Command", "Quadrant"))},
                  {}};
    std::vector<const HexagonSpot*> spots;
    for (const HexagonSpot& hexagon : found.hexagons) {
        if (isSpot(hexagon))
            spots.push_back(&hexagon);
    }
    std::ranges::stable_sort(spots, std::ranges::greater(),
                             [](const HexagonSpot* hexagon) { return hexagon->spot.gi->score; });
    for (const HexagonSpot* hexagon : spots) {
        const Zone* zone = plan.zone(hexagon->spot.zone);
        table.rows += QVariantList{words(spotOf(hexagon->spot)),
                                   hexagon->spot.value,
                                   zone ? zone->name.in(interfaceLanguage()) : QString(),
                                   degrees(hexagon->middle.get<0>()),
                                   degrees(hexagon->middle.get<1>()),
                                   rounded(hexagon->spot.gi->score),
                                   rounded(hexagon->spot.giAdjusted),
                                   hexagon->spot.moran ? words(hexagon->spot.moran->quadrant) : QString()};
    }
    return table;
}

/// The spots, for the map.
Result<void> writeSpots(const HexagonSpots& found, const QString& file) {
    const auto rows = [&](const TakeShapeRow& take) -> Result<void> {
        for (const HexagonSpot& hexagon : found.hexagons) {
            if (isSpot(hexagon))
                take({.cells = {keyOf(spotOf(hexagon.spot)), hexagon.spot.value, hexagon.spot.zone,
                                hexagon.spot.gi->score, hexagon.spot.giAdjusted},
                      .shape = GeoShape(GeoPolygons{hexagon.outline})});
        }
        return {};
    };
    const QStringList fields{u"spot"_s, u"count"_s, u"zone"_s, u"gi_score"_s, u"gi_p_adjusted"_s};
    return StagedFiles::beside(file).and_then([&](StagedFiles staged) {
        return writeGeoJson(staged.path(), u"spots"_s, fields, rows).and_then([&] {
            return staged.putInPlace(true).transform([](const QStringList&) {});
        });
    });
}

int runHexagons(const QCommandLineParser& parser) {
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.size() > 2)
        return usageError(u"hotspots"_s, commandWords(QT_TRANSLATE_NOOP("Command", "POINTS is needed.")));
    bool number = false;
    const double kilometres = parser.value(u"hexagons"_s).toDouble(&number);
    if (!number)
        return report({.code = Problem::Code::FieldType, .field = u"--hexagons"_s, .arguments = {u"number"_s}});
    const auto project = projectAt(given.size() > 1 ? given[0] : QString());
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto found = registerNamed(parser, *project, given.last()).and_then([&](const NamedRegister& rows) {
        return loadRegister(*project, *shapes, rows.file, rows.choices).and_then([&](const RegisterPoints& points) {
            return hexagonSpots(project->plan, *shapes, points, {}, kilometres * 1000);
        });
    });
    if (!found) {
        Problem problem = found.error();
        if (problem.field == "width"_L1) { // an option here, in kilometres
            problem.field = u"--hexagons"_s;
            problem.arguments = {parser.value(u"hexagons"_s),
                                 QString::number(std::ceil(problem.arguments.value(1).toDouble() / 100) / 10),
                                 {}};
        }
        return report(problem);
    }
    if (const QString file = parser.value(u"output"_s); !file.isEmpty()) {
        if (const auto written = writeSpots(*found, file); !written)
            return report(written.error());
    }
    if (parser.isSet(u"json"_s))
        return print(json(*found));
    const Listing table = listing(project->plan, *found);
    if (parser.isSet(u"csv"_s))
        return print(table.csv());
    const auto hot =
        std::ranges::count(found->hexagons, Spot::Hot, [](const HexagonSpot& h) { return spotOf(h.spot); });
    const QString foot =
        commandWords(QT_TRANSLATE_NOOP("Command", "%1 rows in %2 hexagons of %3 km: %4 are hot spots, %5 cold ones"))
            .arg(found->places)
            .arg(found->hexagons.size())
            .arg(kilometres)
            .arg(hot)
            .arg(table.rows.size() - hot);
    return print((table.rows.isEmpty() ? QByteArray() : table.text() + '\n') + foot.toUtf8() + '\n');
}

} // namespace

int runHotspots(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Says where high or low values of an indicator lie together: Getis-Ord Gi* and local Moran of the "
                   "districts, with p-values by counting all ways to draw the neighbours where there are few enough, "
                   "and the false-discovery rate kept below 5 %.")));
    addIndicatorArguments(parser);
    addFigureOptions(parser);
    addRegisterOptions(parser);
    parser.addOption({u"hexagons"_s,
                      commandWords(QT_TRANSLATE_NOOP(
                          "Command", "Instead of an indicator, count the rows of a register in hexagons of this width "
                                     "over the districts: POINTS takes the place of INDICATOR.")),
                      u"KM"_s});
    parser.addOption({{u"o"_s, u"output"_s},
                      commandWords(QT_TRANSLATE_NOOP("Command", "Write the hexagons that are spots as GeoJSON, too.")),
                      u"FILE"_s});
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    if (const auto code = parseArguments(parser, u"hotspots"_s, arguments))
        return *code;
    if (parser.isSet(u"hexagons"_s))
        return runHexagons(parser);
    if (parser.isSet(u"output"_s))
        return usageError(u"hotspots"_s, commandWords(QT_TRANSLATE_NOOP("Command", "-o goes with --hexagons.")));
    const auto given = indicatorArguments(parser, u"hotspots"_s);
    if (!given)
        return given.error();
    const auto& [project, indicator] = *given;
    const Plan& plan = project.plan;
    const auto style = figureOptionsOf(parser, plan, indicator);
    if (!style)
        return report(style.error());
    const auto shapes = decodeShapes(project);
    if (!shapes)
        return report(shapes.error());
    QStringList codes;
    for (const Zone& zone : mappedZones(plan))
        codes << zone.code;
    const QList<Hotspot> zones = hotspots(codes, styledNumbers(plan, shapes->zones, *style), shapes->borders);
    const bool forPeople = !parser.isSet(u"json"_s) && !parser.isSet(u"csv"_s);
    return printTable(parser, listing(plan, zones, unitOf(*plan.indicator(indicator), style->measure), forPeople));
}

} // namespace tiermap
