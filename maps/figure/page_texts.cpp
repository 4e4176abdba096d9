#include "maps/figure/page_texts.h"

#include "maps/analysis/register_finds.h"
#include "maps/figure/numbers.h"
#include "maps/figure/sheet_words.h"
#include "maps/scene/graticule_lines.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double titleSize = 16;
constexpr double subtitleSize = 10.5;
constexpr double markSize = 9;
constexpr double noteSize = 7;
constexpr double narrowestNote = 60; // mm

QString dateText(const QDate& date) { return date.toString(Qt::ISODate); }

QString projectionText(const Projection& projection, Language language) {
    const QString meridian = longitudeText(projection.centralMeridian());
    if (projection.kind() == Projection::Kind::GaussKrueger)
        return sheet_words::gauss.in(language).arg(projection.definition(), meridian);
    return sheet_words::conic.in(language).arg(meridian, latitudeText(projection.southernParallel()),
                                               latitudeText(projection.northernParallel()));
}

QString withoutStop(QString sentence) {
    while (sentence.endsWith(u'.') || sentence.endsWith(u'。') || sentence.endsWith(u' '))
        sentence.chop(1);
    return sentence;
}

QString placeOf(const Plan& plan, const FigureSpec& spec) {
    const Language language = spec.language;
    const Zone* zone = spec.extent.size() == 1 ? plan.zone(spec.extent.first()) : nullptr;
    if (zone)
        return zone->name.in(language);
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    return city == plan.zones.end() ? plan.title.in(language) : city->name.in(language);
}

} // namespace

QString layoutTitle(const Plan& plan, const FigureSpec& spec) {
    return sheet_words::layoutTitle.in(spec.language).arg(placeOf(plan, spec), plan.layout.in(spec.language));
}

QString mapTitle(const Plan& plan, const ThematicMap& map, const FigureSpec& spec) {
    return sheet_words::mapTitle.in(spec.language).arg(placeOf(plan, spec), map.title);
}

QString scenarioText(const Plan& plan, const QList<ZoneMove>& moves, Language language) {
    QStringList words;
    for (const ZoneMove& move : moves)
        words << sheet_words::scenarioMove.in(language).arg(plan.zone(move.zone)->name.in(language),
                                                            plan.tier(move.from)->name.in(language),
                                                            plan.tier(move.to)->name.in(language));
    const QString between = language == Language::Chinese ? u"；"_s : u"; "_s;
    return moves.isEmpty() ? QString() : sheet_words::scenario.in(language).arg(words.join(between));
}

Block titleBlock(const QString& title, const QString& scenario, const Plan& plan, const FigureSpec& spec,
                 const Theme& theme, const TextMeasure& measure, double width) {
    Block block(measure);
    // The class of secrecy and the sheet's number stand in the corners above.
    double top = 0;
    if (!spec.security.isEmpty() || !spec.sheetNumber.isEmpty()) {
        const double baseline = 0.95 * markSize * mmPerPoint;
        block.text({0, baseline}, spec.security, markSize, theme.text);
        if (!spec.sheetNumber.isEmpty())
            block.text({width, baseline}, sheet_words::sheetNumber.in(spec.language).arg(spec.sheetNumber), markSize,
                       theme.text, Block::Align::Right);
        top = lineHeight(markSize);
    }
    double y = block.paragraph({0, top}, title, titleSize, theme.text, width);
    if (!scenario.isEmpty()) // whatever the title and subtitle that somebody gives it
        y = block.paragraph({0, y}, scenario, subtitleSize, theme.text, width);
    if (!spec.subtitle.isEmpty()) {
        block.size = QSizeF(width, block.paragraph({0, y}, spec.subtitle, subtitleSize, theme.quietText, width));
        return block;
    }
    QStringList parts{plan.title.in(spec.language), plan.issuer.in(spec.language)};
    if (plan.validFrom.isValid())
        parts += sheet_words::validity.in(spec.language).arg(dateText(plan.validFrom), dateText(plan.validTo));
    parts.removeAll(QString());
    const auto lines = [&] { return joined(measure, parts, u" · "_s, subtitleSize, width, false); };
    if (lines().size() > 1) // the issuer stands among the sources too
        parts.removeAll(plan.issuer.in(spec.language));
    for (const QString& line : lines())
        y = block.paragraph({0, y}, line, subtitleSize, theme.quietText, width);
    block.size = QSizeF(width, y);
    return block;
}

