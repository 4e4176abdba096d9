#include "core/plan/package.h"
#include "maps/export/comparison_workbook.h"

#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>
#include <numeric>
#include <variant>

using namespace tiermap;
using namespace Qt::StringLiterals;

namespace {

QByteArray partOf(const QString& file, const QString& part) {
    QProcess process;
    process.start(u"unzip"_s, {u"-p"_s, file, part});
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

using Item = std::variant<std::monostate, double, QString>; ///< an empty cell, a number (NaN: an error), a text

/// What a part of a formula comes to: one item, or those of a range.
struct Block {
    int rows = 1;
    int columns = 1;
    std::vector<Item> items{};

    const Item& at(int row, int column) const {
        return items[std::size_t(row % rows) * std::size_t(columns) + std::size_t(column % columns)];
    }
};

Block blockOf(Item item) { return {.items = {std::move(item)}}; }

double numberOf(const Item& item) {
    return std::holds_alternative<QString>(item)  ? std::nan("")
           : std::holds_alternative<double>(item) ? std::get<double>(item)
                                                  : 0;
}

bool equalItems(const Item& one, const Item& other) {
    const auto isEmpty = [](const Item& item) {
        return std::holds_alternative<std::monostate>(item) || item == Item(QString());
    };
    return (isEmpty(one) && isEmpty(other)) || one == other;
}

Block eachPair(const Block& one, const Block& other, const std::function<double(const Item&, const Item&)>& of) {
    Block result{.rows = std::max(one.rows, other.rows), .columns = std::max(one.columns, other.columns)};
    for (int row = 0; row < result.rows; ++row) {
        for (int column = 0; column < result.columns; ++column) {
            result.items.emplace_back(of(one.at(row, column), other.at(row, column)));
        }
    }
    return result;
}

Block each(const Block& block, double (*of)(double)) {
    return eachPair(block, block, [of](const Item& item, const Item&) { return of(numberOf(item)); });
}

/// As SUM and its like see them: texts and empty cells are not there.
std::vector<double> numbersOf(const std::vector<Block>& blocks) {
    std::vector<double> numbers;
    for (const Block& block : blocks) {
        for (const Item& item : block.items) {
            if (std::holds_alternative<double>(item)) {
                numbers.push_back(std::get<double>(item));
            }
        }
    }
    return numbers;
}

double sumOf(const std::vector<double>& numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0.0); }

double covariance(const std::vector<double>& one, const std::vector<double>& other) {
    const auto count = double(one.size());
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        sum += (one[i] - sumOf(one) / count) * (other[i] - sumOf(other) / count);
    }
    return sum / count;
}

double sumOfProducts(const std::vector<Block>& blocks) {
    double sum = 0;
    for (std::size_t i = 0; i < blocks[0].items.size(); ++i) {
        sum += std::accumulate(blocks.begin(), blocks.end(), 1.0,
                               [&](double product, const Block& block) { return product * numberOf(block.items[i]); });
    }
    return sum;
}

