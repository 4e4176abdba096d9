#include "maps/forms/make_form.h"

#include "maps/forms/form_words.h"
#include "maps/style/period_text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList knownIndicators(const Plan& plan) {
    QSet<QString> known;
    for (const Observation& o : plan.observations) {
        const Zone* zone = plan.zone(o.zone);
        if (zone != nullptr && !zone->tier.isEmpty()) {
            known << o.indicator;
        }
    }
    QStringList keys;
    for (const Indicator& indicator : plan.indicators) {
        if (known.isEmpty() || known.contains(indicator.key)) {
            keys << indicator.key;
        }
    }
    return keys;
}

} // namespace

Form makeForm(const Plan& plan, const QString& zone, const FormChoices& choices) {
    namespace words = form_words;
    const Language language = choices.language;
    Form form{.plan = plan.key, .zone = zone, .sheet = words::sheet.in(language)};
    std::ranges::transform(std::array{words::number, words::indicator, words::unit, words::period, words::known,
                                      words::knownSource, words::value, words::source, words::remark},
                           form.headings.begin(), [&](const SheetWord& word) { return word.in(language); });
    form.by = {words::unitBy.in(language), words::personBy.in(language), words::dateBy.in(language)};
    for (const QString& key : choices.indicators.isEmpty() ? knownIndicators(plan) : choices.indicators) {
        const Indicator* indicator = plan.indicator(key);
        for (const Period& period : choices.periods) {
            form.rows << FormRow{.number = static_cast<int>(form.rows.size()) + 1,
                                 .indicator = key,
                                 .period = period,
                                 .indicatorWords = indicator->name.in(language),
                                 .unitWords = indicator->unit.in(language),
                                 .periodWords = periodText(period, language)};
        }
    }
    return form;
}

KnownValue knownValue(const Plan& plan, const QString& zone, const FormRow& row, Language language) {
    // Of its own period before others, adopted before others, later before earlier.
    const auto weight = [&](const Observation& o) {
        return std::tuple(o.period == row.period, o.adopted, o.period.to);
    };
    const Observation* best = nullptr;
    for (const Observation& o : plan.observations) {
        const bool same = o.zone == zone && o.indicator == row.indicator;
        const bool own = o.period == row.period;
        if (same && (own || (o.adopted && o.value)) && (best == nullptr || weight(*best) < weight(o))) {
            best = &o;
        }
    }
    if (best == nullptr) {
        return {};
    }
    if (!best->value) {
        return {.value = form_words::missing.in(language).arg(best->missingReason), .source = best->source};
    }
    const QString value = formQuantity(*best->value, language);
    const QString period = periodText(best->period, language);
    return {.value = period.isEmpty() ? value : form_words::withPeriod.in(language).arg(value, period),
            .source = best->source};
}

} // namespace tiermap
