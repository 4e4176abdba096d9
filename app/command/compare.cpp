#include "app/command/claim_json.h"
#include "app/command/command.h"
#include "app/command/listing.h"
#include "app/command/style_options.h"
#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "core/analysis/comparison.h"
#include "core/analysis/zone_figures.h"
#include "maps/analysis/zone_geography.h"
#include "maps/export/comparison_workbook.h"
#include "maps/formats/source.h"
#include "maps/scene/plan_shapes.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> wrong(Problem::Code code, const QString& option, const QStringList& what,
                               const QString& file = {}) {
    return std::unexpected(Problem{.code = code, .file = file, .field = u"--"_s + option, .arguments = what});
}

void addOptions(QCommandLineParser& parser) {
    const auto words = commandWords;
    const auto add = [&](const QString& name, const char* text, const QString& value, const QString& usual = {}) {
        parser.addOption({name, words(text), value, usual});
    };
    addProjectArgument(parser);
    add(u"by"_s,
        QT_TRANSLATE_NOOP("Command", "Indicator, by its key or name; may be given several times. By default those that "
                                     "say which way is better and are known for half of the districts."),
        u"INDICATOR"_s);
    add(u"period"_s, QT_TRANSLATE_NOOP("Command", "2025, 2025-Q1, ...; without it the one that most zones have."),
        u"PERIOD"_s);
    add(u"method"_s, QT_TRANSLATE_NOOP("Command", "sum, product or topsis."), u"METHOD"_s, u"sum"_s);
    add(u"weights"_s,
        QT_TRANSLATE_NOOP("Command", "equal, entropy, critic, or a CSV file: of indicator and weight, or, for ahp, of "
                                     "pairwise judgements with the indicators as headings."),
        u"WEIGHTS"_s, u"equal"_s);
    add(u"judgements"_s, QT_TRANSLATE_NOOP("Command", "CSV file of pairwise judgements, for --weights ahp."),
        u"FILE"_s);
    add(u"cap"_s, QT_TRANSLATE_NOOP("Command", "No indicator weighs more than this, from 0 to 1."), u"NUMBER"_s);
    add(u"samples"_s, QT_TRANSLATE_NOOP("Command", "How many random weights are drawn; 0: none."), u"N"_s, u"10000"_s);
    add(u"seed"_s, QT_TRANSLATE_NOOP("Command", "The same seed draws the same weights."), u"N"_s, u"1"_s);
    parser.addOption({u"json"_s, words(QT_TRANSLATE_NOOP("Command", "Print JSON."))});
    parser.addOption({u"csv"_s, words(QT_TRANSLATE_NOOP("Command", "Print CSV."))});
    add(u"xlsx"_s, QT_TRANSLATE_NOOP("Command", "Also write the calculation as a workbook with formulas."), u"FILE"_s);
    parser.addOption({u"replace"_s, words(QT_TRANSLATE_NOOP("Command", "Replace a file that is there."))});
}

Result<double> numberOf(const QCommandLineParser& parser, const QString& option, double least, double most) {
    bool isNumber = false;
    const double number = parser.value(option).toDouble(&isNumber);
    if (!isNumber)
        return wrong(Problem::Code::FieldType, option, {u"number"_s});
    if (!(number >= least) || number > most)
        return wrong(Problem::Code::OutOfRange, option,
                     {parser.value(option), QString::number(least), QString::number(most, 'g', 12)});
    return number;
}

Result<QStringList> indicatorsOf(const QCommandLineParser& parser, const Plan& plan) {
    QStringList keys;
    for (const QString& name : parser.values(u"by"_s)) {
        const Indicator* indicator = indicatorNamed(plan, name);
        if (!indicator)
            return wrong(Problem::Code::ReferenceUnknown, u"by"_s, {name, u"indicator"_s});
        if (keys.contains(indicator->key))
            return wrong(Problem::Code::DuplicateKey, u"by"_s, {name});
        keys << indicator->key;
    }
    return keys.isEmpty() ? comparableIndicators(plan) : keys;
}

