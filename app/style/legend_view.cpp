#include "app/style/legend_view.h"

#include "app/session/language.h"
#include "maps/figure/map_font.h"
#include "maps/figure/thematic_legend.h"
#include "maps/scene/painter.h"
#include "maps/style/drawn_map.h"

#include <QPainter>

#include <cmath>

namespace tiermap {

namespace {

constexpr double larger = 1.2; // letters of print are small on a screen
constexpr double margin = 1.5; // mm

double pixelsPerMm(const QWidget& widget) { return widget.logicalDpiX() / 25.4 * larger; }

} // namespace

LegendView::LegendView(QWidget* parent)
    : QWidget(parent)
    , m_measure(mapFont().value_or(font())) {
    setObjectName(u"styleLegend");
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void LegendView::setMap(const std::shared_ptr<const ThematicMap>& map) {
    m_asked = map;
    m_map = map ? std::make_shared<const ThematicMap>(drawnMap(*map, m_theme.land)) : nullptr;
    setVisible(map != nullptr);
    if (map) {
        setAccessibleName(map->title);
        setAccessibleDescription(map->words);
        setToolTip(map->words);
    }
    updateGeometry();
    update();
}

void LegendView::setTheme(const Theme& theme) {
    m_theme = theme;
    if (m_asked)
        setMap(m_asked);
}

int LegendView::heightForWidth(int width) const {
    if (!m_map)
        return 0;
    Block block(m_measure);
    const double scale = pixelsPerMm(*this);
    const double height = addStyleLegend(block, *m_map, m_theme, interfaceLanguage(), margin, width / scale) + margin;
    return static_cast<int>(std::ceil(height * scale));
}

QSize LegendView::sizeHint() const {
    constexpr int usual = 260;
    return {usual, heightForWidth(usual)};
}

void LegendView::paintEvent(QPaintEvent* /*event*/) {
    if (!m_map)
        return;
    const double scale = pixelsPerMm(*this);
    Block block(m_measure);
    block.size = QSizeF(size()) / scale;
    addStyleLegend(block, *m_map, m_theme, interfaceLanguage(), margin, block.size.width());
    const Panel panel = block.at({0, 0});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.land);
    painter.scale(scale, scale);
    paint(painter, panel.list, panel.view, m_measure.font());
}

} // namespace tiermap
