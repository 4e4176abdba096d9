#include "maps/figure/preflight.h"
#include "tests/maps/figure/hangzhou.h"

#include <QRegularExpression>
#include <QTest>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Kind = SheetFinding::Kind;

class PreflightTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;

    QList<SheetFinding> findingsOf(const FigureSpec& spec) const {
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        return figure ? preflight(m_real.project, spec, *figure) : QList<SheetFinding>();
    }

    static const SheetFinding* find(const QList<SheetFinding>& findings, Kind kind) {
        const auto found = std::ranges::find(findings, kind, &SheetFinding::kind);
        return found == findings.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    /// What a public sheet must have is an error there and a warning elsewhere.
    void publicSheetsNeedMore() {
        FigureSpec spec;
        const auto working = findingsOf(spec);
        spec.profile = FigureSpec::Profile::Public;
        const auto published = findingsOf(spec);
        for (const Kind kind : {Kind::ApprovalMissing, Kind::IssuerMissing, Kind::DateMissing, Kind::Schematic}) {
            QVERIFY(find(working, kind) && !find(working, kind)->isError);
            QVERIFY(find(published, kind) && find(published, kind)->stops());
        }
        spec.approvalNumber = u"浙S(2026)1号"_s;
        spec.issuer = u"局"_s;
        spec.date = u"2026-11"_s;
        const auto left = findingsOf(spec);
        QVERIFY(!find(left, Kind::ApprovalMissing) && !find(left, Kind::IssuerMissing) &&
                !find(left, Kind::DateMissing));
        QVERIFY(find(left, Kind::Schematic)->stops());
    }

    /// A reason lets one finding be, and is kept beside it.
    void reasonsLetBe() {
        FigureSpec spec;
        spec.profile = FigureSpec::Profile::Public;
        spec.accepted = {{u"schematic"_s, u"示意图，不作划界依据"_s}};
        const auto findings = findingsOf(spec);
        QVERIFY(!find(findings, Kind::Schematic)->stops());
        QCOMPARE(find(findings, Kind::Schematic)->accepted, u"示意图，不作划界依据"_s);
        QVERIFY(find(findings, Kind::ApprovalMissing)->stops());
        QVERIFY(findings.first().stops()); // those that stop come first
    }

    void textIsMeasuredAsItIsPrinted() {
        FigureSpec spec{.size = u"A3"_s, .magnification = 0.5};
        const auto findings = findingsOf(spec);
        QVERIFY(find(findings, Kind::TextSmall));
        QVERIFY(find(findings, Kind::TextSmall)->arguments[0].toDouble() < 6);
        for (const QString& size : pageSizes()) // none of the usual pages has text that is too small
            QVERIFY2(!find(findingsOf({.size = size}), Kind::TextSmall), qPrintable(size));
    }

    void warningsOfTheMap() {
        FigureSpec spec{.figure = u"map"_s};
        spec.style = LayerStyle{.kind = LayerStyle::Kind::Graduated, .indicators = {u"pop_census_2020"_s}};
        const auto findings = findingsOf(spec);
        QVERIFY(find(findings, Kind::AmountAsColour));
        QCOMPARE(find(findings, Kind::AmountAsColour)->field, u"style"_s);
    }

    void layersOfUnknownDatum() {
        FigureSpec spec;
        spec.layers = {{.key = u"a"_s,
                        .name = {u"路"_s, u"Roads"_s},
                        .file = u"roads.shp"_s,
                        .datum = u"unknown"_s,
                        .vintage = u"2019"_s}};
        const auto findings = findingsOf(spec);
        QCOMPARE(find(findings, Kind::DatumUnknown)->arguments, QStringList{u"路"_s});
        QCOMPARE(find(findings, Kind::VintagesDiffer)->arguments.value(1), u"2019"_s);
        spec.layers[0].shown = false;
        QVERIFY(!find(findingsOf(spec), Kind::DatumUnknown));
    }

    void movedPartsMayOverlap() {
        QVERIFY(!find(findingsOf({}), Kind::PartsOverlap));
        FigureSpec spec;
        spec.places = {{u"legend"_s, QPointF(220, 120)}};
        const auto findings = findingsOf(spec);
        QVERIFY(find(findings, Kind::PartsOverlap));
        QCOMPARE(find(findings, Kind::PartsOverlap)->arguments, QStringList({u"legend"_s, u"inset"_s}));
    }

    /// Words that stand for others do, those for what the legend does not say are told, and no number comes in by them.
    void theLegendsOwnWords() {
        FigureSpec spec{.figure = u"map"_s};
        spec.style = LayerStyle{.kind = LayerStyle::Kind::Graduated, .indicators = {u"pop_census_2020"_s}};
        const auto texts = [&] { return Figure::layOut(m_real.project, m_real.shapes, spec)->texts(); };
        const QStringList words = Figure::layOut(m_real.project, m_real.shapes, spec)->sheet().legendWords;
        QVERIFY(words.contains(u"水域"_s) && words.contains(u"图例"_s));
        const auto numbered = std::ranges::find_if(
            words, [](const QString& word) { return word.contains(QRegularExpression(u"\\d"_s)); });
        QVERIFY(numbered != words.end());
        QVERIFY(texts().contains(u"水域"_s));
        spec.legendWords = {{u"水域"_s, u"河湖"_s}, {u"去年的"_s, u"x"_s}, {*numbered, u"98765 人"_s}};
        QVERIFY(texts().contains(u"河湖"_s) && !texts().contains(u"水域"_s));
        QVERIFY(!texts().contains(u"98765 人"_s));
        const auto findings = findingsOf(spec);
        QCOMPARE(find(findings, Kind::LegendWordUnknown)->arguments, QStringList{u"去年的"_s});
        QCOMPARE(find(findings, Kind::LegendWordUnknown)->field, u"legend_words"_s);
        QCOMPARE(find(findings, Kind::LegendNumberNew)->arguments, QStringList({*numbered, u"98765 人"_s}));
        spec.legendWords = {{*numbered, u"人少的区县"_s}}; // a number may be left out
        QVERIFY(texts().contains(u"人少的区县"_s));
        QVERIFY(!find(findingsOf(spec), Kind::LegendNumberNew));
    }

    /// Long words break instead of leaving the legend.
    void longWordsStayInTheLegend() {
        FigureSpec spec{.language = Language::English};
        const QString longWord = u"everything that is wet, be it a river, a lake, a reservoir, a canal or the sea"_s;
        spec.legendWords = {{u"Water"_s, longWord}, {u"Core"_s, longWord}};
        const auto figure = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(figure);
        QVERIFY(!figure->texts().contains(longWord));
        QVERIFY(figure->texts().join(u' ').contains(longWord));
    }

    void namesAreThoseOfTheJson() {
        QSet<QString> seen;
        for (const Name<Kind>& name : namesOf<Kind>()) {
            QVERIFY(!seen.contains(name.text));
            seen += name.text;
        }
        QCOMPARE(seen.size(), int(Kind::VintagesDiffer) + 1);
    }
};

QTEST_MAIN(PreflightTest)
#include "preflight_test.moc"
