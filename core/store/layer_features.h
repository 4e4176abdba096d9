#pragma once

#include "core/problem.h"
#include "core/project/project.h"

namespace tiermap {

class Database;

/// What a vector layer draws.
struct LayerFeature {
    ShapeBlob shape;
    QString label; ///< may be empty

    friend bool operator==(const LayerFeature&, const LayerFeature&) = default;
};

/// The key under which features are kept: a hash of what they are, so that the same ones are kept once.
QString layerDataKey(const QList<LayerFeature>& features);

/// Features never change once they are there; an edit of `layers` refers to them, and undoing it leaves them for redo.
void writeLayerFeatures(Database& database, const QString& data, const QList<LayerFeature>& features);

QList<LayerFeature> layerFeaturesIn(Database& database, const QString& data);

} // namespace tiermap
