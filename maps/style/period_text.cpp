#include "maps/style/period_text.h"

#include "maps/style/sheet_word.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr SheetWord about{u"约%1", u"about %1"};

QString exactly(const Period& period, Language language) {
    const bool chinese = language == Language::Chinese;
    const QString year = QString::number(period.from.year());
    const int first = period.from.month();
    switch (period.kind) {
    case Period::Kind::Unknown:
        return {};
    case Period::Kind::Year:
        return chinese ? year + u'年' : year;
    case Period::Kind::Quarter:
        return (chinese ? u"%1年第%2季度"_s : u"Q%2 %1"_s).arg(year).arg((first + 2) / 3);
    case Period::Kind::Months:
        if (!chinese || period.from.year() != period.to.year()) {
            return period.from.toString(u"yyyy-MM"_s) + (chinese ? u"至"_s : u" to "_s) +
                   period.to.toString(u"yyyy-MM"_s);
        }
        return first == period.to.month() ? u"%1年%2月"_s.arg(year).arg(first)
                                          : u"%1年%2—%3月"_s.arg(year).arg(first).arg(period.to.month());
    case Period::Kind::Date:
        return chinese ? period.from.toString(u"yyyy年M月d日"_s) : period.from.toString(Qt::ISODate);
    case Period::Kind::Dates:
        return period.from.toString(Qt::ISODate) + (chinese ? u"至"_s : u" to "_s) + period.to.toString(Qt::ISODate);
    }
    return {};
}

} // namespace

QString periodText(const Period& period, Language language) {
    const QString text = exactly(period, language);
    return period.approximate ? about.in(language).arg(text) : text;
}

} // namespace tiermap
