#include "maps/analysis/hotspots.h"

#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "core/analysis/zone_figures.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/thematic_map.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString words(Spot spot) {
    switch (spot) {
    case Spot::Hot:
        return commandWords(QT_TRANSLATE_NOOP("Command", "hot spot"));
    case Spot::Cold:
        return commandWords(QT_TRANSLATE_NOOP("Command", "cold spot"));
    case Spot::Never:
        return commandWords(QT_TRANSLATE_NOOP("Command", "too few neighbours to tell"));
    case Spot::None:
        break;
    }
    return commandWords(QT_TRANSLATE_NOOP("Command", "not significant"));
}

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

} // namespace

int runHotspots(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Says where high or low values of an indicator lie together: Getis-Ord Gi* and local Moran of the "
                   "districts, with p-values by counting all ways to draw the neighbours where there are few enough, "
                   "and the false-discovery rate kept below 5 %.")));
    addIndicatorArguments(parser);
    addFigureOptions(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    if (const auto code = parseArguments(parser, u"hotspots"_s, arguments))
        return *code;
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
