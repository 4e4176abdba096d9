#pragma once

#include "maps/figure/figure.h"
#include "maps/figure/pdf_identity.h"

namespace tiermap {

/// The first page of an atlas: what is on which of the others, which begin with page 2. As many columns as it takes.
Result<Figure> atlasIndex(const Project& project, const FigureSpec& like, const std::vector<PdfPage>& pages);

} // namespace tiermap
