#include "app/command/style_options.h"

#include "app/command/command.h"

#include <QHash>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(Problem::Code code, const QString& option, const QStringList& what) {
    return std::unexpected(Problem{.code = code, .field = u"--"_s + option, .arguments = what});
}

template <class E>
Result<void> take(const QCommandLineParser& parser, const QString& option, E& into) {
    if (!parser.isSet(option))
        return {};
    const auto value = fromName<E>(parser.value(option));
    if (!value)
        return wrong(Problem::Code::ValueUnknown, option, {parser.value(option), allowedNames<E>()});
    into = *value;
    return {};
}

Result<void> take(const QCommandLineParser& parser, const QString& option, double& into) {
    if (!parser.isSet(option))
        return {};
    bool number = false;
    into = parser.value(option).toDouble(&number);
    return number ? Result<void>() : wrong(Problem::Code::FieldType, option, {u"number"_s});
}

Result<void> takeBreaks(const QCommandLineParser& parser, LayerStyle& style) {
    if (!parser.isSet(u"breaks"_s))
        return {};
    for (const QString& text : parser.value(u"breaks"_s).split(u',')) {
        bool number = false;
        style.breaks.push_back(text.trimmed().toDouble(&number));
        if (!number)
            return wrong(Problem::Code::FieldType, u"breaks"_s, {u"number"_s});
    }
    if (parser.isSet(u"method"_s) && style.method != ClassMethod::Manual)
        return wrong(Problem::Code::ValueUnknown, u"method"_s, {nameOf(style.method), nameOf(ClassMethod::Manual)});
    style.method = ClassMethod::Manual;
    return {};
}

Result<void> takePeriod(const QCommandLineParser& parser, LayerStyle& style) {
    const QString text = parser.value(u"period"_s);
    if (text == "latest"_L1) {
        style.when = LayerStyle::When::Latest;
    } else if (parser.isSet(u"period"_s)) {
        style.when = LayerStyle::When::Given;
        style.period = Period::parse(text);
        if (!style.period)
            return wrong(Problem::Code::FieldType, u"period"_s, {u"period"_s});
    }
    return {};
}

Result<void> takeFigures(const QCommandLineParser& parser, LayerStyle& style) {
    return take(parser, u"measure"_s, style.measure).and_then([&] { return takePeriod(parser, style); });
}

/// A number, or the plan's target.
Result<void> takeMiddle(const QCommandLineParser& parser, const Plan& plan, LayerStyle& style) {
    const QString text = parser.value(u"middle"_s);
    if (text == "target"_L1) {
        const Target* target = comparableTarget(plan, style.indicators.value(0));
        if (!target)
            return wrong(Problem::Code::ReferenceUnknown, u"middle"_s, {style.indicators.value(0), u"target"_s});
        style.middle = target->value;
        return {};
    }
    double middle = 0;
    const auto taken = take(parser, u"middle"_s, middle);
    if (parser.isSet(u"middle"_s))
        style.middle = middle;
    return taken;
}

Result<void> takeClasses(const QCommandLineParser& parser, const Plan& plan, LayerStyle& style) {
    double classes = style.classes;
    const auto taken = takeFigures(parser, style)
                           .and_then([&] { return take(parser, u"method"_s, style.method); })
                           .and_then([&] { return take(parser, u"classes"_s, classes); })
                           .and_then([&] { return takeMiddle(parser, plan, style); })
                           .and_then([&] { return takeBreaks(parser, style); });
    style.classes = std::floor(classes) == classes && std::abs(classes) < 1000 ? static_cast<int>(classes) : -1;
    return taken;
}

/// The kinds that an option speaks to; options that are not listed speak to all.
struct Hearers {
    QLatin1StringView option;
    QList<LayerStyle::Kind> kinds;
};

/// An option that changes nothing is more likely a mistake than meant so.
Result<void> checkUse(const QCommandLineParser& parser, LayerStyle::Kind kind) {
    using enum LayerStyle::Kind;
    const QList<LayerStyle::Kind> classed{Graduated, GraduatedSymbols};
    const QList<LayerStyle::Kind> figures{Graduated, Proportional, GraduatedSymbols, Bars, Pies, Dots, Bivariate};
    const QList<LayerStyle::Kind> numbers = figures + QList{Ranks};
    const QList<LayerStyle::Kind> symbols{Proportional, GraduatedSymbols, Bars, Pies};
    const QList<Hearers> all{{"method"_L1, classed},
                             {"breaks"_L1, classed},
                             {"classes"_L1, classed + QList{Heat}},
                             {"middle"_L1, {Graduated}},
                             {"period"_L1, numbers},
                             {"measure"_L1, figures},
                             {"values"_L1, numbers},
                             {"palette"_L1, numbers + QList{Heat, Hexagons}},
                             {"reversed"_L1, numbers + QList{Heat, Hexagons}},
                             {"symbol-size"_L1, symbols},
                             {"per-dot"_L1, {Dots}},
                             {"reach"_L1, {Heat, Hexagons}}};
    for (const Hearers& hearers : all) {
        if (parser.isSet(hearers.option) && !hearers.kinds.contains(kind))
            return wrong(Problem::Code::OptionUnused, hearers.option, {nameOf(kind)});
    }
    return {};
}

