#include "core/import/new_indicators.h"

#include "core/import/unit.h"
#include "core/plan/names.h"
#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

bool holdsFigures(const SheetRows& sheet, qsizetype firstRow, qsizetype column) {
    qsizetype filled = 0;
    qsizetype numbers = 0;
    for (qsizetype row = firstRow; row < sheet.size(); ++row) {
        const QString cell = sheet[row].value(column).trimmed();
        filled += isNoEntry(cell) || !enteredWithheld(cell).isEmpty() ? 0 : 1;
        QString number = cell;
        takeCellUnit(number);
        numbers += enteredQuantity(number) ? 1 : 0;
    }
    return numbers > 0 && numbers * 2 >= filled;
}

QString keyFor(const Plan& plan, const QString& name) {
    static const QRegularExpression plain(u"\\A[a-z][a-z0-9_]*\\z"_s);
    QString key = name.toLower().replace(u' ', u'_');
    if (plain.match(key).hasMatch() && plan.indicator(key) == nullptr) {
        return key;
    }
    int number = 1;
    while (plan.indicator(key = u"indicator_%1"_s.arg(number)) != nullptr) {
        ++number;
    }
    return key;
}

/// `unit` is what else tells it; the name's own brackets go before it.
void add(Plan& plan, const QString& text, const QString& unit) {
    QString name = plainText(text);
    takePeriod(name);
    const QString own = takeUnit(name);
    takePeriod(name);
    const QString stated = own.isEmpty() ? unit : own;
    if (const QString key = HeadingReader(plan).read(name).indicator; !key.isEmpty()) {
        const auto known = std::ranges::find(plan.indicators, key, &Indicator::key);
        const bool hasValues = std::ranges::contains(plan.observations, key, &Observation::indicator);
        if (known->unit.zh.isEmpty() && !hasValues) { // whose unit nobody knows
            known->unit.zh = stated;
        }
    } else if (!name.isEmpty()) {
        plan.indicators << Indicator{.key = keyFor(plan, name), .name = {name, {}}, .unit = {stated, {}}};
    }
}

/// The last column that names indicators: names stand behind keys. -1: none.
qsizetype nameColumn(const TableLayout& layout) {
    qsizetype found = -1;
    for (qsizetype column = 0; column < layout.columns.size(); ++column) {
        found = layout.columns[column].kind == TableColumn::Kind::Indicator ? column : found;
    }
    return found;
}

} // namespace

void addIndicators(Plan& plan, const SheetRows& sheet, const TableLayout& layout) {
    if (const qsizetype named = nameColumn(layout); named >= 0) {
        const auto unit = std::ranges::find(layout.columns, TableColumn::Kind::Unit, &TableColumn::kind);
        for (qsizetype row = layout.firstRow; row < sheet.size(); ++row) {
            const QString stated =
                unit == layout.columns.end() ? QString() : sheet[row].value(unit - layout.columns.begin()).trimmed();
            add(plan, sheet[row].value(named), stated);
        }
        return;
    }
    for (qsizetype column = 0; column < layout.columns.size(); ++column) {
        const TableColumn& each = layout.columns[column];
        if (each.kind == TableColumn::Kind::Unused && holdsFigures(sheet, layout.firstRow, column)) {
            add(plan, each.heading, each.unit);
        }
    }
}

QList<Indicator> introduceIndicators(Edit& edit, const Plan& before, const Plan& after) {
    QList<Indicator> introduced;
    QList<Change> rows;
    for (const Indicator& indicator : after.indicators) {
        const auto uses = [&](const Change& change) {
            return change.table == Table::Observations && textOf(change.after.value(u"indicator"_s)) == indicator.key;
        };
        const Indicator* known = before.indicator(indicator.key);
        if ((known != nullptr && known->unit == indicator.unit) || !std::ranges::any_of(edit.changes, uses)) {
            continue;
        }
        if (known != nullptr) {
            rows << setCell(Table::Indicators, {indicator.key}, u"unit_zh"_s, indicator.unit.zh);
            continue;
        }
        introduced << indicator;
        rows << insertRow(Table::Indicators, {{u"key"_s, indicator.key},
                                              {u"name_zh"_s, indicator.name.zh},
                                              {u"name_en"_s, indicator.name.en},
                                              {u"unit_zh"_s, indicator.unit.zh},
                                              {u"unit_en"_s, indicator.unit.en},
                                              {u"direction"_s, nameOf(indicator.direction)},
                                              {u"aggregation"_s, nameOf(indicator.aggregation)}});
    }
    edit.changes = rows + edit.changes;
    return introduced;
}

} // namespace tiermap
