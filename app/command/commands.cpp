#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/builtin_plan.h"
#include "app/session/words.h"
#include "core/store/open_project.h"
#include "maps/formats/text_encoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

const QList<Command>& commands() {
    static const QList<Command> all{
        {u"info"_s, QT_TRANSLATE_NOOP("Command", "what the plan holds"), false, runInfo},
        {u"zones"_s, QT_TRANSLATE_NOOP("Command", "the zones with tier, kind and area"), false, runZones},
        {u"targets"_s, QT_TRANSLATE_NOOP("Command", "the plan's quantified targets"), false, runTargets},
        {u"sites"_s, QT_TRANSLATE_NOOP("Command", "platforms, bases, parks and headquarters"), false, runSites},
        {u"count"_s, QT_TRANSLATE_NOOP("Command", "count a register of enterprises per zone"), false, runCount},
        {u"classify"_s, QT_TRANSLATE_NOOP("Command", "part the districts into classes of an indicator"), false,
         runClassify},
        {u"hotspots"_s, QT_TRANSLATE_NOOP("Command", "where high or low values lie together"), false, runHotspots},
        {u"change"_s, QT_TRANSLATE_NOOP("Command", "why an indicator changed between two periods"), false, runChange},
        {u"claims"_s, QT_TRANSLATE_NOOP("Command", "what each tier claims of its zones, beside their numbers"), false,
         runClaims},
        {u"compare"_s, QT_TRANSLATE_NOOP("Command", "compare the districts by several indicators at once"), false,
         runCompare},
        {u"whatif"_s, QT_TRANSLATE_NOOP("Command", "what other tiers would make of the claims"), false, runWhatIf},
        {u"clusters"_s, QT_TRANSLATE_NOOP("Command", "where the rows of a register lie close together"), false,
         runClusters},
        {u"style"_s, QT_TRANSLATE_NOOP("Command", "say how the map of a project is drawn"), false, runStyle},
        {u"export"_s, QT_TRANSLATE_NOOP("Command", "write a figure as PDF, SVG or PNG"), true, runExport},
        {u"figure"_s,
         QT_TRANSLATE_NOOP("Command", "figures that a project keeps; which of those written are out of date"), true,
         runFigure},
        {u"dossier"_s, QT_TRANSLATE_NOOP("Command", "write what is known of a zone as PDF and HTML"), true, runDossier},
        {u"report"_s, QT_TRANSLATE_NOOP("Command", "write the whole story of a plan as PDF or HTML"), true, runReport},
        {u"export-data"_s, QT_TRANSLATE_NOOP("Command", "write a table for other programs"), false, runExportData},
        {u"new"_s, QT_TRANSLATE_NOOP("Command", "make a project file of a plan"), false, runNew},
        {u"set"_s, QT_TRANSLATE_NOOP("Command", "set what a source says of a zone"), false, runSet},
        {u"import"_s, QT_TRANSLATE_NOOP("Command", "take figures, sites or outlines in from a file"), false, runImport},
        {u"form"_s, QT_TRANSLATE_NOOP("Command", "write forms for others to fill in, and collect them"), false,
         runForm},
        {u"plan"_s, QT_TRANSLATE_NOOP("Command", "make a plan package for another city, or check one"), false, runPlan},
        {u"undo"_s, QT_TRANSLATE_NOOP("Command", "take back the last edits"), false, runUndo},
        {u"redo"_s, QT_TRANSLATE_NOOP("Command", "make edits again that were taken back"), false, runRedo},
        {u"log"_s, QT_TRANSLATE_NOOP("Command", "who changed what, when and why"), false, runLog},
        {u"check"_s, QT_TRANSLATE_NOOP("Command", "where the plan's rules do not hold"), false, runCheck},
    };
    return all;
}

