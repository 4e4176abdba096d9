#include "core/analysis/rank_stability.h"
#include "maps/style/number_text.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Lines that are seen on the fill: light ones on dark, dark ones on light.
AreaInk thirdInk(const QColor& fill, bool stable) {
    if (stable)
        return {.fill = fill};
    constexpr double dark = 0.55;
    const QColor line = fill.lightnessF() < dark ? QColor(0xFF, 0xFF, 0xFF) : QColor(0x55, 0x50, 0x48);
    return {.fill = fill, .hatch = Hatch{.angle = 45, .spacing = 1.5, .width = 0.3, .color = line}};
}

QString rankText(const CompositeScore& score) {
    return score.rank() ? QString::number(*score.rank())
                        : style_words::interval.in(Language::English).arg(score.bestRank).arg(score.worstRank);
}

/// How the ranks come about: method and weights.
QString methodText(const ThematicWork& work, const Weights& weights) {
    const Language language = work.language;
    const SheetWord& method = work.style.aggregation == Aggregation::WeightedSum       ? style_words::weightedSum
                              : work.style.aggregation == Aggregation::WeightedProduct ? style_words::weightedProduct
                                                                                       : style_words::topsis;
    if (work.style.weights.empty())
        return method.in(language).arg(style_words::equalWeights.in(language));
    QStringList parts;
    for (qsizetype i = 0; i < work.series.size(); ++i)
        parts += style_words::weightOf.in(language).arg(
            work.series[i].name, QString::number(100 * weights[static_cast<std::size_t>(i)], 'f', 0));
    return method.in(language).arg(parts.join(style_words::listed.in(language)));
}

void tellRanks(ThematicWork& work, const RankStability& ranks) {
    const Language language = work.language;
    QStringList names;
    QStringList whens;
    for (const StyledSeries& series : std::as_const(work.series)) {
        names += series.name;
        whens += series.when;
    }
    const bool together = whens.count(whens.first()) == whens.size();
    for (qsizetype i = 0; !together && i < names.size(); ++i)
        names[i] = style_words::withPeriod.in(language).arg(names[i], whens[i]);
    ThematicMap& map = work.map;
    map.legend.title = style_words::compositeRank.in(language);
    map.legend.subtitle = names.join(style_words::listed.in(language));
    if (together)
        map.legend.subtitle += style_words::separator.in(language) + whens.first();
    map.title = style_words::withPeriod.in(language).arg(map.legend.title,
                                                         style_words::indicatorCount.in(language).arg(names.size()));
    map.legend.notes += methodText(work, ranks.weights);
    map.legend.notes += style_words::weightings.in(language).arg(numberText(ranks.samples, 0)).arg(ranks.seed);
    map.words = style_words::told.in(language)
                    .arg(map.title)
                    .arg(ranks.zones.size() + ranks.unknown.size())
                    .arg(ranks.zones.size());
}

} // namespace

Result<void> drawRanks(ThematicWork& work) {
    const auto period = work.style.when == LayerStyle::When::Given ? work.style.period : std::nullopt;
    const auto ranks =
        rankStability(work.plan, work.style.indicators, period, work.style.aggregation, work.style.weights);
    if (!ranks)
        return std::unexpected(ranks.error());
    constexpr int thirds = RankStability::thirds;
    Classes classes{.bounds = {}, .counts = std::vector<int>(thirds, 0)};
    for (int i = 0; i <= thirds; ++i)
        classes.bounds.push_back(i);
    const QList<QColor> colours = classColours(work.style, classes); // the greatest is the last
    const auto fill = [&](int third) { return colours.value(thirds - 1 - third); };
    ThematicMap& map = work.map;
    tellRanks(work, *ranks);
    QStringList uncertain;
    QList<QStringList> members(thirds);
    for (const RankStability::Zone& zone : ranks->zones) {
        map.inks.insert(zone.zone, thirdInk(fill(zone.third), zone.isStable()));
        map.classOf.insert(zone.zone, thirds - 1 - zone.third);
        map.values.insert(zone.zone, rankText(zone.score));
        members[zone.third] += work.nameOf(zone.zone);
        if (!zone.isStable())
            uncertain += work.nameOf(zone.zone);
    }
    int first = 1;
    for (int third = 0; third < thirds; ++third) {
        const int size = ranks->sizes[third];
        const QString text = size == 1 ? style_words::rank.in(work.language).arg(first)
                                       : style_words::rankInterval.in(work.language).arg(first).arg(first + size - 1);
        first += size;
        if (size == 0)
            continue;
        map.legend.items += {.ink = {.fill = fill(third)}, .text = text, .count = size};
        map.words += style_words::classTold.in(work.language)
                         .arg(text, members[third].join(style_words::listed.in(work.language)));
    }
    const QString enough = QString::number(100 * RankStability::enough);
    map.legend.items += {.ink = thirdInk(fill(1), false),
                         .text = style_words::uncertainRank.in(work.language).arg(enough),
                         .count = static_cast<int>(uncertain.size())};
    if (!uncertain.isEmpty())
        map.words += style_words::classTold.in(work.language)
                         .arg(style_words::uncertainRank.in(work.language).arg(enough),
                              uncertain.join(style_words::listed.in(work.language)));
    map.words = map.words.trimmed();
    const AreaInk unknown = inkOf(ZoneFigure::Known::Missing);
    for (const QString& zone : ranks->unknown)
        map.inks.insert(zone, unknown);
    if (!ranks->unknown.isEmpty())
        map.legend.items += {.ink = unknown,
                             .text = style_words::missing.in(work.language),
                             .count = static_cast<int>(ranks->unknown.size())};
    return {};
}

} // namespace tiermap
