#include "maps/figure/figure_block.h"

#include "core/analysis/zone_figures.h"
#include "maps/figure/logo.h"

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::optional<QPointF> pointIn(const QJsonArray& at) {
    if (at.size() != 2 || !at[0].isDouble() || !at[1].isDouble())
        return std::nullopt;
    return QPointF(at[0].toDouble(), at[1].toDouble());
}

bool isOfNumbers(FigureBlock::Kind kind) {
    return kind == FigureBlock::Kind::Table || kind == FigureBlock::Kind::Chart;
}

/// What a block needs, and nothing that it could not show.
void check(JsonFields& fields, const FigureBlock& block, const Plan& plan) {
    using enum Problem::Code;
    if (block.width < FigureBlock::narrowest || block.width > FigureBlock::widest)
        fields.fail(OutOfRange, u"width"_s,
                    {QString::number(block.width), QString::number(FigureBlock::narrowest),
                     QString::number(FigureBlock::widest)});
    if (block.kind == FigureBlock::Kind::Text && block.text.trimmed().isEmpty())
        fields.fail(FieldMissing, u"text"_s, {});
    if (isOfNumbers(block.kind) && block.indicators.isEmpty())
        fields.fail(FieldMissing, u"indicators"_s, {});
    const auto [least, most] = indicatorCount(block.form);
    const qsizetype count = block.indicators.size();
    if (block.kind == FigureBlock::Kind::Chart && (count < least || count > most))
        fields.fail(OutOfRange, u"indicators"_s,
                    {QString::number(count), QString::number(least), QString::number(most)});
    for (qsizetype i = 1; isComparison(block) && i < count; ++i) { // it would weigh twice
        if (block.indicators.first(i).contains(block.indicators[i]))
            fields.fail(DuplicateKey, u"indicators"_s, {block.indicators[i]});
    }
    const bool isSlope = block.kind == FigureBlock::Kind::Chart && block.form == FigureBlock::Form::Slope;
    for (const auto& [key, period] : {std::pair(u"from"_s, &block.from), {u"period"_s, &block.period}}) {
        if (isSlope && period->isEmpty())
            fields.fail(FieldMissing, key, {});
    }
    if (!block.from.isEmpty() && !Period::parse(block.from))
        fields.fail(ValueUnknown, u"from"_s, {block.from, u"2024, 2024-Q1, 2023-01..2023-11"_s});
    for (const QString& indicator : block.indicators) {
        if (!plan.indicator(indicator))
            fields.fail(ReferenceUnknown, u"indicators"_s, {indicator, u"indicator"_s});
    }
    if (!block.period.isEmpty() && !Period::parse(block.period))
        fields.fail(ValueUnknown, u"period"_s, {block.period, u"2024, 2024-Q1, 2023-01..2023-11"_s});
    if (block.kind != FigureBlock::Kind::Logo)
        return;
    if (const auto logo = readLogo(block.picture); !logo)
        fields.fail(logo.error().code, u"picture"_s, logo.error().arguments);
}

} // namespace

template <>
std::span<const Name<FigureBlock::Kind>> namesOf() {
    using enum FigureBlock::Kind;
    static constexpr Name<FigureBlock::Kind> names[] = {
        {Text, "text"_L1}, {Table, "table"_L1}, {Chart, "chart"_L1}, {Logo, "logo"_L1}};
    return names;
}

template <>
std::span<const Name<FigureBlock::Form>> namesOf() {
    using enum FigureBlock::Form;
    static constexpr Name<FigureBlock::Form> names[] = {{Dots, "dots"_L1},     {Scatter, "scatter"_L1},
                                                        {Slope, "slope"_L1},   {Parallel, "parallel"_L1},
                                                        {Matrix, "matrix"_L1}, {Ranks, "ranks"_L1}};
    return names;
}

FigureBlock::Count indicatorCount(FigureBlock::Form form) {
    switch (form) {
    case FigureBlock::Form::Scatter:
        return {2, 2};
    case FigureBlock::Form::Parallel:
        return {2, 8};
    case FigureBlock::Form::Matrix:
        return {1, 12};
    case FigureBlock::Form::Ranks:
        return {2, 30};
    case FigureBlock::Form::Dots:
    case FigureBlock::Form::Slope:
        break;
    }
    return {1, 1};
}

bool isComparison(const FigureBlock& block) {
    using enum FigureBlock::Form;
    return block.kind == FigureBlock::Kind::Chart &&
           (block.form == Parallel || block.form == Matrix || block.form == Ranks);
}

std::optional<Period> periodOf(const FigureBlock& block, const Plan& plan, const QString& indicator) {
    if (!block.period.isEmpty())
        return Period::parse(block.period);
    return isComparison(block) ? std::optional(periodsOf(plan, indicator).value(0)) : std::nullopt;
}

QString blockPart(qsizetype index) { return u"blocks[%1]"_s.arg(index); }

qsizetype blockIndex(const QString& part) {
    bool isNumber = false;
    const int index = part.startsWith("blocks["_L1) ? part.sliced(7).chopped(1).toInt(&isNumber) : -1;
    return isNumber ? index : -1;
}

QJsonArray toJson(const QList<FigureBlock>& blocks) {
    QJsonArray all;
    for (const FigureBlock& block : blocks) {
        QJsonObject object{{u"kind"_s, nameOf(block.kind)},
                           {u"at"_s, QJsonArray{block.at.x(), block.at.y()}},
                           {u"width"_s, block.width}};
        if (!block.text.isEmpty())
            object.insert(u"text"_s, block.text);
        if (!block.indicators.isEmpty())
            object.insert(u"indicators"_s, QJsonArray::fromStringList(block.indicators));
        if (!block.period.isEmpty())
            object.insert(u"period"_s, block.period);
        if (block.form != FigureBlock::Form::Dots)
            object.insert(u"form"_s, nameOf(block.form));
        if (!block.from.isEmpty())
            object.insert(u"from"_s, block.from);
        if (!block.picture.isEmpty())
            object.insert(u"picture"_s, QString::fromLatin1(block.picture.toBase64()));
        all += object;
    }
    return all;
}

QList<FigureBlock> readBlocks(JsonFields& fields, const Plan& plan) {
    QList<FigureBlock> blocks;
    const QJsonArray all = fields.list(u"blocks"_s);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString path = blockPart(i);
        if (!all[i].isObject()) {
            fields.fail(Problem::Code::FieldType, path, {u"object"_s});
            return blocks;
        }
        JsonFields part(all[i].toObject(), path);
        FigureBlock block;
        if (!part.has(u"kind"_s))
            part.fail(Problem::Code::FieldMissing, u"kind"_s, {});
        part.choice(u"kind"_s, block.kind);
        if (part.has(u"at"_s)) {
            const auto at = pointIn(part.list(u"at"_s));
            if (!at)
                part.fail(Problem::Code::FieldType, u"at"_s, {u"list"_s});
            block.at = at.value_or(QPointF());
        }
        part.number(u"width"_s, block.width);
        part.text(u"text"_s, block.text);
        part.texts(u"indicators"_s, block.indicators);
        part.text(u"period"_s, block.period);
        part.choice(u"form"_s, block.form);
        part.text(u"from"_s, block.from);
        QString picture;
        part.text(u"picture"_s, picture);
        block.picture = QByteArray::fromBase64(picture.toLatin1());
        check(part, block, plan);
        part.refuseOthers();
        fields.take(part);
        blocks += block;
    }
    return blocks;
}

} // namespace tiermap
