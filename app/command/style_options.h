#pragma once

#include "core/project/project.h"
#include "maps/style/layer_style.h"

#include <QCommandLineParser>

namespace tiermap {

// The options that say how a map is drawn, the same wherever a command draws or stores one.

/// --by, --as, --period, --measure, --method, --classes, --breaks, --palette, --reversed, --middle, --values, --per-dot,
/// --reach, --symbol-size.
void addStyleOptions(QCommandLineParser& parser);

/// Of these --period and --measure: which numbers of an indicator.
void addFigureOptions(QCommandLineParser& parser);
Result<LayerStyle> figureOptionsOf(const QCommandLineParser& parser, const Plan& plan, const QString& indicator);

/// --period, --measure, --method, --classes, --breaks and --middle: what classes need.
void addClassOptions(QCommandLineParser& parser);
Result<LayerStyle> classOptionsOf(const QCommandLineParser& parser, const Plan& plan, const QString& indicator);

/// Problems name the option. Without --as what suits the indicator; without --by nothing but the kinds of sites.
Result<LayerStyle> styleOf(const QCommandLineParser& parser, const Plan& plan);

/// A problem of a style or of the map that it makes, with its field as an option.
Problem asStyleOption(Problem problem);

/// [PROJECT] INDICATOR: the project, or the built-in plan, and the key of its indicator; else the exit code to leave with.
void addIndicatorArguments(QCommandLineParser& parser);
std::expected<std::pair<Project, QString>, int> indicatorArguments(const QCommandLineParser& parser,
                                                                   const QString& command);

/// By its key or its name in either language; null where there is none.
const Indicator* indicatorNamed(const Plan& plan, const QString& name);

} // namespace tiermap
