#include "app/session/document.h"
#include "app/session/language.h"
#include "app/window/layer_tree.h"
#include "app/window/main_window.h"

#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tiermap;

/// The window as a planner uses it: mouse and keyboard in, text and selection out.
class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void clickOnMapShowsZone();
    void airportZoneBeforeItsDistrict();
    void listAndMapStayInStep();
    void tierHeadingSelectsItsZones();
    void legendSwitchesTiers();
    void searchGoesToZoneAndSite();
    void measureNamesZones();
    void switchesLanguageCompletely_data();
    void switchesLanguageCompletely();
    void remembersItsState();
    void darkPaletteReachesTheMap();
    void everythingIsThereInASmallWindow();
    void theLegendSaysWhatSymbolsMean();
    void everyActionHasWordsAndShortcutsAreUnique();

private:
    QString panel() const;
    QPoint pixelOf(double longitude, double latitude) const;

    std::unique_ptr<MainWindow> m_window;
};

namespace {

/// Every text that a person can see or hear in the widgets below `root`.
QStringList texts(const QWidget& root) {
    QStringList all;
    const auto treeTexts = [&](const QAbstractItemModel& model, const QModelIndex& parent, const auto& self) -> void {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column)
                all += model.index(row, column, parent).data().toString();
            self(model, model.index(row, 0, parent), self);
        }
    };
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->isHidden()) // such as the scroll buttons of a tab bar that does not scroll
            continue;
        all += widget->toolTip();
        all += widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            all += label->text();
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            all += edit->placeholderText();
        else if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            all += dock->windowTitle();
        else if (const auto* browser = qobject_cast<const QTextBrowser*>(widget))
            all += browser->toPlainText();
        else if (const auto* tabs = qobject_cast<const QTabWidget*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                all += tabs->tabText(i);
        } else if (const auto* tree = qobject_cast<const QTreeView*>(widget)) {
            treeTexts(*tree->model(), {}, treeTexts);
            for (int i = 0; i < tree->model()->columnCount(); ++i) {
                if (!tree->isHeaderHidden())
                    all += tree->model()->headerData(i, Qt::Horizontal).toString();
            }
        }
    }
    for (const QAction* action : root.findChildren<QAction*>())
        all += QStringList{action->text(), action->toolTip(), action->statusTip()};
    for (const QMenu* menu : root.findChildren<QMenu*>())
        all += menu->title();
    all += root.windowTitle();
    return all;
}

} // namespace

void MainWindowTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
}

void MainWindowTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::Chinese);
    auto document = openDocument({});
    QVERIFY(document);
    m_window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    QSignalSpy frame(&m_window->map(), &LiveMap::firstFrame);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(!frame.isEmpty() || frame.wait(20000));
}

void MainWindowTest::cleanup() { m_window.reset(); }

QString MainWindowTest::panel() const { return m_window->findChild<QTextBrowser*>(u"zonePanel"_s)->toPlainText(); }

QPoint MainWindowTest::pixelOf(double longitude, double latitude) const {
    return m_window->map().toWidget({longitude, latitude}).toPoint();
}

void MainWindowTest::clickOnMapShowsZone() {
    QWidget* target = m_window->map().childAt(pixelOf(119.04, 29.60)); // Chun'an's county seat
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, target->mapFrom(&m_window->map(), pixelOf(119.04, 29.60)));
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"330127"_s});
    QVERIFY(panel().contains(u"淳安县"_s));
    QVERIFY(panel().contains(u"推进富阳区、临安区、桐庐县、淳安县、建德市差异化发展"_s)); // the plan's words
    QVERIFY(panel().contains(u"328 957"_s));                                              // census 2020
    QVERIFY(panel().contains(u"2020"_s));
}

void MainWindowTest::airportZoneBeforeItsDistrict() {
    m_window->map().zoomToZones({u"330109"_s});
    const auto clickAt = [&](double longitude, double latitude) {
        const QPoint at = pixelOf(longitude, latitude);
        QWidget* target = m_window->map().childAt(at);
        QTest::mouseClick(target, Qt::LeftButton, {}, target->mapFrom(&m_window->map(), at));
    };
    clickAt(120.434, 30.236);
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"LKSFQ"_s});
    QVERIFY(panel().contains(u"杭州临空经济示范区"_s));
    QVERIFY(panel().contains(u"萧山区"_s)); // lies within
    clickAt(120.26, 30.00);
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"330109"_s});
}

