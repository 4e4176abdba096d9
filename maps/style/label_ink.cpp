#include "maps/style/label_ink.h"

#include <algorithm>
#include <cmath>

namespace tiermap {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

LabelInk labelInk(const QColor& ground) {
    const QColor dark(0x22, 0x22, 0x22);
    const QColor light(0xFF, 0xFF, 0xFF);
    return {contrastRatio(ground, light) > contrastRatio(ground, dark) ? light : dark, ground};
}

} // namespace tiermap
