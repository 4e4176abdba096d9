#include "maps/style/layer_style.h"

#include "core/plan/json_fields.h"
#include "maps/style/palette.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<LayerStyle::Kind>> namesOf() {
    using enum LayerStyle::Kind;
    static constexpr Name<LayerStyle::Kind> names[] = {
        {Tiers, "tiers"_L1},       {Graduated, "graduated"_L1}, {Proportional, "proportional"_L1},
        {Bars, "bars"_L1},         {Pies, "pies"_L1},           {GraduatedSymbols, "graduated-symbols"_L1},
        {Dots, "dots"_L1},         {Heat, "heat"_L1},           {Bivariate, "bivariate"_L1},
        {Hexagons, "hexagons"_L1}, {Ranks, "ranks"_L1},
    };
    return names;
}

template <>
std::span<const Name<LayerStyle::Measure>> namesOf() {
    using enum LayerStyle::Measure;
    static constexpr Name<LayerStyle::Measure> names[] = {
        {Value, "value"_L1}, {Density, "density"_L1}, {Share, "share"_L1}};
    return names;
}

template <>
std::span<const Name<Aggregation>> namesOf() {
    using enum Aggregation;
    static constexpr Name<Aggregation> names[] = {
        {WeightedSum, "sum"_L1}, {WeightedProduct, "product"_L1}, {Topsis, "topsis"_L1}};
    return names;
}

bool isAmount(const Indicator& indicator) {
    static const QSet<QString> shares{u"%"_s, u"‰"_s, u"百分点"_s, u"个百分点"_s};
    return indicator.aggregation != Indicator::Aggregation::Ratio && !shares.contains(indicator.unit.zh.trimmed());
}

int usualClasses(const Plan& plan, const QString& key) {
    QSet<QString> zones;
    for (const Observation& observation : plan.observations) {
        if (observation.adopted && observation.indicator == key && observation.value)
            zones += observation.zone;
    }
    return std::clamp(
        static_cast<int>(std::ceil(1 + std::log2(std::max<double>(1, static_cast<double>(zones.size()))))), 3, 5);
}

const Target* comparableTarget(const Plan& plan, const QString& key) {
    const Indicator* indicator = plan.indicator(key);
    const auto target = std::ranges::find(plan.targets, key, &Target::indicator);
    const bool comparable =
        indicator && !isAmount(*indicator) && target != plan.targets.end() && target->unit.zh == indicator->unit.zh;
    return comparable ? &*target : nullptr;
}

namespace {

/// The target where zones stand on both sides of it.
std::optional<double> dividingTarget(const Plan& plan, const QString& key) {
    const Target* target = comparableTarget(plan, key);
    if (!target)
        return std::nullopt;
    const auto any = [&](const auto& stands) {
        return std::ranges::any_of(plan.observations, [&](const Observation& o) {
            const Zone* zone = plan.zone(o.zone);
            return o.adopted && o.indicator == key && o.value && zone && zone->kind == Zone::Kind::District &&
                   stands(o.value->number, target->value);
        });
    };
    return any(std::less()) && any(std::greater()) ? std::optional(target->value) : std::nullopt;
}

/// Whether there is not one exact number: then only labels can tell what is known.
bool boundsAlone(const Plan& plan, const QString& key) {
    bool bounds = false;
    for (const Observation& o : plan.observations) {
        const Zone* zone = o.adopted && o.indicator == key && o.value ? plan.zone(o.zone) : nullptr;
        if (!zone || zone->kind != Zone::Kind::District)
            continue;
        if (o.value->bound == Quantity::Bound::Exact)
            return false;
        bounds = true;
    }
    return bounds;
}

} // namespace

LayerStyle suitableStyle(const Plan& plan, const QString& key) {
    LayerStyle style{.kind = LayerStyle::Kind::Proportional, .indicators = {key}};
    const Indicator* indicator = plan.indicator(key);
    if (!indicator)
        return style;
    style.values = boundsAlone(plan, key);
    if (isAmount(*indicator))
        return style;
    style.kind = LayerStyle::Kind::Graduated;
    style.classes = usualClasses(plan, key);
    const auto hasSign = [&](bool negative) {
        return std::ranges::any_of(plan.observations, [&](const Observation& o) {
            return o.adopted && o.indicator == key && o.value && (negative ? o.value->number < 0 : o.value->number > 0);
        });
    };
    if (hasSign(true) && hasSign(false))
        style.middle = 0;
    else
        style.middle = dividingTarget(plan, key);
    return style;
}

