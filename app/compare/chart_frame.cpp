// The frame of ChartPlot: all that depends on size and letters.

#include "app/compare/chart_labels.h"
#include "app/compare/chart_plot.h"
#include "app/compare/chart_words.h"
#include "app/session/words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double gap = 6;
constexpr int mostCompact = 270;  // pixels of height, below which words make room for the chart
constexpr int mostLabelled = 400; // points; more are clouds
constexpr int mostLettered = 60;  // zones whose symbols have letters

/// Ticks in the words of the program.
class NumberTicker : public QCPAxisTicker {
public:
    explicit NumberTicker(bool whole)
        : m_whole(whole) {
        if (whole)
            setTickOrigin(1);
    }

protected:
    double getTickStep(const QCPRange& range) override {
        const double step = QCPAxisTicker::getTickStep(range);
        m_step = m_whole ? std::max(1.0, std::round(step)) : step;
        return m_step;
    }
    int getSubTickCount(double /*step*/) override { return 0; }
    QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override {
        if (std::abs(tick) < m_step * 1e-6)
            return u"0"_s;
        return m_step < 0.001 ? QString::number(tick, 'g', 6) : words(tick);
    }

private:
    bool m_whole;
    double m_step = 1;
};

double widest(const QStringList& texts, const QFontMetricsF& metrics) {
    double width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

} // namespace

double ChartPlot::columnWidth(double width) const {
    const double inside = width - m_sides.left() - m_sides.right();
    return inside / std::max(1.0, m_chart.x.to - m_chart.x.from);
}

/// Of the title below a column; those at the edges must not be cut off.
double ChartPlot::titleWidth(int column, double width) const {
    const double each = columnWidth(width);
    const double middle = m_sides.left() + (column - m_chart.x.from) * each;
    return std::min(each, 2 * std::min(middle, width - middle)) - gap;
}

double ChartPlot::rowHeight() const { return axisRect()->height() / std::max(1.0, m_chart.y.to - m_chart.y.from); }

double ChartPlot::symbolSize() const {
    const double letters = QFontMetricsF(m_letters).height();
    const bool rows = m_chart.form == Chart::Form::Rows || m_chart.form == Chart::Form::Cells;
    const double size = m_chart.marks.size() <= mostLettered ? letters : letters * 0.45;
    return rows ? std::clamp(rowHeight() * 0.9, 3.0, size) : size;
}

/// Letters of rows become smaller before they are left out.
QFont ChartPlot::rowFont() const {
    QFont small = m_letters;
    const double share = std::clamp(rowHeight() / QFontMetricsF(small).height(), 0.75, 1.0);
    small.setPointSizeF(QFontInfo(small).pointSizeF() * share);
    return small;
}

void ChartPlot::arrange(const QSize& size) {
    m_labelsFor = {};
    m_compact = size.height() < mostCompact;
    m_letters = font();
    if (m_compact)
        m_letters.setPointSizeF(QFontInfo(m_letters).pointSizeF() * 0.85);
    arrangeSides(size.width());
    const double top = arrangeKey(size.width());
    const double bottom = arrangeFoot(QSizeF(size));
    plotLayout()->setAutoMargins(QCP::msNone);
    plotLayout()->setMargins({0, static_cast<int>(std::ceil(top)), 0, static_cast<int>(std::ceil(bottom))});
    axisRect()->setMinimumMargins({static_cast<int>(m_sides.left()), static_cast<int>(m_sides.top()),
                                   static_cast<int>(m_sides.right()), static_cast<int>(m_sides.bottom())});
    arrangeAxes(size.width());
}

