#pragma once

#include "core/analysis/zone_figures.h"
#include "maps/figure/sheet_block.h"

namespace tiermap {

constexpr double blockPadding = 1.8; // mm
constexpr double blockTitleSize = 8.5;
constexpr double blockNoteSize = 7;

/// Of one indicator: what is drawn, and what has to be said of it.
struct BlockColumn {
    const Indicator* indicator;
    QList<ZoneFigure> figures;
    QStringList periods{}; ///< of each zone; empty where there is no observation
    QString about{};       ///< unit and, where it is the same for all, period
    QString heading{};     ///< name, and that
};

struct BlockWork {
    const LayoutWork& layout;
    const FigureBlock& wanted;
    SheetBlock& result;
    double width; ///< mm of the page before it is magnified

    Block& block() const { return result.block; }
    const Theme& theme() const { return layout.scene.theme; }
    Language language() const { return layout.spec.language; }
    double room() const { return width - 2 * blockPadding; }
    QString nameOf(const QString& zone) const { return layout.plan.zone(zone)->name.in(language()); }
};

/// Of one period, or the latest of each district; without a period, of periodOf() the block.
BlockColumn columnOf(BlockWork& work, const QString& key, const std::optional<Period>& period);
BlockColumn columnOf(BlockWork& work, const QString& key);

/// The number of a row with what the source says of it, or, in the sheet's words, why there is none.
QString valueText(const BlockWork& work, const BlockColumn& column, qsizetype row);

double addTitle(BlockWork& work); ///< returns the y below it
double addChart(BlockWork& work); ///< likewise

} // namespace tiermap
