#include "maps/formats/csv_sheet.h"

#include <csv.h>

#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qint64 mebibyte = qint64{1} << 20;
constexpr qint64 longestLine = 64 * mebibyte;
constexpr qsizetype mostFields = 4096;

std::unexpected<Problem> problem(Problem::Code code, const QString& file, const QString& reason = {}) {
    return std::unexpected(
        Problem{.code = code, .file = file, .arguments = reason.isNull() ? QStringList() : QStringList{reason}});
}

std::unexpected<Problem> unreadable(const QString& file, const QString& reason) {
    return problem(Problem::Code::FormatUnreadable, file, reason);
}

Result<void> open(QFile& file) {
    if (!file.exists()) {
        return problem(Problem::Code::FileMissing, file.fileName());
    }
    if (!QFileInfo(file).isFile()) { // a pipe would have us wait
        return unreadable(file.fileName(), u"no regular file"_s);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return problem(Problem::Code::FileUnreadable, file.fileName(), file.errorString());
    }
    return {};
}

/// What libcsv's callbacks fill.
struct Rows {
    QList<QStringList> rows;
    QStringList row;
    bool tooWide = false;
};

void endOfField(void* bytes, size_t size, void* to) {
    auto* rows = static_cast<Rows*>(to);
    if (rows->row.size() == mostFields) {
        rows->tooWide = true; // and what follows is dropped
        return;
    }
    rows->row << QString::fromUtf8(static_cast<const char*>(bytes), static_cast<qsizetype>(size));
}

void endOfRow(int /*end*/, void* to) {
    auto* rows = static_cast<Rows*>(to);
    rows->rows << std::exchange(rows->row, {});
}

struct FreeParser {
    void operator()(csv_parser* parser) const { csv_free(parser); }
};

/// libcsv would take a carriage return and a line feed for the ends of two lines.
QByteArray withPlainLineEnds(const QString& text, bool hasLineFeeds) {
    QString plain = text;
    return (hasLineFeeds ? plain.remove(u'\r') : plain.replace(u'\r', u'\n')).toUtf8();
}

} // namespace

bool isCsv(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    return ending == "csv"_L1 || ending == "tsv"_L1 || ending == "txt"_L1;
}

QString csvLayer(const QString& file) { return QFileInfo(file).completeBaseName(); }

char csvSeparator(QByteArrayView text) {
    constexpr std::array<char, 3> separators{',', ';', '\t'};
    std::array<qsizetype, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        quoted ^= c == '"';
        if (const auto* found = std::ranges::find(separators, c); !quoted && found != separators.end()) {
            ++counts[static_cast<std::size_t>(found - separators.begin())];
        }
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

Result<TextEncoding> csvEncoding(const QString& file) {
    QFile table(file);
    if (const Result<void> opened = open(table); !opened) {
        return std::unexpected(opened.error());
    }
    const QByteArray start = table.peek(4);
    if (start.isEmpty()) {
        return unreadable(file, u"the file is empty"_s);
    }
    const auto marked = QStringConverter::encodingForData(start);
    QStringDecoder utf8(QStringDecoder::Utf8);
    qint64 line = 0;
    for (QByteArray bytes = table.read(mebibyte); !bytes.isEmpty(); bytes = table.read(mebibyte)) {
        if (!marked && bytes.contains('\0')) {
            return unreadable(file, u"the file is no text"_s);
        }
        const qsizetype end = std::max(bytes.lastIndexOf('\n'), bytes.lastIndexOf('\r'));
        line = end < 0 ? line + bytes.size() : bytes.size() - end;
        if (line > longestLine) {
            return unreadable(file, u"a line is longer than 64 MiB"_s);
        }
        const QString text = utf8.decode(bytes); // it looks only when it must say something
    }
    if (marked) {
        return TextEncoding{QString::fromLatin1(QStringConverter::nameForEncoding(*marked)),
                            EncodingReason::ByteOrderMark};
    }
    if (!utf8.hasError()) {
        return TextEncoding{u"UTF-8"_s, EncodingReason::Utf8Test};
    }
    return TextEncoding{QString(fallbackEncoding), EncodingReason::Fallback};
}

Result<QList<QStringList>> readCsv(const QString& file, const QString& encoding, const ReadOptions& options) {
    QFile table(file);
    if (const Result<void> opened = open(table); !opened) {
        return std::unexpected(opened.error());
    }
    csv_parser state{};
    if (csv_init(&state, CSV_REPALL_NL) != 0) {
        return problem(Problem::Code::FileUnreadable, file);
    }
    const std::unique_ptr<csv_parser, FreeParser> parser(&state);
    csv_set_blk_size(&state,
                     mebibyte); // by which a cell grows: by its own 128 bytes a long one would be copied for ever
    QStringDecoder decoder(encoding);
    Rows rows;
    qint64 rowStart = 0; // where the row being read began at the latest
    const bool hasLineFeeds = table.peek(mebibyte).contains('\n');
    for (bool first = true; !table.atEnd(); first = false) {
        const QByteArray text = withPlainLineEnds(decoder.decode(table.read(mebibyte)), hasLineFeeds);
        if (first) {
            csv_set_delim(&state, static_cast<unsigned char>(csvSeparator(text)));
        }
        const qsizetype before = rows.rows.size();
        const auto size = static_cast<size_t>(text.size());
        if (csv_parse(&state, text.data(), size, endOfField, endOfRow, &rows) != size) {
            return problem(Problem::Code::SyntaxError, file, QString::fromLatin1(csv_strerror(csv_error(&state))));
        }
        rowStart = rows.rows.size() > before ? table.pos() : rowStart;
        if (rows.tooWide) {
            return unreadable(file, u"more than %1 fields"_s.arg(mostFields));
        }
        if (table.pos() - rowStart > longestLine) { // a quote that is never closed
            return unreadable(file, u"a line is longer than 64 MiB"_s);
        }
        if (options.progress &&
            !options.progress(static_cast<double>(table.pos()) / static_cast<double>(table.size()))) {
            return problem(Problem::Code::Cancelled, file);
        }
        if (options.limit >= 0 && rows.rows.size() >= options.limit) {
            rows.rows.resize(options.limit);
            return rows.rows;
        }
    }
    csv_set_opts(&state,
                 CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI); // of the end alone: a quote must be closed by now
    if (csv_fini(&state, endOfField, endOfRow, &rows) != 0) {
        return unreadable(file, u"a quotation mark is never closed: the file may be cut off"_s);
    }
    return rows.rows;
}

} // namespace tiermap