/// The place of an indicator among those compared; a Problem names the cell.
Result<qsizetype> placeOf(const Plan& plan, const QStringList& keys, const QString& name, const QString& file,
                          int row) {
    const Indicator* indicator = indicatorNamed(plan, name.trimmed());
    const qsizetype place = indicator ? keys.indexOf(indicator->key) : -1;
    if (place < 0)
        return std::unexpected(Problem{.code = Problem::Code::ValueUnknown,
                                       .file = file,
                                       .row = row,
                                       .field = u"indicator"_s,
                                       .arguments = {name, keys.join(u", "_s)}});
    return place;
}

Result<double> cellNumber(const QString& cell, const QString& file, int row, const QString& field) {
    bool isNumber = false;
    const QString text = cell.trimmed();
    const qsizetype slash = text.indexOf(u'/'); // judgements are often written 1/3
    double number = slash < 0 ? text.toDouble(&isNumber) : text.first(slash).toDouble(&isNumber);
    if (slash >= 0 && isNumber)
        number /= text.sliced(slash + 1).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return std::unexpected(Problem{
            .code = Problem::Code::FieldType, .file = file, .row = row, .field = field, .arguments = {u"number"_s}});
    return number;
}

/// One weight for each indicator, from rows of name and number.
Result<Weights> listedWeights(const Plan& plan, const QStringList& keys, const QList<QStringList>& rows,
                              const QString& file) {
    Weights weights(static_cast<std::size_t>(keys.size()), 0);
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const auto place = placeOf(plan, keys, rows[row].value(0), file, static_cast<int>(row) + 1);
        if (!place)
            return std::unexpected(place.error());
        const auto number = cellNumber(rows[row].value(1), file, static_cast<int>(row) + 1, u"weight"_s);
        if (!number)
            return std::unexpected(number.error());
        weights[static_cast<std::size_t>(*place)] = *number;
    }
    return weights;
}

/// Saaty's judgements: how many times as important the row's indicator is as the column's.
Result<Weights> judgedFrom(const Plan& plan, const QStringList& keys, const QList<QStringList>& rows,
                           const QString& file) {
    const auto count = static_cast<std::size_t>(keys.size());
    std::vector judgements(count, std::vector<double>(count, 0));
    for (qsizetype row = 1; row < rows.size(); ++row) {
        const auto of = placeOf(plan, keys, rows[row].value(0), file, static_cast<int>(row) + 1);
        if (!of)
            return std::unexpected(of.error());
        for (qsizetype column = 1; column < rows[0].size(); ++column) {
            const auto beside = placeOf(plan, keys, rows[0][column], file, 1);
            if (!beside)
                return std::unexpected(beside.error());
            const auto number =
                cellNumber(rows[row].value(column), file, static_cast<int>(row) + 1, rows[0][column].trimmed());
            if (!number)
                return std::unexpected(number.error());
            judgements[static_cast<std::size_t>(*of)][static_cast<std::size_t>(*beside)] = *number;
        }
    }
    // A hand writes 0.33 for a third: the half above the diagonal counts, the other is its reciprocal.
    for (std::size_t i = 0; i < count; ++i) {
        judgements[i][i] = 1;
        for (std::size_t j = i + 1; j < count; ++j) {
            if (judgements[i][j] > 0)
                judgements[j][i] = 1 / judgements[i][j];
        }
    }
    const auto judged = judgedWeights(judgements);
    if (!judged) {
        Problem problem = judged.error();
        problem.file = file;
        return std::unexpected(problem);
    }
    if (judged->inconsistent())
        std::fprintf(stderr, "tiermap: %s\n", consistencyWords(*judged).toUtf8().constData());
    return judged->weights;
}

