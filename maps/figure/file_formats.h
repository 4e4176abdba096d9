#pragma once

#include "maps/figure/figure.h"

#include <QByteArray>

namespace tiermap {

// A figure as the bytes of a file. The same figure gives the same bytes.

QByteArray pdfBytes(const Figure& figure);
QByteArray svgBytes(const Figure& figure, FigureSpec::SvgText text);
QByteArray pngBytes(const Figure& figure, int dpi);
/// A band at a time, to where nothing stands; FileUnwritable.
Result<void> writeTiff(const Figure& figure, int dpi, const QString& path);

/// The record of what a figure shows, as its file has it; empty where there is none.
QByteArray recordInSvg(const QByteArray& bytes);
QByteArray recordInTiff(const QString& path);

} // namespace tiermap
