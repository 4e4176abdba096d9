#include "maps/scene/label_placement.h"
#include "maps/scene/label_room.h"
#include "maps/scene/site_legend.h"
#include "maps/scene/text_measure.h"
#include "tests/maps/figure/hangzhou.h"
#include "tests/maps/scene/small_plan.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class LabelPlacementTest : public QObject {
    Q_OBJECT

    static View viewAt(double denominator, const GeoPoint& centre = GeoPoint(119.6, 29.8)) {
        return {test::smallProjection().forward(centre), denominator / 1000, QRectF(12, 20, 220, 130)};
    }

    static LabelOptions optionsIn(Language language = Language::Chinese) {
        LabelOptions options;
        options.language = language;
        options.font = QFont(u"WenQuanYi Micro Hei"_s);
        return options;
    }

    static Placement place(const View& view, const LabelOptions& options, const SceneOptions& scene = {}) {
        return placeLabels(test::smallPlan(), projected(test::smallShapes(), test::smallProjection()), scene, options,
                           view);
    }

    static const Label* labelOf(const Placement& placement, const QString& zone) {
        const auto found = std::ranges::find(placement.labels, zone, &Label::zone);
        return found == placement.labels.end() ? nullptr : &*found;
    }

    static std::vector<QRectF> boxes(const Placement& placement, const View& view) {
        const TextMeasure measure(QFont(u"WenQuanYi Micro Hei"_s));
        std::vector<QRectF> all;
        for (const Label& label : placement.labels)
            all.push_back(labelBox(label, view.toPage(label.at), measure));
        return all;
    }

