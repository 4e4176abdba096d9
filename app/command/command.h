#pragma once

#include "core/problem.h"
#include "core/project/project.h"

#include <QCommandLineParser>
#include <QStringList>

namespace tiermap {

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

struct Listing;
class OpenProject;

/// One subcommand; each has a file of its own in app/command and a line in commands.cpp.
struct Command {
    QString name;
    const char* summary;                                ///< English; translated in context "Command"
    bool paints = false;                                ///< needs fonts, hence a QGuiApplication
    int (*run)(const QStringList& arguments) = nullptr; ///< without program and command name
};

const QList<Command>& commands();
const Command* findCommand(const QString& name);

/// Text in the language of the interface, context "Command".
QString commandWords(const char* text);

/// Parses arguments of one command. On --help or a usage error it prints and returns the exit code to leave with.
std::optional<int> parseArguments(QCommandLineParser& parser, const QString& command, const QStringList& arguments);

/// The project that a listing command was given, or the exit code to leave with.
std::expected<Project, int> projectArgument(const QCommandLineParser& parser, const QString& command);

/// The same of a file, or of the built-in plan where that is empty.
std::expected<Project, int> projectAt(const QString& file);

/// A project to look into with its log, or the exit code to leave with.
std::expected<std::unique_ptr<OpenProject>, int> projectToRead(const QCommandLineParser& parser,
                                                               const QString& command);

/// A project that can be written, or the exit code to leave with. Waits a little for another process that has it.
std::expected<std::unique_ptr<OpenProject>, int> projectToEdit(const QString& file);

/// A zone by its code or by its name in either language, with or without 区, 县, 市; null where there is none.
const Zone* zoneNamed(const Plan& plan, const QString& name);

/// What --encoding names; empty: auto.
Result<QString> encodingOption(const QCommandLineParser& parser);

/// Writes to stdout; a full disk behind it is a failure.
int print(const QByteArray& text);

/// Prints the problem's sentence to stderr; returns Failed, or Usage where no project could make an option's value right.
int report(const Problem& problem);

/// Prints a usage error to stderr; returns Usage.
int usageError(const QString& command, const QString& message);

/// The project file that every command takes first.
void addProjectArgument(QCommandLineParser& parser);

/// Adds the project, --json and --csv; prints the table as they ask.
void addTableOptions(QCommandLineParser& parser);
int printTable(const QCommandLineParser& parser, const Listing& table);

int runInfo(const QStringList& arguments);
int runZones(const QStringList& arguments);
int runTargets(const QStringList& arguments);
int runSites(const QStringList& arguments);
int runStyle(const QStringList& arguments);
int runCount(const QStringList& arguments);
int runClusters(const QStringList& arguments);
int runHotspots(const QStringList& arguments);
int runDossier(const QStringList& arguments);
int runReport(const QStringList& arguments);
int runChange(const QStringList& arguments);
int runClaims(const QStringList& arguments);
int runCompare(const QStringList& arguments);
int runWhatIf(const QStringList& arguments);
int runClassify(const QStringList& arguments);
int runFigure(const QStringList& arguments);
int runExport(const QStringList& arguments);
int runExportData(const QStringList& arguments);
int runNew(const QStringList& arguments);
int runImport(const QStringList& arguments);
int runForm(const QStringList& arguments);
int runPlan(const QStringList& arguments);
int runSet(const QStringList& arguments);
int runUndo(const QStringList& arguments);
int runRedo(const QStringList& arguments);
int runLog(const QStringList& arguments);
int runCheck(const QStringList& arguments);

/// Help for the program as a whole.
QByteArray programHelp();

} // namespace tiermap
