#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The command line as a person or a script meets it: a process with arguments, two streams and an exit code.
class CommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zonesAsJson();
    void zonesAsCsv();
    void targetsAsJson();
    void sitesAsJson();
    void info();
    void projectFileFirst();
    void languages();
    void helpEverywhere_data();
    void helpEverywhere();
    void usageErrors_data();
    void usageErrors();
    void failures_data();
    void failures();
    void wrongOptions_data();
    void wrongOptions();
    void classifies();
    void countsARegister();
    void keepsACount();
    void importsWhatItCan();
    void findsClusters();
    void findsHotspots();
    void drawsAMapOfAProject();
    void exportsSeveralAtOnce();
    void fullDisk();
    void commandsLoadNoWindow();
    void windowMissing();
    void exportsData();
    void newProject();
    void editsAProject();
    void checksAProject();
    void refusesEdits_data();
    void refusesEdits();
};

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QStringList& arguments, const QString& language = u"en"_s, const QString& folder = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"QT_QPA_PLATFORM"_s); // no display and no hint: commands need neither
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s,
                  QStringList{u"--lang"_s, language} + arguments);
    if (!process.waitForFinished(-1))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QJsonArray rows(const QStringList& arguments) {
    const Outcome outcome = run(arguments);
    if (outcome.code != 0)
        return {};
    return QJsonDocument::fromJson(outcome.out).array();
}

const QString builtIn = QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/share/tiermap/plans/hangzhou.gpkg"_s;

/// With one sentence and nothing half-written, for the row of the test's data.
void fails(int code) {
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, said);
    QTemporaryDir folder;
    const Outcome outcome = run(arguments, u"en"_s, folder.path());
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.count('\n') == 1 && outcome.err.startsWith("tiermap: "), outcome.err.constData());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    QVERIFY(QDir(folder.path()).isEmpty()); // nothing half-written
}

} // namespace

void CommandTest::zonesAsJson() {
    const QJsonArray zones = rows({u"zones"_s, u"--json"_s});
    QCOMPARE(zones.size(), 14);
    QHash<QString, int> tiers;
    double sum = 0;
    for (const QJsonValue& value : zones) {
        const QJsonObject zone = value.toObject();
        for (const QString& key :
             {u"code"_s, u"name_zh"_s, u"name_en"_s, u"tier"_s, u"kind"_s, u"parent"_s, u"area_km2"_s})
            QVERIFY2(zone.contains(key), qPrintable(key));
        QVERIFY(zone[u"code"_s].isString());
        tiers[zone[u"tier"_s].toString()] += 1;
        if (zone[u"kind"_s].toString() == u"district"_s)
            sum += zone[u"area_km2"_s].toDouble();
        else
            QCOMPARE(zone[u"parent"_s].toString(), u"330109"_s); // the airport zone lies in Xiaoshan
    }
    QCOMPARE(tiers, (QHash<QString, int>{{u"lead"_s, 4}, {u"linked"_s, 4}, {u"support"_s, 1}, {u"develop"_s, 5}}));
    QVERIFY2(std::abs(sum / 16850 - 1) < 0.015, qPrintable(QString::number(sum))); // the city, without counting twice
}

void CommandTest::zonesAsCsv() {
    const Outcome outcome = run({u"zones"_s, u"--csv"_s});
    QCOMPARE(outcome.code, 0);
    const QStringList lines = QString::fromUtf8(outcome.out).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 15);
    QVERIFY(lines[0].startsWith(u"code,name_zh,name_en,tier"_s));
    QVERIFY(lines[1].startsWith(u"330108,滨江区,Binjiang"_s));
}

void CommandTest::targetsAsJson() {
    const QJsonArray targets = rows({u"targets"_s, u"--json"_s});
    QCOMPARE(targets.size(), 21);
    QHash<QString, QJsonObject> byKey;
    for (const QJsonValue& value : targets) {
        const QJsonObject target = value.toObject();
        for (const QString& key : {u"key"_s, u"operator"_s, u"value"_s, u"unit"_s, u"quote"_s})
            QVERIFY2(target.contains(key) && !target[key].isNull(), qPrintable(key));
        byKey[target[u"key"_s].toString()] = target;
    }
    QCOMPARE(byKey[u"digital_trade_volume"_s][u"operator"_s].toString(), u">="_s); // 实现: reached or passed
    QCOMPARE(byKey[u"air_cargo"_s][u"operator"_s].toString(), u">"_s);             // 超
    QCOMPARE(byKey[u"express_global_days"_s][u"operator"_s].toString(), u"<="_s);
    QCOMPARE(byKey[u"export_growth"_s][u"words"_s].toString(), u"两位数"_s);
}

