#pragma once

#include "app/map/live_map.h"

#include <QStatusBar>

class QLabel;

namespace tiermap {

/// The status bar: what is under the pointer or measured, where that is, the scale, the datum, and whether a web map is
/// asked for anything.
class MapStatus : public QStatusBar {
    Q_OBJECT

public:
    /// It follows the map's signals and nothing else, so the map may go first.
    MapStatus(const Plan& plan, LiveMap& map);

    void setOnline(const QString& service); ///< its name; empty: nothing is asked of anybody

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showHovered(const QString& zone);
    void showMeasured(double metres, double squareMetres);
    void showPlace();

    const Plan& m_plan;
    LiveMap& m_map;
    QLabel* m_hover;
    QLabel* m_position;
    QLabel* m_scale;
    QLabel* m_datum;
    QLabel* m_online;
    QString m_service;
    QPointF m_pointer; ///< longitude, latitude
};

} // namespace tiermap
