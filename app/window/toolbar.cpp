#include "app/window/toolbar.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tiermap {

Toolbar::Toolbar(QWidget* parent)
    : QToolBar(parent) {
    setObjectName(u"toolbar"_s);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void Toolbar::addAtEnd(QWidget* field) {
    auto* gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(gap);
    field->setFixedWidth(220);
    addWidget(field);
}

bool Toolbar::event(QEvent* event) {
    const bool handled = QToolBar::event(event);
    // A layout is asked for where words have changed.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

void Toolbar::fit() {
    if (m_fitting || orientation() == Qt::Vertical)
        return;
    m_fitting = true;
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    if (sizeHint().width() > width())
        setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_fitting = false;
}

} // namespace tiermap
