#include "app/session/scenario_words.h"

#include "app/session/claim_words.h"
#include "app/session/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString in(const char* text) { return QCoreApplication::translate("Scenario", text); }

QString foundWords(const Scenario& scenario, const Retiering& search) {
    const bool kept = !scenario.moves.isEmpty();
    if (!search.leastMoves && !search.exhaustive)
        return in(QT_TRANSLATE_NOOP("Scenario", "Among the %1 ways to assign the zones that were looked at none makes "
                                                "all claims that can be tested consistent; there are more."))
            .arg(search.lookedAt);
    if (!search.leastMoves)
        return (kept ? in(QT_TRANSLATE_NOOP("Scenario", "With these moves kept, no way to assign the other zones makes "
                                                        "all claims that can be tested consistent (%1 looked at)."))
                     : in(QT_TRANSLATE_NOOP("Scenario", "No way to assign the zones makes all claims that can be "
                                                        "tested consistent (%1 looked at).")))
            .arg(search.lookedAt);
    if (*search.leastMoves == 0)
        return kept ? in(QT_TRANSLATE_NOOP("Scenario", "With these moves all claims that can be tested are consistent: "
                                                       "no further one is needed."))
                    : in(QT_TRANSLATE_NOOP("Scenario", "All claims that can be tested are consistent: no move is "
                                                       "needed."));
    return (kept ? in(QT_TRANSLATE_NOOP("Scenario", "Fewest further moves, these being kept, that make all claims that "
                                                    "can be tested consistent: %1; ways to do it: %2."))
                 : in(QT_TRANSLATE_NOOP("Scenario", "Fewest moves that make all claims that can be tested "
                                                    "consistent: %1; ways to do it: %2.")))
        .arg(*search.leastMoves)
        .arg(search.found);
}

} // namespace

QString scenarioMark() { return in(QT_TRANSLATE_NOOP("Scenario", "Scenario, not the adopted plan")); }

QString moveWords(const Plan& plan, const ZoneMove& move) {
    const Language language = interfaceLanguage();
    return in(QT_TRANSLATE_NOOP("Scenario", "%1: %2 → %3"))
        .arg(plan.zone(move.zone)->name.in(language), plan.tier(move.from)->name.in(language),
             plan.tier(move.to)->name.in(language));
}

QString movesInWords(const Plan& plan, const QList<ZoneMove>& moves) {
    QStringList words;
    for (const ZoneMove& move : moves)
        words << moveWords(plan, move);
    return words.join(in(QT_TRANSLATE_NOOP("Scenario", "; ")));
}

QStringList shapeWords(const Plan& plan, const Scenario& scenario) {
    QStringList lines;
    if (!scenario.before.joins || !scenario.after.joins)
        return lines;
    for (std::size_t tier = 0; tier < scenario.before.sizes.size(); ++tier) {
        const auto place = static_cast<int>(tier);
        lines << in(QT_TRANSLATE_NOOP("Scenario", "%1: %2 → %3 zones, in %4 → %5 parts on the map"))
                     .arg(plan.tiers[place].name.in(interfaceLanguage()))
                     .arg(scenario.before.sizes[tier])
                     .arg(scenario.after.sizes[tier])
                     .arg(scenario.before.partsOf(place))
                     .arg(scenario.after.partsOf(place));
    }
    lines << joinWords(scenario);
    return lines;
}

QString joinWords(const Scenario& scenario) {
    return in(QT_TRANSLATE_NOOP("Scenario", "Borders within a tier: %1 → %2 of %3"))
        .arg(scenario.before.joins->same)
        .arg(scenario.after.joins->same)
        .arg(scenario.after.joins->all);
}

QStringList claimChangeWords(const Scenario& scenario) {
    QStringList lines;
    for (qsizetype i = 0; i < scenario.after.claims.size(); ++i)
        lines << in(QT_TRANSLATE_NOOP("Scenario", "before: %1; now: %2"))
                     .arg(words(scenario.before.claims[i].verdict()),
                          sentence(scenario.other, scenario.after.claims[i]));
    return lines;
}

FewestWords fewestWords(const Scenario& scenario, const FewestMoves& fewest) {
    return {.found = foundWords(scenario, fewest.search),
            .scope = scenario.moves.isEmpty()
                         ? in(QT_TRANSLATE_NOOP("Scenario", "Only moves between tiers that have districts were looked "
                                                            "at, from the adopted plan."))
                         : in(QT_TRANSLATE_NOOP("Scenario", "Only moves between tiers that have districts were looked "
                                                            "at, from the scenario: the zones that it moves stay where "
                                                            "it puts them."))};
}

} // namespace tiermap
