// Reference layers, and boundaries that are no longer schematic: from the file into the project and onto the sheet.

#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/figure/figure.h"
#include "maps/formats/plan_project.h"
#include "maps/import/file_import.h"
#include "maps/scene/plan_scene.h"

#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Notice = ImportReport::Notice;

class LayerImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void roadsBecomeALayer();
    void oneStepTakesALayerAway();
    void sameFileChangesItsLayer();
    void whatHasNoPlaceIsNamed();
    void imagesStayFiles();
    void layersAreDrawnAndNamed();
    void aMissingImageMakesNoSheet();
    void boundariesOfAllDistrictsAreFirm();
    void boundariesOfSomeStaySchematic();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    QString roads() const {
        return write(u"roads.geojson"_s, R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"绕城高速"},"geometry":{"type":"LineString","coordinates":[[119.9,30.2],[120.4,30.4]]}},
{"type":"Feature","properties":{"name":"城镇开发边界"},"geometry":{"type":"Polygon","coordinates":[[[120,30],[120.2,30],[120.2,30.2],[120,30]]]}},
{"type":"Feature","properties":{"name":"地铁站"},"geometry":{"type":"Point","coordinates":[120.2,30.25]}}]})");
    }
    Result<FileImport> take(const QString& file, const FileImportChoices& choices);
    const Project& content() const { return m_project->content(); }
    QStringList textsOfSheet() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenProject> m_project;
};

void LayerImportTest::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void LayerImportTest::init() {
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const auto plan = readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    QVERIFY(writeProjectFile(path(u"plan.gpkg"_s), *plan));
    m_project = *OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
}

/// Imports and applies; the counts add up.
Result<FileImport> LayerImportTest::take(const QString& file, const FileImportChoices& choices) {
    const auto shapes = decodeShapes(content());
    auto made = importFile(content(), *shapes, file, choices);
    if (!made) {
        return made;
    }
    const ImportReport& report = made->report;
    if (report.read != report.used + report.unchanged + report.unused.size()) {
        qFatal("the counts do not add up");
    }
    if (const auto prepared = made->prepare(*m_project); !prepared) {
        return std::unexpected(prepared.error());
    }
    if (const auto applied = m_project->apply(made->edit); !applied) {
        return std::unexpected(applied.error());
    }
    return made;
}

QStringList LayerImportTest::textsOfSheet() const {
    FigureSpec spec;
    spec.layers = content().layers;
    const auto figure = Figure::layOut(content(), *decodeShapes(content()), spec);
    return figure ? figure->texts() : QStringList{u"failed: "_s + figure.error().file};
}

void LayerImportTest::roadsBecomeALayer() {
    const auto made =
        take(roads(), {.kind = ImportKind::Layer, .layerStyle = {.vintage = u"2025"_s, .source = u"交通局"_s}});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QCOMPARE(made->report.used, 3);
    QCOMPARE(content().layers.size(), 1);
    const ReferenceLayer& layer = content().layers[0];
    QCOMPARE(layer.name.zh, u"roads"_s);
    QCOMPARE(layer.vintage, u"2025"_s);
    QCOMPARE(layer.source, u"交通局"_s);
    QCOMPARE(layer.datum, u"wgs84"_s);
    const auto features = readLayerFeatures(content().file, layer.data);
    QCOMPARE(features->size(), 3);
    QVERIFY(std::ranges::contains(*features, u"绕城高速"_s, &LayerFeature::label));
    QCOMPARE(decodeShapes(content())->layers[0].shapes.size(), 3U);
    // Others see them, too.
    m_project.reset();
    QProcess ogrinfo;
    ogrinfo.start(u"ogrinfo"_s, {u"-ro"_s, u"-so"_s, path(u"plan.gpkg"_s), u"layer_features"_s});
    QVERIFY(ogrinfo.waitForFinished());
    QVERIFY(ogrinfo.readAllStandardOutput().contains("Feature Count: 3"));
}

void LayerImportTest::oneStepTakesALayerAway() {
    const QString before = m_project->contentHash();
    QVERIFY(take(roads(), {.kind = ImportKind::Layer}));
    const QString after = m_project->contentHash();
    QVERIFY(after != before);
    QCOMPARE(m_project->done().size(), 1);
    QVERIFY(m_project->undo());
    QVERIFY(content().layers.isEmpty());
    QCOMPARE(m_project->contentHash(), before);
    QVERIFY(m_project->redo());
    QCOMPARE(m_project->contentHash(), after);
    QCOMPARE(decodeShapes(content())->layers[0].shapes.size(), 3U);
    // And it is no change from outside.
    m_project.reset();
    m_project = *OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    QVERIFY(m_project->outsideChanges().isEmpty());
    QCOMPARE(m_project->contentHash(), after);
}

