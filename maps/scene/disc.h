#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace tiermap {

/// A disc and the ring around it, both opaque; `radius` is that of the ring's middle. Lengths are in the painter's unit.
struct Disc {
    QPointF at{};
    double radius = 0;
    QColor color{};
    QColor ring{};
    double ringWidth = 0;
};

void paintDisc(QPainter& painter, const Disc& disc);

} // namespace tiermap
