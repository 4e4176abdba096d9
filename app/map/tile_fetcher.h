#pragma once

#include "app/map/camera.h"
#include "app/map/tile_service.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QTemporaryDir>

namespace tiermap {

/// Asks a service for the tiles that a view needs and puts them into a folder of tiles (maps/formats/tile_folder.h), which
/// goes with it. What cannot be had is left out, and asked for again with another view.
class TileFetcher : public QObject {
    Q_OBJECT

public:
    TileFetcher(const TileService& service, const QString& key, QObject* parent = nullptr);

    QString folder() const { return m_folder.path(); }
    const TileService& service() const { return m_service; }
    bool hasTiles() const { return m_hasTiles; }

    void fetch(const Camera& camera);

Q_SIGNALS:
    void arrived();                     ///< a tile of the last view
    void failed(const QString& reason); ///< once, until one arrives again

private:
    void ask(int zoom, int x, int y);
    void take(QNetworkReply& reply, const QString& file);

    const TileService m_service;
    const QString m_key;
    const QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    QSet<QString> m_asked; ///< files that are on their way
    bool m_hasTiles = false;
    bool m_failing = false;
};

} // namespace tiermap
