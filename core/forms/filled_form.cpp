#include "core/forms/filled_form.h"

#include "core/plan/number_entry.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Notice = ImportReport::Notice;

/// Spreadsheet programs may break lines and put blanks anew.
QString bare(const QString& text) {
    QString plain = plainText(text);
    plain.removeIf([](QChar character) { return character.isSpace(); });
    return plain;
}

class FormReader {
public:
    FormReader(const Form& form, const SheetRows& sheet)
        : m_sheet(sheet)
        , m_filled{.form = form} {
        for (const FormRow& row : form.rows) {
            m_rows.insert(row.number, &row);
        }
    }

    std::optional<FilledForm> read() {
        if (!findHeadings()) {
            return std::nullopt;
        }
        readLabels();
        for (qsizetype row = m_heading + 1; row < m_sheet.size(); ++row) {
            readRow(row);
        }
        const int extra = static_cast<int>(m_filled.refused.size()) - m_refusedRows;
        for (const FormRow& row : m_filled.form.rows) {
            if (!m_seen.contains(row.number)) {
                refuse(0, Notice::Kind::RowGone, {}, {row.indicator, row.period.toString()});
            } else if (!m_answered.contains(row.number)) {
                ++m_filled.empty;
            }
        }
        m_filled.rows = static_cast<int>(m_filled.form.rows.size()) + extra;
        return std::move(m_filled);
    }

private:
    bool findHeadings() {
        for (m_heading = 0; m_heading < m_sheet.size(); ++m_heading) {
            QStringList cells;
            std::ranges::transform(m_sheet[m_heading], std::back_inserter(cells), bare);
            for (std::size_t i = 0; i < formColumns; ++i) {
                m_columns.at(i) = cells.indexOf(bare(m_filled.form.headings.at(i)));
            }
            if (!std::ranges::contains(m_columns, -1)) {
                return true;
            }
        }
        return false;
    }

    void readLabels() {
        for (const QString& label : std::as_const(m_filled.form.by)) {
            QString written;
            for (qsizetype row = 0; row < m_heading; ++row) {
                const QStringList& cells = m_sheet[row];
                const auto at = std::ranges::find(cells, bare(label), bare);
                written = at == cells.end() ? written : cells.value(at - cells.begin() + 1).trimmed();
            }
            m_filled.by << written;
        }
    }

    QString cell(qsizetype row, FormColumn column) const {
        return m_sheet[row].value(m_columns.at(static_cast<std::size_t>(column))).trimmed();
    }

    void refuse(int row, Notice::Kind kind, const QString& text, const QStringList& arguments = {}) {
        m_filled.refused << Notice{.kind = kind, .row = row, .column = {}, .text = text, .arguments = arguments};
    }

    void readRow(qsizetype at) {
        FormAnswer answer{.row = static_cast<int>(at) + 1,
                          .value = cell(at, FormColumn::Value),
                          .source = cell(at, FormColumn::Source),
                          .remark = cell(at, FormColumn::Remark)};
        if (isNoEntry(answer.value)) {
            answer.value.clear();
        }
        if (isNoEntry(answer.remark)) {
            answer.remark.clear();
        }
        const FormRow* asked = m_rows.value(plainText(cell(at, FormColumn::Number)).toInt());
        if (asked != nullptr) {
            m_seen << asked->number;
        }
        const QString written = answer.value.isEmpty() ? answer.remark + answer.source : answer.value;
        if (written.isEmpty()) {
            return;
        }
        if (asked == nullptr) {
            refuse(answer.row, Notice::Kind::RowUnknown, written);
        } else if (m_answered.contains(asked->number)) {
            refuse(answer.row, Notice::Kind::ValueTwice, written);
        } else {
            m_answered << asked->number;
            answer.asked = *asked;
            take(at, answer);
        }
    }

    void take(qsizetype at, const FormAnswer& answer) {
        const FormRow& asked = answer.asked;
        for (const auto& [column, words] :
             {std::pair(FormColumn::Indicator, &asked.indicatorWords), std::pair(FormColumn::Unit, &asked.unitWords),
              std::pair(FormColumn::Period, &asked.periodWords)}) {
            if (bare(cell(at, column)) != bare(*words)) {
                refuse(answer.row, Notice::Kind::RowChanged, cell(at, column), {*words});
                ++m_refusedRows;
                return;
            }
        }
        if (answer.value.isEmpty() && answer.remark.isEmpty()) { // a source of nothing
            refuse(answer.row, Notice::Kind::RowEmpty, answer.source);
            ++m_refusedRows;
            return;
        }
        m_filled.answers << answer;
    }

    const SheetRows& m_sheet;
    FilledForm m_filled;
    QHash<int, const FormRow*> m_rows;
    QSet<int> m_seen;
    QSet<int> m_answered;
    std::array<qsizetype, formColumns> m_columns{};
    qsizetype m_heading = 0;
    int m_refusedRows = 0; ///< rows of the form among those refused
};

} // namespace

std::optional<FilledForm> readFilledForm(const Form& form, const SheetRows& sheet) {
    return FormReader(form, sheet).read();
}

} // namespace tiermap
