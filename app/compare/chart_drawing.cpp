// The ink of ChartPlot.

#include "app/compare/chart_labels.h"
#include "app/compare/chart_plot.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qsizetype mostNamedEmphasis = 40; // more labels than this hide the chart
constexpr double leastCellText = 26;        // pixels

} // namespace

void ChartPlot::drawAll(QPainter& painter) {
    painter.setFont(m_letters);
    drawKey(painter);
    drawFoot(painter);
    if (!m_chart.sentence.isEmpty()) {
        drawSentence(painter);
        return;
    }
    drawCells(painter);
    drawColumns(painter);
    drawLines(painter);
    for (const ChartMark& mark : std::as_const(m_chart.marks))
        drawMark(painter, mark, false);
    drawLabels(painter);
}

void ChartPlot::drawSentence(QPainter& painter) {
    painter.setFont(m_letters);
    painter.setPen(m_ink.text);
    const double side = std::min(40.0, viewport().width() / 12.0);
    const QRectF place = QRectF(viewport()).adjusted(side, 8, -side, -8 - m_footPlace.height());
    const QFontMetricsF metrics(m_letters);
    painter.drawText(place, Qt::AlignCenter, wrapped(m_chart.sentence, metrics, place.width(), 12).join(u'\n'));
}

void ChartPlot::drawKey(QPainter& painter) {
    const QFontMetricsF metrics(m_letters);
    for (const KeyItem& item : std::as_const(m_key)) {
        const double sign = item.sign == Sign::Nothing ? 0 : (item.sign == Sign::Scale ? 5 : 1.5) * item.place.height();
        drawSign(painter, item, QRectF(item.place.topLeft(), QSizeF(sign, item.place.height())));
        painter.setFont(m_letters);
        painter.setPen(m_ink.text);
        const QRectF text = item.place.adjusted(sign, 0, 0, 0);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(item.text, Qt::ElideMiddle, text.width()));
    }
}

void ChartPlot::drawSign(QPainter& painter, const KeyItem& item, const QRectF& place) {
    const QPointF middle(place.left() + place.height() * 0.65, place.center().y());
    const double size = place.height() * 0.8;
    const QRectF square(middle.x() - size / 2, middle.y() - size / 2, size, size);
    switch (item.sign) {
    case Sign::Tier:
        drawSymbol(painter, m_chart, item.tier, middle, size, true, m_ink, m_letters);
        break;
    case Sign::Hollow:
        drawSymbol(painter, m_chart, -1, middle, size * 0.8, false, m_ink, m_letters);
        break;
    case Sign::Median:
        painter.setPen(QPen(m_ink.text, 2));
        painter.drawLine(QPointF(middle.x(), square.top()), QPointF(middle.x(), square.bottom()));
        break;
    case Sign::Target:
        painter.setPen(QPen(m_ink.text, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(middle.x(), place.top() + 1), QPointF(middle.x(), place.bottom() - 1));
        break;
    case Sign::Missing:
        drawMissing(painter, square, m_ink);
        break;
    case Sign::Scale:
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 5; ++i) {
            painter.setBrush(m_ink.cell(i / 4.0));
            painter.drawRect(
                QRectF(place.left() + i * place.height() * 0.94, square.top(), place.height() * 0.94, size));
        }
        break;
    case Sign::Nothing:
        break;
    }
}

