#include "core/store/row_reader.h"

#include <sqlite3.h>
#include <xxhash.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

RowReader::RowReader(Database& database, QLatin1StringView table, QLatin1StringView orderBy)
    : m_database(database)
    , m_table(table) {
    // Names of tables and columns are ours, never the file's: nothing to quote, nothing to bind.
    QByteArray sql = QByteArray("SELECT * FROM ").append(table.data(), table.size());
    if (!orderBy.isEmpty()) {
        sql.append(" ORDER BY ").append(orderBy.data(), orderBy.size());
    }
    m_statement = database.prepare(sql);
    nameColumns();
}

RowReader::RowReader(Database& database, QLatin1StringView table)
    : m_database(database)
    , m_table(table)
    , m_statement(
          database.prepare(QByteArray("SELECT * FROM ").append(table.data(), table.size()) + " WHERE fid = ?")) {
    nameColumns();
}

bool RowReader::find(qint64 fid) {
    m_database.bind(m_statement, {fid});
    return next();
}

void RowReader::nameColumns() {
    for (int i = 0; m_statement && i < sqlite3_column_count(m_statement.get()); ++i) {
        m_columns.emplace_back(sqlite3_column_name(m_statement.get(), i));
    }
}

/// A table has some twenty columns: looking through them is faster than a hash.
int RowReader::indexOf(QLatin1StringView column) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i] == column) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

bool RowReader::next() {
    ++m_record;
    return m_database.next(m_statement);
}

QString RowReader::text(QLatin1StringView column) const {
    const int index = cell(column, SQLITE_TEXT, SQLITE_TEXT, "text"_L1);
    if (index < 0) {
        return {};
    }
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), index));
    const QByteArrayView bytes(utf8, sqlite3_column_bytes(m_statement.get(), index));
    if (bytes.isEmpty()) {
        return QString(QLatin1StringView("")); // not null: one empty text for all
    }
    // Rows of a table repeat their zones, sources and periods: equal texts share their memory.
    const auto place = static_cast<std::size_t>(XXH3_64bits(bytes.data(), static_cast<std::size_t>(bytes.size())));
    auto& [known, text] = m_texts[place % m_texts.size()];
    if (QByteArrayView(known) != bytes) {
        known = bytes.toByteArray();
        text = QString::fromUtf8(bytes);
    }
    return text;
}

QString RowReader::textOrNull(QLatin1StringView column) const { return isNull(column) ? QString() : text(column); }

Text RowReader::bilingual(QLatin1StringView column) const {
    const QByteArray name(column.data(), column.size());
    return {text(QLatin1StringView(name + "_zh")), text(QLatin1StringView(name + "_en"))};
}

double RowReader::number(QLatin1StringView column) const {
    const int index = cell(column, SQLITE_FLOAT, SQLITE_INTEGER, "number"_L1);
    const double value = index < 0 ? 0 : sqlite3_column_double(m_statement.get(), index);
    if (!std::isfinite(value)) {
        fail(Problem::Code::FieldType, column, {u"number"_s});
    }
    return value;
}

bool RowReader::flag(QLatin1StringView column) const {
    const int index = cell(column, SQLITE_INTEGER, SQLITE_INTEGER, "number"_L1);
    const qint64 value = index < 0 ? 0 : sqlite3_column_int64(m_statement.get(), index);
    if (value != 0 && value != 1) {
        fail(Problem::Code::ValueUnknown, column, {QString::number(value), u"0, 1"_s});
    }
    return value == 1;
}

qint64 RowReader::integer(QLatin1StringView column) const {
    const int index = cell(column, SQLITE_INTEGER, SQLITE_INTEGER, "number"_L1);
    return index < 0 ? 0 : sqlite3_column_int64(m_statement.get(), index);
}

QByteArray RowReader::blobOrNull(QLatin1StringView column) const {
    const int index = isNull(column) ? -1 : cell(column, SQLITE_BLOB, SQLITE_BLOB, "geometry"_L1);
    if (index < 0) {
        return {};
    }
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), index));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), index));
}

QStringList RowReader::list(QLatin1StringView column) const {
    QStringList result;
    const QJsonDocument document = QJsonDocument::fromJson(text(column).toUtf8());
    bool good = document.isArray();
    for (const auto& value : document.array()) {
        good = good && value.isString();
        result << value.toString();
    }
    if (!good) {
        fail(Problem::Code::FieldType, column, {u"list"_s});
    }
    return result;
}

bool RowReader::isNull(QLatin1StringView column) const {
    const int index = indexOf(column);
    return index >= 0 && sqlite3_column_type(m_statement.get(), index) == SQLITE_NULL;
}

void RowReader::fail(Problem::Code code, QLatin1StringView column, const QStringList& arguments) const {
    m_database.problem().note({.code = code,
                               .file = m_database.file(),
                               .row = m_record,
                               .field = QString(m_table) + u'.' + column,
                               .arguments = arguments});
}

int RowReader::cell(QLatin1StringView column, int type, int orType, QLatin1StringView kind) const {
    const int index = indexOf(column);
    if (index < 0) {
        fail(Problem::Code::FieldMissing, column, {});
        return -1;
    }
    const int is = sqlite3_column_type(m_statement.get(), index);
    if (is == type || is == orType) {
        return index;
    }
    if (is == SQLITE_NULL) {
        fail(Problem::Code::FieldMissing, column, {});
    } else {
        fail(Problem::Code::FieldType, column, {kind});
    }
    return -1;
}

} // namespace tiermap
