#include "maps/report/dossier.h"

#include "core/analysis/target_decomposition.h"
#include "core/analysis/zone_figures.h"
#include "core/store/edit_log.h"
#include "maps/export/staged_files.h"
#include "maps/figure/map_font.h"
#include "maps/geometry/measure.h"
#include "maps/report/dossier_pdf.h"
#include "maps/report/report_words.h"
#include "maps/style/number_text.h"
#include "maps/style/period_text.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using Kind = DossierText::Kind;

/// Sources in the order in which they are first named, counted from 1.
class SourceList {
public:
    QString mark(const QString& title, const QString& address) {
        if (title.isEmpty() && address.isEmpty())
            return {};
        const std::pair<QString, QString> source(title, address);
        qsizetype place = m_sources.indexOf(source);
        if (place < 0) {
            place = m_sources.size();
            m_sources += source;
        }
        return u"[%1]"_s.arg(place + 1);
    }
    const QList<std::pair<QString, QString>>& all() const { return m_sources; }

private:
    QList<std::pair<QString, QString>> m_sources;
};

/// A dossier under construction.
struct Work {
    const DossierMaterial& material;
    const Plan& plan;
    const Zone& zone;
    Language language;
    SourceList sources{};
    bool illustrative = false;

    QString in(const SheetWord& word) const { return word.in(language); }
    const QString& in(const Text& text) const { return text.in(language); }
    QString joined(const QStringList& parts) const { return parts.join(in(report_words::listed)); }
    bool isDistrict() const { return zone.kind == Zone::Kind::District; }
};

// --- words -----------------------------------------------------------------------------------------------------------

/// Without control characters, those that turn the direction of writing, and what XML does not allow: the texts are a
/// stranger's.
QString printable(const QString& text) {
    QString clean;
    for (const char32_t character : text.toUcs4()) {
        const QChar::Category category = QChar::category(character);
        if (category == QChar::Other_Control || category == QChar::Separator_Line ||
            category == QChar::Separator_Paragraph)
            clean += u' ';
        else if (category != QChar::Other_Format && category != QChar::Other_Surrogate &&
                 (character & 0xFFFE) != 0xFFFE)
            clean += QString::fromUcs4(&character, 1);
    }
    return clean.trimmed();
}

QString shortest(double number) { return numberText(number, decimalsOf({number})); }

/// Three digits that count, for what was computed.
QString threeDigits(double number) {
    if (number == 0)
        return u"0"_s;
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(number))));
    return numberText(number, std::clamp(2 - magnitude, 0, 6));
}

QString quantityText(const Quantity& quantity, Language language) {
    QString number = shortest(quantity.number);
    switch (quantity.bound) {
    case Quantity::Bound::Exact:
        break;
    case Quantity::Bound::MoreThan:
        return u"> "_s + number;
    case Quantity::Bound::AtLeast:
        return u"≥ "_s + number;
    case Quantity::Bound::LessThan:
        return u"< "_s + number;
    case Quantity::Bound::AtMost:
        return u"≤ "_s + number;
    case Quantity::Bound::About:
        return report_words::about.in(language).arg(number);
    }
    return number;
}

QString periodWords(const Period& period, Language language) {
    const QString text = periodText(period, language);
    return text.isEmpty() ? report_words::periodUnknown.in(language) : text;
}

SheetWord statusWord(Observation::Status status) {
    switch (status) {
    case Observation::Status::Published:
        break;
    case Observation::Status::Estimate:
        return report_words::estimate;
    case Observation::Status::Illustrative:
        return report_words::illustrativeStatus;
    }
    return report_words::published;
}

SheetWord kindWord(Site::Kind kind) {
    switch (kind) {
    case Site::Kind::Platform:
        break;
    case Site::Kind::Base:
        return report_words::base;
    case Site::Kind::Park:
        return report_words::park;
    case Site::Kind::Venue:
        return report_words::venue;
    case Site::Kind::Headquarters:
        return report_words::headquarters;
    }
    return report_words::platform;
}

SheetWord measureWord(ClaimTerm::Measure measure) {
    return measure == ClaimTerm::Measure::PerArea  ? report_words::measurePerArea
           : measure == ClaimTerm::Measure::Growth ? report_words::measureGrowth
                                                   : report_words::measureValue;
}

/// What stands for a value: the number, marked where it is illustrative, or that there is none.
QString valueText(Work& work, const Observation& observation) {
    if (!observation.value)
        return work.in(isWithheld(observation) ? report_words::withheld : report_words::missing);
    QString text = quantityText(*observation.value, work.language);
    if (observation.status == Observation::Status::Illustrative) {
        work.illustrative = true;
        text += u'*';
    }
    return text;
}

QString indicatorName(const Work& work, const QString& key) {
    const Indicator* indicator = work.plan.indicator(key);
    return indicator ? work.in(indicator->name) : key;
}

QString unitOf(const Work& work, const QString& key) {
    const Indicator* indicator = work.plan.indicator(key);
    return indicator ? work.in(indicator->unit) : QString();
}

