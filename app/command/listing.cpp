#include "app/command/listing.h"

#include "maps/formats/formula_guard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString plain(const QVariant& value) {
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().join(u';');
    return value.toString();
}

/// Columns that a terminal gives the text: Chinese characters and full-width signs take two.
qsizetype columns(const QString& text) {
    return std::ranges::fold_left(text, qsizetype{0}, [](qsizetype sum, QChar c) {
        const bool wide =
            c.unicode() >= 0x1100 && (c.unicode() <= 0x115f || (c.unicode() >= 0x2e80 && c.unicode() <= 0xffdc));
        return sum + (wide ? 2 : 1);
    });
}

} // namespace

QByteArray Listing::json() const {
    QJsonArray array;
    for (const QVariantList& row : rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < keys.size(); ++i)
            object.insert(keys[i], row[i].isNull() ? QJsonValue() : QJsonValue::fromVariant(row[i]));
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

QByteArray Listing::csv() const {
    const auto cell = [](const QVariant& value) {
        const bool number = value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Int ||
                            value.typeId() == QMetaType::LongLong;
        // What somebody typed into a project is no formula in a spreadsheet.
        QString text = number ? plain(value) : guarded(plain(value));
        if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        return text;
    };
    const auto line = [&](const auto& cells) {
        QStringList out;
        for (const auto& value : cells)
            out += cell(value);
        return (out.join(u',') + u"\r\n"_s).toUtf8();
    };
    QByteArray out = line(keys);
    for (const QVariantList& row : rows)
        out += line(row);
    return out;
}

QByteArray Listing::text() const {
    QList<QStringList> lines{headings};
    for (const QVariantList& row : rows) {
        QStringList line;
        for (const QVariant& value : row)
            line += value.isNull() || plain(value).isEmpty() ? u"–"_s : plain(value);
        lines += line;
    }
    QList<qsizetype> widths(keys.size(), 0);
    for (const QStringList& line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], columns(line[i]));
    }
    QString out;
    for (const QStringList& line : std::as_const(lines)) {
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const QString pad(widths[i] - columns(line[i]), u' ');
            const bool number = !rows.isEmpty() && rows.first()[i].typeId() == QMetaType::Double;
            out += number ? pad + line[i] : line[i] + (i + 1 < keys.size() ? pad : QString());
            out += i + 1 < keys.size() ? u"  "_s : u"\n"_s;
        }
    }
    return out.toUtf8();
}

} // namespace tiermap
