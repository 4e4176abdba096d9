#include "maps/analysis/register_finds.h"
#include "maps/figure/figure.h"
#include "maps/figure/figure_template.h"
#include "tests/maps/figure/hangzhou.h"
#include "tests/maps/scene/small_plan.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Pictures of the small plan and of Hangzhou, compared with those in tests/golden. The name of a picture holds every parameter. With
/// TIERMAP_UPDATE_GOLDEN=1 they are written anew: look at them before they are committed.
class GoldenTest : public QObject {
    Q_OBJECT

    /// Of pixels of which a colour differs by more than `least` of 255.
    static double shareOfDifferent(const QImage& a, const QImage& b, int least, QImage* difference = nullptr) {
        qsizetype different = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb one = a.pixel(x, y);
                const QRgb other = b.pixel(x, y);
                const int most = std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                                           std::abs(qBlue(one) - qBlue(other))});
                if (most <= least)
                    continue;
                ++different;
                if (difference)
                    difference->setPixel(x, y, qRgb(255, 0, 0));
            }
        }
        return static_cast<double>(different) / (static_cast<double>(a.width()) * a.height());
    }

    static GeoPolygon around(double longitude, double latitude, double size, int corners) {
        GeoPolygon polygon;
        for (int i = 0; i <= corners; ++i) {
            const double angle = 2 * std::numbers::pi * (i % corners) / corners;
            polygon.outer().emplace_back(longitude + size * std::cos(angle), latitude + 0.86 * size * std::sin(angle));
        }
        return polygon;
    }

    /// Two clusters, three hot spots beside each other and a cold one.
    static RegisterFinds madeUpFinds() {
        RegisterFinds finds{.clusters = RegisterClusters{.reach = 1500}, .spots = HexagonSpots{.width = 6000}};
        finds.clusters->clusters = {{.outline = around(119.15, 29.8, 0.06, 12)},
                                    {.outline = around(119.4, 29.95, 0.05, 12)}};
        const auto add = [&](double longitude, double latitude, double score) {
            HexagonSpot hexagon{around(longitude, latitude, 0.036, 6), GeoPoint(longitude, latitude), {}};
            hexagon.spot.gi = GetisOrd{.score = score, .pseudoP = {.p = 0.001, .leastP = 0.001}};
            hexagon.spot.giAdjusted = 0.01;
            finds.spots->hexagons.push_back(hexagon);
        };
        add(119.2, 30.05, 4);
        add(119.254, 30.081, 4);
        add(119.254, 30.019, 4);
        add(119.3, 29.6, -4);
        return finds;
    }

    static void compare(const Figure& figure, const FigureSpec& spec, double tolerance) {
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        const QString reference = QStringView(TIERMAP_SOURCE_DIR).toString() + u"/tests/golden/"_s + name;
        if (qEnvironmentVariableIsSet("TIERMAP_UPDATE_GOLDEN")) {
            QVERIFY(exportFigure(figure, spec, reference));
            return;
        }
        const QString folder = QStringView(TIERMAP_BINARY_DIR).toString() + u"/golden/"_s;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(exportFigure(figure, spec, folder + name));
        const QImage now = QImage(folder + name).convertToFormat(QImage::Format_RGB32);
        const QImage then = QImage(reference).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!then.isNull(), qPrintable(u"no reference "_s + reference));
        QCOMPARE(now.size(), then.size());
        QImage difference(now.size(), QImage::Format_RGB32);
        difference.fill(Qt::white);
        const double share = shareOfDifferent(now, then, 24, &difference);
        if (share > tolerance) {
            const QString file = folder + u"difference-"_s + name;
            difference.save(file);
            QFAIL(qPrintable(u"%1 of the pixels differ: see %2"_s.arg(share).arg(file)));
        }
    }

