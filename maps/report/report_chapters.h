#pragma once

#include "maps/report/dossier_work.h"

namespace tiermap {

// The chapters of a report that are of no one zone.

Dossier layoutChapter(const DossierMaterial& material, const QFont& font);
Dossier targetsChapter(const DossierMaterial& material);
Dossier comparisonChapter(const DossierMaterial& material);
Dossier tierChapter(const DossierMaterial& material, const Tier& tier, const QFont& font);
/// Of all chapters, each once.
Dossier sourcesChapter(const DossierMaterial& material, const QList<Dossier>& chapters);

} // namespace tiermap
