#include "core/analysis/retiering.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> outOfRange(const QString& field, qint64 value, qint64 least, const QString& most = {}) {
    return std::unexpected(Problem{.code = Problem::Code::OutOfRange,
                                   .field = field,
                                   .arguments = {QString::number(value), QString::number(least), most}});
}

/// What a sum of a group of some size has to pass, so that p is small enough.
struct Bar {
    bool testable = false;
    double sum = 0;
};

/// The groups of all sizes, of which as many as the significance allows may reach as high.
Result<Bar> barOf(const GroupSums& sums, int size, double significance) {
    if (!sums.comparable(size)) {
        return Bar{};
    }
    Result<std::vector<double>> all = sums.ofAll(size);
    if (!all) {
        return std::unexpected(all.error());
    }
    const auto choices = static_cast<double>(all->size());
    auto allowed = static_cast<qint64>(std::lround(significance * choices));
    while (static_cast<double>(allowed) / choices > significance) { // as the test asks it, to the last bit
        --allowed;
    }
    const double most = std::ranges::max(*all);
    const auto first = all->begin() + allowed; // the first that may not
    std::ranges::nth_element(*all, first, std::greater());
    return Bar{.testable = most > *first + GroupSums::rounding, .sum = *first};
}

/// A claim made ready to be asked about many assignments.
class Rule {
public:
    Rule(GroupSums sums, int group, double significance)
        : m_sums(std::move(sums))
        , m_group(group)
        , m_significance(significance)
        , m_bars(m_sums.zones().size() + 1) {}

    /// NotShown stands for Contradicted, too.
    Result<Verdict> verdict(std::span<const int> groups) {
        m_places.clear();
        for (int place = 0; place < static_cast<int>(m_sums.zones().size()); ++place) {
            if (groups[static_cast<size_t>(m_sums.zones()[static_cast<size_t>(place)])] == m_group) {
                m_places.push_back(place);
            }
        }
        std::optional<Bar>& bar = m_bars[m_places.size()];
        if (!bar) {
            const Result<Bar> made = barOf(m_sums, static_cast<int>(m_places.size()), m_significance);
            if (!made) {
                return std::unexpected(made.error());
            }
            bar = *made;
        }
        if (!bar->testable) {
            return Verdict::NotTestable;
        }
        return m_sums.of(m_places) > bar->sum + GroupSums::rounding ? Verdict::Consistent : Verdict::NotShown;
    }

private:
    GroupSums m_sums;
    int m_group;
    double m_significance;
    std::vector<std::optional<Bar>> m_bars; ///< of each size that came up
    std::vector<int> m_places;              ///< kept for its memory
};

Result<GroupSums> sumsOf(const GroupClaim& claim) {
    if (const auto* scores = std::get_if<std::vector<double>>(&claim.measure)) {
        return GroupSums::ofScores(*scores);
    }
    return GroupSums::ofDissimilarities(std::get<IndicatorMatrix>(claim.measure));
}

std::optional<Problem> faultOf(const RetieringSettings& settings, size_t zones) {
    if (settings.leastGroupSize < 0) {
        return outOfRange(u"leastGroupSize"_s, settings.leastGroupSize, 0).error();
    }
    if (settings.mostMoves < 0) {
        return outOfRange(u"mostMoves"_s, settings.mostMoves, 0).error();
    }
    if (settings.mostAssignments < 0) {
        return outOfRange(u"mostAssignments"_s, settings.mostAssignments, 0).error();
    }
    if (settings.mostListed < 0) {
        return outOfRange(u"mostListed"_s, settings.mostListed, 0).error();
    }
    if (!settings.start.empty() && settings.start.size() != zones) {
        const auto wanted = static_cast<qint64>(zones);
        return outOfRange(u"start"_s, static_cast<qint64>(settings.start.size()), wanted, QString::number(wanted))
            .error();
    }
    for (const int zone : settings.lockedZones) {
        if (zone < 0 || static_cast<size_t>(zone) >= zones) {
            return outOfRange(u"lockedZones"_s, zone, 0, QString::number(static_cast<qint64>(zones) - 1)).error();
        }
    }
    return std::nullopt;
}

