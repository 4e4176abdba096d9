#include "core/analysis/scenario.h"
#include "core/plan/json_fields.h"
#include "maps/figure/figure_spec.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// The fields that are a text, a flag or a choice, read and written alike.
template <class Spec, class Visit>
void eachField(Spec& spec, Visit visit) {
    visit(u"figure"_s, spec.figure);
    visit(u"size"_s, spec.size);
    visit(u"orientation"_s, spec.orientation);
    visit(u"magnification"_s, spec.magnification);
    visit(u"language"_s, spec.language);
    visit(u"dpi"_s, spec.dpi);
    visit(u"svg_text"_s, spec.svgText);
    visit(u"georeferenced"_s, spec.georeferenced);
    visit(u"water"_s, spec.water);
    visit(u"neighbours"_s, spec.neighbours);
    visit(u"sites"_s, spec.sites);
    visit(u"overview"_s, spec.overview);
    visit(u"monochrome"_s, spec.monochrome);
    visit(u"extent"_s, spec.extent);
    visit(u"scale"_s, spec.scale);
    visit(u"projection"_s, spec.projection);
    visit(u"moves"_s, spec.moves);
    visit(u"title"_s, spec.title);
    visit(u"subtitle"_s, spec.subtitle);
    visit(u"issuer"_s, spec.issuer);
    visit(u"author"_s, spec.author);
    visit(u"date"_s, spec.date);
    visit(u"sheet_number"_s, spec.sheetNumber);
    visit(u"security"_s, spec.security);
    visit(u"approval_number"_s, spec.approvalNumber);
}

template <class T>
QJsonValue jsonOf(const T& value) {
    if constexpr (std::is_enum_v<T>)
        return nameOf(value);
    else if constexpr (std::is_same_v<T, QStringList>)
        return QJsonArray::fromStringList(value);
    else
        return value;
}

QJsonArray jsonOf(const FigureSpec::Place& place) {
    QJsonArray json{place.at.x(), place.at.y()};
    if (place.width)
        json += *place.width;
    return json;
}

struct Reader {
    JsonFields& fields;

    void operator()(const QString& key, QString& into) const { fields.text(key, into); }
    void operator()(const QString& key, QStringList& into) const { fields.texts(key, into); }
    void operator()(const QString& key, double& into) const { fields.number(key, into); }
    void operator()(const QString& key, int& into) const { fields.whole(key, into); }
    void operator()(const QString& key, bool& into) const { fields.flag(key, into); }
    template <class E>
    void operator()(const QString& key, E& into) const {
        fields.choice(key, into);
    }
};

} // namespace

QByteArray toJson(const FigureSpec& spec) {
    QJsonObject object;
    eachField(spec, [&](const QString& key, const auto& value) { object.insert(key, jsonOf(value)); });
    const FigureSpec preset;
    eachField(preset, [&](const QString& key, const auto& value) {
        if (object[key] == jsonOf(value) && key != "figure"_L1)
            object.remove(key);
    });
    if (spec.profile)
        object.insert(u"profile"_s, nameOf(*spec.profile));
    QJsonObject places;
    for (auto place = spec.places.cbegin(); place != spec.places.cend(); ++place)
        places.insert(place.key(), jsonOf(*place));
    if (!places.isEmpty())
        object.insert(u"places"_s, places);
    for (const auto& [key, words] :
         {std::pair(u"accepted"_s, &spec.accepted), {u"legend_words"_s, &spec.legendWords}}) {
        QJsonObject all;
        for (auto word = words->cbegin(); word != words->cend(); ++word)
            all.insert(word.key(), word.value());
        if (!all.isEmpty())
            object.insert(key, all);
    }
    if (const QJsonObject theme = toJson(spec.theme); !theme.isEmpty())
        object.insert(u"theme"_s, theme);
    if (!spec.blocks.isEmpty())
        object.insert(u"blocks"_s, toJson(spec.blocks));
    if (spec.style)
        object.insert(u"style"_s, QJsonDocument::fromJson(toJson(*spec.style).toUtf8()).object());
    QJsonArray layers;
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown)
            layers += layer.key;
    }
    object.insert(u"layers"_s, layers);
    return QJsonDocument(object).toJson();
}

