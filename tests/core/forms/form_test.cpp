// A form as sheets of text: its identity, what was filled in, and what becomes of it.

#include "core/analysis/zone_figures.h"
#include "core/forms/form_collection.h"
#include "core/forms/form_identity.h"
#include "core/plan/package.h"

#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Notice = ImportReport::Notice;
using State = ReturnedForm::State;

class FormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void identityComesBack();
    void brokenIdentities_data();
    void brokenIdentities();
    void rowsAreKnownByTheirNumber();
    void columnsMayMove();
    void withoutItsHeadingsNothingIsRead();
    void everyRowIsAccountedFor();
    void answersBecomeObservations();
    void valuesAreReadAsPeopleWriteThem_data();
    void valuesAreReadAsPeopleWriteThem();
    void whatIsMissingStaysMissing();
    void whatIsWithheldIsKept();
    void aSecondCollectChangesNothing();
    void aChangedRemarkIsTaken();
    void formsOfOthersAreLeftAlone();
    void formsOfOneZoneThatContradictAreNotUsed();
    void unitsThatChangedMeanwhileAreRefused();

private:
    Form form(const QString& zone = u"330108"_s) const;
    SheetRows sheet(const Form& of) const;
    ReturnedForm returned(const Form& of, const SheetRows& filled, const QString& file = u"a.xlsx"_s) const;
    FormCollection collect(const QList<ReturnedForm>& forms, const ObservationChoices& choices = {}) const;
    Plan after(const Edit& edit) const;

    Plan m_plan;
};

namespace {

void fill(SheetRows& sheet, int row, const QString& value, const QString& source = {}, const QString& remark = {}) {
    sheet[row][6] = value;
    sheet[row][7] = source;
    sheet[row][8] = remark;
}

QList<std::pair<int, Notice::Kind>> kinds(const QList<Notice>& notices) {
    QList<std::pair<int, Notice::Kind>> list;
    for (const Notice& notice : notices) {
        list.emplaceBack(notice.row, notice.kind);
    }
    return list;
}

constexpr int first = 2; // row of the first question in sheet()

} // namespace