void ChartPlot::drawFoot(QPainter& painter) {
    const QFontMetricsF metrics(m_letters);
    painter.setFont(m_letters);
    painter.setPen(m_ink.quiet);
    double y = m_footPlace.top();
    for (const QString& line : std::as_const(m_foot)) {
        painter.drawText(QRectF(m_footPlace.left(), y, m_footPlace.width() + 4, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        y += metrics.height();
    }
}

void ChartPlot::drawLines(QPainter& painter) {
    const QRectF inside = axisRect()->rect();
    painter.setPen(QPen(m_ink.grid, 1));
    for (const double y : std::as_const(m_chart.separators))
        painter.drawLine(QPointF(4, yAxis->coordToPixel(y)), QPointF(inside.right(), yAxis->coordToPixel(y)));
    if (m_chart.form == Chart::Form::Rows && rowHeight() > 6) {
        painter.setPen(QPen(m_ink.grid, 1, Qt::DotLine));
        for (int i = 0; i < m_chart.marks.size(); ++i)
            painter.drawLine(QPointF(inside.left(), place(i, 0).y()), QPointF(inside.right(), place(i, 0).y()));
    }
    for (const ChartLine& line : std::as_const(m_chart.lines)) {
        painter.setPen(line.kind == ChartLine::Kind::Median ? QPen(m_ink.text, 2)
                                                            : QPen(m_ink.text, 1.5, Qt::DashLine));
        const double x = xAxis->coordToPixel(line.x);
        painter.drawLine(QPointF(x, yAxis->coordToPixel(line.from)), QPointF(x, yAxis->coordToPixel(line.to)));
    }
}

void ChartPlot::drawColumns(QPainter& painter) {
    const QFontMetricsF metrics(m_letters);
    const QRectF inside = axisRect()->rect();
    const double line = metrics.height();
    painter.setFont(m_letters);
    for (int i = 0; i < m_chart.columns.size(); ++i) {
        const ChartColumn& column = m_chart.columns[i];
        const double x = xAxis->coordToPixel(i);
        const double wide = titleWidth(i, viewport().width());
        if (m_chart.form != Chart::Form::Cells) {
            painter.setPen(QPen(m_ink.quiet, 1));
            painter.drawLine(QPointF(x, inside.top()), QPointF(x, inside.bottom()));
        }
        painter.setPen(m_ink.text);
        const auto write = [&](double top, const QString& text, double width) {
            painter.drawText(QRectF(x - width / 2, top, width, line), Qt::AlignCenter | Qt::TextDontClip, text);
        };
        if (m_chart.form == Chart::Form::Slope) {
            write(inside.top() - symbolSize() / 2 - line - 3, column.title, wide);
            continue;
        }
        double top = inside.bottom() + 3;
        if (m_chart.form == Chart::Form::Parallel) {
            // Narrow columns show every other number rather than all on top of each other.
            const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= wide + 4; };
            if (fits(column.most))
                write(inside.top() - symbolSize() / 2 - line - 2, column.most, wide);
            top += symbolSize() / 2;
            if (fits(column.least))
                write(top, column.least, wide);
            top += line;
        }
        painter.setPen(m_ink.quiet);
        const QStringList lines =
            m_numbered ? QStringList{QString::number(i + 1)} : wrappedTitle(column.title, metrics, wide);
        for (const QString& text : lines) {
            write(top, text, wide);
            top += line;
        }
    }
}

void ChartPlot::drawCells(QPainter& painter) {
    for (int row = 0; row < m_chart.cells.zones(); ++row) {
        for (int column = 0; column < m_chart.cells.indicators(); ++column) {
            const QRectF cell = cellRect(row, column).adjusted(0.5, 0.5, -0.5, -0.5);
            if (m_chart.cells.isMissing(row, column)) {
                drawMissing(painter, cell.adjusted(0.5, 0.5, -0.5, -0.5), m_ink);
                continue;
            }
            const QColor fill = m_ink.cell(m_chart.cells.at(row, column));
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRect(cell);
            const QFont letters = rowFont();
            if (cell.width() < leastCellText || cell.height() < QFontMetricsF(letters).height() * 0.85)
                continue;
            painter.setFont(letters);
            painter.setPen(m_ink.on(fill));
            painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip,
                             QString::number(m_chart.cells.at(row, column), 'f', 2));
        }
    }
}

