#include "maps/figure/legend_words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList numbersIn(const QString& text) {
    static const QRegularExpression number(u"\\p{Nd}+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList numbers;
    for (const QRegularExpressionMatch& match : number.globalMatch(text))
        numbers += match.captured();
    return numbers;
}

} // namespace

QString LegendWords::operator()(const QString& computed) {
    if (computed.isEmpty())
        return computed;
    if (!m_computed.contains(computed))
        m_computed += computed;
    const QString own = m_own->value(computed);
    return own.isEmpty() || !keepsNumbers(computed, own) ? computed : own;
}

bool keepsNumbers(const QString& computed, const QString& own) {
    const QStringList known = numbersIn(computed);
    return std::ranges::all_of(numbersIn(own), [&](const QString& number) { return known.contains(number); });
}

} // namespace tiermap
