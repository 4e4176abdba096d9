#include "app/command/command.h"
#include "app/command/listing.h"

using namespace Qt::StringLiterals;

namespace tiermap {

int runSites(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Lists platforms, bases, parks, venues and headquarters. A site without coordinates is known by its "
                   "district only.")));
    addTableOptions(parser);
    if (const auto code = parseArguments(parser, u"sites"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"sites"_s);
    if (!project)
        return project.error();

    Listing table{
        {u"key"_s, u"name_zh"_s, u"name_en"_s, u"kind"_s, u"stage"_s, u"zone"_s, u"longitude"_s, u"latitude"_s,
         u"confidence"_s, u"source"_s, u"address"_s, u"note"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "key")), commandWords(QT_TRANSLATE_NOOP("Command", "name")),
         commandWords(QT_TRANSLATE_NOOP("Command", "English")), commandWords(QT_TRANSLATE_NOOP("Command", "kind")),
         commandWords(QT_TRANSLATE_NOOP("Command", "stage")), commandWords(QT_TRANSLATE_NOOP("Command", "zone")),
         commandWords(QT_TRANSLATE_NOOP("Command", "longitude")),
         commandWords(QT_TRANSLATE_NOOP("Command", "latitude")),
         commandWords(QT_TRANSLATE_NOOP("Command", "confidence")), commandWords(QT_TRANSLATE_NOOP("Command", "source")),
         commandWords(QT_TRANSLATE_NOOP("Command", "address")), commandWords(QT_TRANSLATE_NOOP("Command", "note"))},
        {}};
    const auto orAbsent = [](const QString& text) { return text.isEmpty() ? QVariant() : QVariant(text); };
    for (const Site& site : project->plan.sites) {
        table.rows += {site.key,
                       site.name.zh,
                       orAbsent(site.name.en),
                       toString(site.kind),
                       toString(site.stage),
                       orAbsent(site.zone),
                       site.position ? QVariant(site.position->x()) : QVariant(),
                       site.position ? QVariant(site.position->y()) : QVariant(),
                       toString(site.confidence),
                       site.source,
                       site.address,
                       orAbsent(site.note)};
    }
    return printTable(parser, table);
}

} // namespace tiermap
