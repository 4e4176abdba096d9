#pragma once

// QCustomPlot is written with Qt's keywords `signals` and `foreach`, which Tiermap is built without.
#define signals Q_SIGNALS
// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration cannot stand in parentheses
#define foreach(variable, container) for (variable : container)
#include <qcustomplot.h>
#undef foreach
#undef signals
