#include "maps/figure/figure.h"
#include "maps/figure/figure_template.h"
#include "maps/geometry/measure.h"
#include "tests/maps/figure/hangzhou.h"

#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

constexpr int dpi = 150;
constexpr double pixel = 25.4 / dpi; // mm

QByteArray outputOf(const QString& tool, const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    process.start(tool, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

/// The middle of the ink of a colour that nothing else on the page has, within 6 mm of where it is looked for, mm.
QPointF middleOf(const QImage& image, const QColor& color, const QPointF& near) {
    const auto reach = static_cast<int>(6 / pixel);
    QPointF sum;
    int count = 0;
    const QPoint at = (near / pixel).toPoint();
    for (int y = std::max(0, at.y() - reach); y < std::min(image.height(), at.y() + reach); ++y) {
        for (int x = std::max(0, at.x() - reach); x < std::min(image.width(), at.x() + reach); ++x) {
            if (image.pixelColor(x, y) == color) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
        }
    }
    return count < 20 ? QPointF(NAN, NAN) : sum / count * pixel;
}

/// What the scale bar below the map says, and how long it is on the printed page: kilometres, mm.
std::pair<double, double> scaleBarOf(const Sheet& sheet) {
    std::pair<double, double> bar; // the last: that of an enlarged part comes before
    for (const Panel& panel : sheet.panels) {
        const auto says = [&](const QString& text) {
            return std::ranges::contains(panel.list.labels, text, &Label::text);
        };
        if (!says(u"0"_s) || (!says(u"千米"_s) && !says(u"km"_s)))
            continue;
        double kilometres = 0;
        for (const Label& label : panel.list.labels)
            kilometres = std::max(kilometres, label.text.toDouble());
        double left = INFINITY;
        double right = -INFINITY;
        for (const auto& item : panel.list.base) {
            const auto* fill = std::get_if<Fill>(&item);
            for (const Polygon& polygon : fill ? fill->polygons : Polygons()) {
                for (const Point& corner : polygon.outer()) {
                    left = std::min(left, panel.view.toPage(corner).x());
                    right = std::max(right, panel.view.toPage(corner).x());
                }
            }
        }
        bar = {kilometres, (right - left) * sheet.magnification};
    }
    return bar;
}

} // namespace

/// Where things are on a page, seen by others: GDAL says where the places lie, poppler draws the page.
class SheetGroundTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;
    QTemporaryDir m_folder;
    const QColor m_ink{0xFF, 0x00, 0xC8};

    FigureSpec specOf(const QString& name) const {
        FigureSpec spec = figureTemplates().value(name);
        spec.georeferenced = true;
        spec.dpi = dpi;
        spec.profile.reset();
        if (name == "graduated"_L1 || name == "bivariate"_L1)
            spec.style =
                LayerStyle{.kind = name == "bivariate"_L1 ? LayerStyle::Kind::Bivariate : LayerStyle::Kind::Graduated,
                           .indicators = name == "bivariate"_L1 ? QStringList{u"gdp"_s, u"pop_census_2020"_s}
                                                                : QStringList{u"gdp"_s},
                           .measure = LayerStyle::Measure::Density};
        if (name == "zone"_L1)
            spec.extent = {u"330127"_s};
        return spec;
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    void placesAndScale_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : figureTemplates().keys())
            QTest::newRow(qPrintable(name)) << name;
    }

    /// Three known coordinates within 0.2 mm, and the scale bar within 0.5 % of the geodesic in the middle of the map.
    void placesAndScale() {
        QFETCH(QString, name);
        FigureSpec spec = specOf(name);
        const QList<std::pair<double, double>> places =
            name == "zone"_L1 ? QList<std::pair<double, double>>{{118.75, 29.35}, {119.15, 29.45}, {118.65, 29.75}}
                              : QList<std::pair<double, double>>{{118.9, 30.3}, {118.75, 29.35}, {119.05, 30.0}};
        for (const auto& place : places)
            spec.points.push_back({std::make_shared<PointIndex>(std::span(&place, 1)), u"P"_s, {}, m_ink});
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(figure);
        const QString tif = m_folder.filePath(name + u".tif"_s);
        const QString pdf = m_folder.filePath(name + u".pdf"_s);
        QVERIFY(exportFigure(*figure, spec, tif));
        QVERIFY(exportFigure(*figure, spec, pdf));
        outputOf(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-png"_s, u"-singlefile"_s, pdf, pdf});
        QVERIFY(QFileInfo::exists(m_folder.filePath(name + u".tfw"_s)));
        // GDAL's own reader of TIFF would be asked for the picture, too: it is turned into something Qt reads.
        outputOf(u"gdal_translate"_s, {u"-q"_s, u"-of"_s, u"PNG"_s, tif, tif + u".png"_s});
        const QImage fromTiff(tif + u".png"_s);
        const QImage fromPdf(pdf + u".png"_s);
        QVERIFY(!fromTiff.isNull() && !fromPdf.isNull());
        const int grey = qGray(m_ink.rgb());
        const QColor ink = spec.monochrome ? QColor(grey, grey, grey) : m_ink;
        for (const auto& [longitude, latitude] : places) {
            // Column and row of the place, with fractions, as GDAL projects it and the file says where it lies.
            const QList<QByteArray> numbers =
                outputOf(u"gdaltransform"_s, {u"-output_xy"_s, u"-i"_s, u"-t_srs"_s, u"EPSG:4490"_s, tif},
                         QByteArray::number(longitude, 'f', 9) + ' ' + QByteArray::number(latitude, 'f', 9) + '\n')
                    .simplified()
                    .split(' ');
            QCOMPARE(numbers.size(), 2);
            const QPointF wanted = QPointF(numbers[0].toDouble(), numbers[1].toDouble()) * pixel;
            for (const QImage& image : {fromTiff, fromPdf}) {
                const QPointF seen = middleOf(image, ink, wanted);
                const double off = std::hypot(seen.x() - wanted.x(), seen.y() - wanted.y());
                QVERIFY2(off < 0.2, qPrintable(u"%1 %2: %3 mm"_s.arg(longitude).arg(latitude).arg(off)));
            }
        }
        const auto [kilometres, length] = scaleBarOf(figure->sheet());
        const SheetGround& ground = *figure->sheet().ground;
        const QPointF middle = ground.frame.center();
        const double metres = distanceMetres(ground.toGround(middle - QPointF(length / 2, 0)),
                                             ground.toGround(middle + QPointF(length / 2, 0)));
        QVERIFY2(length > 10 && std::abs(metres / (1000 * kilometres) - 1) < 0.005,
                 qPrintable(u"%1 mm for %2 km are %3 m"_s.arg(length).arg(kilometres).arg(metres)));
    }
};

QTEST_MAIN(SheetGroundTest)
#include "sheet_ground_test.moc"
