#pragma once

#include "maps/figure/figure.h"

namespace tiermap {

/// What a cartographer would look at before a sheet leaves the office.
struct SheetFinding {
    enum class Kind {
        ApprovalMissing, ///< no map approval number (审图号)
        IssuerMissing,   ///< nobody is said to issue it
        DateMissing,     ///< no date
        Schematic,       ///< boundaries are sketches
        ZoneUnnamed,     ///< no room for the name; arguments: the zone's or site's key
        TextSmall,       ///< arguments: points at the printed size, the least that can be read
        ContrastLow,     ///< arguments: the text, the ratio (WCAG 2.2, 1.4.3), the least
        ColoursClose,    ///< classes that colour-blind readers, or grey print, cannot part
        AmountAsColour,  ///< a number that grows with the area, as colour
        YearsDiffer,
        Estimates,
        Illustrative,
        FewNumbers,
        NoNumbers,
        TargetApart,       ///< the plan has a target for it, which is not the middle of the colours
        BeyondScale,       ///< the map is not drawn at the scale of the page
        PartsOverlap,      ///< of what somebody has moved; arguments: two of Sheet::parts
        LegendWordUnknown, ///< there are words for something that the legend does not say; arguments: what
        LegendNumberNew, ///< they bring in numbers that the data has not, and are not printed; arguments: computed, own
        OverviewNoRoom,
        MapCut,          ///< at the scale that is wanted the frame does not hold the whole extent
        TextMisread,     ///< in a PDF, for the sake of the font; arguments: the characters
        ProvinceUnknown, ///< an overview is wanted, and the program has no shapes of the province
        DatumUnknown,    ///< arguments: the layer's name
        VintagesDiffer, ///< a layer's boundaries are of another date than the plan's; arguments: its name, its date, the plan's
    };

    Kind kind{};
    QStringList arguments{};
    QString field{};      ///< of the spec, where a change mends it; empty where none does
    bool isError = false; ///< in the spec's profile
    QString accepted{};   ///< why somebody lets it be: FigureSpec::accepted

    bool stops() const { return isError && accepted.isEmpty(); }
};

template <>
std::span<const Name<SheetFinding::Kind>> namesOf(); ///< approval_missing ...

/// Errors of a public sheet are what is missing or untrue on it; of any other all are warnings.
QList<SheetFinding> preflight(const Project& project, const FigureSpec& spec, const Figure& figure);

} // namespace tiermap