/// The problems of a style name its fields: here they are options.
Result<LayerStyle> checked(const LayerStyle& style, const Plan& plan) {
    const auto fine = checkStyle(style, plan);
    if (fine)
        return style;
    return std::unexpected(asStyleOption(fine.error()));
}

} // namespace

Problem asStyleOption(Problem problem) {
    static const QHash<QString, QString> named{
        {u"indicators"_s, u"by"_s}, {u"kind"_s, u"as"_s}, {u"size"_s, u"symbol-size"_s}};
    const QString option = named.value(problem.field, QString(problem.field).replace(u'_', u'-'));
    problem.field = option.isEmpty() || !problem.file.isEmpty() ? problem.field : u"--"_s + option;
    return problem;
}

const Indicator* indicatorNamed(const Plan& plan, const QString& name) {
    for (const Indicator& indicator : plan.indicators) {
        if (indicator.key == name || indicator.name.zh == name ||
            indicator.name.en.compare(name, Qt::CaseInsensitive) == 0)
            return &indicator;
    }
    return nullptr;
}

void addIndicatorArguments(QCommandLineParser& parser) {
    parser.addPositionalArgument(
        u"PROJECT"_s,
        commandWords(QT_TRANSLATE_NOOP("Command", "Project file; the built-in plan where none is given.")),
        u"[PROJECT]"_s);
    parser.addPositionalArgument(u"INDICATOR"_s,
                                 commandWords(QT_TRANSLATE_NOOP("Command", "Key or name of an indicator.")));
}

std::expected<std::pair<Project, QString>, int> indicatorArguments(const QCommandLineParser& parser,
                                                                   const QString& command) {
    const QStringList given = parser.positionalArguments();
    if (given.isEmpty() || given.size() > 2)
        return std::unexpected(usageError(command, commandWords(QT_TRANSLATE_NOOP("Command", "INDICATOR is needed."))));
    const auto project = projectAt(given.size() > 1 ? given[0] : QString());
    if (!project)
        return std::unexpected(project.error());
    const Indicator* indicator = indicatorNamed(project->plan, given.last());
    if (!indicator)
        return std::unexpected(report({.code = Problem::Code::ReferenceUnknown,
                                       .field = u"INDICATOR"_s,
                                       .arguments = {given.last(), u"indicator"_s}}));
    return std::pair(*project, indicator->key);
}

void addFigureOptions(QCommandLineParser& parser) {
    const auto add = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, commandWords(text), value});
    };
    add(u"period"_s,
        QT_TRANSLATE_NOOP("Command", "2025, 2025-Q1, ... or latest; without it the one that most zones have."),
        u"PERIOD"_s);
    add(u"measure"_s, QT_TRANSLATE_NOOP("Command", "value, density (per km²) or share (per cent of the city)."),
        u"MEASURE"_s);
}

void addClassOptions(QCommandLineParser& parser) {
    const auto add = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, commandWords(text), value});
    };
    addFigureOptions(parser);
    add(u"method"_s, QT_TRANSLATE_NOOP("Command", "equal, quantile, jenks, stddev, pretty or manual."), u"METHOD"_s);
    add(u"classes"_s, QT_TRANSLATE_NOOP("Command", "Number of classes, 1 to 9; pretty comes near it."), u"N"_s);
    add(u"breaks"_s, QT_TRANSLATE_NOOP("Command", "Bounds between classes: 10,20,50."), u"NUMBERS"_s);
    add(u"middle"_s,
        QT_TRANSLATE_NOOP("Command",
                          "No class lies on both sides of this number; target: the plan's, where a ratio has one."),
        u"NUMBER"_s);
}