Result<Weighting> weightingOf(const QCommandLineParser& parser, const Plan& plan, const QStringList& keys) {
    Weighting weighting;
    if (parser.isSet(u"cap"_s)) {
        const auto cap = numberOf(parser, u"cap"_s, 0, 1);
        if (!cap)
            return std::unexpected(cap.error());
        weighting.cap = *cap;
    }
    const QString name = parser.value(u"weights"_s);
    if (name == "equal"_L1 || name == "entropy"_L1 || name == "critic"_L1) {
        weighting.kind = name == "equal"_L1     ? Weighting::Kind::Equal
                         : name == "entropy"_L1 ? Weighting::Kind::Entropy
                                                : Weighting::Kind::Critic;
        if (parser.isSet(u"judgements"_s))
            return wrong(Problem::Code::OptionUnused, u"judgements"_s, {name});
        return weighting;
    }
    const bool judged = name == "ahp"_L1;
    const QString file = judged ? parser.value(u"judgements"_s) : name;
    if (file.isEmpty())
        return wrong(Problem::Code::FieldMissing, u"judgements"_s, {});
    if (!judged && !QFileInfo::exists(file) && (file.contains(u'/') || file.contains(u'.')))
        return std::unexpected(Problem{.code = Problem::Code::FileMissing, .file = file});
    if (!judged && !QFileInfo::exists(file))
        return wrong(Problem::Code::ValueUnknown, u"weights"_s, {name, u"equal, entropy, critic, ahp, FILE"_s});
    const auto rows = readSheet(file, {});
    if (!rows)
        return std::unexpected(rows.error());
    weighting.kind = Weighting::Kind::Given;
    const bool square = rows->value(0).size() > 2;
    const auto weights =
        judged || square ? judgedFrom(plan, keys, *rows, file) : listedWeights(plan, keys, *rows, file);
    if (!weights)
        return std::unexpected(weights.error());
    weighting.given = *weights;
    return weighting;
}

Result<ComparisonSettings> settingsOf(const QCommandLineParser& parser, const Plan& plan) {
    ComparisonSettings settings;
    const auto keys = indicatorsOf(parser, plan);
    if (!keys)
        return std::unexpected(keys.error());
    settings.indicators = *keys;
    if (parser.isSet(u"period"_s)) {
        settings.period = Period::parse(parser.value(u"period"_s));
        if (!settings.period)
            return wrong(Problem::Code::FieldType, u"period"_s, {u"period"_s});
    }
    const QString method = parser.value(u"method"_s);
    if (method != "sum"_L1 && method != "product"_L1 && method != "topsis"_L1)
        return wrong(Problem::Code::ValueUnknown, u"method"_s, {method, u"sum, product, topsis"_s});
    settings.aggregation = method == "topsis"_L1    ? Aggregation::Topsis
                           : method == "product"_L1 ? Aggregation::WeightedProduct
                                                    : Aggregation::WeightedSum;
    const auto weighting = weightingOf(parser, plan, *keys);
    if (!weighting)
        return std::unexpected(weighting.error());
    settings.weighting = *weighting;
    const auto samples = numberOf(parser, u"samples"_s, 0, 10'000'000);
    const auto seed = numberOf(parser, u"seed"_s, 0, 1e15);
    if (!samples || !seed)
        return std::unexpected(samples ? seed.error() : samples.error());
    settings.samples = static_cast<int>(*samples);
    settings.seed = static_cast<quint64>(*seed);
    return settings;
}

// --- JSON ------------------------------------------------------------------------------------------------------------

QJsonArray jsonNumbers(const std::vector<double>& numbers) {
    QJsonArray array;
    for (const double number : numbers)
        array << numberOrNull(number);
    return array;
}

QJsonObject groupsJson(const Plan& plan, const std::vector<InequalityGroup>& groups) {
    QJsonObject object;
    for (const InequalityGroup& group : groups)
        object.insert(plan.tiers[group.group].key, group.index);
    return object;
}

QJsonObject spreadJson(const Plan& plan, const Spread& spread) {
    QJsonObject object;
    if (spread.theil)
        object.insert(u"theil"_s, QJsonObject{{u"total"_s, spread.theil->total},
                                              {u"within_tiers"_s, spread.theil->within},
                                              {u"between_tiers"_s, spread.theil->between},
                                              {u"tiers"_s, groupsJson(plan, spread.theil->groups)}});
    if (spread.gini)
        object.insert(u"gini"_s, QJsonObject{{u"total"_s, spread.gini->total},
                                             {u"within_tiers"_s, spread.gini->within},
                                             {u"between_tiers"_s, spread.gini->between},
                                             {u"overlap"_s, spread.gini->overlap},
                                             {u"tiers"_s, groupsJson(plan, spread.gini->groups)}});
    if (spread.moran)
        object.insert(u"moran"_s, QJsonObject{{u"i"_s, spread.moran->statistic},
                                              {u"expected"_s, spread.moran->expected},
                                              {u"zones"_s, spread.moran->areas},
                                              {u"p"_s, spread.moran->pseudoP.p},
                                              {u"exact"_s, spread.moran->pseudoP.exact}});
    return object;
}

