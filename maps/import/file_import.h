#pragma once

#include "core/import/observation_import.h"
#include "maps/formats/raster.h"
#include "maps/import/coordinates.h"
#include "maps/import/layer_import.h"
#include "maps/import/site_import.h"

#include <chrono>

namespace tiermap {

class OpenProject;

enum class ImportKind { Zones, Sites, Observations, Layer };

template <>
std::span<const Name<ImportKind>> namesOf(); ///< zones, sites, observations, layer

struct FileImportChoices {
    ImportKind kind = ImportKind::Observations;
    QString layer{};    ///< layer or sheet; empty: the first
    QString encoding{}; ///< empty: found out
    CoordinateChoices coordinates{};
    LayoutChoices layout{};            ///< Observations
    ObservationChoices observations{}; ///< Observations; `source` also for Sites
    bool addIndicators = false;        ///< Observations: columns of figures that name no indicator become new ones
    ZoneChoices zones{};               ///< Zones; `key` also for the names of Sites
    LayerChoices layerStyle{};         ///< Layer
    /// Whatever a hostile file makes of the reader, it is told to stop after so long (between two rows, or calls of
    /// Progress): the Problem is Cancelled, with the seconds as its argument.
    std::chrono::seconds timeLimit{600};
};

/// What a file would say in one of the encodings that it may have.
struct EncodingReading {
    QString encoding;
    int zones = 0;  ///< of the plan, that the first rows name
    QString sample; ///< the first text that is not ASCII
};

/// What was understood of a file, before anything is changed.
struct FileImport {
    Source source;
    QString layer;
    Edit edit;
    ImportReport report;
    Vintage vintage = Vintage::Unknown;             ///< Observations
    QList<EarlierFigures> earlier{};                ///< Observations
    TableLayout layout{};                           ///< Observations
    QList<Indicator> newIndicators{};               ///< Observations
    std::optional<CoordinateReading> coordinates{}; ///< Zones, Sites with coordinates
    QString zoneField{};                            ///< Zones
    QList<EncodingReading> readings{};              ///< of a shapefile or CSV file whose texts are not all ASCII
    QList<QStringList> preview{};                   ///< the first rows as read, headings included
    std::optional<RasterSource> raster{};           ///< Layer, where it is one
    QString data{};                                 ///< Layer: as LayerImport has them
    QList<LayerFeature> features{};

    /// What the edit needs to be in the project before it.
    Result<void> prepare(OpenProject& project) const;
};

/// Reads a file for a project and says what an import would change. The file is only read, the project is not touched:
/// OpenProject::apply(result.edit) makes it one step. Fails as the readers of source.h, layoutOf() and readCoordinates() do.
Result<FileImport> importFile(const Project& project, const PlanShapes& shapes, const QString& file,
                              const FileImportChoices& choices, const Progress& progress = {});

} // namespace tiermap
