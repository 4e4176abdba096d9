#include "core/store/row_key.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <limits>

namespace tiermap {

qint64 rowKey(const QStringList& naturalKey) {
    const QByteArray hash = QCryptographicHash::hash(naturalKey.join(QChar(0x1f)).toUtf8(), QCryptographicHash::Sha256);
    const qint64 key = qFromBigEndian<qint64>(hash.constData()) & std::numeric_limits<qint64>::max();
    return key == 0 ? 1 : key;
}

} // namespace tiermap
