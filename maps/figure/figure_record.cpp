#include "maps/figure/figure_record.h"

#include "core/analysis/scenario.h"
#include "core/analysis/zone_figures.h"
#include "core/plan/json_fields.h"
#include "maps/analysis/register_finds.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/pdf_identity.h"
#include "maps/figure/png_file.h"
#include "maps/figure/province.h"
#include "maps/style/current_style.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString valueText(const Observation& observation) {
    if (!observation.value)
        return observation.missingReason;
    return observation.value->toString();
}

/// The districts' figures of one indicator for one period, or the latest of each; the city's, too, where shares are of it.
void addFigures(FigureRecord& record, const Plan& plan, const LayerStyle& style, const QString& indicator,
                const std::optional<Period>& period) {
    const auto add = [&](const QString& zone, const Observation* observation) {
        const QString when = observation ? observation->period.toString() : period ? period->toString() : QString();
        if (observation && !record.periods.contains(when))
            record.periods += when;
        record.values += {zone, (indicator + u' ' + when).trimmed(), observation ? valueText(*observation) : QString()};
    };
    for (const ZoneFigure& figure : zoneFigures(plan, indicator, period))
        add(figure.zone, figure.observation < 0 ? nullptr : &plan.observations[figure.observation]);
    if (style.measure != LayerStyle::Measure::Share)
        return;
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    for (const Observation& observation : plan.observations) {
        const bool isCitys = city != plan.zones.end() && observation.zone == city->code;
        if (isCitys && observation.adopted && observation.indicator == indicator &&
            (!period || observation.period == *period))
            add(city->code, &observation);
    }
}

void addFigures(FigureRecord& record, const Plan& plan, const LayerStyle& style) {
    for (const QString& indicator : style.indicators) {
        const QList<Period> known = periodsOf(plan, indicator);
        const bool overTime = style.kind == LayerStyle::Kind::Bars && style.indicators.size() == 1 &&
                              style.when != LayerStyle::When::Given;
        if (overTime) {
            for (const Period& period : known)
                addFigures(record, plan, style, indicator, period);
        } else if (style.when == LayerStyle::When::Given) {
            addFigures(record, plan, style, indicator, style.period);
        } else if (style.when == LayerStyle::When::MostZones && !known.isEmpty()) {
            addFigures(record, plan, style, indicator, known.first());
        } else {
            addFigures(record, plan, style, indicator, std::nullopt);
        }
    }
}

void addSites(FigureRecord& record, const Plan& plan) {
    const auto degrees = [](double angle) { return QString::number(angle, 'f', 6); };
    for (const Site& site : plan.sites)
        record.values += {site.key, u"place"_s,
                          site.position ? degrees(site.position->x()) + u' ' + degrees(site.position->y()) : site.zone};
}

QJsonObject objectOf(const FigureRecord& record) {
    QJsonArray values;
    for (const DrawnValue& value : record.values)
        values += QJsonArray{value.of, value.what, value.value};
    QJsonObject object{{u"program"_s, record.program},
                       {u"plan"_s, record.plan},
                       {u"spec"_s, QJsonDocument::fromJson(record.spec).object()},
                       {u"spec_hash"_s, specHash(record)},
                       {u"periods"_s, QJsonArray::fromStringList(record.periods)},
                       {u"boundaries"_s, record.boundaries},
                       {u"values"_s, values}};
    if (!record.bookmark.isEmpty())
        object.insert(u"bookmark"_s, record.bookmark);
    return object;
}

Result<FigureRecord> recordFrom(const QJsonObject& object) {
    JsonFields fields(object);
    FigureRecord record;
    fields.text(u"program"_s, record.program);
    fields.text(u"plan"_s, record.plan);
    fields.texts(u"periods"_s, record.periods);
    fields.text(u"boundaries"_s, record.boundaries);
    fields.text(u"bookmark"_s, record.bookmark);
    record.spec = QJsonDocument(fields.object(u"spec"_s)).toJson();
    for (const auto& each : fields.list(u"values"_s)) {
        const QJsonArray parts = each.toArray();
        if (parts.size() != 3)
            fields.fail(Problem::Code::FieldType, u"values"_s, {u"list"_s});
        record.values += {parts[0].toString(), parts[1].toString(), parts[2].toString()};
    }
    if (fields.problem)
        return std::unexpected(*fields.problem);
    return record;
}

Result<QList<FigureRecord>> recordsFrom(const QByteArray& json) {
    const Result<QJsonObject> object = jsonObject(json);
    if (!object)
        return std::unexpected(object.error());
    if (!object->contains("pages"_L1))
        return recordFrom(*object).transform([](const FigureRecord& record) { return QList{record}; });
    QList<FigureRecord> pages;
    for (const auto& each : object->value("pages"_L1).toArray()) {
        const auto page = recordFrom(each.toObject());
        if (!page)
            return std::unexpected(page.error());
        pages += *page;
    }
    return pages;
}

