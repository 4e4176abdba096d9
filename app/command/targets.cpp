#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/language.h"

using namespace Qt::StringLiterals;

namespace tiermap {

int runTargets(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Lists the plan's quantified targets. They are set for the city, not for its districts.")));
    addTableOptions(parser);
    if (const auto code = parseArguments(parser, u"targets"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"targets"_s);
    if (!project)
        return project.error();

    Listing table{
        {u"key"_s, u"name"_s, u"operator"_s, u"value"_s, u"unit"_s, u"sense"_s, u"scope"_s, u"section"_s, u"words"_s,
         u"quote"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "key")), commandWords(QT_TRANSLATE_NOOP("Command", "target")), u""_s,
         commandWords(QT_TRANSLATE_NOOP("Command", "value")), commandWords(QT_TRANSLATE_NOOP("Command", "unit")),
         commandWords(QT_TRANSLATE_NOOP("Command", "sense")), commandWords(QT_TRANSLATE_NOOP("Command", "scope")),
         commandWords(QT_TRANSLATE_NOOP("Command", "section")), commandWords(QT_TRANSLATE_NOOP("Command", "words")),
         commandWords(QT_TRANSLATE_NOOP("Command", "quote"))},
        {}};
    const Language language = interfaceLanguage();
    for (const Target& target : project->plan.targets) {
        table.rows += {target.key,
                       target.name.in(language),
                       operatorSymbol(target.sense),
                       target.value,
                       target.unit.in(language),
                       toString(target.sense),
                       target.scope.in(language),
                       target.section,
                       target.words.isEmpty() ? QVariant() : target.words,
                       target.quote};
    }
    return printTable(parser, table);
}

} // namespace tiermap
