#include "core/project/scenario_edit.h"
#include "core/store/database.h"
#include "core/store/open_project.h"
#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Code = Problem::Code;

namespace {

Fields observation(const QString& zone, const QString& indicator, const QString& period, const QString& source,
                   double value) {
    return {{u"zone"_s, zone},     {u"indicator"_s, indicator}, {u"period"_s, period},
            {u"source"_s, source}, {u"value"_s, value},         {u"status"_s, u"estimate"_s}};
}

} // namespace

class OpenProjectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void editIsOnDiskWithItsLog();
    void sameValueWritesNothing();
    void anyEditsUndoneAndRedoneGiveTheSameContent();
    void undoSurvivesARestart();
    void newEditEndsRedo();
    void undoOfManyIsOneTransaction();
    void refuses_data();
    void refuses();
    void editIsAllOrNothing();
    void memoryIsWhatTheFileSays();
    void removedRowsComeBackInTheirPlace();
    void deletingWhatIsReferredToIsRefused();
    void formerUnitsHaveARowForEachSuccessor();
    void adoptsAnotherValue();
    void logHasNoLineOfWhatStaysTheSame();
    void logKnowsTheZone();
    void logFollowsARowThroughItsNames();
    void logThatCannotBeReadIsAProblem();
    void manyRowsAtOnce();
    void stylesForQgisFollow();
    void scenariosAreKept();
    void remembersExports();

    void findsWhatOthersChanged();
    void takesInWhatOthersChangeMeanwhile();
    void refusesWhatOthersBroke();

private:
    QString path(const QString& name = u"plan.gpkg"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<OpenProject> open() const {
        auto project = OpenProject::open(path(), OpenProject::Access::Write);
        if (!project) {
            qWarning() << static_cast<int>(project.error().code) << project.error().field << project.error().arguments;
            return nullptr;
        }
        return *std::move(project);
    }

    Project m_sample;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void OpenProjectTest::initTestCase() {
    QStandardPaths::setTestModeEnabled(true); // backups go to a test's own folder
    m_sample = sampleProject();
}

void OpenProjectTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeProjectFile(path(), m_sample));
}

void OpenProjectTest::editIsOnDiskWithItsLog() {
    const auto project = open();
    project->setAuthor(u"Li"_s);
    QSignalSpy changed(project.get(), &OpenProject::changed);
    QCOMPARE(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"Riverside"_s)), Result<bool>(true));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"Riverside"_s);
    // Another process sees it at once.
    const Result<Project> read = readProjectFile(path());
    QVERIFY(read);
    QCOMPARE(read->plan.zone(u"330108"_s)->name.en, u"Riverside"_s);
    const QList<LogLine> lines = project->lines().value();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].author, u"Li"_s);
    QCOMPARE(lines[0].key, binjiang);
    QCOMPARE(lines[0].field, u"name_en"_s);
    QCOMPARE(textOf(lines[0].before), u"Binjiang"_s);
    QCOMPARE(textOf(lines[0].after), u"Riverside"_s);
    QCOMPARE(lines[0].reason, u"because"_s);
    QCOMPARE(lines[0].source, u"a letter"_s);
    QVERIFY(QDateTime::fromString(lines[0].at, Qt::ISODateWithMs).isValid());
}

void OpenProjectTest::sameValueWritesNothing() {
    const auto project = open();
    const QByteArray before = contentOf(path());
    QSignalSpy changed(project.get(), &OpenProject::changed);
    QCOMPARE(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"Binjiang"_s)), Result<bool>(false));
    QCOMPARE(project->apply(cell(Table::Zones, binjiang, u"tier"_s, u"lead"_s)), Result<bool>(false));
    QCOMPARE(changed.count(), 0);
    QVERIFY(contentOf(path()) == before);
    QVERIFY(!project->canUndo());
}

