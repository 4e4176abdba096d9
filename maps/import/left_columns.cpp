#include "maps/import/left_columns.h"

#include "core/import/table_layout.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

QList<ImportReport::Notice> leftColumns(const SourceRows& rows, const QList<qsizetype>& used) {
    static const QSet<QString> formats{u"altitudemode"_s, u"tessellate"_s, u"extrude"_s, u"visibility"_s,
                                       u"draworder"_s,    u"icon"_s,       u"fid"_s,     u"objectid"_s};
    QList<ImportReport::Notice> notices;
    for (qsizetype at = 0; at < rows.fields.size(); ++at) {
        const auto filled = std::ranges::find_if(
            rows.rows, [&](const SourceRow& row) { return !row.cells.value(at).trimmed().isEmpty(); });
        if (filled == rows.rows.end() || used.contains(at) || formats.contains(rows.fields[at].toLower())) {
            continue;
        }
        notices << ImportReport::Notice{.kind = rows.fields[at].isEmpty() ? ImportReport::Notice::Kind::HeadingMissing
                                                                          : ImportReport::Notice::Kind::ColumnLeft,
                                        .row = rows.fields[at].isEmpty() ? filled->row : 0,
                                        .column = rows.fields[at].isEmpty() ? columnLetters(at) : rows.fields[at],
                                        .text = {},
                                        .arguments = {}};
    }
    return notices;
}

} // namespace tiermap
