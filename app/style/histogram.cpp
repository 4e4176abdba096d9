#include "app/style/histogram.h"

#include "app/session/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int margin = 6;
constexpr int rug = 8; // height of the zones' strokes

} // namespace

Histogram::Histogram(QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"histogram"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Histogram::show(const std::shared_ptr<const ThematicMap>& map, const QHash<QString, double>& numbers) {
    m_map = map;
    m_numbers.assign(numbers.cbegin(), numbers.cend());
    std::ranges::sort(m_numbers);
    const bool any = map && !map->classes.bounds.empty() && !m_numbers.empty();
    setVisible(any);
    if (!any)
        return;
    QStringList classes;
    for (int i = 0; i < map->classes.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        classes += tr("%1 – %2: %3")
                       .arg(words(map->classes.bounds[at]), words(map->classes.bounds[at + 1]))
                       .arg(map->classes.counts[at]);
    }
    setAccessibleName(tr("Distribution of the numbers"));
    setAccessibleDescription(classes.join(u"; "_s));
    setToolTip(classes.join(u'\n') + u'\n' +
               tr("Goodness of variance fit: %1").arg(map->classes.varianceFit, 0, 'f', 3));
    update();
}

double Histogram::toX(double number) const {
    const double least = m_map->classes.bounds.front();
    const double span = m_map->classes.bounds.back() - least;
    return margin + (width() - 2 * margin) * (span > 0 ? (number - least) / span : 0.5);
}

/// That of any zone of the class; a class without zones has no column.
QColor Histogram::colourOf(int classIndex) const {
    for (auto zone = m_map->classOf.cbegin(); zone != m_map->classOf.cend(); ++zone) {
        if (zone.value() != classIndex)
            continue;
        const Symbol symbol = m_map->symbols.value(zone.key());
        return symbol.color.isValid() ? symbol.color
                                      : m_map->inks.value(zone.key()).fill.value_or(palette().color(QPalette::Mid));
    }
    return palette().color(QPalette::Mid);
}

void Histogram::paintEvent(QPaintEvent* /*event*/) {
    if (!m_map || m_numbers.empty())
        return;
    QPainter painter(this);
    const double left = toX(m_map->classes.bounds.front());
    const double right = toX(m_map->classes.bounds.back());
    const int text = fontMetrics().height();
    const double ground = height() - text - rug - 2;
    const int columns = std::clamp(static_cast<int>(2 * std::sqrt(static_cast<double>(m_numbers.size())) + 3), 5, 60);
    const double step = std::max(1.0, (right - left) / columns);
    // Columns are parted at the bounds of classes, so that each has one colour.
    std::vector<int> counts(static_cast<std::size_t>(columns), 0);
    const auto columnOf = [&](double number) {
        return std::clamp(static_cast<int>((toX(number) - left) / step), 0, columns - 1);
    };
    for (const double number : m_numbers)
        ++counts[static_cast<std::size_t>(columnOf(number))];
    const int most = *std::ranges::max_element(counts);
    for (int i = 0; i < m_map->classes.size(); ++i) {
        const double from = toX(m_map->classes.bounds[static_cast<std::size_t>(i)]);
        const double to = toX(m_map->classes.bounds[static_cast<std::size_t>(i) + 1]);
        const QColor colour = colourOf(i);
        for (int column = 0; column < columns; ++column) {
            const double a = std::max(from, left + column * step);
            const double b = std::min(to, left + (column + 1) * step);
            const double tall = (ground - margin) * counts[static_cast<std::size_t>(column)] / most;
            if (b > a && tall > 0)
                painter.fillRect(QRectF(a, ground - tall, b - a, tall), colour);
        }
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawLine(QPointF(left, ground), QPointF(right, ground));
    for (const double number : m_numbers)
        painter.drawLine(QPointF(toX(number), ground + 1), QPointF(toX(number), ground + rug));
    QPen dashed(palette().color(QPalette::WindowText));
    dashed.setStyle(Qt::DashLine);
    painter.setPen(dashed);
    for (std::size_t i = 1; i + 1 < m_map->classes.bounds.size(); ++i) {
        const double x = toX(m_map->classes.bounds[i]);
        painter.drawLine(QPointF(x, margin), QPointF(x, ground));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF foot(margin, height() - text, width() - 2 * margin, text);
    painter.drawText(foot, Qt::AlignLeft, words(m_map->classes.bounds.front()));
    painter.drawText(foot, Qt::AlignRight, words(m_map->classes.bounds.back()));
}

} // namespace tiermap
