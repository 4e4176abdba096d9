#include "maps/figure/preflight.h"

#include "maps/figure/layout_work.h"
#include "maps/figure/legend_words.h"
#include "maps/style/label_ink.h"
#include "maps/style/thematic_map.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<SheetFinding::Kind>> namesOf() {
    using enum SheetFinding::Kind;
    static constexpr Name<SheetFinding::Kind> names[] = {{ApprovalMissing, "approval_missing"_L1},
                                                         {IssuerMissing, "issuer_missing"_L1},
                                                         {DateMissing, "date_missing"_L1},
                                                         {Schematic, "schematic"_L1},
                                                         {ZoneUnnamed, "zone_unnamed"_L1},
                                                         {TextSmall, "text_small"_L1},
                                                         {ContrastLow, "contrast_low"_L1},
                                                         {ColoursClose, "colours_close"_L1},
                                                         {AmountAsColour, "amount_as_colour"_L1},
                                                         {YearsDiffer, "years_differ"_L1},
                                                         {Estimates, "estimates"_L1},
                                                         {Illustrative, "illustrative"_L1},
                                                         {FewNumbers, "few_numbers"_L1},
                                                         {NoNumbers, "no_numbers"_L1},
                                                         {TargetApart, "target_apart"_L1},
                                                         {BeyondScale, "beyond_scale"_L1},
                                                         {PartsOverlap, "parts_overlap"_L1},
                                                         {LegendWordUnknown, "legend_word_unknown"_L1},
                                                         {LegendNumberNew, "legend_number_new"_L1},
                                                         {OverviewNoRoom, "overview_no_room"_L1},
                                                         {MapCut, "map_cut"_L1},
                                                         {TextMisread, "text_misread"_L1},
                                                         {ProvinceUnknown, "province_unknown"_L1},
                                                         {DatumUnknown, "datum_unknown"_L1},
                                                         {VintagesDiffer, "vintages_differ"_L1}};
    return names;
}

namespace {

using Kind = SheetFinding::Kind;

Kind kindOf(MapWarning warning) {
    switch (warning) {
    case MapWarning::AmountAsColour:
        return Kind::AmountAsColour;
    case MapWarning::ColoursClose:
        return Kind::ColoursClose;
    case MapWarning::FewNumbers:
        return Kind::FewNumbers;
    case MapWarning::YearsDiffer:
        return Kind::YearsDiffer;
    case MapWarning::Estimates:
        return Kind::Estimates;
    case MapWarning::Illustrative:
        return Kind::Illustrative;
    case MapWarning::TargetApart:
        return Kind::TargetApart;
    case MapWarning::BeyondScale:
        return Kind::BeyondScale;
    case MapWarning::NoNumbers:
        break;
    }
    return Kind::NoNumbers;
}

/// What a sheet that is published must not have. Names without room and small text are for its maker to weigh.
bool mustNotBe(Kind kind) {
    constexpr std::array errors{Kind::ApprovalMissing, Kind::IssuerMissing, Kind::DateMissing,    Kind::Schematic,
                                Kind::ColoursClose,    Kind::Illustrative,  Kind::AmountAsColour, Kind::NoNumbers,
                                Kind::DatumUnknown,    Kind::ContrastLow,   Kind::TextSmall};
    return std::ranges::contains(errors, kind);
}

/// The smallest text, and the first whose colour is too near to what is behind it.
void lookAtTexts(const Sheet& sheet, const std::function<void(Kind, const QStringList&, const QString&)>& add) {
    constexpr double leastPoints = smallestText - 1e-6;
    constexpr double leastContrast = 4.5;
    double smallest = HUGE_VAL;
    const Label* faint = nullptr;
    double faintest = leastContrast;
    for (const Panel& panel : sheet.panels) {
        for (const Label& label : panel.list.labels) {
            smallest = std::min(smallest, label.size * sheet.magnification);
            const bool hasText = !label.text.isEmpty() && label.color.isValid();
            const QColor ground = label.haloWidth > 0 && label.halo.isValid() ? label.halo : QColor(Qt::white);
            // Counts stand on symbols of their own colour, which they are chosen for.
            const double ratio = hasText && label.haloWidth > 0 ? contrastRatio(label.color, ground) : leastContrast;
            if (ratio < faintest) {
                faintest = ratio;
                faint = &label;
            }
        }
    }
    if (smallest < leastPoints)
        add(Kind::TextSmall, {QString::number(smallest, 'f', 1), QString::number(smallestText)}, u"magnification"_s);
    if (faint)
        add(Kind::ContrastLow, {faint->text, QString::number(faintest, 'f', 1), QString::number(leastContrast)}, {});
}

/// Whatever can be moved may lie on the map, but not on anything else.
void lookAtParts(const QMap<QString, QRectF>& parts,
                 const std::function<void(Kind, const QStringList&, const QString&)>& add) {
    QStringList others{u"title"_s, u"scale"_s, u"foot"_s};
    constexpr double touching = 0.5; // mm: above a line of text there is no ink
    QStringList movable = movableParts();
    for (const QString& part : parts.keys()) {
        if (blockIndex(part) >= 0)
            movable += part;
    }
    for (const QString& part : movable | std::views::reverse) {
        for (const QString& other : others) {
            if (parts.value(part).adjusted(touching, touching, -touching, -touching).intersects(parts.value(other)))
                add(Kind::PartsOverlap, {part, other}, u"places"_s);
        }
        others.prepend(part);
    }
}

} // namespace

