#include "maps/figure/page_texts.h"

#include "maps/figure/numbers.h"
#include "maps/figure/sheet_words.h"
#include "maps/scene/graticule_lines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

constexpr double titleSize = 16;
constexpr double subtitleSize = 10.5;
constexpr double noteSize = 7;

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

QString placeOf(const Plan& plan, Language language) {
    const auto city = std::ranges::find(plan.zones, Zone::Kind::City, &Zone::kind);
    return city == plan.zones.end() ? plan.title.in(language) : city->name.in(language);
}

} // namespace

QString layoutTitle(const Plan& plan, Language language) {
    return sheet_words::layoutTitle.in(language).arg(placeOf(plan, language), plan.layout.in(language));
}

QString mapTitle(const Plan& plan, const ThematicMap& map, Language language) {
    return sheet_words::mapTitle.in(language).arg(placeOf(plan, language), map.title);
}

Block titleBlock(const QString& title, const Plan& plan, const FigureSpec& spec, const Theme& theme,
                 const TextMeasure& measure, double width) {
    Block block(measure);
    double y = block.paragraph({0, 0}, title, titleSize, theme.text, width);
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

Block footBlock(const Plan& plan, const FigureSpec& spec, const QStringList& figures, const Theme& theme,
                const TextMeasure& measure, double width) {
    using namespace sheet_words;
    const bool chinese = spec.language == Language::Chinese;
    const QString stop = chinese ? u"\u3002"_s : u". "_s;
    Block block(measure);
    const QString approvalWords = approval.in(spec.language);
    const double slot = std::max(32.0, block.width(spec.approvalNumber, noteSize));
    const double approvalWidth = block.width(approvalWords, noteSize) + 1 + slot;
    const double noteWidth = width - approvalWidth - 8;

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
    QString from = plan.validFrom.isValid() ? planSource.in(spec.language).arg(title, issuer, dateText(plan.validFrom))
                                            : undatedSource.in(spec.language).arg(title, issuer);
    const auto add = [&](const QString& sentence) { from = withoutStop(from) + stop + sentence; };
    if (const QString& provenance = plan.boundary.provenance.in(spec.language); !provenance.isEmpty())
        add(provenance);
    if (!figures.isEmpty())
        add(figuresFrom.in(spec.language).arg(figures.join(chinese ? u"；"_s : u"; "_s)));
    for (const ReferenceLayer& layer : spec.layers) {
        if (layer.shown && !layer.source.isEmpty())
            add(layerSource.in(spec.language).arg(layer.name.in(spec.language), layer.source));
    }
    if (spec.points)
        add(layerSource.in(spec.language).arg(spec.points->name, spec.points->source));
    double y = note.isEmpty() ? lineHeight(noteSize)
                              : block.paragraph({0, 0}, note + stop.trimmed(), noteSize, theme.text, noteWidth);
    y = block.paragraph({0, y}, sources.in(spec.language) + from, noteSize, theme.quietText, width);

    const double baseline = 0.95 * noteSize * mmPerPoint;
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
