#include "maps/report/dossier.h"

#include "app/command/command.h"
#include "app/session/builtin_plan.h"
#include "app/session/dossier_material.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/store/open_project.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Choices {
    QString project; ///< empty: the built-in plan
    QString zone;    ///< empty: all of the layout
    Language language = Language::Chinese;
    DossierFiles files{};
    QString since{};
};

void addOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    addProjectArgument(parser);
    parser.addPositionalArgument(u"ZONE"_s, words(QT_TRANSLATE_NOOP("Command", "Zone by its code or name.")),
                                 u"ZONE|--all"_s);
    parser.addOption({u"all"_s, words(QT_TRANSLATE_NOOP("Command", "A dossier for each zone of the layout."))});
    parser.addOption({{u"o"_s, u"output"_s},
                      words(QT_TRANSLATE_NOOP("Command", "Folder to write to; it is made where there is none.")),
                      u"FOLDER"_s});
    parser.addOption({u"lang"_s, words(QT_TRANSLATE_NOOP("Command", "Language of the dossiers: zh or en.")),
                      u"LANGUAGE"_s, interfaceLanguage() == Language::Chinese ? u"zh"_s : u"en"_s});
    parser.addOption({u"format"_s, words(QT_TRANSLATE_NOOP("Command", "pdf, html or both.")), u"FORMAT"_s, u"both"_s});
    parser.addOption({u"since"_s,
                      words(QT_TRANSLATE_NOOP("Command", "List changes only from a date on, such as 2026-01-31.")),
                      u"DATE"_s});
    parser.addOption({u"replace"_s, words(QT_TRANSLATE_NOOP("Command", "Replace files that are there."))});
}

std::unexpected<Problem> wrong(Problem::Code code, const QString& field, const QStringList& arguments) {
    return std::unexpected(Problem{.code = code, .field = field, .arguments = arguments});
}

Result<Choices> choicesOf(const QCommandLineParser& parser) {
    const QString language = parser.value(u"lang"_s);
    if (language != "zh"_L1 && language != "en"_L1)
        return wrong(Problem::Code::ValueUnknown, u"--lang"_s, {language, u"zh, en"_s});
    const QString format = parser.value(u"format"_s);
    if (format != "pdf"_L1 && format != "html"_L1 && format != "both"_L1)
        return wrong(Problem::Code::ValueUnknown, u"--format"_s, {format, u"pdf, html, both"_s});
    const QString since = parser.value(u"since"_s);
    if (!since.isEmpty() && !QDateTime::fromString(since, Qt::ISODate).isValid())
        return wrong(Problem::Code::FieldType, u"--since"_s, {u"date"_s});
    QStringList given = parser.positionalArguments();
    Choices choices;
    if (!parser.isSet(u"all"_s))
        choices.zone = given.takeLast();
    choices.project = given.value(0);
    choices.language = language == "zh"_L1 ? Language::Chinese : Language::English;
    choices.files = {parser.value(u"output"_s), format != "html"_L1, format != "pdf"_L1, parser.isSet(u"replace"_s)};
    choices.since = since;
    return choices;
}

/// Codes of the zones that dossiers are wanted of.
Result<QStringList> zonesOf(const Plan& plan, const QString& wanted) {
    QStringList codes;
    if (wanted.isEmpty()) {
        for (const Zone& zone : plan.layoutZones())
            codes += zone.code;
        return codes;
    }
    const Zone* zone = zoneNamed(plan, wanted);
    if (!zone)
        return wrong(Problem::Code::ReferenceUnknown, u"ZONE"_s, {wanted, u"zone"_s});
    return QStringList{zone->code};
}

Result<QStringList> write(const OpenProject& project, const Choices& choices) {
    const Plan& plan = project.content().plan;
    const auto zones = zonesOf(plan, choices.zone);
    if (!zones)
        return std::unexpected(zones.error());
    const auto shapes = decodeShapes(project.content());
    if (!shapes)
        return std::unexpected(shapes.error());
    DossierMaterial material = analysed(project.content(), *shapes, choices.language);
    material.since = choices.since;
    QList<Dossier> dossiers;
    for (const QString& zone : *zones) {
        const auto log = project.lines({.zone = zone, .since = choices.since});
        if (!log)
            return std::unexpected(log.error());
        auto dossier = dossierOf(material, zone, *log);
        if (!dossier)
            return std::unexpected(dossier.error());
        dossiers += *std::move(dossier);
    }
    return writeDossiers(dossiers, choices.files);
}

} // namespace

int runDossier(const QStringList& arguments) {
    const QString name = u"dossier"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Writes what is known of a zone as PDF and HTML: map, role, claim, indicators with their sources, "
                   "measures, sites, comparison and changes. Nothing half-written is left behind.")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    const qsizetype given = parser.positionalArguments().size();
    const bool all = parser.isSet(u"all"_s);
    if (!parser.isSet(u"output"_s) || (all ? given > 1 : given < 1 || given > 2))
        return usageError(name,
                          commandWords(QT_TRANSLATE_NOOP("Command", "One ZONE or --all, and -o FOLDER, are needed.")));
    const auto choices = choicesOf(parser);
    if (!choices)
        return report(choices.error());
    const QString file = choices->project.isEmpty() ? builtInPlanFile() : choices->project;
    const auto project = OpenProject::open(file, OpenProject::Access::Read);
    if (!project)
        return report(project.error());
    const auto written = write(**project, *choices);
    return written ? print(written->join(u'\n').toUtf8() + '\n') : report(written.error());
}

} // namespace tiermap
