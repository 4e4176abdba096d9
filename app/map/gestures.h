#pragma once

#include <QObject>
#include <QPointF>
#include <QRectF>

class QKeyEvent;
class QMouseEvent;

namespace tiermap {

/// Mouse, wheel, touchpad and keys of the map, as what they mean. Logical pixels of the widget. Installed as an event
/// filter on the map and on the Qt Quick widget in it, which have the same corner.
class Gestures : public QObject {
    Q_OBJECT

public:
    explicit Gestures(QObject* parent)
        : QObject(parent) {}

    void setDraggingBoxes(bool boxes) { m_boxTool = boxes; } ///< without shift, too

Q_SIGNALS:
    void moved(const QPointF& at);
    void left();
    void clicked(const QPointF& at, Qt::KeyboardModifiers modifiers);
    void doubleClicked(const QPointF& at);
    void dragStarted();
    void dragged(const QPointF& from, const QPointF& to);
    void dragEnded();
    void boxDragged(const QRectF& box);
    void boxEnded(const QRectF& box, bool add);
    void boxCancelled();
    void zoomed(double steps, const QPointF& about);
    void zoomKey(double steps);
    void panKey(const QPointF& direction);
    void homeKey();
    void enterKey();
    void escapeKey();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class State { Idle, Pressed, Dragging, Boxing };

    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool key(const QKeyEvent& event);

    State m_state = State::Idle;
    QPointF m_pressed;
    QPointF m_last;
    bool m_boxTool = false;
};

} // namespace tiermap
