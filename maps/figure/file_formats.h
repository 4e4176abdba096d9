#pragma once

#include "maps/figure/figure.h"

#include <QByteArray>

namespace tiermap {

// A figure as the bytes of a file. The same figure gives the same bytes.

QByteArray pdfBytes(const Figure& figure);
QByteArray svgBytes(const Figure& figure, FigureSpec::SvgText text);
QByteArray pngBytes(const Figure& figure, int dpi);

} // namespace tiermap
