#include "maps/figure/figure_spec.h"

#include <QPageSize>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

struct NamedSize {
    QLatin1StringView name;
    QSizeF portrait; ///< mm
    QSizeF landscape;
    double magnification;
    double margin = 12;
};

/// What is laid out like an A4 or A3 page is printed larger on a large one: sizes of text are those of a sheet that hangs
/// on a wall. No text is smaller than 6 pt on any of them.
const QList<NamedSize>& namedSizes() {
    const auto iso = [](QLatin1StringView name, QPageSize::PageSizeId id, double magnification) {
        const QSizeF size = QPageSize(id).size(QPageSize::Millimeter);
        return NamedSize{name, size, size.transposed(), magnification};
    };
    static const QList<NamedSize> sizes{iso("A5"_L1, QPageSize::A5, 0.86),
                                        iso("A4"_L1, QPageSize::A4, 1),
                                        iso("A3"_L1, QPageSize::A3, 1),
                                        iso("A2"_L1, QPageSize::A2, 1.4),
                                        iso("A1"_L1, QPageSize::A1, 2),
                                        iso("A0"_L1, QPageSize::A0, 2.8),
                                        {"slide"_L1, QSizeF(190.5, 338.67), QSizeF(338.67, 190.5), 1.2},
                                        {"column"_L1, QSizeF(85, 190), QSizeF(85, 190), 0.86, 1},
                                        {"page"_L1, QSizeF(170, 220), QSizeF(170, 125), 0.86, 1}};
    return sizes;
}

const NamedSize* named(const QString& size) {
    const auto found = std::ranges::find(namedSizes(), size, [](const NamedSize& each) { return QString(each.name); });
    return found == namedSizes().end() ? nullptr : &*found;
}

/// "210x148", "210 x 148.5"; empty where it is none.
QSizeF written(const QString& size) {
    static const QRegularExpression form(u"\\A\\s*(\\d+(?:\\.\\d+)?)\\s*[x×]\\s*(\\d+(?:\\.\\d+)?)\\s*\\z"_s);
    const auto match = form.match(size);
    return match.hasMatch() ? QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()) : QSizeF();
}

} // namespace

template <>
std::span<const Name<FigureSpec::Orientation>> namesOf() {
    using enum FigureSpec::Orientation;
    static constexpr Name<FigureSpec::Orientation> names[] = {{Landscape, "landscape"_L1}, {Portrait, "portrait"_L1}};
    return names;
}

template <>
std::span<const Name<FigureSpec::SvgText>> namesOf() {
    using enum FigureSpec::SvgText;
    static constexpr Name<FigureSpec::SvgText> names[] = {{Text, "text"_L1}, {Outlines, "outlines"_L1}};
    return names;
}

template <>
std::span<const Name<FigureSpec::Profile>> namesOf() {
    using enum FigureSpec::Profile;
    static constexpr Name<FigureSpec::Profile> names[] = {{Internal, "internal"_L1}, {Public, "public"_L1}};
    return names;
}

template <>
std::span<const Name<FigureSpec::MapProjection>> namesOf() {
    using enum FigureSpec::MapProjection;
    static constexpr Name<FigureSpec::MapProjection> names[] = {
        {ByScale, "by_scale"_L1}, {EqualArea, "equal_area"_L1}, {GaussKrueger, "gauss_krueger"_L1}};
    return names;
}

QStringList figureNames() { return {u"layout"_s, u"map"_s}; }

QStringList movableParts() { return {u"legend"_s, u"inset"_s, u"overview"_s}; }

QStringList pageSizes() {
    QStringList names;
    for (const NamedSize& size : namedSizes())
        names += size.name;
    return names;
}

QSizeF FigureSpec::pageSize() const {
    if (const NamedSize* known = named(size))
        return orientation == Orientation::Landscape ? known->landscape : known->portrait;
    return written(size);
}

double FigureSpec::margin() const {
    const NamedSize* known = named(size);
    return known ? known->margin : 12;
}

double FigureSpec::magnified() const {
    if (magnification > 0)
        return magnification;
    const NamedSize* known = named(size);
    return known ? known->magnification : 1;
}

Result<void> checkSpec(const FigureSpec& spec) {
    const auto problem = [](Problem::Code code, const QString& field, const QStringList& arguments) {
        return std::unexpected(Problem{.code = code, .field = field, .arguments = arguments});
    };
    if (!figureNames().contains(spec.figure))
        return problem(Problem::Code::FigureUnknown, u"figure"_s, {spec.figure, figureNames().join(u", "_s)});
    const QSizeF page = spec.pageSize();
    if (page.isEmpty())
        return problem(Problem::Code::ValueUnknown, u"size"_s, {spec.size, pageSizes().join(u", "_s) + u", 210x148"_s});
    constexpr double least = 60; // mm
    constexpr double most = 3000;
    if (std::min(page.width(), page.height()) < least || std::max(page.width(), page.height()) > most)
        return problem(Problem::Code::OutOfRange, u"size"_s,
                       {spec.size, QString::number(least), QString::number(most)});
    if (spec.dpi < 36 || spec.dpi > 1200)
        return problem(Problem::Code::ValueUnknown, u"dpi"_s, {QString::number(spec.dpi), u"36..1200"_s});
    if (!std::isfinite(spec.magnification) ||
        (spec.magnification != 0 && (spec.magnification < 0.5 || spec.magnification > 5)))
        return problem(Problem::Code::OutOfRange, u"magnification"_s,
                       {QString::number(spec.magnification), u"0.5"_s, u"5"_s});
    constexpr double largest = 1'000; // denominators: a street and a continent
    constexpr double smallest = 50'000'000;
    const bool scaled = spec.scale >= largest && spec.scale <= smallest; // what is no number is not
    if (spec.scale != 0 && !scaled)
        return problem(
            Problem::Code::OutOfRange, u"scale"_s,
            {QString::number(spec.scale, 'f', 0), QString::number(largest), QString::number(smallest, 'f', 0)});
    for (auto place = spec.places.cbegin(); place != spec.places.cend(); ++place) {
        constexpr double narrowest = FigureSpec::Place::narrowest;
        const double width = place->width.value_or(narrowest);
        const bool fits = width >= narrowest && width <= page.width(); // what is no number does not
        if (!fits)
            return problem(Problem::Code::OutOfRange, u"places.%1[2]"_s.arg(place.key()),
                           {QString::number(width), QString::number(narrowest), QString::number(page.width())});
    }
    return {};
}

} // namespace tiermap