void OpenProjectTest::anyEditsUndoneAndRedoneGiveTheSameContent() {
    for (const quint32 seed : {1U, 2U, 3U, 4U, 5U}) {
        init();
        QRandomGenerator random(seed);
        const auto project = open();
        const QString original = project->contentHash();
        const auto pick = [&](const auto& list) { return list[random.bounded(list.size())]; };
        int made = 0;
        for (int i = 0; i < 60; ++i) {
            const Plan& plan = project->content().plan;
            Edit edit;
            for (int part = random.bounded(1, 4); part > 0; --part) {
                const Observation o = pick(plan.observations);
                const QStringList key{o.zone, o.indicator, o.period.toString(), o.source};
                switch (random.bounded(8)) {
                case 0:
                    edit.changes << setCell(Table::Zones, {pick(plan.zones).code}, u"name_zh"_s,
                                            QString(u"区"_s + QString::number(i)));
                    break;
                case 1:
                    edit.changes << setCell(Table::Zones, {pick(plan.layoutZones()).code}, u"tier"_s,
                                            pick(plan.tiers).key);
                    break;
                case 2:
                    edit.changes << removeRow(Table::Observations, key);
                    break;
                case 3:
                    edit.changes << insertRow(Table::Observations,
                                              observation(pick(plan.zones).code, pick(plan.indicators).key,
                                                          u"2025-Q%1"_s.arg(random.bounded(1, 5)), u"s"_s, i / 7.0));
                    break;
                case 4:
                    edit.changes << setCell(Table::Observations, key, u"note"_s, u"%1"_s.arg(i));
                    break;
                case 5:
                    edit.changes << insertRow(Table::Sites,
                                              {{u"key"_s, u"new%1"_s.arg(i)}, {u"name_zh"_s, u"新平台"_s}});
                    break;
                case 6:
                    edit.changes << setCell(Table::Sites, {pick(plan.sites).key}, u"geom"_s,
                                            QByteArray::fromHex("47500001"));
                    break;
                default:
                    edit.changes << setCell(Table::Tiers, {pick(plan.tiers).key}, u"role_zh"_s, u"职责%1"_s.arg(i));
                }
            }
            made += project->apply(edit).value_or(false) ? 1 : 0;
            if (random.bounded(5) == 0 && project->canUndo()) {
                QVERIFY(project->undo());
                if (random.bounded(2) == 0) {
                    QVERIFY(project->redo());
                }
            }
        }
        QVERIFY(made > 20);
        const QString final = project->contentHash();
        const Plan finalPlan = project->content().plan;
        int undone = 0;
        for (; project->canUndo(); ++undone) {
            QVERIFY(project->undo());
        }
        QCOMPARE(project->contentHash(), original);
        QVERIFY(project->content().plan == readProjectFile(path())->plan);
        QVERIFY(project->content().plan == m_sample.plan);
        QVERIFY(project->redo(undone));
        QCOMPARE(project->contentHash(), final);
        QVERIFY(project->content().plan == finalPlan);
        QVERIFY(readProjectFile(path())->plan == finalPlan);
    }
}

void OpenProjectTest::undoSurvivesARestart() {
    const QString original = open()->contentHash();
    QVERIFY(open()->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"A"_s)));
    QVERIFY(open()->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"B"_s)));
    QVERIFY(open()->undo());
    QCOMPARE(open()->content().plan.zone(u"330108"_s)->name.en, u"A"_s);
    QVERIFY(open()->undo());
    QVERIFY(!open()->canUndo());
    QCOMPARE(open()->contentHash(), original);
    QVERIFY(open()->redo(2));
    QCOMPARE(open()->content().plan.zone(u"330108"_s)->name.en, u"B"_s);
    QCOMPARE(code(open()->redo()), static_cast<int>(Code::NothingToRedo));
    QCOMPARE(open()->entries()->size(), 6); // nothing is taken out of the log
}

void OpenProjectTest::newEditEndsRedo() {
    const auto project = open();
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"A"_s)));
    QVERIFY(project->undo());
    QVERIFY(project->canRedo());
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"C"_s)));
    QVERIFY(!project->canRedo());
    QVERIFY(project->undo());
    QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"Binjiang"_s);
    QCOMPARE(code(project->undo()), static_cast<int>(Code::NothingToUndo));
}

