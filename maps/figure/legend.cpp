#include "maps/figure/legend.h"

#include "maps/analysis/register_finds.h"
#include "maps/figure/legend_words.h"
#include "maps/figure/sheet_words.h"
#include "maps/figure/thematic_legend.h"
#include "maps/scene/plan_scene.h"
#include "maps/scene/point_groups.h"
#include "maps/scene/site_legend.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double padding = 2.8;
constexpr double swatchWidth = 9;
constexpr double swatchHeight = 4.6;
constexpr double textLeft = padding + swatchWidth + 2.2;
constexpr double tierGap = 1.3;
constexpr double wideLegend = 95; // from here on tiers and lines stand beside each other
constexpr double entriesWidth = 42;
constexpr double entryTextLeft = 8.6;
constexpr double titleSize = 9;
constexpr double nameSize = 8.5;
constexpr double noteSize = 7;

QColor ringOf(const AreaInk& ink, const Theme& theme) {
    return ink.fill.value_or(ink.hatch ? ink.hatch->color : theme.outline);
}

double addTier(Block& block, const Plan& plan, const LegendEntry& entry, const FigureSpec& spec, const Theme& theme,
               LegendWords& words, double top, double width, double gap) {
    const Tier& tier = *plan.tier(entry.tier);
    const QRectF swatch(padding, top, swatchWidth, swatchHeight);
    if (entry.ground)
        block.rect(swatch, *entry.ground);
    block.rect(swatch, entry.ink);
    if (entry.ink.hatch)
        block.frame(swatch, entry.ink.hatch->color, outlineOfWhichWidth,
                    entry.schematic ? schematicDash() : std::vector<double>{});
    const double middle = top + swatchHeight / 2;
    const double disc = 1.3 * nameSize * mmPerPoint;
    block.mark({textLeft + disc / 2, middle}, tier.mark.in(spec.language), nameSize, ringOf(entry.ink, theme));
    // The title without the mark, which stands in the disc.
    QString title = entry.title.mid(tier.mark.in(spec.language).size()).trimmed();
    if (const QString& name = tier.name.in(spec.language); title.startsWith(name))
        title = words(name) + title.mid(name.size());
    const double titleLeft = textLeft + disc + 1;
    const QStringList lines = wrapped(block.measure(), title, nameSize, width - titleLeft - padding);
    double y = middle + 0.36 * nameSize * mmPerPoint;
    for (const QString& line : lines) {
        block.text({titleLeft, y}, line, nameSize, theme.text);
        y += lineHeight(nameSize);
    }
    y += top + swatchHeight + 0.6 - (middle + 0.36 * nameSize * mmPerPoint) - lineHeight(nameSize);
    y = block.paragraph({textLeft, y}, words(entry.role), noteSize, theme.quietText, width - textLeft - padding);
    QStringList names;
    for (const Zone& zone : plan.zonesOf(entry.tier))
        names += zone.name.in(spec.language);
    const double room = width - textLeft - padding;
    const QString separator = spec.language == Language::Chinese ? u"、"_s : u", "_s;
    if (names.size() == 1) // a long name of one zone may have to be broken
        return block.paragraph({textLeft, y}, names.first(), noteSize, theme.text, room) + gap;
    return block.paragraph({textLeft, y}, joined(block.measure(), names, separator, noteSize, room, true), noteSize,
                           theme.text) +
           gap;
}

struct Entry {
    QString text;
    std::function<void(const QRectF& swatch)> draw;
};

SheetWord wordOf(SiteLegendEntry::What what) {
    switch (what) {
    case SiteLegendEntry::What::Platform:
        return sheet_words::sitePlatform;
    case SiteLegendEntry::What::Base:
        return sheet_words::siteBase;
    case SiteLegendEntry::What::Park:
        return sheet_words::sitePark;
    case SiteLegendEntry::What::Venue:
        return sheet_words::siteVenue;
    case SiteLegendEntry::What::DistrictOnly:
        return sheet_words::siteDistrictOnly;
    case SiteLegendEntry::What::SeveralInADistrict:
        return sheet_words::siteSeveral;
    }
    return sheet_words::siteDistrictOnly;
}

