#include "app/compare/flat_button.h"

#include <QIcon>
#include <QToolButton>

namespace tiermap {

QToolButton* makeFlatButton(QWidget* parent, const QString& name, const QString& icon) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(QIcon::fromTheme(icon));
    button->setAutoRaise(true);
    return button;
}

void word(QToolButton& button, const QString& text) {
    button.setToolTip(text);
    button.setAccessibleName(text);
}

} // namespace tiermap