void CommandTest::sitesAsJson() {
    const QJsonArray sites = rows({u"sites"_s, u"--json"_s});
    QVERIFY(sites.size() > 30);
    for (const QJsonValue& value : sites) {
        const QJsonObject site = value.toObject();
        QVERIFY2(!site[u"source"_s].toString().isEmpty(), qPrintable(site[u"key"_s].toString()));
        QVERIFY(site[u"longitude"_s].isNull() == site[u"latitude"_s].isNull()); // absent, never zero
    }
}

void CommandTest::info() {
    const Outcome outcome = run({u"info"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject info = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(info[u"layout"_s].toObject()[u"zh"_s].toString(), u"4+4+1+5"_s);
    QCOMPARE(info[u"valid_to"_s].toString(), u"2026-12-31"_s);
    QCOMPARE(info[u"zones"_s].toInt(), 14);
    QVERIFY(run({u"info"_s}).out.contains("Boundaries schematic"));
}

void CommandTest::projectFileFirst() {
    QTemporaryDir folder;
    const QString renamed = folder.filePath(u"规划 plan.bin"_s); // recognised by its tables, not by its ending
    QVERIFY(QFile::copy(builtIn, renamed));
    QCOMPARE(run({u"zones"_s, renamed, u"--json"_s}).out, run({u"zones"_s, u"--json"_s}).out);
}

void CommandTest::languages() {
    const Outcome chinese = run({u"zones"_s}, u"zh"_s);
    QVERIFY(chinese.out.contains("引领"));
    QVERIFY(QString::fromUtf8(run({u"--help"_s}, u"zh"_s).out).contains(u"用法"_s));
    const Outcome failed = run({u"zones"_s, u"/nowhere.gpkg"_s}, u"zh"_s);
    QCOMPARE(failed.code, 1);
    QVERIFY2(QString::fromUtf8(failed.err).contains(u"没有这个文件"_s), failed.err.constData());
}

void CommandTest::helpEverywhere_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("program") << QStringList{u"--help"_s};
    for (const QString& command :
         {u"info"_s, u"zones"_s, u"targets"_s, u"sites"_s, u"export"_s, u"export-data"_s, u"new"_s})
        QTest::addRow("%s", qPrintable(command)) << QStringList{command, u"--help"_s};
}

void CommandTest::helpEverywhere() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith("Usage: tiermap"));
    if (arguments.size() > 1)
        QVERIFY(outcome.out.startsWith("Usage: tiermap " + arguments[0].toUtf8()));
    QCOMPARE(outcome.err, QByteArray());
}

void CommandTest::usageErrors_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"zones"_s, u"--colour"_s};
    QTest::newRow("unknown program option") << QStringList{u"--colour"_s};
    QTest::newRow("unknown command with arguments") << QStringList{u"zone"_s, u"--json"_s};
    QTest::newRow("neither command nor file") << QStringList{u"zone"_s};
    QTest::newRow("two projects") << QStringList{u"zones"_s, u"a.gpkg"_s, u"b.gpkg"_s};
    QTest::newRow("export to nowhere") << QStringList{u"export"_s};
    QTest::newRow("option without value") << QStringList{u"export"_s, u"-o"_s};
    QTest::newRow("export of no table") << QStringList{u"export-data"_s, u"-o"_s, u"a.csv"_s};
    QTest::newRow("export of a table to nowhere") << QStringList{u"export-data"_s, u"zones"_s};
    QTest::newRow("new without plan") << QStringList{u"new"_s, u"a.gpkg"_s};
}

void CommandTest::usageErrors() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY2(outcome.err.contains("--help"), outcome.err.constData());
}

void CommandTest::failures_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const QStringList layout{u"export"_s, u"--figure"_s, u"layout"_s, u"-o"_s};
    QTest::newRow("no such project") << QStringList{u"zones"_s, u"/nowhere.gpkg"_s} << QByteArray("/nowhere.gpkg");
    QTest::newRow("window without a display") << QStringList() << QByteArray("DISPLAY");
    QTest::newRow("not a project") << QStringList{u"zones"_s, QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/README.md"_s}
                                   << QByteArray("not a Tiermap project");
    QTest::newRow("unwritable") << (layout + QStringList{u"/nowhere/a.pdf"_s}) << QByteArray("/nowhere/a.pdf");
    QTest::newRow("unknown ending") << (layout + QStringList{u"a.docx"_s}) << QByteArray("docx");
    const auto data = [](const QString& table, const QString& file) {
        return QStringList{u"export-data"_s, table, u"-o"_s, file};
    };
    QTest::newRow("unknown table") << data(u"towns"_s, u"a.csv"_s) << QByteArray("towns");
    QTest::newRow("unknown ending of a table") << data(u"zones"_s, u"a.docx"_s) << QByteArray("xlsx, csv, geojson");
    QTest::newRow("table into a folder that is none")
        << data(u"zones"_s, u"/nowhere/a.csv"_s) << QByteArray("/nowhere/a.csv");
    QTest::newRow("table without shapes") << data(u"targets"_s, u"a.geojson"_s) << QByteArray("xlsx, csv, gpkg");
    QTest::newRow("areas and lines") << data(u"context"_s, u"a.shp"_s) << QByteArray("a.shp");
    QTest::newRow("table of no project") << QStringList{u"export-data"_s, u"/nowhere.gpkg"_s, u"zones"_s, u"-o"_s,
                                                        u"a.csv"_s}
                                         << QByteArray("/nowhere.gpkg");
    QTest::newRow("no plan package") << QStringList{u"new"_s, u"--plan"_s, u"/nowhere"_s, u"a.gpkg"_s}
                                     << QByteArray("/nowhere");
}

