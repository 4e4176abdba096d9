#pragma once

#include <QString>
#include <QStringList>

namespace tiermap {

/// One layer of a vector file, or one sheet of a spreadsheet.
struct SourceLayer {
    QString name;
    QStringList fields{};     ///< empty for sheets
    qint64 rows = -1;         ///< -1: not known without reading all
    QString crs{};            ///< WKT2; empty where the file declares none
    bool hasGeometry = false; ///< some rows may have one
};

} // namespace tiermap
