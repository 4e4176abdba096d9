#pragma once

#include "maps/geometry/point_index.h"
#include "maps/register/register_count.h"

#include <memory>

namespace tiermap {

/// What a loaded register remembers of a row that can be counted, beside its place: 16 bytes.
struct RegisterPoint {
    std::uint32_t row = 0;  ///< of the file
    std::int16_t zone = -1; ///< index into PlanShapes::zones; RegisterRow::elsewhere
    std::int16_t ofWhich = -1;
    std::uint8_t industry = 0; ///< industryIndex()
    EnterpriseSize size = EnterpriseSize::Unknown;
    std::int16_t year = 0;
    bool hasPlace = false;
};

/// A register in memory, to be filtered and drawn; what its cells say stays in the file.
struct RegisterPoints {
    std::vector<RegisterPoint> points{};        ///< in the order of the file; rejected rows are not among them
    std::shared_ptr<const PointIndex> places{}; ///< its numbers are indexes into `points`
    RegisterCount count{};                      ///< of all rows
};

/// Reads a register whole; see readRegister(). A filter of the choices leaves rows out for good: that is how rows are found
/// by their text.
Result<RegisterPoints> loadRegister(const Project& project, const PlanShapes& shapes, const QString& file,
                                    const RegisterChoices& choices, const Progress& progress = {});

/// The same of one that a project keeps. Fails as registerChoicesFromJson() does, too, with the layer's name as the record.
Result<RegisterPoints> loadRegister(const Project& project, const PlanShapes& shapes, const ReferenceLayer& layer,
                                    const Progress& progress = {});

/// How a kept register is read: its choices with the layer's datum.
Result<RegisterChoices> choicesOf(const ReferenceLayer& layer);

/// Rows of the file by the numbers of points; what is no number of one is left out.
std::vector<qint64> rowsOf(const RegisterPoints& points, const QList<quint32>& numbers);

bool passes(const RegisterFilter& filter, const RegisterPoint& point); ///< whatever the text

/// What a filter leaves of a register: the counts by zone and industry, and the rows that it leaves out. What was rejected
/// stays so, since nobody knows what it is.
RegisterCount countOf(const RegisterPoints& all, const RegisterFilter& filter);

} // namespace tiermap
