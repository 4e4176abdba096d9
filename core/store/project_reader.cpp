#include "core/store/project_reader.h"

#include "core/plan/consistency.h"
#include "core/project/names.h"
#include "core/store/blob_header.h"
#include "core/store/plan_facts.h"
#include "core/store/project_file.h"
#include "core/store/row_reader.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr auto planOrder = "ordinal, fid"_L1;

QLatin1StringView nameView(Table table) {
    return namesOf<Table>()[static_cast<std::size_t>(table)].text; // in the order of the enumeration
}

class Facts {
public:
    explicit Facts(Database& database)
        : m_database(database) {
        RowReader row(database, "tiermap_project"_L1, ""_L1);
        while (row.next()) {
            m_values.insert(row.text("key"_L1), row.text("value"_L1));
        }
    }

    QString text(QLatin1StringView key) const {
        if (!m_values.contains(key)) {
            fail(Problem::Code::FieldMissing, key, {});
        }
        return m_values.value(key);
    }

    QDate date(QLatin1StringView key) const {
        const QDate date = QDate::fromString(text(key), Qt::ISODate);
        if (!date.isValid() && !text(key).isEmpty()) {
            fail(Problem::Code::FieldType, key, {u"date"_s});
        }
        return date;
    }

    void checkVersion() const {
        bool isNumber = false;
        const int version = text(schemaVersionKey).toInt(&isNumber);
        if (!isNumber || version < 1) {
            fail(Problem::Code::FieldType, schemaVersionKey, {u"number"_s});
        } else if (version > schemaVersion) {
            m_database.problem().note({.code = Problem::Code::SchemaTooNew,
                                       .file = m_database.file(),
                                       .arguments = {QString::number(version), QString::number(schemaVersion)}});
        }
    }

    void fail(Problem::Code code, QLatin1StringView key, const QStringList& arguments) const {
        m_database.problem().note(
            {.code = code, .file = m_database.file(), .field = u"tiermap_project."_s + key, .arguments = arguments});
    }

private:
    Database& m_database;
    QHash<QString, QString> m_values;
};

/// Sorts rows by their places. Two rows inserted at one place by two people are told apart by their fid.
template <class T>
void sortByPlace(QList<T>& rows, QList<RowPlace>& places) {
    if (std::ranges::is_sorted(places)) {
        return;
    }
    std::vector<qsizetype> from(static_cast<std::size_t>(rows.size())); // where the row of each place stands now
    std::ranges::iota(from, 0);
    std::ranges::sort(from, {}, [&](qsizetype index) { return places[index]; });
    std::ranges::sort(places);
    // Moved along the cycles of the permutation: a second list of a million rows would double the memory.
    for (std::size_t start = 0; start < from.size(); ++start) {
        T first = std::move(rows[static_cast<qsizetype>(start)]);
        std::size_t to = start;
        while (std::cmp_not_equal(from[to], start)) {
            const auto next = static_cast<std::size_t>(from[to]);
            rows[static_cast<qsizetype>(to)] = std::move(rows[static_cast<qsizetype>(next)]);
            from[to] = static_cast<qsizetype>(to);
            to = next;
        }
        rows[static_cast<qsizetype>(to)] = std::move(first);
        from[to] = static_cast<qsizetype>(to);
    }
}

RowPlace placeOf(const RowReader& row) { return {row.integer("ordinal"_L1), row.integer("fid"_L1)}; }

/// The rows in the plan's order: sorted here, since SQLite's sorter would copy whole rows.
template <class T>
void readAll(Database& database, QLatin1StringView table, T (*read)(const RowReader&), QList<T>& rows,
             QList<RowPlace>& places) {
    rows.clear();
    places.clear();
    for (RowReader row(database, table, ""_L1); row.next();) {
        rows << read(row);
        places << placeOf(row);
    }
    sortByPlace(rows, places);
}

