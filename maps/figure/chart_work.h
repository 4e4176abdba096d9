#pragma once

#include "maps/figure/block_work.h"
#include "maps/style/symbol.h"

#include <vector>

namespace tiermap {

// What the forms of charts have in common. Lengths in mm of the page before it is magnified.

constexpr double chartSymbol = 1.9; ///< across, of a shape that is to be told from others
constexpr double chartLine = 0.35;
constexpr double chartThin = 0.15;

QColor colorOf(const BlockWork& work, const Tier& tier);
QColor lineColorOf(const BlockWork& work, const Tier& tier);     ///< the same, but never so pale that a line is lost
qsizetype tierPlace(const BlockWork& work, const QString& zone); ///< in Plan::tiers

/// Tiers are told apart by shape, too.
Symbol symbolOf(const BlockWork& work, qsizetype tier);

QString endText(double number);

// Each returns the y below what it adds.
double addNote(BlockWork& work, const QString& text, double y);
double addWithout(BlockWork& work, const QStringList& zones, double y); ///< names of those that have no exact number
double addTiers(BlockWork& work, const QStringList& zones, double y);   ///< what the shapes of these districts mean

/// Where lines of text may stand that belong at these heights, none on another: pushed down, then up from the foot.
std::vector<double> spread(const std::vector<double>& wanted, double apart, double bottom);

// Forms in files of their own, as addChart().
double addParallel(BlockWork& work);
double addMatrix(BlockWork& work);
double addRanks(BlockWork& work);

} // namespace tiermap
