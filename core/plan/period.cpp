#include "core/plan/period.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// All digits, so that "20 4" or "+204" is no year. -1 where it is not a number.
int digitsOf(QStringView text) {
    int number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') {
            return -1;
        }
        number = number * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : number;
}

QDate firstOfYear(QStringView text) {
    const int year = text.size() == 4 ? digitsOf(text) : -1;
    return year > 0 ? QDate(year, 1, 1) : QDate();
}

/// "2023-01"; invalid where it is none.
QDate firstOfMonth(QStringView text) {
    const QDate year = text.size() == 7 && text[4] == u'-' ? firstOfYear(text.first(4)) : QDate();
    return year.isValid() ? QDate(year.year(), digitsOf(text.sliced(5)), 1) : QDate();
}

/// "2023-01-05"
QDate day(QStringView text) {
    const QDate month = text.size() == 10 && text[7] == u'-' ? firstOfMonth(text.first(7)) : QDate();
    return month.isValid() ? QDate(month.year(), month.month(), digitsOf(text.sliced(8))) : QDate();
}

QDate lastOfMonth(const QDate& first) { return first.addMonths(1).addDays(-1); }

std::optional<Period> made(Period::Kind kind, const QDate& from, const QDate& to) {
    if (!from.isValid() || !to.isValid() || to < from) {
        return std::nullopt;
    }
    return Period{kind, from, to, false};
}

std::optional<Period> parseExact(QStringView text) {
    using enum Period::Kind;
    if (const qsizetype dots = text.indexOf(".."_L1); dots >= 0) {
        const QStringView from = text.first(dots);
        const QStringView to = text.sliced(dots + 2);
        if (from.size() == 10 && to.size() == 10) {
            return made(Dates, day(from), day(to));
        }
        const QDate last = firstOfMonth(to);
        return last.isValid() ? made(Months, firstOfMonth(from), lastOfMonth(last)) : std::nullopt;
    }
    if (text.size() == 4) {
        const QDate first = firstOfYear(text);
        return first.isValid() ? made(Year, first, first.addYears(1).addDays(-1)) : std::nullopt;
    }
    if (text.size() == 7 && text[5] == u'Q' && text[4] == u'-') {
        const int quarter = digitsOf(text.sliced(6));
        const QDate year = firstOfYear(text.first(4));
        if (quarter < 1 || quarter > 4 || !year.isValid()) {
            return std::nullopt;
        }
        return made(Quarter, year.addMonths(3 * (quarter - 1)), year.addMonths(3 * quarter).addDays(-1));
    }
    return made(Date, day(text), day(text));
}

} // namespace

std::optional<Period> Period::parse(const QString& written) {
    if (written.isEmpty()) {
        return Period{};
    }
    const bool rough = written.startsWith(u'~');
    std::optional<Period> period = parseExact(QStringView(written).sliced(rough ? 1 : 0));
    if (period) {
        period->approximate = rough;
    }
    return period;
}

QString Period::toString() const {
    const QString rough = approximate ? u"~"_s : QString();
    switch (kind) {
    case Kind::Unknown:
        break;
    case Kind::Year:
        return rough + from.toString(u"yyyy"_s);
    case Kind::Quarter:
        return rough + from.toString(u"yyyy"_s) + u"-Q%1"_s.arg((from.month() + 2) / 3);
    case Kind::Months:
        return rough + from.toString(u"yyyy-MM"_s) + u".."_s + to.toString(u"yyyy-MM"_s);
    case Kind::Date:
        return rough + from.toString(Qt::ISODate);
    case Kind::Dates:
        return rough + from.toString(Qt::ISODate) + u".."_s + to.toString(Qt::ISODate);
    }
    return {};
}

} // namespace tiermap
