#pragma once

#include "core/plan/names.h"
#include "maps/export/format.h"
#include "maps/export/table_facts.h"

namespace tiermap {

/// Something that a format does not keep of a table's content as it is: only what really occurs is a loss.
struct Loss {
    enum class Kind {
        Outlines,      ///< lines and polygons are left out
        DatumUnstated, ///< the file has coordinates and does not say that they are CGCS2000
        DatumWgs84,    ///< the file says WGS 84; the coordinates are CGCS2000, less than a metre off
        FieldNames,    ///< names are shortened; arguments: "missing_re = missing_reason", ...
        TextCut,       ///< texts are cut to what a cell holds; arguments: that length
        Guessed,       ///< texts that look like numbers or dates are taken for such; arguments: an example
        Controls,      ///< line ends become line feeds, control characters go
        Digits,        ///< numbers keep 16 digits, in KML coordinates 15
        EmptyText,     ///< empty texts become absent values
        BlankEnds,     ///< blanks at the end of texts go
    };

    Kind kind{};
    qint64 count = 0;        ///< rows, cells, or fields
    QStringList columns{};   ///< where; empty where it concerns shapes
    QStringList arguments{}; ///< in the order that the kind's comment says

    friend bool operator==(const Loss&, const Loss&) = default;
};

template <>
std::span<const Name<Loss::Kind>> namesOf();

/// What this format loses of this table.
QList<Loss> lossesOf(const TableFacts& facts, const FileFormat& format);

/// Why a table cannot go to a file at all.
enum class Obstacle {
    None,
    NoShapes,     ///< the table has no geometry, and the format nothing else
    SeveralKinds, ///< the table has points, lines and areas, and the format one kind in a file
    TooManyRows,
    IsProject, ///< a Tiermap project stands there, with all its history, and an export does not take its place
};

/// All but IsProject, which the format does not tell.
Obstacle obstacleOf(const TableFacts& facts, const FileFormat& format);

} // namespace tiermap
