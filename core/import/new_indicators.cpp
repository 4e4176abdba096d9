#include "core/import/new_indicators.h"

#include "core/plan/number_entry.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

bool holdsFigures(const Sheet& sheet, qsizetype firstRow, qsizetype column) {
    qsizetype filled = 0;
    qsizetype numbers = 0;
    for (qsizetype row = firstRow; row < sheet.size(); ++row) {
        const QString cell = sheet[row].value(column).trimmed();
        filled += isNoEntry(cell) ? 0 : 1;
        numbers += enteredQuantity(cell) ? 1 : 0;
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
    if (name.isEmpty() || !HeadingReader(plan).read(name).indicator.isEmpty()) {
        return;
    }
    plan.indicators << Indicator{
        .key = keyFor(plan, name), .name = {name, {}}, .unit = {own.isEmpty() ? unit : own, {}}};
}

} // namespace

void addIndicators(Plan& plan, const Sheet& sheet, const TableLayout& layout) {
    const auto named = std::ranges::find(layout.columns, TableColumn::Kind::Indicator, &TableColumn::kind);
    if (named != layout.columns.end()) {
        for (qsizetype row = layout.firstRow; row < sheet.size(); ++row) {
            add(plan, sheet[row].value(named - layout.columns.begin()), {});
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

} // namespace tiermap