/// Those functions of a spreadsheet program that the workbook uses, and no other.
Block called(const QString& name, const std::vector<Block>& given) {
    const std::vector<double> numbers = numbersOf(given);
    const QHash<QString, std::function<double()>> reductions{
        {u"SUM"_s, [&] { return sumOf(numbers); }},
        {u"SUMPRODUCT"_s, [&] { return sumOfProducts(given); }},
        {u"MIN"_s, [&] { return std::ranges::min(numbers); }},
        {u"MAX"_s, [&] { return std::ranges::max(numbers); }},
        {u"COUNT"_s, [&] { return double(numbers.size()); }},
        {u"COUNTIF"_s, [&] { return double(std::ranges::count_if(numbers, [](double n) { return n > 0; })); }}, // ">0"
        {u"COLUMNS"_s, [&] { return double(given[0].columns); }},
        {u"OR"_s, [&] { return double(std::ranges::any_of(numbers, [](double n) { return n != 0; })); }},
        {u"_xlfn.STDEV.P"_s, [&] { return std::sqrt(covariance(numbers, numbers)); }},
        {u"CORREL"_s, [&] {
             const std::vector<double> one = numbersOf({given[0]});
             const std::vector<double> other = numbersOf({given[1]});
             return covariance(one, other) / std::sqrt(covariance(one, one)) / std::sqrt(covariance(other, other));
         }}};
    const QHash<QString, double (*)(double)> functions{{u"ABS"_s, [](double n) { return std::abs(n); }},
                                                       {u"LN"_s, [](double n) { return std::log(n); }},
                                                       {u"EXP"_s, [](double n) { return std::exp(n); }},
                                                       {u"SQRT"_s, [](double n) { return std::sqrt(n); }}};
    if (name == "IF"_L1) {
        return given[numberOf(given[0].items[0]) != 0 ? 1 : 2];
    }
    if (functions.contains(name)) {
        return each(given[0], functions[name]);
    }
    // Nothing to take the least of is an error here, though programs make 0 of it: the workbook must not ask. An error
    // among the numbers is one of the whole.
    const bool empty = numbers.empty() && (name == "MIN"_L1 || name == "MAX"_L1);
    const bool wrong = empty || std::ranges::any_of(numbers, [](double number) { return std::isnan(number); });
    return blockOf(reductions.contains(name) && !wrong ? reductions[name]() : std::nan(""));
}

struct Cell {
    QString formula{};
    Item item{}; ///< of a formula: the result that the program wrote
};

/// A workbook as a spreadsheet program has it, which works out what it is asked for.
class Spreadsheet {
public:
    explicit Spreadsheet(const QString& file) {
        eachElement(partOf(file, u"xl/sharedStrings.xml"_s), [&](QXmlStreamReader& xml) {
            if (xml.name() == "t"_L1) {
                m_texts << xml.readElementText();
            }
        });
        eachElement(partOf(file, u"xl/workbook.xml"_s), [&](QXmlStreamReader& xml) {
            if (xml.name() == "sheet"_L1) {
                m_sheets << xml.attributes().value(u"name"_s).toString();
            }
        });
        for (qsizetype i = 0; i < m_sheets.size(); ++i) {
            read(m_sheets[i], partOf(file, u"xl/worksheets/sheet%1.xml"_s.arg(i + 1)));
        }
    }

    const QStringList& sheets() const { return m_sheets; }
    const QHash<QString, Cell>& cells() const { return m_cells; }
    Item item(const QString& sheet, int row, int column) const { return m_cells.value(key(sheet, row, column)).item; }
    double number(const QString& sheet, int row, int column) const { return numberOf(item(sheet, row, column)); }
    QString text(const QString& sheet, int row, int column) const {
        const Item found = item(sheet, row, column);
        return std::holds_alternative<QString>(found) ? std::get<QString>(found) : QString();
    }

    void set(const QString& sheet, int row, int column, const Item& item) {
        m_cells[key(sheet, row, column)] = {.item = item};
        m_known.clear();
    }

    Item workedOut(const QString& place) {
        if (!m_cells.value(place).formula.isEmpty() && !m_known.contains(place)) {
            m_known.insert(place, Formula(*this, place).result());
        }
        return m_known.contains(place) ? m_known[place] : m_cells.value(place).item;
    }
    double workedOut(const QString& sheet, int row, int column) { return numberOf(workedOut(key(sheet, row, column))); }

    /// Rows and columns count from 0.
    static QString key(const QString& sheet, int row, int column) {
        QString letters;
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.prepend(QChar(u'A' + (left - 1) % 26));
        }
        return u"%1!%2%3"_s.arg(sheet, letters).arg(row + 1);
    }