void CommandTest::wrongOptions_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const QStringList layout{u"export"_s, u"--figure"_s, u"layout"_s, u"-o"_s};
    QTest::newRow("unknown figure") << QStringList{u"export"_s, u"--figure"_s, u"atlas"_s, u"-o"_s, u"a.pdf"_s}
                                    << QByteArray("atlas");
    QTest::newRow("bad size") << (layout + QStringList{u"a.pdf"_s, u"--size"_s, u"A9"_s}) << QByteArray("A9");
    QTest::newRow("bad language") << (layout + QStringList{u"a.pdf"_s, u"--lang"_s, u"fr"_s}) << QByteArray("fr");
    QTest::newRow("bad orientation") << (layout + QStringList{u"a.pdf"_s, u"--orientation"_s, u"upright"_s})
                                     << QByteArray("upright");
    QTest::newRow("dpi too large") << (layout + QStringList{u"a.png"_s, u"--dpi"_s, u"99999"_s}) << QByteArray("99999");
    QTest::newRow("dpi no number") << (layout + QStringList{u"a.png"_s, u"--dpi"_s, u"many"_s}) << QByteArray("dpi");
    QTest::newRow("no such encoding") << QStringList{u"import"_s, u"a.gpkg"_s,     u"b.csv"_s,  u"--as"_s,
                                                     u"sites"_s,  u"--encoding"_s, u"klingon"_s}
                                      << QByteArray("--encoding: \"klingon\"");
    QTest::newRow("no such kind") << QStringList{u"import"_s, u"a.gpkg"_s, u"b.csv"_s, u"--as"_s, u"towns"_s}
                                  << QByteArray("--as: \"towns\"");
}

/// What no project could make right is told before anything is opened.
void CommandTest::wrongOptions() { fails(2); }

void CommandTest::failures() { fails(1); }

void CommandTest::classifies() {
    const Outcome outcome = run({u"classify"_s, u"pop_census_2020"_s, u"--measure"_s, u"density"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    int zones = 0;
    for (const auto& count : object["counts"_L1].toArray())
        zones += count.toInt();
    QCOMPARE(zones, 13);
    QCOMPARE(object["breaks"_L1].toArray().size(), object["counts"_L1].toArray().size() + 1);
    QVERIFY(object["variance_fit"_L1].toDouble() > 0.9);
    QCOMPARE(object["other_methods"_L1].toObject().keys().size(), 4);
    QVERIFY(run({u"classify"_s, u"gdp"_s}).out.contains("goodness of variance fit"));
    const QJsonObject gdp = QJsonDocument::fromJson(run({u"classify"_s, u"gdp"_s, u"--json"_s}).out).object();
    QCOMPARE(gdp[u"bound"_s].toInt(), 1); // more than 400 is not nothing
    QCOMPARE(gdp[u"missing"_s].toInt(), 5);
    QCOMPARE(gdp[u"withheld"_s].toInt(), 0);
    const QByteArray text = run({u"classify"_s, u"gdp"_s}).out;
    QVERIFY2(text.contains("Known as a bound only  (1)  Jiande\n"), text);
    QVERIFY2(text.contains("No data  (5)  Qiantang"), text);
    QCOMPARE(run({u"classify"_s}).code, 2);
    QCOMPARE(run({u"classify"_s, u"nosuch"_s}).code, 1);
}

/// A style is kept in the project, drawn without being named again, and undone.
void CommandTest::countsARegister() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"points.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,industry,lon,lat\nA,I65,120.19,30.18\nB,C39,120.19,30.18\nC,I65,121.5,29.9\nD,I65,,\n");
    file.close();
    const Outcome outcome = run({u"count"_s, file.fileName(), u"--by"_s, u"industry"_s, u"--json"_s});
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(json[u"read"].toInt(), 4);
    QCOMPARE(json[u"counted"].toInt(), 2);
    QCOMPARE(json[u"outside"].toInt(), 1);
    QCOMPARE(json[u"rejected"].toInt(), 1);
    QCOMPARE(json[u"rejections"][0][u"kind"].toString(), u"place_missing"_s);
    QCOMPARE(json[u"rejections"][0][u"rows"][0].toInt(), 5);
    QCOMPARE(json[u"zones"].toArray().size(), 14);
    const QJsonValue zone = json[u"zones"][0];
    QCOMPARE(zone[u"code"].toString(), u"330108"_s);
    QCOMPARE(zone[u"count"].toInt(), 2);
    QCOMPARE(zone[u"industries"][1][u"code"].toString(), u"I"_s);
    QCOMPARE(zone[u"industries"][1][u"location_quotient"][u"quotient"].toDouble(), 1.0); // all of the city is there
    QCOMPARE(zone[u"industries"][1][u"location_quotient"][u"specialised"].toBool(true), false);
    QVERIFY(run({u"count"_s, file.fileName(), u"--csv"_s}).out.contains("\n330108,Binjiang,2\r\n"));
    QVERIFY(run({u"count"_s, file.fileName()}, u"zh"_s).out.contains("4 行"));
    QCOMPARE(run({u"count"_s}).code, 2);
    QCOMPARE(run({u"count"_s, file.fileName(), u"--lon"_s, u"easting"_s}).code, 1);
    QCOMPARE(run({u"count"_s, file.fileName(), u"--by"_s, u"colour"_s}).code, 2);
    QCOMPARE(run({u"count"_s, file.fileName(), u"--founded"_s, u"lately"_s}).code, 2);
    QCOMPARE(run({u"count"_s, file.fileName(), u"--keep"_s, u"企业数"_s}).code, 2); // into which project?
    QCOMPARE(run({u"count"_s, folder.filePath(u"none.csv"_s)}).code, 1);
}

