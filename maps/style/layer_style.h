#pragma once

#include "core/analysis/composite.h"
#include "core/plan/period.h"
#include "core/plan/plan.h"
#include "core/problem.h"
#include "maps/style/classes.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tiermap {

/// How a layer is drawn, as data. Lengths in mm of ink unless said otherwise.
struct LayerStyle {
    enum class Kind {
        Tiers,            ///< categories of the plan
        Graduated,        ///< choropleth: classes of numbers as colours
        Proportional,     ///< a circle whose area is the number
        GraduatedSymbols, ///< a circle whose size is the number's class
        Bars,             ///< a small bar chart of several indicators, or of one over the periods that are known
        Pies,             ///< a circle parted by several indicators
        Dots,             ///< dot density: a dot for so many of the unit
        Bivariate,        ///< two indicators, three classes each
        Heat,             ///< kernel density of the sites
        Hexagons,         ///< sites counted in hexagons
        Ranks,            ///< thirds of a composite of several indicators, hatched where other weights change them
    };
    enum class Measure {
        Value,   ///< the number itself
        Density, ///< for each square kilometre
        Share,   ///< per cent of the city
    };
    enum class When { MostZones, Latest, Given };

    Kind kind = Kind::Tiers;
    QStringList indicators{}; ///< Indicator::key: two of a Bivariate, one to six of Bars and Pies, any number of Ranks
    When when = When::MostZones;    ///< the period that most zones have a number for; or the latest of each
    std::optional<Period> period{}; ///< where `when` is Given
    Measure measure = Measure::Value;
    ClassMethod method = ClassMethod::NaturalBreaks;
    int classes = 5;
    std::vector<double> breaks{}; ///< of ClassMethod::Manual
    QString palette{};            ///< key, or colours "#rrggbb,#rrggbb"; empty: what suits the kind
    bool reversed = false;
    std::optional<double> middle{}; ///< diverging: no class lies on both sides of it
    double size = 12;               ///< across, of the greatest symbol
    double perDot = 0;              ///< of Dots, in the indicator's unit; 0: a round number that makes some 1,500 dots
    double reach = 0;               ///< km: bandwidth of Heat, width of Hexagons; 0: by the spread of the sites
    Aggregation aggregation = Aggregation::WeightedSum; ///< of Ranks
    Weights weights{};   ///< of Ranks, one for each indicator, in any unit; empty: all weigh the same
    bool values = false; ///< labels tell the number
    bool shown = true;
    double opacity = 1;      ///< 0 to 1: how much of the ink, mixed with the land's colour
    double largestScale = 0; ///< denominators between which the layer is drawn; 0: no limit
    double smallestScale = 0;

    friend bool operator==(const LayerStyle&, const LayerStyle&) = default;
};

template <>
std::span<const Name<LayerStyle::Kind>>
namesOf(); ///< tiers, graduated, proportional, graduated-symbols, bars, pies, dots,
           ///< bivariate, heat, hexagons, ranks
template <>
std::span<const Name<LayerStyle::Measure>> namesOf(); ///< value, density, share

template <>
std::span<const Name<Aggregation>> namesOf(); ///< sum, product, topsis

/// Sturges' rule (1926), three to five: of few numbers in many classes each would be a class of its own.
int usualClasses(const Plan& plan, const QString& indicator);

/// The plan's target for a ratio, in the unit of its numbers: what each district can be held against. Of an amount the
/// target is the whole city's. Null where there is none.
const Target* comparableTarget(const Plan& plan, const QString& indicator);

/// What a cartographer would choose for an indicator: symbols in proportion for counts, colours around zero for changes
/// that go both ways, around the plan's target for ratios that have one between them, five natural classes of a
/// sequential palette for other ratios. Where nothing but bounds is known, labels tell them.
LayerStyle suitableStyle(const Plan& plan, const QString& indicator);

/// Whether the numbers of an indicator are amounts that grow with the area that they are counted in. Colours of such
/// numbers mislead: the large zone looks much, however little there is on each square kilometre.
bool isAmount(const Indicator& indicator);

/// Problems name the field as the JSON has it: ReferenceUnknown for an indicator, ValueUnknown for anything else.
Result<void> checkStyle(const LayerStyle& style, const Plan& plan);

/// Compact JSON; what has its preset value is left out.
QString toJson(const LayerStyle& style);
/// SyntaxError, FieldType, ValueUnknown. What it does not know is left unread: a later version may have written it.
Result<LayerStyle> layerStyleFromJson(const QString& json);

} // namespace tiermap
