#include "maps/figure/arrangement.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/preflight.h"
#include "maps/figure/province.h"
#include "tests/maps/figure/hangzhou.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Kind = SheetFinding::Kind;

/// The small map of the city in its province: true, told, and in nobody's way.
class OverviewTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;

    static bool finds(const QList<SheetFinding>& findings, Kind kind) {
        return std::ranges::contains(findings, kind, &SheetFinding::kind);
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    void provincesByTheCitysCode() {
        const auto zhejiang = provinceOf(u"330100"_s);
        QVERIFY(zhejiang);
        QCOMPARE(zhejiang->name.zh, u"浙江省"_s);
        QCOMPARE(zhejiang->prefectures.size(), 11U);
        QVERIFY(!zhejiang->source.isEmpty());
        std::vector<ZoneShape> prefectures;
        for (const auto& each : zhejiang->prefectures)
            prefectures.push_back({each.name.zh, each.polygons});
        int shared = 0;
        for (const Border& border : sharedBorders(prefectures))
            shared += border.right.isEmpty() ? 0 : 1;
        QVERIFY(shared > 15); // each once: a coast between all of them would mean that they share no vertices
        QVERIFY(!provinceOf(u"110000"_s));
        QVERIFY(!provinceOf(u"3"_s));
        QVERIFY(!provinceOf(QString()));
    }

    void keepsOffTheOthers_data() {
        QTest::addColumn<FigureSpec>("spec");
        for (const QString& size : pageSizes()) {
            for (const auto orientation : {FigureSpec::Orientation::Landscape, FigureSpec::Orientation::Portrait}) {
                for (const Language language : {Language::Chinese, Language::English})
                    QTest::addRow("%s %d %d", qPrintable(size), int(orientation), int(language))
                        << FigureSpec{.size = size, .orientation = orientation, .language = language, .overview = true};
            }
        }
    }

    /// On every page it is drawn apart from everything else, or preflight says that there was no room.
    void keepsOffTheOthers() {
        QFETCH(FigureSpec, spec);
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(figure);
        const QMap<QString, QRectF>& parts = figure->sheet().parts;
        const auto findings = preflight(m_real.project, spec, *figure);
        QCOMPARE(parts.contains(u"overview"_s), !finds(findings, Kind::OverviewNoRoom));
        QVERIFY(!finds(findings, Kind::PartsOverlap));
        QVERIFY(!finds(findings, Kind::TextSmall));
        QVERIFY(!finds(findings, Kind::ContrastLow));
        if (spec.size == "A4"_L1 || spec.size == "A3"_L1)
            QVERIFY(parts.contains(u"overview"_s));
        if (!parts.contains(u"overview"_s))
            return;
        const bool english = spec.language == Language::English;
        const QString texts = figure->texts().join(u' ');
        QVERIFY(texts.contains(english ? u"Location in Zhejiang"_s : u"杭州市在浙江省的位置"_s));
        QVERIFY(QString(texts).remove(u' ').contains(
            u"echarts-china-cities-js0.1.4(MIT;AMap)"_s)); // the foot tells the source
    }

    void goesWhereItIsPut() {
        FigureSpec spec{.overview = true};
        spec.places = {{u"overview"_s, {QPointF(14, 40)}}};
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QCOMPARE(figure->sheet().parts[u"overview"_s].topLeft(), QPointF(14, 40));
        QVERIFY(finds(preflight(m_real.project, spec, *figure), Kind::PartsOverlap)); // the legend is there
    }

    void isAsWideAsWanted() {
        FigureSpec spec{.overview = true};
        spec.places = {{u"overview"_s, {.at = {90, 40}, .width = 60}}};
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        const QRectF box = figure->sheet().parts[u"overview"_s];
        QCOMPARE(box.topLeft(), QPointF(90, 40));
        QCOMPARE(box.width(), 60);
        spec.places[u"overview"_s].width = 30;
        const auto narrow = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(narrow->sheet().parts[u"overview"_s].height() < box.height());
        spec.places[u"overview"_s].width = 297; // the page is not so high
        const auto largest = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(QRectF(0, 0, 297, 210).contains(largest->sheet().parts[u"overview"_s]));
    }

    void citiesOfOtherProvinces() {
        Project project = m_real.project;
        std::ranges::find(project.plan.zones, Zone::Kind::City, &Zone::kind)->code = u"110000"_s;
        const FigureSpec spec{.overview = true};
        const auto figure = Figure::layOut(project, m_real.shapes, spec);
        QVERIFY(figure);
        QVERIFY(finds(preflight(project, spec, *figure), Kind::ProvinceUnknown));
        QVERIFY(!figure->texts().join(u' ').contains(u"位置图"_s));
    }

    void theRecordKnowsTheShapes() {
        const auto has = [&](const FigureSpec& spec) {
            return std::ranges::contains(recordOf(m_real.project, spec).values, u"浙江省"_s, &DrawnValue::of);
        };
        QVERIFY(has({.overview = true}));
        QVERIFY(!has({}));
    }

    /// A plan that fills all but one corner of a frame of 100 by 80 mm.
    void roomIsFoundBesideThePlan() {
        const QRectF frame(0, 0, 100, 80);
        const auto area = [](double left, double bottom, double right, double top) {
            Polygon polygon;
            for (const auto& [x, y] :
                 {std::pair(left, bottom), {right, bottom}, {right, top}, {left, top}, {left, bottom}})
                polygon.outer().emplace_back(x, y);
            return polygon;
        };
        const Polygons plan{area(-50, -40, 10, 40), area(10, 0, 50, 40)}; // all but the lower right
        const auto room = freeRoom(frame, plan, QSizeF(30, 30), {});
        QVERIFY(room);
        QCOMPARE(*room, QRectF(70, 50, 30, 30));
        QVERIFY(!freeRoom(frame, plan, QSizeF(39, 39), {})); // two millimetres of air are kept
        QVERIFY(!freeRoom(frame, plan, QSizeF(30, 30), {QRectF(90, 70, 10, 10)}));
        const auto beside = freeRoom(frame, plan, QSizeF(20, 30), {QRectF(90, 70, 10, 10)});
        QVERIFY(beside && beside->right() <= 88);
        QVERIFY(!freeRoom(frame, {}, QSizeF(120, 10), {}));
    }
};

QTEST_MAIN(OverviewTest)
#include "overview_test.moc"