DossierText note(const QString& text) { return {text, Kind::Note}; }

// --- head ------------------------------------------------------------------------------------------------------------

void addHead(Dossier& dossier, const Work& work) {
    using namespace report_words;
    const Zone& zone = work.zone;
    const Language other = work.language == Language::Chinese ? Language::English : Language::Chinese;
    dossier.kicker = work.in(kicker).arg(work.in(work.plan.title));
    dossier.title = work.in(zone.name);
    if (const Tier* tier = work.plan.tier(zone.tier)) {
        dossier.mark = work.in(tier->mark);
        dossier.markColor = tier->color;
        QStringList words{work.in(tier->name), work.in(tier->driver), work.in(tier->carrier), work.in(tier->mode)};
        words.removeAll(QString());
        words.removeDuplicates(); // a tier may be called what drives it
        dossier.tier = work.in(report_words::tier).arg(words.join(work.in(report_words::facts)));
    } else {
        dossier.tier = work.in(noTier);
    }
    QStringList line;
    if (zone.name.in(other) != dossier.title)
        line += zone.name.in(other);
    line += work.in(work.isDistrict() ? code : internalCode).arg(zone.code);
    if (const GeoPolygons* polygons = work.material.shapes.polygons(zone.code))
        line +=
            work.in(zone.schematic ? areaSketched : areaDrawn).arg(numberText(areaSquareMetres(*polygons) / 1e6, 1));
    dossier.facts += line.join(work.in(report_words::facts));
    if (const Zone* parent = work.plan.zone(zone.parent); parent && zone.kind == Zone::Kind::OfWhich)
        dossier.facts += work.in(ofWhich).arg(work.in(parent->name));
    QStringList within;
    for (const Zone& child : work.plan.zones) {
        if (child.kind == Zone::Kind::OfWhich && child.parent == zone.code)
            within += work.in(child.name);
    }
    if (!within.isEmpty())
        dossier.facts += work.in(holds).arg(work.joined(within));
    if (!work.material.shapes.polygons(zone.code))
        dossier.facts += work.in(noOutline);
}

QString boundaryWords(const Work& work) {
    if (!work.plan.boundary.schematic && !work.zone.schematic)
        return {};
    const QString& said = work.in(work.plan.boundary.note);
    return said.isEmpty() ? work.in(report_words::schematic) : said;
}

// --- parts -----------------------------------------------------------------------------------------------------------

DossierPart rolePart(const Work& work) {
    DossierPart part{work.in(report_words::role)};
    if (const Tier* tier = work.plan.tier(work.zone.tier); tier && !work.in(tier->role).isEmpty())
        part.items += DossierText{work.in(report_words::quote).arg(work.in(tier->role)), Kind::Quote};
    const QString& own = work.in(work.zone.role);
    part.items += DossierText{own.isEmpty() ? work.in(report_words::noRole) : own};
    part.items += note(work.in(report_words::roleNote));
    return part;
}

QString contributionWords(const Work& work, const ClaimEvidence& evidence, qsizetype place) {
    using namespace report_words;
    if (!evidence.test || place < 0 || place >= std::ssize(evidence.test->contributions))
        return work.in(noVoice);
    const std::optional<double>& contribution = evidence.test->contributions[static_cast<std::size_t>(place)];
    if (!contribution)
        return work.in(noVoice);
    if (*contribution == 0)
        return work.in(speaksNeither);
    if (evidence.claim.statistic == Claim::Statistic::Throughput) // a logarithm
        return work.in(*contribution > 0 ? passesMore : passesLess).arg(threeDigits(std::exp(*contribution)));
    return work.in(*contribution > 0 ? speaksFor : speaksAgainst).arg(threeDigits(std::abs(*contribution)));
}

/// One row of the terms of a claim: what the zone has of it.
QStringList termRow(Work& work, const ClaimEvidence& claim, const TermEvidence& evidence, qsizetype place) {
    using namespace report_words;
    const ClaimTerm& term = evidence.term;
    const auto at = static_cast<std::size_t>(place);
    const double number = at < evidence.numbers.size() ? evidence.numbers[at] : IndicatorMatrix::missing;
    const QList<qsizetype> made = at < evidence.observations.size() ? evidence.observations[at] : QList<qsizetype>();
    QString value = work.in(missing);
    QStringList sources;
    QStringList periods;
    if (!std::isnan(number)) {
        value = term.measure == ClaimTerm::Measure::Value ? shortest(number) : threeDigits(number);
        bool illustrated = false;
        for (const qsizetype index : made) {
            const Observation& observation = work.plan.observations[index];
            sources += work.sources.mark(observation.source, observation.address);
            periods += periodWords(observation.period, work.language);
            illustrated = illustrated || observation.status == Observation::Status::Illustrative;
        }
        if (illustrated)
            value += u'*';
        work.illustrative = work.illustrative || illustrated;
    } else if (evidence.period && evidence.period->kind != Period::Kind::Unknown) {
        periods += periodWords(*evidence.period, work.language);
    }
    sources.removeDuplicates();
    periods.removeDuplicates();
    const QString unit = unitOf(work, term.indicator);
    return {indicatorName(work, term.indicator),
            work.in(measureWord(term.measure)),
            value,
            claim.claim.statistic == Claim::Statistic::Throughput ? work.in(timesDistrict)
            : term.measure == ClaimTerm::Measure::Growth          ? work.in(perYear)
            : term.measure == ClaimTerm::Measure::PerArea         ? work.in(perArea).arg(unit)
                                                                  : unit,
            periods.join(u'–'),
            shortest(term.weight),
            sources.join(u' ')};
}

