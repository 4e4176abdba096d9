#pragma once

#include "app/compare/chart.h"

#include <QFont>
#include <QPainter>
#include <QPalette>

namespace tiermap {

/// Colours of charts, apart from those of the tiers.
struct ChartInk {
    QColor ground{};
    QColor text{};
    QColor quiet{};
    QColor grid{};
    QColor selection{};
    QColor strongest{}; ///< of a cell of 1; one of 0 is nearly the ground

    static ChartInk of(const QPalette& palette);
    static ChartInk paper(); ///< what is copied stands in documents, which are white

    QColor cell(double share) const;
    QColor on(const QColor& ground) const;   ///< letters that can be read on it
    QColor line(const QColor& colour) const; ///< the same, or stronger where it would be lost on the ground
};

/// The symbol of a zone: a shape for each tier, its mark in it where there is room, so that colour is not needed to tell
/// tiers apart. Hollow where the zone is not complete. `font` is that of the chart.
void drawSymbol(QPainter& painter, const Chart& chart, int tier, const QPointF& middle, double size, bool complete,
                const ChartInk& ink, const QFont& font);
QPainterPath symbolShape(int tier, const QPointF& middle, double size);

/// Of labels of zones that are emphasised.
QFont emphasised(QFont font);

/// A cell without data: crossed.
void drawMissing(QPainter& painter, const QRectF& cell, const ChartInk& ink);

} // namespace tiermap
