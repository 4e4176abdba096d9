#include "app/window/layer_tree.h"

#include "app/session/language.h"
#include "app/style/swatch.h"
#include "maps/scene/site_legend.h"
#include "maps/style/register_symbol.h"
#include "maps/style/tier_style.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int keyRole = Qt::UserRole;

/// As wide as the other swatches, so that the names stand below each other.
QIcon imageSwatch(qreal ratio) {
    QPixmap pixmap(swatchSize * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QIcon::fromTheme(u"image-x-generic"_s).paint(&painter, QRect(QPoint(), swatchSize));
    return QIcon(pixmap);
}

DisplayList lineSwatch(const QColor& color, double width = 0.35) {
    const QSizeF mm = QSizeF(swatchSize) / (96 / 25.4);
    DisplayList list;
    list.base.emplace_back(
        Stroke{{Line{Point(0.5, mm.height() / 2), Point(mm.width() - 0.5, mm.height() / 2)}}, color, width});
    return list;
}

DisplayList dotSwatch(const QColor& color, double width) {
    const QSizeF mm = QSizeF(swatchSize) / (96 / 25.4);
    const Point middle(mm.width() / 2, mm.height() / 2);
    DisplayList list;
    list.base.emplace_back(Stroke{{Line{middle, middle}}, color, width});
    return list;
}

QTreeWidgetItem* checkable(QTreeWidgetItem* parent, const QString& key, const QIcon& icon) {
    auto* item = new QTreeWidgetItem(parent);
    item->setData(0, keyRole, key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setCheckState(0, Qt::Checked);
    item->setIcon(0, icon);
    return item;
}

bool checked(const QTreeWidgetItem* item) { return item->checkState(0) == Qt::Checked; }

} // namespace

LayerTree::LayerTree(const Project& project, const PlanShapes& shapes, QWidget* parent)
    : QTreeWidget(parent)
    , m_project(project)
    , m_shapes(shapes)
    , m_plan(project.plan)
    , m_tiers(new QTreeWidgetItem(this))
    , m_reference(new QTreeWidgetItem(this))
    , m_context(new QTreeWidgetItem(this)) {
    setObjectName(u"layers"_s);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(12);
    setIconSize(swatchSize);
    setSelectionMode(NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fillTiers();
    fillLayers();
    m_sites = checkable(m_context, u"sites"_s, {});
    m_water = checkable(m_context, u"water"_s, {});
    m_neighbours = checkable(m_context, u"neighbours"_s, {});
    m_graticule = checkable(m_context, u"graticule"_s, {});
    fillSites();
    drawContext();
    retranslate();
    expandAll();
    connect(this, &QTreeWidget::itemChanged, this, &LayerTree::follow);
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem* item) {
        if (item->parent() == m_reference)
            Q_EMIT layerActivated(item->data(0, keyRole).toString());
    });
}

void LayerTree::follow(QTreeWidgetItem* item) {
    if (item->parent() == m_reference)
        Q_EMIT layerSwitched(item->data(0, keyRole).toString(), checked(item));
    else
        Q_EMIT layersChanged();
}

void LayerTree::contextMenuEvent(QContextMenuEvent* event) {
    const QTreeWidgetItem* item = itemAt(viewport()->mapFrom(this, event->pos()));
    if (item && item->parent() == m_reference)
        Q_EMIT layerMenuWanted(item->data(0, keyRole).toString(), event->globalPos());
}

/// The highest first, as they lie over each other.
void LayerTree::fillLayers() {
    QList<ReferenceLayer> layers = m_project.layers;
    std::ranges::stable_sort(layers, std::ranges::greater(), &ReferenceLayer::level);
    const qreal ratio = devicePixelRatioF();
    for (const ReferenceLayer& layer : layers) {
        const auto shapes = std::ranges::find(m_shapes.layers, layer.data, &LayerShapes::data);
        const bool dots = shapes != m_shapes.layers.end() && shapes->areDots();
        const QColor ink = layerInk(layer, m_theme);
        const Symbol point{.shape = registerShape(m_project.layers, layer.key), .color = ink, .outline = m_theme.halo};
        const QIcon icon = layer.kind == ReferenceLayer::Kind::Raster     ? imageSwatch(ratio)
                           : layer.kind == ReferenceLayer::Kind::Register ? swatch(symbolSwatch(point), ratio)
                           : dots ? swatch(dotSwatch(ink, layer.width * dotsPerWidth), ratio)
                                  : swatch(lineSwatch(ink, layer.width), ratio);
        QTreeWidgetItem* item = checkable(m_reference, layer.key, icon);
        item->setCheckState(0, layer.shown ? Qt::Checked : Qt::Unchecked);
    }
    m_reference->setHidden(layers.isEmpty());
    m_reference->setExpanded(true);
}

void LayerTree::fillTiers() {
    for (const LegendEntry& entry : tierLegend(m_plan, Language::Chinese))
        checkable(m_tiers, entry.tier,
                  m_tierInk ? swatch(fillSwatch(entry.ink, entry.ground), devicePixelRatioF()) : QIcon());
}

/// What the symbols mean stands below the layer that has them.
void LayerTree::fillSites() {
    qDeleteAll(m_sites->takeChildren());
    for (const SiteLegendEntry& entry : siteLegend(m_plan, m_theme)) {
        auto* item = new QTreeWidgetItem(m_sites);
        item->setFlags(Qt::ItemIsEnabled);
        item->setIcon(0, swatch(symbolSwatch(entry.symbol), devicePixelRatioF()));
    }
    m_sites->setExpanded(true);
}

