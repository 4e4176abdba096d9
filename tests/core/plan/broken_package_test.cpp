#include "core/plan/package.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tiermap;

namespace {

using Code = Problem::Code;

const QString hangzhou = QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One change to one file of the good package. An empty `from` appends, an empty `file` changes nothing.
struct Mutation {
    QString file;
    QByteArray from;
    QByteArray to;
};

} // namespace

/// The good package with one thing wrong: which file, row and field does the reader blame?
class BrokenPackageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void brokenPackage_data();
    void brokenPackage();
    void missingFile_data();
    void missingFile();
    void acceptsByteOrderMarksAndWindowsLines();
    void recordsMaySpanLines();
};

void BrokenPackageTest::brokenPackage_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<Problem>("expected");
    const QString plan = u"plan.json"_s;
    const QString observations = u"observations.csv"_s;
    const QString sites = u"sites.csv"_s;
    const auto row = [](const char* name, const Mutation& mutation, Code code, int line, const QString& field,
                        const QStringList& arguments = {}) {
        QTest::newRow(name) << mutation.file << mutation.from << mutation.to
                            << Problem{code, mutation.file, line, field, arguments};
    };

    row("json syntax", {plan, "\"key\": \"hangzhou\",", "\"key\": hangzhou,"}, Code::SyntaxError, 4, {});
    row("json top", {u"targets.json"_s, "{\n", "[{\n"}, Code::SyntaxError, 0, {});
    row("version", {plan, "\"version\": 1", "\"version\": 2"}, Code::ValueUnknown, 0, u"version"_s, {u"2"_s, u"1"_s});
    row("missing field", {plan, "\"goal\"", "\"gaol\""}, Code::FieldMissing, 0, u"goal"_s);
    row("missing translation key", {plan, "\"layout\": {\"zh\"", "\"layout\": {\"cn\""}, Code::FieldMissing, 0,
        u"layout.zh"_s);
    row("wrong type", {u"targets.json"_s, "\"value\": 4300", "\"value\": \"4300\""}, Code::FieldType, 0,
        u"targets[0].value"_s, {u"number"_s});
    row("list", {u"measures.json"_s, "\"zones\": []", "\"zones\": \"\""}, Code::FieldType, 0, u"measures[0].zones"_s,
        {u"list"_s});
    row("list of text", {u"measures.json"_s, "\"zones\": []", "\"zones\": [330108]"}, Code::FieldType, 0,
        u"measures[0].zones[0]"_s, {u"text"_s});
    row("date", {plan, "2024-05-24\"", "2024-05-32\""}, Code::FieldType, 0, u"valid_from"_s, {u"date"_s});
    row("ends before it begins", {plan, "2026-12-31", "2023-12-31"}, Code::ValueUnknown, 0, u"valid_to"_s,
        {u"2023-12-31"_s, u">= 2024-05-24"_s});
    row("enum", {plan, "\"pattern\": \"hatch\"", "\"pattern\": \"dots\""}, Code::ValueUnknown, 0, u"tiers[2].pattern"_s,
        {u"dots"_s, u"solid, hatch"_s});
    row("color", {plan, "#1F5A94", "#1F5A9"}, Code::ValueUnknown, 0, u"tiers[0].color"_s, {u"#1F5A9"_s, u"#RRGGBB"_s});
    row("tier twice", {plan, "\"key\": \"linked\"", "\"key\": \"lead\""}, Code::DuplicateKey, 0, u"tiers[1].key"_s,
        {u"lead"_s});
    row("zone twice", {plan, "\"code\": \"330109\"", "\"code\": \"330108\""}, Code::DuplicateKey, 0, u"zones[1].code"_s,
        {u"330108"_s});
    row("indicator twice", {plan, "\"key\": \"pop_resident\"", "\"key\": \"area_km2\""}, Code::DuplicateKey, 0,
        u"indicators[2].key"_s, {u"area_km2"_s});
    row("target twice", {u"targets.json"_s, "\"overseas_brands\"", "\"digital_trade_volume\""}, Code::DuplicateKey, 0,
        u"targets[1].key"_s, {u"digital_trade_volume"_s});
    row("measure twice", {u"measures.json"_s, "\"number\": \"2\"", "\"number\": \"1\""}, Code::DuplicateKey, 0,
        u"measures[1].number"_s, {u"1"_s});
    row("tier unknown", {plan, "\"tier\": \"lead\"", "\"tier\": \"led\""}, Code::ReferenceUnknown, 0,
        u"zones[0].tier"_s, {u"led"_s, u"tier"_s});
    row("parent unknown", {plan, "\"parent\": \"330109\"", "\"parent\": \"330199\""}, Code::ReferenceUnknown, 0,
        u"zones[8].parent"_s, {u"330199"_s, u"district"_s});
    row("zone within itself", {plan, "\"parent\": \"330109\"", "\"parent\": \"LKSFQ\""}, Code::ReferenceUnknown, 0,
        u"zones[8].parent"_s, {u"LKSFQ"_s, u"district"_s});
    row("sum rule's total", {plan, "\"total\": \"330100\"", "\"total\": \"330199\""}, Code::ReferenceUnknown, 0,
        u"sum_rules[0].total"_s, {u"330199"_s, u"zone"_s});
    row("sum rule's indicator", {plan, "\"indicator\": \"pop_census_2020\"", "\"indicator\": \"people\""},
        Code::ReferenceUnknown, 0, u"sum_rules[0].indicator"_s, {u"people"_s, u"indicator"_s});
    row("former unit twice", {plan, "\"code\": \"330103\"", "\"code\": \"330102\""}, Code::DuplicateKey, 0,
        u"former_units[1].code"_s, {u"330102 2021-04-09"_s});
    row("former unit's end", {plan, "\"until\": \"2001\"", "\"until\": \"once\""}, Code::FieldType, 0,
        u"former_units[8].until"_s, {u"period"_s});
    row("former unit's successor", {plan, "[\"330102\", \"330114\"]", "[\"330102\", \"330199\"]"},
        Code::ReferenceUnknown, 0, u"former_units[2].successors"_s, {u"330199"_s, u"zone"_s});
    row("former unit's successor twice", {plan, "[\"330102\", \"330114\"]", "[\"330102\", \"330102\"]"},
        Code::DuplicateKey, 0, u"former_units[2].successors"_s, {u"330102"_s});
    row("former unit without successor", {plan, "[\"330102\", \"330114\"]", "[]"}, Code::FieldMissing, 0,
        u"former_units[2].successors"_s);
    row("measure's zone", {u"measures.json"_s, "[\"LKSFQ\"]", "[\"AIR\"]"}, Code::ReferenceUnknown, 0,
        u"measures[9].zones"_s, {u"AIR"_s, u"zone"_s});

    row("column missing", {observations, "adopted,note", "chosen,note"}, Code::FieldMissing, 1, u"adopted"_s);
    row("column twice", {observations, "adopted,note", "note,note"}, Code::DuplicateKey, 1, u"note"_s, {u"note"_s});
    row("open quote", {observations, {}, "330108,gdp,2020,\"src\n\n"}, Code::SyntaxError, 182, {});
    row("stray quote", {observations, {}, "330108,gdp,20\"20,src,,1,,published,low,no,\n"}, Code::SyntaxError, 182, {});
    row("cell missing", {observations, {}, "330108,gdp,2020,src,,1,,published,low,no\n"}, Code::FieldMissing, 182,
        u"note"_s);
    row("cell too many", {observations, {}, "330108,gdp,2020,src,,1,,published,low,no,,\n"}, Code::SyntaxError, 182,
        {});
    row("not UTF-8", {observations, {}, "330108,gdp,2020,\xC4\xEA,,1,,published,low,no,\n"}, Code::SyntaxError, 182,
        {});
    row("number", {observations, {}, "330108,gdp,2020,src,,\"1,000\",,published,low,no,\n"}, Code::FieldType, 182,
        u"value"_s, {u"number"_s});
    row("period", {observations, {}, "330108,gdp,2021后,src,,1,,published,low,no,\n"}, Code::FieldType, 182,
        u"period"_s, {u"period"_s});
    row("status", {observations, {}, "330108,gdp,2020,src,,1,,guessed,low,no,\n"}, Code::ValueUnknown, 182, u"status"_s,
        {u"guessed"_s, u"published, estimate, illustrative"_s});
    row("adopted is no word", {observations, {}, "330108,gdp,2020,src,,1,,published,low,maybe,\n"}, Code::ValueUnknown,
        182, u"adopted"_s, {u"maybe"_s, u"yes, no"_s});
    row("source empty", {observations, {}, "330108,gdp,2020,,,1,,published,low,no,\n"}, Code::FieldMissing, 182,
        u"source"_s);
    row("zone unknown", {observations, {}, "330199,gdp,2020,src,,1,,published,low,no,\n"}, Code::ReferenceUnknown, 182,
        u"zone"_s, {u"330199"_s, u"zone"_s});
    row("indicator unknown", {observations, {}, "330108,gnp,2020,src,,1,,published,low,no,\n"}, Code::ReferenceUnknown,
        182, u"indicator"_s, {u"gnp"_s, u"indicator"_s});
    row("neither value nor reason", {observations, {}, "330108,gdp,2020,src,,,,published,low,no,\n"},
        Code::FieldMissing, 182, u"value"_s);
    row("value and reason", {observations, {}, "330108,gdp,2020,src,,1,secret,published,low,no,\n"}, Code::ValueUnknown,
        182, u"missing_reason"_s, {u"secret"_s, QString()});
    row("observation twice",
        {observations, {}, "330108,gdp,2020,src,,1,,published,low,no,\n330108,gdp,2020,src,,2,,published,low,no,\n"},
        Code::DuplicateKey, 183, u"source"_s, {u"330108 gdp 2020 src"_s});
    row("adopted twice",
        {observations, {}, "330108,gdp,2020,a,,1,,published,low,yes,\n330108,gdp,2020,b,,2,,published,low,yes,\n"},
        Code::AdoptedTwice, 183, u"adopted"_s, {u"330108 gdp 2020"_s});

    row("site twice", {sites, "\nzhejiang-digital-culture,", "\niot-park,"}, Code::DuplicateKey, 3, u"key"_s,
        {u"iot-park"_s});
    row("site's zone", {sites, ",base,330108,", ",base,330199,"}, Code::ReferenceUnknown, 2, u"zone"_s,
        {u"330199"_s, u"zone"_s});
    row("site's kind", {sites, ",base,330108,", ",shop,330108,"}, Code::ValueUnknown, 2, u"kind"_s,
        {u"shop"_s, u"platform, base, park, venue, headquarters"_s});
    row("half a position", {sites, ",base,330108,,,", ",base,330108,120.2,,"}, Code::FieldMissing, 2, u"lat"_s);
    row("position off the globe", {sites, ",base,330108,,,", ",base,330108,30.2,120.2,"}, Code::FieldType, 2, u"lat"_s,
        {u"number"_s});
}

