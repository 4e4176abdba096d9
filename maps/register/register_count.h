#pragma once

#include "maps/register/register_reader.h"

#include <array>
#include <vector>

namespace tiermap {

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
    qint64 read = 0;          ///< rows below the heading that are not empty and that the filter does not leave out
    qint64 leftOut = 0;       ///< by the filter
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
Industry industryAt(int index); ///< the inverse
constexpr int industryIndexes = 118;

/// Counts the rows of a register per zone and industry; see readRegister().
Result<RegisterCount> countRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress = {});

} // namespace tiermap
