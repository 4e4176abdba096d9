#include "maps/figure/scale_bar.h"

#include "maps/figure/sheet_words.h"

#include <cmath>
#include <numbers>

namespace tiermap {

namespace {

constexpr double barHeight = 1.1;
constexpr double figureSize = 7;

/// The largest of 1, 2, 5, 10, ... that is not above `most`.
double roundBelow(double most) {
    const double magnitude = std::pow(10, std::floor(std::log10(most)));
    const double leading = most / magnitude;
    return magnitude * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
}

} // namespace

Block scaleBarBlock(double denominator, double longest, int parts, Language language, const Theme& theme,
                    const TextMeasure& measure) {
    const double mmPerKm = 1e6 / denominator;
    const double step = roundBelow(longest / mmPerKm / parts);
    const double part = step * mmPerKm;
    Block block(measure);
    const double left = block.width(QString::number(0), figureSize) / 2;
    const double top = figureSize * mmPerPoint + 0.6;
    for (int i = 0; i < parts; ++i) {
        const QRectF rect(left + i * part, top, part, barHeight);
        block.rect(rect, i % 2 == 0 ? theme.outline : QColor(Qt::white));
    }
    block.frame(QRectF(left, top, parts * part, barHeight), theme.outline, 0.15);
    for (int i = 0; i <= parts; ++i)
        block.text({left + i * part, top - 0.8}, QString::number(i * step), figureSize, theme.text,
                   Block::Align::Centre);
    const double end = left + parts * part;
    const double unitLeft = end + block.width(QString::number(parts * step), figureSize) / 2 + 0.8;
    const QString unit = sheet_words::kilometres.in(language);
    block.text({unitLeft, top - 0.8}, unit, figureSize, theme.text);
    block.size = QSizeF(unitLeft + block.width(unit, figureSize), top + barHeight + 0.2);
    return block;
}

Block northArrowBlock(double angle, Language language, const Theme& theme, const TextMeasure& measure) {
    Block block(measure);
    block.size = QSizeF(6, 9.4);
    const QPointF pivot(3, 6);
    const double turn = angle * std::numbers::pi / 180;
    const auto turned = [&](double right, double ahead) {
        return pivot + QPointF(right * std::cos(turn) - ahead * std::sin(turn),
                               -(right * std::sin(turn) + ahead * std::cos(turn)));
    };
    const QPointF tip = turned(0, 3.2);
    const QPointF notch = turned(0, -2);
    block.polygon({tip, turned(-1.7, -3.2), notch}, theme.outline);
    block.polygon({tip, notch, turned(1.7, -3.2)}, QColor(Qt::white));
    for (const auto& [from, to] : {std::pair{tip, turned(1.7, -3.2)}, std::pair{turned(1.7, -3.2), notch}})
        block.line(from, to, theme.outline, 0.15);
    block.line(tip, notch, theme.outline, 0.15);
    const double size = 7;
    const QPointF letter = turned(0, 3.2 + 0.5 * size * mmPerPoint);
    block.text(letter + QPointF(0, 0.36 * size * mmPerPoint), sheet_words::north.in(language), size, theme.text,
               Block::Align::Centre);
    return block;
}

} // namespace tiermap