private:
    class Formula {
    public:
        Formula(Spreadsheet& sheets, const QString& place)
            : m_spreadsheet(sheets)
            , m_sheet(place.section(u'!', 0, 0))
            , m_text(sheets.m_cells.value(place).formula) {}

        Item result() {
            const Block block = comparison();
            return m_at == m_text.size() && block.items.size() == 1 ? block.items[0] : Item(std::nan(""));
        }

    private:
        bool take(const QString& sign) {
            const bool there = QStringView(m_text).sliced(m_at).startsWith(sign);
            m_at += there ? sign.size() : 0;
            return there;
        }
        QString take(const QRegularExpression& pattern) {
            const auto match = pattern.match(m_text, m_at, QRegularExpression::NormalMatch,
                                             QRegularExpression::AnchorAtOffsetMatchOption);
            m_at += match.capturedLength();
            return match.captured();
        }

        Block comparison() {
            Block left = sum();
            while (true) {
                if (take(u">="_s)) {
                    left = eachPair(left, sum(), [](auto& a, auto& b) { return double(numberOf(a) >= numberOf(b)); });
                } else if (take(u">"_s)) {
                    left = eachPair(left, sum(), [](auto& a, auto& b) { return double(numberOf(a) > numberOf(b)); });
                } else if (take(u"<"_s)) {
                    left = eachPair(left, sum(), [](auto& a, auto& b) { return double(numberOf(a) < numberOf(b)); });
                } else if (take(u"="_s)) {
                    left = eachPair(left, sum(), [](auto& a, auto& b) { return double(equalItems(a, b)); });
                } else {
                    return left;
                }
            }
        }

        Block sum() {
            Block left = product();
            while (true) {
                if (take(u"+"_s)) {
                    left = eachPair(left, product(), [](auto& a, auto& b) { return numberOf(a) + numberOf(b); });
                } else if (take(u"-"_s)) {
                    left = eachPair(left, product(), [](auto& a, auto& b) { return numberOf(a) - numberOf(b); });
                } else {
                    return left;
                }
            }
        }

        Block product() {
            Block left = power();
            while (true) {
                if (take(u"*"_s)) {
                    left = eachPair(left, power(), [](auto& a, auto& b) { return numberOf(a) * numberOf(b); });
                } else if (take(u"/"_s)) {
                    left = eachPair(left, power(), [](auto& a, auto& b) { return numberOf(a) / numberOf(b); });
                } else {
                    return left;
                }
            }
        }

        Block power() {
            Block left = single();
            while (take(u"^"_s)) {
                left = eachPair(left, single(), [](auto& a, auto& b) { return std::pow(numberOf(a), numberOf(b)); });
            }
            return left;
        }

        Block single() {
            if (take(u"-"_s)) {
                return each(single(), [](double number) { return -number; });
            }
            if (take(u"("_s)) {
                Block inner = comparison();
                return take(u")"_s) ? inner : Block{.items = {std::nan("")}};
            }
            if (take(u"\""_s)) {
                static const QRegularExpression text(u"[^\"]*"_s);
                const QString inner = take(text);
                take(u"\""_s);
                return blockOf(inner);
            }
            static const QRegularExpression digits(u"[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?"_s);
            const QString number = take(digits);
            return number.isEmpty() ? functionOrRange() : blockOf(number.toDouble());
        }

        Block functionOrRange() {
            static const QRegularExpression function(u"[A-Za-z_.]+(?=\\()"_s);
            const QString name = take(function);
            if (name.isEmpty()) {
                return range();
            }
            std::vector<Block> given;
            for (take(u"("_s); given.empty() || take(u","_s);) {
                given.push_back(comparison());
            }
            return take(u")"_s) ? called(name, given) : blockOf(std::nan(""));
        }

        Block range() {
            static const QRegularExpression sheetName(u"'[^']+'!"_s);
            static const QRegularExpression place(u"\\$?[A-Z]+\\$?[0-9]+"_s);
            const QString named = take(sheetName);
            const QString sheet = named.isEmpty() ? m_sheet : named.sliced(1, named.size() - 3);
            const auto [firstRow, firstColumn] = placeOf(take(place));
            const auto [lastRow, lastColumn] = take(u":"_s) ? placeOf(take(place)) : std::pair(firstRow, firstColumn);
            Block block{.rows = lastRow - firstRow + 1, .columns = lastColumn - firstColumn + 1};
            for (int row = firstRow; row <= lastRow; ++row) {
                for (int column = firstColumn; column <= lastColumn; ++column) {
                    block.items.push_back(m_spreadsheet.workedOut(key(sheet, row, column)));
                }
            }
            return block;
        }

        static std::pair<int, int> placeOf(QString written) {
            written.remove(u'$');
            int column = 0;
            qsizetype at = 0;
            for (; at < written.size() && written[at].isUpper(); ++at) {
                column = column * 26 + (written[at].unicode() - u'A') + 1;
            }
            return {written.sliced(at).toInt() - 1, column - 1};
        }

        Spreadsheet& m_spreadsheet;
        QString m_sheet;
        QString m_text;
        qsizetype m_at = 0;
    };

    static void eachElement(const QByteArray& part, const std::function<void(QXmlStreamReader&)>& visit) {
        QXmlStreamReader xml(part);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                visit(xml);
            }
        }
    }

    void read(const QString& sheet, const QByteArray& part) {
        QString place;
        QString type;
        eachElement(part, [&](QXmlStreamReader& xml) {
            if (xml.name() == "c"_L1) {
                place = sheet + u'!' + xml.attributes().value(u"r"_s).toString();
                type = xml.attributes().value(u"t"_s).toString();
            } else if (xml.name() == "f"_L1) {
                m_cells[place].formula = xml.readElementText();
            } else if (xml.name() == "v"_L1) {
                const QString written = xml.readElementText();
                m_cells[place].item = type == "s"_L1     ? Item(m_texts.value(written.toInt()))
                                      : type == "str"_L1 ? Item(written)
                                                         : Item(written.toDouble());
            }
        });
    }

    QStringList m_sheets;
    QStringList m_texts;
    QHash<QString, Cell> m_cells;
    QHash<QString, Item> m_known;
};

