#include "maps/export/staged_files.h"
#include "maps/figure/bands.h"
#include "maps/figure/figure.h"
#include "maps/figure/file_formats.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> unwritable(const QString& path, const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = path, .arguments = {reason}});
}

/// Of the picture that a PNG or TIFF would be.
Result<void> checkPixels(const Figure& figure, int dpi) {
    const QSizeF pixels = figure.pageSize() * dpi / 25.4;
    constexpr double mostOnASide = 32767; // the painter's limit
    if (std::max(pixels.width(), pixels.height()) <= mostOnASide)
        return {};
    return std::unexpected(Problem{.code = Problem::Code::PictureTooLarge,
                                   .field = u"dpi"_s,
                                   .arguments = {QString::number(std::lround(pixels.width() * pixels.height() / 1e6)),
                                                 QString::number(std::lround(mostOnASide * mostOnASide / 1e6))}});
}

/// `make` gives the bytes once it is known that they can be written.
Result<void> write(const QString& path, const std::function<QByteArray()>& make) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    const QByteArray bytes = make();
    return file.write(bytes) == bytes.size() && file.commit() ? Result<void>() : unwritable(path, file.errorString());
}

Result<void> writeStaged(const Figure& figure, const FigureSpec& spec, const QString& path, int threads) {
    auto staged = StagedFiles::beside(path);
    if (!staged)
        return std::unexpected(staged.error());
    const auto named = [&](Problem problem) {
        problem.file = problem.file.isEmpty() ? problem.file : path;
        return problem;
    };
    return writeTiff(figure, spec.dpi, staged->path(), threads)
        .transform_error(named)
        .and_then([&] { return staged->putInPlace(true); })
        .transform([](const QStringList&) {});
}

/// "map.png" has "map.pgw": the ending's first and last letter.
QString worldFileOf(const QString& path) {
    const QFileInfo info(path);
    const QString ending = info.suffix();
    return path.chopped(ending.size()) + ending.front() + ending.back() + u'w';
}

} // namespace

QStringList figureEndings() { return {u"pdf"_s, u"svg"_s, u"png"_s, u"tif"_s, u"tiff"_s}; }

Result<void> exportFigure(const Figure& figure, const FigureSpec& spec, const QString& path, int threads) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (!figureEndings().contains(ending))
        return std::unexpected(Problem{.code = Problem::Code::FileTypeUnknown,
                                       .file = path,
                                       .arguments = {ending, figureEndings().join(u", "_s)}});
    const bool isPicture = ending != "pdf"_L1 && ending != "svg"_L1;
    if (const auto checked = isPicture ? checkPixels(figure, spec.dpi) : Result<void>(); !checked)
        return checked;
    // Renaming would put the figure in the place of a device or pipe, even through a link, and destroy it.
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return unwritable(path, qt_error_string(there.isDir() ? EISDIR : EEXIST));
    const auto bytes = [&] {
        return ending == "pdf"_L1   ? pdfBytes(figure)
               : ending == "svg"_L1 ? svgBytes(figure, spec.svgText)
                                    : pngBytes(figure, spec.dpi, threads);
    };
    const Result<void> written =
        ending.startsWith("tif"_L1) ? writeStaged(figure, spec, path, threads) : write(path, bytes);
    if (!written || !isPicture || !figure.sheet().ground)
        return written;
    return write(worldFileOf(path), [&] { return worldFile(*figure.sheet().ground, spec.dpi); });
}

} // namespace tiermap
