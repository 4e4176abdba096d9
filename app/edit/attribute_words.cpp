#include "app/edit/attribute_columns.h"
#include "app/session/field_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/plan/number_entry.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString attribute(const char* text) { return QCoreApplication::translate("Attribute", text); }

template <class E>
QList<Choice> choices() {
    QList<Choice> all;
    for (const Name<E>& name : namesOf<E>()) {
        all << Choice{name.text, words(name.value)};
    }
    return all;
}

/// Rows of a plan that another row can name; `key` is the member that it names them by.
template <class T>
QList<Choice> choices(const QList<T>& rows, QString T::* key) {
    QList<Choice> all;
    for (const T& row : rows) {
        all << Choice{row.*key, row.name.in(interfaceLanguage())};
    }
    return all;
}

template <class E>
QString wordsOf(const QString& written) {
    const std::optional<E> value = fromName<E>(written);
    return value ? words(*value) : written;
}

template <class T>
QString nameIn(const T* row, const QString& otherwise) {
    return row ? row->name.in(interfaceLanguage()) : otherwise;
}

/// The sign before a number.
QString boundWords(Quantity::Bound bound) {
    switch (bound) {
    case Quantity::Bound::Exact:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "exact"));
    case Quantity::Bound::MoreThan:
        return u">"_s;
    case Quantity::Bound::AtLeast:
        return u"≥"_s;
    case Quantity::Bound::LessThan:
        return u"<"_s;
    case Quantity::Bound::AtMost:
        return u"≤"_s;
    case Quantity::Bound::About:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "about"));
    }
    return {};
}

QString yesOrNo(bool yes) {
    return yes ? attribute(QT_TRANSLATE_NOOP("Attribute", "yes")) : attribute(QT_TRANSLATE_NOOP("Attribute", "no"));
}

QString outsideTheLayout() { return attribute(QT_TRANSLATE_NOOP("Attribute", "outside the layout")); }
QString notKnown() { return attribute(QT_TRANSLATE_NOOP("Attribute", "not known")); }

} // namespace

QList<Choice> choicesOf(const Plan& plan, Table table, const QString& field) {
    if (field == "tier"_L1) {
        return choices(plan.tiers, &Tier::key) << Choice{QString(), outsideTheLayout()};
    }
    if (field == "zone"_L1) {
        const QList<Choice> zones = choices(plan.zones, &Zone::code);
        return table == Table::Sites ? zones + QList{Choice{QString(), notKnown()}} : zones;
    }
    if (field == "adopted"_L1) {
        return {{u"1"_s, yesOrNo(true)}, {u"0"_s, yesOrNo(false)}};
    }
    return field == "indicator"_L1                       ? choices(plan.indicators, &Indicator::key)
           : field == "kind"_L1 && table == Table::Sites ? choices<Site::Kind>()
           : field == "stage"_L1                         ? choices<Site::Stage>()
           : field == "status"_L1                        ? choices<Observation::Status>()
           : field == "confidence"_L1                    ? choices<Observation::Confidence>()
           : field == "direction"_L1                     ? choices<Indicator::Direction>()
           : field == "aggregation"_L1                   ? choices<Indicator::Aggregation>()
                                                         : QList<Choice>();
}

QString titleOf(Table table) {
    switch (table) {
    case Table::Zones:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "Zones"));
    case Table::Tiers:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "Tiers"));
    case Table::Observations:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "Observations"));
    case Table::Sites:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "Sites"));
    case Table::Indicators:
        return attribute(QT_TRANSLATE_NOOP("Attribute", "Indicators"));
    default:
        return nameOf(table); // has no table of its own
    }
}

QString titleOf(const Plan& plan, Table table, const QString& field) {
    if (const Indicator* indicator = table == Table::Zones ? plan.indicator(field) : nullptr) {
        const Language language = interfaceLanguage();
        const QString unit = indicator->unit.in(language);
        return unit.isEmpty()
                   ? indicator->name.in(language)
                   : attribute(QT_TRANSLATE_NOOP("Attribute", "%1 (%2)")).arg(indicator->name.in(language), unit);
    }
    // The statement of a tier is the plan's; a zone's is its own beside that.
    if (table == Table::Tiers && (field == "role_zh"_L1 || field == "role_en"_L1)) {
        return field == "role_zh"_L1 ? attribute(QT_TRANSLATE_NOOP("Attribute", "Role, Chinese"))
                                     : attribute(QT_TRANSLATE_NOOP("Attribute", "Role, English"));
    }
    return fieldWords(field);
}

QString shownCell(const Plan& plan, Table table, const QString& field, const QString& written) {
    if (field == "tier"_L1) {
        return written.isEmpty() ? outsideTheLayout() : nameIn(plan.tier(written), written);
    }
    if (field == "zone"_L1) {
        return written.isEmpty() ? notKnown() : nameIn(plan.zone(written), written);
    }
    if (field == "value"_L1) {
        const std::optional<Quantity> quantity = Quantity::parse(written);
        return quantity ? words(*quantity) : written;
    }
    if (field == "period"_L1) {
        const std::optional<Period> period = Period::parse(written);
        return period ? words(*period) : written;
    }
    if (field == "bound"_L1) {
        return boundWords(fromName<Quantity::Bound>(written).value_or(Quantity::Bound::Exact));
    }
    return field == "indicator"_L1                       ? nameIn(plan.indicator(written), written)
           : field == "adopted"_L1                       ? yesOrNo(written == "1"_L1)
           : field == "kind"_L1 && table == Table::Sites ? wordsOf<Site::Kind>(written)
           : field == "stage"_L1                         ? wordsOf<Site::Stage>(written)
           : field == "status"_L1                        ? wordsOf<Observation::Status>(written)
           : field == "confidence"_L1                    ? wordsOf<Observation::Confidence>(written)
           : field == "direction"_L1                     ? wordsOf<Indicator::Direction>(written)
           : field == "aggregation"_L1                   ? wordsOf<Indicator::Aggregation>(written)
           : field == "edited_at"_L1                     ? localTime(written)
                                                         : written;
}

QString titleOfRow(const Plan& plan, Table table, const QStringList& key) {
    const QString first = key.value(0);
    switch (table) {
    case Table::Zones:
        return nameIn(plan.zone(first), first);
    case Table::Tiers:
        return nameIn(plan.tier(first), first);
    case Table::Indicators:
        return nameIn(plan.indicator(first), first);
    case Table::Sites: {
        const auto site = std::ranges::find(plan.sites, first, &Site::key);
        return site == plan.sites.end() ? first : site->name.in(interfaceLanguage());
    }
    case Table::Observations:
        return QStringList{nameIn(plan.zone(first), first), nameIn(plan.indicator(key.value(1)), key.value(1)),
                           shownCell(plan, table, u"period"_s, key.value(2)), key.value(3)}
            .join(attribute(QT_TRANSLATE_NOOP("Attribute", ", ")));
    default:
        return key.join(u' ');
    }
}

} // namespace tiermap
