#include "app/command/command.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "app/session/map_words.h"
#include "app/session/words.h"
#include "core/store/open_project.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/current_style.h"
#include "maps/style/qgis_style.h"
#include "maps/style/thematic_map.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonObject json(const QString& layer, const ThematicMap& map) {
    QJsonArray legend;
    for (const StyleLegendItem& item : map.legend.items) {
        QJsonObject entry{{u"text"_s, item.text}};
        if (item.ink.fill)
            entry.insert(u"colour"_s, item.ink.fill->name());
        if (item.count >= 0)
            entry.insert(u"count"_s, item.count);
        legend += entry;
    }
    QJsonArray warnings;
    for (const MapWarning warning : map.warnings)
        warnings += words(warning);
    return {{u"layer"_s, layer},
            {u"title"_s, map.title},
            {u"style"_s, QJsonDocument::fromJson(toJson(map.style).toUtf8()).object()},
            {u"legend"_s, legend},
            {u"warnings"_s, warnings},
            {u"words"_s, map.words}};
}

/// The style that a project has: nobody asked for another one.
int showStyle(const QCommandLineParser& parser, const QString& file, const QString& layer) {
    const auto project = projectAt(file);
    if (!project)
        return project.error();
    const LayerStyle style = currentStyle(*project);
    const auto map = decodeShapes(*project).and_then([&](const PlanShapes& shapes) {
        return thematicMap(project->plan, shapes.zones, style, interfaceLanguage(), shapes.water());
    });
    if (!map)
        return report(map.error());
    if (parser.isSet(u"json"_s))
        return print(QJsonDocument(json(layer, *map)).toJson());
    const bool drawn = style.kind != LayerStyle::Kind::Tiers && layerOf(style.kind) == layer;
    return print(
        (drawn ? nameOf(style.kind) + u": "_s + map->words : QString(nameOf(LayerStyle::Kind::Tiers))).toUtf8() + '\n');
}

} // namespace

int runStyle(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(
        QT_TRANSLATE_NOOP("Command", "Says how a layer of a project is drawn. It is an edit: it can be undone.")));
    parser.addPositionalArgument(u"PROJECT"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"LAYER"_s, commandWords(QT_TRANSLATE_NOOP("Command", "zones or sites.")));
    addStyleOptions(parser);
    parser.addOption({u"save"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Keep it under this name instead of drawing with it.")),
                      u"NAME"_s});
    parser.addOption({u"use"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Draw with a style that was kept, for --by another "
                                                                "indicator where that is given.")),
                      u"NAME"_s});
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"style"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return usageError(u"style"_s, commandWords(QT_TRANSLATE_NOOP("Command", "PROJECT and LAYER are needed.")));
    const QString& layer = given[1];
    if (!styledLayers().contains(layer))
        return usageError(u"style"_s, sentence(Problem{.code = Problem::Code::ValueUnknown,
                                                       .field = u"LAYER"_s,
                                                       .arguments = {layer, styledLayers().join(u", "_s)}}));
    QStringList asked = parser.optionNames();
    asked.removeAll(u"json"_s);
    if (asked.isEmpty())
        return showStyle(parser, given[0], layer);
    for (const QString& option : std::as_const(asked)) { // a style that was kept says all of it
        if (parser.isSet(u"use"_s) && !QStringList{u"use"_s, u"by"_s, u"save"_s}.contains(option))
            return report({.code = Problem::Code::OptionUnused, .field = u"--"_s + option, .arguments = {u"--use"_s}});
    }
    const auto project = projectToEdit(given[0]);
    if (!project)
        return project.error();
    const Project& content = (*project)->content();
    Result<LayerStyle> style = styleOf(parser, content.plan);
    if (style && parser.isSet(u"use"_s)) {
        Result<LayerStyle> kept = savedStyle(content, parser.value(u"use"_s));
        if (kept && !style->indicators.isEmpty())
            kept->indicators = style->indicators;
        style = kept.and_then(
            [&](const LayerStyle& found) { return checkStyle(found, content.plan).transform([&] { return found; }); });
    }
    if (!style)
        return report(style.error());
    if (layerOf(style->kind) != layer && style->kind != LayerStyle::Kind::Tiers)
        return report({.code = Problem::Code::ValueUnknown,
                       .field = u"--as"_s,
                       .arguments = {nameOf(style->kind), kindsOf(layer).join(u", "_s)}});
    const auto map = decodeShapes(content).and_then([&](const PlanShapes& shapes) {
        return thematicMap(content.plan, shapes.zones, *style, interfaceLanguage(), shapes.water());
    });
    if (!map)
        return report(asStyleOption(map.error()));
    const Edit edit = parser.isSet(u"save"_s) ? keepStyle(content, parser.value(u"save"_s), layer, *style)
                                              : drawWith(content, layer, *style, qgisStyle(content.plan, *map));
    if (const auto applied = (*project)->apply(edit); !applied)
        return report(applied.error());
    for (const MapWarning warning : map->warnings)
        std::fprintf(stderr, "tiermap: %s\n", words(warning).toUtf8().constData());
    return parser.isSet(u"json"_s) ? print(QJsonDocument(json(layer, *map)).toJson()) : int(Done);
}

} // namespace tiermap
