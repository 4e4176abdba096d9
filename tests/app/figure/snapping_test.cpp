#include "app/figure/snapping.h"

#include <QTest>

using namespace tiermap;

class SnappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edgesAndMiddlesMeet_data() {
        QTest::addColumn<QRectF>("box");
        QTest::addColumn<QPointF>("expected");
        QTest::newRow("far from everything") << QRectF(30, 25, 20, 10) << QPointF(30, 25);
        QTest::newRow("left edge") << QRectF(11.5, 25, 20, 10) << QPointF(10, 25);
        QTest::newRow("right edge") << QRectF(89.2, 25, 20, 10) << QPointF(90, 25);
        QTest::newRow("a corner") << QRectF(11.5, 69.2, 20, 10) << QPointF(10, 70);
        QTest::newRow("middles") << QRectF(51, 25, 20, 10) << QPointF(50, 25);
        QTest::newRow("beside, with a gap") << QRectF(113, 25, 20, 10) << QPointF(112, 25);
    }

    void edgesAndMiddlesMeet() {
        QFETCH(QRectF, box);
        QFETCH(QPointF, expected);
        const Snapped snap = snapped(box, {QRectF(10, 10, 100, 70)}, 2, 2);
        QCOMPARE(snap.box.topLeft(), expected);
        QCOMPARE(snap.verticals.empty(), box.left() == expected.x());
        QCOMPARE(snap.horizontals.empty(), box.top() == expected.y());
    }

    void theNearestWins() {
        const Snapped snap = snapped(QRectF(11, 0, 10, 10), {QRectF(10, 50, 5, 5), QRectF(12.5, 50, 5, 5)}, 2, 100);
        QCOMPARE(snap.box.left(), 10.0);
    }

    /// A box that is made wider keeps its other edges where they are.
    void theRightEdgeAlone() {
        const QList<QRectF> frame{QRectF(10, 10, 100, 70)};
        const Snapped snap = withSnappedWidth(QRectF(11, 11, 98, 10), frame, 2, 2);
        QCOMPARE(snap.box, QRectF(11, 11, 99, 10));
        QVERIFY(snap.verticals.size() == 1 && snap.horizontals.empty());
        QCOMPARE(withSnappedWidth(QRectF(11, 11, 70, 10), frame, 2, 2).box, QRectF(11, 11, 70, 10));
    }

    void nothingToKeepTo() { QCOMPARE(snapped(QRectF(3, 4, 10, 10), {}, 2, 2).box.topLeft(), QPointF(3, 4)); }
};

QTEST_GUILESS_MAIN(SnappingTest)
#include "snapping_test.moc"
