#include "maps/formats/xlsx_writer.h"

#include "maps/formats/formula_guard.h"

#include <xlsxwriter.h>

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qint64 largeSheet = 20'000;

/// As the width of digits counts: Chinese characters take two.
double widthOf(const QString& text) {
    const QString first = text.section(u'\n', 0, 0);
    return std::ranges::fold_left(first, 0.0, [](double sum, QChar c) { return sum + (c.unicode() < 0x1100 ? 1 : 2); });
}

class SheetWriter {
public:
    SheetWriter(lxw_workbook* book, const QString& name)
        : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData()))
        , m_bold(workbook_add_format(book)) {
        format_set_bold(m_bold);
    }

    void addHeading(const QStringList& heading) {
        for (qsizetype column = 0; column < heading.size(); ++column) {
            add(column, heading[column], m_bold);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        ++m_row;
    }

    bool addRow(const QVariantList& cells) {
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const QVariant& cell = cells[column];
            if (cell.typeId() == QMetaType::QString) {
                add(column, cell.toString(), nullptr);
            } else if (cell.isValid()) {
                keep(worksheet_write_number(m_sheet, m_row, static_cast<lxw_col_t>(column), cell.toDouble(), nullptr));
                widen(column, 12);
            }
        }
        ++m_row;
        return m_error == LXW_NO_ERROR;
    }

    void setWidths() {
        constexpr double least = 8;
        constexpr double most = 60;
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(m_sheet, at, at, std::clamp(m_widths[column] + 2, least, most), nullptr);
        }
    }

    lxw_error error() const { return m_error; }

private:
    void add(qsizetype column, const QString& given, lxw_format* format) {
        // What an import would take for the guard of a CSV file gets one more to lose.
        QString text = xmlText(looksGuarded(given) ? u'\'' + given : given);
        if (text.size() > sheetText) {
            text.truncate(sheetText - (text[sheetText - 1].isHighSurrogate() ? 1 : 0));
        }
        if (!text.isEmpty()) {
            keep(worksheet_write_string(m_sheet, m_row, static_cast<lxw_col_t>(column), text.toUtf8().constData(),
                                        format));
            widen(column, widthOf(text));
        }
    }

    void widen(qsizetype column, double width) {
        constexpr lxw_row_t enough = 200;
        if (m_row < enough) {
            m_widths.resize(std::max(m_widths.size(), static_cast<std::size_t>(column) + 1));
            double& widest = m_widths[static_cast<std::size_t>(column)];
            widest = std::max(widest, width);
        }
    }

    void keep(lxw_error error) { m_error = m_error == LXW_NO_ERROR ? error : m_error; }

    lxw_worksheet* m_sheet;
    lxw_format* m_bold;
    lxw_row_t m_row = 0;
    std::vector<double> m_widths;
    lxw_error m_error = LXW_NO_ERROR;
};

} // namespace

QString xmlText(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c == u'\r') {
            clean += i + 1 < text.size() && text[i + 1] == u'\n' ? QString() : u"\n"_s;
        } else if ((c.unicode() >= 0x20 || c == u'\n' || c == u'\t') && !c.isSurrogate() && c.unicode() < 0xFFFE) {
            clean += c;
        }
    }
    return clean;
}

Result<void> writeXlsx(const QString& file, const QString& sheet, const QStringList& heading, const CellSource& rows,
                       qint64 size) {
    const QByteArray folder = QFileInfo(file).absolutePath().toUtf8(); // where there is room for the result
    lxw_workbook_options options{};
    options.constant_memory = size > largeSheet ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = folder.constData();
    lxw_workbook* book = workbook_new_opt(file.toUtf8().constData(), &options);
    const auto unwritable = [&](const QString& reason) {
        return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
    };
    if (book == nullptr) {
        return unwritable(qt_error_string());
    }
    SheetWriter writer(book, sheet);
    writer.addHeading(heading);
    const Result<void> given = rows([&](const QVariantList& cells) { return writer.addRow(cells); });
    writer.setWidths();
    const lxw_error closed = workbook_close(book);
    const lxw_error error = writer.error() == LXW_NO_ERROR ? closed : writer.error();
    if (!given) {
        return given;
    }
    return error == LXW_NO_ERROR ? Result<void>() : unwritable(QString::fromUtf8(lxw_strerror(error)));
}

} // namespace tiermap
