#pragma once

#include "core/import/column_reading.h"
#include "core/plan/names.h"

namespace tiermap {

/// What was made of a file, so that nothing of it is lost unseen. Every row counts once:
///   read == used + unchanged + unused.size()
/// and every value in a column that was understood counts once:
///   values == valuesUsed + valuesUnchanged + unusedValues.size()
struct ImportReport {
    struct Notice {
        enum class Kind {
            ZoneUnknown, ///< text: what names no zone
            ZoneFormer,  ///< text: the former unit; arguments: the zones of today
            FormerAdded, ///< arguments: zone, indicator, period, the units added up joined by ", "
            FormerSplit, ///< arguments: zone or unit, indicator, period, why (CrosswalkResult::Gap), units it is due to
            VintageUnknown, ///< arguments: period; the rows may speak of earlier boundaries
            ColumnUnknown,  ///< the column names no indicator
            PeriodUnknown,  ///< the column, or the row, has no period; arguments: what stands in its place or empty
            UnitDiffers,    ///< arguments: its unit, the indicator's unit
            NotANumber,     ///< text: the cell
            ValueRefused,   ///< text: the cell; arguments: the least and most that a rule of the plan allows
            ValueTwice,     ///< text: the cell; another row gives the same zone, indicator and period another value
            FormerGone,     ///< text: the former unit; arguments: its code, the period that a figure of it has
            SiteTwice,      ///< text: the name or key; arguments: the row that has it already
            ValueJumps,    ///< a value is used; arguments: zone, indicator, the adopted one of another time, its period
            SourceUnknown, ///< neither the file nor the person says where the value comes from
            ValuesWithheld, ///< arguments: how many cells say that their number is withheld, which is what is kept of them
            RowEmpty,       ///< it names a zone and has no value
            NamesDiffer,    ///< text: what names the zone; arguments: that zone, and the one that another column names
            NotAdopted, ///< arguments: how many values stand beside an adopted one of another source, and change no map
            ZoneAbove,  ///< arguments: how many rows name no zone and belong to that of the row above, this the first
            HeadingMissing, ///< the column has values, the first of them in this row, and nothing stands over it
            ColumnLeft,     ///< the column is not kept
            LayerLeft,      ///< text: another layer or sheet of the file, which was not read
            NameMissing,    ///< a site without name
            WhereMissing, ///< text: a site without coordinates; arguments: what it names and is no zone of today, zones of it
            PlaceElsewhere, ///< text: a site; arguments: zones that its row names joined by " ", where it lies or empty
            SitesUnplaced,  ///< arguments: how many sites have no coordinates and stand for their zone only
            PlaceMissing,   ///< a feature or row without geometry or coordinates
            GeometryInvalid,   ///< arguments: the reason
            OutsidePlan,       ///< arguments: longitude, latitude
            ZoneTwice,         ///< text: the zone, which another feature has the outline of
            OverlapMatch,      ///< text: the zone; arguments: share of the area that both have, per cent
            KindUnknown,       ///< text: the kind, which became "platform"
            BoundaryNoteGoes,  ///< every district gets an outline that is no sketch
            BoundaryNoteStays, ///< arguments: how many districts keep a schematic outline
            DatumDoubted, ///< text: the datum taken; arguments: overlap with it, a better one, overlap, metres moved, points
            DatumOpen,   ///< arguments: by how many metres everything would move, were it GCJ-02
            EncodingOdd, ///< text: the encoding; arguments: zones that it names, another one, zones that that one names
            RasterDatum, ///< text: the datum that an image is moved from; arguments: by how many metres in its middle
            CellRefused, ///< text: the cell; arguments: what its column allows, where that can be said
            RowTwice,    ///< text: the key, which another row has already
            RowUnknown,  ///< text: what stands in a row that is none of the form's
            RowChanged,  ///< text: indicator, unit or period of a form's row as it is now; arguments: as it was
            RowGone,     ///< arguments: indicator, period of a form's row that is no longer there
        };

        Kind kind{};
        int row = 0; ///< of the file, from 1; 0 where it concerns a column or the whole
        QString column;
        QString text;
        QStringList arguments;

        friend bool operator==(const Notice&, const Notice&) = default;
    };

    int read = 0;      ///< rows below the headings that have anything in them
    int used = 0;      ///< rows that change something
    int unchanged = 0; ///< rows that say what the project says already
    QList<Notice> unused{};

    int values = 0;
    int valuesUsed = 0;
    int valuesUnchanged = 0;
    QList<Notice> unusedValues{};

    QList<ColumnReading> columns{}; ///< in their order; those of a picture or layer have none
    QList<Notice> unusedColumns{};
    QList<Notice> warnings{};

    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

template <>
std::span<const Name<ImportReport::Notice::Kind>> namesOf();

} // namespace tiermap
