#pragma once

#include "maps/report/dossier.h"

#include <functional>

namespace tiermap {

/// The whole story of a plan as one document: contents, layout, targets and progress, comparison, each tier, each zone,
/// sources. Its numbers are those of the material: what `tiermap compare` and `tiermap claims` say.
struct Report {
    QString title;
    Language language = Language::Chinese;
    QList<Dossier> chapters{};
};

/// `log`: what was changed in a zone. Problems are those of dossierOf() and of the log.
Result<Report> reportOf(const DossierMaterial& material,
                        const std::function<Result<QList<LogLine>>(const QString& zone)>& log);

/// One file, as a dossier's is, that begins with links to its chapters.
QByteArray reportHtml(const Report& report);

/// A4 pages, numbered throughout, behind a table of contents, with a bookmark for each chapter. FontMissing, GlyphMissing.
Result<QByteArray> reportPdf(const Report& report);

/// By the ending of `path`, pdf or html, beside it first. FileTypeUnknown, FileExists where it must not be replaced,
/// FileUnwritable.
Result<void> writeReport(const Report& report, const QString& path, bool replace);

} // namespace tiermap
