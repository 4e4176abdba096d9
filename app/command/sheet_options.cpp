#include "app/command/sheet_options.h"

#include "app/command/command.h"
#include "app/command/move_options.h"
#include "app/command/register_options.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "app/session/register_words.h"
#include "maps/figure/figure_template.h"
#include "maps/register/register_points.h"
#include "maps/style/current_style.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(const QString& option, Problem::Code code, const QStringList& arguments = {}) {
    return std::unexpected(Problem{.code = code, .field = u"--"_s + option, .arguments = arguments});
}

// The value of an option that is set, put where it belongs; ValueUnknown or FieldType.

Result<void> take(const QCommandLineParser& parser, const QString& option, QString& into) {
    if (parser.isSet(option))
        into = parser.value(option);
    return {};
}

Result<void> take(const QCommandLineParser& parser, const QString& option, double& into) {
    bool number = true;
    if (parser.isSet(option))
        into = parser.value(option).toDouble(&number);
    return number ? Result<void>() : wrong(option, Problem::Code::FieldType, {u"number"_s});
}

Result<void> take(const QCommandLineParser& parser, const QString& option, int& into) {
    bool number = true;
    if (parser.isSet(option))
        into = parser.value(option).toInt(&number);
    return number ? Result<void>() : wrong(option, Problem::Code::FieldType, {u"number"_s});
}

template <class E>
    requires std::is_enum_v<E>
Result<void> take(const QCommandLineParser& parser, const QString& option, E& into) {
    if (!parser.isSet(option))
        return {};
    const auto value = fromName<E>(parser.value(option));
    if (!value)
        return wrong(option, Problem::Code::ValueUnknown, {parser.value(option), allowedNames<E>()});
    into = *value;
    return {};
}

template <class E>
Result<void> take(const QCommandLineParser& parser, const QString& option, std::optional<E>& into) {
    return parser.isSet(option) ? take(parser, option, into.emplace()) : Result<void>();
}

Result<FigureSpec> specInFile(const QString& path, const Project& project) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Problem{.code = file.exists() ? Problem::Code::FileUnreadable : Problem::Code::FileMissing,
                    .file = path,
                    .arguments = {file.errorString()}});
    constexpr qint64 most = 16'000'000; // a page is a few hundred bytes, but for its logos
    return figureSpecFromJson(file.read(most), project).transform_error([&](Problem problem) {
        problem.file = path;
        return problem;
    });
}

/// What --figure and --template begin with.
Result<FigureSpec> baseOf(const QCommandLineParser& parser, const Project& project) {
    FigureSpec spec;
    if (parser.isSet(u"template"_s)) {
        const QString key = parser.value(u"template"_s);
        if (!figureTemplates().contains(key))
            return wrong(u"template"_s, Problem::Code::ValueUnknown, {key, figureTemplates().keys().join(u", "_s)});
        spec = figureTemplates()[key];
    }
    spec.language = interfaceLanguage();
    spec.layers = project.layers;
    if (parser.isSet(u"template"_s) && !parser.isSet(u"figure"_s))
        return spec;
    const QString name = parser.value(u"figure"_s);
    if (figureNames().contains(name)) {
        spec.figure = name;
        return spec;
    }
    if (const SavedFigure* kept = figureNamed(project, name))
        return figureSpecFromJson(kept->spec.toUtf8(), project).transform_error([&](Problem problem) {
            problem.record = kept->name.zh;
            return problem;
        });
    if (name.endsWith(".json"_L1, Qt::CaseInsensitive) || QFileInfo(name).isFile())
        return specInFile(name, project);
    QStringList known = figureNames();
    for (const SavedFigure& figure : project.figures)
        known += figure.key;
    return wrong(u"figure"_s, Problem::Code::FigureUnknown, {name, known.join(u", "_s) + u", *.json"_s});
}

/// Those that are asked for, where any are.
Result<QList<ReferenceLayer>> layersOf(const QCommandLineParser& parser, const Project& project,
                                       const QList<ReferenceLayer>& otherwise) {
    if (parser.isSet(u"no-layers"_s))
        return QList<ReferenceLayer>();
    if (!parser.isSet(u"layer"_s))
        return otherwise;
    QList<ReferenceLayer> layers;
    for (const QString& name : parser.values(u"layer"_s)) {
        const ReferenceLayer* found = layerNamed(project, name);
        if (!found)
            return std::unexpected(Problem{
                .code = Problem::Code::ReferenceUnknown, .field = u"--layer"_s, .arguments = {name, u"layer"_s}});
        layers += *found;
        layers.last().shown = true;
    }
    return layers;
}

