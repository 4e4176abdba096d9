// What is exported comes back: nothing changes where it still is, everything returns where it was lost.

#include "maps/import/file_import.h"
#include "tests/maps/export/exported_plan.h"

#include <QStandardPaths>
#include <QTest>

using namespace tiermap;
using namespace tiermap::test;
using namespace Qt::StringLiterals;

namespace {

Table tableOf(ImportKind kind) {
    return kind == ImportKind::Zones ? Table::Zones : kind == ImportKind::Sites ? Table::Sites : Table::Observations;
}

QByteArray why(const auto& result) {
    return result ? QByteArray()
                  : (result.error().file + u": "_s + result.error().field + u' ' + result.error().arguments.join(u' '))
                        .toUtf8();
}

QByteArray firstOf(const FileImport& made) {
    for (const ImportReport::Notice& notice : made.report.unused) {
        return (nameOf(notice.kind) + u' ' + notice.column + u' ' + notice.text + notice.arguments.join(u' ')).toUtf8();
    }
    for (const Change& change : made.edit.changes) {
        QString cells = change.key.join(u' ');
        for (auto cell = change.after.cbegin(); cell != change.after.cend(); ++cell) {
            cells += u' ' + cell.key() + u'=' + toText(cell.value()).left(80);
        }
        return cells.toUtf8();
    }
    return {};
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void changesNothing_data();
    void changesNothing();
    void bringsEverythingBack_data();
    void bringsEverythingBack();
    void largeSheetComesBack();
    void keepsWhatShapefilesKeep();
    void editedSheetComesBack();
    void adoptedValueChangesPlaces();
    void whatCannotStandIsTold();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString exported(const QString& project, Table table, const QString& ending) const {
        const auto done =
            exportTable({.project = project, .table = table, .file = path(u"out."_s + ending), .replace = true});
        if (!done || done->obstacle != Obstacle::None) {
            qWarning("%s", why(done).constData());
            return {};
        }
        return path(u"out."_s + ending);
    }
    Result<FileImport> read(const OpenProject& project, const QString& file, ImportKind kind) const {
        return decodeShapes(project.content()).and_then([&](const PlanShapes& shapes) {
            return importFile(project.content(), shapes, file, {.kind = kind});
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RoundTripTest::initTestCase() { QStandardPaths::setTestModeEnabled(true); }

void RoundTripTest::changesNothing_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("ending");
    for (const QString& ending : {u"csv"_s, u"xlsx"_s, u"geojson"_s, u"gpkg"_s, u"fgb"_s}) {
        for (const ImportKind kind : {ImportKind::Zones, ImportKind::Sites, ImportKind::Observations}) {
            if (kind != ImportKind::Observations || formatNamed(ending)->tables) {
                QTest::addRow("%s as %s", qPrintable(nameOf(kind)), qPrintable(ending))
                    << static_cast<int>(kind) << ending;
            }
        }
    }
}

void RoundTripTest::changesNothing() {
    QFETCH(int, kind);
    QFETCH(QString, ending);
    const auto as = static_cast<ImportKind>(kind);
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s)));
    const QString file = exported(path(u"plan.gpkg"_s), tableOf(as), ending);
    QVERIFY(!file.isEmpty());
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    const QString hash = (*project)->contentHash();
    const auto made = read(**project, file, as);
    QVERIFY2(made, why(made));
    QVERIFY2(made->report.unchanged == made->report.read, firstOf(*made));
    QVERIFY2(made->edit.changes.isEmpty(), firstOf(*made));
    QCOMPARE(made->report.read, rowsOf(path(u"plan.gpkg"_s), tableOf(as)).size());
    QCOMPARE(made->report.unusedColumns.size(), 0);
    const auto applied = (*project)->apply(made->edit);
    QVERIFY2(applied, why(applied));
    QVERIFY(!*applied);
    QCOMPARE((*project)->contentHash(), hash);
}

void RoundTripTest::bringsEverythingBack_data() { changesNothing_data(); }

void RoundTripTest::bringsEverythingBack() {
    QFETCH(int, kind);
    QFETCH(QString, ending);
    const auto as = static_cast<ImportKind>(kind);
    const Table table = tableOf(as);
    const bool shapes = formatNamed(ending)->shapes != FileFormat::Shapes::None || table == Table::Sites;
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s)));
    const QStringList before = rowsOf(path(u"plan.gpkg"_s), table, shapes);
    const QString file = exported(path(u"plan.gpkg"_s), table, ending);
    QVERIFY(!file.isEmpty());
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    const Plan plan = (*project)->content().plan;
    Edit harm;
    if (table == Table::Sites) {
        for (const Site& site : plan.sites) {
            harm.changes << removeRow(table, {site.key});
        }
    } else if (table == Table::Observations) {
        for (qsizetype i = 0; i < plan.observations.size(); ++i) {
            const Observation& o = plan.observations[i];
            const QStringList key{o.zone, o.indicator, o.period.toString(), o.source};
            if (i % 2 == 0) {
                harm.changes << removeRow(table, key);
                continue;
            }
            for (const auto& [column, value] : {std::pair(u"note"_s, Value(u""_s)),
                                                {u"address"_s, Value(u"elsewhere"_s)},
                                                {u"value"_s, o.value ? Value(o.value->number + 1) : Value()},
                                                {u"bound"_s, Value(u"exact"_s)},
                                                {u"status"_s, Value(u"illustrative"_s)},
                                                {u"confidence"_s, Value(u"low"_s)},
                                                {u"adopted"_s, Value(qint64(0))}}) {
                harm.changes << setCell(table, key, column, value);
            }
        }
    } else {
        for (const Zone& zone : plan.zones) {
            for (const QString& column : {u"role_zh"_s, u"role_en"_s, u"name_en"_s}) {
                harm.changes << setCell(table, {zone.code}, column, u"gone"_s);
            }
            harm.changes << setCell(table, {zone.code}, u"schematic"_s, qint64(!zone.schematic));
            const ShapeBlob other = (*project)->content().zoneShapes.value(u"330108"_s);
            if (shapes && !zone.tier.isEmpty()) {
                harm.changes << setCell(table, {zone.code}, u"geom"_s, other);
            }
        }
    }
    const auto harmed = (*project)->apply(harm);
    QVERIFY2(harmed, why(harmed));
    QVERIFY(rowsOf(path(u"plan.gpkg"_s), table, shapes) != before);
    const auto made = read(**project, file, as);
    QVERIFY2(made, why(made));
    QVERIFY2(made->report.unused.isEmpty(), firstOf(*made));
    const auto applied = (*project)->apply(made->edit);
    QVERIFY2(applied, why(applied));
    QCOMPARE(rowsOf(path(u"plan.gpkg"_s), table, shapes), before);
    QVERIFY((*project)->undo()); // and it is one step
    QVERIFY(rowsOf(path(u"plan.gpkg"_s), table, shapes) != before);
}

