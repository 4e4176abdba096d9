#pragma once

#include "app/session/named_register.h"

#include <QCommandLineParser>

namespace tiermap {

/// The columns of a register, where it has them, and which of its rows count.
void addRegisterOptions(QCommandLineParser& parser);

void addFindOptions(QCommandLineParser& parser); ///< --clusters, --hexagons: what is drawn with its rows

/// A register with what the options say in the place of how it is kept. ValueUnknown or OutOfRange, naming the option.
Result<NamedRegister> registerOf(const QCommandLineParser& parser, NamedRegister kept);

/// By its file or, where there is none, by the name of one that the project keeps.
Result<NamedRegister> registerNamed(const QCommandLineParser& parser, const Project& project, const QString& name);

} // namespace tiermap
