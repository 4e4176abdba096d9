#pragma once

#include "core/import/import_report.h"
#include "maps/formats/source.h"

namespace tiermap {

/// Notices of the columns, given by their place, that an import makes nothing of though there is something in them. What
/// a format says of each of its features by itself, such as KML's "tessellate", is none.
QList<ImportReport::Notice> leftColumns(const SourceRows& rows, const QList<qsizetype>& used);

} // namespace tiermap
