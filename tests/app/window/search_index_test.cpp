#include "app/session/builtin_plan.h"
#include "app/window/search_index.h"
#include "core/store/project_file.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

class SearchIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsZonesAndSites_data();
    void findsZonesAndSites();
    void findsCoordinates_data();
    void findsCoordinates();
    void findsNothing();
    void startsBeforeContains();

private:
    Plan m_plan;
};

void SearchIndexTest::initTestCase() {
    const auto project =
        readProjectFile(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/share/tiermap/plans/hangzhou.gpkg"_s);
    QVERIFY(project);
    m_plan = project->plan;
}

void SearchIndexTest::findsZonesAndSites_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("Chinese, part") << u"余杭"_s << u"余杭区"_s;
    QTest::newRow("English, any case") << u"xiaoSHAN"_s << u"萧山区"_s;
    QTest::newRow("code") << u"330127"_s << u"淳安县"_s;
    QTest::newRow("full width") << u"３３０１２７"_s << u"淳安县"_s;
    QTest::newRow("apostrophe left out") << u"linan"_s << u"临安区"_s;
    QTest::newRow("site") << u"云栖"_s << u"云栖小镇"_s;
    QTest::newRow("site by pinyin") << u"yunqi"_s << u"云栖小镇"_s;
    QTest::newRow("site by pinyin in words") << u"yun qi xiao"_s << u"云栖小镇"_s;
    QTest::newRow("site by initials") << u"yqxz"_s << u"云栖小镇"_s;
}

void SearchIndexTest::findsZonesAndSites() {
    QFETCH(QString, text);
    QFETCH(QString, title);
    const QList<SearchHit> hits = search(m_plan, text, Language::Chinese);
    QVERIFY(!hits.isEmpty());
    QCOMPARE(hits.first().title, title);
}

void SearchIndexTest::findsCoordinates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QPointF>("position");
    QTest::newRow("comma") << u"120.2, 30.25"_s << QPointF(120.2, 30.25);
    QTest::newRow("blank") << u"120.2 30.25"_s << QPointF(120.2, 30.25);
    QTest::newRow("full-width comma") << u"120.2，30.25"_s << QPointF(120.2, 30.25);
    QTest::newRow("latitude first by range") << u"30.25,120.2"_s << QPointF(120.2, 30.25);
    QTest::newRow("letters") << u"30.25°N 120.2°E"_s << QPointF(120.2, 30.25);
    QTest::newRow("south and west") << u"10.5W, 5.25S"_s << QPointF(-10.5, -5.25);
}

void SearchIndexTest::findsCoordinates() {
    QFETCH(QString, text);
    QFETCH(QPointF, position);
    const QList<SearchHit> hits = search(m_plan, text, Language::English);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first().kind, SearchHit::Kind::Coordinate);
    QCOMPARE(hits.first().position, position);
}

void SearchIndexTest::findsNothing() {
    for (const QString& text : {u""_s, u"   "_s, u"300, 400"_s, u"zzz"_s})
        QVERIFY2(search(m_plan, text, Language::English).isEmpty(), qPrintable(text));
}

void SearchIndexTest::startsBeforeContains() {
    // 杭 begins no zone but stands in 余杭区; 余 begins it.
    QCOMPARE(search(m_plan, u"余"_s, Language::Chinese).first().title, u"余杭区"_s);
    const QList<SearchHit> hits = search(m_plan, u"lin"_s, Language::English);
    QVERIFY(hits.size() >= 2);
    QCOMPARE(hits[0].title, u"Linping"_s);
    QCOMPARE(hits[1].title, u"Lin'an"_s);
}

QTEST_APPLESS_MAIN(SearchIndexTest)
#include "search_index_test.moc"