/// Takes rows out of a list, wherever they stand; `fids` is sorted.
template <class T>
void takeOut(const QList<qint64>& fids, QList<T>& rows, QList<RowPlace>& places) {
    qsizetype kept = 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (!std::ranges::binary_search(fids, places[i].fid)) {
            if (kept != i) {
                rows[kept] = std::move(rows[i]);
                places[kept] = places[i];
            }
            ++kept;
        }
    }
    rows.resize(kept);
    places.resize(kept);
}

/// Brings rows of a list up to date with the file; `fids` is sorted. Returns the indexes of those that are there.
template <class T>
QList<qsizetype> readSome(Database& database, QLatin1StringView table, const QList<qint64>& fids,
                          T (*read)(const RowReader&), QList<T>& rows, QList<RowPlace>& places) {
    QList<RowPlace> there;
    QList<qint64> elsewhere; // gone, new, or at another place than before
    QList<T> coming;
    QList<RowPlace> comingTo;
    RowReader row(database, table);
    for (const qint64 fid : fids) {
        if (!row.find(fid)) {
            elsewhere << fid;
            continue;
        }
        there << placeOf(row);
        const auto old = std::ranges::lower_bound(places, there.last());
        if (old != places.end() && *old == there.last()) {
            rows[old - places.begin()] = read(row);
        } else {
            elsewhere << fid;
            coming << read(row);
            comingTo << there.last();
        }
    }
    if (!elsewhere.isEmpty()) {
        takeOut(elsewhere, rows, places);
        rows << std::move(coming);
        places << comingTo;
        sortByPlace(rows, places);
    }
    QList<qsizetype> indexes;
    for (const RowPlace& place : there) {
        indexes << std::ranges::lower_bound(places, place) - places.begin();
    }
    return indexes;
}

Tier readTier(const RowReader& row) {
    return {.key = row.text("key"_L1),
            .mark = row.bilingual("mark"_L1),
            .name = row.bilingual("name"_L1),
            .driver = row.bilingual("driver"_L1),
            .carrier = row.bilingual("carrier"_L1),
            .mode = row.bilingual("mode"_L1),
            .role = row.bilingual("role"_L1),
            .color = row.text("color"_L1),
            .pattern = row.oneOf<Tier::Pattern>("pattern"_L1)};
}

Zone readZone(const RowReader& row) {
    return {.code = row.text("code"_L1),
            .name = row.bilingual("name"_L1),
            .tier = row.textOrNull("tier"_L1),
            .kind = row.oneOf<Zone::Kind>("kind"_L1),
            .parent = row.textOrNull("parent"_L1),
            .schematic = row.flag("schematic"_L1),
            .role = row.bilingual("role"_L1)};
}

Indicator readIndicator(const RowReader& row) {
    return {.key = row.text("key"_L1),
            .name = row.bilingual("name"_L1),
            .unit = row.bilingual("unit"_L1),
            .direction = row.oneOf<Indicator::Direction>("direction"_L1),
            .aggregation = row.oneOf<Indicator::Aggregation>("aggregation"_L1)};
}

Observation readObservation(const RowReader& row) {
    Observation observation{.zone = row.text("zone"_L1),
                            .indicator = row.text("indicator"_L1),
                            .source = row.text("source"_L1),
                            .address = row.text("address"_L1),
                            .missingReason = row.textOrNull("missing_reason"_L1),
                            .status = row.oneOf<Observation::Status>("status"_L1),
                            .confidence = row.oneOf<Observation::Confidence>("confidence"_L1),
                            .adopted = row.flag("adopted"_L1),
                            .note = row.text("note"_L1),
                            .author = row.textOrNull("author"_L1),
                            .editedAt = row.textOrNull("edited_at"_L1)};
    if (const std::optional<Period> period = Period::parse(row.text("period"_L1))) {
        observation.period = *period;
    } else {
        row.fail(Problem::Code::FieldType, "period"_L1, {u"period"_s});
    }
    if (!row.isNull("value"_L1)) {
        observation.value = Quantity{row.number("value"_L1), row.oneOf<Quantity::Bound>("bound"_L1)};
    }
    return observation;
}

