#include "core/import/heading.h"

#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What two ways of writing a name have in common.
QString bare(const QString& text) {
    static const QRegularExpression ornaments(u"[\\s()\\[\\]【】〔〕《》“”\"':：,，、;；·]"_s);
    return plainText(text).toLower().remove(ornaments);
}

QString monthText(int year, int month) { return u"%1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0')); }

int numberOf(const QString& digit) {
    static const QString chinese = u"一二三四"_s;
    const auto at = chinese.indexOf(digit);
    return at >= 0 ? static_cast<int>(at) + 1 : digit.toInt();
}

std::optional<Period> monthsOf(int year, int first, int last) {
    return first < 1 || last > 12 || first > last
               ? std::nullopt
               : Period::parse(monthText(year, first) + u".."_s + monthText(year, last));
}

std::optional<Period> periodOf(const QRegularExpressionMatch& match) {
    const int year = match.captured(u"year"_s).toInt();
    if (const QString half = match.captured(u"half"_s); !half.isEmpty()) {
        return half == u"上"_s ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12);
    }
    if (const QString upTo = match.captured(u"upto"_s); !upTo.isEmpty()) {
        return monthsOf(year, 1, numberOf(upTo) * 3);
    }
    if (const QString quarter = match.captured(u"quarter"_s); !quarter.isEmpty()) {
        return Period::parse(u"%1-Q%2"_s.arg(year).arg(numberOf(quarter)));
    }
    if (const QString first = match.captured(u"first"_s); !first.isEmpty()) {
        const QString last = match.captured(u"last"_s);
        if (const QString day = match.captured(u"day"_s); !day.isEmpty() && last.isEmpty()) {
            return Period::parse(monthText(year, first.toInt()) + u'-' + day.rightJustified(2, u'0'));
        }
        return monthsOf(year, first.toInt(), last.isEmpty() ? first.toInt() : last.toInt());
    }
    return Period::parse(QString::number(year));
}

/// 二〇二四年 as 2024年; quarters as 2024-Q1.
QString withPlainYears(QString text) {
    static const QRegularExpression year(u"[一二][〇零○一二三四五六七八九]{3}(?=年)"_s);
    static const QString digits = u"〇一二三四五六七八九"_s;
    for (auto match = year.match(text); match.hasMatch(); match = year.match(text)) {
        QString plain;
        for (const QChar digit : match.captured()) {
            plain += QString::number(std::max<qsizetype>(0, digits.indexOf(digit)));
        }
        text.replace(match.capturedStart(), match.capturedLength(), plain);
    }
    static const QRegularExpression quarter(u"(?<!\\d)((?:19|20)\\d\\d)\\s*-?\\s*[Qq]([1-4])(?!\\d)"_s);
    return text.replace(quarter, u"\\1-Q\\2"_s);
}

/// Names that statistics use for one and the same; the first is the official one.
constexpr std::array<std::array<QStringView, 4>, 2> synonyms{
    {{u"地区生产总值", u"生产总值", u"gdp", u"grossdomesticproduct"},
     {u"年末常住人口", u"常住人口", u"permanentpopulation", u"residentpopulation"}}};

} // namespace

std::optional<Period> takePeriod(QString& text) {
    const QString plain = withPlainYears(plainText(text));
    static const QRegularExpression written(
        u"\\A~?\\d{4}(-Q[1-4]|-\\d\\d\\.\\.\\d{4}-\\d\\d|-\\d\\d-\\d\\d(\\.\\.\\d{4}-\\d\\d-\\d\\d)?)?\\z"_s);
    if (written.match(plain).hasMatch()) {
        text.clear();
        return Period::parse(plain);
    }
    // A figure of four digits is a year only where 年 follows it or nothing else stands there.
    static const QRegularExpression chinese(
        u"(?<year>(?:19|20)\\d\\d)\\s*年\\s*(?:(?<half>[上下])半年|前(?<upto>[一二三四1-4])季度"
        "|第?(?<quarter>[一二三四1-4])季度|(?<first>\\d{1,2})(?:\\s*月?\\s*[-—–~至到]\\s*(?<last>\\d{1,2}))?\\s*月份?(?"
        ":\\s*(?<day>\\d{1,2})\\s*日)?)?"
        "(?:末|底|度|全年)?"_s);
    // A month or quarter as machines write it, before or behind the name: 2021-03地区生产总值.
    static const QRegularExpression machine(u"\\A((?:19|20)\\d\\d-(?:0[1-9]|1[0-2]|Q[1-4]))(?![\\d.-])"
                                            "|(?<![\\d.-])((?:19|20)\\d\\d-(?:0[1-9]|1[0-2]|Q[1-4]))\\z"_s);
    QRegularExpressionMatch match = chinese.match(plain);
    std::optional<Period> period = match.hasMatch() ? periodOf(match) : std::nullopt;
    if (!match.hasMatch()) {
        match = machine.match(plain);
        const QString found = match.captured(1) + match.captured(2);
        period = found.isEmpty() ? std::nullopt
                 : found.contains(u'Q')
                     ? Period::parse(found)
                     : monthsOf(found.left(4).toInt(), found.right(2).toInt(), found.right(2).toInt());
    }
    if (period) {
        text = plain;
        text.remove(match.capturedStart(), match.capturedLength());
        text = text.trimmed();
    }
    return period;
}