void MainWindowTest::listAndMapStayInStep() {
    auto* list = m_window->findChild<QTreeView*>(u"zones"_s);
    QSignalSpy changed(&m_window->selection(), &Selection::changed);
    m_window->selection().set({u"330106"_s, u"330110"_s});
    QCOMPARE(list->selectionModel()->selectedIndexes().size(), 2);
    QCOMPARE(changed.size(), 1);
    m_window->selection().set({u"330106"_s, u"330110"_s}); // nothing new
    QCOMPARE(changed.size(), 1);
    list->selectionModel()->clearSelection();
    QCOMPARE(m_window->selection().zones(), QStringList());
    QCOMPARE(changed.size(), 2);
}

void MainWindowTest::tierHeadingSelectsItsZones() {
    auto* list = m_window->findChild<QTreeView*>(u"zones"_s);
    const QModelIndex heading = list->model()->index(3, 0);
    list->setCurrentIndex(heading);
    list->selectionModel()->select(heading, QItemSelectionModel::ClearAndSelect);
    QCOMPARE(m_window->selection().zones().size(), 5);
}

void MainWindowTest::legendSwitchesTiers() {
    auto* layers = m_window->findChild<LayerTree*>(u"layers"_s);
    const QPoint at = pixelOf(119.04, 29.55);
    const auto pixel = [&] { return m_window->map().grab().toImage().pixelColor(at); };
    layers->setTierShown(u"develop"_s, false);
    QCOMPARE(layers->hiddenTiers(), QSet<QString>{u"develop"_s});
    QTRY_COMPARE(pixel(), Theme::paper().land);
    layers->setTierShown(u"develop"_s, true);
    QTRY_VERIFY(pixel() != Theme::paper().land);
}

void MainWindowTest::searchGoesToZoneAndSite() {
    auto* box = m_window->findChild<QLineEdit*>(u"search"_s);
    box->setFocus();
    QTest::keyClicks(box, u"tonglu"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"330122"_s});
    box->clear();
    QTest::keyClicks(box, u"yunqi"_s);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"330106"_s}); // 云栖小镇 lies in 西湖
}

void MainWindowTest::measureNamesZones() {
    auto* tabs = m_window->findChild<QTabWidget*>();
    tabs->setCurrentIndex(1);
    auto* measures = m_window->findChild<QTreeWidget*>(u"measures"_s);
    QTreeWidgetItem* naming = nullptr;
    for (QTreeWidgetItem* item : measures->findItems(u"20."_s, Qt::MatchStartsWith | Qt::MatchRecursive))
        naming = item;
    QVERIFY(naming);
    measures->scrollToItem(naming);
    QTest::mouseClick(measures->viewport(), Qt::LeftButton, {}, measures->visualItemRect(naming).center());
    QTRY_COMPARE(m_window->selection().zones(), QStringList{u"LKSFQ"_s});
}

void MainWindowTest::switchesLanguageCompletely_data() {
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("foreign");
    QTest::addColumn<QString>("allowed");
    // In English no Chinese but a zone's other name in the panel; in Chinese no Latin word but that name and what is
    // written so everywhere.
    QTest::newRow("English") << int(Language::English) << u"[\\x{4e00}-\\x{9fff}]+"_s << u"^(简体中文|萧山区)$"_s;
    QTest::newRow("Chinese")
        << int(Language::Chinese) << u"[A-Za-z]{3,}"_s
        << u"^(English|Xiaoshan|Tiermap|CGCS|EPSG|GB|PDF|SVG|PNG|Ctrl|Shift|Home|Esc|Enter|GDP|npm|echarts|china|"
           "cities|MIT|GCJ|GSHHG|LGPL|LKSFQ|IoT|AIGC|TOP|PingPong|XLSX|CSV|GeoJSON|"
           "GeoPackage|Shapefile|KML|FlatGeobuf|Getis|Ord)$"_s;
}

