#pragma once

#include "core/forms/form_identity.h"
#include "maps/formats/source.h"

#include <xlsxwriter.h>

#include <QVariant>

namespace tiermap {

/// A cell that somebody fills in: row and column from 0.
struct Filling {
    int row = 0;
    int column = 0;
    QVariant value;
};

/// Saves a form anew with some cells filled in, as another program does that keeps texts and sheets and nothing else.
inline bool fillForm(const QString& form, const QString& as, const QList<Filling>& cells) {
    lxw_workbook* book = workbook_new(as.toUtf8().constData());
    const Source source = *describeSource(form);
    for (const SourceLayer& layer : source.layers) {
        const SheetRows sheet = *readSheet(form, {.layer = layer.name});
        lxw_worksheet* page = workbook_add_worksheet(book, layer.name.toUtf8().constData());
        const auto write = [&](qsizetype row, qsizetype column, const QString& text) {
            worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                   text.toUtf8().constData(), nullptr);
        };
        for (qsizetype row = 0; row < sheet.size(); ++row) {
            for (qsizetype column = 0; column < sheet[row].size(); ++column) {
                write(row, column, sheet[row][column]);
            }
        }
        for (const Filling& cell : layer.name == formIdentitySheet ? QList<Filling>() : cells) {
            if (cell.value.typeId() == QMetaType::Double) {
                worksheet_write_number(page, static_cast<lxw_row_t>(cell.row), static_cast<lxw_col_t>(cell.column),
                                       cell.value.toDouble(), nullptr);
            } else {
                write(cell.row, cell.column, cell.value.toString());
            }
        }
    }
    return workbook_close(book) == LXW_NO_ERROR;
}

} // namespace tiermap
