#include "core/store/content.h"

#include <sqlite3.h>
#include <xxhash.h>

#include <QHash>
#include <QtEndian>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QByteArray nameBytes(Table table) { return nameOf(table).toUtf8(); }

const QString hashKey = u"content_hash"_s;

/// Numbers in eight bytes, little-endian; texts and blobs after their length.
struct Packer {
    QByteArray bytes{};

    void tag(char type) { bytes.append(type); }
    void put(qint64 number) {
        number = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    void put(QByteArrayView text) {
        put(qint64(text.size()));
        bytes.append(text);
    }
};

template <class Visit>
void forEachTable(Visit visit) {
    for (const Name<Table>& table : namesOf<Table>()) {
        visit(table.value);
    }
}

/// Visits each row as its number and packed cells, which come from SQLite without a detour: a million rows in a second.
template <class Visit>
void forEachRow(Database& database, Table table, Visit visit) {
    const Statement rows = database.prepare("SELECT " + rowColumns(table) + " FROM " + nameBytes(table));
    const int count = static_cast<int>(columnsOf(table).size());
    Packer packer;
    while (database.next(rows)) {
        packer.bytes.resize(0);
        packer.put(qint64(sqlite3_column_int64(rows.get(), 1)));
        for (int i = 2; i < count + 2; ++i) {
            const auto bytes = [&](const void* data) {
                packer.put(QByteArrayView(static_cast<const char*>(data), sqlite3_column_bytes(rows.get(), i)));
            };
            switch (sqlite3_column_type(rows.get(), i)) {
            case SQLITE_INTEGER:
                packer.tag(1);
                packer.put(qint64(sqlite3_column_int64(rows.get(), i)));
                break;
            case SQLITE_FLOAT:
                packer.tag(2);
                packer.put(std::bit_cast<qint64>(sqlite3_column_double(rows.get(), i)));
                break;
            case SQLITE_TEXT:
                packer.tag(3);
                bytes(sqlite3_column_text(rows.get(), i));
                break;
            case SQLITE_BLOB:
                packer.tag(4);
                bytes(sqlite3_column_blob(rows.get(), i));
                break;
            default:
                packer.tag(0);
            }
        }
        visit(qint64(sqlite3_column_int64(rows.get(), 0)), packer.bytes);
    }
}

QStringList keyOfRow(Table table, const StoredRow& row) {
    const QStringList key = keyOf(table, row.fields(table));
    return key.isEmpty() ? QStringList{QString::number(row.fid)} : key; // a context feature has no name
}

Change removal(Table table, const StoredRow& row) {
    return {Change::Kind::Remove, table, keyOfRow(table, row), row.fields(table), {}};
}

Change insertion(Table table, const StoredRow& row) {
    return {Change::Kind::Insert, table, keyOfRow(table, row), {}, row.fields(table)};
}

/// What makes one row of the other; a new key makes it another row. A row that was remembered before its table got more
/// columns says nothing of those: they are at the end of columnsOf(), and what stands in them nobody edited.
QList<Change> differences(Table table, const StoredRow& before, const StoredRow& after) {
    if (keyOfRow(table, before) != keyOfRow(table, after)) {
        return {removal(table, before), insertion(table, after)};
    }
    Change change{.table = table, .key = keyOfRow(table, after), .before = {}, .after = {}};
    const Fields old = before.fields(table);
    const Fields now = after.fields(table);
    const auto later = columnsOf(table).subspan(std::min(columnsOf(table).size(), std::size_t(before.cells.size())));
    for (auto cell = now.cbegin(); cell != now.cend(); ++cell) {
        const bool isNew = std::ranges::any_of(later, [&](const Column& column) { return column.name == cell.key(); });
        if (!isNew && old.value(cell.key()) != cell.value()) {
            change.before.insert(cell.key(), old.value(cell.key()));
            change.after.insert(cell.key(), cell.value());
        }
    }
    return change.after.isEmpty() ? QList<Change>() : QList<Change>{change};
}

} // namespace

