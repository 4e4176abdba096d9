#include "core/forms/form_identity.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

bool readRow(const QStringList& cells, Form& form) {
    bool isNumber = false;
    const FormRow row{.number = cells.value(1).toInt(&isNumber),
                      .indicator = cells.value(2),
                      .period = Period::parse(cells.value(3)).value_or(Period{}),
                      .indicatorWords = cells.value(4),
                      .unitWords = cells.value(5),
                      .periodWords = cells.value(6)};
    const bool known = std::ranges::contains(form.rows, row.number, &FormRow::number);
    form.rows << row;
    return isNumber && row.number > 0 && !known && !row.indicator.isEmpty() && row.period.kind != Period::Kind::Unknown;
}

/// False where the line cannot be understood.
bool readLine(const QStringList& cells, Form& form, bool& ended) {
    const QString what = cells.value(0);
    const QString text = cells.value(1);
    if (ended) {
        return what.isEmpty();
    }
    if (what == "plan"_L1) {
        form.plan = text;
    } else if (what == "zone"_L1) {
        form.zone = text;
    } else if (what == "sheet"_L1) {
        form.sheet = text;
    } else if (what == "heading"_L1) {
        for (std::size_t i = 0; i < formColumns; ++i) {
            form.headings.at(i) = cells.value(static_cast<qsizetype>(i) + 1);
        }
        return !std::ranges::contains(form.headings, QString());
    } else if (what == "by"_L1) {
        form.by = cells.sliced(1);
        form.by.removeAll(QString());
    } else if (what == "row"_L1) {
        return readRow(cells, form);
    } else {
        ended = what == "end"_L1 && text == QString::number(form.rows.size());
        return ended;
    }
    return true;
}

} // namespace

SheetRows identityOf(const Form& form) {
    SheetRows sheet{{formIdentitySheet, QString::number(formSchema)},
                    {u"plan"_s, form.plan},
                    {u"zone"_s, form.zone},
                    {u"sheet"_s, form.sheet},
                    QStringList{u"heading"_s} + QStringList(form.headings.begin(), form.headings.end()),
                    QStringList{u"by"_s} + form.by};
    for (const FormRow& row : form.rows) {
        sheet << QStringList{u"row"_s,           QString::number(row.number),
                             row.indicator,      row.period.toString(),
                             row.indicatorWords, row.unitWords,
                             row.periodWords};
    }
    sheet << QStringList{u"end"_s, QString::number(form.rows.size())};
    return sheet;
}

Result<Form> formFrom(const SheetRows& identity) {
    const auto first = std::ranges::find(identity, QString(formIdentitySheet),
                                         [](const QStringList& cells) { return cells.value(0); });
    const auto start = first - identity.begin();
    const QString schema = identity.value(start).value(1);
    if (schema.toInt() > formSchema) {
        return std::unexpected(
            Problem{.code = Problem::Code::SchemaTooNew, .arguments = {schema, QString::number(formSchema)}});
    }
    Form form;
    bool ended = false;
    bool sound = schema.toInt() == formSchema;
    qsizetype line = start + 1;
    for (; sound && line < identity.size(); ++line) {
        sound = readLine(identity[line], form, ended);
    }
    if (!sound || !ended || form.plan.isEmpty() || form.zone.isEmpty() || form.headings[0].isEmpty()) {
        return std::unexpected(Problem{
            .code = Problem::Code::SyntaxError, .row = static_cast<int>(line), .arguments = {formIdentitySheet}});
    }
    return form;
}

} // namespace tiermap
