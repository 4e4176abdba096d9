#pragma once

#include "maps/figure/figure.h"
#include "maps/figure/pdf_identity.h"

namespace tiermap {

/// The first pages of an atlas: what is on which of those behind them.
Result<std::vector<Figure>> atlasIndex(const Project& project, const FigureSpec& like,
                                       const std::vector<PdfPage>& pages, const QByteArray& record);

} // namespace tiermap
