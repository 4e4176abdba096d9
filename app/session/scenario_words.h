#pragma once

#include "core/analysis/scenario.h"

namespace tiermap {

// Words of scenarios in the language of the interface: the same in the window and on the command line.

QString scenarioMark(); ///< whatever leaves a scenario carries it: 情景方案

QString moveWords(const Plan& plan, const ZoneMove& move); ///< "Linping: linked → lead"
QString movesInWords(const Plan& plan, const QList<ZoneMove>& moves);

/// "lead: 4 → 5 zones, in 1 → 2 parts on the map", for each tier; nothing where borders are not known.
QStringList shapeWords(const Plan& plan, const Scenario& scenario);
QString joinWords(const Scenario& scenario); ///< how many borders lie within a tier; both sides have joins

/// Of each claim: the verdict before, and what is to be said now.
QStringList claimChangeWords(const Scenario& scenario);

/// What the search found, and from where it started and what it left out. The options are for movesInWords().
struct FewestWords {
    QString found;
    QString scope;
};
FewestWords fewestWords(const Scenario& scenario, const FewestMoves& fewest);

} // namespace tiermap
