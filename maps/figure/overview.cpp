#include "maps/figure/overview.h"

#include "maps/figure/block.h"
#include "maps/figure/province.h"
#include "maps/figure/sheet_words.h"
#include "maps/geometry/topology.h"
#include "maps/scene/label_room.h"
#include "maps/style/label_ink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double margin = 1.5; // mm around the province
constexpr double titleSize = 7.5;
constexpr double titleMargin = 1.2;
constexpr double provinceWidth = 0.3;
constexpr double borderWidth = 0.15;

Lines bordersOf(const Province& province, const Projection& projection) {
    std::vector<ZoneShape> prefectures;
    prefectures.reserve(province.prefectures.size());
    for (const Province::Prefecture& each : province.prefectures)
        prefectures.push_back({each.name.zh, each.polygons});
    Lines lines;
    for (const Border& border : sharedBorders(prefectures)) {
        if (!border.right.isEmpty())
            lines.push_back(projection.forward(border.line));
    }
    return lines;
}

} // namespace

Overview::Overview(const TextMeasure& measure, QString title)
    : m_measure(measure)
    , m_title(std::move(title)) {}

std::optional<Overview> Overview::of(const LayoutWork& work) {
    const auto city = std::ranges::find(work.plan.zones, Zone::Kind::City, &Zone::kind);
    const std::optional<Province> province = city == work.plan.zones.end() ? std::nullopt : provinceOf(city->code);
    if (!province)
        return std::nullopt;
    const Language language = work.spec.language;
    const Projection& projection = work.shapes.equalArea.projection;
    // Not every language names the city.
    const QString title = sheet_words::overview.in(language)
                              .replace(u"%1"_s, city->name.in(language))
                              .replace(u"%2"_s, province->name.in(language));
    Overview overview(work.measure, title);
    overview.m_province = projection.forward(province->outline);
    overview.m_extent = extentOf(overview.m_province);
    overview.m_borders = bordersOf(*province, projection);
    overview.m_cityName = city->name.in(language);
    overview.m_source = province->source;
    for (const Province::Prefecture& each : province->prefectures)
        overview.m_prefectures.push_back({each.name.in(language), projection.forward(each.polygons)});
    for (const ProjectedShapes::Zone& zone : work.shapes.equalArea.zones)
        overview.m_city.insert(overview.m_city.end(), zone.polygons.begin(), zone.polygons.end());
    return overview;
}

QStringList Overview::titleLines(double width) const {
    return wrapped(m_measure, m_title, titleSize, width - 2 * titleMargin);
}

double Overview::titleHeight(double width) const {
    return static_cast<double>(titleLines(width).size()) * lineHeight(titleSize) + 2 * titleMargin;
}

QSizeF Overview::size(double width) const {
    const auto& [low, high] = m_extent;
    const double perMetre = (width - 2 * margin) / (high.x() - low.x());
    return {width, titleHeight(width) + (high.y() - low.y()) * perMetre + 2 * margin};
}

void Overview::addTo(Sheet& sheet, const LayoutWork& work, const QRectF& box) const {
    const Theme& theme = work.scene.theme;
    const auto& [low, high] = m_extent;
    const QRectF frame = box.adjusted(0, titleHeight(box.width()), 0, 0);
    Block ground(m_measure);
    ground.size = box.size();
    ground.rect(QRectF(QPointF(0, 0), box.size()), QColor(Qt::white));
    ground.paragraph({titleMargin, titleMargin}, titleLines(box.width()), titleSize, theme.text);
    ground.frame(QRectF(QPointF(0, 0), box.size()), theme.neighbour, 0.2);
    sheet.panels.push_back(ground.at(box.topLeft()));

    const View view{Point((low.x() + high.x()) / 2, (low.y() + high.y()) / 2),
                    (high.x() - low.x()) / (box.width() - 2 * margin), frame};
    const QColor cityColor = theme.quietText;
    Panel map{.list = {}, .view = view};
    map.list.base.emplace_back(Fill{.polygons = m_province, .color = theme.land});
    map.list.base.emplace_back(Fill{.polygons = m_city, .color = cityColor});
    map.list.base.emplace_back(Stroke{m_borders, theme.neighbour, borderWidth});
    Stroke outline{.color = theme.quietText, .width = provinceWidth};
    for (const Polygon& part : m_province)
        outline.lines.emplace_back(part.outer().begin(), part.outer().end());
    map.list.base.emplace_back(std::move(outline));
    const double points = smallestText / std::min(1.0, work.spec.magnified());
    for (const Named& prefecture : m_prefectures) { // a name that does not fit is left out: the frame is no map of them
        const Polygons shape = toInk(prefecture.polygons, view);
        const QSizeF size(m_measure.width(prefecture.name, points) + 0.4, points * mmPerPoint);
        const auto places = placesInside(shape, labelAnchor(shape, 0.2), size, false);
        if (places.empty())
            continue;
        const LabelInk ink = labelInk(prefecture.name == m_cityName ? cityColor : theme.land);
        const QPointF page(frame.center().x() + places.front().x(), frame.center().y() - places.front().y());
        map.list.labels.push_back({.at = view.toMetres(page),
                                   .text = prefecture.name,
                                   .size = points,
                                   .color = ink.text,
                                   .halo = ink.halo,
                                   .haloWidth = 0.2});
    }
    sheet.panels.push_back(std::move(map));
}

} // namespace tiermap
