#include "maps/style/thematic_map.h"

#include "maps/geometry/measure.h"
#include "maps/style/number_text.h"
#include "maps/style/palette.h"
#include "maps/style/period_text.h"
#include "maps/style/style_words.h"
#include "maps/style/thematic_work.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double squareMetresPerKm2 = 1e6;

/// In the order of the legend.
constexpr ZoneFigure::Known withoutNumber[] = {ZoneFigure::Known::Bound, ZoneFigure::Known::Withheld,
                                               ZoneFigure::Known::Missing};

std::optional<Period> periodFor(const Plan& plan, const LayerStyle& style, const QString& indicator) {
    if (style.when == LayerStyle::When::Given)
        return style.period;
    if (style.when == LayerStyle::When::Latest)
        return std::nullopt;
    const QList<Period> periods = periodsOf(plan, indicator);
    return periods.isEmpty() ? Period() : periods.first();
}

/// The city's own adopted number of a period.
std::optional<double> cityNumber(const Plan& plan, const QString& indicator, const std::optional<Period>& period) {
    for (const Observation& o : plan.observations) {
        if (!o.adopted || o.indicator != indicator || !period || o.period != *period || !o.value ||
            o.value->bound != Quantity::Bound::Exact || o.value->number == 0)
            continue;
        const Zone* zone = plan.zone(o.zone);
        if (zone && zone->kind == Zone::Kind::City)
            return o.value->number;
    }
    return std::nullopt;
}

/// Three figures that count, of the number in the middle.
int decimalsFor(const QHash<QString, double>& numbers) {
    std::vector<double> sizes;
    for (const double number : numbers) {
        if (number != 0)
            sizes.push_back(std::abs(number));
    }
    if (sizes.empty())
        return 0;
    std::ranges::sort(sizes);
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(sizes[sizes.size() / 2]))), 0, 6);
}

/// "2024年"; of what no year is stated for that this is so.
QString when(const Period& period, Language language) {
    const QString text = periodText(period, language);
    return text.isEmpty() ? style_words::notStated.in(language) : text;
}

QString whenText(const StyledSeries& series, const LayerStyle& style, Language language) {
    if (style.when == LayerStyle::When::Latest)
        return style_words::latest.in(language);
    return when(series.period.value_or(Period()), language);
}

/// What all districts have together, where each has a number and all are of one period; else 0: the sum of some is no
/// whole.
double sumOfAll(const StyledSeries& series, const Plan& plan) {
    double sum = 0;
    for (const ZoneFigure& figure : series.figures) {
        if (figure.known != ZoneFigure::Known::Exact ||
            plan.observations[figure.observation].period !=
                plan.observations[series.figures.first().observation].period)
            return 0;
        sum += figure.number;
    }
    return sum;
}

void measure(StyledSeries& series, const Plan& plan, const std::vector<ZoneShape>& shapes,
             LayerStyle::Measure measure) {
    if (measure == LayerStyle::Measure::Value)
        return;
    const double sum = measure == LayerStyle::Measure::Share ? sumOfAll(series, plan) : 0;
    const auto wholeOf = [&](const QString& zone) { // the city's number of the year that the zone's is of
        const auto figure = std::ranges::find(series.figures, zone, &ZoneFigure::zone);
        const auto city = cityNumber(plan, series.indicator->key, plan.observations[figure->observation].period);
        series.ofCity = series.ofCity || city.has_value();
        return city.value_or(sum);
    };
    for (auto number = series.numbers.begin(); number != series.numbers.end();) {
        double divisor = 0;
        if (measure == LayerStyle::Measure::Density) {
            const auto shape = std::ranges::find(shapes, number.key(), &ZoneShape::code);
            divisor = shape == shapes.end() ? 0 : areaSquareMetres(shape->polygons) / squareMetresPerKm2;
        } else {
            divisor = wholeOf(number.key()) / 100;
        }
        if (divisor == 0) {
            number = series.numbers.erase(number);
            continue;
        }
        number.value() /= divisor;
        ++number;
    }
}

