#pragma once

#include "core/plan/zone_names.h"

namespace tiermap {

/// Which boundaries the rows of a table speak of.
enum class Vintage {
    Current,
    Former,
    Unknown, ///< nothing tells, or the rows contradict each other as those of a series across the change do: ask
};

/// Former where a row names a unit that is no more (下城区), Current where one names a zone that only exists today (临平区).
/// Otherwise Current where none of the rows has changed, or all periods lie after the last change. A unit that changed
/// only its name or code (临安市, now 临安区) tells nothing. Figures of before the change may have been recalculated for
/// today's boundaries, so an early period alone does not make rows Former.
Vintage vintageOf(const Plan& plan, const QList<ZoneMatch>& rows, const QList<Period>& periods);

/// Whether a unit only changed its name or code: the zone that took it over got nothing else.
bool isRenaming(const Plan& plan, const FormerUnit& unit);

/// What a table says of one unit.
struct CrosswalkCell {
    QString unit; ///< its code, of then or of today
    std::optional<Quantity> value;
};

/// What becomes of a zone of today.
struct CrosswalkResult {
    enum class Gap {
        None,         ///< there is a value
        CannotSplit,  ///< `units` went to several zones, each with a part that nobody knows
        NotAdditive,  ///< several units make up the zone, and values of the indicator do not add up
        PartMissing,  ///< `units` have no value
        BoundsDiffer, ///< the bounds of the parts make no bound of the sum
    };

    QString zone; ///< Zone::code
    std::optional<Quantity> value{};
    QStringList parts{}; ///< codes of the units that make up the zone
    Gap gap = Gap::None;
    QStringList units{}; ///< those of the parts that the gap is due to

    friend bool operator==(const CrosswalkResult&, const CrosswalkResult&) = default;
};

/// Values of one indicator and period on the boundaries of the day `at`, brought to today's zones: an unchanged zone
/// keeps its value, one made up of whole units gets their sum, any other gets none. One result for each zone of which a
/// part stands in `cells`, in the plan's order; of two cells of one unit the first counts.
QList<CrosswalkResult> crosswalk(const Plan& plan, const Indicator& indicator, const QList<CrosswalkCell>& cells,
                                 const QDate& at);

} // namespace tiermap
