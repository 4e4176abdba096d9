#include "core/store/project_writer.h"

#include "core/project/names.h"
#include "core/store/blob_header.h"
#include "core/store/content.h"
#include "core/store/plan_facts.h"
#include "core/store/project_file.h"
#include "core/store/row_key.h"
#include "core/store/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Inserts rows into one table; `ordinal` keeps the plan's order, since fid is a hash.
class TableWriter {
public:
    TableWriter(Database& database, const QByteArray& name, const QByteArray& columns)
        : m_database(database)
        , m_statement(database.prepare("INSERT INTO " + name + " (fid, ordinal, " + columns + ") VALUES (?, ?" +
                                       QByteArray(", ?").repeated(columns.count(',') + 1) + ")")) {}

    void add(const QStringList& naturalKey, QList<Value> values) {
        values.prepend(m_ordinal++);
        values.prepend(rowKey(naturalKey));
        m_database.insert(m_statement, values);
    }

private:
    Database& m_database;
    Statement m_statement;
    qint64 m_ordinal = 0;
};

Value shapeOrNull(const ShapeBlob& shape) { return shape.isEmpty() ? Value() : Value(shape); }

Value flag(bool value) { return qint64(value); }

/// A list in one cell, readable with SQLite's json_each.
QString listText(const QStringList& list) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

void writeFacts(Database& database, Plan plan) {
    const Statement statement = database.prepare("INSERT INTO tiermap_project (key, value) VALUES (?, ?)");
    const auto add = [&](const QString& key, const QString& value) { database.insert(statement, {key, value}); };
    add(schemaVersionKey, QString::number(schemaVersion));
    add(applicationVersionKey, u"" TIERMAP_VERSION ""_s);
    add(validFromKey, plan.validFrom.toString(Qt::ISODate));
    add(validToKey, plan.validTo.toString(Qt::ISODate));
    for (const PlanFact& fact : planFacts) {
        add(fact.key, fact.text(plan));
    }
}

void writeBoundary(Database& database, const BoundaryNote& b) {
    TableWriter table(database, "boundary", "key, vintage, schematic, note_zh, note_en, provenance_zh, provenance_en");
    table.add({boundaryKey}, {QString(boundaryKey), b.vintage, flag(b.schematic), b.note.zh, b.note.en, b.provenance.zh,
                              b.provenance.en});
}

void writeTiers(Database& database, const Plan& plan) {
    TableWriter table(database, "tiers",
                      "key, mark_zh, mark_en, name_zh, name_en, driver_zh, driver_en, carrier_zh, carrier_en, mode_zh, "
                      "mode_en, role_zh, role_en, color, pattern");
    for (const Tier& t : plan.tiers) {
        table.add({t.key}, {t.key, t.mark.zh, t.mark.en, t.name.zh, t.name.en, t.driver.zh, t.driver.en, t.carrier.zh,
                            t.carrier.en, t.mode.zh, t.mode.en, t.role.zh, t.role.en, t.color, nameOf(t.pattern)});
    }
}

void writeZones(Database& database, const Project& project) {
    TableWriter table(database, "zones",
                      "geom, code, name_zh, name_en, tier, kind, parent, schematic, role_zh, role_en");
    for (const Zone& z : project.plan.zones) {
        table.add({z.code},
                  {shapeOrNull(project.zoneShapes.value(z.code)), z.code, z.name.zh, z.name.en, orNull(z.tier),
                   nameOf(z.kind), orNull(z.parent), flag(z.schematic), z.role.zh, z.role.en});
    }
}

void writeIndicators(Database& database, const Plan& plan) {
    TableWriter table(database, "indicators", "key, name_zh, name_en, unit_zh, unit_en, direction, aggregation");
    for (const Indicator& i : plan.indicators) {
        table.add({i.key},
                  {i.key, i.name.zh, i.name.en, i.unit.zh, i.unit.en, nameOf(i.direction), nameOf(i.aggregation)});
    }
}

