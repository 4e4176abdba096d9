#pragma once

#include "maps/report/dossier.h"

#include <QFont>

namespace tiermap {

// A dossier on paper: its map, alone for HTML, and its pages. All of it is vector, with text as text.

/// The city with some zones emphasised: 186 mm wide, with scale bar and the marks of the tiers below. The others are
/// paler; those have a heavy outline, so that the emphasis survives any printer. With none emphasised all are as they
/// are; of a plan without shapes it is empty.
Sheet dossierMap(const Plan& plan, const PlanShapes& shapes, const QStringList& zones, Language language,
                 const QFont& font);

/// A sheet as an SVG document in mm.
QByteArray sheetSvg(const Sheet& sheet, const QFont& font);

/// A4 pages without their foot. A row that does not fit goes to the next page, below the table's headings again.
std::vector<Sheet> pagesOf(const Dossier& dossier, const QFont& font);

/// What stands below a page: the dossier's foot, and which page of how many it is.
void addFoot(Sheet& page, const Dossier& dossier, std::size_t number, std::size_t of, const QFont& font);

/// All pages of a dossier, with their feet.
std::vector<Sheet> dossierPages(const Dossier& dossier, const QFont& font);

/// The pages as a file, with the font inside. GlyphMissing, before a byte is written.
Result<QByteArray> pagesPdf(const std::vector<Sheet>& pages, const QFont& font);

/// A dossier as a file. FontMissing, GlyphMissing.
Result<QByteArray> dossierPdf(const Dossier& dossier);

} // namespace tiermap