/// What a zone is to the map: the least that is known of it where all indicators are needed, else the most.
ZoneFigure::Known knownOf(const ThematicWork& work, qsizetype zone) {
    const bool all = work.style.kind != LayerStyle::Kind::Bars;
    auto known = work.series.first().figures[zone].known;
    for (const StyledSeries& series : work.series)
        known = all ? std::max(known, series.figures[zone].known) : std::min(known, series.figures[zone].known);
    return known;
}

/// A series for each period of the one indicator of a style, of one length and in the order of time: the latest of them
/// where there are more than columns that can be told apart.
QList<StyledSeries> seriesOverTime(const Plan& plan, const std::vector<ZoneShape>& shapes, LayerStyle style,
                                   Language language) {
    constexpr qsizetype most = 6;
    QList<Period> periods = periodsOf(plan, style.indicators.first());
    if (periods.isEmpty())
        return {};
    // Half a year beside whole ones would look like a fall: only periods as long as the one that most zones have.
    const auto days = [](const Period& period) { return period.from.daysTo(period.to); };
    periods.removeIf([&, usual = days(periods.first())](const Period& period) {
        constexpr qint64 leapDay = 1;
        return std::abs(days(period) - usual) > leapDay;
    });
    std::ranges::sort(periods, {}, &Period::from);
    periods = periods.sliced(std::max<qsizetype>(0, periods.size() - most));
    style.when = LayerStyle::When::Given;
    QList<StyledSeries> all;
    for (const Period& period : std::as_const(periods)) {
        style.period = period;
        all += styledSeries(plan, shapes, style, style.indicators.first(), language);
    }
    return all;
}

void tellTitle(ThematicWork& work) {
    const Language language = work.language;
    QStringList names;
    QStringList units;
    QStringList whens;
    for (const StyledSeries& series : work.series) {
        names += series.name;
        units += series.unit;
        whens += series.when;
    }
    names.removeDuplicates();
    whens.removeDuplicates();
    units.removeDuplicates();
    if (work.overTime)
        whens = {style_words::interval.in(language).arg(whens.first(), whens.last())};
    units.removeAll(QString());
    const auto listed = [&](const QStringList& texts) {
        return texts.size() == 2 ? style_words::two.in(language).arg(texts[0], texts[1])
                                 : texts.join(style_words::listed.in(language));
    };
    if (whens.size() == 1) {
        work.map.title = style_words::withPeriod.in(language).arg(listed(names), whens.first());
    } else { // each with its own
        QStringList dated;
        for (const StyledSeries& series : work.series)
            dated += style_words::withPeriod.in(language).arg(series.name, series.when);
        work.map.title = listed(dated);
    }
    if (work.series.size() == 1 || work.overTime) // else they are named one by one
        work.map.legend.title = listed(names);
    QStringList subtitle;
    if (whens.size() == 1)
        subtitle += whens;
    if (units.size() == 1 && (work.series.size() <= 1 || work.overTime))
        subtitle += style_words::unit.in(language).arg(units.first());
    work.map.legend.subtitle = subtitle.join(style_words::separator.in(language));
}

/// Sources, and what is not a published observation.
void tellSources(ThematicWork& work) {
    QStringList estimates;
    QStringList illustrative;
    QList<Period> periods;
    for (const StyledSeries& series : work.series) {
        for (const ZoneFigure& figure : series.figures) {
            if (figure.observation < 0)
                continue;
            const bool drawn = figure.known != ZoneFigure::Known::Exact || series.numbers.contains(figure.zone);
            if (!drawn) // such as a share of what is not known
                continue;
            const Observation& observation = work.plan.observations[figure.observation];
            if (!work.map.sources.contains(observation.source))
                work.map.sources += observation.source;
            if (figure.known != ZoneFigure::Known::Exact)
                continue;
            if (!periods.contains(observation.period))
                periods += observation.period;
            if (observation.status == Observation::Status::Estimate)
                estimates += work.nameOf(figure.zone);
            else if (observation.status == Observation::Status::Illustrative)
                illustrative += work.nameOf(figure.zone);
        }
    }
    const auto tell = [&](MapWarning warning, SheetWord word, QStringList& names) {
        if (names.isEmpty())
            return;
        names.removeDuplicates();
        work.map.warnings += warning;
        work.map.legend.notes += word.in(work.language).arg(names.join(style_words::listed.in(work.language)));
    };
    tell(MapWarning::Estimates, style_words::estimates, estimates);
    tell(MapWarning::Illustrative, style_words::illustrative, illustrative);
    if (work.style.when == LayerStyle::When::Latest && periods.size() > work.series.size())
        work.map.warnings += MapWarning::YearsDiffer;
}

