#include "app/session/field_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct Title {
    QLatin1StringView field;
    const char* words;
};

constexpr Title titles[] = {
    {"key"_L1, QT_TRANSLATE_NOOP("Attribute", "Key")},
    {"code"_L1, QT_TRANSLATE_NOOP("Attribute", "Code")},
    {"name_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Chinese name")},
    {"name_en"_L1, QT_TRANSLATE_NOOP("Attribute", "English name")},
    {"tier"_L1, QT_TRANSLATE_NOOP("Attribute", "Tier")},
    {"role_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Own role, Chinese")},
    {"role_en"_L1, QT_TRANSLATE_NOOP("Attribute", "Own role, English")},
    {"driver_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Driver, Chinese")},
    {"driver_en"_L1, QT_TRANSLATE_NOOP("Attribute", "Driver, English")},
    {"carrier_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Carrier, Chinese")},
    {"carrier_en"_L1, QT_TRANSLATE_NOOP("Attribute", "Carrier, English")},
    {"mode_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Way of development, Chinese")},
    {"mode_en"_L1, QT_TRANSLATE_NOOP("Attribute", "Way of development, English")},
    {"mark_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Mark on Chinese maps")},
    {"mark_en"_L1, QT_TRANSLATE_NOOP("Attribute", "Mark on English maps")},
    {"zone"_L1, QT_TRANSLATE_NOOP("Attribute", "Zone")},
    {"indicator"_L1, QT_TRANSLATE_NOOP("Attribute", "Indicator")},
    {"period"_L1, QT_TRANSLATE_NOOP("Attribute", "Period")},
    {"source"_L1, QT_TRANSLATE_NOOP("Attribute", "Source")},
    {"address"_L1, QT_TRANSLATE_NOOP("Attribute", "Address")},
    {"value"_L1, QT_TRANSLATE_NOOP("Attribute", "Value")},
    {"bound"_L1, QT_TRANSLATE_NOOP("Attribute", "Bound")},
    {"missing_reason"_L1, QT_TRANSLATE_NOOP("Attribute", "Missing because")},
    {"status"_L1, QT_TRANSLATE_NOOP("Attribute", "Status")},
    {"confidence"_L1, QT_TRANSLATE_NOOP("Attribute", "Confidence")},
    {"adopted"_L1, QT_TRANSLATE_NOOP("Attribute", "Adopted")},
    {"author"_L1, QT_TRANSLATE_NOOP("Attribute", "Author")},
    {"edited_at"_L1, QT_TRANSLATE_NOOP("Attribute", "Edited")},
    {"note"_L1, QT_TRANSLATE_NOOP("Attribute", "Note")},
    {"pinyin"_L1, QT_TRANSLATE_NOOP("Attribute", "Pinyin")},
    {"kind"_L1, QT_TRANSLATE_NOOP("Attribute", "Kind")},
    {"stage"_L1, QT_TRANSLATE_NOOP("Attribute", "Stage")},
    {"longitude"_L1, QT_TRANSLATE_NOOP("Attribute", "Longitude")},
    {"latitude"_L1, QT_TRANSLATE_NOOP("Attribute", "Latitude")},
    {"geom"_L1, QT_TRANSLATE_NOOP("Attribute", "Position")},
    {"unit"_L1, QT_TRANSLATE_NOOP("Attribute", "Unit")},
    {"month"_L1, QT_TRANSLATE_NOOP("Attribute", "Month")},
    {"quarter"_L1, QT_TRANSLATE_NOOP("Attribute", "Quarter")},
    {"label"_L1, QT_TRANSLATE_NOOP("Attribute", "Name on the map")},
    {"unit_zh"_L1, QT_TRANSLATE_NOOP("Attribute", "Chinese unit")},
    {"unit_en"_L1, QT_TRANSLATE_NOOP("Attribute", "English unit")},
    {"direction"_L1, QT_TRANSLATE_NOOP("Attribute", "Direction")},
    {"aggregation"_L1, QT_TRANSLATE_NOOP("Attribute", "Adding up")},
};

} // namespace

QString fieldWords(const QString& field) {
    const auto* title = std::ranges::find(titles, field, &Title::field);
    return title == std::ranges::end(titles) ? field : QCoreApplication::translate("Attribute", title->words);
}

} // namespace tiermap
