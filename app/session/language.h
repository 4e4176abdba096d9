#pragma once

#include "core/plan/text.h"

namespace tiermap {

/// Chinese where the system speaks any Chinese, else English.
Language systemLanguage();

/// Loads the interface's and Qt's own translations; running windows follow through QEvent::LanguageChange.
void setInterfaceLanguage(Language language);
Language interfaceLanguage();

} // namespace tiermap
