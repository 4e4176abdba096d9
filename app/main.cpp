#include "app/command/command.h"
#include "app/session/language.h"
#include "app/window/window_module.h"
#include "core/installed_part.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLibrary>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

/// Figures need fonts but no display: the offscreen platform has them, whatever QT_QPA_PLATFORM says of windows.
int runCommand(const tiermap::Command& command, int argc, char** argv, tiermap::Language language,
               const QStringList& arguments) {
    const auto run = [&] {
        tiermap::setInterfaceLanguage(language);
        return command.run(arguments);
    };
    if (!command.paints) {
        QCoreApplication application(argc, argv);
        return run();
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    return run();
}

/// One sentence on stderr.
int failed(const QString& sentence) {
    std::fprintf(stderr, "tiermap: %s\n", sentence.toUtf8().constData());
    return tiermap::Failed;
}

/// Why no window can open, as the exit code to leave with: a word that was meant as a command, or no display, where Qt
/// would abort.
std::optional<int> refusesWindow(const QString& file) {
    if (!file.isEmpty() && !QFileInfo::exists(file))
        return tiermap::Usage;
#ifdef Q_OS_LINUX
    for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(display))
            return std::nullopt;
    }
    return tiermap::Failed;
#else
    return std::nullopt;
#endif
}

} // namespace

int main(int argc, char** argv) {
    using namespace tiermap;
    // Qt hands every few dozen rows of a fill to other threads and waits for them. Bands and pages are painted at the same
    // time as it is, so that this only costs: a third of an atlas's time.
    qputenv("QT_NO_GUI_THREADPOOL", "1");
    QCoreApplication::setApplicationName(u"tiermap"_s);
    QCoreApplication::setOrganizationName(u"tiermap"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TIERMAP_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    std::optional<Language> chosen;
    if (arguments.value(0) == u"--lang"_s && arguments.size() > 1 &&
        (arguments[1] == u"zh"_s || arguments[1] == u"en"_s)) {
        chosen = arguments[1] == u"zh"_s ? Language::Chinese : Language::English;
        arguments.remove(0, 2);
    }
    const Language language = chosen.value_or(systemLanguage());

    const QString first = arguments.value(0);
    if (const Command* command = findCommand(first))
        return runCommand(*command, argc, argv, language, arguments.sliced(1));

    if (first == u"--version"_s || first == u"-v"_s)
        return print("tiermap " TIERMAP_VERSION "\n");
    if (first == u"--help"_s || first == u"-h"_s || first.startsWith(u'-') || arguments.size() > 1) {
        QCoreApplication application(argc, argv);
        setInterfaceLanguage(language);
        if (first == u"--help"_s || first == u"-h"_s)
            return print(programHelp());
        return usageError(
            {}, commandWords(QT_TRANSLATE_NOOP("Command", "\"%1\" is neither a command nor an option.")).arg(first));
    }
    if (const std::optional<int> refused = refusesWindow(first)) {
        QCoreApplication application(argc, argv);
        setInterfaceLanguage(language);
        return *refused == Usage
                   ? usageError({},
                                commandWords(QT_TRANSLATE_NOOP("Command", "\"%1\" is neither a command nor a file."))
                                    .arg(first))
                   : failed(commandWords(QT_TRANSLATE_NOOP(
                         "Command", "there is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set); "
                                    "the commands need none: tiermap --help")));
    }
    QLibrary module(installedPart(u"tiermap_window.so"_s)); // never unloaded
    if (auto* startWindow = reinterpret_cast<StartWindow*>(module.resolve(startWindowName)))
        return startWindow(argc, argv, first, chosen);
    QCoreApplication application(argc, argv);
    setInterfaceLanguage(language);
    return report({.code = Problem::Code::ModuleMissing, .arguments = {module.errorString()}});
}
