#pragma once

#include "maps/export/loss.h"

namespace tiermap {

/// One sentence about what a file will not keep, in the language of the interface.
QString sentence(const Loss& loss);

/// Why a table cannot go to a file of this format, and which formats can hold it.
QString sentence(Obstacle obstacle, const FileFormat& format);

/// The name of a table of the project, as people say it: "zones", "observations".
QString tableWords(Table table);

/// What a format is, with its ending: "Excel workbook (.xlsx)".
QString words(const FileFormat& format);

} // namespace tiermap
