#include "app/compare/chart_view.h"

#include "app/compare/chart_plot.h"
#include "app/compare/chart_words.h"
#include "app/compare/compare_words.h"
#include "app/compare/dot_plot.h"
#include "app/compare/matrix_chart.h"
#include "app/compare/parallel_chart.h"
#include "app/compare/role_fit_chart.h"
#include "app/compare/scatter_chart.h"
#include "app/edit/clipboard_block.h"
#include "app/session/selection.h"
#include "app/session/words.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double copiedRatio = 2; // pixels of a copied picture for each of the screen: sharp in a document

/// Fills a box anew and keeps the choice where it is still there.
void fill(QComboBox& box, const QList<std::pair<QString, QVariant>>& items, int otherwise) {
    const QSignalBlocker quiet(box);
    const QVariant before = box.currentData();
    box.clear();
    for (const auto& [text, data] : items) {
        box.addItem(text, data);
        box.setItemData(box.count() - 1, text, Qt::ToolTipRole); // the box may be too narrow for it
    }
    const int again = box.findData(before);
    box.setCurrentIndex(again >= 0 ? again : std::min(otherwise, box.count() - 1));
}

} // namespace

ChartView::ChartView(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_kind(new QComboBox(this))
    , m_first(new QComboBox(this))
    , m_second(new QComboBox(this))
    , m_plot(new ChartPlot(this))
    , m_copySvg(new QAction(this))
    , m_copyPng(new QAction(this))
    , m_copyTable(new QAction(this)) {
    setObjectName(u"chartView"_s);
    arrange();
    retranslate();
    connect(&selection, &Selection::changed, this, [this] { m_plot->setEmphasis(m_selection.zones()); });
    connect(m_plot, &ChartPlot::zoneChosen, this, [this](const QString& zone, bool add) {
        if (add)
            m_selection.toggle(zone);
        else
            m_selection.set(zone.isEmpty() ? QStringList() : QStringList{zone});
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        offerChoices();
        build();
    });
    connect(m_first, &QComboBox::currentIndexChanged, this, [this] {
        if (kind() == Kind::Slope)
            offerYears();
        build();
    });
    connect(m_second, &QComboBox::currentIndexChanged, this, &ChartView::build);
    connect(m_copySvg, &QAction::triggered, this, [this] { copy(u"svg"_s); });
    connect(m_copyPng, &QAction::triggered, this, [this] { copy(u"png"_s); });
    connect(m_copyTable, &QAction::triggered, this, [this] { copy(u"table"_s); });
}

void ChartView::arrange() {
    auto* choices = new QHBoxLayout;
    for (QComboBox* box : {m_kind, m_first, m_second}) {
        // Long names of indicators must not make the window wide.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        choices->addWidget(box, 1);
    }
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(4, 4, 4, 4);
    all->addLayout(choices);
    all->addWidget(m_plot, 1);
    m_plot->addActions({m_copySvg, m_copyPng, m_copyTable});
    m_plot->setContextMenuPolicy(Qt::ActionsContextMenu);
    setFocusProxy(m_plot);
    m_kind->setObjectName(u"chartKind"_s);
    m_first->setObjectName(u"chartFirst"_s);
    m_second->setObjectName(u"chartSecond"_s);
}

void ChartView::retranslate() {
    setAccessibleName(tr("Charts"));
    m_kind->setAccessibleName(tr("Kind of chart"));
    m_copySvg->setText(tr("Copy as SVG"));
    m_copyPng->setText(tr("Copy as PNG"));
    m_copyTable->setText(tr("Copy as table"));
    const auto item = [](Kind kind, const char* name) {
        return std::pair(chartWords(name), QVariant(static_cast<int>(kind)));
    };
    fill(*m_kind,
         {item(Kind::Dots, QT_TRANSLATE_NOOP("Chart", "Dot plot")),
          item(Kind::Slope, QT_TRANSLATE_NOOP("Chart", "Slope chart")),
          item(Kind::Parallel, QT_TRANSLATE_NOOP("Chart", "Parallel coordinates")),
          item(Kind::Scatter, QT_TRANSLATE_NOOP("Chart", "Scatter plot")),
          item(Kind::Matrix, QT_TRANSLATE_NOOP("Chart", "Matrix")),
          item(Kind::RoleFit, QT_TRANSLATE_NOOP("Chart", "Role fit"))},
         0);
    offerChoices();
    build();
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartView::setContent(const Plan& plan, const std::optional<Comparison>& comparison,
                           const QList<ClaimEvidence>& claims) {
    m_plan = plan;
    m_comparison = comparison;
    m_claims = claims;
    m_slopes.clear();
    for (const Indicator& indicator : plan.indicators)
        if (const QList<YearPair> pairs = yearPairs(plan, indicator.key); !pairs.isEmpty())
            m_slopes << std::pair(indicator.key, pairs);
    offerChoices();
    build();
}

void ChartView::setKind(Kind kind) { m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind))); }

