#pragma once

#include "core/project/project.h"
#include "maps/figure/figure_spec.h"
#include "maps/register/register_points.h"

#include <QColor>

namespace tiermap {

/// A register with what a map says of it: a file, or one that the project keeps.
struct NamedRegister {
    QString file;
    RegisterChoices choices;
    QString name;   ///< in the language of the interface; of a file its own without the ending
    QString source; ///< for the foot of a figure
    QColor color{}; ///< of a kept one
    Symbol::Shape shape = Symbol::Shape::Circle;
};

NamedRegister registerInFile(const QString& file, const RegisterChoices& choices);
/// Fails as choicesOf() does.
Result<NamedRegister> keptRegister(const Project& project, const ReferenceLayer& layer);

/// What a filter says, in the words of the command line's options; empty where all rows count.
QString filterWords(const RegisterFilter& filter);

/// The source names the filter, where there is one. What is to be found among the rows is none of it: findsOf().
FigurePoints figurePoints(const NamedRegister& named, const RegisterPoints& read,
                          const std::shared_ptr<const RegisterFinds>& finds);

/// The register read now, and what is to be found among its rows; `tell` hears what became of them.
Result<FigurePoints> readPoints(const Project& project, const PlanShapes& shapes, const NamedRegister& named,
                                const std::function<void(const RegisterCount&)>& tell = {});

/// The places of all registers that a figure draws, which are read now.
Result<std::vector<FigurePoints>> keptPoints(const Project& project, const PlanShapes& shapes, const FigureSpec& spec);

} // namespace tiermap