Result<QStringList> zonesOf(const QCommandLineParser& parser, const Plan& plan, const QStringList& otherwise) {
    QStringList zones;
    for (const QString& name : parser.values(u"zone"_s)) {
        const Zone* zone = zoneNamed(plan, name);
        if (!zone || zone->tier.isEmpty()) // only what is on the map can be fitted to the page
            return wrong(u"zone"_s, Problem::Code::ReferenceUnknown, {name, u"zone"_s});
        zones += zone->code;
    }
    return zones.isEmpty() ? otherwise : zones;
}

/// Those of the scenario that is asked for, where one is.
Result<QStringList> movesOf(const QCommandLineParser& parser, const Project& project, const QStringList& otherwise) {
    if (!parser.isSet(u"move"_s) && !parser.isSet(u"scenario"_s))
        return otherwise;
    return movesGiven(parser, project).transform([](const QList<ZoneMove>& moves) { return textOf(moves); });
}

Result<void> takeStyle(const QCommandLineParser& parser, const Project& project, FigureSpec& spec) {
    const bool asked = parser.isSet(u"by"_s) || parser.isSet(u"as"_s);
    if (spec.figure != "map"_L1)
        return asked ? wrong(parser.isSet(u"by"_s) ? u"by"_s : u"as"_s, Problem::Code::OptionUnused,
                             {u"--figure "_s + spec.figure})
                     : Result<void>();
    if (asked)
        return styleOf(parser, project.plan).transform([&](const LayerStyle& style) { spec.style = style; });
    if (!spec.style)
        spec.style = currentStyle(project);
    const bool overlaid = parser.isSet(u"layer"_s) || parser.isSet(u"points"_s);
    return spec.style->kind == LayerStyle::Kind::Tiers && !overlaid ? wrong(u"by"_s, Problem::Code::FieldMissing)
                                                                    : Result<void>();
}

/// Options that say nothing here: a figure is made to be seen.
Result<void> checkUse(const QCommandLineParser& parser) {
    if (parser.isSet(u"hidden"_s))
        return wrong(u"hidden"_s, Problem::Code::OptionUnused, {u"export"_s});
    const QStringList ofPoints{u"lon"_s,        u"lat"_s,      u"code"_s,       u"industry"_s,
                               u"datum"_s,      u"only"_s,     u"size-class"_s, u"founded"_s,
                               u"containing"_s, u"clusters"_s, u"hexagons"_s,   u"points-name"_s};
    for (const QString& option : ofPoints) {
        const bool layers = parser.isSet(u"layer"_s) && option != "points-name"_L1;
        if (parser.isSet(option) && !parser.isSet(u"points"_s) && !layers)
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"--points"_s});
    }
    return {};
}

} // namespace

