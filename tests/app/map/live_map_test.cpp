#include "app/map/live_map.h"
#include "app/map/sprite_sheet.h"
#include "maps/geometry/measure.h"
#include "tests/app/map/sample_plan.h"

#include <QGeoCoordinate>
#include <QLineF>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

// Qt 6.8's QTRY_ macros narrow a long to an int in the code that uses them.
#pragma GCC diagnostic ignored "-Wconversion"

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

QColor tierColor(const SamplePlan& sample, const QString& zone) {
    return QColor(sample.project.plan.tier(sample.project.plan.zone(zone)->tier)->color);
}

bool close(const QPointF& a, const QPointF& b, double pixels) { return QLineF(a, b).length() <= pixels; }

} // namespace

class LiveMapTest : public QObject {
    Q_OBJECT

private:
    SamplePlan sample;
    Selection selection;
    std::unique_ptr<LiveMap> map;

    QPoint at(const QString& zone) const { return map->toWidget(SamplePlan::middle(zone)).toPoint(); }

    /// The colour of the picture near the middle of a zone, beside its label.
    QColor colorAt(const QPoint& point) const { return map->grab().toImage().pixelColor(point); }

    QObject* qml(const char* type) const {
        const auto* quick = map->findChild<QQuickWidget*>();
        for (QObject* object : quick->rootObject()->findChildren<QObject*>())
            if (QString::fromLatin1(object->metaObject()->className()).startsWith(QString::fromLatin1(type)))
                return object;
        return nullptr;
    }

