#include "app/map/picture.h"

#include "maps/scene/painter.h"
#include "maps/scene/trim.h"

#include <QPainter>

namespace tiermap {

QImage picture(const DisplayList& list, const Camera& camera, const ScreenScale& scale, const QFont& font) {
    QImage image((camera.size * scale.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale.devicePixelsPerMm(), scale.devicePixelsPerMm());
    const View view = camera.view(scale.pixelsPerMm);
    paint(painter, trimmed(list, view), view, font);
    return image;
}

} // namespace tiermap
