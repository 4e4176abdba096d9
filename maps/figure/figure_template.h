#pragma once

#include "maps/figure/figure_spec.h"

#include <QMap>

namespace tiermap {

/// Figures to begin with, by name: layout, graduated, bivariate, enterprises, clusters, zone, slide, print. What they need
/// besides (indicators, a register, a zone) whoever uses them says.
const QMap<QString, FigureSpec>& figureTemplates();

} // namespace tiermap