QList<SheetFinding> preflight(const Project& project, const FigureSpec& spec, const Figure& figure) {
    QList<SheetFinding> findings;
    const bool isPublic = spec.profile == FigureSpec::Profile::Public;
    const auto add = [&](Kind kind, const QStringList& arguments = {}, const QString& field = {}) {
        findings += SheetFinding{.kind = kind,
                                 .arguments = arguments,
                                 .field = field,
                                 .isError = isPublic && mustNotBe(kind),
                                 .accepted = spec.accepted.value(nameOf(kind))};
    };
    if (spec.approvalNumber.isEmpty())
        add(Kind::ApprovalMissing, {}, u"approval_number"_s);
    if (spec.issuer.isEmpty())
        add(Kind::IssuerMissing, {}, u"issuer"_s);
    if (spec.date.isEmpty())
        add(Kind::DateMissing, {}, u"date"_s);
    if (project.plan.boundary.schematic)
        add(Kind::Schematic);
    for (const QString& key : figure.unplaced())
        add(Kind::ZoneUnnamed, {key}, u"size"_s);
    for (const MapWarning warning : figure.sheet().warnings)
        add(kindOf(warning), {}, u"style"_s);
    lookAtTexts(figure.sheet(), add);
    lookAtParts(figure.sheet().parts, add);
    if (figure.sheet().isCut)
        add(Kind::MapCut, {}, u"scale"_s);
    if (!spec.theme.font.isEmpty()) { // the program's own has none
        if (const QString misread = figure.misread(); !misread.isEmpty())
            add(Kind::TextMisread, {misread}, u"theme.font"_s);
    }
    if (figure.sheet().overview == Sheet::Overview::NoRoom)
        add(Kind::OverviewNoRoom, {}, u"overview"_s);
    if (figure.sheet().overview == Sheet::Overview::Unknown)
        add(Kind::ProvinceUnknown, {}, u"overview"_s);
    for (auto word = spec.legendWords.cbegin(); word != spec.legendWords.cend(); ++word) {
        if (!figure.sheet().legendWords.contains(word.key()))
            add(Kind::LegendWordUnknown, {word.key()}, u"legend_words"_s);
        else if (!keepsNumbers(word.key(), word.value()))
            add(Kind::LegendNumberNew, {word.key(), word.value()}, u"legend_words"_s);
    }
    for (const ReferenceLayer& layer : spec.layers) {
        if (!layer.shown)
            continue;
        const QString name = layer.name.in(spec.language);
        if (layer.datum.isEmpty() || layer.datum == "unknown"_L1)
            add(Kind::DatumUnknown, {name}, u"layers"_s);
        const QString& vintage = project.plan.boundary.vintage;
        if (!layer.vintage.isEmpty() && !vintage.isEmpty() && layer.vintage != vintage)
            add(Kind::VintagesDiffer, {name, layer.vintage, vintage}, u"layers"_s);
    }
    std::ranges::stable_sort(findings, std::ranges::greater(), &SheetFinding::stops);
    return findings;
}

} // namespace tiermap