Block scaleNotesBlock(const SheetScales& scales, Language language, const Theme& theme, const TextMeasure& measure,
                      double width) {
    Block block(measure);
    double y = block.paragraph({0, 0}, projectionText(scales.projection, language), noteSize, theme.quietText, width);
    if (scales.enlargedProjection)
        y = block.paragraph(
            {0, y},
            sheet_words::enlargedPart.in(language).arg(thousands(scales.enlargedDenominator),
                                                       projectionText(*scales.enlargedProjection, language)),
            noteSize, theme.quietText, width);
    block.size = QSizeF(width, y);
    return block;
}

Block footBlock(const Plan& plan, const FigureSpec& spec, const SheetSources& from, const Theme& theme,
                const TextMeasure& measure, double width) {
    using namespace sheet_words;
    const bool chinese = spec.language == Language::Chinese;
    const QString stop = chinese ? u"\u3002"_s : u". "_s;
    Block block(measure);
    const QString approvalWords = approval.in(spec.language);
    const double slot = std::max(32.0, block.width(spec.approvalNumber, noteSize));
    const double approvalWidth = block.width(approvalWords, noteSize) + 1 + slot;
    const bool apart = width - approvalWidth < narrowestNote; // a narrow page has the two below each other
    const double noteWidth = apart ? width : width - approvalWidth - 8;

    QString note = plan.boundary.note.in(spec.language);
    if (!plan.boundary.vintage.isEmpty())
        note += (note.isEmpty() ? QString()
                 : chinese      ? u"\uFF1B"_s
                                : u"; "_s) +
                vintage.in(spec.language).arg(plan.boundary.vintage);
    if (!note.isEmpty()) // where only the date is told, it begins the sentence
        note[0] = note[0].toUpper();
    const QString& title = plan.title.in(spec.language);
    const QString& issuer = plan.issuer.in(spec.language);
    QString told = plan.validFrom.isValid() ? planSource.in(spec.language).arg(title, issuer, dateText(plan.validFrom))
                                            : undatedSource.in(spec.language).arg(title, issuer);
    const auto add = [&](const QString& sentence) { told = withoutStop(told) + stop + sentence; };
    if (const QString& provenance = plan.boundary.provenance.in(spec.language); !provenance.isEmpty())
        add(provenance);
    if (!from.overview.isEmpty())
        add(overviewSource.in(spec.language).arg(from.overview));
    if (!from.figures.isEmpty())
        add(figuresFrom.in(spec.language).arg(from.figures.join(chinese ? u"；"_s : u"; "_s)));
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown && layer.kind != ReferenceLayer::Kind::Register && !layer.source.isEmpty())
            add(layerSource.in(spec.language).arg(layer.name.in(spec.language), layer.source));
    }
    for (const FigurePoints& points : spec.points) {
        add(layerSource.in(spec.language).arg(points.name, points.source));
        if (points.finds && points.finds->clusters)
            add(howClusters.in(spec.language).arg(thousands(std::round(points.finds->clusters->reach))));
        if (points.finds && points.finds->spots)
            add(howSpots.in(spec.language).arg(points.finds->spots->width / 1000));
    }
    double y = note.isEmpty() ? lineHeight(noteSize)
                              : block.paragraph({0, 0}, note + stop.trimmed(), noteSize, theme.text, noteWidth);
    const double approvalTop = apart ? y : 0;
    y += apart ? lineHeight(noteSize) : 0;
    y = block.paragraph({0, y}, sources.in(spec.language) + told, noteSize, theme.quietText, width);
    QStringList makers;
    for (const auto& [word, value] :
         {std::pair(&issuedBy, &spec.issuer), {&drawnBy, &spec.author}, {&drawnOn, &spec.date}}) {
        if (!value->isEmpty())
            makers += word->in(spec.language).arg(*value);
    }
    if (!makers.isEmpty())
        y = block.paragraph({0, y}, makers.join(u"    "_s), noteSize, theme.text, width);

    const double baseline = approvalTop + 0.95 * noteSize * mmPerPoint;
    const double slotLeft = width - slot;
    block.text({slotLeft - 1, baseline}, approvalWords, noteSize, theme.text, Block::Align::Right);
    if (spec.approvalNumber.isEmpty())
        block.line({slotLeft, baseline + 0.5}, {width, baseline + 0.5}, theme.text, 0.15);
    else
        block.text({slotLeft, baseline}, spec.approvalNumber, noteSize, theme.text);
    block.size = QSizeF(width, y);
    return block;
}

} // namespace tiermap
