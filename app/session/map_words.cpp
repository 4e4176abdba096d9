#include "app/session/map_words.h"

#include "app/session/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiermap {

namespace {

QString mapWords(const char* text) { return QCoreApplication::translate("Map", text); }

} // namespace

QString words(MapWarning warning) {
    switch (warning) {
    case MapWarning::AmountAsColour:
        return mapWords(QT_TRANSLATE_NOOP("Map",
                                          "Colours of an amount make large zones look important. Show density or "
                                          "share, or symbols."));
    case MapWarning::ColoursClose:
        return mapWords(QT_TRANSLATE_NOOP("Map",
                                          "Neighbouring colours are hard to tell apart for colour-blind readers or in "
                                          "grey print. Take fewer classes or another palette."));
    case MapWarning::FewNumbers:
        return mapWords(QT_TRANSLATE_NOOP("Map", "There are fewer different numbers than classes."));
    case MapWarning::YearsDiffer:
        return mapWords(QT_TRANSLATE_NOOP("Map", "The numbers are of different years."));
    case MapWarning::Estimates:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Some numbers are estimates."));
    case MapWarning::Illustrative:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Some numbers are illustrative, not observed."));
    case MapWarning::NoNumbers:
        return mapWords(QT_TRANSLATE_NOOP("Map", "No zone has an exact number for this."));
    case MapWarning::TargetApart:
        return mapWords(
            QT_TRANSLATE_NOOP("Map", "The plan sets a target for this indicator: the colours can part there."));
    case MapWarning::BeyondScale:
        return mapWords(
            QT_TRANSLATE_NOOP("Map", "The indicator is not drawn: the scale lies beyond those of its style."));
    }
    return {};
}

QString words(ClassMethod method) {
    switch (method) {
    case ClassMethod::EqualInterval:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Equal intervals"));
    case ClassMethod::Quantile:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Quantiles"));
    case ClassMethod::NaturalBreaks:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Natural breaks"));
    case ClassMethod::StandardDeviation:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Standard deviations"));
    case ClassMethod::Pretty:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Round numbers"));
    case ClassMethod::Manual:
        return mapWords(QT_TRANSLATE_NOOP("Map", "By hand"));
    }
    return {};
}

QString words(LayerStyle::Kind kind) {
    switch (kind) {
    case LayerStyle::Kind::Tiers:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Tiers"));
    case LayerStyle::Kind::Graduated:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Graduated colours"));
    case LayerStyle::Kind::Proportional:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Proportional circles"));
    case LayerStyle::Kind::GraduatedSymbols:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Circles in classes"));
    case LayerStyle::Kind::Bars:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Bar charts"));
    case LayerStyle::Kind::Pies:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Pie charts"));
    case LayerStyle::Kind::Dots:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Dot density"));
    case LayerStyle::Kind::Bivariate:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Two indicators (3 × 3)"));
    case LayerStyle::Kind::Heat:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Heat map of sites"));
    case LayerStyle::Kind::Ranks:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Composite rank"));
    case LayerStyle::Kind::Hexagons:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Hexagons of sites"));
    }
    return {};
}

QString words(LayerStyle::Measure measure) {
    switch (measure) {
    case LayerStyle::Measure::Value:
        return mapWords(QT_TRANSLATE_NOOP("Map", "The number itself"));
    case LayerStyle::Measure::Density:
        return mapWords(QT_TRANSLATE_NOOP("Map", "For each km²"));
    case LayerStyle::Measure::Share:
        return mapWords(QT_TRANSLATE_NOOP("Map", "Share of the city"));
    }
    return {};
}

QStringList remarks(const Sheet& sheet, const Plan& plan) {
    const auto nameOf = [&](const QString& key) {
        const Zone* zone = plan.zone(key);
        const auto site = std::ranges::find(plan.sites, key, &Site::key);
        return zone                       ? zone->name.in(interfaceLanguage())
               : site != plan.sites.end() ? site->name.in(interfaceLanguage())
                                          : key;
    };
    QStringList remarks;
    for (const MapWarning warning : sheet.warnings)
        remarks += words(warning);
    if (sheet.isCut)
        remarks += mapWords(QT_TRANSLATE_NOOP("Map", "At this scale the map is larger than its frame and is cut off."));
    for (const QString& key : sheet.unplaced)
        remarks += mapWords(QT_TRANSLATE_NOOP("Map", "There was no room for the name of %1.")).arg(nameOf(key));
    for (const QString& zone : sheet.crowded)
        remarks +=
            mapWords(QT_TRANSLATE_NOOP("Map", "There was no room for the symbol of %1: it lies on another, or is "
                                              "missing. Take smaller symbols or a larger page."))
                .arg(nameOf(zone));
    for (const QString& layer : sheet.beyondScale)
        remarks +=
            mapWords(QT_TRANSLATE_NOOP("Map", "%1 is not drawn: the scale lies beyond those of the layer.")).arg(layer);
    return remarks;
}

} // namespace tiermap
