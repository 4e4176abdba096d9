#include "core/project/table.h"

#include "core/plan/period.h"
#include "core/project/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using enum Column::Kind;

constexpr Column tiers[] = {{.name = "key"_L1, .kind = Required, .key = true},
                            {.name = "mark_zh"_L1, .kind = Required},
                            {.name = "mark_en"_L1},
                            {.name = "name_zh"_L1, .kind = Required},
                            {.name = "name_en"_L1},
                            {.name = "driver_zh"_L1},
                            {.name = "driver_en"_L1},
                            {.name = "carrier_zh"_L1},
                            {.name = "carrier_en"_L1},
                            {.name = "mode_zh"_L1},
                            {.name = "mode_en"_L1},
                            {.name = "role_zh"_L1},
                            {.name = "role_en"_L1},
                            {.name = "color"_L1, .kind = Color},
                            {.name = "pattern"_L1, .kind = Choice, .allowed = nameList<Tier::Pattern>}};

constexpr Column zones[] = {{.name = "geom"_L1, .kind = Geometry},
                            {.name = "code"_L1, .kind = Required, .key = true},
                            {.name = "name_zh"_L1, .kind = Required},
                            {.name = "name_en"_L1},
                            {.name = "tier"_L1, .kind = Reference},
                            {.name = "kind"_L1, .kind = Choice, .allowed = nameList<Zone::Kind>},
                            {.name = "parent"_L1, .kind = Reference},
                            {.name = "schematic"_L1, .kind = Flag},
                            {.name = "role_zh"_L1},
                            {.name = "role_en"_L1}};

constexpr Column indicators[] = {
    {.name = "key"_L1, .kind = Required, .key = true},
    {.name = "name_zh"_L1, .kind = Required},
    {.name = "name_en"_L1},
    {.name = "unit_zh"_L1},
    {.name = "unit_en"_L1},
    {.name = "direction"_L1, .kind = Choice, .allowed = nameList<Indicator::Direction>},
    {.name = "aggregation"_L1, .kind = Choice, .allowed = nameList<Indicator::Aggregation>}};

constexpr Column observations[] = {
    {.name = "zone"_L1, .kind = Required, .key = true},
    {.name = "indicator"_L1, .kind = Required, .key = true},
    {.name = "period"_L1, .kind = PeriodText, .key = true},
    {.name = "source"_L1, .kind = Required, .key = true},
    {.name = "address"_L1},
    {.name = "value"_L1, .kind = OptionalNumber},
    {.name = "bound"_L1, .kind = Choice, .allowed = nameList<Quantity::Bound>},
    {.name = "missing_reason"_L1, .kind = Reference},
    {.name = "status"_L1, .kind = Choice, .allowed = nameList<Observation::Status>},
    {.name = "confidence"_L1, .kind = Choice, .allowed = nameList<Observation::Confidence>},
    {.name = "adopted"_L1, .kind = Flag},
    {.name = "author"_L1, .kind = Reference},
    {.name = "edited_at"_L1, .kind = Reference},
    {.name = "note"_L1}};

constexpr Column sumRules[] = {{.name = "indicator"_L1, .kind = Required, .key = true},
                               {.name = "total"_L1, .kind = Required, .key = true},
                               {.name = "member"_L1, .kind = Required, .key = true}};

constexpr Column rules[] = {{.name = "key"_L1, .kind = Required, .key = true},
                            {.name = "kind"_L1, .kind = Choice, .allowed = nameList<Rule::Kind>},
                            {.name = "subject"_L1, .kind = Required},
                            {.name = "minimum"_L1, .kind = OptionalNumber},
                            {.name = "maximum"_L1, .kind = OptionalNumber},
                            {.name = "pattern"_L1},
                            {.name = "name_zh"_L1},
                            {.name = "name_en"_L1}};

