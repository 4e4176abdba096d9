#include "app/edit/attribute_table.h"
#include "app/edit/undo_list.h"
#include "app/export/export_dialog.h"
#include "app/session/builtin_plan.h"
#include "app/session/language.h"
#include "app/window/banner.h"
#include "app/window/edit_docks.h"
#include "app/window/layer_tree.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/report_export.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tiermap;

/// The window while its project changes: by an edit, by undo, by another program; and what the File menu does.
class EditingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void newTierShowsEverywhere();
    void viewKeepsItsState();
    void undoListGoesToAnyState();
    void undoSurvivesTheProgram();
    void changesFromOutsideAreTakenIn();
    void replacedShapeIsDrawn();
    void replacedFileIsTakenIn();
    void readOnlyProjectSaysSo();
    void firstEditAsksWhere();
    void declinedEditChangesNothing();
    void savesCopyAndOpensRecent();
    void newProjectOfPlanPackage();
    void opensOnlyWhatCanBeOpened();
    void damagedFileOffersLastGoodState();
    void openFileIsNotOverwritten();
    void siteIsPlacedOnTheMap();
    void panelEditsTheCell();
    void wishToEditAsksWhere();
    void keysInATableThatCanOnlyBeReadAskWhere();
    void ownRoleIsShown();
    void tableGoesOut();
    void reportIsWritten();
    void tableThatIsThereGoesOnlyOnDemand();

private:
    MainWindow& open(const QString& file);
    MainWindow* shown() const;
    void closeAll();
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString copyOfPlan(const QString& name) const;
    Questions answers();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_answer;       ///< to every question for a file or folder
    QStringList m_answers;  ///< instead, one by one
    QStringList m_told;     ///< sentences
    QString m_offer;        ///< the last one
    bool m_accepts = false; ///< what is offered
};

namespace {

constexpr double west = 119.04, south = 29.55; // in Chun'an, a zone of the tier "develop"
const QString chunan = u"330127"_s;

Edit retiered(const QString& zone, const QString& tier) {
    return {.changes = {setCell(Table::Zones, {zone}, u"tier"_s, tier)}, .reason = u"trial"_s};
}

QColor inkAt(MainWindow& window) {
    const QPoint at = window.map().toWidget({west, south}).toPoint();
    return window.map().grab().toImage().pixelColor(at);
}

QStringList groupOf(const MainWindow& window, int tier) {
    const auto* model = window.findChild<QTreeView*>(u"zones"_s)->model();
    const QModelIndex heading = model->index(tier, 0);
    QStringList zones{heading.data().toString()};
    for (int row = 0; row < model->rowCount(heading); ++row)
        zones += model->index(row, 0, heading).data(Qt::UserRole).toString();
    return zones;
}

QString legend(const MainWindow& window, int tier) {
    return window.findChild<LayerTree*>()->topLevelItem(0)->child(tier)->text(0);
}

QString panel(const MainWindow& window) { return window.findChild<QTextBrowser*>(u"zonePanel"_s)->toPlainText(); }

Banner* banner(const MainWindow& window, const QString& name) { return window.findChild<Banner*>(name); }

QAction* actionOf(const MainWindow& window, const QKeySequence& key) {
    for (QAction* action : window.actions())
        if (action->shortcut() == key)
            return action;
    return nullptr;
}

QAction* undoAction(const MainWindow& window) { return actionOf(window, QKeySequence(QKeySequence::Undo)); }

} // namespace

void EditingTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
    QApplication::setQuitOnLastWindowClosed(false);
}

void EditingTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::English);
    m_folder = std::make_unique<QTemporaryDir>();
    m_answer.clear();
    m_answers.clear();
    m_told.clear();
    m_offer.clear();
    m_accepts = false;
}

void EditingTest::cleanup() { closeAll(); }

void EditingTest::closeAll() {
    while (const MainWindow* window = shown())
        delete window;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // windows that were replaced
}