DossierPart claimPart(Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::claim)};
    const auto found = std::ranges::find_if(work.material.evidence, [&](const ClaimEvidence& each) {
        return !work.zone.tier.isEmpty() && each.claim.tier == work.zone.tier;
    });
    if (found == work.material.evidence.end()) {
        part.items += DossierText{work.in(noClaim)};
        return part;
    }
    const QString verdict = work.material.verdicts.value(work.zone.tier);
    part.items += DossierText{verdict.isEmpty() ? work.in(found->claim.name) : verdict};
    if (!work.in(found->claim.reason).isEmpty())
        part.items += DossierText{work.in(found->claim.reason), Kind::Quote};
    const qsizetype place = found->zones.indexOf(work.zone.code);
    part.items += DossierText{contributionWords(work, *found, place)};
    if (place >= 0) {
        DossierTable table{{{work.in(indicator), 50},
                            {work.in(measured), 20},
                            {work.in(value), 22, true},
                            {work.in(unit), 30},
                            {work.in(period), 30},
                            {work.in(weight), 14, true},
                            {work.in(source), 16}},
                           {}};
        for (const TermEvidence& term : found->terms)
            table.rows += termRow(work, *found, term, place);
        part.items += table;
    }
    part.items += note(work.in(claimNote));
    return part;
}

/// Place of the zone's number among those that districts have for the same period; nothing where it has none there.
QString rankText(const Work& work, const Observation& observation) {
    if (!observation.adopted || !observation.value)
        return {};
    if (!work.isDistrict() || observation.value->bound != Quantity::Bound::Exact)
        return work.zone.kind == Zone::Kind::City ? QString() : work.in(report_words::notRanked);
    const Indicator* indicator = work.plan.indicator(observation.indicator);
    const bool least = indicator && indicator->direction == Indicator::Direction::LessIsBetter;
    int rank = 1;
    int among = 0;
    for (const ZoneFigure& figure : zoneFigures(work.plan, observation.indicator, observation.period)) {
        if (figure.known != ZoneFigure::Known::Exact)
            continue;
        ++among;
        const double number = observation.value->number;
        rank += least ? figure.number < number : figure.number > number;
    }
    constexpr int fewest = 3; // first of one says nothing
    return among < fewest ? work.in(report_words::notRanked) : work.in(report_words::rankOf).arg(rank).arg(among);
}

/// What the whole has for the same indicator and period.
QString cityText(Work& work, const Observation& observation) {
    if (work.zone.kind == Zone::Kind::City)
        return {};
    for (const Observation& each : work.plan.observations) {
        const Zone* zone = work.plan.zone(each.zone);
        if (each.adopted && zone && zone->kind == Zone::Kind::City && each.indicator == observation.indicator &&
            each.period == observation.period)
            return valueText(work, each);
    }
    return work.in(report_words::missing);
}

/// Of one indicator, latest first, the adopted before others of its period.
QList<const Observation*> observationsOf(const Work& work, const QString& indicator) {
    QList<const Observation*> known;
    for (const Observation& observation : work.plan.observations) {
        if (observation.zone == work.zone.code && observation.indicator == indicator)
            known += &observation;
    }
    std::ranges::stable_sort(known, [](const Observation* a, const Observation* b) {
        return std::pair(a->period.to, a->adopted) > std::pair(b->period.to, b->adopted);
    });
    return known;
}

bool otherDistrictsHave(const Work& work, const QString& indicator) {
    return std::ranges::any_of(zoneFigures(work.plan, indicator, {}), [&](const ZoneFigure& figure) {
        return figure.zone != work.zone.code &&
               (figure.known == ZoneFigure::Known::Exact || figure.known == ZoneFigure::Known::Bound);
    });
}