void CommandTest::keepsACount() {
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, project}).code, 0);
    QFile file(folder.filePath(u"points.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,industry,lon,lat\nA,I65,120.19,30.18\nB,C39,120.19,30.18\nC,I65,120.08,30.20\n");
    file.close();
    const Outcome outcome = run({u"count"_s, project, file.fileName(), u"--only"_s, u"I"_s, u"--keep"_s,
                                 u"软件企业数"_s, u"--period"_s, u"2025"_s, u"--json"_s});
    QVERIFY2(outcome.code == 0, outcome.err);
    QCOMPARE(QJsonDocument::fromJson(outcome.out)[u"left_out"].toInt(), 1);
    const Outcome map =
        run({u"classify"_s, project, u"软件企业数"_s, u"--method"_s, u"jenks"_s, u"--classes"_s, u"2"_s, u"--json"_s});
    QVERIFY2(map.code == 0, map.err);
    QVERIFY(map.out.contains("330108"));
    QCOMPARE(run({u"undo"_s, project}).code, 0);
    QCOMPARE(run({u"classify"_s, project, u"软件企业数"_s}).code, 1); // gone with its values
}

void CommandTest::importsWhatItCan() {
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, project}).code, 0);
    const auto import = [&](const QByteArray& table, const QStringList& more = {}) {
        QFile file(folder.filePath(u"table.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            return Outcome();
        file.write(table);
        file.close();
        return run(
            QStringList{u"import"_s, project, file.fileName(), u"--as"_s, u"observations"_s, u"--source"_s, u"年鉴"_s} +
            more);
    };
    QCOMPARE(import("区县,2030年地区生产总值\n滨江区,约2200亿元\n").code, 0);
    QCOMPARE(import("区县,2030年地区生产总值\n滨江区,约2200亿元\n").code, 0); // as before is not nothing
    const Outcome nothing = import("区县,2031年地区生产总值\n滨江区,很多\n");
    QCOMPARE(nothing.code, 1);
    QVERIFY(nothing.out.contains("Row 2")); // the report all the same
    QVERIFY2(nothing.err.contains("no row of it could be used"), nothing.err.constData());
    const Outcome json = import("区县,2030年地区生产总值（万元）,电话\n滨江区,保密,1\n", {u"--dry-run"_s, u"--json"_s});
    QCOMPARE(json.code, 0);
    const QJsonArray columns = QJsonDocument::fromJson(json.out)[u"columns"_s].toArray();
    QCOMPARE(columns.size(), 3);
    QCOMPARE(columns[0][u"as"_s].toString(), u"zone"_s);
    QCOMPARE(columns[1][u"indicator"_s].toString(), u"gdp"_s);
    QCOMPARE(columns[1][u"period"_s].toString(), u"2030"_s);
    QCOMPARE(columns[1][u"unit"_s].toString(), u"万元"_s);
    QCOMPARE(columns[2][u"why"_s].toString(), u"column_unknown"_s);
    const Outcome gone = import("区县,2030年上市公司数\n下城区,1\n滨江区,*\n", {u"--dry-run"_s});
    QVERIFY2(gone.out.contains("Xiacheng is no more since 2021-04-09, its area lies in Gongshu today"),
             gone.out.constData());
    QVERIFY(gone.out.contains("Column \"2030年上市公司数\": Listed companies, 2030"));
    QVERIFY(gone.out.contains("numbers that are withheld: 1"));
    const QStringList sheets{u"import"_s,  project, folder.filePath(u"table.csv"_s), u"--as"_s, u"observations"_s,
                             u"--sheet"_s, u"表1"_s};
    const Outcome sheet = run(sheets);
    QCOMPARE(sheet.code, 2); // nobody knows whether the file or the option is the mistaken one
    QVERIFY2(sheet.err.contains("table.csv, field --sheet") && sheet.err.contains("CSV"), sheet.err.constData());
    QVERIFY(sheet.out.isEmpty());
    const Outcome missing = run({u"plan"_s, u"check"_s, u"/nowhere"_s});
    QCOMPARE(missing.code, 1);
    QCOMPARE(missing.out.count("no such file"), 1);
}

void CommandTest::findsClusters() {
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"points.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("industry,lon,lat\n");
    for (int i = 0; i < 12; ++i)
        file.write("I65,120.19" + QByteArray::number(i) + ",30.18\n");
    file.write("I65,118.9,29.6\n");
    file.close();
    const QString outlines = folder.filePath(u"outlines.geojson"_s);
    const QStringList command{u"clusters"_s, file.fileName(), u"--within"_s, u"300"_s, u"--least"_s, u"5"_s};
    const Outcome outcome = run(command + QStringList{u"-o"_s, outlines, u"--json"_s});
    QVERIFY2(outcome.code == 0, outcome.err);
    const QJsonObject json = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(json[u"places"].toInt(), 13);
    QCOMPARE(json[u"alone"].toInt(), 1);
    QCOMPARE(json[u"clusters"][0][u"count"].toInt(), 12);
    QCOMPARE(json[u"clusters"][0][u"zones"][0].toString(), u"330108"_s);
    QCOMPARE(json[u"clusters"][0][u"rows"].toArray().size(), 12);
    QFile written(outlines);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(written.readAll())[u"features"][0][u"properties"][u"count"].toInt(), 12);
    QVERIFY(run(command, u"zh"_s).out.contains("滨江"));
    QCOMPARE(run({u"clusters"_s, file.fileName(), u"--within"_s, u"far"_s}).code, 2);
    QCOMPARE(run({u"clusters"_s, file.fileName(), u"--within"_s, u"0"_s}).code, 2);
    QCOMPARE(run(command + QStringList{u"-o"_s, u"/nowhere/a.geojson"_s}).code, 1);
}