constexpr Column targets[] = {{.name = "key"_L1, .kind = Required, .key = true},
                              {.name = "section"_L1},
                              {.name = "name_zh"_L1, .kind = Required},
                              {.name = "name_en"_L1},
                              {.name = "sense"_L1, .kind = Choice, .allowed = nameList<Target::Sense>},
                              {.name = "value"_L1, .kind = Number},
                              {.name = "unit_zh"_L1},
                              {.name = "unit_en"_L1},
                              {.name = "scope_zh"_L1},
                              {.name = "scope_en"_L1},
                              {.name = "words"_L1},
                              {.name = "quote"_L1},
                              {.name = "indicator"_L1, .kind = Reference}};

constexpr Column measures[] = {{.name = "number"_L1, .kind = Required, .key = true},
                               {.name = "group_zh"_L1},
                               {.name = "group_en"_L1},
                               {.name = "title_zh"_L1, .kind = Required},
                               {.name = "title_en"_L1},
                               {.name = "text"_L1},
                               {.name = "bodies"_L1, .kind = List},
                               {.name = "zones"_L1, .kind = List},
                               {.name = "safeguard"_L1, .kind = Flag}};

constexpr Column sites[] = {{.name = "geom"_L1, .kind = Geometry},
                            {.name = "key"_L1, .kind = Required, .key = true},
                            {.name = "name_zh"_L1, .kind = Required},
                            {.name = "name_en"_L1},
                            {.name = "pinyin"_L1},
                            {.name = "kind"_L1, .kind = Choice, .allowed = nameList<Site::Kind>},
                            {.name = "zone"_L1, .kind = Reference},
                            {.name = "stage"_L1, .kind = Choice, .allowed = nameList<Site::Stage>},
                            {.name = "confidence"_L1, .kind = Choice, .allowed = nameList<Observation::Confidence>},
                            {.name = "source"_L1},
                            {.name = "address"_L1},
                            {.name = "note"_L1}};

/// A context feature has no name of its own: the first part of its key is its place in the file.
constexpr Column context[] = {{.name = "geom"_L1, .kind = Geometry},
                              {.name = "role"_L1, .kind = Choice, .allowed = nameList<ContextFeature::Role>},
                              {.name = "name_zh"_L1},
                              {.name = "name_en"_L1},
                              {.name = "source"_L1}};

constexpr Column claims[] = {{.name = "tier"_L1, .kind = Required, .key = true},
                             {.name = "statistic"_L1, .kind = Choice, .allowed = nameList<Claim::Statistic>},
                             {.name = "name_zh"_L1, .kind = Required},
                             {.name = "name_en"_L1},
                             {.name = "reason_zh"_L1},
                             {.name = "reason_en"_L1}};

constexpr Column claimTerms[] = {
    {.name = "tier"_L1, .kind = Required, .key = true},
    {.name = "indicator"_L1, .kind = Required, .key = true},
    {.name = "measure"_L1, .kind = Choice, .allowed = nameList<ClaimTerm::Measure>, .key = true},
    {.name = "weight"_L1, .kind = Number},
    {.name = "reason_zh"_L1},
    {.name = "reason_en"_L1}};

constexpr Column figures[] = {{.name = "key"_L1, .kind = Required, .key = true},
                              {.name = "name_zh"_L1, .kind = Required},
                              {.name = "name_en"_L1},
                              {.name = "spec"_L1}};

constexpr Column scenarios[] = {{.name = "key"_L1, .kind = Required, .key = true},
                                {.name = "name_zh"_L1, .kind = Required},
                                {.name = "name_en"_L1},
                                {.name = "moves"_L1, .kind = List}};

constexpr Column formerUnits[] = {{.name = "code"_L1, .kind = Required, .key = true},
                                  {.name = "name_zh"_L1, .kind = Required},
                                  {.name = "name_en"_L1},
                                  {.name = "until"_L1, .kind = PeriodText, .key = true},
                                  {.name = "successor"_L1, .kind = Required, .key = true},
                                  {.name = "source"_L1}};

