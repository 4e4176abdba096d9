#pragma once

#include "maps/formats/xlsx_writer.h"
#include "maps/style/sheet_word.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cmath>
#include <vector>

namespace tiermap {

// A workbook with formulas, while it is written with libxlsxwriter. Rows and columns count from 0.

/// What stays where it is when a formula is copied elsewhere.
enum class Fixed { Nothing, Row, Column, Both };

inline QString cell(int row, int column, Fixed fixed = Fixed::Nothing) {
    QString letters;
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
        letters.prepend(QChar(u'A' + (left - 1) % 26));
    }
    const auto sign = [&](Fixed which) {
        return fixed == which || fixed == Fixed::Both ? QStringLiteral("$") : QString();
    };
    return sign(Fixed::Column) + letters + sign(Fixed::Row) + QString::number(row + 1);
}

inline QString along(int row, int column, int count, Fixed fixed) {
    return cell(row, column, fixed) + u':' + cell(row, column + count - 1, fixed);
}

inline QString down(int row, int column, int count, Fixed fixed = Fixed::Row) {
    return cell(row, column, fixed) + u':' + cell(row + count - 1, column, fixed);
}

inline QString on(const QString& sheet, const QString& reference) {
    return QStringLiteral("'%1'!%2").arg(sheet, reference);
}

enum class Look { Plain, Title, Section, Heading, Number, Marked, Ratio, Whole, Tiny };

/// The file while it is written. The first error stays.
class Book {
public:
    Book(const QString& path, Language language)
        : m_language(language)
        , m_folder(QFile::encodeName(QFileInfo(path).absolutePath())) {
        lxw_workbook_options options{};
        options.tmpdir = m_folder.constData();
        m_book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
        for (std::size_t i = 0; m_book != nullptr && i < m_looks.size(); ++i) {
            m_looks.at(i) = format(static_cast<Look>(i));
        }
    }

    bool isOpen() const { return m_book != nullptr; }
    Language language() const { return m_language; }
    lxw_worksheet* add(const QString& name) { return workbook_add_worksheet(m_book, name.toUtf8().constData()); }
    lxw_format* look(Look look) const { return m_looks.at(static_cast<std::size_t>(look)); }
    void keep(lxw_error error) { m_error = m_error == LXW_NO_ERROR ? error : m_error; }

    lxw_error close() {
        keep(workbook_close(m_book)); // frees the workbook, also where it fails
        return m_error;
    }

private:
    static const char* numberFormat(Look look) {
        switch (look) {
        case Look::Marked:
            return "General\"*\"";
        case Look::Ratio:
            return "0.0000";
        case Look::Whole:
            return "0";
        case Look::Tiny:
            return "0.0E+00";
        case Look::Plain:
        case Look::Title:
        case Look::Section:
        case Look::Heading:
        case Look::Number:
            break;
        }
        return "General";
    }

    lxw_format* format(Look look) const {
        lxw_format* made = workbook_add_format(m_book);
        format_set_font_name(made, m_language == Language::Chinese ? "宋体" : "Calibri");
        format_set_font_size(made, look == Look::Title ? 14 : 10.5);
        format_set_num_format(made, numberFormat(look));
        if (look == Look::Title || look == Look::Section || look == Look::Heading) {
            format_set_bold(made);
        }
        if (look == Look::Heading) {
            format_set_text_wrap(made);
            format_set_align(made, LXW_ALIGN_CENTER);
            format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
            format_set_border(made, LXW_BORDER_THIN);
            format_set_border_color(made, 0x9A9A9A);
            format_set_bg_color(made, 0xE6ECF2);
        } else if (look >= Look::Number) {
            format_set_align(made, LXW_ALIGN_RIGHT);
        }
        return made;
    }

    Language m_language;
    QByteArray m_folder; ///< where there is room for the result, and so for its parts
    lxw_workbook* m_book = nullptr;
    std::array<lxw_format*, static_cast<std::size_t>(Look::Tiny) + 1> m_looks{};
    lxw_error m_error = LXW_NO_ERROR;
};

/// A sheet of it.
class Page {
public:
    Page(Book& book, const SheetWord& name)
        : m_book(book)
        , m_name(name.in(book.language()))
        , m_sheet(book.add(m_name)) {}

    QString at(const QString& reference) const { return on(m_name, reference); }

    /// Always as text: nothing that stands in a project becomes a formula or a link.
    void text(int row, int column, const QString& given, Look look = Look::Plain) {
        QString text = xmlText(given);
        if (text.size() > sheetText) {
            text.truncate(sheetText - (text[sheetText - 1].isHighSurrogate() ? 1 : 0));
        }
        m_book.keep(worksheet_write_string(m_sheet, rowOf(row), columnOf(column), text.toUtf8().constData(),
                                           m_book.look(look)));
    }
    void text(int row, int column, const SheetWord& word, Look look = Look::Plain) {
        text(row, column, word.in(m_book.language()), look);
    }

    /// Leaves the cell empty where the number is missing.
    void number(int row, int column, double number, Look look) {
        if (!std::isnan(number)) {
            m_book.keep(worksheet_write_number(m_sheet, rowOf(row), columnOf(column), number, m_book.look(look)));
        }
    }

    /// `result` is what it comes to; where that is missing, an empty text.
    void formula(int row, int column, const QString& formula, double result, Look look = Look::Ratio) {
        if (std::isnan(result)) {
            textFormula(row, column, formula, QString(), look);
        } else {
            m_book.keep(worksheet_write_formula_num(m_sheet, rowOf(row), columnOf(column),
                                                    (u'=' + formula).toUtf8().constData(), m_book.look(look), result));
        }
    }
    void textFormula(int row, int column, const QString& formula, const QString& result, Look look) {
        m_book.keep(worksheet_write_formula_str(m_sheet, rowOf(row), columnOf(column),
                                                (u'=' + formula).toUtf8().constData(), m_book.look(look),
                                                result.toUtf8().constData()));
    }

    void choice(int row, int column, const QStringList& texts) {
        const QByteArray first = texts.first().toUtf8();
        const QByteArray last = texts.last().toUtf8();
        std::array<const char*, 3> list{first.constData(), last.constData(), nullptr};
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        m_book.keep(worksheet_data_validation_cell(m_sheet, rowOf(row), columnOf(column), &rule));
    }

    void setUp(int row, int column, const std::vector<double>& widths) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto to = static_cast<lxw_col_t>(i);
            worksheet_set_column(m_sheet, to, to, widths[i], nullptr);
        }
        constexpr uint8_t paperA4 = 9;
        worksheet_freeze_panes(m_sheet, rowOf(row), columnOf(column));
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, paperA4);
        worksheet_fit_to_pages(m_sheet, 1, 0);
    }

private:
    static lxw_row_t rowOf(int row) { return static_cast<lxw_row_t>(row); }
    static lxw_col_t columnOf(int column) { return static_cast<lxw_col_t>(column); }

    Book& m_book;
    QString m_name;
    lxw_worksheet* m_sheet;
};

} // namespace tiermap
