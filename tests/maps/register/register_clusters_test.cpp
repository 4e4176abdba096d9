#include "maps/formats/plan_project.h"
#include "maps/geometry/measure.h"
#include "maps/register/register_clusters.h"

#include <boost/geometry/algorithms/covered_by.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class RegisterClustersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoClumpsAreFound();
    void theFilterCounts();
    void oneSpotHasAnOutline();
    void whatCannotBeFoundIsTold();

private:
    RegisterPoints load(const QByteArray& rows) const {
        QFile file(m_folder.filePath(u"a.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(rows) != rows.size()) {
            qFatal("cannot write");
        }
        file.close();
        return *loadRegister(m_project, m_shapes, file.fileName(), {});
    }
    /// Forty rows in 滨江, thirty in 西湖, some 300 m across, and five far from all.
    static QByteArray clumps() {
        QRandomGenerator random(11);
        QByteArray rows = "industry,lon,lat\n";
        const auto add = [&](double x, double y, double spread, const char* industry) {
            rows += industry + QByteArray(",") +
                    QByteArray::number(x + spread * (random.generateDouble() - 0.5), 'f', 6) + ',' +
                    QByteArray::number(y + spread * (random.generateDouble() - 0.5), 'f', 6) + '\n';
        };
        for (int i = 0; i < 40; ++i) {
            add(120.19, 30.18, 0.003, i % 2 == 0 ? "I65" : "C39");
        }
        for (int i = 0; i < 30; ++i) {
            add(120.08, 30.20, 0.003, "I65");
        }
        for (int i = 0; i < 5; ++i) {
            add(118.9 + 0.1 * i, 29.6, 0, "I65");
        }
        return rows;
    }

    QTemporaryDir m_folder;
    Project m_project;
    PlanShapes m_shapes;
};

void RegisterClustersTest::initTestCase() {
    m_project = *readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    m_shapes = *decodeShapes(m_project);
}

void RegisterClustersTest::twoClumpsAreFound() {
    const RegisterPoints points = load(clumps());
    const auto found = clustersOf(points, {.reach = 300});
    QVERIFY(found);
    QCOMPARE(found->places, 75);
    QCOMPARE(found->alone, 5);
    QCOMPARE(found->clusters.size(), 2UL);
    const RegisterCluster& first = found->clusters[0];
    QCOMPARE(first.rows.size(), 40UL);
    QCOMPARE(first.rows.front(), 2); // below the heading
    QCOMPARE(first.rows.back(), 41);
    QCOMPARE(first.zones.size(), 1);
    QCOMPARE(m_shapes.zones[static_cast<std::size_t>(first.zones.cbegin().key())].code, u"330108"_s);
    QVERIFY(distanceMetres(first.middle, GeoPoint(120.19, 30.18)) < 60);
    for (std::size_t i = 0; i < points.places->size(); ++i) {
        if (points.points[points.places->number(i)].row <= 41) {
            QVERIFY(boost::geometry::covered_by(points.places->at(i), first.outline));
        }
    }
    // Most of 290 by 330 m, and 150 m around it.
    QVERIFY2(first.squareMetres > 0.2e6 && first.squareMetres < 0.36e6,
             qPrintable(QString::number(first.squareMetres)));
    const auto suggested = clustersOf(points, {});
    QVERIFY(suggested && suggested->reach > 20 && suggested->reach < 500);
    QCOMPARE(suggested->clusters.size(), 2UL);
}

void RegisterClustersTest::theFilterCounts() {
    const auto found = clustersOf(load(clumps()), {.reach = 300, .filter = {.industries = {{'C', 0}}}});
    QVERIFY(found);
    QCOMPARE(found->places, 20);
    QCOMPARE(found->clusters.size(), 1UL);
    QCOMPARE(found->clusters[0].rows.size(), 20UL);
}

void RegisterClustersTest::oneSpotHasAnOutline() {
    QByteArray rows = "lon,lat\n";
    for (int i = 0; i < 12; ++i) {
        rows += "120.19,30.18\n";
    }
    const auto found = clustersOf(load(rows), {.reach = 100});
    QVERIFY(found);
    QCOMPARE(found->clusters.size(), 1UL);
    // A polygon of twelve corners, 50 m around the spot: 3 r^2.
    QVERIFY(std::abs(found->clusters[0].squareMetres - 7500) < 15);
}

void RegisterClustersTest::whatCannotBeFoundIsTold() {
    const RegisterPoints points = load("lon,lat\n120.19,30.18\n120.2,30.19\n");
    QCOMPARE(clustersOf(points, {}).error().field, u"reach"_s); // too few to suggest one
    QCOMPARE(clustersOf(points, {.reach = -1}).error().code, Problem::Code::OutOfRange);
    QCOMPARE(clustersOf(points, {.reach = 100, .least = 0}).error().field, u"least"_s);
    QCOMPARE(clustersOf(points, {.reach = 100}, [] { return false; }).error().code, Problem::Code::Cancelled);
    QVERIFY(clustersOf(points, {.reach = 100})->clusters.empty());
}

QTEST_GUILESS_MAIN(RegisterClustersTest)
#include "register_clusters_test.moc"
