#pragma once

#include "app/window/actions.h"
#include "core/plan/plan.h"

class QWidget;

namespace tiermap {

/// Version, licence, libraries, and where plan and boundaries come from.
void showAbout(QWidget* parent, const Plan& plan);

/// Every shortcut: those of the actions, and the map's own keys and gestures.
void showShortcuts(QWidget* parent, const Actions& actions);

} // namespace tiermap
