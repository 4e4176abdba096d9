#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace tiermap {

/// A tool button without a frame, with an icon of the theme.
QToolButton* makeFlatButton(QWidget* parent, const QString& name, const QString& icon);

/// Tool tip and name for screen readers.
void word(QToolButton& button, const QString& text);

} // namespace tiermap