Questions EditingTest::answers() {
    const auto file = [this] { return m_answers.isEmpty() ? m_answer : m_answers.takeFirst(); };
    return {.fileToWrite = [file](QWidget*, const QString&, const QString&) { return file(); },
            .fileToOpen = [file](QWidget*, const QString&) { return file(); },
            .fileToImport = [file](QWidget*, const QString&) { return file(); },
            .fileToExport = [file](QWidget*, const QString&, const QString&, const QString&) { return file(); },
            .folder = [file](QWidget*, const QString&) { return file(); },
            .tell =
                [this](QWidget*, const QString& sentence, const QString& offer) {
                    m_told += sentence;
                    m_offer = offer;
                    return m_accepts && !offer.isEmpty();
                }};
}

/// The window that is on screen.
MainWindow* EditingTest::shown() const {
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* window = qobject_cast<MainWindow*>(widget); window && window->isVisible())
            return window;
    return nullptr;
}

MainWindow& EditingTest::open(const QString& file) {
    auto document = openDocument(file);
    auto* window = new MainWindow(std::move(document->project), std::move(document->shapes));
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setQuestions(answers());
    QSignalSpy frame(&window->map(), &LiveMap::firstFrame);
    window->show();
    if (frame.isEmpty())
        frame.wait(20000);
    return *window;
}

QString EditingTest::copyOfPlan(const QString& name) const {
    return copyProjectFile(builtInPlanFile(), path(name)) ? path(name) : QString();
}

void EditingTest::newTierShowsEverywhere() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    QVERIFY(window.project().isWritable());
    QCOMPARE(window.windowTitle(), u"plan.gpkg — Tiermap"_s);
    window.selection().set({chunan});
    const QColor before = inkAt(window);
    const QColor after(window.project().content().plan.tier(u"lead"_s)->color);
    const QStringList oldGroup = groupOf(window, 3);
    const QString oldLegend = legend(window, 3);
    const QString oldPanel = panel(window);
    QVERIFY(oldGroup.contains(chunan));
    QVERIFY(before != after);
    QVERIFY(!undoAction(window)->isEnabled());

    QCOMPARE(window.project().apply(retiered(chunan, u"lead"_s)), true);
    QVERIFY(!groupOf(window, 3).contains(chunan));
    QVERIFY(groupOf(window, 0).contains(chunan));
    QVERIFY(legend(window, 0).endsWith(u"5"_s));
    QVERIFY(legend(window, 3).endsWith(u"4"_s));
    QVERIFY(panel(window) != oldPanel);
    QCOMPARE(window.selection().zones(), QStringList{chunan});
    QTRY_COMPARE(inkAt(window), after);
    QVERIFY(undoAction(window)->isEnabled());
    QVERIFY2(undoAction(window)->text().contains(u"Chun'an"_s), qPrintable(undoAction(window)->text()));

    undoAction(window)->trigger();
    QCOMPARE(groupOf(window, 3), oldGroup);
    QCOMPARE(legend(window, 3), oldLegend);
    QCOMPARE(panel(window), oldPanel);
    QTRY_COMPARE(inkAt(window), before);
    QVERIFY(!undoAction(window)->isEnabled());
    QVERIFY(m_told.isEmpty());
}

void EditingTest::viewKeepsItsState() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    auto* layers = window.findChild<LayerTree*>();
    auto* zones = window.findChild<QTreeView*>(u"zones"_s);
    layers->setTierShown(u"linked"_s, false);
    window.selection().set({u"330106"_s, u"330110"_s}); // opens their groups
    for (const int group : {0, 1})
        zones->collapse(zones->model()->index(group, 0));
    window.map().zoomToZones({chunan});
    const QPointF centre = window.map().centre();
    QSignalSpy selected(&window.selection(), &Selection::changed);
    QCOMPARE(window.project().apply(retiered(chunan, u"linked"_s)), true);
    QCOMPARE(layers->hiddenTiers(), QSet<QString>{u"linked"_s});
    for (int group = 0; group < 4; ++group)
        QCOMPARE(zones->isExpanded(zones->model()->index(group, 0)), group > 1);
    QCOMPARE(window.selection().zones(), (QStringList{u"330106"_s, u"330110"_s}));
    QVERIFY(selected.isEmpty());
    QCOMPARE(window.map().centre(), centre);
    QTRY_COMPARE(inkAt(window), Theme::paper().land); // its tier is hidden now
    QCOMPARE(window.map().zoneAt({west, south}), QString());
}

