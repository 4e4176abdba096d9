#include "maps/export/table_facts.h"

#include "core/store/project_file.h"
#include "maps/formats/row_reader.h"
#include "maps/formats/xlsx_writer.h"
#include "maps/geometry/geopackage_blob.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qsizetype dbfText = 254;

/// libxlsxwriter writes "%.16G", which for one double in some needs another digit.
bool isLong(double number) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.16G", number);
    return QByteArrayView(text.data()).toDouble() != number;
}

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// What opens by a double click is changed: leading zeros go, long numbers are rounded, dates are put in another form.
bool isGuessed(const QString& text) {
    constexpr qsizetype longestDate = 10;
    constexpr qsizetype digitsOfDouble = 15;
    if (text.size() < 2 || !std::ranges::all_of(text, [](QChar c) { return isDigit(c) || u"-/."_s.contains(c); }) ||
        !isDigit(text.front()) || !isDigit(text.back())) {
        return false;
    }
    if (const qsizetype signs = text.count(u'-') + text.count(u'/'); signs > 0) {
        return signs <= 2 && text.size() <= longestDate && !text.contains(u'.');
    }
    const bool zeros = text.front() == u'0' && isDigit(text[1]);
    return text.count(u'.') <= 1 &&
           (zeros || text.size() > digitsOfDouble || (text.contains(u'.') && text.endsWith(u'0')));
}

void look(ColumnFacts& facts, const Column& column, const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        facts.longNumbers += isLong(*number) ? 1 : 0;
    }
    const auto* text = std::get_if<QString>(&value);
    if (text == nullptr) {
        return;
    }
    const qsizetype bytes = text->toUtf8().size();
    facts.longest = std::max(facts.longest, bytes);
    facts.beyondDbf += bytes > dbfText ? 1 : 0;
    facts.beyondSheet += text->size() > sheetText ? 1 : 0;
    facts.emptyTexts += text->isEmpty() && column.kind == Column::Kind::Reference ? 1 : 0;
    facts.carriageReturns += text->contains(u'\r') ? 1 : 0;
    facts.controls += xmlText(*text) != *text ? 1 : 0;
    facts.blankEnds += !text->isEmpty() && text->back() == u' ' ? 1 : 0;
    if (spreadsheetText(*text) != *text) {
        facts.retype = facts.retyped == 0 ? *text : facts.retype;
        ++facts.retyped;
    }
    if (isGuessed(*text)) {
        facts.guess = facts.guessed == 0 ? *text : facts.guess;
        ++facts.guessed;
    }
}

std::optional<Problem> look(TableFacts& facts, const ShapeBlob& blob) {
    const Result<GeoShape> shape = decodeShape(blob);
    if (!shape) {
        return shape.error();
    }
    if (const auto* point = std::get_if<GeoPoint>(&*shape)) {
        ++facts.points;
        facts.longPositions += isLong(point->get<0>()) || isLong(point->get<1>()) ? 1 : 0;
    } else {
        ++(std::holds_alternative<GeoLines>(*shape) ? facts.lines : facts.polygons);
    }
    return std::nullopt;
}

} // namespace

bool holdsShapes(Table table) { return std::ranges::contains(columnsOf(table), Column::Kind::Geometry, &Column::kind); }

Result<TableFacts> factsOf(const QString& projectFile, Table table, const Progress& progress) {
    const auto columns = columnsOf(table);
    TableFacts facts{.table = table};
    facts.columns.resize(static_cast<qsizetype>(columns.size()));
    std::optional<Problem> problem;
    const auto take = [&](const QList<Value>& cells) {
        constexpr qint64 rowsPerReport = 1000;
        ++facts.rows;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Value& cell = cells[static_cast<qsizetype>(i)];
            if (columns[i].kind != Column::Kind::Geometry) {
                look(facts.columns[static_cast<qsizetype>(i)], columns[i], cell);
            } else if (const auto* blob = std::get_if<QByteArray>(&cell)) {
                problem = look(facts, *blob);
            }
        }
        if (!problem && progress && facts.rows % rowsPerReport == 0 && !progress(0)) {
            problem = Problem{.code = Problem::Code::Cancelled};
        }
        return !problem;
    };
    if (const Result<void> read = readTableRows(projectFile, table, take); !read) {
        return std::unexpected(read.error());
    }
    if (problem) {
        problem->file = projectFile;
        problem->field = nameOf(table);
        problem->row = problem->code == Problem::Code::Cancelled ? 0 : static_cast<int>(facts.rows);
        return std::unexpected(*problem);
    }
    return facts;
}

} // namespace tiermap