private Q_SLOTS:
    void layout_data() {
        QTest::addColumn<bool>("hangzhou"); // the built-in plan, or the small one
        QTest::addColumn<QString>("size");
        QTest::addColumn<bool>("portrait");
        QTest::addColumn<bool>("english");
        QTest::addColumn<bool>("sites");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<double>("tolerance"); // share of pixels that may differ: edges of glyphs between FreeTypes
        QTest::newRow("layout-A4-landscape-zh-96dpi") << false << u"A4"_s << false << false << false << 96 << 0.002;
        QTest::newRow("layout-A4-portrait-en-sites-96dpi") << false << u"A4"_s << true << true << true << 96 << 0.002;
        QTest::newRow("layout-A3-landscape-zh-48dpi") << false << u"A3"_s << false << false << false << 48 << 0.004;
        QTest::newRow("hangzhou-layout-A4-landscape-zh-96dpi")
            << true << u"A4"_s << false << false << false << 96 << 0.002;
        QTest::newRow("hangzhou-layout-A4-landscape-en-sites-96dpi")
            << true << u"A4"_s << false << true << true << 96 << 0.002;
    }

    /// Maps of an indicator: colours with numbers, circles, two indicators.
    void map_data() {
        QTest::addColumn<LayerStyle>("style");
        QTest::addColumn<bool>("english");
        const QString population = u"pop_census_2020"_s;
        QTest::newRow("hangzhou-map-density-A4-landscape-zh-96dpi")
            << LayerStyle{.kind = LayerStyle::Kind::Graduated,
                          .indicators = {population},
                          .measure = LayerStyle::Measure::Density,
                          .values = true}
            << false;
        QTest::newRow("hangzhou-map-proportional-A4-landscape-en-96dpi")
            << LayerStyle{.kind = LayerStyle::Kind::Proportional, .indicators = {population}} << true;
        QTest::newRow("hangzhou-map-bivariate-A4-landscape-zh-96dpi")
            << LayerStyle{.kind = LayerStyle::Kind::Bivariate, .indicators = {population, u"hq_enterprises"_s}}
            << false;
    }

    /// Other pages: small, for a screen, for one district, in black and white, of a journal.
    void pages_data() {
        QTest::addColumn<FigureSpec>("spec");
        QTest::addColumn<bool>("english");
        QTest::newRow("hangzhou-page-A5-zh-96dpi") << FigureSpec{.size = u"A5"_s} << false;
        QTest::newRow("hangzhou-page-slide-en-72dpi") << FigureSpec{.size = u"slide"_s, .dpi = 72} << true;
        QTest::newRow("hangzhou-page-column-en-120dpi") << FigureSpec{.size = u"column"_s, .dpi = 120} << true;
        QTest::newRow("hangzhou-page-journal-zh-96dpi") << FigureSpec{.size = u"page"_s} << false;
        QTest::newRow("hangzhou-page-zone-zh-72dpi") << FigureSpec{.orientation = FigureSpec::Orientation::Portrait,
                                                                   .dpi = 72,
                                                                   .sites = true,
                                                                   .extent = {u"330110"_s}}
                                                     << false;
        for (const bool english : {false, true})
            QTest::newRow(english ? "hangzhou-page-overview-en-96dpi" : "hangzhou-page-overview-zh-96dpi")
                << FigureSpec{.overview = true} << english;
        FigureSpec print{.figure = u"map"_s, .dpi = 72, .monochrome = true};
        print.style = LayerStyle{.kind = LayerStyle::Kind::Graduated,
                                 .indicators = {u"pop_census_2020"_s},
                                 .measure = LayerStyle::Measure::Density};
        QTest::newRow("hangzhou-page-print-zh-72dpi") << print << false;
        FigureSpec own{.size = u"A3"_s, .dpi = 60, .scale = 1500000};
        own.theme = {.lines = 2,
                     .colors = {{u"land"_s, Qt::white},
                                {u"water"_s, QColor(0xb5, 0xd9, 0xf0)},
                                {u"tier_border"_s, QColor(0x44, 0x44, 0x44)},
                                {u"zone_border"_s, QColor(0x99, 0x99, 0x99)}}};
        own.blocks = {
            {.kind = FigureBlock::Kind::Text,
             .at = {348, 30},
             .width = 58,
             .text = u"说明\n人口为第七次全国人口普查数。"_s},
            {.kind = FigureBlock::Kind::Table,
             .at = {348, 50},
             .width = 58,
             .text = u"常住人口"_s,
             .indicators = {u"pop_census_2020"_s}},
            {.kind = FigureBlock::Kind::Chart, .at = {346, 130}, .width = 60, .indicators = {u"pop_census_2020"_s}},
            {.kind = FigureBlock::Kind::Chart,
             .at = {280, 190},
             .width = 62,
             .indicators = {u"pop_census_2020"_s, u"hq_enterprises"_s},
             .form = FigureBlock::Form::Scatter},
            {.kind = FigureBlock::Kind::Chart,
             .at = {348, 180},
             .width = 58,
             .indicators = {u"gdp"_s},
             .period = u"2022"_s,
             .form = FigureBlock::Form::Slope,
             .from = u"2021"_s},
            {.kind = FigureBlock::Kind::Logo,
             .at = {322, 30},
             .width = 16,
             .picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><circle cx='20' cy='20' r='18'"
                        " fill='#1b6b5a'/><path d='M10 26 L20 12 L30 26 Z' fill='#fff'/></svg>"}};
        own.places = {{u"inset"_s, {.at = {14, 136}}}};
        QTest::newRow("hangzhou-page-own-A3-zh-60dpi") << own << false;
        FigureSpec sheet{.size = u"A2"_s, .dpi = 48};
        sheet.issuer = u"市规划院"_s;
        sheet.author = u"王工"_s;
        sheet.date = u"2026年11月"_s;
        sheet.sheetNumber = u"3"_s;
        sheet.security = u"内部"_s;
        sheet.profile = FigureSpec::Profile::Internal;
        sheet.places = {{u"legend"_s, {QPointF(40, 60)}}};
        QTest::newRow("hangzhou-page-internal-A2-zh-48dpi") << sheet << false;
    }

    void pages() {
        QFETCH(FigureSpec, spec);
        QFETCH(bool, english);
        spec.language = english ? Language::English : Language::Chinese;
        if (spec.dpi == FigureSpec().dpi)
            spec.dpi = 96;
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const auto figure = Figure::layOut(real.project, real.shapes, spec);
        QVERIFY2(figure, qPrintable(figure ? QString() : figure.error().arguments.join(u' ')));
        const qsizetype unplaced = spec.size == "column"_L1 ? 1 : 0; // the airport zone's English name is long
        QVERIFY2(figure->unplaced().size() <= unplaced, qPrintable(figure->unplaced().join(u' ')));
        compare(*figure, spec, 0.003);
    }

    void templates_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("english");
        for (const QString& name : figureTemplates().keys()) {
            for (const bool english : {false, true})
                QTest::newRow(qPrintable(u"hangzhou-template-%1-%2-60dpi"_s.arg(name, english ? u"en"_s : u"zh"_s)))
                    << name << english;
        }
    }

    /// Every template in both languages: nothing without room but what is said, and poppler and librsvg see the same page
    /// as we paint, but for the edges of what is drawn.
    void templates() {
        QFETCH(QString, name);
        QFETCH(bool, english);
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        FigureSpec spec = figureTemplates().value(name);
        spec.language = english ? Language::English : Language::Chinese;
        spec.dpi = 60;
        spec.svgText = FigureSpec::SvgText::Outlines;
        if (spec.figure == "map"_L1)
            spec.style = name == "bivariate"_L1 ? LayerStyle{.kind = LayerStyle::Kind::Bivariate,
                                                             .indicators = {u"pop_census_2020"_s, u"hq_enterprises"_s}}
                                                : LayerStyle{.kind = LayerStyle::Kind::Graduated,
                                                             .indicators = {u"pop_census_2020"_s},
                                                             .measure = LayerStyle::Measure::Density};
        if (name == "zone"_L1)
            spec.extent = {u"330109"_s};
        if (name == "enterprises"_L1 || name == "clusters"_L1) {
            std::vector<std::pair<double, double>> places;             // spread by the golden ratio: no random numbers
            const double west = name == "clusters"_L1 ? 119.0 : 119.9; // that one has sites in the core, too
            const double south = name == "clusters"_L1 ? 29.7 : 30.1;
            for (int i = 0; i < 400; ++i)
                places.emplace_back(west + 0.5 * std::fmod(i * 0.6180339887, 1), south + 0.3 * i / 400);
            spec.points = {{std::make_shared<PointIndex>(places), english ? u"Firms"_s : u"企业"_s, u"-"_s}};
        }
        if (name == "clusters"_L1)
            spec.points[0].finds = std::make_shared<RegisterFinds>(madeUpFinds());
        const auto figure = Figure::layOut(real.project, real.shapes, spec);
        QVERIFY2(figure, qPrintable(figure ? QString() : figure.error().arguments.join(u' ')));
        const qsizetype unplaced = name == "clusters"_L1 && english ? 2 : 0; // long words of the legend, many symbols
        QVERIFY2(figure->unplaced().size() <= unplaced, qPrintable(figure->unplaced().join(u' ')));
        compare(*figure, spec, 0.004);

        const QTemporaryDir folder;
        const QString base = folder.filePath(u"figure"_s);
        for (const QString& ending : {u".png"_s, u".pdf"_s, u".svg"_s})
            QVERIFY(exportFigure(*figure, spec, base + ending));
        QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"60"_s, u"-png"_s, u"-singlefile"_s, base + u".pdf"_s,
                                                   base + u"-poppler"_s}),
                 0);
        QCOMPARE(QProcess::execute(u"rsvg-convert"_s, {u"-d"_s, u"60"_s, u"-p"_s, u"60"_s, u"-b"_s, u"white"_s, u"-o"_s,
                                                       base + u"-librsvg.png"_s, base + u".svg"_s}),
                 0);
        const auto blurred = [&](const QString& file) {
            // Edges fall differently in each program: what is left of them when nine pixels become one is the picture.
            return QImage(file)
                .convertToFormat(QImage::Format_RGB32)
                .scaled(QImage(base + u".png"_s).size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        };
        const QImage ours = blurred(base + u".png"_s);
        for (const QString& other : {u"-poppler.png"_s, u"-librsvg.png"_s}) {
            const QImage theirs = blurred(base + other);
            QCOMPARE(theirs.size(), ours.size());
            const double share = shareOfDifferent(ours, theirs, 40);
            QVERIFY2(share < 0.01, qPrintable(u"%1: %2"_s.arg(other).arg(share)));
        }
    }

    void map() {
        QFETCH(LayerStyle, style);
        QFETCH(bool, english);
        FigureSpec spec;
        spec.figure = u"map"_s;
        spec.style = style;
        spec.language = english ? Language::English : Language::Chinese;
        spec.dpi = 96;
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const auto figure = Figure::layOut(real.project, real.shapes, spec);
        QVERIFY(figure);
        QVERIFY2(figure->unplaced().isEmpty(), qPrintable(figure->unplaced().join(u' ')));
        compare(*figure, spec, 0.002);
    }

    void layout() {
        QFETCH(bool, hangzhou);
        QFETCH(QString, size);
        QFETCH(bool, portrait);
        QFETCH(bool, english);
        QFETCH(bool, sites);
        QFETCH(int, dpi);
        QFETCH(double, tolerance);
        FigureSpec spec;
        spec.size = size;
        spec.orientation = portrait ? FigureSpec::Orientation::Portrait : FigureSpec::Orientation::Landscape;
        spec.language = english ? Language::English : Language::Chinese;
        spec.sites = sites;
        spec.dpi = dpi;
        const test::RealPlan real =
            hangzhou ? test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()) : test::RealPlan();
        const auto figure = hangzhou ? Figure::layOut(real.project, real.shapes, spec)
                                     : Figure::layOut(test::smallProject(), test::smallShapes(), spec);
        QVERIFY(figure);

        compare(*figure, spec, tolerance);
    }
};

QTEST_MAIN(GoldenTest)
#include "golden_test.moc"
