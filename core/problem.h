#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace tiermap {

/// What went wrong, as a value. `core` and `maps` never speak to a person: `app/session/words.h` turns a Problem into
/// a Chinese or English sentence that names the file, row and field.
struct Problem {
    enum class Code {
        FileMissing,    ///< file does not exist
        FileUnreadable, ///< arguments: the system's reason
        FileExists,     ///< there is a file already, and nobody said that it may go
        FileUnwritable, ///< arguments: the system's reason (read-only folder, full disk)
        SyntaxError,    ///< malformed JSON or CSV; arguments: what the parser said
        FieldMissing,   ///< a required JSON field or CSV column or cell is absent
        FieldType,      ///< arguments: the expected kind ("number", "text", "list", "object", "date", "period")
        FieldUnknown,   ///< a JSON key that means nothing; arguments: the allowed keys
        ValueUnknown,   ///< arguments: the value, the allowed values joined by ", "
        DuplicateKey,   ///< arguments: the key
        SourceMissing,  ///< a new observation names no source
        ReasonMissing,  ///< an observation has neither a value nor a reason for having none
        PositionHalf,   ///< of longitude and latitude only one is given
        BlockTooLarge,  ///< pasted cells reach over the edge; arguments: their rows and columns, rows and columns left
        ReferenceUnknown, ///< arguments: the value, what it should name ("zone", "tier", "indicator")
        AdoptedTwice,     ///< two observations of one unit, indicator and period are adopted; arguments: the key
        GeometryMissing,  ///< arguments: the zone code
        GeometryInvalid,  ///< arguments: the zone code, the reason
        NotAProject,      ///< the file is not a Tiermap project
        SchemaTooNew,     ///< arguments: the file's schema version, ours
        DatabaseError,    ///< arguments: SQLite's message
        ProjectDamaged, ///< the file is broken; arguments: SQLite's message, the last good state's path and time or empty
        ProjectBusy,    ///< another program has the file locked for longer than we wait
        ProjectHeld,    ///< open for editing elsewhere; arguments: who (program, computer), the lock file
        ReadOnly,       ///< the project was opened to be read; arguments: the system's reason or empty
        Conflict,       ///< a cell is no longer what the edit took it for; arguments: row, what was expected, what is
        RowMissing,     ///< arguments: the table, the row
        StillUsed,      ///< a row that others refer to cannot go; arguments: the row
        OutOfRange,     ///< arguments: the value, the least allowed, the most allowed (empty: none)
        NothingToUndo,
        NothingToRedo,
        FormatUnreadable, ///< GDAL cannot read the file; arguments: its message
        ModuleMissing,    ///< a part of the program cannot be loaded; arguments: the loader's message
        FigureUnknown,    ///< arguments: the name, the allowed names
        FileTypeUnknown,  ///< arguments: the ending, the allowed endings
        FontMissing,      ///< arguments: the family, the Debian package that holds it
        GlyphMissing,     ///< arguments: the characters that the font lacks, the family
        ProjectionFailed, ///< arguments: PROJ's message
        PictureTooLarge,  ///< arguments: its megapixels, the most that can be
        FigureUnmarked,   ///< a file that does not say which figure of which project it is
        PageTooSmall,     ///< the map does not fit the page; arguments: what does not fit
        NothingUsed,      ///< no row of the file became part of the project
        ZonesUnnamed,     ///< no column of a table names zones of the plan
        PlacesMissing,    ///< no site of the plan has coordinates
        OptionUnused,     ///< what the field says changes nothing; arguments: beside what ("bars", "--use")
        CountWrong,       ///< too few or too many; arguments: how many there are, least and most wanted
        UnitsDiffer,      ///< what is added up has several units; arguments: one of them, its unit, another's unit
        NothingDiffers,   ///< no indicator has numbers that differ between zones: there is nothing to weigh or rank
        Cancelled,        ///< the person asked for it to stop
    };

    Code code{};
    QString file{};          ///< path as the caller gave it; empty where no file is involved
    int row = 0;             ///< 1-based line (CSV, JSON) or record; 0 where none applies
    QString field{};         ///< JSON path ("tiers[2].key") or column name
    QStringList arguments{}; ///< in the order that the code's comment says
    QString record{};        ///< the row's key in a project, where it has one

    friend bool operator==(const Problem&, const Problem&) = default;
};

template <class T>
using Result = std::expected<T, Problem>;

} // namespace tiermap