void OpenProjectTest::undoOfManyIsOneTransaction() {
    const auto project = open();
    for (int i = 0; i < 30; ++i) {
        QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, QString::number(i))));
    }
    QSignalSpy changed(project.get(), &OpenProject::changed);
    QVERIFY(project->undo(30));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"Binjiang"_s);
    QCOMPARE(project->done().size(), 0);
    QCOMPARE(project->undone().size(), 30);
}

void OpenProjectTest::refuses_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const Change& change, Code code, const QString& field) {
        QTest::newRow(name) << change << static_cast<int>(code) << field;
    };
    const Observation o = m_sample.plan.observations[0];
    const QStringList key{o.zone, o.indicator, o.period.toString(), o.source};
    row("unknown tier", setCell(Table::Zones, binjiang, u"tier"_s, u"royal"_s), Code::ReferenceUnknown,
        u"zones.tier"_s);
    row("a tier for what has no shape", setCell(Table::Zones, {u"330100X"_s}, u"tier"_s, u"lead"_s),
        Code::GeometryMissing, u"zones.tier"_s);
    row("empty name", setCell(Table::Zones, binjiang, u"name_zh"_s, u" "_s), Code::FieldMissing, u"zones.name_zh"_s);
    row("unknown kind", setCell(Table::Zones, binjiang, u"kind"_s, u"village"_s), Code::ValueUnknown, u"zones.kind"_s);
    row("text for a number", setCell(Table::Observations, key, u"value"_s, u"many"_s), Code::FieldType,
        u"observations.value"_s);
    row("infinite", setCell(Table::Observations, key, u"value"_s, 1e308 * 10), Code::FieldType,
        u"observations.value"_s);
    row("neither value nor reason", setCell(Table::Observations, key, u"value"_s, Value()), Code::DatabaseError, {});
    row("no such row", setCell(Table::Zones, {u"1"_s}, u"name_zh"_s, u"x"_s), Code::RowMissing, u"zones"_s);
    row("no such column", setCell(Table::Zones, binjiang, u"size"_s, u"x"_s), Code::ValueUnknown, u"zones.size"_s);
    row("the key", setCell(Table::Zones, binjiang, u"code"_s, u"1"_s), Code::ReadOnly, u"zones.code"_s);
    row("below its range",
        insertRow(Table::Observations, observation(u"330108"_s, u"area_km2"_s, u"2030"_s, u"s"_s, -1)),
        Code::OutOfRange, u"observations.value"_s);
    row("a period that is none",
        insertRow(Table::Observations, observation(u"330108"_s, u"gdp"_s, u"soon"_s, u"s"_s, 1)), Code::FieldType,
        u"observations.period"_s);
    row("zone unknown", insertRow(Table::Observations, observation(u"339999"_s, u"gdp"_s, u"2030"_s, u"s"_s, 1)),
        Code::ReferenceUnknown, u"observations.zone"_s);
    row("twice", insertRow(Table::Sites, {{u"key"_s, m_sample.plan.sites[0].key}, {u"name_zh"_s, u"x"_s}}),
        Code::DuplicateKey, u"sites.key"_s);
    row("successor unknown",
        insertRow(Table::FormerUnits, {{u"code"_s, u"330104"_s},
                                       {u"name_zh"_s, u"江干区"_s},
                                       {u"until"_s, u"2021-04-09"_s},
                                       {u"successor"_s, u"339999"_s}}),
        Code::ReferenceUnknown, u"former_units.successors"_s);
    row("a former unit's end that is none",
        insertRow(Table::FormerUnits, {{u"code"_s, u"330104"_s},
                                       {u"name_zh"_s, u"江干区"_s},
                                       {u"until"_s, u"once"_s},
                                       {u"successor"_s, u"330102"_s}}),
        Code::FieldType, u"former_units.until"_s);
    Change stale = setCell(Table::Zones, binjiang, u"name_en"_s, u"x"_s);
    stale.before.insert(u"name_en"_s, u"what it never was"_s);
    row("taken for something else", stale, Code::Conflict, u"zones.name_en"_s);
}