const Command* findCommand(const QString& name) {
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

QString commandWords(const char* text) { return QCoreApplication::translate("Command", text); }

std::optional<int> parseArguments(QCommandLineParser& parser, const QString& command, const QStringList& arguments) {
    const QCommandLineOption help({u"h"_s, u"help"_s}, commandWords(QT_TRANSLATE_NOOP("Command", "Show this help.")));
    parser.addOption(help);
    const bool parsed = parser.parse(QStringList{u"tiermap "_s + command} + arguments);
    if (parser.isSet(help)) {
        // Qt writes the program's file name into the usage line; the command belongs there too.
        QString text = parser.helpText();
        text.replace(QCoreApplication::arguments().value(0), u"tiermap "_s + command);
        return print(text.toUtf8());
    }
    if (!parsed)
        return usageError(command, parser.errorText());
    return std::nullopt;
}

std::expected<Project, int> projectArgument(const QCommandLineParser& parser, const QString& command) {
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return std::unexpected(usageError(
            command,
            commandWords(QT_TRANSLATE_NOOP("Command", "One project at a time, not also \"%1\".")).arg(files[1])));
    return projectAt(files.value(0));
}

std::expected<Project, int> projectAt(const QString& file) { return openProject(file).transform_error(report); }

std::expected<std::unique_ptr<OpenProject>, int> projectToRead(const QCommandLineParser& parser,
                                                               const QString& command) {
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return std::unexpected(usageError(
            command,
            commandWords(QT_TRANSLATE_NOOP("Command", "One project at a time, not also \"%1\".")).arg(files[1])));
    return OpenProject::open(files.value(0, builtInPlanFile()), OpenProject::Access::Read).transform_error(report);
}

std::expected<std::unique_ptr<OpenProject>, int> projectToEdit(const QString& file) {
    constexpr int patience = 3000; // ms
    auto project = OpenProject::open(file, OpenProject::Access::Write, patience);
    if (!project)
        return std::unexpected(report(project.error()));
    if (!(*project)->isWritable())
        return std::unexpected(report(*(*project)->readOnlyReason()));
    return *std::move(project);
}

const Zone* zoneNamed(const Plan& plan, const QString& name) {
    const auto bare = [](const QString& full) {
        const bool suffixed = full.size() > 2 && (full.endsWith(u'区') || full.endsWith(u'县') || full.endsWith(u'市'));
        return suffixed ? full.chopped(1) : full;
    };
    for (const Zone& zone : plan.zones) {
        if (zone.code == name || zone.name.zh == name || bare(zone.name.zh) == name ||
            zone.name.en.compare(name, Qt::CaseInsensitive) == 0)
            return &zone;
    }
    return nullptr;
}

int print(const QByteArray& text) {
    const bool written = std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout) == std::size_t(text.size());
    if (written && std::fflush(stdout) == 0)
        return Done;
    return report({Problem::Code::FileUnwritable, u"stdout"_s, 0, {}, {qt_error_string()}});
}

Result<QString> encodingOption(const QCommandLineParser& parser) {
    const QString name = parser.value(u"encoding"_s);
    if (name.isEmpty() || name == "auto"_L1)
        return QString();
    return askedEncoding(name)
        .transform([](const TextEncoding& encoding) { return encoding.name; })
        .transform_error([](Problem problem) {
            problem.field = u"--encoding"_s;
            return problem;
        });
}

int report(const Problem& problem) {
    std::fprintf(stderr, "tiermap: %s\n", sentence(problem).toUtf8().constData());
    static const QList<Problem::Code> wrongText{
        Problem::Code::ValueUnknown,  Problem::Code::FieldType,    Problem::Code::OutOfRange,
        Problem::Code::FigureUnknown, Problem::Code::FieldMissing, Problem::Code::DuplicateKey,
        Problem::Code::OptionUnused,  Problem::Code::CountWrong,   Problem::Code::UnitsDiffer};
    return wrongText.contains(problem.code) && problem.field.startsWith("--"_L1) ? Usage : Failed;
}

int usageError(const QString& command, const QString& message) {
    const QString help = u"tiermap "_s + command + (command.isEmpty() ? u"--help"_s : u" --help"_s);
    std::fprintf(stderr, "tiermap: %s %s\n", message.toUtf8().constData(),
                 commandWords(QT_TRANSLATE_NOOP("Command", "See: %1")).arg(help).toUtf8().constData());
    return Usage;
}

void addProjectArgument(QCommandLineParser& parser) {
    parser.addPositionalArgument(
        u"PROJECT"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
}

void addTableOptions(QCommandLineParser& parser) {
    addProjectArgument(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
}

int printTable(const QCommandLineParser& parser, const Listing& table) {
    return print(parser.isSet(u"json"_s) ? table.json() : parser.isSet(u"csv"_s) ? table.csv() : table.text());
}

QByteArray programHelp() {
    QString text = commandWords(QT_TRANSLATE_NOOP(
        "Command", "Usage: tiermap [PROJECT]                    open the window\n"
                   "       tiermap COMMAND [PROJECT] [OPTIONS]  work without a display\n\n"
                   "PROJECT is a project file; without one the built-in plan is used.\n\nCommands:\n"));
    for (const Command& command : commands())
        text += u"  %1 %2\n"_s.arg(command.name, -11).arg(commandWords(command.summary));
    text +=
        commandWords(QT_TRANSLATE_NOOP("Command", "\nOptions:\n"
                                                  "  -h, --help     this help; tiermap COMMAND --help for a command\n"
                                                  "  -v, --version  the program's version\n"
                                                  "      --lang     zh or en: language of messages and window\n\n"
                                                  "Exit codes: 0 done, 1 failed, 2 wrong usage.\n"));
    return text.toUtf8();
}

} // namespace tiermap
