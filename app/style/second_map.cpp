#include "app/style/second_map.h"

#include "app/session/language.h"
#include "app/session/words.h"
#include "app/style/legend_view.h"
#include "app/style/style_chooser.h"
#include "core/analysis/zone_figures.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

SecondMap::SecondMap(const Project& project, const PlanShapes& shapes, Selection& selection, LiveMap& first,
                     QWidget* parent)
    : QWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_first(first)
    , m_map(new LiveMap(project, shapes, selection, this))
    , m_indicator(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_close(new QToolButton(this))
    , m_legend(new LegendView(this)) {
    setObjectName(u"secondMap"_s);
    m_indicator->setObjectName(u"secondIndicator"_s);
    m_period->setObjectName(u"secondPeriod"_s);
    m_indicator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_close->setAutoRaise(true);
    m_close->setIcon(QIcon::fromTheme(u"window-close"_s));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 2, 4, 2);
    head->addWidget(m_indicator, 2);
    head->addWidget(m_period, 1);
    head->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_map, 1);
    column->addWidget(m_legend);
    connect(m_close, &QToolButton::clicked, this, &SecondMap::closed);
    connect(m_indicator, &QComboBox::currentIndexChanged, this, [this] {
        fillPeriods();
        draw();
    });
    connect(m_period, &QComboBox::currentIndexChanged, this, &SecondMap::draw);
    connect(&first, &LiveMap::cameraChanged, this, [this] { link(m_first, *m_map); });
    connect(m_map, &LiveMap::cameraChanged, this, [this] { link(*m_map, m_first); });
    retranslate();
}

void SecondMap::link(LiveMap& moved, LiveMap& follows) {
    if (m_linking || !isVisible() || (moved.centre() == follows.centre() && moved.zoom() == follows.zoom()))
        return;
    const QScopedValueRollback linking(m_linking, true);
    follows.setCamera(moved.centre(), moved.zoom());
}

void SecondMap::show(const LayerStyle& style) {
    refresh();
    // The same indicator at another time; where there is none, the next one.
    const int at = m_indicator->findData(style.indicators.value(0));
    if (at >= 0)
        m_indicator->setCurrentIndex(at);
    if (m_period->count() > 1)
        m_period->setCurrentIndex(1);
    else if (at >= 0 && m_indicator->count() > 1)
        m_indicator->setCurrentIndex((at + 1) % m_indicator->count());
    setVisible(true);
    link(m_first, *m_map);
}

void SecondMap::setOptions(const SceneOptions& options) {
    m_options = options;
    m_legend->setTheme(options.theme);
    draw();
}

void SecondMap::refresh() {
    {
        const QSignalBlocker quiet(m_indicator);
        const QString before = m_indicator->currentData().toString();
        m_indicator->clear();
        for (const Indicator& indicator : mappableIndicators(m_project.plan))
            m_indicator->addItem(indicatorTitle(indicator), indicator.key);
        m_indicator->setCurrentIndex(std::max(0, m_indicator->findData(before)));
    }
    fillPeriods();
    m_map->refresh();
    draw();
}

void SecondMap::refreshShapes() {
    m_map->refreshShapes();
    draw();
}

void SecondMap::fillPeriods() {
    const QSignalBlocker quiet(m_period);
    const QString before = m_period->currentData().toString();
    m_period->clear();
    for (const Period& period : periodsOf(m_project.plan, m_indicator->currentData().toString()))
        m_period->addItem(words(period), period.toString());
    m_period->setCurrentIndex(std::max(0, m_period->findData(before)));
}

void SecondMap::draw() {
    const QString indicator = m_indicator->currentData().toString();
    m_options.thematic.reset();
    if (!indicator.isEmpty()) {
        LayerStyle style = suitableStyle(m_project.plan, indicator);
        style.period = Period::parse(m_period->currentData().toString());
        style.when = style.period ? LayerStyle::When::Given : LayerStyle::When::MostZones;
        if (auto map = thematicMap(m_project.plan, m_shapes.zones, style, interfaceLanguage(), m_shapes.water()))
            m_options.thematic = std::make_shared<const ThematicMap>(*std::move(map));
    }
    m_legend->setMap(m_options.thematic);
    m_map->setOptions(m_options);
}

void SecondMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

void SecondMap::retranslate() {
    m_close->setToolTip(tr("Close the second map"));
    m_close->setAccessibleName(m_close->toolTip());
    m_indicator->setAccessibleName(tr("Indicator of the second map"));
    m_period->setAccessibleName(tr("Period of the second map"));
    m_map->setLanguage(interfaceLanguage());
}

} // namespace tiermap
