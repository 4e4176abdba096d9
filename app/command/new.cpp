#include "app/command/command.h"
#include "app/session/builtin_plan.h"
#include "app/session/illustrative.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

int runNew(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Makes a project file (one GeoPackage) of a plan that comes with Tiermap (hangzhou) or of a plan "
                   "package, a folder of JSON, CSV and GeoJSON.")));
    parser.addPositionalArgument(u"OUT.gpkg"_s, commandWords(QT_TRANSLATE_NOOP("Command", "The file to write.")));
    parser.addOption({u"plan"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "hangzhou, or the folder of a plan package.")),
                      u"PLAN"_s});
    parser.addOption({u"replace"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Replace a file that is there."))});
    parser.addOption({u"illustrative"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Of hangzhou: add made-up numbers, marked as such, to "
                                                                "try comparisons out where few are published."))});
    if (const auto code = parseArguments(parser, u"new"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"plan"_s))
        return usageError(u"new"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "--plan PLAN and one file to write are needed.")));
    const QString out = parser.positionalArguments().constFirst();
    const QString plan = parser.value(u"plan"_s);
    if (QFileInfo(out).isFile() && !parser.isSet(u"replace"_s))
        return report({.code = Problem::Code::FileExists, .file = out});
    if (plan == u"hangzhou"_s && !QFileInfo(plan).isDir()) {
        const auto copied = copyProjectFile(builtInPlanFile(), out).and_then([&] {
            return parser.isSet(u"illustrative"_s) ? addIllustrativeNumbers(out) : Result<void>();
        });
        return copied ? int(Done) : report(copied.error());
    }
    if (parser.isSet(u"illustrative"_s))
        return report({.code = Problem::Code::OptionUnused, .field = u"--illustrative"_s, .arguments = {plan}});
    const auto written =
        readPlanProject(plan).and_then([&](const Project& project) { return writeProjectFile(out, project); });
    return written ? int(Done) : report(written.error());
}

} // namespace tiermap
