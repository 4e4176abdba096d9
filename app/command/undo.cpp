#include "app/command/command.h"
#include "core/store/open_project.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

int step(const QString& command, const char* description, const QStringList& arguments,
         Result<void> (OpenProject::*go)(int)) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(description));
    parser.addPositionalArgument(u"PROJECT"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"N"_s, commandWords(QT_TRANSLATE_NOOP("Command", "How many edits; 1 without it.")),
                                 u"[N]"_s);
    if (const auto code = parseArguments(parser, command, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    bool isNumber = true;
    const int steps = given.size() < 2 ? 1 : given[1].toInt(&isNumber);
    if (given.isEmpty() || given.size() > 2 || !isNumber || steps < 1)
        return usageError(command, commandWords(QT_TRANSLATE_NOOP("Command", "PROJECT and a number are needed.")));
    const auto project = projectToEdit(given[0]);
    if (!project)
        return project.error();
    const auto gone = ((**project).*go)(steps);
    return gone ? int(Done) : report(gone.error());
}

} // namespace

int runUndo(const QStringList& arguments) {
    return step(u"undo"_s, QT_TRANSLATE_NOOP("Command", "Takes back the last edits of a project, whoever made them."),
                arguments, &OpenProject::undo);
}

int runRedo(const QStringList& arguments) {
    return step(u"redo"_s, QT_TRANSLATE_NOOP("Command", "Makes edits again that were taken back."), arguments,
                &OpenProject::redo);
}

} // namespace tiermap
