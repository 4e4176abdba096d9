#include "core/import/new_indicators.h"
#include "core/import/observation_import.h"
#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Notice = ImportReport::Notice;

class ObservationImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_plan = sampleProject().plan; }

    void findsTitlesHeadingsAndUnits();
    void twoRowsOfHeadings();
    void columnsOfYears();
    void observationsInRows();
    void choicesGoBeforeWhatIsFound();
    void everythingThatIsNotUsedIsNamed();
    void unitsAreConverted();
    void aTableWithoutZonesIsRefused();

    void valuesOfTheSameSourceAreChanged();
    void anotherSourceIsNotAdoptedByItself();
    void rowsGoBeforeWhatIsSaidOfTheWhole();
    void anotherTableBelowIsNotRead();
    void aListOfUnitsIsTheUnitOfNoColumn();
    void whatIsWithheldIsSaid();
    void aCellMaySayThatItIsWithheld();
    void refusesWhatRulesForbid();
    void figuresOfFormerDistrictsAreAddedUp();
    void namesOfThePastAreNoPartsOfToday();
    void eachYearHasItsBoundaries();
    void everyColumnIsTold();
    void vintageIsAskedForWhereItIsNotClear();
    void rowsMayStateTheirUnit();
    void aSignBehindANumberIsItsUnit();
    void aCodeAndANameMustAgree();
    void cellsMergedDownwardsCountForTheRowsBelow();
    void cellsWithoutHeadingAreNamed();
    void figuresOfThePastSayOfWhichBoundaries();
    void unknownColumnsMayBecomeIndicators();
    void oneStepTakesItBack();

private:
    TableLayout layout(const SheetRows& sheet, const LayoutChoices& choices = {}) const {
        const auto found = layoutOf(m_plan, ZoneNames(m_plan), sheet, choices);
        return found ? *found : TableLayout{};
    }
    ObservationImport import(const SheetRows& sheet, const ObservationChoices& choices = {.source = u"年鉴"_s},
                             const LayoutChoices& how = {}) const {
        const ObservationImport made =
            importObservations(m_plan, ZoneNames(m_plan), sheet, layout(sheet, how), choices);
        const ImportReport& report = made.report;
        // Nothing is lost, whatever the table.
        if (report.read != report.used + report.unchanged + report.unused.size() ||
            report.values != report.valuesUsed + report.valuesUnchanged + report.unusedValues.size()) {
            qFatal("the counts do not add up");
        }
        return made;
    }
    static QVariantMap inserted(const ObservationImport& made, const QString& zone, const QString& indicator,
                                const QString& period) {
        for (const Change& change : made.edit.changes) {
            if (change.kind == Change::Kind::Insert && textOf(change.after.value(u"zone"_s)) == zone &&
                textOf(change.after.value(u"indicator"_s)) == indicator &&
                textOf(change.after.value(u"period"_s)) == period) {
                QVariantMap cells;
                for (auto cell = change.after.cbegin(); cell != change.after.cend(); ++cell) {
                    cells.insert(cell.key(), toText(cell.value()));
                }
                return cells;
            }
        }
        return {};
    }
    static QString valueIn(const ObservationImport& made, const QString& zone, const QString& indicator,
                           const QString& period) {
        return inserted(made, zone, indicator, period).value(u"value"_s).toString();
    }

    Plan m_plan;
};

void ObservationImportTest::findsTitlesHeadingsAndUnits() {
    const SheetRows sheet{{u"表1 2025年各区县主要指标"_s},
                          {u""_s, u""_s, u"单位：见表头"_s},
                          {u"地区"_s, u"地区生产总值"_s, u"年末常住人口"_s},
                          {u""_s, u"(亿元)"_s, u"(万人)"_s},
                          {u"滨江区"_s, u"２，５００．５"_s, u"55"_s},
                          {u"余杭"_s, u"3,001"_s, u"—"_s}};
    const TableLayout found = layout(sheet);
    QCOMPARE(found.titleRows, 2);
    QCOMPARE(found.unitRow, 3);
    QCOMPARE(found.firstRow, 4);
    QCOMPARE(found.zoneColumn, 0);
    QCOMPARE(found.columns[1].indicator, u"gdp"_s);
    QCOMPARE(found.columns[1].period->toString(), u"2025"_s);
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.read, 2);
    QCOMPARE(made.report.used, 2);
    QCOMPARE(made.report.values, 3); // the dash is none
    QCOMPARE(valueIn(made, u"330108"_s, u"gdp"_s, u"2025"_s), u"2500.5"_s);
    QCOMPARE(valueIn(made, u"330110"_s, u"gdp"_s, u"2025"_s), u"3001"_s);
    QCOMPARE(inserted(made, u"330108"_s, u"gdp"_s, u"2025"_s).value(u"source"_s), u"年鉴"_s);
    QCOMPARE(inserted(made, u"330108"_s, u"gdp"_s, u"2025"_s).value(u"adopted"_s), u"1"_s);
}

