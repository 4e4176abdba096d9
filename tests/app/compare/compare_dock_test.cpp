#include "app/compare/chart_view.h"
#include "app/compare/compare_dock.h"
#include "app/compare/compare_panel.h"
#include "app/compare/scenario_panel.h"
#include "app/map/live_map.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/illustrative.h"
#include "app/session/language.h"
#include "app/window/main_window.h"
#include "app/window/scenario_banner.h"
#include "core/store/project_file.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Claims and comparison in the window: one selection for map, tables and charts, and the calculation as a file.
class CompareDockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void isMadeWhenItIsShown();
    void oneSelectionForAll();
    void theCalculationIsWritten();
    void ranksAreShownOnTheMap();
    void otherTiersAreTriedOut();
    void theMapShowsAScenario();
    void scenariosAreKept();
    void itFollowsTheProject();
    void everyWordIsInBothLanguages();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<MainWindow> window() const;
    static void compared(MainWindow& window) {
        window.compareDock().show();
        QTRY_VERIFY_WITH_TIMEOUT(window.compareDock().panel().comparison(), 60000);
    }
    static void photograph(QWidget& window, const QString& name) {
        if (!qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            return;
        QTest::qWait(1000); // names are placed once the map has come to rest
        window.grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u'/' + name + u".png"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CompareDockTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-compare-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
    QApplication::setQuitOnLastWindowClosed(false);
}

void CompareDockTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::Chinese);
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(copyProjectFile(builtInPlanFile(), path(u"try.gpkg"_s)));
    QVERIFY(addIllustrativeNumbers(path(u"try.gpkg"_s)));
}

std::unique_ptr<MainWindow> CompareDockTest::window() const {
    auto document = openDocument(path(u"try.gpkg"_s));
    auto window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    window->resize(1500, 950);
    QSignalSpy first(&window->map(), &LiveMap::firstFrame);
    window->show();
    if (first.isEmpty())
        first.wait(20000);
    return window;
}

void CompareDockTest::isMadeWhenItIsShown() {
    const auto shown = window();
    QVERIFY(!shown->findChild<ComparePanel*>()); // the start does not wait for it
    compared(*shown);
    QCOMPARE(shown->compareDock().panel().claims().size(), 4);
    QCOMPARE(shown->compareDock().panel().comparison()->matrix.zones.size(), 13);
    shown->resizeDocks({&shown->compareDock()}, {420}, Qt::Vertical);
    auto* tabs = shown->compareDock().panel().findChild<QTabBar*>();
    for (const auto kind : {ChartView::Kind::Dots, ChartView::Kind::Slope, ChartView::Kind::Parallel,
                            ChartView::Kind::Scatter, ChartView::Kind::Matrix, ChartView::Kind::RoleFit}) {
        shown->compareDock().charts().setKind(kind);
        tabs->setCurrentIndex(int(kind) % 3);
        QVERIFY(!shown->compareDock().charts().chart().marks.isEmpty());
        QCoreApplication::processEvents();
        photograph(*shown, u"compare-%1"_s.arg(int(kind)));
    }
}

void CompareDockTest::oneSelectionForAll() {
    const auto shown = window();
    compared(*shown);
    shown->compareDock().charts().setKind(ChartView::Kind::Dots);
    shown->selection().set({u"330109"_s});
    const Chart& chart = shown->compareDock().charts().chart();
    QVERIFY(std::ranges::contains(chart.marks, u"330109"_s, &ChartMark::zone));
    QVERIFY(!std::ranges::contains(chart.marks, u"LKSFQ"_s, &ChartMark::zone)); // it is of which Xiaoshan
    photograph(*shown, u"compare-selected"_s);
}

void CompareDockTest::theCalculationIsWritten() {
    const auto shown = window();
    const QString file = path(u"calculation.xlsx"_s);
    Questions questions = dialogs();
    questions.fileToWrite = [&](QWidget*, const QString&, const QString& proposal) {
        return proposal.endsWith(u".xlsx"_s) ? file : QString();
    };
    shown->setQuestions(questions);
    compared(*shown);
    Q_EMIT shown->compareDock().panel().workbookWanted();
    QVERIFY(QFile::exists(file));
}

/// What the table says, as a map that is kept like any other, and taken back.
void CompareDockTest::ranksAreShownOnTheMap() {
    const auto shown = window();
    compared(*shown);
    shown->resizeDocks({&shown->compareDock()}, {300}, Qt::Vertical);
    ComparePanel& panel = shown->compareDock().panel();
    panel.findChild<QTabBar*>()->setCurrentIndex(1);
    panel.findChild<QPushButton*>(u"onMap"_s)->click();
    const LayerStyle& style = shown->mapStyle().style();
    QCOMPARE(style.kind, LayerStyle::Kind::Ranks);
    QCOMPARE(style.indicators, panel.comparison()->settings.indicators);
    QVERIFY(style.weights.empty()); // all weigh the same
    QVERIFY(shown->mapStyle().map());
    QCOMPARE(shown->mapStyle().map()->inks.size(), 13);
    photograph(*shown, u"ranks"_s);
    setInterfaceLanguage(Language::English);
    QCoreApplication::processEvents();
    photograph(*shown, u"ranks-english"_s);
    QVERIFY(shown->project().undo());
    QCOMPARE(shown->mapStyle().style().kind, LayerStyle::Kind::Tiers);
}

