#include "app/command/command.h"
#include "app/session/language.h"
#include "core/store/project_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonObject json(const Text& text) { return {{u"zh"_s, text.zh}, {u"en"_s, text.en}}; }

QJsonObject json(const Project& project) {
    const Plan& plan = project.plan;
    QJsonArray tiers;
    for (const Tier& tier : plan.tiers) {
        QJsonArray zones;
        for (const Zone& zone : plan.zonesOf(tier.key))
            zones.append(zone.code);
        tiers.append(QJsonObject{{u"key"_s, tier.key},
                                 {u"name"_s, json(tier.name)},
                                 {u"driver"_s, json(tier.driver)},
                                 {u"carrier"_s, json(tier.carrier)},
                                 {u"mode"_s, json(tier.mode)},
                                 {u"role"_s, json(tier.role)},
                                 {u"zones"_s, zones}});
    }
    return {{u"file"_s, project.file},
            {u"schema"_s, schemaVersion},
            {u"plan"_s, plan.key},
            {u"title"_s, json(plan.title)},
            {u"layout"_s, json(plan.layout)},
            {u"issuer"_s, json(plan.issuer)},
            {u"coordinator"_s, json(plan.coordinator)},
            {u"valid_from"_s, plan.validFrom.toString(Qt::ISODate)},
            {u"valid_to"_s, plan.validTo.toString(Qt::ISODate)},
            {u"boundary_vintage"_s, plan.boundary.vintage},
            {u"boundary_schematic"_s, plan.boundary.schematic},
            {u"boundary_note"_s, json(plan.boundary.note)},
            {u"provenance"_s, json(plan.boundary.provenance)},
            {u"tiers"_s, tiers},
            {u"zones"_s, plan.layoutZones().size()},
            {u"indicators"_s, plan.indicators.size()},
            {u"observations"_s, plan.observations.size()},
            {u"targets"_s, plan.targets.size()},
            {u"measures"_s, plan.measures.size()},
            {u"sites"_s, plan.sites.size()}};
}

QByteArray text(const Project& project) {
    const Plan& plan = project.plan;
    const Language language = interfaceLanguage();
    QString out =
        plan.title.in(language) + u'\n' +
        commandWords(QT_TRANSLATE_NOOP("Command", "Layout %1, issued by %2, coordinated by %3, valid %4 to %5\n"))
            .arg(plan.layout.in(language), plan.issuer.in(language), plan.coordinator.in(language),
                 plan.validFrom.toString(Qt::ISODate), plan.validTo.toString(Qt::ISODate));
    const QString comma = commandWords(QT_TRANSLATE_NOOP("Command", ", "));
    for (const Tier& tier : plan.tiers) {
        QStringList zones;
        for (const Zone& zone : plan.zonesOf(tier.key))
            zones += zone.name.in(language);
        out += u"  %1 %2 (%3): %4\n"_s.arg(tier.mark.in(language), tier.name.in(language))
                   .arg(zones.size())
                   .arg(zones.join(comma));
    }
    out += commandWords(QT_TRANSLATE_NOOP("Command", "%1 observations of %2 indicators, %3 targets, %4 measures and "
                                                     "safeguards, %5 sites\n"))
               .arg(plan.observations.size())
               .arg(plan.indicators.size())
               .arg(plan.targets.size())
               .arg(plan.measures.size())
               .arg(plan.sites.size());
    out += plan.boundary.note.in(language) + u'\n' + plan.boundary.provenance.in(language) + u'\n';
    return out.toUtf8();
}

} // namespace

int runInfo(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        commandWords(QT_TRANSLATE_NOOP("Command", "Says what the plan holds, who issued it and how its boundaries came "
                                                  "about.")));
    addProjectArgument(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"info"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"info"_s);
    if (!project)
        return project.error();
    return print(parser.isSet(u"json"_s) ? QJsonDocument(json(*project)).toJson() : text(*project));
}

} // namespace tiermap