void EditingTest::undoListGoesToAnyState() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    const auto tier = [&] { return window.project().content().plan.zone(chunan)->tier; };
    for (const QString& key : {u"lead"_s, u"linked"_s, u"support"_s})
        QCOMPARE(window.project().apply(retiered(chunan, key)), true);
    auto* list = window.findChild<UndoList*>();
    QCOMPARE(list->topLevelItemCount(), 4); // three edits and the state before them
    QCOMPARE(list->topLevelItem(0)->text(4), u"in force"_s);
    QCOMPARE(list->topLevelItem(0)->text(3), u"trial"_s);
    QSignalSpy changed(&window.project(), &OpenProject::changed);
    Q_EMIT list->itemActivated(list->topLevelItem(2), 0);
    QCOMPARE(tier(), u"lead"_s);
    QCOMPARE(changed.size(), 1); // in one step
    QCOMPARE(list->topLevelItem(0)->text(4), u"taken back"_s);
    QVERIFY(list->topLevelItem(2)->font(2).bold() && !list->topLevelItem(0)->font(2).bold());
    Q_EMIT list->itemActivated(list->topLevelItem(3), 0);
    QCOMPARE(tier(), u"develop"_s);
    Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
    QCOMPARE(tier(), u"support"_s);
    QCOMPARE(changed.size(), 3);
    Q_EMIT list->itemActivated(list->topLevelItem(0), 0); // here already
    QCOMPARE(changed.size(), 3);
    QVERIFY(m_told.isEmpty());
}

void EditingTest::undoSurvivesTheProgram() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    QCOMPARE(open(file).project().apply(retiered(chunan, u"lead"_s)), true);
    closeAll();
    MainWindow& window = open(file);
    QCOMPARE(window.findChild<UndoList*>()->topLevelItemCount(), 2);
    QVERIFY(groupOf(window, 0).contains(chunan));
    undoAction(window)->trigger();
    QVERIFY(groupOf(window, 3).contains(chunan));
}

void EditingTest::changesFromOutsideAreTakenIn() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    MainWindow& window = open(file);
    QVERIFY(banner(window, u"outsideBanner"_s)->isHidden());
    {
        OtherProgram other(file);
        QVERIFY(other.run(u"UPDATE zones SET tier = 'lead' WHERE code = '330127'"_s));
    }
    QTRY_VERIFY(groupOf(window, 0).contains(chunan)); // the file is watched
    QTRY_COMPARE(inkAt(window), QColor(window.project().content().plan.tier(u"lead"_s)->color));
    auto* found = banner(window, u"outsideBanner"_s);
    QVERIFY(found->isVisible());
    QVERIFY(found->findChild<QLabel*>()->text().startsWith(u"1 "_s));
    auto* list = window.findChild<UndoList*>();
    QVERIFY(!list->isVisible());
    found->findChild<QPushButton*>()->click();
    QVERIFY(list->isVisible());
    QCOMPARE(list->topLevelItem(0)->text(1), u"another program"_s);
}

void EditingTest::replacedShapeIsDrawn() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    const Value shape = window.project().content().zoneShapes.value(u"330105"_s);
    QCOMPARE(window.map().zoneAt({west, south}), chunan);
    QCOMPARE(window.project().apply({.changes = {setCell(Table::Zones, {chunan}, u"geom"_s, shape)}}), true);
    QVERIFY(window.map().zoneAt({west, south}) != chunan);
    QTRY_COMPARE(inkAt(window), Theme::paper().land);
}

void EditingTest::replacedFileIsTakenIn() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    MainWindow& window = open(file);
    {
        const auto other = OpenProject::open(copyOfPlan(u"other.gpkg"_s), OpenProject::Access::Write);
        QCOMPARE((*other)->apply(retiered(chunan, u"lead"_s)), true);
    }
    QCOMPARE(std::rename(qPrintable(path(u"other.gpkg"_s)), qPrintable(file)), 0); // as a file synchroniser does
    QTRY_VERIFY(groupOf(window, 0).contains(chunan));
    QVERIFY(undoAction(window)->isEnabled()); // its history came along
    QCOMPARE(window.project().apply(retiered(chunan, u"linked"_s)), true);
    QCOMPARE(readProjectFile(file)->plan.zone(chunan)->tier, u"linked"_s);
}

