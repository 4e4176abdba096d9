#include "core/plan/names.h"

using namespace Qt::StringLiterals;

namespace tiermap {

#define TIERMAP_NAMES(Enumeration, ...)                                                                                \
    template <>                                                                                                        \
    std::span<const Name<Enumeration>> namesOf() {                                                                     \
        using enum Enumeration;                                                                                        \
        static constexpr Name<Enumeration> names[] = {__VA_ARGS__};                                                    \
        return names;                                                                                                  \
    }

TIERMAP_NAMES(Language, {Chinese, "zh"_L1}, {English, "en"_L1})
TIERMAP_NAMES(Zone::Kind, {City, "city"_L1}, {District, "district"_L1}, {OfWhich, "of_which"_L1},
              {StatisticalOnly, "statistical_only"_L1})
TIERMAP_NAMES(Tier::Pattern, {Solid, "solid"_L1}, {Hatch, "hatch"_L1})
TIERMAP_NAMES(Indicator::Direction, {None, "none"_L1}, {MoreIsBetter, "more"_L1}, {LessIsBetter, "less"_L1})
TIERMAP_NAMES(Indicator::Aggregation, {None, "none"_L1}, {Sum, "sum"_L1}, {Ratio, "ratio"_L1})
TIERMAP_NAMES(Observation::Status, {Published, "published"_L1}, {Estimate, "estimate"_L1},
              {Illustrative, "illustrative"_L1})
TIERMAP_NAMES(Observation::Confidence, {High, "high"_L1}, {Medium, "medium"_L1}, {Low, "low"_L1})
TIERMAP_NAMES(Quantity::Bound, {Exact, "exact"_L1}, {MoreThan, "more_than"_L1}, {AtLeast, "at_least"_L1},
              {LessThan, "less_than"_L1}, {AtMost, "at_most"_L1}, {About, "about"_L1})
TIERMAP_NAMES(Rule::Kind, {Range, "range"_L1}, {Required, "required"_L1}, {Count, "count"_L1}, {Code, "code"_L1})
TIERMAP_NAMES(Site::Kind, {Platform, "platform"_L1}, {Base, "base"_L1}, {Park, "park"_L1}, {Venue, "venue"_L1},
              {Headquarters, "headquarters"_L1})
TIERMAP_NAMES(Site::Stage, {Operating, "operating"_L1}, {Planned, "planned"_L1})
TIERMAP_NAMES(Target::Sense, {Reach, "reach"_L1}, {AtLeast, "at_least"_L1}, {MoreThan, "more_than"_L1},
              {AtMost, "at_most"_L1})

TIERMAP_NAMES(Claim::Statistic, {Level, "level"_L1}, {Specialisation, "specialisation"_L1},
              {Throughput, "throughput"_L1}, {Distinctness, "distinctness"_L1})
TIERMAP_NAMES(ClaimTerm::Measure, {Value, "value"_L1}, {PerArea, "per_area"_L1}, {Growth, "growth"_L1})

#undef TIERMAP_NAMES

QString toString(Zone::Kind kind) { return nameOf(kind); }
QString toString(Tier::Pattern pattern) { return nameOf(pattern); }
QString toString(Indicator::Direction direction) { return nameOf(direction); }
QString toString(Indicator::Aggregation aggregation) { return nameOf(aggregation); }
QString toString(Observation::Status status) { return nameOf(status); }
QString toString(Observation::Confidence confidence) { return nameOf(confidence); }
QString toString(Site::Kind kind) { return nameOf(kind); }
QString toString(Site::Stage stage) { return nameOf(stage); }
QString toString(Target::Sense sense) { return nameOf(sense); }

QString operatorSymbol(Target::Sense sense) {
    switch (sense) {
    case Target::Sense::MoreThan:
        return u">"_s;
    case Target::Sense::AtMost:
        return u"<="_s;
    case Target::Sense::Reach:
    case Target::Sense::AtLeast:
        break;
    }
    return u">="_s;
}

} // namespace tiermap
