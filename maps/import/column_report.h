#pragma once

#include "core/import/import_report.h"
#include "maps/formats/source.h"

#include <QHash>

namespace tiermap {

/// Says in a report what each column was taken for, by its place, and which an import makes nothing of though there is
/// something in them. What a format says of each of its features by itself, such as KML's "tessellate", is not told.
void tellColumns(ImportReport& report, const SourceRows& rows, const QHash<qsizetype, QString>& fields);

} // namespace tiermap