void ObservationImportTest::twoRowsOfHeadings() {
    const SheetRows sheet{{u"代码"_s, u"地区"_s, u"2024年"_s, u""_s, u"2025年"_s, u""_s},
                          {u""_s, u""_s, u"地区生产总值"_s, u"上市公司数"_s, u"地区生产总值"_s, u"上市公司数"_s},
                          {u"330108.0"_s, u"滨江区"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}};
    const TableLayout found = layout(sheet);
    QCOMPARE(found.firstRow, 2);
    QCOMPARE(found.columns[1].kind, TableColumn::Kind::Zone); // the name beside the code
    QVERIFY(found.notices.isEmpty());
    const ObservationImport made = import(sheet, {.source = u"年鉴"_s});
    QCOMPARE(valueIn(made, u"330108"_s, u"listed_companies"_s, u"2024"_s), u"2"_s);
    QCOMPARE(valueIn(made, u"330108"_s, u"gdp"_s, u"2025"_s), u"3"_s);
    QCOMPARE(valueIn(made, u"330108"_s, u"listed_companies"_s, u"2025"_s), u"4"_s);
}

void ObservationImportTest::columnsOfYears() {
    const SheetRows sheet{{u"各区县上市公司数（家）"_s},
                          {u"地区"_s, u"2027"_s, u"2028年"_s},
                          {u"滨江区"_s, u"70"_s, u"71"_s},
                          {u"钱塘区"_s, u"8"_s, u"9"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.used, 2);
    QCOMPARE(valueIn(made, u"330114"_s, u"listed_companies"_s, u"2028"_s), u"9"_s);
    // The person may say which.
    const ObservationImport other = import(sheet, {.source = u"年鉴"_s}, {.indicator = u"express_firms"_s});
    QCOMPARE(valueIn(other, u"330114"_s, u"express_firms"_s, u"2027"_s), u"8"_s);
}

void ObservationImportTest::observationsInRows() {
    const SheetRows sheet{{u"zone"_s, u"indicator"_s, u"period"_s, u"source"_s, u"value"_s, u"missing_reason"_s,
                           u"status"_s, u"adopted"_s},
                          {u"330108"_s, u"gdp"_s, u"2031"_s, u"甲"_s, u">50"_s, u""_s, u"estimate"_s, u"0"_s},
                          {u"330109"_s, u"gdp"_s, u"2031"_s, u""_s, u""_s, u"not published"_s, u""_s, u""_s},
                          {u"330110"_s, u"nonsense"_s, u"2031"_s, u""_s, u"5"_s, u""_s, u""_s, u""_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.used, 2);
    const QVariantMap first = inserted(made, u"330108"_s, u"gdp"_s, u"2031"_s);
    QCOMPARE(first.value(u"value"_s), u"50"_s);
    QCOMPARE(first.value(u"bound"_s), nameOf(Quantity::Bound::MoreThan));
    QCOMPARE(first.value(u"source"_s), u"甲"_s);
    QCOMPARE(first.value(u"status"_s), u"estimate"_s);
    QCOMPARE(first.value(u"adopted"_s), u"0"_s);
    const QVariantMap second = inserted(made, u"330109"_s, u"gdp"_s, u"2031"_s);
    QCOMPARE(second.value(u"source"_s), u"年鉴"_s);
    QCOMPARE(second.value(u"missing_reason"_s), u"not published"_s);
    QCOMPARE(made.report.unused.size(), 1);
    QCOMPARE(made.report.unused[0].row, 4);
    QCOMPARE(made.report.unused[0].kind, Notice::Kind::ColumnUnknown);
}

void ObservationImportTest::choicesGoBeforeWhatIsFound() {
    const SheetRows sheet{{u"滨江区"_s, u"330109"_s, u"7"_s}, {u"西湖区"_s, u"330110"_s, u"8"_s}};
    QVERIFY(layout(sheet).columns[2].kind == TableColumn::Kind::Unused);
    const SheetRows named{{u"甲"_s, u"乙"_s, u"地区生产总值"_s}, {u"滨江区"_s, u"330109"_s, u"7"_s}};
    const LayoutChoices byB{.zoneColumn = u"B"_s, .period = Period::parse(u"2030"_s)};
    QCOMPARE(layout(named, byB).zoneColumn, 1);
    QCOMPARE(valueIn(import(named, {.source = u"年鉴"_s}, byB), u"330109"_s, u"gdp"_s, u"2030"_s), u"7"_s);
    const LayoutChoices byName{.zoneColumn = u"甲"_s, .period = Period::parse(u"2030"_s)};
    QCOMPARE(layout(named, byName).zoneColumn, 0);
}

void ObservationImportTest::everythingThatIsNotUsedIsNamed() {
    const SheetRows sheet{{u"地区"_s, u"2030年地区生产总值"_s, u"汪汪数"_s, u"上市公司数"_s},
                          {u"高新区"_s, u"9"_s, u""_s, u""_s}, // a row of data, though its zone is unknown
                          {u"滨江区"_s, u"约100"_s, u"3"_s, u"2"_s},
                          {u"萧山区"_s, u"许多"_s, u""_s, u""_s},
                          {u"余杭区"_s, u""_s, u""_s, u""_s},
                          {u"滨江区"_s, u"101"_s, u""_s, u""_s},
                          {},
                          {u"注：数据未经核实"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.read, 6); // the empty line is no row
    QCOMPARE(made.report.used, 1);
    QList<std::pair<int, Notice::Kind>> unused;
    for (const Notice& notice : made.report.unused) {
        unused.emplaceBack(notice.row, notice.kind);
    }
    const QList<std::pair<int, Notice::Kind>> expected{{2, Notice::Kind::ZoneUnknown},
                                                       {4, Notice::Kind::NotANumber},
                                                       {5, Notice::Kind::RowEmpty},
                                                       {6, Notice::Kind::ValueTwice},
                                                       {8, Notice::Kind::ZoneUnknown}};
    QCOMPARE(unused, expected);
    QCOMPARE(made.report.unusedColumns.size(), 2);
    QCOMPARE(made.report.unusedColumns[0].column, u"汪汪数"_s);
    QCOMPARE(made.report.unusedColumns[1].kind, Notice::Kind::PeriodUnknown);
}

void ObservationImportTest::unitsAreConverted() {
    const SheetRows sheet{{u"地区"_s, u"2030年地区生产总值(万元)"_s, u"2030年财政总收入(亿美元)"_s},
                          {u"滨江区"_s, u"1234.5"_s, u"3"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(valueIn(made, u"330108"_s, u"gdp"_s, u"2030"_s), u"0.12345"_s);
    QCOMPARE(made.report.unusedColumns.size(), 1);
    QCOMPARE(made.report.unusedColumns[0].kind, Notice::Kind::UnitDiffers);
    QCOMPARE(made.report.unusedColumns[0].arguments, (QStringList{u"亿美元"_s, u"亿元"_s}));
}

void ObservationImportTest::aTableWithoutZonesIsRefused() {
    const SheetRows sheet{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    const auto found = layoutOf(m_plan, ZoneNames(m_plan), sheet);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Problem::Code::ZonesUnnamed);
    QVERIFY(!layoutOf(m_plan, ZoneNames(m_plan), {}));
}

void ObservationImportTest::valuesOfTheSameSourceAreChanged() {
    const Observation known = m_plan.observations[0];
    const SheetRows sheet{{u"zone"_s, u"indicator"_s, u"period"_s, u"source"_s, u"value"_s},
                          {known.zone, known.indicator, known.period.toString(), known.source, u"1"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.edit.changes.size(), 1);
    QCOMPARE(made.edit.changes[0].kind, Change::Kind::Update);
    SheetRows same = sheet;
    same[1][4] = known.value->toString();
    const ObservationImport again = import(same);
    QVERIFY(again.edit.changes.isEmpty());
    QCOMPARE(again.report.unchanged, 1);
}

void ObservationImportTest::anotherSourceIsNotAdoptedByItself() {
    const Observation known = m_plan.observations[0];
    QVERIFY(known.adopted);
    const SheetRows sheet{{u"zone"_s, u"indicator"_s, u"period"_s, u"value"_s},
                          {known.zone, known.indicator, known.period.toString(), u"1"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.edit.changes.size(), 1);
    QCOMPARE(toText(made.edit.changes[0].after.value(u"adopted"_s)), u"0"_s);
    const ObservationImport adopted = import(sheet, {.source = u"年鉴"_s, .adopt = true});
    QCOMPARE(adopted.edit.changes.size(), 2); // the other one goes first
    QCOMPARE(adopted.edit.changes[0].key[3], known.source);
}

void ObservationImportTest::rowsGoBeforeWhatIsSaidOfTheWhole() {
    const SheetRows sheet{{u"区县"_s, u"年份"_s, u"地区生产总值"_s},
                          {u"滨江区"_s, u"2020"_s, u"10"_s},
                          {u"萧山区"_s, {}, u"20"_s},
                          {u"余杭区"_s, u"2023/24"_s, u"30"_s}};
    const ObservationImport made =
        import(sheet, {.source = u"年鉴"_s, .vintage = Vintage::Current}, {.period = Period::parse(u"2023"_s)});
    QCOMPARE(valueIn(made, u"330108"_s, u"gdp"_s, u"2020"_s), u"10"_s);
    QCOMPARE(valueIn(made, u"330109"_s, u"gdp"_s, u"2023"_s), u"20"_s);
    QCOMPARE(made.report.unusedValues.size(), 1);
    QCOMPARE(made.report.unusedValues[0].kind, Notice::Kind::PeriodUnknown);
}

void ObservationImportTest::anotherTableBelowIsNotRead() {
    const SheetRows sheet{{u"区县"_s, u"2030年地区生产总值"_s},
                          {u"滨江区"_s, u"10"_s},
                          {},
                          {u"区县"_s, u"2030年常住人口"_s},
                          {u"萧山区"_s, u"120"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.used, 1);
    QCOMPARE(valueIn(made, u"330109"_s, u"gdp"_s, u"2030"_s), QString());
    const auto told = std::ranges::find(made.report.warnings, Notice::Kind::LayerLeft, &Notice::kind);
    QVERIFY(told != made.report.warnings.end());
    QCOMPARE(told->row, 4);
    QCOMPARE(told->text, u"区县 2030年常住人口"_s);
}

void ObservationImportTest::aListOfUnitsIsTheUnitOfNoColumn() {
    const SheetRows sheet{{u"单位：亿元、万人"_s, {}}, {u"区县"_s, u"2030年地区生产总值"_s}, {u"滨江区"_s, u"10"_s}};
    QCOMPARE(valueIn(import(sheet), u"330108"_s, u"gdp"_s, u"2030"_s), u"10"_s);
    const SheetRows other{{u"单位：万元"_s, {}}, {u"区县"_s, u"2030年地区生产总值"_s}, {u"滨江区"_s, u"10"_s}};
    QCOMPARE(valueIn(import(other), u"330108"_s, u"gdp"_s, u"2030"_s), u"0.001"_s);
    QCOMPARE(valueIn(import(other, {.source = u"年鉴"_s}, {.unitRow = -1}), u"330108"_s, u"gdp"_s, u"2030"_s), u"10"_s);
}

void ObservationImportTest::whatIsWithheldIsSaid() {
    const SheetRows sheet{{u"zone"_s, u"indicator"_s, u"period"_s, u"value"_s, u"missing_reason"_s},
                          {u"330108"_s, u"gdp"_s, u"2030"_s, {}, u"保密"_s},
                          {u"330109"_s, u"gdp"_s, u"2030"_s, {}, u"未公布"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(inserted(made, u"330108"_s, u"gdp"_s, u"2030"_s).value(u"adopted"_s).toString(), u"1"_s);
    QCOMPARE(inserted(made, u"330109"_s, u"gdp"_s, u"2030"_s).value(u"adopted"_s).toString(), u"0"_s);
    const ObservationImport asked = import(sheet, {.source = u"年鉴"_s, .adopt = true});
    QCOMPARE(inserted(asked, u"330109"_s, u"gdp"_s, u"2030"_s).value(u"adopted"_s).toString(), u"1"_s);
}

/// Where the number should be.
void ObservationImportTest::aCellMaySayThatItIsWithheld() {
    const ObservationImport made = import({{u"地区"_s, u"2030年地区生产总值（亿元）"_s, u"2030年上市公司数"_s},
                                           {u"滨江区"_s, u"保密"_s, u"（保密）"_s},
                                           {u"萧山区"_s, u"＊"_s, u"Withheld"_s},
                                           {u"余杭区"_s, u"保密吗"_s, u"7"_s}});
    QCOMPARE(made.report.valuesUsed, 5);
    QCOMPARE(made.report.unusedValues.size(), 1);
    QCOMPARE(made.report.unusedValues[0].text, u"保密吗"_s);
    const auto reason = [&](const QString& zone, const QString& indicator) {
        const QVariantMap cells = inserted(made, zone, indicator, u"2030"_s);
        return cells.value(u"value"_s).toString().isEmpty() ? cells.value(u"missing_reason"_s).toString() : u"?"_s;
    };
    QCOMPARE(reason(u"330108"_s, u"gdp"_s), u"保密"_s);
    QCOMPARE(reason(u"330108"_s, u"listed_companies"_s), u"保密"_s);
    QCOMPARE(reason(u"330109"_s, u"gdp"_s), u"保密"_s);
    QCOMPARE(reason(u"330109"_s, u"listed_companies"_s), u"Withheld"_s);
    QCOMPARE(made.report.warnings.size(), 1);
    QCOMPARE(made.report.warnings[0].kind, Notice::Kind::ValuesWithheld);
    QCOMPARE(made.report.warnings[0].arguments, QStringList{u"4"_s});
    // What the row says of it stays; so it does in a table of earlier districts.
    const ObservationImport told = import({{u"zone"_s, u"indicator"_s, u"period"_s, u"value"_s, u"missing_reason"_s},
                                           {u"滨江区"_s, u"gdp"_s, u"2019"_s, u"保密"_s, u"仅两家企业"_s},
                                           {u"下城区"_s, u"gdp"_s, u"2019"_s, u"3"_s, {}},
                                           {u"拱墅区"_s, u"gdp"_s, u"2019"_s, u"4"_s, {}}});
    QCOMPARE(inserted(told, u"330108"_s, u"gdp"_s, u"2019"_s).value(u"missing_reason"_s).toString(),
             u"保密: 仅两家企业"_s);
    QCOMPARE(valueIn(told, u"330105"_s, u"gdp"_s, u"2019"_s), u"7"_s);
}

void ObservationImportTest::refusesWhatRulesForbid() {
    const SheetRows sheet{{u"地区"_s, u"2030年面积"_s}, {u"滨江区"_s, u"-4"_s}, {u"萧山区"_s, u"900"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.used, 1);
    QCOMPARE(made.report.unusedValues.size(), 1);
    QCOMPARE(made.report.unusedValues[0].kind, Notice::Kind::ValueRefused);
    QCOMPARE(made.report.unusedValues[0].arguments.value(0), u"0"_s);
}

void ObservationImportTest::figuresOfFormerDistrictsAreAddedUp() {
    const SheetRows sheet{{u"地区"_s, u"2019年上市公司数"_s, u"2019年地区生产总值增速"_s},
                          {u"上城区"_s, u"10"_s, u"5"_s},
                          {u"下城区"_s, u"20"_s, u"6"_s},
                          {u"江干区"_s, u"30"_s, u"7"_s},
                          {u"拱墅区"_s, u"12"_s, u"8"_s},
                          {u"西湖区"_s, u"50"_s, u"9"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.vintage, Vintage::Former);
    const QVariantMap gongshu = inserted(made, u"330105"_s, u"listed_companies"_s, u"2019"_s);
    QCOMPARE(gongshu.value(u"value"_s), u"32"_s);
    QCOMPARE(gongshu.value(u"status"_s), u"estimate"_s);
    QVERIFY(gongshu.value(u"note"_s).toString().contains(u"下城区"_s));
    QCOMPARE(valueIn(made, u"330106"_s, u"listed_companies"_s, u"2019"_s), u"50"_s);
    QCOMPARE(valueIn(made, u"330102"_s, u"listed_companies"_s, u"2019"_s), QString()); // 江干 went to two
    QCOMPARE(valueIn(made, u"330114"_s, u"listed_companies"_s, u"2019"_s), QString());
    QCOMPARE(valueIn(made, u"330105"_s, u"gdp_growth"_s, u"2019"_s), QString()); // growth does not add up
    QCOMPARE(valueIn(made, u"330106"_s, u"gdp_growth"_s, u"2019"_s), u"9"_s);
    QCOMPARE(made.report.used, 3); // 下城, 拱墅, 西湖
    QCOMPARE(made.report.unused.size(), 2);
    QCOMPARE(made.report.unused[0].kind, Notice::Kind::FormerSplit);
}

/// 临安市 only changed its name: it is 临安区, in its own time and later. 下城区 became a part of 拱墅区: a figure of it is none
/// of today's zones, least of all one that stands in the place of the whole.
void ObservationImportTest::namesOfThePastAreNoPartsOfToday() {
    for (const QString& year : {u"2016"_s, u"2019"_s, u"2030"_s}) {
        const ObservationImport made =
            import({{u"地区"_s, year + u"年上市公司数"_s}, {u"临安市"_s, u"7"_s}, {u"富阳市"_s, u"8"_s}});
        QCOMPARE(made.report.used, 2);
        QVERIFY(made.report.unused.isEmpty());
        QCOMPARE(valueIn(made, u"330112"_s, u"listed_companies"_s, year), u"7"_s);
    }
    const ObservationImport mixed = import(
        {{u"地区"_s, u"2016年上市公司数"_s}, {u"下城区"_s, u"20"_s}, {u"拱墅区"_s, u"12"_s}, {u"临安市"_s, u"7"_s}});
    QCOMPARE(mixed.report.used, 3);
    QCOMPARE(valueIn(mixed, u"330105"_s, u"listed_companies"_s, u"2016"_s), u"32"_s);
    QCOMPARE(valueIn(mixed, u"330112"_s, u"listed_companies"_s, u"2016"_s), u"7"_s);
    const ObservationImport late =
        import({{u"地区"_s, u"2030年上市公司数"_s}, {u"下城区"_s, u"500"_s}, {u"拱墅区"_s, u"600"_s}});
    QCOMPARE(valueIn(late, u"330105"_s, u"listed_companies"_s, u"2030"_s), u"600"_s);
    QCOMPARE(late.report.used, 1);
    QCOMPARE(late.report.unused.size(), 1);
    QCOMPARE(late.report.unused[0].row, 2);
    QCOMPARE(late.report.unused[0].kind, Notice::Kind::FormerGone);
    QCOMPARE(late.report.unused[0].arguments, (QStringList{u"330103"_s, u"2030"_s}));
    // Of a unit whose zone cannot be made up: what it lacks, and which units that is.
    const ObservationImport split =
        import({{u"地区"_s, u"2019年上市公司数"_s}, {u"江干区"_s, u"20"_s}, {u"下城区"_s, u"12"_s}});
    QCOMPARE(split.report.unused.size(), 2);
    QCOMPARE(split.report.unused[0].arguments,
             (QStringList{u"330104"_s, u"listed_companies"_s, u"2019"_s, u"cannot_split"_s, u"330104"_s}));
    QCOMPARE(split.report.unused[1].arguments,
             (QStringList{u"330103"_s, u"listed_companies"_s, u"2019"_s, u"part_missing"_s, u"330105"_s}));
}

/// A table of several years has the districts of each.
void ObservationImportTest::eachYearHasItsBoundaries() {
    const ObservationImport made = import({{u"年份"_s, u"地区"_s, u"上市公司数"_s},
                                           {u"2019"_s, u"下城区"_s, u"20"_s},
                                           {u"2019"_s, u"拱墅区"_s, u"12"_s},
                                           {u"2019"_s, u"滨江区"_s, u"5"_s},
                                           {u"2030"_s, u"拱墅区"_s, u"40"_s},
                                           {u"2030"_s, u"临平区"_s, u"9"_s}});
    QVERIFY(made.report.unused.isEmpty());
    QCOMPARE(made.vintage, Vintage::Former);
    QCOMPARE(made.earlier, (QList{EarlierFigures{.period = *Period::parse(u"2019"_s), .rows = 2}}));
    QCOMPARE(valueIn(made, u"330105"_s, u"listed_companies"_s, u"2019"_s), u"32"_s);
    QCOMPARE(valueIn(made, u"330105"_s, u"listed_companies"_s, u"2030"_s), u"40"_s);
    QCOMPARE(valueIn(made, u"330113"_s, u"listed_companies"_s, u"2030"_s), u"9"_s);
    // What is asked of a year is asked of the rows that changed.
    const ObservationImport open = import({{u"年份"_s, u"地区"_s, u"上市公司数"_s},
                                           {u"2019"_s, u"滨江区"_s, u"5"_s},
                                           {u"2018"_s, u"余杭区"_s, u"5"_s},
                                           {u"2030"_s, u"临平区"_s, u"9"_s}});
    QCOMPARE(open.report.used, 2);
    QCOMPARE(open.report.warnings.size(), 1);
    QCOMPARE(open.report.warnings[0].arguments, (QStringList{u"2018"_s, u"1"_s}));
}

void ObservationImportTest::everyColumnIsTold() {
    const ObservationImport made = import({{u"地区"_s, u"2030年地区生产总值（万元）"_s, u"汪汪数"_s, u"备注"_s},
                                           {u"滨江区"_s, u"10000"_s, u"3"_s, u"初步"_s}});
    const ColumnReading figure{.column = u"2030年地区生产总值（万元）"_s,
                               .field = u"figure"_s,
                               .indicator = u"gdp"_s,
                               .period = Period::parse(u"2030"_s),
                               .unit = u"万元"_s,
                               .converted = true};
    QCOMPARE(made.report.columns, (QList<ColumnReading>{{.column = u"地区"_s, .field = u"zone"_s},
                                                        figure,
                                                        {.column = u"汪汪数"_s},
                                                        {.column = u"备注"_s, .field = u"note"_s}}));
    QCOMPARE(made.report.unusedColumns.size(), 1);
    QCOMPARE(made.report.unusedColumns[0].column, u"汪汪数"_s);
}

void ObservationImportTest::vintageIsAskedForWhereItIsNotClear() {
    const SheetRows sheet{{u"地区"_s, u"2019年上市公司数"_s}, {u"上城区"_s, u"10"_s}, {u"西湖区"_s, u"50"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.vintage, Vintage::Unknown);
    QCOMPARE(made.report.warnings.size(), 1);
    QCOMPARE(made.report.warnings[0].kind, Notice::Kind::VintageUnknown);
    QCOMPARE(made.report.used, 1); // 西湖 is what it was; 上城 may be what it was, too
    QCOMPARE(made.report.unused.size(), 1);
    const ObservationImport former = import(sheet, {.source = u"年鉴"_s, .vintage = Vintage::Former});
    QCOMPARE(former.report.used, 1);
    const ObservationImport current = import(sheet, {.source = u"年鉴"_s, .vintage = Vintage::Current});
    QCOMPARE(current.report.used, 2);
    QVERIFY(current.report.warnings.isEmpty());
}

/// Tables that have an observation in each row, as statistical portals give them out.
/// As typed, and as percent cells of a workbook arrive: 5.5% of something in per cent is 5.5, in per mille 55.
void ObservationImportTest::aSignBehindANumberIsItsUnit() {
    m_plan.indicators << Indicator{.key = u"growth"_s, .name = {u"增速"_s, u"Growth"_s}, .unit = {u"%"_s, u"%"_s}}
                      << Indicator{.key = u"rate"_s, .name = {u"出生率"_s, u"Births"_s}, .unit = {u"‰"_s, u"‰"_s}};
    const SheetRows sheet{{u"地区"_s, u"2030年增速（%）"_s, u"2030年出生率"_s, u"2030年地区生产总值"_s},
                          {u"滨江区"_s, u"5.5%"_s, u"0.7％"_s, u"3%"_s},
                          {u"萧山区"_s, u"6"_s, u"8‰"_s, u""_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(valueIn(made, u"330108"_s, u"growth"_s, u"2030"_s), u"5.5"_s);
    QCOMPARE(valueIn(made, u"330108"_s, u"rate"_s, u"2030"_s), u"7"_s);
    QCOMPARE(valueIn(made, u"330109"_s, u"growth"_s, u"2030"_s), u"6"_s);
    QCOMPARE(valueIn(made, u"330109"_s, u"rate"_s, u"2030"_s), u"8"_s);
    QCOMPARE(made.report.unusedValues.size(), 1); // no product is a share
    QCOMPARE(made.report.unusedValues[0].kind, Notice::Kind::UnitDiffers);
    QCOMPARE(made.report.unusedValues[0].text, u"3%"_s);
    const ObservationImport words = import({{u"地区"_s, u"2030年地区生产总值（万元）"_s, u"2030年规上企业数"_s},
                                            {u"滨江区"_s, u"约2200亿元"_s, u"不足10家"_s},
                                            {u"萧山区"_s, u"1.5亿"_s, u"60+"_s}});
    QCOMPARE(valueIn(words, u"330108"_s, u"gdp"_s, u"2030"_s), u"2200"_s);
    QCOMPARE(valueIn(words, u"330109"_s, u"gdp"_s, u"2030"_s), u"1.5"_s);
    QCOMPARE(valueIn(words, u"330108"_s, u"above_scale_enterprises"_s, u"2030"_s), u"10"_s);
    QCOMPARE(valueIn(words, u"330109"_s, u"above_scale_enterprises"_s, u"2030"_s), u"60"_s);
    const auto boundIn = [&](const QString& zone, const QString& indicator) {
        return inserted(words, zone, indicator, u"2030"_s).value(u"bound"_s).toString();
    };
    QCOMPARE(boundIn(u"330108"_s, u"gdp"_s), u"about"_s);
    QCOMPARE(boundIn(u"330108"_s, u"above_scale_enterprises"_s), u"less_than"_s);
    QCOMPARE(boundIn(u"330109"_s, u"above_scale_enterprises"_s), u"at_least"_s);
    m_plan = sampleProject().plan;
}

void ObservationImportTest::aCodeAndANameMustAgree() {
    const SheetRows sheet{{u"代码"_s, u"名称"_s, u"2030年地区生产总值"_s},
                          {u"330108"_s, u"滨江区"_s, u"7"_s},
                          {u"330109"_s, u"余杭区"_s, u"8"_s},
                          {u"330110"_s, u"余杭"_s, u"9"_s}};
    const ObservationImport made = import(sheet);
    QCOMPARE(made.report.used, 2);
    QCOMPARE(made.report.unused.size(), 1);
    QCOMPARE(made.report.unused[0].kind, Notice::Kind::NamesDiffer);
    QCOMPARE(made.report.unused[0].row, 3);
    QCOMPARE(made.report.unused[0].arguments, (QStringList{u"330109"_s, u"330110"_s}));
    const ObservationImport byName =
        import(sheet, {.source = u"年鉴"_s}, {.zoneColumn = u"名称"_s}); // a person decides
    QVERIFY(!valueIn(byName, u"330110"_s, u"gdp"_s, u"2030"_s).isEmpty());
}

void ObservationImportTest::cellsMergedDownwardsCountForTheRowsBelow() {
    const SheetRows rows{{u"区县"_s, u"指标"_s, u"年份"_s, u"数值"_s},
                         {u"滨江区"_s, u"地区生产总值"_s, u"2030"_s, u"7"_s},
                         {u""_s, u"地区生产总值"_s, u"2031"_s, u"8"_s},
                         {u"萧山区"_s, u"地区生产总值"_s, u"2030"_s, u"9"_s}};
    const ObservationImport made = import(rows);
    QCOMPARE(valueIn(made, u"330108"_s, u"gdp"_s, u"2031"_s), u"8"_s);
    QCOMPARE(made.report.used, 3);
    const auto told = std::ranges::find(made.report.warnings, Notice::Kind::ZoneAbove, &Notice::kind);
    QVERIFY(told != made.report.warnings.end());
    QCOMPARE(told->row, 3);
    // Where a zone has one row, one without a name is of nobody knows whom.
    const SheetRows wide{{u"区县"_s, u"2030年地区生产总值"_s}, {u"滨江区"_s, u"7"_s}, {u""_s, u"8"_s}};
    QCOMPARE(import(wide).report.unused.size(), 1);
}

void ObservationImportTest::cellsWithoutHeadingAreNamed() {
    const SheetRows sheet{{u"区县"_s, u"2030年地区生产总值"_s, u""_s, u""_s},
                          {u"滨江区"_s, u"1"_s, u""_s, u""_s},
                          {u"萧山区"_s, u"1"_s, u""_s, u"234.5"_s}}; // "1,234.5", not quoted
    const QList<Notice> columns = import(sheet).report.unusedColumns;
    QCOMPARE(columns.size(), 1);
    QCOMPARE(columns[0].kind, Notice::Kind::HeadingMissing);
    QCOMPARE(columns[0].row, 3);
    QCOMPARE(columns[0].column, u"D"_s);
    QCOMPARE(columnLetters(25), u"Z"_s);
    QCOMPARE(columnLetters(26), u"AA"_s);
    QCOMPARE(columnLetters(702), u"AAA"_s);
}

void ObservationImportTest::figuresOfThePastSayOfWhichBoundaries() {
    const SheetRows sheet{{u"地区"_s, u"2019年地区生产总值"_s, u"2024年地区生产总值"_s}, {u"滨江区"_s, u"7"_s, u"8"_s}};
    const auto noteOf = [&](const ObservationChoices& choices, const QString& period) {
        return inserted(import(sheet, choices), u"330108"_s, u"gdp"_s, period).value(u"note"_s).toString();
    };
    const ObservationChoices former{.source = u"年鉴"_s, .vintage = Vintage::Former};
    QCOMPARE(noteOf(former, u"2019"_s), u"按调整前区划统计"_s);
    QCOMPARE(noteOf(former, u"2024"_s), QString());
    QVERIFY(import(sheet, former).earlier.isEmpty()); // its boundaries are what they were
    const SheetRows moved{{u"地区"_s, u"2019年地区生产总值"_s, u"2024年地区生产总值"_s},
                          {u"滨江区"_s, u"7"_s, u"8"_s},
                          {u"余杭区"_s, u"7"_s, u"8"_s}};
    QCOMPARE(import(moved, former).earlier,
             (QList{EarlierFigures{.period = *Period::parse(u"2019"_s), .rows = 1}})); // not the other column
    const ObservationChoices current{.source = u"年鉴"_s, .vintage = Vintage::Current};
    QCOMPARE(noteOf(current, u"2019"_s), u"导入者称按现行区划统计"_s);
    QCOMPARE(noteOf(current, u"2024"_s), QString());
}

void ObservationImportTest::rowsMayStateTheirUnit() {
    const SheetRows sheet{
        {u"zone_code"_s, u"zone_name"_s, u"indicator_key"_s, u"indicator_name_zh"_s, u"value"_s, u"unit"_s, u"year"_s,
         u"source_title"_s, u"source_url"_s, u"note"_s},
        {u"330108"_s, u"滨江区"_s, u"gdp"_s, u"地区生产总值"_s, u"12345678"_s, u"万元"_s, u"2030"_s, u"公报"_s,
         u"https://a"_s, u"conf=high"_s},
        {u"330109"_s, u"萧山区"_s, u"gdp"_s, u"地区生产总值"_s, u"9"_s, u"万人"_s, u"2030"_s, u"公报"_s, {}, {}}};
    const ObservationImport made = import(sheet, {});
    QVERIFY(made.report.unusedColumns.isEmpty());
    QCOMPARE(made.report.used, 1);
    QCOMPARE(made.edit.changes[0].after.value(u"value"_s), Value(1234.5678));
    QCOMPARE(textOf(made.edit.changes[0].after.value(u"source"_s)), u"公报"_s);
    QCOMPARE(textOf(made.edit.changes[0].after.value(u"address"_s)), u"https://a"_s);
    QCOMPARE(made.report.unused[0].kind, Notice::Kind::UnitDiffers);
    QCOMPARE(made.report.unused[0].arguments, (QStringList{u"万人"_s, u"亿元"_s}));
}

void ObservationImportTest::unknownColumnsMayBecomeIndicators() {
    const SheetRows sheet{{u"各区县软件业（2030年）"_s},
                          {u"地区"_s, u"软件业务收入(亿元)"_s, u"2029年软件业务收入"_s, u"联系人"_s},
                          {u"滨江区"_s, u"1,200"_s, u"1100"_s, u"张三"_s},
                          {u"余杭区"_s, u"2000"_s, u"-"_s, u"李四"_s}};
    QCOMPARE(import(sheet).report.valuesUsed, 0);
    const auto take = [&](const Plan& before, QList<Indicator>& added) {
        Plan plan = before;
        addIndicators(plan, sheet, *layoutOf(plan, ZoneNames(plan), sheet));
        ObservationImport made = importObservations(plan, ZoneNames(plan), sheet,
                                                    *layoutOf(plan, ZoneNames(plan), sheet), {.source = u"统计局"_s});
        added = introduceIndicators(made.edit, before, plan);
        return made;
    };
    QList<Indicator> added;
    const ObservationImport made = take(m_plan, added);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0].name.zh, u"软件业务收入"_s);
    QCOMPARE(added[0].unit.zh, u"亿元"_s);
    QCOMPARE(made.report.valuesUsed, 3);
    QCOMPARE(made.report.unusedColumns.size(), 1); // names of people are no figures
    QCOMPARE(made.report.unusedColumns[0].column, u"联系人"_s);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, sampleProject()));
    const auto project = OpenProject::open(file, OpenProject::Access::Write);
    const QString before = (*project)->contentHash();
    const auto applied = (*project)->apply(made.edit);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().field + applied.error().arguments.join(u' ')));
    QVERIFY((*project)->content().plan.indicator(added[0].key));
    // The same table again has nothing to say.
    QVERIFY(take((*project)->content().plan, added).edit.changes.isEmpty());
    QVERIFY(added.isEmpty());
    QVERIFY((*project)->undo());
    QCOMPARE((*project)->contentHash(), before);
}

void ObservationImportTest::oneStepTakesItBack() {
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"plan.gpkg"_s);
    QVERIFY(writeProjectFile(file, sampleProject()));
    const auto project = OpenProject::open(file, OpenProject::Access::Write);
    const QString before = (*project)->contentHash();
    const SheetRows sheet{{u"地区"_s, u"2030年地区生产总值"_s, u"2030年上市公司数"_s},
                          {u"滨江区"_s, u"1"_s, u"2"_s},
                          {u"萧山区"_s, u"3"_s, u"4"_s}};
    const auto applied = (*project)->apply(import(sheet).edit);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().field + applied.error().arguments.join(u' ')));
    QCOMPARE((*project)->content().plan.observations.size(), m_plan.observations.size() + 4);
    QVERIFY((*project)->undo());
    QCOMPARE((*project)->contentHash(), before);
}

QTEST_GUILESS_MAIN(ObservationImportTest)
#include "observation_import_test.moc"
