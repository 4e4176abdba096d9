#include "maps/analysis/zone_geography.h"
#include "maps/figure/map_font.h"
#include "maps/report/dossier.h"
#include "maps/report/dossier_pdf.h"
#include "maps/scene/text_measure.h"
#include "tests/maps/figure/hangzhou.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& file) {
    QFile open(file);
    return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
}

QString outputOf(const QString& tool, const QStringList& arguments) {
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Characters without spaces, sorted: what is drawn can be compared with what is extracted in any order.
QString characters(const QString& text) {
    QString all;
    for (const QChar c : text) {
        if (!c.isSpace())
            all += c;
    }
    std::ranges::sort(all);
    return all;
}

const DossierPart* partOf(const Dossier& dossier, const QString& heading) {
    const auto found = std::ranges::find(dossier.parts, heading, &DossierPart::heading);
    return found == dossier.parts.end() ? nullptr : &*found;
}

QList<DossierTable> tablesOf(const DossierPart& part) {
    QList<DossierTable> tables;
    for (const auto& item : part.items) {
        if (const auto* table = std::get_if<DossierTable>(&item))
            tables += *table;
    }
    return tables;
}

/// The text of a well-formed document, elements and attributes that could do harm counted.
struct Read {
    QString text;
    QStringList elements;
    QStringList attributes;
    QString error;
};

Read read(const QByteArray& html) {
    Read found;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            found.text += reader.text();
        if (!reader.isStartElement())
            continue;
        found.elements += reader.name().toString();
        for (const QXmlStreamAttribute& attribute : reader.attributes())
            found.attributes += attribute.name().toString();
    }
    found.error = reader.hasError() ? reader.errorString() : QString();
    return found;
}

} // namespace

class DossierTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;
    QTemporaryDir m_folder;

    Dossier dossierOf(const QString& zone, Language language, const QList<LogLine>& log = {}) const {
        return dossierIn(m_real, zone, language, log);
    }

    Dossier dossierIn(const test::RealPlan& real, const QString& zone, Language language,
                      const QList<LogLine>& log = {}) const {
        DossierMaterial material{.project = real.project, .shapes = real.shapes, .language = language};
        material.evidence = claimEvidence(real.project.plan, areasKm2(real.shapes.zones));
        for (const ClaimEvidence& evidence : std::as_const(material.evidence))
            material.verdicts.insert(evidence.claim.tier, u"VERDICT "_s + evidence.claim.tier);
        ComparisonSettings settings;
        settings.samples = 500;
        if (auto comparison = compareZones(real.project.plan, settings))
            material.comparison = *std::move(comparison);
        const auto dossier = tiermap::dossierOf(material, zone, log);
        return dossier ? *dossier : Dossier();
    }