void BrokenPackageTest::brokenPackage() {
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(Problem, expected);
    const QTemporaryDir folder;
    for (const QFileInfo& info : QDir(hangzhou).entryInfoList(QDir::Files)) {
        QByteArray bytes = contentOf(info.filePath());
        if (info.fileName() == file) {
            const qsizetype at = from.isEmpty() ? bytes.size() : bytes.indexOf(from);
            QVERIFY2(at >= 0, "the good package no longer has what this row changes");
            bytes.replace(at, from.size(), to);
        }
        QFile copy(folder.filePath(info.fileName()));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(bytes) == bytes.size());
    }
    const Result<Plan> plan = readPlanPackage(folder.path());
    QVERIFY(!plan);
    QCOMPARE(static_cast<int>(plan.error().code), static_cast<int>(expected.code));
    QCOMPARE(plan.error().file, folder.filePath(file));
    QCOMPARE(plan.error().field, expected.field);
    if (expected.code == Code::SyntaxError) {
        QVERIFY(!plan.error().arguments.isEmpty());
    } else {
        QCOMPARE(plan.error().arguments, expected.arguments);
    }
    if (expected.row > 0 || expected.code != Code::SyntaxError) {
        QCOMPARE(plan.error().row, expected.row);
    }
}

void BrokenPackageTest::missingFile_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"plan.json", "targets.json", "measures.json", "observations.csv", "sites.csv"}) {
        QTest::newRow(file) << QString::fromLatin1(file);
    }
}

