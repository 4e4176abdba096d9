#pragma once

#include "maps/report/dossier.h"

namespace tiermap {

/// What dossiers and reports are made of: the project with its claims and its comparison, judged, and their sentences in
/// `language`, whatever the interface speaks. Takes as long as both do: tenths of a second.
DossierMaterial analysed(const Project& project, const PlanShapes& shapes, Language language);

} // namespace tiermap
