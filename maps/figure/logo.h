#pragma once

#include "core/problem.h"
#include "maps/scene/display_list.h"

#include <QByteArray>
#include <QImage>

namespace tiermap {

/// A picture of one's own. An SVG is an image, too, as large as a printer needs it.
struct Logo {
    QImage image;
    std::vector<InkedPath> paths{}; ///< as Picture has them; of an SVG that has nothing but plain shapes
};

/// ValueUnknown where it is neither PNG nor SVG, or an SVG that names other files, OutOfRange or PictureTooLarge where it
/// is not worth its bytes.
Result<Logo> readLogo(const QByteArray& picture);

} // namespace tiermap