void FormTest::initTestCase() {
    m_plan = *readPlanPackage(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
}

Form FormTest::form(const QString& zone) const {
    Form form{.plan = m_plan.key,
              .zone = zone,
              .sheet = u"填报"_s,
              .headings = {u"序号"_s, u"指标"_s, u"单位"_s, u"时期"_s, u"已有值"_s, u"已有值来源"_s, u"填报值"_s,
                           u"来源"_s, u"说明/缺失原因"_s},
              .by = {u"填报单位"_s}};
    for (const QString& key : {u"gdp"_s, u"area_km2"_s, u"listed_companies"_s, u"hq_enterprises"_s}) {
        const Indicator* indicator = m_plan.indicator(key);
        form.rows << FormRow{.number = static_cast<int>(form.rows.size()) + 1,
                             .indicator = key,
                             .period = *Period::parse(u"2031"_s),
                             .indicatorWords = indicator->name.zh,
                             .unitWords = indicator->unit.zh,
                             .periodWords = u"2031年"_s};
    }
    return form;
}

/// As the workbook shows it.
SheetRows FormTest::sheet(const Form& of) const {
    SheetRows sheet{{u"填报单位"_s, u"滨江区统计局"_s}, QStringList(of.headings.begin(), of.headings.end())};
    for (const FormRow& row : of.rows) {
        sheet << QStringList{QString::number(row.number),
                             row.indicatorWords,
                             row.unitWords,
                             row.periodWords,
                             u"1"_s,
                             u"年鉴"_s,
                             {},
                             {},
                             {}};
    }
    return sheet;
}

ReturnedForm FormTest::returned(const Form& of, const SheetRows& filled, const QString& file) const {
    return {.file = file, .filled = readFilledForm(of, filled).value()};
}

FormCollection FormTest::collect(const QList<ReturnedForm>& forms, const ObservationChoices& choices) const {
    FormCollection made = collectForms(m_plan, forms, choices);
    for (const ReturnedForm& form : made.forms) {
        if (form.state == State::Taken &&
            form.filled.rows != form.used + form.unchanged + form.refused.size() + form.filled.empty) {
            qFatal("the counts do not add up");
        }
    }
    return made;
}

Plan FormTest::after(const Edit& edit) const {
    Plan plan = m_plan;
    for (const Change& change : edit.changes) {
        if (change.kind != Change::Kind::Insert) {
            continue; // these tests only add
        }
        const auto text = [&](const char16_t* name) { return textOf(change.after.value(QString::fromUtf16(name))); };
        Observation o;
        o.zone = text(u"zone");
        o.indicator = text(u"indicator");
        o.period = *Period::parse(text(u"period"));
        o.source = text(u"source");
        o.missingReason = text(u"missing_reason");
        o.adopted = change.after.value(u"adopted"_s) == Value(qint64(1));
        o.note = text(u"note");
        if (const auto* number = std::get_if<double>(&*change.after.constFind(u"value"_s))) {
            o.value = Quantity{*number, fromName<Quantity::Bound>(text(u"bound")).value()};
        }
        plan.observations << o;
    }
    return plan;
}

void FormTest::identityComesBack() {
    const Form asked = form();
    const SheetRows sheet = identityOf(asked);
    const auto read = formFrom(sheet);
    QVERIFY(read);
    QCOMPARE(*read, asked);
    QVERIFY(sheet.contains(QStringList{u"zone"_s, u"330108"_s}));
    SheetRows padded = sheet; // other programs make all rows as long as the longest, and may add one above
    for (QStringList& row : padded) {
        row.resize(12);
    }
    padded.prepend({u"Field1"_s});
    padded.append(QStringList{u""_s});
    QCOMPARE(*formFrom(padded), asked);
}

void FormTest::brokenIdentities_data() {
    QTest::addColumn<SheetRows>("sheet");
    QTest::addColumn<int>("code");
    const SheetRows whole =
        identityOf({.plan = u"p"_s,
                    .zone = u"z"_s,
                    .sheet = u"s"_s,
                    .headings = {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s, u"9"_s},
                    .rows = {{.number = 1, .indicator = u"i"_s, .period = *Period::parse(u"2031"_s)}}});
    const int syntax = static_cast<int>(Problem::Code::SyntaxError);
    QTest::newRow("nothing") << SheetRows() << syntax;
    QTest::newRow("cut off") << whole.first(whole.size() - 1) << syntax;
    SheetRows changed = whole;
    changed.removeAt(6);
    QTest::newRow("a row less") << changed << syntax;
    changed = whole;
    changed[6][3] = u"soon"_s;
    QTest::newRow("no period") << changed << syntax;
    changed = whole;
    changed.insert(7, changed[6]);
    changed.last()[1] = u"2"_s;
    QTest::newRow("a number twice") << changed << syntax;
    changed = whole;
    changed[4].resize(4);
    QTest::newRow("headings missing") << changed << syntax;
    changed = whole;
    changed[0][1] = u"2"_s;
    QTest::newRow("newer") << changed << static_cast<int>(Problem::Code::SchemaTooNew);
}

void FormTest::brokenIdentities() {
    QFETCH(SheetRows, sheet);
    QFETCH(int, code);
    const auto read = formFrom(sheet);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void FormTest::rowsAreKnownByTheirNumber() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"7"_s, u"甲"_s);
    filled.swapItemsAt(first, first + 3); // somebody sorted them
    filled.insert(1, QStringList());      // and put a line in
    const FilledForm read = readFilledForm(asked, filled).value();
    QCOMPARE(read.answers.size(), 1);
    QCOMPARE(read.answers[0].asked.indicator, u"gdp"_s);
    QCOMPARE(read.answers[0].row, 7);
    QCOMPARE(read.empty, 3);
    QCOMPARE(read.by, QStringList{u"滨江区统计局"_s});
}

void FormTest::columnsMayMove() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"7"_s, u"甲"_s);
    for (QStringList& row : filled) {
        row.resize(9);
        row.insert(6, u"x"_s); // a column of their own
        row.move(0, 9);
    }
    const FilledForm read = readFilledForm(asked, filled).value();
    QCOMPARE(read.answers.size(), 1);
    QCOMPARE(read.answers[0].value, u"7"_s);
    QCOMPARE(read.answers[0].source, u"甲"_s);
}

void FormTest::withoutItsHeadingsNothingIsRead() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    filled[1][6] = u"本年值"_s;
    QVERIFY(!readFilledForm(asked, filled));
    QVERIFY(!readFilledForm(asked, {}));
}

