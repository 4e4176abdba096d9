#pragma once

#include "core/plan/industry.h"
#include "core/project/project.h"
#include "maps/formats/source.h"
#include "maps/geometry/datum.h"
#include "maps/register/register_columns.h"
#include "maps/scene/plan_shapes.h"

#include <array>
#include <vector>

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

template <>
std::span<const Name<Rejection>> namesOf(); ///< wrong_quotes ...

struct RejectedRows {
    Rejection kind{};
    qint64 count = 0;
    std::vector<qint64> first{}; ///< rows of the file, ten at most, ascending
};

struct ZoneCount {
    QString code;
    qint64 count = 0;
    std::vector<qint64> industries{}; ///< by industryIndex()
};

/// Rows in one place: an address that stands for many, or a default.
struct SharedPlace {
    double longitude = 0; ///< as in the file
    double latitude = 0;
    qint64 atLeast = 0; ///< rows
};

/// A register counted. read = counted + outside + rejected; counted is the sum over the districts, of-which zones not
/// included.
struct RegisterCount {
    qint64 read = 0;          ///< rows below the heading that are not empty
    qint64 counted = 0;       ///< in a district of the plan
    qint64 outside = 0;       ///< in China, but in none of them
    qint64 rejected = 0;      ///< see `rejections`
    qint64 byDistrict = 0;    ///< of those counted, the ones that only the district's code or name places
    QList<ZoneCount> zones{}; ///< the layout's zones in the plan's order, those without a row too
    QList<RejectedRows> rejections{};
    RejectedRows disagreements{}; ///< coordinates and district name two zones; counted where the coordinates are
    QList<SharedPlace> shared{};  ///< with more than a hundredth of all rows, and 1000; most first
};

/// 0: not known; 1 to 97: a division; 98 to 117: a section whose division is not known.
int industryIndex(const Industry& industry);
constexpr int industryIndexes = 118;

struct RegisterChoices {
    RegisterColumnNames columns{};
    bool districtOnly = false;    ///< coordinates do not count
    Datum datum = Datum::Unknown; ///< of the coordinates; unknown ones stay where they are
    QString layer{};              ///< of a file that has several
};

/// Counts the rows of a register (CSV, or whatever GDAL reads) per zone and industry. Points on borders: zone_grid.h. A
/// CSV file is streamed by several threads; `progress` may be asked by any of them, one at a time. Fails as
/// readRecords(), readSheet() and findColumns() do.
Result<RegisterCount> countRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress = {});

} // namespace tiermap