void CommandTest::findsHotspots() {
    const QJsonArray zones = rows({u"hotspots"_s, u"pop_census_2020"_s, u"--measure"_s, u"density"_s, u"--json"_s});
    QCOMPARE(zones.size(), 13);
    const auto chunan =
        std::ranges::find_if(zones, [](const QJsonValue& zone) { return zone[u"code"] == "330127"_L1; });
    QVERIFY(chunan != zones.end());
    QCOMPARE((*chunan)[u"neighbours"].toInt(), 3);
    QVERIFY((*chunan)[u"exact"].toBool());
    QVERIFY((*chunan)[u"gi_score"].toDouble() < 0); // few people far around
    QVERIFY(run({u"hotspots"_s, u"gdp"_s}, u"zh"_s).out.contains("萧山"));
    QCOMPARE(run({u"hotspots"_s, u"nothing"_s}).code, 1);
    QCOMPARE(run({u"hotspots"_s, u"gdp"_s, u"--measure"_s, u"much"_s}).code, 2);
}

void CommandTest::drawsAMapOfAProject() {
    const QTemporaryDir folder;
    const QString project = folder.filePath(u"p.gpkg"_s);
    const QString map = folder.filePath(u"map.svg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, project}).code, 0);
    const QStringList draw{u"export"_s, project, u"--figure"_s, u"map"_s, u"-o"_s, map};
    QCOMPARE(run(draw).code, 2);
    const Outcome styled =
        run({u"style"_s, project, u"zones"_s, u"--by"_s, u"gdp"_s, u"--as"_s, u"graduated"_s, u"--json"_s});
    QCOMPARE(styled.code, 0);
    QCOMPARE(run(draw).code, 0);
    // Each colour and count of the legend stands in the drawing.
    QFile file(map);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    const QJsonArray legend = QJsonDocument::fromJson(styled.out)["legend"_L1].toArray();
    QVERIFY(legend.size() > 3);
    int zones = 0;
    for (const auto& item : legend) {
        const QByteArray colour = item["colour"_L1].toString().toLatin1();
        QVERIFY2(svg.count("fill=\"" + colour) >= (item["count"_L1].toInt() > 0 ? 2 : 1), colour.constData());
        QVERIFY(svg.contains(item["text"_L1].toString().toUtf8()));
        zones += item["count"_L1].toInt();
    }
    QCOMPARE(zones, 13);
    const Outcome shown = run({u"style"_s, project, u"zones"_s, u"--json"_s}); // asks for nothing: it is told
    QCOMPARE(shown.out, styled.out);
    QCOMPARE(run(draw).code, 0);                                                      // and is as it was
    QCOMPARE(run({u"export"_s, project, u"--by"_s, u"gdp"_s, u"-o"_s, map}).code, 2); // of which figure?
    QCOMPARE(run({u"undo"_s, project}).code, 0);
    QCOMPARE(run(draw).code, 2);
    // The plan's target parts the colours, where it has one for a ratio.
    double wanted = 0;
    for (const auto& target : rows({u"targets"_s, u"--json"_s})) {
        if (target["indicator"_L1].toString() == "cbec_share_export"_L1)
            wanted = target["value"_L1].toDouble();
    }
    const QStringList parted{u"style"_s,     project,       u"zones"_s,  u"--as"_s,
                             u"graduated"_s, u"--middle"_s, u"target"_s, u"--json"_s};
    const Outcome byTarget = run(parted + QStringList{u"--by"_s, u"cbec_share_export"_s});
    QVERIFY2(byTarget.code == 0, byTarget.err);
    QVERIFY(wanted > 0);
    QCOMPARE(QJsonDocument::fromJson(byTarget.out)["style"_L1]["middle"_L1].toDouble(), wanted);
    const Outcome untargeted = run(parted + QStringList{u"--by"_s, u"gdp"_s});
    QVERIFY2(untargeted.code == 1 && untargeted.err.contains("target"), untargeted.err);
    // Nothing to rank is said so.
    const Outcome alike = run(
        {u"export"_s, u"--figure"_s, u"map"_s, u"--by"_s, u"digital_core_va"_s, u"--as"_s, u"ranks"_s, u"-o"_s, map});
    QVERIFY2(alike.code == 1 && alike.err.contains("differ between zones"), alike.err);
    QCOMPARE(run({u"style"_s, project, u"zones"_s, u"--as"_s, u"heat"_s}).code, 2);
    QCOMPARE(run({u"style"_s, project, u"roads"_s, u"--by"_s, u"gdp"_s}).code, 2);
}

void CommandTest::exportsSeveralAtOnce() {
    QTemporaryDir folder;
    const Outcome outcome = run({u"export"_s, u"--figure"_s, u"layout"_s, u"-o"_s, u"a.pdf"_s, u"-o"_s, u"a.png"_s,
                                 u"-o"_s, u"a.svg"_s, u"--dpi"_s, u"100"_s, u"--lang"_s, u"zh"_s},
                                u"en"_s, folder.path());
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    QFile pdf(folder.filePath(u"a.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
    const QImage png(folder.filePath(u"a.png"_s));
    QCOMPARE(png.size(), QSize(1169, 827)); // A4 landscape at 100 dpi
    QVERIFY(QFile::exists(folder.filePath(u"a.svg"_s)));
}

void CommandTest::fullDisk() {
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s, {u"zones"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void CommandTest::commandsLoadNoWindow() {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_TRACE_LOADED_OBJECTS"_s, u"1"_s); // glibc's loader lists what a program is linked with
    process.setProcessEnvironment(environment);
    process.start(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s, {});
    QVERIFY(process.waitForFinished());
    const QByteArray loaded = process.readAllStandardOutput();
    QVERIFY2(loaded.contains("libQt6Gui"), loaded.constData());
    for (const char* library : {"libQt6Widgets", "libQt6Qml", "libQt6Quick", "libQt6Network", "libgdal"})
        QVERIFY2(!loaded.contains(library), library);
}

void CommandTest::windowMissing() {
    QTemporaryDir folder; // a program without what lies beside it
    const QString program = folder.filePath(u"tiermap"_s);
    QVERIFY(QFile::copy(QString::fromUtf16(TIERMAP_BINARY_DIR) + u"/bin/tiermap"_s, program));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, {u"--lang"_s, u"en"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.startsWith("tiermap: a part of the program cannot be loaded") && said.count('\n') == 1 &&
                 said.contains("tiermap_window.so"),
             said.constData());
}

void CommandTest::exportsData() {
    QTemporaryDir folder;
    const QStringList sites{u"export-data"_s, u"sites"_s, u"-o"_s, u"sites.gpkg"_s};
    const Outcome whole = run(sites, u"en"_s, folder.path());
    QVERIFY2(whole.code == 0, whole.err.constData());
    QCOMPARE(whole.err, QByteArray()); // nothing is lost
    QVERIFY(QFile::exists(folder.filePath(u"sites.gpkg"_s)));
    const Outcome again = run(sites, u"en"_s, folder.path());
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains("there already"));
    QCOMPARE(run(sites + QStringList{u"--replace"_s}, u"en"_s, folder.path()).code, 0);
    const Outcome lossy =
        run({u"export-data"_s, builtIn, u"zones"_s, u"-o"_s, u"zones.xlsx"_s}, u"en"_s, folder.path());
    QCOMPARE(lossy.code, 0);
    QCOMPARE(lossy.out, QByteArray());
    QVERIFY2(lossy.err.contains("outlines"), lossy.err.constData());
    const Outcome json =
        run({u"export-data"_s, u"zones"_s, u"-o"_s, u"zones.shp"_s, u"--json"_s}, u"en"_s, folder.path());
    QCOMPARE(json.code, 0);
    QCOMPARE(json.err, QByteArray());
    const QJsonObject report = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(report[u"table"_s].toString(), u"zones"_s);
    QCOMPARE_GE(report[u"rows"_s].toInt(), 14);
    QCOMPARE(report[u"files"_s].toArray().size(), 6);
    QVERIFY(report[u"losses"_s].isArray());
    // What went out comes in and changes nothing.
    const QString project = folder.filePath(u"plan.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, project}).code, 0);
    for (const auto& [table, ending] : {std::pair(u"zones"_s, u"geojson"_s), {u"observations"_s, u"csv"_s}}) {
        const QString file = folder.filePath(table + u'.' + ending);
        QCOMPARE(run({u"export-data"_s, project, table, u"-o"_s, file}).code, 0);
        const Outcome back = run({u"import"_s, project, file, u"--as"_s, table, u"--json"_s});
        QVERIFY2(back.code == 0, back.err.constData());
        const QJsonObject taken = QJsonDocument::fromJson(back.out).object();
        QVERIFY(!taken[u"applied"_s].toBool());
        QCOMPARE(taken[u"rows"_s][u"unchanged"_s], taken[u"rows"_s][u"read"_s]);
    }
}

void CommandTest::newProject() {
    QTemporaryDir folder;
    const QString plan = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s;
    QCOMPARE(run({u"new"_s, u"--plan"_s, plan, u"a.gpkg"_s}, u"en"_s, folder.path()).code, 0);
    QFile made(folder.filePath(u"a.gpkg"_s));
    QFile shipped(builtIn);
    QVERIFY(made.open(QIODevice::ReadOnly) && shipped.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), shipped.readAll()); // the same package makes the same bytes
    // What is there stays, unless it may go.
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, u"a.gpkg"_s}, u"en"_s, folder.path()).code, 1);
    QCOMPARE(run({u"new"_s, u"--replace"_s, u"--plan"_s, u"hangzhou"_s, u"a.gpkg"_s}, u"en"_s, folder.path()).code, 0);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, u"b.gpkg"_s}, u"en"_s, folder.path()).code, 0);
    QCOMPARE(run({u"zones"_s, folder.filePath(u"b.gpkg"_s)}).code, 0);
}

