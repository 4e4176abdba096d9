#include "app/map/gestures.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <cmath>

namespace tiermap {

namespace {

constexpr double stepsPerNotch = 0.5;
constexpr double degreesPerNotch = 120; // QWheelEvent counts in eighths of a degree, 15 degrees a notch

} // namespace

bool Gestures::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseMove:
        return move(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseButtonRelease:
        return release(static_cast<const QMouseEvent&>(*event));
    case QEvent::MouseButtonDblClick: {
        const auto& mouse = static_cast<const QMouseEvent&>(*event);
        if (mouse.button() == Qt::LeftButton)
            Q_EMIT doubleClicked(mouse.position());
        return true;
    }
    case QEvent::Wheel: {
        const auto& wheel = static_cast<const QWheelEvent&>(*event);
        Q_EMIT zoomed(wheel.angleDelta().y() / degreesPerNotch * stepsPerNotch, wheel.position());
        return true;
    }
    case QEvent::NativeGesture: {
        const auto& gesture = static_cast<const QNativeGestureEvent&>(*event);
        if (gesture.gestureType() != Qt::ZoomNativeGesture || gesture.value() <= -1)
            return false;
        Q_EMIT zoomed(std::log2(1 + gesture.value()), gesture.position());
        return true;
    }
    case QEvent::KeyPress:
        return key(static_cast<const QKeyEvent&>(*event));
    case QEvent::Leave:
        Q_EMIT left();
        return false;
    default:
        return false;
    }
}

bool Gestures::press(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return false; // the right button is the window's, for its context menu
    m_state = State::Pressed;
    m_pressed = m_last = event.position();
    return true; // the focus was given before the filter saw the event
}

bool Gestures::move(const QMouseEvent& event) {
    const QPointF at = event.position();
    if (m_state == State::Pressed && !(event.buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        m_state = State::Idle;
    const double distance = (at - m_pressed).manhattanLength();
    if (m_state == State::Pressed && distance >= QGuiApplication::styleHints()->startDragDistance()) {
        const bool box = (event.buttons() & Qt::LeftButton) && (m_boxTool || event.modifiers() & Qt::ShiftModifier);
        m_state = box ? State::Boxing : State::Dragging;
        if (!box)
            Q_EMIT dragStarted();
    }
    if (m_state == State::Dragging)
        Q_EMIT dragged(m_last, at);
    else if (m_state == State::Boxing)
        Q_EMIT boxDragged(QRectF(m_pressed, at).normalized());
    m_last = at;
    Q_EMIT moved(at);
    return true;
}

bool Gestures::release(const QMouseEvent& event) {
    const State state = m_state;
    m_state = State::Idle;
    if (state == State::Pressed && event.button() == Qt::LeftButton)
        Q_EMIT clicked(event.position(), event.modifiers());
    else if (state == State::Dragging)
        Q_EMIT dragEnded();
    else if (state == State::Boxing)
        Q_EMIT boxEnded(QRectF(m_pressed, event.position()).normalized(),
                        event.modifiers() & (m_boxTool ? Qt::ShiftModifier | Qt::ControlModifier
                                                       : Qt::KeyboardModifiers(Qt::ControlModifier)));
    return true;
}

bool Gestures::key(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without shift
        Q_EMIT zoomKey(1);
        return true;
    case Qt::Key_Minus:
        Q_EMIT zoomKey(-1);
        return true;
    case Qt::Key_Left:
        Q_EMIT panKey({-1, 0});
        return true;
    case Qt::Key_Right:
        Q_EMIT panKey({1, 0});
        return true;
    case Qt::Key_Up:
        Q_EMIT panKey({0, -1});
        return true;
    case Qt::Key_Down:
        Q_EMIT panKey({0, 1});
        return true;
    case Qt::Key_Home:
        Q_EMIT homeKey();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT enterKey();
        return true;
    case Qt::Key_Escape:
        if (m_state == State::Boxing) {
            m_state = State::Idle;
            Q_EMIT boxCancelled();
        } else {
            Q_EMIT escapeKey();
        }
        return true;
    default:
        return false;
    }
}

} // namespace tiermap