class Search {
public:
    Search(std::span<const int> adopted, std::vector<Rule> rules, const RetieringSettings& settings,
           const std::function<bool()>& goesOn)
        : m_start(settings.start.empty() ? adopted : std::span(settings.start))
        , m_rules(std::move(rules))
        , m_settings(settings)
        , m_goesOn(goesOn)
        , m_groups(adopted.begin(), adopted.end()) {
        for (size_t zone = 0; zone < adopted.size(); ++zone) {
            m_sizes.try_emplace(adopted[zone], 0);
            ++m_sizes[m_start[zone]];
            if (!std::ranges::contains(settings.lockedZones, static_cast<int>(zone))) {
                m_movable.push_back(zone);
            }
        }
    }

    Result<Retiering> run() {
        learnWhatCanBeTested();
        std::ranges::copy(m_start, m_groups.begin());
        const int movable = m_sizes.size() > 1 ? static_cast<int>(m_movable.size()) : 0;
        const int most = std::min(m_settings.mostMoves, movable);
        for (int moves = 0; moves <= most && !m_stopped && m_result.found == 0; ++moves) {
            move(0, static_cast<size_t>(moves));
            if (m_result.found > 0) {
                m_result.leastMoves = moves;
            }
        }
        if (m_problem) {
            return std::unexpected(*std::move(m_problem));
        }
        m_result.exhaustive = !m_stopped && (m_result.found > 0 || most == movable);
        return std::move(m_result);
    }

private:
    /// In the adopted assignment.
    void learnWhatCanBeTested() {
        m_verdicts.resize(m_rules.size());
        m_mustBeTested.resize(m_rules.size());
        for (size_t rule = 0; rule < m_rules.size() && !m_settings.testsMayBeLost; ++rule) {
            m_mustBeTested[rule] = verdict(rule) != Verdict::NotTestable;
        }
    }

    /// All ways to move so many of the zones from the movable one `first` on.
    void move(size_t first, size_t moves) {
        if (moves == 0) {
            lookAt();
            return;
        }
        for (size_t next = first; next + moves <= m_movable.size() && !m_stopped; ++next) {
            const size_t zone = m_movable[next];
            int& startSize = m_sizes.at(m_start[zone]);
            --startSize;
            for (auto& [group, size] : m_sizes) {
                if (group != m_start[zone] && !m_stopped) {
                    ++size;
                    m_groups[zone] = group;
                    move(next + 1, moves - 1);
                    --size;
                }
            }
            m_groups[zone] = m_start[zone];
            ++startSize;
        }
    }

    void lookAt() {
        if (m_result.lookedAt == m_settings.mostAssignments) {
            m_stopped = true;
            return;
        }
        if (m_goesOn && m_result.lookedAt % 1024 == 0 && !m_goesOn()) {
            stop({.code = Problem::Code::Cancelled});
            return;
        }
        ++m_result.lookedAt;
        if (!willDo()) {
            return;
        }
        ++m_result.found;
        if (m_result.found <= m_settings.mostListed) {
            m_result.options.push_back({m_groups, m_verdicts});
        }
    }

    bool willDo() {
        if (!std::ranges::all_of(m_sizes, [&](const auto& size) { return size.second >= m_settings.leastGroupSize; })) {
            return false;
        }
        for (size_t rule = 0; rule < m_rules.size(); ++rule) {
            m_verdicts[rule] = verdict(rule);
            const bool spared = m_verdicts[rule] == Verdict::NotTestable && !m_mustBeTested[rule];
            if (!spared && m_verdicts[rule] != Verdict::Consistent) {
                return false;
            }
        }
        return !m_stopped;
    }

    Verdict verdict(size_t rule) {
        const Result<Verdict> answer = m_rules[rule].verdict(m_groups);
        if (!answer) {
            stop(answer.error());
        }
        return answer.value_or(Verdict::NotShown);
    }

