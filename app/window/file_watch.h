#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

namespace tiermap {

/// Says that a file may have been written by someone, once for a burst of writes.
class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(const QString& file, QObject* parent = nullptr);

Q_SIGNALS:
    void written();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace tiermap
