#pragma once

#include "maps/formats/format_module.h"

#include <QDataStream>

#include <variant>

namespace tiermap {

// What the program and the process that reads for it tell each other (format_process.h). A message is the number of its
// bytes (quint32, big-endian) and these bytes, as QDataStream writes them. The request goes in; out come the layer, as
// many messages of rows as there are, and the end. Where nobody takes rows, and of a raster, there is only the end.

enum class FormatMessage : quint8 {
    Layer, ///< SourceLayer: the one that is read
    Rows,  ///< how far the reading is (0 to 1), QList<RawRow>
    End,   ///< FormatResult or RasterResult, as was asked
};

QDataStream& operator<<(QDataStream& stream, const RawRow& row);
QDataStream& operator>>(QDataStream& stream, RawRow& row);
QDataStream& operator<<(QDataStream& stream, const SourceLayer& layer);
QDataStream& operator>>(QDataStream& stream, SourceLayer& layer);
QDataStream& operator<<(QDataStream& stream, const FormatReply& reply);
QDataStream& operator>>(QDataStream& stream, FormatReply& reply);
QDataStream& operator<<(QDataStream& stream, const RasterReply& reply);
QDataStream& operator>>(QDataStream& stream, RasterReply& reply);
QDataStream& operator<<(QDataStream& stream, const Problem& problem); ///< its code and arguments
QDataStream& operator>>(QDataStream& stream, Problem& problem);

template <class Reply>
QDataStream& operator<<(QDataStream& stream, const Result<Reply>& result) {
    stream << result.has_value();
    return result ? stream << *result : stream << result.error();
}

template <class Reply>
QDataStream& operator>>(QDataStream& stream, Result<Reply>& result) {
    bool fine = false;
    stream >> fine;
    if (fine) {
        return stream >> result.emplace();
    }
    Problem problem;
    stream >> problem;
    result = std::unexpected(std::move(problem));
    return stream;
}

/// A request without its functions; `takes` stands for `take`.
QByteArray packed(const FormatRequest& request);
QByteArray packed(const RasterRequest& request);

struct UnpackedRequest {
    std::variant<FormatRequest, RasterRequest> request;
    bool takes = false;
};
UnpackedRequest unpacked(const QByteArray& bytes);

} // namespace tiermap
