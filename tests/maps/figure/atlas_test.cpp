#include "maps/figure/atlas.h"
#include "maps/figure/atlas_index.h"
#include "maps/figure/figure_record.h"
#include "tests/maps/figure/hangzhou.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class AtlasTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;

    QList<AtlasPage> pagesOf(const QList<AtlasBy>& by, const FigureSpec& spec = {}) const {
        const auto pages = atlasPages(m_real.project, spec, by);
        return pages ? *pages : QList<AtlasPage>();
    }

    static QString outputOf(const QString& tool, const QStringList& arguments) {
        QProcess process;
        process.start(tool, arguments);
        return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    void aPageForEach() {
        QCOMPARE(pagesOf({AtlasBy::Zone}).size(), 14);
        QCOMPARE(pagesOf({AtlasBy::Zone})[0].spec.extent.size(), 1);
        QCOMPARE(pagesOf({AtlasBy::Tier}).size(), 4);
        QCOMPARE(pagesOf({AtlasBy::Tier})[0].spec.extent.size(), 4);
        const QList<AtlasPage> indicators = pagesOf({AtlasBy::Indicator});
        QVERIFY(indicators.size() > 5);
        QVERIFY(std::ranges::all_of(indicators, [](const AtlasPage& page) { return page.spec.style.has_value(); }));
        QVERIFY(!atlasPages(m_real.project, {}, {AtlasBy::Year})); // of which indicator?
        FigureSpec spec{.figure = u"map"_s};
        spec.style = LayerStyle{.kind = LayerStyle::Kind::Graduated, .indicators = {u"gdp"_s}};
        const QList<AtlasPage> years = pagesOf({AtlasBy::Year}, spec);
        QVERIFY(years.size() > 1);
        QVERIFY(years.first().key < years.last().key);
    }

    /// Each pair, in order: the zones of a tier below it, the indicators of a zone.
    void aPageForEachPair() {
        const QList<AtlasPage> zones = pagesOf({AtlasBy::Tier, AtlasBy::Zone});
        QCOMPARE(zones.size(), 14);
        QCOMPARE(zones.first().key, u"lead-330108"_s);
        QCOMPARE(zones.first().spec.extent, QStringList{u"330108"_s});
        const auto indicators = pagesOf({AtlasBy::Indicator}).size();
        const QList<AtlasPage> maps = pagesOf({AtlasBy::Zone, AtlasBy::Indicator});
        QCOMPARE(maps.size(), 14 * indicators);
        QCOMPARE(maps[0].spec.extent, maps[1].spec.extent);
        QVERIFY(maps[0].spec.style->indicators != maps[1].spec.style->indicators);
        QVERIFY2(maps[0].name.contains(u" · "_s), qPrintable(maps[0].name));
        QVERIFY(pagesOf({AtlasBy::Indicator, AtlasBy::Year}).size() > indicators);
    }

    /// An index that is too long for a page goes on with the next, and counts its own pages.
    void aLongIndex() {
        const std::vector<PdfPage> pages(200, PdfPage{u"滨江区 · 地区生产总值"_s, {}});
        const auto index = atlasIndex(m_real.project, {}, pages, {});
        QVERIFY(index);
        QVERIFY(index->size() > 1);
        const auto sheets = static_cast<int>(index->size());
        QVERIFY(index->front().texts().contains(QString::number(sheets + 1)));
        QVERIFY(index->back().texts().contains(QString::number(sheets + 200)));
        QVERIFY(index->front().texts().contains(pages[0].name)); // not cut short
        qsizetype entries = 0;
        for (const Figure& page : *index)
            entries += page.texts().count(pages[0].name);
        QCOMPARE(entries, 200);
    }

    /// A book tells of each page what it shows.
    void aBookTellsOfEachPage() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"atlas.pdf"_s);
        const QList<AtlasPage> pages = pagesOf({AtlasBy::Tier, AtlasBy::Zone}).first(5);
        const auto written = writeAtlas(m_real.project, m_real.shapes, pages, path, 2);
        QVERIFY(written);
        QVERIFY(written->failures.empty());
        QCOMPARE(written->files, QStringList{path});
        const auto records = readFigureRecords(path);
        QVERIFY(records);
        QCOMPARE(records->size(), pages.size());
        QCOMPARE(records->last().bookmark, pages.last().name);
        FigureRecord wanted = recordOf(m_real.project, pages.last().spec);
        QVERIFY(changesSince(records->last(), wanted).isEmpty());
        wanted.bookmark = pages.last().name;
        QCOMPARE(toJson(records->last()), toJson(wanted));
    }

    /// Files of their own; made again they are left, until something moves, and then that one alone is drawn.
    void filesGoOnWhereTheyWere() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"{number}-{name}-{key}.svg"_s);
        const QList<AtlasPage> pages = pagesOf({AtlasBy::Zone}).first(3);
        auto written = writeAtlas(m_real.project, m_real.shapes, pages, path, 2);
        QVERIFY(written);
        QCOMPARE(written->written, 3);
        QVERIFY(QFileInfo::exists(folder.filePath(u"1-%1-%2.svg"_s.arg(pages[0].name, pages[0].key))));
        written = writeAtlas(m_real.project, m_real.shapes, pages, path, 2);
        QCOMPARE(written->written, 0);
        QCOMPARE(written->unchanged, 3);
        QVERIFY(QFile::remove(folder.filePath(u"2-%1-%2.svg"_s.arg(pages[1].name, pages[1].key))));
        written = writeAtlas(m_real.project, m_real.shapes, pages, path, 1);
        QCOMPARE(written->written, 1);
    }

    /// One book with an index and bookmarks; each name can be found in it, and all fonts are in it.
    void aBookHasAnIndex() {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"atlas.pdf"_s);
        const QList<AtlasPage> pages = pagesOf({AtlasBy::Tier});
        const auto written = writeAtlas(m_real.project, m_real.shapes, pages, path, 2);
        QVERIFY(written);
        QCOMPARE(written->written, 4);
        QVERIFY(outputOf(u"pdfinfo"_s, {path}).contains(QRegularExpression(u"Pages:\\s+5"_s)));
        const QString index = outputOf(u"pdftotext"_s, {u"-l"_s, u"1"_s, path, u"-"_s});
        for (const AtlasPage& page : pages)
            QVERIFY2(index.contains(page.name), qPrintable(index));
        const QStringList fonts = outputOf(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts).sliced(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString& font : fonts)
            QVERIFY2(font.contains(QRegularExpression(u"\\s(yes)\\s+(yes|no)\\s+yes\\s"_s)),
                     qPrintable(font)); // embedded
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray once = file.readAll();
        file.close();
        QVERIFY(writeAtlas(m_real.project, m_real.shapes, pages, path, 1));
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == once); // whatever the number of jobs
    }

    /// A page that cannot be drawn is named; the others are there.
    void aFailingPageDoesNotTakeTheOthers() {
        QTemporaryDir folder;
        QList<AtlasPage> pages = pagesOf({AtlasBy::Zone}).first(3);
        pages[1].spec.title = u"\U0010FFFD"_s; // a glyph that no font has
        const auto written = writeAtlas(m_real.project, m_real.shapes, pages, folder.filePath(u"{key}.png"_s), 2);
        QVERIFY(written);
        QCOMPARE(written->written, 2);
        QCOMPARE(written->failures.size(), std::size_t(1));
        QCOMPARE(written->failures[0].page.key, pages[1].key);
        QCOMPARE(int(written->failures[0].problem.code), int(Problem::Code::GlyphMissing));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        const auto book = writeAtlas(m_real.project, m_real.shapes, pages, folder.filePath(u"a.pdf"_s), 2);
        QVERIFY(book);
        QCOMPARE(book->written, 2);
    }

    void cancelled() {
        QTemporaryDir folder;
        const auto written = writeAtlas(m_real.project, m_real.shapes, pagesOf({AtlasBy::Zone}),
                                        folder.filePath(u"{key}.svg"_s), 1, [](double) { return false; });
        QVERIFY(!written);
        QCOMPARE(int(written.error().code), int(Problem::Code::Cancelled));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // what is whole by then stays
    }

    void pathsThatSayNothingOfThePages() {
        QTemporaryDir folder;
        const auto pages = pagesOf({AtlasBy::Tier});
        const auto one = writeAtlas(m_real.project, m_real.shapes, pages, folder.filePath(u"all.png"_s), 1);
        QVERIFY(!one);
        QCOMPARE(int(one.error().code), int(Problem::Code::ValueUnknown));
        const auto nowhere = writeAtlas(m_real.project, m_real.shapes, pages, folder.filePath(u"no/where.pdf"_s), 1);
        QVERIFY(!nowhere);
        QCOMPARE(int(nowhere.error().code), int(Problem::Code::FileUnwritable));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(AtlasTest)
#include "atlas_test.moc"
