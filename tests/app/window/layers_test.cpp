#include "app/import/import_dialog.h"
#include "app/session/builtin_plan.h"
#include "app/session/document.h"
#include "app/session/language.h"
#include "app/window/layer_dialog.h"
#include "app/window/layer_menu.h"
#include "app/window/layer_tree.h"
#include "app/window/main_window.h"
#include "core/store/project_file.h"
#include "maps/import/file_import.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace tiermap;

/// Reference layers in the window: listed, drawn, switched, changed; and files that are dropped onto it.
class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void layersAreListedAndDrawn();
    void imagesAreDrawn();
    void layersKeepToTheirScales();
    void copiesFindTheImages();
    void switchingIsAnEdit();
    void orderIsAnEdit();
    void dialogChangesWhatIsTouched();
    void aDroppedFileAsksWhatItIs();
    void filesDroppedTogetherComeOneAfterTheOther();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void take(const QString& file, const FileImportChoices& choices);
    std::unique_ptr<MainWindow> window();
    static QTreeWidgetItem* group(const MainWindow& window) { return window.findChild<LayerTree*>()->topLevelItem(1); }
    static QColor inkAt(MainWindow& window, const QPointF& place) {
        return window.map().grab().toImage().pixelColor(window.map().toWidget(place).toPoint());
    }
    /// Whether anything red is seen where the road lies: its line is a pixel and a half wide, and may lie between two.
    static bool isRoadDrawn(MainWindow& window);

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr double roadLatitude = 29.75; // through Chun'an and Jiande
const QColor red(0xD0, 0x10, 0x10);

bool near(const QColor& a, const QColor& b, int tolerance) {
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

} // namespace

bool LayersTest::isRoadDrawn(MainWindow& window) {
    const QImage map = window.map().grab().toImage();
    for (const double longitude : {118.95, 119.05, 119.15, 119.25, 119.35, 119.45}) { // names may cover some of it
        const QPoint at = window.map().toWidget({longitude, roadLatitude}).toPoint();
        for (int y = at.y() - 2; y <= at.y() + 2; ++y) {
            const QColor ink = map.rect().contains(at.x(), y) ? map.pixelColor(at.x(), y) : QColor(Qt::black);
            if (ink.red() > 2 * ink.green() && ink.red() > 2 * ink.blue())
                return true;
        }
    }
    return false;
}

void LayersTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tiermap-layers-test"_s);
    QCoreApplication::setOrganizationName(u"tiermap-test"_s);
    QApplication::setQuitOnLastWindowClosed(false);
}

void LayersTest::init() {
    QSettings().clear();
    setInterfaceLanguage(Language::English);
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(copyProject(builtInPlanFile(), path(u"plan.gpkg"_s)));
    QFile roads(path(u"roads.geojson"_s));
    QVERIFY(roads.open(QIODevice::WriteOnly));
    roads.write(R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":
[[118.9,29.75],[119.2,29.75],[119.5,29.75]]}})");
}

void LayersTest::take(const QString& file, const FileImportChoices& choices) {
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    const auto shapes = decodeShapes((*project)->content());
    const auto made = importFile((*project)->content(), *shapes, file, choices);
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QVERIFY(made->prepare(**project));
    QVERIFY((*project)->apply(made->edit));
}

std::unique_ptr<MainWindow> LayersTest::window() {
    auto document = openDocument(path(u"plan.gpkg"_s));
    auto window = std::make_unique<MainWindow>(std::move(document->project), std::move(document->shapes));
    QSignalSpy first(&window->map(), &LiveMap::firstFrame);
    window->show();
    if (first.isEmpty())
        first.wait(20000);
    return window;
}

void LayersTest::layersAreListedAndDrawn() {
    take(path(u"roads.geojson"_s),
         {.kind = ImportKind::Layer, .layerStyle = {.name = u"道路"_s, .source = u"交通局"_s, .color = red.name()}});
    const auto shown = window();
    QVERIFY(!group(*shown)->isHidden());
    QCOMPARE(group(*shown)->childCount(), 1);
    QCOMPARE(group(*shown)->child(0)->text(0), u"道路"_s);
    QVERIFY(group(*shown)->child(0)->toolTip(0).contains(u"交通局"_s));
    QVERIFY(shown->findChild<LayerMenu*>());
    shown->map().zoomToLayer(u"layer-1"_s);
    QTRY_VERIFY(isRoadDrawn(*shown));
}

void LayersTest::layersKeepToTheirScales() {
    take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.color = red.name()}});
    const auto shown = window();
    LiveMap& map = shown->map();
    map.zoomToLayer(u"layer-1"_s);
    QTRY_VERIFY(isRoadDrawn(*shown));
    const double limit = 1.5 * map.scaleDenominator();
    QVERIFY(shown->project().apply({.changes = {setCell(Table::Layers, {u"layer-1"_s}, u"smallest_scale"_s, limit)}}));
    QTRY_VERIFY(isRoadDrawn(*shown));
    map.setCamera(map.centre(), map.zoom() - 1);
    QTRY_VERIFY(!isRoadDrawn(*shown));
    map.setCamera(map.centre(), map.zoom() + 1);
    QTRY_VERIFY(isRoadDrawn(*shown));
}

