#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/sheet_options.h"
#include "app/session/builtin_plan.h"
#include "app/session/figure_words.h"
#include "app/session/language.h"
#include "app/session/named_register.h"
#include "app/session/words.h"
#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/figure/figure_template.h"
#include "maps/import/layer_import.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const auto in = commandWords;

// --- list, show, save, remove ----------------------------------------------------------------------------------------

int list(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(in(QT_TRANSLATE_NOOP("Command", "The figures that a project keeps.")));
    addTableOptions(parser);
    if (const auto code = parseArguments(parser, u"figure list"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"figure list"_s);
    if (!project)
        return project.error();
    Listing table{{u"key"_s, u"name"_s, u"figure"_s, u"size"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "Key")), in(QT_TRANSLATE_NOOP("Command", "Name")),
                   in(QT_TRANSLATE_NOOP("Command", "Figure")), in(QT_TRANSLATE_NOOP("Command", "Page"))},
                  {}};
    for (const SavedFigure& figure : project->figures) {
        const auto spec = figureSpecFromJson(figure.spec.toUtf8(), *project);
        table.rows +=
            QVariantList{figure.key, figure.name.in(interfaceLanguage()), spec ? QVariant(spec->figure) : QVariant(),
                         spec ? QVariant(spec->size) : QVariant()};
    }
    return printTable(parser, table);
}

int show(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        in(QT_TRANSLATE_NOOP("Command", "Prints a figure as JSON, to be changed, kept or given to others: \"tiermap "
                                        "export --figure FILE.json\" draws it.")));
    addProjectArgument(parser);
    addSheetOptions(parser);
    if (const auto code = parseArguments(parser, u"figure show"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"figure show"_s);
    if (!project)
        return project.error();
    const auto spec = figureSpecOf(parser, *project);
    return spec ? print(toJson(*spec)) : report(asFigureOption(spec.error(), parser));
}

