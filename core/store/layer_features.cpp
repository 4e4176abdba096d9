#include "core/store/layer_features.h"

#include "core/store/blob_header.h"
#include "core/store/database.h"
#include "core/store/row_key.h"

#include <QCryptographicHash>
#include <QRectF>

using namespace Qt::StringLiterals;

namespace tiermap {

QString layerDataKey(const QList<LayerFeature>& features) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const LayerFeature& feature : features) {
        const QByteArray label = feature.label.toUtf8();
        hash.addData(QByteArray::number(feature.shape.size()) + ' ' + QByteArray::number(label.size()) + ' ');
        hash.addData(feature.shape);
        hash.addData(label);
    }
    return QString::fromLatin1(hash.result().toHex().first(32));
}

namespace {

/// The features of a layer are numbered in their order from here on: told apart from those of other layers, which other
/// people may have added to other copies, by the upper half.
qint64 firstFid(const QString& data) { return (rowKey({data}) >> 32 << 32) + 1; }

} // namespace

void writeLayerFeatures(Database& database, const QString& data, const QList<LayerFeature>& features) {
    const Statement known = database.prepare("SELECT 1 FROM layer_features WHERE data = ? LIMIT 1");
    database.bind(known, {data});
    if (database.next(known)) {
        return;
    }
    const Statement insert =
        database.prepare("INSERT INTO layer_features (fid, geom, data, label) VALUES (?, ?, ?, ?)");
    QRectF extent;
    qint64 fid = firstFid(data);
    for (const LayerFeature& feature : features) {
        database.insert(insert, {fid++, feature.shape, data, feature.label});
        if (const auto envelope = statedEnvelope(feature.shape)) {
            extent = extent.united(*envelope);
        }
    }
    const Statement contents = database.prepare(
        "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),"
        " max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4)"
        " WHERE table_name = 'layer_features'");
    if (!extent.isNull()) {
        database.insert(contents, {extent.left(), extent.top(), extent.right(), extent.bottom()});
    }
}

QList<LayerFeature> layerFeaturesIn(Database& database, const QString& data) {
    QList<LayerFeature> features;
    const Statement rows = database.prepare("SELECT geom, label FROM layer_features WHERE data = ? ORDER BY fid");
    database.bind(rows, {data});
    while (database.next(rows)) {
        const Value shape = database.value(rows, 0);
        const auto* blob = std::get_if<QByteArray>(&shape);
        features << LayerFeature{blob == nullptr ? ShapeBlob() : *blob, textOf(database.value(rows, 1))};
    }
    return features;
}

} // namespace tiermap
