// Forms as people and other programs meet them: workbooks that are written, filled in elsewhere, and read back.

#include "core/forms/form_identity.h"
#include "core/plan/package.h"
#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"
#include "maps/formats/source.h"
#include "maps/forms/form_files.h"
#include "maps/forms/form_words.h"
#include "maps/style/period_text.h"
#include "tests/maps/forms/fill_form.h"

#include <zlib.h>

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using State = ReturnedForm::State;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A member of a ZIP archive, found by its local header.
QByteArray member(const QString& path, const QByteArray& name) {
    const QByteArray archive = bytesOf(path);
    const qsizetype at = archive.indexOf(name) - 30;
    if (at < 0 || !archive.sliced(at).startsWith("PK\3\4")) {
        return {};
    }
    const auto number = [&](qsizetype offset) { return static_cast<uchar>(archive[at + offset]); };
    const qsizetype data = at + 30 + name.size() + number(28) + number(29) * 256;
    QByteArray text(1 << 20, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(archive.constData() + data));
    stream.avail_in = static_cast<uInt>(archive.size() - data);
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    inflateInit2(&stream, -MAX_WBITS);
    const int code = inflate(&stream, Z_FINISH);
    text.resize(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return code == Z_STREAM_END ? text : QByteArray();
}

} // namespace

class FormFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneFormForEachZone();
    void nothingIsOverwritten();
    void whatIsAskedIsChecked();
    void theSheetIsLockedButForTheCellsToFill();
    void rulesGuardTheCells();
    void longTextsHaveRoom();
    void itPrintsOnA4();
    void codesStayText();
    void whatIsKnownStandsThereWithItsYear();
    void periodsInWords_data();
    void periodsInWords();
    void formsComeBackFromOtherPrograms_data();
    void formsComeBackFromOtherPrograms();
    void aFormThatLibreOfficeSavedComesBack();
    void aFolderOfForms();
    void allOfItIsOneStep();
    void theFilesStayAsTheyAre();
    void whatIsNoFormIsSaid();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString written(const QString& zone) const;
    /// The form as another program saves it, with some cells filled in.
    QString filled(const QString& form, const QString& as, const QList<Filling>& cells) const;

    FormChoices m_ask{.indicators = {u"gdp"_s, u"area_km2"_s, u"listed_companies"_s},
                      .periods = {*Period::parse(u"2031"_s), *Period::parse(u"2031-Q1"_s)}};
    Project m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void FormFilesTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    m_project = *readPlanProject(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s);
}

QString FormFilesTest::written(const QString& zone) const {
    FormChoices ask = m_ask;
    ask.zones = {zone};
    const auto files = writeForms(m_project.plan, ask, path(u"out"_s), true);
    return files ? files->value(0) : QString();
}

QString FormFilesTest::filled(const QString& form, const QString& as, const QList<Filling>& cells) const {
    return fillForm(form, path(as), cells) ? path(as) : QString();
}

void FormFilesTest::oneFormForEachZone() {
    const auto files = writeForms(m_project.plan, m_ask, path(u"out"_s), false);
    QVERIFY(files);
    QCOMPARE(files->size(), 14);
    QVERIFY(files->contains(path(u"out/杭州临空经济示范区.xlsx"_s)));
    QVERIFY(files->contains(path(u"out/余杭区.xlsx"_s)));
    FormChoices english = m_ask;
    english.language = Language::English;
    english.zones = {u"330112"_s};
    QCOMPARE(*writeForms(m_project.plan, english, path(u"out"_s), false), QStringList{path(u"out/Lin'an.xlsx"_s)});
    const SheetRows sheet = *readSheet(path(u"out/Lin'an.xlsx"_s));
    QVERIFY(sheet[0][0].contains(u"Lin'an"_s));
    QCOMPARE(sheet[4][6], u"Value"_s);
    QCOMPARE(sheet[5][1], u"Gross domestic product"_s);
    QCOMPARE(readForm(path(u"out/Lin'an.xlsx"_s)).filled.empty, 6);
}

