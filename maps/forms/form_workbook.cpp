#include "maps/forms/form_workbook.h"

#include "core/forms/form_identity.h"
#include "core/project/range.h"
#include "maps/forms/form_words.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr lxw_row_t titleRow = 0;
constexpr lxw_row_t purposeRow = 1;
constexpr lxw_row_t instructionRow = 2;
constexpr lxw_row_t byRow = 3;
constexpr lxw_row_t headingRow = 4;
constexpr lxw_row_t firstRow = 5;
constexpr lxw_col_t lastColumn = formColumns - 1;
/// In characters of the default font; a Chinese one takes two.
constexpr std::array<double, formColumns> widths{6, 30, 11, 13, 18, 30, 16, 30, 28};
constexpr uint8_t paperA4 = 9;

constexpr lxw_col_t at(FormColumn column) { return static_cast<lxw_col_t>(column); }

class Workbook {
public:
    Workbook(const Plan& plan, const Form& form, Language language)
        : m_plan(plan)
        , m_form(form)
        , m_language(language)
        , m_book(newBook())
        , m_sheet(add(form.sheet))
        , m_hidden(add(formIdentitySheet))
        , m_number(format({.boxed = true, .across = LXW_ALIGN_CENTER, .text = false}))
        , m_text(format({.boxed = true}))
        , m_right(format({.boxed = true, .across = LXW_ALIGN_RIGHT}))
        , m_fillValue(format({.boxed = true, .toFill = true, .across = LXW_ALIGN_RIGHT, .text = false}))
        , m_fillText(format({.boxed = true, .toFill = true})) {}

    Result<QByteArray> bytes() {
        writeHead();
        writeHeadings();
        for (qsizetype i = 0; i < m_form.rows.size(); ++i) {
            writeRow(firstRow + static_cast<lxw_row_t>(i), m_form.rows[i]);
        }
        setUp();
        writeIdentity();
        const lxw_error error = workbook_close(m_book); // frees the workbook, also where it fails
        const std::unique_ptr<const char, void (*)(const char*)> buffer(
            m_buffer, [](const char* owned) { std::free(const_cast<char*>(owned)); });
        if (error != LXW_NO_ERROR) {
            return std::unexpected(
                Problem{.code = Problem::Code::FileUnwritable, .arguments = {QString::fromUtf8(lxw_strerror(error))}});
        }
        return QByteArray(m_buffer, static_cast<qsizetype>(m_size));
    }

private:
    lxw_workbook* newBook() {
        lxw_workbook_options options{};
        options.output_buffer = &m_buffer;
        options.output_buffer_size = &m_size;
        return workbook_new_opt(nullptr, &options);
    }

    lxw_worksheet* add(const QString& name) { return workbook_add_worksheet(m_book, name.toUtf8().constData()); }

    struct Look {
        double size = 10.5;
        bool bold = false;
        bool boxed = false;
        bool toFill = false;
        uint8_t across = LXW_ALIGN_LEFT;
        bool text = true; ///< what is typed stays as typed
    };

    lxw_format* format(const Look& look) {
        lxw_format* made = workbook_add_format(m_book);
        format_set_font_name(made, m_language == Language::Chinese ? "宋体" : "Calibri");
        format_set_font_size(made, look.size);
        format_set_align(made, look.across);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        format_set_text_wrap(made);
        if (look.text) {
            format_set_num_format(made, "@");
        }
        if (look.bold) {
            format_set_bold(made);
        }
        if (look.boxed) {
            format_set_border(made, LXW_BORDER_THIN);
            format_set_border_color(made, 0x9A9A9A);
        }
        if (look.toFill) {
            format_set_unlocked(made);
            format_set_bg_color(made, 0xFFF7D6);
        } else if (look.bold && look.boxed) {
            format_set_bg_color(made, 0xE6ECF2);
        }
        return made;
    }

