#include "maps/report/report.h"

#include "app/command/command.h"
#include "app/session/builtin_plan.h"
#include "app/session/dossier_material.h"
#include "app/session/language.h"
#include "core/store/open_project.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const auto in = commandWords;

Result<void> write(const OpenProject& project, Language language, const QStringList& files, bool replace) {
    const auto shapes = decodeShapes(project.content());
    if (!shapes)
        return std::unexpected(shapes.error());
    const DossierMaterial material = analysed(project.content(), *shapes, language);
    const auto report = reportOf(material, [&](const QString& zone) { return project.lines({.zone = zone}); });
    if (!report)
        return std::unexpected(report.error());
    for (const QString& file : files) {
        if (const auto written = writeReport(*report, file, replace); !written)
            return written;
    }
    return {};
}

} // namespace

int runReport(const QStringList& arguments) {
    const QString name = u"report"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(in(QT_TRANSLATE_NOOP(
        "Command", "Writes the whole story of a plan: layout, targets and progress, comparison, each tier, each zone, "
                   "sources, with contents and bookmarks. Nothing half-written is left behind.")));
    addProjectArgument(parser);
    parser.addOption({{u"o"_s, u"output"_s},
                      in(QT_TRANSLATE_NOOP("Command", "File to write, ending in .pdf or .html; may be given twice.")),
                      u"FILE"_s});
    parser.addOption({u"lang"_s, in(QT_TRANSLATE_NOOP("Command", "Language of the report: zh or en.")), u"LANGUAGE"_s,
                      interfaceLanguage() == Language::Chinese ? u"zh"_s : u"en"_s});
    parser.addOption({u"replace"_s, in(QT_TRANSLATE_NOOP("Command", "Replace files that are there."))});
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    const QStringList files = parser.values(u"output"_s);
    const QStringList given = parser.positionalArguments();
    if (files.isEmpty() || given.size() > 1)
        return usageError(name, in(QT_TRANSLATE_NOOP("Command", "-o FILE is needed.")));
    const QString language = parser.value(u"lang"_s);
    if (language != "zh"_L1 && language != "en"_L1)
        return report(
            {.code = Problem::Code::ValueUnknown, .field = u"--lang"_s, .arguments = {language, u"zh, en"_s}});
    const auto project =
        OpenProject::open(given.isEmpty() ? builtInPlanFile() : given.first(), OpenProject::Access::Read);
    if (!project)
        return report(project.error());
    const auto written = write(**project, language == "zh"_L1 ? Language::Chinese : Language::English, files,
                               parser.isSet(u"replace"_s));
    return written ? int(Done) : report(written.error());
}

} // namespace tiermap