void EditingTest::readOnlyProjectSaysSo() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    const auto holder = OpenProject::open(file, OpenProject::Access::Write);
    QVERIFY(holder && (*holder)->isWritable());
    const MainWindow& window = open(file);
    const auto* line = banner(window, u"readOnlyBanner"_s);
    QVERIFY(line->isVisible());
    QVERIFY2(line->findChild<QLabel*>()->text().contains(u"open for editing"_s),
             qPrintable(line->findChild<QLabel*>()->text()));
}

void EditingTest::firstEditAsksWhere() {
    QPointer<MainWindow> window = &open({});
    QVERIFY(!window->project().isWritable());
    QVERIFY(banner(*window, u"readOnlyBanner"_s)->isVisible());
    window->selection().set({chunan});
    m_answer = path(u"mine.gpkg"_s);
    QCOMPARE(window->gate().apply(retiered(chunan, u"lead"_s)), true);
    QTRY_VERIFY(!window); // its place is taken
    MainWindow* next = shown();
    QVERIFY(next);
    QCOMPARE(next->project().content().file, m_answer);
    QVERIFY(next->project().isWritable());
    QVERIFY(banner(*next, u"readOnlyBanner"_s)->isHidden());
    QVERIFY(groupOf(*next, 0).contains(chunan));
    QCOMPARE(next->selection().zones(), QStringList{chunan});
    QVERIFY(undoAction(*next)->isEnabled());
    m_answer.clear();
    QCOMPARE(next->gate().apply(retiered(chunan, u"linked"_s)), true); // no more questions
    QCOMPARE(readProjectFile(builtInPlanFile())->plan.zone(chunan)->tier, u"develop"_s);
}

void EditingTest::declinedEditChangesNothing() {
    MainWindow& window = open({});
    QCOMPARE(window.gate().apply(retiered(chunan, u"lead"_s)), false);
    m_answer = path(u"no/such/folder.gpkg"_s);
    const auto applied = window.gate().apply(retiered(chunan, u"lead"_s));
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Problem::Code::FileUnwritable);
    window.keepProjectElsewhere();
    QCOMPARE(m_told.size(), 1);
    QCOMPARE(shown(), &window);
    QVERIFY(groupOf(window, 3).contains(chunan));
}

void EditingTest::savesCopyAndOpensRecent() {
    QPointer<MainWindow> window = &open(copyOfPlan(u"plan.gpkg"_s));
    QCOMPARE(window->project().apply(retiered(chunan, u"lead"_s)), true);
    m_answer = path(u"copy.gpkg"_s);
    actionOf(*window, QKeySequence(u"Ctrl+Shift+S"_s))->trigger();
    QCOMPARE(readProjectFile(m_answer)->plan, window->project().content().plan);
    QVERIFY(window); // it stays with its project
    QCOMPARE(recentFiles(), QStringList{path(u"plan.gpkg"_s)});

    actionOf(*window, QKeySequence(QKeySequence::Open))->trigger();
    QTRY_VERIFY(!window);
    window = shown();
    QCOMPARE(window->project().content().file, path(u"copy.gpkg"_s));
    QCOMPARE(window->project().done().size(), 1); // the history came along
    QCOMPARE(recentFiles(), (QStringList{path(u"copy.gpkg"_s), path(u"plan.gpkg"_s)}));

    QMenu* recent = nullptr;
    for (QMenu* menu : window->findChildren<QMenu*>())
        if (menu->title() == u"Open &Recent"_s)
            recent = menu;
    QVERIFY(recent);
    Q_EMIT recent->aboutToShow();
    QCOMPARE(recent->actions().size(), 2);
    recent->actions().at(1)->trigger();
    QTRY_VERIFY(!window);
    window = shown();
    QCOMPARE(window->project().content().file, path(u"plan.gpkg"_s));
    QVERIFY(window->project().isWritable());
    QFile::remove(path(u"copy.gpkg"_s));
    QCOMPARE(recentFiles(), QStringList{path(u"plan.gpkg"_s)});
    QVERIFY(m_told.isEmpty());
}

