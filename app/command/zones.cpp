#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/language.h"
#include "maps/geometry/measure.h"
#include "maps/scene/plan_shapes.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

int runZones(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Lists the zones of the layout. Areas are computed on the ellipsoid from the outlines drawn.")));
    addTableOptions(parser);
    if (const auto code = parseArguments(parser, u"zones"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"zones"_s);
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());

    const Plan& plan = project->plan;
    Listing table{
        {u"code"_s, u"name_zh"_s, u"name_en"_s, u"tier"_s, u"tier_name"_s, u"kind"_s, u"parent"_s, u"area_km2"_s,
         u"schematic"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "code")), commandWords(QT_TRANSLATE_NOOP("Command", "name")),
         commandWords(QT_TRANSLATE_NOOP("Command", "English")), commandWords(QT_TRANSLATE_NOOP("Command", "tier")),
         commandWords(QT_TRANSLATE_NOOP("Command", "role")), commandWords(QT_TRANSLATE_NOOP("Command", "kind")),
         commandWords(QT_TRANSLATE_NOOP("Command", "within")), commandWords(QT_TRANSLATE_NOOP("Command", "km²")),
         commandWords(QT_TRANSLATE_NOOP("Command", "sketch"))},
        {}};
    for (const Zone& zone : plan.layoutZones()) {
        const GeoPolygons* polygons = shapes->polygons(zone.code);
        // A hundredth of a square kilometre is more than the boundaries are worth, and stable across machines.
        const QVariant area = polygons ? QVariant(std::round(areaSquareMetres(*polygons) / 1e4) / 100) : QVariant();
        const Tier* tier = plan.tier(zone.tier);
        table.rows += {zone.code,
                       zone.name.zh,
                       zone.name.en,
                       zone.tier,
                       tier ? tier->name.in(interfaceLanguage()) : QString(),
                       toString(zone.kind),
                       zone.parent,
                       area,
                       zone.schematic};
    }
    return printTable(parser, table);
}

} // namespace tiermap
