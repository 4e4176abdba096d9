#pragma once

#include <QFontMetricsF>
#include <QRectF>
#include <QStringList>

#include <optional>
#include <vector>

namespace tiermap {

// Where the labels of a chart stand, in pixels. No two of those that are placed overlap.

/// Labels of one height in a column, each as near to where it is wanted as the others let it; nothing for those that
/// find no room. `wanted` are their middles, in any order; `from` and `to` bound the column.
std::vector<std::optional<double>> spread(const std::vector<double>& wanted, double height, double from, double to);

/// Labels beside their points: the first of eight places that is free, points before the others in their order; else
/// nothing. Quick for some hundreds.
std::vector<std::optional<QRectF>> besidePoints(const std::vector<QPointF>& points, const std::vector<QSizeF>& sizes,
                                                double symbol, const QRectF& within);

/// A text in lines of a width, at most so many; what is too much is elided.
QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int mostLines);

/// Of a title in two lines: what stands in the second, unit and period, is never elided away by the first.
QStringList wrappedTitle(const QString& title, const QFontMetricsF& metrics, double width);

/// The widest part of a text that cannot be broken: a word, or one Chinese character.
double widestPart(const QString& text, const QFontMetricsF& metrics);

} // namespace tiermap
