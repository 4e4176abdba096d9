#include "maps/register/csv_records.h"

#include "core/processors.h"
#include "maps/formats/csv_sheet.h"

#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr qsizetype blockSize = qsizetype{1} << 20;
constexpr qsizetype longestLine = qsizetype{64} << 20;
constexpr qsizetype longestCell = qsizetype{64} << 10; ///< in quotes

std::unexpected<Problem> unreadable(const QString& file, const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FormatUnreadable, .file = file, .arguments = {reason}});
}

const char* find(const char* from, const char* end, char c) {
    return static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
}

/// Past the quote that closes what begins at `from`; null where there is none within the longest cell.
const char* closingQuote(const char* from, const char* end) {
    end = std::min(end, from + longestCell);
    for (const char* quote = find(from, end, '"'); quote != nullptr; quote = find(quote + 2, end, '"')) {
        if (quote + 1 == end || quote[1] != '"') {
            return quote + 1;
        }
        if (quote + 2 >= end) {
            break;
        }
    }
    return nullptr;
}

/// Past the line end of the record that begins at `from`; null where it may go on behind `end`.
const char* recordEnd(const char* from, const char* end, char separator, bool isLast) {
    const char* line = find(from, end, '\n');
    const char* const simple = line != nullptr ? line + 1 : isLast ? end : nullptr;
    if (find(from, simple != nullptr ? simple : end, '"') == nullptr) {
        return simple;
    }
    bool cellBegins = true;
    for (const char* at = from; at < end;) {
        if (cellBegins && *at == '"') {
            const char* closed = closingQuote(at + 1, end);
            if (closed == nullptr) {
                return isLast || end - at > longestCell ? simple : nullptr;
            }
            at = closed;
            cellBegins = false;
            continue;
        }
        if (*at == '\n') {
            return at + 1;
        }
        cellBegins = *at == separator || (cellBegins && *at == ' ');
        ++at;
    }
    return isLast ? end : nullptr;
}

/// All line ends become LF; the blank in the place of a CR is taken off with the others. A CR at the end waits for what
/// follows.
void makePlainLineEnds(QByteArray& bytes) {
    char* const end = bytes.data() + bytes.size();
    for (char* at = bytes.data(); at < end; ++at) {
        at = static_cast<char*>(std::memchr(at, '\r', static_cast<std::size_t>(end - at)));
        if (at == nullptr || at + 1 == end) {
            return;
        }
        *at = at[1] == '\n' ? ' ' : '\n';
    }
}

/// Whole records.
struct Block {
    QByteArray bytes;
    qint64 firstRow = 1;
    bool isLast = false;
    bool hasQuotes = false;
};

class Blocks {
public:
    explicit Blocks(const QString& file)
        : m_file(file) {}

    Result<void> open();
    Result<void> next(Block& block);
    bool atEnd() const { return m_file.atEnd() && m_rest.isEmpty(); }
    double part() const { return static_cast<double>(m_file.pos()) / static_cast<double>(m_file.size()); }
    char separator() const { return m_separator; }

private:
    /// Where the last whole record ends; `m_row` goes on by the number of records.
    qsizetype cut(const QByteArray& bytes, bool isLast, bool hasQuotes);

    QFile m_file;
    QByteArray m_rest; ///< a record that is not whole yet
    qint64 m_row = 1;
    char m_separator = ',';
};

Result<void> Blocks::open() {
    const QString name = m_file.fileName();
    if (!m_file.exists()) {
        return std::unexpected(Problem{.code = Problem::Code::FileMissing, .file = name});
    }
    if (!QFileInfo(m_file).isFile()) {
        return unreadable(name, u"no regular file"_s);
    }
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnreadable, .file = name, .arguments = {m_file.errorString()}});
    }
    constexpr qsizetype enough = qsizetype{64} << 10;
    QByteArray begin = m_file.read(enough);
    if (begin.isEmpty()) {
        return unreadable(name, u"the file is empty"_s);
    }
    if (begin.contains('\0')) {
        return unreadable(name, u"the file is no text"_s);
    }
    m_separator = csvSeparator(begin);
    const qsizetype mark = begin.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    m_file.seek(mark);
    return {};
}

qsizetype Blocks::cut(const QByteArray& bytes, bool isLast, bool hasQuotes) {
    if (!hasQuotes) {
        const qsizetype end = isLast ? bytes.size() : bytes.lastIndexOf('\n') + 1;
        m_row += std::count(bytes.begin(), bytes.begin() + end, '\n');
        return end;
    }
    const char* const end = bytes.constData() + bytes.size();
    const char* at = bytes.constData();
    while (at < end) {
        const char* next = recordEnd(at, end, m_separator, isLast);
        if (next == nullptr) {
            break;
        }
        at = next;
        ++m_row;
    }
    return at - bytes.constData();
}

