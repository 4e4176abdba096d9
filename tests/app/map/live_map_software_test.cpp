#include "app/map/live_map.h"
#include "tests/app/map/sample_plan.h"

#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

// Qt 6.8's QTRY_ macros narrow a long to an int in the code that uses them.
#pragma GCC diagnostic ignored "-Wconversion"

using namespace tiermap;
using namespace Qt::StringLiterals;

/// Where there is no OpenGL the painter's picture stands in, and everything else works as it does there.
class LiveMapSoftwareTest : public QObject {
    Q_OBJECT

private:
    SamplePlan sample;
    Selection selection;
    std::unique_ptr<LiveMap> map;

    QColor colorAt(const QPointF& place) const {
        return map->grab().toImage().pixelColor(map->toWidget(place).toPoint());
    }
    QColor tierColor(const QString& zone) const {
        return QColor(sample.project.plan.tier(sample.project.plan.zone(zone)->tier)->color);
    }

private Q_SLOTS:
    void initTestCase() {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        map = std::make_unique<LiveMap>(sample.project, sample.shapes, selection);
        QSignalSpy firstFrame(map.get(), &LiveMap::firstFrame);
        map->resize(900, 650);
        map->show();
        QVERIFY(firstFrame.wait(20000));
        QVERIFY(!map->usesSceneGraph());
    }

    void cleanupTestCase() { map.reset(); }

    void zonesHaveTheirInk() {
        map->zoomToAll();
        for (const QString& zone : {u"A1"_s, u"B2"_s, u"C3"_s, u"D1"_s})
            QTRY_COMPARE(colorAt(SamplePlan::middle(zone) + QPointF(-0.12, -0.05)), tierColor(zone));
    }

    void thePictureMovesWithTheCamera() {
        const QPointF place = SamplePlan::middle(u"C3"_s) + QPointF(-0.1, 0.08);
        for (int i = 0; i < 6; ++i) {
            map->setCamera(SamplePlan::middle(u"C2"_s) + QPointF(0.03 * i, 0.05), 9.3 + 0.1 * i);
            QTRY_COMPARE(colorAt(place), tierColor(u"C3"_s));
        }
        map->zoomToAll();
    }

    void selectionIsAnOutline() {
        const QPointF corner(SamplePlan::west + SamplePlan::width, SamplePlan::south + SamplePlan::height);
        QTRY_VERIFY(colorAt(corner).lightness() > 60);
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, map->toWidget(SamplePlan::middle(u"B2"_s)).toPoint());
        QCOMPARE(selection.zones(), QStringList{u"B2"_s});
        QTRY_VERIFY(colorAt(corner).lightness() < 60);
    }
};

QTEST_MAIN(LiveMapSoftwareTest)
#include "live_map_software_test.moc"
