// The charts of a comparison: what they hold, what they say, and how a person works with them.

#include "app/compare/chart_labels.h"
#include "app/compare/chart_plot.h"
#include "app/compare/chart_view.h"
#include "app/compare/matrix_chart.h"
#include "app/session/selection.h"
#include "core/plan/package.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QXmlStreamReader>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

using Kind = ChartView::Kind;
const QList<Kind> allKinds{Kind::Dots, Kind::Slope, Kind::Parallel, Kind::Scatter, Kind::Matrix, Kind::RoleFit};
const QString emptyZone = u"330111"_s; // Fuyang, of which the plan has no numbers of these years either

Observation madeUp(const QString& zone, const QString& indicator, const QString& year, double number) {
    Observation observation;
    observation.zone = zone;
    observation.indicator = indicator;
    observation.period = *Period::parse(year);
    observation.source = u"made up for a test"_s;
    observation.value = Quantity{.number = number};
    observation.status = Observation::Status::Illustrative;
    observation.adopted = true;
    return observation;
}

/// Numbers of zones that have no others, two years of one indicator; one zone lacks each of the indicators.
void addNumbers(Plan& plan) {
    int i = 0;
    for (const Zone& zone : plan.layoutZones()) {
        if (zone.kind != Zone::Kind::District)
            continue;
        ++i;
        if (zone.code == emptyZone)
            continue;
        const auto number = static_cast<double>((i * 37) % 101);
        if (i % 5 != 0)
            plan.observations << madeUp(zone.code, u"cbec_export"_s, u"2023"_s, 20 + number)
                              << madeUp(zone.code, u"cbec_export"_s, u"2024"_s, 30 + 1.2 * number - i);
        if (i % 4 != 0)
            plan.observations << madeUp(zone.code, u"cbec_share_export"_s, u"2024"_s, 5 + number / 5);
        plan.observations << madeUp(zone.code, u"firms_data"_s, u"2024"_s, 3 * number + 100 * (i % 3));
    }
}

Tier tier(const QString& key, const QString& mark, const QString& color) {
    Tier tier;
    tier.key = key;
    tier.mark = {mark, key.toUpper()};
    tier.name = {mark, u"Tier "_s + key};
    tier.color = color;
    return tier;
}

Plan manyZones(int count) {
    Plan plan;
    plan.tiers = {tier(u"a"_s, u"甲"_s, u"#1F5A94"_s), tier(u"b"_s, u"乙"_s, u"#B9D67A"_s)};
    for (const QString& key : {u"one"_s, u"two"_s})
        plan.indicators << Indicator{.key = key,
                                     .name = {key, key},
                                     .unit = {u"家"_s, u"firms"_s},
                                     .direction = Indicator::Direction::MoreIsBetter};
    for (int i = 0; i < count; ++i) {
        const QString code = u"Z%1"_s.arg(i);
        Zone zone;
        zone.code = code;
        zone.name = {u"片区%1"_s.arg(i), u"Zone %1"_s.arg(i)};
        zone.tier = i % 3 == 0 ? u"b"_s : u"a"_s;
        plan.zones << zone;
        plan.observations << madeUp(code, u"one"_s, u"2024"_s, (i * 7919) % 3001)
                          << madeUp(code, u"two"_s, u"2024"_s, (i * 104729) % 2999);
    }
    return plan;
}

/// Without what compareZones() adds, which takes the cube of the number of zones.
Comparison columnsOnly(const Plan& plan, const QStringList& indicators) {
    Comparison comparison;
    comparison.matrix = planMatrix(plan, indicators);
    std::vector<IndicatorMeaning> meanings(static_cast<std::size_t>(indicators.size()));
    comparison.scaled = *scaled(comparison.matrix.values, meanings, Scaling::MinMax);
    comparison.unit = comparison.scaled.values;
    return comparison;
}

QStringList zonesOf(const Chart& chart) {
    QStringList zones;
    for (const ChartMark& mark : chart.marks)
        zones << mark.zone;
    return zones;
}

} // namespace

class ChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachZoneIsMarkedOrNamed_data();
    void eachZoneIsMarkedOrNamed();
    void clickSelects_data() { kinds(); }
    void clickSelects();
    void selectionEmphasises_data() { kinds(); }
    void selectionEmphasises();
    void selectionDoesNotRebuild();
    void keysGoFromZoneToZone_data() { kinds(); }
    void keysGoFromZoneToZone();
    void tooltipsSayAll();
    void dotsHaveMediansAndTarget();
    void slopesAreOfTwoYears();
    void missingInterruptsLines();
    void axesShowRealNumbers();
    void lessIsBetterIsTurned();
    void cellsAreInOrderOfLikeness();
    void roleFitIsOfTheSamples();
    void tableHasTheSameNumbers();
    void svgHoldsTexts_data() { kinds(); }
    void svgHoldsTexts();
    void copies();
    void emptyIsSaid_data() { kinds(); }
    void emptyIsSaid();
    void labelsDoNotOverlap_data();
    void labelsDoNotOverlap();
    void labelsAreSpread();
    void textsAreWrapped();
    void darkIsNotLight();
    void hostileNames();

private:
    static void kinds() {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : allKinds)
            QTest::addRow("%d", static_cast<int>(kind)) << kind;
    }
    /// Shown, of the plan with made-up numbers.
    ChartPlot& show(Kind kind, const QSize& size = {720, 480});
    ChartPlot& plot() const { return *m_view->findChild<ChartPlot*>(); }
    void choose(const QString& box, const QString& data) const {
        auto* choices = m_view->findChild<QComboBox*>(box);
        choices->setCurrentIndex(choices->findData(data));
    }

    Plan m_plan;
    std::optional<Comparison> m_comparison;
    QList<ClaimEvidence> m_claims;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ChartView> m_view;
};

void ChartsTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_plan = *plan;
    addNumbers(m_plan);
    ComparisonSettings settings;
    settings.indicators =
        QStringList{u"cbec_share_export"_s, u"gdp"_s, u"hq_enterprises"_s, u"cbec_export"_s, u"firms_data"_s};
    settings.samples = 500;
    const auto comparison = compareZones(m_plan, settings);
    QVERIFY(comparison);
    m_comparison = *comparison;
    m_claims = claimEvidence(m_plan, {});
}

void ChartsTest::init() {
    m_view.reset();
    m_selection = std::make_unique<Selection>();
    m_view = std::make_unique<ChartView>(*m_selection);
}

ChartPlot& ChartsTest::show(Kind kind, const QSize& size) {
    m_view->resize(size);
    m_view->setContent(m_plan, m_comparison, m_claims);
    m_view->setKind(kind);
    m_view->show();
    (void)QTest::qWaitForWindowExposed(m_view.get());
    plot().replot();
    return plot();
}

void ChartsTest::eachZoneIsMarkedOrNamed_data() { kinds(); }

void ChartsTest::eachZoneIsMarkedOrNamed() {
    QFETCH(const Kind, kind);
    show(kind);
    if (kind == Kind::Slope)
        choose(u"chartFirst"_s, u"cbec_export"_s);
    const Chart& chart = m_view->chart();
    QVERIFY2(chart.sentence.isEmpty(), qPrintable(chart.sentence));
    const QStringList shown = zonesOf(chart);
    for (const QString& code : m_comparison->matrix.zones)
        QVERIFY2(shown.contains(code) != chart.withoutData.contains(code), qPrintable(code));
    QCOMPARE(shown.size() + chart.withoutData.size(), m_comparison->matrix.zones.size());
    QVERIFY(chart.withoutData.contains(emptyZone));
    const Text& name = m_plan.zone(emptyZone)->name;
    QVERIFY(chart.withoutDataWords.contains(name.en) || chart.withoutDataWords.contains(name.zh));
    QVERIFY(chart.notes.join(u' ').contains(u'*'));
    for (const ChartMark& mark : chart.marks)
        QVERIFY(std::ranges::any_of(mark.points, [](const QPointF& point) { return !std::isnan(point.y()); }));
}

void ChartsTest::clickSelects() {
    QFETCH(const Kind, kind);
    ChartPlot& plot = show(kind);
    QVERIFY(plot.chart().marks.size() > 2);
    const auto pixel = [&](int mark) {
        int point = 0;
        while (std::isnan(plot.chart().marks[mark].points[point].y()))
            ++point;
        return plot.place(mark, point).toPoint();
    };
    const int first = plot.markAt(pixel(0)); // another one may lie on top of it
    const int second = plot.markAt(pixel(2));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, pixel(0));
    QCOMPARE(m_selection->zones(), QStringList{plot.chart().marks[first].zone});
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ControlModifier, pixel(2));
    QCOMPARE(m_selection->zones(), (QStringList{plot.chart().marks[first].zone, plot.chart().marks[second].zone}));
    QCOMPARE(plot.current(), plot.chart().marks[second].zone);
    QTest::mouseClick(&plot, Qt::LeftButton, Qt::ControlModifier, QPoint(1, 1)); // adding nothing takes nothing away
    QCOMPARE(m_selection->zones().size(), 2);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(1, 1));
    QVERIFY(m_selection->zones().isEmpty());
}

