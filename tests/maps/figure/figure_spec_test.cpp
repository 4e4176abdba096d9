#include "maps/figure/figure_spec.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Code = Problem::Code;

namespace {

Project projectWithLayers() {
    Project project = test::smallProject();
    project.layers = {{.key = u"layer-1"_s, .name = {u"地铁"_s, u"Metro"_s}, .file = u"metro.shp"_s, .data = u"a"_s},
                      {.key = u"layer-2"_s, .name = {u"路"_s, u"Roads"_s}, .file = u"roads.shp"_s, .data = u"b"_s}};
    return project;
}

} // namespace

class FigureSpecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Every field comes back, and what is preset is not written.
    void roundTrip() {
        const Project project = projectWithLayers();
        FigureSpec spec;
        spec.size = u"210x148"_s;
        spec.orientation = FigureSpec::Orientation::Portrait;
        spec.magnification = 1.5;
        spec.language = Language::English;
        spec.dpi = 150;
        spec.svgText = FigureSpec::SvgText::Outlines;
        spec.water = false;
        spec.neighbours = false;
        spec.sites = true;
        spec.overview = true;
        spec.monochrome = true;
        spec.extent = {project.plan.layoutZones().first().code};
        spec.moves = {u"W:lead"_s};
        spec.scale = 250000;
        spec.projection = FigureSpec::MapProjection::EqualArea;
        spec.theme = {.font = u"Noto Serif CJK SC"_s,
                      .lines = 1.5,
                      .colors = {{u"land"_s, QColor(0xff, 0xff, 0xff)}, {u"tier_border"_s, QColor(0x11, 0x22, 0x33)}}};
        spec.title = u"标题"_s;
        spec.subtitle = u"副标题"_s;
        spec.issuer = u"局"_s;
        spec.author = u"王"_s;
        spec.date = u"2026年11月"_s;
        spec.sheetNumber = u"3"_s;
        spec.security = u"内部"_s;
        spec.approvalNumber = u"浙S(2026)1号"_s;
        spec.profile = FigureSpec::Profile::Public;
        spec.accepted = {{u"schematic"_s, u"工作稿"_s}};
        spec.legendWords = {{u"水域"_s, u"河湖"_s}};
        spec.places = {{u"legend"_s, {.at = {14, 30}}}, {u"inset"_s, {.at = {20.5, 60}, .width = 90.5}}};
        spec.layers = project.layers;
        spec.layers[1].shown = false;
        const auto read = figureSpecFromJson(toJson(spec), project);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().field));
        QCOMPARE(toJson(*read), toJson(spec));
        QCOMPARE(read->layers, spec.layers);
        QCOMPARE(read->accepted, spec.accepted);
        QCOMPARE(read->theme, spec.theme);
        QCOMPARE(read->legendWords, spec.legendWords);
        QCOMPARE(read->profile, spec.profile);
        QVERIFY(!read->places[u"legend"_s].width);
        QCOMPARE(read->places[u"inset"_s].at, QPointF(20.5, 60));
        QCOMPARE(read->places[u"inset"_s].width, std::optional(90.5));
        QCOMPARE(read->pageSize(), QSizeF(210, 148));
        QVERIFY(!toJson(FigureSpec()).contains("orientation"));
    }

    void badSpecs_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const QByteArray& json, Code code, const QString& field) {
            QTest::newRow(name) << json << int(code) << field;
        };
        row("no JSON", "{", Code::SyntaxError, {});
        row("a list", "[]", Code::SyntaxError, {});
        row("a key nobody knows", R"({"titel": "x"})", Code::FieldUnknown, u"titel"_s);
        row("a number as title", R"({"title": 3})", Code::FieldType, u"title"_s);
        row("another figure", R"({"figure": "pie"})", Code::FigureUnknown, u"figure"_s);
        row("no size", R"({"size": "B4"})", Code::ValueUnknown, u"size"_s);
        row("a negative size", R"({"size": "-10x20"})", Code::ValueUnknown, u"size"_s);
        row("ten kilometres", R"({"size": "10000000x10000000"})", Code::OutOfRange, u"size"_s);
        row("a stamp", R"({"size": "20x20"})", Code::OutOfRange, u"size"_s);
        row("too fine", R"({"dpi": 12000})", Code::ValueUnknown, u"dpi"_s);
        row("half a dot", R"({"dpi": 96.5})", Code::ValueUnknown, u"dpi"_s);
        row("turned", R"({"orientation": "sideways"})", Code::ValueUnknown, u"orientation"_s);
        row("magnified beyond", R"({"magnification": 100})", Code::OutOfRange, u"magnification"_s);
        row("a layer that is not there", R"({"layers": ["layer-9"]})", Code::ReferenceUnknown, u"layers"_s);
        row("a layer as a number", R"({"layers": [1]})", Code::FieldType, u"layers"_s);
        row("a zone that is not there", R"({"extent": ["999999"]})", Code::ReferenceUnknown, u"extent"_s);
        row("a move of a zone that is not there", R"({"moves": ["999999:lead"]})", Code::ReferenceUnknown, u"moves"_s);
        row("a scale of nothing", R"({"scale": 10})", Code::OutOfRange, u"scale"_s);
        row("a negative scale", R"({"scale": -50000})", Code::OutOfRange, u"scale"_s);
        row("another projection", R"({"projection": "mercator"})", Code::ValueUnknown, u"projection"_s);
        row("a theme as text", R"({"theme": "blue"})", Code::FieldType, u"theme"_s);
        row("lines as thick as the page", R"({"theme": {"lines": 100}})", Code::OutOfRange, u"theme.lines"_s);
        row("a colour of nothing", R"({"theme": {"colors": {"sky": "#0000ff"}}})", Code::FieldUnknown,
            u"theme.colors.sky"_s);
        row("no colour", R"({"theme": {"colors": {"land": "greenish"}}})", Code::ValueUnknown, u"theme.colors.land"_s);
        row("half a colour", R"({"theme": {"colors": {"land": "#80ffffff"}}})", Code::ValueUnknown,
            u"theme.colors.land"_s);
        row("for whom", R"({"profile": "secret"})", Code::ValueUnknown, u"profile"_s);
        row("a number as the legend's word", R"({"legend_words": {"水域": 3}})", Code::FieldType,
            u"legend_words.水域"_s);
        row("a place for nothing", R"({"places": {"map": [1, 2]}})", Code::FieldUnknown, u"places.map"_s);
        row("half a place", R"({"places": {"inset": [1]}})", Code::FieldType, u"places.inset"_s);
        row("too much of a place", R"({"places": {"inset": [1, 2, 30, 40]}})", Code::FieldType, u"places.inset"_s);
        row("width as text", R"({"places": {"inset": [1, 2, "30"]}})", Code::FieldType, u"places.inset[2]"_s);
        row("too narrow", R"({"places": {"inset": [1, 2, 19]}})", Code::OutOfRange, u"places.inset[2]"_s);
        row("no width", R"({"places": {"legend": [1, 2, 0]}})", Code::OutOfRange, u"places.legend[2]"_s);
        row("wider than the page", R"({"size": "A5", "places": {"overview": [1, 2, 211]}})", Code::OutOfRange,
            u"places.overview[2]"_s);
        row("a style of nothing", R"({"figure": "map", "style": {"kind": "graduated", "indicators": ["none"]}})",
            Code::ReferenceUnknown, u"style.indicators"_s);
    }

    void badSpecs() {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        QFETCH(QString, field);
        const auto read = figureSpecFromJson(json, projectWithLayers());
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().field, field);
    }

    /// Without layers of its own a figure draws those that the project shows.
    void layersOfTheProject() {
        const Project project = projectWithLayers();
        QCOMPARE(figureSpecFromJson("{}", project)->layers, project.layers);
        const auto none = figureSpecFromJson(R"({"layers": []})", project);
        QVERIFY(none && !none->layers[0].shown && !none->layers[1].shown);
    }

    void sizes() {
        FigureSpec spec;
        for (const QString& name : pageSizes()) {
            spec.size = name;
            QVERIFY2(checkSpec(spec), qPrintable(name));
            QVERIFY(name == "column"_L1 || spec.pageSize().width() > spec.pageSize().height());
        }
        spec.size = u"A1"_s;
        QCOMPARE(spec.pageSize(), QSizeF(841, 594));
        QCOMPARE(spec.magnified(), 2.0);
        spec.magnification = 1;
        QCOMPARE(spec.magnified(), 1.0);
    }

    void keptUnderAName() {
        Project project = projectWithLayers();
        const Edit first = keepFigure(project, u"周报"_s, {});
        QCOMPARE(first.changes.size(), 1);
        QCOMPARE(first.changes[0].kind, Change::Kind::Insert);
        project.figures = {{u"周报"_s, {u"周报"_s, {}}, QString::fromUtf8(toJson(FigureSpec()))}};
        QVERIFY(keepFigure(project, u"周报"_s, {}).changes.isEmpty());
        QCOMPARE(keepFigure(project, u"周报"_s, {.size = u"A3"_s}).changes[0].kind, Change::Kind::Update);
    }
};

QTEST_GUILESS_MAIN(FigureSpecTest)
#include "figure_spec_test.moc"
