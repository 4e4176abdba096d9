#include "maps/import/layer_import.h"

#include "core/project/names.h"
#include "maps/geometry/geopackage_blob.h"
#include "maps/import/column_report.h"
#include "maps/style/register_symbol.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Notice = ImportReport::Notice;

/// The field that a person would read on the map.
qsizetype labelField(const QStringList& fields) {
    for (const QString& wanted : {u"名称"_s, u"name"_s, u"名字"_s, u"label"_s, u"标注"_s}) {
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (fields[i].compare(wanted, Qt::CaseInsensitive) == 0) {
                return i;
            }
        }
    }
    return -1;
}

/// The row of a layer: a change of the one that there is, or a new one above all others.
QList<Change> changesFor(const Project& project, ReferenceLayer layer, const LayerChoices& choices) {
    const auto known = std::ranges::find_if(project.layers, [&](const ReferenceLayer& other) {
        const bool sameFile = other.file == layer.file || layer.kind == ReferenceLayer::Kind::Register;
        return other.name.zh == layer.name.zh && other.kind == layer.kind && sameFile;
    });
    if (known != project.layers.end()) {
        Change change{
            .kind = Change::Kind::Update, .table = Table::Layers, .key = {known->key}, .before = {}, .after = {}};
        const auto set = [&](const QString& field, const QString& now, const QString& before) {
            if (now != before) {
                change.after.insert(field, now);
            }
        };
        set(u"file"_s, layer.file, known->file);
        set(u"choices"_s, layer.choices, known->choices);
        set(u"data"_s, layer.data, known->data);
        set(u"crs"_s, layer.crs, known->crs);
        set(u"datum"_s, layer.datum, known->datum);
        set(u"vintage"_s, layer.vintage, known->vintage);
        set(u"source"_s, layer.source, known->source);
        set(u"name_en"_s, choices.english.trimmed().isEmpty() ? known->name.en : layer.name.en, known->name.en);
        set(u"color"_s, choices.color.isEmpty() ? known->color : choices.color, known->color);
        const auto setNumber = [&](const QString& field, const std::optional<double>& now, double before) {
            if (now && *now != before) {
                change.after.insert(field, *now);
            }
        };
        setNumber(u"opacity"_s, choices.opacity, known->opacity);
        setNumber(u"largest_scale"_s, choices.largestScale, known->largestScale);
        setNumber(u"smallest_scale"_s, choices.smallestScale, known->smallestScale);
        return change.after.isEmpty() ? QList<Change>() : QList<Change>{change};
    }
    int number = 1;
    const auto taken = [&](const QString& key) {
        return std::ranges::contains(project.layers, key, &ReferenceLayer::key);
    };
    while (taken(u"layer-%1"_s.arg(number))) {
        ++number;
    }
    layer.key = u"layer-%1"_s.arg(number);
    for (const ReferenceLayer& other : project.layers) {
        layer.level = std::max(layer.level, other.level + 1);
    }
    return {insertRow(Table::Layers, {{u"key"_s, layer.key},
                                      {u"name_zh"_s, layer.name.zh},
                                      {u"name_en"_s, layer.name.en},
                                      {u"kind"_s, nameOf(layer.kind)},
                                      {u"file"_s, layer.file},
                                      {u"data"_s, layer.data},
                                      {u"crs"_s, layer.crs},
                                      {u"datum"_s, layer.datum},
                                      {u"vintage"_s, layer.vintage},
                                      {u"source"_s, layer.source},
                                      {u"color"_s, layer.color},
                                      {u"width"_s, layer.width},
                                      {u"opacity"_s, layer.opacity},
                                      {u"shown"_s, qint64(layer.shown)},
                                      {u"level"_s, layer.level},
                                      {u"largest_scale"_s, layer.largestScale},
                                      {u"smallest_scale"_s, layer.smallestScale},
                                      {u"choices"_s, layer.choices}})};
}

ReferenceLayer layerFor(const QString& file, const LayerChoices& choices) {
    const QString name = choices.name.trimmed().isEmpty() ? QFileInfo(file).completeBaseName() : choices.name.trimmed();
    const QString english = choices.english.trimmed().isEmpty() ? name : choices.english.trimmed();
    ReferenceLayer layer{.key = {}, .name = {name, english}, .file = {}};
    layer.vintage = choices.vintage;
    layer.source = choices.source.trimmed();
    layer.opacity = choices.opacity.value_or(layer.opacity);
    layer.largestScale = choices.largestScale.value_or(0);
    layer.smallestScale = choices.smallestScale.value_or(0);
    if (!choices.color.isEmpty()) {
        layer.color = choices.color;
    }
    return layer;
}

} // namespace

LayerImport importLayer(const Project& project, const SourceRows& rows, const QString& file, const QString& crs,
                        const QString& datum, const LayerChoices& choices) {
    LayerImport result;
    ImportReport& report = result.report;
    const qsizetype label = labelField(rows.fields);
    for (const SourceRow& row : rows.rows) {
        ++report.read;
        const QString text = row.cells.value(label).trimmed();
        const auto leave = [&](Notice::Kind kind, const QStringList& arguments = {}) {
            report.unused << Notice{.kind = kind, .row = row.row, .column = {}, .text = text, .arguments = arguments};
        };
        if (!row.shapeProblem.isEmpty()) {
            leave(Notice::Kind::GeometryInvalid, {row.shapeProblem});
        } else if (!row.shape) {
            leave(Notice::Kind::PlaceMissing);
        } else {
            result.features << LayerFeature{encodeShape(*row.shape), text};
        }
    }
    tellColumns(report, rows, {{label, u"label"_s}});
    if (result.features.isEmpty()) {
        return result;
    }
    result.data = layerDataKey(result.features);
    ReferenceLayer layer = layerFor(file, choices);
    layer.file = QFileInfo(file).fileName();
    layer.data = result.data;
    layer.crs = crs;
    layer.datum = datum;
    result.edit.changes = changesFor(project, layer, choices);
    const auto count = static_cast<int>(result.features.size());
    (result.edit.changes.isEmpty() ? report.unchanged : report.used) = count;
    return result;
}

LayerImport importRaster(const Project& project, const QString& file, const QString& crs, const QString& datum,
                         const LayerChoices& choices) {
    LayerImport result;
    ReferenceLayer layer = layerFor(file, choices);
    layer.kind = ReferenceLayer::Kind::Raster;
    layer.file = pathFrom(project.file, file);
    layer.crs = crs;
    layer.datum = datum;
    result.report.read = 1;
    result.edit.changes = changesFor(project, layer, choices);
    (result.edit.changes.isEmpty() ? result.report.unchanged : result.report.used) = 1;
    return result;
}

Edit keepRegister(const Project& project, const QString& file, const QString& datum, const QString& read,
                  const LayerChoices& choices) {
    ReferenceLayer layer = layerFor(file, choices);
    if (choices.color.isEmpty()) {
        layer.color = registerColour(project.layers);
    }
    layer.kind = ReferenceLayer::Kind::Register;
    layer.file = pathFrom(project.file, file);
    layer.datum = datum;
    layer.choices = read;
    return {.changes = changesFor(project, layer, choices)};
}

QString pathFrom(const QString& projectFile, const QString& file) {
    const QString folder = QFileInfo(projectFile).absolutePath();
    const QString path = QFileInfo(file).absoluteFilePath();
    return !projectFile.isEmpty() && path.startsWith(folder + u'/') ? QDir(folder).relativeFilePath(path) : path;
}

} // namespace tiermap