void LayerTree::drawContext() {
    const qreal ratio = devicePixelRatioF();
    const Symbol site{.color = m_theme.site, .outline = m_theme.halo};
    m_sites->setIcon(0, swatch(symbolSwatch(site), ratio));
    m_water->setIcon(0, swatch(fillSwatch({m_theme.water, {}}), ratio));
    m_neighbours->setIcon(0, swatch(lineSwatch(m_theme.neighbour), ratio));
    m_graticule->setIcon(0, swatch(lineSwatch(m_theme.graticule), ratio));
}

void LayerTree::setTheme(const Theme& theme) {
    const QSignalBlocker blocker(this);
    m_theme = theme;
    drawContext();
    fillSites();
    qDeleteAll(m_reference->takeChildren());
    fillLayers();
    retranslate();
}

void LayerTree::setTierInk(bool drawn) {
    if (drawn == m_tierInk)
        return;
    m_tierInk = drawn;
    refresh();
}

void LayerTree::setMoves(const QList<ZoneMove>& moves) {
    if (moves == m_moves)
        return;
    m_moves = moves;
    refresh();
}

void LayerTree::refresh() {
    m_plan = movedPlan(m_project.plan, m_moves);
    const int scrolled = verticalScrollBar()->value();
    const QSet<QString> hidden = hiddenTiers();
    {
        const QSignalBlocker blocker(this); // the layers shown are the same
        qDeleteAll(m_tiers->takeChildren());
        fillTiers();
        qDeleteAll(m_reference->takeChildren());
        fillLayers();
        for (const QString& tier : hidden)
            setTierShown(tier, false);
        fillSites();
    }
    retranslate();
    verticalScrollBar()->setValue(scrolled);
    if (hiddenTiers() != hidden) // a hidden tier is gone
        Q_EMIT layersChanged();
}

QSet<QString> LayerTree::hiddenTiers() const {
    QSet<QString> hidden;
    for (int i = 0; i < m_tiers->childCount(); ++i) {
        if (!checked(m_tiers->child(i)))
            hidden += m_tiers->child(i)->data(0, keyRole).toString();
    }
    return hidden;
}

bool LayerTree::water() const { return checked(m_water); }

bool LayerTree::neighbours() const { return checked(m_neighbours); }
bool LayerTree::graticule() const { return checked(m_graticule); }

bool LayerTree::sites() const { return checked(m_sites); }

void LayerTree::setTierShown(const QString& tier, bool shown) {
    for (int i = 0; i < m_tiers->childCount(); ++i) {
        if (m_tiers->child(i)->data(0, keyRole).toString() == tier)
            m_tiers->child(i)->setCheckState(0, shown ? Qt::Checked : Qt::Unchecked);
    }
}

void LayerTree::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString LayerTree::wordOf(SiteLegendEntry::What what) {
    switch (what) {
    case SiteLegendEntry::What::Platform:
        return tr("Platform");
    case SiteLegendEntry::What::Base:
        return tr("Base, headquarters");
    case SiteLegendEntry::What::Park:
        return tr("Park");
    case SiteLegendEntry::What::Venue:
        return tr("Venue");
    case SiteLegendEntry::What::DistrictOnly:
        return tr("District known only");
    case SiteLegendEntry::What::SeveralInADistrict:
        return tr("District known only; count");
    }
    return {};
}

void LayerTree::retranslate() {
    const QSignalBlocker blocker(this); // new words are no new layers
    setAccessibleName(tr("Layers and legend"));
    m_tiers->setText(0, tr("Layout: roles, not ranks"));
    m_reference->setText(0, tr("Reference layers"));
    for (int i = 0; i < m_reference->childCount(); ++i) {
        QTreeWidgetItem& item = *m_reference->child(i);
        const auto layer = std::ranges::find(m_project.layers, item.data(0, keyRole).toString(), &ReferenceLayer::key);
        if (layer == m_project.layers.end())
            continue;
        item.setText(0, layer->name.in(interfaceLanguage()));
        const QString since = layer->vintage.isEmpty() ? QString() : tr("boundaries since %1").arg(layer->vintage);
        QStringList lines{layer->file, layer->source, since};
        lines.removeAll(QString());
        item.setToolTip(0, lines.join(u'\n'));
    }
    m_context->setText(0, tr("Around and within"));
    m_sites->setText(0, tr("Platforms and bases"));
    m_water->setText(0, tr("Water"));
    m_neighbours->setText(0, tr("Neighbouring cities"));
    m_graticule->setText(0, tr("Graticule"));
    const std::vector<SiteLegendEntry> sites = siteLegend(m_plan, m_theme);
    for (int i = 0; i < m_sites->childCount(); ++i)
        m_sites->child(i)->setText(0, wordOf(sites[std::size_t(i)].what));
    const QList<LegendEntry> legend = tierLegend(m_plan, interfaceLanguage());
    for (int i = 0; i < m_tiers->childCount(); ++i) {
        const LegendEntry& entry = legend[i];
        m_tiers->child(i)->setText(0, entry.schematic ? tr("%1 (sketch)").arg(entry.title) : entry.title);
        m_tiers->child(i)->setToolTip(0, entry.role + u'\n' + entry.zones);
    }
}

} // namespace tiermap