    void wheel(const QPointF& point, int degrees) {
        QWheelEvent event(point, map->mapToGlobal(point), {}, {0, degrees}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(map->findChild<QQuickWidget*>(), &event);
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(map.get(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPointF point = QPointF(from) + QPointF(to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, point, map->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                             modifiers);
            QCoreApplication::sendEvent(map.get(), &move);
        }
        QTest::mouseRelease(map.get(), Qt::LeftButton, modifiers, to);
    }

private Q_SLOTS:
    void initTestCase() {
        qputenv("QML_NO_TOUCH_COMPRESSION", "1"); // every step of a finger arrives, not one per frame
    }

    void init() {
        selection.set({});
        map = std::make_unique<LiveMap>(sample.project, sample.shapes, selection);
        QSignalSpy firstFrame(map.get(), &LiveMap::firstFrame);
        map->resize(900, 650);
        map->show();
        QVERIFY(firstFrame.wait(20000));
    }

    void cleanup() { map.reset(); }

    void firstFrameComesOnce() {
        QSignalSpy again(map.get(), &LiveMap::firstFrame);
        map->zoomBy(1);
        const QColor ink = tierColor(sample, u"B2"_s);
        QTRY_COMPARE(colorAt(map->rect().center() - QPoint(160, 40)), ink);
        QCOMPARE(again.count(), 0);
        QVERIFY(map->usesSceneGraph());
    }

    void startsWithTheWholePlan() {
        for (const Zone& zone : sample.project.plan.layoutZones())
            if (zone.kind == Zone::Kind::District)
                QVERIFY(map->rect().contains(at(zone.code)));
        const QPointF southWest = map->toWidget({SamplePlan::west, SamplePlan::south});
        QVERIFY(QRectF(map->rect()).contains(southWest));
        QVERIFY(southWest.x() < 120);
    }

    void keepsTheWholePlanUntilTheCameraMoves() {
        map->resize(600, 500);
        QTRY_VERIFY(map->rect().contains(at(u"D3"_s)) && map->rect().contains(at(u"A1"_s)));
        map->zoomBy(2);
        const double zoom = map->zoom();
        map->resize(900, 650);
        QTRY_COMPARE(map->findChild<QQuickWidget*>()->size(), map->size());
        QCOMPARE(map->zoom(), zoom);
    }

    void clickSelects() {
        QSignalSpy changed(&selection, &Selection::changed);
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, at(u"B2"_s));
        QCOMPARE(selection.zones(), QStringList{u"B2"_s});
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, at(u"B2"_s));
        QCOMPARE(changed.count(), 1);
        QTest::mouseClick(map.get(), Qt::LeftButton, Qt::ControlModifier, at(u"C1"_s));
        QCOMPARE(selection.zones(), (QStringList{u"B2"_s, u"C1"_s}));
        QTest::mouseClick(map.get(), Qt::LeftButton, Qt::ControlModifier, at(u"B2"_s));
        QCOMPARE(selection.zones(), QStringList{u"C1"_s});
        QTest::mouseClick(map.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(3, 3));
        QCOMPARE(selection.zones(), QStringList{u"C1"_s});
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, QPoint(3, 3));
        QVERIFY(selection.zones().isEmpty());
    }

    void fingersMoveZoomAndSelect() {
        std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
        QWidget* quick = map->findChild<QQuickWidget*>();
        const QPoint middle = map->rect().center();
        const auto spread = [&](int from, int to) {
            const auto touch = [&](int apart, bool first) {
                auto fingers = QTest::touchEvent(quick, screen.get());
                for (int finger = 0; finger < 2; ++finger) {
                    const QPoint place = middle + QPoint(finger == 0 ? -apart : apart, 0);
                    first ? fingers.press(finger, place) : fingers.move(finger, place);
                }
            };
            touch(from, true);
            for (int step = 1; step <= 10; ++step)
                touch(from + (to - from) * step / 10, false);
            QTest::touchEvent(quick, screen.get())
                .release(0, middle - QPoint(to, 0))
                .release(1, middle + QPoint(to, 0));
        };
        const double zoom = map->zoom();
        const QPointF centre = map->centre();
        spread(60, 240);
        QVERIFY2(map->zoom() > zoom + 1 && map->zoom() < zoom + 2.5, qPrintable(QString::number(map->zoom() - zoom)));
        QVERIFY(close(map->toWidget(centre), map->rect().toRectF().center(), 8)); // what lies between them stays
        spread(240, 60);
        QVERIFY(std::abs(map->zoom() - zoom) < 0.6);

        const QPointF before = map->toWidget(centre);
        QTest::touchEvent(quick, screen.get()).press(0, middle);
        for (int step = 1; step <= 10; ++step)
            QTest::touchEvent(quick, screen.get()).move(0, middle + QPoint(12 * step, 0));
        QTest::touchEvent(quick, screen.get()).release(0, middle + QPoint(120, 0));
        const double moved = map->toWidget(centre).x() - before.x();
        QVERIFY2(moved > 60 && moved < 130, qPrintable(QString::number(moved)));

        QTest::touchEvent(quick, screen.get()).press(0, at(u"B2"_s));
        QTest::touchEvent(quick, screen.get()).release(0, at(u"B2"_s));
        QTRY_COMPARE(selection.zones(), QStringList{u"B2"_s});
    }

    void theZoneInsideComesFirst() {
        const QPointF port = SamplePlan::middle(u"C2"_s) + QPointF(0.06, 0.02);
        QCOMPARE(map->zoneAt(port), u"PORT"_s);
        QCOMPARE(map->zoneAt(SamplePlan::middle(u"C2"_s) - QPointF(0.1, 0)), u"C2"_s);
        QCOMPARE(map->zoneAt({100, 10}), QString());
        SceneOptions options;
        options.hiddenTiers = {u"support"_s};
        map->setOptions(options);
        QCOMPARE(map->zoneAt(port), u"C2"_s);
    }

    void rubberBandSelectsWhatItTouches() {
        drag(at(u"A2"_s), at(u"B3"_s), Qt::ShiftModifier);
        QCOMPARE(selection.zones(), (QStringList{u"A2"_s, u"A3"_s, u"B2"_s, u"B3"_s}));
        map->setTool(LiveMap::Tool::SelectBox);
        drag(at(u"D1"_s), at(u"D1"_s) + QPoint(20, 20));
        QCOMPARE(selection.zones(), QStringList{u"D1"_s});
        drag(at(u"A1"_s), at(u"A1"_s) + QPoint(20, 20), Qt::ControlModifier);
        QCOMPARE(selection.zones(), (QStringList{u"D1"_s, u"A1"_s}));
    }

    void escapeGivesTheRubberBandUp() {
        map->setTool(LiveMap::Tool::SelectBox);
        QTest::mousePress(map.get(), Qt::LeftButton, {}, at(u"A1"_s));
        QMouseEvent move(QEvent::MouseMove, at(u"B2"_s), map->mapToGlobal(at(u"B2"_s)), Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(map.get(), &move);
        QTest::keyClick(map.get(), Qt::Key_Escape);
        QTest::mouseRelease(map.get(), Qt::LeftButton, {}, at(u"B2"_s));
        QVERIFY(selection.zones().isEmpty());
    }

    void hoverSaysWhichZone() {
        QSignalSpy hovered(map.get(), &LiveMap::hovered);
        QSignalSpy moved(map.get(), &LiveMap::pointerMoved);
        QTest::mouseMove(map.get(), at(u"B1"_s));
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.takeFirst().first().toString(), u"B1"_s);
        QTest::mouseMove(map.get(), at(u"B1"_s) + QPoint(2, 2));
        QTRY_VERIFY(moved.count() >= 2);
        QCOMPARE(hovered.count(), 0);
        QTest::mouseMove(map.get(), QPoint(4, 4));
        QTRY_COMPARE(hovered.count(), 1);
        QVERIFY(hovered.first().first().toString().isEmpty());
    }

    /// However narrow the map is, what is under the pointer and the note on boundaries do not lie over each other.
    void wordsOnTheMapKeepClear() {
        map->setLanguage(Language::English);
        for (const int width : {330, 420, 900}) {
            map->resize(width, 500);
            QTRY_COMPARE(map->findChild<QQuickWidget*>()->width(), width);
            QTest::mouseMove(map.get(), QPoint(4, 4));
            QTest::mouseMove(map.get(), at(u"B2"_s));
            std::vector<QRectF> words;
            const auto* quick = map->findChild<QQuickWidget*>();
            const auto collect = [&] {
                words.clear();
                for (const auto* item : quick->rootObject()->findChildren<QQuickItem*>()) {
                    const QString text = item->property("text").toString();
                    if (text == sample.project.plan.boundary.note.en ||
                        text.startsWith(sample.project.plan.zone(u"B2"_s)->name.en))
                        words.push_back(item->mapRectToScene(item->boundingRect()));
                }
                return words.size();
            };
            QTRY_COMPARE(collect(), 2U);
            QTRY_VERIFY(collect() == 2 && !words[0].intersects(words[1]));
            for (const QRectF& box : words)
                QVERIFY(QRectF(map->rect()).contains(box));
        }
    }

    void keysMoveTheCamera() {
        const double zoom = map->zoom();
        QTest::keyClick(map.get(), Qt::Key_Plus);
        QCOMPARE(map->zoom(), zoom + 1);
        const QPointF centre = map->centre();
        QTest::keyClick(map.get(), Qt::Key_Right);
        QVERIFY(map->centre().x() > centre.x());
        QTest::keyClick(map.get(), Qt::Key_Up);
        QVERIFY(map->centre().y() > centre.y());
        QTest::keyClick(map.get(), Qt::Key_Minus);
        QCOMPARE(map->zoom(), zoom);
        QTest::keyClick(map.get(), Qt::Key_Home);
        QVERIFY(map->rect().contains(at(u"A1"_s)) && map->rect().contains(at(u"D3"_s)));
    }

    void zoomStaysBetweenProvinceAndStreet() {
        map->zoomBy(-20);
        QCOMPARE(map->zoom(), 6.0);
        map->zoomBy(40);
        QCOMPARE(map->zoom(), 18.0);
    }

    void zoomToZonesShowsThem() {
        map->zoomToZones({u"C3"_s});
        QVERIFY(close(map->toWidget(SamplePlan::middle(u"C3"_s)), QRectF(map->rect()).center(), 80));
        const double zoom = map->zoom();
        map->zoomToZones({u"nowhere"_s});
        QCOMPARE(map->zoom(), zoom);
    }

    void theWheelKeepsThePointUnderThePointer() {
        const QPointF place = SamplePlan::middle(u"D1"_s);
        const QPointF pointer = map->toWidget(place);
        for (const int notches : {120, 120, 120, -120, 240}) {
            wheel(pointer, notches);
            QVERIFY(close(map->toWidget(place), pointer, 0.01));
        }
        QVERIFY(map->zoom() > 9);
    }

    void draggingMovesTheGroundWithThePointer() {
        QSignalSpy changed(map.get(), &LiveMap::cameraChanged);
        const QPointF before = map->toWidget(SamplePlan::middle(u"B2"_s));
        drag(at(u"B2"_s), at(u"B2"_s) + QPoint(73, -41));
        QVERIFY(close(map->toWidget(SamplePlan::middle(u"B2"_s)), before + QPointF(73, -41), 0.01));
        QVERIFY(changed.count() > 0);
        QVERIFY(selection.zones().isEmpty());
    }

    void theSameCameraSaysNothing() {
        const double zoom = map->zoom();
        map->setCamera({119.5, 29.9}, zoom);
        QSignalSpy changed(map.get(), &LiveMap::cameraChanged);
        map->setCamera({119.5, 29.9}, zoom);
        QCOMPARE(changed.count(), 0);
    }

    /// Qt Location's own projection of a place and ours agree, and what is drawn there is that place's zone.
    void drawingStaysInStep() {
        QObject* location = qml("QDeclarativeGeoMap");
        QVERIFY(location);
        for (int i = 0; i < 12; ++i) {
            map->setCamera(SamplePlan::middle(u"C2"_s) + QPointF(-0.3 + 0.04 * i, 0.02 * i), 9 + 0.17 * i);
            const QPointF place = SamplePlan::middle(u"C3"_s) + QPointF(-0.1, 0.08);
            QPointF theirs;
            QVERIFY(QMetaObject::invokeMethod(location, "fromCoordinate", qReturnArg(theirs),
                                              QGeoCoordinate(place.y(), place.x()), false));
            QVERIFY(close(theirs, map->toWidget(place), 0.01));
            const QPoint pixel = map->toWidget(place).toPoint();
            if (map->rect().adjusted(0, 0, 0, -40).contains(pixel))
                QCOMPARE(colorAt(pixel), tierColor(sample, u"C3"_s));
        }
    }

    /// The border between A2 and B2, by the corner that both share, is drawn where the data has it.
    void bordersLieWhereTheyAre() {
        const QPointF corner(SamplePlan::west + SamplePlan::width, SamplePlan::south + 2 * SamplePlan::height);
        map->setCamera(corner, 13.3);
        QTRY_COMPARE(colorAt(map->toWidget(corner).toPoint()), QColor(Qt::white));
    }

    void selectionIsAnOutline() {
        const QPoint inside = at(u"B2"_s) + QPoint(-50, 30); // beside the label
        const QImage before = map->grab().toImage();
        selection.set({u"B2"_s});
        const QColor dark = SceneOptions().theme.selection;
        const QPointF corner =
            map->toWidget({SamplePlan::west + SamplePlan::width, SamplePlan::south + SamplePlan::height});
        const auto darkest = [&](const QImage& image) {
            int value = 255;
            for (int x = -3; x <= 3; ++x)
                for (int y = -3; y <= 3; ++y)
                    value = std::min(value, image.pixelColor(corner.toPoint() + QPoint(x, y)).lightness());
            return value;
        };
        QVERIFY(darkest(before) > dark.lightness() + 30);
        QTRY_VERIFY(darkest(map->grab().toImage()) < dark.lightness() + 12);
        QCOMPARE(colorAt(inside), tierColor(sample, u"B2"_s));
        selection.set({});
        QTRY_VERIFY(darkest(map->grab().toImage()) > dark.lightness() + 30);
    }

    void scaleBarIsTrueOnTheEllipsoid() {
        QObject* bar = qml("ScaleBar");
        QVERIFY(bar);
        for (const double zoom : {7.3, 9.0, 12.6, 16.2}) {
            map->setCamera({119.6, 30.1}, zoom);
            const double pixels = bar->property("length").toDouble();
            const QStringList words = bar->property("label").toString().split(u' ');
            const double metres = words[0].toDouble() * (words[1] == u"km"_s ? 1000 : 1);
            QVERIFY(pixels > 40 && pixels <= 141);
            // Two places that lie this many pixels apart around the centre, one beside the other.
            const double degrees = 1 / (map->toWidget({120.6, 30.1}).x() - map->toWidget({119.6, 30.1}).x());
            const double truth =
                distanceMetres({119.6 - pixels * degrees / 2, 30.1}, {119.6 + pixels * degrees / 2, 30.1});
            QVERIFY(std::abs(metres / truth - 1) < 0.01);
        }
    }

    void scaleDenominatorFollowsTheZoom() {
        map->setCamera({119.6, 30.1}, 10);
        const double scale = map->scaleDenominator();
        QVERIFY(scale > 100000 && scale < 1000000);
        map->setCamera({119.6, 30.1}, 11);
        QVERIFY(std::abs(map->scaleDenominator() - scale / 2) < 1);
    }

    void measuresDistances() {
        map->setTool(LiveMap::Tool::MeasureDistance);
        QSignalSpy measured(map.get(), &LiveMap::measured);
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, at(u"A1"_s));
        QTest::mouseClick(map.get(), Qt::LeftButton, {}, at(u"B2"_s));
        QTest::mouseMove(map.get(), at(u"D2"_s));
        const auto place = [](const QString& zone) {
            const QPointF middle = SamplePlan::middle(zone);
            return GeoPoint(middle.x(), middle.y());
        };
        const double first = distanceMetres(place(u"A1"_s), place(u"B2"_s));
        const double second = distanceMetres(place(u"B2"_s), place(u"D2"_s));
        const double pixel = 400; // metres: clicks fall on whole pixels
        QTRY_VERIFY(std::abs(measured.last().first().toDouble() - first - second) < 3 * pixel);
        QTest::keyClick(map.get(), Qt::Key_Return);
        QVERIFY(std::abs(measured.last().first().toDouble() - first) < 2 * pixel);
        QCOMPARE(measured.last().last().toDouble(), 0.0);
        QTest::keyClick(map.get(), Qt::Key_Escape);
        QCOMPARE(measured.last().first().toDouble(), 0.0);
        QVERIFY(selection.zones().isEmpty());
    }

    void measuresAreas() {
        QSignalSpy tools(map.get(), &LiveMap::toolChanged);
        map->setTool(LiveMap::Tool::MeasureArea);
        map->setTool(LiveMap::Tool::MeasureArea);
        QCOMPARE(tools.count(), 1);
        QSignalSpy measured(map.get(), &LiveMap::measured);
        GeoPolygon polygon;
        for (const QString& zone : {u"A1"_s, u"A3"_s, u"D3"_s, u"D1"_s}) { // clockwise
            QTest::mouseClick(map.get(), Qt::LeftButton, {}, at(zone));
            polygon.outer().push_back({SamplePlan::middle(zone).x(), SamplePlan::middle(zone).y()});
        }
        polygon.outer().push_back(polygon.outer().front());
        QTest::mouseDClick(map.get(), Qt::LeftButton, {}, at(u"D1"_s));
        const double truth = std::abs(areaSquareMetres(polygon));
        QVERIFY(std::abs(measured.last().last().toDouble() / truth - 1) < 0.01);
    }

    void marksAPosition() {
        const QPointF place = SamplePlan::middle(u"A3"_s) + QPointF(0.05, 0.05);
        map->showPosition(place);
        QVERIFY(close(map->toWidget(place), QRectF(map->rect()).center(), 1));
        QTRY_COMPARE(colorAt(map->rect().center()), SceneOptions().theme.selection);
    }

    void speaksBothLanguages() {
        const auto shows = [this](const QString& words) {
            const auto* quick = map->findChild<QQuickWidget*>();
            for (QObject* object : quick->rootObject()->findChildren<QObject*>())
                if (object->property("text").toString() == words)
                    return true;
            return false;
        };
        QVERIFY(shows(sample.project.plan.boundary.note.zh));
        map->setLanguage(Language::English);
        QVERIFY(shows(sample.project.plan.boundary.note.en));
    }

    void followsTheTheme() {
        SceneOptions options;
        options.theme = Theme::dark();
        map->setOptions(options);
        QTRY_COMPARE(colorAt({4, 4}), options.theme.land);
    }

    void spritesAreNoLargerThanTheirInk() {
        Placement placement;
        placement.symbols.push_back(
            {.at = {0, 0}, .shape = Symbol::Shape::Circle, .size = 7, .color = Qt::red, .outline = Qt::white});
        placement.labels.push_back(
            {.at = {0, 0}, .text = u"1923"_s, .size = 6.5, .color = Qt::black, .halo = Qt::white, .haloWidth = 0});
        const double pixelsPerMm = 96 / 25.4;
        const SpriteSheet sheet = spriteSheet(placement, QFont(u"WenQuanYi Micro Hei"_s), pixelsPerMm);
        QCOMPARE(sheet.sprites.size(), 2U);
        for (const Sprite& sprite : sheet.sprites) {
            const auto hasInk = [&](const QRect& part) {
                for (int y = part.top(); y <= part.bottom(); ++y) {
                    for (int x = part.left(); x <= part.right(); ++x) {
                        if (qAlpha(sheet.image.pixel(x, y)) > 0)
                            return true;
                    }
                }
                return false;
            };
            const QRect& all = sprite.source;
            QVERIFY(hasInk(QRect(all.topLeft(), all.topRight())) && hasInk(QRect(all.bottomLeft(), all.bottomRight())));
            QVERIFY(hasInk(QRect(all.topLeft(), all.bottomLeft())) && hasInk(QRect(all.topRight(), all.bottomRight())));
            // Its middle is where it was.
            const QPointF middle = QPointF(sprite.offset) + QPointF(all.width(), all.height()) / 2.0;
            QVERIFY2(std::abs(middle.x()) <= 1.5 && std::abs(middle.y()) <= 1.5, "moved");
        }
        QVERIFY(sheet.sprites[0].source.width() <= 7.2 * pixelsPerMm + 2);
    }

    void aTierCanBeHidden() {
        SceneOptions options;
        options.hiddenTiers = {u"lead"_s};
        map->setOptions(options);
        QTRY_COMPARE(colorAt(at(u"B2"_s) - QPoint(0, 30)), options.theme.land);
    }
};

QTEST_MAIN(LiveMapTest)
#include "live_map_test.moc"