void ChartsTest::selectionEmphasises() {
    QFETCH(const Kind, kind);
    ChartPlot& plot = show(kind);
    const QImage before = plot.grab().toImage();
    const QImage copied = m_view->image(1);
    m_selection->set({plot.chart().marks[1].zone});
    const QImage after = plot.grab().toImage();
    QVERIFY(after != before);
    QVERIFY(m_view->image(1) != copied);
    // Dark strokes are there that were not: shape, not only colour.
    const auto dark = [](const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += qGray(image.pixel(x, y)) < 60;
        return count;
    };
    QVERIFY(dark(after) > dark(before) + 30);
    m_selection->set({});
    QCOMPARE(plot.grab().toImage(), before);
    m_selection->set({u"nowhere"_s});
    QCOMPARE(plot.grab().toImage(), before);
}

/// Three thousand zones: the plot is not made anew, and how long the emphasis takes is printed.
void ChartsTest::selectionDoesNotRebuild() {
    const Plan plan = manyZones(3000);
    const Comparison comparison = columnsOnly(plan, {u"one"_s, u"two"_s});
    m_view->resize(900, 600);
    m_view->setContent(plan, comparison, {});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    for (const Kind kind : {Kind::Dots, Kind::Parallel, Kind::Scatter, Kind::Matrix}) {
        QElapsedTimer clock;
        clock.start();
        m_view->setKind(kind);
        plot().replot();
        const double made = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QCOMPARE(m_view->chart().marks.size(), 3000);
        const QSignalSpy replots(&plot(), &QCustomPlot::afterReplot);
        clock.restart();
        constexpr int times = 20;
        for (int i = 0; i < times; ++i)
            m_selection->set({u"Z%1"_s.arg(i * 31 + static_cast<int>(kind))});
        qInfo("chart %d of 3000 zones: made in %.0f ms, a new selection in %.2f ms", static_cast<int>(kind), made,
              static_cast<double>(clock.nsecsElapsed()) / 1e6 / times);
        QStringList hundred;
        for (int i = 0; i < 100; ++i)
            hundred << u"Z%1"_s.arg(i);
        clock.restart();
        m_selection->set(hundred);
        qInfo("  a hundred in %.2f ms", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QCOMPARE(replots.size(), 0);
    }
}

void ChartsTest::keysGoFromZoneToZone() {
    QFETCH(const Kind, kind);
    ChartPlot& plot = show(kind);
    plot.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.current(), plot.chart().marks[0].zone);
    QCOMPARE(plot.accessibleDescription(), plot.chart().marks[0].words);
    QTest::keyClick(&plot, Qt::Key_Down);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.current(), plot.chart().marks[2].zone);
    QVERIFY(m_selection->zones().isEmpty());
    QTest::keyClick(&plot, Qt::Key_Space);
    QCOMPARE(m_selection->zones(), QStringList{plot.chart().marks[2].zone});
    QTest::keyClick(&plot, Qt::Key_Up);
    QTest::keyClick(&plot, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(m_selection->zones().size(), 2);
    QTest::keyClick(&plot, Qt::Key_End);
    QTest::keyClick(&plot, Qt::Key_Down);
    QCOMPARE(plot.current(), plot.chart().marks.constLast().zone);
    const ChartMark& last = plot.chart().marks.constLast();
    QVERIFY(plot.accessibleDescription().startsWith(last.name));
    QVERIFY(plot.accessibleDescription().contains(m_plan.tiers[last.tier].name.en) ||
            plot.accessibleDescription().contains(m_plan.tiers[last.tier].name.zh));
}

