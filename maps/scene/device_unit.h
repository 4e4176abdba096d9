#pragma once

#include <QPolygonF>
#include <QTransform>

class QPainter;

namespace tiermap {

/// While it lives, the unit of a painter of pixels is the pixel, and that of a PDF its dot; an SVG keeps the millimetre.
/// Qt's raster engine flattens a curve into the more lines the larger the scale is below which it is painted: circles and
/// round ends take it ten times as long in millimetres. A PDF has whole dots, since Qt writes nine digits otherwise.
class DeviceUnit {
public:
    explicit DeviceUnit(QPainter& painter);
    ~DeviceUnit();
    Q_DISABLE_COPY_MOVE(DeviceUnit)

    bool makesPixels() const { return m_kind == Kind::Pixels; }
    const QTransform& fromPage() const { return m_fromPage; }
    QPolygonF map(const QPolygonF& onPage) const;
    double length(double onPage) const;

private:
    enum class Kind { Pixels, Dots, Millimetres };
    QPainter& m_painter;
    Kind m_kind = Kind::Millimetres;
    QTransform m_fromPage{};
};

} // namespace tiermap
