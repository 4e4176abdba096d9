#pragma once

#include <QByteArray>
#include <QImage>

#include <vector>

namespace tiermap {

/// Rows of one picture as compressed data of a PNG (8 bits of red, green and blue). Parts of a picture can be compressed
/// at the same time; Qt's own writer takes several times as long.
struct PngPart {
    QByteArray deflated;
    unsigned long adler = 1; ///< checksum of the rows
    qsizetype rawSize = 0;
};

/// `last` closes the stream. The first row of a part does not refer to the one above it.
PngPart pngPart(const QImage& rgb32, bool last);

/// A whole file of parts from top to bottom, with its physical resolution and the record of what it shows.
QByteArray pngFile(const QSize& size, const std::vector<PngPart>& parts, int dpi, const QByteArray& record);

/// That record; empty where there is none.
QByteArray recordInPng(const QByteArray& file);

} // namespace tiermap