DossierPart figuresPart(Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::figures)};
    DossierTable table{{{work.in(indicator), 54},
                        {work.in(value), 18, true},
                        {work.in(unit), 24},
                        {work.in(period), 26},
                        {work.in(status), 19},
                        {work.in(rank), 14},
                        {work.in(city), 18, true},
                        {work.in(source), 10}},
                       {}};
    QList<DossierText> reasons;
    QStringList missingHere;
    for (const Indicator& each : work.plan.indicators) {
        const QList<const Observation*> known = observationsOf(work, each.key);
        if (known.isEmpty() && work.isDistrict() && otherDistrictsHave(work, each.key))
            missingHere += work.in(each.name);
        for (const Observation* observation : known) {
            const QString when = periodWords(observation->period, work.language);
            const QString said = work.in(statusWord(observation->status));
            table.rows += {work.in(each.name),
                           valueText(work, *observation),
                           work.in(each.unit),
                           when,
                           observation->adopted ? said : work.in(notAdopted).arg(said),
                           rankText(work, *observation),
                           cityText(work, *observation),
                           work.sources.mark(observation->source, observation->address)};
            if (!observation->value && !observation->missingReason.isEmpty())
                reasons += note(work.in(missingReason).arg(work.in(each.name), when, observation->missingReason));
        }
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(missing)};
    else
        part.items += table;
    for (const DossierText& reason : std::as_const(reasons))
        part.items += reason;
    if (!missingHere.isEmpty())
        part.items += note(work.in(missingElsewhere).arg(work.joined(missingHere)));
    if (!table.rows.isEmpty())
        part.items += note(work.in(rankNote));
    return part;
}

DossierPart measuresPart(const Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::measures)};
    DossierTable table{{{work.in(number), 8}, {work.in(measure), 42}, {work.in(wording), 96}, {work.in(bodies), 34}},
                       {}};
    for (const Measure& each : work.plan.measures) {
        if (each.zones.contains(work.zone.code))
            table.rows += {each.number, work.in(each.title), each.text, work.joined(each.bodies)};
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(noMeasures)};
    else
        part.items += table;
    return part;
}

DossierPart sitesPart(Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::sites)};
    QList<const Site*> sites;
    QStringList elsewhere;
    for (const Site& site : work.plan.sites) {
        if (site.zone == work.zone.code)
            sites += &site;
    }
    std::ranges::stable_sort(sites, {}, [](const Site* site) { return site->kind; });
    for (const Zone& child : work.plan.zones) {
        const qsizetype count = std::ranges::count(work.plan.sites, child.code, &Site::zone);
        if (child.kind == Zone::Kind::OfWhich && child.parent == work.zone.code && count > 0)
            elsewhere += work.in(countOf).arg(work.in(child.name), QString::number(count));
    }
    DossierTable table{
        {{work.in(kind), 20}, {work.in(name), 96}, {work.in(stage), 22}, {work.in(place), 30}, {work.in(source), 14}},
        {}};
    for (const Site* site : std::as_const(sites))
        table.rows +=
            {work.in(kindWord(site->kind)), work.in(site->name),
             work.in(site->stage == Site::Stage::Planned ? planned : operating),
             work.in(site->position ? located : districtOnly), work.sources.mark(site->source, site->address)};
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(missing)};
    else
        part.items += table;
    if (!elsewhere.isEmpty())
        part.items += note(work.in(sitesElsewhere).arg(work.joined(elsewhere)));
    return part;
}

QString intervalText(const Work& work, const QString& low, const QString& high) {
    return low == high ? low : work.in(report_words::interval).arg(low, high);
}

QString intervalText(const Work& work, int low, int high) {
    return intervalText(work, QString::number(low), QString::number(high));
}

/// What the comparison says of the zone at a place of its matrix.
DossierTable resultTable(const Work& work, const Comparison& comparison, std::size_t at) {
    using namespace report_words;
    DossierTable table{{{work.in(item), 120}, {work.in(value), 60, true}}, {}};
    const QString mark = comparison.matrix.illustrative ? u"*"_s : QString();
    const CompositeScore& zone = comparison.scores[at];
    table.rows += {work.in(score), intervalText(work, numberText(zone.worst, 3), numberText(zone.best, 3)) + mark};
    table.rows += {work.in(rankInterval).arg(comparison.matrix.zones.size()),
                   intervalText(work, zone.bestRank, zone.worstRank) + mark};
    if (at < comparison.grid.zones.size()) {
        const RankRange& range = comparison.grid.zones[at];
        table.rows += {work.in(methodInterval), intervalText(work, range.best, range.worst) + mark};
    }
    if (comparison.robustness && at < comparison.robustness->zones.size()) {
        const ZoneRanks& ranks = comparison.robustness->zones[at];
        table.rows +=
            {work.in(samplingInterval),
             work.in(withMedian).arg(intervalText(work, ranks.lowRank, ranks.highRank)).arg(ranks.medianRank) + mark};
    }
    return table;
}

/// What went into it.
DossierTable comparedTable(Work& work, const Comparison& comparison, std::size_t at) {
    using namespace report_words;
    DossierTable table{{{work.in(indicator), 78},
                        {work.in(period), 26},
                        {work.in(value), 24, true},
                        {work.in(unit), 36},
                        {work.in(weight), 16, true}},
                       {}};
    for (qsizetype i = 0; i < comparison.matrix.columns.size(); ++i) {
        const MatrixColumn& column = comparison.matrix.columns[i];
        const qsizetype observation = at < column.observations.size() ? column.observations[at] : -1;
        const double weighs = comparison.weights[static_cast<std::size_t>(i)];
        table.rows += {indicatorName(work, column.indicator), periodWords(column.period, work.language),
                       observation < 0 ? work.in(missing) : valueText(work, work.plan.observations[observation]),
                       unitOf(work, column.indicator), numberText(100 * weighs, 1) + u" %"_s};
    }
    return table;
}

