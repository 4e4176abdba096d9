#include "maps/formats/features.h"

#include "maps/formats/format_module.h"
#include "maps/geometry/wkb.h"

namespace tiermap {

namespace {

QVariantMap attributesOf(const SourceLayer& layer, const QVariantList& cells) {
    QVariantMap attributes;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isValid()) {
            attributes.insert(layer.fields[i], cells[i]);
        }
    }
    return attributes;
}

} // namespace

Result<std::vector<Feature>> readFeatures(const QString& file) {
    std::vector<Feature> features;
    std::optional<Problem> problem;
    const auto take = [&](const SourceLayer& layer, const RawRow& row, double /*part*/) {
        Feature& feature = features.emplace_back(Feature{{}, attributesOf(layer, row.cells)});
        if (row.wkb.isEmpty()) {
            return true; // no geometry: no polygons
        }
        Result<GeoShape> shape = decodeWkb(std::as_bytes(std::span(row.wkb)));
        if (!shape) {
            problem = shape.error();
            problem->file = file;
            problem->row = static_cast<int>(features.size());
            return false;
        }
        feature.shape = std::move(*shape);
        return true;
    };
    if (const Result<FormatReply> reply = readFormat({.path = file, .take = take}); !reply) {
        return std::unexpected(reply.error());
    }
    if (problem) {
        return std::unexpected(*problem);
    }
    return features;
}

} // namespace tiermap
