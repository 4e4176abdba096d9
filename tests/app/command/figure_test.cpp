#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace Qt::StringLiterals;

/// Figures that a project keeps, from the command line: composed once, drawn again, checked, found out of date.
class FigureTest : public QObject {
    Q_OBJECT

    struct Outcome {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };

    std::unique_ptr<QTemporaryDir> m_folder;

    Outcome run(const QStringList& arguments, const QString& language = u"en"_s) const {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s,
                      QStringList{u"--lang"_s, language} + arguments);
        if (!process.waitForFinished(-1))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QByteArray contentOf(const QString& name) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString& name, const QByteArray& text) const {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, u"a.gpkg"_s}).code, 0);
    }

    void keptAndDrawnAgain() {
        QCOMPARE(run({u"figure"_s, u"save"_s, u"a.gpkg"_s, u"人口"_s, u"--figure"_s, u"map"_s, u"--by"_s,
                      u"pop_census_2020"_s, u"--dpi"_s, u"60"_s, u"--title"_s, u"人口分布"_s, u"--lang"_s, u"zh"_s})
                     .code,
                 0);
        const Outcome listed = run({u"figure"_s, u"list"_s, u"a.gpkg"_s, u"--json"_s});
        const QJsonArray figures = QJsonDocument::fromJson(listed.out).array();
        QCOMPARE(figures.size(), 1);
        QCOMPARE(figures[0]["key"_L1].toString(), u"人口"_s);
        const Outcome drawn = run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"人口"_s, u"-o"_s, u"1.svg"_s});
        QVERIFY2(drawn.code == 0, drawn.err);
        QVERIFY(contentOf(u"1.svg"_s).contains("人口分布"));
        // The spec as a file draws the same, and options change it.
        const Outcome shown = run({u"figure"_s, u"show"_s, u"a.gpkg"_s, u"--figure"_s, u"人口"_s});
        QCOMPARE(shown.code, 0);
        write(u"spec.json"_s, shown.out);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"spec.json"_s, u"-o"_s, u"2.svg"_s}).code, 0);
        QVERIFY(contentOf(u"1.svg"_s) == contentOf(u"2.svg"_s));
        QCOMPARE(
            run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"人口"_s, u"--size"_s, u"A5"_s, u"-o"_s, u"a5.png"_s}).code,
            0);
        QCOMPARE(QImage(m_folder->filePath(u"a5.png"_s)).width(), 496); // 210 mm at 60 dpi
        QCOMPARE(run({u"figure"_s, u"remove"_s, u"a.gpkg"_s, u"人口"_s}).code, 0);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"人口"_s, u"-o"_s, u"3.svg"_s}).code, 2);
        QCOMPARE(run({u"undo"_s, u"a.gpkg"_s}).code, 0);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"人口"_s, u"-o"_s, u"3.svg"_s}).code, 0);
    }

    /// Moves of a scenario, given or kept, are drawn and told on the sheet.
    void aScenarioIsDrawn() {
        const auto drawn = [&](const QStringList& options) {
            return run(QStringList{u"export"_s, u"a.gpkg"_s, u"-o"_s, u"s.svg"_s} + options, u"zh"_s);
        };
        QCOMPARE(drawn({}).code, 0);
        QVERIFY(!contentOf(u"s.svg"_s).contains("情景方案"));
        const Outcome given = drawn({u"--move"_s, u"临平区:引领"_s});
        QVERIFY2(given.code == 0, given.err);
        const QByteArray sheet = contentOf(u"s.svg"_s);
        QVERIFY(sheet.contains("情景方案"));
        QCOMPARE(run({u"whatif"_s, u"a.gpkg"_s, u"--move"_s, u"330113:lead"_s, u"--save"_s, u"甲"_s}).code, 0);
        QCOMPARE(drawn({u"--scenario"_s, u"甲"_s}).code, 0);
        QVERIFY(contentOf(u"s.svg"_s) == sheet);
        QFile::remove(m_folder->filePath(u"s.svg"_s));
        for (const QStringList& wrong : {QStringList{u"--move"_s, u"330199:lead"_s}, {u"--scenario"_s, u"乙"_s}}) {
            const Outcome refused = drawn(wrong);
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.err.contains(wrong[0].toUtf8()), refused.err);
            QVERIFY(!QFile::exists(m_folder->filePath(u"s.svg"_s)));
        }
    }

    /// Clusters and hot spots of a register are found anew for each figure, and told in its legend.
    void whatIsFoundAmongRowsIsDrawn() {
        QByteArray rows = "industry,lon,lat\n";
        for (int i = 0; i < 400; ++i) // a crowd around 30.2 N, 120.2 E among a thin grid
            rows +=
                "I65," +
                QByteArray::number(i < 300 ? 120.15 + 0.0001 * (i * 37 % 1000) : 118.6 + 0.02 * (i - 300), 'f', 5) +
                ',' +
                QByteArray::number(i < 300 ? 30.15 + 0.0001 * (i * 91 % 1000) : 29.3 + 0.01 * (i * 13 % 100), 'f', 5) +
                '\n';
        write(u"rows.csv"_s, rows);
        const QStringList figure{u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"map"_s, u"--points"_s, u"rows.csv"_s};
        const Outcome drawn =
            run(figure + QStringList{u"--clusters"_s, u"2000"_s, u"--hexagons"_s, u"6"_s, u"-o"_s, u"a.svg"_s});
        QVERIFY2(drawn.code == 0, drawn.err);
        for (const char* words : {"Cluster", "Hot spot", "Cold spot", "close within 2", "hexagons of 6 km"})
            QVERIFY2(contentOf(u"a.svg"_s).contains(words), words);
        QVERIFY(contentOf(u"a.svg"_s).contains("#d7301f")); // the hatch of a hot spot
        QCOMPARE(run({u"count"_s, u"a.gpkg"_s, u"rows.csv"_s, u"--layer"_s, u"企业"_s, u"--clusters"_s, u"2000"_s,
                      u"--hexagons"_s, u"6"_s})
                     .code,
                 0);
        QCOMPARE(
            run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"map"_s, u"--layer"_s, u"企业"_s, u"-o"_s, u"b.svg"_s}).code,
            0);
        QVERIFY(contentOf(u"b.svg"_s).contains("hexagons of 6 km"));
        for (const char16_t* wrong : {u"0", u"-5", u"x"}) {
            const Outcome refused =
                run(figure + QStringList{u"--hexagons"_s, QString::fromUtf16(wrong), u"-o"_s, u"c.svg"_s});
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains("--hexagons"), refused.err);
        }
        QVERIFY(!QFile::exists(m_folder->filePath(u"c.svg"_s)));
        QCOMPARE(run({u"count"_s, u"rows.csv"_s, u"--clusters"_s, u"auto"_s}).code, 2);
    }

    /// A figure in a drawer can be held against the project: the values that moved are named, and it alone is redrawn.
    void outOfDate() {
        const QStringList map{u"--figure"_s, u"map"_s, u"--by"_s, u"pop_census_2020"_s, u"--dpi"_s, u"48"_s};
        QCOMPARE(run(QStringList{u"figure"_s, u"save"_s, u"a.gpkg"_s, u"people"_s} + map).code, 0);
        QCOMPARE(run({u"figure"_s, u"save"_s, u"a.gpkg"_s, u"tiers"_s, u"--dpi"_s, u"48"_s}).code, 0);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"people"_s, u"-o"_s, u"people.png"_s}).code, 0);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"tiers"_s, u"-o"_s, u"tiers.pdf"_s}).code, 0);
        QCOMPARE(run({u"figure"_s, u"verify"_s, u"people.png"_s, u"a.gpkg"_s}).code, 0);
        QVERIFY(run({u"figure"_s, u"stale"_s, u"a.gpkg"_s}).out.contains("2 of 2"));
        const QByteArray tiers = contentOf(u"tiers.pdf"_s);
        QCOMPARE(run({u"set"_s, u"a.gpkg"_s, u"滨江区"_s, u"pop_census_2020"_s, u"600000"_s, u"--period"_s, u"2020"_s,
                      u"--source"_s, u"年鉴"_s, u"--adopt"_s})
                     .code,
                 0);
        const Outcome verified = run({u"figure"_s, u"verify"_s, u"people.png"_s, u"a.gpkg"_s});
        QCOMPARE(verified.code, 1);
        QVERIFY2(verified.out.contains("Binjiang") && verified.out.contains("600000"), verified.out);
        QCOMPARE(verified.out.count('\n'), 2); // nothing else moved
        QCOMPARE(run({u"figure"_s, u"verify"_s, u"tiers.pdf"_s, u"a.gpkg"_s}).code, 0);
        const Outcome rebuilt = run({u"figure"_s, u"stale"_s, u"a.gpkg"_s, u"--rebuild"_s});
        QVERIFY2(rebuilt.code == 0, rebuilt.err);
        QVERIFY2(rebuilt.out.contains("2 of 2"), rebuilt.out);
        QCOMPARE(run({u"figure"_s, u"verify"_s, u"people.png"_s, u"a.gpkg"_s}).code, 0);
        QVERIFY(contentOf(u"tiers.pdf"_s) == tiers);
        QFile::remove(m_folder->filePath(u"people.png"_s));
        QVERIFY(run({u"figure"_s, u"stale"_s, u"a.gpkg"_s}).out.contains("people.png: not there"));
        QCOMPARE(run({u"figure"_s, u"verify"_s, u"a.gpkg"_s, u"a.gpkg"_s}).code, 1); // no figure
    }

    /// What a published sheet must not have stops it before a file is there; a reason lets it be.
    void publicSheets() {
        const QStringList sheet{u"--profile"_s,    u"public"_s,   u"--approval-number"_s,
                                u"浙S(2026)1号"_s, u"--issuer"_s, u"局"_s,
                                u"--date"_s,       u"2026-11"_s};
        const Outcome refused = run(QStringList{u"export"_s, u"a.gpkg"_s, u"-o"_s, u"a.pdf"_s} + sheet);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("sketches"), refused.err);
        QVERIFY(!QFile::exists(m_folder->filePath(u"a.pdf"_s)));
        const Outcome checked = run(QStringList{u"figure"_s, u"check"_s, u"a.gpkg"_s, u"--json"_s} + sheet);
        QCOMPARE(checked.code, 1);
        QCOMPARE(QJsonDocument::fromJson(checked.out)[0]["kind"_L1].toString(), u"schematic"_s);
        QJsonObject spec =
            QJsonDocument::fromJson(run(QStringList{u"figure"_s, u"show"_s, u"a.gpkg"_s} + sheet).out).object();
        spec.insert(u"accepted"_s, QJsonObject{{u"schematic"_s, u"a sketch, and says so"_s}});
        write(u"spec.json"_s, QJsonDocument(spec).toJson());
        const Outcome drawn = run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"spec.json"_s, u"-o"_s, u"a.pdf"_s});
        QVERIFY2(drawn.code == 0, drawn.err);
        QCOMPARE(run({u"figure"_s, u"check"_s, u"a.gpkg"_s}).code, 0); // of a working sheet all are warnings
    }

    void atlas() {
        const Outcome drawn = run({u"export"_s, u"a.gpkg"_s, u"--atlas"_s, u"by=tier"_s, u"--dpi"_s, u"40"_s, u"-o"_s,
                                   u"{number}-{key}.png"_s});
        QVERIFY2(drawn.code == 0, drawn.err);
        QVERIFY2(drawn.err.contains("4 pages written"), drawn.err);
        QVERIFY(QFile::exists(m_folder->filePath(u"1-lead.png"_s)));
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--atlas"_s, u"by=moon"_s, u"-o"_s, u"a.pdf"_s}).code, 2);
        QCOMPARE(
            run({u"export"_s, u"a.gpkg"_s, u"--atlas"_s, u"by=zone"_s, u"--jobs"_s, u"0"_s, u"-o"_s, u"a.pdf"_s}).code,
            2);
    }

    /// A register that the project keeps is drawn and counted by its name.
    void keptRegister() {
        write(u"firms.csv"_s, "name,industry,lon,lat\nA,I65,120.19,30.18\nB,C39,120.19,30.18\nC,I65,120.08,30.20\n");
        QCOMPARE(
            run({u"count"_s, u"a.gpkg"_s, u"firms.csv"_s, u"--only"_s, u"I"_s, u"--layer"_s, u"enterprises"_s}).code,
            0);
        const Outcome counted = run({u"count"_s, u"a.gpkg"_s, u"enterprises"_s, u"--json"_s});
        QVERIFY2(counted.code == 0, counted.err);
        QCOMPARE(QJsonDocument::fromJson(counted.out)["counted"_L1].toInt(), 2);
        QCOMPARE(
            QJsonDocument::fromJson(
                run({u"count"_s, u"a.gpkg"_s, u"enterprises"_s, u"--only"_s, u"C"_s, u"--json"_s}).out)["counted"_L1]
                .toInt(),
            1);
        const Outcome drawn = run({u"export"_s, u"a.gpkg"_s, u"--layer"_s, u"enterprises"_s, u"-o"_s, u"a.svg"_s});
        QVERIFY2(drawn.code == 0, drawn.err);
        QVERIFY(contentOf(u"a.svg"_s).contains("enterprises") && contentOf(u"a.svg"_s).contains("only=I"));
        QFile::remove(m_folder->filePath(u"firms.csv"_s));
        const Outcome gone = run({u"export"_s, u"a.gpkg"_s, u"-o"_s, u"b.svg"_s});
        QCOMPARE(gone.code, 1); // it would look whole without it
        QVERIFY2(gone.err.contains("firms.csv"), gone.err);
        QCOMPARE(run({u"export"_s, u"a.gpkg"_s, u"--no-layers"_s, u"-o"_s, u"b.svg"_s}).code, 0);
        QCOMPARE(run({u"undo"_s, u"a.gpkg"_s}).code, 0);
        QCOMPARE(run({u"count"_s, u"a.gpkg"_s, u"enterprises"_s}).code, 1);
    }

    void hexagons() {
        QByteArray csv = "lon,lat\n";
        for (int i = 0; i < 400; ++i)
            csv += QByteArray::number(120.15 + 0.0002 * i) + ',' + QByteArray::number(30.20 + 0.0001 * (i % 20)) + '\n';
        write(u"firms.csv"_s, csv);
        const Outcome found = run({u"hotspots"_s, u"firms.csv"_s, u"--hexagons"_s, u"6"_s, u"-o"_s, u"hot.geojson"_s});
        QVERIFY2(found.code == 0, found.err);
        QVERIFY2(found.out.contains("hot spot") && found.out.contains("400 rows"), found.out);
        QVERIFY(contentOf(u"hot.geojson"_s).contains("\"hot\""));
        QCOMPARE(run({u"hotspots"_s, u"firms.csv"_s, u"--hexagons"_s, u"0.1"_s}).code, 2);
        QCOMPARE(run({u"hotspots"_s, u"gdp"_s, u"-o"_s, u"x.geojson"_s}).code, 2);
    }

    /// What is wrong in a figure's file is told by the file and its key, what is wrong on the command line by the option.
    void faultsOfASpecAreNamedByFileAndKey() {
        const auto faultOf = [&](const QByteArray& spec, const QStringList& options = {}) {
            write(u"spec.json"_s, spec);
            const Outcome outcome =
                run(QStringList{u"export"_s, u"--figure"_s, u"spec.json"_s, u"-o"_s, u"faulty.pdf"_s} + options);
            return QByteArray::number(outcome.code) + ' ' + outcome.err;
        };
        const QByteArray dots = faultOf(R"({"figure": "layout", "dpi": 100000})");
        QVERIFY2(dots.startsWith("1 ") && dots.contains("spec.json, field dpi:"), dots);
        const QByteArray font = faultOf(R"({"figure": "layout", "theme": {"font": "No Such Font"}})");
        QVERIFY2(font.startsWith("1 ") && font.contains("spec.json, field theme.font:"), font);
        const QByteArray scale = faultOf(R"({"figure": "layout", "scale": 5})");
        QVERIFY2(scale.startsWith("1 ") && scale.contains("spec.json, field scale:"), scale);
        const QByteArray option = faultOf(R"({"figure": "layout"})", {u"--font"_s, u"No Such Font"_s});
        QVERIFY2(option.contains("field --font:"), option);
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"faulty.pdf"_s)));
    }

    /// A chart of ranks says what `tiermap compare` says of the same indicators.
    void ranksAreThoseOfCompare() {
        write(u"ranks.json"_s, R"({"blocks": [{"kind": "chart", "form": "ranks", "at": [20, 30], "width": 90,
                                   "indicators": ["pop_census_2020", "gdp", "hq_enterprises"]}]})");
        const Outcome drawn =
            run({u"export"_s, u"a.gpkg"_s, u"--figure"_s, u"ranks.json"_s, u"-o"_s, u"ranks.svg"_s}, u"zh"_s);
        QVERIFY2(drawn.code == 0, drawn.err);
        QXmlStreamReader svg(contentOf(u"ranks.svg"_s));
        QStringList texts;
        while (!svg.atEnd()) {
            if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == "text"_L1)
                texts += svg.readElementText().trimmed();
        }
        const Outcome compared = run({u"compare"_s, u"a.gpkg"_s, u"--by"_s, u"pop_census_2020"_s, u"--by"_s, u"gdp"_s,
                                      u"--by"_s, u"hq_enterprises"_s, u"--json"_s});
        const QJsonArray zones = QJsonDocument::fromJson(compared.out)["zones"_L1].toArray();
        QCOMPARE(zones.size(), 13);
        for (const auto& each : zones) {
            const QJsonArray ranks = each["rank_interval"_L1].toArray();
            const QString words = u"%1（%2–%3）"_s.arg(ranks[1].toInt()).arg(ranks[0].toInt()).arg(ranks[2].toInt());
            bool found = false; // names stand on the map, too
            for (qsizetype i = 1; i < texts.size(); ++i)
                found = found || (texts[i - 1] == each["name_zh"_L1].toString() && texts[i] == words);
            QVERIFY2(found, qPrintable(each["name_zh"_L1].toString() + words));
        }
    }
};

QTEST_GUILESS_MAIN(FigureTest)
#include "figure_test.moc"
