#include "app/edit/edit_words.h"

#include "app/session/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString editWords(const char* text) { return QCoreApplication::translate("Edit", text); }

QString noun(Table table) {
    switch (table) {
    case Table::Tiers:
        return editWords(QT_TRANSLATE_NOOP("Edit", "tier"));
    case Table::Zones:
    case Table::FormerUnits:
        return editWords(QT_TRANSLATE_NOOP("Edit", "zone"));
    case Table::Indicators:
        return editWords(QT_TRANSLATE_NOOP("Edit", "indicator"));
    case Table::Observations:
        return editWords(QT_TRANSLATE_NOOP("Edit", "value"));
    case Table::SumRules:
        return editWords(QT_TRANSLATE_NOOP("Edit", "sum"));
    case Table::Rules:
        return editWords(QT_TRANSLATE_NOOP("Edit", "rule"));
    case Table::Targets:
        return editWords(QT_TRANSLATE_NOOP("Edit", "target"));
    case Table::Measures:
        return editWords(QT_TRANSLATE_NOOP("Edit", "measure"));
    case Table::Sites:
        return editWords(QT_TRANSLATE_NOOP("Edit", "site"));
    case Table::Context:
        return editWords(QT_TRANSLATE_NOOP("Edit", "surroundings"));
    case Table::Claims:
        return editWords(QT_TRANSLATE_NOOP("Edit", "claim"));
    case Table::ClaimTerms:
        return editWords(QT_TRANSLATE_NOOP("Edit", "weight"));
    case Table::Figures:
        return editWords(QT_TRANSLATE_NOOP("Edit", "figure"));
    case Table::Scenarios:
        return editWords(QT_TRANSLATE_NOOP("Edit", "scenario"));
    case Table::Boundary:
        return editWords(QT_TRANSLATE_NOOP("Edit", "boundaries"));
    case Table::Layers:
        return editWords(QT_TRANSLATE_NOOP("Edit", "layer"));
    case Table::Styles:
        return editWords(QT_TRANSLATE_NOOP("Edit", "style"));
    }
    return {};
}

QString zoneName(const QString& code, const Plan& plan) {
    const Zone* zone = plan.zone(code);
    return zone ? zone->name.in(interfaceLanguage()) : code;
}

QString subject(const LogLine& line, const Plan& plan) {
    const Language language = interfaceLanguage();
    if (line.table == Table::Observations) {
        const Indicator* indicator = plan.indicator(line.key.value(1));
        return editWords(QT_TRANSLATE_NOOP("Edit", "%1, %2"))
            .arg(indicator ? indicator->name.in(language) : line.key.value(1), zoneName(line.key.value(0), plan));
    }
    QString name = line.key.join(u' ');
    if (line.table == Table::Zones) {
        name = zoneName(name, plan);
    } else if (line.table == Table::Tiers) {
        if (const Tier* tier = plan.tier(name))
            name = tier->name.in(language);
    } else if (line.table == Table::Indicators) {
        if (const Indicator* indicator = plan.indicator(name))
            name = indicator->name.in(language);
    }
    return editWords(QT_TRANSLATE_NOOP("Edit", "%1 %2")).arg(noun(line.table), name);
}

} // namespace

QString words(const LogEntry& entry, const Plan& plan) {
    const QString first = subject(entry.first, plan);
    return entry.lines <= 1 ? first
                            : editWords(QT_TRANSLATE_NOOP("Edit", "%1 and %2 more")).arg(first).arg(entry.lines - 1);
}

} // namespace tiermap
