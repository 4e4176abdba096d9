#pragma once

#include "core/import/observation_import.h"
#include "maps/register/register_count.h"

namespace tiermap {

struct CountChoices {
    QString indicator; ///< key or name; one that the plan does not know becomes a new one of that name, in 家
    Period period{};
    QString source; ///< the register: title, keeper, state of
    QString note{}; ///< what was counted, where that is not all of it
    bool adopt = false;
};

/// The counts of a register as observations of an indicator: one for each zone of the layout, those without a row too.
/// They are estimates, since no publication states them, and their note tells what became of all rows. Fails with
/// ValueUnknown (field "indicator") where the indicator does not count enterprises, FieldMissing
/// where nothing names one.
Result<ObservationImport> observationsOf(const Plan& plan, const RegisterCount& count, const CountChoices& choices);

} // namespace tiermap
