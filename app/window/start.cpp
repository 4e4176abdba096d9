#include "app/window/start.h"

#include "app/session/language.h"
#include "app/window/main_window.h"
#include "app/window/open_file.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QOpenGLContext>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A render node of the kernel, or one of the drivers that come without: NVIDIA's own, and that of Windows' Linux.
bool hasGraphicsCard() {
    return !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty() ||
           QFileInfo::exists(u"/dev/nvidiactl"_s) || QFileInfo::exists(u"/dev/dxg"_s);
}

/// Without a graphics card OpenGL is emulated at the price of 150 MB and of every frame: there the map is painted once
/// for each view, and moved as a picture in between. Where there is no OpenGL at all Qt Quick would leave it blank. Who
/// names a backend to Qt gets that one.
void chooseRenderer() {
    if (qEnvironmentVariableIsSet("QSG_RHI_BACKEND") || qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        return;
    if (!hasGraphicsCard() || !QOpenGLContext().create())
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
