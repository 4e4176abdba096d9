#pragma once

#include "app/compare/chart.h"
#include "core/analysis/plan_matrix.h"

#include <QHash>

namespace tiermap {

// What the charts of a comparison have in common, in the language of the interface.

QString chartWords(const char* text); ///< translated in the context "Chart"

/// The zones of a plan, as charts begin with them.
class ChartZones {
public:
    explicit ChartZones(const Plan& plan);

    Chart chart(Chart::Form form, const char* name) const; ///< with the tiers
    ChartMark mark(const QString& code) const;             ///< without place and numbers
    QString tierName(const ChartMark& mark) const;
    /// Adds a mark whose `details` and numbers are there; `numbers` are words such as "总部企业 82 家".
    void add(Chart& chart, ChartMark mark, const QStringList& numbers) const;
    /// The zone has no mark: it is named below the chart, and in the table with "no data" in `columns` columns.
    void addWithoutData(Chart& chart, const QString& code, qsizetype columns) const;

private:
    const Plan& m_plan;
    QHash<QString, qsizetype> m_zones;
    QHash<QString, int> m_tiers;
};

QString noData();
QString tableNumber(double number); ///< all its digits: it reads back as the same number
QString oneLine(QString title);     ///< of titleOf(), which has two
QString numberAndUnit(const Plan& plan, const Observation& observation);   ///< "82 家", with a star where illustrative
QString valueOf(const Plan& plan, const Observation& observation);         ///< "总部企业 82 家"
QString valueWithSource(const Plan& plan, const Observation& observation); ///< "总部企业 82 家, 2024, source"
bool isIllustrative(const Observation& observation);
void noteIllustrative(Chart& chart, bool illustrative);

/// Places marks that are in order in rows, tiers apart from each other. Sets the y of their points and the chart's y.
void setInRows(Chart& chart);

/// Names the zones without data, once all are known.
void finish(Chart& chart, const Plan& plan);

/// A chart that has nothing to show but says why.
Chart withoutMarks(Chart chart, const QString& sentence);

/// The numbers with room around them; `fromZero`: none of them is negative, and 0 belongs to them.
ChartAxis axisOf(const QString& title, const std::vector<double>& numbers, bool fromZero);

} // namespace tiermap