QString hashOf(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

FigureRecord recordOf(const Project& project, const FigureSpec& wanted) {
    const Plan plan = movedPlan(project.plan, movesOf(project.plan, wanted.moves).value_or(QList<ZoneMove>()));
    FigureSpec spec = wanted;
    if (spec.figure == "map"_L1 && !spec.style)
        spec.style = currentStyle(project);
    FigureRecord record{.program = u"Tiermap " TIERMAP_VERSION ""_s, .plan = plan.title.zh, .spec = toJson(spec)};
    QCryptographicHash shapes(QCryptographicHash::Sha256);
    for (const Zone& zone : plan.layoutZones()) {
        record.values += {zone.code, u"tier"_s, zone.tier};
        shapes.addData(zone.code.toUtf8());
        shapes.addData(project.zoneShapes.value(zone.code));
    }
    record.boundaries = QString::fromLatin1(shapes.result().toHex().first(16));
    if (spec.style)
        addFigures(record, plan, *spec.style);
    for (const FigureBlock& block : spec.blocks) {
        for (const QString& indicator : block.indicators)
            addFigures(record, plan, LayerStyle(), indicator, periodOf(block, plan, indicator));
        if (!block.from.isEmpty())
            addFigures(record, plan, LayerStyle(), block.indicators.first(), Period::parse(block.from));
    }
    const bool drawsSites = spec.sites || (spec.style && layerOf(spec.style->kind) == "sites"_L1);
    if (drawsSites)
        addSites(record, plan);
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    if (const auto province = spec.overview && city != plan.zones.end() ? provinceOf(city->code) : std::nullopt)
        record.values += {province->name.zh, u"shapes"_s, province->hash};
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown && layer.kind == ReferenceLayer::Kind::Vector)
            record.values += {layer.key, u"shapes"_s, layer.data};
    }
    for (const FigurePoints& points : spec.points) {
        record.values += {points.name, u"rows"_s, QString::number(points.places->size())};
        if (points.finds && points.finds->clusters)
            record.values += {points.name, u"clusters"_s, QString::number(points.finds->clusters->clusters.size())};
        if (points.finds && points.finds->spots) {
            const FoundAreas areas = areasOf(*points.finds, {});
            record.values += {points.name, u"spots"_s,
                              QString::number(areas.hot.size()) + u" / "_s + QString::number(areas.cold.size())};
        }
    }
    record.periods.sort();
    return record;
}

QString specHash(const FigureRecord& record) { return hashOf(record.spec); }

QByteArray toJson(const FigureRecord& record) { return QJsonDocument(objectOf(record)).toJson(QJsonDocument::Compact); }

QByteArray toJson(const QList<FigureRecord>& pages) {
    QJsonArray array;
    for (const FigureRecord& page : pages)
        array += objectOf(page);
    return QJsonDocument(QJsonObject{{u"pages"_s, array}}).toJson(QJsonDocument::Compact);
}

Result<QList<FigureRecord>> readFigureRecords(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Problem{.code = file.exists() ? Problem::Code::FileUnreadable : Problem::Code::FileMissing,
                    .file = path,
                    .arguments = {file.errorString()}});
    const bool isTiff = file.peek(2) == "II"; // which may be large: whoever reads it takes what it needs
    const QByteArray bytes = isTiff ? QByteArray() : file.readAll();
    const QByteArray json = isTiff                        ? recordInTiff(path)
                            : bytes.startsWith("%PDF")    ? recordInPdf(bytes)
                            : bytes.startsWith("\x89PNG") ? recordInPng(bytes)
                                                          : recordInSvg(bytes);
    const auto named = [&](Problem problem) {
        problem.file = path;
        return problem;
    };
    const auto records = json.isEmpty() ? QList<FigureRecord>() : recordsFrom(json).transform_error(named);
    return !records || !records->isEmpty()
               ? records
               : std::unexpected(Problem{.code = Problem::Code::FigureUnmarked, .file = path});
}

QList<FigureChange> changesSince(const FigureRecord& then, const FigureRecord& now) {
    QList<FigureChange> changes;
    QList<DrawnValue> left = now.values;
    for (const DrawnValue& before : then.values) {
        const auto same = std::ranges::find_if(
            left, [&](const DrawnValue& each) { return each.of == before.of && each.what == before.what; });
        const QString value = same == left.end() ? QString() : same->value;
        if (value != before.value)
            changes += {before.of, before.what, before.value, value};
        if (same != left.end())
            left.erase(same);
    }
    for (const DrawnValue& added : left) {
        if (!added.value.isEmpty())
            changes += {added.of, added.what, {}, added.value};
    }
    if (then.boundaries != now.boundaries)
        changes += {{}, u"boundaries"_s, then.boundaries, now.boundaries};
    return changes;
}

} // namespace tiermap
