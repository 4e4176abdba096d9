#include "app/map/live_map.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/language.h"
#include "app/style/histogram.h"
#include "app/style/legend_view.h"
#include "app/style/map_style.h"
#include "app/style/second_map.h"
#include "app/style/style_chooser.h"
#include "app/style/style_panel.h"
#include "app/window/main_window.h"
#include "app/window/zone_bar.h"
#include "app/window/zone_list.h"
#include "maps/figure/map_font.h"
#include "maps/geometry/projection.h"
#include "maps/scene/label_placement.h"
#include "maps/scene/painter.h"
#include "maps/scene/projected_shapes.h"
#include "maps/scene/trim.h"
#include "maps/style/current_style.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Maps of an indicator in the window: chosen, styled, compared; on the map, in the legend and in the list alike.
class StyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void twoClicksDrawAMap();
    void theBuiltInPlanIsDrawnToo();
    void thePanelShowsAtOnceAndKeepsInAMoment();
    void boundsByHandBeginWithThoseThatThereAre();
    void aWarningOffersWhatToDo();
    void undoAndTheCommandLineAreFollowed();
    void theLegendIsThatOfTheMap();
    void theLiveMapIsThePaintersPicture();
    void twoMapsLookAtTheSamePlace();
    void everyWordIsInBothLanguages();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    std::unique_ptr<MainWindow> window(const QString& file);
    static void choose(MainWindow& window, const QString& indicator);
    static StylePanel& panel(MainWindow& window);
    template <class Field>
    static Field& field(MainWindow& window, const QString& name) {
        return *panel(window).findChild<Field*>(name);
    }
    static void pick(QComboBox& list, const QVariant& data) { list.setCurrentIndex(list.findData(data)); }
    static void photograph(QWidget& window, const char* name) {
        if (!qEnvironmentVariableIsSet("TIERMAP_PICTURES"))
            return;
        QTest::qWait(1000); // names are placed once the map has come to rest
        window.grab().save(qEnvironmentVariable("TIERMAP_PICTURES") + u'/' + QLatin1StringView(name) + u".png"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void StyleTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-style-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
    QApplication::setQuitOnLastWindowClosed(false);
}

void StyleTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::Chinese);
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(copyProject(builtInPlanFile(), path(u"plan.gpkg"_s)));
}

std::unique_ptr<MainWindow> StyleTest::window(const QString& file) {
    auto document = openDocument(file);
    auto window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    QSignalSpy first(&window->map(), &LiveMap::firstFrame);
    window->show();
    if (first.isEmpty())
        first.wait(20000);
    return window;
}

/// The two clicks: the button, and the line of its list.
void StyleTest::choose(MainWindow& window, const QString& indicator) {
    auto* button = window.findChild<StyleChooser*>();
    Q_EMIT button->menu()->aboutToShow();
    const QString title = indicatorTitle(*window.project().content().plan.indicator(indicator));
    for (QAction* action : button->menu()->actions()) {
        if (action->text() == title)
            return action->trigger();
    }
    QFAIL(qPrintable(title));
}

StylePanel& StyleTest::panel(MainWindow& window) {
    auto* dock = window.findChild<QDockWidget*>(u"styleDock"_s);
    dock->show();
    dock->raise();
    QCoreApplication::processEvents();
    return *window.findChild<StylePanel*>();
}

void StyleTest::twoClicksDrawAMap() {
    const auto shown = window(path(u"plan.gpkg"_s));
    auto* legend = shown->findChild<LegendView*>(u"styleLegend"_s);
    QVERIFY(!legend->isVisible());
    choose(*shown, u"pop_census_2020"_s);
    QVERIFY(legend->isVisible());
    QCOMPARE(legend->accessibleName(), shown->mapStyle().map()->title);
    QVERIFY(shown->mapStyle().style().kind == LayerStyle::Kind::Proportional); // a count
    const auto* list = shown->findChild<ZoneList*>();
    const auto zone = [&](int role) {
        return list->model()
            ->index(0, 0, list->model()->index(0, 0))
            .data(role); // the list is made anew with each edit
    };
    QVERIFY(!zone(ZoneBar::textRole).toString().isEmpty());
    QVERIFY(zone(ZoneBar::shareRole).toDouble() > 0 && zone(ZoneBar::shareRole).toDouble() <= 1);
    QCOMPARE(shown->project().content().styles.size(), 1); // the project keeps it
    photograph(*shown, "proportional");
    QVERIFY(shown->project().undo());
    QVERIFY(!legend->isVisible());
    QVERIFY(zone(ZoneBar::textRole).toString().isEmpty());
    QVERIFY(shown->mapStyle().style().kind == LayerStyle::Kind::Tiers);
}

