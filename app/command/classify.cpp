#include "app/command/command.h"
#include "app/command/style_options.h"
#include "app/session/language.h"
#include "app/session/map_words.h"
#include "core/analysis/zone_figures.h"
#include "maps/scene/plan_shapes.h"
#include "maps/style/class_changes.h"
#include "maps/style/number_text.h"
#include "maps/style/thematic_map.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QJsonArray array(const auto& numbers) {
    QJsonArray list;
    for (const auto number : numbers)
        list += number;
    return list;
}

QJsonObject json(const Plan& plan, const LayerStyle& style, const ThematicMap& map,
                 const QHash<QString, double>& numbers, const QList<ClassChange>& changes) {
    QJsonArray zones;
    QHash<ZoneFigure::Known, int> known;
    for (const Zone& zone : mappedZones(plan)) {
        const ZoneFigure::Known of = map.known.value(zone.code);
        ++known[of];
        QJsonObject entry{{u"zone"_s, zone.code}, {u"name"_s, zone.name.in(interfaceLanguage())}};
        entry.insert(u"value"_s, numbers.contains(zone.code) ? QJsonValue(numbers[zone.code]) : QJsonValue());
        entry.insert(u"class"_s, map.classOf.contains(zone.code) ? QJsonValue(map.classOf[zone.code]) : QJsonValue());
        entry.insert(u"known"_s, nameOf(of));
        if (of == ZoneFigure::Known::Bound)
            entry.insert(u"bound"_s, map.values.value(zone.code));
        zones += entry;
    }
    QJsonObject others;
    for (const ClassChange& change : changes)
        others.insert(nameOf(change.method), QJsonObject{{u"comparable"_s, change.comparable},
                                                         {u"breaks"_s, array(change.classes.bounds)},
                                                         {u"counts"_s, array(change.classes.counts)},
                                                         {u"variance_fit"_s, change.classes.varianceFit},
                                                         {u"moved"_s, QJsonArray::fromStringList(change.moved)}});
    return {{u"indicator"_s, style.indicators.first()},
            {u"title"_s, map.title},
            {u"method"_s, nameOf(style.method)},
            {u"intervals"_s, u"[lower, upper), the last one [lower, upper]"_s},
            {u"breaks"_s, array(map.classes.bounds)},
            {u"counts"_s, array(map.classes.counts)},
            {u"variance_fit"_s, numbers.isEmpty() ? QJsonValue() : QJsonValue(map.classes.varianceFit)},
            {u"bound"_s, known.value(ZoneFigure::Known::Bound)},
            {u"withheld"_s, known.value(ZoneFigure::Known::Withheld)},
            {u"missing"_s, known.value(ZoneFigure::Known::Missing)},
            {u"zones"_s, zones},
            {u"other_methods"_s, others}};
}

QByteArray text(const Plan& plan, const ThematicMap& map, const QHash<QString, double>& numbers,
                const QList<ClassChange>& changes) {
    const Language language = interfaceLanguage();
    QString out = map.title + u'\n';
    const QString comma = commandWords(QT_TRANSLATE_NOOP("Command", ", "));
    const auto names = [&](const auto& belongs) {
        QStringList list;
        for (const Zone& zone : mappedZones(plan)) {
            if (belongs(zone.code))
                list += zone.name.in(language);
        }
        return list.join(comma);
    };
    const auto line = [&](const QString& text, auto count, const auto& belongs) {
        out += u"  %1  (%2)  %3\n"_s.arg(text).arg(count).arg(names(belongs));
    };
    for (int in = 0; in < map.classes.size(); ++in)
        line(classText(map, in), map.classes.counts[static_cast<std::size_t>(in)],
             [&](const QString& code) { return map.classOf.value(code, -1) == in; });
    for (const Name<ZoneFigure::Known>& known : namesOf<ZoneFigure::Known>()) { // as the map parts them
        const auto count = std::ranges::count(map.known, known.value);
        if (count > 0 && known.value != ZoneFigure::Known::Exact)
            line(knownText(known.value, language), count,
                 [&](const QString& code) { return map.known.value(code) == known.value; });
    }
    if (numbers.isEmpty())
        return out.toUtf8();
    out += commandWords(QT_TRANSLATE_NOOP("Command", "goodness of variance fit: %1\n"))
               .arg(numberText(map.classes.varianceFit, 3));
    for (const ClassChange& change : changes)
        out += !change.comparable ? commandWords(QT_TRANSLATE_NOOP("Command", "%1: another number of classes (%2)\n"))
                                        .arg(words(change.method))
                                        .arg(change.classes.size())
               : change.moved.isEmpty()
                   ? commandWords(QT_TRANSLATE_NOOP("Command", "%1: the same\n")).arg(words(change.method))
                   : commandWords(QT_TRANSLATE_NOOP("Command", "%1: another class for %2\n"))
                         .arg(words(change.method),
                              names([&](const QString& code) { return change.moved.contains(code); }));
    return out.toUtf8();
}

} // namespace

int runClassify(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Parts the districts into classes of an indicator, and says which would be in another class under "
                   "another method.")));
    addIndicatorArguments(parser);
    addClassOptions(parser);
    parser.addOption({u"json"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    if (const auto code = parseArguments(parser, u"classify"_s, arguments))
        return *code;
    const auto given = indicatorArguments(parser, u"classify"_s);
    if (!given)
        return given.error();
    const auto& [project, indicator] = *given;
    const Plan& plan = project.plan;
    const auto style = classOptionsOf(parser, plan, indicator);
    if (!style)
        return report(style.error());
    const auto shapes = decodeShapes(project);
    if (!shapes)
        return report(shapes.error());
    const auto map = thematicMap(plan, shapes->zones, *style, interfaceLanguage());
    if (!map)
        return report(map.error());
    const QHash<QString, double> numbers = styledNumbers(plan, shapes->zones, *style);
    const QList<ClassChange> changes = classChanges(*map, numbers);
    return print(parser.isSet(u"json"_s) ? QJsonDocument(json(plan, *style, *map, numbers, changes)).toJson()
                                         : text(plan, *map, numbers, changes));
}

} // namespace tiermap
