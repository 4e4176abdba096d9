#pragma once

#include "core/plan/text.h"
#include "maps/geometry/datum.h"

#include <QList>
#include <QUrl>

namespace tiermap {

/// A web map as tiles of Web Mercator. Nothing asks for them until a person turns a service on.
struct TileService {
    Text name;
    /// With {z}, {x} and {y} (rows from the north), {-y} for rows from the south, {s} for one of 0 to 7, {key}.
    QString address;
    QString attribution; ///< who wants to be named on the map
    int deepest = 18;
    Datum datum = Datum::Cgcs2000;

    bool wantsKey() const { return address.contains(QStringLiteral("{key}")); }
};

/// 天地图, whose keys its users get from it.
const QList<TileService>& knownTileServices();

/// Whether an address can be asked for tiles: http or https, with places for zoom, column and row.
bool isTileAddress(const QString& address);

QUrl tileUrl(const TileService& service, const QString& key, int zoom, int x, int y);

} // namespace tiermap
