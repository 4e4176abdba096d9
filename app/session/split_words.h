#pragma once

#include "core/analysis/target_decomposition.h"

#include <functional>

namespace tiermap {

// Words of target splits in the language of the interface: the same in the window and on the command line.

/// The note that each split carries: 分解建议，非官方.
QString proposalNote();
QString proposalMark(); ///< the same beside a number

/// What a reader of the split should know: that it is a proposal, what it rests on, and, of a target that asks for more
/// than a number, that the parts make no more than that number.
QStringList splitNotes(const Target& target, const DecompositionSettings& settings, const Decomposition& split);

/// Of the parts: the target's, or of growth that of what grows.
QString splitUnit(const Plan& plan, const Target& target, const Decomposition& split);

/// What the value that the parts make together is called: the target, or the bound that is to be passed.
QString totalWords(const Target& target, const Decomposition& split);

/// Why there is no split, for want of numbers or as bounds do not go together; `named` calls a setting as the surface
/// does, "--base" or "Base". Nothing of other problems.
std::optional<QString> splitRefusal(const Plan& plan, const DecompositionSettings& settings, const Problem& problem,
                                    const std::function<QString(const QString& field)>& named);

} // namespace tiermap
