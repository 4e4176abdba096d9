#include "app/map/tile_service.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A layer of 天地图's WMTS in Web Mercator on CGCS2000 (matrix set "w").
TileService tianditu(const Text& name, const QString& layer) {
    return {
        .name = name,
        .address =
            u"https://t{s}.tianditu.gov.cn/%1_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=%1&"
            "STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}"_s.arg(layer),
        .attribution = u"天地图"_s};
}

} // namespace

const QList<TileService>& knownTileServices() {
    static const QList<TileService> services{tianditu({u"天地图 矢量"_s, u"Tianditu, streets"_s}, u"vec"_s),
                                             tianditu({u"天地图 影像"_s, u"Tianditu, imagery"_s}, u"img"_s)};
    return services;
}

bool isTileAddress(const QString& address) {
    const bool web = address.startsWith("https://"_L1) || address.startsWith("http://"_L1);
    return web && address.contains("{z}"_L1) && address.contains("{x}"_L1) &&
           (address.contains("{y}"_L1) || address.contains("{-y}"_L1));
}

QUrl tileUrl(const TileService& service, const QString& key, int zoom, int x, int y) {
    QString address = service.address;
    address.replace(u"{z}"_s, QString::number(zoom))
        .replace(u"{x}"_s, QString::number(x))
        .replace(u"{y}"_s, QString::number(y))
        .replace(u"{-y}"_s, QString::number((1 << zoom) - 1 - y))
        .replace(u"{s}"_s, QString::number((x + y) % 8))
        .replace(u"{key}"_s, QString::fromLatin1(QUrl::toPercentEncoding(key)));
    return QUrl(address);
}

} // namespace tiermap
