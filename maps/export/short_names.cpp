#include "maps/export/short_names.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qsizetype longest = 10;

bool isLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

bool isPlain(QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; }

/// What of a name can stay; a Chinese one leaves nothing.
QString plain(const QString& name) {
    QString text;
    std::ranges::copy_if(name, std::back_inserter(text), isPlain);
    return text.isEmpty() || !isLetter(text[0]) ? u'F' + text : text;
}

} // namespace

QStringList shortNames(const QStringList& names) {
    QStringList result;
    QSet<QString> taken;
    for (const QString& name : names) { // those that stay go first
        if (plain(name) == name && name.size() <= longest) {
            taken << name.toLower();
        }
    }
    QSet<QString> kept;
    for (const QString& name : names) {
        QString brief = plain(name).left(longest);
        const bool stays = brief == name && !kept.contains(name.toLower());
        for (int number = 1; !stays && taken.contains(brief.toLower()); ++number) {
            const QString ending = u'_' + QString::number(number);
            brief = plain(name).left(longest - ending.size()) + ending;
        }
        taken << brief.toLower();
        kept << brief.toLower();
        result << brief;
    }
    return result;
}

} // namespace tiermap
