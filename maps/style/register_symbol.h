#pragma once

#include "core/project/reference_layer.h"
#include "maps/style/symbol.h"

#include <QList>

namespace tiermap {

// Registers on one map are told apart by their symbols, and by more than colour.

/// Of a register by its place among those of the project; of one that is not kept, the next.
Symbol::Shape registerShape(const QList<ReferenceLayer>& layers, const QString& key);

/// #RRGGBB for one more register: the first that none of the others has, as long as there are some.
QString registerColour(const QList<ReferenceLayer>& layers);

} // namespace tiermap
