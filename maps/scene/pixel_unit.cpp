#include "maps/scene/pixel_unit.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace tiermap {

PixelUnit::PixelUnit(QPainter& painter)
    : m_painter(painter)
    , m_pixels(painter.paintEngine()->type() == QPaintEngine::Raster) {
    if (m_pixels) {
        m_fromPage = painter.worldTransform();
        painter.setWorldTransform({});
    }
}

PixelUnit::~PixelUnit() {
    if (m_pixels)
        m_painter.setWorldTransform(m_fromPage);
}

double PixelUnit::length(double onPage) const { return onPage * std::hypot(m_fromPage.m11(), m_fromPage.m12()); }

} // namespace tiermap