void OpenProjectTest::refuses() {
    QFETCH(Change, change);
    QFETCH(int, code);
    QFETCH(QString, field);
    const auto project = open();
    const QByteArray before = contentOf(path());
    const QString hash = project->contentHash();
    QSignalSpy changed(project.get(), &OpenProject::changed);
    const Result<bool> applied = project->apply({.changes = {change}});
    QVERIFY(!applied);
    QCOMPARE(static_cast<int>(applied.error().code), code);
    if (!field.isEmpty()) {
        QCOMPARE(applied.error().field, field);
    }
    QCOMPARE(applied.error().file, path());
    QCOMPARE(changed.count(), 0);
    QVERIFY(contentOf(path()) == before);
    QCOMPARE(project->contentHash(), hash);
    QVERIFY(project->content().plan == m_sample.plan);
    QVERIFY(!project->canUndo());
    // And the project goes on working.
    QCOMPARE(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)), Result<bool>(true));
}

void OpenProjectTest::editIsAllOrNothing() {
    const auto project = open();
    Edit edit = cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s);
    edit.changes << insertRow(Table::Sites, {{u"key"_s, u"new"_s}, {u"name_zh"_s, u"新"_s}});
    edit.changes << setCell(Table::Zones, binjiang, u"tier"_s, u"royal"_s);
    QCOMPARE(code(project->apply(edit)), static_cast<int>(Code::ReferenceUnknown));
    QVERIFY(project->content().plan == m_sample.plan);
    QVERIFY(readProjectFile(path())->plan == m_sample.plan);
    QVERIFY(project->lines()->isEmpty());
}

void OpenProjectTest::memoryIsWhatTheFileSays() {
    const auto project = open();
    Edit edit;
    edit.changes << setCell(Table::Zones, binjiang, u"role_zh"_s, u"数字贸易先行"_s)
                 << insertRow(Table::Indicators,
                              {{u"key"_s, u"platforms"_s}, {u"name_zh"_s, u"平台数"_s}, {u"unit_zh"_s, u"个"_s}})
                 << insertRow(Table::Observations, observation(u"330108"_s, u"platforms"_s, u"2025"_s, u"s"_s, 12.5))
                 << setCell(Table::Sites, {m_sample.plan.sites[1].key}, u"zone"_s, Value())
                 << removeRow(Table::Sites, {m_sample.plan.sites[0].key});
    QVERIFY(project->apply(edit));
    const Result<Project> read = readProjectFile(path());
    QVERIFY(read);
    QVERIFY(read->plan == project->content().plan);
    QCOMPARE(read->plan.zone(u"330108"_s)->role.zh, u"数字贸易先行"_s);
    QCOMPARE(read->plan.observations.last().value->number, 12.5);
    QCOMPARE(read->plan.observations.last().author, systemAuthor());
    QVERIFY(!read->plan.observations.last().editedAt.isEmpty());
    QCOMPARE(read->plan.sites.size(), m_sample.plan.sites.size() - 1);
}

void OpenProjectTest::removedRowsComeBackInTheirPlace() {
    const auto project = open();
    const QString key = m_sample.plan.sites[5].key;
    QVERIFY(project->apply({.changes = {removeRow(Table::Sites, {key})}}));
    QCOMPARE(project->content().plan.sites.size(), m_sample.plan.sites.size() - 1);
    QVERIFY(project->undo());
    QVERIFY(project->content().plan.sites == m_sample.plan.sites);
    QVERIFY(readProjectFile(path())->plan.sites == m_sample.plan.sites);
}

