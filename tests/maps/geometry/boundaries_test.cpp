#include "maps/formats/features.h"
#include "maps/geometry/anchor.h"
#include "maps/geometry/gcj02.h"
#include "maps/geometry/measure.h"
#include "maps/geometry/projection.h"
#include "maps/geometry/topology.h"
#include "maps/geometry/validity.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/algorithms/intersection.hpp>
#include <boost/geometry/algorithms/union.hpp>
#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <map>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

namespace bg = boost::geometry;

const QString root = QString::fromUtf16(TIERMAP_SOURCE_DIR);
const QString zonesFile = root + u"/resources/plans/hangzhou/zones.geojson"_s;
const QString referenceFile = root + u"/../shared/reference/hangzhou-districts-gcj02.geojson"_s;
const QString airport = u"LKSFQ"_s;

/// In equal-area metres, so that planar set operations give true areas.
Polygons onPaper(const GeoPolygons& polygons) {
    static const Projection projection = Projection::conicEqualArea(118.3, 29.1, 120.8, 30.7);
    return projection.forward(polygons);
}

double overlap(const Polygons& one, const Polygons& other) {
    Polygons common;
    bg::intersection(one, other, common);
    return bg::area(common);
}

/// Positive where the ring runs counter-clockwise.
double turn(const QJsonArray& ring) {
    double sum = 0;
    for (qsizetype i = 1; i < ring.size(); ++i) {
        sum += ring[i - 1][0].toDouble() * ring[i][1].toDouble() - ring[i][0].toDouble() * ring[i - 1][1].toDouble();
    }
    return sum;
}

GeoPolygons shiftedFromGcj02(GeoPolygons polygons) {
    const auto shift = [](GeoPolygon::ring_type& ring) {
        for (GeoPoint& point : ring) {
            point = wgs84FromGcj02(point);
        }
    };
    for (GeoPolygon& polygon : polygons) {
        shift(polygon.outer());
        for (GeoPolygon::ring_type& hole : polygon.inners()) {
            shift(hole);
        }
    }
    return polygons;
}

std::vector<ZoneShape> readReference() {
    std::vector<ZoneShape> districts;
    const auto features = readFeatures(referenceFile);
    for (const Feature& feature : *features) {
        districts.push_back(
            {feature.attributes[u"adcode"_s].toString(), shiftedFromGcj02(std::get<GeoPolygons>(feature.shape))});
    }
    return districts;
}

/// Empty where there is none.
GeoPolygons polygonsOf(const std::vector<ZoneShape>& zones, const QString& code) {
    const auto zone = std::ranges::find(zones, code, &ZoneShape::code);
    return zone != zones.end() ? zone->polygons : GeoPolygons();
}

} // namespace

/// The boundaries of the built-in plan against official areas, each other and a reference outline.
class BoundariesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areasAreOfficial_data();
    void areasAreOfficial();
    void shapesAreValid();
    void ringsRunAsRfc7946Says();
    void theAirportZoneLiesInXiaoshan();
    void districtsDoNotOverlap();
    void districtsLeaveNoGap();
    void neighboursShareTheirVertices();
    void everyBorderIsDrawnOnce();
    void labelsStandInside();
    void agreesWithTheReference_data();
    void agreesWithTheReference();

private:
    std::vector<ZoneShape> m_districts;
    GeoPolygons m_airport;
};

void BoundariesTest::initTestCase() {
    const auto features = readFeatures(zonesFile);
    QVERIFY2(features, features ? "" : qPrintable(features.error().arguments.join(u' ')));
    for (const Feature& feature : *features) {
        const auto* polygons = std::get_if<GeoPolygons>(&feature.shape);
        QVERIFY(polygons != nullptr && !polygons->empty());
        const QString code = feature.attributes[u"code"_s].toString();
        if (code == airport) {
            m_airport = *polygons;
        } else {
            m_districts.push_back({code, *polygons});
        }
    }
    QCOMPARE(m_districts.size(), 13U);
    QCOMPARE(m_airport.size(), 1U);
}

