#include "core/import/unit.h"

#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// A unit as so many of a base: 万平方米 is 10 000 of "m²".
struct Measure {
    double factor = 1;
    QString base;
};

struct Known {
    QLatin1StringView base;
    double factor;
    QStringView text;
};

// One mu is 2000/3 m² (GB 3100-93, appendix B).
constexpr std::array<Known, 27> known{
    {{"m2"_L1, 1e6, u"平方千米"},   {"m2"_L1, 1e6, u"平方公里"}, {"m2"_L1, 1e6, u"km²"},
     {"m2"_L1, 1e6, u"km2"},        {"m2"_L1, 1e4, u"公顷"},     {"m2"_L1, 1e4, u"ha"},
     {"m2"_L1, 2000.0 / 3, u"亩"},  {"m2"_L1, 1, u"平方米"},     {"m2"_L1, 1, u"m²"},
     {"m2"_L1, 1, u"m2"},           {"yuan"_L1, 1, u"人民币元"}, {"yuan"_L1, 1, u"元"},
     {"usd"_L1, 1, u"美元"},        {"person"_L1, 1, u"人"},     {"person"_L1, 1, u"persons"},
     {"firm"_L1, 1, u"家"},         {"household"_L1, 1, u"户"},  {"piece"_L1, 1, u"个"},
     {"firm"_L1, 1, u"firms"},      {"t"_L1, 1, u"吨"},          {"t"_L1, 1, u"t"},
     {"item"_L1, 1, u"件"},         {"times"_L1, 1, u"倍"},      {"share"_L1, 0.01, u"%"},
     {"share"_L1, 0.01, u"百分比"}, {"share"_L1, 0.001, u"‰"},   {"share"_L1, 0.01, u"百分点"}}};

double countingWord(QChar character) {
    switch (character.unicode()) {
    case u'十':
        return 1e1;
    case u'百':
        return 1e2;
    case u'千':
        return 1e3;
    case u'万':
        return 1e4;
    case u'亿':
        return 1e8;
    default:
        return 0;
    }
}

/// A unit without the counting words before it, and what they make; none stands before a unit that has a name of its own
/// (百分点).
Measure withoutCounting(const QString& unit) {
    Measure result{.factor = 1, .base = plainText(unit).toLower().remove(u' ')};
    while (!result.base.isEmpty() && !std::ranges::contains(known, QStringView(result.base), &Known::text)) {
        const double word = countingWord(result.base[0]);
        if (word == 0) {
            break;
        }
        result.factor *= word;
        result.base.removeFirst();
    }
    return result;
}

std::optional<Measure> measure(const QString& unit) {
    const Measure counted = withoutCounting(unit);
    const auto base = std::ranges::find(known, QStringView(counted.base), &Known::text);
    return base == known.end() ? std::nullopt
                               : std::optional(Measure{.factor = counted.factor * base->factor, .base = base->base});
}

} // namespace

std::optional<double> unitFactor(const QString& from, const QString& to) {
    const Measure given = withoutCounting(from);
    const Measure wanted = withoutCounting(to);
    if (given.base == wanted.base || given.base.isEmpty()) {
        return given.factor / wanted.factor;
    }
    const std::optional<Measure> source = measure(from);
    const std::optional<Measure> target = measure(to);
    if (!source || !target || source->base != target->base) {
        return std::nullopt;
    }
    return source->factor / target->factor;
}

QString takeCellUnit(QString& cell) {
    static const QRegularExpression parts(
        u"\\A(\\D*[0-9][0-9.,'\\h]*(?:余|多|\\+)?)([^0-9]+?[²2]?)(以上|以下|以内|左右|\\+)?\\z"_s);
    const QRegularExpressionMatch match = parts.match(plainText(cell));
    QString unit = match.captured(2).trimmed();
    if (unit.isEmpty() || (!isUnit(unit) && !withoutCounting(unit).base.isEmpty())) {
        return {};
    }
    cell = match.captured(1).trimmed() + match.captured(3);
    return unit;
}

bool isUnit(const QString& text) { return measure(text).has_value(); }

} // namespace tiermap
