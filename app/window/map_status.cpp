#include "app/window/map_status.h"

#include "app/session/language.h"
#include "app/session/words.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

MapStatus::MapStatus(const Plan& plan, LiveMap& map)
    : m_plan(plan)
    , m_map(map)
    , m_hover(new QLabel)
    , m_position(new QLabel)
    , m_scale(new QLabel)
    , m_datum(new QLabel)
    , m_online(new QLabel) {
    m_hover->setObjectName(u"hover"_s);
    m_position->setObjectName(u"position"_s);
    m_scale->setObjectName(u"scale"_s);
    m_online->setObjectName(u"online"_s);
    addWidget(m_hover, 1);
    for (QLabel* label : {m_position, m_scale, m_datum, m_online})
        addPermanentWidget(label);
    connect(&map, &LiveMap::hovered, this, &MapStatus::showHovered);
    connect(&map, &LiveMap::measured, this, &MapStatus::showMeasured);
    connect(&map, &LiveMap::cameraChanged, this, &MapStatus::showPlace);
    connect(&map, &LiveMap::pointerMoved, this, [this](const QPointF& position) {
        m_pointer = position;
        showPlace();
    });
    retranslate();
}

void MapStatus::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MapStatus::retranslate() {
    m_datum->setText(tr("CGCS2000"));
    m_datum->setToolTip(tr("Longitude and latitude on CGCS2000 (EPSG:4490)"));
    m_online->setText(m_service.isEmpty() ? tr("Offline") : tr("Online: %1").arg(m_service));
    m_online->setToolTip(m_service.isEmpty()
                             ? tr("Tiermap opens no connection by itself")
                             : tr("This service learns which part of the map is looked at; View > Online "
                                  "Map turns it off"));
    showPlace();
}

void MapStatus::setOnline(const QString& service) {
    m_service = service;
    retranslate();
}

void MapStatus::showHovered(const QString& code) {
    const Zone* zone = m_plan.zone(code);
    const Tier* tier = zone ? m_plan.tier(zone->tier) : nullptr;
    const Language language = interfaceLanguage();
    m_hover->setText(
        tier ? tr("%1 · %2 %3").arg(zone->name.in(language), tier->mark.in(language), tier->name.in(language))
             : QString());
}

void MapStatus::showMeasured(double metres, double squareMetres) {
    const QString length = metres < 1000 ? tr("%1 m").arg(words(std::round(metres)))
                                         : tr("%1 km").arg(words(std::round(metres / 10) / 100));
    m_hover->setText(squareMetres > 0
                         ? tr("Area %1 km², around it %2").arg(words(std::round(squareMetres / 1e4) / 100), length)
                         : tr("Distance %1").arg(length));
}

void MapStatus::showPlace() {
    m_position->setText(
        m_pointer.isNull() ? QString() : u"%1° E  %2° N"_s.arg(m_pointer.x(), 0, 'f', 4).arg(m_pointer.y(), 0, 'f', 4));
    // Three figures are what a screen's resolution is known to.
    const double scale = m_map.scaleDenominator();
    const double unit = std::pow(10, std::floor(std::log10(std::max(scale, 1000.0))) - 2);
    m_scale->setText(u"1:"_s + words(std::round(scale / unit) * unit));
}

} // namespace tiermap
