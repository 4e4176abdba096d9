#include "maps/figure/monochrome.h"

#include <algorithm>

namespace tiermap {

namespace {

QColor grey(const QColor& color) {
    if (!color.isValid())
        return color;
    const int value = qGray(color.rgb());
    return {value, value, value};
}

void makeGrey(std::optional<Hatch>& hatch) {
    if (hatch)
        hatch->color = grey(hatch->color);
}

struct Base {
    void operator()(Fill& fill) const {
        if (fill.color)
            fill.color = grey(*fill.color);
        makeGrey(fill.hatch);
    }
    void operator()(Stroke& stroke) const { stroke.color = grey(stroke.color); }
    void operator()(Picture& picture) const {
        for (InkedPath& each : picture.paths)
            each.color = grey(each.color);
        QImage image = picture.image.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < image.height(); ++y) {
            auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int value = qGray(row[x]);
                row[x] = qRgba(value, value, value, qAlpha(row[x]));
            }
        }
        picture.image = image;
    }
};

} // namespace

Plan inGreys(Plan plan) {
    constexpr int hatched = 60;
    constexpr int darkest = 160; // of a fill: names stay readable on it
    constexpr int lightest = 245;
    const auto isFill = [](const Tier& tier) { return tier.pattern == Tier::Pattern::Solid; };
    const auto steps = std::max<std::ptrdiff_t>(1, std::ranges::count_if(plan.tiers, isFill) - 1);
    std::ptrdiff_t step = 0;
    for (Tier& tier : plan.tiers) {
        const auto value = isFill(tier) ? static_cast<int>(darkest + (lightest - darkest) * step++ / steps) : hatched;
        tier.color = QColor(value, value, value).name();
    }
    return plan;
}

Theme inGreys(Theme theme) {
    theme.zoneBorder = QColor(0x80, 0x80, 0x80);
    theme.tierBorder = QColor(0x80, 0x80, 0x80);
    return theme;
}

void makeGrey(Sheet& sheet) {
    for (Panel& panel : sheet.panels) {
        for (auto& item : panel.list.base)
            std::visit(Base(), item);
        for (Symbol& symbol : panel.list.symbols) {
            symbol.color = grey(symbol.color);
            symbol.outline = grey(symbol.outline);
            for (Symbol::Part& part : symbol.parts)
                part.color = grey(part.color);
        }
        for (Label& label : panel.list.labels) {
            label.color = grey(label.color);
            label.halo = grey(label.halo);
            label.markColor = grey(label.markColor);
        }
    }
}

} // namespace tiermap
