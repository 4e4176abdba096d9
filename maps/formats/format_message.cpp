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

QDataStream& operator<<(QDataStream& stream, const FormatReply& reply) {
    return stream << reply.driver << reply.layers;
}

QDataStream& operator>>(QDataStream& stream, FormatReply& reply) { return stream >> reply.driver >> reply.layers; }

QDataStream& operator<<(QDataStream& stream, const RasterReply& reply) {
    return stream << reply.driver << reply.width << reply.height << reply.crs << reply.wkt << reply.hasGround
                  << reply.west << reply.south << reply.east << reply.north << reply.description << reply.rgba;
}

QDataStream& operator>>(QDataStream& stream, RasterReply& reply) {
    return stream >> reply.driver >> reply.width >> reply.height >> reply.crs >> reply.wkt >> reply.hasGround >>
           reply.west >> reply.south >> reply.east >> reply.north >> reply.description >> reply.rgba;
}

QDataStream& operator<<(QDataStream& stream, const Problem& problem) {
    return stream << problem.code << problem.arguments;
}

QDataStream& operator>>(QDataStream& stream, Problem& problem) { return stream >> problem.code >> problem.arguments; }

QByteArray packed(const FormatRequest& request) {
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream << false << request.path << request.writable << request.encoding << request.layer
           << static_cast<bool>(request.take);
    return bytes;
}

QByteArray packed(const RasterRequest& request) {
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    const RasterWindow& window = request.window;
    stream << true << request.path << request.crs << window.crs << window.west << window.south << window.east
           << window.north << window.width << window.height;
    return bytes;
}

UnpackedRequest unpacked(const QByteArray& bytes) {
    QDataStream stream(bytes);
    bool isRaster = false;
    stream >> isRaster;
    if (isRaster) {
        RasterRequest request;
        RasterWindow& window = request.window;
        stream >> request.path >> request.crs >> window.crs >> window.west >> window.south >> window.east >>
            window.north >> window.width >> window.height;
        return {.request = request};
    }
    FormatRequest request;
    bool takes = false;
    stream >> request.path >> request.writable >> request.encoding >> request.layer >> takes;
    return {.request = request, .takes = takes};
}

} // namespace tiermap
