#pragma once

#include "app/compare/chart.h"
#include "app/compare/slope_chart.h"
#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"

#include <QImage>
#include <QWidget>

class QAction;
class QComboBox;

namespace tiermap {

class ChartPlot;
class Selection;

/// The charts of a comparison, one at a time. Zones that are selected anywhere are emphasised in it; a click on a zone
/// selects it, Ctrl and a click adds it. Arrow keys go from zone to zone, Space selects. What is copied has the colours of
/// paper.
class ChartView : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Dots, Slope, Parallel, Scatter, Matrix, RoleFit };

    /// The selection must outlive the view.
    explicit ChartView(Selection& selection, QWidget* parent = nullptr);

    /// What the charts show; they keep it. Without a comparison they say so, but for the slope chart, which needs none.
    void setContent(const Plan& plan, const std::optional<Comparison>& comparison, const QList<ClaimEvidence>& claims);
    void setKind(Kind kind);
    Kind kind() const;
    const Chart& chart() const;

    QByteArray svg() const;           ///< its texts are texts
    QImage image(double ratio) const; ///< so many pixels for each of the screen
    QString table() const;            ///< parted by tabs, headings first; zones without data are in it

    QSize minimumSizeHint() const override { return {360, 240}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void offerChoices(); ///< of the kind of chart that is shown
    void offerYears();
    void build();
    Chart made() const;
    void copy(const QString& type) const;

    Selection& m_selection;
    Plan m_plan;
    std::optional<Comparison> m_comparison;
    QList<ClaimEvidence> m_claims;
    QList<std::pair<QString, QList<YearPair>>> m_slopes; ///< of the indicators that have any

    QComboBox* m_kind;
    QComboBox* m_first;  ///< an indicator
    QComboBox* m_second; ///< another one, or two years
    ChartPlot* m_plot;
    QAction* m_copySvg;
    QAction* m_copyPng;
    QAction* m_copyTable;
};

} // namespace tiermap
