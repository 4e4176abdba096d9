#pragma once

#include "maps/figure/figure.h"

#include <QByteArray>

namespace tiermap {

// A figure as the bytes of a file. The same figure gives the same bytes.

QByteArray pdfBytes(const Figure& figure);
QByteArray svgBytes(const Figure& figure, FigureSpec::SvgText text);
/// With `bandsAtOnce` of its bands at work at the same time.
QByteArray pngBytes(const Figure& figure, int dpi, int bandsAtOnce);
/// To where nothing stands; FileUnwritable.
Result<void> writeTiff(const Figure& figure, int dpi, const QString& path, int bandsAtOnce);

/// The record of what a figure shows, as its file has it; empty where there is none.
QByteArray recordInSvg(const QByteArray& bytes);
QByteArray recordInTiff(const QString& path);

} // namespace tiermap
