#pragma once

#include "app/compare/chart_ink.h"
#include "app/compare/custom_plot.h"

#include <QSet>

#include <functional>

namespace tiermap {

/// A label as it stands in the plot. All zones have one; those that would overlap are shown only where their zone is
/// emphasised.
struct ChartLabel {
    int mark = 0; ///< in Chart::marks
    QString text{};
    QRectF place{}; ///< pixels
    QPointF at{};   ///< what it is a label of
    bool shown = true;
    bool right = false; ///< its text ends at the right edge of its place
};

/// Draws a Chart and says what a person points at. Emphasis has a layer of its own: a new selection draws that and nothing
/// else, however many zones there are.
class ChartPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit ChartPlot(QWidget* parent = nullptr);

    void setChart(Chart chart);
    const Chart& chart() const { return m_chart; }
    void setEmphasis(const QStringList& zones);
    QString current() const; ///< Zone::code of the mark that the keys have come to; empty where there is none

    QByteArray svg();
    QImage image(double ratio);

    const std::vector<ChartLabel>& labels();  ///< one or more of each mark
    QPointF place(int mark, int point) const; ///< pixels
    int markAt(const QPointF& pixel);         ///< -1 where there is none
    QString wordsAt(const QPointF& pixel);    ///< what a tooltip says there

    QSize sizeHint() const override { return {640, 400}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void zoneChosen(const QString& zone, bool add); ///< an empty code: nothing was hit

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* /*event*/) override {}
    void mouseReleaseEvent(QMouseEvent* /*event*/) override {}
    void mouseDoubleClickEvent(QMouseEvent* /*event*/) override {}
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Sign { Tier, Median, Target, Hollow, Missing, Scale, Nothing };
    struct KeyItem {
        Sign sign = Sign::Nothing;
        int tier = -1;
        QString text{};
        QRectF place{};
    };

    void setInk(const ChartInk& ink);
    void moveTo(qsizetype mark);
    void sayCurrent();

    // The frame: all that depends on the size.
    void arrange(const QSize& size);
    void arrangeSides(double width);
    double arrangeKey(double width);
    double arrangeFoot(const QSizeF& size);
    void arrangeAxes(double width);
    QList<KeyItem> keyItems() const;
    double columnWidth(double width) const;
    double titleWidth(int column, double width) const;
    double rowHeight() const;
    double symbolSize() const;
    QFont rowFont() const;
    QRectF cellRect(int row, int column) const;
    void placeLabels();
    void placeRowLabels();
    void placeEndLabels(bool left);
    void placePointLabels();
    int nearestMark(const QPointF& pixel) const;

    // Ink.
    void drawAll(QPainter& painter);
    void drawKey(QPainter& painter);
    void drawSign(QPainter& painter, const KeyItem& item, const QRectF& place);
    void drawFoot(QPainter& painter);
    void drawSentence(QPainter& painter);
    void drawLines(QPainter& painter);
    void drawColumns(QPainter& painter);
    void drawCells(QPainter& painter);
    void drawMark(QPainter& painter, const ChartMark& mark, bool emphasised);
    void drawLabels(QPainter& painter);
    void drawEmphasis(QPainter& painter);
    void drawEmphasised(QPainter& painter, int mark, bool labelled);
    void drawCurrent(QPainter& painter);
    void redrawEmphasis();

    Chart m_chart;
    ChartInk m_ink;
    QHash<QString, int> m_marks;
    QList<int> m_emphasis;
    qsizetype m_current = -1;

    QFont m_letters;        ///< those of the widget, smaller where it is small
    bool m_compact = false; ///< so small that words make room
    QMarginsF m_sides;
    QList<KeyItem> m_key;
    QStringList m_foot;
    QString m_footWords; ///< all of it
    QRectF m_footPlace;
    bool m_numbered = false; ///< the columns are too narrow for their titles, which stand in the foot
    std::vector<ChartLabel> m_labels;
    QRect m_labelsFor; ///< the axis rectangle that they were placed in
};

} // namespace tiermap