    /// Always as text: nothing that stands in a project becomes a formula.
    void write(lxw_row_t row, lxw_col_t column, const QString& text, lxw_format* look) {
        worksheet_write_string(m_sheet, row, column, text.toUtf8().constData(), look);
    }

    void writeLine(lxw_row_t row, double height, const QString& text, lxw_format* look) {
        worksheet_merge_range(m_sheet, row, 0, row, lastColumn, text.toUtf8().constData(), look);
        worksheet_set_row(m_sheet, row, height, nullptr);
    }

    void writeHead() {
        namespace words = form_words;
        const Zone* zone = m_plan.zone(m_form.zone);
        const QString name = zone->name.in(m_language);
        writeLine(titleRow, 30, words::title.in(m_language).arg(name),
                  format({.size = 16, .bold = true, .across = LXW_ALIGN_CENTER}));
        writeLine(purposeRow, 20, words::purpose.in(m_language).arg(name, m_form.zone, m_plan.title.in(m_language)),
                  format({}));
        writeLine(instructionRow, 48, words::instructions.in(m_language), format({}));
        lxw_format* label = format({.boxed = true, .across = LXW_ALIGN_RIGHT});
        lxw_format* fill = format({.boxed = true, .toFill = true});
        for (const auto& [index, column] :
             {std::pair(0, FormColumn::Indicator), std::pair(1, FormColumn::Known), std::pair(2, FormColumn::Value)}) {
            write(byRow, at(column), m_form.by.value(index), label);
            worksheet_write_blank(m_sheet, byRow, at(column) + 1, fill);
        }
        // Room for the name of an office.
        worksheet_merge_range(m_sheet, byRow, at(FormColumn::Unit), byRow, at(FormColumn::Period), "", fill);
        worksheet_set_row(m_sheet, byRow, 24, nullptr);
    }

    void writeHeadings() {
        lxw_format* look = format({.bold = true, .boxed = true, .across = LXW_ALIGN_CENTER});
        for (std::size_t i = 0; i < formColumns; ++i) {
            write(headingRow, static_cast<lxw_col_t>(i), m_form.headings.at(i), look);
        }
        worksheet_set_row(m_sheet, headingRow, 24, nullptr);
    }

    /// Not every program finds the height of a row whose text wraps.
    void makeRoom(lxw_row_t row, const std::array<std::pair<FormColumn, QString>, 3>& texts) {
        constexpr double lineHeight = 14; // pt
        constexpr double least = 15;
        int lines = 1;
        for (const auto& [column, text] : texts) {
            double characters = 0;
            for (const QChar c : text) {
                characters += c.unicode() >= 0x2E80 ? 2 : 1;
            }
            const double width = widths.at(static_cast<std::size_t>(at(column))) - 2; // words do not break anywhere
            lines = std::max(lines, static_cast<int>(std::ceil(characters / width)));
        }
        worksheet_set_row(m_sheet, row, std::max(least, lines * lineHeight + 2), nullptr);
    }

    void writeRow(lxw_row_t row, const FormRow& asked) {
        const KnownValue known = knownValue(m_plan, m_form.zone, asked, m_language);
        worksheet_write_number(m_sheet, row, at(FormColumn::Number), asked.number, m_number);
        write(row, at(FormColumn::Indicator), asked.indicatorWords, m_text);
        write(row, at(FormColumn::Unit), asked.unitWords, m_text);
        write(row, at(FormColumn::Period), asked.periodWords, m_text);
        write(row, at(FormColumn::Known), known.value, m_right);
        write(row, at(FormColumn::KnownSource), known.source, m_text);
        worksheet_write_blank(m_sheet, row, at(FormColumn::Value), m_fillValue);
        worksheet_write_blank(m_sheet, row, at(FormColumn::Source), m_fillText);
        worksheet_write_blank(m_sheet, row, at(FormColumn::Remark), m_fillText);
        makeRoom(row, {{{FormColumn::Indicator, asked.indicatorWords},
                        {FormColumn::Known, known.value},
                        {FormColumn::KnownSource, known.source}}});
        validate(row, asked);
    }