/// Square kilometres from the districts' own publications; of the other districts no two sources agree.
void BoundariesTest::areasAreOfficial_data() {
    QTest::addColumn<double>("official");
    QTest::newRow("330106") << 309.0;
    QTest::newRow("330108") << 72.0;
    QTest::newRow("330111") << 1821.0;
    QTest::newRow("330112") << 3119.0;
    QTest::newRow("330122") << 1825.0;
    QTest::newRow("330127") << 4417.0;
    QTest::newRow("330182") << 2314.0;
}

void BoundariesTest::areasAreOfficial() {
    QFETCH(double, official);
    const double area = areaSquareMetres(polygonsOf(m_districts, QString::fromLatin1(QTest::currentDataTag()))) / 1e6;
    qInfo("%.1f km2, officially %.0f: %+.2f %%", area, official, 100 * (area / official - 1));
    QCOMPARE_LT(std::abs(area / official - 1), 0.015);
}

void BoundariesTest::shapesAreValid() {
    for (const auto& [code, polygons] : m_districts) {
        const auto reason = whyInvalid(polygons);
        QVERIFY2(!reason, qPrintable(code + u": "_s + reason.value_or(QString())));
    }
    QVERIFY(!whyInvalid(m_airport));
    GeoPolygons crossing;
    crossing.resize(1);
    crossing[0].outer() = {{120, 30}, {121, 31}, {121, 30}, {120, 31}, {120, 30}};
    QCOMPARE(whyInvalid(crossing).value_or(QString()), u"it crosses itself"_s);
}

/// Read from the file itself: readFeatures would put them right.
void BoundariesTest::ringsRunAsRfc7946Says() {
    QFile file(zonesFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QJsonValue& feature : QJsonDocument::fromJson(file.readAll())[u"features"].toArray()) {
        const QJsonObject geometry = feature[u"geometry"].toObject();
        const QJsonArray coordinates = geometry[u"coordinates"].toArray();
        QJsonArray polygons = coordinates;
        if (geometry[u"type"] == u"Polygon"_s) {
            polygons = QJsonArray();
            polygons.append(coordinates);
        }
        for (const QJsonValue& polygon : polygons) {
            const QJsonArray rings = polygon.toArray();
            for (qsizetype i = 0; i < rings.size(); ++i) {
                const QJsonArray ring = rings[i].toArray();
                QVERIFY(ring.first() == ring.last());
                QVERIFY((turn(ring) > 0) == (i == 0));
            }
        }
    }
}

void BoundariesTest::theAirportZoneLiesInXiaoshan() {
    const double area = areaSquareMetres(m_airport) / 1e6;
    qInfo("%.2f km2", area);
    QCOMPARE_LT(std::abs(area / 142.72 - 1), 0.005);
    const Polygons zone = onPaper(m_airport);
    QVERIFY(bg::covered_by(zone, onPaper(polygonsOf(m_districts, u"330109"_s))));
}

void BoundariesTest::districtsDoNotOverlap() {
    double worst = 0;
    for (auto one = m_districts.begin(); one != m_districts.end(); ++one) {
        for (auto other = one; ++other != m_districts.end();) {
            worst = std::max(worst, overlap(onPaper(one->polygons), onPaper(other->polygons)));
        }
    }
    qInfo("largest overlap %.6f m2", worst);
    QCOMPARE_LT(worst, 1.0);
}

void BoundariesTest::districtsLeaveNoGap() {
    Polygons city;
    double sum = 0;
    for (const auto& [code, polygons] : m_districts) {
        Polygons larger;
        bg::union_(city, onPaper(polygons), larger);
        city = larger;
        sum += bg::area(onPaper(polygons));
    }
    qInfo("the city has %.1f km2", sum / 1e6);
    QCOMPARE(city.size(), 1U);
    QVERIFY(city[0].inners().empty());
    QCOMPARE_LT(std::abs(bg::area(city) - sum), 1.0);
}

