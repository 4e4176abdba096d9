#pragma once

#include "maps/report/dossier.h"

namespace tiermap {

// A dossier for browsers. XHTML syntax, no script, nothing loaded from elsewhere.

QString chapterHtml(const Dossier& dossier); ///< what stands in the body
QByteArray documentHtml(const QString& title, Language language, const QString& body);

} // namespace tiermap