void ChartsTest::tooltipsSayAll() {
    ChartPlot& plot = show(Kind::Dots);
    choose(u"chartFirst"_s, u"hq_enterprises"_s);
    plot.replot();
    const auto xiaoshan = static_cast<int>(zonesOf(plot.chart()).indexOf(u"330109"_s));
    QVERIFY(xiaoshan >= 0);
    const QString words = plot.wordsAt(plot.place(xiaoshan, 0));
    const auto row = m_comparison->matrix.columns[2]
                         .observations[static_cast<std::size_t>(m_comparison->matrix.zones.indexOf(u"330109"_s))];
    const Observation& observation = m_plan.observations[row];
    for (const QString& part : {plot.chart().marks[xiaoshan].name, plot.chart().tiers[0].name,
                                QString::number(observation.value->number), u"2024"_s, observation.source})
        QVERIFY2(words.contains(part), qPrintable(words));
    QHelpEvent help(QEvent::ToolTip, plot.place(xiaoshan, 0).toPoint(), QPoint(10, 10));
    QApplication::sendEvent(&plot, &help);
    QVERIFY(QToolTip::text().contains(u"2024"_s));
    choose(u"chartFirst"_s, u"firms_data"_s);
    plot.replot();
    QVERIFY(plot.wordsAt(plot.place(0, 0)).contains(u'*')); // with a word beside it
    QVERIFY(plot.wordsAt(plot.place(0, 0)).contains(u"illustrative"_s) ||
            plot.wordsAt(plot.place(0, 0)).contains(u"示意"_s));
}

void ChartsTest::dotsHaveMediansAndTarget() {
    show(Kind::Dots);
    choose(u"chartFirst"_s, u"cbec_share_export"_s);
    const Chart& chart = m_view->chart();
    QVERIFY(!chart.target.isEmpty());
    QVERIFY(chart.target.contains(u"20"_s));
    int targets = 0;
    for (const ChartLine& line : chart.lines) {
        targets += line.kind == ChartLine::Kind::Target;
        QVERIFY(line.x >= chart.x.from && line.x <= chart.x.to);
        if (line.kind == ChartLine::Kind::Target) {
            QCOMPARE(line.x, 20.0);
            continue;
        }
        std::vector<double> numbers;
        for (const ChartMark& mark : chart.marks)
            if (mark.points.first().y() > line.from && mark.points.first().y() < line.to)
                numbers.push_back(mark.points.first().x());
        std::ranges::sort(numbers);
        QCOMPARE((numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2]) / 2, line.x);
    }
    QCOMPARE(targets, 1);
    choose(u"chartFirst"_s, u"gdp"_s);
    QVERIFY(m_view->chart().target.isEmpty());
    QVERIFY(m_view->chart().notes.isEmpty());                      // all are published
    for (qsizetype i = 1; i < m_view->chart().marks.size(); ++i) { // tiers stay together, rows apart
        QVERIFY(m_view->chart().marks[i - 1].tier <= m_view->chart().marks[i].tier);
        QVERIFY(m_view->chart().marks[i].points.first().y() - m_view->chart().marks[i - 1].points.first().y() > 0.99);
    }
}

void ChartsTest::slopesAreOfTwoYears() {
    const QList<YearPair> pairs = yearPairs(m_plan, u"cbec_export"_s);
    QVERIFY(!pairs.isEmpty());
    QCOMPARE(pairs.first().from.toString(), u"2023"_s);
    QCOMPARE(pairs.first().to.toString(), u"2024"_s);
    QVERIFY(yearPairs(m_plan, u"pop_census_2020"_s).isEmpty()); // one year only
    QVERIFY(yearPairs(m_plan, u"nothing"_s).isEmpty());
    for (const YearPair& pair : yearPairs(m_plan, u"gdp"_s))
        QVERIFY(pair.zones >= 2 && pair.from.to < pair.to.from);
    show(Kind::Slope);
    choose(u"chartFirst"_s, u"cbec_export"_s);
    const Chart& chart = m_view->chart();
    QCOMPARE(chart.marks.size(), pairs.first().zones);
    QCOMPARE(chart.columns.size(), 2);
    QVERIFY(chart.columns[0].title.contains(u"2023"_s) && chart.columns[1].title.contains(u"2024"_s));
    for (const ChartMark& mark : chart.marks) {
        QCOMPARE(mark.ends.size(), 2);
        QVERIFY(mark.ends[0].contains(u'*'));
    }
}

