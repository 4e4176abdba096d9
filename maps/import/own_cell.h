#pragma once

#include "core/plan/quantity.h"
#include "core/project/table.h"

namespace tiermap {

/// A cell as a file has it, or as somebody typed it over.
struct OwnCell {
    Value value{};
    Quantity::Bound bound = Quantity::Bound::Exact; ///< of a number that was typed with a sign: ">50"
};

/// Reads the text of a cell for its column; nothing where it cannot stand there. Text stays as it is to the last blank;
/// numbers, periods and flags may also be written as people write them (1,234; 2024年; 是).
std::optional<OwnCell> ownCell(const Column& column, const QString& text);

} // namespace tiermap