/// Formulas that come to something else than what is written as their result, or to more than rounding where the result
/// is their difference from the program's numbers.
QStringList differing(Spreadsheet& book) {
    QStringList found;
    const QHash<QString, Cell> cells = book.cells();
    for (auto each = cells.cbegin(); each != cells.cend(); ++each) {
        if (each->formula.isEmpty()) {
            continue;
        }
        const Item result = book.workedOut(each.key());
        const bool checks = each->item == Item(u"recalculate to see"_s);
        const bool isText = !checks && std::holds_alternative<QString>(each->item);
        const double difference = numberOf(result) - (checks ? 0 : numberOf(each->item));
        if (isText ? !equalItems(result, each->item) : !(std::abs(difference) <= 1e-12)) {
            found << u"%1 %2: off by %3"_s.arg(each.key(), each->formula).arg(difference);
        }
    }
    return found;
}

constexpr int firstZone = 9; // of the sheets of values, scaled values and scores
constexpr int firstIndicator = 2;
constexpr int usedRow = 6;
constexpr int firstResult = 4;
constexpr int results = 9;

/// Everything that can occur among complete values: less is better, an indicator that tells nothing, illustrative numbers,
/// names that look like formulas.
Plan completePlan() {
    Plan plan;
    plan.title = {u"小城方案"_s, u"Small City"_s};
    plan.tiers << Tier{};
    plan.tiers[0].key = u"lead"_s;
    for (int zone = 0; zone < 5; ++zone) {
        plan.zones << Zone{
            .code = u"Z%1"_s.arg(zone), .name = {u"片区%1"_s.arg(zone), {}}, .tier = u"lead"_s, .parent = {}};
    }
    plan.zones[1].name.zh = u"=1+1"_s;
    const std::array<std::array<double, 5>, 4> numbers{
        {{10, 250, 31.5, 90, 120.25}, {7, 1.5, 3, 9, 2}, {4, 4, 4, 4, 4}, {0.3, 0.1, 0.9, 0.35, 0.2}}};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const QString key = u"i%1"_s.arg(i);
        plan.indicators << Indicator{.key = key,
                                     .name = {u"指标%1"_s.arg(i), u"Indicator %1"_s.arg(i)},
                                     .unit = {u"亿元"_s, u"10^8 yuan"_s},
                                     .direction = i == 1 ? Indicator::Direction::LessIsBetter
                                                         : Indicator::Direction::MoreIsBetter};
        for (std::size_t zone = 0; zone < 5; ++zone) {
            plan.observations << Observation{.zone = plan.zones[qsizetype(zone)].code,
                                             .indicator = key,
                                             .period = *Period::parse(u"2024"_s),
                                             .source = u"统计年鉴"_s,
                                             .address = u"http://example.invalid"_s,
                                             .value = Quantity{.number = numbers.at(i).at(zone)},
                                             .missingReason = {},
                                             .status = i == 3 ? Observation::Status::Illustrative
                                                              : Observation::Status::Published,
                                             .adopted = true,
                                             .note = {}};
        }
    }
    return plan;
}

} // namespace

class ComparisonWorkbookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void formulasComeToTheProgramsNumbers_data();
    void formulasComeToTheProgramsNumbers();
    void indicatorsThatSayTheSame();
    void aChangedNumberIsFollowed();
    void methodsAndSamplesAreThere();
    void missingIsShownAsMissing();
    void bothLanguages();
    void filesAreReplacedWhole();

private:
    Spreadsheet written(const Plan& plan, const Comparison& comparison, Language language = Language::English) {
        const Result<void> done = writeComparisonWorkbook(path(), plan, comparison, language);
        return Spreadsheet(done ? path() : QString());
    }
    QString path() const { return m_folder.filePath(u"calculation.xlsx"_s); }

    QTemporaryDir m_folder;
    Plan m_hangzhou;
};

void ComparisonWorkbookTest::initTestCase() {
    const auto plan = readPlanPackage(QStringView(TIERMAP_SOURCE_DIR).toString() + u"/resources/plans/hangzhou"_s);
    QVERIFY(plan);
    m_hangzhou = *plan;
}

void ComparisonWorkbookTest::formulasComeToTheProgramsNumbers_data() {
    QTest::addColumn<bool>("complete");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("aggregation");
    QTest::addColumn<double>("cap");
    for (const bool complete : {false, true}) {
        for (int kind = 0; kind < 4; ++kind) {
            for (int aggregation = 0; aggregation < 3; ++aggregation) {
                QTest::addRow("%s, weights %d, aggregation %d", complete ? "complete" : "Hangzhou", kind, aggregation)
                    << complete << kind << aggregation << 0.0;
            }
            if (complete) {
                QTest::addRow("capped weights %d", kind) << true << kind << 0 << 0.36;
            }
        }
    }
}