void LayersTest::imagesAreDrawn() {
    QCOMPARE(QProcess::execute(
                 u"gdal_create"_s,
                 {u"-of"_s,   u"GTiff"_s, u"-outsize"_s, u"20"_s,   u"20"_s,     u"-bands"_s,    u"3"_s,
                  u"-burn"_s, u"208"_s,   u"-burn"_s,    u"16"_s,   u"-burn"_s,  u"16"_s,        u"-a_ullr"_s,
                  u"119.1"_s, u"29.8"_s,  u"119.3"_s,    u"29.7"_s, u"-a_srs"_s, u"EPSG:4490"_s, path(u"image.tif"_s)}),
             0);
    take(path(u"image.tif"_s), {.kind = ImportKind::Layer});
    const auto shown = window();
    QTRY_VERIFY(near(inkAt(*shown, {119.15, 29.77}), red, 8));
    shown->findChild<LayerMenu*>()->setShown(u"layer-1"_s, false);
    QTRY_VERIFY(!near(inkAt(*shown, {119.15, 29.77}), red, 60));
}

/// An image beside the project is found from a copy in another folder, and by one that moves with its folder.
void LayersTest::copiesFindTheImages() {
    QFile image(path(u"image.tif"_s));
    QVERIFY(image.open(QIODevice::WriteOnly));
    {
        const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
        QVERIFY((*project)->apply(importRaster((*project)->content(), image.fileName(), {}, {}, {}).edit));
        QCOMPARE((*project)->content().layers[0].file, u"image.tif"_s);
    }
    const auto fileIn = [&](const QString& copy) {
        const auto original = readProjectFile(path(u"plan.gpkg"_s));
        const auto copied = copyProject(*original, path(copy));
        return copied ? readProjectFile(path(copy))->layers[0].file : QString();
    };
    QCOMPARE(fileIn(u"copy.gpkg"_s), u"image.tif"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
    QCOMPARE(fileIn(u"elsewhere/copy.gpkg"_s), image.fileName());
}

void LayersTest::switchingIsAnEdit() {
    take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.color = red.name()}});
    const auto shown = window();
    QTRY_VERIFY(isRoadDrawn(*shown));
    group(*shown)->child(0)->setCheckState(0, Qt::Unchecked);
    QTRY_VERIFY(!shown->project().content().layers[0].shown);
    QTRY_VERIFY(!isRoadDrawn(*shown));
    QVERIFY(shown->project().undo());
    QVERIFY(shown->project().content().layers[0].shown);
    QTRY_COMPARE(group(*shown)->child(0)->checkState(0), Qt::Checked);
    QVERIFY(shown->project().undo()); // the import itself
    QTRY_VERIFY(group(*shown)->isHidden());
}

void LayersTest::orderIsAnEdit() {
    take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.name = u"甲"_s}});
    take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.name = u"乙"_s}});
    const auto shown = window();
    QCOMPARE(group(*shown)->child(0)->text(0), u"乙"_s); // the later one lies above
    shown->findChild<LayerMenu*>()->move(u"layer-1"_s, 1);
    QCOMPARE(group(*shown)->child(0)->text(0), u"甲"_s);
    shown->findChild<LayerMenu*>()->move(u"layer-1"_s, 1); // it is the highest
    QCOMPARE(group(*shown)->child(0)->text(0), u"甲"_s);
    shown->findChild<LayerMenu*>()->remove(u"layer-2"_s);
    QCOMPARE(group(*shown)->childCount(), 1);
    QCOMPARE(shown->project().done().size(), 4);
}

void LayersTest::dialogChangesWhatIsTouched() {
    ReferenceLayer layer{.key = u"a"_s, .name = {u"甲"_s, u"A"_s}, .file = u"a.shp"_s};
    layer.opacity = 1.0 / 3;
    LayerDialog dialog(layer);
    QVERIFY(dialog.edit().changes.isEmpty());
    dialog.findChild<QLineEdit*>(u"chinese"_s)->setText(u"乙"_s);
    dialog.findChild<QSpinBox*>(u"opacity"_s)->setValue(50);
    const Edit edit = dialog.edit();
    QCOMPARE(edit.changes.size(), 1);
    QCOMPARE(edit.changes[0].after, (Fields{{u"name_zh"_s, u"乙"_s}, {u"opacity"_s, 0.5}}));
}

void LayersTest::aDroppedFileAsksWhatItIs() {
    const auto shown = window();
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path(u"roads.geojson"_s))});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.get(), &drop);
    QTRY_VERIFY(shown->findChild<ImportDialog*>());
    QVERIFY(shown->findChild<ImportDialog*>()->isVisible());
}

void LayersTest::filesDroppedTogetherComeOneAfterTheOther() {
    const auto shown = window();
    QVERIFY(QFile::copy(path(u"roads.geojson"_s), path(u"roads2.geojson"_s)));
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path(u"roads.geojson"_s)), QUrl::fromLocalFile(path(u"roads2.geojson"_s))});
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.get(), &enter);
    QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(shown.get(), &drop);
    QTRY_COMPARE(shown->findChildren<ImportDialog*>().size(), 1);
    const QPointer<ImportDialog> first = shown->findChild<ImportDialog*>();
    QVERIFY(first->windowTitle().contains(u"roads.geojson"_s));
    first->reject();
    QTRY_VERIFY(first.isNull());
    QTRY_COMPARE(shown->findChildren<ImportDialog*>().size(), 1);
    QVERIFY(shown->findChild<ImportDialog*>()->windowTitle().contains(u"roads2.geojson"_s));
}

QTEST_MAIN(LayersTest)
#include "layers_test.moc"
