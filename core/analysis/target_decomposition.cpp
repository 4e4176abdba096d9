#include "core/analysis/target_decomposition.h"

#include "core/analysis/zone_figures.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const Zone* cityOf(const Plan& plan) {
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    return city == plan.zones.end() ? nullptr : &*city;
}

bool isMet(const Target& target, double number) {
    switch (target.sense) {
    case Target::Sense::MoreThan:
        return number > target.value;
    case Target::Sense::AtMost:
        return number <= target.value;
    case Target::Sense::Reach:
    case Target::Sense::AtLeast:
        break;
    }
    return number >= target.value;
}

/// Numbers of the districts for one period, or for which of them there is none.
Result<QList<ZoneFigure>> figuresOf(const Plan& plan, const QString& indicator, const QString& field) {
    if (plan.indicator(indicator) == nullptr) {
        return std::unexpected(
            Problem{.code = Problem::Code::ReferenceUnknown, .field = field, .arguments = {indicator, u"indicator"_s}});
    }
    QList<ZoneFigure> figures = zoneFigures(plan, indicator, periodsOf(plan, indicator).value(0));
    const auto unknown = std::ranges::find_if(
        figures, [](const ZoneFigure& figure) { return figure.known != ZoneFigure::Known::Exact; });
    if (unknown != figures.end()) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing,
                                       .row = static_cast<int>(unknown - figures.begin()) + 1,
                                       .field = field,
                                       .arguments = {unknown->zone},
                                       .record = unknown->zone});
    }
    return figures;
}

std::optional<double> bound(const QHash<QString, double>& bounds, const QString& zone) {
    const auto found = bounds.constFind(zone);
    return found == bounds.constEnd() ? std::nullopt : std::optional(*found);
}

class Splitter {
public:
    Splitter(const Plan& plan, const DecompositionSettings& settings, const Target& target)
        : m_plan(plan)
        , m_settings(settings)
        , m_target(target) {}

    Result<Decomposition> split() {
        m_result.kind = kindOf(m_target);
        m_result.isBound = m_target.sense == Target::Sense::MoreThan;
        const auto made = [&](qsizetype row) {
            return row >= 0 && m_plan.observations[row].status == Observation::Status::Illustrative;
        };
        return splitByKind().transform([&](Decomposition split) {
            split.illustrative = std::ranges::any_of(
                split.parts, [&](const ZonePart& part) { return made(part.base) || made(part.capacity); });
            return split;
        });
    }

private:
    Result<Decomposition> splitByKind() {
        for (const Zone& zone : mappedZones(m_plan)) {
            m_result.parts << ZonePart{.zone = zone.code};
        }
        const bool bases = !m_settings.base.isEmpty();
        if (bases) {
            auto figures = figuresOf(m_plan, m_settings.base, u"base"_s);
            if (!figures) {
                return std::unexpected(figures.error());
            }
            m_bases = *std::move(figures);
            for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
                m_result.parts[i].base = m_bases[i].observation;
            }
        }
        switch (m_result.kind) {
        case TargetKind::Additive:
            return splitAmount();
        case TargetKind::Ratio:
            return bases ? splitShare() : missing(u"base"_s);
        case TargetKind::Growth:
            return bases ? grow() : missing(u"base"_s);
        case TargetKind::None:
            break;
        }
        return std::unexpected(
            Problem{.code = Problem::Code::FieldType, .field = u"target"_s, .arguments = {u"amount"_s}});
    }

    static std::unexpected<Problem> missing(const QString& field) {
        return std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = field});
    }

    double baseOf(qsizetype part) const { return m_bases.isEmpty() ? 1 : m_bases[part].number; }

    Result<Decomposition> splitAmount() {
        QList<ZoneFigure> capacities;
        if (!m_settings.capacity.isEmpty()) {
            auto figures = figuresOf(m_plan, m_settings.capacity, u"capacity"_s);
            if (!figures) {
                return std::unexpected(figures.error());
            }
            capacities = *std::move(figures);
        }
        std::vector<SplitZone> zones;
        for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
            ZonePart& part = m_result.parts[i];
            part.capacity = capacities.isEmpty() ? -1 : capacities[i].observation;
            zones.push_back({.base = baseOf(i),
                             .capacity = capacities.isEmpty() ? 0 : capacities[i].number,
                             .role = m_settings.roleFactors.value(m_plan.zone(part.zone)->tier, 1),
                             .lock = bound(m_settings.locks, part.zone),
                             .floor = m_settings.floors.value(part.zone, 0),
                             .cap = bound(m_settings.caps, part.zone)});
        }
        const auto split = splitTarget(m_target.value, zones, m_settings.weights, m_settings.step);
        if (!split) {
            return std::unexpected(split.error());
        }
        qint64 steps = 0;
        for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
            m_result.parts[i].value = split->value(static_cast<std::size_t>(i));
            steps += split->steps[static_cast<std::size_t>(i)];
        }
        m_result.total = TargetSplit{.step = split->step, .steps = {steps}}.value(0);
        return m_result;
    }

    /// Of ratios the districts' own start; one that is not known starts at the city's, or at the target.
    Result<Decomposition> splitShare() {
        const QList<ZoneFigure> now =
            m_target.indicator.isEmpty()
                ? QList<ZoneFigure>()
                : zoneFigures(m_plan, m_target.indicator, periodsOf(m_plan, m_target.indicator).value(0));
        const TargetStanding standing = standingOf(m_plan, m_target);
        const double usual = standing.latest >= 0 ? m_plan.observations[standing.latest].value->number : m_target.value;
        std::vector<RatioZone> zones;
        for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
            ZonePart& part = m_result.parts[i];
            const bool known = !now.isEmpty() && now[i].known == ZoneFigure::Known::Exact;
            part.before = known ? now[i].number : usual;
            part.assumed = !known;
            zones.push_back({.amount = baseOf(i),
                             .ratio = known ? now[i].number : usual,
                             .lock = bound(m_settings.locks, part.zone),
                             .cap = bound(m_settings.caps, part.zone)});
        }
        constexpr double whole = 100; // per cent
        const auto split = splitRatio(m_target.value, zones, whole);
        if (!split) {
            return std::unexpected(split.error());
        }
        for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
            m_result.parts[i].value = split->ratios[static_cast<std::size_t>(i)];
        }
        m_result.total = split->mean;
        m_result.met = split->raised <= 0;
        return m_result;
    }

    Result<Decomposition> grow() {
        const int last = m_plan.validTo.year();
        for (qsizetype i = 0; i < m_result.parts.size(); ++i) {
            ZonePart& part = m_result.parts[i];
            const int year = m_plan.observations[part.base].period.to.year();
            const auto path = growthPath({.year = year, .value = baseOf(i)}, m_target.value / 100, last);
            if (!path) {
                return std::unexpected(path.error());
            }
            part.before = baseOf(i);
            part.value = path->back().value;
            m_result.total += part.value;
        }
        m_result.year = last;
        return m_result;
    }

    const Plan& m_plan;
    const DecompositionSettings& m_settings;
    const Target& m_target;
    Decomposition m_result;
    QList<ZoneFigure> m_bases;
};

} // namespace