void ContentHash::add(const ContentHash& other) {
    sum[0] += other.sum[0];
    sum[1] += other.sum[1];
}

void ContentHash::remove(const ContentHash& other) {
    sum[0] -= other.sum[0];
    sum[1] -= other.sum[1];
}

QString ContentHash::toString() const {
    return u"%1%2"_s.arg(sum[0], 16, 16, QChar(u'0')).arg(sum[1], 16, 16, QChar(u'0'));
}

Fields StoredRow::fields(Table table) const {
    Fields fields;
    const auto columns = columnsOf(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        fields.insert(columns[i].name, cells.value(static_cast<qsizetype>(i)));
    }
    fields.insert(u"fid"_s, fid);
    fields.insert(u"ordinal"_s, ordinal);
    return fields;
}

QByteArray packed(const StoredRow& row) {
    Packer packer;
    packer.put(row.ordinal);
    for (const Value& value : row.cells) {
        packer.tag(static_cast<char>(value.index()));
        if (const auto* integer = std::get_if<qint64>(&value)) {
            packer.put(*integer);
        } else if (const auto* number = std::get_if<double>(&value)) {
            packer.put(std::bit_cast<qint64>(*number));
        } else if (const auto* text = std::get_if<QString>(&value)) {
            packer.put(text->toUtf8());
        } else if (const auto* blob = std::get_if<QByteArray>(&value)) {
            packer.put(*blob);
        }
    }
    return packer.bytes;
}

StoredRow unpacked(qint64 fid, const QByteArray& bytes) {
    StoredRow row{.fid = fid, .ordinal = 0, .cells = {}};
    qsizetype at = 0;
    const auto integer = [&] {
        const qint64 number = at + 8 <= bytes.size() ? qFromLittleEndian<qint64>(bytes.constData() + at) : 0;
        at += 8;
        return number;
    };
    const auto text = [&] {
        const qsizetype size = std::clamp<qint64>(integer(), 0, std::max<qint64>(0, bytes.size() - at));
        at += size;
        return bytes.mid(at - size, size);
    };
    row.ordinal = integer();
    while (at < bytes.size()) {
        switch (bytes[at++]) {
        case 1:
            row.cells << Value(integer());
            break;
        case 2:
            row.cells << Value(std::bit_cast<double>(integer()));
            break;
        case 3:
            row.cells << Value(QString::fromUtf8(text()));
            break;
        case 4:
            row.cells << Value(text());
            break;
        default:
            row.cells << Value();
        }
    }
    return row;
}

ContentHash hashOf(Table table, qint64 fid, const QByteArray& packedRow) {
    const auto seed = static_cast<XXH64_hash_t>(fid) * 31 + static_cast<XXH64_hash_t>(table);
    const XXH128_hash_t hash =
        XXH3_128bits_withSeed(packedRow.constData(), static_cast<std::size_t>(packedRow.size()), seed);
    return {{hash.high64, hash.low64}};
}

const QByteArray& rowColumns(Table table) {
    static const QHash<Table, QByteArray> all = [] {
        QHash<Table, QByteArray> result;
        forEachTable([&](Table each) {
            QByteArray& columns = result[each];
            columns = "fid, ordinal";
            for (const Column& column : columnsOf(each)) {
                columns += ", " + QByteArray(column.name.data(), column.name.size());
            }
        });
        return result;
    }();
    return *all.constFind(table);
}

StoredRow storedRow(Database& database, const Statement& statement, Table table) {
    StoredRow row;
    const auto integer = [&](int column) {
        const Value value = database.value(statement, column);
        const auto* number = std::get_if<qint64>(&value);
        return number == nullptr ? 0 : *number;
    };
    row.fid = integer(0);
    row.ordinal = integer(1);
    const int count = static_cast<int>(columnsOf(table).size());
    row.cells.reserve(count);
    for (int i = 0; i < count; ++i) {
        row.cells << database.value(statement, i + 2);
    }
    return row;
}