std::optional<Period> enteredPeriod(const QString& text) {
    static const QRegularExpression month(u"\\A((?:19|20)\\d\\d)(?:[./](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))\\z"_s);
    if (const auto match = month.match(plainText(text)); match.hasMatch()) {
        const int number = (match.captured(2) + match.captured(3)).toInt();
        return monthsOf(match.captured(1).toInt(), number, number);
    }
    QString rest = text;
    return takePeriod(rest);
}

QString takeUnit(QString& text) {
    static const QRegularExpression bracketed(
        u"\\s*[(\\[【](?:单位\\s*[:：]?\\s*)?([^()\\[\\]【】]*)[)\\]】]\\s*\\z"_s);
    static const QRegularExpression stated(u"[,，]?\\s*单位\\s*[:：]\\s*(\\S+)\\s*\\z"_s);
    for (const QRegularExpression& way : {bracketed, stated}) {
        if (const QRegularExpressionMatch match = way.match(text); match.hasMatch()) {
            text = text.first(match.capturedStart()).trimmed();
            return match.captured(1).trimmed();
        }
    }
    return {};
}

HeadingReader::HeadingReader(const Plan& plan) {
    for (const Indicator& indicator : plan.indicators) {
        for (const QString& name : {indicator.key, indicator.name.zh, indicator.name.en}) {
            if (name.isEmpty()) {
                continue;
            }
            const auto known = m_names.find(bare(name));
            if (known == m_names.end()) {
                m_names.insert(bare(name), indicator.key);
            } else if (*known != indicator.key) {
                known->clear();
            }
        }
    }
    for (const auto& names : synonyms) {
        const auto known =
            std::ranges::find_if(names, [this](QStringView name) { return m_names.contains(name.toString()); });
        for (const QStringView name : names) {
            if (known != names.end() && !m_names.contains(name.toString())) {
                m_names.insert(name.toString(), m_names.value(known->toString()));
            }
        }
    }
}

/// A stock is often named without the day that it is of: 用电户数 for 年末用电户数.
QString HeadingReader::indicator(const QString& text) const {
    const QString plain = bare(text);
    const auto found = m_names.constFind(plain);
    return found != m_names.constEnd() || plain.isEmpty() ? m_names.value(plain) : m_names.value(u"年末"_s + plain);
}

QString HeadingReader::indicatorWithin(const QString& text) const {
    const QString plain = bare(text);
    QString longest;
    QString key;
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
        // Short keys such as "gdp" turn up within other words.
        if (name.key().size() > longest.size() && name.key().size() >= 3 && plain.contains(name.key())) {
            longest = name.key();
            key = name.value();
        }
    }
    return key;
}

Heading HeadingReader::read(const QString& text) const {
    Heading heading;
    heading.name = text.trimmed();
    if (heading.indicator = indicator(text); !heading.indicator.isEmpty()) {
        return heading; // names may have years and brackets of their own
    }
    QString rest = plainText(text);
    heading.period = takePeriod(rest);
    heading.name = rest;
    if (heading.indicator = indicator(rest); !heading.indicator.isEmpty()) {
        return heading;
    }
    heading.unit = takeUnit(rest);
    if (!heading.period) {
        heading.period = takePeriod(rest);
    }
    heading.indicator = indicator(rest);
    heading.name = rest;
    return heading;
}

} // namespace tiermap
