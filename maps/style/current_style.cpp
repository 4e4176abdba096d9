#include "maps/style/current_style.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

const SavedStyle* find(const Project& project, const QString& key) {
    const auto found = std::ranges::find(project.styles, key, &SavedStyle::key);
    return found == project.styles.end() ? nullptr : &*found;
}

} // namespace

QStringList styledLayers() { return {u"zones"_s, u"sites"_s}; }

QString layerOf(LayerStyle::Kind kind) {
    return kind == LayerStyle::Kind::Heat || kind == LayerStyle::Kind::Hexagons ? u"sites"_s : u"zones"_s;
}

QStringList kindsOf(const QString& layer) {
    QStringList kinds;
    for (const Name<LayerStyle::Kind>& name : namesOf<LayerStyle::Kind>()) {
        if (layerOf(name.value) == layer)
            kinds += name.text;
    }
    return kinds;
}

LayerStyle currentStyle(const Project& project) {
    for (const QString& layer : styledLayers()) {
        const SavedStyle* saved = find(project, layer);
        if (!saved)
            continue;
        const Result<LayerStyle> style = layerStyleFromJson(saved->style);
        if (style && style->kind != LayerStyle::Kind::Tiers && checkStyle(*style, project.plan))
            return *style;
    }
    return {};
}

Result<LayerStyle> savedStyle(const Project& project, const QString& key) {
    if (const SavedStyle* saved = find(project, key))
        return layerStyleFromJson(saved->style);
    return std::unexpected(Problem{.code = Problem::Code::ReferenceUnknown, .arguments = {key, u"style"_s}});
}

Edit drawWith(const Project& project, const QString& layer, const LayerStyle& style, const QString& qgis) {
    Edit edit;
    for (const QString& other : styledLayers()) {
        if (other != layer && find(project, other))
            edit.changes << removeRow(Table::Styles, {other});
    }
    const SavedStyle* now = find(project, layer);
    if (style.kind == LayerStyle::Kind::Tiers) {
        if (now)
            edit.changes << removeRow(Table::Styles, {layer});
    } else {
        edit.changes << keepStyle(project, layer, layer, style, qgis).changes;
    }
    return edit;
}

Edit keepStyle(const Project& project, const QString& key, const QString& layer, const LayerStyle& style,
               const QString& qgis) {
    Edit edit;
    if (const SavedStyle* now = find(project, key)) {
        Change change = setCell(Table::Styles, {key}, u"style"_s, toJson(style));
        change.after.insert(u"qgis"_s, qgis);
        if (now->layer != layer)
            change.after.insert(u"layer"_s, layer);
        edit.changes << change;
    } else {
        edit.changes << insertRow(Table::Styles, {{u"key"_s, key},
                                                  {u"name_zh"_s, key},
                                                  {u"name_en"_s, QString()},
                                                  {u"layer"_s, layer},
                                                  {u"style"_s, toJson(style)},
                                                  {u"qgis"_s, qgis}});
    }
    return edit;
}

} // namespace tiermap
