// Views only observe. Whatever is done in the window, undone, made again or done by others, each part of it shows what a
// new one of its kind would show of the project, and the project is what its file says.

#include "app/edit/attribute_table.h"
#include "app/edit/undo_list.h"
#include "app/session/builtin_plan.h"
#include "app/session/language.h"
#include "app/window/edit_docks.h"
#include "app/window/layer_tree.h"
#include "app/window/main_window.h"
#include "app/window/plan_panel.h"
#include "app/window/zone_list.h"
#include "app/window/zone_panel.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

namespace {

constexpr Table tables[] = {Table::Zones, Table::Tiers, Table::Observations, Table::Sites, Table::Indicators};

/// What a model of a table or tree shows, cell by cell.
QStringList shownBy(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            cells << cell.data().toString() << cell.data(Qt::EditRole).toString()
                  << cell.data(Qt::ToolTipRole).toString();
        }
        cells += shownBy(model, model.index(row, 0, parent));
    }
    for (int column = 0; column < model.columnCount(parent) && !parent.isValid(); ++column)
        cells << model.headerData(column, Qt::Horizontal).toString();
    return cells;
}

} // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void allAgreeWhateverIsDone_data();
    void allAgreeWhateverIsDone();
    void sameValueWritesNothingAndTellsNobody();

private:
    Plan plan() const { return m_window->project().content().plan; }
    AttributeTable& table(Table which) const { return *m_window->findChild<AttributeTable*>(nameOf(which)); }
    void doSomething(QRandomGenerator& random, int step);
    void compareViews() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    QString m_file;
};

void ViewsTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-views-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-views-test"_s);
}

void ViewsTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::Chinese);
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"plan.gpkg"_s);
    QVERIFY(copyProjectFile(builtInPlanFile(), m_file));
    auto document = openDocument(m_file);
    QVERIFY(document);
    m_window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    QSignalSpy frame(&m_window->map(), &LiveMap::firstFrame);
    m_window->show();
    QVERIFY(!frame.isEmpty() || frame.wait(20000));
    m_window->selection().set({u"330108"_s});
    m_window->findChild<EditDocks*>()->showCell(Table::Zones, {u"330108"_s}, u"name_zh"_s);
    QTRY_VERIFY(m_window->findChild<AttributeTable*>(u"zones"_s));
    table(Table::Zones).attributes().setPeriod(Period::parse(u"2023"_s));
    m_window->findChild<QLineEdit*>(u"source"_s)->setText(u"试验"_s);
    m_window->findChild<QLineEdit*>(u"reason"_s)->setText(u"核对"_s);
}

void ViewsTest::cleanup() { m_window.reset(); }

void ViewsTest::compareViews() const {
    OpenProject& project = m_window->project();
    for (const Table each : tables) {
        AttributeModel fresh(project, each);
        fresh.setPeriod(table(each).attributes().period());
        QCOMPARE(shownBy(table(each).attributes()), shownBy(fresh));
    }
    const auto shapes = decodeShapes(project.content());
    QVERIFY(shapes);
    const ZonePanel panel(project.content(), *shapes, m_window->selection());
    QCOMPARE(m_window->findChild<ZonePanel*>()->toPlainText(), panel.toPlainText());
    const ZoneList list(project.content().plan, m_window->selection());
    QCOMPARE(shownBy(*m_window->findChild<ZoneList*>()->model()), shownBy(*list.model()));
    const LayerTree layers(project.content(), *shapes);
    QCOMPARE(shownBy(*m_window->findChild<LayerTree*>()->model()), shownBy(*layers.model()));
    UndoList history(project);
    history.refresh();
    QCOMPARE(shownBy(*m_window->findChild<UndoList*>()->model()), shownBy(*history.model()));
    QVERIFY(readProjectFile(m_file)->plan == project.content().plan);
}

