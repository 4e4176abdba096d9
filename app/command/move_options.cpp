#include "app/command/move_options.h"

#include "app/command/command.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString tierNamed(const Plan& plan, const QString& name) {
    for (const Tier& tier : plan.tiers) {
        if (tier.key == name || tier.name.zh == name || tier.name.en.compare(name, Qt::CaseInsensitive) == 0)
            return tier.key;
    }
    return {};
}

} // namespace

void addMoveOptions(QCommandLineParser& parser) {
    parser.addOption({u"move"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "A zone and its other tier: 330113:lead; may be given "
                                                                "several times.")),
                      u"ZONE:TIER"_s});
    parser.addOption(
        {u"scenario"_s,
         commandWords(QT_TRANSLATE_NOOP("Command", "A scenario that the project keeps; --move adds to it.")),
         u"NAME"_s});
}

Result<QList<ZoneMove>> movesGiven(const QCommandLineParser& parser, const Project& project) {
    const Plan& plan = project.plan;
    QStringList texts;
    if (const QString name = parser.value(u"scenario"_s); !name.isEmpty()) {
        const SavedScenario* kept = scenarioNamed(project, name);
        if (!kept)
            return std::unexpected(Problem{
                .code = Problem::Code::ReferenceUnknown, .field = u"--scenario"_s, .arguments = {name, u"scenario"_s}});
        if (const auto moves = movesOf(plan, kept->moves); !moves) { // the plan has changed since
            Problem problem = moves.error();
            problem.field = u"--scenario"_s;
            problem.record = name;
            return std::unexpected(problem);
        }
        texts = kept->moves;
    }
    for (const QString& text : parser.values(u"move"_s)) {
        const Zone* zone = zoneNamed(plan, text.section(u':', 0, 0));
        const QString tier = tierNamed(plan, text.section(u':', 1));
        texts << (zone && !tier.isEmpty() ? zone->code + u':' + tier : text);
    }
    return movesOf(plan, texts).transform_error([](Problem problem) {
        problem.field = u"--move"_s;
        return problem;
    });
}

} // namespace tiermap