void tellMeasure(ThematicWork& work) {
    if (work.style.measure == LayerStyle::Measure::Density)
        work.map.legend.notes += style_words::areaMeasured.in(work.language);
    if (work.style.measure == LayerStyle::Measure::Share && !work.series.isEmpty())
        work.map.legend.notes += (work.series.first().numbers.isEmpty() ? style_words::shareUnknown
                                  : work.series.first().ofCity          ? style_words::shareOfCity
                                                                        : style_words::shareOfZones)
                                     .in(work.language);
}

/// The number of a zone, or what bounds it; empty where nothing is known.
QString valueText(const ThematicWork& work, const StyledSeries& series, const ZoneFigure& figure) {
    const bool known = series.numbers.contains(figure.zone);
    const bool bounded = figure.known == ZoneFigure::Known::Bound && work.style.measure == LayerStyle::Measure::Value;
    if (!known && !bounded)
        return {};
    const Observation& observation = work.plan.observations[figure.observation];
    const QString text =
        known ? work.numberOf(series, series.numbers[figure.zone]) : quantityText(*observation.value, work.language);
    return work.style.when == LayerStyle::When::Latest
               ? style_words::withPeriod.in(work.language).arg(text, when(observation.period, work.language))
               : text;
}

/// Of several indicators all that a zone has, in their order.
void tellValues(ThematicWork& work) {
    const QList<StyledSeries> told = work.overTime ? QList{work.told()} : work.series;
    for (qsizetype i = 0; i < told.first().figures.size(); ++i) {
        QStringList texts;
        for (const StyledSeries& series : told)
            texts += valueText(work, series, series.figures[i]);
        if (texts.join(QString()).isEmpty())
            continue;
        texts.replaceInStrings(QRegularExpression(u"^$"_s), u"–"_s);
        work.map.values.insert(told.first().figures[i].zone, texts.join(u" / "_s));
    }
}

/// Of which year the latest number of each zone is: the zones by name, but those of the largest group by their count.
QString yearsText(const ThematicWork& work, const StyledSeries& series) {
    struct Group {
        Period period;
        QStringList zones;
    };
    QList<Group> groups;
    for (const ZoneFigure& figure : series.figures) {
        if (!series.numbers.contains(figure.zone))
            continue;
        const Period& period = work.plan.observations[figure.observation].period;
        auto group = std::ranges::find(groups, period, &Group::period);
        if (group == groups.end())
            group = groups.insert(groups.end(), {period, {}});
        group->zones += work.nameOf(figure.zone);
    }
    if (groups.size() == 1)
        return style_words::allOf.in(work.language).arg(when(groups.first().period, work.language));
    std::ranges::stable_sort(groups, std::ranges::greater(),
                             [](const Group& group) { return std::pair(group.period.to, group.period.from); });
    const auto largest = std::ranges::max_element(groups, {}, [](const Group& group) { return group.zones.size(); });
    constexpr qsizetype named = 3;
    QStringList texts;
    for (auto group = groups.begin(); group != groups.end(); ++group)
        texts += style_words::withPeriod.in(work.language)
                     .arg(when(group->period, work.language),
                          group == largest && group->zones.size() > named
                              ? style_words::otherZones.in(work.language).arg(group->zones.size())
                              : group->zones.join(style_words::listed.in(work.language)));
    return texts.join(style_words::groups.in(work.language));
}

void tellYears(ThematicWork& work) {
    if (work.style.when != LayerStyle::When::Latest || work.overTime)
        return;
    for (const StyledSeries& series : std::as_const(work.series)) {
        if (series.numbers.isEmpty())
            continue;
        const QString years = yearsText(work, series);
        work.map.legend.notes += work.series.size() == 1
                                     ? style_words::years.in(work.language).arg(years)
                                     : style_words::yearsOf.in(work.language).arg(series.name, years);
        work.map.words += style_words::sentence.in(work.language).arg(work.map.legend.notes.last());
    }
}

