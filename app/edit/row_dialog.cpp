#include "app/edit/row_dialog.h"

#include "app/edit/attribute_columns.h"
#include "app/edit/period_edit.h"
#include "app/session/words.h"
#include "core/plan/number_entry.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QStringList fieldsOf(Table table) {
    switch (table) {
    case Table::Observations:
        return {u"zone"_s,  u"indicator"_s,      u"period"_s, u"source"_s,    u"address"_s,
                u"value"_s, u"missing_reason"_s, u"status"_s, u"confidence"_s};
    case Table::Sites:
        return {u"key"_s, u"name_zh"_s, u"name_en"_s, u"kind"_s, u"zone"_s, u"source"_s};
    default:
        return {u"key"_s, u"name_zh"_s, u"name_en"_s, u"unit_zh"_s, u"unit_en"_s, u"direction"_s, u"aggregation"_s};
    }
}

} // namespace

RowDialog::RowDialog(OpenProject& project, Table table, const QString& source, const QString& reason, QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_table(table)
    , m_reason(reason)
    , m_refusal(new QLabel(this)) {
    const Plan& plan = project.content().plan;
    setWindowTitle(table == Table::Observations ? tr("Add an Observation")
                   : table == Table::Sites      ? tr("Add a Site")
                                                : tr("Add an Indicator"));
    auto* form = new QFormLayout(this);
    for (const QString& name : fieldsOf(table)) {
        Field field{name};
        QWidget* editor = nullptr;
        if (const QList<Choice> choices = choicesOf(plan, table, name); !choices.isEmpty()) {
            editor = field.list = new QComboBox(this);
            for (const Choice& choice : choices) {
                field.list->addItem(choice.words, choice.value);
            }
            if (name == "confidence"_L1) {
                field.list->setCurrentIndex(field.list->findData(nameOf(Observation::Confidence::Medium)));
            }
        } else {
            editor = field.line = name == "period"_L1 ? new PeriodEdit(this) : new QLineEdit(this);
            field.line->setMinimumWidth(280);
        }
        editor->setObjectName(name);
        form->addRow(tr("%1:").arg(titleOf(plan, table, name)), editor);
        if (name == "source"_L1) {
            field.line->setText(source);
        } else if (name == "period"_L1) {
            field.line->setPlaceholderText(u"2024 | 2024-Q1 | 2023-01..2023-11 | ~2021"_s);
        } else if (name == "key"_L1) {
            field.line->setPlaceholderText(tr("a short name that never changes"));
        } else if (name == "value"_L1) {
            field.line->setPlaceholderText(u"61 | >50 | ~30"_s);
        }
        m_fields << field;
    }
    m_refusal->setObjectName(u"refusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    form->addRow(m_refusal);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Add"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RowDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RowDialog::reject);
    form->addRow(buttons);
}

QString RowDialog::text(const QString& field) const {
    const auto asked = std::ranges::find(m_fields, field, &Field::name);
    return asked == m_fields.end()  ? QString()
           : asked->list != nullptr ? asked->list->currentData().toString()
                                    : asked->line->text().trimmed();
}

std::optional<Fields> RowDialog::row() {
    Fields row;
    for (const Field& field : m_fields) {
        const Column* column = columnOf(m_table, field.name);
        const QString written = text(field.name);
        if (field.name == "value"_L1) {
            const std::optional<Quantity> quantity = enteredQuantity(written);
            if (!written.isEmpty() && !quantity) {
                refuse({.code = Problem::Code::FieldType, .field = field.name, .arguments = {u"number"_s}});
                return std::nullopt;
            }
            row.insert(u"value"_s, quantity ? Value(quantity->number) : Value());
            row.insert(u"bound"_s, nameOf(quantity ? quantity->bound : Quantity::Bound::Exact));
        } else if (field.name == "period"_L1) {
            const std::optional<Period> period = Period::parse(plainText(written));
            row.insert(field.name, period ? period->toString() : written);
        } else {
            row.insert(field.name, column->kind == Column::Kind::Reference ? orNull(written) : Value(written));
        }
    }
    if (m_table == Table::Observations) {
        if (isNull(row[u"value"_s]) && isNull(row[u"missing_reason"_s])) {
            refuse({.code = Problem::Code::ReasonMissing, .field = u"value"_s});
            return std::nullopt;
        }
        if (!isNull(row[u"value"_s]) && !isNull(row[u"missing_reason"_s])) {
            refuse({.code = Problem::Code::ValueUnknown,
                    .field = u"missing_reason"_s,
                    .arguments = {textOf(row[u"missing_reason"_s]), u"–"_s}});
            return std::nullopt;
        }
        // The first word on a subject is taken; a second one waits until somebody prefers it.
        const QStringList key = keyOf(m_table, row);
        const bool first = std::ranges::none_of(m_project.content().plan.observations, [&](const Observation& o) {
            return o.adopted && QStringList{o.zone, o.indicator, o.period.toString()} == key.first(3);
        });
        row.insert(u"adopted"_s, qint64(first ? 1 : 0));
    }
    return row;
}

void RowDialog::accept() {
    const std::optional<Fields> fields = row();
    if (!fields) {
        return;
    }
    Edit edit{.changes = {insertRow(m_table, *fields)}, .reason = m_reason, .source = text(u"source"_s)};
    const QStringList key = edit.changes[0].key;
    if (const Result<bool> applied = m_project.apply(std::move(edit)); !applied) {
        refuse(applied.error());
        return;
    }
    m_key = key;
    QDialog::accept();
}

void RowDialog::refuse(Problem problem) {
    const QString field = problem.field.section(u'.', -1);
    for (const Field& asked : m_fields) {
        if (asked.name == field) {
            (asked.list != nullptr ? static_cast<QWidget*>(asked.list) : asked.line)->setFocus();
        }
    }
    problem.file.clear();
    problem.row = 0;
    problem.record.clear();
    problem.field = field.isEmpty() ? QString() : titleOf(m_project.content().plan, m_table, field);
    m_refusal->setText(sentence(problem));
    m_refusal->show();
}

} // namespace tiermap