DossierPart comparisonPart(Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::comparison)};
    const std::optional<Comparison>& comparison = work.material.comparison;
    const qsizetype place = comparison ? comparison->matrix.zones.indexOf(work.zone.code) : -1;
    if (!work.isDistrict() || (comparison && place < 0)) {
        part.items += DossierText{work.in(notCompared)};
        return part;
    }
    if (!comparison) {
        const QString& why = work.material.whyNoComparison;
        part.items += DossierText{work.in(noComparison).arg(why.isEmpty() ? work.in(missing) : why)};
        return part;
    }
    const auto at = static_cast<std::size_t>(place);
    work.illustrative = work.illustrative || comparison->matrix.illustrative;
    part.items += resultTable(work, *comparison, at);
    part.items += comparedTable(work, *comparison, at);
    QString said = work.in(comparisonNote);
    if (comparison->robustness) {
        const ComparisonSettings& settings = comparison->settings;
        const QString sampled =
            work.in(samplingNote).arg(numberText(settings.samples, 0), QString::number(settings.seed));
        said += work.language == Language::Chinese ? sampled : u' ' + sampled;
    }
    part.items += note(said);
    return part;
}

// --- targets ---------------------------------------------------------------------------------------------------------

/// What the plan wants of the city, as far as an indicator measures it, and what the zone has of that.
DossierPart targetsPart(Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::targets)};
    DossierTable table{{{work.in(target), 50},
                        {work.in(wanted), 24, true},
                        {work.in(cityHas), 24, true},
                        {work.in(needed), 30, true},
                        {work.in(zoneHas), 24, true},
                        {work.in(unit), 26}},
                       {}};
    for (const Target& each : work.plan.targets) {
        if (each.indicator.isEmpty())
            continue;
        const TargetStanding standing = standingOf(work.plan, each);
        const Observation* city = standing.latest < 0 ? nullptr : &work.plan.observations[standing.latest];
        const auto own = std::ranges::find_if(work.plan.observations, [&](const Observation& o) {
            return o.adopted && o.zone == work.zone.code && o.indicator == each.indicator && o.value;
        });
        table.rows += {work.in(each.name),
                       operatorSymbol(each.sense) + u' ' + shortest(each.value),
                       city ? valueText(work, *city) + u" ("_s + periodWords(city->period, work.language) + u')'
                            : work.in(missing),
                       standing.met    ? work.in(met)
                       : standing.need ? work.in(perYearNeeded).arg(numberText(100 * standing.need->required.share, 1))
                                       : work.in(missing),
                       own == work.plan.observations.end() ? work.in(missing) : valueText(work, *own),
                       work.in(each.unit)};
    }
    part.items += DossierText{work.in(targetsNote)};
    if (!table.rows.isEmpty())
        part.items += table;
    return part;
}

// --- changes ---------------------------------------------------------------------------------------------------------

QString columnWords(const Work& work, const QString& column) {
    for (const report_words::ColumnWord& each : report_words::columns) {
        if (column == QStringView(each.column))
            return work.in(each.word);
    }
    return column;
}

/// A cell as a person reads it.
QString cellText(const Work& work, const QString& column, const Value& value) {
    using namespace report_words;
    if (isNull(value) || toText(value).isEmpty())
        return work.in(none);
    const QString text = toText(value);
    if (column == "geom"_L1)
        return work.in(shape);
    if (column == "adopted"_L1 || column == "schematic"_L1)
        return work.in(text == "1"_L1 ? yes : no);
    if (column == "status"_L1) {
        if (const auto status = fromName<Observation::Status>(text))
            return work.in(statusWord(*status));
    }
    if (column == "tier"_L1) {
        if (const Tier* tier = work.plan.tier(text))
            return work.in(tier->name);
    }
    if (column == "period"_L1) {
        if (const auto period = Period::parse(text))
            return periodWords(*period, work.language);
    }
    bool isNumber = false;
    const double number = column == "value"_L1 ? text.toDouble(&isNumber) : 0;
    return isNumber && std::isfinite(number) ? shortest(number) : text;
}

/// What a row that came or went says.
QString rowText(const Work& work, const LogLine& line, const Value& value) {
    if (isNull(value))
        return work.in(report_words::none);
    const Fields row = rowFromText(line.table, textOf(value));
    if (line.table != Table::Observations)
        return cellText(work, {}, row.value(work.language == Language::Chinese ? u"name_zh"_s : u"name_en"_s));
    const Value number = row.value(u"value"_s);
    if (isNull(number))
        return work.in(report_words::missing);
    const auto bound = fromName<Quantity::Bound>(textOf(row.value(u"bound"_s)));
    const bool made = textOf(row.value(u"status"_s)) == nameOf(Observation::Status::Illustrative);
    return quantityText({toText(number).toDouble(), bound.value_or(Quantity::Bound::Exact)}, work.language) +
           (made ? u"*"_s : QString()) + u' ' + unitOf(work, line.key.value(1));
}

