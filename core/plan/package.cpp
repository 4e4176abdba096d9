#include "core/plan/package.h"

#include "core/plan/completeness.h"
#include "core/plan/consistency.h"
#include "core/plan/json_reader.h"
#include "core/plan/package_tables.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

Tier readTier(const JsonReader& json) {
    return {.key = json.text("key"_L1),
            .mark = json.bilingual("mark"_L1),
            .name = json.bilingual("name"_L1),
            .driver = json.bilingual("driver"_L1),
            .carrier = json.bilingual("carrier"_L1),
            .mode = json.bilingual("mode"_L1),
            .role = json.bilingual("role"_L1),
            .color = json.text("color"_L1),
            .pattern = json.oneOf<Tier::Pattern>("pattern"_L1)};
}

Zone readZone(const JsonReader& json) {
    return {.code = json.text("code"_L1),
            .name = json.bilingual("name"_L1),
            .tier = json.text("tier"_L1),
            .kind = json.oneOf<Zone::Kind>("kind"_L1),
            .parent = json.text("parent"_L1),
            .schematic = json.flag("schematic"_L1, false),
            .role = json.has("role"_L1) ? json.bilingual("role"_L1) : Text()};
}

Indicator readIndicator(const JsonReader& json) {
    return {.key = json.text("key"_L1),
            .name = json.bilingual("name"_L1),
            .unit = json.bilingual("unit"_L1),
            .direction = json.oneOf<Indicator::Direction>("direction"_L1),
            .aggregation = json.oneOf<Indicator::Aggregation>("aggregation"_L1)};
}

SumRule readSumRule(const JsonReader& json) {
    return {json.text("indicator"_L1), json.text("total"_L1), json.texts("members"_L1)};
}

Rule readRule(const JsonReader& json) {
    const auto number = [&](QLatin1StringView key) {
        return json.has(key) ? std::optional(json.number(key)) : std::nullopt;
    };
    return {.key = json.text("key"_L1),
            .kind = json.oneOf<Rule::Kind>("kind"_L1),
            .subject = json.text("subject"_L1),
            .minimum = number("minimum"_L1),
            .maximum = number("maximum"_L1),
            .pattern = json.text("pattern"_L1, {}),
            .name = json.bilingual("name"_L1)};
}

FormerUnit readFormerUnit(const JsonReader& json) {
    const std::optional<Period> until = Period::parse(json.text("until"_L1));
    if (!until) {
        json.fail(Problem::Code::FieldType, "until"_L1, {u"period"_s});
    }
    return {.code = json.text("code"_L1),
            .name = json.bilingual("name"_L1),
            .until = until.value_or(Period{}),
            .successors = json.texts("successors"_L1),
            .source = json.text("source"_L1)};
}

Target readTarget(const JsonReader& json) {
    return {.key = json.text("key"_L1),
            .section = json.text("section"_L1),
            .name = json.bilingual("name"_L1),
            .sense = json.oneOf<Target::Sense>("sense"_L1),
            .value = json.number("value"_L1),
            .unit = json.bilingual("unit"_L1),
            .scope = json.bilingual("scope"_L1),
            .words = json.text("words"_L1, {}),
            .quote = json.text("quote"_L1),
            .indicator = json.text("indicator"_L1, {})};
}

ClaimTerm readClaimTerm(const JsonReader& json) {
    return {.indicator = json.text("indicator"_L1),
            .measure = json.oneOf<ClaimTerm::Measure>("measure"_L1),
            .weight = json.number("weight"_L1),
            .reason = json.bilingual("reason"_L1)};
}

Claim readClaim(const JsonReader& json) {
    Claim claim{.tier = json.text("tier"_L1),
                .statistic = json.oneOf<Claim::Statistic>("statistic"_L1),
                .name = json.bilingual("name"_L1),
                .reason = json.bilingual("reason"_L1),
                .terms = {}};
    for (const JsonReader& term : json.objects("terms"_L1)) {
        claim.terms << readClaimTerm(term);
    }
    return claim;
}

Measure readMeasure(const JsonReader& json) {
    return {.number = json.text("number"_L1),
            .group = json.bilingual("group"_L1),
            .title = json.bilingual("title"_L1),
            .text = json.text("text"_L1),
            .bodies = json.texts("bodies"_L1),
            .zones = json.texts("zones"_L1),
            .safeguard = json.flag("safeguard"_L1, false)};
}

template <class T>
QList<T> readAll(const JsonReader& json, QLatin1StringView key, T (*read)(const JsonReader&)) {
    QList<T> result;
    for (const JsonReader& object : json.objects(key)) {
        result << read(object);
    }
    return result;
}

