#include "maps/figure/figure_template.h"

using namespace Qt::StringLiterals;

namespace tiermap {

const QMap<QString, FigureSpec>& figureTemplates() {
    static const QMap<QString, FigureSpec> templates{
        {u"layout"_s, {.overview = true}},
        {u"graduated"_s, {.figure = u"map"_s, .overview = true}},
        {u"bivariate"_s, {.figure = u"map"_s}},
        {u"enterprises"_s, {.neighbours = false, .overview = true}},
        {u"clusters"_s, {.sites = true, .overview = true}},
        {u"zone"_s, {.orientation = FigureSpec::Orientation::Portrait, .sites = true, .overview = true}},
        {u"slide"_s, {.size = u"slide"_s}},
        {u"print"_s, {.overview = true, .monochrome = true}},
    };
    return templates;
}

} // namespace tiermap