/// The row that a line of the log is about.
QString rowName(const Work& work, const LogLine& line) {
    using namespace report_words;
    if (line.table == Table::Observations) {
        const Period when = Period::parse(line.key.value(2)).value_or(Period{});
        return work.in(withPeriod).arg(indicatorName(work, line.key.value(1)), periodWords(when, work.language));
    }
    if (line.table == Table::Sites) {
        const auto found = std::ranges::find(work.plan.sites, line.key.value(0), &Site::key);
        return work.in(site).arg(found == work.plan.sites.end() ? line.key.value(0) : work.in(found->name));
    }
    return line.table == Table::Zones ? work.in(thisZone) : line.key.join(u' ');
}

QString changeWords(const Work& work, const LogLine& line) {
    using namespace report_words;
    const QString row = rowName(work, line);
    QString what = !line.field.isEmpty()                 ? work.in(cell).arg(row, columnWords(work, line.field))
                   : line.change == Change::Kind::Insert ? work.in(rowAdded).arg(row)
                                                         : work.in(rowRemoved).arg(row);
    switch (line.action) {
    case Action::Edit:
        break;
    case Action::Undo:
        return work.in(undone).arg(what);
    case Action::Redo:
        return work.in(redone).arg(what);
    case Action::Outside:
        return work.in(outside).arg(what);
    }
    return what;
}

DossierPart changesPart(const Work& work, const QList<LogLine>& log) {
    using namespace report_words;
    const QString& since = work.material.since;
    DossierPart part{since.isEmpty() ? work.in(changes) : work.in(changesSince).arg(since)};
    DossierTable table{{{work.in(time), 26},
                        {work.in(author), 20},
                        {work.in(changed), 48},
                        {work.in(before), 26},
                        {work.in(after), 26},
                        {work.in(reason), 34}},
                       {}};
    for (const LogLine& line : asCellChanges(log)) {
        if (line.field == "author"_L1 || line.field == "edited_at"_L1)
            continue; // the row's own account of what the first columns say
        const auto said = [&](const Value& value) {
            return line.field.isEmpty() ? rowText(work, line, value) : cellText(work, line.field, value);
        };
        QStringList why{line.reason, line.source};
        why.removeAll(QString());
        table.rows += {line.at.left(16).replace(u'T', u' '),
                       line.author,
                       changeWords(work, line),
                       said(line.before),
                       said(line.after),
                       why.join(work.in(clause))};
    }
    if (table.rows.isEmpty())
        part.items += DossierText{work.in(noChanges)};
    else
        part.items += table;
    return part;
}

DossierPart sourcesPart(const Work& work) {
    using namespace report_words;
    DossierPart part{work.in(report_words::sources)};
    int number = 0;
    for (const auto& [title, from] : work.sources.all()) {
        const QString said = title.isEmpty() || from.isEmpty() ? title + from : work.in(address).arg(title, from);
        part.items += note(u"[%1] %2"_s.arg(++number).arg(said));
    }
    if (!work.plan.source.isEmpty())
        part.items += note(work.plan.source);
    if (const QString& boundary = work.in(work.plan.boundary.provenance); !boundary.isEmpty())
        part.items += note(work.in(boundaries).arg(boundary));
    if (!work.plan.boundary.vintage.isEmpty())
        part.items += note(work.in(vintage).arg(work.plan.boundary.vintage));
    return part;
}

// --- the whole -------------------------------------------------------------------------------------------------------

/// As the zone is called, without what file systems do not allow.
QString plainName(const Zone& zone, Language language) {
    QString plain = printable(zone.name.in(language)).left(60);
    for (QChar& character : plain) {
        if (character.isSurrogate() || u"/\\:*?\"<>|"_s.contains(character))
            character = u'_';
    }
    if (plain.startsWith(u'.'))
        plain[0] = u'_';
    return plain;
}

QString fileName(const Plan& plan, const Zone& zone, Language language) {
    const QString plain = plainName(zone, language);
    const bool alone = std::ranges::count_if(plan.zones, [&](const Zone& other) {
                           return plainName(other, language).compare(plain, Qt::CaseInsensitive) == 0;
                       }) == 1;
    // A code may hold anything; so written, no two are the same.
    return alone && !plain.isEmpty() ? plain : plain + u'-' + QString::fromLatin1(QUrl::toPercentEncoding(zone.code));
}

/// Calls `act` with every text of the parts.
void eachText(QList<DossierPart>& parts, const std::function<void(QString&)>& act) {
    for (DossierPart& part : parts) {
        act(part.heading);
        for (auto& item : part.items) {
            if (auto* text = std::get_if<DossierText>(&item)) {
                act(text->text);
                continue;
            }
            auto& table = std::get<DossierTable>(item);
            for (DossierTable::Column& column : table.columns)
                act(column.heading);
            for (QStringList& row : table.rows)
                std::ranges::for_each(row, act);
        }
    }
}

} // namespace