/// All formulas are worked out from the values alone, by other code than the program's.
void ComparisonWorkbookTest::formulasComeToTheProgramsNumbers() {
    QFETCH(bool, complete);
    QFETCH(int, kind);
    QFETCH(int, aggregation);
    QFETCH(double, cap);
    const Plan plan = complete ? completePlan() : m_hangzhou;
    ComparisonSettings settings{.aggregation = Aggregation(aggregation), .samples = 0};
    settings.weighting.kind = Weighting::Kind(kind);
    settings.weighting.given = complete ? Weights{5, 3, 0, 1} : Weights{2, 1};
    if (cap > 0) {
        settings.weighting.cap = cap;
    }
    const Result<Comparison> comparison = compareZones(plan, settings);
    QVERIFY(comparison);
    Spreadsheet book = written(plan, *comparison);
    QCOMPARE(book.sheets(), (QStringList{u"Values"_s, u"Sources"_s, u"Scaled"_s, u"Weights"_s, u"Scores"_s,
                                         u"Methods"_s, u"Sampling"_s}));

    QCOMPARE(differing(book), QStringList());
    const auto formulas = std::ranges::count_if(book.cells(), [](const Cell& cell) { return !cell.formula.isEmpty(); });
    const auto zones = int(comparison->scores.size());
    const auto indicators = int(comparison->weights.size());
    QCOMPARE_GE(formulas, zones * (results + 8 * indicators));

    for (int i = 0; i < indicators; ++i) {
        QCOMPARE_LE(
            std::abs(book.number(u"Weights"_s, usedRow, firstIndicator + i) - comparison->weights[std::size_t(i)]),
            1e-15);
    }
    for (int zone = 0; zone < zones; ++zone) {
        const CompositeScore& score = comparison->scores[std::size_t(zone)];
        for (const int first : {firstResult, firstResult + results + indicators + 1}) {
            const auto at = [&](int column) { return book.number(u"Scores"_s, firstZone + zone, first + column); };
            QCOMPARE_LE(std::abs(at(0) - score.worst), 1e-15);
            QCOMPARE_LE(std::abs(at(1) - score.best), 1e-15);
            QCOMPARE(int(at(2)), score.bestRank);
            QCOMPARE(int(at(3)), score.worstRank);
            if (const auto& topsis = comparison->topsis[std::size_t(zone)]) {
                QCOMPARE_LE(std::abs(at(4 + aggregation + (aggregation == 2 ? 2 : 0)) - score.worst), 1e-12);
                QCOMPARE_LE(std::abs(at(results) - topsis->obstacles[0]), 1e-15);
            }
        }
    }
}

/// One indicator without any value, one that all zones have the same of, and two of which one is twice the other.
void ComparisonWorkbookTest::indicatorsThatSayTheSame() {
    Plan plan = completePlan();
    plan.indicators[1].direction = Indicator::Direction::MoreIsBetter;
    plan.observations.removeIf([](const Observation& each) { return each.indicator == "i3"_L1; });
    for (qsizetype zone = 0; zone < 5; ++zone) {
        plan.observations[5 + zone].value->number = 2 * plan.observations[zone].value->number;
    }
    ComparisonSettings settings{.indicators = {u"i0"_s, u"i1"_s, u"i2"_s, u"i3"_s}, .samples = 0};
    settings.weighting.kind = Weighting::Kind::Entropy;
    const Result<Comparison> comparison = compareZones(plan, settings);
    QVERIFY(comparison && !comparison->critic);
    Spreadsheet book = written(plan, *comparison);
    QCOMPARE(differing(book), QStringList());
    QCOMPARE(book.number(u"Weights"_s, usedRow, firstIndicator), 0.5);
    QCOMPARE(book.number(u"Scaled"_s, firstZone, firstIndicator + 2), 0.5);
    QCOMPARE(book.number(u"Scores"_s, firstZone, 2), 0.0); // what is missing has no weight
}

