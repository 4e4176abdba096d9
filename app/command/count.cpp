#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/session/language.h"
#include "app/session/register_words.h"
#include "maps/register/register_count.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What the rows are parted by beside the zones.
enum class By { Nothing, Section, Division };

struct Part {
    QString key;
    QString name;
    qint64 count = 0;
};

/// A zone's rows by section or division; those whose industry is not known come last, under an empty key.
QList<Part> partsOf(const ZoneCount& zone, By by) {
    QList<Part> parts;
    const auto add = [&](const QString& key, const QString& name, qint64 count) {
        if (count == 0)
            return;
        if (!parts.isEmpty() && parts.last().key == key)
            parts.last().count += count;
        else
            parts += {key, name, count};
    };
    const auto at = [&](int index) { return zone.industries[static_cast<std::size_t>(index)]; };
    for (const IndustrySection& section : industrySections()) {
        const QString letter(QLatin1Char(section.letter));
        for (int division = section.first; division <= section.last; ++division)
            add(by == By::Section ? letter : letter + QString::number(division).rightJustified(2, u'0'),
                by == By::Section ? section.name.in(interfaceLanguage()) : divisionName(division), at(division));
        add(letter, section.name.in(interfaceLanguage()), at(industryIndex({section.letter, 0})));
    }
    add({}, commandWords(QT_TRANSLATE_NOOP("Command", "industry not known")), at(0));
    return parts;
}

QJsonArray rowsOf(const RejectedRows& rows) {
    QJsonArray first;
    for (const qint64 row : rows.first)
        first += row;
    return first;
}

QByteArray json(const Plan& plan, const RegisterCount& count, By by) {
    QJsonArray zones;
    for (const ZoneCount& zone : count.zones) {
        const Zone* known = plan.zone(zone.code);
        QJsonObject entry{{u"code"_s, zone.code},
                          {u"name_zh"_s, known ? known->name.zh : QString()},
                          {u"name_en"_s, known ? known->name.en : QString()},
                          {u"kind"_s, known ? toString(known->kind) : QString()},
                          {u"parent"_s, known ? known->parent : QString()},
                          {u"count"_s, zone.count}};
        if (by != By::Nothing) {
            QJsonArray industries;
            for (const Part& part : partsOf(zone, by))
                industries += QJsonObject{{u"code"_s, part.key}, {u"name"_s, part.name}, {u"count"_s, part.count}};
            entry.insert(u"industries"_s, industries);
        }
        zones += entry;
    }
    QJsonArray rejections;
    for (const RejectedRows& rows : count.rejections)
        rejections += QJsonObject{{u"kind"_s, nameOf(rows.kind)}, {u"count"_s, rows.count}, {u"rows"_s, rowsOf(rows)}};
    QJsonArray shared;
    for (const SharedPlace& place : count.shared)
        shared += QJsonObject{
            {u"longitude"_s, place.longitude}, {u"latitude"_s, place.latitude}, {u"at_least"_s, place.atLeast}};
    return QJsonDocument(QJsonObject{{u"zones"_s, zones},
                                     {u"read"_s, count.read},
                                     {u"counted"_s, count.counted},
                                     {u"outside"_s, count.outside},
                                     {u"rejected"_s, count.rejected},
                                     {u"rejections"_s, rejections},
                                     {u"counted_by_district"_s, count.byDistrict},
                                     {u"disagreements"_s, QJsonObject{{u"count"_s, count.disagreements.count},
                                                                      {u"rows"_s, rowsOf(count.disagreements)}}},
                                     {u"shared_places"_s, shared}})
        .toJson();
}