ChartView::Kind ChartView::kind() const { return static_cast<Kind>(m_kind->currentData().toInt()); }

const Chart& ChartView::chart() const { return m_plot->chart(); }

void ChartView::offerChoices() {
    QList<std::pair<QString, QVariant>> indicators;
    if (kind() == Kind::Slope) {
        for (const auto& [key, pairs] : std::as_const(m_slopes))
            indicators << std::pair(nameOfIndicator(m_plan, key), QVariant(key));
    } else if (m_comparison) {
        for (const MatrixColumn& column : m_comparison->matrix.columns)
            indicators << std::pair(oneLine(titleOf(m_plan, column)), QVariant(column.indicator));
    }
    fill(*m_first, indicators, 0);
    if (kind() == Kind::Slope)
        offerYears();
    else
        fill(*m_second, indicators, 1);
    const bool one = kind() == Kind::Dots || kind() == Kind::Slope || kind() == Kind::Scatter;
    const bool two = kind() == Kind::Slope || kind() == Kind::Scatter;
    m_first->setVisible(one && m_first->count() > 0);
    m_second->setVisible(two && m_second->count() > 0);
    m_first->setAccessibleName(tr("Indicator"));
    m_second->setAccessibleName(kind() == Kind::Slope ? tr("Years") : tr("Second indicator"));
}

void ChartView::offerYears() {
    QList<std::pair<QString, QVariant>> years;
    for (const YearPair& pair : m_slopes.value(m_first->currentIndex()).second)
        years << std::pair(tr("%1–%2, zones with both: %3").arg(words(pair.from), words(pair.to)).arg(pair.zones),
                           QVariant(pair.from.toString() + u' ' + pair.to.toString()));
    fill(*m_second, years, 0);
}

Chart ChartView::made() const {
    const int first = m_first->currentIndex();
    const int second = m_second->currentIndex();
    if (kind() == Kind::Slope) {
        const auto slope = m_slopes.value(first);
        const bool any = second >= 0 && second < slope.second.size();
        return slopeChart(m_plan, slope.first, any ? std::optional(slope.second[second]) : std::nullopt);
    }
    if (!m_comparison)
        return Chart{.name = tr("Charts"),
                     .sentence = tr("There is nothing to be shown until zones have been compared.")};
    switch (kind()) {
    case Kind::Dots:
        return dotPlot(m_plan, *m_comparison, first);
    case Kind::Parallel:
        return parallelChart(m_plan, *m_comparison);
    case Kind::Scatter:
        return scatterChart(m_plan, *m_comparison, first, second);
    case Kind::Matrix:
        return matrixChart(m_plan, *m_comparison);
    case Kind::Slope:
    case Kind::RoleFit:
        break;
    }
    return roleFitChart(m_plan, *m_comparison, m_claims);
}

void ChartView::build() {
    m_plot->setChart(made());
    m_plot->setEmphasis(m_selection.zones());
    for (QAction* action : {m_copySvg, m_copyPng, m_copyTable})
        action->setEnabled(m_plot->chart().sentence.isEmpty());
}

QByteArray ChartView::svg() const { return m_plot->svg(); }

QImage ChartView::image(double ratio) const { return m_plot->image(ratio); }

QString ChartView::table() const { return textFromBlock(m_plot->chart().table); }

void ChartView::copy(const QString& type) const {
    auto content = std::make_unique<QMimeData>();
    if (type == "svg"_L1)
        content->setData(u"image/svg+xml"_s, svg());
    else if (type == "png"_L1)
        content->setImageData(image(copiedRatio));
    else
        content->setText(table());
    QGuiApplication::clipboard()->setMimeData(content.release());
}

} // namespace tiermap
