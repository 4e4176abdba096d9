#include "maps/figure/numbers.h"

#include "maps/style/number_text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString degreesText(double degrees, QChar positive, QChar negative) {
    const int minutes = static_cast<int>(std::lround(std::abs(degrees) * 60));
    QString text = QString::number(minutes / 60) + u'°';
    if (minutes % 60 != 0)
        text += QString::number(minutes % 60).rightJustified(2, u'0') + u'′';
    return text + (degrees < 0 ? negative : positive);
}

} // namespace

double roundDenominator(double least) {
    const double magnitude = std::pow(10, std::floor(std::log10(least)));
    const double step = magnitude * (least / magnitude < 2 ? 0.05 : 0.5);
    return std::ceil(least / step - 1e-9) * step;
}

QString thousands(double whole) { return numberText(whole, 0); }

QString longitudeText(double degrees) { return degreesText(degrees, u'E', u'W'); }

QString latitudeText(double degrees) { return degreesText(degrees, u'N', u'S'); }

} // namespace tiermap