/// Beyond 20,000 rows a workbook is written row by row, without being held in memory.
void RoundTripTest::largeSheetComesBack() {
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s)));
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    Edit edit;
    constexpr int rows = 21000;
    for (int i = 0; i < rows; ++i) {
        edit.changes << insertRow(Table::Observations, {{u"zone"_s, u"330108"_s},
                                                        {u"indicator"_s, u"gdp"_s},
                                                        {u"period"_s, QString::number(1900 + i % 100)},
                                                        {u"source"_s, u"来源 %1"_s.arg(i / 100)},
                                                        {u"value"_s, i * 0.125},
                                                        {u"note"_s, u"注 <%1> & \"%1\""_s.arg(i)}});
    }
    const auto applied = (*project)->apply(edit);
    QVERIFY2(applied, why(applied));
    const QString file = exported(path(u"plan.gpkg"_s), Table::Observations, u"xlsx"_s);
    QVERIFY(!file.isEmpty());
    const auto made = read(**project, file, ImportKind::Observations);
    QVERIFY2(made, why(made));
    QVERIFY2(made->edit.changes.isEmpty(), firstOf(*made));
    QCOMPARE(made->report.unchanged, rowsOf(path(u"plan.gpkg"_s), Table::Observations).size());
    QCOMPARE_GT(made->report.unchanged, rows);
}

