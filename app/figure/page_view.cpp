#include "app/figure/page_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr int around = 16;       // pixels beside the page
constexpr double reach = 2;      // mm
constexpr double gap = 2;        // mm between parts that stand beside each other
constexpr double handleSize = 9; // pixels
const QColor chosenColor(0x1F, 0x5A, 0x94);

} // namespace

PageView::PageView(QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"page"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 180);
}

void PageView::setFigure(std::shared_ptr<const Figure> figure) {
    m_figure = std::move(figure);
    m_picture = {};
    if (boxOf(m_chosen).isEmpty())
        m_chosen.clear();
    updateGeometry();
    update();
}

void PageView::setZoom(double pixelsPerMm) {
    m_zoom = pixelsPerMm;
    m_picture = {};
    if (m_zoom > 0 && m_figure)
        setMinimumSize((m_figure->pageSize() * m_zoom).toSize() + QSize(2 * around, 2 * around));
    else
        setMinimumSize(240, 180);
    updateGeometry();
    update();
}

double PageView::zoom() const {
    if (m_zoom > 0 || !m_figure)
        return m_zoom > 0 ? m_zoom : 1;
    const QSizeF size = m_figure->pageSize();
    return std::max(0.2, std::min((width() - 2 * around) / size.width(), (height() - 2 * around) / size.height()));
}

QSize PageView::sizeHint() const { return {900, 650}; }

QRectF PageView::page() const {
    if (!m_figure)
        return {};
    QRectF all(QPointF(), m_figure->pageSize() * zoom());
    all.moveCenter(QRectF(rect()).center());
    return all;
}

QPointF PageView::toPage(const QPointF& pixels) const { return (pixels - page().topLeft()) / zoom(); }

QRectF PageView::toPixels(const QRectF& mm) const {
    return {page().topLeft() + mm.topLeft() * zoom(), mm.size() * zoom()};
}

QRectF PageView::boxOf(const QString& part) const {
    if (!m_figure)
        return {};
    const QRectF box = m_figure->sheet().parts.value(part);
    const double by = m_figure->sheet().magnification;
    return {box.topLeft() * by, box.size() * by};
}

QRectF PageView::handle() const {
    const QRectF box = toPixels(boxOf(m_chosen));
    return m_chosen.isEmpty()
               ? QRectF()
               : QRectF(box.bottomRight() - QPointF(handleSize, handleSize) / 2, QSizeF(handleSize, handleSize));
}

/// The box of a part that is made so wide, as far as it is known before the page is laid out: text flows anew.
QRectF PageView::withWidth(const QString& part, double width, double most) const {
    QRectF box = boxOf(part);
    const bool isBlock = blockIndex(part) >= 0;
    const double least = isBlock ? FigureBlock::narrowest : FigureSpec::Place::narrowest;
    const double wide = std::clamp(width, least, std::max(least, isBlock ? std::min(most, FigureBlock::widest) : most));
    if (m_figure->sheet().proportional.contains(part))
        box.setHeight(box.height() * wide / box.width());
    box.setWidth(wide);
    return box;
}

QStringList PageView::movable() const {
    QStringList parts;
    for (const QString& part : m_figure ? m_figure->sheet().parts.keys() : QStringList()) {
        if (blockIndex(part) >= 0)
            parts += part;
    }
    return parts + movableParts();
}

QString PageView::partAt(const QPointF& pixels) const {
    if (!m_figure)
        return {};
    const QPointF at = toPage(pixels);
    for (const QString& part : movable() + QStringList{u"title"_s, u"foot"_s, u"map"_s}) {
        if (boxOf(part).contains(at))
            return part;
    }
    return {};
}

QList<QRectF> PageView::othersThan(const QString& part) const {
    QList<QRectF> others;
    for (const QString& other : movable() + QStringList{u"map"_s, u"title"_s}) {
        if (other != part && !boxOf(other).isEmpty())
            others += boxOf(other);
    }
    return others;
}

void PageView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    if (!m_figure)
        return;
    const QRectF at = page();
    if (m_picture.isNull()) {
        m_picture = QPixmap((at.size() * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1)));
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        m_picture.fill(Qt::white); // paper is white whatever the palette
        QPainter onPaper(&m_picture);
        onPaper.scale(zoom(), zoom());
        m_figure->paint(onPaper);
    }
    painter.fillRect(at.translated(3, 3), palette().color(QPalette::Shadow));
    painter.drawPixmap(at.topLeft(), m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto outline = [&](const QRectF& box, Qt::PenStyle style) {
        painter.setPen(QPen(Qt::white, 3));
        painter.drawRect(box);
        painter.setPen(QPen(chosenColor, 1.5, style));
        painter.drawRect(box);
    };
    if (!m_chosen.isEmpty() && m_dragged.isEmpty()) {
        outline(toPixels(boxOf(m_chosen)), hasFocus() ? Qt::SolidLine : Qt::DashLine);
        painter.setPen(QPen(Qt::white, 1.5));
        painter.setBrush(chosenColor);
        painter.drawRect(handle());
        painter.setBrush(Qt::NoBrush);
    }
    if (m_dragged.isEmpty())
        return;
    painter.setPen(QPen(QColor(0xE4, 0x57, 0x2E), 1, Qt::DashLine));
    for (const double x : m_target.verticals)
        painter.drawLine(QPointF(at.left() + x * zoom(), at.top()), QPointF(at.left() + x * zoom(), at.bottom()));
    for (const double y : m_target.horizontals)
        painter.drawLine(QPointF(at.left(), at.top() + y * zoom()), QPointF(at.right(), at.top() + y * zoom()));
    outline(toPixels(m_target.box), Qt::DashLine);
}