void ChartsTest::missingInterruptsLines() {
    show(Kind::Parallel);
    const Chart& chart = m_view->chart();
    const IndicatorMatrix& unit = m_comparison->unit;
    int gaps = 0;
    for (const ChartMark& mark : chart.marks) {
        const auto zone = static_cast<int>(m_comparison->matrix.zones.indexOf(mark.zone));
        QCOMPARE(mark.points.size(), unit.indicators());
        for (int i = 0; i < unit.indicators(); ++i) {
            QCOMPARE(std::isnan(mark.points[i].y()), unit.isMissing(zone, i));
            if (!unit.isMissing(zone, i))
                QCOMPARE(mark.points[i].y(), unit.at(zone, i));
            gaps += unit.isMissing(zone, i);
        }
    }
    QVERIFY(gaps > 0);
}

void ChartsTest::axesShowRealNumbers() {
    show(Kind::Parallel);
    const ChartColumn& gdp = m_view->chart().columns[1];
    std::vector<double> numbers = m_comparison->matrix.values.indicator(1);
    std::erase_if(numbers, [](double number) { return std::isnan(number); });
    const auto plain = [](QString text) { return text.remove(QChar(0x2009)).toDouble(); };
    QCOMPARE(plain(gdp.most), std::ranges::max(numbers));
    QCOMPARE(plain(gdp.least), std::ranges::min(numbers));
    QVERIFY(gdp.title.contains(u"2021"_s));
}

void ChartsTest::lessIsBetterIsTurned() {
    Plan plan = manyZones(5);
    plan.indicators[0].direction = Indicator::Direction::LessIsBetter;
    const auto comparison = compareZones(plan, {.indicators = {u"one"_s, u"two"_s}, .samples = 0});
    QVERIFY(comparison);
    m_view->setContent(plan, *comparison, {});
    m_view->setKind(Kind::Parallel);
    const Chart& chart = m_view->chart();
    const auto plain = [](QString text) { return text.remove(QChar(0x2009)).toDouble(); };
    QVERIFY(plain(chart.columns[0].most) < plain(chart.columns[0].least)); // the least stands above
    QVERIFY(plain(chart.columns[1].most) > plain(chart.columns[1].least));
    QVERIFY(chart.columns[0].title.size() > chart.columns[1].title.size()); // and that is said
    m_view->setKind(Kind::RoleFit);
    QVERIFY(!m_view->chart().sentence.isEmpty()); // nothing was drawn at random
}

void ChartsTest::cellsAreInOrderOfLikeness() {
    show(Kind::Matrix);
    const Chart& chart = m_view->chart();
    QCOMPARE(chart.cells.zones(), chart.marks.size());
    QCOMPARE(chart.cells.indicators(), 5);
    const auto length = [&](const QStringList& zones) {
        double sum = 0;
        for (qsizetype i = 1; i < zones.size(); ++i) {
            double difference = 0;
            int both = 0;
            for (int k = 0; k < m_comparison->unit.indicators(); ++k) {
                const double a = m_comparison->unit.at(int(m_comparison->matrix.zones.indexOf(zones[i - 1])), k);
                const double b = m_comparison->unit.at(int(m_comparison->matrix.zones.indexOf(zones[i])), k);
                if (!std::isnan(a + b)) {
                    difference += std::abs(a - b);
                    ++both;
                }
            }
            sum += both > 0 ? difference / both : 0.3;
        }
        return sum;
    };
    QStringList planned = m_comparison->matrix.zones;
    planned.removeIf([&](const QString& zone) { return chart.withoutData.contains(zone); });
    QVERIFY(length(zonesOf(chart)) <= length(planned));
    for (int row = 0; row < chart.cells.zones(); ++row)
        QVERIFY(std::ranges::any_of(chart.cells.zone(row), [](double value) { return !std::isnan(value); }));
}

void ChartsTest::roleFitIsOfTheSamples() {
    show(Kind::RoleFit);
    const Chart& chart = m_view->chart();
    for (const ChartMark& mark : chart.marks) {
        const auto zone = static_cast<std::size_t>(m_comparison->matrix.zones.indexOf(mark.zone));
        const ZoneRanks& ranks = m_comparison->robustness->zones[zone];
        QCOMPARE(mark.points.first().x(), double(ranks.medianRank));
        QCOMPARE(*mark.span, (std::pair(double(ranks.lowRank), double(ranks.highRank))));
    }
    QVERIFY(chart.x.from < 1 && chart.x.to > 13); // 1 is left
    QVERIFY(!chart.hollow.isEmpty());             // some numbers are missing, which is said
    QVERIFY(chart.tiers[0].verdict.startsWith(chart.tiers[0].name));
}

