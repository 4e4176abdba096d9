#include "core/store/project_file.h"
#include "tests/core/store/sample_project.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

namespace {
using Code = Problem::Code;
} // namespace

/// A project file comes from anywhere: what it holds may be a Problem, never a crash or an endless wait.
class HostileFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_project = sampleProject(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void hostileContent_data();
    void hostileContent();
    void damagedBytesAreAProblem();

private:
    QString path(const QString& name = u"plan.gpkg"_s) const { return m_folder->filePath(name); }

    Project m_project;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HostileFileTest::refusesOtherFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QByteArray() << static_cast<int>(Code::NotAProject);
    QTest::newRow("text") << QByteArray("zone,indicator\n") << static_cast<int>(Code::NotAProject);
    QTest::newRow("only the first line of a database")
        << QByteArray("SQLite format 3\0", 16) << static_cast<int>(Code::NotAProject);
}

void HostileFileTest::refusesOtherFiles() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QVERIFY(!schemaVersionIn(path()));
    const Result<Project> read = readProjectFile(path());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(read.error().file, path());

    const Result<Project> missing = readProjectFile(path(u"missing.gpkg"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error(), (Problem{.code = Code::FileMissing, .file = path(u"missing.gpkg"_s)}));
}

void HostileFileTest::hostileContent_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QString& sql, Code code, const QString& field) {
        QTest::newRow(name) << sql << static_cast<int>(code) << field;
    };
    row("no project", u"DROP TABLE tiermap_project"_s, Code::NotAProject, {});
    row("newer", u"UPDATE tiermap_project SET value = '99' WHERE key = 'schema_version'"_s, Code::SchemaTooNew, {});
    row("no version", u"DELETE FROM tiermap_project WHERE key = 'schema_version'"_s, Code::FieldMissing,
        u"tiermap_project.schema_version"_s);
    row("version is a word", u"UPDATE tiermap_project SET value = 'x' WHERE key = 'schema_version'"_s, Code::FieldType,
        u"tiermap_project.schema_version"_s);
    row("date", u"UPDATE tiermap_project SET value = 'soon' WHERE key = 'plan.valid_to'"_s, Code::FieldType,
        u"tiermap_project.plan.valid_to"_s);
    row("table missing", u"DROP TABLE sites"_s, Code::DatabaseError, {});
    row("view that never ends",
        u"DROP TABLE sites; CREATE VIEW sites AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) "
        "SELECT x AS fid, x AS ordinal FROM c"_s,
        Code::DatabaseError, {});
    row("column missing", u"ALTER TABLE sites RENAME COLUMN pinyin TO pin"_s, Code::FieldMissing, u"sites.pinyin"_s);
    row("NULL", u"UPDATE targets SET quote = NULL WHERE ordinal = 0"_s, Code::FieldMissing, u"targets.quote"_s);
    row("blob for text", u"UPDATE zones SET name_zh = x'00ff' WHERE ordinal = 0"_s, Code::FieldType,
        u"zones.name_zh"_s);
    row("text for number", u"UPDATE targets SET value = 'many' WHERE ordinal = 0"_s, Code::FieldType,
        u"targets.value"_s);
    row("infinite", u"UPDATE targets SET value = 9e999 WHERE ordinal = 0"_s, Code::FieldType, u"targets.value"_s);
    row("flag", u"UPDATE zones SET schematic = 7 WHERE ordinal = 0"_s, Code::ValueUnknown, u"zones.schematic"_s);
    row("enum", u"UPDATE zones SET kind = 'village' WHERE ordinal = 0"_s, Code::ValueUnknown, u"zones.kind"_s);
    row("list", u"UPDATE measures SET bodies = '{}' WHERE ordinal = 0"_s, Code::FieldType, u"measures.bodies"_s);
    row("period", u"UPDATE observations SET period = '2021后' WHERE ordinal = 0"_s, Code::FieldType,
        u"observations.period"_s);
    row("geometry is text", u"UPDATE zones SET geom = 'POLYGON' WHERE ordinal = 0"_s, Code::FieldType, u"zones.geom"_s);
    row("position is none", u"UPDATE sites SET geom = x'4750' WHERE ordinal = 0"_s, Code::FieldType, u"sites.geom"_s);
    row("zone unknown", u"UPDATE observations SET zone = '330199' WHERE ordinal = 0"_s, Code::ReferenceUnknown,
        u"observations.zone"_s);
    row("zone within itself", u"UPDATE zones SET parent = code WHERE kind = 'of_which'"_s, Code::ReferenceUnknown,
        u"zones.parent"_s);
    row("no value, no reason", u"UPDATE observations SET value = NULL WHERE ordinal = 0"_s, Code::FieldMissing,
        u"observations.value"_s);
    row("adopted twice",
        u"DROP INDEX observations_adopted_once; UPDATE observations SET adopted = 1 WHERE ordinal = 1"_s,
        Code::AdoptedTwice, u"observations.adopted"_s);
}

void HostileFileTest::hostileContent() {
    QFETCH(QString, sql);
    QFETCH(int, code);
    QFETCH(QString, field);
    QVERIFY(writeProjectFile(path(), m_project));
    // The tables' own rules are lifted first: a file from outside need not have them.
    QVERIFY(OtherProgram(path()).run(
        u"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') "
        "WHERE type = 'table' AND name NOT LIKE 'gpkg%' AND sql NOT LIKE '%WITHOUT ROWID%'"_s));
    QVERIFY(OtherProgram(path()).run(u"PRAGMA ignore_check_constraints = ON;"_s + sql));
    const Result<Project> read = readProjectFile(path());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(read.error().file, path());
    QCOMPARE(read.error().field, field);
    QCOMPARE(schemaVersionIn(path()).has_value(), code != static_cast<int>(Code::NotAProject));
}

void HostileFileTest::damagedBytesAreAProblem() {
    QVERIFY(writeProjectFile(path(), m_project));
    const QByteArray good = contentOf(path());
    quint32 random = 1;
    int refused = 0;
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = round % 4 == 0 ? good.first(good.size() * (round + 1) / 201) : good;
        for (int i = 0; i < 40 && bytes.size() > 100; ++i) {
            random = random * 1664525 + 1013904223;
            bytes[100 + qsizetype(random >> 8) % (bytes.size() - 100)] = char(random & 0xff);
        }
        QFile file(path(u"damaged.gpkg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        refused += readProjectFile(file.fileName()) ? 0 : 1; // above all: it comes back
    }
    QVERIFY(refused > 50);
}

QTEST_APPLESS_MAIN(HostileFileTest)
#include "hostile_file_test.moc"
