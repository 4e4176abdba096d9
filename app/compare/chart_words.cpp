#include "app/compare/chart_words.h"

#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double betweenTiers = 0.6; // rows
constexpr qsizetype mostNamed = 60;  // of zones without data; the table has them all

QString comma() { return chartWords(QT_TRANSLATE_NOOP("Chart", ", ")); }

} // namespace

QString chartWords(const char* text) { return QCoreApplication::translate("Chart", text); }

ChartZones::ChartZones(const Plan& plan)
    : m_plan(plan) {
    for (qsizetype i = 0; i < plan.zones.size(); ++i)
        m_zones.insert(plan.zones[i].code, i);
    for (qsizetype i = 0; i < plan.tiers.size(); ++i)
        m_tiers.insert(plan.tiers[i].key, static_cast<int>(i));
}

Chart ChartZones::chart(Chart::Form form, const char* name) const {
    Chart chart{.form = form, .name = chartWords(name)};
    const Language language = interfaceLanguage();
    for (const Tier& tier : m_plan.tiers)
        chart.tiers << ChartTier{
            .mark = tier.mark.in(language), .name = tier.name.in(language), .colour = QColor::fromString(tier.color)};
    return chart;
}

ChartMark ChartZones::mark(const QString& code) const {
    ChartMark mark{.zone = code, .name = code};
    if (const auto at = m_zones.constFind(code); at != m_zones.constEnd()) {
        mark.name = m_plan.zones[*at].name.in(interfaceLanguage());
        mark.tier = m_tiers.value(m_plan.zones[*at].tier, -1);
    }
    return mark;
}

QString ChartZones::tierName(const ChartMark& mark) const {
    return mark.tier < 0 ? QString() : m_plan.tiers[mark.tier].name.in(interfaceLanguage());
}

void ChartZones::add(Chart& chart, ChartMark mark, const QStringList& numbers) const {
    QStringList words{mark.name};
    if (mark.tier >= 0)
        words << tierName(mark);
    words << numbers.join(chartWords(QT_TRANSLATE_NOOP("Chart", "; ")));
    mark.words = words.join(comma());
    chart.marks << std::move(mark);
}

void ChartZones::addWithoutData(Chart& chart, const QString& code, qsizetype columns) const {
    const ChartMark zone = mark(code);
    chart.withoutData << code;
    QStringList row{zone.name, tierName(zone)};
    for (qsizetype i = 0; i < columns; ++i)
        row << noData();
    row.resize(std::max(row.size(), chart.table.first().size())); // a source, say, is neither there nor missing
    chart.table << row;
}

QString noData() { return chartWords(QT_TRANSLATE_NOOP("Chart", "no data")); }

QString tableNumber(double number) {
    return std::isnan(number) ? noData() : QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString oneLine(QString title) { return title.replace(u'\n', comma()); }

QString numberAndUnit(const Plan& plan, const Observation& observation) {
    const Indicator* indicator = plan.indicator(observation.indicator);
    const QString unit = indicator != nullptr ? indicator->unit.in(interfaceLanguage()) : QString();
    const QString number = observation.value ? words(*observation.value) : noData();
    return number + (isIllustrative(observation) ? u" *"_s : QString()) + (unit.isEmpty() ? QString() : u' ' + unit);
}

QString valueOf(const Plan& plan, const Observation& observation) {
    const Indicator* indicator = plan.indicator(observation.indicator);
    const QString name = indicator != nullptr ? indicator->name.in(interfaceLanguage()) : observation.indicator;
    return name + u' ' + numberAndUnit(plan, observation);
}

QString valueWithSource(const Plan& plan, const Observation& observation) {
    QStringList parts{valueOf(plan, observation), words(observation.period), observation.source};
    if (observation.status != Observation::Status::Published)
        parts << words(observation.status);
    return parts.join(comma());
}

bool isIllustrative(const Observation& observation) { return observation.status == Observation::Status::Illustrative; }

void noteIllustrative(Chart& chart, bool illustrative) {
    if (illustrative)
        chart.notes << chartWords(QT_TRANSLATE_NOOP("Chart", "* illustrative numbers are among them"));
}

void setInRows(Chart& chart) {
    double row = 0;
    for (qsizetype i = 0; i < chart.marks.size(); ++i) {
        if (i > 0) {
            const bool same = chart.marks[i].tier == chart.marks[i - 1].tier;
            if (!same)
                chart.separators << row + (1 + betweenTiers) / 2;
            row += same ? 1 : 1 + betweenTiers;
        }
        for (QPointF& point : chart.marks[i].points)
            point.setY(row);
    }
    chart.y = {.from = -0.7, .to = row + 0.7};
}

void finish(Chart& chart, const Plan& plan) {
    if (chart.withoutData.isEmpty())
        return;
    QString names = zoneNames(plan, chart.withoutData.first(std::min(mostNamed, chart.withoutData.size())));
    if (chart.withoutData.size() > mostNamed)
        names = chartWords(QT_TRANSLATE_NOOP("Chart", "%1 and %2 more"))
                    .arg(names)
                    .arg(chart.withoutData.size() - mostNamed);
    chart.withoutDataWords = chartWords(QT_TRANSLATE_NOOP("Chart", "No data: %1")).arg(names);
}

Chart withoutMarks(Chart chart, const QString& sentence) {
    chart.sentence = sentence;
    return chart;
}

ChartAxis axisOf(const QString& title, const std::vector<double>& numbers, bool fromZero) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const double number : numbers) {
        if (!std::isnan(number)) {
            least = std::min(least, number);
            most = std::max(most, number);
        }
    }
    if (least > most)
        return {.title = title};
    const bool zero = fromZero && least >= 0;
    if (zero)
        least = 0;
    double room = (most - least) * 0.06;
    if (room == 0)
        room = std::max(std::abs(most) * 0.1, 0.5);
    return {.title = title, .from = zero ? -room / 2 : least - room, .to = most + room};
}

} // namespace tiermap
