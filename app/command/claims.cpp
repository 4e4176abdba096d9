#include "app/command/claim_json.h"
#include "app/command/command.h"
#include "app/session/claim_words.h"
#include "maps/analysis/zone_geography.h"
#include "maps/scene/plan_shapes.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray text(const Plan& plan, const QList<ClaimEvidence>& evidence) {
    QStringList lines;
    for (const ClaimEvidence& each : evidence) {
        lines << sentence(plan, each);
        const QStringList supporting = zonesFor(plan, each);
        const QStringList opposing = zonesAgainst(plan, each);
        if (!supporting.isEmpty())
            lines << u"  "_s + commandWords(QT_TRANSLATE_NOOP("Command", "for: %1")).arg(zoneNames(plan, supporting));
        if (!opposing.isEmpty())
            lines << u"  "_s + commandWords(QT_TRANSLATE_NOOP("Command", "against: %1")).arg(zoneNames(plan, opposing));
    }
    lines << commandWords(QT_TRANSLATE_NOOP("Command", "p describes and does not prove: those who drew up the tiers "
                                                       "knew such numbers."));
    return lines.join(u'\n').toUtf8() + '\n';
}

} // namespace

int runClaims(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Holds what each tier claims of its zones against their numbers: statistic, effect size and the "
                   "exact p among all ways to assign the zones.")));
    addProjectArgument(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"claims"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"claims"_s);
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const Plan& plan = project->plan;
    if (plan.claims.isEmpty())
        return report({.code = Problem::Code::FieldMissing, .file = project->file, .field = u"claims"_s});
    const QList<ClaimEvidence> evidence = claimEvidence(plan, areasKm2(shapes->zones));
    return print(parser.isSet(u"json"_s) ? QJsonDocument(claimsJson(plan, evidence)).toJson() : text(plan, evidence));
}

} // namespace tiermap