void EditingTest::newProjectOfPlanPackage() {
    QPointer<MainWindow> window = &open({});
    QAction* make = nullptr;
    for (QAction* action : window->actions())
        if (action->text() == u"From a Plan &Package…"_s)
            make = action;
    QVERIFY(make);
    m_answers = {m_folder->path()}; // no package
    make->trigger();
    QCOMPARE(m_told.size(), 1);
    m_answers = {QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s, path(u"new.gpkg"_s)};
    make->trigger();
    QTRY_VERIFY(!window);
    QCOMPARE(shown()->project().content().file, path(u"new.gpkg"_s));
    QCOMPARE(m_told.size(), 1);
}

void EditingTest::opensOnlyWhatCanBeOpened() {
    MainWindow& window = open({});
    window.open(path(u"missing.gpkg"_s));
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].contains(u"missing.gpkg"_s));
    QCOMPARE(m_offer, QString());
    QCOMPARE(shown(), &window);
    window.open(builtInPlanFile()); // what it shows already
    QCOMPARE(shown(), &window);
}

void EditingTest::damagedFileOffersLastGoodState() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    QVERIFY(OpenProject::open(file, OpenProject::Access::Write)); // keeps its last good state
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    damaged.seek(4096);
    damaged.write(QByteArray(60000, 'x'));
    damaged.close();
    QPointer<MainWindow> window = &open({});
    window->open(file);
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(!m_offer.isEmpty(), qPrintable(m_told[0]));
    QCOMPARE(shown(), window.data()); // declined
    m_accepts = true;
    m_answer = path(u"rescued.gpkg"_s);
    window->open(file);
    QTRY_VERIFY(!window);
    QCOMPARE(shown()->project().content().file, m_answer);
    QVERIFY(shown()->project().isWritable());
}

void EditingTest::openFileIsNotOverwritten() {
    const QString file = copyOfPlan(u"plan.gpkg"_s);
    MainWindow& window = open(file);
    m_answer = file;
    actionOf(window, QKeySequence(QKeySequence::New))->trigger();
    actionOf(window, QKeySequence(u"Ctrl+Shift+S"_s))->trigger();
    QCOMPARE(m_told.size(), 2);
    QVERIFY2(m_told[0].contains(u"open for editing"_s), qPrintable(m_told[0]));
    QCOMPARE(window.project().apply(retiered(chunan, u"lead"_s)), true);
}

void EditingTest::siteIsPlacedOnTheMap() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    auto* docks = window.findChild<EditDocks*>();
    const QString site = window.project().content().plan.sites[0].key;
    docks->showCell(Table::Sites, {site}, u"name_zh"_s);
    auto* place = window.findChild<QPushButton*>(u"place"_s);
    QTRY_VERIFY(place && place->isVisible() && place->isEnabled());
    window.map().zoomToZones({chunan});
    QTRY_VERIFY(window.map().rect().contains(window.map().toWidget({west, south}).toPoint()));
    place->click();
    QTest::mouseClick(&window.map(), Qt::LeftButton, {}, window.map().toWidget({west, south}).toPoint());
    const auto position = window.project().content().plan.sites[0].position;
    QVERIFY(position);
    QVERIFY(std::abs(position->x() - west) < 0.01 && std::abs(position->y() - south) < 0.01);
    QVERIFY(window.selection().zones().isEmpty()); // the click was for the site
    undoAction(window)->trigger();
    QVERIFY(!window.project().content().plan.sites[0].position);
    // Escape gives it up: the next click selects again.
    place->click();
    QTest::keyClick(&window.map(), Qt::Key_Escape);
    QTest::mouseClick(&window.map(), Qt::LeftButton, {}, window.map().toWidget({west, south}).toPoint());
    QCOMPARE(window.selection().zones(), QStringList{chunan});
    QVERIFY(!window.project().content().plan.sites[0].position);
}