void ChartPlot::arrangeSides(double width) {
    const QFontMetricsF metrics(emphasised(m_letters)); // also the boxes of emphasis have room
    const double line = metrics.height();
    const double symbol = std::min(symbolSize(), line);
    QStringList names;
    for (const ChartMark& mark : m_chart.marks) {
        names << mark.name;
        for (const QString& end : mark.ends)
            names << mark.name + u' ' + end;
    }
    const double labels = widest(names, metrics) + 2 * gap;
    QStringList bounds;
    for (const ChartColumn& column : m_chart.columns)
        bounds << column.most << column.least;
    const double half = widest(bounds, metrics) / 2 + gap;
    m_numbered = false;
    switch (m_chart.form) {
    case Chart::Form::Rows:
        m_sides = {std::min(labels, width * 0.38), gap, 2 * gap, gap};
        break;
    case Chart::Form::Points:
        m_sides = {gap, gap, 3 * gap, gap};
        break;
    case Chart::Form::Slope: {
        const double side = std::min(labels + symbol, width * 0.36);
        m_sides = {side, line + symbol / 2 + gap, side, symbol / 2 + gap};
        break;
    }
    case Chart::Form::Parallel: {
        const double right = std::max(half, std::min(labels + symbol, width * 0.28));
        // The title of the first column has as much room to its left.
        const double column = (width - right) / (static_cast<double>(m_chart.columns.size()) - 0.5);
        m_sides = {std::max(half, std::min(column / 2, width * 0.25)), line + symbol / 2 + gap, right, 0};
        break;
    }
    case Chart::Form::Cells:
        m_sides = {std::min(labels + line + gap, width * 0.4), gap, 2 * gap, 0};
        break;
    }
    if (m_chart.form != Chart::Form::Parallel && m_chart.form != Chart::Form::Cells)
        return;
    double widestWord = metrics.averageCharWidth() * 8;
    for (const ChartColumn& about : m_chart.columns)
        widestWord = std::max(widestWord, widestPart(about.title, QFontMetricsF(m_letters)));
    m_numbered = columnWidth(width) - gap < widestWord;
    const double least = m_chart.form == Chart::Form::Parallel ? line + symbol / 2 : 0;
    qsizetype lines = 1;
    if (!m_numbered)
        for (int i = 0; i < m_chart.columns.size(); ++i)
            lines = std::max(lines, wrappedTitle(m_chart.columns[i].title, metrics, titleWidth(i, width)).size());
    m_sides.setBottom(least + static_cast<double>(lines) * line + gap);
}

QList<ChartPlot::KeyItem> ChartPlot::keyItems() const {
    QList<KeyItem> items;
    if (!m_chart.sentence.isEmpty())
        return items;
    for (int tier = 0; tier < m_chart.tiers.size(); ++tier)
        if (std::ranges::any_of(m_chart.marks, [&](const ChartMark& mark) { return mark.tier == tier; }))
            items << KeyItem{.sign = Sign::Tier,
                             .tier = tier,
                             .text = m_compact || m_chart.tiers[tier].verdict.isEmpty() ? m_chart.tiers[tier].name
                                                                                        : m_chart.tiers[tier].verdict};
    for (const auto& [sign, text] : {std::pair(Sign::Median, m_chart.median), std::pair(Sign::Target, m_chart.target),
                                     std::pair(Sign::Hollow, m_chart.hollow)})
        if (!text.isEmpty())
            items << KeyItem{.sign = sign, .text = text};
    if (m_chart.form == Chart::Form::Cells) {
        items << KeyItem{.sign = Sign::Scale,
                         .text = chartWords(QT_TRANSLATE_NOOP("Chart", "scaled from 0 (worst) to 1 (best)"))};
        items << KeyItem{.sign = Sign::Missing, .text = noData()};
    }
    if (!m_chart.y.title.isEmpty())
        items << KeyItem{.text = u"↑ "_s + oneLine(m_chart.y.title)};
    return items;
}

/// From left to right, in as many lines as are needed; the title of y begins one. Gives the height.
double ChartPlot::arrangeKey(double width) {
    const QFontMetricsF metrics(m_letters);
    const double line = metrics.height() * (m_compact ? 1.2 : 1.25);
    m_key = keyItems();
    double x = gap;
    double y = gap / 2;
    for (KeyItem& item : m_key) {
        const double sign = item.sign == Sign::Nothing ? 0 : item.sign == Sign::Scale ? 5 * line : 1.5 * line;
        double wide = sign + metrics.horizontalAdvance(item.text) + 2 * gap;
        if (x > gap && (x + wide > width || item.sign == Sign::Nothing)) {
            x = gap;
            y += line;
        }
        wide = std::min(wide, width - 2 * gap);
        item.place = {x, y, wide, line};
        x += wide;
    }
    return m_key.isEmpty() ? 0 : y + line + gap / 2;
}