/// A scenario of the real claims, with its search; the split of the page beside it; the plan stays as it is.
void CompareDockTest::otherTiersAreTriedOut() {
    const auto shown = window();
    compared(*shown);
    shown->resizeDocks({&shown->compareDock()}, {420}, Qt::Vertical);
    ComparePanel& panel = shown->compareDock().panel();
    auto* tabs = panel.findChild<QTabBar*>();
    const Plan before = shown->project().content().plan;
    tabs->setCurrentIndex(4);
    panel.findChild<QComboBox*>(u"method"_s)->setCurrentIndex(3);
    panel.findChild<QComboBox*>(u"base"_s)->setCurrentIndex(
        panel.findChild<QComboBox*>(u"base"_s)->findData(u"pop_census_2020"_s));
    panel.findChild<QDoubleSpinBox*>(u"lead"_s)->setValue(2);
    QCoreApplication::processEvents();
    photograph(*shown, u"split"_s);
    panel.findChild<QDoubleSpinBox*>(u"mixture2"_s)->setValue(0); // of capacities nothing is known
    QCoreApplication::processEvents();
    photograph(*shown, u"split-mixture"_s);
    tabs->setCurrentIndex(3);
    ScenarioPanel& scenario = panel.scenario();
    scenario.setMoves({{.zone = u"330113"_s, .from = u"linked"_s, .to = u"lead"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(scenario.scenario() && scenario.scenario()->moves.size() == 1, 60000);
    QCOMPARE(scenario.scenario()->after.claims.size(), 4);
    QVERIFY(scenario.scenario()->after.joins);
    QVERIFY(scenario.text().contains(u"分解建议"_s)); // as the page Target Split says
    panel.findChild<QPushButton*>(u"searchFewest"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(scenario.fewest(), 60000);
    photograph(*shown, u"scenario"_s);
    QCOMPARE(shown->project().content().plan, before);
    setInterfaceLanguage(Language::English);
    QCoreApplication::processEvents();
    QVERIFY(scenario.text().startsWith(u"Scenario"_s));
    photograph(*shown, u"scenario-english"_s);
    tabs->setCurrentIndex(4);
    photograph(*shown, u"split-english"_s);
}

/// Map and legend show the scenario's tiers below a banner, until somebody goes back to the adopted plan; a figure of it
/// carries its moves.
void CompareDockTest::theMapShowsAScenario() {
    const auto shown = window();
    compared(*shown);
    ComparePanel& panel = shown->compareDock().panel();
    panel.findChild<QTabBar*>()->setCurrentIndex(3);
    ScenarioPanel& scenario = panel.scenario();
    auto& onMap = *panel.findChild<QPushButton*>(u"scenarioOnMap"_s);
    auto& banner = *shown->findChild<ScenarioBanner*>();
    const auto legend = [&] {
        QStringList words;
        auto* tree = shown->findChild<QTreeWidget*>(u"layers"_s);
        for (int i = 0; i < tree->topLevelItem(0)->childCount(); ++i)
            words << tree->topLevelItem(0)->child(i)->text(0);
        return words;
    };
    const auto bannerWords = [&] { return banner.findChild<QLabel*>()->text(); };
    const Plan before = shown->project().content().plan;
    const QStringList adopted = legend();
    QVERIFY(!onMap.isEnabled()); // there is no scenario yet
    scenario.setMoves({{.zone = u"330113"_s, .from = u"linked"_s, .to = u"lead"_s}});
    QVERIFY(!banner.isVisible() && shown->shownFigure().moves.isEmpty());
    QTest::qWait(500);
    const QImage map = shown->map().grab().toImage();

    onMap.click();
    QVERIFY(banner.isVisible());
    QVERIFY2(bannerWords().startsWith(u"情景方案"_s) && bannerWords().contains(u"临平区"_s), qPrintable(bannerWords()));
    QVERIFY2(legend() != adopted && legend()[0].contains(u"5"_s), qPrintable(legend().join(u' ')));
    QCOMPARE(shown->shownFigure().moves, QStringList{u"330113:lead"_s});
    QTRY_VERIFY(shown->map().grab().toImage() != map);
    photograph(*shown, u"scenario-map"_s);
    shown->map().setOptions({}); // whatever else changes, it stays a scenario
    scenario.setMoves(scenario.moves() + QList<ZoneMove>{{u"330110"_s, u"lead"_s, u"develop"_s}});
    QVERIFY(bannerWords().contains(u"余杭区"_s));
    QCOMPARE(shown->shownFigure().moves.size(), 2);
    QCOMPARE(shown->project().content().plan, before);
    setInterfaceLanguage(Language::English);
    QCoreApplication::processEvents();
    QVERIFY(bannerWords().startsWith(u"Scenario"_s));
    photograph(*shown, u"scenario-map-english"_s);
    setInterfaceLanguage(Language::Chinese);
    QCoreApplication::processEvents();

    banner.findChild<QPushButton*>()->click();
    QVERIFY(!banner.isVisible() && !onMap.isChecked() && shown->shownFigure().moves.isEmpty());
    QCOMPARE(legend(), adopted);
    QCOMPARE(scenario.moves().size(), 2); // the scenario is still there
    onMap.click();
    banner.findChild<QToolButton*>()->click(); // a map without its banner would pass for the adopted plan
    QVERIFY(!onMap.isChecked() && shown->shownFigure().moves.isEmpty());
    onMap.click();
    scenario.setMoves({});
    QVERIFY(!banner.isVisible() && !onMap.isChecked());
}

void CompareDockTest::scenariosAreKept() {
    const auto shown = window();
    compared(*shown);
    ComparePanel& panel = shown->compareDock().panel();
    panel.findChild<QTabBar*>()->setCurrentIndex(3);
    ScenarioPanel& scenario = panel.scenario();
    const auto kept = [&] { return shown->project().content().scenarios; };
    auto& name = *panel.findChild<QComboBox*>(u"scenarioName"_s);
    const auto button = [&](const QString& which) { return panel.findChild<QToolButton*>(which); };
    name.setEditText(u"临平引领"_s);
    QVERIFY(!button(u"keepScenario"_s)->isEnabled()); // no moves
    const QList<ZoneMove> moves{{.zone = u"330113"_s, .from = u"linked"_s, .to = u"lead"_s}};
    scenario.setMoves(moves);
    button(u"keepScenario"_s)->click();
    QCOMPARE(kept().size(), 1);
    QCOMPARE(kept()[0].moves, QStringList{u"330113:lead"_s});
    QCOMPARE(name.currentText(), u"临平引领"_s);

    scenario.setMoves({});
    QCOMPARE(name.count(), 1);
    name.setCurrentIndex(0);
    Q_EMIT name.activated(0);
    QCOMPARE(scenario.moves(), moves);
    photograph(*shown, u"scenario-kept"_s);
    name.setEditText(u"方案一"_s);
    button(u"renameScenario"_s)->click();
    QCOMPARE(kept()[0].name.zh, u"方案一"_s);
    QVERIFY(!button(u"renameScenario"_s)->isEnabled());
    button(u"removeScenario"_s)->click();
    QVERIFY(kept().isEmpty() && name.count() == 0);
    QVERIFY(!button(u"removeScenario"_s)->isEnabled());
    QVERIFY(shown->project().undo(2));
    QCOMPARE(kept()[0].name.zh, u"临平引领"_s);
    QCOMPARE(name.itemText(0), u"临平引领"_s); // the list follows
}

void CompareDockTest::itFollowsTheProject() {
    const auto shown = window();
    compared(*shown);
    const double before = shown->compareDock().panel().comparison()->scores[0].worst;
    QVERIFY(shown->project().undo()); // the made-up numbers
    QTRY_VERIFY_WITH_TIMEOUT(shown->compareDock().panel().comparison() &&
                                 shown->compareDock().panel().comparison()->scores[0].worst != before,
                             60000);
    QVERIFY(!shown->compareDock().panel().comparison()->matrix.illustrative);
}

void CompareDockTest::everyWordIsInBothLanguages() {
    const auto shown = window();
    compared(*shown);
    const auto titles = [&] {
        QStringList words{shown->compareDock().windowTitle()};
        for (const QPushButton* button : shown->compareDock().findChildren<QPushButton*>())
            words << button->text();
        for (const QTabBar* tabs : shown->compareDock().findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count(); ++i)
                words << tabs->tabText(i);
        }
        for (const QComboBox* box : shown->compareDock().findChildren<QComboBox*>()) {
            for (int i = 0; i < box->count(); ++i)
                words << box->itemText(i);
        }
        return words;
    };
    static const QRegularExpression latin(u"[A-Za-z]{3,}"_s);
    static const QRegularExpression proper(u"TOPSIS|CRITIC|XLSX|GDP|TOP100|AHP"_s);
    for (QString word : titles())
        QVERIFY2(!word.remove(proper).contains(latin), qPrintable(word));
    setInterfaceLanguage(Language::English);
    QCoreApplication::processEvents();
    static const QRegularExpression chinese(u"[\\x{4e00}-\\x{9fff}]"_s);
    for (const QString& word : titles())
        QVERIFY2(!word.contains(chinese), qPrintable(word));
    photograph(*shown, u"compare-english"_s);
}

QTEST_MAIN(CompareDockTest)
#include "compare_dock_test.moc"
