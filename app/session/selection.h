#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>

namespace tiermap {

/// The zones that are selected, shared by map, list and panel so that they stay in step. Setting what is already
/// selected emits nothing.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const QStringList& zones() const { return m_zones; }
    bool contains(const QString& code) const { return m_chosen.contains(code); }
    void set(const QStringList& zones);
    void toggle(const QString& zone);
    void add(const QStringList& zones);

Q_SIGNALS:
    void changed();

private:
    QStringList m_zones;    ///< in the order of selection; the last one is what the panel shows
    QSet<QString> m_chosen; ///< the same
};

} // namespace tiermap