void OpenProjectTest::deletingWhatIsReferredToIsRefused() {
    const auto project = open();
    const Result<bool> removed = project->apply({.changes = {removeRow(Table::Indicators, {u"gdp"_s})}});
    QCOMPARE(code(removed), static_cast<int>(Code::StillUsed));
    QCOMPARE(removed.error().arguments, QStringList{u"gdp"_s});
    QVERIFY(project->content().plan == m_sample.plan);
}

void OpenProjectTest::formerUnitsHaveARowForEachSuccessor() {
    const auto project = open();
    const QStringList key{u"330104"_s, u"2021-04-09"_s, u"330114"_s};
    QVERIFY(project->apply({.changes = {removeRow(Table::FormerUnits, key)}}));
    const auto successors = [&] { return project->content().plan.formerUnits[2].successors; };
    QCOMPARE(successors(), QStringList{u"330102"_s});
    QVERIFY(readProjectFile(path())->plan == project->content().plan);
    QVERIFY(project->undo());
    QCOMPARE(successors(), (QStringList{u"330102"_s, u"330114"_s}));
    QVERIFY(project->content().plan == m_sample.plan);
}

void OpenProjectTest::adoptsAnotherValue() {
    const auto project = open();
    const auto adopted = std::ranges::find(m_sample.plan.observations, true, &Observation::adopted);
    QVERIFY(adopted != m_sample.plan.observations.end());
    const QString period = adopted->period.toString();
    Fields other = observation(adopted->zone, adopted->indicator, period, u"another source"_s, 1);
    other.insert(u"adopted"_s, qint64(1));
    QCOMPARE(code(project->apply({.changes = {insertRow(Table::Observations, other)}})),
             static_cast<int>(Code::AdoptedTwice));
    const QStringList key{adopted->zone, adopted->indicator, period, adopted->source};
    QVERIFY(project->apply({.changes = {setCell(Table::Observations, key, u"adopted"_s, qint64(0)),
                                        insertRow(Table::Observations, other)}}));
    QVERIFY(project->undo());
    QVERIFY(project->content().plan == m_sample.plan);
}

/// A line of the log says that something became something else.
void OpenProjectTest::logHasNoLineOfWhatStaysTheSame() {
    const auto project = open();
    const Observation o = m_sample.plan.observations[0];
    const QStringList key{o.zone, o.indicator, o.period.toString(), o.source};
    for (const double value : {7.0, 8.0}) { // the second time the author is the same
        QVERIFY(project->apply(cell(Table::Observations, key, u"value"_s, value)));
    }
    const QList<LogLine> lines = project->lines().value();
    for (const LogLine& line : lines) {
        QVERIFY2(line.before != line.after, qPrintable(line.field));
    }
    QVERIFY(project->undo(2));
    QVERIFY(project->content().plan == m_sample.plan);
}

void OpenProjectTest::logKnowsTheZone() {
    const auto project = open();
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"x"_s)));
    QVERIFY(project->apply(
        {.changes = {insertRow(Table::Observations, observation(u"330108"_s, u"gdp"_s, u"2030"_s, u"s"_s, 1))}}));
    QVERIFY(project->apply(cell(Table::Zones, {u"330109"_s}, u"name_en"_s, u"y"_s)));
    QVERIFY(
        project->apply({.changes = {insertRow(
                            Table::Sites, {{u"key"_s, u"n"_s}, {u"name_zh"_s, u"新"_s}, {u"zone"_s, u"330108"_s}})}}));
    QCOMPARE(project->lines({.zone = u"330108"_s})->size(), 3);
    QCOMPARE(project->lines({.table = Table::Zones, .key = {u"330109"_s}, .field = u"name_en"_s})->size(), 1);
    QCOMPARE(project->lines({.since = u"2100"_s})->size(), 0);
}