Rule readRule(const RowReader& row) {
    const auto number = [&](QLatin1StringView column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
    };
    return {.key = row.text("key"_L1),
            .kind = row.oneOf<Rule::Kind>("kind"_L1),
            .subject = row.text("subject"_L1),
            .minimum = number("minimum"_L1),
            .maximum = number("maximum"_L1),
            .pattern = row.text("pattern"_L1),
            .name = row.bilingual("name"_L1)};
}

Target readTarget(const RowReader& row) {
    return {.key = row.text("key"_L1),
            .section = row.text("section"_L1),
            .name = row.bilingual("name"_L1),
            .sense = row.oneOf<Target::Sense>("sense"_L1),
            .value = row.number("value"_L1),
            .unit = row.bilingual("unit"_L1),
            .scope = row.bilingual("scope"_L1),
            .words = row.text("words"_L1),
            .quote = row.text("quote"_L1),
            .indicator = row.textOrNull("indicator"_L1)};
}

Measure readMeasure(const RowReader& row) {
    return {.number = row.text("number"_L1),
            .group = row.bilingual("group"_L1),
            .title = row.bilingual("title"_L1),
            .text = row.text("text"_L1),
            .bodies = row.list("bodies"_L1),
            .zones = row.list("zones"_L1),
            .safeguard = row.flag("safeguard"_L1)};
}

Site readSite(const RowReader& row) {
    Site site{.key = row.text("key"_L1),
              .name = row.bilingual("name"_L1),
              .pinyin = row.text("pinyin"_L1),
              .kind = row.oneOf<Site::Kind>("kind"_L1),
              .zone = row.textOrNull("zone"_L1),
              .stage = row.oneOf<Site::Stage>("stage"_L1),
              .confidence = row.oneOf<Observation::Confidence>("confidence"_L1),
              .source = row.text("source"_L1),
              .address = row.text("address"_L1),
              .note = row.text("note"_L1)};
    if (const ShapeBlob geometry = row.blobOrNull("geom"_L1); !geometry.isEmpty()) {
        site.position = decodePosition(geometry);
        if (!site.position) {
            row.fail(Problem::Code::FieldType, "geom"_L1, {u"point"_s});
        }
    }
    return site;
}

ContextFeature readContextFeature(const RowReader& row) {
    return {.role = row.oneOf<ContextFeature::Role>("role"_L1),
            .name = row.bilingual("name"_L1),
            .source = row.text("source"_L1),
            .shape = row.blobOrNull("geom"_L1)};
}

/// One row for each member makes one rule for each indicator and total.
QList<SumRule> readSumRules(Database& database) {
    QList<SumRule> rules;
    for (RowReader row(database, "sum_rules"_L1, planOrder); row.next();) {
        const QString indicator = row.text("indicator"_L1);
        const QString total = row.text("total"_L1);
        const auto same = [&](const SumRule& rule) { return rule.indicator == indicator && rule.total == total; };
        auto rule = std::ranges::find_if(rules, same);
        if (rule == rules.end()) {
            rule = rules.insert(rules.end(), SumRule{indicator, total, {}});
        }
        rule->members << row.text("member"_L1);
    }
    return rules;
}

/// One row for each successor; of a unit's rows the first tells name and source.
QList<FormerUnit> readFormerUnits(Database& database) {
    QList<FormerUnit> units;
    for (RowReader row(database, "former_units"_L1, planOrder); row.next();) {
        const QString code = row.text("code"_L1);
        const std::optional<Period> until = Period::parse(row.text("until"_L1));
        if (!until) {
            row.fail(Problem::Code::FieldType, "until"_L1, {u"period"_s});
            continue;
        }
        const auto same = [&](const FormerUnit& unit) { return unit.code == code && unit.until == *until; };
        auto unit = std::ranges::find_if(units, same);
        if (unit == units.end()) {
            unit = units.insert(units.end(),
                                FormerUnit{code, row.bilingual("name"_L1), *until, {}, row.text("source"_L1)});
        }
        unit->successors << row.text("successor"_L1);
    }
    return units;
}

