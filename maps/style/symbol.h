#pragma once

#include "maps/geometry/shape.h"

#include <QColor>
#include <QString>

#include <vector>

namespace tiermap {

/// A mark at a place.
struct Symbol {
    enum class Shape { Circle, Square, Diamond, Triangle, Pie, Bars };

    /// A sector of a Pie, by its share of all parts; or a column of Bars, -1 to 1 of the symbol's height up or down from
    /// its middle line, where 0 is where they begin. What is not a number is left out; a column keeps its place.
    struct Part {
        double amount = 0;
        QColor color{};
    };

    Point at{}; ///< projected metres
    Shape shape = Shape::Circle;
    double size = 2; ///< mm across
    QColor color{};
    QColor outline{};
    std::vector<Part> parts{}; ///< of Pie and Bars
    bool hollow = false;       ///< place known only by district
    QString key{};             ///< Site::key; of several sites merged into one symbol, their Zone::code
};

} // namespace tiermap
