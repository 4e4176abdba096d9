#include "maps/scene/device_unit.h"

#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace tiermap {

DeviceUnit::DeviceUnit(QPainter& painter)
    : m_painter(painter) {
    const QPaintEngine::Type type = painter.paintEngine()->type();
    m_kind = type == QPaintEngine::Raster ? Kind::Pixels : type == QPaintEngine::Pdf ? Kind::Dots : Kind::Millimetres;
    if (m_kind != Kind::Millimetres) {
        m_fromPage = painter.worldTransform();
        painter.setWorldTransform({});
    }
}

DeviceUnit::~DeviceUnit() {
    if (m_kind != Kind::Millimetres)
        m_painter.setWorldTransform(m_fromPage);
}

QPolygonF DeviceUnit::map(const QPolygonF& onPage) const {
    QPolygonF mapped = m_fromPage.map(onPage);
    if (m_kind == Kind::Dots) {
        for (QPointF& point : mapped)
            point = {std::round(point.x()), std::round(point.y())};
    }
    return mapped;
}

double DeviceUnit::length(double onPage) const { return onPage * std::hypot(m_fromPage.m11(), m_fromPage.m12()); }

} // namespace tiermap
