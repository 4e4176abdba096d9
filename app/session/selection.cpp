#include "app/session/selection.h"

namespace tiermap {

void Selection::set(const QStringList& zones) {
    if (zones == m_zones)
        return;
    m_zones = zones;
    Q_EMIT changed();
}

void Selection::toggle(const QString& zone) {
    QStringList zones = m_zones;
    if (!zones.removeOne(zone))
        zones.append(zone);
    set(zones);
}

void Selection::add(const QStringList& zones) {
    QStringList all = m_zones;
    for (const QString& zone : zones) {
        if (!all.contains(zone))
            all.append(zone);
    }
    set(all);
}

} // namespace tiermap
