#pragma once

#include "core/import/import_report.h"
#include "core/project/edit.h"
#include "core/project/project.h"
#include "core/store/layer_features.h"
#include "maps/formats/source.h"

namespace tiermap {

/// How a reference layer is to be called and drawn.
struct LayerChoices {
    QString name{};    ///< empty: the file's
    QString english{}; ///< its name in English; empty: the same
    QString vintage{}; ///< date from which its boundaries stand like this
    QString source{};
    QString color{}; ///< #RRGGBB; empty: a quiet brown, or as the layer is
    std::optional<double> opacity{};
    std::optional<double> largestScale{}; ///< denominators, as a ReferenceLayer has them
    std::optional<double> smallestScale{};
};

struct LayerImport {
    Edit edit; ///< the layer's row, to be undone in one step
    ImportReport report;
    QString data{};                 ///< of a vector layer: under this key the features belong into the file
    QList<LayerFeature> features{}; ///< before the edit is applied: OpenProject::keepLayerFeatures()
};

/// Takes features in as a vector layer, above those that there are. `rows` are in EPSG:4490 degrees; `crs` and `datum` are
/// what they were understood as. A layer of the same file and name is changed, not doubled.
LayerImport importLayer(const Project& project, const SourceRows& rows, const QString& file, const QString& crs,
                        const QString& datum, const LayerChoices& choices);

/// Refers to a raster. `crs` is for one that declares none, `datum` what its coordinates are to be understood as.
LayerImport importRaster(const Project& project, const QString& file, const QString& crs, const QString& datum,
                         const LayerChoices& choices);

/// Refers to a register: the file stays where it is. `datum` and `read` are those of ReferenceLayer, for
/// maps/register/register_choices.h to make. One of the same name is changed, not doubled.
Edit keepRegister(const Project& project, const QString& file, const QString& datum, const QString& read,
                  const LayerChoices& choices);

/// How a project in `projectFile` writes the path of a file: from its own folder where it lies there, else absolute.
QString pathFrom(const QString& projectFile, const QString& file);

} // namespace tiermap