Plan readPlan(const JsonReader& json) {
    Plan plan;
    if (const double version = json.number("version"_L1); version != 1) {
        json.fail(Problem::Code::ValueUnknown, "version"_L1, {QString::number(version), u"1"_s});
    }
    plan.key = json.text("key"_L1);
    plan.title = json.bilingual("title"_L1);
    plan.layout = json.bilingual("layout"_L1);
    plan.issuer = json.bilingual("issuer"_L1);
    plan.coordinator = json.bilingual("coordinator"_L1);
    plan.validFrom = json.date("valid_from"_L1);
    plan.validTo = json.date("valid_to"_L1);
    plan.goal = json.text("goal"_L1);
    plan.source = json.text("source"_L1);
    const JsonReader boundary = json.object("boundary"_L1);
    plan.boundary = {.vintage = boundary.text("vintage"_L1),
                     .schematic = boundary.flag("schematic"_L1, true),
                     .note = boundary.bilingual("note"_L1),
                     .provenance = boundary.bilingual("provenance"_L1)};
    plan.tiers = readAll(json, "tiers"_L1, readTier);
    plan.zones = readAll(json, "zones"_L1, readZone);
    plan.indicators = readAll(json, "indicators"_L1, readIndicator);
    plan.sumRules = readAll(json, "sum_rules"_L1, readSumRule);
    if (json.has("rules"_L1)) {
        plan.rules = readAll(json, "rules"_L1, readRule);
    }
    if (json.has("former_units"_L1)) {
        plan.formerUnits = readAll(json, "former_units"_L1, readFormerUnit);
    }
    if (json.has("claims"_L1)) {
        plan.claims = readAll(json, "claims"_L1, readClaim);
    }
    return plan;
}

/// A package as far as it can be read, and where its rows stand.
struct Reading {
    Plan plan;
    Lines observationLines;
    Lines siteLines;
    QString folder;

    Reading(const QString& from, ProblemList& problem)
        : plan(readPlan(JsonReader::open(from + u"/plan.json"_s, problem)))
        , folder(from) {
        plan.targets = readAll(JsonReader::open(at("targets.json"_L1), problem), "targets"_L1, readTarget);
        plan.measures = readAll(JsonReader::open(at("measures.json"_L1), problem), "measures"_L1, readMeasure);
        observationLines = readObservations(at("observations.csv"_L1), plan, problem);
        siteLines = readSites(at("sites.csv"_L1), plan, problem);
    }

    QString at(QLatin1StringView name) const { return folder + u'/' + name; }

    Problem locate(QLatin1StringView list, qsizetype row, QLatin1StringView field) const {
        if (list == "observations"_L1) {
            return {.file = at("observations.csv"_L1), .row = observationLines[row], .field = field};
        }
        if (list == "sites"_L1) {
            return {.file = at("sites.csv"_L1), .row = siteLines[row], .field = field};
        }
        const bool own = list == "targets"_L1 || list == "measures"_L1;
        const QString file = own ? at(list) + u".json"_s : at("plan.json"_L1);
        return {.file = file, .field = list.isEmpty() ? QString(field) : u"%1[%2].%3"_s.arg(list).arg(row).arg(field)};
    }
};

/// Whether a problem speaks of a row that has one already: then it is mostly its echo.
bool isEcho(const Problem& problem, const QList<Problem>& earlier) {
    const auto place = [](const Problem& each) { return each.field.first(each.field.indexOf(u']') + 1); };
    return std::ranges::any_of(earlier, [&](const Problem& other) {
        return other.file == problem.file &&
               (problem.row > 0 ? other.row == problem.row : !place(other).isEmpty() && place(other) == place(problem));
    });
}

} // namespace

Result<Plan> readPlanPackage(const QString& folder) {
    ProblemList problem;
    Reading reading(folder, problem);
    if (problem) {
        return std::unexpected(*problem);
    }
    const Locate locate = [&](auto list, auto row, auto field) { return reading.locate(list, row, field); };
    if (std::optional<Problem> breach = findBreach(reading.plan, locate)) {
        return std::unexpected(*std::move(breach));
    }
    return std::move(reading.plan);
}

PackageFindings checkPlanPackage(const QString& folder) {
    if (!QFileInfo(folder).isDir()) {
        return {.problems = {Problem{.code = Problem::Code::FileMissing, .file = folder}}};
    }
    ProblemList read;
    const Reading reading(folder, read);
    PackageFindings findings{.problems = read.all()};
    const bool whole = std::ranges::none_of(read.all(), [](const Problem& problem) {
        return problem.code == Problem::Code::FileMissing || problem.code == Problem::Code::FileUnreadable ||
               problem.code == Problem::Code::SyntaxError;
    });
    if (!whole) {
        return findings; // what the rest refers to may stand where nothing could be read
    }
    const Locate locate = [&](auto list, auto row, auto field) { return reading.locate(list, row, field); };
    for (const Problem& breach : findBreaches(reading.plan, locate)) {
        if (!isEcho(breach, read.all())) {
            findings.problems << breach;
        }
    }
    findings.gaps = findGaps(reading.plan, locate);
    return findings;
}

} // namespace tiermap
