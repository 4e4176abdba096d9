#include "app/session/map_words.h"

#include <QCoreApplication>

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
        return mapWords(QT_TRANSLATE_NOOP("Map", "No zone has a number for this."));
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

} // namespace tiermap