QString extremesText(const ThematicWork& work, const StyledSeries& series) {
    const ZoneFigure* least = nullptr;
    const ZoneFigure* most = nullptr;
    for (const ZoneFigure& figure : series.figures) {
        if (!series.numbers.contains(figure.zone))
            continue;
        const double number = series.numbers[figure.zone];
        if (!least || number < series.numbers[least->zone])
            least = &figure;
        if (!most || number > series.numbers[most->zone])
            most = &figure;
    }
    if (!least || most == least)
        return {};
    const auto number = [&](const ZoneFigure& of) {
        return work.numberOf(series, series.numbers[of.zone]) +
               (series.unit.isEmpty() ? QString() : u' ' + series.unit);
    };
    return style_words::extremes.in(work.language)
        .arg(work.nameOf(most->zone), number(*most), work.nameOf(least->zone), number(*least));
}

void tellWords(ThematicWork& work) {
    using enum LayerStyle::Kind;
    const Language language = work.language;
    const StyledSeries& series = work.told();
    QString& words = work.map.words;
    // Of several years a zone has data that has a number in any of them.
    const auto inAll = std::ranges::count_if(series.figures, [&](const ZoneFigure& figure) {
        return std::ranges::all_of(work.series, [&](const StyledSeries& s) { return s.numbers.contains(figure.zone); });
    });
    const qsizetype known = work.overTime                  ? work.map.symbols.size()
                            : work.style.kind == Bivariate ? inAll
                                                           : series.numbers.size();
    words = style_words::told.in(language).arg(work.map.title).arg(series.figures.size()).arg(known);
    if (!work.overTime && work.style.kind != Bivariate) // which is highest changes from year to year
        words += extremesText(work, series);
    const auto tell = [&](const QString& text, const auto& belongs) {
        QStringList names;
        for (const ZoneFigure& figure : series.figures) {
            if (belongs(figure.zone))
                names += work.nameOf(figure.zone);
        }
        if (!names.isEmpty())
            words += style_words::classTold.in(language).arg(text, names.join(style_words::listed.in(language)));
    };
    const QSet<int> classes(work.map.classOf.begin(), work.map.classOf.end());
    QList<int> downwards(classes.begin(), classes.end());
    std::ranges::sort(downwards, std::ranges::greater());
    for (const int in : downwards)
        tell(classText(work.map, in), [&](const QString& zone) { return work.map.classOf.value(zone, -1) == in; });
    for (const auto without : withoutNumber)
        tell(knownText(without, language), [&](const QString& zone) { return work.map.known.value(zone) == without; });
    words = words.trimmed();
}

} // namespace

QString ThematicWork::numberOf(const StyledSeries& of, double number) const {
    return numberText(number, std::min(of.decimals, decimalsOf({number})));
}

QString classText(const ThematicMap& map, int in) {
    const bool square = map.legend.form == StyleLegend::Form::Square; // others begin with the greatest
    return map.legend.items.value(square ? in : map.classes.size() - 1 - in).text;
}

QString knownText(ZoneFigure::Known known, Language language) {
    switch (known) {
    case ZoneFigure::Known::Exact:
    case ZoneFigure::Known::Missing:
        break;
    case ZoneFigure::Known::Withheld:
        return style_words::withheld.in(language);
    case ZoneFigure::Known::Bound:
        return style_words::bound.in(language);
    }
    return style_words::missing.in(language);
}

QColor symbolGround() { return {0xE9, 0xE7, 0xE1}; }

AreaInk inkOf(ZoneFigure::Known known) {
    const QColor ground(0xF2, 0xF0, 0xEB);
    const QColor line(0x9C, 0x97, 0x8C);
    switch (known) {
    case ZoneFigure::Known::Exact:
        break;
    case ZoneFigure::Known::Missing:
        return {ground, Hatch{.angle = 45, .spacing = 1.8, .width = 0.14, .color = line, .crossed = true}};
    case ZoneFigure::Known::Withheld:
        return {ground, Hatch{.angle = 135, .spacing = 1.1, .width = 0.25, .color = line}};
    case ZoneFigure::Known::Bound:
        return {ground, Hatch{.angle = 0, .spacing = 1.3, .width = 0.25, .color = line}};
    }
    return {};
}