/// One thing that a person, or another program, may do; not all of them are accepted.
void ViewsTest::doSomething(QRandomGenerator& random, int step) {
    OpenProject& project = m_window->project();
    const auto pick = [&](const auto& list) { return list[random.bounded(list.size())]; };
    const Table which = tables[random.bounded(5)];
    AttributeTable& view = table(which);
    const auto randomCell = [&] {
        return view.model()->index(random.bounded(view.model()->rowCount()),
                                   random.bounded(view.model()->columnCount()));
    };
    switch (random.bounded(9)) {
    case 0: // typed, be it sensible or not
    case 1:
        view.model()->setData(randomCell(),
                              pick(QStringList{u"12.5"_s, u"改名"_s, u"lead"_s, u"-3"_s, u""_s, u">7"_s}));
        break;
    case 2: { // pasted over a block
        QGuiApplication::clipboard()->setText(u"%1\t%2\n%3\t%4"_s.arg(step).arg(step + 1).arg(step + 2).arg(step + 3));
        view.setCurrentIndex(randomCell());
        view.paste();
        break;
    }
    case 3: { // filled down
        const QModelIndex top = randomCell();
        const int last = std::min(top.row() + 3, view.model()->rowCount() - 1);
        view.selectionModel()->select({top, top.siblingAtRow(last)}, QItemSelectionModel::ClearAndSelect);
        view.fillDown();
        break;
    }
    case 4: // a row goes
        if (which == Table::Sites || which == Table::Observations) {
            view.setCurrentIndex(randomCell());
            view.deleteRows();
        }
        break;
    case 5: // a zone gets another tier and a column comes
        (void)m_window->gate().apply(
            {.changes = {setCell(Table::Zones, {pick(plan().layoutZones()).code}, u"tier"_s, pick(plan().tiers).key),
                         insertRow(Table::Indicators,
                                   {{u"key"_s, u"new%1"_s.arg(step)}, {u"name_zh"_s, u"新指标%1"_s.arg(step)}})}});
        break;
    case 6:
        if (project.canUndo())
            (void)project.undo(random.bounded(1, 4));
        break;
    case 7:
        if (project.canRedo())
            (void)project.redo(random.bounded(1, 3));
        break;
    default: // another program
        QVERIFY(OtherProgram(m_file).run(
            u"UPDATE zones SET name_zh = '外改%1' WHERE code = '330109'; UPDATE sites SET note = '%1' WHERE ordinal < 3"_s
                .arg(step)));
        QVERIFY(project.takeInOutsideChanges());
    }
}

void ViewsTest::allAgreeWhateverIsDone_data() {
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U})
        QTest::addRow("%u", seed) << seed;
}

void ViewsTest::allAgreeWhateverIsDone() {
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    OpenProject& project = m_window->project();
    const QString original = project.contentHash();
    const Plan originalPlan = plan();
    for (int step = 0; step < 40; ++step) {
        doSomething(random, step);
        compareViews();
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(project.done().size() > 5);
    const QString final = project.contentHash();
    const Plan finalPlan = plan();
    const auto made = static_cast<int>(project.done().size());
    QVERIFY(project.undo(made));
    compareViews();
    QCOMPARE(project.contentHash(), original);
    QVERIFY(plan() == originalPlan);
    QVERIFY(project.redo(made));
    compareViews();
    QCOMPARE(project.contentHash(), final);
    QVERIFY(plan() == finalPlan);
    // The map shows the tier that the table says.
    const QColor ink(plan().tier(plan().zone(u"330127"_s)->tier)->color);
    const QPoint inside = m_window->map().toWidget({119.04, 29.55}).toPoint();
    if (plan().zone(u"330127"_s)->tier != u"support"_s) // that one is a hatch
        QTRY_COMPARE(m_window->map().grab().toImage().pixelColor(inside), ink);
}

void ViewsTest::sameValueWritesNothingAndTellsNobody() {
    OpenProject& project = m_window->project();
    const QByteArray before = contentOf(m_file);
    QSignalSpy changed(&project, &OpenProject::changed);
    QSignalSpy reloaded(&project, &OpenProject::reloaded);
    int asked = 0;
    for (const Table each : tables) {
        AttributeTable& view = table(each);
        QSignalSpy shown(view.model(), &QAbstractItemModel::dataChanged);
        for (int row = 0; row < std::min(4, view.model()->rowCount()); ++row) {
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                const QModelIndex cell = view.model()->index(row, column);
                view.model()->setData(cell, cell.data(Qt::EditRole));
                ++asked;
            }
        }
        view.selectAll();
        view.copy();
        view.selectionModel()->clearSelection();
        view.setCurrentIndex(view.model()->index(0, 0));
        view.paste();
        QCOMPARE(shown.count(), 0);
    }
    QVERIFY(asked > 100);
    QCOMPARE(changed.count() + reloaded.count(), 0);
    QVERIFY(contentOf(m_file) == before);
    QVERIFY(!project.canUndo());
}

QTEST_MAIN(ViewsTest)
#include "views_test.moc"
