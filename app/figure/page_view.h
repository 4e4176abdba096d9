#pragma once

#include "app/figure/snapping.h"
#include "maps/figure/figure.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace tiermap {

/// A page as it will be printed, to look at and to move its parts on. Legend, enlarged part and the like are dragged, or
/// chosen with Tab and moved with the arrow keys, a millimetre at a time and ten with Ctrl. The handle at the lower right
/// corner of what is chosen, or Shift with an arrow, makes it wider or narrower.
class PageView : public QWidget {
    Q_OBJECT

public:
    explicit PageView(QWidget* parent = nullptr);

    void setFigure(std::shared_ptr<const Figure> figure);
    void setZoom(double pixelsPerMm); ///< 0: as large as there is room
    double zoom() const;              ///< pixels per mm, as it is now
    QSize sizeHint() const override;
    QPointF toPage(const QPointF& pixels) const; ///< mm
    QRectF toPixels(const QRectF& mm) const;
    QRectF boxOf(const QString& part) const; ///< mm on the page; empty where there is none
    QRectF handle() const;                   ///< of the part that is chosen, pixels; empty where none is

Q_SIGNALS:
    void partMoved(const QString& part, const QPointF& topLeft); ///< mm on the page
    void partResized(const QString& part, const QPointF& topLeft, double width);
    void partRemoved(const QString& part); ///< of what a person can take off: blocks
    void partActivated(const QString& part);
    void zoomWanted(int steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QStringList movable() const; ///< of this page
    QString partAt(const QPointF& pixels) const;
    QList<QRectF> othersThan(const QString& part) const;
    QRectF withWidth(const QString& part, double width, double most) const;
    Snapped dragged(const QPointF& pixels, bool free) const;
    QRectF page() const; ///< pixels

    std::shared_ptr<const Figure> m_figure;
    double m_zoom = 0;
    QPixmap m_picture; ///< of the figure at the current zoom; null: to be painted
    QString m_chosen;
    QString m_dragged;
    bool m_resizing = false; ///< it is dragged by its handle
    QPointF m_grip;     ///< mm from the dragged part's corner: the upper left one, that of its handle where it resizes
    Snapped m_target{}; ///< where it would lie now
};

} // namespace tiermap