void CommandTest::editsAProject() {
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, file}).code, 0);
    const QStringList set{u"set"_s,  file,          u"滨江"_s, u"gdp"_s,      u">2500"_s,      u"--period"_s,
                          u"2025"_s, u"--source"_s, u"公报"_s, u"--reason"_s, u"new figures"_s};
    const Outcome first = run(set);
    QVERIFY2(first.code == 0, first.err.constData());
    QCOMPARE(run(set).code, 0); // the same again is no edit
    QCOMPARE(run({u"set"_s, file, u"330108"_s, u"gdp_growth"_s, u"-1.5"_s, u"--period"_s, u"2025"_s, u"--source"_s,
                  u"公报"_s})
                 .code,
             0);
    QCOMPARE(run({u"set"_s, file, u"Xiaoshan"_s, u"gdp"_s, u"-"_s, u"--missing"_s, u"not out yet"_s, u"--period"_s,
                  u"2025"_s, u"--source"_s, u"公报"_s})
                 .code,
             0);
    const QJsonArray log = rows({u"log"_s, file, u"--json"_s});
    QCOMPARE(log.size(), 3);
    QCOMPARE(log[0][u"reason"_s].toString(), u"new figures"_s);
    QCOMPARE(log[0][u"source"_s].toString(), u"公报"_s);
    QVERIFY(!log[0][u"author"_s].toString().isEmpty());
    const QJsonObject row = QJsonDocument::fromJson(log[0][u"new"_s].toString().toUtf8()).object();
    QCOMPARE(row[u"value"_s].toDouble(), 2500.0);
    QCOMPARE(row[u"bound"_s].toString(), u"more_than"_s);
    QCOMPARE(rows({u"log"_s, file, u"--json"_s, u"--zone"_s, u"滨江区"_s}).size(), 2);
    QCOMPARE(rows({u"log"_s, file, u"--json"_s, u"--since"_s, u"2100-01-01"_s}).size(), 0);
    QCOMPARE(run({u"undo"_s, file, u"3"_s}).code, 0);
    const Outcome nothing = run({u"undo"_s, file});
    QCOMPARE(nothing.code, 1);
    QVERIFY(nothing.err.contains("nothing to undo"));
    QCOMPARE(run({u"redo"_s, file}).code, 0);
    QCOMPARE(rows({u"log"_s, file, u"--json"_s}).size(), 7);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.gpkg"_s});
    QCOMPARE(
        run({u"set"_s, file, u"滨江"_s, u"gdp"_s, u"1"_s, u"--period"_s, u"2026"_s, u"--source"_s, u"=HYPERLINK(1)"_s})
            .code,
        0);
    QVERIFY(run({u"log"_s, file, u"--csv"_s}).out.contains(",'=HYPERLINK(1)")); // no formula of a spreadsheet
}