/// A row that got another period or source is the same row: its history goes on.
void OpenProjectTest::logFollowsARowThroughItsNames() {
    const auto project = open();
    const Observation o = m_sample.plan.observations[0];
    const QStringList first{o.zone, o.indicator, o.period.toString(), o.source};
    const QStringList second{o.zone, o.indicator, u"2031"_s, o.source};
    QVERIFY(project->apply(cell(Table::Observations, first, u"value"_s, 7.0)));
    Fields row = project->row(Table::Observations, first).value();
    row.remove(u"fid"_s);
    row.insert(u"period"_s, u"2031"_s);
    QVERIFY(project->apply({.changes = {removeRow(Table::Observations, first), insertRow(Table::Observations, row)}}));
    QVERIFY(project->apply(cell(Table::Observations, second, u"value"_s, 8.0)));
    // Another row under the first name is another row.
    QVERIFY(project->apply(
        {.changes = {insertRow(Table::Observations, observation(first[0], first[1], first[2], first[3], 99))}}));

    const QList<LogLine> lines = asCellChanges(project->lines({.table = Table::Observations, .key = second}).value());
    QStringList told;
    for (const LogLine& line : lines) {
        if (line.field == u"value" || line.field == u"period") {
            told << line.field + u' ' + textOf(line.before) + u" > "_s + textOf(line.after);
        }
        QVERIFY2(line.change == Change::Kind::Update, qPrintable(line.field));
    }
    QCOMPARE(told, (QStringList{u"value "_s + toText(Value(o.value->number)) + u" > 7"_s,
                                u"period "_s + o.period.toString() + u" > 2031"_s, u"value 7 > 8"_s}));
    QCOMPARE(project->lines({.table = Table::Observations, .key = first, .field = u"value"_s})->size(), 3);
    // Undone, it has its first name again, and still its history.
    QVERIFY(project->undo(3));
    const auto back = project->lines({.table = Table::Observations, .key = first, .field = u"value"_s});
    QCOMPARE(textOf(back->first().after), u"7"_s);
    QCOMPARE(asCellChanges(*back).last().action, Action::Undo);
}

void OpenProjectTest::logThatCannotBeReadIsAProblem() {
    const auto project = open();
    QVERIFY(QFile::rename(path(), path(u"elsewhere.gpkg"_s)));
    QCOMPARE(project->lines().error().code, Code::FileMissing);
    QCOMPARE(project->entries().error().code, Code::FileMissing);
    QCOMPARE(project->row(Table::Zones, binjiang).error().code, Code::FileMissing);
    QVERIFY(QFile::rename(path(u"elsewhere.gpkg"_s), path()));
    QCOMPARE(project->row(Table::Zones, {u"none"_s}).error().code, Code::RowMissing);
}

/// Memory follows an edit of many rows, wherever they stand, as reading the file would have it.
void OpenProjectTest::manyRowsAtOnce() {
    const auto project = open();
    const auto same = [&] { return project->content().plan == open()->content().plan; };
    Edit edit;
    for (int i = 0; i < 500; ++i) {
        edit.changes << insertRow(Table::Observations,
                                  observation(u"330108"_s, u"gdp"_s, QString::number(2000 + i), u"s"_s, i));
    }
    for (const qsizetype i : {0, 3, 5}) {
        const Observation& o = m_sample.plan.observations[i];
        edit.changes << removeRow(Table::Observations, {o.zone, o.indicator, o.period.toString(), o.source});
    }
    const Observation& kept = m_sample.plan.observations[1];
    edit.changes << setCell(Table::Observations, {kept.zone, kept.indicator, kept.period.toString(), kept.source},
                            u"note"_s, u"changed"_s);
    QVERIFY(project->apply(edit));
    QCOMPARE(project->content().plan.observations.size(), m_sample.plan.observations.size() + 497);
    QVERIFY(same());
    QCOMPARE(project->content().plan.observations.last().value->number, 499.0); // in the order of the edit
    QVERIFY(project->undo());
    QVERIFY(project->content().plan == m_sample.plan);
    QVERIFY(same());
    QVERIFY(project->redo());
    QVERIFY(same());
    // All or nothing, in memory, too: the last row breaks a rule.
    edit.changes = {removeRow(Table::Observations, {u"330108"_s, u"gdp"_s, u"2007"_s, u"s"_s}),
                    insertRow(Table::Observations, observation(u"330108"_s, u"gdp"_s, u"2800"_s, u"s"_s, 1)),
                    insertRow(Table::Observations, observation(u"nowhere"_s, u"gdp"_s, u"2800"_s, u"s"_s, 1))};
    QVERIFY(!project->apply(edit));
    QVERIFY(same());
}