Edit keepFigure(const Project& project, const QString& name, const FigureSpec& spec) {
    const QString json = QString::fromUtf8(toJson(spec));
    if (const SavedFigure* known = figureNamed(project, name))
        return known->spec == json ? Edit() : Edit{.changes = {setCell(Table::Figures, {known->key}, u"spec"_s, json)}};
    return {
        .changes = {insertRow(Table::Figures,
                              {{u"key"_s, name}, {u"name_zh"_s, name}, {u"name_en"_s, QString()}, {u"spec"_s, json}})}};
}

Result<FigureSpec> figureSpecFromJson(const QByteArray& json, const Project& project) {
    const Result<QJsonObject> object = jsonObject(json);
    if (!object)
        return std::unexpected(object.error());
    JsonFields fields(*object);
    FigureSpec spec;
    eachField(spec, Reader{fields});
    if (fields.has(u"profile"_s))
        fields.choice(u"profile"_s, spec.profile.emplace());
    const QJsonObject places = fields.object(u"places"_s);
    for (auto place = places.begin(); place != places.end(); ++place) {
        const QString path = u"places."_s + place.key();
        const QJsonArray at = place->toArray();
        if (!movableParts().contains(place.key()))
            fields.fail(Problem::Code::FieldUnknown, path, {movableParts().join(u", "_s)});
        else if (at.size() < 2 || at.size() > 3 || !at[0].isDouble() || !at[1].isDouble())
            fields.fail(Problem::Code::FieldType, path, {u"list"_s});
        else if (at.size() == 3 && !at[2].isDouble())
            fields.fail(Problem::Code::FieldType, path + u"[2]"_s, {u"number"_s});
        FigureSpec::Place& put = spec.places[place.key()];
        put.at = QPointF(at[0].toDouble(), at[1].toDouble());
        if (at.size() == 3)
            put.width = at[2].toDouble();
    }
    for (const auto& [key, words] :
         {std::pair(u"accepted"_s, &spec.accepted), {u"legend_words"_s, &spec.legendWords}}) {
        const QJsonObject all = fields.object(key);
        for (auto word = all.begin(); word != all.end(); ++word) {
            if (!word->isString())
                fields.fail(Problem::Code::FieldType, key + u'.' + word.key(), {u"text"_s});
            words->insert(word.key(), word->toString());
        }
    }
    if (fields.has(u"theme"_s))
        spec.theme = readTheme(fields);
    if (fields.has(u"blocks"_s))
        spec.blocks = readBlocks(fields, project.plan);
    for (const QString& zone : spec.extent) {
        if (!project.plan.zone(zone))
            fields.fail(Problem::Code::ReferenceUnknown, u"extent"_s, {zone, u"zone"_s});
    }
    if (const auto moves = movesOf(project.plan, spec.moves); !moves)
        fields.fail(moves.error().code, u"moves"_s, moves.error().arguments);
    spec.layers = project.layers;
    if (fields.has(u"layers"_s)) {
        QStringList keys;
        fields.texts(u"layers"_s, keys);
        for (ReferenceLayer& layer : spec.layers)
            layer.shown = keys.contains(layer.key);
        for (const QString& key : keys) {
            if (!std::ranges::contains(spec.layers, key, &ReferenceLayer::key))
                fields.fail(Problem::Code::ReferenceUnknown, u"layers"_s, {key, u"layer"_s});
        }
    }
    const QJsonObject style = fields.has(u"style"_s) ? fields.object(u"style"_s) : QJsonObject();
    fields.refuseOthers();
    if (fields.problem)
        return std::unexpected(*fields.problem);
    if (!style.isEmpty()) {
        const auto read =
            layerStyleFromJson(QString::fromUtf8(QJsonDocument(style).toJson())).and_then([&](const LayerStyle& each) {
                spec.style = each;
                return checkStyle(each, project.plan);
            });
        if (!read) {
            Problem problem = read.error();
            problem.field = problem.field.isEmpty() ? u"style"_s : u"style."_s + problem.field;
            return std::unexpected(problem);
        }
    }
    return checkSpec(spec).transform([&] { return spec; });
}

} // namespace tiermap
