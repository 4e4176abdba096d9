#include "core/analysis/claim_evidence.h"

#include "core/analysis/industry_structure.h"
#include "core/analysis/zone_figures.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double missing = IndicatorMatrix::missing;

/// Adopted observations of an indicator by zone.
using Rows = QHash<QString, QList<qsizetype>>;

Rows rowsOf(const Plan& plan, const QString& indicator) {
    Rows rows;
    for (qsizetype i = 0; i < plan.observations.size(); ++i) {
        const Observation& o = plan.observations[i];
        if (o.adopted && o.indicator == indicator && o.value && o.value->bound == Quantity::Bound::Exact) {
            rows[o.zone] << i;
        }
    }
    return rows;
}

class Evidence {
public:
    Evidence(const Plan& plan, const QHash<QString, double>& areas, double significance, const Claim& claim)
        : m_plan(plan)
        , m_areas(areas)
        , m_significance(significance)
        , m_result{.claim = claim, .zones = {}, .groups = {}} {
        const bool within = claim.statistic == Claim::Statistic::Throughput;
        for (const Zone& zone : within ? plan.zonesOf(claim.tier) : mappedZones(plan)) {
            if (!within || zone.kind == Zone::Kind::OfWhich) {
                m_result.zones << zone.code;
                m_result.groups.push_back(groupOf(zone.tier));
            }
        }
    }

    ClaimEvidence take() {
        if (m_result.claim.terms.isEmpty()) {
            m_result.test = std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = u"terms"_s});
            return std::move(m_result);
        }
        switch (m_result.claim.statistic) {
        case Claim::Statistic::Level:
            testLevel();
            break;
        case Claim::Statistic::Specialisation:
        case Claim::Statistic::Distinctness:
            testStructure();
            break;
        case Claim::Statistic::Throughput:
            compareThroughput();
            break;
        }
        m_result.illustrative = std::ranges::any_of(m_result.terms, [&](const TermEvidence& term) {
            return std::ranges::any_of(term.observations, [&](const QList<qsizetype>& rows) {
                return std::ranges::any_of(rows, [&](qsizetype row) {
                    return m_plan.observations[row].status == Observation::Status::Illustrative;
                });
            });
        });
        return std::move(m_result);
    }