void drawUnknown(ThematicWork& work, const AreaInk& ground) {
    QHash<ZoneFigure::Known, int> counts;
    const QList<ZoneFigure>& figures = work.series.first().figures;
    for (qsizetype i = 0; i < figures.size(); ++i) {
        auto known = knownOf(work, i);
        // Known, but not in the measure that is asked for.
        if (known == ZoneFigure::Known::Exact && work.style.kind != LayerStyle::Kind::Bars &&
            std::ranges::any_of(work.series,
                                [&](const StyledSeries& s) { return !s.numbers.contains(figures[i].zone); }))
            known = ZoneFigure::Known::Missing;
        work.map.known.insert(figures[i].zone, known);
        work.map.inks.insert(figures[i].zone, known == ZoneFigure::Known::Exact ? ground : inkOf(known));
        ++counts[known];
    }
    for (const auto known : withoutNumber) {
        if (counts.contains(known))
            work.map.legend.items +=
                {.ink = inkOf(known), .text = knownText(known, work.language), .count = counts[known]};
    }
}

Projection equalAreaOf(const std::vector<ZoneShape>& shapes) {
    const auto [west, south, east, north] = extentOf(shapes);
    return Projection::conicEqualArea(west, south, east, north);
}

StyledSeries styledSeries(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                          const QString& key, Language language) {
    using enum LayerStyle::Measure;
    StyledSeries series;
    series.indicator = plan.indicator(key);
    series.period = periodFor(plan, style, key);
    series.figures = zoneFigures(plan, key, series.period);
    std::vector<double> raw;
    for (const ZoneFigure& figure : series.figures) {
        if (figure.known != ZoneFigure::Known::Exact || !std::isfinite(figure.number))
            continue;
        series.numbers.insert(figure.zone, figure.number);
        raw.push_back(figure.number);
    }
    series.name = series.indicator->name.in(language);
    series.unit = series.indicator->unit.in(language);
    const bool nothing = raw.empty() && std::ranges::none_of(series.figures, [](const ZoneFigure& figure) {
                             return figure.known == ZoneFigure::Known::Bound;
                         });
    series.when = nothing ? style_words::missing.in(language) : whenText(series, style, language);
    measure(series, plan, shapes, style.measure);
    series.decimals = style.measure == Value   ? decimalsOf(raw)
                      : style.measure == Share ? 1
                                               : decimalsFor(series.numbers);
    if (style.measure == Density) {
        series.name = style_words::density.in(language).arg(series.name);
        series.unit = style_words::perArea.in(language).arg(series.unit);
    } else if (style.measure == Share) {
        series.name = style_words::share.in(language).arg(series.name);
        series.unit = u"%"_s;
    }
    return series;
}

QHash<QString, double> styledNumbers(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                                     int indicator) {
    return styledSeries(plan, shapes, style, style.indicators.value(indicator), Language::Chinese).numbers;
}

QString usualPalette(const LayerStyle& style) {
    using enum LayerStyle::Kind;
    const auto kind = style.kind == Bivariate                    ? Palette::Kind::Bivariate
                      : style.kind == Bars || style.kind == Pies ? Palette::Kind::Qualitative
                      : style.kind == Graduated && style.middle  ? Palette::Kind::Diverging
                                                                 : Palette::Kind::Sequential;
    const auto first = std::ranges::find(palettes(), kind, &Palette::kind);
    return first == palettes().end() ? QString() : first->key;
}

