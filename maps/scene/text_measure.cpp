#include "maps/scene/text_measure.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tiermap {

namespace {

// In units of the type size. Chinese characters and Latin capitals share this middle height.
constexpr double middleOverBaseline = 0.36;
constexpr double lineStep = 1.2;
constexpr double discDiameter = 1.3;
constexpr double discGap = 0.25;
constexpr double markScale = 0.8;

} // namespace

TextMeasure::TextMeasure(const QFont& family)
    : m_font(family) {
    m_font.setPixelSize(pixels);
    m_font.setHintingPreference(QFont::PreferNoHinting);
    m_font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferOutline | QFont::NoFontMerging));
}

double TextMeasure::width(const QString& line, double points) const {
    auto known = m_widths.constFind(line);
    if (known == m_widths.cend())
        known = m_widths.insert(line, QFontMetricsF(m_font).horizontalAdvance(line) * mmPerPoint / pixels);
    return *known * points;
}

LabelBlock labelBlock(const Label& label, const TextMeasure& measure) {
    const double em = label.size * mmPerPoint;
    LabelBlock block;
    if (!label.text.isEmpty())
        block.lines = label.text.split(u'\n');
    std::vector<double> widths;
    for (const QString& line : block.lines)
        widths.push_back(measure.width(line, label.size));
    const double textWidth = widths.empty() ? 0 : *std::ranges::max_element(widths);
    const auto lines = static_cast<double>(block.lines.size());
    const double textHeight = lines == 0 ? 0 : em * (1 + (lines - 1) * lineStep);
    if (!label.mark.isEmpty()) {
        block.disc = discDiameter * em;
        block.markSize = markScale * label.size;
    }
    const bool above = label.markAbove && block.disc > 0;
    const double gap = block.disc > 0 && lines > 0 ? discGap * em : 0;
    const double before = above ? 0 : block.disc + gap;
    const double over = above ? block.disc + gap : 0;
    block.size = above ? QSizeF(std::max(textWidth, block.disc), over + textHeight)
                       : QSizeF(before + textWidth, std::max(textHeight, block.disc));
    const double left = -block.size.width() / 2;
    block.discCentre =
        above ? QPointF(0, -block.size.height() / 2 + block.disc / 2) : QPointF(left + block.disc / 2, 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        // Beside a disc lines start at one edge; alone or below it they stand centred.
        const double x = before > 0 ? left + before : -widths[i] / 2;
        const double middle = over / 2 + (static_cast<double>(i) - (lines - 1) / 2) * lineStep * em;
        block.baselines.emplace_back(x, middle + middleOverBaseline * em);
    }
    return block;
}

QPointF leaderEnd(const QRectF& box, const QPointF& at) {
    const QRectF airy = box.adjusted(-0.5, -0.3, 0.5, 0.3);
    return {std::clamp(at.x(), airy.left(), airy.right()), std::clamp(at.y(), airy.top(), airy.bottom())};
}

QRectF labelBox(const Label& label, const QPointF& at, const TextMeasure& measure) {
    const QSizeF size = labelBlock(label, measure).size;
    const QPointF centre = at + QPointF(label.offset.x(), -label.offset.y());
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace tiermap
