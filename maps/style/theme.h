#pragma once

#include <QColor>

namespace tiermap {

/// Colours and widths of everything that is not a tier. Widths in mm of ink.
struct Theme {
    QColor land; ///< outside the city
    QColor water;
    QColor neighbour; ///< borders between neighbouring prefectures
    QColor graticule;
    QColor zoneBorder; ///< between zones of one tier
    QColor tierBorder; ///< between tiers
    QColor outline;    ///< of the city
    QColor text;
    QColor quietText; ///< context names, notes
    QColor waterText; ///< names of rivers, lakes, seas
    QColor halo;
    QColor selection; ///< outline of what is selected, with a halo in `halo`
    QColor site;
    QColor points; ///< of a register
    double zoneBorderWidth = 0.35;
    double tierBorderWidth = 0.7;
    double outlineWidth = 0.5;
    double neighbourWidth = 0.2;

    static Theme paper(); ///< figures, and the window in a light palette
    static Theme dark();  ///< the window in a dark palette

    friend bool operator==(const Theme&, const Theme&) = default;
};

} // namespace tiermap
