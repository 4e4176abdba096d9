#include "maps/import/column_report.h"

#include "core/import/table_layout.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

void tellColumns(ImportReport& report, const SourceRows& rows, const QHash<qsizetype, QString>& fields) {
    static const QSet<QString> formats{u"altitudemode"_s, u"tessellate"_s, u"extrude"_s, u"visibility"_s,
                                       u"draworder"_s,    u"icon"_s,       u"fid"_s,     u"objectid"_s};
    for (qsizetype at = 0; at < rows.fields.size(); ++at) {
        const QString heading = rows.fields[at].isEmpty() ? columnLetters(at) : rows.fields[at];
        const QString field = fields.value(at);
        report.columns << ColumnReading{.column = heading, .field = field};
        const auto filled = std::ranges::find_if(
            rows.rows, [&](const SourceRow& row) { return !row.cells.value(at).trimmed().isEmpty(); });
        if (filled == rows.rows.end() || !field.isEmpty() || formats.contains(rows.fields[at].toLower())) {
            continue;
        }
        report.unusedColumns << ImportReport::Notice{.kind = rows.fields[at].isEmpty()
                                                                 ? ImportReport::Notice::Kind::HeadingMissing
                                                                 : ImportReport::Notice::Kind::ColumnLeft,
                                                     .row = rows.fields[at].isEmpty() ? filled->row : 0,
                                                     .column = heading,
                                                     .text = {},
                                                     .arguments = {}};
    }
}

} // namespace tiermap
