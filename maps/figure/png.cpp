#include "maps/figure/bands.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/png_file.h"

namespace tiermap {

QByteArray pngBytes(const Figure& figure, int dpi, int bandsAtOnce) {
    std::vector<PngPart> parts;
    eachBand<PngPart>(figure, dpi, bandsAtOnce, pngPart, [&](const PngPart& part) {
        parts.push_back(part);
        return true;
    });
    return pngFile(pixelsOf(figure, dpi), parts, dpi, figure.sheet().record);
}

} // namespace tiermap