void LayerImportTest::sameFileChangesItsLayer() {
    QVERIFY(take(roads(), {.kind = ImportKind::Layer}));
    const auto again = take(roads(), {.kind = ImportKind::Layer});
    QCOMPARE(again->report.unchanged, 3);
    QVERIFY(again->edit.changes.isEmpty());
    write(u"roads.geojson"_s,
          R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[120,30]}})");
    QVERIFY(take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer}));
    QCOMPARE(content().layers.size(), 1);
    QCOMPARE(readLayerFeatures(content().file, content().layers[0].data)->size(), 1);
    QVERIFY(take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.name = u"另一层"_s}}));
    QCOMPARE(content().layers.size(), 2);
    QCOMPARE(content().layers[1].level, 1.0);
    const LayerChoices red{.name = u"另一层"_s, .color = u"#FF0000"_s, .opacity = 0.5};
    QVERIFY(take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = red}));
    QCOMPARE(content().layers.size(), 2);
    QCOMPARE(content().layers[1].color, u"#FF0000"_s);
    QCOMPARE(content().layers[1].opacity, 0.5);
    QVERIFY(take(path(u"roads.geojson"_s), {.kind = ImportKind::Layer, .layerStyle = {.name = u"另一层"_s}})
                ->edit.changes.isEmpty()); // nothing said leaves it as it is
}

void LayerImportTest::whatHasNoPlaceIsNamed() {
    const auto made = take(write(u"a.geojson"_s, R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"无"},"geometry":null},
{"type":"Feature","properties":{"name":"多点"},"geometry":{"type":"MultiPoint","coordinates":[[120,30],[121,31]]}},
{"type":"Feature","properties":{"name":"点"},"geometry":{"type":"Point","coordinates":[120,30]}}]})"),
                           {.kind = ImportKind::Layer});
    QVERIFY(made);
    QCOMPARE(made->report.used, 1);
    QCOMPARE(made->report.unused.size(), 2);
    QCOMPARE(made->report.unused[0].kind, Notice::Kind::PlaceMissing);
    QCOMPARE(made->report.unused[1].kind, Notice::Kind::GeometryInvalid);
    QCOMPARE(made->report.unused[1].text, u"多点"_s);
    const auto nothing =
        take(write(u"b.geojson"_s, R"({"type":"FeatureCollection","features":[]})"), {.kind = ImportKind::Layer});
    QVERIFY(!nothing || nothing->edit.changes.isEmpty());
}

void LayerImportTest::imagesStayFiles() {
    const QString image = path(u"image.tif"_s);
    QCOMPARE(QProcess::execute(u"gdal_create"_s, {u"-of"_s, u"GTiff"_s, u"-outsize"_s, u"20"_s, u"20"_s, u"-bands"_s,
                                                  u"3"_s, u"-burn"_s, u"200"_s, u"-a_ullr"_s, u"119.8"_s, u"30.5"_s,
                                                  u"120.4"_s, u"30"_s, u"-a_srs"_s, u"EPSG:4490"_s, image}),
             0);
    const auto made = take(image, {.kind = ImportKind::Layer});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QVERIFY(made->raster);
    QCOMPARE(made->report.used, 1);
    QCOMPARE(content().layers[0].kind, ReferenceLayer::Kind::Raster);
    QCOMPARE(content().layers[0].file, u"image.tif"_s); // it lies beside the project
    QVERIFY(take(image, {.kind = ImportKind::Layer})->edit.changes.isEmpty());
    QVERIFY(QFile::copy(image, path(u"cut.tif"_s)));
    QFile cut(path(u"cut.tif"_s));
    QVERIFY(cut.resize(cut.size() - 600)); // of 1200 bytes of pixels
    QVERIFY(!take(cut.fileName(), {.kind = ImportKind::Layer}));
    QCOMPARE(content().layers.size(), 1);
}

