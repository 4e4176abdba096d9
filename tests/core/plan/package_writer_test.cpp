#include "core/plan/completeness.h"
#include "core/plan/package.h"
#include "core/plan/package_writer.h"
#include "core/plan/placeholder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;

class PackageWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrittenReadsBackTheSame();
    void oddTextsSurvive();
    void datesMayBeUnknown();
    void aSoundPackageHasNothingToFillIn();
    void everythingIsFoundNotOnlyTheFirst();
    void whatIsIncompleteIsListed();
    void unwritable();

private:
    Plan m_plan;
};

namespace {

const QString hangzhou = QString::fromUtf16(TIERMAP_SOURCE_DIR) + u"/resources/plans/hangzhou"_s;

void replace(const QString& path, const QByteArray& before, const QByteArray& after) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    QVERIFY2(text.contains(before), before.constData());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.replace(before, after)) > 0);
}

} // namespace

void PackageWriterTest::initTestCase() { m_plan = *readPlanPackage(hangzhou); }

void PackageWriterTest::whatIsWrittenReadsBackTheSame() {
    const QTemporaryDir folder;
    QVERIFY(writePlanPackage(m_plan, folder.path()));
    const auto read = readPlanPackage(folder.path());
    QVERIFY(read);
    QVERIFY(*read == m_plan);
}

void PackageWriterTest::oddTextsSurvive() {
    Plan plan = m_plan;
    plan.observations[0].note = u"第一行\n\"引号\", 逗号 "_s;
    plan.observations[1].value = Quantity{.number = 0.1 + 0.2, .bound = Quantity::Bound::AtLeast};
    plan.sites[0].position = QPointF(120.123456789012, 30.000000001);
    plan.sites[0].note = u"=1+1"_s;
    plan.rules[0].minimum = -1e-9;
    const QTemporaryDir folder;
    QVERIFY(writePlanPackage(plan, folder.path()));
    QVERIFY(*readPlanPackage(folder.path()) == plan);
}

void PackageWriterTest::datesMayBeUnknown() {
    Plan plan = m_plan;
    plan.validFrom = {};
    plan.validTo = {};
    const QTemporaryDir folder;
    QVERIFY(writePlanPackage(plan, folder.path()));
    QVERIFY(*readPlanPackage(folder.path()) == plan);
    const PackageFindings found = checkPlanPackage(folder.path());
    QVERIFY(found.problems.isEmpty());
    QCOMPARE(found.gaps.size(), 2);
    QCOMPARE(found.gaps[0].field, u"valid_from"_s);
    QCOMPARE(found.gaps[0].kind, PlanGap::Kind::NotFilledIn);
}

void PackageWriterTest::aSoundPackageHasNothingToFillIn() {
    const PackageFindings found = checkPlanPackage(hangzhou);
    QVERIFY(found.problems.isEmpty());
    QVERIFY2(found.gaps.isEmpty(), found.gaps.isEmpty() ? "" : qPrintable(found.gaps[0].field));
}

void PackageWriterTest::everythingIsFoundNotOnlyTheFirst() {
    const QTemporaryDir folder;
    QVERIFY(writePlanPackage(m_plan, folder.path()));
    const QString plan = folder.filePath(u"plan.json"_s);
    replace(plan, "\"kind\": \"of_which\"", "\"kind\": \"beside\"");
    replace(plan, "\"color\": \"#1F5A94\"", "\"color\": \"blue\"");
    replace(folder.filePath(u"observations.csv"_s), "330102,area_km2,", "330199,area_km2,");
    replace(folder.filePath(u"observations.csv"_s), ",published,", ",printed,");
    replace(folder.filePath(u"sites.csv"_s), ",operating,", ",running,");
    const QList<Problem> found = checkPlanPackage(folder.path()).problems;
    QStringList fields;
    for (const Problem& problem : found) {
        fields << problem.field;
    }
    QVERIFY2(fields.contains(u"zones[8].kind"_s), qPrintable(fields.first(5).join(u' ')));
    QVERIFY(!fields.contains(u"zones[8].parent"_s)); // the echo of its kind
    QVERIFY(fields.contains(u"tiers[0].color"_s));
    QVERIFY(fields.contains(u"status"_s));
    QVERIFY(fields.contains(u"stage"_s));
    QVERIFY(found.size() > 20);
}

void PackageWriterTest::whatIsIncompleteIsListed() {
    Plan plan = m_plan;
    plan.title.zh = placeholder(u"规划名称"_s);
    plan.zones[0].name.en.clear();
    plan.zones[1].tier.clear();
    plan.indicators[0].unit = {};
    plan.observations[0].source = placeholder(u"来源"_s);
    const QTemporaryDir folder;
    QVERIFY(writePlanPackage(plan, folder.path()));
    const PackageFindings all = checkPlanPackage(folder.path());
    QVERIFY(all.problems.isEmpty());
    QList<std::pair<QString, PlanGap::Kind>> found;
    for (const PlanGap& gap : all.gaps) {
        found.emplaceBack(gap.field, gap.kind);
    }
    using enum PlanGap::Kind;
    const QList<std::pair<QString, PlanGap::Kind>> expected{{u"title"_s, NotFilledIn},
                                                            {u"zones[0].name.en"_s, TranslationMissing},
                                                            {u"zones[1].tier"_s, TierMissing},
                                                            {u"indicators[0].unit"_s, UnitMissing},
                                                            {u"source"_s, NotFilledIn}};
    QCOMPARE(found, expected);
}

void PackageWriterTest::unwritable() {
    const auto written = writePlanPackage(m_plan, u"/nowhere"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Problem::Code::FileUnwritable);
}

QTEST_GUILESS_MAIN(PackageWriterTest)
#include "package_writer_test.moc"