/// A shapefile and a KML file give back all that they did not say they would lose.
void RoundTripTest::keepsWhatShapefilesKeep() {
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s), false));
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    for (const QString& ending : {u"shp"_s, u"kml"_s}) {
        for (const ImportKind kind : {ImportKind::Zones, ImportKind::Sites}) {
            const QString file = exported(path(u"plan.gpkg"_s), tableOf(kind), ending);
            QVERIFY(!file.isEmpty());
            const auto made = read(**project, file, kind);
            QVERIFY2(made, why(made));
            QVERIFY2(made->report.unused.isEmpty(), firstOf(*made));
            QCOMPARE(made->report.unusedColumns.size(), 0);
            const auto facts = factsOf(path(u"plan.gpkg"_s), tableOf(kind));
            QStringList lossy;
            for (const Loss& loss : lossesOf(*facts, *formatNamed(ending))) {
                lossy << loss.columns << (loss.kind == Loss::Kind::Digits ? u"geom"_s : QString());
            }
            for (const Change& change : made->edit.changes) {
                for (const QString& column : change.after.keys()) {
                    QVERIFY2(lossy.contains(column), firstOf(*made));
                }
            }
        }
    }
}

/// What a person does to an exported sheet: a zone by its name, a bound by its sign, a new row, a comma in a number.
void RoundTripTest::editedSheetComesBack() {
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s), false));
    QFile sheet(exported(path(u"plan.gpkg"_s), Table::Observations, u"csv"_s));
    QVERIFY(sheet.open(QIODevice::ReadWrite));
    const QByteArray head = sheet.readLine();
    QCOMPARE(QString::fromUtf8(head).trimmed(),
             u"zone,indicator,period,source,address,value,bound,missing_reason,status,confidence,adopted,author,"
             "edited_at,note"_s);
    sheet.resize(0);
    sheet.seek(0);
    sheet.write(head + QByteArray("滨江,gdp,2031年,公报,,\">2,500\",exact,,published,high,是,,,手工填报\r\n"
                                  "330109,gdp,,公报,,12.5,about,,estimate,low,0,,,未注明年份\r\n"
                                  "330106,gdp,2031,公报,,保密,exact,,published,high,0,,,\r\n"));
    sheet.close();
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    const auto made = read(**project, sheet.fileName(), ImportKind::Observations);
    QVERIFY2(made, why(made));
    QVERIFY2(made->report.used == 3, firstOf(*made));
    QCOMPARE(made->report.values, 3);
    const Fields first = made->edit.changes[0].after;
    QCOMPARE(textOf(first[u"zone"_s]), u"330108"_s);
    QCOMPARE(textOf(first[u"period"_s]), u"2031"_s);
    QCOMPARE(toText(first[u"value"_s]), u"2500"_s);
    QCOMPARE(textOf(first[u"bound"_s]), u"more_than"_s);
    QCOMPARE(toText(first[u"adopted"_s]), u"1"_s);
    QCOMPARE(textOf(made->edit.changes[1].after[u"period"_s]), QString()); // not stated, as the project may have it
    QVERIFY(isNull(made->edit.changes[2].after[u"value"_s]));
    QCOMPARE(textOf(made->edit.changes[2].after[u"missing_reason"_s]), u"保密"_s);
    const auto applied = (*project)->apply(made->edit);
    QVERIFY2(applied, why(applied));
    for (const QString& format : {u"csv"_s, u"xlsx"_s}) { // what was withheld goes out and comes back as that
        const auto again =
            read(**project, exported(path(u"plan.gpkg"_s), Table::Observations, format), ImportKind::Observations);
        QVERIFY2(again && again->edit.changes.isEmpty(), why(again));
    }
}

