#pragma once

#include <QTransform>

class QPainter;

namespace tiermap {

/// While it lives, the unit of a painter that makes pixels is the pixel; other painters keep theirs. Qt's raster engine
/// flattens a curve into the more lines the larger the scale is below which it is painted: circles and round ends take
/// it ten times as long in millimetres.
class PixelUnit {
public:
    explicit PixelUnit(QPainter& painter);
    ~PixelUnit();
    Q_DISABLE_COPY_MOVE(PixelUnit)

    bool makesPixels() const { return m_pixels; }
    const QTransform& fromPage() const { return m_fromPage; }
    double length(double onPage) const;

private:
    QPainter& m_painter;
    bool m_pixels = false;
    QTransform m_fromPage{};
};

} // namespace tiermap