void ChartsTest::tableHasTheSameNumbers() {
    show(Kind::Scatter);
    choose(u"chartFirst"_s, u"gdp"_s);
    choose(u"chartSecond"_s, u"firms_data"_s);
    const QStringList lines = m_view->table().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 1 + 13);
    const Chart& chart = m_view->chart();
    for (qsizetype i = 0; i < chart.marks.size(); ++i) {
        const QStringList cells = lines[1 + i].split(u'\t');
        QCOMPARE(cells[0], chart.marks[i].name);
        QCOMPARE(cells[2].toDouble(), chart.marks[i].points.first().x());
        QCOMPARE(cells[3].toDouble(), chart.marks[i].points.first().y());
    }
    for (qsizetype i = chart.marks.size(); i < 13; ++i)
        QVERIFY(!lines[1 + i].contains(u"\t0"_s)); // no data is not zero
    for (const Kind kind : allKinds) {
        m_view->setKind(kind);
        const QStringList rows = m_view->table().chopped(1).split(u'\n');
        QCOMPARE(rows.size(), 14);
        for (const QString& row : rows)
            QCOMPARE(row.count(u'\t'), rows.first().count(u'\t'));
    }
}

void ChartsTest::svgHoldsTexts() {
    QFETCH(const Kind, kind);
    show(kind);
    QXmlStreamReader reader(m_view->svg());
    QString texts;
    int images = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            texts += reader.text();
        images += reader.isStartElement() && reader.name() == "image"_L1;
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(images, 0);
    if (kind == Kind::Parallel || kind == Kind::Matrix)
        QVERIFY(texts.contains(u"2021"_s) && texts.contains(u"2024"_s));
    for (const ChartLabel& label : plot().labels())
        if (label.shown)
            QVERIFY2(texts.contains(label.text), qPrintable(label.text));
    for (const ChartMark& mark : m_view->chart().marks)
        if (kind != Kind::Parallel && kind != Kind::Slope)
            QVERIFY2(texts.contains(mark.name), qPrintable(mark.name));
}

void ChartsTest::copies() {
    ChartPlot& plot = show(Kind::Dots);
    const QList<QAction*> actions = plot.actions();
    QCOMPARE(actions.size(), 3);
    actions[0]->trigger();
    QVERIFY(QGuiApplication::clipboard()->mimeData()->data(u"image/svg+xml"_s).contains("<svg"));
    actions[1]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->image().size(), plot.size() * 2);
    actions[2]->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), m_view->table());
    QCOMPARE(m_view->image(3).size(), plot.size() * 3);
    const QImage before = plot.grab().toImage();
    (void)m_view->svg(); // copying leaves no trace
    plot.replot();
    QCOMPARE(plot.grab().toImage(), before);
}

void ChartsTest::emptyIsSaid() {
    QFETCH(const Kind, kind);
    m_view->resize(360, 240);
    m_view->setContent({}, std::nullopt, {});
    m_view->setKind(kind);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    plot().replot();
    QVERIFY(m_view->chart().sentence.size() > 10);
    QCOMPARE(plot().accessibleDescription(), m_view->chart().sentence);
    const QImage image = plot().grab().toImage();
    const QRgb ground = image.pixel(2, 2);
    bool letters = false;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            letters = letters || image.pixel(x, y) != ground;
    QVERIFY(letters);
    QTest::mouseClick(&plot(), Qt::LeftButton);
    QTest::keyClick(&plot(), Qt::Key_Down);
    QTest::keyClick(&plot(), Qt::Key_Space);
    QVERIFY(plot().current().isEmpty());
    QVERIFY(!m_view->svg().isEmpty());
}

void ChartsTest::labelsDoNotOverlap_data() {
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QSize>("size");
    for (const Kind kind : allKinds)
        for (const QSize& size : {QSize(360, 240), QSize(720, 480), QSize(1600, 900)})
            QTest::addRow("%d %d", static_cast<int>(kind), size.width()) << kind << size;
}

