#include "maps/scene/clip.h"
#include "maps/scene/dash.h"
#include "maps/scene/hatch_lines.h"
#include "maps/scene/label_room.h"
#include "maps/scene/painter.h"
#include "maps/scene/simplify.h"
#include "maps/scene/trim.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace tiermap;
using namespace Qt::StringLiterals;

class PainterTest : public QObject {
    Q_OBJECT

    /// A disc with a hole, centred on the origin; metres.
    static Polygons ring(double outer, double inner) {
        Polygon polygon;
        constexpr int corners = 90;
        const auto at = [](double radius, double turn) {
            return Point(radius * std::cos(2 * std::numbers::pi * turn),
                         radius * std::sin(2 * std::numbers::pi * turn));
        };
        for (int i = 0; i <= corners; ++i)
            polygon.outer().push_back(at(outer, static_cast<double>(i % corners) / corners));
        polygon.inners().emplace_back();
        for (int i = corners; i >= 0; --i)
            polygon.inners()[0].push_back(at(inner, static_cast<double>(i % corners) / corners));
        return {polygon};
    }

    static QImage painted(const DisplayList& list, const View& view) {
        QImage image(400, 400, QImage::Format_RGB32); // 10 dots per mm
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(10, 10);
        paint(painter, list, view, QFont(u"WenQuanYi Micro Hei"_s));
        return image;
    }

    static View view() { return {Point(0, 0), 1000, QRectF(10, 10, 20, 20)}; }

private Q_SLOTS:
    void pageAndMetresAreInverse() {
        const View v{Point(500000, 3300000), 350, QRectF(12, 30, 100, 80)};
        QCOMPARE(v.toPage(v.centre), v.frame.center());
        const QPointF page(20, 40);
        QCOMPARE(v.toPage(v.toMetres(page)), page);
        QVERIFY(v.toMetres(v.frame.topLeft()).y() > v.toMetres(v.frame.bottomLeft()).y());
    }

    void hatchLinesStayInside() {
        const Polygons disc = ring(10000, 4000);
        const Hatch hatch{.color = Qt::red};
        const Lines lines = hatchLines(disc, hatch, 1000);
        QVERIFY(lines.size() > 10);
        for (const Line& line : lines) {
            QCOMPARE(line.size(), std::size_t(2));
            const double dx = line[1].x() - line[0].x();
            const double dy = line[1].y() - line[0].y();
            QVERIFY(std::abs(dx - dy) < 1e-6 * 10000); // 45 degrees
            for (double t = 0.001; t < 1; t += 0.0998) {
                const QPointF p(line[0].x() + t * dx, line[0].y() + t * dy);
                QVERIFY(meets(around(p, {0.001, 0.001}), disc));
            }
        }
    }

    void hatchLinesAreEvenlySpaced() {
        const Lines lines = hatchLines(ring(10000, 4000), Hatch{.spacing = 2}, 1000);
        for (const Line& line : lines) {
            const double across = (line[0].y() - line[0].x()) / std::numbers::sqrt2 / 2000;
            QVERIFY(std::abs(across - std::round(across)) < 1e-9);
        }
    }

    void clippingKeepsWhatIsInside() {
        const Extent frame{Point(-5000, -5000), Point(5000, 5000)};
        const auto [low, high] = extentOf(clip(ring(10000, 4000), frame));
        QCOMPARE(low.x(), -5000.0);
        QCOMPARE(high.y(), 5000.0);
        QVERIFY(clip(ring(10000, 4000), {Point(20000, 0), Point(30000, 10)}).empty());
        QCOMPARE(clip(Lines{{Point(-9000, 0), Point(9000, 0)}}, frame)[0][0].x(), -5000.0);
    }

    void simplifyingMovesNothingFarther() {
        const Polygons disc = ring(10000, 4000);
        const Polygons simple = simplified(disc, 30);
        QVERIFY(simple[0].outer().size() < disc[0].outer().size());
        QCOMPARE(simple[0].inners().size(), std::size_t(1));
        for (const Point& p : simple[0].outer())
            QVERIFY(std::abs(std::hypot(p.x(), p.y()) - 10000) < 1);
        QVERIFY(simplified(ring(10, 4), 30).empty());
    }

    void dashesHaveTheirLengths() {
        const Lines dashes = dashed({Point(0, 0), Point(5, 0), Point(5, 5)}, {2, 1}); // 10 long
        QCOMPARE(dashes.size(), std::size_t(4));
        QCOMPARE(dashes[1].size(), std::size_t(2));
        QCOMPARE(dashes[1].front().x(), 3.0);
        QCOMPARE(dashes[1].back().x(), 5.0);
        QCOMPARE(dashes[2].front().y(), 1.0);
        QCOMPARE(dashes[3].back().y(), 5.0); // what is left over
        const Lines corner = dashed({Point(0, 0), Point(1, 0), Point(1, 3)}, {2, 1});
        QCOMPARE(corner[0].size(), std::size_t(3)); // around the corner
        QCOMPARE(dashed({Point(0, 0), Point(1, 0)}, {0, 0}).size(), std::size_t(1));
    }

    void noInkLeavesTheFrame() {
        DisplayList list;
        list.base.emplace_back(Fill{ring(30000, 2000), QColor(0x1F, 0x5A, 0x94), Hatch{.color = Qt::red}});
        list.base.emplace_back(Stroke{{{Point(-30000, 3000), Point(30000, 4000)}}, Qt::black, 0.5, {1, 1}});
        const QImage image = painted(list, view());
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const bool near = QRect(96, 96, 209, 209).contains(x, y); // frame and the half of a line's width
                QVERIFY(near || image.pixelColor(x, y) == QColor(Qt::white));
            }
        }
        QVERIFY(image.pixelColor(120, 120) != QColor(Qt::white));
        QCOMPARE(image.pixelColor(200, 200), QColor(Qt::white)); // the hole
    }

    void aTrimmedListGivesTheSamePicture() {
        DisplayList list;
        list.base.emplace_back(Fill{ring(14000, 2000), QColor(0x1F, 0x5A, 0x94), std::nullopt});
        const QImage whole = painted(list, view());
        const QImage trim = painted(trimmed(list, view()), view());
        int different = 0;
        for (int y = 0; y < whole.height(); ++y) {
            for (int x = 0; x < whole.width(); ++x)
                different += whole.pixelColor(x, y) == trim.pixelColor(x, y) ? 0 : 1;
        }
        QVERIFY2(different < 50, qPrintable(QString::number(different)));
    }

    void aHatchHasNoGroundOfItsOwn() {
        DisplayList list;
        list.base.emplace_back(
            Fill{ring(9000, 1000), std::nullopt, Hatch{.spacing = 2, .width = 0.3, .color = Qt::red}});
        const QImage image = painted(list, view());
        int inked = 0;
        for (int i = 0; i < 200; ++i)
            inked += image.pixelColor(110 + i, 160) == QColor(Qt::white) ? 0 : 1;
        QVERIFY(inked > 10);
        QVERIFY(inked < 80);
    }
};

QTEST_MAIN(PainterTest)
#include "painter_test.moc"
