#pragma once

#include "core/analysis/target_decomposition.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace tiermap {

/// How a target is split: --by, --base, --capacity, --role, --lock, --floor, --cap, --step.
void addSplitOptions(QCommandLineParser& parser);

/// Without the target. Problems name the option.
Result<DecompositionSettings> splitOptionsOf(const QCommandLineParser& parser, const Plan& plan);

/// Tells why a target could not be split; returns the exit code.
int reportSplit(const Plan& plan, const DecompositionSettings& settings, const Problem& problem);

/// What a reader of the split should know, on stderr: that it is a proposal, and what it rests on.
void tellSplit(const Target& target, const DecompositionSettings& settings, const Decomposition& split);

QJsonObject splitJson(const Plan& plan, const Target& target, const Decomposition& split);

} // namespace tiermap
