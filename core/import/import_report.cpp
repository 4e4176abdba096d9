#include "core/import/import_report.h"

#include "core/plan/names.h"

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ImportReport::Notice::Kind>> namesOf() {
    using enum ImportReport::Notice::Kind;
    static constexpr Name<ImportReport::Notice::Kind> names[] = {{ZoneUnknown, "zone_unknown"_L1},
                                                                 {ZoneFormer, "zone_former"_L1},
                                                                 {FormerAdded, "former_added"_L1},
                                                                 {FormerSplit, "former_split"_L1},
                                                                 {VintageUnknown, "vintage_unknown"_L1},
                                                                 {ColumnUnknown, "column_unknown"_L1},
                                                                 {PeriodUnknown, "period_unknown"_L1},
                                                                 {UnitDiffers, "unit_differs"_L1},
                                                                 {NotANumber, "not_a_number"_L1},
                                                                 {ValueRefused, "value_refused"_L1},
                                                                 {ValueTwice, "value_twice"_L1},
                                                                 {FormerGone, "former_gone"_L1},
                                                                 {SiteTwice, "site_twice"_L1},
                                                                 {ValueJumps, "value_jumps"_L1},
                                                                 {SourceUnknown, "source_unknown"_L1},
                                                                 {ValuesWithheld, "values_withheld"_L1},
                                                                 {RowEmpty, "row_empty"_L1},
                                                                 {NamesDiffer, "names_differ"_L1},
                                                                 {ZoneAbove, "zone_above"_L1},
                                                                 {NotAdopted, "not_adopted"_L1},
                                                                 {HeadingMissing, "heading_missing"_L1},
                                                                 {ColumnLeft, "column_left"_L1},
                                                                 {LayerLeft, "layer_left"_L1},
                                                                 {NameMissing, "name_missing"_L1},
                                                                 {WhereMissing, "where_missing"_L1},
                                                                 {PlaceElsewhere, "place_elsewhere"_L1},
                                                                 {SitesUnplaced, "sites_unplaced"_L1},
                                                                 {PlaceMissing, "place_missing"_L1},
                                                                 {GeometryInvalid, "geometry_invalid"_L1},
                                                                 {OutsidePlan, "outside_plan"_L1},
                                                                 {ZoneTwice, "zone_twice"_L1},
                                                                 {OverlapMatch, "overlap_match"_L1},
                                                                 {KindUnknown, "kind_unknown"_L1},
                                                                 {BoundaryNoteGoes, "boundary_note_goes"_L1},
                                                                 {BoundaryNoteStays, "boundary_note_stays"_L1},
                                                                 {DatumDoubted, "datum_doubted"_L1},
                                                                 {DatumOpen, "datum_open"_L1},
                                                                 {EncodingOdd, "encoding_odd"_L1},
                                                                 {RasterDatum, "raster_datum"_L1},
                                                                 {CellRefused, "cell_refused"_L1},
                                                                 {RowTwice, "row_twice"_L1},
                                                                 {RowUnknown, "row_unknown"_L1},
                                                                 {RowChanged, "row_changed"_L1},
                                                                 {RowGone, "row_gone"_L1}};
    return names;
}

} // namespace tiermap