void EditingTest::panelEditsTheCell() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    window.selection().set({chunan});
    auto* panel = window.findChild<QTextBrowser*>(u"zonePanel"_s);
    static const QRegularExpression pencil(u"href=\"(cell:[0-9]+)\""_s); // the first stands beside the name
    Q_EMIT panel->anchorClicked(QUrl(pencil.match(panel->toHtml()).captured(1)));
    const auto tables = window.findChildren<QTableView*>();
    QTRY_VERIFY(std::ranges::any_of(tables, [](const QTableView* table) {
        return table->isVisible() && table->currentIndex().data().toString() == u"Chun'an"_s;
    }));
    // With its editor open: what is typed there is in file, panel and map.
    QLineEdit* editor = nullptr;
    for (const QTableView* table : tables)
        editor = editor ? editor : table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Chunan"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(window.project().content().plan.zone(chunan)->name.en, u"Chunan"_s);
    QVERIFY(panel->toPlainText().startsWith(u"Chunan"_s));
}

void EditingTest::wishToEditAsksWhere() {
    QPointer<MainWindow> window = &open({});
    m_answer = path(u"mine.gpkg"_s);
    window->findChild<EditDocks*>()->editCell(Table::Zones, {chunan}, u"name_en"_s);
    QTRY_VERIFY(!window); // its place is taken by a project that can be edited
    MainWindow* next = shown();
    QVERIFY(next && next->project().isWritable());
    QCOMPARE(next->project().content().file, m_answer);
    // There the cell waits for what is typed.
    auto* zones = next->findChild<AttributeTable*>(u"zones"_s);
    QVERIFY(zones);
    QCOMPARE(zones->currentIndex().data().toString(), u"Chun'an"_s);
    QTRY_VERIFY(zones->viewport()->findChild<QLineEdit*>());
}

void EditingTest::keysInATableThatCanOnlyBeReadAskWhere() {
    QPointer<MainWindow> window = &open({});
    window->findChild<EditDocks*>()->showCell(Table::Zones, {chunan}, u"code"_s);
    auto* zones = window->findChild<AttributeTable*>(u"zones"_s);
    m_answer = path(u"mine.gpkg"_s);
    QTest::keyClick(zones, Qt::Key_F2); // a code is never edited
    QVERIFY(window);
    window->findChild<EditDocks*>()->showCell(Table::Tiers, {u"lead"_s}, u"role_en"_s);
    QTest::keyClick(window->findChild<AttributeTable*>(u"tiers"_s), Qt::Key_F2);
    QTRY_VERIFY(!window);
    QCOMPARE(shown()->project().content().file, m_answer);
    QVERIFY(shown()->findChild<AttributeTable*>(u"tiers"_s)->isVisible());
}

void EditingTest::ownRoleIsShown() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    window.selection().set({chunan});
    QVERIFY(panel(window).contains(u"No role statement of its own"_s));
    QCOMPARE(window.project().apply({.changes = {setCell(Table::Zones, {chunan}, u"role_en"_s, u"Water and calm"_s)}}),
             true);
    QVERIFY(panel(window).contains(u"Water and calm"_s));
}

namespace {

/// Opened by the menu, with the table looked at.
ExportDialog* exportDialog(const MainWindow& window) {
    actionOf(window, QKeySequence(u"Ctrl+Shift+E"_s))->trigger();
    auto* dialog = window.findChild<ExportDialog*>();
    return dialog && QTest::qWaitFor([=] { return !dialog->isWorking(); }, 20000) ? dialog : nullptr;
}

void choose(const ExportDialog& dialog, const QString& list, const QVariant& data) {
    auto* box = dialog.findChild<QComboBox*>(list);
    box->setCurrentIndex(box->findData(data));
}

QString lossesIn(const ExportDialog& dialog) { return dialog.findChild<QPlainTextEdit*>(u"losses"_s)->toPlainText(); }

} // namespace