Classes classesFor(const LayerStyle& style, const std::vector<double>& numbers) {
    if (style.method == ClassMethod::Manual) { // bounds as they were given, the middle among them
        std::vector<double> breaks = style.breaks;
        if (style.middle && !std::ranges::contains(breaks, *style.middle))
            breaks.insert(std::ranges::upper_bound(breaks, *style.middle), *style.middle);
        return classify(numbers, style.method, style.classes, breaks);
    }
    Classes classes = style.middle ? classifyAround(*style.middle, numbers, style.method, style.classes)
                                   : classify(numbers, style.method, style.classes);
    const auto middle = style.middle ? std::ranges::find(classes.bounds, *style.middle) - classes.bounds.begin() : -1;
    classes = rounded(std::move(classes), style.method, numbers);
    if (style.middle && std::cmp_less(middle, classes.bounds.size()))
        classes.bounds[static_cast<std::size_t>(middle)] = *style.middle; // it means something as it is
    if (classes.size() == 0 || style.measure == LayerStyle::Measure::Value)
        return classes;
    // Quotients have no end of digits: the outer bounds give way outwards, so that the legend holds every zone.
    QHash<QString, double> all;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        all.insert(QString::number(i), numbers[i]);
    const double unit = std::pow(10, style.measure == LayerStyle::Measure::Share ? 1 : decimalsFor(all));
    classes.bounds.front() = std::floor(classes.bounds.front() * unit) / unit;
    classes.bounds.back() = std::ceil(classes.bounds.back() * unit) / unit;
    return classes;
}

Result<ThematicMap> thematicMap(const Plan& plan, const std::vector<ZoneShape>& shapes, const LayerStyle& style,
                                Language language, const GeoPolygons& water) {
    using enum LayerStyle::Kind;
    if (const auto checked = checkStyle(style, plan); !checked)
        return std::unexpected(checked.error());
    ThematicWork work{plan, shapes, style, language};
    work.map.style = style;
    if (style.kind == Bars && style.indicators.size() == 1)
        work.series = seriesOverTime(plan, shapes, style, language);
    work.overTime = work.series.size() > 1;
    if (!work.overTime) {
        work.series.clear();
        for (const QString& indicator : style.indicators)
            work.series += styledSeries(plan, shapes, style, indicator, language);
    }
    if (style.kind == Pies && style.when != LayerStyle::When::Given) { // parts of one whole are of one year
        QStringList whens;
        for (const StyledSeries& series : std::as_const(work.series))
            whens += series.when;
        whens.removeDuplicates();
        if (whens.size() > 1 || style.when == LayerStyle::When::Latest)
            return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                           .field = u"period"_s,
                                           .arguments = {whens.join(u", "_s), u"2024, 2024-Q1"_s}});
    }
    if (style.kind == GraduatedSymbols || style.kind == Dots || style.kind == Pies) { // nothing is less than no ink
        for (const StyledSeries& series : std::as_const(work.series)) {
            const auto least = std::ranges::min_element(series.numbers);
            if (least != series.numbers.end() && *least < 0)
                return std::unexpected(Problem{
                    .code = Problem::Code::OutOfRange,
                    .field = u"indicators"_s,
                    .arguments = {
                        series.indicator->key + u": "_s + numberText(*least, decimalsOf({*least})), u"0"_s, {}}});
        }
    }
    switch (style.kind) {
    case Tiers:
        return work.map;
    case Graduated:
        drawGraduated(work);
        break;
    case Bivariate:
        drawBivariate(work);
        break;
    case Proportional:
    case GraduatedSymbols:
        drawZoneSymbols(work);
        break;
    case Bars:
    case Pies:
        drawCharts(work);
        break;
    case Dots:
        if (const Result<void> drawn = drawDots(work, water); !drawn)
            return std::unexpected(drawn.error());
        break;
    case Ranks:
        if (const Result<void> drawn = drawRanks(work); !drawn)
            return std::unexpected(drawn.error());
        tellSources(work);
        return work.map;
    case Heat:
    case Hexagons:
        drawSites(work);
        if (work.map.warnings.contains(MapWarning::NoNumbers)) // a blank sheet would say that there is none
            return std::unexpected(Problem{.code = Problem::Code::PlacesMissing});
        return work.map;
    }
    tellTitle(work);
    tellSources(work);
    tellMeasure(work);
    tellValues(work);
    tellWords(work);
    tellYears(work);
    if (std::ranges::any_of(work.series, [](const StyledSeries& s) { return s.numbers.isEmpty(); }))
        work.map.warnings += MapWarning::NoNumbers;
    return work.map;
}

} // namespace tiermap