QJsonArray indicatorsJson(const Plan& plan, const Comparison& comparison) {
    QJsonArray array;
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i) {
        const MatrixColumn& column = comparison.matrix.columns[i];
        const auto at = static_cast<std::size_t>(i);
        const IndicatorEntropy& entropy = comparison.entropy.indicators[at];
        QJsonArray sources;
        for (const auto observation : column.observations) {
            if (observation >= 0) {
                const Observation& o = plan.observations[observation];
                sources << QJsonObject{{u"zone"_s, o.zone},
                                       {u"value"_s, o.value->number},
                                       {u"source"_s, o.source},
                                       {u"status"_s, nameOf(o.status)}};
            }
        }
        array << QJsonObject{
            {u"key"_s, column.indicator},
            {u"period"_s, column.period.toString()},
            {u"unit"_s, plan.indicator(column.indicator)->unit.zh},
            {u"direction"_s, column.meaning.better == Better::Less ? u"less"_s : u"more"_s},
            {u"weight"_s, comparison.weights[at]},
            {u"weight_equal"_s, comparison.equal[at]},
            {u"weight_entropy"_s, comparison.entropy.weights[at]},
            {u"weight_critic"_s, comparison.critic ? QJsonValue(comparison.critic->weights[at]) : QJsonValue()},
            {u"entropy"_s, entropy.entropy},
            {u"one_zone_takes_all"_s, entropy.oneZoneTakesAll},
            {u"constant"_s, std::ranges::contains(comparison.scaled.constant, static_cast<int>(i))},
            {u"spread"_s, spreadJson(plan, comparison.spreads[i])},
            {u"observations"_s, sources}};
    }
    return array;
}

QJsonObject zoneJson(const Plan& plan, const Comparison& comparison, std::size_t at) {
    const QString& code = comparison.matrix.zones[static_cast<qsizetype>(at)];
    const Zone& zone = *plan.zone(code);
    const CompositeScore& score = comparison.scores[at];
    const RankRange& grid = comparison.grid.zones[at];
    QJsonObject object{{u"code"_s, code},
                       {u"name_zh"_s, zone.name.zh},
                       {u"name_en"_s, zone.name.en},
                       {u"tier"_s, zone.tier},
                       {u"score"_s, score.complete ? QJsonValue(score.worst) : QJsonValue()},
                       {u"score_worst"_s, score.worst},
                       {u"score_best"_s, score.best},
                       {u"rank"_s, score.rank() ? QJsonValue(*score.rank()) : QJsonValue()},
                       {u"rank_best"_s, score.bestRank},
                       {u"rank_worst"_s, score.worstRank},
                       {u"rank_by_methods"_s, QJsonArray{grid.best, grid.worst}}};
    if (const auto& topsis = comparison.topsis[at]) {
        object.insert(u"topsis"_s, QJsonObject{{u"to_ideal"_s, topsis->toIdeal},
                                               {u"to_anti_ideal"_s, topsis->toAntiIdeal},
                                               {u"closeness"_s, topsis->closeness},
                                               {u"obstacles"_s, jsonNumbers(topsis->obstacles)}});
    }
    const auto fit = std::ranges::find(comparison.silhouetteZones, static_cast<int>(at));
    if (comparison.silhouettes && fit != comparison.silhouetteZones.end()) {
        const Silhouette& silhouette =
            comparison.silhouettes->zones[static_cast<std::size_t>(fit - comparison.silhouetteZones.begin())];
        object.insert(u"silhouette"_s, QJsonObject{{u"width"_s, silhouette.width},
                                                   {u"nearest_tier"_s, plan.tiers[silhouette.nearestGroup].key}});
    }
    if (comparison.robustness) {
        const ZoneRanks& ranks = comparison.robustness->zones[at];
        object.insert(u"acceptability"_s, jsonNumbers(ranks.acceptability));
        object.insert(u"expected_rank"_s, ranks.expectedRank);
        object.insert(u"rank_interval"_s, QJsonArray{ranks.lowRank, ranks.medianRank, ranks.highRank});
        object.insert(u"wins"_s, jsonNumbers(comparison.robustness->winShares[at]));
    }
    return object;
}