    /// Numbers outside of what the plan's rules allow are stopped as they are typed. Texts pass: a bound such as ">50" is
    /// one, and is checked when the form comes back.
    void validate(lxw_row_t row, const FormRow& asked) {
        namespace words = form_words;
        const auto [least, most] = allowedRange(m_plan, asked.indicator);
        if (!least && !most) {
            return;
        }
        const auto number = [](double value) { return Quantity{.number = value}.toString(); };
        const QString cell = u"%1%2"_s.arg(QChar(u'A' + at(FormColumn::Value))).arg(row + 1);
        const QString low = least ? u",%1>=%2"_s.arg(cell, number(*least)) : QString();
        const QString high = most ? u",%1<=%2"_s.arg(cell, number(*most)) : QString();
        const QByteArray formula = u"=OR(ISTEXT(%1),AND(ISNUMBER(%1)%2%3))"_s.arg(cell, low, high).toUtf8();
        const QByteArray title = words::allowed.in(m_language).toUtf8();
        const QByteArray message =
            (!most    ? words::atLeast.in(m_language).arg(number(*least), asked.unitWords)
             : !least ? words::atMost.in(m_language).arg(number(*most), asked.unitWords)
                      : words::between.in(m_language).arg(number(*least), number(*most), asked.unitWords))
                .toUtf8();
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        rule.value_formula = formula.constData();
        rule.error_title = title.constData();
        rule.error_message = message.constData();
        worksheet_data_validation_cell(m_sheet, row, at(FormColumn::Value), &rule);
    }

    void setUp() {
        for (std::size_t i = 0; i < formColumns; ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, column, column, widths.at(i), nullptr);
        }
        worksheet_freeze_panes(m_sheet, firstRow, at(FormColumn::Unit));
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, paperA4);
        worksheet_set_margins(m_sheet, 0.5, 0.5, 0.6, 0.6); // inches
        worksheet_fit_to_pages(m_sheet, 1, 0);
        worksheet_repeat_rows(m_sheet, headingRow, headingRow);
        worksheet_center_horizontally(m_sheet);
        QString name = m_plan.zone(m_form.zone)->name.in(m_language);
        name.replace(u'&', u"&&"_s); // '&' begins a code there
        const QString footer = u"&L%1&R%2"_s.arg(name, form_words::page.in(m_language));
        worksheet_set_footer(m_sheet, footer.toUtf8().constData());
        lxw_protection protection{};
        protection.format_columns = LXW_TRUE; // a narrow column may be widened
        protection.format_rows = LXW_TRUE;
        worksheet_protect(m_sheet, nullptr, &protection);
        worksheet_set_selection(m_sheet, firstRow, at(FormColumn::Value), firstRow, at(FormColumn::Value));
        worksheet_activate(m_sheet);
    }

    void writeIdentity() {
        lxw_format* text = format({});
        const SheetRows identity = identityOf(m_form);
        for (qsizetype row = 0; row < identity.size(); ++row) {
            for (qsizetype column = 0; column < identity[row].size(); ++column) {
                worksheet_write_string(m_hidden, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                       identity[row][column].toUtf8().constData(), text);
            }
        }
        worksheet_protect(m_hidden, nullptr, nullptr);
        worksheet_hide(m_hidden);
    }

    const Plan& m_plan;
    const Form& m_form;
    Language m_language;
    const char* m_buffer = nullptr;
    std::size_t m_size = 0;
    lxw_workbook* m_book;
    lxw_worksheet* m_sheet;
    lxw_worksheet* m_hidden;
    lxw_format* m_number;
    lxw_format* m_text;
    lxw_format* m_right;
    lxw_format* m_fillValue;
    lxw_format* m_fillText;
};

} // namespace

Result<QByteArray> formWorkbook(const Plan& plan, const Form& form, Language language) {
    return Workbook(plan, form, language).bytes();
}

} // namespace tiermap
