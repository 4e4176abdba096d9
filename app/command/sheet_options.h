#pragma once

#include "core/project/project.h"
#include "maps/figure/figure.h"
#include "maps/scene/plan_shapes.h"

#include <QCommandLineParser>

namespace tiermap {

// The options that say what a figure is, the same wherever a command draws, checks or keeps one.

/// --figure, --template, --size, --zone, --lang, --title ... and those of styles, layers and registers.
void addSheetOptions(QCommandLineParser& parser);

/// The figure that --figure names (layout, map, one that the project keeps, or a JSON file), changed by what the other
/// options say. Problems name the option or, of a file, the key.
Result<FigureSpec> figureSpecOf(const QCommandLineParser& parser, const Project& project);

/// The places of its registers and of --points, which are read now; what became of their rows goes to stderr.
Result<std::vector<FigurePoints>> figurePointsOf(const QCommandLineParser& parser, const Project& project,
                                                 const PlanShapes& shapes, const FigureSpec& spec);

struct LaidFigure {
    FigureSpec spec;
    Figure figure;
};

/// All of the above, and the page laid out.
Result<LaidFigure> layOutFigure(const QCommandLineParser& parser, const Project& project);

/// What a page cannot be is an option here, or stands in the figure that --figure names.
Problem asFigureOption(Problem problem, const QCommandLineParser& parser);

} // namespace tiermap