double ChartPlot::arrangeFoot(const QSizeF& size) {
    const QFontMetricsF metrics(m_letters);
    QStringList parts;
    if (!m_chart.withoutDataWords.isEmpty())
        parts << m_chart.withoutDataWords;
    parts += m_chart.notes;
    QStringList titles;
    for (qsizetype i = 0; m_numbered && i < m_chart.columns.size(); ++i)
        titles << u"%1: %2"_s.arg(i + 1).arg(oneLine(m_chart.columns[i].title));
    if (m_numbered)
        parts << titles.join(chartWords("; "));
    m_footWords = parts.join(u'\n');
    const double width = size.width() - 2 * gap;
    // The tooltip has all of it.
    const int most = std::max(2, static_cast<int>(size.height() * (m_numbered ? 0.4 : 0.25) / metrics.height()));
    m_foot.clear();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto others = parts.size() - 1 - i; // each has a line at least
        const auto left = std::max<qsizetype>(1, most - m_foot.size() - others);
        const bool single = m_compact && (!m_numbered || others > 0);
        m_foot += wrapped(parts[i], metrics, width, single ? 1 : static_cast<int>(left));
    }
    if (m_foot.isEmpty()) {
        m_footPlace = {};
        return gap / 2;
    }
    const double height = static_cast<double>(m_foot.size()) * metrics.height();
    m_footPlace = {gap, size.height() - height - gap / 2, width, height};
    return height + gap;
}

void ChartPlot::arrangeAxes(double width) {
    const bool any = m_chart.sentence.isEmpty();
    const bool rows = m_chart.form == Chart::Form::Rows;
    const bool points = m_chart.form == Chart::Form::Points;
    xAxis->setVisible(any && (rows || points));
    yAxis->setVisible(any && points);
    xAxis->grid()->setVisible(any && (rows || points));
    yAxis->grid()->setVisible(any && points);
    xAxis->setRange(m_chart.x.from, m_chart.x.to);
    yAxis->setRange(m_chart.y.from, m_chart.y.to);
    yAxis->setRangeReversed(rows || m_chart.form == Chart::Form::Cells);
    const QFontMetricsF metrics(m_letters);
    const double inside = width - m_sides.left() - m_sides.right();
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(m_letters);
        axis->setLabelFont(m_letters);
        const auto ticker = QSharedPointer<NumberTicker>::create(m_chart.x.whole && axis == xAxis);
        ticker->setTickCount(std::clamp(static_cast<int>(inside / (metrics.averageCharWidth() * 11)), 2, 8));
        axis->setTicker(ticker);
    }
    const double room = inside + std::min(m_sides.left(), m_sides.right());
    xAxis->setLabelPadding(m_compact ? 0 : 4);
    const QString title = m_chart.x.title;
    if (!m_compact)
        xAxis->setLabel(wrapped(title, metrics, room, 3).join(u'\n'));
    else if (m_chart.x.whole) // its second line is a remark, that of others has unit and period
        xAxis->setLabel(metrics.elidedText(title.section(u'\n', 0, 0), Qt::ElideRight, room));
    else
        xAxis->setLabel(metrics.elidedText(oneLine(title), Qt::ElideMiddle, room));
    yAxis->setLabel({}); // it stands above, where Chinese can be read
}

const std::vector<ChartLabel>& ChartPlot::labels() {
    if (m_labelsFor != axisRect()->rect()) {
        m_labelsFor = axisRect()->rect();
        placeLabels();
    }
    return m_labels;
}

void ChartPlot::placeLabels() {
    m_labels.clear();
    switch (m_chart.form) {
    case Chart::Form::Rows:
    case Chart::Form::Cells:
        return placeRowLabels();
    case Chart::Form::Slope:
        placeEndLabels(true);
        return placeEndLabels(false);
    case Chart::Form::Parallel:
        return placeEndLabels(false);
    case Chart::Form::Points:
        return placePointLabels();
    }
}