/// Lines and grounds that this sheet shows.
std::vector<Entry> entriesOf(Block& block, const LayoutWork& work, const SheetMaps& maps, LegendWords& words) {
    using namespace sheet_words;
    const Plan& plan = work.plan;
    const FigureSpec& spec = work.spec;
    const Theme& theme = work.scene.theme;
    const auto in = [&](const SheetWord& word) { return words(word.in(spec.language)); };
    std::vector<QColor> fills;
    bool schematic = false;
    for (const LegendEntry& entry : tierLegend(plan, spec.language)) {
        if (work.scene.thematic)
            fills.push_back(symbolGround());
        else if (entry.ink.fill)
            fills.push_back(*entry.ink.fill);
        schematic = schematic || entry.schematic;
    }
    const auto middleLine = [&block](const QRectF& s, const QColor& color, double width) {
        block.line({s.left(), s.center().y()}, {s.right(), s.center().y()}, color, width);
    };
    const auto border = [&block](const QRectF& s, const QColor& left, const QColor& right, const QColor& color,
                                 double width) {
        block.rect(QRectF(s.topLeft(), s.bottomRight() - QPointF(s.width() / 2, 0)), left);
        block.rect(QRectF(s.topLeft() + QPointF(s.width() / 2, 0), s.bottomRight()), right);
        block.line({s.center().x(), s.top()}, {s.center().x(), s.bottom()}, color, width);
    };
    std::vector<Entry> entries;
    entries.push_back(
        {in(cityBoundary), [=, &theme](const QRectF& s) { middleLine(s, theme.outline, theme.outlineWidth); }});
    if (fills.size() > 1)
        entries.push_back({in(tierBoundary), [=, &theme](const QRectF& s) {
                               border(s, fills[0], fills[1], theme.tierBorder, theme.tierBorderWidth);
                           }});
    if (!fills.empty())
        entries.push_back({in(zoneBoundary), [=, &theme](const QRectF& s) {
                               border(s, fills.back(), fills.back(), theme.zoneBorder, theme.zoneBorderWidth);
                           }});
    if (schematic)
        entries.push_back({in(schematicExtent), [&block, &theme](const QRectF& s) {
                               block.frame(s.adjusted(0, 0.2, 0, -0.2), theme.outline, outlineOfWhichWidth,
                                           schematicDash());
                           }});
    if (!work.scene.moved.isEmpty())
        entries.push_back({in(movedZone), [&block, &theme](const QRectF& s) {
                               block.frame(s.adjusted(0, 0.2, 0, -0.2), theme.outline, movedOutlineWidth, movedDash());
                           }});
    if (spec.neighbours)
        entries.push_back(
            {in(neighbours), [=, &theme](const QRectF& s) { middleLine(s, theme.neighbour, theme.neighbourWidth); }});
    if (spec.water)
        entries.push_back({in(water), [&block, &theme](const QRectF& s) { block.rect(s, theme.water); }});
    if (maps.enlargesPart)
        entries.push_back({in(enlargedExtent), [&block, &theme](const QRectF& s) {
                               block.frame(s.adjusted(0, 0.2, 0, -0.2), theme.text, enlargedExtentWidth);
                           }});
    for (const ReferenceLayer& layer : spec.layers) {
        if (!maps.draw(layer) || layer.kind != ReferenceLayer::Kind::Vector)
            continue;
        const auto shapes = std::ranges::find(work.shapes.equalArea.layers, layer.data, &ProjectedShapes::Layer::data);
        if (shapes != work.shapes.equalArea.layers.end() && shapes->places)
            continue;
        const bool dots = shapes != work.shapes.equalArea.layers.end() && shapes->lines.empty();
        entries.push_back({words(layer.name.in(spec.language)), [=, &block, &theme](const QRectF& s) {
                               if (dots)
                                   block.line(s.center(), s.center(), layerInk(layer, theme),
                                              layer.width * dotsPerWidth);
                               else
                                   middleLine(s, layerInk(layer, theme), layer.width);
                           }});
    }
    const auto addPoints = [&](const QString& name, const QColor& color, Symbol::Shape shape) {
        const auto symbol = [&theme, color, shape](std::int64_t count) {
            return Symbol{.shape = shape, .size = groupSize(count), .color = color, .outline = theme.halo};
        };
        entries.push_back({words(name), [=, &block](const QRectF& s) { block.symbol(symbol(1), s.center()); }});
        entries.push_back({in(pointsMerged), [=, &block](const QRectF& s) {
                               block.symbol(symbol(2), s.center());
                               const double width = block.width(u"2"_s, countSize);
                               block.text(s.center() + QPointF(-width / 2, 0.36 * countSize * mmPerPoint), u"2"_s,
                                          countSize, countColour(color));
                           }});
    };
    const auto addFinds = [&](const RegisterFinds& finds, const QColor& color) {
        if (finds.clusters)
            entries.push_back({in(clusterFound), [=, &block](const QRectF& s) {
                                   block.frame(s.adjusted(0, 0.2, 0, -0.2), color, clusterWidth, clusterDash());
                               }});
        if (!finds.spots)
            return;
        for (const auto& [word, hatch] : {std::pair(&hotSpot, hotHatch()), {&coldSpot, coldHatch()}})
            entries.push_back({in(*word), [=, &block](const QRectF& s) {
                                   block.rect(s, AreaInk{std::nullopt, hatch});
                                   block.frame(s, hatch.color, hatch.width);
                               }});
    };
    for (const ReferenceLayer& layer : spec.layers) {
        const auto shapes = std::ranges::find(work.shapes.equalArea.layers, layer.data, &ProjectedShapes::Layer::data);
        if (maps.draw(layer) && shapes != work.shapes.equalArea.layers.end() && shapes->places)
            addPoints(layer.name.in(spec.language), layerInk(layer, theme), Symbol::Shape::Circle);
    }
    for (const FigurePoints& points : spec.points) {
        const QColor color = points.color.isValid() ? points.color : theme.points;
        addPoints(points.name, color, points.shape);
        if (points.finds)
            addFinds(*points.finds, color);
    }
    if (spec.sites) {
        for (const SiteLegendEntry& site : siteLegend(plan, theme)) {
            entries.push_back({in(wordOf(site.what)), [&block, &theme, site](const QRectF& s) {
                                   const double left = site.count.isEmpty() ? 0 : 1.8; // room for the number
                                   const QPointF at(s.center().x() - left, s.center().y());
                                   block.symbol(site.symbol, at);
                                   if (!site.count.isEmpty())
                                       block.text({at.x() + 1.6, at.y() + 0.36 * noteSize * mmPerPoint}, site.count,
                                                  noteSize, theme.text);
                               }});
        }
    }
    return entries;
}