ContentHash contentHash(Database& database) {
    ContentHash hash;
    forEachTable([&](Table table) {
        forEachRow(database, table, [&](qint64 fid, const QByteArray& row) { hash.add(hashOf(table, fid, row)); });
    });
    return hash;
}

std::optional<ContentHash> knownHash(Database& database) {
    const Statement statement = database.prepare("SELECT value FROM tiermap_project WHERE key = ?");
    database.bind(statement, {hashKey});
    if (!database.next(statement)) {
        return std::nullopt;
    }
    const QString digits = textOf(database.value(statement, 0));
    return ContentHash{{digits.first(std::min<qsizetype>(16, digits.size())).toULongLong(nullptr, 16),
                        digits.sliced(std::min<qsizetype>(16, digits.size())).toULongLong(nullptr, 16)}};
}

void setKnownHash(Database& database, const ContentHash& hash) {
    const Statement statement = database.prepare("INSERT OR REPLACE INTO tiermap_project (key, value) VALUES (?, ?)");
    database.insert(statement, {hashKey, hash.toString()});
}

void remember(Database& database, Table table, qint64 fid, const QByteArray& packedRow) {
    const Statement statement =
        database.prepare("INSERT OR REPLACE INTO tiermap_known (table_name, fid, row) VALUES (?, ?, ?)");
    database.insert(statement, {nameOf(table), fid, packedRow});
}

void forget(Database& database, Table table, qint64 fid) {
    const Statement statement = database.prepare("DELETE FROM tiermap_known WHERE table_name = ? AND fid = ?");
    database.insert(statement, {nameOf(table), fid});
}

void rememberContent(Database& database) {
    database.run("DELETE FROM tiermap_known");
    const Statement statement = database.prepare("INSERT INTO tiermap_known (table_name, fid, row) VALUES (?, ?, ?)");
    ContentHash hash;
    forEachTable([&](Table table) {
        const QString name = nameOf(table);
        forEachRow(database, table, [&](qint64 fid, const QByteArray& row) {
            hash.add(hashOf(table, fid, row));
            database.insert(statement, {name, fid, row});
        });
    });
    setKnownHash(database, hash);
}

void addToKnown(Database& database, Table table) {
    std::optional<ContentHash> hash = knownHash(database);
    if (!hash) {
        return;
    }
    forEachRow(database, table, [&](qint64 fid, const QByteArray& row) {
        hash->add(hashOf(table, fid, row));
        remember(database, table, fid, row);
    });
    setKnownHash(database, *hash);
}

QList<Change> changesFromOutside(Database& database) {
    QList<Change> changes;
    const Statement known = database.prepare("SELECT fid, row FROM tiermap_known WHERE table_name = ?");
    forEachTable([&](Table table) {
        QHash<qint64, QByteArray> before;
        database.bind(known, {nameOf(table)});
        while (database.next(known)) {
            const Value fid = database.value(known, 0);
            const Value bytes = database.value(known, 1);
            if (std::holds_alternative<qint64>(fid) && std::holds_alternative<QByteArray>(bytes)) {
                before.insert(std::get<qint64>(fid), std::get<QByteArray>(bytes));
            }
        }
        QList<Change> insertions; // after what goes: another row may take over a key
        forEachRow(database, table, [&](qint64 fid, const QByteArray& row) {
            const auto old = before.constFind(fid);
            if (old == before.cend()) {
                insertions << insertion(table, unpacked(fid, row));
                return;
            }
            if (*old != row) {
                changes << differences(table, unpacked(fid, *old), unpacked(fid, row));
            }
            before.erase(old);
        });
        QList<qint64> gone = before.keys();
        std::ranges::sort(gone);
        for (const qint64 fid : gone) {
            changes << removal(table, unpacked(fid, before.value(fid)));
        }
        changes << insertions;
    });
    return changes;
}

} // namespace tiermap