void FormFilesTest::nothingIsOverwritten() {
    const QString form = written(u"330110"_s);
    const QByteArray before = bytesOf(form);
    QVERIFY(!before.isEmpty());
    const auto again = writeForms(m_project.plan, m_ask, path(u"out"_s), false);
    QVERIFY(!again);
    QCOMPARE(again.error().code, Problem::Code::FileExists);
    QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files).size(), 1); // none of the others either
    QCOMPARE(bytesOf(form), before);
    QVERIFY(writeForms(m_project.plan, m_ask, path(u"out"_s), true));
    const auto nowhere = writeForms(m_project.plan, m_ask, form + u"/in a file"_s, false);
    QCOMPARE(nowhere.error().code, Problem::Code::FileUnwritable);
}

void FormFilesTest::whatIsAskedIsChecked() {
    FormChoices ask = m_ask;
    ask.zones = {u"330199"_s};
    QCOMPARE(writeForms(m_project.plan, ask, path(u"out"_s), false).error().arguments[0], u"330199"_s);
    ask = m_ask;
    ask.indicators = {u"luck"_s};
    QCOMPARE(writeForms(m_project.plan, ask, path(u"out"_s), false).error().field, u"indicator"_s);
    ask = m_ask;
    ask.periods.clear();
    QCOMPARE(writeForms(m_project.plan, ask, path(u"out"_s), false).error().field, u"period"_s);
    QVERIFY(!QFileInfo::exists(path(u"out"_s)));
}

void FormFilesTest::theSheetIsLockedButForTheCellsToFill() {
    const QString form = written(u"330110"_s);
    const QByteArray sheet = member(form, "xl/worksheets/sheet1.xml");
    const QByteArray styles = member(form, "xl/styles.xml");
    QVERIFY2(sheet.contains("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\""), sheet.constData());
    QVERIFY(!sheet.contains("password"));
    // Unlocked are the styles with <protection locked="0"/>: which cells have one?
    QList<QByteArray> formats;
    const QByteArray all = styles.sliced(styles.indexOf("<cellXfs"));
    for (qsizetype at = all.indexOf("<xf "); at >= 0; at = all.indexOf("<xf ", at + 1)) {
        const qsizetype next = all.indexOf("<xf ", at + 1);
        formats << all.sliced(at, (next < 0 ? all.indexOf("</cellXfs>") : next) - at);
    }
    QStringList unlocked;
    const QString cells = QString::fromUtf8(sheet);
    static const QRegularExpression cell(u"<c r=\"([A-Z]+)([0-9]+)\" s=\"([0-9]+)\""_s);
    for (const auto& match : cell.globalMatch(cells)) {
        if (formats.value(match.captured(3).toInt()).contains("locked=\"0\"")) {
            unlocked << match.captured(1) + match.captured(2);
        }
    }
    QStringList expected{u"C4"_s, u"D4"_s, u"F4"_s, u"H4"_s};
    for (int row = 6; row < 12; ++row) {
        for (const QChar column : u"GHI"_s) {
            expected << column + QString::number(row);
        }
    }
    unlocked.sort();
    expected.sort();
    QCOMPARE(unlocked, expected);
    QVERIFY(member(form, "xl/workbook.xml").contains("name=\"tiermap-form\" sheetId=\"2\" state=\"hidden\""));
}

void FormFilesTest::rulesGuardTheCells() {
    const QByteArray sheet = member(written(u"330110"_s), "xl/worksheets/sheet1.xml");
    qsizetype ranges = 0; // each in two periods
    for (const Rule& rule : m_project.plan.rules) {
        ranges += rule.kind == Rule::Kind::Range && m_ask.indicators.contains(rule.subject) ? 1 : 0;
    }
    QVERIFY(ranges > 0);
    QVERIFY(sheet.contains("<dataValidations count=\"" + QByteArray::number(2 * ranges) + "\">"));
    QVERIFY2(sheet.contains("sqref=\"G8\"><formula1>OR(ISTEXT(G8),AND(ISNUMBER(G8),G8&gt;=0))</formula1>"),
             sheet.constData());
    QVERIFY(sheet.contains("type=\"custom\""));
    QVERIFY(QString::fromUtf8(sheet).contains(u"不应小于 0（单位：平方千米）"_s));
}

