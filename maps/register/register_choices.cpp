#include "maps/register/register_choices.h"

#include "core/plan/json_fields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

template <class Names, class Visit> // read and written alike
void eachColumn(Names& columns, Visit visit) {
    visit(u"longitude"_s, columns.longitude);
    visit(u"latitude"_s, columns.latitude);
    visit(u"district"_s, columns.district);
    visit(u"industry"_s, columns.industry);
    visit(u"size"_s, columns.size);
    visit(u"year"_s, columns.year);
}

} // namespace

QString toJson(const RegisterChoices& choices) {
    QJsonObject object;
    const auto put = [](QJsonObject& into, const QString& key, const QJsonValue& value, bool said) {
        if (said) {
            into.insert(key, value);
        }
    };
    QJsonObject columns;
    eachColumn(choices.columns,
               [&](const QString& key, const QString& name) { put(columns, key, name, !name.isEmpty()); });
    QJsonArray industries;
    for (const Industry& industry : choices.filter.industries) {
        industries << codeOf(industry);
    }
    QJsonArray sizes;
    for (const EnterpriseSize size : choices.filter.sizes) {
        sizes << nameOf(size);
    }
    put(object, u"columns"_s, columns, !columns.isEmpty());
    put(object, u"district_only"_s, true, choices.districtOnly);
    put(object, u"sheet"_s, choices.layer, !choices.layer.isEmpty());
    put(object, u"industries"_s, industries, !industries.isEmpty());
    put(object, u"sizes"_s, sizes, !sizes.isEmpty());
    put(object, u"founded_from"_s, choices.filter.from.value_or(0), choices.filter.from.has_value());
    put(object, u"founded_to"_s, choices.filter.to.value_or(0), choices.filter.to.has_value());
    put(object, u"containing"_s, choices.filter.text, !choices.filter.text.isEmpty());
    put(object, u"clusters_within_m"_s, choices.clusters.value_or(0), choices.clusters.has_value());
    put(object, u"hexagons_m"_s, choices.spots.value_or(0), choices.spots.has_value());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<RegisterChoices> registerChoicesFromJson(const QString& json) {
    if (json.isEmpty()) {
        return RegisterChoices();
    }
    const Result<QJsonObject> object = jsonObject(json.toUtf8());
    if (!object) {
        return std::unexpected(object.error());
    }
    JsonFields read(*object);
    RegisterChoices choices;
    JsonFields columns(read.object(u"columns"_s), u"columns"_s);
    eachColumn(choices.columns, [&](const QString& key, QString& name) { columns.text(key, name); });
    read.take(columns);
    read.flag(u"district_only"_s, choices.districtOnly);
    read.text(u"sheet"_s, choices.layer);
    QStringList texts;
    read.texts(u"industries"_s, texts);
    for (const QString& text : texts) {
        const Industry industry = industryOf(text.toUtf8());
        if (industry.section == 0) {
            read.fail(Problem::Code::ValueUnknown, u"industries"_s, {text, u"I, 65, I65"_s});
        }
        choices.filter.industries << industry;
    }
    texts.clear();
    read.texts(u"sizes"_s, texts);
    for (const QString& text : texts) {
        const auto size = fromName<EnterpriseSize>(text);
        if (!size) {
            read.fail(Problem::Code::ValueUnknown, u"sizes"_s, {text, allowedNames<EnterpriseSize>()});
        }
        choices.filter.sizes << size.value_or(EnterpriseSize::Unknown);
    }
    if (read.has(u"founded_from"_s)) {
        read.whole(u"founded_from"_s, choices.filter.from.emplace());
    }
    if (read.has(u"founded_to"_s)) {
        read.whole(u"founded_to"_s, choices.filter.to.emplace());
    }
    read.text(u"containing"_s, choices.filter.text);
    if (read.has(u"clusters_within_m"_s)) {
        read.number(u"clusters_within_m"_s, choices.clusters.emplace());
    }
    if (read.has(u"hexagons_m"_s)) {
        read.number(u"hexagons_m"_s, choices.spots.emplace());
    }
    if (read.problem) {
        return std::unexpected(*read.problem);
    }
    return choices;
}

} // namespace tiermap