void ChartsTest::labelsDoNotOverlap() {
    QFETCH(const Kind, kind);
    QFETCH(const QSize, size);
    ChartPlot& plot = show(kind, size);
    QCOMPARE(m_view->size(), size); // nothing makes it wider
    std::vector<QRectF> places;
    for (const ChartLabel& label : plot.labels()) {
        if (!label.shown)
            continue;
        const QRectF place = label.place.adjusted(0, label.place.height() * 0.15, 0, -label.place.height() * 0.15);
        for (const QRectF& other : places)
            QVERIFY2(!other.intersects(place), qPrintable(label.text));
        places.push_back(place);
        QVERIFY2(QRectF(plot.rect()).adjusted(-1, -3, 1, 3).contains(label.place), qPrintable(label.text));
    }
    QVERIFY(places.size() >= 3);
}

void ChartsTest::labelsAreSpread() {
    const auto places = spread({10, 11, 50, 12, 49}, 10, 0, 100);
    std::vector<double> found;
    for (const auto& place : places) {
        QVERIFY(place);
        QVERIFY(*place >= 5 && *place <= 95);
        found.push_back(*place);
    }
    QVERIFY(found[0] < found[1] && found[1] < found[3] && found[4] < found[2]); // in their order
    std::ranges::sort(found);
    for (std::size_t i = 1; i < found.size(); ++i)
        QVERIFY(found[i] - found[i - 1] > 10 - 1e-9);
    const auto crowded = spread(std::vector<double>(50, 5.0), 10, 0, 100);
    QCOMPARE(std::ranges::count_if(crowded, [](const auto& place) { return place.has_value(); }), 10);
    QVERIFY(spread({}, 10, 0, 100).empty());
    QVERIFY(!spread({5}, 10, 0, 5)[0]);
}

void ChartsTest::textsAreWrapped() {
    const QFontMetricsF metrics(m_view->font());
    const QString text = u"Cross-border e-commerce, imports and exports\n100 million yuan · 2024"_s;
    for (const double width : {20.0, 60.0, 120.0, 1000.0}) {
        const QStringList lines = wrapped(text, metrics, width, 4);
        QVERIFY(!lines.isEmpty() && lines.size() <= 4);
        for (const QString& line : lines)
            QVERIFY(metrics.horizontalAdvance(line) <= width + 1);
    }
    QCOMPARE(wrapped(text, metrics, 1000, 4).size(), 2);
    QVERIFY(wrappedTitle(text, metrics, 90).join(u' ').contains(u"2024"_s));
    QVERIFY(widestPart(text, metrics) < metrics.horizontalAdvance(u"Cross-border e-commerce"_s));
    QVERIFY(widestPart(u"跨境电商出口"_s, metrics) < metrics.horizontalAdvance(u"跨境电"_s));
    QVERIFY(wrapped({}, metrics, 100, 4).isEmpty());
}

void ChartsTest::darkIsNotLight() {
    ChartPlot& plot = show(Kind::Matrix);
    const QImage light = plot.grab().toImage();
    QPalette dark = m_view->palette();
    dark.setColor(QPalette::Base, QColor(0x1f, 0x1f, 0x1f));
    dark.setColor(QPalette::Text, QColor(0xe6, 0xe6, 0xe6));
    const QImage paper = m_view->image(1);
    m_view->setPalette(dark);
    plot.replot();
    QVERIFY(qGray(plot.grab().toImage().pixel(2, 2)) < 60);
    QCOMPARE(m_view->image(1), paper); // what is copied stands on paper
    QVERIFY(plot.grab().toImage() != light);
}

void ChartsTest::hostileNames() {
    Plan plan = manyZones(4);
    plan.zones[1].name = {u"<img src=x>\t&\"\n=1+1"_s, u"<img src=x>\t&\"\n=1+1"_s};
    m_view->resize(500, 300);
    m_view->setContent(plan, columnsOnly(plan, {u"one"_s, u"two"_s}), {});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    plot().replot();
    QXmlStreamReader reader(m_view->svg());
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    const auto hostile = static_cast<int>(zonesOf(plot().chart()).indexOf(u"Z1"_s));
    QHelpEvent help(QEvent::ToolTip, plot().place(hostile, 0).toPoint(), QPoint(10, 10));
    QApplication::sendEvent(&plot(), &help);
    QVERIFY(QToolTip::text().contains(u"&lt;img"_s));
}

QTEST_MAIN(ChartsTest)
#include "charts_test.moc"