void BrokenPackageTest::missingFile() {
    QFETCH(QString, file);
    const QTemporaryDir folder;
    for (const QFileInfo& info : QDir(hangzhou).entryInfoList(QDir::Files)) {
        QVERIFY(info.fileName() == file || QFile::copy(info.filePath(), folder.filePath(info.fileName())));
    }
    const Result<Plan> plan = readPlanPackage(folder.path());
    QVERIFY(!plan);
    QCOMPARE(plan.error(), (Problem{.code = Code::FileMissing, .file = folder.filePath(file)}));
}

void BrokenPackageTest::acceptsByteOrderMarksAndWindowsLines() {
    const QTemporaryDir folder;
    for (const QFileInfo& info : QDir(hangzhou).entryInfoList(QDir::Files)) {
        QByteArray bytes = "\xEF\xBB\xBF" + contentOf(info.filePath());
        bytes.replace("\n", "\r\n");
        QFile copy(folder.filePath(info.fileName()));
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(bytes) == bytes.size());
    }
    const Result<Plan> plan = readPlanPackage(folder.path());
    QVERIFY(plan);
    QCOMPARE(*plan, readPlanPackage(hangzhou).value());
}

void BrokenPackageTest::recordsMaySpanLines() {
    const QTemporaryDir folder;
    for (const QFileInfo& info : QDir(hangzhou).entryInfoList(QDir::Files)) {
        QVERIFY(QFile::copy(info.filePath(), folder.filePath(info.fileName())));
    }
    QFile file(folder.filePath(u"observations.csv"_s));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n330108,gdp,2020,src,,1,,published,low,no,\"two\n\n\"\"lines\"\"\"\n330108,gdp,20x,src,,1,,published,"
               "low,no,");
    file.close();
    const Result<Plan> plan = readPlanPackage(folder.path());
    QVERIFY(!plan);
    QCOMPARE(plan.error().row, 186); // 181 lines, one empty, three of the record before
    QCOMPARE(plan.error().field, u"period"_s);
}

QTEST_APPLESS_MAIN(BrokenPackageTest)
#include "broken_package_test.moc"