QJsonObject json(const Plan& plan, const Comparison& comparison) {
    QJsonArray zones;
    for (const int at : inOrder(comparison.scores))
        zones << zoneJson(plan, comparison, static_cast<std::size_t>(at));
    const auto code = [&](int zone) { return comparison.matrix.zones[zone]; };
    QJsonArray ties;
    for (const NearTie& tie : comparison.ties)
        ties << QJsonObject{{u"ahead"_s, code(tie.ahead)},
                            {u"behind"_s, code(tie.behind)},
                            {u"indicator"_s, comparison.matrix.columns[tie.tie.indicator].indicator},
                            {u"weight"_s, tie.tie.weight},
                            {u"change"_s, tie.tie.change}};
    QJsonArray reversals;
    for (const auto& [left, isZone] :
         {std::pair(&comparison.reversals.zones, true), {&comparison.reversals.indicators, false}}) {
        for (const LeftOut& out : *left) {
            for (const ZonePair& pair : out.reversed)
                reversals << QJsonObject{
                    {u"left_out"_s, isZone ? code(out.index) : comparison.matrix.columns[out.index].indicator},
                    {u"above"_s, code(pair.above)},
                    {u"below"_s, code(pair.below)}};
        }
    }
    return {{u"indicators"_s, indicatorsJson(plan, comparison)},
            {u"zones"_s, zones},
            {u"ties"_s, ties},
            {u"reversals"_s, reversals},
            {u"samples"_s, comparison.settings.samples},
            {u"seed"_s, static_cast<qint64>(comparison.settings.seed)},
            {u"illustrative"_s, comparison.matrix.illustrative}};
}

// --- table -----------------------------------------------------------------------------------------------------------

Listing listing(const Plan& plan, const Comparison& comparison, bool forPeople) {
    const auto in = commandWords;
    Listing table{{u"code"_s, u"name"_s, u"tier"_s, u"score"_s, u"score_worst"_s, u"score_best"_s, u"rank_best"_s,
                   u"rank_worst"_s, u"expected_rank"_s},
                  {in(QT_TRANSLATE_NOOP("Command", "Code")), in(QT_TRANSLATE_NOOP("Command", "Zone")),
                   in(QT_TRANSLATE_NOOP("Command", "tier")), in(QT_TRANSLATE_NOOP("Command", "Score")),
                   in(QT_TRANSLATE_NOOP("Command", "at least")), in(QT_TRANSLATE_NOOP("Command", "at most")),
                   in(QT_TRANSLATE_NOOP("Command", "best rank")), in(QT_TRANSLATE_NOOP("Command", "worst rank")),
                   in(QT_TRANSLATE_NOOP("Command", "expected rank (weighted sum, random weights)"))},
                  {}};
    for (const MatrixColumn& column : comparison.matrix.columns) {
        const Indicator& indicator = *plan.indicator(column.indicator);
        table.keys << column.indicator;
        table.headings << indicator.name.in(interfaceLanguage()) + u" ("_s + indicator.unit.in(interfaceLanguage()) +
                              u", "_s + words(column.period) + u')';
    }
    const auto number = [&](double value) {
        return std::isnan(value) ? QVariant() : forPeople ? QVariant(QString::number(value, 'g', 6).toDouble()) : value;
    };
    for (const int at : inOrder(comparison.scores)) {
        const auto zone = static_cast<std::size_t>(at);
        const QString& code = comparison.matrix.zones[at];
        const CompositeScore& score = comparison.scores[zone];
        const Tier* tier = plan.tier(plan.zone(code)->tier);
        QVariantList row{code,
                         plan.zone(code)->name.in(interfaceLanguage()),
                         forPeople && tier ? tier->name.in(interfaceLanguage()) : plan.zone(code)->tier,
                         score.complete ? number(score.worst) : QVariant(),
                         number(score.worst),
                         number(score.best),
                         score.bestRank,
                         score.worstRank,
                         comparison.robustness ? number(comparison.robustness->zones[zone].expectedRank) : QVariant()};
        for (int column = 0; column < comparison.matrix.values.indicators(); ++column)
            row << number(comparison.matrix.values.at(at, column));
        table.rows << row;
    }
    return table;
}

