#include "maps/figure/preflight.h"
#include "tests/maps/figure/hangzhou.h"

#include <QFontDatabase>
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

    /// A scale that is wanted is kept to, whatever does not fit; the projection that is wanted is named on the sheet.
    void scaleAndProjectionAsWanted() {
        const auto figureOf = [&](const FigureSpec& spec) {
            return *Figure::layOut(m_real.project, m_real.shapes, spec);
        };
        const auto says = [](const Figure& figure, const QString& words) {
            return figure.texts().join(u'\n').remove(QChar(0x2009)).contains(words);
        };
        QVERIFY(!find(findingsOf({}), Kind::MapCut));
        FigureSpec spec{.scale = 400000};
        QVERIFY(says(figureOf(spec), u"1:400000"_s));
        QCOMPARE(find(findingsOf(spec), Kind::MapCut)->field, u"scale"_s);
        spec.scale = 2000000;
        QVERIFY(says(figureOf(spec), u"1:2000000"_s));
        QVERIFY(!find(findingsOf(spec), Kind::MapCut));
        QVERIFY(!says(figureOf({}), u"4549"_s) || says(figureOf({}), u"局部"_s));
        spec.projection = FigureSpec::MapProjection::GaussKrueger;
        const QString krueger = figureOf(spec).texts().join(u'\n');
        spec.projection = FigureSpec::MapProjection::EqualArea;
        QVERIFY(krueger != figureOf(spec).texts().join(u'\n'));
        for (const QString& size : pageSizes()) { // no page breaks
            for (const double scale : {20000.0, 10000000.0})
                QVERIFY2(Figure::layOut(m_real.project, m_real.shapes, {.size = size, .scale = scale}),
                         qPrintable(size));
        }
    }

    /// A font of one's own is used or refused, and what it costs is told.
    void fontsOfOnesOwn() {
        FigureSpec spec;
        spec.theme.font = u"No Such Font"_s;
        const auto refused = Figure::layOut(m_real.project, m_real.shapes, spec);
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), int(Problem::Code::FontMissing));
        QCOMPARE(refused.error().field, u"theme.font"_s);
        spec.theme.font = u"WenQuanYi Micro Hei"_s;
        QVERIFY(!find(findingsOf(spec), Kind::TextMisread));
        spec.theme.font = u"Noto Sans CJK SC"_s;
        if (!QFontDatabase::hasFamily(spec.theme.font))
            QSKIP("fonts-noto-cjk is not installed");
        QVERIFY(find(findingsOf(spec), Kind::TextMisread)->arguments[0].contains(u'山')); // 萧山区
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
        spec.places = {{u"legend"_s, {QPointF(220, 120)}}};
        const auto findings = findingsOf(spec);
        QVERIFY(find(findings, Kind::PartsOverlap));
        QCOMPARE(find(findings, Kind::PartsOverlap)->arguments, QStringList({u"legend"_s, u"inset"_s}));
    }

    /// The enlarged part keeps its proportion and grows in scale, the legend flows anew; where they lie on something is told.
    void partsAreAsWideAsWanted() {
        const auto figureOf = [&](const FigureSpec& spec) {
            return Figure::layOut(m_real.project, m_real.shapes, spec);
        };
        const auto maps = [](const Figure& figure) {
            QStringList titles = figure.texts().filter(u"1:"_s);
            titles.removeDuplicates();
            return titles;
        };
        const auto as = figureOf({});
        const QRectF inset = as->sheet().parts[u"inset"_s];
        const QRectF legend = as->sheet().parts[u"legend"_s];
        FigureSpec spec;
        spec.places = {{u"inset"_s, {.at = inset.topLeft(), .width = inset.width()}},
                       {u"legend"_s, {.at = legend.topLeft(), .width = legend.width()}}};
        QCOMPARE(figureOf(spec)->sheet().parts, as->sheet().parts); // so wide they are without
        QCOMPARE(maps(*figureOf(spec)), maps(*as));

        constexpr double caption = 6;
        spec.places = {{u"inset"_s, {.at = {150, 60}, .width = inset.width() * 1.3}}};
        const auto wider = figureOf(spec);
        const QRectF box = wider->sheet().parts[u"inset"_s];
        QCOMPARE(box.topLeft(), QPointF(150, 60));
        QCOMPARE(box.width(), inset.width() * 1.3);
        QCOMPARE(box.height() - caption, (inset.height() - caption) * 1.3);
        QVERIFY(maps(*wider) != maps(*as)); // its scale grew
        QVERIFY(!find(preflight(m_real.project, spec, *wider), Kind::PartsOverlap));
        spec.places[u"inset"_s] = {.at = inset.topLeft(), .width = inset.width() * 1.3}; // down on the scale bar
        const auto findings = findingsOf(spec);
        QVERIFY(find(findings, Kind::PartsOverlap));
        QCOMPARE(find(findings, Kind::PartsOverlap)->arguments, QStringList({u"inset"_s, u"scale"_s}));
        spec.places[u"inset"_s].width = 20; // would be smaller than the map itself
        const double least = figureOf(spec)->sheet().parts[u"inset"_s].width();
        QVERIFY(least > 20 && least < inset.width());

        spec.places = {{u"legend"_s, {.at = legend.topLeft(), .width = 120}}};
        const QRectF wide = figureOf(spec)->sheet().parts[u"legend"_s];
        QCOMPARE(wide.width(), 120);
        QVERIFY(wide.height() < legend.height());
        for (const auto& [part, width] : {std::pair(u"inset"_s, 297.0), {u"legend"_s, 297.0}, {u"legend"_s, 20.0}}) {
            spec.places = {{part, {.at = {0, 0}, .width = width}}};
            QVERIFY(QRectF(0, 0, 297, 210).contains(figureOf(spec)->sheet().parts[part]));
        }
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
