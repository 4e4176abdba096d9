#pragma once

#include "maps/register/register_reader.h"

#include <QCommandLineParser>

namespace tiermap {

/// The columns of a register, where it has them, and which of its rows count.
void addRegisterOptions(QCommandLineParser& parser);

/// ValueUnknown, naming the option.
Result<RegisterChoices> registerChoicesOf(const QCommandLineParser& parser);

/// What the filter says, for those who read the result; empty where all rows count.
QString filterWords(const QCommandLineParser& parser);

} // namespace tiermap
