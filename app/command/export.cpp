#include "app/command/command.h"
#include "app/command/register_options.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "app/session/map_words.h"
#include "app/session/register_words.h"
#include "maps/figure/figure.h"
#include "maps/register/register_points.h"
#include "maps/style/current_style.h"

#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <future>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

template <class T>
struct Choice {
    const char16_t* word;
    T value;
};

template <class T, std::size_t n>
Result<T> choose(const QCommandLineParser& parser, const QString& option, const Choice<T> (&choices)[n]) {
    QStringList words;
    for (const Choice<T>& choice : choices) {
        words += QString::fromUtf16(choice.word);
        if (parser.value(option) == words.last())
            return choice.value;
    }
    return std::unexpected(
        Problem{Problem::Code::ValueUnknown, {}, 0, u"--"_s + option, {parser.value(option), words.join(u", "_s)}});
}

Result<FigureSpec> figureSpec(const QCommandLineParser& parser) {
    using Orientation = FigureSpec::Orientation;
    FigureSpec spec;
    spec.figure = parser.value(u"figure"_s);
    spec.size = parser.value(u"size"_s);
    const auto orientation = choose<Orientation>(
        parser, u"orientation"_s, {{u"landscape", Orientation::Landscape}, {u"portrait", Orientation::Portrait}});
    if (!orientation)
        return std::unexpected(orientation.error());
    const auto language = choose<Language>(parser, u"lang"_s, {{u"zh", Language::Chinese}, {u"en", Language::English}});
    if (!language)
        return std::unexpected(language.error());
    const auto text = choose<FigureSpec::SvgText>(
        parser, u"text"_s, {{u"text", FigureSpec::SvgText::Text}, {u"outlines", FigureSpec::SvgText::Outlines}});
    if (!text)
        return std::unexpected(text.error());
    bool number = false;
    spec.dpi = parser.value(u"dpi"_s).toInt(&number);
    if (!number)
        return std::unexpected(Problem{
            Problem::Code::FieldType, {}, 0, u"--dpi"_s, {commandWords(QT_TRANSLATE_NOOP("Command", "number"))}});
    spec.orientation = *orientation;
    spec.language = *language;
    spec.svgText = *text;
    spec.water = !parser.isSet(u"no-water"_s);
    spec.neighbours = !parser.isSet(u"no-neighbours"_s);
    spec.sites = parser.isSet(u"sites"_s);
    spec.approvalNumber = parser.value(u"approval-number"_s);
    return spec;
}