void PageView::resizeEvent(QResizeEvent*) {
    if (m_zoom <= 0)
        m_picture = {};
}

void PageView::mousePressEvent(QMouseEvent* event) {
    m_resizing = handle().contains(event->position());
    if (const QString part = partAt(event->position()); !m_resizing)
        m_chosen = movable().contains(part) ? part : QString();
    if (event->button() == Qt::LeftButton && !m_chosen.isEmpty()) {
        const QRectF box = boxOf(m_chosen);
        m_dragged = m_chosen;
        m_grip = toPage(event->position()) - (m_resizing ? box.bottomRight() : box.topLeft());
        m_target = {box};
    }
    update();
}

Snapped PageView::dragged(const QPointF& pixels, bool free) const {
    QRectF box = boxOf(m_dragged);
    const QPointF corner = toPage(pixels) - m_grip;
    if (!m_resizing) {
        box.moveTopLeft(corner);
        return free ? Snapped{box} : snapped(box, othersThan(m_dragged), reach, gap);
    }
    const double most = boxOf(u"title"_s).right() - box.left(); // up to the margin
    box = withWidth(m_dragged, corner.x() - box.left(), most);
    if (free)
        return {box};
    Snapped target = withSnappedWidth(box, othersThan(m_dragged), reach, gap);
    target.box = withWidth(m_dragged, target.box.width(), most);
    return target;
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragged.isEmpty()) {
        setCursor(handle().contains(event->position())            ? Qt::SizeFDiagCursor
                  : movable().contains(partAt(event->position())) ? Qt::SizeAllCursor
                                                                  : Qt::ArrowCursor);
        return;
    }
    m_target = dragged(event->position(), event->modifiers().testFlag(Qt::AltModifier));
    update();
}

void PageView::mouseReleaseEvent(QMouseEvent*) {
    constexpr double least = 0.1; // mm
    const QString part = std::exchange(m_dragged, QString());
    const QRectF box = boxOf(part);
    if (!part.isEmpty() && m_resizing && std::abs(m_target.box.width() - box.width()) > least)
        Q_EMIT partResized(part, box.topLeft(), m_target.box.width());
    else if (!part.isEmpty() && (m_target.box.topLeft() - box.topLeft()).manhattanLength() > least)
        Q_EMIT partMoved(part, m_target.box.topLeft());
    update();
}

void PageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const QString part = partAt(event->position()); !part.isEmpty())
        Q_EMIT partActivated(part);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    const QHash<int, QPointF> ways{// mm
                                   {Qt::Key_Left, {-1, 0}},
                                   {Qt::Key_Right, {1, 0}},
                                   {Qt::Key_Up, {0, -1}},
                                   {Qt::Key_Down, {0, 1}}};
    const QPointF way = ways.value(event->key());
    const QRectF box = boxOf(m_chosen);
    const bool resizes = event->modifiers().testFlag(Qt::ShiftModifier);
    if (!m_chosen.isEmpty() && resizes && way.x() != 0) {
        // At the margin it grows to the other side: the layout keeps it on the page.
        const double width = withWidth(m_chosen, box.width() + way.x(), boxOf(u"title"_s).width()).width();
        if (width != box.width())
            Q_EMIT partResized(m_chosen, box.topLeft(), width);
    } else if (!m_chosen.isEmpty() && !resizes && !way.isNull())
        Q_EMIT partMoved(m_chosen, box.topLeft() + way * (event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1));
    else if (event->key() == Qt::Key_Delete && blockIndex(m_chosen) >= 0)
        Q_EMIT partRemoved(m_chosen);
    else
        QWidget::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier))
        Q_EMIT zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
    else
        QWidget::wheelEvent(event);
}

/// Goes through the parts that can be moved before it leaves the page.
bool PageView::focusNextPrevChild(bool next) {
    QStringList parts{QString()};
    for (const QString& part : movable()) {
        if (!boxOf(part).isEmpty())
            parts += part;
    }
    const qsizetype to = parts.indexOf(m_chosen) + (next ? 1 : -1);
    if (to < 0 || to >= parts.size()) {
        m_chosen.clear();
        update();
        return QWidget::focusNextPrevChild(next);
    }
    m_chosen = parts[to];
    update();
    return true;
}

} // namespace tiermap
