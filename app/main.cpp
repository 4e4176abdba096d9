#include "app/command/command.h"
#include "app/session/language.h"
#include "app/window/start.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <cstdlib>

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

} // namespace

int main(int argc, char** argv) {
    using namespace tiermap;
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
    return startWindow(argc, argv, first, chosen);
}
