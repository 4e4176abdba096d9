#include "maps/figure/figure.h"
#include "maps/figure/figure_record.h"
#include "tests/maps/figure/hangzhou.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class FigureRecordTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;
    QTemporaryDir m_folder;

    FigureSpec map() const {
        FigureSpec spec{.figure = u"map"_s, .dpi = 48};
        spec.style = LayerStyle{.kind = LayerStyle::Kind::Graduated, .indicators = {u"pop_census_2020"_s}};
        return spec;
    }

    /// The adopted observation of a zone that the map shows.
    Observation& shownOf(Project& project, const QString& zone) const {
        return *std::ranges::find_if(project.plan.observations, [&](const Observation& each) {
            return each.zone == zone && each.indicator == "pop_census_2020"_L1 && each.adopted;
        });
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    /// Whatever the kind of file: it says itself what it shows, and drawing it again gives the same bytes.
    void everyFileSaysWhatItShows_data() {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"pdf", "svg", "png"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void everyFileSaysWhatItShows() {
        QFETCH(QString, ending);
        const FigureSpec spec = map();
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(figure);
        const QString path = m_folder.filePath(u"map."_s + ending);
        QVERIFY(exportFigure(*figure, spec, path));
        const auto records = readFigureRecords(path);
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        const FigureRecord* record = &records->first();
        QCOMPARE(toJson(*record), toJson(recordOf(m_real.project, spec)));
        QCOMPARE(record->plan, m_real.project.plan.title.zh);
        QCOMPARE(record->periods, QStringList{u"2020"_s});
        QVERIFY(changesSince(*record, recordOf(m_real.project, spec)).isEmpty());
        const auto read = figureSpecFromJson(record->spec, m_real.project);
        QVERIFY(read);
        QCOMPARE(toJson(*read), toJson(spec));
        const QString again = m_folder.filePath(u"again."_s + ending);
        QVERIFY(exportFigure(*Figure::layOut(m_real.project, m_real.shapes, *read), *read, again));
        QFile one(path);
        QFile other(again);
        QVERIFY(one.open(QIODevice::ReadOnly) && other.open(QIODevice::ReadOnly));
        QVERIFY(one.readAll() == other.readAll());
    }

    /// A value that moves, one that goes, a zone in another tier, other boundaries: each is told, and nothing else.
    void changesAreTold() {
        const FigureRecord then = recordOf(m_real.project, map());
        Project moved = m_real.project;
        shownOf(moved, u"330108"_s).value->number += 1;
        QList<FigureChange> changes = changesSince(then, recordOf(moved, map()));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].of, u"330108"_s);
        QCOMPARE(changes[0].what, u"pop_census_2020 2020"_s);
        QCOMPARE(changes[0].now.toDouble(), changes[0].before.toDouble() + 1);

        Project withdrawn = m_real.project;
        shownOf(withdrawn, u"330109"_s).adopted = false;
        changes = changesSince(then, recordOf(withdrawn, map()));
        QVERIFY(!changes.isEmpty());
        QVERIFY(std::ranges::all_of(changes, [](const FigureChange& each) { return each.of == "330109"_L1; }));

        Project retiered = m_real.project;
        for (Zone& zone : retiered.plan.zones) {
            if (zone.code == "330108"_L1)
                zone.tier = retiered.plan.tiers.last().key;
        }
        changes = changesSince(then, recordOf(retiered, map()));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].what, u"tier"_s);

        Project redrawn = m_real.project;
        redrawn.zoneShapes.insert(u"330108"_s, "another shape");
        changes = changesSince(then, recordOf(redrawn, map()));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0].what, u"boundaries"_s);

        Project elsewhere = m_real.project; // not drawn: not told
        std::ranges::find_if(elsewhere.plan.observations, [](const Observation& each) {
            return each.indicator != "pop_census_2020"_L1 && each.value.has_value();
        })->value->number += 1;
        QVERIFY(changesSince(then, recordOf(elsewhere, map())).isEmpty());
    }

    void filesOfOthers_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("a PDF of nobody") << QByteArray("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <</Root 1 0 R>>\n");
        QTest::newRow("a PDF that is cut") << QByteArray("%PDF-1.7\n1 0 obj");
        QTest::newRow("a PNG that is cut") << QByteArray("\x89PNG\r\n\x1a\n\x7f\xff\xff\xffiTXt", 16);
        QTest::newRow("a book without pages")
            << QByteArray("<svg><figure xmlns=\"urn:tiermap:figure\">{\"pages\":[]}</figure></svg>");
        QTest::newRow("an SVG that ends early") << QByteArray("<svg><figure xmlns=\"urn:tiermap:figure\">{");
    }

    void filesOfOthers() {
        QFETCH(QByteArray, bytes);
        QFile file(m_folder.filePath(u"other"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto record = readFigureRecords(file.fileName());
        QVERIFY(!record);
        QCOMPARE(int(record.error().code), int(Problem::Code::FigureUnmarked));
        QCOMPARE(record.error().file, file.fileName());
    }

    void missingFile() {
        QCOMPARE(int(readFigureRecords(m_folder.filePath(u"none.pdf"_s)).error().code),
                 int(Problem::Code::FileMissing));
    }
};

QTEST_MAIN(FigureRecordTest)
#include "figure_record_test.moc"
