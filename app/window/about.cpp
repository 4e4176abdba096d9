#include "app/window/about.h"

#include "app/session/language.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString words(const char* text) { return QCoreApplication::translate("About", text); }

void showText(QWidget* parent, const QString& name, const QString& title, const QString& html) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setOpenLinks(false);
    text->setHtml(html);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(words(QT_TRANSLATE_NOOP("About", "Close")));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(560, 520);
    dialog->open();
}

} // namespace

void showAbout(QWidget* parent, const Plan& plan) {
    const Language language = interfaceLanguage();
    const QString html =
        u"<h2>Tiermap %1</h2><p>%2</p><p>%3</p><h3>%4</h3><p>%5</p><p>%6</p><p>%7</p><h3>%8</h3><p>%9</p>"_s.arg(
            QCoreApplication::applicationVersion(),
            words(QT_TRANSLATE_NOOP("About", "An offline desktop GIS for spatial planners. It opens no connection by "
                                             "itself.")),
            words(QT_TRANSLATE_NOOP("About", "Free software under the GNU General Public License, version 3 or later; "
                                             "it comes without any warranty.")),
            words(QT_TRANSLATE_NOOP("About", "Plan and boundaries")), plan.title.in(language).toHtmlEscaped(),
            plan.boundary.note.in(language).toHtmlEscaped(), plan.boundary.provenance.in(language).toHtmlEscaped(),
            words(QT_TRANSLATE_NOOP("About", "Made with")),
            u"Qt %1, Qt Location, Boost.Geometry, GDAL, PROJ, GEOS, SQLite, qpdf, libcsv"_s.arg(
                QString::fromLatin1(qVersion())));
    showText(parent, u"about"_s, words(QT_TRANSLATE_NOOP("About", "About Tiermap")), html);
}

void showShortcuts(QWidget* parent, const Actions& actions) {
    QString rows;
    const auto row = [&](const QString& keys, const QString& what) {
        rows += u"<tr><td style='padding-right:16px'><b>%1</b></td><td>%2</td></tr>"_s.arg(keys.toHtmlEscaped(),
                                                                                           what.toHtmlEscaped());
    };
    for (const QAction* action : actions.all()) {
        if (!action->shortcut().isEmpty())
            row(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText), action->statusTip());
    }
    const char* const gestures[][2] = {
        {QT_TRANSLATE_NOOP("About", "F7"), QT_TRANSLATE_NOOP("About", "Show or hide the attribute table")},
        {QT_TRANSLATE_NOOP("About", "In the table: F2, Del"), QT_TRANSLATE_NOOP("About", "Edit a cell, empty cells")},
        {QT_TRANSLATE_NOOP("About", "In the table: Ctrl+C, Ctrl+V, Ctrl+D"),
         QT_TRANSLATE_NOOP("About", "Copy, paste a block, fill down")},
        {QT_TRANSLATE_NOOP("About", "Drag, arrow keys"), QT_TRANSLATE_NOOP("About", "Move the map")},
        {QT_TRANSLATE_NOOP("About", "Wheel, pinch, + and -"), QT_TRANSLATE_NOOP("About", "Zoom")},
        {QT_TRANSLATE_NOOP("About", "Double click"), QT_TRANSLATE_NOOP("About", "Zoom in about the pointer")},
        {QT_TRANSLATE_NOOP("About", "Home"), QT_TRANSLATE_NOOP("About", "Show all zones")},
        {QT_TRANSLATE_NOOP("About", "Click"), QT_TRANSLATE_NOOP("About", "Select the zone under the pointer")},
        {QT_TRANSLATE_NOOP("About", "Ctrl and click"),
         QT_TRANSLATE_NOOP("About", "Add to the selection or take from it")},
        {QT_TRANSLATE_NOOP("About", "Shift and drag"), QT_TRANSLATE_NOOP("About", "Select zones by a box")},
        {QT_TRANSLATE_NOOP("About", "Esc"), QT_TRANSLATE_NOOP("About", "End measuring, clear the drawing")},
    };
    for (const auto& [keys, what] : gestures)
        row(words(keys), words(what));
    showText(parent, u"shortcuts"_s, words(QT_TRANSLATE_NOOP("About", "Keyboard shortcuts")),
             u"<table>%1</table>"_s.arg(rows));
}

} // namespace tiermap
