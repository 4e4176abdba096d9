#include "core/project/check.h"

#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/words.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString kindName(Finding::Kind kind) {
    switch (kind) {
    case Finding::Kind::OutOfRange:
        return u"range"_s;
    case Finding::Kind::Missing:
        return u"required"_s;
    case Finding::Kind::Count:
        return u"count"_s;
    case Finding::Kind::Code:
        return u"code"_s;
    case Finding::Kind::Sum:
        return u"sum"_s;
    }
    return {};
}

} // namespace

int runCheck(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Lists where a project does not keep the plan's own rules. Exit code 1 where it finds something.")));
    addTableOptions(parser);
    if (const auto code = parseArguments(parser, u"check"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"check"_s);
    if (!project)
        return project.error();
    Listing table{
        {u"kind"_s, u"rule"_s, u"table"_s, u"row"_s, u"field"_s, u"finding"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "kind")), commandWords(QT_TRANSLATE_NOOP("Command", "rule")),
         commandWords(QT_TRANSLATE_NOOP("Command", "table")), commandWords(QT_TRANSLATE_NOOP("Command", "row")),
         commandWords(QT_TRANSLATE_NOOP("Command", "field")), commandWords(QT_TRANSLATE_NOOP("Command", "finding"))},
        {}};
    for (const Finding& finding : check(project->plan))
        table.rows += {kindName(finding.kind), finding.rule,  nameOf(finding.table),
                       keyText(finding.key),   finding.field, sentence(project->plan, finding)};
    const int printed = printTable(parser, table);
    return printed == Done && !table.rows.isEmpty() ? int(Failed) : printed;
}

} // namespace tiermap
