#include "app/command/command.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"

using namespace Qt::StringLiterals;

namespace tiermap {

int runNew(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Makes a project file (one GeoPackage) of a plan package, a folder of JSON, CSV and "
                   "GeoJSON.")));
    parser.addPositionalArgument(u"OUT.gpkg"_s, commandWords(QT_TRANSLATE_NOOP("Command", "The file to write.")));
    parser.addOption(
        {u"plan"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Folder of the plan package.")), u"FOLDER"_s});
    if (const auto code = parseArguments(parser, u"new"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"plan"_s))
        return usageError(
            u"new"_s, commandWords(QT_TRANSLATE_NOOP("Command", "--plan FOLDER and one file to write are needed.")));
    const QString out = parser.positionalArguments().constFirst();
    const auto written = readPlanProject(parser.value(u"plan"_s)).and_then([&](const Project& project) {
        return writeProjectFile(out, project);
    });
    return written ? int(Done) : report(written.error());
}

} // namespace tiermap
