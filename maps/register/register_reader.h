#pragma once

#include "core/plan/industry.h"
#include "core/project/project.h"
#include "maps/formats/source.h"
#include "maps/register/register_choices.h"
#include "maps/scene/plan_shapes.h"

#include <QList>

#include <optional>
#include <span>

namespace tiermap {

/// Why a row of a register is not counted.
enum class Rejection {
    WrongQuotes,     ///< a quote that is never closed, or text behind one
    CellsMissing,    ///< the row ends before the columns that are needed
    PlaceMissing,    ///< no coordinates (or one of two), and no district
    NotANumber,      ///< coordinates that are no numbers
    Swapped,         ///< latitude where the longitude should be
    OutsideChina,    ///< not within 73 to 136 E, 3 to 54 N: no degrees, or a mistake
    DistrictUnknown, ///< a district that the plan does not know, where only the district says
};
constexpr std::size_t rejectionKinds = 7;

template <>
std::span<const Name<Rejection>> namesOf(); ///< wrong_quotes ...

/// A row and where it belongs.
struct RegisterRow {
    static constexpr int elsewhere = -1;

    qint64 row = 0; ///< of the file, from 1
    std::optional<Rejection> rejection{};
    bool leftOut = false;     ///< by the filter; nothing below is set then
    bool hasPlace = false;    ///< the file gives coordinates; else the district alone places it
    double longitude = 0;     ///< EPSG:4490 degrees; as in the file where its datum is not known
    double latitude = 0;      ///< and
    double readLongitude = 0; ///< as in the file
    double readLatitude = 0;  ///< likewise
    int zone = elsewhere;     ///< index into PlanShapes::zones, of a district
    int ofWhich = elsewhere;  ///< likewise, of the of-which zone that the place lies in
    bool disagrees = false;   ///< coordinates and district name two zones
    Industry industry{};
    EnterpriseSize size = EnterpriseSize::Unknown;
    int year = 0; ///< 0: not known
};

/// Reads a register (CSV, or whatever GDAL reads) and finds the zone of each row that is not empty. Points on borders:
/// zone_grid.h. A CSV file is streamed: `take` gets its rows in any order and by several threads at once; `progress` may
/// be asked by any of them, one at a time. Fails as readRecords(), readSheet() and findColumns() do; a filter by a column
/// that there is not fails with FieldMissing.
Result<void> readRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                          const RegisterChoices& choices,
                          const std::function<void(std::span<const RegisterRow> rows)>& take,
                          const Progress& progress = {});

} // namespace tiermap
