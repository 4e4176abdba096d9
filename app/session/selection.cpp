#include "app/session/selection.h"

namespace tiermap {

void Selection::set(const QStringList& zones) {
    if (zones == m_zones)
        return;
    m_zones = zones;
    m_chosen = QSet<QString>(zones.begin(), zones.end());
    Q_EMIT changed();
}

void Selection::toggle(const QString& zone) {
    QStringList zones = m_zones;
    if (!zones.removeOne(zone))
        zones.append(zone);
    set(zones);
}

void Selection::add(const QStringList& zones) {
    QStringList all = m_zones + zones;
    all.removeDuplicates();
    set(all);
}

} // namespace tiermap