/// One row: "zones".
constexpr Column boundary[] = {{.name = "key"_L1, .kind = Required, .key = true},
                               {.name = "vintage"_L1},
                               {.name = "schematic"_L1, .kind = Flag},
                               {.name = "note_zh"_L1},
                               {.name = "note_en"_L1},
                               {.name = "provenance_zh"_L1},
                               {.name = "provenance_en"_L1}};

constexpr Column layers[] = {{.name = "key"_L1, .kind = Required, .key = true},
                             {.name = "name_zh"_L1, .kind = Required},
                             {.name = "name_en"_L1},
                             {.name = "kind"_L1, .kind = Choice, .allowed = nameList<ReferenceLayer::Kind>},
                             {.name = "file"_L1, .kind = Required},
                             {.name = "data"_L1},
                             {.name = "crs"_L1},
                             {.name = "datum"_L1},
                             {.name = "vintage"_L1},
                             {.name = "source"_L1},
                             {.name = "color"_L1, .kind = Color},
                             {.name = "width"_L1, .kind = Number},
                             {.name = "opacity"_L1, .kind = Share},
                             {.name = "shown"_L1, .kind = Flag},
                             {.name = "level"_L1, .kind = Number},
                             {.name = "largest_scale"_L1, .kind = Number},
                             {.name = "smallest_scale"_L1, .kind = Number},
                             {.name = "choices"_L1}};

constexpr Column styles[] = {{.name = "key"_L1, .kind = Required, .key = true},
                             {.name = "name_zh"_L1},
                             {.name = "name_en"_L1},
                             {.name = "layer"_L1, .kind = Required},
                             {.name = "style"_L1, .kind = Required},
                             {.name = "qgis"_L1}};

} // namespace

template <>
std::span<const Name<Table>> namesOf() {
    using enum Table;
    static constexpr Name<Table> names[] = {{Tiers, "tiers"_L1},
                                            {Zones, "zones"_L1},
                                            {Indicators, "indicators"_L1},
                                            {Observations, "observations"_L1},
                                            {SumRules, "sum_rules"_L1},
                                            {Rules, "rules"_L1},
                                            {Targets, "targets"_L1},
                                            {Measures, "measures"_L1},
                                            {Sites, "sites"_L1},
                                            {Context, "context"_L1},
                                            {ClaimTerms, "claim_terms"_L1},
                                            {Figures, "figures"_L1},
                                            {FormerUnits, "former_units"_L1},
                                            {Boundary, "boundary"_L1},
                                            {Layers, "layers"_L1},
                                            {Styles, "styles"_L1},
                                            {Claims, "claims"_L1},
                                            {Scenarios, "tiermap_scenarios"_L1}};
    return names;
}

std::span<const Column> columnsOf(Table table) {
    switch (table) {
    case Table::Tiers:
        return tiers;
    case Table::Zones:
        return zones;
    case Table::Indicators:
        return indicators;
    case Table::Observations:
        return observations;
    case Table::SumRules:
        return sumRules;
    case Table::Rules:
        return rules;
    case Table::Targets:
        return targets;
    case Table::Measures:
        return measures;
    case Table::Sites:
        return sites;
    case Table::Context:
        return context;
    case Table::ClaimTerms:
        return claimTerms;
    case Table::Figures:
        return figures;
    case Table::FormerUnits:
        return formerUnits;
    case Table::Boundary:
        return boundary;
    case Table::Layers:
        return layers;
    case Table::Styles:
        return styles;
    case Table::Claims:
        return claims;
    case Table::Scenarios:
        return scenarios;
    }
    return {};
}