QStringList Dossier::texts() const {
    QStringList all{kicker, title, mark, tier};
    all += facts + notices;
    QList<DossierPart> copy = parts;
    eachText(copy, [&](QString& text) { all += text; });
    all += foot;
    all.removeAll(QString());
    return all;
}

Result<Dossier> dossierOf(const DossierMaterial& material, const QString& code, const QList<LogLine>& log) {
    const Plan& plan = material.project.plan;
    const Zone* zone = plan.zone(code);
    if (!zone)
        return std::unexpected(
            Problem{.code = Problem::Code::ReferenceUnknown, .field = u"zone"_s, .arguments = {code, u"zone"_s}});
    const Result<QFont> font = mapFont();
    if (!font)
        return std::unexpected(font.error());
    Work work{material, plan, *zone, material.language};
    Dossier dossier;
    dossier.zone = code;
    dossier.language = material.language;
    dossier.fileName = fileName(plan, *zone, material.language);
    addHead(dossier, work);
    dossier.parts = {rolePart(work),     claimPart(work),        figuresPart(work),
                     measuresPart(work), sitesPart(work),        comparisonPart(work),
                     targetsPart(work),  changesPart(work, log), sourcesPart(work)};
    const QString boundary = boundaryWords(work);
    dossier.notices = QStringList{boundary, work.illustrative ? work.in(report_words::illustrative) : QString()};
    dossier.notices.removeAll(QString());
    QStringList foot{dossier.title, boundary};
    foot.removeAll(QString());
    dossier.foot = foot.join(work.in(report_words::facts));
    dossier.author = work.in(plan.issuer);
    dossier.date = plan.validFrom;
    for (QString* text :
         {&dossier.kicker, &dossier.title, &dossier.mark, &dossier.tier, &dossier.foot, &dossier.author})
        *text = printable(*text);
    for (QStringList* texts : {&dossier.facts, &dossier.notices})
        std::ranges::for_each(*texts, [](QString& text) { text = printable(text); });
    eachText(dossier.parts, [](QString& text) { text = printable(text); });

    dossier.map = dossierMap(plan, material.shapes, code, material.language, *font);
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    const QString where = work.in(city == plan.zones.end() ? plan.title : city->name);
    dossier.map.title = printable(work.in(report_words::map).arg(work.in(zone->name), where));
    return dossier;
}

// --- HTML ------------------------------------------------------------------------------------------------------------