/// Where a source takes several lines its row is as high: LibreOffice does not find that out by itself.
void FormFilesTest::longTextsHaveRoom() {
    const QByteArray sheet = member(written(u"330102"_s), "xl/worksheets/sheet1.xml");
    static const QRegularExpression row(u"<row r=\"(\\d+)\"[^>]* ht=\"([0-9.]+)\""_s);
    double least = 1000;
    double most = 0;
    for (const auto& match : row.globalMatch(QString::fromUtf8(sheet))) {
        if (match.captured(1).toInt() < 6) // above the table
            continue;
        least = std::min(least, match.captured(2).toDouble());
        most = std::max(most, match.captured(2).toDouble());
    }
    QVERIFY2(least < 20 && most > 28, sheet.constData());
}

void FormFilesTest::itPrintsOnA4() {
    const QString form = written(u"330110"_s);
    const QByteArray sheet = member(form, "xl/worksheets/sheet1.xml");
    QVERIFY(sheet.contains("<pageSetup paperSize=\"9\""));
    QVERIFY(sheet.contains("orientation=\"landscape\""));
    QVERIFY(sheet.contains("fitToHeight=\"0\""));
    QVERIFY(QString::fromUtf8(member(form, "xl/workbook.xml")).contains(u"!$5:$5</definedName>"_s));
}

void FormFilesTest::codesStayText() {
    const QString form = written(u"330110"_s);
    const SheetRows identity = *readSheet(form, {.layer = formIdentitySheet});
    QVERIFY(identity[2].startsWith(u"zone"_s));
    QCOMPARE(identity[2][1], u"330110"_s);
    QVERIFY(!member(form, "xl/worksheets/sheet2.xml").contains("<v>330110</v>")); // a shared string, not a number
}

void FormFilesTest::whatIsKnownStandsThereWithItsYear() {
    Plan plan = m_project.plan;
    const FormRow row{.number = 1, .indicator = u"gdp"_s, .period = *Period::parse(u"2031"_s)};
    Observation known;
    known.zone = u"330102"_s;
    known.indicator = u"gdp"_s;
    known.period = *Period::parse(u"2031"_s);
    known.source = u"=HYPERLINK(\"http://x\")"_s;
    known.value = Quantity{.number = 1323467.5};
    plan.observations << known;
    QCOMPARE(knownValue(plan, u"330102"_s, row, Language::Chinese).value, u"1323467.5（2031年）"_s);
    known.adopted = true;
    known.source = u"乙"_s;
    known.value = Quantity{.number = 50, .bound = Quantity::Bound::MoreThan};
    plan.observations << known;
    QCOMPARE(knownValue(plan, u"330102"_s, row, Language::English).value, u">50 (2031)"_s);
    QCOMPARE(knownValue(plan, u"330102"_s, row, Language::English).source, u"乙"_s);
    // Of another period the latest that is used.
    const FormRow later{.number = 1, .indicator = u"gdp"_s, .period = *Period::parse(u"2032"_s)};
    QCOMPARE(knownValue(plan, u"330102"_s, later, Language::Chinese).value, u">50（2031年）"_s);
    QCOMPARE(knownValue(plan, u"LKSFQ"_s, row, Language::Chinese).value, QString());
    // What stands in a project is never a formula.
    plan.observations.removeLast();
    FormChoices ask = m_ask;
    ask.zones = {u"330102"_s};
    const auto files = writeForms(plan, ask, path(u"out"_s), true);
    QVERIFY(!member(files->value(0), "xl/worksheets/sheet1.xml").contains("<f>"));
    QCOMPARE((*readSheet(files->value(0)))[5][5], u"=HYPERLINK(\"http://x\")"_s);
}

