#include "maps/formats/plan_project.h"
#include "maps/register/register_cells.h"
#include "maps/register/register_points.h"
#include "maps/register/register_quotients.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

class RegisterPointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsLoadedCountsAsWhatIsRead_data();
    void whatIsLoadedCountsAsWhatIsRead();
    void placesSpeakOfTheirRows();
    void loadingCanBeStopped();
    void quotientsCompareWithAllDistricts();

private:
    QTemporaryDir m_folder;
    QString m_file;
    Project m_project;
    PlanShapes m_shapes;
};

/// Rows over and around Hangzhou, good ones and bad ones.
void RegisterPointsTest::initTestCase() {
    m_project = *readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
    m_shapes = *decodeShapes(m_project);
    QFile file(m_folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("企业名称,行业代码,企业规模,成立日期,经度,纬度,区县\n");
    QRandomGenerator random(3);
    const QByteArrayList industries{"I65", "C39", "F51", "", "I64"};
    const QByteArrayList sizes{"大型", "小型", "微型", ""};
    for (int i = 0; i < 5000; ++i) {
        const bool placed = i % 11 != 0;
        const QByteArray x = placed ? QByteArray::number(118.3 + 2.4 * random.generateDouble(), 'f', 5) : "";
        const QByteArray y = placed ? QByteArray::number(29.1 + 1.4 * random.generateDouble(), 'f', 5) : "";
        const QByteArray district = i % 11 == 0 && i % 2 == 0 ? "滨江区" : i % 33 == 0 ? "乌有区" : "";
        file.write("企业" + QByteArray::number(i) + ',' + industries[random.bounded(5)] + ',' +
                   sizes[random.bounded(4)] + ',' + QByteArray::number(1990 + random.bounded(35)) + "-01-01," + x +
                   ',' + (i % 97 == 0 ? "x" : y) + ',' + district + '\n');
    }
    m_file = file.fileName();
}

void RegisterPointsTest::whatIsLoadedCountsAsWhatIsRead_data() {
    QTest::addColumn<RegisterFilter>("filter");
    QTest::newRow("all") << RegisterFilter();
    QTest::newRow("section") << RegisterFilter{.industries = {{'I', 0}}};
    QTest::newRow("division") << RegisterFilter{.industries = {{'C', 39}}};
    QTest::newRow("size and year") << RegisterFilter{.sizes = {EnterpriseSize::Micro}, .from = 2001, .to = 2010};
    QTest::newRow("nothing") << RegisterFilter{.from = 2100};
}

/// Filtering in memory or while reading makes no difference but for the rejected, which are asked nothing in memory.
void RegisterPointsTest::whatIsLoadedCountsAsWhatIsRead() {
    QFETCH(const RegisterFilter, filter);
    const auto all = loadRegister(m_project, m_shapes, m_file, {});
    QVERIFY(all);
    const RegisterCount loaded = countOf(*all, filter);
    const auto read = countRegister(m_project, m_shapes, m_file, {.filter = filter});
    QVERIFY(read);
    QCOMPARE(loaded.counted, read->counted);
    QCOMPARE(loaded.outside, read->outside);
    QCOMPARE(loaded.byDistrict, read->byDistrict);
    QCOMPARE(loaded.read, loaded.counted + loaded.outside + loaded.rejected);
    for (qsizetype zone = 0; zone < loaded.zones.size(); ++zone) {
        QCOMPARE(loaded.zones[zone].count, read->zones[zone].count);
        QCOMPARE(loaded.zones[zone].industries, read->zones[zone].industries);
    }
    QVERIFY(all->count.rejected > 0 && all->count.byDistrict > 0 && all->count.outside > 0);
}

void RegisterPointsTest::placesSpeakOfTheirRows() {
    const auto all = loadRegister(m_project, m_shapes, m_file, {});
    QVERIFY(all);
    const auto withPlace = std::ranges::count(all->points, true, &RegisterPoint::hasPlace);
    QCOMPARE(static_cast<qint64>(all->places->size()), static_cast<qint64>(withPlace));
    const auto groups = all->places->groups({}, 0.2);
    std::vector<qint64> rows;
    for (const std::uint32_t member : all->places->members(groups.front())) {
        rows.push_back(all->points[member].row);
    }
    const auto cells = readCells(m_file, {}, rows);
    QVERIFY(cells);
    QCOMPARE(cells->headings.value(4), u"经度"_s);
    QCOMPARE(cells->rows.size(), static_cast<qsizetype>(rows.size()));
    double x = 0;
    for (const RegisterCells::Row& row : cells->rows) {
        QCOMPARE(row.cells[0], u"企业%1"_s.arg(row.row - 2)); // the heading is row 1
        x += row.cells[4].toDouble();
    }
    QVERIFY(std::abs(x / static_cast<double>(rows.size()) - groups.front().middle.get<0>()) < 1e-6);
}

void RegisterPointsTest::loadingCanBeStopped() {
    const auto stopped = loadRegister(m_project, m_shapes, m_file, {}, [](double) { return false; });
    QCOMPARE(stopped.error().code, Problem::Code::Cancelled);
}

void RegisterPointsTest::quotientsCompareWithAllDistricts() {
    RegisterCount count;
    const auto add = [&](const QString& zone, qint64 software, qint64 machines, qint64 unknown) {
        ZoneCount& made = count.zones.emplace_back(ZoneCount{.code = zone});
        made.industries.assign(industryIndexes, 0);
        made.industries[65] = software;
        made.industries[39] = machines;
        made.industries[0] = unknown;
        made.count = software + machines + unknown;
    };
    add(u"330108"_s, 80, 20, 500);
    add(u"330109"_s, 20, 80, 0);
    const QString airport = m_project.plan.zonesOf(u"support"_s).value(0).code; // within 330109: not once more
    add(airport, 5, 5, 0);
    const auto quotients = quotientsOf(m_project.plan, count, {'I', 0});
    QCOMPARE(quotients[0].quotient, 1.6); // 0.8 beside 100 of 200
    QVERIFY(quotients[0].specialised);
    QCOMPARE(quotients[1].quotient, 0.4);
    QVERIFY(!quotients[1].specialised);
    QCOMPARE(quotients[2].quotient, 1.0);
    QCOMPARE(quotientsOf(m_project.plan, count, {'C', 39})[1].quotient, 1.6);
}

QTEST_GUILESS_MAIN(RegisterPointsTest)
#include "register_points_test.moc"