void ChartPlot::drawMark(QPainter& painter, const ChartMark& mark, bool emphasised) {
    const int index = m_marks.value(mark.zone);
    const QColor colour = m_ink.line(mark.tier >= 0 ? m_chart.tiers[mark.tier].colour : QColor());
    // Flat caps: lines with round ones take Qt ten times as long, and symbols are on them anyway.
    const auto stroke = [&](const QPointF& from, const QPointF& to, double width) {
        if (emphasised) {
            painter.setPen(QPen(m_ink.ground, width + 6, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(from, to);
            painter.setPen(QPen(m_ink.selection, width + 3, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(from, to);
        }
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(from, to);
    };
    const auto known = [&](qsizetype point) { return !std::isnan(mark.points[point].y()); };
    if (mark.span) {
        const double y = place(index, 0).y();
        stroke({xAxis->coordToPixel(mark.span->first), y}, {xAxis->coordToPixel(mark.span->second), y},
               std::clamp(symbolSize() / 3, 2.0, 5.0));
    }
    for (int point = 1; point < mark.points.size(); ++point)
        if (known(point) && known(point - 1))
            stroke(place(index, point - 1), place(index, point), emphasised ? 2.5 : 1.3);
    for (int point = 0; point < mark.points.size(); ++point) {
        if (!known(point))
            continue;
        const QPointF at = place(index, point);
        if (emphasised) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_ink.ground, 6));
            painter.drawPath(symbolShape(mark.tier, at, symbolSize() + 4));
            painter.setPen(QPen(m_ink.selection, 2));
            painter.drawPath(symbolShape(mark.tier, at, symbolSize() + 5));
        }
        // An interrupted line says itself that something is missing; so does a crossed cell.
        const bool solid = mark.complete || m_chart.hollow.isEmpty();
        drawSymbol(painter, m_chart, mark.tier, at, symbolSize(), solid, m_ink, m_letters);
    }
}

void ChartPlot::drawLabels(QPainter& painter) {
    const bool rows = m_chart.form == Chart::Form::Rows || m_chart.form == Chart::Form::Cells;
    for (const ChartLabel& label : labels()) {
        if (!label.shown)
            continue;
        if (!rows && m_chart.form != Chart::Form::Points) { // a label that was moved is led to its point
            const double edge = label.right ? label.place.right() + 2 : label.place.left() - 2;
            const double off = (label.right ? -1 : 1) * (symbolSize() / 2 + 1);
            painter.setPen(QPen(m_ink.grid, 1));
            painter.drawLine(label.at + QPointF(off, 0), QPointF(edge, label.place.center().y()));
        }
        painter.setFont(rows ? rowFont() : m_letters);
        painter.setPen(m_ink.text);
        painter.drawText(label.place,
                         Qt::AlignVCenter | Qt::TextDontClip | (label.right ? Qt::AlignRight : Qt::AlignLeft),
                         label.text);
    }
}

void ChartPlot::drawEmphasis(QPainter& painter) {
    if (!m_chart.sentence.isEmpty())
        return;
    for (qsizetype i = 0; i < m_emphasis.size(); ++i)
        drawEmphasised(painter, m_emphasis[i], i + mostNamedEmphasis >= m_emphasis.size());
    if (hasFocus() && m_current >= 0)
        drawCurrent(painter);
}

/// Thick outline and a boxed label: both can be told without colour.
void ChartPlot::drawEmphasised(QPainter& painter, int mark, bool labelled) {
    if (m_chart.form == Chart::Form::Cells) {
        const QRectF row = cellRect(mark, 0).united(cellRect(mark, static_cast<int>(m_chart.columns.size()) - 1));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_ink.ground, 5));
        painter.drawRect(row);
        painter.setPen(QPen(m_ink.selection, 2.5));
        painter.drawRect(row);
    }
    drawMark(painter, m_chart.marks[mark], true);
    if (!labelled)
        return;
    const bool rows = m_chart.form == Chart::Form::Rows || m_chart.form == Chart::Form::Cells;
    const QFont letters = emphasised(rows ? rowFont() : m_letters);
    const QFontMetricsF metrics(letters);
    bool any = false;
    const auto box = [&](const ChartLabel& label) {
        any = true;
        const QString text =
            metrics.elidedText(label.text, Qt::ElideMiddle, rows ? label.place.width() : viewport().width() / 2.0);
        QRectF place(label.place.topLeft(), QSizeF(metrics.horizontalAdvance(text), label.place.height()));
        if (label.right)
            place.moveRight(label.place.right());
        place.adjust(-3, -1, 3, 1);
        place.moveLeft(std::max(1.0, std::min(place.left(), viewport().width() - place.width() - 1)));
        painter.setBrush(m_ink.ground);
        painter.setPen(QPen(m_ink.selection, 1.5));
        painter.drawRoundedRect(place, 2, 2);
        painter.setFont(letters);
        painter.setPen(m_ink.text);
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
    };
    const std::vector<ChartLabel>& all = labels();
    // Labels stand in the order of their marks, but for slopes, which have those of either side one after the other.
    for (const ChartLabel& label : all)
        if (label.mark == mark)
            box(label);
    if (any)
        return;
    for (int point = static_cast<int>(m_chart.marks[mark].points.size()) - 1; point >= 0 && !any; --point) {
        if (std::isnan(m_chart.marks[mark].points[point].y()))
            continue;
        const QPointF at = place(mark, point);
        box({.mark = mark,
             .text = m_chart.marks[mark].name,
             .place = {at.x() + symbolSize() / 2 + 8, at.y() - metrics.height() / 2, 0, metrics.height()},
             .at = at});
    }
}

void ChartPlot::drawCurrent(QPainter& painter) {
    const auto mark = static_cast<int>(m_current);
    painter.setBrush(Qt::NoBrush);
    const auto dashed = [&](const QRectF& place) {
        painter.setPen(QPen(m_ink.ground, 1.5));
        painter.drawRect(place);
        painter.setPen(QPen(m_ink.selection, 1.5, Qt::DotLine));
        painter.drawRect(place);
    };
    const double half = symbolSize() / 2 + 5;
    for (int point = 0; point < m_chart.marks[mark].points.size(); ++point) {
        if (std::isnan(m_chart.marks[mark].points[point].y()))
            continue;
        const QPointF at = place(mark, point);
        dashed({at.x() - half, at.y() - half, 2 * half, 2 * half});
    }
}

} // namespace tiermap
