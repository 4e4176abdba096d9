#include "app/window/window_module.h"

#include "app/window/start.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name is what the program asks the loader for
extern "C" Q_DECL_EXPORT int tiermapStartWindow1(int argc, char** argv, const QString& file,
                                                 const std::optional<tiermap::Language>& language) {
    return tiermap::startWindow(argc, argv, file, language);
}
