#include "maps/formats/csv_writer.h"

#include "maps/formats/formula_guard.h"
#include "maps/formats/row_reader.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

/// Quoted also where blanks at the ends would get lost.
QString quoted(QString text) {
    const bool plain = std::ranges::none_of(text, [](QChar c) { return u"\",;\t\r\n"_s.contains(c); }) &&
                       (text.isEmpty() || (!text.front().isSpace() && !text.back().isSpace()));
    return plain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QByteArray line(const QVariantList& cells) {
    QStringList texts;
    texts.reserve(cells.size());
    for (const QVariant& cell : cells) {
        texts << (cell.typeId() == QMetaType::QString ? quoted(guarded(cell.toString())) : cellText(cell));
    }
    return (texts.join(u',') + u"\r\n"_s).toUtf8();
}

} // namespace

Result<void> writeCsv(const QString& file, const QStringList& heading, const CellSource& rows) {
    QFile out(file);
    const auto unwritable = [&] {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {out.errorString()}});
    };
    if (!out.open(QIODevice::WriteOnly) || out.write("\xEF\xBB\xBF" + line({heading.begin(), heading.end()})) < 0) {
        return unwritable();
    }
    const Result<void> given = rows([&](const QVariantList& cells) { return out.write(line(cells)) >= 0; });
    if (!given) {
        return given;
    }
    out.close(); // what was still in memory goes out here
    return out.error() == QFileDevice::NoError ? Result<void>() : unwritable();
}

} // namespace tiermap
