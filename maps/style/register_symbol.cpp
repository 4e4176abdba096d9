#include "maps/style/register_symbol.h"

#include "maps/style/theme.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

Symbol::Shape registerShape(const QList<ReferenceLayer>& layers, const QString& key) {
    using enum Symbol::Shape;
    constexpr std::array shapes{Circle, Square, Diamond, Triangle};
    std::size_t before = 0;
    for (const ReferenceLayer& layer : layers) {
        if (layer.key == key)
            break;
        before += layer.kind == ReferenceLayer::Kind::Register ? 1 : 0;
    }
    return shapes[before % shapes.size()];
}

QString registerColour(const QList<ReferenceLayer>& layers) {
    // Dark enough for a white count, and apart from the tiers' inks.
    const std::array colours{Theme::paper().points.name(QColor::HexRgb).toUpper(), u"#9A5B00"_s, u"#00695C"_s,
                             u"#AD1457"_s};
    const auto isFree = [&](const QString& colour) {
        return std::ranges::none_of(layers, [&](const ReferenceLayer& layer) {
            return layer.kind == ReferenceLayer::Kind::Register &&
                   layer.color.compare(colour, Qt::CaseInsensitive) == 0;
        });
    };
    const auto free = std::ranges::find_if(colours, isFree);
    return free == colours.end() ? colours.front() : *free;
}

} // namespace tiermap
