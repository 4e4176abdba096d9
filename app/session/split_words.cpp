#include "app/session/split_words.h"

#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/zone_figures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString in(const char* text) { return QCoreApplication::translate("Split", text); }

QString argument(const Problem& problem, int place) { return words(problem.arguments.value(place).toDouble()); }

/// Locks, floors and caps that do not go together with the target.
std::optional<QString> boundRefusal(const Plan& plan, const Problem& problem,
                                    const std::function<QString(const QString& field)>& named) {
    const QString zone = problem.row > 0 ? zoneNames(plan, {mappedZones(plan).value(problem.row - 1).code}) : QString();
    if (problem.code == Problem::Code::ValueUnknown && (problem.field == "lock"_L1 || problem.field == "target"_L1))
        return zone.isEmpty() ? in(QT_TRANSLATE_NOOP("Split", "The target, %1, is no whole number of steps of %2."))
                                    .arg(argument(problem, 0), argument(problem, 1))
                              : in(QT_TRANSLATE_NOOP("Split", "%1 of %2, %3, is no whole number of steps of %4."))
                                    .arg(named(problem.field), zone, argument(problem, 0), argument(problem, 1));
    if (problem.code == Problem::Code::FieldMissing && problem.field == "share"_L1)
        return in(QT_TRANSLATE_NOOP("Split", "There is something left to be given, but no district that is not locked "
                                             "has a share."));
    if (problem.code != Problem::Code::OutOfRange)
        return std::nullopt;
    if (problem.field == "floor"_L1 && !problem.arguments.value(2).isEmpty())
        return in(QT_TRANSLATE_NOOP("Split", "%1 of %2, %3, is above its greatest part, %4."))
            .arg(named(problem.field), zone, argument(problem, 0), argument(problem, 2));
    if (problem.field != "target"_L1)
        return std::nullopt;
    return problem.arguments.value(2).isEmpty()
               ? in(QT_TRANSLATE_NOOP("Split", "What is locked and the least parts come to %1 together, and the target "
                                               "is %2."))
                     .arg(argument(problem, 1), argument(problem, 0))
               : in(QT_TRANSLATE_NOOP("Split", "With these locks and bounds the districts make %1 to %2 together, and "
                                               "the target is %3."))
                     .arg(argument(problem, 1), argument(problem, 2), argument(problem, 0));
}

} // namespace

QString proposalNote() {
    return in(QT_TRANSLATE_NOOP("Split", "A proposed split, not official: the plan sets its targets for the city "
                                         "alone."));
}

QString proposalMark() { return in(QT_TRANSLATE_NOOP("Split", "proposed, not official")); }

QStringList splitNotes(const Target& target, const DecompositionSettings& settings, const Decomposition& split) {
    QStringList notes{proposalNote()};
    if (split.isBound)
        notes << in(QT_TRANSLATE_NOOP("Split", "The target is to be more than %1: the parts make this bound, which has "
                                               "to be passed."))
                     .arg(words(target.value));
    if (split.kind == TargetKind::Additive && settings.base.isEmpty() && settings.weights.base > 0)
        notes << in(QT_TRANSLATE_NOOP("Split", "No base is given: all districts count the same."));
    if (split.met)
        notes << in(QT_TRANSLATE_NOOP("Split", "The city is there already: nothing is raised."));
    if (std::ranges::any_of(split.parts, &ZonePart::assumed))
        notes << in(QT_TRANSLATE_NOOP("Split", "Districts whose own ratio is not known start at the city's."));
    if (split.illustrative)
        notes << in(QT_TRANSLATE_NOOP("Split", "Illustrative numbers are among them: this says nothing of the real "
                                               "zones."));
    return notes;
}

QString splitUnit(const Plan& plan, const Target& target, const Decomposition& split) {
    const Language language = interfaceLanguage();
    return split.kind == TargetKind::Growth && split.parts.value(0).base >= 0
               ? plan.indicator(plan.observations[split.parts[0].base].indicator)->unit.in(language)
               : target.unit.in(language);
}

QString totalWords(const Target& target, const Decomposition& split) {
    const bool mean = split.kind == TargetKind::Ratio;
    if (split.kind == TargetKind::Growth)
        return in(QT_TRANSLATE_NOOP("Split", "Sum"));
    if (split.isBound)
        return (mean ? in(QT_TRANSLATE_NOOP("Split", "Weighted mean: the bound, to be passed (target %1)"))
                     : in(QT_TRANSLATE_NOOP("Split", "Sum: the bound, to be passed (target %1)")))
            .arg(words(target));
    return (mean ? in(QT_TRANSLATE_NOOP("Split", "Weighted mean (target %1)"))
                 : in(QT_TRANSLATE_NOOP("Split", "Sum (target %1)")))
        .arg(words(target));
}

std::optional<QString> splitRefusal(const Plan& plan, const DecompositionSettings& settings, const Problem& problem,
                                    const std::function<QString(const QString& field)>& named) {
    const bool ofZones = problem.field == "base"_L1 || problem.field == "capacity"_L1 || problem.field == "role"_L1;
    if (ofZones && !problem.record.isEmpty()) { // numbers that are not there
        const QString key = problem.field == "base"_L1 ? settings.base : settings.capacity;
        const Indicator* indicator = plan.indicator(key);
        QStringList missing;
        for (const ZoneFigure& figure : zoneFigures(plan, key, periodsOf(plan, key).value(0))) {
            if (figure.known != ZoneFigure::Known::Exact)
                missing << figure.zone;
        }
        return in(QT_TRANSLATE_NOOP("Split", "%1 %2: there is no number for %3; it takes one for each district."))
            .arg(named(problem.field), indicator ? indicator->name.in(interfaceLanguage()) : key,
                 zoneNames(plan, missing));
    }
    if (problem.field == "base"_L1 && problem.code == Problem::Code::FieldMissing)
        return in(QT_TRANSLATE_NOOP("Split", "A target in per cent needs %1: of what it is a share, or what grows."))
            .arg(named(problem.field));
    if (ofZones && problem.code == Problem::Code::OutOfRange)
        return in(QT_TRANSLATE_NOOP("Split", "Nothing tells the districts apart: %1 is 0 for all of them, or is not "
                                             "given."))
            .arg(named(problem.field));
    return boundRefusal(plan, problem, named);
}

} // namespace tiermap