void CommandTest::checksAProject() {
    const Outcome shipped = run({u"check"_s, u"--json"_s});
    QVERIFY2(shipped.code == 0, shipped.out.constData()); // the plan keeps its own rules
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, file}).code, 0);
    // 4+4+1+5 no more, and a total that its parts do not make up.
    QCOMPARE(run({u"set"_s, file, u"330108"_s, u"pop_census_2020"_s, u"1"_s, u"--period"_s, u"2020"_s, u"--source"_s,
                  u"s"_s, u"--adopt"_s})
                 .code,
             0);
    const Outcome outcome = run({u"check"_s, file, u"--json"_s});
    QCOMPARE(outcome.code, 1);
    const QJsonArray found = QJsonDocument::fromJson(outcome.out).array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"kind"_s].toString(), u"sum"_s);
    QVERIFY(!found[0][u"finding"_s].toString().isEmpty());
}

void CommandTest::refusesEdits_data() {
    QTest::addColumn<QStringList>("arguments"); // FILE stands for a project
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const QStringList from{u"--period"_s, u"2025"_s, u"--source"_s, u"s"_s};
    QTest::newRow("zone") << QStringList{u"set"_s, u"FILE"_s, u"nowhere"_s, u"gdp"_s, u"1"_s} + from << 1
                          << u"nowhere"_s;
    QTest::newRow("indicator") << QStringList{u"set"_s, u"FILE"_s, u"滨江"_s, u"luck"_s, u"1"_s} + from << 1
                               << u"luck"_s;
    QTest::newRow("value") << QStringList{u"set"_s, u"FILE"_s, u"滨江"_s, u"gdp"_s, u"many"_s} + from << 1
                           << u"VALUE"_s;
    QTest::newRow("range") << QStringList{u"set"_s, u"FILE"_s, u"滨江"_s, u"area_km2"_s, u"-3"_s} + from << 1
                           << u"less than 0"_s;
    QTest::newRow("period") << QStringList{u"set"_s,      u"FILE"_s, u"滨江"_s,     u"gdp"_s, u"1"_s,
                                           u"--period"_s, u"soon"_s, u"--source"_s, u"s"_s}
                            << 2 << u"period"_s;
    QTest::newRow("no source") << QStringList{u"set"_s, u"FILE"_s,     u"滨江"_s, u"gdp"_s,
                                              u"1"_s,   u"--period"_s, u"2025"_s}
                               << 2 << u"--source"_s;
    QTest::newRow("no file") << QStringList{u"set"_s, u"missing.gpkg"_s, u"滨江"_s, u"gdp"_s, u"1"_s} + from << 1
                             << u"no such file"_s;
    QTest::newRow("log of a zone that is none")
        << QStringList{u"log"_s, u"FILE"_s, u"--zone"_s, u"nowhere"_s} << 1 << u"nowhere"_s;
    QTest::newRow("since") << QStringList{u"log"_s, u"FILE"_s, u"--since"_s, u"then"_s} << 2 << u"--since"_s;
    QTest::newRow("steps") << QStringList{u"undo"_s, u"FILE"_s, u"all"_s} << 2 << u"number"_s;
}

void CommandTest::refusesEdits() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.gpkg"_s);
    QCOMPARE(run({u"new"_s, u"--plan"_s, u"hangzhou"_s, file}).code, 0);
    QFile project(file);
    QVERIFY(project.open(QIODevice::ReadOnly));
    const QByteArray before = project.readAll();
    arguments.replaceInStrings(u"FILE"_s, file);
    const Outcome outcome = run(arguments, u"en"_s, folder.path());
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
    QVERIFY(project.seek(0) && project.readAll() == before);
}

QTEST_GUILESS_MAIN(CommandTest)
#include "command_test.moc"
