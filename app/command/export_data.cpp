#include "app/command/command.h"
#include "app/session/builtin_plan.h"
#include "app/session/export_words.h"
#include "maps/export/table_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray jsonReport(Table table, const ExportReport& report) {
    QJsonArray losses;
    for (const Loss& loss : report.losses) {
        QJsonObject object{{u"kind"_s, nameOf(loss.kind)}, {u"count"_s, loss.count}, {u"words"_s, sentence(loss)}};
        if (!loss.columns.isEmpty())
            object.insert(u"columns"_s, QJsonArray::fromStringList(loss.columns));
        if (!loss.arguments.isEmpty())
            object.insert(u"arguments"_s, QJsonArray::fromStringList(loss.arguments));
        losses << object;
    }
    return QJsonDocument(QJsonObject{{u"table"_s, nameOf(table)},
                                     {u"rows"_s, report.rows},
                                     {u"files"_s, QJsonArray::fromStringList(report.files)},
                                     {u"losses"_s, losses}})
        .toJson();
}

void addOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    addProjectArgument(parser);
    parser.addPositionalArgument(
        u"TABLE"_s, words(QT_TRANSLATE_NOOP("Command", "zones, sites, observations, indicators, targets ..."
                                                       " as docs/file-format.md names them.")));
    parser.addOption({{u"o"_s, u"output"_s},
                      words(QT_TRANSLATE_NOOP("Command", "File to write, ending in .xlsx, .csv, .geojson, .gpkg, .shp, "
                                                         ".kml or .fgb.")),
                      u"FILE"_s});
    parser.addOption({u"replace"_s, words(QT_TRANSLATE_NOOP("Command", "Replace a file that is there."))});
    parser.addOption({u"json"_s, words(QT_TRANSLATE_NOOP("Command", "Print the report as JSON."))});
}

} // namespace

int runExportData(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Writes a table of a project to a file for other programs, and says what the file does not keep. "
                   "Tiermap imports what it has written.")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, u"export-data"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    const QStringList files = parser.values(u"output"_s);
    if (given.isEmpty() || given.size() > 2 || files.size() != 1)
        return usageError(u"export-data"_s,
                          commandWords(QT_TRANSLATE_NOOP("Command", "TABLE and one -o FILE are needed.")));
    const auto table = fromName<Table>(given.last());
    if (!table)
        return report({.code = Problem::Code::ValueUnknown,
                       .field = u"TABLE"_s,
                       .arguments = {given.last(), allowedNames<Table>()}});
    const auto done = exportTable({.project = given.size() == 2 ? given[0] : builtInPlanFile(),
                                   .table = *table,
                                   .file = files[0],
                                   .replace = parser.isSet(u"replace"_s)});
    if (!done)
        return report(done.error());
    if (done->obstacle != Obstacle::None) {
        const QString why = sentence(done->obstacle, **formatOf(files[0]));
        std::fprintf(stderr, "tiermap: %s\n", (files[0] + u", "_s + given.last() + u": "_s + why).toUtf8().constData());
        return Failed;
    }
    if (parser.isSet(u"json"_s))
        return print(jsonReport(*table, *done));
    for (const Loss& loss : done->losses)
        std::fprintf(stderr, "tiermap: %s\n", sentence(loss).toUtf8().constData());
    return Done;
}

} // namespace tiermap