ReferenceLayer readLayer(const RowReader& row) {
    return {.key = row.text("key"_L1),
            .name = row.bilingual("name"_L1),
            .kind = row.oneOf<ReferenceLayer::Kind>("kind"_L1),
            .file = row.text("file"_L1),
            .data = row.text("data"_L1),
            .crs = row.text("crs"_L1),
            .datum = row.text("datum"_L1),
            .vintage = row.text("vintage"_L1),
            .source = row.text("source"_L1),
            .choices = row.text("choices"_L1),
            .color = row.text("color"_L1),
            .width = row.number("width"_L1),
            .opacity = row.number("opacity"_L1),
            .shown = row.flag("shown"_L1),
            .level = row.number("level"_L1),
            .largestScale = row.number("largest_scale"_L1),
            .smallestScale = row.number("smallest_scale"_L1)};
}

SavedFigure readFigure(const RowReader& row) {
    return {.key = row.text("key"_L1), .name = row.bilingual("name"_L1), .spec = row.text("spec"_L1)};
}

SavedScenario readScenario(const RowReader& row) {
    return {.key = row.text("key"_L1), .name = row.bilingual("name"_L1), .moves = row.list("moves"_L1)};
}

SavedStyle readStyle(const RowReader& row) {
    return {.key = row.text("key"_L1),
            .name = row.bilingual("name"_L1),
            .layer = row.text("layer"_L1),
            .style = row.text("style"_L1),
            .qgis = row.text("qgis"_L1)};
}

QList<Claim> readClaims(Database& database) {
    QList<Claim> claims;
    for (RowReader row(database, "claims"_L1, planOrder); row.next();) {
        claims << Claim{.tier = row.text("tier"_L1),
                        .statistic = row.oneOf<Claim::Statistic>("statistic"_L1),
                        .name = row.bilingual("name"_L1),
                        .reason = row.bilingual("reason"_L1),
                        .terms = {}};
    }
    for (RowReader row(database, "claim_terms"_L1, planOrder); row.next();) {
        const auto claim = std::ranges::find(claims, row.text("tier"_L1), &Claim::tier);
        if (claim == claims.end()) {
            row.fail(Problem::Code::ReferenceUnknown, "tier"_L1, {row.text("tier"_L1), u"tier"_s});
            continue;
        }
        claim->terms << ClaimTerm{.indicator = row.text("indicator"_L1),
                                  .measure = row.oneOf<ClaimTerm::Measure>("measure"_L1),
                                  .weight = row.number("weight"_L1),
                                  .reason = row.bilingual("reason"_L1)};
    }
    return claims;
}

BoundaryNote readBoundary(Database& database) {
    RowReader row(database, "boundary"_L1, planOrder);
    if (!row.next()) {
        database.problem().note(
            {.code = Problem::Code::FieldMissing, .file = database.file(), .field = u"boundary.key"_s});
        return {};
    }
    return {.vintage = row.text("vintage"_L1),
            .schematic = row.flag("schematic"_L1),
            .note = row.bilingual("note"_L1),
            .provenance = row.bilingual("provenance"_L1)};
}

} // namespace

bool holdsProject(Database& database) {
    const Statement statement =
        database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'tiermap_project'");
    return database.next(statement);
}

