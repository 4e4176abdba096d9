#pragma once

#include "core/problem.h"

#include <QList>
#include <QString>

namespace tiermap {

class Database;

/// A file that a project's figure was written to. What it shows stands in the file itself.
struct ExportedFigure {
    QString file;   ///< from the project's folder where it lies there, else absolute
    QString figure; ///< SavedFigure::key; empty for one that is not kept
};

/// They are no content: nothing is logged or undone. A file that is written again is known once.
void writeExportedFigure(Database& database, const ExportedFigure& exported);
void forgetExportedFigure(Database& database, const QString& file);
QList<ExportedFigure> exportedFiguresIn(Database& database);

} // namespace tiermap