void FormTest::everyRowIsAccountedFor() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"许多"_s, u"甲"_s);
    fill(filled, first + 1, u"-3"_s, u"甲"_s); // areas are not negative
    fill(filled, first + 2, u"9"_s);           // and whose word is that?
    filled[first + 3][3] = u"2030年"_s;
    fill(filled, first + 3, u"9"_s, u"甲"_s); // nobody asked for 2030
    filled << QStringList{u"1"_s, u"地区生产总值"_s, u"亿元"_s, u"2031年"_s, u""_s, u""_s, u"8"_s, u"乙"_s, u""_s};
    filled << QStringList{u"汇总"_s, u""_s, u""_s, u""_s, u""_s, u""_s, u"17"_s, u""_s, u""_s};
    filled << QStringList{u"注：数据为快报数"_s};
    const FormCollection made = collect({returned(asked, filled)});
    const QList<std::pair<int, Notice::Kind>> expected{
        {3, Notice::Kind::NotANumber}, {4, Notice::Kind::ValueRefused}, {5, Notice::Kind::SourceUnknown},
        {6, Notice::Kind::RowChanged}, {7, Notice::Kind::ValueTwice},   {8, Notice::Kind::RowUnknown}};
    QCOMPARE(kinds(made.forms[0].refused), expected);
    QCOMPARE(made.forms[0].refused[0].text, u"许多"_s);
    QCOMPARE(made.forms[0].filled.rows, 6);
    QVERIFY(made.edit.changes.isEmpty());
    SheetRows cut = sheet(asked);
    cut.removeAt(first);
    fill(cut, first, u""_s, u"甲"_s); // a source of nothing
    const FormCollection gone = collect({returned(asked, cut)});
    QCOMPARE(kinds(gone.forms[0].refused),
             (QList<std::pair<int, Notice::Kind>>{{0, Notice::Kind::RowGone}, {3, Notice::Kind::RowEmpty}}));
}

void FormTest::answersBecomeObservations() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"2600.5"_s, u"2031年统计公报"_s, u"快报数"_s);
    fill(filled, first + 2, u"70"_s);
    const FormCollection made =
        collect({returned(asked, filled)}, {.source = u"各区报送"_s, .status = Observation::Status::Estimate});
    QCOMPARE(made.forms[0].used, 2);
    QCOMPARE(made.edit.changes.size(), 2);
    const Fields gdp = made.edit.changes[0].after;
    QCOMPARE(textOf(gdp.value(u"source"_s)), u"2031年统计公报"_s);
    QCOMPARE(textOf(gdp.value(u"note"_s)), u"快报数"_s);
    QCOMPARE(textOf(gdp.value(u"status"_s)), u"estimate"_s);
    QVERIFY(gdp.value(u"value"_s) == Value(2600.5));
    QVERIFY(gdp.value(u"adopted"_s) == Value(qint64(1)));
    QCOMPARE(textOf(made.edit.changes[1].after.value(u"source"_s)), u"各区报送"_s);
    QCOMPARE(made.unanswered.size(), 13);
    QVERIFY(!made.unanswered.contains(u"330108"_s));
}

void FormTest::valuesAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("value");
    QTest::newRow("full width") << u"２，６００．５"_s << u"2600.5"_s;
    QTest::newRow("thousands") << u" 1,234,567 "_s << u"1234567"_s;
    QTest::newRow("spaces") << u"1 234"_s << u"1234"_s;
    QTest::newRow("about") << u"约30"_s << u"~30"_s;
    QTest::newRow("more than") << u"＞50"_s << u">50"_s;
    QTest::newRow("at least") << u"≥50"_s << u">=50"_s;
    QTest::newRow("zero") << u"0"_s << u"0"_s;
}

void FormTest::valuesAreReadAsPeopleWriteThem() {
    QFETCH(QString, written);
    QFETCH(QString, value);
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, written, u"甲"_s);
    const FormCollection made = collect({returned(asked, filled)});
    QCOMPARE(made.forms[0].used, 1);
    const Plan plan = after(made.edit);
    QCOMPARE(plan.observations.last().value->toString(), value);
}

void FormTest::whatIsMissingStaysMissing() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"—"_s, u"甲"_s, u"尚未公布"_s);
    fill(filled, first + 1, u"/"_s, u""_s, u"—"_s); // says nothing
    const FormCollection made = collect({returned(asked, filled)});
    QCOMPARE(made.forms[0].used, 1);
    QCOMPARE(made.forms[0].missing, 1);
    QCOMPARE(made.forms[0].filled.empty, 3);
    const Fields row = made.edit.changes[0].after;
    QVERIFY(isNull(row.value(u"value"_s)));
    QCOMPARE(textOf(row.value(u"missing_reason"_s)), u"尚未公布"_s);
    QVERIFY(row.value(u"adopted"_s) == Value(qint64(0)));
}

