#include "maps/scene/clip.h"
#include "maps/scene/dash.h"
#include "maps/scene/disc.h"
#include "maps/scene/hatch_brush.h"
#include "maps/scene/hatch_lines.h"
#include "maps/scene/label_room.h"
#include "maps/scene/painter.h"
#include "maps/scene/simplify.h"
#include "maps/scene/trim.h"

#include <boost/geometry/algorithms/for_each.hpp>

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
        paint(painter, trimmed(list, view), view, QFont(u"WenQuanYi Micro Hei"_s));
        return image;
    }

    static constexpr double dotsPerMm = 10;

    /// White, as large as what `painted` gives; `draw` gets a painter in millimetres.
    template <class Draw>
    static QImage drawn(const Draw& draw) {
        QImage image(400, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(dotsPerMm, dotsPerMm);
        draw(painter);
        return image;
    }

    /// How many pixels differ by more levels of grey than `levels`.
    static int different(const QImage& a, const QImage& b, int levels) {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > levels ? 1 : 0;
        }
        return count;
    }

    /// How many pixels are black, counting those that are in part by their part.
    static double ink(const QImage& image) {
        double all = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                all += 1 - qGray(image.pixel(x, y)) / 255.0;
        }
        return all;
    }

    /// Of both, the blacker in each pixel: as much as one alone where they lie upon each other.
    static QImage together(QImage a, const QImage& b) {
        QPainter painter(&a);
        painter.setCompositionMode(QPainter::CompositionMode_Darken);
        painter.drawImage(0, 0, b);
        painter.end();
        return a;
    }

    /// A border with bends of all kinds, from edge to edge of the view; metres.
    static Line border() {
        Line line;
        for (int i = 0; i <= 60; ++i)
            line.emplace_back(-9000 + 300 * i, 2500 * std::sin(0.25 * i) + 500 * std::cos(0.9 * i * i));
        line.emplace_back(9000, -8000); // and two long ones
        line.emplace_back(-9000, -8500);
        return line;
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
        list.base.emplace_back(Stroke{{border()}, Qt::black, 0.5});
        const QImage trim = drawn([&](QPainter& painter) { paint(painter, trimmed(list, view()), view(), {}); });
        QImage whole = drawn([&](QPainter& painter) { paint(painter, list, view(), {}); });
        for (const QRect& beyond :
             {QRect(0, 0, 400, 100), QRect(0, 300, 400, 100), QRect(0, 0, 100, 400), QRect(300, 0, 100, 400)})
            QPainter(&whole).fillRect(beyond, Qt::white);
        QVERIFY(different(whole, trim, 64) < 20); // vertices go that the ink would swallow
    }

    /// In many short pieces, as one line would be: joins are round in places, and no piece shows where it ends.
    void aStrokeInPiecesIsWhole() {
        for (const double width : {0.12, 0.5, 1.4}) {
            DisplayList list;
            list.base.emplace_back(Stroke{{border()}, Qt::black, width});
            const QImage pieces = drawn([&](QPainter& painter) { paint(painter, list, view(), {}); });
            const QImage whole = drawn([&](QPainter& painter) {
                QPen pen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
                pen.setMiterLimit(2);
                painter.setPen(pen);
                QPolygonF points;
                for (const Point& point : border())
                    points += view().toPage(point);
                painter.drawPolyline(points);
            });
            QVERIFY(ink(whole) > 500);
            QVERIFY2(std::abs(ink(pieces) / ink(whole) - 1) < 0.02,
                     qPrintable(QString::number(ink(pieces) / ink(whole))));
            QVERIFY2(different(pieces, whole, 48) < ink(whole) / 25,
                     qPrintable(QString::number(different(pieces, whole, 48))));
        }
    }

    void aDiscIsACircleWithAPen() {
        const Disc disc{.at = {20.03, 19.98}, .radius = 7, .color = Qt::yellow, .ring = Qt::black, .ringWidth = 0.6};
        const QImage one = drawn([&](QPainter& painter) { paintDisc(painter, disc); });
        const QImage other = drawn([&](QPainter& painter) {
            painter.setPen(QPen(disc.ring, disc.ringWidth));
            painter.setBrush(disc.color);
            painter.drawEllipse(disc.at, disc.radius, disc.radius);
        });
        // Of millimetres squared and dots to pixels; yellow counts as the little ink that its grey has.
        const auto area = [](double radius) { return std::numbers::pi * std::pow(radius * dotsPerMm, 2); };
        const double yellow = 1 - qGray(disc.color.rgb()) / 255.0;
        const double expected = area(7.3) - area(6.7) + yellow * area(6.7);
        QVERIFY2(std::abs(ink(one) / expected - 1) < 0.002, qPrintable(QString::number(ink(one) / expected)));
        QVERIFY(different(one, other, 64) < 20); // Qt's own is flatter by a part of a pixel
    }

    void aHatchOfPixelsIsThatOfLines_data() {
        QTest::addColumn<Hatch>("hatch");
        const auto row = [](double angle, double spacing, double width, bool crossed) {
            QTest::addRow("%g degrees, %g mm%s", angle, spacing, crossed ? ", crossed" : "")
                << Hatch{.angle = angle, .spacing = spacing, .width = width, .color = Qt::black, .crossed = crossed};
        };
        row(0, 1.3, 0.3, false);
        row(45, 1.6, 0.35, false);
        row(90, 2.03, 0.35, false);
        row(135, 1.1, 0.25, false);
        row(45, 1.8, 0.3, true);
        row(0, 1.7, 0.4, true);
        row(-45, 1.6, 0.35, false);
    }

    void aHatchOfPixelsIsThatOfLines() {
        QFETCH(Hatch, hatch);
        const View far{Point(500123, 3300777), 1000, QRectF(10, 10, 20, 20)}; // as real coordinates are
        Polygons disc = ring(9000, 500);
        boost::geometry::for_each_point(disc, [&](Point& p) { p = Point(p.x() + 500123, p.y() + 3300777); });
        DisplayList list;
        list.base.emplace_back(Fill{disc, Qt::white, hatch});
        const QImage pixels = drawn([&](QPainter& painter) { paint(painter, list, far, {}); });
        const QImage lines = drawn([&](QPainter& painter) {
            painter.setPen(QPen(hatch.color, hatch.width, Qt::SolidLine, Qt::FlatCap));
            for (const Line& line : hatchLines(disc, hatch, far.metresPerMm))
                painter.drawLine(far.toPage(line[0]), far.toPage(line[1]));
        });
        QVERIFY(ink(lines) > 3000);
        QVERIFY2(std::abs(ink(pixels) / ink(lines) - 1) < 0.03, qPrintable(QString::number(ink(pixels) / ink(lines))));
        // In the middle they lie in the same places but for what is rounded to a pixel.
        const QImage middle = lines.copy(170, 170, 60, 60);
        const double both = ink(together(middle, pixels.copy(170, 170, 60, 60))) / ink(middle);
        QVERIFY2(both < 1.25, qPrintable(QString::number(both)));
    }

    /// Other directions have no square that repeats itself.
    void anOddHatchHasLines() {
        const QTransform dots = QTransform::fromScale(dotsPerMm, dotsPerMm);
        QVERIFY(hatchBrush(Hatch{}, {}, view(), dots));
        QVERIFY(!hatchBrush(Hatch{.angle = 30}, {}, view(), dots));
        QVERIFY(!hatchBrush(Hatch{.spacing = 0}, {}, view(), dots));
        QVERIFY(!hatchBrush(Hatch{}, {}, view(), QTransform(dots).rotate(20)));
        DisplayList list;
        list.base.emplace_back(Fill{ring(9000, 500), std::nullopt, Hatch{.angle = 30, .color = Qt::black}});
        QVERIFY(ink(painted(list, view())) > 5000);
    }

    /// What is painted in bands, and what only one of them shows, is what a whole picture has there.
    void aBandIsCutFromTheWhole() {
        DisplayList list;
        list.base.emplace_back(Fill{ring(9000, 1000), QColor(0xDD, 0xEE, 0xFF), Hatch{.color = Qt::red}});
        list.base.emplace_back(Stroke{{border()}, Qt::black, 0.7});
        list.base.emplace_back(Stroke{{border()}, Qt::blue, 0.3, {1.5, 1}});
        for (int i = 0; i < 12; ++i) {
            list.symbols.push_back({.at = Point(-6000 + 1000 * i, 5000), .size = 0.5 + 0.4 * i, .color = Qt::green});
            list.labels.push_back({.at = Point(0, -9000 + 1500 * i), .text = u"西湖区\nXihu"_s, .halo = Qt::white});
        }
        const QFont font(u"WenQuanYi Micro Hei"_s);
        const QImage whole = drawn([&](QPainter& painter) { paint(painter, list, view(), font); });
        for (int top = 0; top < whole.height(); top += 37) {
            const QImage there = whole.copy(0, top, whole.width(), 37);
            QImage band(there.size(), QImage::Format_RGB32);
            band.fill(Qt::white);
            QPainter painter(&band);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(0, -top);
            painter.scale(dotsPerMm, dotsPerMm);
            paint(painter, list, view(), font);
            painter.end();
            const QRect within(0, 0, whole.width(), std::min(37, whole.height() - top));
            // Corners lie on 64ths of a pixel, and Qt may miss a pixel at the end of a short straight line.
            QVERIFY(different(band.copy(within), there.copy(within), 8) <= 2);
        }
    }

    /// However sharp a letter's corners are.
    void aHaloEndsAtItsWidth() {
        DisplayList list;
        list.labels.push_back({.text = u"WAVM"_s, .size = 12, .color = Qt::white, .halo = Qt::black, .haloWidth = 0.4});
        const QFont font(u"WenQuanYi Micro Hei"_s);
        const QImage image = drawn([&](QPainter& painter) { paint(painter, list, view(), font); });
        const double capitals = 0.75 * 12 * 25.4 / 72; // mm
        const auto beyond = static_cast<int>(std::ceil((capitals / 2 + 0.4 + 0.25) * dotsPerMm));
        QVERIFY(ink(image) > 200);
        QCOMPARE(ink(image.copy(0, 0, 400, 200 - beyond)), 0.0);
        QCOMPARE(ink(image.copy(0, 200 + beyond, 400, 200 - beyond)), 0.0);
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