private:
    int groupOf(const QString& tier) const {
        return static_cast<int>(std::ranges::find(m_plan.tiers, tier, &Tier::key) - m_plan.tiers.begin());
    }

    int ownGroup() const { return groupOf(m_result.claim.tier); }

    TermEvidence emptyTerm(const ClaimTerm& term) const {
        const auto count = static_cast<std::size_t>(m_result.zones.size());
        return {.term = term,
                .numbers = std::vector<double>(count, missing),
                .observations = std::vector<QList<qsizetype>>(count)};
    }

    /// Numbers of one period.
    TermEvidence numbersOf(const ClaimTerm& term, const std::optional<Period>& period) const {
        TermEvidence evidence = emptyTerm(term);
        evidence.period = period;
        if (!period) {
            return evidence;
        }
        const Rows rows = rowsOf(m_plan, term.indicator);
        for (std::size_t i = 0; i < evidence.numbers.size(); ++i) {
            const QString& zone = m_result.zones[static_cast<qsizetype>(i)];
            const double area = term.measure == ClaimTerm::Measure::PerArea ? m_areas.value(zone) : 1;
            for (const qsizetype row : rows.value(zone)) {
                if (m_plan.observations[row].period == *period && area > 0) {
                    evidence.numbers[i] = m_plan.observations[row].value->number / area;
                    evidence.observations[i] = {row};
                }
            }
        }
        return evidence;
    }

    /// Exact numbers above 0 of a zone, by year: what is not positive does not grow.
    QMap<int, qsizetype> yearsOf(const Rows& rows, std::size_t zone) const {
        QMap<int, qsizetype> years;
        for (const qsizetype row : rows.value(m_result.zones[static_cast<qsizetype>(zone)])) {
            const Observation& o = m_plan.observations[row];
            if (o.period.kind == Period::Kind::Year && !o.period.approximate && o.value->number > 0) {
                years.insert(o.period.from.year(), row);
            }
        }
        return years;
    }

    /// Per cent a year between the two years that most zones have.
    TermEvidence growthOf(const ClaimTerm& term) const {
        TermEvidence evidence = emptyTerm(term);
        const Rows rows = rowsOf(m_plan, term.indicator);
        std::vector<QMap<int, qsizetype>> zones;
        QMap<std::pair<int, int>, int> spans; // last year, then how many years before it is the first
        for (std::size_t zone = 0; zone < evidence.numbers.size(); ++zone) {
            zones.push_back(yearsOf(rows, zone));
            const QList<int> years = zones.back().keys();
            for (qsizetype last = 1; last < years.size(); ++last) {
                for (qsizetype first = 0; first < last; ++first) {
                    ++spans[{years[last], years[last] - years[first]}];
                }
            }
        }
        std::pair<int, int> span{0, 0};
        int most = 0;
        for (const auto& [each, count] : spans.asKeyValueRange()) { // ascending: of equal counts the latest and longest
            if (count >= most) {
                most = count;
                span = each;
            }
        }
        if (most == 0) {
            return evidence;
        }
        const int first = span.first - span.second;
        evidence.from = Period::parse(QString::number(first));
        evidence.period = Period::parse(QString::number(span.first));
        for (std::size_t zone = 0; zone < zones.size(); ++zone) {
            if (zones[zone].contains(first) && zones[zone].contains(span.first)) {
                const qsizetype before = zones[zone][first];
                const qsizetype after = zones[zone][span.first];
                const double part =
                    m_plan.observations[after].value->number / m_plan.observations[before].value->number;
                evidence.numbers[zone] = 100 * (std::pow(part, 1.0 / span.second) - 1);
                evidence.observations[zone] = {before, after};
            }
        }
        return evidence;
    }

    void testLevel() {
        const QList<ClaimTerm>& terms = m_result.claim.terms;
        for (const ClaimTerm& term : terms) {
            TermEvidence evidence = term.measure == ClaimTerm::Measure::Growth
                                        ? growthOf(term)
                                        : numbersOf(term, periodsOf(m_plan, term.indicator).value(0));
            const auto known =
                std::ranges::count_if(evidence.numbers, [](double number) { return !std::isnan(number); });
            evidence.counts = 2 * known >= std::ssize(evidence.numbers);
            m_result.terms << std::move(evidence);
        }
        const auto counting = std::ranges::count(m_result.terms, true, &TermEvidence::counts);
        if (counting == 0) {
            m_result.scores.assign(m_result.groups.size(), missing);
            m_result.test = levelTest(m_result.scores, m_result.groups, ownGroup(), m_significance);
            return;
        }
        IndicatorMatrix matrix(static_cast<int>(m_result.zones.size()), static_cast<int>(counting));
        std::vector<Indicator::Direction> directions;
        std::vector<double> weights;
        for (const TermEvidence& evidence : std::as_const(m_result.terms)) {
            if (!evidence.counts) {
                continue;
            }
            const Indicator::Direction direction = m_plan.indicator(evidence.term.indicator)->direction;
            directions.push_back(direction == Indicator::Direction::None ? Indicator::Direction::MoreIsBetter
                                                                         : direction);
            weights.push_back(evidence.term.weight);
            for (int zone = 0; zone < matrix.zones(); ++zone) {
                matrix.at(zone, static_cast<int>(weights.size()) - 1) =
                    evidence.numbers[static_cast<std::size_t>(zone)];
            }
        }
        const auto scores = meanRanks(matrix, directions, weights);
        if (!scores) {
            m_result.test = std::unexpected(scores.error());
            return;
        }
        m_result.scores = *scores;
        m_result.test = levelTest(m_result.scores, m_result.groups, ownGroup(), m_significance);
    }

    /// The period in which most zones have all terms.
    std::optional<Period> commonPeriod() const {
        std::optional<Period> best;
        std::ptrdiff_t most = 0;
        for (const Period& period : periodsOf(m_plan, m_result.claim.terms.first().indicator)) {
            QList<TermEvidence> terms;
            for (const ClaimTerm& term : m_result.claim.terms) {
                terms << numbersOf(term, period);
            }
            std::ptrdiff_t whole = 0;
            for (std::size_t zone = 0; zone < m_result.groups.size(); ++zone) {
                whole += std::ranges::none_of(terms,
                                              [&](const TermEvidence& term) { return std::isnan(term.numbers[zone]); });
            }
            if (whole > most) {
                most = whole;
                best = period;
            }
        }
        return best ? best : periodsOf(m_plan, m_result.claim.terms.first().indicator).value(0);
    }

    void testStructure() {
        const QList<ClaimTerm>& terms = m_result.claim.terms;
        const QString unit = m_plan.indicator(terms.first().indicator)->unit.zh;
        for (const ClaimTerm& term : terms) {
            const Indicator* indicator = m_plan.indicator(term.indicator);
            if (indicator->unit.zh != unit) {
                m_result.test = std::unexpected(Problem{.code = Problem::Code::UnitsDiffer,
                                                        .field = u"terms"_s,
                                                        .arguments = {indicator->name.zh, indicator->unit.zh, unit}});
                return;
            }
        }
        const std::optional<Period> period = commonPeriod();
        IndicatorMatrix counts(static_cast<int>(m_result.zones.size()), static_cast<int>(terms.size()));
        for (const ClaimTerm& term : terms) {
            m_result.terms << numbersOf(term, period);
            for (int zone = 0; zone < counts.zones(); ++zone) {
                counts.at(zone, static_cast<int>(m_result.terms.size()) - 1) =
                    m_result.terms.last().numbers[static_cast<std::size_t>(zone)];
            }
        }
        const auto structure = industryStructure(counts);
        if (!structure) {
            m_result.test = std::unexpected(structure.error());
            return;
        }
        if (m_result.claim.statistic == Claim::Statistic::Specialisation) {
            m_result.scores = structure->greatestQuotients;
            m_result.strongest = structure->greatestIndustries;
            m_result.test = levelTest(m_result.scores, m_result.groups, ownGroup(), m_significance);
            return;
        }
        m_result.dissimilarities = structure->distances;
        m_result.scores = distancesToOwn();
        m_result.test = distinctnessTest(m_result.dissimilarities, m_result.groups, ownGroup(), m_significance);
    }

    /// Of each zone, the mean distance to the others of its tier.
    std::vector<double> distancesToOwn() const {
        std::vector<double> means(m_result.groups.size(), missing);
        for (std::size_t zone = 0; zone < means.size(); ++zone) {
            double sum = 0;
            int others = 0;
            for (std::size_t other = 0; other < means.size(); ++other) {
                const double distance = m_result.dissimilarities.at(static_cast<int>(zone), static_cast<int>(other));
                if (other != zone && m_result.groups[other] == m_result.groups[zone] && !std::isnan(distance)) {
                    sum += distance;
                    ++others;
                }
            }
            means[zone] = others > 0 ? sum / others : missing;
        }
        return means;
    }

    /// What a zone has for its area beside what the district around it has, both in the latest period that both have.
    double quotient(const ClaimTerm& term, std::size_t at, TermEvidence& evidence) const {
        const QString& zone = m_result.zones[static_cast<qsizetype>(at)];
        const QString parent = m_plan.zone(zone)->parent;
        const Rows rows = rowsOf(m_plan, term.indicator);
        qsizetype own = -1;
        qsizetype around = -1;
        for (const qsizetype row : rows.value(zone)) {
            for (const qsizetype other : rows.value(parent)) {
                const Period& period = m_plan.observations[row].period;
                if (m_plan.observations[other].period == period &&
                    (own < 0 || m_plan.observations[own].period.to < period.to)) {
                    own = row;
                    around = other;
                }
            }
        }
        if (own < 0) {
            return missing;
        }
        evidence.period = m_plan.observations[own].period;
        evidence.observations[at] = {own, around};
        const bool spread = term.measure == ClaimTerm::Measure::PerArea;
        const double areas = spread ? m_areas.value(parent) / m_areas.value(zone) : 1;
        const double quotient = m_plan.observations[own].value->number / m_plan.observations[around].value->number;
        return std::isfinite(quotient * areas) && quotient * areas > 0 ? quotient * areas : missing;
    }

    void compareThroughput() {
        GroupTest test;
        std::vector<double> logs(m_result.groups.size(), 0);
        std::vector<double> weights(m_result.groups.size(), 0);
        int more = 0;
        int less = 0;
        for (const ClaimTerm& term : m_result.claim.terms) {
            TermEvidence evidence = emptyTerm(term);
            for (std::size_t zone = 0; zone < logs.size(); ++zone) {
                evidence.numbers[zone] = quotient(term, zone, evidence);
                if (!std::isnan(evidence.numbers[zone])) {
                    logs[zone] += term.weight * std::log(evidence.numbers[zone]);
                    weights[zone] += term.weight;
                    ++(evidence.numbers[zone] > 1 ? more : less);
                }
            }
            m_result.terms << evidence;
        }
        test.contributions.resize(logs.size());
        m_result.scores.assign(logs.size(), missing);
        double sum = 0;
        for (std::size_t zone = 0; zone < logs.size(); ++zone) {
            if (weights[zone] > 0) {
                const double mean = logs[zone] / weights[zone];
                m_result.scores[zone] = std::exp(mean);
                test.contributions[zone] = mean;
                sum += mean;
                ++test.zones;
                ++test.sizes[ownGroup()];
            }
        }
        if (test.zones > 0) {
            test.effect = sum / test.zones;
            test.statistic = std::exp(test.effect);
            test.verdict = less == 0 ? Verdict::Consistent : more == 0 ? Verdict::Contradicted : Verdict::NotShown;
        }
        m_result.test = test;
    }

    const Plan& m_plan;
    const QHash<QString, double>& m_areas;
    double m_significance;
    ClaimEvidence m_result;
};

} // namespace

QList<ClaimEvidence> claimEvidence(const Plan& plan, const QHash<QString, double>& areas, double significance) {
    QList<ClaimEvidence> all;
    for (const Claim& claim : plan.claims) {
        all << Evidence(plan, areas, significance, claim).take();
    }
    return all;
}

std::vector<GroupClaim> groupClaims(const QList<ClaimEvidence>& evidence, const Plan& plan) {
    std::vector<GroupClaim> claims;
    for (const ClaimEvidence& each : evidence) {
        if (!each.test || each.claim.statistic == Claim::Statistic::Throughput) {
            continue;
        }
        const auto group = std::ranges::find(plan.tiers, each.claim.tier, &Tier::key) - plan.tiers.begin();
        GroupClaim claim{.group = static_cast<int>(group)};
        if (each.claim.statistic == Claim::Statistic::Distinctness) {
            claim.measure = each.dissimilarities;
        } else {
            claim.measure = each.scores;
        }
        claims.push_back(std::move(claim));
    }
    return claims;
}

} // namespace tiermap
