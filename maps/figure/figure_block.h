#pragma once

#include "core/plan/json_fields.h"
#include "core/plan/names.h"
#include "core/plan/plan.h"

#include <QByteArray>
#include <QPointF>

namespace tiermap {

/// Something of one's own on the sheet. Lengths in mm of the printed page.
struct FigureBlock {
    enum class Kind {
        Text,
        Table, ///< of indicators, a row for each district of the layout
        Chart,
        Logo,
    };
    /// Of a chart.
    enum class Form {
        Dots,     ///< of one indicator: a dot for each district, a row for each tier, with its median
        Scatter,  ///< of two: a symbol for each district that has both, the first to the right and the second upwards
        Slope,    ///< of one at two periods: a line for each district that has both
        Parallel, ///< of several: an axis for each of them, a line for each district
        Matrix,   ///< of several: a row for each district, a column for each of them, shaded within the column
        Ranks,    ///< of several: by tier, the ranks that districts have by random weightings of them
    };
    /// Of indicators.
    struct Count {
        qsizetype least;
        qsizetype most;
    };

    Kind kind = Kind::Text;
    QPointF at{};             ///< its upper left corner
    double width = 60;        ///< `narrowest` to `widest`
    QString text{};           ///< of Text; of Table and Chart what stands above them, of Logo what it shows
    QStringList indicators{}; ///< of Table and Chart
    QString period{};         ///< as Period writes it; empty: periodOf() says which
    Form form = Form::Dots;   ///< of Chart
    QString from{};           ///< of a Slope: the period that it comes from, `period` being the other
    QByteArray picture{};     ///< of Logo: a PNG or an SVG

    static constexpr double narrowest = 15;
    static constexpr double widest = 500;
};

template <>
std::span<const Name<FigureBlock::Kind>> namesOf(); ///< text, table, chart, logo

template <>
std::span<const Name<FigureBlock::Form>> namesOf(); ///< dots, scatter, slope, parallel, matrix, ranks

FigureBlock::Count indicatorCount(FigureBlock::Form form); ///< how many of them a chart shows
bool isComparison(const FigureBlock& block); ///< a chart of several indicators, as the window compares them

/// Whose numbers of an indicator the block shows: its own period's; without one the latest of each district (nothing),
/// or, in a comparison, those of the period that most of them have.
std::optional<Period> periodOf(const FigureBlock& block, const Plan& plan, const QString& indicator);

QString blockPart(qsizetype index);        ///< "blocks[0]": the path of a block, and its name in Sheet::parts
qsizetype blockIndex(const QString& part); ///< -1 where it names no block

QJsonArray toJson(const QList<FigureBlock>& blocks);

/// The field "blocks". FieldType, FieldMissing, FieldUnknown, OutOfRange, ReferenceUnknown, ValueUnknown, DuplicateKey,
/// PictureTooLarge, each with the path of its key ("blocks[1].width").
QList<FigureBlock> readBlocks(JsonFields& fields, const Plan& plan);

} // namespace tiermap
