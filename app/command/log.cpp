#include "app/command/command.h"
#include "app/command/listing.h"
#include "core/store/open_project.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What a person wants to see of a row that came or went: what it says, not its key and bookkeeping.
QString rowWords(const LogLine& line, const Value& value) {
    QStringList words;
    const Fields row = rowFromText(line.table, textOf(value));
    for (const Column& column : columnsOf(line.table)) {
        const Value cell = row.value(column.name);
        const bool bookkeeping =
            column.key || column.name == "author"_L1 || column.name == "edited_at"_L1 || column.name == "geom"_L1;
        if (!bookkeeping && !toText(cell).isEmpty())
            words += QString(column.name) + u'=' + toText(cell);
    }
    return words.join(u' ');
}

QVariant cell(const LogLine& line, const Value& value, bool forPeople) {
    if (isNull(value))
        return {};
    return forPeople && line.field.isEmpty() ? rowWords(line, value) : textOf(value);
}

QVariant textOrNone(const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); }

} // namespace

int runLog(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(
        QT_TRANSLATE_NOOP("Command", "Lists who changed what, when, why and on whose word; oldest first.")));
    addTableOptions(parser);
    parser.addOption({u"zone"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Only what speaks of a zone (code or name).")),
                      u"ZONE"_s});
    parser.addOption({u"since"_s,
                      commandWords(QT_TRANSLATE_NOOP("Command", "Only from a date on, such as 2026-01-31.")),
                      u"DATE"_s});
    if (const auto code = parseArguments(parser, u"log"_s, arguments))
        return *code;
    const auto project = projectToRead(parser, u"log"_s);
    if (!project)
        return project.error();
    LogFilter filter{.since = parser.value(u"since"_s)};
    if (!filter.since.isEmpty() && !QDateTime::fromString(filter.since, Qt::ISODate).isValid())
        return report({.code = Problem::Code::FieldType, .field = u"--since"_s, .arguments = {u"date"_s}});
    if (parser.isSet(u"zone"_s)) {
        const Zone* zone = zoneNamed((*project)->content().plan, parser.value(u"zone"_s));
        if (!zone)
            return report({.code = Problem::Code::ReferenceUnknown,
                           .field = u"--zone"_s,
                           .arguments = {parser.value(u"zone"_s), u"zone"_s}});
        filter.zone = zone->code;
    }
    const bool forPeople = !parser.isSet(u"json"_s) && !parser.isSet(u"csv"_s);
    Listing table{
        {u"seq"_s, u"at"_s, u"author"_s, u"action"_s, u"table"_s, u"row"_s, u"field"_s, u"old"_s, u"new"_s, u"reason"_s,
         u"source"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "no.")), commandWords(QT_TRANSLATE_NOOP("Command", "time")),
         commandWords(QT_TRANSLATE_NOOP("Command", "author")), commandWords(QT_TRANSLATE_NOOP("Command", "action")),
         commandWords(QT_TRANSLATE_NOOP("Command", "table")), commandWords(QT_TRANSLATE_NOOP("Command", "row")),
         commandWords(QT_TRANSLATE_NOOP("Command", "field")), commandWords(QT_TRANSLATE_NOOP("Command", "from")),
         commandWords(QT_TRANSLATE_NOOP("Command", "to")), commandWords(QT_TRANSLATE_NOOP("Command", "reason")),
         commandWords(QT_TRANSLATE_NOOP("Command", "source"))},
        {}};
    const auto lines = (*project)->lines(filter);
    if (!lines)
        return report(lines.error());
    for (const LogLine& line : *lines) {
        if (line.table == Table::Styles && line.field == "qgis"_L1)
            continue; // pages of XML that follow from the style
        table.rows += {line.seq,
                       line.at,
                       line.author,
                       nameOf(line.action),
                       nameOf(line.table),
                       keyText(line.key),
                       textOrNone(line.field),
                       cell(line, line.before, forPeople),
                       cell(line, line.after, forPeople),
                       textOrNone(line.reason),
                       textOrNone(line.source)};
    }
    return printTable(parser, table);
}

} // namespace tiermap
