#include "app/compare/chart_plot.h"

#include "app/compare/chart_words.h"

#include <QAccessible>
#include <QBuffer>
#include <QHelpEvent>
#include <QSvgGenerator>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr QSize leastCopied{360, 240};
constexpr double nearSymbol = 10; // pixels
constexpr double nearLine = 5;

/// Lets a function draw on a layer.
class Ink : public QCPLayerable {
public:
    Ink(QCustomPlot* plot, const QString& layer, std::function<void(QPainter&)> draw)
        : QCPLayerable(plot, layer)
        , m_draw(std::move(draw)) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
    void draw(QCPPainter* painter) override { m_draw(*painter); }

private:
    std::function<void(QPainter&)> m_draw;
};

double distanceToSegment(const QPointF& pixel, const QPointF& from, const QPointF& to) {
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double at = length > 0 ? std::clamp(QPointF::dotProduct(pixel - from, along) / length, 0.0, 1.0) : 0;
    const QPointF off = pixel - from - along * at;
    return std::hypot(off.x(), off.y());
}

} // namespace

ChartPlot::ChartPlot(QWidget* parent)
    : QCustomPlot(parent) {
    setObjectName(u"chartPlot"_s);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::Interactions());
    // Plots own what is on their layers.
    new Ink(this, u"main"_s, [this](QPainter& painter) { drawAll(painter); });
    new Ink(this, u"overlay"_s, [this](QPainter& painter) { drawEmphasis(painter); });
    setInk(ChartInk::of(palette()));
}

void ChartPlot::setChart(Chart chart) {
    const QString before = current();
    m_chart = std::move(chart);
    m_marks.clear();
    for (int i = 0; i < m_chart.marks.size(); ++i)
        m_marks.insert(m_chart.marks[i].zone, i);
    m_current = m_marks.value(before, -1);
    m_emphasis.clear();
    setAccessibleName(m_chart.name);
    arrange(size());
    replot(rpQueuedRefresh);
    sayCurrent();
}

void ChartPlot::setEmphasis(const QStringList& zones) {
    m_emphasis.clear();
    for (const QString& zone : zones)
        if (const int mark = m_marks.value(zone, -1); mark >= 0)
            m_emphasis << mark;
    redrawEmphasis();
}

void ChartPlot::redrawEmphasis() { layer(u"overlay"_s)->replot(); }

QString ChartPlot::current() const { return m_current >= 0 ? m_chart.marks[m_current].zone : QString(); }

void ChartPlot::setInk(const ChartInk& ink) {
    m_ink = ink;
    setBackground(QBrush(ink.ground));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(ink.quiet));
        axis->setTickPen(QPen(ink.quiet));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(ink.text);
        axis->setLabelColor(ink.text);
        axis->grid()->setPen(QPen(ink.grid));
        axis->grid()->setZeroLinePen(QPen(ink.grid));
    }
}

QByteArray ChartPlot::svg() {
    const ChartInk before = m_ink;
    const QSize sheet = size().expandedTo(leastCopied);
    setInk(ChartInk::paper());
    arrange(sheet);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet);
    generator.setViewBox(QRect(QPoint(), sheet));
    generator.setResolution(logicalDpiX()); // so that the letters are as wide as they were measured
    generator.setTitle(m_chart.name);
    {
        QCPPainter painter(&generator);
        painter.setMode(QCPPainter::pmVectorized);
        toPainter(&painter, sheet.width(), sheet.height());
    }
    setInk(before);
    arrange(size());
    return bytes;
}

QImage ChartPlot::image(double ratio) {
    const ChartInk before = m_ink;
    const QSize sheet = size().expandedTo(leastCopied);
    setInk(ChartInk::paper());
    arrange(sheet);
    QImage image((QSizeF(sheet) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    {
        QCPPainter painter(&image);
        toPainter(&painter, sheet.width(), sheet.height());
    }
    setInk(before);
    arrange(size());
    return image;
}

bool ChartPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString words = wordsAt(help->pos());
    if (words.isEmpty())
        QToolTip::hideText();
    else // escaped: names of zones and sources are a project's
        QToolTip::showText(help->globalPos(), u"<p>%1</p>"_s.arg(words.toHtmlEscaped().replace(u'\n', u"<br>"_s)),
                           this);
    return true;
}

void ChartPlot::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setInk(ChartInk::of(palette()));
        arrange(size());
        replot(rpQueuedReplot);
    }
}

void ChartPlot::resizeEvent(QResizeEvent* event) {
    arrange(event->size());
    QCustomPlot::resizeEvent(event);
}

void ChartPlot::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const int mark = markAt(event->position());
    const bool add = event->modifiers().testFlag(Qt::ControlModifier);
    if (mark >= 0)
        moveTo(mark);
    if (mark >= 0 || !add)
        Q_EMIT zoneChosen(mark >= 0 ? m_chart.marks[mark].zone : QString(), add);
}