void addSheetOptions(QCommandLineParser& parser) {
    const auto add = [&](const QString& name, const char* text, const QString& value, const QString& preset = {}) {
        parser.addOption({name, commandWords(text), value, preset});
    };
    const auto flag = [&](const QString& name, const char* text) { parser.addOption({name, commandWords(text)}); };
    addStyleOptions(parser);
    addRegisterOptions(parser);
    addFindOptions(parser);
    add(u"figure"_s,
        QT_TRANSLATE_NOOP("Command",
                          "Which figure: layout; map for one of an indicator; one that the project keeps, or "
                          "a JSON file."),
        u"NAME"_s, u"layout"_s);
    add(u"template"_s,
        QT_TRANSLATE_NOOP("Command",
                          "Begin with: layout, graduated, bivariate, enterprises, clusters, zone, slide, print."),
        u"NAME"_s);
    add(u"size"_s,
        QT_TRANSLATE_NOOP("Command", "Page size: A5 to A0, slide, column or page (of a journal), or millimetres like "
                                     "210x148; A4 by default."),
        u"SIZE"_s);
    add(u"orientation"_s, QT_TRANSLATE_NOOP("Command", "landscape or portrait."), u"WAY"_s);
    add(u"magnification"_s,
        QT_TRANSLATE_NOOP("Command", "How much larger than on an A4 page text and lines are; by the size without it."),
        u"N"_s);
    add(u"zone"_s,
        QT_TRANSLATE_NOOP("Command", "Fit the map to this zone, by code or name; may be given several times."),
        u"ZONE"_s);
    add(u"scale"_s,
        QT_TRANSLATE_NOOP("Command", "Scale of the map, as its denominator; the largest round one that fits without."),
        u"N"_s);
    add(u"projection"_s, QT_TRANSLATE_NOOP("Command", "by_scale, equal_area or gauss_krueger."), u"NAME"_s);
    add(u"font"_s, QT_TRANSLATE_NOOP("Command", "Family of the sheet's font; WenQuanYi Micro Hei without it."),
        u"FAMILY"_s);
    add(u"dpi"_s, QT_TRANSLATE_NOOP("Command", "Dots per inch of a PNG or TIFF, 36 to 1200; 300 by default."), u"N"_s);
    flag(u"georeferenced"_s,
         QT_TRANSLATE_NOOP("Command",
                           "The file says where the map lies: a PDF and a TIFF (GeoTIFF) themselves, a PNG by "
                           "a world file beside it."));
    add(u"lang"_s, QT_TRANSLATE_NOOP("Command", "Language of the sheet: zh or en."), u"LANGUAGE"_s);
    add(u"text"_s, QT_TRANSLATE_NOOP("Command", "Text in an SVG: text (needs the font where it is shown) or outlines."),
        u"HOW"_s);
    add(u"title"_s, QT_TRANSLATE_NOOP("Command", "Title in the place of the usual one."), u"TEXT"_s);
    add(u"subtitle"_s, QT_TRANSLATE_NOOP("Command", "Line below the title."), u"TEXT"_s);
    add(u"issuer"_s, QT_TRANSLATE_NOOP("Command", "Who issues the sheet (编制单位)."), u"TEXT"_s);
    add(u"author"_s, QT_TRANSLATE_NOOP("Command", "Who drew it (制图)."), u"TEXT"_s);
    add(u"date"_s, QT_TRANSLATE_NOOP("Command", "Date to print; none without it."), u"TEXT"_s);
    add(u"sheet-number"_s, QT_TRANSLATE_NOOP("Command", "Number of the sheet (图号)."), u"TEXT"_s);
    add(u"security"_s, QT_TRANSLATE_NOOP("Command", "Class of secrecy (密级)."), u"TEXT"_s);
    add(u"approval-number"_s, QT_TRANSLATE_NOOP("Command", "Map approval number (审图号) to print."), u"NUMBER"_s);
    add(u"profile"_s,
        QT_TRANSLATE_NOOP("Command",
                          "internal: says so across the sheet; public: must have all that a published map needs."),
        u"WHOM"_s);
    flag(u"monochrome"_s, QT_TRANSLATE_NOOP("Command", "For black and white printers: greys and patterns."));
    addMoveOptions(parser);
    flag(u"sites"_s, QT_TRANSLATE_NOOP("Command", "Draw platforms and bases."));
    flag(u"no-water"_s, QT_TRANSLATE_NOOP("Command", "Leave out water."));
    flag(u"overview"_s, QT_TRANSLATE_NOOP("Command", "Add a small map of the city in its province."));
    flag(u"no-neighbours"_s, QT_TRANSLATE_NOOP("Command", "Leave out neighbouring cities."));
    add(u"layer"_s,
        QT_TRANSLATE_NOOP("Command", "Draw this reference layer and no other, by its key or name; may be given several "
                                     "times."),
        u"NAME"_s);
    flag(u"no-layers"_s, QT_TRANSLATE_NOOP("Command", "Leave out reference layers."));
    add(u"points"_s,
        QT_TRANSLATE_NOOP("Command", "Draw the rows of a register, merged where they are near: CSV, a workbook or any "
                                     "vector file."),
        u"FILE"_s);
    add(u"points-name"_s, QT_TRANSLATE_NOOP("Command", "What the legend calls them; the name of the file by default."),
        u"TEXT"_s);
}