void MainWindowTest::switchesLanguageCompletely() {
    QFETCH(int, language);
    QFETCH(QString, foreign);
    QFETCH(QString, allowed);
    m_window->setLanguage(Language(language) == Language::English ? Language::Chinese : Language::English);
    m_window->setLanguage(Language(language));
    QCoreApplication::processEvents(); // Qt posts the change of language
    m_window->selection().set({u"330109"_s});
    QStringList all = texts(*m_window);
    m_window->selection().set({}); // the overview has texts of its own
    all += texts(*m_window);
    const QRegularExpression wrong(foreign, QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpression fine(allowed, QRegularExpression::UseUnicodePropertiesOption);
    QVERIFY(all.size() > 150);
    for (const QString& text : std::as_const(all)) {
        for (const auto& match : wrong.globalMatch(text))
            QVERIFY2(fine.match(match.captured()).hasMatch(), qPrintable(match.captured() + u" in: "_s + text));
    }
}

void MainWindowTest::remembersItsState() {
    m_window->map().zoomToZones({u"330127"_s});
    const QPointF centre = m_window->map().centre();
    const double zoom = m_window->map().zoom();
    m_window->resize(1200, 800);
    m_window->setLanguage(Language::English);
    m_window->close();
    const QSettings settings;
    QCOMPARE(settings.value(u"language"_s).toString(), u"en"_s);
    auto document = openDocument({});
    m_window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_COMPARE(m_window->size(), QSize(1200, 800));
    QTRY_VERIFY(std::abs(m_window->map().centre().x() - centre.x()) < 1e-6);
    QVERIFY(std::abs(m_window->map().zoom() - zoom) < 1e-6);
}

void MainWindowTest::darkPaletteReachesTheMap() {
    m_window->setColorScheme(Qt::ColorScheme::Dark);
    const auto corner = [&] { return m_window->map().grab().toImage().pixelColor(10, 10).lightness(); };
    QTRY_VERIFY(corner() < 100);
    const auto ink = [&] { // of an icon: the mean lightness of what it draws
        const QAction* icon = m_window->findChild<QToolBar*>(u"toolbar"_s)->actions().constFirst();
        const QImage image = icon->icon().pixmap(22, 22).toImage();
        double sum = 0;
        double drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                sum += color.alphaF() * color.lightnessF();
                drawn += color.alphaF();
            }
        }
        return drawn > 0 ? sum / drawn : -1;
    };
    QVERIFY2(ink() > 0.6, qPrintable(QString::number(ink())));
    m_window->setColorScheme(Qt::ColorScheme::Light);
    QTRY_VERIFY(corner() > 150);
    QVERIFY(ink() >= 0 && ink() < 0.4);
}

/// At the smallest size that the window is made for, in the longer language, nothing is hidden and names can be read.
void MainWindowTest::everythingIsThereInASmallWindow() {
    m_window->setLanguage(Language::English);
    auto* search = m_window->findChild<QLineEdit*>(u"search"_s);
    auto* bar = m_window->findChild<QToolBar*>(u"toolbar"_s);
    for (const QSize size : {QSize(1024, 700), QSize(1440, 900)}) {
        m_window->resize(size);
        QTRY_COMPARE(m_window->width(), size.width());
        QTRY_VERIFY(search->isVisible() && search->width() >= 200);
        for (const QAction* action : bar->actions()) {
            const QWidget* button = bar->widgetForAction(const_cast<QAction*>(action));
            QTRY_VERIFY2(button && button->isVisible(), qPrintable(action->text()));
        }
        m_window->findChild<QTabWidget*>()->setCurrentIndex(1);
        for (const QString& name : {u"targets"_s, u"measures"_s}) {
            const auto* tree = m_window->findChild<QTreeWidget*>(name);
            QTRY_VERIFY2(tree->columnWidth(0) > 0.4 * tree->viewport()->width(), qPrintable(name));
            int all = 0;
            for (int column = 0; column < tree->columnCount(); ++column)
                all += tree->columnWidth(column);
            QVERIFY(all <= tree->viewport()->width());
        }
    }
}

void MainWindowTest::theLegendSaysWhatSymbolsMean() {
    auto* layers = m_window->findChild<LayerTree*>(u"layers"_s);
    const auto found = layers->findItems(u"平台与基地"_s, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QStringList words;
    for (int i = 0; i < found[0]->childCount(); ++i)
        words += found[0]->child(i)->text(0);
    // No site of the built-in plan has a place of its own; its one venue is among others of its zone.
    QCOMPARE(words, QStringList({u"平台"_s, u"基地、总部"_s, u"园区"_s, u"仅知所在区县及处数"_s}));
}

void MainWindowTest::everyActionHasWordsAndShortcutsAreUnique() {
    QHash<QKeySequence, QString> taken;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        if (action->isSeparator() || action->text().isEmpty())
            continue;
        const QList<QKeySequence> keys = action->shortcuts();
        QCOMPARE(QSet<QKeySequence>(keys.begin(), keys.end()).size(), keys.size());
        for (const QKeySequence& key : keys) {
            QVERIFY2(!taken.contains(key) || taken[key] == action->text(), qPrintable(key.toString()));
            taken[key] = action->text();
        }
    }
    QVERIFY(taken.size() > 10);
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
