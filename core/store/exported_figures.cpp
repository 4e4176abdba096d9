#include "core/store/exported_figures.h"

#include "core/store/database.h"

namespace tiermap {

void writeExportedFigure(Database& database, const ExportedFigure& exported) {
    const Statement statement = database.prepare("INSERT OR REPLACE INTO tiermap_exports (file, figure) VALUES (?, ?)");
    database.insert(statement, {exported.file, exported.figure});
}

void forgetExportedFigure(Database& database, const QString& file) {
    const Statement statement = database.prepare("DELETE FROM tiermap_exports WHERE file = ?");
    database.insert(statement, {file});
}

QList<ExportedFigure> exportedFiguresIn(Database& database) {
    QList<ExportedFigure> all;
    const Statement statement = database.prepare("SELECT file, figure FROM tiermap_exports ORDER BY file");
    while (database.next(statement)) {
        all << ExportedFigure{textOf(database.value(statement, 0)), textOf(database.value(statement, 1))};
    }
    return all;
}

} // namespace tiermap
