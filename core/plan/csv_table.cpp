#include "core/plan/csv_table.h"

#include "core/plan/file_bytes.h"

#include <csv.h>

#include <QStringDecoder>

#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// What libcsv's callbacks see of the record being read.
struct Record {
    QStringList cells;
    bool complete = false;
    bool badText = false;
};

void endOfField(void* bytes, size_t size, void* record) {
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString cell = decode(QByteArrayView(static_cast<const char*>(bytes), static_cast<qsizetype>(size)));
    static_cast<Record*>(record)->badText |= decode.hasError();
    static_cast<Record*>(record)->cells << cell;
}

void endOfRecord(int, void* record) { static_cast<Record*>(record)->complete = true; }

/// The end of the line that begins at `start`; a lone carriage return ends one too, as it does for libcsv.
qsizetype endOfLine(const QByteArray& bytes, qsizetype start) {
    for (qsizetype i = start; i < bytes.size(); ++i) {
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) {
            return i + 1;
        }
    }
    return bytes.size();
}

struct FreeParser {
    void operator()(csv_parser* parser) const { csv_free(parser); }
};

} // namespace

CsvTable::CsvTable(const QString& file, std::initializer_list<QLatin1StringView> columns, ProblemList& problem)
    : m_file(file)
    , m_problem(&problem) {
    const Result<QByteArray> bytes = fileBytes(file);
    if (!bytes) {
        problem.note(bytes.error());
        return;
    }
    parse(*bytes);
    for (const QLatin1StringView column : columns) {
        if (!m_columns.contains(column)) {
            problem.note({.code = Problem::Code::FieldMissing, .file = file, .row = 1, .field = column});
        }
    }
}

// libcsv counts no lines, and a record may span several of them: it is fed line by line, and a record belongs to the
// line on which it begins.
void CsvTable::parse(const QByteArray& bytes) {
    csv_parser state{};
    if (csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        m_problem->note({.code = Problem::Code::FileUnreadable, .file = m_file});
        return;
    }
    const std::unique_ptr<csv_parser, FreeParser> parser(&state);
    Record record;
    int line = 0;
    int firstLine = 0; // of the record being read; 0 between records
    const auto syntaxError = [&](const QString& what) {
        m_problem->note({.code = Problem::Code::SyntaxError, .file = m_file, .row = firstLine, .arguments = {what}});
    };
    const auto parserError = [&] { syntaxError(QString::fromLatin1(csv_strerror(csv_error(&state)))); };
    const auto finish = [&] {
        if (record.badText) {
            syntaxError(u"invalid UTF-8"_s);
        }
        addRecord(record.cells, firstLine);
        record = {};
        firstLine = 0;
    };
    for (qsizetype start = 0; start < bytes.size() && !*m_problem;) {
        const QByteArrayView text = QByteArrayView(bytes).sliced(start, endOfLine(bytes, start) - start);
        ++line;
        if (firstLine == 0 && !text.trimmed().isEmpty()) {
            firstLine = line;
        }
        const auto size = static_cast<size_t>(text.size());
        if (csv_parse(&state, text.data(), size, endOfField, endOfRecord, &record) != size) {
            parserError();
            return;
        }
        if (record.complete) {
            finish();
        }
        start += text.size();
    }
    if (!*m_problem && csv_fini(&state, endOfField, endOfRecord, &record) != 0) {
        parserError();
    } else if (record.complete) {
        finish();
    }
}

void CsvTable::addRecord(const QStringList& cells, int line) {
    const auto note = [&](Problem::Code code, const QString& field, const QStringList& arguments) {
        m_problem->note({.code = code, .file = m_file, .row = line, .field = field, .arguments = arguments});
    };
    if (m_header.isEmpty()) {
        m_header = cells;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (m_columns.contains(cells[i])) {
                note(Problem::Code::DuplicateKey, cells[i], {cells[i]});
            }
            m_columns.insert(cells[i], i);
        }
        return;
    }
    if (cells.size() < m_header.size()) {
        note(Problem::Code::FieldMissing, m_header[cells.size()], {});
    } else if (cells.size() > m_header.size()) {
        note(Problem::Code::SyntaxError, {}, {u"more cells than columns"_s});
    }
    CsvRow row;
    row.m_table = this;
    row.m_cells = cells;
    row.m_line = line;
    m_rows << row;
}

QString CsvRow::text(QLatin1StringView column) const { return m_cells.value(m_table->m_columns.value(column, -1)); }

QString CsvRow::required(QLatin1StringView column) const {
    const QString cell = text(column);
    if (cell.isEmpty()) {
        fail(Problem::Code::FieldMissing, column, {});
    }
    return cell;
}

bool CsvRow::flag(QLatin1StringView column) const {
    const QString cell = required(column);
    if (cell != "yes"_L1 && cell != "no"_L1) {
        fail(Problem::Code::ValueUnknown, column, {cell, u"yes, no"_s});
    }
    return cell == "yes"_L1;
}

void CsvRow::fail(Problem::Code code, QLatin1StringView column, const QStringList& arguments) const {
    m_table->m_problem->note(
        {.code = code, .file = m_table->m_file, .row = m_line, .field = column, .arguments = arguments});
}

} // namespace tiermap
