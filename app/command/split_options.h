#pragma once

#include "core/analysis/target_decomposition.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace tiermap {

/// How a target is split: --by, --base, --capacity, --role, --lock, --floor, --cap, --step.
void addSplitOptions(QCommandLineParser& parser);

/// Without the target. Problems name the option.
Result<DecompositionSettings> splitOptionsOf(const QCommandLineParser& parser, const Plan& plan);

/// The problems of a decomposition name its parameters: here they are options.
Problem asSplitOption(Problem problem);

/// The note that each split carries, in the language of the interface.
QString proposalNote();

QJsonObject splitJson(const Plan& plan, const Target& target, const Decomposition& split);

} // namespace tiermap
