#pragma once

#include "app/session/document.h"
#include "app/window/questions.h"

namespace tiermap {

/// Opens a project. Where that fails it says why, and for a damaged one it offers the last good state, as a copy in a
/// place that the person chooses.
std::optional<Document> openOrTell(QWidget* parent, const QString& file, const Questions& questions);

} // namespace tiermap
