#pragma once

#include "core/project/edit.h"
#include "core/project/project.h"
#include "maps/style/layer_style.h"

#include <QStringList>

namespace tiermap {

// Styles as a project keeps them. One layer is drawn thematically at a time: a colour that the sites' heat shines through
// would mean nothing.

QStringList styledLayers(); ///< zones, sites

/// The layer that a kind draws: sites for Heat and Hexagons, else zones.
QString layerOf(LayerStyle::Kind kind);
QStringList kindsOf(const QString& layer); ///< names

/// What the project is drawn with; Tiers where it says nothing. What cannot be read, or names an indicator that is gone,
/// counts as nothing.
LayerStyle currentStyle(const Project& project);

/// One that was kept under a name; ReferenceUnknown ("style"), or what layerStyleFromJson() finds.
Result<LayerStyle> savedStyle(const Project& project, const QString& key);

/// The edit that draws a layer so; the other layer is drawn plainly then. `qgis`: qgisStyle() of what it makes.
Edit drawWith(const Project& project, const QString& layer, const LayerStyle& style, const QString& qgis = {});

/// The edit that keeps a style under a name, over one that has it.
Edit keepStyle(const Project& project, const QString& key, const QString& layer, const LayerStyle& style,
               const QString& qgis = {});

} // namespace tiermap
