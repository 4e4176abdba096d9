#include "maps/style/palette.h"

#include "maps/style/colour_difference.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// `count` colours along a list, mixed between its own.
QList<QColor> along(const QList<QColor>& list, int count) {
    QList<QColor> colours;
    for (int i = 0; i < count; ++i) {
        const double place = count > 1 ? static_cast<double>(i) * static_cast<double>(list.size() - 1) / (count - 1)
                                       : static_cast<double>(list.size() - 1) / 2;
        const auto low = static_cast<qsizetype>(std::floor(place));
        const QColor& from = list[low];
        const QColor& to = list[std::min(low + 1, list.size() - 1)];
        const double part = place - static_cast<double>(low);
        const auto mixed = [&](float a, float b) { return static_cast<float>(a + (b - a) * part); };
        colours += QColor::fromRgbF(mixed(from.redF(), to.redF()), mixed(from.greenF(), to.greenF()),
                                    mixed(from.blueF(), to.blueF()));
    }
    return colours;
}

QList<QColor> coloursOf(const QJsonArray& names) {
    QList<QColor> colours;
    for (const auto& name : names)
        colours += QColor::fromString(name.toString());
    return colours;
}

Palette::Kind kindOf(const QString& name) {
    return name == "diverging"_L1     ? Palette::Kind::Diverging
           : name == "qualitative"_L1 ? Palette::Kind::Qualitative
           : name == "bivariate"_L1   ? Palette::Kind::Bivariate
                                      : Palette::Kind::Sequential;
}

QList<Palette> readPalettes() {
    QFile file(u":/tiermap/palettes/palettes.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Palette> all;
    for (const auto& entry : QJsonDocument::fromJson(file.readAll())["palettes"_L1].toArray()) {
        const QJsonObject object = entry.toObject();
        Palette palette{.key = object["key"_L1].toString(),
                        .name = {object["name_zh"_L1].toString(), object["name_en"_L1].toString()},
                        .kind = kindOf(object["kind"_L1].toString())};
        for (const auto& list : object["colours"_L1].toArray())
            palette.lists += coloursOf(list.toArray());
        all += palette;
    }
    return all;
}

} // namespace

QList<QColor> Palette::colours(int count, bool reversed) const {
    if (lists.isEmpty() || count < 1)
        return {};
    QList<QColor> colours;
    const auto exact = std::ranges::find(lists, count, &QList<QColor>::size);
    if (exact != lists.end()) {
        colours = *exact;
    } else if (kind == Kind::Qualitative) {
        const QList<QColor>& all = lists.last();
        for (int i = 0; i < count; ++i)
            colours += all[i % all.size()];
    } else {
        colours = along(count < lists.first().size() ? lists.first() : lists.last(), count);
    }
    if (reversed)
        std::ranges::reverse(colours);
    return colours;
}

const QList<Palette>& palettes() {
    static const QList<Palette> all = readPalettes();
    return all;
}

const Palette* palette(const QString& key) {
    const auto found = std::ranges::find(palettes(), key, &Palette::key);
    return found == palettes().end() ? nullptr : &*found;
}

std::optional<Palette> customPalette(const QString& written) {
    static const QRegularExpression colour(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
    Palette palette{.key = written, .name = {written, written}};
    QList<QColor> colours;
    for (const QString& part : written.split(u',')) {
        if (!colour.match(part.trimmed()).hasMatch())
            return std::nullopt;
        colours += QColor::fromString(part.trimmed());
    }
    if (colours.size() < 2)
        return std::nullopt;
    palette.lists = {colours};
    return palette;
}

Weakest weakestPair(const QList<QColor>& colours, bool neighboursOnly, bool grey) {
    Weakest weakest{.difference = std::numeric_limits<double>::infinity()};
    for (const Vision vision : {Vision::Normal, Vision::Protan, Vision::Deutan, Vision::Tritan, Vision::Grey}) {
        if (vision == Vision::Grey && !grey)
            continue;
        QList<Lab> seen;
        for (const QColor& color : colours)
            seen += labOf(seenWith(vision, color));
        for (qsizetype i = 0; i < seen.size(); ++i) {
            const qsizetype last = neighboursOnly ? std::min(i + 1, seen.size() - 1) : seen.size() - 1;
            for (qsizetype j = i + 1; j <= last; ++j) {
                if (const double difference = colourDifference(seen[i], seen[j]); difference < weakest.difference)
                    weakest = {vision, i, j, difference};
            }
        }
    }
    return weakest;
}

} // namespace tiermap
