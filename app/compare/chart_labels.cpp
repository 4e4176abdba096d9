#include "app/compare/chart_labels.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <numeric>

namespace tiermap {

namespace {

/// Labels that push each other and so move as one.
struct Pile {
    double sum = 0; ///< of where each label would have the pile begin
    double labels = 0;
    std::vector<std::size_t> members{};

    double begin(double height, double from, double to) const {
        return std::clamp(sum / labels, from, std::max(from, to - labels * height));
    }
};

/// Those that there is room for: evenly chosen, the first and the last among them.
std::vector<std::size_t> thinned(const std::vector<std::size_t>& order, std::size_t most) {
    if (order.size() <= most)
        return order;
    std::vector<std::size_t> kept;
    kept.reserve(most);
    for (std::size_t i = 0; i < most; ++i)
        kept.push_back(order[most == 1 ? 0 : i * (order.size() - 1) / (most - 1)]);
    return kept;
}

qsizetype lineEnd(const QString& text, qsizetype from, const QFontMetricsF& metrics, double width) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    qsizetype end = from;
    finder.setPosition(from);
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        if (metrics.horizontalAdvance(text.sliced(from, next - from).trimmed()) > width)
            break;
        end = next;
    }
    if (end > from)
        return end;
    for (end = from + 1; end < text.size() && metrics.horizontalAdvance(text.sliced(from, end + 1 - from)) <= width;)
        ++end;
    return end;
}

} // namespace

std::vector<std::optional<double>> spread(const std::vector<double>& wanted, double height, double from, double to) {
    std::vector<std::optional<double>> places(wanted.size());
    std::vector<std::size_t> order(wanted.size());
    std::ranges::iota(order, std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wanted[i]; });
    const auto most = static_cast<std::size_t>(std::max(0.0, (to - from) / height));
    std::vector<Pile> piles;
    for (const std::size_t label : thinned(order, most)) {
        Pile pile{.sum = wanted[label] - height / 2, .labels = 1, .members = {label}};
        while (!piles.empty() &&
               piles.back().begin(height, from, to) + piles.back().labels * height > pile.begin(height, from, to)) {
            Pile& above = piles.back();
            above.sum += pile.sum - above.labels * height * pile.labels;
            above.labels += pile.labels;
            above.members.insert(above.members.end(), pile.members.begin(), pile.members.end());
            pile = std::move(above);
            piles.pop_back();
        }
        piles.push_back(std::move(pile));
    }
    for (const Pile& pile : piles)
        for (std::size_t i = 0; i < pile.members.size(); ++i)
            places[pile.members[i]] = pile.begin(height, from, to) + (static_cast<double>(i) + 0.5) * height;
    return places;
}

std::vector<std::optional<QRectF>> besidePoints(const std::vector<QPointF>& points, const std::vector<QSizeF>& sizes,
                                                double symbol, const QRectF& within) {
    std::vector<QRectF> taken;
    taken.reserve(2 * points.size());
    for (const QPointF& point : points)
        taken.emplace_back(point.x() - symbol / 2, point.y() - symbol / 2, symbol, symbol);
    std::vector<std::optional<QRectF>> places(points.size());
    // Which corner of the label is by the symbol, as shares of its size, and which way it stands off.
    constexpr std::array<std::array<double, 4>, 8> corners{{{0, 0.5, 1, 0},
                                                            {1, 0.5, -1, 0},
                                                            {0.5, 1, 0, -1},
                                                            {0.5, 0, 0, 1},
                                                            {0, 1, 0.7, -0.7},
                                                            {0, 0, 0.7, 0.7},
                                                            {1, 1, -0.7, -0.7},
                                                            {1, 0, -0.7, 0.7}}};
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (const auto& [x, y, right, down] : corners) {
            const double off = symbol / 2 + 6; // where the outline and the box of emphasis have room
            const QRectF place(points[i].x() + right * off - x * sizes[i].width(),
                               points[i].y() + down * off - y * sizes[i].height(), sizes[i].width(), sizes[i].height());
            const auto meets = [&](const QRectF& other) { return other.intersects(place); };
            if (within.contains(place) && std::ranges::none_of(taken, meets)) {
                places[i] = place;
                taken.push_back(place);
                break;
            }
        }
    }
    return places;
}

QStringList wrappedTitle(const QString& title, const QFontMetricsF& metrics, double width) {
    const qsizetype first = title.indexOf(u'\n');
    if (first < 0)
        return wrapped(title, metrics, width, 3);
    return wrapped(title.first(first), metrics, width, 3) + wrapped(title.sliced(first + 1), metrics, width, 2);
}

double widestPart(const QString& text, const QFontMetricsF& metrics) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    double widest = 0;
    qsizetype from = 0;
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        widest = std::max(widest, metrics.horizontalAdvance(text.sliced(from, next - from).trimmed()));
        from = next;
    }
    return widest;
}

QStringList wrapped(const QString& text, const QFontMetricsF& metrics, double width, int mostLines) {
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        const QString& paragraph = paragraphs[i];
        for (qsizetype from = 0; from < paragraph.size();) {
            const qsizetype end = lineEnd(paragraph, from, metrics, width);
            const bool more = end < paragraph.size() || i + 1 < paragraphs.size();
            if (more && lines.size() + 1 >= mostLines) {
                const bool last = i + 1 == paragraphs.size();
                const QString rest = last ? paragraph.sliced(from) : paragraph.sliced(from) + u'…';
                lines << metrics.elidedText(rest, Qt::ElideRight, width);
                return lines;
            }
            lines << paragraph.sliced(from, end - from).trimmed();
            from = end;
        }
    }
    return lines;
}

} // namespace tiermap
