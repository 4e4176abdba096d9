#include "maps/forms/form_words.h"

using namespace Qt::StringLiterals;

namespace tiermap {

QString formQuantity(const Quantity& quantity, Language language) {
    if (quantity.bound == Quantity::Bound::About) {
        return form_words::about.in(language).arg(Quantity{.number = quantity.number}.toString());
    }
    return quantity.toString();
}

} // namespace tiermap