/// As a reviewer does it who knows a number that was missing, or holds that less is better.
void ComparisonWorkbookTest::aChangedNumberIsFollowed() {
    ComparisonSettings settings{.samples = 0};
    settings.weighting.kind = Weighting::Kind::Entropy;
    Plan plan = m_hangzhou;
    const Result<Comparison> before = compareZones(plan, settings);
    QVERIFY(before);
    Spreadsheet book = written(plan, *before);
    const int zone = int(before->matrix.zones.indexOf(u"330182"_s)); // ">400" is a bound
    QVERIFY(zone >= 0 && before->matrix.values.isMissing(zone, 0));

    const QString indicator = before->matrix.columns[0].indicator;
    const auto known = std::ranges::find_if(plan.observations, [&](const Observation& each) {
        return each.adopted && each.zone == "330182"_L1 && each.indicator == indicator &&
               each.period == before->matrix.columns[0].period;
    });
    QVERIFY(known != plan.observations.end());
    known->value = Quantity{.number = 2500};
    plan.indicators[plan.indicator(indicator) - plan.indicators.constData()].direction =
        Indicator::Direction::LessIsBetter;
    settings.indicators = before->settings.indicators;
    const Result<Comparison> after = compareZones(plan, settings);
    QVERIFY(after);
    QVERIFY(std::abs(after->weights[0] - before->weights[0]) > 1e-3);

    book.set(u"Values"_s, firstZone + zone, firstIndicator, 2500.0);
    book.set(u"Values"_s, 8, firstIndicator, u"less is better"_s);
    for (int i = 0; i < int(after->scores.size()); ++i) {
        const CompositeScore& score = after->scores[std::size_t(i)];
        const auto at = [&](int column) { return book.workedOut(u"Scores"_s, firstZone + i, firstResult + column); };
        QCOMPARE_LE(std::abs(at(0) - score.worst), 1e-12);
        QCOMPARE_LE(std::abs(at(1) - score.best), 1e-12);
        QCOMPARE(int(at(2)), score.bestRank);
        QCOMPARE(int(at(3)), score.worstRank);
    }
    QVERIFY(book.workedOut(u"Scores"_s, 3, firstResult) > 1e-3); // the program's numbers are of the values before
}

/// Values as the program has them, and how they came about.
void ComparisonWorkbookTest::methodsAndSamplesAreThere() {
    const Plan plan = completePlan();
    const auto comparison =
        compareZones(plan, {.indicators = {u"i0"_s, u"i1"_s, u"i2"_s, u"i3"_s}, .samples = 500, .seed = 7});
    QVERIFY(comparison);
    const Spreadsheet book = written(plan, *comparison);
    const QString methods = u"Methods"_s;
    const int firstMethod = firstIndicator + 4;
    QCOMPARE(book.text(methods, 5, firstMethod), u"min-max"_s);
    QCOMPARE(book.text(methods, 6, firstMethod), u"equal weights"_s);
    QCOMPARE(book.text(methods, 7, firstMethod), u"Weighted sum"_s);
    const int last = firstMethod + static_cast<int>(comparison->grid.methods.size()) - 1;
    QCOMPARE(book.text(methods, 5, last), u"ranks"_s);
    QCOMPARE(book.text(methods, 6, last), u"CRITIC weights"_s);
    const QString sampling = u"Sampling"_s;
    QVERIFY(book.text(sampling, 1, 0).contains(u"500 random weightings, seed 7"_s));
    for (int zone = 0; zone < 5; ++zone) {
        const auto at = static_cast<std::size_t>(zone);
        QCOMPARE(book.number(methods, firstZone + zone, firstIndicator), comparison->grid.zones[at].best);
        QCOMPARE(book.number(methods, firstZone + zone, last), comparison->grid.methods.back().zones[at].bestRank);
        double sum = 0;
        for (int rank = 0; rank < 5; ++rank) {
            sum += book.number(sampling, firstZone + zone, firstIndicator + 5 + rank);
        }
        QCOMPARE_LE(std::abs(sum - 1), 1e-12);
        QCOMPARE(book.number(sampling, firstZone + zone, firstIndicator),
                 comparison->robustness->zones[at].expectedRank);
        QCOMPARE(book.number(sampling, firstZone + zone, firstIndicator + 5 + 5 + 1 + 4 + 1 + zone), 0.5); // itself
    }
    const auto without = compareZones(plan, {.indicators = {u"i0"_s, u"i1"_s}, .samples = 0});
    QVERIFY(written(plan, *without).text(sampling, 1, 0).contains(u"No weights were drawn"_s));
}