private Q_SLOTS:
    void nothingOverlapsAndNothingLeavesTheFrame_data() {
        QTest::addColumn<double>("denominator");
        QTest::addColumn<int>("language");
        for (const int language : {0, 1}) {
            for (const double denominator : {1e6, 1.5e6, 3e6, 4e5})
                QTest::addRow("1:%.0f %d", denominator, language) << denominator << language;
        }
    }

    void nothingOverlapsAndNothingLeavesTheFrame() {
        QFETCH(double, denominator);
        QFETCH(int, language);
        const View view = viewAt(denominator);
        LabelOptions options = optionsIn(language == 0 ? Language::Chinese : Language::English);
        options.obstacles = {QRectF(12, 20, 50, 60)};
        const Placement placement = place(view, options);
        const std::vector<QRectF> all = boxes(placement, view);
        QVERIFY(!all.empty());
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY(view.frame.contains(all[i]));
            QVERIFY(!all[i].intersects(options.obstacles[0]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!all[i].intersects(all[j]));
        }
        for (std::size_t i = 0; i < all.size(); ++i) { // leaders as they are painted
            const QPointF at = view.toPage(placement.labels[i].at);
            for (std::size_t j = 0; placement.labels[i].leader && j < all.size(); ++j)
                QVERIFY(i == j || !meets(all[j], at, leaderEnd(all[i], at)));
        }
    }

    void aNameStandsInItsZoneOrHasALeader() {
        const View view = viewAt(1e6);
        const PlanShapes shapes = test::smallShapes();
        const TextMeasure measure(QFont(u"WenQuanYi Micro Hei"_s));
        const Placement placement = place(view, optionsIn());
        QVERIFY(placement.unplaced.isEmpty());
        for (const ZoneShape& zone : shapes.zones) {
            const Label* label = labelOf(placement, zone.code);
            QVERIFY2(label, qPrintable(zone.code));
            const Polygons ink = toInk(test::smallProjection().forward(zone.polygons), view);
            const QRectF box = toInk(labelBox(*label, view.toPage(label->at), measure), view);
            if (label->leader)
                QVERIFY(!meets(box, ink));
            else
                QVERIFY(inside(box, ink));
        }
        QVERIFY(labelOf(placement, u"C"_s)->leader); // 8 mm wide
        QVERIFY(!labelOf(placement, u"W"_s)->leader);
    }

    void aNameKeepsClearOfHatchAndWater() {
        const View view = viewAt(1e6);
        const TextMeasure measure(QFont(u"WenQuanYi Micro Hei"_s));
        const Placement placement = place(view, optionsIn());
        const Polygons hatch = toInk(test::smallProjection().forward(*test::smallShapes().polygons(u"G"_s)), view);
        const Label* north = labelOf(placement, u"N"_s);
        QVERIFY(!meets(toInk(labelBox(*north, view.toPage(north->at), measure), view), hatch));
    }

    void textIsPickedForItsGround() {
        const Placement placement = place(viewAt(1e6), optionsIn());
        QCOMPARE(labelOf(placement, u"N"_s)->color, QColor(Qt::white)); // on dark blue
        QCOMPARE(labelOf(placement, u"N"_s)->halo, QColor(0x1F, 0x5A, 0x94));
        QCOMPARE(labelOf(placement, u"C"_s)->halo, Theme::paper().halo); // beside its zone
        QCOMPARE(labelOf(placement, u"W"_s)->mark, u"域"_s);
        QCOMPARE(labelOf(place(viewAt(1e6), optionsIn(Language::English)), u"W"_s)->mark, u"D"_s);
    }

    void theSameEveryTime() {
        const Placement one = place(viewAt(1.2e6), optionsIn());
        const Placement two = place(viewAt(1.2e6), optionsIn());
        QCOMPARE(one.labels.size(), two.labels.size());
        for (std::size_t i = 0; i < one.labels.size(); ++i) {
            QCOMPARE(one.labels[i].text, two.labels[i].text);
            QCOMPARE(one.labels[i].offset, two.labels[i].offset);
            QCOMPARE(one.labels[i].at.x(), two.labels[i].at.x());
        }
    }

    void zonesNamedElsewhereKeepTheirMark() {
        LabelOptions options = optionsIn();
        options.namedElsewhere = {u"C"_s};
        const Placement placement = place(viewAt(1e6), options);
        const Label* small = labelOf(placement, u"C"_s);
        QVERIFY(small);
        QVERIFY(small->text.isEmpty());
        QCOMPARE(small->mark, u"联"_s);
        QVERIFY(!small->leader);
    }

    void hiddenTiersAreNotNamed() {
        SceneOptions scene;
        scene.hiddenTiers = {u"lead"_s};
        const Placement placement = place(viewAt(1e6), optionsIn(), scene);
        QVERIFY(!labelOf(placement, u"N"_s));
        QVERIFY(labelOf(placement, u"W"_s));
    }

    void whatFindsNoRoomIsReported() {
        LabelOptions options = optionsIn();
        options.obstacles = {viewAt(1e6).frame};
        const Placement placement = place(viewAt(1e6), options);
        QCOMPARE(placement.unplaced.filter(u"W"_s).size(), 1);
        QVERIFY(placement.labels.empty());
    }

    void sitesOfOneDistrictAreOneHollowSymbol() {
        const Placement placement = place(viewAt(1e6), optionsIn());
        QCOMPARE(placement.symbols.size(), std::size_t(2));
        const auto merged = std::ranges::find(placement.symbols, u"W"_s, &Symbol::key);
        QVERIFY(merged != placement.symbols.end());
        QVERIFY(merged->hollow);
        QCOMPARE(std::ranges::count(placement.labels, u"2"_s, &Label::text), 1);
        const auto exact = std::ranges::find(placement.symbols, u"3"_s, &Symbol::key);
        QVERIFY(exact != placement.symbols.end() && !exact->hollow);
    }

    void sitesAreLeftToWhereTheyAreShownLarger() {
        LabelOptions options = optionsIn();
        options.namedElsewhere = {u"W"_s};
        const Placement without = place(viewAt(1e6), options);
        QCOMPARE(without.symbols.size(), std::size_t(1));
        QCOMPARE(without.symbols[0].key, u"3"_s);
        options = optionsIn();
        options.sitesOf = QSet<QString>{u"W"_s};
        const Placement only = place(viewAt(1e6), options);
        QCOMPARE(only.symbols.size(), std::size_t(1));
        QCOMPARE(only.symbols[0].key, u"W"_s);
    }

    /// Legend and map agree: what the one lists the other draws.
    void theLegendOfSitesListsWhatIsDrawn() {
        using What = SiteLegendEntry::What;
        const auto listed = [](const Plan& plan) {
            std::vector<std::pair<What, bool>> all;
            for (const SiteLegendEntry& entry : siteLegend(plan, Theme::paper()))
                all.emplace_back(entry.what, entry.symbol.hollow);
            return all;
        };
        Plan plan = test::smallPlan(); // two platforms known by district, one with its place
        QCOMPARE(listed(plan),
                 (std::vector<std::pair<What, bool>>{{What::Platform, false}, {What::SeveralInADistrict, true}}));
        QCOMPARE(siteLegend(plan, Theme::paper()).back().count, u"2"_s);
        plan.sites.removeAt(1);
        plan.sites[0].kind = Site::Kind::Headquarters;
        QCOMPARE(listed(plan), (std::vector<std::pair<What, bool>>{
                                   {What::Platform, false}, {What::Base, true}, {What::DistrictOnly, true}}));
        plan.sites.clear();
        QVERIFY(listed(plan).empty());
    }

    void landHasItsNameOnLand() {
        PlanShapes shapes = test::smallShapes();
        const auto p = [](double x, double y) { return GeoPoint(x, y); };
        // A bay over most of the neighbour, whose widest place lies in it.
        const GeoPolygons bay = test::polygonOf({p(120.6, 29.35), p(121.6, 29.35), p(121.6, 30.3), p(120.6, 30.3)});
        shapes.context.push_back({ContextFeature::Role::Water, {u"大湾"_s, u"Bay"_s}, bay});
        const View view = viewAt(1.5e6, GeoPoint(120.4, 29.6));
        const Placement placement =
            placeLabels(test::smallPlan(), projected(shapes, test::smallProjection()), {}, optionsIn(), view);
        const auto name = std::ranges::find(placement.labels, u"邻市"_s, &Label::text);
        QVERIFY(name != placement.labels.end());
        const TextMeasure measure(QFont(u"WenQuanYi Micro Hei"_s));
        const QRectF box = toInk(labelBox(*name, view.toPage(name->at), measure), view);
        QVERIFY(!meets(box, toInk(test::smallProjection().forward(bay), view)));
    }

    /// The core of Hangzhou at the scale of a small window: ten names need leaders, and each finds its place.
    void aCrowdedCoreIsNamed_data() {
        QTest::addColumn<bool>("english");
        QTest::newRow("Chinese") << false;
        QTest::newRow("English") << true;
    }

    void aCrowdedCoreIsNamed() {
        QFETCH(bool, english);
        const test::RealPlan real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        const Projection projection = Projection::conicEqualArea(118.3, 29.1, 120.8, 30.7);
        const View view{projection.forward(GeoPoint(119.6, 29.9)), 2580, QRectF(0, 0, 104, 154)};
        LabelOptions options = optionsIn(english ? Language::English : Language::Chinese);
        const Placement placement =
            placeLabels(real.project.plan, projected(real.shapes, projection), {}, options, view);
        for (const Zone& zone : real.project.plan.layoutZones())
            QVERIFY2(!placement.unplaced.contains(zone.code), qPrintable(zone.name.en));
    }

    void aZoneThatTheFrameCutsIsNamedInItsVisiblePart() {
        const View view = viewAt(2e5, GeoPoint(119.5, 29.5)); // the corner of W and S
        const Placement placement = place(view, optionsIn());
        QVERIFY(labelOf(placement, u"W"_s));
        QVERIFY(placement.unplaced.isEmpty());
    }
};

QTEST_MAIN(LabelPlacementTest)
#include "label_placement_test.moc"
