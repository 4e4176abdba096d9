#include "core/analysis/comparison.h"
#include "core/analysis/zone_figures.h"
#include "maps/figure/figure_record.h"
#include "maps/figure/file_formats.h"
#include "maps/figure/logo.h"
#include "maps/figure/map_font.h"
#include "maps/figure/preflight.h"
#include "maps/scene/text_measure.h"
#include "maps/style/label_ink.h"
#include "maps/style/number_text.h"
#include "tests/maps/figure/hangzhou.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
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
    /// Of a chart that compares.
    static FigureSpec comparing(FigureBlock::Form form, const QStringList& indicators, double width = 100) {
        FigureSpec spec;
        spec.blocks = {
            {.kind = FigureBlock::Kind::Chart, .at = {20, 30}, .width = width, .indicators = indicators, .form = form}};
        return spec;
    }
    static const Panel* blockPanel(const Figure& figure) {
        const QRectF box = figure.sheet().parts[u"blocks[0]"_s];
        for (const Panel& panel : figure.sheet().panels) {
            if (panel.view.frame.adjusted(1, 1, -1, -1) == box)
                return &panel;
        }
        return nullptr;
    }
    static QStringList textsIn(const Panel& panel) {
        QStringList texts;
        for (const Label& label : panel.list.labels)
            texts += label.text;
        return texts;
    }
    static const Label* labelIn(const Panel& panel, const QString& text) {
        const auto label = std::ranges::find(panel.list.labels, text, &Label::text);
        return label == panel.list.labels.end() ? nullptr : &*label;
    }
    /// The numbers of an indicator, the same in each, by the place of the district.
    static Project withNumbers(Project project, const QString& indicator, const std::vector<double>& numbers) {
        project.plan.observations.removeIf([&](const Observation& each) { return each.indicator == indicator; });
        const QList<Zone> zones = mappedZones(project.plan);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            Observation each;
            each.zone = zones[static_cast<qsizetype>(i)].code;
            each.indicator = indicator;
            each.period = *Period::parse(u"2024"_s);
            each.value = Quantity{.number = numbers[i]};
            each.source = u"计数"_s;
            each.adopted = true;
            project.plan.observations += each;
        }
        return project;
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
        const auto row = [](const QByteArray& name, const QByteArray& json, Code code, const QString& field) {
            QTest::newRow(name.constData()) << json << int(code) << field;
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
        const auto chart = [](const QString& form, const QStringList& indicators) {
            const QJsonObject block{
                {u"kind"_s, u"chart"_s}, {u"form"_s, form}, {u"indicators"_s, QJsonArray::fromStringList(indicators)}};
            return withBlock(QJsonDocument(block).toJson());
        };
        const QString field = u"blocks[1].indicators"_s;
        row("parallel of one", chart(u"parallel"_s, {u"gdp"_s}), Code::OutOfRange, field);
        row("ranks of one", chart(u"ranks"_s, {u"gdp"_s}), Code::OutOfRange, field);
        for (const QString& form : {u"parallel"_s, u"matrix"_s, u"ranks"_s}) {
            const QByteArray name = form.toLatin1();
            row(name + " of forty", chart(form, QStringList(40, u"gdp"_s)), Code::OutOfRange, field);
            row(name + " of the same twice", chart(form, {u"gdp"_s, u"gdp"_s}), Code::DuplicateKey, field);
            row(name + " of what is not there", chart(form, {u"gdp"_s, u"x"_s}), Code::ReferenceUnknown, field);
        }
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

    static QByteArray svg(const QByteArray& content) {
        return "<svg xmlns='http:"
               "//www.w3.org/2000/svg' viewBox='0 0 40 20'>" +
               content + "</svg>";
    }

    /// An SVG that would read other files is refused, as is what is none.
    void logosMayBeSvg() {
        const auto logo = readLogo(svg("<rect width='40' height='20' fill='#ff0000'/>"));
        QVERIFY(logo);
        QCOMPARE(logo->image.size(), QSize(2000, 1000));
        QCOMPARE(logo->image.pixelColor(1000, 500), QColor(255, 0, 0));
        for (const QByteArray& bad :
             {svg("<image href='file:///etc/hostname' width='9' height='9'/>"), svg("<rect").chopped(7),
              QByteArray("<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg viewBox='0 0 1 1'><text>&a;</text></svg>"),
              QByteArray("<svg viewBox='0 0 0 0'/>")}) {
            const auto refused = readLogo(bad);
            QVERIFY2(!refused, bad);
            QCOMPARE(int(refused.error().code), int(Code::ValueUnknown));
        }
    }

    void svgLogosAreDrawings_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("drawn");
        const auto row = [](const char* name, const QByteArray& content, bool drawn) {
            QTest::newRow(name) << svg(content) << drawn;
        };
        row("a rectangle", "<rect x='5' y='5' width='30' height='10' fill='#ff0000'/>", true);
        row("a ring", "<path fill-rule='evenodd' d='M5 2h20v16h-20zM10 6h10v8h-10z' fill='#00f'/>", true);
        row("a stroke", "<path d='M5 5L30 15' stroke='#080' stroke-width='3' stroke-dasharray='6 3' fill='none'/>",
            true);
        row("a turned group", "<g transform='translate(20 10) rotate(30)'><rect width='8' height='4'/></g>", true);
        row("circles and polygons", "<circle cx='8' cy='9' r='5'/><polygon points='20,2 30,2 25,18' fill='#f80'/>",
            true);
        row("lines",
            "<line x1='2' y1='4' x2='30' y2='9' stroke='#333' stroke-width='2'/><polyline points='5,5 9,15 30,12' "
            "stroke='#a00' stroke-width='1.5' fill='none'/>",
            true);
        row("letters", "<text x='4' y='14' font-size='10' fill='#124'>ABC</text>", true);
        row("a gradient",
            "<linearGradient id='g'><stop offset='0' stop-color='#f00'/><stop offset='1' stop-color='#00f'/>"
            "</linearGradient><rect width='40' height='20' fill='url(#g)'/>",
            false);
        row("half transparent", "<rect width='30' height='10' fill='#f00' fill-opacity='0.5'/>", false);
        row("a faint group", "<g opacity='0.4'><rect width='30' height='10'/><rect x='9' width='9' height='19'/></g>",
            false);
        row("beyond its frame", "<circle cx='40' cy='10' r='8'/>", false);
    }

    /// As shapes they look as the picture does that Qt makes; what is more than shapes stays a picture.
    void svgLogosAreDrawings() {
        QFETCH(QByteArray, content);
        QFETCH(bool, drawn);
        QTest::failOnWarning();
        const auto logo = readLogo(content);
        QVERIFY(logo);
        QCOMPARE(!logo->paths.empty(), drawn);
        if (!drawn)
            return;
        QImage image(logo->image.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.scale(image.width(), image.height());
        for (const InkedPath& each : logo->paths)
            painter.fillPath(each.path, each.color);
        painter.end();
        int other = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QRgb one = image.pixel(x, y);
                const QRgb two = logo->image.pixel(x, y);
                const int apart = std::abs(qAlpha(one) - qAlpha(two)) + std::abs(qRed(one) - qRed(two)) +
                                  std::abs(qGreen(one) - qGreen(two)) + std::abs(qBlue(one) - qBlue(two));
                other += apart > 200 ? 1 : 0;
            }
        }
        QVERIFY2(other < 0.002 * image.width() * image.height(), qPrintable(QString::number(other)));
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

    /// An axis for each indicator with its ends, a vertex for each number that is exact, lines between neighbours only.
    void parallelCoordinates() {
        const QStringList keys{u"gdp"_s, u"hq_enterprises"_s, u"fiscal_revenue"_s};
        Project project = withNumbers(m_real.project, keys[0], {10, 20, 30, 40});
        project = withNumbers(project, keys[1], {1, 2, 3});
        project = withNumbers(project, keys[2], {7, 8, 9, 5});
        for (Indicator& indicator : project.plan.indicators) {
            if (indicator.key == keys[2])
                indicator.direction = Indicator::Direction::LessIsBetter;
        }
        const FigureSpec spec = comparing(FigureBlock::Form::Parallel, keys);
        const auto figure = Figure::layOut(project, m_real.shapes, spec);
        QVERIFY(figure);
        const Panel* panel = blockPanel(*figure);
        QVERIFY(panel);
        const QList<Zone> zones = mappedZones(project.plan);
        QSet<QString> tiers;
        for (const Zone& zone : zones.first(4))
            tiers += zone.tier;
        QCOMPARE(panel->list.symbols.size(), std::size_t(11 + tiers.size())); // and those that are explained
        // 3 axes, 4 leaders, and 3 + 3 + 3 of three districts with all, none across the gap of the fourth.
        const auto strokes = std::ranges::count_if(
            panel->list.base, [](const auto& item) { return std::holds_alternative<Stroke>(item); });
        QCOMPARE(strokes, 1 + 3 + 4 + 6); // the block's frame first
        QStringList texts = textsIn(*panel);
        for (const QString& end : {u"10"_s, u"40"_s, u"1"_s, u"3"_s, u"5"_s, u"9"_s})
            QVERIFY2(texts.contains(end), qPrintable(end));
        QVERIFY(labelIn(*panel, u"5"_s)->at.y() > labelIn(*panel, u"9"_s)->at.y()); // less is better, so above
        QVERIFY(labelIn(*panel, u"40"_s)->at.y() > labelIn(*panel, u"10"_s)->at.y());
        QVERIFY(texts.join(QString()).contains(u"小值在上"_s));
        QVERIFY(texts.join(QString()).contains(u"折线中断处无确切数值"_s));
        QVERIFY(texts.join(QString()).contains(u"无确切数值："_s + zones[4].name.zh));
        // Names stand clear of each other, at the right.
        std::vector<double> heights;
        for (const Zone& zone : zones.first(4)) {
            const Label* name = labelIn(*panel, zone.name.zh);
            QVERIFY(name);
            heights.push_back(name->at.y());
        }
        std::ranges::sort(heights);
        for (std::size_t i = 1; i < heights.size(); ++i)
            QVERIFY(heights[i] - heights[i - 1] > 2);
        QVERIFY(figure->texts().join(QString()).contains(u"计数"_s)); // the source, at the foot
    }

    /// What does not fit over an axis or into a cell is told below, and no number is cut off.
    void narrowOnesNumberTheirColumns() {
        const QStringList keys{u"pop_census_2020"_s, u"gdp"_s, u"hq_enterprises"_s, u"fiscal_revenue"_s,
                               u"listed_companies"_s};
        for (const auto form : {FigureBlock::Form::Parallel, FigureBlock::Form::Matrix}) {
            const Figure figure = figureOf(comparing(form, keys, 45));
            const Panel* panel = blockPanel(figure);
            QVERIFY(panel);
            const QString all = textsIn(*panel).join(QString());
            QVERIFY(all.contains(u"1：七普常住人口"_s));
            QVERIFY(all.contains(u"5：上市公司数"_s));
            QVERIFY(form == FigureBlock::Form::Parallel || all.contains(u"印不下数值"_s));
            const TextMeasure measure(*mapFont());
            for (const Label& label : panel->list.labels) {
                const double half = measure.width(label.text, label.size) / 2;
                QVERIFY2(label.at.x() - half >= 0 && label.at.x() + half <= 45 + 0.2, qPrintable(label.text));
            }
        }
    }

    /// A cell is shaded by its number within its column; what is not exact has words and no shade.
    void matrixCells() {
        const QStringList keys{u"gdp"_s, u"hq_enterprises"_s};
        Project project = withNumbers(m_real.project, keys[0], {10, 20, 30});
        project = withNumbers(project, keys[1], {4, 4, 4, 4});
        project.plan.observations.back().value->bound = Quantity::Bound::AtLeast; // of the fourth
        const auto figure = Figure::layOut(project, m_real.shapes, comparing(FigureBlock::Form::Matrix, keys));
        QVERIFY(figure);
        const Panel* panel = blockPanel(*figure);
        QVERIFY(panel);
        QList<QColor> shades;
        for (const auto& item : panel->list.base) {
            const auto* fill = std::get_if<Fill>(&item);
            if (fill && fill->color && *fill->color != QColor(Qt::white))
                shades += *fill->color;
        }
        QCOMPARE(shades.size(), 6); // three rows of two: the fourth district has a bound alone, and is named below
        QVERIFY(shades[0].lightness() > shades[2].lightness());
        QVERIFY(shades[2].lightness() > shades[4].lightness());
        QCOMPARE(shades[1], shades[3]);
        const QStringList texts = textsIn(*panel);
        QCOMPARE(texts.count(u"4"_s), 3);
        const QList<Zone> zones = mappedZones(project.plan);
        QVERIFY(!texts.contains(zones[3].name.zh));
        QVERIFY(texts.join(QString()).contains(u"无确切数值："_s + zones[3].name.zh));
        for (const auto& [number, shade] :
             {std::pair(u"10"_s, shades[0]), {u"20"_s, shades[2]}, {u"30"_s, shades[4]}}) {
            const Label* label = labelIn(*panel, number);
            QVERIFY(label);
            QVERIFY2(contrastRatio(label->color, shade) > 4.5, qPrintable(number));
        }
        // With a number beside it the bound is told in its cell, and is no number of the column.
        project = withNumbers(project, keys[0], {10, 20, 30, 25});
        const auto more = Figure::layOut(project, m_real.shapes, comparing(FigureBlock::Form::Matrix, keys));
        QVERIFY(textsIn(*blockPanel(*more)).contains(u"≥ 4"_s));
        project.plan.observations.removeIf(
            [&](const Observation& each) { return each.indicator == keys[1] && each.zone == zones[3].code; });
        const auto less = Figure::layOut(project, m_real.shapes, comparing(FigureBlock::Form::Matrix, keys));
        QVERIFY(textsIn(*blockPanel(*less)).contains(u"无数据"_s));
    }

    /// The ranks are those of a comparison with its usual settings, of the period that most districts have.
    void ranksOfAComparison() {
        const QStringList keys{u"pop_census_2020"_s, u"gdp"_s, u"hq_enterprises"_s};
        const FigureSpec spec = comparing(FigureBlock::Form::Ranks, keys);
        const Figure figure = figureOf(spec);
        const auto comparison = compareZones(m_real.project.plan, {.indicators = keys});
        QVERIFY(comparison && comparison->robustness);
        const Panel* panel = blockPanel(figure);
        QVERIFY(panel);
        const QStringList texts = textsIn(*panel);
        QList<qsizetype> tiers; // from above: no tier comes back
        std::vector<std::pair<double, qsizetype>> heights;
        for (int i = 0; i < comparison->matrix.zones.size(); ++i) {
            const Zone& zone = *m_real.project.plan.zone(comparison->matrix.zones[i]);
            const ZoneRanks& ranks = comparison->robustness->zones[std::size_t(i)];
            const qsizetype at = texts.indexOf(zone.name.zh);
            QVERIFY2(at >= 0, qPrintable(zone.name.zh));
            QCOMPARE(texts[at + 1], u"%1（%2–%3）"_s.arg(ranks.medianRank).arg(ranks.lowRank).arg(ranks.highRank));
            heights.emplace_back(-panel->list.labels[std::size_t(at)].at.y(),
                                 tierPlaces(m_real.project.plan, {zone.code})[0]);
        }
        std::ranges::sort(heights);
        QVERIFY(std::ranges::is_sorted(heights, {}, &std::pair<double, qsizetype>::second));
        QVERIFY(texts.join(QString()).contains(numberText(comparison->settings.samples, 0)));
        QVERIFY(texts.join(QString()).contains(u"层级是角色分工"_s));
        QVERIFY(std::ranges::any_of(panel->list.symbols, &Symbol::hollow));
        const auto values = recordOf(m_real.project, spec).values; // of one period, though districts have later ones
        for (const DrawnValue& value : values)
            QVERIFY2(!value.what.startsWith(u"gdp"_s) || value.what.contains(u"2021"_s), qPrintable(value.what));
        Project same = withNumbers(m_real.project, u"gdp"_s, {4, 4, 4});
        same = withNumbers(same, u"hq_enterprises"_s, {});
        const auto nothing =
            Figure::layOut(same, m_real.shapes, comparing(FigureBlock::Form::Ranks, {u"gdp"_s, u"hq_enterprises"_s}));
        QVERIFY(textsIn(*blockPanel(*nothing)).join(QString()).contains(u"无从排出位次"_s));
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
