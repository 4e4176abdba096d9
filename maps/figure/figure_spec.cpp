#include "maps/figure/figure_spec.h"

using namespace Qt::StringLiterals;

namespace tiermap {

QStringList figureNames() { return {u"layout"_s, u"map"_s}; }

QStringList pageSizes() { return {u"A4"_s, u"A3"_s}; }

QSizeF FigureSpec::pageSize() const {
    const QSizeF landscape = size == "A3"_L1 ? QSizeF(420, 297) : QSizeF(297, 210);
    return orientation == Orientation::Landscape ? landscape : landscape.transposed();
}

Result<void> checkSpec(const FigureSpec& spec) {
    const auto problem = [](Problem::Code code, const QString& field, const QStringList& arguments) {
        return std::unexpected(Problem{.code = code, .field = field, .arguments = arguments});
    };
    if (!figureNames().contains(spec.figure))
        return problem(Problem::Code::FigureUnknown, u"figure"_s, {spec.figure, figureNames().join(u", "_s)});
    if (!pageSizes().contains(spec.size))
        return problem(Problem::Code::ValueUnknown, u"size"_s, {spec.size, pageSizes().join(u", "_s)});
    if (spec.dpi < 36 || spec.dpi > 1200)
        return problem(Problem::Code::ValueUnknown, u"dpi"_s, {QString::number(spec.dpi), u"36..1200"_s});
    return {};
}

} // namespace tiermap