void addOptions(QCommandLineParser& parser) {
    const auto add = [&](const QStringList& names, const char* text, const QString& value, const QString& preset = {}) {
        parser.addOption({names, commandWords(text), value, preset});
    };
    addProjectArgument(parser);
    addStyleOptions(parser);
    addRegisterOptions(parser);
    add({u"figure"_s}, QT_TRANSLATE_NOOP("Command", "Which figure: layout, or map for one of an indicator."), u"NAME"_s,
        u"layout"_s);
    add({u"o"_s, u"output"_s},
        QT_TRANSLATE_NOOP("Command", "File to write, ending in .pdf, .svg or .png; may be given several times."),
        u"FILE"_s);
    add({u"size"_s}, QT_TRANSLATE_NOOP("Command", "Page size: A4 or A3."), u"SIZE"_s, u"A4"_s);
    add({u"orientation"_s}, QT_TRANSLATE_NOOP("Command", "landscape or portrait."), u"WAY"_s, u"landscape"_s);
    add({u"dpi"_s}, QT_TRANSLATE_NOOP("Command", "Dots per inch of a PNG, 36 to 1200."), u"N"_s, u"300"_s);
    add({u"lang"_s}, QT_TRANSLATE_NOOP("Command", "Language of the sheet: zh or en."), u"LANGUAGE"_s,
        interfaceLanguage() == Language::Chinese ? u"zh"_s : u"en"_s);
    add({u"text"_s},
        QT_TRANSLATE_NOOP("Command", "Text in an SVG: text (needs the font where it is shown) or outlines."), u"HOW"_s,
        u"text"_s);
    add({u"approval-number"_s}, QT_TRANSLATE_NOOP("Command", "Map approval number (审图号) to print."), u"NUMBER"_s);
    parser.addOption({u"sites"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Draw platforms and bases."))});
    parser.addOption({u"no-water"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Leave out water."))});
    add({u"layer"_s},
        QT_TRANSLATE_NOOP("Command", "Draw this reference layer and no other, by its key or name; may be given several "
                                     "times."),
        u"NAME"_s);
    add({u"points"_s},
        QT_TRANSLATE_NOOP("Command", "Draw the rows of a register, merged where they are near: CSV, a workbook or any "
                                     "vector file."),
        u"FILE"_s);
    add({u"points-name"_s},
        QT_TRANSLATE_NOOP("Command", "What the legend calls them; the name of the file by default."), u"TEXT"_s);
    parser.addOption({u"no-layers"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Leave out reference layers."))});
    parser.addOption(
        {u"no-neighbours"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Leave out neighbouring cities."))});
}

/// Options that say nothing here: a figure has one scale, and is made to be seen.
Result<void> checkUse(const QCommandLineParser& parser) {
    for (const QString& option : {u"largest-scale"_s, u"smallest-scale"_s, u"hidden"_s}) {
        if (parser.isSet(option))
            return std::unexpected(
                Problem{.code = Problem::Code::OptionUnused, .field = u"--"_s + option, .arguments = {u"export"_s}});
    }
    const QStringList ofPoints{u"lon"_s,  u"lat"_s,        u"code"_s,    u"industry"_s,   u"datum"_s,
                               u"only"_s, u"size-class"_s, u"founded"_s, u"containing"_s, u"points-name"_s};
    for (const QString& option : ofPoints) {
        if (parser.isSet(option) && !parser.isSet(u"points"_s))
            return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"--points"_s});
    }
    return {};
}

/// What a page cannot be is an option here.
Problem asOption(Problem problem) {
    static const QStringList options{u"figure"_s, u"size"_s, u"dpi"_s};
    if (options.contains(problem.field))
        problem.field.prepend(u"--"_s);
    else if (problem.field != "sites.geom"_L1 && problem.file.isEmpty() && !problem.field.isEmpty())
        return asStyleOption(problem);
    return problem;
}

/// Those that are shown, or that are asked for.
Result<QList<ReferenceLayer>> layersOf(const QCommandLineParser& parser, const Project& project) {
    if (parser.isSet(u"no-layers"_s))
        return QList<ReferenceLayer>();
    if (!parser.isSet(u"layer"_s))
        return project.layers;
    QList<ReferenceLayer> layers;
    for (const QString& name : parser.values(u"layer"_s)) {
        const auto found = std::ranges::find_if(project.layers, [&](const ReferenceLayer& layer) {
            return layer.key == name || layer.name.zh == name || layer.name.en == name;
        });
        if (found == project.layers.end())
            return std::unexpected(Problem{
                .code = Problem::Code::ReferenceUnknown, .field = u"--layer"_s, .arguments = {name, u"layer"_s}});
        layers += *found;
        layers.last().shown = true;
    }
    return layers;
}

Result<std::optional<FigurePoints>> pointsOf(const QCommandLineParser& parser, const Project& project,
                                             const PlanShapes& shapes) {
    const QString file = parser.value(u"points"_s);
    if (file.isEmpty())
        return std::nullopt;
    return registerChoicesOf(parser)
        .and_then([&](const RegisterChoices& choices) { return loadRegister(project, shapes, file, choices); })
        .transform([&](const RegisterPoints& read) {
            for (const QString& line : summary(read.count))
                std::fprintf(stderr, "tiermap: %s\n", line.toUtf8().constData());
            const QString name = parser.value(u"points-name"_s);
            const QString filter = filterWords(parser);
            const QString source = QFileInfo(file).fileName();
            return std::optional(FigurePoints{.places = read.places,
                                              .name = name.isEmpty() ? QFileInfo(file).completeBaseName() : name,
                                              .source = filter.isEmpty() ? source : source + u" ("_s + filter + u')'});
        });
}

} // namespace

int runExport(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Writes a figure for a report. PDF and SVG are vector; nothing half-written is left behind.")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, u"export"_s, arguments))
        return *code;
    const QStringList files = parser.values(u"output"_s);
    if (files.isEmpty())
        return usageError(u"export"_s, commandWords(QT_TRANSLATE_NOOP("Command", "-o FILE is needed.")));
    const auto project = projectArgument(parser, u"export"_s);
    if (!project)
        return project.error();
    auto spec = checkUse(parser).and_then([&] { return figureSpec(parser); });
    if (!spec)
        return report(spec.error());
    if (spec->figure != "map"_L1 && (parser.isSet(u"by"_s) || parser.isSet(u"as"_s)))
        return usageError(u"export"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "--by and --as go with --figure map.")));
    if (spec->figure == "map"_L1) {
        const bool asked = parser.isSet(u"by"_s) || parser.isSet(u"as"_s);
        const auto style = asked ? styleOf(parser, project->plan) : Result<LayerStyle>(currentStyle(*project));
        if (!style)
            return report(style.error());
        const bool overlaid = parser.isSet(u"layer"_s) || parser.isSet(u"points"_s);
        if (style->kind == LayerStyle::Kind::Tiers && !asked && !overlaid)
            return usageError(u"export"_s, commandWords(QT_TRANSLATE_NOOP(
                                               "Command", "--by is needed: the project has no map of an indicator.")));
        spec->style = *style;
    }
    const auto layers = layersOf(parser, *project);
    if (!layers)
        return report(layers.error());
    spec->layers = *layers;
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto points = pointsOf(parser, *project, *shapes);
    if (!points)
        return report(points.error());
    spec->points = *points;
    const auto figure = Figure::layOut(*project, *shapes, *spec);
    if (!figure)
        return report(asOption(figure.error()));

    for (const MapWarning warning : figure->sheet().warnings)
        std::fprintf(stderr, "tiermap: %s\n", words(warning).toUtf8().constData());
    for (const QString& key : figure->unplaced())
        std::fprintf(stderr, "tiermap: %s\n",
                     commandWords(QT_TRANSLATE_NOOP("Command", "there was no room for the name of %1"))
                         .arg(key)
                         .toUtf8()
                         .constData());

    // The files do not depend on each other: a PDF and a PNG take no longer than the slower of the two.
    std::vector<std::future<Result<void>>> writers;
    for (const QString& file : files)
        writers.push_back(std::async(std::launch::async, [&, file] { return exportFigure(*figure, *spec, file); }));
    int code = Done;
    for (auto& writer : writers) {
        if (const auto written = writer.get(); !written)
            code = report(written.error());
    }
    return code;
}

} // namespace tiermap