void FormFilesTest::periodsInWords_data() {
    QTest::addColumn<QString>("period");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    QTest::newRow("year") << u"2031"_s << u"2031年"_s << u"2031"_s;
    QTest::newRow("about") << u"~2031"_s << u"约2031年"_s << u"about 2031"_s;
    QTest::newRow("quarter") << u"2031-Q3"_s << u"2031年第3季度"_s << u"Q3 2031"_s;
    QTest::newRow("half") << u"2031-01..2031-06"_s << u"2031年1—6月"_s << u"2031-01 to 2031-06"_s;
    QTest::newRow("month") << u"2031-05..2031-05"_s << u"2031年5月"_s << u"2031-05 to 2031-05"_s;
    QTest::newRow("date") << u"2031-05-06"_s << u"2031年5月6日"_s << u"2031-05-06"_s;
}

void FormFilesTest::periodsInWords() {
    QFETCH(QString, period);
    QTEST(periodText(*Period::parse(period), Language::Chinese), "chinese");
    QTEST(periodText(*Period::parse(period), Language::English), "english");
}

void FormFilesTest::formsComeBackFromOtherPrograms_data() {
    QTest::addColumn<QString>("format");
    QTest::newRow("written anew") << QString();
    QTest::newRow("ODS by GDAL") << u"ODS"_s;
    QTest::newRow("XLSX by GDAL") << u"XLSX"_s;
}

void FormFilesTest::formsComeBackFromOtherPrograms() {
    QFETCH(QString, format);
    const QString form = written(u"330110"_s);
    QString back = filled(form, u"back.xlsx"_s,
                          {{3, 2, u"余杭区统计局"_s},
                           {5, 6, 3210.5},
                           {5, 7, u"2031年公报"_s},
                           {6, 6, u"约800"_s},
                           {6, 7, u"快报"_s},
                           {8, 8, u"尚未公布"_s},
                           {8, 7, u"余杭区统计局"_s},
                           {9, 6, u"９９"_s}});
    QVERIFY(!back.isEmpty());
    if (!format.isEmpty()) {
        const QString other = path(u"other."_s + format.toLower());
        QCOMPARE(QProcess::execute(u"ogr2ogr"_s, {u"-f"_s, format, other, back, u"--config"_s, u"OGR_XLSX_HEADERS"_s,
                                                  u"DISABLE"_s, u"--config"_s, u"OGR_XLSX_FIELD_TYPES"_s, u"STRING"_s}),
                 0);
        back = other;
    }
    const FormCollection made = collectForms(m_project.plan, {readForm(back)}, {.source = u"报送"_s});
    const ReturnedForm& form0 = made.forms[0];
    QVERIFY2(form0.state == State::Taken, qPrintable(nameOf(form0.state)));
    QCOMPARE(form0.filled.by.value(0), u"余杭区统计局"_s);
    QCOMPARE(form0.used, 4);
    QCOMPARE(form0.missing, 1);
    QCOMPARE(form0.filled.empty, 2);
    QCOMPARE(form0.refused.size(), 0);
    const Fields first = made.edit.changes[0].after;
    QVERIFY(first.value(u"value"_s) == Value(3210.5));
    QCOMPARE(textOf(first.value(u"source"_s)), u"2031年公报"_s);
    QCOMPARE(textOf(made.edit.changes[1].after.value(u"bound"_s)), u"about"_s);
    QCOMPARE(textOf(made.edit.changes[1].after.value(u"period"_s)), u"2031-Q1"_s);
}

