#include "maps/formats/formula_guard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr QChar apostrophe = u'\'';

/// How many apostrophes stand before a sign that begins a formula; -1 where none follows. A sign alone, which tables
/// use for "nothing", does no harm.
qsizetype guardsOf(const QString& text) {
    const auto first = std::ranges::find_if(text, [](QChar c) { return c != apostrophe; });
    const qsizetype at = first - text.begin();
    return at + 1 < text.size() && u"=+-@\t\r\n＝＋－＠"_s.contains(*first) ? at : -1;
}

bool isNegativeNumber(const QString& text) {
    const bool digits = std::ranges::all_of(text.begin() + 1, text.end(),
                                            [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    return text[0] == u'-' && text.size() > 1 && digits && text.count(u'.') <= 1 && text[1] != u'.' &&
           !text.endsWith(u'.');
}

} // namespace

QString guarded(const QString& text) { return guardsOf(text) < 0 || isNegativeNumber(text) ? text : apostrophe + text; }

bool looksGuarded(const QString& text) { return guardsOf(text) > 0; }

QString unguarded(const QString& text) { return looksGuarded(text) ? text.sliced(1) : text; }

} // namespace tiermap