private Q_SLOTS:
    void initTestCase() {
        m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString());
        QVERIFY(!m_real.shapes.zones.empty());
        QVERIFY(mapFont());
    }

    void sayWhatThePlanHolds() {
        const Dossier dossier = dossierOf(u"330109"_s, Language::Chinese);
        QCOMPARE(dossier.title, u"萧山区"_s);
        QCOMPARE(dossier.mark, u"引"_s);
        QCOMPARE(dossier.fileName, u"萧山区"_s);
        QVERIFY(dossier.tier.contains(u"自贸试验区杭州片区"_s));
        QVERIFY(dossier.facts.join(u'\n').contains(u"代码 330109（GB/T 2260）"_s));
        QVERIFY(dossier.facts.join(u'\n').contains(u"其中：杭州临空经济示范区"_s));
        QVERIFY(dossier.notices.contains(m_real.project.plan.boundary.note.zh));
        QVERIFY(dossier.texts().contains(u"VERDICT lead"_s));

        const DossierPart* part = partOf(dossier, u"指标"_s);
        QVERIFY(part);
        const QList<QStringList> rows = tablesOf(*part).value(0).rows;
        const auto gdp = std::ranges::find_if(
            rows, [](const QStringList& row) { return row[0] == u"地区生产总值"_s && row[3] == u"2021年"_s; });
        QVERIFY(gdp != rows.end());
        QCOMPARE(gdp->at(1), u"2\u2009011.62"_s);
        QCOMPARE(gdp->at(2), u"亿元"_s);
        QCOMPARE(gdp->at(4), u"公布"_s);
        QVERIFY(gdp->at(5).contains(u'/'));
        // Its source stands in the list under the number that the row has.
        const QStringList texts = dossier.texts();
        QVERIFY(std::ranges::any_of(
            texts, [&](const QString& text) { return text.startsWith(gdp->at(7) + u" “杭州这十年·萧山”"_s); }));
    }

    void ranksAmongThoseThatHaveAValue() {
        test::RealPlan real = m_real;
        real.project.plan.observations.clear();
        const auto add = [&](const QString& zone, const QString& value) {
            real.project.plan.observations += Observation{.zone = zone,
                                                          .indicator = u"gdp"_s,
                                                          .period = *Period::parse(u"2024"_s),
                                                          .source = u"S"_s,
                                                          .address = {},
                                                          .value = Quantity::parse(value),
                                                          .missingReason = {},
                                                          .adopted = true,
                                                          .note = {}};
        };
        add(u"330109"_s, u"20"_s);
        add(u"330108"_s, u"30"_s);
        add(u"330110"_s, u">50"_s); // a bound is not ranked
        add(u"LKSFQ"_s, u"90"_s);   // an of-which is no district
        add(u"330100"_s, u"400"_s);
        const auto row = [&](const QString& zone) {
            const Dossier dossier = dossierIn(real, zone, Language::English);
            return tablesOf(*partOf(dossier, u"Indicators"_s)).value(0).rows.value(0);
        };
        QCOMPARE(row(u"330109"_s).value(5), u"not ranked"_s); // second of two says nothing
        add(u"330102"_s, u"10"_s);
        QCOMPARE(row(u"330109"_s).value(5), u"2 of 3"_s);
        QCOMPARE(row(u"330109"_s).value(6), u"400"_s);
        QCOMPARE(row(u"330110"_s).value(1), u"> 50"_s);
        QCOMPARE(row(u"330110"_s).value(5), u"not ranked"_s);
        QCOMPARE(row(u"LKSFQ"_s).value(5), u"not ranked"_s);
    }

    /// 30 of 50 are of the first form here, 10 of 60 elsewhere: (30 / 50) / (40 / 110). One form alone has no number.
    void specialisationByQuotients() {
        test::RealPlan real = m_real;
        Plan& plan = real.project.plan;
        plan.observations.clear();
        const auto linked = std::ranges::find(plan.claims, u"linked"_s, &Claim::tier);
        linked->terms.resize(2);
        const auto add = [&](const QString& zone, int term, double number) {
            plan.observations += Observation{.zone = zone,
                                             .indicator = linked->terms[term].indicator,
                                             .period = *Period::parse(u"2024"_s),
                                             .source = u"S"_s,
                                             .address = {},
                                             .value = Quantity{number},
                                             .missingReason = {},
                                             .adopted = true,
                                             .note = {}};
        };
        add(u"330109"_s, 0, 30);
        add(u"330109"_s, 1, 20);
        add(u"330108"_s, 0, 10);
        add(u"330108"_s, 1, 50);
        add(u"330110"_s, 0, 7);
        const auto rows = [&](const QString& zone) {
            const Dossier dossier = dossierIn(real, zone, Language::English);
            return tablesOf(*partOf(dossier, u"Specialisation and clusters"_s)).value(0).rows;
        };
        const QList<QStringList> own = rows(u"330109"_s);
        QCOMPARE(own.size(), 2);
        QCOMPARE(own[0].value(1), u"30"_s);
        QCOMPARE(own[0].value(2), u"60.0"_s);
        QCOMPARE(own[0].value(3), u"1.65"_s);
        QCOMPARE(own[0].value(5), u"yes"_s);
        QCOMPARE(own[1].value(5), u"no"_s);
        QCOMPARE(rows(u"330110"_s)[0].value(3), u"no data"_s); // of one form alone nothing follows
        QVERIFY(rows(u"LKSFQ"_s).isEmpty());
        const Dossier dossier = dossierIn(real, u"330109"_s, Language::Chinese);
        QVERIFY(partOf(dossier, u"专业化与产业集群"_s));
        QVERIFY(dossierHtml(dossier).contains(u"区位商"_s.toUtf8()));
    }

    void anOfWhichIsSaidAndNotAdded() {
        const Dossier dossier = dossierOf(u"LKSFQ"_s, Language::English);
        QCOMPARE(dossier.mark, u"G"_s);
        QVERIFY(dossier.facts.join(u'\n').contains(u"Lies within Xiaoshan"_s));
        QVERIFY(dossier.facts.join(u'\n').contains(u"never added"_s));
        QVERIFY(dossier.texts().contains(u"Districts alone are compared; this zone is none."_s));
        const DossierPart* measures = partOf(dossier, u"Measures that name this zone"_s);
        QVERIFY(measures);
        QStringList numbers;
        for (const QStringList& row : tablesOf(*measures).value(0).rows)
            numbers += row[0];
        QCOMPARE(numbers, QStringList({u"10"_s, u"17"_s, u"20"_s}));
        const DossierPart* sites = partOf(dossier, u"Platforms, bases, parks and other sites"_s);
        QVERIFY(sites && !tablesOf(*sites).isEmpty());
    }

    void missingIsSaidWithItsReason() {
        test::RealPlan real = m_real;
        Observation& first = real.project.plan.observations.first();
        first.value.reset();
        first.missingReason = u"not collected before 2022"_s;
        const Dossier dossier = dossierIn(real, first.zone, Language::English);
        const DossierPart* part = partOf(dossier, u"Indicators"_s);
        QVERIFY(std::ranges::any_of(tablesOf(*part).value(0).rows,
                                    [](const QStringList& row) { return row[1] == u"no data"_s; }));
        QVERIFY(dossier.texts().join(u'\n').contains(u"no data: not collected before 2022"_s));
        QVERIFY(dossierOf(u"330127"_s, Language::Chinese).texts().join(u'\n').contains(u"暂无数据的指标"_s));
    }

    void illustrativeNumbersAreMarked() {
        QVERIFY(!dossierOf(u"330109"_s, Language::Chinese).notices.join(u'\n').contains(u'*'));
        test::RealPlan real = m_real;
        for (Observation& observation : real.project.plan.observations)
            observation.status = Observation::Status::Illustrative;
        const Dossier dossier = dossierIn(real, u"330109"_s, Language::Chinese);
        QVERIFY(dossier.notices.join(u'\n').contains(u"示意数据"_s));
        for (const QStringList& row : tablesOf(*partOf(dossier, u"指标"_s)).value(0).rows) {
            QVERIFY(row[1].endsWith(u'*') || row[1] == u"暂无数据"_s);
            QVERIFY(row[4].startsWith(u"示意"_s));
        }
    }

    void changesAreInWords() {
        const QStringList key{u"330109"_s, u"gdp"_s, u"2021"_s, u"S"_s};
        const LogLine line{.edit = 1,
                           .seq = 1,
                           .action = Action::Edit,
                           .at = u"2026-03-01T06:05:09Z"_s,
                           .author = u"li"_s,
                           .change = Change::Kind::Update,
                           .table = Table::Observations,
                           .key = key,
                           .field = u"value"_s,
                           .before = u"2011.62"_s,
                           .after = Value(),
                           .reason = u"typing error"_s,
                           .source = {}};
        const Dossier dossier = dossierOf(u"330109"_s, Language::Chinese, {line});
        const QStringList row = tablesOf(*partOf(dossier, u"变更记录"_s)).value(0).rows.value(0);
        QCOMPARE(row, QStringList({u"2026-03-01 06:05"_s, u"li"_s, u"地区生产总值（2021年）：数值"_s,
                                   u"2\u2009011.62"_s, u"空"_s, u"typing error"_s}));
        QVERIFY(dossierOf(u"330109"_s, Language::Chinese).texts().contains(u"没有变更记录。"_s));
    }

    void aZoneThatIsNotThereIsAProblem() const {
        const DossierMaterial material{.project = m_real.project, .shapes = m_real.shapes};
        const auto dossier = tiermap::dossierOf(material, u"999999"_s, {});
        QVERIFY(!dossier);
        QCOMPARE(dossier.error().code, Problem::Code::ReferenceUnknown);
    }

    void htmlIsWellFormedAndHarmless() {
        test::RealPlan real = m_real;
        const QString hostile = u"<script>alert(1)</script>\u0001\u202E\"onload='x' %1 %2"_s;
        for (Zone& zone : real.project.plan.zones) {
            if (zone.code == u"330109"_s || zone.code == u"LKSFQ"_s)
                zone.name = {hostile, hostile};
        }
        for (Observation& observation : real.project.plan.observations) {
            observation.source = u"</td><img src=x onerror=alert(1)>"_s;
            observation.address = u"javascript:alert(1)"_s;
        }
        for (const Language language : {Language::Chinese, Language::English}) {
            const QByteArray html = dossierHtml(dossierIn(real, u"330109"_s, language));
            const Read found = read(html);
            QVERIFY2(found.error.isEmpty(), qPrintable(found.error));
            for (const QString& element : {u"script"_s, u"img"_s, u"image"_s, u"link"_s, u"a"_s, u"iframe"_s})
                QVERIFY2(!found.elements.contains(element), qPrintable(element));
            for (const QString& attribute : {u"onload"_s, u"onerror"_s, u"href"_s, u"src"_s})
                QVERIFY2(!found.attributes.contains(attribute), qPrintable(attribute));
            QVERIFY(found.text.contains(u"<script>alert(1)</script>"_s)); // as text
            QVERIFY(!html.contains("<script"));
            QVERIFY(found.elements.contains(u"svg"_s));
        }
        const Dossier dossier = dossierIn(real, u"330109"_s, Language::Chinese);
        QVERIFY(!dossier.fileName.contains(u'/') && !dossier.fileName.contains(u'<'));
        QVERIFY(dossier.fileName.endsWith(u"-330109"_s)); // two zones have the name
    }

    void htmlAndPdfSayTheSame() {
        const Dossier dossier = dossierOf(u"330109"_s, Language::Chinese);
        const Read found = read(dossierHtml(dossier));
        for (const QString& text : dossier.texts())
            QVERIFY2(found.text.contains(text), qPrintable(text));
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        for (const Language language : {Language::Chinese, Language::English}) {
            const Dossier one = dossierOf(u"330109"_s, language);
            const auto bytes = dossierPdf(one);
            QVERIFY(bytes);
            const QString file = m_folder.filePath(u"text.pdf"_s);
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(*bytes) == bytes->size());
            out.close();
            QString drawn;
            for (const Sheet& sheet : dossierPages(one, *mapFont())) {
                for (const Panel& panel : sheet.panels) {
                    for (const Label& label : panel.list.labels)
                        drawn += label.mark + label.text;
                }
            }
            const QString extracted = outputOf(u"pdftotext"_s, {u"-raw"_s, file, u"-"_s});
            QVERIFY(extracted.contains(one.title));
            QCOMPARE(characters(extracted), characters(drawn));
            QString said;
            for (const QString& text : one.texts())
                said += text;
            for (const QChar c : characters(said))
                QVERIFY(drawn.contains(c));
            QCOMPARE(outputOf(u"pdfimages"_s, {u"-list"_s, file}).count(u'\n'), 2); // only the heading
            const QStringList fonts = outputOf(u"pdffonts"_s, {file}).trimmed().split(u'\n').mid(2);
            QCOMPARE(fonts.size(), 1);
            QVERIFY(fonts[0].contains(u"WenQuanYiMicroHei"_s));
        }
    }

    void nothingLeavesThePage() {
        test::RealPlan real = m_real;
        Measure& measure = real.project.plan.measures.first();
        measure.zones = {u"330109"_s};
        measure.text = QString(3000, u'字') + QString(2000, u'w'); // longer than a page, without a place to break
        const TextMeasure size(*mapFont());
        const std::vector<Sheet> pages = dossierPages(dossierIn(real, u"330109"_s, Language::Chinese), *mapFont());
        QVERIFY(pages.size() > 2);
        qsizetype drawn = 0;
        for (const Sheet& sheet : pages) {
            for (const Panel& panel : sheet.panels) {
                for (const Label& label : panel.list.labels) {
                    const QRectF box = labelBox(label, panel.view.toPage(label.at), size);
                    QVERIFY2(QRectF(11, 11, 188, 276).contains(box), qPrintable(label.text));
                    drawn += label.text.count(u'字');
                }
            }
        }
        QVERIFY(drawn >= 3000);
    }

    void theSameDossierGivesTheSameBytes() {
        const Dossier one = dossierOf(u"LKSFQ"_s, Language::English);
        const Dossier two = dossierOf(u"LKSFQ"_s, Language::English);
        QVERIFY(dossierHtml(one) == dossierHtml(two));
        QVERIFY(*dossierPdf(one) == *dossierPdf(two));
    }

    void filesAreWrittenWholeOrNotAtAll() {
        const QList<Dossier> both{dossierOf(u"330109"_s, Language::Chinese), dossierOf(u"LKSFQ"_s, Language::Chinese)};
        const QString folder = m_folder.filePath(u"new/folder"_s);
        const auto written = writeDossiers(both, {.folder = folder});
        QVERIFY(written);
        QCOMPARE(written->size(), 4);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 4);
        const QByteArray before = bytesOf(folder + u"/萧山区.html"_s);
        QVERIFY(!before.isEmpty());

        const auto again = writeDossiers(both, {.folder = folder});
        QVERIFY(!again);
        QCOMPARE(again.error().code, Problem::Code::FileExists);
        QVERIFY(writeDossiers(both, {.folder = folder, .replace = true}));
        QVERIFY(bytesOf(folder + u"/萧山区.html"_s) == before);

        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto refused = writeDossiers(both, {.folder = file.fileName()});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Problem::Code::FileUnwritable);

        test::RealPlan real = m_real;
        for (Zone& zone : real.project.plan.zones) {
            if (zone.code == u"330109"_s)
                zone.role.zh = u"\U0001F600"_s; // no font of maps has it
        }
        const QString other = m_folder.filePath(u"other"_s);
        const auto glyphless =
            writeDossiers({both[1], dossierIn(real, u"330109"_s, Language::Chinese)}, {.folder = other});
        QVERIFY(!glyphless);
        QCOMPARE(glyphless.error().code, Problem::Code::GlyphMissing);
        QVERIFY(QDir(other).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
};

QTEST_MAIN(DossierTest)
#include "dossier_test.moc"
