#include "app/style/style_chooser.h"

#include "app/session/language.h"
#include "app/session/map_words.h"
#include "core/analysis/zone_figures.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int fewestZones = 2;
constexpr int fewestSites = 3;

} // namespace

QList<Indicator> mappableIndicators(const Plan& plan) {
    QHash<QString, QSet<QString>> zones;
    for (const Zone& zone : mappedZones(plan))
        zones[zone.code] = {};
    QHash<QString, int> known;
    for (const Observation& observation : plan.observations) {
        const auto zone = zones.find(observation.zone);
        if (!observation.adopted || !observation.value || zone == zones.end() || zone->contains(observation.indicator))
            continue;
        *zone += observation.indicator;
        ++known[observation.indicator];
    }
    QList<Indicator> indicators = plan.indicators;
    indicators.removeIf([&](const Indicator& indicator) { return known.value(indicator.key) < fewestZones; });
    return indicators;
}

QString indicatorTitle(const Indicator& indicator) {
    const Language language = interfaceLanguage();
    const QString unit = indicator.unit.in(language);
    return unit.isEmpty() ? indicator.name.in(language)
                          : StyleChooser::tr("%1 (%2)").arg(indicator.name.in(language), unit);
}

StyleChooser::StyleChooser(const Project& project, QWidget* parent)
    : QToolButton(parent)
    , m_project(project) {
    setObjectName(u"styleChooser"_s);
    setIcon(QIcon::fromTheme(u"color-management"_s));
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &StyleChooser::fill);
    retranslate();
}

void StyleChooser::setStyle(const LayerStyle& style) {
    m_style = style;
    retranslate();
}

void StyleChooser::fill() {
    QMenu& list = *menu();
    list.clear();
    const auto add = [&](const QString& text, const LayerStyle& style) {
        QAction* action = list.addAction(text, this, [this, style] { Q_EMIT chosen(style); });
        action->setCheckable(true);
        action->setChecked(style.kind == LayerStyle::Kind::Tiers
                               ? m_style.kind == style.kind
                               : m_style.indicators == style.indicators && m_style.kind != LayerStyle::Kind::Tiers);
    };
    add(tr("Tiers of the layout"), {});
    list.addSection(tr("An indicator"));
    for (const Indicator& indicator : mappableIndicators(m_project.plan))
        add(indicatorTitle(indicator), suitableStyle(m_project.plan, indicator.key));
    const auto placed =
        std::ranges::count_if(m_project.plan.sites, [](const Site& site) { return site.position.has_value(); });
    if (placed >= fewestSites) {
        list.addSection(tr("Sites"));
        add(words(LayerStyle::Kind::Heat), {.kind = LayerStyle::Kind::Heat});
        add(words(LayerStyle::Kind::Hexagons), {.kind = LayerStyle::Kind::Hexagons});
    }
    list.addSeparator();
    list.addAction(tr("Style…"), this, &StyleChooser::panelWanted);
    list.addAction(tr("A second map beside it…"), this, &StyleChooser::comparisonWanted);
}

void StyleChooser::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StyleChooser::retranslate() {
    const bool many = m_style.kind == LayerStyle::Kind::Ranks; // no one indicator stands for them
    const Indicator* indicator = many ? nullptr : m_project.plan.indicator(m_style.indicators.value(0));
    setText(m_style.kind == LayerStyle::Kind::Tiers ? tr("Map: tiers")
            : indicator                             ? tr("Map: %1").arg(
                              fontMetrics().elidedText(indicator->name.in(interfaceLanguage()), Qt::ElideRight, 140))
                        : tr("Map: %1").arg(words(m_style.kind)));
    setToolTip(tr("What the map shows"));
    setAccessibleName(text());
}

} // namespace tiermap
