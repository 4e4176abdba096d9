#pragma once

#include "core/analysis/indicator_matrix.h"

#include <QColor>
#include <QList>
#include <QPointF>
#include <QStringList>

#include <optional>

namespace tiermap {

struct ChartTier {
    QString mark{}; ///< Tier::mark, which stands in the zone's symbol where it has room
    QString name{};
    QString verdict{}; ///< its name with what is said of its claim; empty where the chart has nothing to say of it
    QColor colour{};
};

/// A zone in a chart.
struct ChartMark {
    QString zone{}; ///< Zone::code
    QString name{};
    int tier = -1; ///< in Chart::tiers
    QList<QPointF>
        points{}; ///< in the chart's coordinates: one symbol each, joined by lines. y is NaN where nothing is known
    std::optional<std::pair<double, double>> span{}; ///< along x
    bool complete = true;                            ///< else something of what the symbol stands for is not known
    QString words{};                                 ///< "萧山区, 引领, 总部企业 82 家"
    QStringList details{};                           ///< of each point, or cell: "总部企业 82 家, 2024, source"
    QStringList ends{};                              ///< Slope: the numbers beside its ends
};

/// A vertical axis of its own within a chart, or a column of cells.
struct ChartColumn {
    QString title{}; ///< may have two lines
    QString most{};  ///< what stands at its upper end
    QString least{}; ///< and at its lower
};

struct ChartLine {
    enum class Kind { Median, Target };
    Kind kind = Kind::Median;
    double x = 0;
    double from = 0; ///< y
    double to = 0;
};

struct ChartAxis {
    QString title{}; ///< may have two lines
    double from = 0;
    double to = 1;
    bool whole = false; ///< only whole numbers are ticks
};

/// A chart as data, so that window, SVG, PNG, table and spoken words say the same. It knows nothing of pixels: ChartPlot
/// draws it. Its texts are in the language of the interface.
struct Chart {
    enum class Form {
        Rows,     ///< a row for each zone; x is a number, y the row, from the top
        Slope,    ///< a line for each zone between two columns, at x = 0 and 1
        Parallel, ///< a line for each zone over columns at x = 0, 1, ...
        Points,   ///< x and y are numbers
        Cells,    ///< a row of cells for each zone; x is the column
    };

    Form form = Form::Rows;
    QString name{};
    QString sentence{}; ///< why there is nothing to be seen; empty where there is
    QList<ChartTier> tiers{};
    QList<ChartMark> marks{}; ///< in reading order: that of the keys
    ChartAxis x{};
    ChartAxis y{};
    QList<ChartColumn> columns{};
    QList<ChartLine> lines{};
    IndicatorMatrix cells{};    ///< Cells: between 0 and 1, a row for each mark
    QList<double> separators{}; ///< y of lines between groups of rows
    QString median{};           ///< words for the key; empty where there is none
    QString target{};
    QString hollow{};
    QStringList withoutData{};  ///< Zone::code
    QString withoutDataWords{}; ///< "No data: 富阳区、临安区"; empty where there are none
    QStringList notes{};        ///< below the chart
    QList<QStringList> table{}; ///< headings first
};

} // namespace tiermap