void writeObservations(Database& database, const Plan& plan) {
    TableWriter table(
        database, "observations",
        "zone, indicator, period, source, address, value, bound, missing_reason, status, confidence, adopted, "
        "note, author, edited_at");
    for (const Observation& o : plan.observations) {
        const QString period = o.period.toString();
        table.add({o.zone, o.indicator, period, o.source},
                  {o.zone, o.indicator, period, o.source, o.address, o.value ? Value(o.value->number) : Value(),
                   nameOf(o.value.value_or(Quantity{}).bound), orNull(o.missingReason), nameOf(o.status),
                   nameOf(o.confidence), flag(o.adopted), o.note, orNull(o.author), orNull(o.editedAt)});
    }
}

void writeSumRules(Database& database, const Plan& plan) {
    TableWriter table(database, "sum_rules", "indicator, total, member");
    for (const SumRule& rule : plan.sumRules) {
        for (const QString& member : rule.members) {
            table.add({rule.indicator, rule.total, member}, {rule.indicator, rule.total, member});
        }
    }
}

void writeFormerUnits(Database& database, const Plan& plan) {
    TableWriter table(database, "former_units", "code, name_zh, name_en, until, successor, source");
    for (const FormerUnit& unit : plan.formerUnits) {
        const QString until = unit.until.toString();
        for (const QString& successor : unit.successors) {
            table.add({unit.code, until, successor},
                      {unit.code, unit.name.zh, unit.name.en, until, successor, unit.source});
        }
    }
}

void writeRules(Database& database, const Plan& plan) {
    TableWriter table(database, "rules", "key, kind, subject, minimum, maximum, pattern, name_zh, name_en");
    const auto number = [](const std::optional<double>& limit) { return limit ? Value(*limit) : Value(); };
    for (const Rule& rule : plan.rules) {
        table.add({rule.key}, {rule.key, nameOf(rule.kind), rule.subject, number(rule.minimum), number(rule.maximum),
                               rule.pattern, rule.name.zh, rule.name.en});
    }
}

void writeTargets(Database& database, const Plan& plan) {
    TableWriter table(
        database, "targets",
        "key, section, name_zh, name_en, sense, value, unit_zh, unit_en, scope_zh, scope_en, words, quote, "
        "indicator");
    for (const Target& t : plan.targets) {
        table.add({t.key}, {t.key, t.section, t.name.zh, t.name.en, nameOf(t.sense), t.value, t.unit.zh, t.unit.en,
                            t.scope.zh, t.scope.en, t.words, t.quote, orNull(t.indicator)});
    }
}

void writeMeasures(Database& database, const Plan& plan) {
    TableWriter table(database, "measures",
                      "number, group_zh, group_en, title_zh, title_en, text, bodies, zones, safeguard");
    for (const Measure& m : plan.measures) {
        table.add({m.number}, {m.number, m.group.zh, m.group.en, m.title.zh, m.title.en, m.text, listText(m.bodies),
                               listText(m.zones), flag(m.safeguard)});
    }
}

void writeSites(Database& database, const Plan& plan) {
    TableWriter table(database, "sites",
                      "geom, key, name_zh, name_en, pinyin, kind, zone, stage, confidence, source, address, note");
    for (const Site& s : plan.sites) {
        table.add({s.key},
                  {s.position ? Value(encodePosition(*s.position)) : Value(), s.key, s.name.zh, s.name.en, s.pinyin,
                   nameOf(s.kind), orNull(s.zone), nameOf(s.stage), nameOf(s.confidence), s.source, s.address, s.note});
    }
}

void writeContext(Database& database, const Project& project) {
    TableWriter table(database, "context", "geom, role, name_zh, name_en, source");
    qsizetype place = 0; // context features have no name of their own: their place in the file makes the key unique
    for (const ContextFeature& c : project.context) {
        table.add({nameOf(c.role), c.name.zh, QString::number(place++)},
                  {shapeOrNull(c.shape), nameOf(c.role), c.name.zh, c.name.en, c.source});
    }
}

/// Features of vector layers do not come along: they are only in the file that has them.
void writeLayers(Database& database, const Project& project) {
    TableWriter table(database, "layers",
                      "key, name_zh, name_en, kind, file, data, crs, datum, vintage, source, color, width, opacity, "
                      "shown, level, largest_scale, smallest_scale, choices");
    for (const ReferenceLayer& l : project.layers) {
        table.add({l.key},
                  {l.key, l.name.zh, l.name.en, nameOf(l.kind), l.file, l.data, l.crs, l.datum, l.vintage, l.source,
                   l.color, l.width, l.opacity, flag(l.shown), l.level, l.largestScale, l.smallestScale, l.choices});
    }
}