/// What QGIS is to draw a table like follows the styles, and leaves alone what somebody made there.
void OpenProjectTest::stylesForQgisFollow() {
    const auto styles = [this] {
        QStringList rows;
        FirstProblem problem;
        Database database = Database::reading(path(), problem);
        const Statement all = database.prepare("SELECT styleName || useAsDefault FROM layer_styles ORDER BY id");
        while (database.next(all))
            rows << textOf(database.value(all, 0));
        return rows;
    };
    const auto project = open();
    QVERIFY(project->apply(
        {.changes = {insertRow(
             Table::Styles,
             {{u"key"_s, u"zones"_s}, {u"layer"_s, u"zones"_s}, {u"style"_s, u"{}"_s}, {u"qgis"_s, u"<qgis/>"_s}})}}));
    QCOMPARE(styles(), QStringList{u"Tiermap1"_s});
    QVERIFY(project->apply(cell(Table::Styles, {u"zones"_s}, u"qgis"_s, u"<qgis></qgis>"_s)));
    QCOMPARE(styles(), QStringList{u"Tiermap1"_s}); // in the place of the first
    QVERIFY(project->undo(2));
    QCOMPARE(styles(), QStringList()); // the log takes back what QGIS reads, too
    QVERIFY(project->redo(2));
    QCOMPARE(styles(), QStringList{u"Tiermap1"_s});
}

/// Scenarios are content as any other: kept, renamed and removed by edits, and there when the file is opened again.
void OpenProjectTest::scenariosAreKept() {
    const QStringList moves{u"330113:lead"_s};
    {
        const auto project = open();
        QVERIFY(project);
        QVERIFY(project->apply(keepScenario(project->content(), u"临平引领"_s, moves)));
        QVERIFY(keepScenario(project->content(), u"临平引领"_s, moves).changes.isEmpty()); // it has them
        QVERIFY(project->apply(keepScenario(project->content(), u"另一个"_s, {u"330110:linked"_s})));
        QCOMPARE(project->content().scenarios.size(), 2);
        const SavedScenario first = project->content().scenarios[0];
        QCOMPARE(renameScenario(project->content(), first, u"另一个"_s).error().code, Problem::Code::DuplicateKey);
        QVERIFY(project->apply(*renameScenario(project->content(), first, u"方案一"_s)));
        QVERIFY(project->apply({.changes = {removeRow(Table::Scenarios, {u"另一个"_s})}}));
    }
    const auto again = open();
    QVERIFY(again && again->outsideChanges().isEmpty());
    QCOMPARE(again->content().scenarios,
             (QList{SavedScenario{.key = u"临平引领"_s, .name = {u"方案一"_s, {}}, .moves = moves}}));
    QVERIFY(scenarioNamed(again->content(), u"方案一"_s));
    QVERIFY(again->undo(2)); // the removal and the name
    QCOMPARE(again->content().scenarios.size(), 2);
    QVERIFY(scenarioNamed(again->content(), u"临平引领"_s) && !scenarioNamed(again->content(), u"方案一"_s));
    QVERIFY(again->undo(2));
    QVERIFY(again->content().scenarios.isEmpty());
}

/// Which files the figures were written to is remembered beside the content: no edit, nothing to undo, no change of it.
void OpenProjectTest::remembersExports() {
    const auto project = open();
    const QString before = project->contentHash();
    QVERIFY(project->keepExport({u"map.pdf"_s, u"weekly"_s}));
    QVERIFY(project->keepExport({u"a.png"_s, u"weekly"_s}));
    QVERIFY(project->keepExport({u"map.pdf"_s, u"other"_s}));
    QVERIFY(!project->canUndo());
    QCOMPARE(project->contentHash(), before);
    auto all = readExportedFigures(path());
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(1).file, u"map.pdf"_s);
    QCOMPARE(all->at(1).figure, u"other"_s);
    QVERIFY(project->forgetExport(u"a.png"_s));
    QCOMPARE(readExportedFigures(path())->size(), 1);
    QVERIFY(project->takeInOutsideChanges());
    QVERIFY(project->outsideChanges().isEmpty());
}