void StyleTest::theBuiltInPlanIsDrawnToo() {
    const auto shown = window(QString());
    choose(*shown, u"gdp"_s);
    choose(*shown, u"pop_census_2020"_s);
    QCOMPARE(shown->mapStyle().style().indicators, QStringList{u"pop_census_2020"_s});
    QVERIFY(shown->project().content().styles.isEmpty());
    auto* undo = shown->findChild<QAction*>(u"undo"_s);
    QVERIFY(shown->mapStyle().canUndo());
    if (undo)
        undo->trigger();
    else
        shown->mapStyle().undo();
    QCOMPARE(shown->mapStyle().style().indicators, QStringList{u"gdp"_s});
    shown->mapStyle().redo();
    QCOMPARE(shown->mapStyle().style().indicators, QStringList{u"pop_census_2020"_s});
}

void StyleTest::thePanelShowsAtOnceAndKeepsInAMoment() {
    const auto shown = window(path(u"plan.gpkg"_s));
    // Under the sanitizers the moment would be over.
    panel(*shown).findChild<QTimer*>(Qt::FindDirectChildrenOnly)->setInterval(std::chrono::hours(1));
    choose(*shown, u"pop_census_2020"_s);
    pick(field<QComboBox>(*shown, u"kind"_s), int(LayerStyle::Kind::Graduated));
    pick(field<QComboBox>(*shown, u"measure"_s), int(LayerStyle::Measure::Density));
    field<QSpinBox>(*shown, u"classes"_s).setValue(3);
    QCOMPARE(shown->mapStyle().map()->classes.size(), 3); // shown
    QCOMPARE(shown->project().done().size(), 1);          // not kept
    panel(*shown).keep();
    QCOMPARE(shown->project().done().size(), 2); // one step
    QCOMPARE(currentStyle(shown->project().content()).classes, 3);
    QVERIFY(panel(*shown).findChild<Histogram*>()->isVisible());
    QVERIFY(panel(*shown).findChild<QLabel*>(u"changes"_s)->text().contains(u"："_s));
    photograph(*shown, "panel");
    QVERIFY(shown->project().undo());
    QCOMPARE(field<QComboBox>(*shown, u"kind"_s).currentData().toInt(), int(LayerStyle::Kind::Proportional));
}

void StyleTest::boundsByHandBeginWithThoseThatThereAre() {
    const auto shown = window(path(u"plan.gpkg"_s));
    choose(*shown, u"pop_census_2020"_s);
    pick(field<QComboBox>(*shown, u"kind"_s), int(LayerStyle::Kind::Graduated));
    const std::vector<double> bounds = shown->mapStyle().map()->classes.bounds;
    pick(field<QComboBox>(*shown, u"method"_s), int(ClassMethod::Manual));
    QCOMPARE(shown->mapStyle().style().breaks, std::vector<double>(bounds.begin() + 1, bounds.end() - 1));
    auto& breaks = field<QLineEdit>(*shown, u"breaks"_s);
    QVERIFY(breaks.isVisible());
    breaks.setText(u"500000, 1,000000"_s); // as one types: nothing falls over
    breaks.setText(u"500000, 1000000"_s);
    QCOMPARE(shown->mapStyle().map()->classes.size(), 3);
}

void StyleTest::aWarningOffersWhatToDo() {
    const auto shown = window(path(u"plan.gpkg"_s));
    choose(*shown, u"pop_census_2020"_s);
    pick(field<QComboBox>(*shown, u"kind"_s), int(LayerStyle::Kind::Graduated));
    auto* warnings = panel(*shown).findChild<QLabel*>(u"warnings"_s);
    QVERIFY(warnings->isVisible());
    QVERIFY(warnings->text().contains(u"href=\"density\""_s));
    Q_EMIT warnings->linkActivated(u"density"_s);
    QVERIFY(shown->mapStyle().style().measure == LayerStyle::Measure::Density);
    QVERIFY(!warnings->text().contains(u"href"_s));
}

void StyleTest::undoAndTheCommandLineAreFollowed() {
    const auto shown = window(path(u"plan.gpkg"_s));
    choose(*shown, u"gdp"_s);
    panel(*shown);
    const LayerStyle other{.kind = LayerStyle::Kind::Dots, .indicators = {u"pop_census_2020"_s}};
    QVERIFY(shown->project().apply(drawWith(shown->project().content(), u"zones"_s, other)));
    QCOMPARE(shown->mapStyle().style(), other);
    QCOMPARE(field<QComboBox>(*shown, u"kind"_s).currentData().toInt(), int(LayerStyle::Kind::Dots));
    QCOMPARE(field<QComboBox>(*shown, u"indicator"_s).currentData().toString(), u"pop_census_2020"_s);
    photograph(*shown, "dots");
}

/// Each colour of the legend is on it, in its size on the screen.
void StyleTest::theLegendIsThatOfTheMap() {
    const auto shown = window(path(u"plan.gpkg"_s));
    const LayerStyle style{.kind = LayerStyle::Kind::Graduated,
                           .indicators = {u"pop_census_2020"_s},
                           .measure = LayerStyle::Measure::Density};
    QVERIFY(shown->mapStyle().choose(style));
    QCoreApplication::processEvents();
    const QImage picture = shown->findChild<LegendView*>(u"styleLegend"_s)->grab().toImage();
    for (const StyleLegendItem& item : shown->mapStyle().map()->legend.items) {
        if (!item.ink.fill)
            continue;
        int pixels = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                pixels += picture.pixelColor(x, y) == *item.ink.fill ? 1 : 0;
        }
        QVERIFY2(pixels > 100, qPrintable(item.text));
    }
}

