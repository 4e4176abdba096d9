#include "maps/formats/format_message.h"

namespace tiermap {

QDataStream& operator<<(QDataStream& stream, const RawRow& row) { return stream << row.cells << row.wkb; }

QDataStream& operator>>(QDataStream& stream, RawRow& row) { return stream >> row.cells >> row.wkb; }

QDataStream& operator<<(QDataStream& stream, const SourceLayer& layer) {
    return stream << layer.name << layer.fields << layer.rows << layer.crs << layer.hasGeometry;
}

QDataStream& operator>>(QDataStream& stream, SourceLayer& layer) {
    return stream >> layer.name >> layer.fields >> layer.rows >> layer.crs >> layer.hasGeometry;
}

QDataStream& operator<<(QDataStream& stream, const FormatResult& result) {
    stream << result.has_value();
    return result ? stream << result->driver << result->layers
                  : stream << result.error().code << result.error().arguments;
}

QDataStream& operator>>(QDataStream& stream, FormatResult& result) {
    bool fine = false;
    stream >> fine;
    if (fine) {
        FormatReply& reply = result.emplace();
        return stream >> reply.driver >> reply.layers;
    }
    Problem problem;
    stream >> problem.code >> problem.arguments;
    result = std::unexpected(std::move(problem));
    return stream;
}

QByteArray packedRequest(const FormatRequest& request) {
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream << request.path << request.writable << request.encoding << request.layer << static_cast<bool>(request.take);
    return bytes;
}

FormatRequest unpackedRequest(const QByteArray& bytes, bool& takes) {
    FormatRequest request;
    QDataStream stream(bytes);
    stream >> request.path >> request.writable >> request.encoding >> request.layer >> takes;
    return request;
}

} // namespace tiermap