/// Filled in and saved by LibreOffice 25.2: numbers, a bound, a formula, a thousands separator, a reason.
void FormFilesTest::aFormThatLibreOfficeSavedComesBack() {
    const ReturnedForm form = readForm(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/tests/data/form-libreoffice.xlsx"_s);
    QCOMPARE(form.state, State::Taken);
    QCOMPARE(form.filled.form.zone, u"330108"_s);
    QVERIFY(form.filled.refused.isEmpty());
    QHash<QString, QString> values;
    for (const FormAnswer& answer : form.filled.answers)
        values.insert(answer.asked.indicator, answer.value);
    QCOMPARE(values, (QHash<QString, QString>{{u"gdp"_s, u"2960.5"_s},
                                              {u"listed_companies"_s, u">62"_s},
                                              {u"hq_enterprises"_s, u"122"_s},
                                              {u"service_va"_s, QString()},
                                              {u"trade_active_firms"_s, u"1405"_s}}));
    const FormCollection collection = collectForms(m_project.plan, {form}, {.source = u"S"_s});
    QCOMPARE(collection.forms[0].used, 5);
    QVERIFY(collection.forms[0].refused.isEmpty());
}

void FormFilesTest::aFolderOfForms() {
    QVERIFY(writeForms(m_project.plan, m_ask, path(u"back"_s), false));
    for (const QString& name : {u"~$余杭区.xlsx"_s, u".~lock.余杭区.xlsx#"_s, u"说明.txt"_s}) {
        QFile file(path(u"back/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x,y\n1,2\n") > 0);
    }
    QVERIFY(QDir(path(u"back"_s)).mkpath(u"补报/二"_s));
    QVERIFY(QFile::rename(path(u"back/滨江区.xlsx"_s), path(u"back/补报/二/滨江区.xlsx"_s))); // folders in it count
    const QStringList files = formFiles({path(u"back"_s), path(u"back/余杭区.xlsx"_s), path(u"missing.xlsx"_s)});
    QCOMPARE(files.size(), 16);
    const auto made = collectFormFiles(m_project.plan, files, {});
    QVERIFY(made);
    QCOMPARE(std::ranges::count(made->forms, State::Taken, &ReturnedForm::state), 14);
    QCOMPARE(std::ranges::count(made->forms, State::NotAForm, &ReturnedForm::state), 1);
    QCOMPARE(made->forms.last().problem->code, Problem::Code::FileMissing);
    QVERIFY(made->unanswered.isEmpty());
    const auto stopped = collectFormFiles(m_project.plan, files, {}, [](qsizetype read) { return read < 2; });
    QCOMPARE(stopped.error().code, Problem::Code::Cancelled);
}

void FormFilesTest::allOfItIsOneStep() {
    QVERIFY(writeProjectFile(path(u"a.gpkg"_s), m_project));
    auto project = OpenProject::open(path(u"a.gpkg"_s), OpenProject::Access::Write).value();
    const QString before = project->contentHash();
    QStringList back;
    for (const QString& zone : {u"330110"_s, u"330102"_s, u"LKSFQ"_s}) {
        back << filled(written(zone), zone + u".xlsx"_s, {{5, 6, 1.5}, {5, 7, u"甲"_s}, {7, 8, u"不统计"_s}});
    }
    const auto take = [&] { return collectFormFiles(project->content().plan, back, {.source = u"报送"_s}); };
    const auto made = take();
    QCOMPARE(project->apply(made->edit), Result<bool>(true));
    QCOMPARE(project->done().size(), 1);
    QVERIFY(project->contentHash() != before);
    const auto again = take();
    QVERIFY(again->edit.changes.isEmpty());
    QCOMPARE(again->forms[2].unchanged, 2);
    QVERIFY(project->undo());
    QCOMPARE(project->contentHash(), before);
}

void FormFilesTest::theFilesStayAsTheyAre() {
    const QString form = written(u"330110"_s);
    const QByteArray before = bytesOf(form);
    QCOMPARE(readForm(form).filled.empty, 6);
    QCOMPARE(bytesOf(form), before);
}

void FormFilesTest::whatIsNoFormIsSaid() {
    const QString form = written(u"330110"_s);
    QFile cut(path(u"cut.xlsx"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(bytesOf(form).first(3000)) == 3000);
    cut.close();
    QCOMPARE(readForm(cut.fileName()).state, State::Unreadable);
    const QString renamed = filled(form, u"renamed.xlsx"_s, {{4, 6, u"数值"_s}});
    QCOMPARE(readForm(renamed).state, State::Changed);
    QCOMPARE(readForm(renamed).filled.form.zone, u"330110"_s);
    QCOMPARE(readForm(QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou/zones.geojson"_s).state,
             State::NotAForm);
}

QTEST_GUILESS_MAIN(FormFilesTest)
#include "form_files_test.moc"