/// The scene graph's picture of a view and the painter's are the same, but for a few pixels along edges and letters.
void StyleTest::theLiveMapIsThePaintersPicture() {
    const auto shown = window(path(u"plan.gpkg"_s));
    QVERIFY(shown->mapStyle().choose({.kind = LayerStyle::Kind::Graduated,
                                      .indicators = {u"pop_census_2020"_s},
                                      .measure = LayerStyle::Measure::Density}));
    LiveMap& map = shown->map();
    QVERIFY(map.usesSceneGraph());
    const auto& thematic = *shown->mapStyle().map();
    const auto looks = [&](const QString& zone, const QPointF& place) {
        const QImage picture = map.grab().toImage();
        const QPoint at = map.toWidget(place).toPoint();
        return picture.pixelColor(at * picture.devicePixelRatio()) == *thematic.inks[zone].fill;
    };
    photograph(*shown, "live");
    const QPointF chunan(118.75, 29.75);
    const QPointF linan(119.45, 30.3); // clear of its name
    QTRY_VERIFY(looks(u"330127"_s, chunan) && looks(u"330112"_s, linan));

    const PlanShapes shapes = *decodeShapes(shown->project().content());
    const ProjectedShapes projectedShapes = projected(shapes, Projection::webMercator());
    SceneOptions options;
    options.thematic = shown->mapStyle().map();
    const QImage live = map.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const double pixelsPerMm = map.logicalDpiX() / 25.4;
    const QPointF centre = map.centre();
    const double metresPerPixel = 2 * std::numbers::pi * 6378137 / (256 * std::pow(2, map.zoom()));
    constexpr double radian = std::numbers::pi / 180;
    View view;
    view.centre = {6378137 * centre.x() * radian,
                   6378137 * std::log(std::tan(std::numbers::pi / 4 + centre.y() * radian / 2))};
    view.frame = QRectF(0, 0, live.width() / pixelsPerMm, live.height() / pixelsPerMm);
    view.metresPerMm = metresPerPixel * pixelsPerMm;
    QImage painted(live.size(), QImage::Format_RGB32);
    painted.fill(options.theme.land);
    QPainter painter(&painted);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(pixelsPerMm, pixelsPerMm);
    paint(painter, trimmed(planScene(shown->project().content().plan, projectedShapes, options), view), view,
          *mapFont());
    painter.end();
    qint64 differ = 0;
    for (int y = 0; y < live.height(); ++y) {
        for (int x = 0; x < live.width(); ++x) {
            const QColor a = live.pixelColor(x, y);
            const QColor b = painted.pixelColor(x, y);
            const int far =
                std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
            differ += far > 24 ? 1 : 0;
        }
    }
    const double share = double(differ) / (double(live.width()) * live.height());
    // Names, marks, sites, scale bar and note are on the live map alone; the rest is edges.
    QVERIFY2(share < 0.06, qPrintable(QString::number(share)));
}

void StyleTest::twoMapsLookAtTheSamePlace() {
    const auto shown = window(path(u"plan.gpkg"_s));
    choose(*shown, u"gdp"_s);
    shown->compare(true);
    auto* second = shown->findChild<SecondMap*>();
    QVERIFY(second && second->isVisible());
    const auto together = [&] {
        return second->map().centre() == shown->map().centre() && second->map().zoom() == shown->map().zoom();
    };
    QTRY_VERIFY(together());
    shown->map().setCamera({120.2, 30.2}, 11);
    QTRY_VERIFY(together());
    second->map().zoomBy(-1);
    QTRY_VERIFY(together());
    QCOMPARE(shown->map().zoom(), 10);
    shown->map().zoomToAll();
    photograph(*shown, "two");
    // It begins with something else than what is there already.
    auto* indicator = second->findChild<QComboBox*>(u"secondIndicator"_s);
    auto* period = second->findChild<QComboBox*>(u"secondPeriod"_s);
    QVERIFY(indicator->currentData() != u"gdp"_s || period->currentIndex() > 0);
    shown->compare(false);
    QVERIFY(!second->isVisible());
}

void StyleTest::everyWordIsInBothLanguages() {
    const auto shown = window(path(u"plan.gpkg"_s));
    choose(*shown, u"pop_census_2020"_s);
    panel(*shown);
    setInterfaceLanguage(Language::English);
    QCoreApplication::processEvents();
    for (const QLabel* label : panel(*shown).findChildren<QLabel*>()) {
        const bool chinese = std::ranges::any_of(label->text(), [](QChar c) { return c.unicode() >= 0x2E80; });
        QVERIFY2(!chinese, qPrintable(label->text()));
    }
    photograph(*shown, "english");
}

QTEST_MAIN(StyleTest)
#include "style_test.moc"