Project readProject(Database& database, RowPlaces* places) {
    Project project{.file = database.file()};
    Plan& plan = project.plan;
    const Facts facts(database);
    facts.checkVersion();
    for (const PlanFact& fact : planFacts) {
        fact.text(plan) = facts.text(fact.key);
    }
    plan.validFrom = facts.date(validFromKey);
    plan.validTo = facts.date(validToKey);
    plan.boundary = readBoundary(database);
    RowPlaces own;
    RowPlaces& at = places == nullptr ? own : *places;
    readAll(database, "tiers"_L1, readTier, plan.tiers, at[Table::Tiers]);
    readAll(database, "zones"_L1, readZone, plan.zones, at[Table::Zones]);
    for (RowReader row(database, "zones"_L1, ""_L1); row.next();) {
        if (const ShapeBlob shape = row.blobOrNull("geom"_L1); !shape.isEmpty()) {
            project.zoneShapes.insert(row.text("code"_L1), shape);
        }
    }
    readAll(database, "indicators"_L1, readIndicator, plan.indicators, at[Table::Indicators]);
    readAll(database, "observations"_L1, readObservation, plan.observations, at[Table::Observations]);
    plan.sumRules = readSumRules(database);
    plan.formerUnits = readFormerUnits(database);
    readAll(database, "rules"_L1, readRule, plan.rules, at[Table::Rules]);
    readAll(database, "targets"_L1, readTarget, plan.targets, at[Table::Targets]);
    readAll(database, "measures"_L1, readMeasure, plan.measures, at[Table::Measures]);
    readAll(database, "sites"_L1, readSite, plan.sites, at[Table::Sites]);
    readAll(database, "context"_L1, readContextFeature, project.context, at[Table::Context]);
    readAll(database, "layers"_L1, readLayer, project.layers, at[Table::Layers]);
    readAll(database, "styles"_L1, readStyle, project.styles, at[Table::Styles]);
    readAll(database, "figures"_L1, readFigure, project.figures, at[Table::Figures]);
    readAll(database, "tiermap_scenarios"_L1, readScenario, project.scenarios, at[Table::Scenarios]);
    plan.claims = readClaims(database);
    if (!database.problem()) {
        if (std::optional<Problem> breach = findBreach(plan, locateIn(database.file()))) {
            database.problem().note(*std::move(breach));
        }
    }
    return project;
}

QList<qsizetype> readRows(Database& database, Table table, const QList<qint64>& fids, Project& project,
                          RowPlaces& places) {
    Plan& plan = project.plan;
    const auto some = [&](auto read, auto& rows) {
        return readSome(database, nameView(table), fids, read, rows, places[table]);
    };
    const auto indexesOf = [](const auto& rows) { // a rule of several rows is looked at whole
        QList<qsizetype> indexes(rows.size());
        std::ranges::iota(indexes, 0);
        return indexes;
    };
    switch (table) {
    case Table::Tiers:
        return some(readTier, plan.tiers);
    case Table::Zones: {
        const QList<qsizetype> indexes = some(readZone, plan.zones);
        RowReader row(database, "zones"_L1);
        for (const qint64 fid : fids) {
            if (row.find(fid)) {
                project.zoneShapes.insert(row.text("code"_L1), row.blobOrNull("geom"_L1));
            }
        }
        project.zoneShapes.removeIf(
            [&](const auto& shape) { return shape.value().isEmpty() || !plan.zone(shape.key()); });
        return indexes;
    }
    case Table::Indicators:
        return some(readIndicator, plan.indicators);
    case Table::Observations:
        return some(readObservation, plan.observations);
    case Table::SumRules:
        plan.sumRules = readSumRules(database);
        return indexesOf(plan.sumRules);
    case Table::Rules:
        return some(readRule, plan.rules);
    case Table::Targets:
        return some(readTarget, plan.targets);
    case Table::Measures:
        return some(readMeasure, plan.measures);
    case Table::Sites:
        return some(readSite, plan.sites);
    case Table::Context:
        return some(readContextFeature, project.context);
    case Table::FormerUnits:
        plan.formerUnits = readFormerUnits(database);
        return indexesOf(plan.formerUnits);
    case Table::Boundary:
        plan.boundary = readBoundary(database);
        return {};
    case Table::Layers:
        return some(readLayer, project.layers);
    case Table::Styles:
        return some(readStyle, project.styles);
    case Table::Claims:
    case Table::ClaimTerms:
        plan.claims = readClaims(database);
        return indexesOf(plan.claims);
    case Table::Figures:
        return some(readFigure, project.figures);
    case Table::Scenarios:
        return some(readScenario, project.scenarios);
    }
    return {};
}

Locate locateIn(const QString& file) {
    return [file](QLatin1StringView list, qsizetype row, QLatin1StringView field) -> Problem {
        const QLatin1StringView table = list.isEmpty() ? "tiermap_project"_L1 : list;
        return {.file = file,
                .row = list.isEmpty() ? 0 : static_cast<int>(row) + 1,
                .field = QString(table) + u'.' + field};
    };
}

} // namespace tiermap