TargetKind kindOf(const Target& target) {
    if (target.sense == Target::Sense::AtMost) {
        return TargetKind::None;
    }
    const QString& unit = target.unit.zh;
    return unit.startsWith("%/"_L1)                     ? TargetKind::Growth
           : unit == "%"_L1 || unit.endsWith(u"百分点") ? TargetKind::Ratio
                                                        : TargetKind::Additive;
}

TargetStanding standingOf(const Plan& plan, const Target& target) {
    TargetStanding standing;
    const Zone* city = cityOf(plan);
    if (target.indicator.isEmpty() || city == nullptr) {
        return standing;
    }
    std::vector<YearValue> series;
    for (qsizetype i = 0; i < plan.observations.size(); ++i) {
        const Observation& o = plan.observations[i];
        if (!o.adopted || o.zone != city->code || o.indicator != target.indicator || !o.value ||
            o.value->bound != Quantity::Bound::Exact) {
            continue;
        }
        if (o.period.kind == Period::Kind::Year) {
            series.push_back({.year = o.period.from.year(), .value = o.value->number});
        }
        // What is counted over a year is not met, nor missed, by some months of it.
        const bool counts = kindOf(target) != TargetKind::Additive || o.period.kind == Period::Kind::Year;
        if (counts && (standing.latest < 0 || plan.observations[standing.latest].period.to < o.period.to)) {
            standing.latest = i;
        }
    }
    if (standing.latest < 0) {
        return standing;
    }
    standing.met = isMet(target, plan.observations[standing.latest].value->number);
    const auto lastYear = std::ranges::max_element(series, {}, &YearValue::year);
    if (!standing.met && lastYear != series.end() && target.sense != Target::Sense::AtMost) {
        const auto need = growthNeed(*lastYear, {.year = plan.validTo.year(), .value = target.value}, series);
        if (need) {
            standing.need = *need;
        }
    }
    return standing;
}

QStringList measuresFor(const Plan& plan, const Target& target) {
    // Quotes may have been taken from the middle of a sentence: 全市 stands before both, or before the first alone.
    QString words = target.quote;
    words.remove(u"全市"_s);
    QStringList numbers;
    for (const Measure& measure : plan.measures) {
        QString text = measure.text;
        if (!words.isEmpty() && text.remove(u"全市"_s).contains(words)) {
            numbers << measure.number;
        }
    }
    return numbers;
}

Result<Decomposition> decompose(const Plan& plan, const DecompositionSettings& settings) {
    const auto target = std::ranges::find(plan.targets, settings.target, &Target::key);
    if (target == plan.targets.end()) {
        return std::unexpected(Problem{.code = Problem::Code::ReferenceUnknown,
                                       .field = u"target"_s,
                                       .arguments = {settings.target, u"target"_s}});
    }
    return Splitter(plan, settings, *target).split();
}

} // namespace tiermap