Result<FigureSpec> figureSpecOf(const QCommandLineParser& parser, const Project& project) {
    auto spec = checkUse(parser).and_then([&] { return baseOf(parser, project); });
    if (!spec)
        return spec;
    const auto taken = take(parser, u"size"_s, spec->size)
                           .and_then([&] { return take(parser, u"orientation"_s, spec->orientation); })
                           .and_then([&] { return take(parser, u"magnification"_s, spec->magnification); })
                           .and_then([&] { return take(parser, u"scale"_s, spec->scale); })
                           .and_then([&] { return take(parser, u"projection"_s, spec->projection); })
                           .and_then([&] { return take(parser, u"font"_s, spec->theme.font); })
                           .and_then([&] { return take(parser, u"lang"_s, spec->language); })
                           .and_then([&] { return take(parser, u"dpi"_s, spec->dpi); })
                           .and_then([&] { return take(parser, u"text"_s, spec->svgText); })
                           .and_then([&] { return take(parser, u"title"_s, spec->title); })
                           .and_then([&] { return take(parser, u"subtitle"_s, spec->subtitle); })
                           .and_then([&] { return take(parser, u"issuer"_s, spec->issuer); })
                           .and_then([&] { return take(parser, u"author"_s, spec->author); })
                           .and_then([&] { return take(parser, u"date"_s, spec->date); })
                           .and_then([&] { return take(parser, u"sheet-number"_s, spec->sheetNumber); })
                           .and_then([&] { return take(parser, u"security"_s, spec->security); })
                           .and_then([&] { return take(parser, u"approval-number"_s, spec->approvalNumber); })
                           .and_then([&] { return take(parser, u"profile"_s, spec->profile); })
                           .and_then([&] { return layersOf(parser, project, spec->layers); })
                           .transform([&](const QList<ReferenceLayer>& layers) { spec->layers = layers; })
                           .and_then([&] { return zonesOf(parser, project.plan, spec->extent); })
                           .transform([&](const QStringList& zones) { spec->extent = zones; })
                           .and_then([&] { return movesOf(parser, project, spec->moves); })
                           .transform([&](const QStringList& moves) { spec->moves = moves; })
                           .and_then([&] { return takeStyle(parser, project, *spec); });
    if (!taken)
        return std::unexpected(taken.error());
    spec->water = spec->water && !parser.isSet(u"no-water"_s);
    spec->neighbours = spec->neighbours && !parser.isSet(u"no-neighbours"_s);
    spec->overview = spec->overview || parser.isSet(u"overview"_s);
    spec->sites = spec->sites || parser.isSet(u"sites"_s);
    spec->monochrome = spec->monochrome || parser.isSet(u"monochrome"_s);
    spec->georeferenced = spec->georeferenced || parser.isSet(u"georeferenced"_s);
    return spec;
}

Result<std::vector<FigurePoints>> figurePointsOf(const QCommandLineParser& parser, const Project& project,
                                                 const PlanShapes& shapes, const FigureSpec& spec) {
    std::vector<Result<NamedRegister>> wanted;
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown && layer.kind == ReferenceLayer::Kind::Register)
            wanted.push_back(keptRegister(project, layer).and_then([&](const NamedRegister& kept) {
                return registerOf(parser, kept);
            }));
    }
    if (parser.isSet(u"points"_s)) {
        wanted.push_back(registerNamed(parser, project, parser.value(u"points"_s)));
        if (const QString name = parser.value(u"points-name"_s); wanted.back() && !name.isEmpty())
            wanted.back()->name = name;
    }
    std::vector<FigurePoints> all;
    for (const Result<NamedRegister>& each : wanted) {
        const auto points = each.and_then([&](const NamedRegister& named) {
            return readPoints(project, shapes, named, [](const RegisterCount& count) {
                for (const QString& line : summary(count))
                    std::fprintf(stderr, "tiermap: %s\n", line.toUtf8().constData());
            });
        });
        if (!points)
            return std::unexpected(points.error());
        all.push_back(*points);
    }
    return all;
}

Result<LaidFigure> layOutFigure(const QCommandLineParser& parser, const Project& project) {
    return figureSpecOf(parser, project).and_then([&](FigureSpec spec) {
        return decodeShapes(project).and_then([&](const PlanShapes& shapes) {
            return figurePointsOf(parser, project, shapes, spec)
                .and_then([&](const std::vector<FigurePoints>& points) {
                    spec.points = points;
                    return Figure::layOut(project, shapes, spec);
                })
                .transform([&](const Figure& figure) { return LaidFigure{spec, figure}; });
        });
    });
}

Problem asFigureOption(Problem problem, const QCommandLineParser& parser) {
    if (!problem.file.isEmpty() || problem.field.startsWith("--"_L1))
        return problem;
    static const QStringList options{u"size"_s, u"dpi"_s, u"magnification"_s, u"scale"_s, u"font"_s};
    const QString option = problem.field == "theme.font"_L1 ? u"font"_s : problem.field;
    const QString figure = parser.value(u"figure"_s);
    const bool isBuiltIn = figure.isEmpty() || figureNames().contains(figure);
    if (problem.field == "figure"_L1 || (options.contains(option) && (isBuiltIn || parser.isSet(option))))
        problem.field = u"--"_s + option;
    else if (options.contains(option)) // by its key there
        problem.file = figure;
    else if (problem.field != "sites.geom"_L1 && !problem.field.isEmpty())
        return asStyleOption(problem);
    return problem;
}

} // namespace tiermap