namespace {

constexpr QByteArrayView style =
    "@page{size:A4;margin:12mm}"
    "body{font-family:'WenQuanYi Micro Hei','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
    "sans-serif;font-size:10.5pt;line-height:1.45;color:#222;background:#fff;max-width:190mm;margin:8mm auto;"
    "padding:0 4mm;overflow-wrap:anywhere}"
    "h1{font-size:20pt;font-weight:normal;margin:0}"
    "h2{font-size:13pt;font-weight:normal;margin:7mm 0 2mm;border-bottom:.3mm solid #222;break-after:avoid}"
    "p{margin:0 0 1.5mm}"
    ".quiet,.note{color:#55554f}.note,.foot,.kicker{font-size:8.5pt}"
    ".mark{display:inline-block;width:1.5em;line-height:1.5em;text-align:center;border:.5mm solid;border-radius:50%;"
    "margin-right:.4em}"
    "blockquote{margin:0 0 1.5mm;padding-left:4mm;border-left:.6mm solid #b4afa4;color:#55554f}"
    "figure{margin:4mm 0}figcaption{font-size:8.5pt;color:#55554f}svg{width:100%;height:auto}"
    "table{border-collapse:collapse;width:100%;margin:0 0 2mm;font-size:9pt;font-variant-numeric:tabular-nums}"
    "th{font-weight:normal;text-align:left;vertical-align:bottom;color:#55554f;border-bottom:.3mm solid #55554f}"
    "td{vertical-align:top;border-bottom:.15mm solid #ddd}"
    "th,td{padding:.7mm 2mm .7mm 0}.number{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}"
    ".foot{margin-top:6mm;border-top:.15mm solid #b4afa4;padding-top:1mm;color:#55554f}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:9pt}table{font-size:8pt}}";

QString element(const QString& name, const QString& text, const QString& kind = {}) {
    const QString attribute = kind.isEmpty() ? QString() : u" class=\""_s + kind + u'"';
    return u'<' + name + attribute + u'>' + text.toHtmlEscaped() + u"</"_s + name + u">\n"_s;
}

QString html(const DossierText& text) {
    return text.kind == Kind::Quote ? element(u"blockquote"_s, text.text)
                                    : element(u"p"_s, text.text, text.kind == Kind::Note ? u"note"_s : QString());
}

QString html(const DossierTable& table) {
    const auto kind = [&](qsizetype column) { return table.columns.value(column).number ? u"number"_s : QString(); };
    double shares = 0;
    for (const DossierTable::Column& column : table.columns)
        shares += column.share;
    QString html = u"<table>\n<colgroup>"_s;
    for (const DossierTable::Column& column : table.columns)
        html += u"<col style=\"width:%1%\"/>"_s.arg(100 * column.share / shares, 0, 'f', 1);
    html += u"</colgroup>\n<thead><tr>"_s;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        html += element(u"th"_s, table.columns[i].heading, kind(i));
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (const QStringList& row : table.rows) {
        html += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            html += element(u"td"_s, row[i], kind(i));
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody>\n</table>\n"_s;
}

QString html(const DossierPart& part) {
    QString body = u"<section>\n"_s + element(u"h2"_s, part.heading);
    for (const auto& item : part.items)
        body += std::visit([](const auto& one) { return html(one); }, item);
    return body + u"</section>\n"_s;
}

QString headHtml(const Dossier& dossier) {
    QString head = u"<header>\n"_s + element(u"p"_s, dossier.kicker, u"kicker quiet"_s);
    head += element(u"h1"_s, dossier.title);
    head += u"<p>"_s;
    const QColor ring = QColor::fromString(dossier.markColor);
    if (!dossier.mark.isEmpty())
        head += u"<span class=\"mark\" style=\"border-color:%1\">"_s.arg((ring.isValid() ? ring : Qt::black).name()) +
                dossier.mark.toHtmlEscaped() + u"</span>"_s;
    head += dossier.tier.toHtmlEscaped() + u"</p>\n"_s;
    for (const QString& fact : dossier.facts)
        head += element(u"p"_s, fact, u"quiet"_s);
    for (const QString& notice : dossier.notices)
        head += element(u"p"_s, notice);
    return head + u"</header>\n"_s;
}

/// The map within the page: without what makes an SVG a file of its own.
QString mapHtml(const Dossier& dossier) {
    const Result<QFont> font = mapFont();
    if (dossier.map.panels.empty() || !font)
        return {};
    QString svg = QString::fromUtf8(sheetSvg(dossier.map, *font)); // names of the plan are in it as they stand
    svg.removeIf([](QChar c) { return (c.category() == QChar::Other_Control && c != u'\n') || c.unicode() >= 0xFFFE; });
    return u"<figure>\n"_s + svg.sliced(std::max<qsizetype>(svg.indexOf("<svg"_L1), 0)) +
           element(u"figcaption"_s, dossier.map.title) + u"</figure>\n"_s;
}

} // namespace

QByteArray dossierHtml(const Dossier& dossier) {
    const QString language = dossier.language == Language::Chinese ? u"zh-CN"_s : u"en"_s;
    QString html = u"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%1\">\n<head>\n"
                   "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                   "'none'; style-src 'unsafe-inline'\"/>\n"
                   "<meta name=\"viewport\" content=\"width=device-width\"/>\n"_s.arg(language);
    html += element(u"title"_s, dossier.title) + u"<style>"_s + QString::fromLatin1(style) +
            u"</style>\n</head>\n<body>\n"_s;
    html += headHtml(dossier) + mapHtml(dossier);
    for (const DossierPart& part : dossier.parts)
        html += tiermap::html(part);
    html += element(u"p"_s, dossier.foot, u"foot"_s) + u"</body>\n</html>\n"_s;
    return html.toUtf8();
}

// --- files -----------------------------------------------------------------------------------------------------------

namespace {

std::unexpected<Problem> unwritable(const QString& file, const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
}

Result<void> save(const QString& staged, const QString& file, const QByteArray& bytes) {
    QFile out(staged);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush())
        return {};
    return unwritable(file, out.errorString());
}

} // namespace

Result<QStringList> writeDossiers(const QList<Dossier>& dossiers, const DossierFiles& files) {
    if (dossiers.isEmpty() || (!files.pdf && !files.html))
        return QStringList();
    QStringList endings;
    if (files.pdf)
        endings += u".pdf"_s;
    if (files.html)
        endings += u".html"_s;
    const QDir folder(files.folder);
    for (const Dossier& dossier : dossiers) { // before the work
        for (const QString& ending : std::as_const(endings)) {
            const QString file = folder.filePath(dossier.fileName + ending);
            if (!files.replace && QFileInfo::exists(file))
                return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = file});
        }
    }
    if (!QDir().mkpath(files.folder))
        return unwritable(files.folder, qt_error_string());
    Result<StagedFiles> staged = StagedFiles::beside(folder.filePath(dossiers.first().fileName + endings.first()));
    if (!staged)
        return std::unexpected(staged.error());
    const QDir beside = QFileInfo(staged->path()).dir();
    for (const Dossier& dossier : dossiers) {
        for (const QString& ending : std::as_const(endings)) {
            const QString name = dossier.fileName + ending;
            const Result<QByteArray> bytes = ending == ".pdf"_L1 ? dossierPdf(dossier) : dossierHtml(dossier);
            if (!bytes)
                return std::unexpected(bytes.error());
            if (const auto saved = save(beside.filePath(name), folder.filePath(name), *bytes); !saved)
                return std::unexpected(saved.error());
        }
    }
    return staged->putInPlace(files.replace);
}

} // namespace tiermap