void ComparisonWorkbookTest::missingIsShownAsMissing() {
    const Result<Comparison> comparison = compareZones(m_hangzhou, {.samples = 0});
    QVERIFY(comparison);
    const Spreadsheet book = written(m_hangzhou, *comparison);
    const int zone = int(comparison->matrix.zones.indexOf(u"330182"_s));
    QVERIFY(comparison->matrix.values.isMissing(zone, 0));
    QVERIFY(!book.cells().contains(Spreadsheet::key(u"Values"_s, firstZone + zone, firstIndicator)));
    QCOMPARE(book.item(u"Scaled"_s, firstZone + zone, firstIndicator), Item(QString()));
    QVERIFY(comparison->matrix.values.isMissing(zone, 1));
    QCOMPARE(book.number(u"Scores"_s, firstZone + zone, 2), 2.0);
    QCOMPARE(book.item(u"Scores"_s, firstZone + zone, firstResult + 4), Item(QString()));
    const int source = 5 + zone; // of the first indicator
    QCOMPARE(book.text(u"Sources"_s, source, 0), u"330182"_s);
    QCOMPARE(book.text(u"Sources"_s, source, 3), u">400"_s);
    QVERIFY(!book.text(u"Sources"_s, source, 7).isEmpty());
    QCOMPARE(book.text(u"Sources"_s, source, 9), u"only a bound: not used"_s);
    QVERIFY(book.text(u"Values"_s, 2, 0).isEmpty()); // nothing is illustrative
}

void ComparisonWorkbookTest::bothLanguages() {
    const Plan plan = completePlan();
    const Result<Comparison> comparison = compareZones(plan, {.samples = 0});
    QVERIFY(comparison);
    const Spreadsheet book = written(plan, *comparison, Language::Chinese);
    QCOMPARE(book.sheets(),
             (QStringList{u"指标值"_s, u"来源"_s, u"标准化"_s, u"权重"_s, u"得分"_s, u"方法组合"_s, u"随机权重"_s}));
    for (const QString& sheet : book.sheets()) {
        QVERIFY(book.text(sheet, 0, 0).startsWith(u"《小城方案》"_s));
        QVERIFY(!book.text(sheet, 1, 0).isEmpty() && !book.text(sheet, 1, 0).contains(u'%'));
        QVERIFY(book.text(sheet, 2, 0).contains(u"示意"_s)); // numbers of the last indicator
    }
    QCOMPARE(book.text(u"指标值"_s, firstZone + 1, 1), u"=1+1"_s); // a text, not a formula
    QVERIFY(book.cells().value(u"指标值!B11"_s).formula.isEmpty());
    QCOMPARE(book.text(u"指标值"_s, 6, firstIndicator), u"亿元"_s);
    QCOMPARE(book.text(u"指标值"_s, 7, firstIndicator), u"2024年"_s);
    QCOMPARE(book.text(u"指标值"_s, 8, firstIndicator + 1), u"越低越好"_s);
    QCOMPARE(book.text(u"来源"_s, 5 + 3 * 5, 6), u"示意"_s);
    QCOMPARE(book.number(u"来源"_s, 5 + 3 * 5, 3), 0.3);
    QVERIFY(partOf(path(), u"xl/styles.xml"_s).contains("General&quot;*&quot;"));
    QVERIFY(!partOf(path(), u"xl/worksheets/sheet2.xml"_s).contains("hyperlink"));
    QVERIFY(partOf(path(), u"xl/workbook.xml"_s).contains("fullCalcOnLoad=\"1\"")); // programs work it out at once
}

void ComparisonWorkbookTest::filesAreReplacedWhole() {
    const Result<Comparison> comparison = compareZones(m_hangzhou, {.samples = 0});
    QVERIFY(comparison);
    const auto none =
        writeComparisonWorkbook(m_folder.filePath(u"no/where.xlsx"_s), m_hangzhou, *comparison, Language::English);
    QVERIFY(!none);
    QCOMPARE(none.error().code, Problem::Code::FileUnwritable);
    QFile old(path());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("what was there") > 0);
    old.close();
    QCOMPARE(written(m_hangzhou, *comparison).sheets().size(), 7);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

QTEST_GUILESS_MAIN(ComparisonWorkbookTest)
#include "comparison_workbook_test.moc"