void EditingTest::tableGoesOut() {
    QSettings().setValue(u"exportFolder"_s, m_folder->path());
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    ExportDialog* dialog = exportDialog(window);
    QVERIFY(dialog);
    auto* file = dialog->findChild<QLineEdit*>(u"file"_s);
    QCOMPARE(file->text(), path(u"zones.xlsx"_s));
    QVERIFY2(lossesIn(*dialog).contains(u"outlines"_s), qPrintable(lossesIn(*dialog))); // before anything is written
    choose(*dialog, u"format"_s, u"gpkg"_s);
    QCOMPARE(file->text(), path(u"zones.gpkg"_s));
    QVERIFY2(lossesIn(*dialog).startsWith(u"Nothing"_s), qPrintable(lossesIn(*dialog)));
    choose(*dialog, u"table"_s, int(Table::Targets));
    QCOMPARE(dialog->findChild<QComboBox*>(u"format"_s)->count(), 3); // those that hold tables
    QTRY_VERIFY(!dialog->isWorking());
    choose(*dialog, u"format"_s, u"csv"_s);
    QCOMPARE(file->text(), path(u"targets.csv"_s));
    QSignalSpy written(dialog, &ExportDialog::written);
    dialog->accept();
    QTRY_COMPARE(written.size(), 1);
    QVERIFY(QFile::exists(path(u"targets.csv"_s)));
    QVERIFY(window.statusBar()->currentMessage().contains(u"targets.csv"_s));
    QVERIFY(!QFile::exists(path(u"zones.xlsx"_s)));
    QTRY_VERIFY(!window.findChild<ExportDialog*>());
}

/// The whole story as a file, while the window goes on; where it cannot be written, that is told.
void EditingTest::reportIsWritten() {
    MainWindow& window = open(copyOfPlan(u"plan.gpkg"_s));
    auto* action = window.findChild<QAction*>(u"writeReport"_s);
    auto& report = *window.findChild<ReportExport*>();
    QSignalSpy finished(&report, &ReportExport::finished);
    m_answer = path(u"report.html"_s);
    action->trigger();
    QVERIFY(!action->isEnabled());
    QVERIFY(finished.wait(60000));
    QVERIFY(action->isEnabled() && m_told.isEmpty());
    const QByteArray text = contentOf(m_answer);
    QVERIFY(text.contains("滨江区") || text.contains("Binjiang"));
    m_answer = path(u"none/report.pdf"_s);
    action->trigger();
    QVERIFY(finished.wait(60000));
    QCOMPARE(m_told.size(), 1);
    QVERIFY2(m_told[0].contains(u"report.pdf"_s), qPrintable(m_told[0]));
    m_answer.clear(); // declined
    action->trigger();
    QVERIFY(action->isEnabled());
}

void EditingTest::tableThatIsThereGoesOnlyOnDemand() {
    QSettings().setValue(u"exportFolder"_s, m_folder->path());
    QFile there(path(u"sites.csv"_s));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    MainWindow& window = open(builtInPlanFile()); // which need not be kept elsewhere first
    ExportDialog* dialog = exportDialog(window);
    QVERIFY(dialog);
    choose(*dialog, u"table"_s, int(Table::Sites));
    choose(*dialog, u"format"_s, u"csv"_s);
    QTRY_VERIFY(!dialog->isWorking());
    dialog->accept();
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told[0].contains(u"sites.csv"_s));
    QVERIFY(!m_offer.isEmpty());
    QVERIFY(!dialog->isWorking());
    QCOMPARE(contentOf(path(u"sites.csv"_s)), QByteArray("mine"));
    // A place that cannot be written is told in the dialog, which stays.
    auto* file = dialog->findChild<QLineEdit*>(u"file"_s);
    file->setText(path(u"missing/sites.csv"_s));
    QSignalSpy shown(dialog, &ExportDialog::shown);
    dialog->accept();
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY2(lossesIn(*dialog).contains(u"missing/sites.csv"_s), qPrintable(lossesIn(*dialog)));
    QVERIFY(dialog->isVisible());
    // Chosen in a file dialog, it may go.
    m_answer = path(u"sites.csv"_s);
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->text().startsWith(u"&Browse"_s))
            button->click();
    QSignalSpy written(dialog, &ExportDialog::written);
    dialog->accept();
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(m_told.size(), 1);
    QVERIFY(contentOf(path(u"sites.csv"_s)).contains("name_zh"));
}

QTEST_MAIN(EditingTest)
#include "editing_test.moc"
