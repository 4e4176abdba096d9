#include "maps/style/drawn_map.h"

namespace tiermap {

namespace {

void fade(AreaInk& ink, const QColor& ground, double strength) {
    if (ink.fill)
        ink.fill = mixed(*ink.fill, ground, strength);
    if (ink.hatch)
        ink.hatch->color = mixed(ink.hatch->color, ground, strength);
}

void fade(Symbol& symbol, const QColor& ground, double strength) {
    symbol.color = mixed(symbol.color, ground, strength);
    for (Symbol::Part& part : symbol.parts)
        part.color = mixed(part.color, ground, strength);
}

} // namespace

QColor mixed(const QColor& ink, const QColor& ground, double strength) {
    if (strength >= 1 || !ink.isValid())
        return ink;
    const auto mix = [&](float a, float b) { return static_cast<float>(a * strength + b * (1 - strength)); };
    return QColor::fromRgbF(mix(ink.redF(), ground.redF()), mix(ink.greenF(), ground.greenF()),
                            mix(ink.blueF(), ground.blueF()));
}

bool isDrawn(const LayerStyle& style, double denominator) {
    const bool tooLarge = style.largestScale > 0 && denominator > 0 && denominator < style.largestScale;
    const bool tooSmall = style.smallestScale > 0 && denominator > style.smallestScale;
    return style.shown && !tooLarge && !tooSmall;
}

ThematicMap drawnMap(ThematicMap map, const QColor& ground, double denominator) {
    if (!isDrawn(map.style, denominator)) {
        map.inks.clear();
        map.symbols.clear();
        map.values.clear();
        map.areas.clear();
        map.dots.clear();
        map.legend.items.clear();
        map.legend.form = StyleLegend::Form::List;
        return map;
    }
    const double strength = map.style.opacity;
    if (strength >= 1)
        return map;
    for (AreaInk& ink : map.inks)
        fade(ink, ground, strength);
    for (Symbol& symbol : map.symbols)
        fade(symbol, ground, strength);
    for (ThematicMap::Area& area : map.areas)
        area.fill = mixed(area.fill, ground, strength);
    for (ThematicMap::Dots& dots : map.dots)
        dots.color = mixed(dots.color, ground, strength);
    for (StyleLegendItem& item : map.legend.items) {
        fade(item.ink, ground, strength);
        if (item.symbol)
            fade(*item.symbol, ground, strength);
    }
    return map;
}

} // namespace tiermap
