#include "app/map/tile_fetcher.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkReply>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double halfWorld = std::numbers::pi * 6378137; // metres of Web Mercator
constexpr int mostTiles = 200;                           // of one view: a screen of 4K has some 150
constexpr qint64 largestTile = qint64{4} << 20;          // bytes
constexpr int patience = 15'000;                         // ms

} // namespace

TileFetcher::TileFetcher(const TileService& service, const QString& key, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_key(key) {
    m_network.setTransferTimeout(patience);
    m_network.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
}

void TileFetcher::fetch(const Camera& camera) {
    const int zoom = std::clamp(static_cast<int>(std::lround(camera.zoom)), 0, m_service.deepest);
    const double metres = 2 * halfWorld / (1 << zoom);
    const int last = (1 << zoom) - 1;
    const auto at = [&](double from) { return std::clamp(static_cast<int>(std::floor(from / metres)), 0, last); };
    const Point low = camera.toMetres({0, camera.size.height()});
    const Point high = camera.toMetres({camera.size.width(), 0});
    const int west = at(low.x() + halfWorld);
    const int east = at(high.x() + halfWorld);
    const int north = at(halfWorld - high.y());
    const int south = at(halfWorld - low.y());
    if ((east - west + 1) * (south - north + 1) > mostTiles)
        return;
    for (int y = north; y <= south; ++y) {
        for (int x = west; x <= east; ++x)
            ask(zoom, x, y);
    }
}

void TileFetcher::ask(int zoom, int x, int y) {
    const QString file = u"%1/%2/%3/%4.png"_s.arg(folder()).arg(zoom).arg(x).arg(y);
    if (m_asked.contains(file) || QFileInfo::exists(file))
        return;
    m_asked += file;
    QNetworkRequest request(tileUrl(m_service, m_key, zoom, x, y));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tiermap"_s);
    QNetworkReply* reply = m_network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > largestTile)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, file] {
        m_asked -= file;
        take(*reply, file);
        reply->deleteLater();
    });
}

void TileFetcher::take(QNetworkReply& reply, const QString& file) {
    const QString type = reply.header(QNetworkRequest::ContentTypeHeader).toString();
    const bool isImage = type.startsWith("image/"_L1);
    if (reply.error() != QNetworkReply::NoError || !isImage) {
        if (!m_failing)
            Q_EMIT failed(reply.error() != QNetworkReply::NoError ? reply.errorString() : type);
        m_failing = true;
        return;
    }
    QSaveFile out(file); // a reader never sees half a tile
    if (!QDir().mkpath(QFileInfo(file).path()) || !out.open(QIODevice::WriteOnly))
        return;
    out.write(reply.readAll());
    if (!out.commit())
        return;
    m_failing = false;
    m_hasTiles = true;
    Q_EMIT arrived();
}

} // namespace tiermap
