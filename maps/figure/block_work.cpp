#include "maps/figure/block_work.h"

#include "maps/style/number_text.h"
#include "maps/style/period_text.h"
#include "maps/style/style_words.h"

using namespace Qt::StringLiterals;

namespace tiermap {

BlockColumn columnOf(BlockWork& work, const QString& key) {
    return columnOf(work, key, periodOf(work.wanted, work.layout.plan, key));
}

BlockColumn columnOf(BlockWork& work, const QString& key, const std::optional<Period>& period) {
    const Plan& plan = work.layout.plan;
    BlockColumn column{plan.indicator(key), zoneFigures(plan, key, period)};
    QStringList all;
    for (const ZoneFigure& figure : column.figures) {
        if (figure.observation < 0) {
            column.periods += QString();
            continue;
        }
        const Observation& observation = plan.observations[figure.observation];
        column.periods += periodText(observation.period, work.language());
        all += column.periods.last();
        if (!work.result.sources.contains(observation.source))
            work.result.sources += observation.source;
        work.result.hasEstimates |= observation.status == Observation::Status::Estimate;
        work.result.hasIllustrative |= observation.status == Observation::Status::Illustrative;
    }
    all.removeDuplicates();
    QStringList about{column.indicator->unit.in(work.language())};
    if (all.size() == 1) { // else each row says its own
        about += all.first();
        column.periods.clear();
    }
    about.removeAll(QString());
    column.about = about.join(style_words::separator.in(work.language()));
    column.heading = column.indicator->name.in(work.language());
    if (!column.about.isEmpty())
        column.heading = style_words::withPeriod.in(work.language()).arg(column.heading, column.about);
    if (work.result.words.isEmpty())
        work.result.words = work.wanted.text;
    work.result.words += (work.result.words.isEmpty() ? QString() : u": "_s) + column.heading;
    return column;
}

QString valueText(const BlockWork& work, const BlockColumn& column, qsizetype row) {
    const ZoneFigure& figure = column.figures[row];
    if (figure.known == ZoneFigure::Known::Withheld)
        return style_words::withheld.in(work.language());
    if (figure.observation < 0 || !work.layout.plan.observations[figure.observation].value)
        return style_words::missing.in(work.language());
    const Observation& observation = work.layout.plan.observations[figure.observation];
    const QString value = quantityText(*observation.value, work.language());
    const QString when = column.periods.value(row);
    return when.isEmpty() ? value : style_words::withPeriod.in(work.language()).arg(value, when);
}

double addTitle(BlockWork& work) {
    return work.wanted.text.isEmpty() ? blockPadding
                                      : work.block().paragraph({blockPadding, blockPadding}, work.wanted.text,
                                                               blockTitleSize, work.theme().text, work.room()) +
                                            0.6;
}

} // namespace tiermap
