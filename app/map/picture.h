#pragma once

#include "app/map/camera.h"
#include "maps/scene/display_list.h"

#include <QFont>
#include <QImage>

namespace tiermap {

/// How long a millimetre of ink is on a screen, and how fine its pixels are.
struct ScreenScale {
    double pixelsPerMm = 96 / 25.4; ///< logical pixels
    double devicePixelRatio = 1;

    double devicePixelsPerMm() const { return pixelsPerMm * devicePixelRatio; }
    friend bool operator==(const ScreenScale&, const ScreenScale&) = default;
};

/// A list as the painter draws it for one camera, on a transparent ground. Safe on any thread.
QImage picture(const DisplayList& list, const Camera& camera, const ScreenScale& scale, const QFont& font);

} // namespace tiermap
