#pragma once

#include "core/problem.h"
#include "maps/formats/source.h"

#include <QStringList>

#include <vector>

namespace tiermap {

struct RegisterCells {
    struct Row {
        qint64 row = 0; ///< of the file, from 1
        QStringList cells;
    };
    QStringList headings;
    QList<Row> rows{};
};

/// What some rows of a register say, in their order; rows that there are not are left out. Fails as readRecords(),
/// readSheet() and readLayer() do.
Result<RegisterCells> readCells(const QString& file, const QString& layer, std::vector<qint64> rows,
                                const Progress& progress = {});

} // namespace tiermap
