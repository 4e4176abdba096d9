#include "core/store/row_fields.h"

#include "core/plan/names.h"
#include "core/store/blob_header.h"

using namespace Qt::StringLiterals;

namespace tiermap {

Fields fieldsOf(const Zone& zone, const ShapeBlob& shape) {
    return {{u"geom"_s, shape.isEmpty() ? Value() : Value(shape)},
            {u"code"_s, zone.code},
            {u"name_zh"_s, zone.name.zh},
            {u"name_en"_s, zone.name.en},
            {u"tier"_s, orNull(zone.tier)},
            {u"kind"_s, nameOf(zone.kind)},
            {u"parent"_s, orNull(zone.parent)},
            {u"schematic"_s, qint64(zone.schematic)},
            {u"role_zh"_s, zone.role.zh},
            {u"role_en"_s, zone.role.en}};
}

Fields fieldsOf(const Site& site) {
    return {{u"geom"_s, site.position ? Value(encodePosition(*site.position)) : Value()},
            {u"key"_s, site.key},
            {u"name_zh"_s, site.name.zh},
            {u"name_en"_s, site.name.en},
            {u"pinyin"_s, site.pinyin},
            {u"kind"_s, nameOf(site.kind)},
            {u"zone"_s, orNull(site.zone)},
            {u"stage"_s, nameOf(site.stage)},
            {u"confidence"_s, nameOf(site.confidence)},
            {u"source"_s, site.source},
            {u"address"_s, site.address},
            {u"note"_s, site.note}};
}

Fields fieldsOf(const Observation& observation) {
    return {{u"zone"_s, observation.zone},
            {u"indicator"_s, observation.indicator},
            {u"period"_s, observation.period.toString()},
            {u"source"_s, observation.source},
            {u"address"_s, observation.address},
            {u"value"_s, observation.value ? Value(observation.value->number) : Value()},
            {u"bound"_s, nameOf(observation.value.value_or(Quantity{}).bound)},
            {u"missing_reason"_s, orNull(observation.missingReason)},
            {u"status"_s, nameOf(observation.status)},
            {u"confidence"_s, nameOf(observation.confidence)},
            {u"adopted"_s, qint64(observation.adopted)},
            {u"author"_s, orNull(observation.author)},
            {u"edited_at"_s, orNull(observation.editedAt)},
            {u"note"_s, observation.note}};
}

} // namespace tiermap
