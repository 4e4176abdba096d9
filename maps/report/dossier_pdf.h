#pragma once

#include "maps/report/dossier.h"

#include <QFont>

namespace tiermap {

// A dossier on paper: its map, alone for HTML, and its pages. All of it is vector, with text as text.

/// The city with one zone emphasised: 186 mm wide, with scale bar and the marks of the tiers below. The others are
/// paler; the zone has a heavy outline, so that the emphasis survives any printer. Without zones it is empty.
Sheet dossierMap(const Plan& plan, const PlanShapes& shapes, const QString& zone, Language language, const QFont& font);

/// A sheet as an SVG document in mm.
QByteArray sheetSvg(const Sheet& sheet, const QFont& font);

/// A4 pages. A row that does not fit goes to the next page, below the table's headings again.
std::vector<Sheet> dossierPages(const Dossier& dossier, const QFont& font);

/// The pages as a file, with the font inside. FontMissing; GlyphMissing, before a byte is written.
Result<QByteArray> dossierPdf(const Dossier& dossier);

} // namespace tiermap