/// The block keeps its room: to get a megabyte from the system and to give it back costs as much as to read it.
Result<void> Blocks::next(Block& block) {
    block.bytes.resize(0);
    block.bytes.reserve(2 * blockSize);
    block.bytes.append(m_rest);
    block.firstRow = m_row;
    block.isLast = false;
    qsizetype size = 0;
    while (size == 0 && !block.isLast) {
        if (block.bytes.size() > longestLine) {
            return unreadable(m_file.fileName(), u"a line is longer than 64 MiB"_s);
        }
        const qsizetype before = block.bytes.size();
        const qsizetype more = std::min(std::max(blockSize, before), longestLine + 1 - before);
        block.bytes.resize(before + more);
        const qint64 got = m_file.read(block.bytes.data() + before, more);
        if (got < 0) {
            return std::unexpected(Problem{
                .code = Problem::Code::FileUnreadable, .file = m_file.fileName(), .arguments = {m_file.errorString()}});
        }
        block.bytes.resize(before + got);
        block.isLast = got == 0 || m_file.atEnd();
        makePlainLineEnds(block.bytes);
        block.hasQuotes = block.bytes.contains('"');
        size = cut(block.bytes, block.isLast, block.hasQuotes);
    }
    m_rest = QByteArray(block.bytes.constData() + size, block.bytes.size() - size);
    block.bytes.resize(size);
    return {};
}

/// The records of a block one after the other, taken apart in place.
class Records {
public:
    Records(const Block& block, char separator)
        : m_at(block.bytes.constData())
        , m_end(m_at + block.bytes.size())
        , m_row(block.firstRow)
        , m_separator(separator)
        , m_hasQuotes(block.hasQuotes) {}

    bool next(CsvRecord& record) {
        while (m_at < m_end) {
            const char* end = m_hasQuotes ? recordEnd(m_at, m_end, m_separator, true) : lineEnd();
            const QByteArrayView bytes(m_at, end[-1] == '\n' ? end - 1 : end);
            record.row = m_row++;
            m_at = end;
            if (!bytes.trimmed().isEmpty()) {
                splitRecord(bytes, m_separator, record);
                return true;
            }
        }
        return false;
    }

private:
    const char* lineEnd() const {
        const char* line = find(m_at, m_end, '\n');
        return line == nullptr ? m_end : line + 1;
    }

    const char* m_at;
    const char* m_end;
    qint64 m_row;
    char m_separator;
    bool m_hasQuotes;
};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

} // namespace

void splitRecord(QByteArrayView bytes, char separator, CsvRecord& record) {
    record.cells.clear();
    record.wrongQuotes = false;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (true) {
        while (at < end && *at != separator && isBlank(*at)) {
            ++at;
        }
        const char* from = at;
        const char* to = nullptr; // where the cell ends, which may be before the separator
        if (at < end && *at == '"') {
            const char* closed = closingQuote(at + 1, end);
            record.wrongQuotes |= closed == nullptr;
            from = closed == nullptr ? at : at + 1;
            to = closed == nullptr ? nullptr : closed - 1;
            at = closed == nullptr ? at : closed;
        }
        const char* const rest = at;
        while (at < end && *at != separator) {
            ++at;
        }
        if (to != nullptr) {
            record.wrongQuotes |= !std::all_of(rest, at, isBlank);
        } else {
            for (to = at; to > from && isBlank(to[-1]);) {
                --to;
            }
        }
        record.cells.emplace_back(from, to);
        if (at == end) {
            return;
        }
        ++at;
    }
}

QString textOf(QByteArrayView cell) {
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(cell);
    return utf8.hasError() ? QString(QStringDecoder("GB18030").decode(cell)) : text;
}

Result<void> readRecords(const QString& file, const std::function<Result<void>(const CsvRecord& heading)>& start,
                         const std::function<void(std::span<const CsvRecord> records)>& take,
                         const std::function<bool(double)>& goesOn) {
    Blocks blocks(file);
    std::mutex reading; // guards blocks, problem and heading
    std::optional<Problem> problem;
    bool begun = false;
    if (const Result<void> opened = blocks.open(); !opened) {
        return opened;
    }
    // The heading is looked for by whoever reads, before anybody else gets a block.
    const auto begin = [&](Records& records) -> Result<void> {
        CsvRecord record;
        while (!begun && records.next(record)) {
            const auto filled =
                std::ranges::count_if(record.cells, [](QByteArrayView cell) { return !cell.isEmpty(); });
            if (filled > 1 || blocks.atEnd()) {
                begun = true;
                return start(record);
            }
        }
        return {};
    };
    const auto work = [&] {
        std::vector<CsvRecord> taken;
        Block block;
        while (true) {
            std::unique_lock lock(reading);
            if (problem || blocks.atEnd()) {
                return;
            }
            if (goesOn && !goesOn(blocks.part())) {
                problem = Problem{.code = Problem::Code::Cancelled, .file = file};
                return;
            }
            if (const Result<void> read = blocks.next(block); !read) {
                problem = read.error();
                return;
            }
            Records records(block, blocks.separator());
            if (!begun) {
                if (const Result<void> started = begin(records); !started) {
                    problem = started.error();
                    return;
                }
            }
            lock.unlock();
            std::size_t count = 0;
            while (true) {
                if (count == taken.size()) {
                    taken.resize(std::max<std::size_t>(64, 2 * count)); // records keep their room from block to block
                }
                if (!records.next(taken[count])) {
                    break;
                }
                ++count;
            }
            take(std::span(taken).first(count));
        }
    };
    onThreads(processors(), work);
    return problem ? Result<void>(std::unexpected(*problem)) : Result<void>();
}

} // namespace tiermap
