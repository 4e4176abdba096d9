#include "app/window/palettes.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleHints>
#include <QStyleOption>

namespace tiermap {

namespace {

QPalette darkPalette() {
    const QColor window(0x2b, 0x2b, 0x2b);
    const QColor base(0x1f, 0x1f, 0x1f);
    const QColor text(0xe6, 0xe6, 0xe6);
    const QColor quiet(0x8c, 0x8c, 0x8c);
    QPalette palette(text, window, window.lighter(150), window.darker(150), window.darker(120), text, base);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::Button, window.lighter(120));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, window);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, quiet);
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xae));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7f, 0xb8, 0xe6));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, quiet);
    return palette;
}

/// Fusion frames a check box by darkening the window's colour, which on a dark ground leaves nothing to see.
class VisibleChecks : public QProxyStyle {
public:
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
        if (box && option->palette.color(QPalette::Window).lightness() < 128) {
            painter->save();
            painter->setBrush(Qt::NoBrush);
            painter->setPen(option->palette.color(QPalette::PlaceholderText));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
        }
    }
};

} // namespace

void applyColorScheme(Qt::ColorScheme scheme) {
    QStyleHints* hints = QGuiApplication::styleHints();
    if (QApplication::style()->name() == QLatin1StringView("fusion"))
        QApplication::setStyle(new VisibleChecks);
    hints->setColorScheme(scheme);
    if (scheme == Qt::ColorScheme::Unknown || hints->colorScheme() == scheme)
        QApplication::setPalette(QPalette()); // the desktop's own
    else
        QApplication::setPalette(scheme == Qt::ColorScheme::Dark ? darkPalette()
                                                                 : QApplication::style()->standardPalette());
}

} // namespace tiermap