void FormTest::whatIsWithheldIsKept() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"（保密）"_s, u"甲"_s, u"仅两家企业"_s);
    const FormCollection made = collect({returned(asked, filled)});
    QCOMPARE(made.forms[0].used, 1);
    QCOMPARE(made.forms[0].missing, 1);
    const Fields row = made.edit.changes[0].after;
    QVERIFY(isNull(row.value(u"value"_s)));
    QCOMPARE(textOf(row.value(u"missing_reason"_s)), u"保密: 仅两家企业"_s);
    QVERIFY(isNull(row.value(u"note"_s)) || textOf(row.value(u"note"_s)).isEmpty());
    QVERIFY(isWithheld(after(made.edit).observations.last()));
}

void FormTest::aSecondCollectChangesNothing() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"约30"_s, u"甲"_s, u"快报数"_s);
    fill(filled, first + 1, u""_s, u"甲"_s, u"尚未公布"_s);
    const FormCollection once = collect({returned(asked, filled)});
    QCOMPARE(once.forms[0].used, 2);
    const FormCollection again = collectForms(after(once.edit), {returned(asked, filled)}, {});
    QVERIFY(again.edit.changes.isEmpty());
    QCOMPARE(again.forms[0].unchanged, 2);
    QCOMPARE(again.forms[0].used, 0);
}

void FormTest::aChangedRemarkIsTaken() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"30"_s, u"甲"_s);
    const Plan plan = after(collect({returned(asked, filled)}).edit);
    fill(filled, first, u"30"_s, u"甲"_s, u"已核实"_s);
    const FormCollection again = collectForms(plan, {returned(asked, filled)}, {});
    QCOMPARE(again.edit.changes.size(), 1);
    QCOMPARE(textOf(again.edit.changes[0].after.value(u"note"_s)), u"已核实"_s);
}

void FormTest::formsOfOthersAreLeftAlone() {
    Form foreign = form();
    foreign.plan = u"elsewhere"_s;
    Form gone = form(u"330199"_s);
    const auto filled = [&](const Form& of) {
        SheetRows rows = sheet(of);
        fill(rows, first, u"1"_s, u"甲"_s);
        return returned(of, rows);
    };
    const FormCollection made = collect({filled(foreign), filled(gone), {.file = u"x"_s, .state = State::NotAForm}});
    QCOMPARE(made.forms[0].state, State::OtherPlan);
    QCOMPARE(made.forms[0].other, u"elsewhere"_s);
    QCOMPARE(made.forms[1].state, State::ZoneUnknown);
    QCOMPARE(made.forms[2].state, State::NotAForm);
    QVERIFY(made.edit.changes.isEmpty());
    QCOMPARE(made.unanswered.size(), 14);
}

void FormTest::formsOfOneZoneThatContradictAreNotUsed() {
    const Form asked = form();
    const auto saying = [&](int row, const QString& value, const QString& file) {
        SheetRows rows = sheet(asked);
        fill(rows, row, value, u"甲"_s);
        return returned(asked, rows, file);
    };
    const FormCollection apart = collect({saying(first, u"1"_s, u"a"_s), saying(first, u"2"_s, u"b"_s)});
    QCOMPARE(apart.forms[0].state, State::Twice);
    QCOMPARE(apart.forms[0].other, u"b"_s);
    QCOMPARE(apart.forms[1].state, State::Twice);
    QCOMPARE(apart.forms[1].other, u"a"_s);
    QVERIFY(apart.edit.changes.isEmpty());
    QCOMPARE(apart.unanswered.size(), 13); // it did answer
    const FormCollection same = collect({saying(first, u"1"_s, u"a"_s), saying(first, u"1"_s, u"b"_s)});
    QCOMPARE(same.forms[1].state, State::Copy);
    QCOMPARE(same.edit.changes.size(), 1);
    // Two halves of one form.
    const FormCollection halves = collect({saying(first, u"1"_s, u"a"_s), saying(first + 2, u"2"_s, u"b"_s)});
    QCOMPARE(halves.forms[1].state, State::Taken);
    QCOMPARE(halves.edit.changes.size(), 2);
}

void FormTest::unitsThatChangedMeanwhileAreRefused() {
    const Form asked = form();
    SheetRows filled = sheet(asked);
    fill(filled, first, u"30"_s, u"甲"_s);
    Plan plan = m_plan;
    for (Indicator& indicator : plan.indicators) {
        indicator.unit = indicator.key == "gdp"_L1 ? Text{u"万元"_s, u"10,000 yuan"_s} : indicator.unit;
    }
    const FormCollection made = collectForms(plan, {returned(asked, filled)}, {});
    QCOMPARE(kinds(made.forms[0].refused), (QList<std::pair<int, Notice::Kind>>{{3, Notice::Kind::UnitDiffers}}));
    QVERIFY(made.edit.changes.isEmpty());
}

QTEST_GUILESS_MAIN(FormTest)
#include "form_test.moc"