/// Then the outside has one border that closes, and each inner edge has a district on either side.
void BoundariesTest::neighboursShareTheirVertices() {
    using Place = std::pair<double, double>;
    std::map<std::pair<Place, Place>, int> passes;
    for (const auto& [code, polygons] : m_districts) {
        for (const GeoPolygon& polygon : polygons) {
            const auto& ring = polygon.outer();
            for (std::size_t i = 1; i < ring.size(); ++i) {
                ++passes[{{ring[i - 1].get<0>(), ring[i - 1].get<1>()}, {ring[i].get<0>(), ring[i].get<1>()}}];
            }
        }
    }
    std::map<Place, Place> outside;
    for (const auto& [edge, count] : passes) {
        QCOMPARE(count, 1); // never twice the same way
        if (!passes.contains({edge.second, edge.first})) {
            QVERIFY(outside.emplace(edge.first, edge.second).second);
        }
    }
    std::size_t length = 0;
    const Place start = outside.begin()->first;
    Place place = start;
    do {
        QVERIFY(outside.contains(place));
        place = outside.at(place);
        ++length;
    } while (place != start && length <= outside.size());
    QCOMPARE(length, outside.size());
}

void BoundariesTest::everyBorderIsDrawnOnce() {
    const std::vector<Border> borders = sharedBorders(m_districts);
    double drawn = 0;
    double outline = 0;
    std::size_t edges = 0;
    for (const Border& border : borders) {
        const double length = lengthMetres(border.line);
        drawn += border.right.isEmpty() ? length : 2 * length;
        outline += border.right.isEmpty() ? length : 0;
        edges += border.line.size() - 1;
    }
    double rings = 0;
    for (const ZoneShape& zone : m_districts) {
        for (const GeoPolygon& polygon : zone.polygons) {
            rings += lengthMetres(GeoLine(polygon.outer().begin(), polygon.outer().end()));
        }
    }
    qInfo("%zu borders, %zu edges; the city's outline has %.0f km", borders.size(), edges, outline / 1000);
    QCOMPARE_LT(std::abs(drawn / rings - 1), 1e-12);
}

void BoundariesTest::labelsStandInside() {
    for (const auto& [code, polygons] : m_districts) {
        const Polygons projected = onPaper(polygons);
        const Anchor anchor = labelAnchor(projected, 50);
        QVERIFY2(bg::within(anchor.at, projected), qPrintable(code));
        QCOMPARE_GT(anchor.radius, 1000.0);
    }
}

/// The five districts that were cut by hand after the order of 2021 may differ a little more.
void BoundariesTest::agreesWithTheReference_data() {
    QTest::addColumn<double>("least");
    for (const char* code : {"330105", "330106", "330108", "330111", "330112", "330122", "330127", "330182"}) {
        QTest::newRow(code) << 0.95;
    }
    for (const char* code : {"330102", "330109", "330110", "330113", "330114"}) {
        QTest::newRow(code) << 0.93;
    }
}

void BoundariesTest::agreesWithTheReference() {
    if (!QFile::exists(referenceFile)) {
        QSKIP("the reference outline lies outside of the tree and is not here");
    }
    QFETCH(double, least);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    static const std::vector<ZoneShape> references = readReference();
    const Polygons ours = onPaper(polygonsOf(m_districts, code));
    const Polygons theirs = onPaper(polygonsOf(references, code));
    const double common = overlap(ours, theirs);
    const double quotient = common / (bg::area(ours) + bg::area(theirs) - common);
    qInfo("intersection over union %.4f", quotient);
    QCOMPARE_GE(quotient, least);
}

QTEST_GUILESS_MAIN(BoundariesTest)
#include "boundaries_test.moc"