void LayerImportTest::layersAreDrawnAndNamed() {
    QVERIFY(take(roads(), {.kind = ImportKind::Layer,
                           .layerStyle = {.name = u"道路"_s, .source = u"某局数据"_s, .color = u"#FF0000"_s}}));
    const QString sheet = textsOfSheet().join(u'\n');
    QVERIFY(sheet.contains(u"道路"_s));     // in the legend
    QVERIFY(sheet.contains(u"某局数据"_s)); // among the sources
    const auto shapes = decodeShapes(content());
    const ProjectedShapes projectedShapes = projected(*shapes, Projection::webMercator());
    const auto strokes = [&](const SceneOptions& options) {
        const DisplayList list = planScene(content().plan, projectedShapes, options);
        return std::ranges::count_if(list.base, [](const auto& item) {
            const auto* stroke = std::get_if<Stroke>(&item);
            return stroke != nullptr && stroke->color == QColor(255, 0, 0);
        });
    };
    QCOMPARE(strokes({.layers = content().layers}), 2); // lines and outlines; the station
    QCOMPARE(strokes({}), 0);
    QVERIFY(m_project->apply({.changes = {setCell(Table::Layers, {u"layer-1"_s}, u"shown"_s, qint64(0))}}));
    QCOMPARE(strokes({.layers = content().layers}), 0);
    QVERIFY(!textsOfSheet().join(u'\n').contains(u"道路"_s));
    const auto tooStrong = m_project->apply({.changes = {setCell(Table::Layers, {u"layer-1"_s}, u"opacity"_s, 1.5)}});
    QVERIFY(!tooStrong);
    QCOMPARE(tooStrong.error().code, Problem::Code::OutOfRange);
}

void LayerImportTest::aMissingImageMakesNoSheet() {
    imagesStayFiles();
    QVERIFY(!textsOfSheet().first().startsWith(u"failed"_s));
    QVERIFY(QFile::remove(path(u"image.tif"_s)));
    QCOMPARE(textsOfSheet(), QStringList{u"failed: "_s + path(u"image.tif"_s)});
}

void LayerImportTest::boundariesOfAllDistrictsAreFirm() {
    const QString note = content().plan.boundary.note.zh;
    QVERIFY(content().plan.boundary.schematic);
    QVERIFY(textsOfSheet().join(u' ').contains(note));
    const QString before = m_project->contentHash();
    const QString file = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou/zones.geojson"_s;
    const Plan plan = content().plan;
    const auto sketch = take(file, {.kind = ImportKind::Zones, .zones = {.schematic = true}});
    QVERIFY(sketch->edit.changes.isEmpty());
    const auto made =
        take(file, {.kind = ImportKind::Zones, .zones = {.vintage = u"2024-01"_s, .source = u"自然资源局"_s}});
    QVERIFY2(made, made ? "" : qPrintable(made.error().arguments.join(u' ')));
    QVERIFY(std::ranges::contains(made->report.warnings, Notice::Kind::BoundaryNoteGoes, &Notice::kind));
    QVERIFY(!content().plan.boundary.schematic);
    QCOMPARE(content().plan.boundary.vintage, u"2024-01"_s);
    QCOMPARE(content().plan.boundary.provenance.zh, u"区县界线: 自然资源局"_s);
    QCOMPARE(content().plan.observations, plan.observations);
    const QString sheet = textsOfSheet().join(u' ');
    QVERIFY(!sheet.contains(note));
    QVERIFY(sheet.contains(u"2024-01"_s));
    QCOMPARE(m_project->done().size(), 1);
    QVERIFY(m_project->undo());
    QCOMPARE(m_project->contentHash(), before);
    QCOMPARE(content().plan, plan);
}

void LayerImportTest::boundariesOfSomeStaySchematic() {
    const QString file = write(u"one.geojson"_s, R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"滨江区"},"geometry":{"type":"Polygon","coordinates":[[[120.1,30.1],[120.25,30.1],[120.25,30.2],[120.1,30.1]]]}}]})");
    const auto made = take(file, {.kind = ImportKind::Zones});
    QVERIFY(made);
    QCOMPARE(made->report.used, 1);
    const auto stays = std::ranges::find(made->report.warnings, Notice::Kind::BoundaryNoteStays, &Notice::kind);
    QVERIFY(stays != made->report.warnings.end());
    QCOMPARE(stays->arguments, QStringList{u"12"_s});
    QVERIFY(content().plan.boundary.schematic);
}

QTEST_MAIN(LayerImportTest)
#include "layer_import_test.moc"