/// In columns; what is wider than one takes a row of its own.
double addEntries(Block& block, const std::vector<Entry>& entries, const Theme& theme, const QPointF& topLeft,
                  double width, int columns) {
    const double column = width / columns;
    const double row = lineHeight(noteSize) + 0.8;
    double top = topLeft.y();
    int next = 0;
    for (const Entry& entry : entries) {
        const bool wide = columns > 1 && block.width(entry.text, noteSize) > column - 10;
        if (next > 0 && wide) {
            next = 0;
            top += row;
        }
        const double left = topLeft.x() + next * column;
        const double middle = top + row / 2;
        entry.draw(QRectF(left, middle - 1.4, 7, 2.8));
        const QStringList lines =
            wrapped(block.measure(), entry.text, noteSize, (wide ? width : column) - entryTextLeft);
        double baseline = middle + 0.36 * noteSize * mmPerPoint;
        for (const QString& line : lines) {
            block.text({left + entryTextLeft, baseline}, line, noteSize, theme.text);
            baseline += lineHeight(noteSize);
        }
        next = wide ? columns : next + 1;
        if (next >= columns) {
            next = 0;
            top += row + static_cast<double>(std::max<qsizetype>(1, lines.size()) - 1) * lineHeight(noteSize);
        }
    }
    return next > 0 ? top + row : top;
}

struct Drawn {
    Legend legend;
    double height; ///< that its content needs
};

Drawn drawn(const LayoutWork& work, const QSizeF& size, const SheetMaps& maps, double gap) {
    const Plan& plan = work.plan;
    const FigureSpec& spec = work.spec;
    const Theme& theme = work.scene.theme;
    LegendWords words(spec.legendWords);
    Block block(work.measure);
    block.size = size;
    const QRectF ground(QPointF(0, 0), size);
    block.rect(ground, QColor(Qt::white));
    block.frame(ground, theme.neighbour, 0.15);
    const double top = padding + titleSize * mmPerPoint;
    block.text({padding, top - 0.3}, words(sheet_words::legend.in(spec.language)), titleSize, theme.text);
    const bool beside = size.width() > wideLegend;
    const double tiersWidth = beside ? size.width() - entriesWidth : size.width();
    double y = top + 1.8;
    if (work.scene.thematic) {
        y = addThematicLegend(block, work, y, tiersWidth, maps, words) + gap;
    } else {
        for (const LegendEntry& entry : tierLegend(plan, spec.language))
            y = addTier(block, plan, entry, spec, theme, words, y, tiersWidth, gap);
    }
    const std::vector<Entry> entries = entriesOf(block, work, maps, words);
    if (beside) {
        const double bottom =
            addEntries(block, entries, theme, {tiersWidth + padding, top + 1.6}, entriesWidth - 2 * padding, 1);
        block.line({tiersWidth, top + 1.8}, {tiersWidth, std::max(bottom, size.height() - padding)}, theme.neighbour,
                   0.15);
        return {{std::move(block), words.computed()}, std::max(y - gap, bottom) + padding};
    }
    y += tierGap - gap;
    block.line({padding, y}, {size.width() - padding, y}, theme.neighbour, 0.15);
    y = addEntries(block, entries, theme, {padding, y + 1.2}, size.width() - 2 * padding, 2);
    return {{std::move(block), words.computed()}, y + padding - 1};
}

} // namespace

Legend legendOf(const LayoutWork& work, const QSizeF& least, const SheetMaps& maps) {
    // Drawn twice: the ground comes first, and its height is known last. Room that is left parts the tiers.
    const double need = drawn(work, least, maps, tierGap).height;
    const double room = std::max(0.0, least.height() - need);
    const double gaps = static_cast<double>(std::max<qsizetype>(1, work.plan.tiers.size() - 1));
    const QSizeF size(least.width(), std::max(need, least.height()));
    return drawn(work, size, maps, tierGap + std::min(room / gaps, 5.0)).legend;
}

} // namespace tiermap