void ChartPlot::keyPressEvent(QKeyEvent* event) {
    const qsizetype count = m_chart.marks.size();
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        return moveTo(m_current < 0 ? count - 1 : std::max<qsizetype>(m_current - 1, 0));
    case Qt::Key_Down:
    case Qt::Key_Right:
        return moveTo(std::min(m_current + 1, count - 1));
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(count - 1);
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT zoneChosen(current(), event->modifiers().testFlag(Qt::ControlModifier));
        return;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void ChartPlot::focusInEvent(QFocusEvent* event) {
    QCustomPlot::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        moveTo(m_emphasis.isEmpty() ? 0 : m_emphasis.constLast());
    redrawEmphasis();
}

void ChartPlot::focusOutEvent(QFocusEvent* event) {
    QCustomPlot::focusOutEvent(event);
    redrawEmphasis();
}

void ChartPlot::moveTo(qsizetype mark) {
    if (mark < 0 || mark >= m_chart.marks.size())
        return;
    m_current = mark;
    sayCurrent();
    redrawEmphasis();
}

void ChartPlot::sayCurrent() {
    const QString words = m_current >= 0               ? m_chart.marks[m_current].words
                          : m_chart.sentence.isEmpty() ? m_chart.withoutDataWords
                                                       : m_chart.sentence;
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

QPointF ChartPlot::place(int mark, int point) const {
    const QPointF& at = m_chart.marks[mark].points[point];
    if (m_chart.form == Chart::Form::Cells) // its symbol stands before the row
        return {axisRect()->left() - symbolSize() / 2 - 4, yAxis->coordToPixel(at.y())};
    return {xAxis->coordToPixel(at.x()), yAxis->coordToPixel(at.y())};
}

QRectF ChartPlot::cellRect(int row, int column) const {
    return {QPointF(xAxis->coordToPixel(column - 0.5), yAxis->coordToPixel(row - 0.5)),
            QPointF(xAxis->coordToPixel(column + 0.5), yAxis->coordToPixel(row + 0.5))};
}

int ChartPlot::nearestMark(const QPointF& pixel) const {
    int nearest = -1;
    double least = std::max(nearSymbol, symbolSize() / 2 + 2);
    for (int mark = 0; mark < m_chart.marks.size(); ++mark) {
        QPointF before;
        bool drawn = false; // the point before
        for (int point = 0; point < m_chart.marks[mark].points.size(); ++point) {
            if (std::isnan(m_chart.marks[mark].points[point].y())) {
                drawn = false;
                continue;
            }
            const QPointF at = place(mark, point);
            double distance = std::hypot(pixel.x() - at.x(), pixel.y() - at.y());
            // A line counts as farther than any symbol that is hit.
            if (drawn && distanceToSegment(pixel, before, at) < nearLine)
                distance = std::min(distance, nearSymbol - nearLine + distanceToSegment(pixel, before, at));
            if (distance < least) {
                least = distance;
                nearest = mark;
            }
            before = at;
            drawn = true;
        }
    }
    return nearest;
}

int ChartPlot::markAt(const QPointF& pixel) {
    if (!m_chart.sentence.isEmpty())
        return -1;
    for (const ChartLabel& label : labels())
        if (label.shown && label.place.contains(pixel))
            return label.mark;
    const bool rows = m_chart.form == Chart::Form::Rows || m_chart.form == Chart::Form::Cells;
    const bool within = pixel.y() >= axisRect()->top() && pixel.y() <= axisRect()->bottom();
    if (!rows || !within)
        return nearestMark(pixel);
    const double row = yAxis->pixelToCoord(pixel.y());
    for (int mark = 0; mark < m_chart.marks.size(); ++mark)
        if (std::abs(m_chart.marks[mark].points.first().y() - row) <= 0.5)
            return mark;
    return -1;
}

QString ChartPlot::wordsAt(const QPointF& pixel) {
    if (m_footPlace.contains(pixel))
        return m_footWords;
    const int at = markAt(pixel);
    if (at < 0) {
        const auto column = static_cast<qsizetype>(std::lround(xAxis->pixelToCoord(pixel.x())));
        const bool title = column >= 0 && column < m_chart.columns.size() && pixel.y() > axisRect()->bottom();
        return title ? m_chart.columns[column].title : QString();
    }
    const ChartMark& mark = m_chart.marks[at];
    QString heading = mark.name;
    if (mark.tier >= 0) {
        const ChartTier& tier = m_chart.tiers[mark.tier];
        heading += chartWords(", ") + (tier.verdict.isEmpty() ? tier.name : tier.verdict);
    }
    const auto column = static_cast<qsizetype>(std::lround(xAxis->pixelToCoord(pixel.x())));
    const bool cell = m_chart.form == Chart::Form::Cells || m_chart.form == Chart::Form::Parallel;
    if (cell && column >= 0 && column < mark.details.size() && axisRect()->rect().contains(pixel.toPoint()))
        return heading + u'\n' + mark.details[column];
    return heading + u'\n' + mark.details.join(u'\n');
}

} // namespace tiermap