const Column* columnOf(Table table, const QString& name) {
    const auto columns = columnsOf(table);
    const auto found = std::ranges::find_if(columns, [&](const Column& column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

QStringList keyOf(Table table, const Fields& row) {
    QStringList key;
    for (const Column& column : columnsOf(table)) {
        if (column.key) {
            key << toText(row.value(column.name));
        }
    }
    return key;
}

QString keyText(const QStringList& key) {
    return key.size() == 1
               ? key.constFirst()
               : QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(key)).toJson(QJsonDocument::Compact));
}

QStringList keyFromText(Table table, const QString& text) {
    if (std::ranges::count(columnsOf(table), true, &Column::key) == 1) {
        return {text};
    }
    QStringList key;
    for (const auto& part : QJsonDocument::fromJson(text.toUtf8()).array()) {
        key << part.toString();
    }
    return key;
}

QString toText(const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) {
        return QString::number(*number);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    }
    if (const auto* text = std::get_if<QString>(&value)) {
        return text->isNull() ? u""_s : *text;
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        return QString::fromLatin1(bytes->toHex());
    }
    return {};
}

Value valueFromText(const Column& column, const QString& text) {
    if (text.isNull()) {
        return {};
    }
    switch (column.kind) {
    case Number:
    case OptionalNumber:
    case Share:
        return text.toDouble();
    case Flag:
        return text.toLongLong();
    case Geometry:
        return QByteArray::fromHex(text.toLatin1());
    default:
        return text;
    }
}

std::optional<Problem> faultOf(const Column& column, const Value& value) {
    const auto fault = [&](Problem::Code code, const QStringList& arguments = {}) {
        return Problem{.code = code, .field = column.name, .arguments = arguments};
    };
    const auto* text = std::get_if<QString>(&value);
    const auto* number = std::get_if<double>(&value);
    const bool nullable = column.kind == Reference || column.kind == OptionalNumber || column.kind == Geometry;
    if (isNull(value)) {
        return nullable ? std::nullopt : std::optional(fault(Problem::Code::FieldMissing));
    }
    switch (column.kind) {
    case Number:
    case OptionalNumber:
        if (number == nullptr || !std::isfinite(*number)) {
            return fault(Problem::Code::FieldType, {u"number"_s});
        }
        return std::nullopt;
    case Share: {
        const bool within = number != nullptr && *number >= 0 && *number <= 1;
        return within ? std::nullopt : std::optional(fault(Problem::Code::OutOfRange, {toText(value), u"0"_s, u"1"_s}));
    }
    case Flag: {
        const auto* flag = std::get_if<qint64>(&value);
        if (flag == nullptr || (*flag != 0 && *flag != 1)) {
            return fault(Problem::Code::ValueUnknown, {toText(value), u"0, 1"_s});
        }
        return std::nullopt;
    }
    case Geometry:
        return std::holds_alternative<QByteArray>(value)
                   ? std::nullopt
                   : std::optional(fault(Problem::Code::FieldType, {u"geometry"_s}));
    default:
        break;
    }
    if (text == nullptr) {
        return fault(Problem::Code::FieldType, {u"text"_s});
    }
    const auto needs = [&](bool good, Problem::Code code, const QStringList& arguments) {
        return good ? std::nullopt : std::optional(fault(code, arguments));
    };
    static const QRegularExpression color(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
    switch (column.kind) {
    case Required:
        return needs(!text->trimmed().isEmpty(), Problem::Code::FieldMissing, {});
    case Choice:
        if (!column.allowed().contains(*text)) {
            return fault(Problem::Code::ValueUnknown, {*text, column.allowed().join(u", "_s)});
        }
        return std::nullopt;
    case PeriodText:
        return needs(Period::parse(*text).has_value(), Problem::Code::FieldType, {u"period"_s});
    case Color:
        return needs(color.match(*text).hasMatch(), Problem::Code::ValueUnknown, {*text, u"#RRGGBB"_s});
    case List:
        return needs(QJsonDocument::fromJson(text->toUtf8()).isArray(), Problem::Code::FieldType, {u"list"_s});
    default:
        return std::nullopt;
    }
}

} // namespace tiermap
