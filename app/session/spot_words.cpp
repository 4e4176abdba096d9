#include "app/session/spot_words.h"

#include <QCoreApplication>

namespace tiermap {

QString words(Spot spot) {
    const auto in = [](const char* text) { return QCoreApplication::translate("Spot", text); };
    switch (spot) {
    case Spot::Hot:
        return in(QT_TRANSLATE_NOOP("Spot", "hot spot"));
    case Spot::Cold:
        return in(QT_TRANSLATE_NOOP("Spot", "cold spot"));
    case Spot::Never:
        return in(QT_TRANSLATE_NOOP("Spot", "too few neighbours to tell"));
    case Spot::None:
        break;
    }
    return in(QT_TRANSLATE_NOOP("Spot", "not significant"));
}

} // namespace tiermap