void addStyleOptions(QCommandLineParser& parser) {
    const auto add = [&](const QString& name, const char* text, const QString& value) {
        parser.addOption({name, commandWords(text), value});
    };
    add(u"by"_s, QT_TRANSLATE_NOOP("Command", "Indicator, by its key or name; may be given several times."),
        u"INDICATOR"_s);
    add(u"as"_s,
        QT_TRANSLATE_NOOP("Command",
                          "graduated, proportional, graduated-symbols, bars, pies, dots, bivariate, ranks; of "
                          "sites heat or hexagons; tiers. Without it what suits the indicator."),
        u"KIND"_s);
    addClassOptions(parser);
    add(u"palette"_s, QT_TRANSLATE_NOOP("Command", "Name of a palette, or colours: #rrggbb,#rrggbb."), u"NAME"_s);
    parser.addOption(
        {u"reversed"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Begin with the palette's other end."))});
    parser.addOption({u"values"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Labels tell the numbers."))});
    add(u"per-dot"_s, QT_TRANSLATE_NOOP("Command", "What one dot stands for, in the indicator's unit."), u"NUMBER"_s);
    add(u"reach"_s, QT_TRANSLATE_NOOP("Command", "Kilometres: bandwidth of heat, width of hexagons."), u"KM"_s);
    add(u"opacity"_s, QT_TRANSLATE_NOOP("Command", "How strong the ink is, from 0 to 1."), u"NUMBER"_s);
    add(u"largest-scale"_s, QT_TRANSLATE_NOOP("Command", "Drawn from this scale on: 50000 for 1:50,000."),
        u"DENOMINATOR"_s);
    add(u"smallest-scale"_s, QT_TRANSLATE_NOOP("Command", "Drawn down to this scale."), u"DENOMINATOR"_s);
    parser.addOption({u"hidden"_s, commandWords(QT_TRANSLATE_NOOP("Command", "Kept, but not drawn."))});
    add(u"symbol-size"_s, QT_TRANSLATE_NOOP("Command", "Millimetres across the greatest symbol."), u"MM"_s);
}

Result<LayerStyle> figureOptionsOf(const QCommandLineParser& parser, const Plan& plan, const QString& indicator) {
    LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {indicator}};
    return takeFigures(parser, style).and_then([&] { return checked(style, plan); });
}

Result<LayerStyle> classOptionsOf(const QCommandLineParser& parser, const Plan& plan, const QString& indicator) {
    LayerStyle style{.kind = LayerStyle::Kind::Graduated, .indicators = {indicator}};
    style.classes = usualClasses(plan, indicator); // as the map has them
    return takeClasses(parser, plan, style).and_then([&] { return checked(style, plan); });
}

Result<LayerStyle> styleOf(const QCommandLineParser& parser, const Plan& plan) {
    QStringList indicators;
    for (const QString& name : parser.values(u"by"_s)) {
        const Indicator* indicator = indicatorNamed(plan, name);
        if (!indicator)
            return wrong(Problem::Code::ReferenceUnknown, u"by"_s, {name, u"indicator"_s});
        indicators += indicator->key;
    }
    LayerStyle style = indicators.size() == 1 ? suitableStyle(plan, indicators.first()) : LayerStyle();
    style.indicators = indicators;
    if (indicators.size() == 2)
        style.kind = LayerStyle::Kind::Bivariate;
    else if (indicators.size() > 2)
        style.kind = LayerStyle::Kind::Bars;
    else if (indicators.size() == 1 && parser.isSet(u"measure"_s) && parser.value(u"measure"_s) != "value"_L1)
        style.kind = LayerStyle::Kind::Graduated; // a density and a share are ratios
    if (indicators.size() == 1)
        style.classes = usualClasses(plan, indicators.first());
    const auto taken = take(parser, u"as"_s, style.kind)
                           .and_then([&] { return checkUse(parser, style.kind); })
                           .and_then([&] { return takeClasses(parser, plan, style); })
                           .and_then([&] { return take(parser, u"per-dot"_s, style.perDot); })
                           .and_then([&] { return take(parser, u"reach"_s, style.reach); })
                           .and_then([&] { return take(parser, u"opacity"_s, style.opacity); })
                           .and_then([&] { return take(parser, u"largest-scale"_s, style.largestScale); })
                           .and_then([&] { return take(parser, u"smallest-scale"_s, style.smallestScale); })
                           .and_then([&] { return take(parser, u"symbol-size"_s, style.size); });
    if (!taken)
        return std::unexpected(taken.error());
    style.palette = parser.value(u"palette"_s);
    style.reversed = parser.isSet(u"reversed"_s);
    style.values = style.values || parser.isSet(u"values"_s);
    style.shown = !parser.isSet(u"hidden"_s);
    return checked(style, plan);
}

} // namespace tiermap
