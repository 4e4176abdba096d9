#include "app/window/search_index.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Lower case, no blanks, full-width signs as their plain ones: what a person types in a hurry.
QString folded(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC).toLower().remove(u' ').remove(u'\'');
}

/// 0 starts with it, 1 contains it, 2 does not match.
int rank(const QStringList& names, const QString& needle) {
    int best = 2;
    for (const QString& name : names) {
        const qsizetype at = folded(name).indexOf(needle);
        if (at >= 0)
            best = std::min(best, at == 0 ? 0 : 1);
    }
    return best;
}

/// yun qi xiao zhen -> yqxz
QString initials(const QString& pinyin) {
    QString letters;
    for (const QString& syllable : pinyin.split(u' ', Qt::SkipEmptyParts))
        letters += syllable.front();
    return letters;
}

std::optional<QPointF> coordinate(const QString& text) {
    static const QRegularExpression pattern(
        uR"(^\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEW]?)\s*[,;，、\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NSEW]?)\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text.normalized(QString::NormalizationForm_KC));
    if (!match.hasMatch())
        return std::nullopt;
    double longitude = match.captured(1).toDouble();
    double latitude = match.captured(3).toDouble();
    QString first = match.captured(2).toUpper();
    QString second = match.captured(4).toUpper();
    const bool latitudeFirst = first == u"N"_s || first == u"S"_s || second == u"E"_s || second == u"W"_s;
    if (latitudeFirst || (first.isEmpty() && std::abs(latitude) > 90)) {
        std::swap(longitude, latitude);
        std::swap(first, second);
    }
    if (first == u"W"_s)
        longitude = -longitude;
    if (second == u"S"_s)
        latitude = -latitude;
    if (std::abs(longitude) > 180 || std::abs(latitude) > 90)
        return std::nullopt;
    return QPointF(longitude, latitude);
}

} // namespace

QList<SearchHit> search(const Plan& plan, const QString& text, Language language) {
    const QString needle = folded(text);
    if (needle.isEmpty())
        return {};
    if (const auto position = coordinate(text))
        return {{SearchHit::Kind::Coordinate,
                 {},
                 u"%1°, %2°"_s.arg(position->x(), 0, 'f', 5).arg(position->y(), 0, 'f', 5),
                 *position}};
    QList<std::pair<int, SearchHit>> ranked;
    for (const Zone& zone : plan.layoutZones()) {
        const int order = rank({zone.name.zh, zone.name.en, zone.code}, needle);
        if (order < 2)
            ranked.emplace_back(order, SearchHit{SearchHit::Kind::Zone, zone.code, zone.name.in(language)});
    }
    for (const Site& site : plan.sites) {
        const int order = rank({site.name.zh, site.name.en, site.pinyin, initials(site.pinyin)}, needle);
        if (order < 2)
            ranked.emplace_back(order, SearchHit{SearchHit::Kind::Site, site.key, site.name.in(language)});
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, SearchHit>::first);
    QList<SearchHit> hits;
    for (const auto& [order, hit] : ranked)
        hits += hit;
    return hits;
}

} // namespace tiermap