int save(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(in(QT_TRANSLATE_NOOP(
        "Command", "Keeps a figure in the project under a name, over one that has it; it can be undone.")));
    parser.addPositionalArgument(u"PROJECT"_s, in(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"NAME"_s, in(QT_TRANSLATE_NOOP("Command", "Name to keep it under.")));
    addSheetOptions(parser);
    if (const auto code = parseArguments(parser, u"figure save"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2 || given[1].trimmed().isEmpty())
        return usageError(u"figure save"_s, in(QT_TRANSLATE_NOOP("Command", "PROJECT and NAME are needed.")));
    if (figureNames().contains(given[1]))
        return report({.code = Problem::Code::DuplicateKey, .field = u"NAME"_s, .arguments = {given[1]}});
    const auto project = projectToEdit(given[0]);
    if (!project)
        return project.error();
    const auto spec = figureSpecOf(parser, (*project)->content());
    if (!spec)
        return report(asFigureOption(spec.error(), parser));
    const auto kept = (*project)->apply(keepFigure((*project)->content(), given[1].trimmed(), *spec));
    return kept ? int(Done) : report(kept.error());
}

int remove(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(in(QT_TRANSLATE_NOOP("Command", "Takes a figure out of a project.")));
    parser.addPositionalArgument(u"PROJECT"_s, in(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"NAME"_s, in(QT_TRANSLATE_NOOP("Command", "Its name.")));
    if (const auto code = parseArguments(parser, u"figure remove"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return usageError(u"figure remove"_s, in(QT_TRANSLATE_NOOP("Command", "PROJECT and NAME are needed.")));
    const auto project = projectToEdit(given[0]);
    if (!project)
        return project.error();
    const SavedFigure* figure = figureNamed((*project)->content(), given[1]);
    if (!figure)
        return report({.code = Problem::Code::ReferenceUnknown,
                       .file = given[0],
                       .field = u"NAME"_s,
                       .arguments = {given[1], u"figure"_s}});
    const auto done = (*project)->apply({.changes = {removeRow(Table::Figures, {figure->key})}});
    return done ? int(Done) : report(done.error());
}

// --- check -----------------------------------------------------------------------------------------------------------

QByteArray json(const QList<SheetFinding>& findings, const Plan& plan) {
    QJsonArray array;
    for (const SheetFinding& finding : findings)
        array += QJsonObject{
            {u"kind"_s, nameOf(finding.kind)},  {u"error"_s, finding.isError},
            {u"words"_s, words(finding, plan)}, {u"field"_s, finding.field},
            {u"accepted"_s, finding.accepted},  {u"arguments"_s, QJsonArray::fromStringList(finding.arguments)}};
    return QJsonDocument(array).toJson();
}

int check(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        in(QT_TRANSLATE_NOOP("Command", "What a cartographer would look at before the figure leaves the office. With "
                                        "--profile public, what must not be is an error.")));
    addProjectArgument(parser);
    addSheetOptions(parser);
    parser.addOption({u"json"_s, in(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"figure check"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"figure check"_s);
    if (!project)
        return project.error();
    const auto laid = layOutFigure(parser, *project);
    if (!laid)
        return report(asFigureOption(laid.error(), parser));
    const QList<SheetFinding> findings = preflight(*project, laid->spec, laid->figure);
    const bool stops = std::ranges::any_of(findings, &SheetFinding::stops);
    if (parser.isSet(u"json"_s)) {
        const int printed = print(json(findings, project->plan));
        return stops ? int(Failed) : printed;
    }
    QStringList lines;
    for (const SheetFinding& finding : findings)
        lines += findingLine(finding, project->plan);
    if (lines.isEmpty())
        lines += in(QT_TRANSLATE_NOOP("Command", "Nothing to mend."));
    const int printed = print(lines.join(u'\n').toUtf8() + '\n');
    return stops ? int(Failed) : printed;
}

// --- verify, stale ---------------------------------------------------------------------------------------------------

/// What a page was drawn by, with the points that the project keeps. A layer that is gone is a change, not an error.
Result<FigureSpec> specOf(const Project& project, const PlanShapes& shapes, const FigureRecord& then) {
    return figureSpecFromJson(then.spec, project).and_then([&](FigureSpec spec) {
        return keptPoints(project, shapes, spec).transform([&](const std::vector<FigurePoints>& points) {
            spec.points = points;
            return spec;
        });
    });
}

/// A figure, or a page of a book of them, and what the project says otherwise.
struct HeldPage {
    FigureRecord then;
    QList<FigureChange> changes;
};

Result<QList<HeldPage>> pagesHeld(const Project& project, const PlanShapes& shapes, const QString& file) {
    const auto records = readFigureRecords(file);
    if (!records)
        return std::unexpected(records.error());
    QList<HeldPage> pages;
    for (const FigureRecord& then : *records) {
        const auto spec = specOf(project, shapes, then);
        if (!spec)
            return std::unexpected(spec.error());
        pages += {then, changesSince(then, recordOf(project, *spec))};
    }
    return pages;
}

bool matches(const QList<HeldPage>& pages) {
    return std::ranges::all_of(pages, [](const HeldPage& page) { return page.changes.isEmpty(); });
}

/// A line for each change, below the name of its page where there are several.
QStringList changeLines(const QList<HeldPage>& pages, const Plan& plan) {
    QStringList lines;
    for (const HeldPage& page : pages) {
        if (!page.then.bookmark.isEmpty() && !page.changes.isEmpty())
            lines += u"  "_s + page.then.bookmark + u':';
        for (const FigureChange& change : page.changes)
            lines += (page.then.bookmark.isEmpty() ? u"  "_s : u"    "_s) + words(change, plan);
    }
    return lines;
}

QJsonObject jsonOf(const HeldPage& page) {
    QJsonArray array;
    for (const FigureChange& change : page.changes)
        array += QJsonObject{
            {u"of"_s, change.of}, {u"what"_s, change.what}, {u"before"_s, change.before}, {u"now"_s, change.now}};
    QJsonObject object{
        {u"program"_s, page.then.program},      {u"plan"_s, page.then.plan},
        {u"spec_hash"_s, specHash(page.then)},  {u"periods"_s, QJsonArray::fromStringList(page.then.periods)},
        {u"matches"_s, page.changes.isEmpty()}, {u"changes"_s, array}};
    if (!page.then.bookmark.isEmpty())
        object.insert(u"page"_s, page.then.bookmark);
    return object;
}

/// Of one figure what is said of it; of a book its pages.
QJsonObject jsonOf(const QList<HeldPage>& pages, const QString& file) {
    QJsonObject object;
    if (pages.size() == 1 && pages.first().then.bookmark.isEmpty()) {
        object = jsonOf(pages.first());
    } else {
        QJsonArray array;
        for (const HeldPage& page : pages)
            array += jsonOf(page);
        object = {{u"matches"_s, matches(pages)}, {u"pages"_s, array}};
    }
    object.insert(u"file"_s, file);
    return object;
}

int verify(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        in(QT_TRANSLATE_NOOP("Command", "Whether a figure still says what the project says, and if not, which values "
                                        "moved. The file itself tells what it shows.")));
    parser.addPositionalArgument(u"FILE"_s, in(QT_TRANSLATE_NOOP("Command", "A figure: PDF, SVG or PNG.")));
    parser.addPositionalArgument(
        u"PROJECT"_s, in(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
    parser.addOption({u"json"_s, in(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"figure verify"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.size() > 2)
        return usageError(u"figure verify"_s, in(QT_TRANSLATE_NOOP("Command", "FILE is needed.")));
    if (const auto then = readFigureRecords(given[0]); !then)
        return report(then.error());
    const auto project = projectAt(given.value(1));
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto pages = pagesHeld(*project, *shapes, given[0]);
    if (!pages)
        return report(pages.error());
    int printed = Done;
    if (parser.isSet(u"json"_s)) {
        printed = print(QJsonDocument(jsonOf(*pages, given[0])).toJson());
    } else {
        QStringList lines{matches(*pages)
                              ? in(QT_TRANSLATE_NOOP("Command", "The figure says what the project says."))
                              : in(QT_TRANSLATE_NOOP("Command", "The figure no longer says what the project says:"))};
        lines += changeLines(*pages, project->plan);
        printed = print(lines.join(u'\n').toUtf8() + '\n');
    }
    return matches(*pages) ? printed : int(Failed);
}

/// Draws a file anew by what it was drawn by; of a book all pages, since they are one file.
Result<void> rebuild(const Project& project, const PlanShapes& shapes, const QString& file,
                     const QList<HeldPage>& pages) {
    QList<AtlasPage> book;
    for (const HeldPage& page : pages) {
        const auto spec = specOf(project, shapes, page.then);
        if (!spec)
            return std::unexpected(spec.error());
        if (page.then.bookmark.isEmpty())
            return Figure::layOut(project, shapes, *spec).and_then([&](const Figure& figure) {
                return exportFigure(figure, *spec, file);
            });
        book += {{}, page.then.bookmark, *spec};
    }
    const auto written = writeAtlas(project, shapes, book, file, static_cast<int>(std::thread::hardware_concurrency()));
    if (!written)
        return std::unexpected(written.error());
    return written->failures.empty() ? Result<void>() : std::unexpected(written->failures.front().problem);
}

int stale(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        in(QT_TRANSLATE_NOOP("Command", "Which files that the project's figures were written to no longer say what the "
                                        "project says, and what moved.")));
    addProjectArgument(parser);
    parser.addOption(
        {u"rebuild"_s, in(QT_TRANSLATE_NOOP("Command", "Draw these anew, each by what it was drawn by."))});
    if (const auto code = parseArguments(parser, u"figure stale"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"figure stale"_s);
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const auto exported = readExportedFigures(project->file);
    if (!exported)
        return report(exported.error());
    const QDir folder = QFileInfo(project->file).absoluteDir();
    int code = Done;
    QStringList lines;
    int current = 0;
    for (const ExportedFigure& each : *exported) {
        const QString file = folder.absoluteFilePath(each.file);
        if (!QFileInfo::exists(file)) {
            lines += in(QT_TRANSLATE_NOOP("Command", "%1: not there any more")).arg(each.file);
            continue;
        }
        const auto pages = pagesHeld(*project, *shapes, file);
        if (!pages) {
            code = report(pages.error());
        } else if (matches(*pages)) {
            ++current;
        } else {
            lines += each.file + u':';
            lines += changeLines(*pages, project->plan);
            if (!parser.isSet(u"rebuild"_s))
                continue;
            if (const auto drawn = rebuild(*project, *shapes, file, *pages); !drawn) {
                code = report(drawn.error());
            } else {
                lines += u"  "_s + in(QT_TRANSLATE_NOOP("Command", "drawn anew"));
                ++current;
            }
        }
    }
    lines += in(QT_TRANSLATE_NOOP("Command", "%1 of %2 files say what the project says."))
                 .arg(current)
                 .arg(exported->size());
    const int printed = print(lines.join(u'\n').toUtf8() + '\n');
    return code == Done ? printed : code;
}

} // namespace

int runFigure(const QStringList& arguments) {
    static const QHash<QString, int (*)(const QStringList&)> ways{
        {u"list"_s, list},   {u"show"_s, show},     {u"save"_s, save},  {u"remove"_s, remove},
        {u"check"_s, check}, {u"verify"_s, verify}, {u"stale"_s, stale}};
    if (const auto way = ways.constFind(arguments.value(0)); way != ways.cend())
        return (*way)(arguments.sliced(1));
    QCommandLineParser parser;
    parser.setApplicationDescription(in(QT_TRANSLATE_NOOP(
        "Command", "Figures that a project keeps, and those that were written: \"tiermap figure save --help\" and the "
                   "like tell more.")));
    const QString names = u"list|show|save|remove|check|verify|stale"_s;
    parser.addPositionalArgument(names, in(QT_TRANSLATE_NOOP("Command", "What to do.")));
    if (const auto code = parseArguments(parser, u"figure"_s, arguments))
        return *code;
    return usageError(u"figure"_s, in(QT_TRANSLATE_NOOP("Command", "One of these is needed: %1.")).arg(names));
}

} // namespace tiermap
