#pragma once

#include "app/map/live_map.h"
#include "app/map/tile_fetcher.h"
#include "core/project/reference_layer.h"

#include <QMenu>
#include <QTimer>

#include <memory>

class QActionGroup;

namespace tiermap {

/// Web maps below the plan's lines: none until a person chooses one, and none again with the next start. Where a service
/// does not answer the map goes on without it.
class OnlineMenu : public QMenu {
    Q_OBJECT

public:
    /// Asks for an address or a key; empty where the person declines.
    using Ask = std::function<QString(const QString& title, const QString& label, const QString& proposal)>;

    OnlineMenu(LiveMap& map, Ask ask);

    /// To be drawn below the project's own; none while there is nothing to draw.
    std::optional<ReferenceLayer> layer() const;
    QString service() const; ///< name; empty while none is on
    void turnOn(const TileService& service, const QString& key);
    void turnOff();

Q_SIGNALS:
    void changed(); ///< layer() or service()
    void failed(const QString& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void choose(const TileService& service);
    void chooseOther();

    LiveMap& m_map;
    Ask m_ask;
    QActionGroup* m_group;
    QAction* m_off;
    QList<QAction*> m_known;
    QAction* m_other = nullptr;             ///< the last
    std::unique_ptr<TileFetcher> m_fetcher; ///< only while a service is on
    QTimer m_settle;                        ///< after a camera move
    QTimer m_draw;                          ///< tiles that come together are drawn together
    bool m_drawn = false;                   ///< layer() is known to who draws it
};

} // namespace tiermap
