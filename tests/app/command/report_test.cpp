#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// The whole story of a plan as one document, as others see it: poppler reads the PDF, an XML reader the HTML.
class ReportTest : public QObject {
    Q_OBJECT

    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    QTemporaryDir m_folder;

    Outcome run(const QStringList& arguments, const QString& tool = {}) const {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(tool.isEmpty() ? QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s : tool, arguments);
        if (!process.waitForFinished(-1))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QByteArray contentOf(const QString& name) const {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Without the breaks and spaces of a layout.
    static QString solid(const QByteArray& text) {
        return QString::fromUtf8(text).remove(QRegularExpression(u"\\s"_s));
    }

private Q_SLOTS:
    void initTestCase() {
        const Outcome written = run({u"--lang"_s, u"zh"_s, u"report"_s, u"-o"_s, u"r.pdf"_s, u"-o"_s, u"r.html"_s});
        QVERIFY2(written.code == 0, written.err);
        QVERIFY(written.out.isEmpty() && written.err.isEmpty());
    }

    void contentsNameTheirPages() {
        const QString contents =
            QString::fromUtf8(run({u"-l"_s, u"1"_s, u"-layout"_s, u"r.pdf"_s, u"-"_s}, u"pdftotext"_s).out);
        const QJsonArray zones = QJsonDocument::fromJson(run({u"zones"_s, u"--json"_s}).out).array();
        QStringList chapters{u"空间布局与层级"_s, u"目标与进展"_s, u"区县比较"_s, u"资料来源"_s};
        for (const auto& zone : zones)
            chapters += zone["name_zh"_L1].toString();
        QCOMPARE(chapters.size(), 18);
        for (const QString& chapter : std::as_const(chapters)) {
            const auto row = QRegularExpression(u"^ *%1 +(\\d+)$"_s.arg(chapter), QRegularExpression::MultilineOption)
                                 .match(contents);
            QVERIFY2(row.hasMatch(), qPrintable(chapter + contents));
            const QString page = row.captured(1);
            const QString there =
                QString::fromUtf8(run({u"-f"_s, page, u"-l"_s, page, u"r.pdf"_s, u"-"_s}, u"pdftotext"_s).out);
            QVERIFY2(there.contains(chapter), qPrintable(chapter + there));
            QVERIFY2(there.contains(u"第 %1 页"_s.arg(page)), qPrintable(there));
        }
    }

    /// What the report says of scores and ranks is what `tiermap compare` says, to the digits that it prints.
    void numbersAreThoseOfTheComparison() {
        const QJsonObject compared = QJsonDocument::fromJson(run({u"compare"_s, u"--json"_s}).out).object();
        const QString html = QString::fromUtf8(contentOf(u"r.html"_s));
        const QString pdf = solid(run({u"r.pdf"_s, u"-"_s}, u"pdftotext"_s).out);
        const auto interval = [](const QString& low, const QString& high) {
            return low == high ? low : low + u" 至 "_s + high;
        };
        const QJsonArray zones = compared["zones"_L1].toArray();
        QCOMPARE(zones.size(), 13);
        for (const auto& zone : zones) {
            const QString score = interval(QString::number(zone["score_worst"_L1].toDouble(), 'f', 3),
                                           QString::number(zone["score_best"_L1].toDouble(), 'f', 3));
            const QString rank =
                interval(QString::number(zone["rank_best"_L1].toInt()), QString::number(zone["rank_worst"_L1].toInt()));
            const QJsonArray methods = zone["rank_by_methods"_L1].toArray();
            const QString grid = interval(QString::number(methods[0].toInt()), QString::number(methods[1].toInt()));
            const QRegularExpression row(
                u"<tr><td>%1</td>\\s*<td>[^<]*</td>\\s*<td class=\"number\">%2</td>\\s*"
                "<td class=\"number\">%3</td>\\s*<td class=\"number\">%4</td>"_s.arg(
                    zone["name_zh"_L1].toString(), QRegularExpression::escape(score), rank, grid));
            QVERIFY2(html.contains(row), qPrintable(row.pattern()));
            QVERIFY2(pdf.contains(solid(score.toUtf8())), qPrintable(score));
        }
    }

    void isWhole() {
        const QString fonts = QString::fromUtf8(run({u"r.pdf"_s}, u"pdffonts"_s).out);
        const QStringList rows = fonts.split(u'\n', Qt::SkipEmptyParts).sliced(2);
        QVERIFY(!rows.isEmpty());
        for (const QString& row : rows)
            QVERIFY2(row.contains(QRegularExpression(u"\\syes\\s+(yes|no)\\s+yes\\s"_s)), qPrintable(row));
        QXmlStreamReader reader(contentOf(u"r.html"_s));
        QStringList links;
        QStringList places;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            if (reader.name() == "a"_L1)
                links += reader.attributes().value("href"_L1).toString();
            if (reader.name() == "article"_L1)
                places += u'#' + reader.attributes().value("id"_L1).toString();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(links, places);
        QCOMPARE(links.size(), 22); // three, four tiers, fourteen zones, sources
        QVERIFY(contentOf(u"r.html"_s).contains("default-src 'none'"));
    }

    void givesTheSameBytes() {
        QCOMPARE(run({u"--lang"_s, u"zh"_s, u"report"_s, u"-o"_s, u"again.pdf"_s}).code, 0);
        QVERIFY(contentOf(u"again.pdf"_s) == contentOf(u"r.pdf"_s));
    }

    void refusals_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no file") << QStringList{} << 2 << QByteArray("-o FILE is needed");
        QTest::newRow("ending") << QStringList{u"-o"_s, u"r.docx"_s} << 1 << QByteArray("pdf, html");
        QTest::newRow("there already") << QStringList{u"-o"_s, u"r.pdf"_s} << 1 << QByteArray("r.pdf");
        QTest::newRow("nowhere") << QStringList{u"-o"_s, u"no/r.pdf"_s} << 1 << QByteArray("no/r.pdf");
        QTest::newRow("no project") << QStringList{u"none.gpkg"_s, u"-o"_s, u"x.pdf"_s} << 1 << QByteArray("none.gpkg");
        QTest::newRow("language") << QStringList{u"-o"_s, u"x.pdf"_s, u"--lang"_s, u"fr"_s} << 2
                                  << QByteArray("zh, en");
    }

    void refusals() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const QByteArray before = contentOf(u"r.pdf"_s);
        const Outcome refused = run(QStringList{u"--lang"_s, u"en"_s, u"report"_s} + arguments);
        QCOMPARE(refused.code, code);
        QVERIFY2(refused.err.contains(said), refused.err);
        QVERIFY(contentOf(u"r.pdf"_s) == before);
        QVERIFY(!QFile::exists(m_folder.filePath(u"x.pdf"_s)) && !QFile::exists(m_folder.filePath(u"r.docx"_s)));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