/// What a reader should know before the numbers: on stderr.
void warn(const Plan& plan, const Comparison& comparison) {
    const auto say = [](const QString& text) { std::fprintf(stderr, "tiermap: %s\n", text.toUtf8().constData()); };
    const auto name = [&](qsizetype column) {
        return plan.indicator(comparison.matrix.columns[column].indicator)->name.in(interfaceLanguage());
    };
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i) {
        const IndicatorEntropy& entropy = comparison.entropy.indicators[static_cast<std::size_t>(i)];
        if (entropy.oneZoneTakesAll && comparison.settings.weighting.kind == Weighting::Kind::Entropy)
            say(commandWords(QT_TRANSLATE_NOOP("Command", "%1: one zone alone has something, so entropy gives it the "
                                                          "greatest weight there can be; --cap bounds it."))
                    .arg(name(i)));
    }
    for (const int column : comparison.scaled.constant) {
        const std::vector<double> values = comparison.matrix.values.indicator(column);
        const auto known = std::ranges::count_if(values, [](double value) { return !std::isnan(value); });
        say((known == 1 ? commandWords(QT_TRANSLATE_NOOP("Command", "%1 is known for one zone only: it tells no zone "
                                                                    "from another."))
                        : commandWords(QT_TRANSLATE_NOOP("Command", "%1 is the same for all that have it: it tells no "
                                                                    "zone from another.")))
                .arg(name(column)));
    }
    if (comparison.matrix.illustrative)
        say(commandWords(QT_TRANSLATE_NOOP("Command", "Illustrative numbers are among them: this says nothing of the "
                                                      "real zones.")));
}

} // namespace

int runCompare(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(QT_TRANSLATE_NOOP(
        "Command", "Compares the districts by several indicators at once, and says what the order owes to weights, "
                   "methods and missing numbers. Tiers are roles: see also \"claims\".")));
    addOptions(parser);
    if (const auto code = parseArguments(parser, u"compare"_s, arguments))
        return *code;
    const auto project = projectArgument(parser, u"compare"_s);
    if (!project)
        return project.error();
    const Plan& plan = project->plan;
    auto settings = settingsOf(parser, plan);
    if (!settings)
        return report(settings.error());
    const auto shapes = decodeShapes(*project);
    if (!shapes)
        return report(shapes.error());
    QStringList districts;
    for (const Zone& zone : mappedZones(plan))
        districts << zone.code;
    settings->neighbours = neighboursOf(districts, shapes->borders);
    const auto comparison = compareZones(plan, *settings);
    if (!comparison) {
        std::fprintf(stderr, "tiermap: %s\n", comparisonSentence(comparison.error()).toUtf8().constData());
        return comparison.error().field == "cap"_L1 ? Usage : Failed;
    }
    if (const QString file = parser.value(u"xlsx"_s); !file.isEmpty()) {
        if (QFileInfo::exists(file) && !parser.isSet(u"replace"_s))
            return report({.code = Problem::Code::FileExists, .file = file});
        if (const auto written = writeComparisonWorkbook(file, plan, *comparison, interfaceLanguage()); !written)
            return report(written.error());
    }
    warn(plan, *comparison);
    if (parser.isSet(u"json"_s))
        return print(QJsonDocument(json(plan, *comparison)).toJson());
    if (parser.isSet(u"csv"_s))
        return print(listing(plan, *comparison, false).csv());
    QStringList lines{weightWords(plan, *comparison)};
    for (const NearTie& tie : comparison->ties)
        lines << tieWords(plan, *comparison, tie);
    return print(listing(plan, *comparison, true).text() + lines.join(u'\n').toUtf8() + '\n');
}

} // namespace tiermap