Listing listing(const Plan& plan, const RegisterCount& count, By by) {
    Listing table{
        {u"code"_s, u"name"_s},
        {commandWords(QT_TRANSLATE_NOOP("Command", "Code")), commandWords(QT_TRANSLATE_NOOP("Command", "Zone"))},
        {}};
    if (by != By::Nothing) {
        table.keys << u"industry"_s << u"industry_name"_s;
        table.headings << commandWords(QT_TRANSLATE_NOOP("Command", "Industry"))
                       << commandWords(QT_TRANSLATE_NOOP("Command", "Name"));
    }
    table.keys << u"count"_s;
    table.headings << commandWords(QT_TRANSLATE_NOOP("Command", "Count"));
    for (const ZoneCount& zone : count.zones) {
        const Zone* known = plan.zone(zone.code);
        const QVariantList named{zone.code, known ? known->name.in(interfaceLanguage()) : QString()};
        if (by == By::Nothing)
            table.rows += named + QVariantList{zone.count};
        else
            for (const Part& part : partsOf(zone, by))
                table.rows += named + QVariantList{part.key, part.name, part.count};
    }
    return table;
}

} // namespace

int runCount(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Counts the rows of a register per zone: by their coordinates, or by district where there are none. "
                   "Nothing is written.")));
    parser.addPositionalArgument(
        u"PROJECT"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
    parser.addPositionalArgument(
        u"POINTS"_s, commandWords(QT_TRANSLATE_NOOP("Command", "A register: CSV, a workbook, or any vector file.")));
    const auto option = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, commandWords(text), value});
    };
    option(u"lon"_s, QT_TRANSLATE_NOOP("Command", "Column of longitudes; found out by the usual headings."),
           u"COLUMN"_s);
    option(u"lat"_s, QT_TRANSLATE_NOOP("Command", "Column of latitudes."), u"COLUMN"_s);
    option(u"code"_s,
           QT_TRANSLATE_NOOP("Command", "Column that names the district by code or name. Without --lon and --lat "
                                        "coordinates do not count then."),
           u"COLUMN"_s);
    option(u"industry"_s, QT_TRANSLATE_NOOP("Command", "Column of industries after GB/T 4754."), u"COLUMN"_s);
    option(u"by"_s,
           QT_TRANSLATE_NOOP("Command", "Part the counts by \"industry\" (sections) or \"division\" of GB/T 4754."),
           u"WHAT"_s);
    option(u"datum"_s,
           QT_TRANSLATE_NOOP("Command", "Datum of the coordinates: wgs84, cgcs2000, gcj02 or bd09; taken as they are "
                                        "where none is given."),
           u"DATUM"_s);
    option(u"sheet"_s, QT_TRANSLATE_NOOP("Command", "Sheet or layer of a file that has several."), u"NAME"_s);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    if (const auto code = parseArguments(parser, u"count"_s, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.size() > 2)
        return usageError(u"count"_s, commandWords(QT_TRANSLATE_NOOP("Command", "POINTS is needed.")));
    const QHash<QString, By> ways{
        {QString(), By::Nothing}, {u"industry"_s, By::Section}, {u"division"_s, By::Division}};
    const QString by = parser.value(u"by"_s);
    const std::optional<Datum> datum =
        parser.isSet(u"datum"_s) ? fromName<Datum>(parser.value(u"datum"_s)) : Datum::Unknown;
    if (!ways.contains(by) || !datum)
        return report({.code = Problem::Code::ValueUnknown,
                       .field = datum ? u"--by"_s : u"--datum"_s,
                       .arguments = {datum ? by : parser.value(u"datum"_s),
                                     datum ? u"industry, division"_s : allowedNames<Datum>()}});
    const auto project = projectAt(given.size() > 1 ? given[0] : QString());
    if (!project)
        return project.error();
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    const RegisterChoices choices{.columns = {.longitude = parser.value(u"lon"_s),
                                              .latitude = parser.value(u"lat"_s),
                                              .district = parser.value(u"code"_s),
                                              .industry = parser.value(u"industry"_s)},
                                  .districtOnly = parser.isSet(u"code"_s) && !parser.isSet(u"lon"_s),
                                  .datum = *datum,
                                  .layer = parser.value(u"sheet"_s)};
    const auto count = countRegister(*project, *shapes, given.last(), choices);
    if (!count)
        return report(count.error());
    if (parser.isSet(u"json"_s))
        return print(json(project->plan, *count, ways[by]));
    const Listing table = listing(project->plan, *count, ways[by]);
    if (parser.isSet(u"csv"_s))
        return print(table.csv());
    return print(table.text() + '\n' + summary(*count).join(u'\n').toUtf8() + '\n');
}

} // namespace tiermap