    void stop(Problem problem) {
        m_problem = std::move(problem);
        m_stopped = true;
    }

    std::span<const int> m_start;
    std::vector<Rule> m_rules;
    const RetieringSettings& m_settings;
    const std::function<bool()>& m_goesOn;
    std::vector<size_t> m_movable; ///< zones
    std::map<int, int> m_sizes;    ///< of the groups
    std::vector<int> m_groups;     ///< of the assignment that is looked at
    std::vector<Verdict> m_verdicts;
    std::vector<bool> m_mustBeTested;
    Retiering m_result;
    bool m_stopped = false;
    std::optional<Problem> m_problem;
};

using Join = std::pair<int, int>;

Result<std::set<Join>> joinsOf(const std::vector<std::vector<int>>& neighbours) {
    std::set<Join> joins;
    const int zones = static_cast<int>(neighbours.size());
    for (int zone = 0; zone < zones; ++zone) {
        for (const int other : neighbours[static_cast<size_t>(zone)]) {
            if (other < 0 || other >= zones || other == zone) {
                return outOfRange(u"neighbours"_s, other, 0, QString::number(zones - 1));
            }
            joins.insert(std::minmax(zone, other));
        }
    }
    return joins;
}

/// The zone that stands for the piece of this one.
size_t pieceOf(std::vector<size_t>& pieces, size_t zone) {
    while (pieces[zone] != zone) {
        zone = pieces[zone] = pieces[pieces[zone]];
    }
    return zone;
}

} // namespace

Result<GroupTest> testOf(const GroupClaim& claim, std::span<const int> groups, double significance) {
    if (const auto* scores = std::get_if<std::vector<double>>(&claim.measure)) {
        return levelTest(*scores, groups, claim.group, significance);
    }
    return distinctnessTest(std::get<IndicatorMatrix>(claim.measure), groups, claim.group, significance);
}

Result<Retiering> fewestMoves(std::span<const int> adopted, const std::vector<GroupClaim>& claims,
                              const RetieringSettings& settings, const std::function<bool()>& goesOn) {
    if (std::optional<Problem> fault = faultOf(settings, adopted.size())) {
        return std::unexpected(*std::move(fault));
    }
    std::vector<Rule> rules;
    for (const GroupClaim& claim : claims) {
        // Says also what is wrong with the claim.
        if (const Result<GroupTest> test = testOf(claim, adopted, settings.significance); !test) {
            return std::unexpected(test.error());
        }
        rules.emplace_back(*sumsOf(claim), claim.group, settings.significance);
    }
    return Search(adopted, std::move(rules), settings, goesOn).run();
}

Result<JoinCounts> joinCounts(std::span<const int> groups, const std::vector<std::vector<int>>& neighbours) {
    if (neighbours.size() != groups.size()) {
        const auto zones = static_cast<qint64>(groups.size());
        return outOfRange(u"neighbours"_s, static_cast<qint64>(neighbours.size()), zones, QString::number(zones));
    }
    const Result<std::set<Join>> joins = joinsOf(neighbours);
    if (!joins) {
        return std::unexpected(joins.error());
    }
    JoinCounts counts{.same = 0, .all = static_cast<qint64>(joins->size())};
    for (const int group : groups) {
        ++counts.parts[group];
    }
    std::vector<size_t> pieces(groups.size());
    std::ranges::iota(pieces, size_t{0});
    for (const auto& [one, other] : *joins) {
        const int group = groups[static_cast<size_t>(one)];
        if (groups[static_cast<size_t>(other)] != group) {
            continue;
        }
        ++counts.same;
        const size_t piece = pieceOf(pieces, static_cast<size_t>(one));
        const size_t otherPiece = pieceOf(pieces, static_cast<size_t>(other));
        if (piece != otherPiece) {
            pieces[otherPiece] = piece;
            --counts.parts[group];
        }
    }
    return counts;
}

} // namespace tiermap