void writeStyles(Database& database, const Project& project) {
    TableWriter table(database, "styles", "key, name_zh, name_en, layer, style, qgis");
    for (const SavedStyle& s : project.styles) {
        table.add({s.key}, {s.key, s.name.zh, s.name.en, s.layer, s.style, s.qgis});
    }
}

void writeFigures(Database& database, const Project& project) {
    TableWriter table(database, "figures", "key, name_zh, name_en, spec");
    for (const SavedFigure& f : project.figures) {
        table.add({f.key}, {f.key, f.name.zh, f.name.en, f.spec});
    }
}

void writeScenarios(Database& database, const Project& project) {
    TableWriter table(database, "tiermap_scenarios", "key, name_zh, name_en, moves");
    for (const SavedScenario& s : project.scenarios) {
        table.add({s.key}, {s.key, s.name.zh, s.name.en, listText(s.moves)});
    }
}

void writeClaims(Database& database, const Plan& plan) {
    TableWriter claims(database, "claims", "tier, statistic, name_zh, name_en, reason_zh, reason_en");
    TableWriter terms(database, "claim_terms", "tier, indicator, measure, weight, reason_zh, reason_en");
    for (const Claim& c : plan.claims) {
        claims.add({c.tier}, {c.tier, nameOf(c.statistic), c.name.zh, c.name.en, c.reason.zh, c.reason.en});
        for (const ClaimTerm& t : c.terms) {
            const QString measure = nameOf(t.measure);
            terms.add({c.tier, t.indicator, measure},
                      {c.tier, t.indicator, measure, t.weight, t.reason.zh, t.reason.en});
        }
    }
}

QRectF extentOf(QLatin1StringView table, const Project& project) {
    QRectF extent;
    const auto unite = [&](const ShapeBlob& shape) {
        if (const std::optional<QRectF> envelope = statedEnvelope(shape)) {
            extent = extent.united(*envelope);
        }
    };
    if (table == "zones"_L1) {
        for (const ShapeBlob& shape : project.zoneShapes) {
            unite(shape);
        }
    } else if (table == "context"_L1) {
        for (const ContextFeature& feature : project.context) {
            unite(feature.shape);
        }
    }
    return extent;
}

void writeContents(Database& database, const Project& project) {
    // The time is the plan's own: the same project gives the same file, whenever it is written.
    const QDate day = project.plan.validFrom.isValid() ? project.plan.validFrom : QDate(1970, 1, 1);
    const QString lastChange = day.toString(Qt::ISODate) + u"T00:00:00.000Z"_s;
    const Statement contents = database.prepare(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Statement geometry = database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4490, 0, 0)");
    for (const ContentTable& table : contentTables) {
        const bool features = !table.geometryType.isEmpty();
        const QRectF extent = extentOf(table.name, project);
        const auto side = [&](double degrees) { return extent.isNull() ? Value() : Value(degrees); };
        const QString name(table.name);
        database.insert(contents, {name, features ? u"features"_s : u"attributes"_s, name, lastChange,
                                   side(extent.left()), side(extent.top()), side(extent.right()), side(extent.bottom()),
                                   features ? Value(qint64(4490)) : Value()});
        if (features) {
            database.insert(geometry, {name, QString(table.geometryType)});
        }
    }
}

} // namespace

void writeProject(Database& database, const Project& project) {
    const Plan& plan = project.plan;
    database.run("PRAGMA foreign_keys = ON");
    database.run(schemaSql());
    database.run("BEGIN");
    writeFacts(database, plan);
    writeBoundary(database, plan.boundary);
    writeTiers(database, plan);
    writeZones(database, project);
    writeIndicators(database, plan);
    writeObservations(database, plan);
    writeSumRules(database, plan);
    writeRules(database, plan);
    writeFormerUnits(database, plan);
    writeTargets(database, plan);
    writeMeasures(database, plan);
    writeSites(database, plan);
    writeContext(database, project);
    writeLayers(database, project);
    writeStyles(database, project);
    writeFigures(database, project);
    writeScenarios(database, project);
    writeClaims(database, plan);
    writeContents(database, project);
    rememberContent(database);
    database.run("COMMIT");
}

} // namespace tiermap
