#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <variant>

namespace tiermap {

/// A cell as SQLite holds it: NULL, INTEGER, REAL, TEXT, BLOB.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

inline bool isNull(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// NULL instead of the empty text.
inline Value orNull(const QString& text) { return text.isEmpty() ? Value() : Value(text); }

/// The text of a cell; empty for all other types.
inline QString textOf(const Value& value) {
    const auto* text = std::get_if<QString>(&value);
    return text != nullptr ? *text : QString();
}

/// Cells by column name.
using Fields = QMap<QString, Value>;

/// As the log writes a cell: numbers as the shortest decimal that reads back the same, bytes as hexadecimal digits, NULL
/// as the null QString.
QString toText(const Value& value);

} // namespace tiermap
