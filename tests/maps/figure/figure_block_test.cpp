#include "core/analysis/zone_figures.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/preflight.h"
#include "tests/maps/figure/hangzhou.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace tiermap;
using namespace Qt::StringLiterals;
using Code = Problem::Code;
using Kind = SheetFinding::Kind;

/// Text, tables, charts and logos that somebody puts on the sheet.
class FigureBlockTest : public QObject {
    Q_OBJECT

    test::RealPlan m_real;

    static QByteArray png(const QSize& size) {
        QImage image(size, QImage::Format_Mono);
        image.fill(1);
        QBuffer buffer;
        image.save(&buffer, "PNG");
        return buffer.data();
    }
    static QByteArray withBlock(const QByteArray& block) {
        return R"({"blocks": [{"kind": "text", "text": "a"}, )" + block + "]}";
    }
    Figure figureOf(const FigureSpec& spec) const { return *Figure::layOut(m_real.project, m_real.shapes, spec); }

private Q_SLOTS:
    void initTestCase() { m_real = test::hangzhou(QStringView(TIERMAP_SOURCE_DIR).toString()); }

    void roundTrip() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Text, .at = {20, 30}, .width = 44, .text = u"一\n二"_s},
                       {.kind = FigureBlock::Kind::Table, .indicators = {u"pop_census_2020"_s}, .period = u"2020"_s},
                       {.kind = FigureBlock::Kind::Logo, .picture = png({4, 2})}};
        const auto read = figureSpecFromJson(toJson(spec), m_real.project);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().field));
        QCOMPARE(toJson(*read), toJson(spec));
        QCOMPARE(read->blocks[2].picture, spec.blocks[2].picture);
    }

    void badBlocks_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const QByteArray& json, Code code, const QString& field) {
            QTest::newRow(name) << json << int(code) << field;
        };
        row("no list", R"({"blocks": 3})", Code::FieldType, u"blocks"_s);
        row("no object", withBlock("7"), Code::FieldType, u"blocks[1]"_s);
        row("of no kind", withBlock("{}"), Code::FieldMissing, u"blocks[1].kind"_s);
        row("of another kind", withBlock(R"({"kind": "film"})"), Code::ValueUnknown, u"blocks[1].kind"_s);
        row("no width", withBlock(R"({"kind": "text", "text": "a", "width": -3})"), Code::OutOfRange,
            u"blocks[1].width"_s);
        row("width as text", withBlock(R"({"kind": "text", "text": "a", "width": "3"})"), Code::FieldType,
            u"blocks[1].width"_s);
        row("half a place", withBlock(R"({"kind": "text", "text": "a", "at": [1]})"), Code::FieldType,
            u"blocks[1].at"_s);
        row("no text", withBlock(R"({"kind": "text"})"), Code::FieldMissing, u"blocks[1].text"_s);
        row("a key nobody knows", withBlock(R"({"kind": "text", "text": "a", "colour": "red"})"), Code::FieldUnknown,
            u"blocks[1].colour"_s);
        row("a table of nothing", withBlock(R"({"kind": "table"})"), Code::FieldMissing, u"blocks[1].indicators"_s);
        row("an unknown indicator", withBlock(R"({"kind": "table", "indicators": ["x"]})"), Code::ReferenceUnknown,
            u"blocks[1].indicators"_s);
        row("a period that is none",
            withBlock(R"({"kind": "table", "indicators": ["pop_census_2020"], "period": "soon"})"), Code::ValueUnknown,
            u"blocks[1].period"_s);
        row("a scatter of one", withBlock(R"({"kind": "chart", "form": "scatter", "indicators": ["pop_census_2020"]})"),
            Code::OutOfRange, u"blocks[1].indicators"_s);
        row("a slope from nowhere",
            withBlock(R"({"kind": "chart", "form": "slope", "indicators": ["gdp"], "period": "2023"})"),
            Code::FieldMissing, u"blocks[1].from"_s);
        row("a pie", withBlock(R"({"kind": "chart", "form": "pie", "indicators": ["gdp"]})"), Code::ValueUnknown,
            u"blocks[1].form"_s);
        row("a chart of two", withBlock(R"({"kind": "chart", "indicators": ["pop_census_2020", "hq_enterprises"]})"),
            Code::OutOfRange, u"blocks[1].indicators"_s);
        row("a logo without picture", withBlock(R"({"kind": "logo"})"), Code::ValueUnknown, u"blocks[1].picture"_s);
        row("no PNG", withBlock(R"({"kind": "logo", "picture": ")" + QByteArray("<svg/>").toBase64() + R"("})"),
            Code::ValueUnknown, u"blocks[1].picture"_s);
        row("half a PNG",
            withBlock(R"({"kind": "logo", "picture": ")" + png({300, 300}).first(60).toBase64() + R"("})"),
            Code::ValueUnknown, u"blocks[1].picture"_s);
        row("a few bytes that want 100 megapixels",
            withBlock(R"({"kind": "logo", "picture": ")" + png({10000, 10000}).toBase64() + R"("})"),
            Code::PictureTooLarge, u"blocks[1].picture"_s);
        row("too many bytes",
            withBlock(R"({"kind": "logo", "picture": ")" + QByteArray(2'100'000, 'x').toBase64() + R"("})"),
            Code::OutOfRange, u"blocks[1].picture"_s);
    }

    void badBlocks() {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        QFETCH(QString, field);
        const auto read = figureSpecFromJson(json, m_real.project);
        QVERIFY(!read);
        QCOMPARE(read.error().field, field);
        QCOMPARE(int(read.error().code), code);
    }

    /// An SVG is drawn as sharp as a printer needs; one that would read other files is refused.
    void logosMayBeSvg() {
        const QByteArray head = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>";
        const auto image = logoImage(head + "<rect width='40' height='20' fill='#ff0000'/></svg>");
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(2000, 1000));
        QCOMPARE(image->pixelColor(1000, 500), QColor(255, 0, 0));
        for (const QByteArray& bad :
             {head + "<image href='file:///etc/hostname' width='9' height='9'/></svg>", head + "<rect",
              QByteArray("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg viewBox='0 0 1 1'><text>&a;</text></svg>"),
              QByteArray("<svg viewBox='0 0 0 0'/>")}) {
            const auto refused = logoImage(bad);
            QVERIFY2(!refused, bad);
            QCOMPARE(int(refused.error().code), int(Code::ValueUnknown));
        }
    }

    /// Text wraps, is text in the SVG, is told to who cannot see it, and names keep off it.
    void textStandsOnTheSheet() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Text,
                        .at = {150, 90},
                        .width = 30,
                        .text = u"说明文字较长一些，会在框内换行显示出来。"_s}};
        const Figure figure = figureOf(spec);
        const QRectF box = figure.sheet().parts[u"blocks[0]"_s];
        QCOMPARE(box.topLeft(), QPointF(150, 90));
        QCOMPARE(box.width(), 30);
        QVERIFY(!figure.texts().contains(spec.blocks[0].text));
        QVERIFY(figure.texts().join(QString()).contains(spec.blocks[0].text));
        QVERIFY(svgBytes(figure, FigureSpec::SvgText::Text).contains("说明文字"));
        QVERIFY(figure.sheet().subject.contains(u"说明文字"_s));
        const Panel* map = nullptr; // the one with the zones' names
        for (const Panel& panel : figure.sheet().panels) {
            if (std::ranges::any_of(panel.list.labels, [](const Label& label) { return !label.zone.isEmpty(); }) &&
                (!map || panel.view.frame.width() > map->view.frame.width()))
                map = &panel;
        }
        QVERIFY(map);
        for (const Label& label : map->list.labels)
            QVERIFY2(!box.contains(map->view.toPage(label.at) + QPointF(label.offset.x(), -label.offset.y())),
                     qPrintable(label.text));
    }

    /// Each district has a row; what is missing says so and is no zero; sources are told, values recorded.
    void tablesShowWhatIsKnown() {
        Project project = m_real.project;
        const QString zone = mappedZones(project.plan).first().code;
        const QString indicator = u"pop_census_2020"_s;
        QString source;
        project.plan.observations.removeIf([&](const Observation& each) {
            if (each.indicator == indicator)
                source = each.source;
            return each.indicator == indicator && each.zone == zone;
        });
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Table, .at = {20, 30}, .indicators = {indicator}}};
        const auto figure = Figure::layOut(project, m_real.shapes, spec);
        QVERIFY(figure);
        QCOMPARE(figure->texts().count(u"无数据"_s), 1);
        QVERIFY(!figure->texts().contains(u"0"_s) || figureOf({}).texts().contains(u"0"_s));
        QVERIFY(figure->texts().join(QString()).contains(source));
        const auto values = recordOf(project, spec).values;
        QVERIFY(std::ranges::any_of(values, [&](const DrawnValue& value) {
            return value.what.startsWith(indicator) && !value.value.isEmpty();
        }));
    }

    void chartsShowTiers() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Chart, .at = {20, 30}, .indicators = {u"pop_census_2020"_s}}};
        const Figure figure = figureOf(spec);
        const QRectF box = figure.sheet().parts[u"blocks[0]"_s];
        std::size_t dots = 0;
        for (const Panel& panel : figure.sheet().panels) {
            if (panel.view.frame.adjusted(1, 1, -1, -1) == box)
                dots = panel.list.symbols.size();
        }
        QCOMPARE(dots, std::size_t(mappedZones(m_real.project.plan).size()));
        QVERIFY(figure.texts().contains(u"圆点为区县，竖线为层级中位数"_s));
    }

    /// Dots of several years are not shown as if they were of one.
    void chartsSayTheirYears() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Chart, .at = {20, 30}, .indicators = {u"gdp"_s}}};
        const QStringList texts = figureOf(spec).texts();
        QVERIFY2(texts.join(QString()).contains(QRegularExpression(u"年份：20\\d\\d年、20\\d\\d年"_s)),
                 qPrintable(texts.join(u' ')));
        spec.blocks[0].indicators = {u"pop_census_2020"_s}; // of one year, which its heading says
        QVERIFY(!figureOf(spec).texts().join(QString()).contains(u"年份："_s));
    }

    /// Two indicators, or two periods of one: what has not both is told, shapes are explained, and all of it is recorded.
    void chartsOfTwo() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Chart,
                        .at = {20, 30},
                        .width = 80,
                        .indicators = {u"pop_census_2020"_s, u"hq_enterprises"_s},
                        .form = FigureBlock::Form::Scatter},
                       {.kind = FigureBlock::Kind::Chart,
                        .at = {120, 30},
                        .width = 80,
                        .indicators = {u"gdp"_s},
                        .period = u"2022"_s,
                        .form = FigureBlock::Form::Slope,
                        .from = u"2021"_s}};
        const auto read = figureSpecFromJson(toJson(spec), m_real.project);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().field));
        QCOMPARE(toJson(*read), toJson(spec));
        const Figure figure = figureOf(spec);
        const auto symbolsIn = [&](const QString& part) {
            const QRectF box = figure.sheet().parts[part];
            for (const Panel& panel : figure.sheet().panels) {
                if (panel.view.frame.adjusted(1, 1, -1, -1) == box)
                    return panel.list.symbols.size();
            }
            return std::size_t(0);
        };
        const auto exact = [&](const QString& key, const QString& period) {
            return zoneFigures(m_real.project.plan, key, period.isEmpty() ? std::nullopt : Period::parse(period));
        };
        const auto both = [](const QList<ZoneFigure>& one, const QList<ZoneFigure>& other) {
            std::size_t count = 0;
            for (qsizetype i = 0; i < one.size(); ++i)
                count += one[i].known == ZoneFigure::Known::Exact && other[i].known == ZoneFigure::Known::Exact ? 1 : 0;
            return count;
        };
        const std::size_t tiers = 2; // lead and linked have such numbers: in the explanation
        QCOMPARE(symbolsIn(u"blocks[0]"_s),
                 both(exact(u"pop_census_2020"_s, {}), exact(u"hq_enterprises"_s, {})) + tiers);
        QCOMPARE(symbolsIn(u"blocks[1]"_s), 2 * both(exact(u"gdp"_s, u"2021"_s), exact(u"gdp"_s, u"2022"_s)) + tiers);
        QVERIFY(both(exact(u"gdp"_s, u"2021"_s), exact(u"gdp"_s, u"2022"_s)) > 2);
        QVERIFY(figure.texts().join(QString()).contains(u"无确切数值："_s));
        QVERIFY(figure.texts().join(QString()).contains(u"横轴："_s));
        const auto values = recordOf(m_real.project, spec).values;
        for (const char16_t* period : {u"2021", u"2022"})
            QVERIFY(std::ranges::any_of(values, [&](const DrawnValue& value) {
                return value.what.contains(u"gdp"_s) && value.what.contains(QString::fromUtf16(period));
            }));
    }

    void noughtsAloneHaveAPlace() {
        Project project = m_real.project;
        for (Observation& each : project.plan.observations) {
            if (each.indicator == "pop_census_2020"_L1 && each.value)
                each.value->number = 0;
        }
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Chart, .at = {20, 30}, .indicators = {u"pop_census_2020"_s}}};
        const auto figure = Figure::layOut(project, m_real.shapes, spec);
        QVERIFY(figure);
        for (const Panel& panel : figure->sheet().panels) {
            for (const Symbol& symbol : panel.list.symbols)
                QVERIFY(std::isfinite(symbol.at.x()));
        }
    }

    void madeUpNumbersAreMarked() {
        Project project = m_real.project;
        for (Observation& each : project.plan.observations) {
            if (each.indicator == "pop_census_2020"_L1)
                each.status = Observation::Status::Illustrative;
        }
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Chart, .at = {20, 30}, .indicators = {u"pop_census_2020"_s}}};
        const auto figure = Figure::layOut(project, m_real.shapes, spec);
        QVERIFY(figure->texts().join(QString()).contains(u"含示意数据"_s));
        QVERIFY(std::ranges::contains(preflight(project, spec, *figure), Kind::Illustrative, &SheetFinding::kind));
    }

    void overlapsAreTold() {
        FigureSpec spec;
        spec.blocks = {{.kind = FigureBlock::Kind::Logo, .at = {20, 40}, .picture = png({40, 20})}}; // on the legend
        const Figure figure = figureOf(spec);
        QCOMPARE(figure.sheet().parts[u"blocks[0]"_s].size(), QSizeF(60, 30));
        const auto findings = preflight(m_real.project, spec, figure);
        const auto overlap = std::ranges::find(findings, Kind::PartsOverlap, &SheetFinding::kind);
        QVERIFY(overlap != findings.end());
        QVERIFY(overlap->arguments.contains(u"legend"_s) && overlap->arguments.contains(u"blocks[0]"_s));
        spec.blocks[0].at = {5000, 5000}; // nothing leaves the page
        QVERIFY(QRectF(0, 0, 297, 210).contains(figureOf(spec).sheet().parts[u"blocks[0]"_s]));
    }
};

QTEST_MAIN(FigureBlockTest)
#include "figure_block_test.moc"
