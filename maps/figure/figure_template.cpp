#include "maps/figure/figure_template.h"

using namespace Qt::StringLiterals;

namespace tiermap {

const QMap<QString, FigureSpec>& figureTemplates() {
    static const QMap<QString, FigureSpec> templates{
        {u"layout"_s, {}},
        {u"graduated"_s, {.figure = u"map"_s}},
        {u"bivariate"_s, {.figure = u"map"_s}},
        {u"enterprises"_s, {.neighbours = false}},
        {u"clusters"_s, {.sites = true}},
        {u"zone"_s, {.orientation = FigureSpec::Orientation::Portrait, .sites = true}},
        {u"slide"_s, {.size = u"slide"_s}},
        {u"print"_s, {.monochrome = true}},
    };
    return templates;
}

} // namespace tiermap