namespace {

std::unexpected<Problem> unknown(const QString& field, const QString& value, const QString& allowed) {
    return std::unexpected(Problem{.code = Problem::Code::ValueUnknown, .field = field, .arguments = {value, allowed}});
}

/// How many indicators a kind takes, least and most.
std::pair<int, int> indicatorsOf(LayerStyle::Kind kind) {
    switch (kind) {
    case LayerStyle::Kind::Tiers:
    case LayerStyle::Kind::Heat:
    case LayerStyle::Kind::Hexagons:
        return {0, 0};
    case LayerStyle::Kind::Graduated:
    case LayerStyle::Kind::Proportional:
    case LayerStyle::Kind::GraduatedSymbols:
    case LayerStyle::Kind::Dots:
        return {1, 1};
    case LayerStyle::Kind::Bivariate:
        return {2, 2};
    case LayerStyle::Kind::Bars:
    case LayerStyle::Kind::Pies:
        return {1, 6};
    case LayerStyle::Kind::Ranks:
        return {1, 100};
    }
    return {0, 0};
}

QString between(double least, double most) { return u"%1..%2"_s.arg(least).arg(most); }

QString listed(const std::vector<double>& numbers) {
    QStringList list;
    for (const double number : numbers)
        list += QString::number(number, 'g', 12);
    return list.join(u',');
}

Result<void> checkNumbers(const LayerStyle& style) {
    const auto within = [](double number, double least, double most) { return number >= least && number <= most; };
    if (!within(style.classes, 1, mostClasses))
        return unknown(u"classes"_s, QString::number(style.classes), between(1, mostClasses));
    if (!within(style.size, 2, 40))
        return unknown(u"size"_s, QString::number(style.size), between(2, 40));
    if (!within(style.opacity, 0, 1))
        return unknown(u"opacity"_s, QString::number(style.opacity), between(0, 1));
    if (!within(style.reach, 0, 1000))
        return unknown(u"reach"_s, QString::number(style.reach), between(0, 1000));
    for (const auto& [field, scale] :
         {std::pair(u"largest_scale"_s, style.largestScale), {u"smallest_scale"_s, style.smallestScale}}) {
        if (!(scale >= 0) || !std::isfinite(scale))
            return unknown(field, QString::number(scale), u">= 0"_s);
    }
    if (style.smallestScale > 0 && style.smallestScale < style.largestScale) // it would never be drawn
        return unknown(u"smallest_scale"_s, QString::number(style.smallestScale),
                       u">= "_s + QString::number(style.largestScale));
    if (!(style.perDot >= 0) || !std::isfinite(style.perDot))
        return unknown(u"per_dot"_s, QString::number(style.perDot), u">= 0"_s);
    const bool ascending = std::ranges::is_sorted(style.breaks, std::ranges::less_equal());
    if (!ascending || std::ranges::any_of(style.breaks, [](double number) { return !std::isfinite(number); })) {
        std::vector<double> sorted = style.breaks;
        std::ranges::sort(sorted);
        sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
        return unknown(u"breaks"_s, listed(style.breaks), listed(sorted));
    }
    if (style.method == ClassMethod::Manual && style.breaks.empty())
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"breaks"_s});
    if (std::cmp_greater_equal(style.breaks.size(), mostClasses))
        return unknown(u"breaks"_s, QString::number(style.breaks.size()), between(1, mostClasses - 1));
    return {};
}

} // namespace

Result<void> checkStyle(const LayerStyle& style, const Plan& plan) {
    const auto [least, most] = indicatorsOf(style.kind);
    if (style.indicators.size() < least || style.indicators.size() > most)
        return std::unexpected(Problem{
            .code = Problem::Code::CountWrong,
            .field = u"indicators"_s,
            .arguments = {QString::number(style.indicators.size()), QString::number(least), QString::number(most)}});
    for (const QString& indicator : style.indicators) {
        if (!plan.indicator(indicator))
            return std::unexpected(Problem{.code = Problem::Code::ReferenceUnknown,
                                           .field = u"indicators"_s,
                                           .arguments = {indicator, u"indicator"_s}});
    }
    if (style.kind == LayerStyle::Kind::Bivariate && style.indicators[0] == style.indicators[1])
        return std::unexpected(
            Problem{.code = Problem::Code::DuplicateKey, .field = u"indicators"_s, .arguments = {style.indicators[0]}});
    if (style.kind == LayerStyle::Kind::Ranks) {
        if (style.when == LayerStyle::When::Latest) // years of one indicator are not mixed
            return unknown(u"period"_s, u"latest"_s, u"2024, 2024-Q1"_s);
        if (!style.weights.empty() &&
            (std::cmp_not_equal(style.weights.size(), style.indicators.size()) || !normalisedWeights(style.weights)))
            return unknown(u"weights"_s, listed(style.weights), u">= 0"_s);
    }
    const bool amounts = std::ranges::all_of(
        style.indicators, [&](const QString& indicator) { return isAmount(*plan.indicator(indicator)); });
    const bool measured = amounts && style.kind != LayerStyle::Kind::Ranks;
    if (!measured && style.measure != LayerStyle::Measure::Value) // a growth rate has no density
        return unknown(u"measure"_s, nameOf(style.measure), nameOf(LayerStyle::Measure::Value));
    if (!amounts && style.kind == LayerStyle::Kind::Dots) // nor does a dot stand for so many per cent
        return unknown(u"kind"_s, nameOf(style.kind), u"graduated, graduated-symbols, bars"_s);
    if (style.kind == LayerStyle::Kind::Pies) { // sectors of one circle are parts of one thing
        if (!amounts)
            return unknown(u"kind"_s, nameOf(style.kind), u"graduated, graduated-symbols, bars"_s);
        const QString unit = plan.indicator(style.indicators.first())->unit.zh;
        for (const QString& indicator : style.indicators) {
            const QString other = plan.indicator(indicator)->unit.zh;
            if (other != unit)
                return std::unexpected(Problem{.code = Problem::Code::UnitsDiffer,
                                               .field = u"indicators"_s,
                                               .arguments = {indicator, other, unit}});
        }
    }
    if (style.when == LayerStyle::When::Given && !style.period)
        return unknown(u"period"_s, {}, u"2024, 2024-Q1"_s);
    if (!style.palette.isEmpty() && !palette(style.palette) && !customPalette(style.palette)) {
        QStringList keys;
        for (const Palette& known : palettes())
            keys += known.key;
        return unknown(u"palette"_s, style.palette, keys.join(u", "_s) + u", #rrggbb,#rrggbb"_s);
    }
    return checkNumbers(style);
}