void OpenProjectTest::findsWhatOthersChanged() {
    QVERIFY(open()->apply(cell(Table::Zones, binjiang, u"name_en"_s, u"A"_s)));
    const QString before = open()->contentHash();
    QVERIFY(OtherProgram(path()).run(
        u"UPDATE zones SET name_en = 'From QGIS' WHERE code = '330108';"
        "DELETE FROM sites WHERE ordinal = 3;"
        "INSERT INTO sites SELECT 7, NULL, 99, 'qgis', '外来', '', '', 'park', '330108', 'planned', 'low', '', '', ''"_s));
    {
        const auto project = open();
        QCOMPARE(project->outsideChanges().size(), 3);
        QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"From QGIS"_s);
        const QList<LogLine> lines = project->lines().value();
        QCOMPARE(lines.last().action, Action::Outside);
        const QList<LogLine> ofCell =
            project->lines({.table = Table::Zones, .key = binjiang, .field = u"name_en"_s}).value();
        QCOMPARE(textOf(ofCell.last().before), u"A"_s);
        QCOMPARE(textOf(ofCell.last().after), u"From QGIS"_s);
    }
    QVERIFY(open()->outsideChanges().isEmpty()); // told once
    QVERIFY(open()->undo());                     // and taken back like any edit
    QCOMPARE(open()->contentHash(), before);
    QCOMPARE(open()->content().plan.sites.size(), m_sample.plan.sites.size());
    QVERIFY(open()->redo());
    QCOMPARE(open()->content().plan.sites.last().key, u"qgis"_s);
}

void OpenProjectTest::takesInWhatOthersChangeMeanwhile() {
    const auto project = open();
    QSignalSpy reloaded(project.get(), &OpenProject::reloaded);
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET name_en = 'From QGIS' WHERE code = '330108'"_s));
    QVERIFY(project->apply(cell(Table::Zones, binjiang, u"name_zh"_s, u"滨"_s)));
    QCOMPARE(reloaded.count(), 1);
    QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"From QGIS"_s);
    QCOMPARE(project->lines()->size(), 2);
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET name_en = 'Again' WHERE code = '330108'"_s));
    QCOMPARE(project->takeInOutsideChanges(), Result<bool>(true));
    QCOMPARE(project->takeInOutsideChanges(), Result<bool>(false));
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET name_en = 'And again' WHERE code = '330108'"_s));
    QVERIFY(project->undo()); // takes that back, not what came before it
    QCOMPARE(project->content().plan.zone(u"330108"_s)->name.en, u"Again"_s);
    QVERIFY(project->undo(3));
    QVERIFY(project->content().plan == m_sample.plan);
}

void OpenProjectTest::refusesWhatOthersBroke() {
    const auto project = open();
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET tier = 'royal' WHERE code = '330108'"_s));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(code(project->apply(cell(Table::Zones, {u"330109"_s}, u"name_en"_s, u"x"_s))),
                 static_cast<int>(Code::ReferenceUnknown));
        QVERIFY(project->content().plan == m_sample.plan);
    }
    QVERIFY(project->lines()->isEmpty());
    QVERIFY(OtherProgram(path()).run(u"UPDATE zones SET tier = 'lead' WHERE code = '330108'"_s));
    QCOMPARE(project->apply(cell(Table::Zones, {u"330109"_s}, u"name_en"_s, u"x"_s)), Result<bool>(true));
}

QTEST_GUILESS_MAIN(OpenProjectTest)
#include "open_project_test.moc"
