#include "app/command/register_options.h"

#include "app/command/command.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(const QString& option, const QString& text, const QString& allowed) {
    return std::unexpected(
        Problem{.code = Problem::Code::ValueUnknown, .field = u"--"_s + option, .arguments = {text, allowed}});
}

/// "2019", "2019..2023", "2019..", "..2023".
Result<void> takeYears(const QString& text, RegisterFilter& filter) {
    static const QRegularExpression years(u"\\A(\\d{4})?(\\.\\.)?(\\d{4})?\\z"_s);
    const auto match = years.match(text);
    const bool isRange = !match.captured(2).isEmpty();
    if (!match.hasMatch() || text.size() < 4 || (!isRange && match.hasCaptured(3)))
        return wrong(u"founded"_s, text, u"2019, 2019..2023, 2019.., ..2023"_s);
    if (match.hasCaptured(1) && !match.captured(1).isEmpty())
        filter.from = match.captured(1).toInt();
    if (!isRange)
        filter.to = filter.from;
    else if (match.hasCaptured(3))
        filter.to = match.captured(3).toInt();
    return {};
}

/// Each option takes the place of what was kept.
Result<RegisterFilter> filterOf(const QCommandLineParser& parser, RegisterFilter filter) {
    if (parser.isSet(u"containing"_s))
        filter.text = parser.value(u"containing"_s);
    if (parser.isSet(u"only"_s))
        filter.industries.clear();
    if (parser.isSet(u"size-class"_s))
        filter.sizes.clear();
    for (const QString& text : parser.values(u"only"_s)) {
        const Industry industry = industryOf(text.toUtf8());
        if (industry.section == 0)
            return wrong(u"only"_s, text, u"I, 65, I65"_s);
        filter.industries += industry;
    }
    for (const QString& text : parser.values(u"size-class"_s)) {
        const EnterpriseSize size = enterpriseSizeOf(text.toUtf8());
        if (size == EnterpriseSize::Unknown && text != nameOf(size))
            return wrong(u"size-class"_s, text, allowedNames<EnterpriseSize>());
        filter.sizes += size;
    }
    if (parser.isSet(u"founded"_s)) {
        filter.from = filter.to = std::nullopt;
        if (const auto taken = takeYears(parser.value(u"founded"_s), filter); !taken)
            return std::unexpected(taken.error());
    }
    return filter;
}

/// A length, or "auto" for one that suits the rows; `unit` in metres.
Result<void> takeLength(const QCommandLineParser& parser, const QString& option, double unit,
                        std::optional<double>& into) {
    if (!parser.optionNames().contains(option))
        return {};
    const QString text = parser.value(option);
    bool number = false;
    const double length = text.toDouble(&number);
    const bool usable = number && length > 0 && length <= 1e6; // what is no number is not
    if (text != "auto"_L1 && !usable)
        return wrong(option, text, u"auto, 1.5"_s);
    into = number ? length * unit : 0;
    return {};
}

/// Where a command has these options, which not all do.
Result<void> takeFinds(const QCommandLineParser& parser, RegisterChoices& choices) {
    return takeLength(parser, u"clusters"_s, 1, choices.clusters).and_then([&] {
        return takeLength(parser, u"hexagons"_s, 1000, choices.spots);
    });
}

Result<RegisterChoices> choicesOf(const QCommandLineParser& parser, RegisterChoices choices) {
    if (const auto taken = takeFinds(parser, choices); !taken)
        return std::unexpected(taken.error());
    if (parser.isSet(u"datum"_s)) {
        const auto datum = fromName<Datum>(parser.value(u"datum"_s));
        if (!datum)
            return wrong(u"datum"_s, parser.value(u"datum"_s), allowedNames<Datum>());
        choices.datum = *datum;
    }
    for (const auto& [option, into] : {std::pair(u"lon"_s, &choices.columns.longitude),
                                       {u"lat"_s, &choices.columns.latitude},
                                       {u"code"_s, &choices.columns.district},
                                       {u"industry"_s, &choices.columns.industry},
                                       {u"sheet"_s, &choices.layer}}) {
        if (parser.isSet(option))
            *into = parser.value(option);
    }
    if (parser.isSet(u"code"_s) || parser.isSet(u"lon"_s))
        choices.districtOnly = !parser.isSet(u"lon"_s);
    return filterOf(parser, choices.filter).transform([&](const RegisterFilter& filter) {
        choices.filter = filter;
        return choices;
    });
}

} // namespace

void addRegisterOptions(QCommandLineParser& parser) {
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
    option(u"datum"_s,
           QT_TRANSLATE_NOOP("Command", "Datum of the coordinates: wgs84, cgcs2000, gcj02 or bd09; taken as they are "
                                        "where none is given."),
           u"DATUM"_s);
    option(u"sheet"_s, QT_TRANSLATE_NOOP("Command", "Sheet or layer of a file that has several."), u"NAME"_s);
    option(
        u"only"_s,
        QT_TRANSLATE_NOOP("Command", "Count only this section or division of GB/T 4754; may be given several times."),
        u"INDUSTRY"_s);
    option(u"size-class"_s,
           QT_TRANSLATE_NOOP("Command",
                             "Count only this size class: large, medium, small, micro, unknown; may be given "
                             "several times."),
           u"SIZE"_s);
    option(u"founded"_s, QT_TRANSLATE_NOOP("Command", "Count only those founded then: 2019, 2019..2023, 2019.."),
           u"YEARS"_s);
    option(u"containing"_s, QT_TRANSLATE_NOOP("Command", "Count only rows that have this text in a cell."), u"TEXT"_s);
}

void addFindOptions(QCommandLineParser& parser) {
    parser.addOption({u"clusters"_s,
                      commandWords(QT_TRANSLATE_NOOP(
                          "Command", "Outline where rows of a register lie close together (DBSCAN): near is within so "
                                     "many metres, or auto.")),
                      u"METRES"_s});
    parser.addOption({u"hexagons"_s,
                      commandWords(QT_TRANSLATE_NOOP(
                          "Command", "Hatch hot and cold spots of its rows (Getis-Ord Gi*) in hexagons of this width, "
                                     "or auto.")),
                      u"KM"_s});
}

Result<NamedRegister> registerOf(const QCommandLineParser& parser, NamedRegister kept) {
    return choicesOf(parser, kept.choices).transform([&](const RegisterChoices& choices) {
        kept.choices = choices;
        return kept;
    });
}

Result<NamedRegister> registerNamed(const QCommandLineParser& parser, const Project& project, const QString& name) {
    const ReferenceLayer* layer = QFileInfo::exists(name) ? nullptr : layerNamed(project, name);
    if (!layer || layer->kind != ReferenceLayer::Kind::Register)
        return registerOf(parser, registerInFile(name, {}));
    return keptRegister(project, *layer).and_then([&](const NamedRegister& kept) { return registerOf(parser, kept); });
}

} // namespace tiermap