QString toJson(const LayerStyle& style) {
    const LayerStyle preset;
    QJsonObject object{{u"kind"_s, nameOf(style.kind)}};
    const auto put = [&](const QString& key, const auto& value, const auto& usual) {
        if (value != usual)
            object.insert(key, value);
    };
    if (!style.indicators.isEmpty())
        object.insert(u"indicators"_s, QJsonArray::fromStringList(style.indicators));
    if (style.when == LayerStyle::When::Latest)
        object.insert(u"period"_s, u"latest"_s);
    else if (style.when == LayerStyle::When::Given)
        object.insert(u"period"_s, style.period ? style.period->toString() : QString());
    put(u"measure"_s, nameOf(style.measure), nameOf(preset.measure));
    put(u"method"_s, nameOf(style.method), nameOf(preset.method));
    put(u"classes"_s, style.classes, preset.classes);
    for (const auto& [key, numbers] : {std::pair(u"breaks"_s, style.breaks), {u"weights"_s, style.weights}}) {
        QJsonArray list;
        for (const double number : numbers)
            list += number;
        if (!list.isEmpty())
            object.insert(key, list);
    }
    put(u"aggregation"_s, nameOf(style.aggregation), nameOf(preset.aggregation));
    put(u"palette"_s, style.palette, preset.palette);
    put(u"reversed"_s, style.reversed, preset.reversed);
    if (style.middle)
        object.insert(u"middle"_s, *style.middle);
    put(u"size"_s, style.size, preset.size);
    put(u"per_dot"_s, style.perDot, preset.perDot);
    put(u"reach"_s, style.reach, preset.reach);
    put(u"values"_s, style.values, preset.values);
    put(u"shown"_s, style.shown, preset.shown);
    put(u"opacity"_s, style.opacity, preset.opacity);
    put(u"largest_scale"_s, style.largestScale, preset.largestScale);
    put(u"smallest_scale"_s, style.smallestScale, preset.smallestScale);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<LayerStyle> layerStyleFromJson(const QString& json) {
    const Result<QJsonObject> object = jsonObject(json.toUtf8());
    if (!object)
        return std::unexpected(object.error());
    JsonFields read(*object);
    LayerStyle style;
    read.choice(u"kind"_s, style.kind);
    read.texts(u"indicators"_s, style.indicators);
    QString period;
    read.text(u"period"_s, period);
    if (period == "latest"_L1) {
        style.when = LayerStyle::When::Latest;
    } else if (!period.isEmpty()) {
        style.when = LayerStyle::When::Given;
        style.period = Period::parse(period);
        if (!style.period)
            read.fail(Problem::Code::FieldType, u"period"_s, {u"period"_s});
    }
    read.choice(u"measure"_s, style.measure);
    read.choice(u"method"_s, style.method);
    read.whole(u"classes"_s, style.classes);
    for (const auto& number : read.list(u"breaks"_s))
        style.breaks.push_back(number.toDouble(qQNaN()));
    read.choice(u"aggregation"_s, style.aggregation);
    for (const auto& number : read.list(u"weights"_s))
        style.weights.push_back(number.toDouble(qQNaN()));
    read.text(u"palette"_s, style.palette);
    read.flag(u"reversed"_s, style.reversed);
    if (read.has(u"middle"_s))
        read.number(u"middle"_s, style.middle.emplace());
    read.number(u"size"_s, style.size);
    read.number(u"per_dot"_s, style.perDot);
    read.number(u"reach"_s, style.reach);
    read.flag(u"values"_s, style.values);
    read.flag(u"shown"_s, style.shown);
    read.number(u"opacity"_s, style.opacity);
    read.number(u"largest_scale"_s, style.largestScale);
    read.number(u"smallest_scale"_s, style.smallestScale);
    if (read.problem)
        return std::unexpected(*read.problem);
    return style;
}

} // namespace tiermap