void RoundTripTest::adoptedValueChangesPlaces() {
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s), false));
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Write);
    const auto row = [](const QString& source, bool adopted) {
        return insertRow(Table::Observations, {{u"zone"_s, u"330108"_s},
                                               {u"indicator"_s, u"gdp"_s},
                                               {u"period"_s, u"2031"_s},
                                               {u"source"_s, source},
                                               {u"value"_s, 5.0},
                                               {u"adopted"_s, qint64(adopted)}});
    };
    QVERIFY((*project)->apply({.changes = {row(u"甲"_s, true), row(u"乙"_s, false)}}));
    QFile sheet(exported(path(u"plan.gpkg"_s), Table::Observations, u"csv"_s));
    QVERIFY(sheet.open(QIODevice::ReadWrite));
    QString text = QString::fromUtf8(sheet.readAll());
    text.replace(u"2031,乙,,5,exact,,published,high,0"_s, u"2031,乙,,5,exact,,published,high,1"_s);
    text.replace(u"2031,甲,,5,exact,,published,high,1"_s, u"2031,甲,,5,exact,,published,high,0"_s);
    sheet.resize(0);
    sheet.seek(0);
    sheet.write(text.toUtf8());
    sheet.close();
    const auto made = read(**project, sheet.fileName(), ImportKind::Observations);
    QVERIFY2(made, why(made));
    QCOMPARE(made->report.used, 2);
    const auto applied = (*project)->apply(made->edit);
    QVERIFY2(applied, why(applied));
    for (const Observation& o : (*project)->content().plan.observations) {
        if (o.period.toString() == u"2031"_s) {
            QCOMPARE(o.adopted, o.source == u"乙"_s);
        }
    }
}

void RoundTripTest::whatCannotStandIsTold() {
    QVERIFY(makeAwkwardProject(path(u"plan.gpkg"_s), false));
    QFile sheet(path(u"in.csv"_s));
    QVERIFY(sheet.open(QIODevice::WriteOnly));
    sheet.write("zone,indicator,period,source,value,bound,missing_reason,status,confidence,adopted,colour\n"
                "月球区,gdp,2030,s,1,exact,,published,high,0,red\n"
                "330108,luck,2030,s,1,exact,,published,high,0,red\n"
                "330108,gdp,soon,s,1,exact,,published,high,0,red\n"
                "330108,gdp,2030,s,many,exact,,published,high,0,red\n"
                "330108,gdp,2030,s,1,roughly,,published,high,0,red\n"
                "330108,gdp,2030,,1,exact,,published,high,0,red\n"
                "330108,gdp,2030,s,,exact,,published,high,0,red\n"
                "330108,area_km2,2030,s,-3,exact,,published,high,0,red\n"
                "330108,gdp,2030,s,1,exact,,published,high,0,red\n"
                "330108,gdp,2030,s,2,exact,,published,high,0,red\n");
    sheet.close();
    const auto project = OpenProject::open(path(u"plan.gpkg"_s), OpenProject::Access::Read);
    const auto made = read(**project, sheet.fileName(), ImportKind::Observations);
    QVERIFY2(made, why(made));
    using enum ImportReport::Notice::Kind;
    QList<ImportReport::Notice::Kind> kinds;
    QList<int> rows;
    for (const ImportReport::Notice& notice : made->report.unused) {
        kinds << notice.kind;
        rows << notice.row;
    }
    QCOMPARE(kinds, (QList{ZoneUnknown, ColumnUnknown, CellRefused, CellRefused, CellRefused, CellRefused, RowEmpty,
                           ValueRefused, RowTwice}));
    QCOMPARE(rows, (QList{2, 3, 4, 5, 6, 7, 8, 9, 11}));
    QCOMPARE(made->report.used, 1);
    QCOMPARE(made->report.read, 10);
    QCOMPARE(made->report.values,
             made->report.valuesUsed + made->report.valuesUnchanged + made->report.unusedValues.size());
    QCOMPARE(made->report.unusedColumns.size(), 1); // colour
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