void ChartPlot::placeRowLabels() {
    const QFontMetricsF metrics(rowFont());
    const bool cells = m_chart.form == Chart::Form::Cells;
    const double right = axisRect()->left() - gap - (cells ? symbolSize() + gap : 0);
    double free = -1e9; // where the label above ends
    for (int i = 0; i < m_chart.marks.size(); ++i) {
        const double middle = place(i, 0).y();
        const double height = metrics.height();
        const bool shown = middle - height / 2 >= free - height * 0.15; // letters do not fill their lines
        if (shown)
            free = middle + height / 2;
        const double left = gap / 2;
        m_labels.push_back({.mark = i,
                            .text = metrics.elidedText(m_chart.marks[i].name, Qt::ElideMiddle, right - left),
                            .place = {left, middle - height / 2, right - left, height},
                            .at = place(i, 0),
                            .shown = shown,
                            .right = true});
    }
}

/// Beside the first or the last point of the lines, spread so that they do not overlap.
void ChartPlot::placeEndLabels(bool left) {
    const QFontMetricsF metrics(m_letters);
    std::vector<int> marks;
    std::vector<double> wanted;
    for (int i = 0; i < m_chart.marks.size(); ++i) {
        const auto point = static_cast<int>(left ? 0 : m_chart.marks[i].points.size() - 1);
        if (std::isnan(m_chart.marks[i].points[point].y()))
            continue;
        marks.push_back(i);
        wanted.push_back(place(i, point).y());
    }
    const double off = symbolSize() / 2 + 2 * gap;
    const QRect inside = axisRect()->rect();
    const auto places =
        spread(wanted, metrics.height(), inside.top() - metrics.height() / 2, inside.bottom() + metrics.height() / 2);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const ChartMark& mark = m_chart.marks[marks[i]];
        const auto point = static_cast<int>(left ? 0 : mark.points.size() - 1);
        const QPointF at = place(marks[i], point);
        const double edge = left ? gap / 2 : at.x() + off;
        const double wide = left ? at.x() - off - edge : viewport().width() - gap / 2 - edge;
        const QString number = mark.ends.isEmpty() ? QString() : u' ' + mark.ends[left ? 0 : mark.ends.size() - 1];
        const double room = wide - metrics.horizontalAdvance(number);
        m_labels.push_back({.mark = marks[i],
                            .text = metrics.elidedText(mark.name, Qt::ElideMiddle, room) + number,
                            .place = {edge, places[i].value_or(at.y()) - metrics.height() / 2, wide, metrics.height()},
                            .at = at,
                            .shown = places[i].has_value(),
                            .right = left});
    }
}

void ChartPlot::placePointLabels() {
    const QFontMetricsF metrics(m_letters);
    std::vector<QPointF> points;
    std::vector<QSizeF> sizes;
    const QRectF inside = axisRect()->rect();
    for (int i = 0; i < m_chart.marks.size(); ++i) {
        points.push_back(place(i, 0));
        sizes.emplace_back(std::min(metrics.horizontalAdvance(m_chart.marks[i].name) + 2, inside.width() * 0.6),
                           metrics.height());
    }
    std::vector<std::optional<QRectF>> places(points.size());
    if (m_chart.marks.size() <= mostLabelled)
        places = besidePoints(points, sizes, symbolSize(), inside.adjusted(0, -metrics.height() / 2, 2 * gap, 0));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QRectF beside(points[i] + QPointF(symbolSize() / 2 + gap, -sizes[i].height() / 2), sizes[i]);
        m_labels.push_back({.mark = static_cast<int>(i),
                            .text = metrics.elidedText(m_chart.marks[static_cast<qsizetype>(i)].name, Qt::ElideMiddle,
                                                       sizes[i].width()),
                            .place = places[i].value_or(beside),
                            .at = points[i],
                            .shown = places[i].has_value()});
    }
}

} // namespace tiermap
