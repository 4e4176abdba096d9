#include "maps/figure/figure.h"
#include "maps/figure/file_formats.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

Result<void> exportFigure(const Figure& figure, const FigureSpec& spec, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "pdf"_L1 && ending != "svg"_L1 && ending != "png"_L1)
        return std::unexpected(
            Problem{.code = Problem::Code::FileTypeUnknown, .file = path, .arguments = {ending, u"pdf, svg, png"_s}});
    if (ending == "png"_L1) {
        const QSizeF pixels = figure.pageSize() * spec.dpi / 25.4;
        constexpr double mostOnASide = 32767; // the painter's limit
        if (std::max(pixels.width(), pixels.height()) > mostOnASide)
            return std::unexpected(
                Problem{.code = Problem::Code::PictureTooLarge,
                        .field = u"dpi"_s,
                        .arguments = {QString::number(std::lround(pixels.width() * pixels.height() / 1e6)),
                                      QString::number(std::lround(mostOnASide * mostOnASide / 1e6))}});
    }
    // Renaming would put the figure in the place of a device or pipe, even through a link, and destroy it.
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable,
                    .file = path,
                    .arguments = {there.isDir() ? qt_error_string(EISDIR) : qt_error_string(EEXIST)}});
    QSaveFile file(path);
    const auto unwritable = [&] {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {file.errorString()}});
    };
    if (!file.open(QIODevice::WriteOnly)) // before the work of painting
        return unwritable();
    const QByteArray bytes = ending == "pdf"_L1   ? pdfBytes(figure)
                             : ending == "svg"_L1 ? svgBytes(figure, spec.svgText)
                                                  : pngBytes(figure, spec.dpi);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return unwritable();
    return {};
}

} // namespace tiermap
