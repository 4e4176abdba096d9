#include "app/window/file_watch.h"

namespace tiermap {

namespace {

constexpr int settleMilliseconds = 300; // a transaction writes journal and file several times

} // namespace

FileWatch::FileWatch(const QString& file, QObject* parent)
    : QObject(parent)
    , m_watcher({file}) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, [this, file] {
        m_watcher.addPath(file); // a file that was replaced is watched no more
        Q_EMIT written();
    });
}

} // namespace tiermap
