#include "app/window/start.h"

#include "app/session/language.h"
#include "app/window/main_window.h"
#include "app/window/open_file.h"

#include <QApplication>
#include <QIcon>
#include <QOpenGLContext>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Where there is no OpenGL (some remote desktops and old virtual machines) Qt Quick would leave the map blank.
void chooseRenderer() {
    if (!QOpenGLContext().create())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

} // namespace

int startWindow(int argc, char** argv, const QString& file, std::optional<Language> language) {
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"org.tiermap.Tiermap"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tiermap.svg"_s));
    QIcon::setFallbackThemeName(u"breeze"_s);
    chooseRenderer();
    const QString remembered = QSettings().value(u"language"_s).toString();
    setInterfaceLanguage(language                ? *language
                         : remembered == u"zh"_s ? Language::Chinese
                         : remembered == u"en"_s ? Language::English
                                                 : systemLanguage());

    Questions questions = dialogs();
    questions.tell = [inDialog = questions.tell](QWidget* parent, const QString& sentence, const QString& offer) {
        std::fprintf(stderr, "tiermap: %s\n", sentence.toUtf8().constData()); // for whoever started it in a terminal
        return inDialog(parent, sentence, offer);
    };
    auto document = openOrTell(nullptr, file, questions);
    if (!document)
        return 1;
    auto* window = new MainWindow(std::move(document->project), std::move(document->shapes));
    window->setAttribute(Qt::WA_DeleteOnClose); // another project replaces it with another window
    // For ./dev bench: says on stdout when the map is on screen, so that the wait from process start can be measured.
    if (qEnvironmentVariableIsSet("TIERMAP_REPORT_FIRST_FRAME")) {
        QObject::connect(&window->map(), &LiveMap::firstFrame, [] {
            std::puts("first frame");
            std::fflush(stdout);
        });
    }
    window->show();
    return QApplication::exec();
}

} // namespace tiermap
