#include "app/command/command.h"
#include "app/command/sheet_options.h"
#include "app/session/figure_words.h"
#include "app/session/map_words.h"
#include "core/store/open_project.h"
#include "maps/figure/atlas.h"
#include "maps/figure/figure.h"
#include "maps/figure/map_font.h"
#include "maps/import/layer_import.h"

#include <cstdio>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

void say(const QString& line) { std::fprintf(stderr, "tiermap: %s\n", line.toUtf8().constData()); }

void addOptions(QCommandLineParser& parser) {
    addProjectArgument(parser);
    addSheetOptions(parser);
    const auto add = [&](const QStringList& names, const char* text, const QString& value) {
        parser.addOption({names, commandWords(text), value});
    };
    add({u"o"_s, u"output"_s},
        QT_TRANSLATE_NOOP("Command", "File to write, ending in .pdf, .svg, .png or .tif; may be given several times."),
        u"FILE"_s);
    add({u"atlas"_s},
        QT_TRANSLATE_NOOP("Command", "A page for each: by=zone, by=tier, by=indicator, by=year, or each pair of two: "
                                     "by=zone,indicator. A PDF has all of them with an index; or -o \"map-{key}.png\" "
                                     "a file for each, with {key}, {name} or "
                                     "{number}. Files that show what they would show again are left."),
        u"BY"_s);
    add({u"jobs"_s}, QT_TRANSLATE_NOOP("Command", "How many pages to draw at a time; as many as processors."), u"N"_s);
}

/// A figure that a project keeps is known to have been written: `tiermap figure stale` looks at it later.
void rememberExports(const QCommandLineParser& parser, const Project& project, const QStringList& files) {
    const SavedFigure* kept = figureNamed(project, parser.value(u"figure"_s));
    if (!kept)
        return;
    const auto open = OpenProject::open(project.file, OpenProject::Access::Write);
    if (!open || !(*open)->isWritable())
        return; // the figure is written all the same
    for (const QString& file : files)
        std::ignore = (*open)->keepExport({pathFrom(project.file, file), kept->key});
}

/// A page for each thing; those that fail do not take the others with them.
int exportAtlas(const QCommandLineParser& parser, const Project& project, const PlanShapes& shapes,
                const FigureSpec& spec) {
    const QStringList files = parser.values(u"output"_s);
    const QString by = parser.value(u"atlas"_s);
    QList<AtlasBy> kinds;
    for (const QString& name : (by.startsWith("by="_L1) ? by.sliced(3) : by).split(u',')) {
        const auto kind = fromName<AtlasBy>(name.trimmed());
        if (!kind)
            return report({.code = Problem::Code::ValueUnknown,
                           .field = u"--atlas"_s,
                           .arguments = {by, u"by="_s + nameList<AtlasBy>().join(u", by="_s)}});
        if (kinds.contains(*kind))
            return report({.code = Problem::Code::DuplicateKey, .field = u"--atlas"_s, .arguments = {name.trimmed()}});
        kinds += *kind;
    }
    int jobs = static_cast<int>(std::thread::hardware_concurrency());
    if (parser.isSet(u"jobs"_s)) {
        bool number = false;
        jobs = parser.value(u"jobs"_s).toInt(&number);
        if (!number || jobs < 1)
            return report({.code = Problem::Code::OutOfRange,
                           .field = u"--jobs"_s,
                           .arguments = {parser.value(u"jobs"_s), u"1"_s, {}}});
    }
    const auto pages = atlasPages(project, spec, kinds);
    if (!pages)
        return report(asFigureOption(pages.error(), parser));
    int code = Done;
    for (const QString& file : files) {
        const auto written = writeAtlas(project, shapes, *pages, file, jobs);
        if (!written)
            return report(written.error());
        for (const AtlasFailure& failure : written->failures) {
            say(words(failure));
            code = Failed;
        }
        rememberExports(parser, project, written->files);
        say(words(*written));
    }
    return code;
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
    if (parser.isSet(u"jobs"_s) && !parser.isSet(u"atlas"_s))
        return usageError(u"export"_s, commandWords(QT_TRANSLATE_NOOP("Command", "--jobs goes with --atlas.")));
    // The system's fonts are looked up while the project is read.
    const std::future<bool> fonts = std::async(std::launch::async, [] { return mapFont().has_value(); });
    const auto project = projectArgument(parser, u"export"_s);
    if (!project)
        return project.error();
    auto spec = figureSpecOf(parser, *project);
    if (!spec)
        return report(asFigureOption(spec.error(), parser));
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto points = figurePointsOf(parser, *project, *shapes, *spec);
    if (!points)
        return report(points.error());
    spec->points = *points;
    fonts.wait();
    if (parser.isSet(u"atlas"_s))
        return exportAtlas(parser, *project, *shapes, *spec);
    const auto figure = Figure::layOut(*project, *shapes, *spec);
    if (!figure)
        return report(asFigureOption(figure.error(), parser));

    if (spec->profile == FigureSpec::Profile::Public) { // what a published sheet must not have stops it
        QList<SheetFinding> findings = preflight(*project, *spec, *figure);
        findings.removeIf([](const SheetFinding& finding) { return !finding.stops(); });
        for (const SheetFinding& finding : findings)
            say(findingLine(finding, project->plan));
        if (!findings.isEmpty())
            return Failed;
    }
    for (const QString& remark : remarks(figure->sheet(), project->plan))
        say(remark);

    // The files do not depend on each other: a PDF and a PNG take no longer than the slower of the two. One is left to this
    // thread, which has its fonts at hand.
    std::vector<std::future<Result<void>>> writers;
    for (const QString& file : files) {
        const auto when = writers.empty() ? std::launch::deferred : std::launch::async;
        writers.push_back(std::async(when, [&, file] { return exportFigure(*figure, *spec, file); }));
    }
    int code = Done;
    for (auto& writer : writers) {
        if (const auto written = writer.get(); !written)
            code = report(asFigureOption(written.error(), parser));
    }
    if (code == Done)
        rememberExports(parser, *project, files);
    return code;
}

} // namespace tiermap
