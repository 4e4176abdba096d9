#pragma once

#include "maps/formats/format_module.h"

#include <QDataStream>

namespace tiermap {

// What the program and the process that reads for it tell each other (format_process.h). A message is the number of its
// bytes (quint32, big-endian) and these bytes, as QDataStream writes them. The request goes in; out come the layer, as
// many messages of rows as there are, and the end. Where nobody takes rows there is only the end.

enum class FormatMessage : quint8 {
    Layer, ///< SourceLayer: the one that is read
    Rows,  ///< how far the reading is (0 to 1), QList<RawRow>
    End,   ///< FormatResult
};

QDataStream& operator<<(QDataStream& stream, const RawRow& row);
QDataStream& operator>>(QDataStream& stream, RawRow& row);
QDataStream& operator<<(QDataStream& stream, const SourceLayer& layer);
QDataStream& operator>>(QDataStream& stream, SourceLayer& layer);
QDataStream& operator<<(QDataStream& stream, const FormatResult& result);
QDataStream& operator>>(QDataStream& stream, FormatResult& result);

/// A request without its functions; `takes` stands for `take`.
QByteArray packedRequest(const FormatRequest& request);
FormatRequest unpackedRequest(const QByteArray& bytes, bool& takes);

} // namespace tiermap
