#include "app/session/figure_words.h"

#include "app/session/language.h"
#include "app/session/map_words.h"
#include "app/session/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

QString figureWords(const char* text, int n = -1) { return QCoreApplication::translate("Figure", text, nullptr, n); }

/// A zone or site by its name.
QString nameOf(const Plan& plan, const QString& key) {
    if (const Zone* zone = plan.zone(key))
        return zone->name.in(interfaceLanguage());
    const auto site = std::ranges::find(plan.sites, key, &Site::key);
    return site == plan.sites.end() ? key : site->name.in(interfaceLanguage());
}

/// Sheet::parts
QString partWords(const QString& part) {
    if (const qsizetype block = blockIndex(part); block >= 0)
        return figureWords(QT_TRANSLATE_NOOP("Figure", "Block %1")).arg(block + 1);
    return part == "legend"_L1     ? figureWords(QT_TRANSLATE_NOOP("Figure", "Legend"))
           : part == "inset"_L1    ? figureWords(QT_TRANSLATE_NOOP("Figure", "Enlarged part"))
           : part == "overview"_L1 ? figureWords(QT_TRANSLATE_NOOP("Figure", "Overview"))
           : part == "title"_L1    ? figureWords(QT_TRANSLATE_NOOP("Figure", "title"))
           : part == "scale"_L1    ? figureWords(QT_TRANSLATE_NOOP("Figure", "scale bar"))
                                   : figureWords(QT_TRANSLATE_NOOP("Figure", "foot"));
}

} // namespace

QString words(const SheetFinding& finding, const Plan& plan) {
    using enum SheetFinding::Kind;
    const auto argument = [&](qsizetype index) { return finding.arguments.value(index); };
    switch (finding.kind) {
    case ApprovalMissing:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "There is no map approval number (审图号)."));
    case IssuerMissing:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "Nobody is said to issue the sheet (编制单位)."));
    case DateMissing:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "The sheet has no date."));
    case Schematic:
        return figureWords(
            QT_TRANSLATE_NOOP("Figure", "The boundaries are sketches; load official ones before it is published."));
    case ZoneUnnamed:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "There was no room for the name of %1."))
            .arg(nameOf(plan, argument(0)));
    case TextSmall:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "The smallest text has %1 pt at the printed size; %2 pt can be "
                                                       "read. Take a larger page or magnification."))
            .arg(argument(0), argument(1));
    case ContrastLow:
        return figureWords(
                   QT_TRANSLATE_NOOP("Figure", "“%1” has a contrast of %2 with its ground; %3 is the least for text."))
            .arg(argument(0), argument(1), argument(2));
    case ColoursClose:
        return words(MapWarning::ColoursClose);
    case AmountAsColour:
        return words(MapWarning::AmountAsColour);
    case YearsDiffer:
        return words(MapWarning::YearsDiffer);
    case Estimates:
        return words(MapWarning::Estimates);
    case Illustrative:
        return words(MapWarning::Illustrative);
    case FewNumbers:
        return words(MapWarning::FewNumbers);
    case NoNumbers:
        return words(MapWarning::NoNumbers);
    case TargetApart:
        return words(MapWarning::TargetApart);
    case BeyondScale:
        return words(MapWarning::BeyondScale);
    case PartsOverlap:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "%1 and %2 overlap."))
            .arg(partWords(argument(0)), partWords(argument(1)));
    case LegendWordUnknown:
        return figureWords(
                   QT_TRANSLATE_NOOP("Figure", "The legend does not say “%1”; the words for it are not printed."))
            .arg(argument(0));
    case LegendNumberNew:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "“%2” has numbers that “%1” has not; the legend keeps to the "
                                                       "data."))
            .arg(argument(0), argument(1));
    case OverviewNoRoom:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "There was no room for the overview in the province; move the "
                                                       "legend, or take a larger page."));
    case MapCut:
        return figureWords(
            QT_TRANSLATE_NOOP("Figure", "At this scale the map is larger than its frame and is cut off."));
    case TextMisread:
        return figureWords(
                   QT_TRANSLATE_NOOP("Figure", "In a PDF a search does not find these characters of this font: %1"))
            .arg(argument(0));
    case ProvinceUnknown:
        return figureWords(
            QT_TRANSLATE_NOOP("Figure", "An overview shows the city in its province, and Tiermap has no outline of "
                                        "that province."));
    case DatumUnknown:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "Nobody has said which datum the layer “%1” has: it may lie "
                                                       "half a kilometre off."))
            .arg(argument(0));
    case VintagesDiffer:
        return figureWords(QT_TRANSLATE_NOOP("Figure", "The layer “%1” shows boundaries of %2, the plan those of %3."))
            .arg(argument(0), argument(1), argument(2));
    }
    return {};
}

QString findingLine(const SheetFinding& finding, const Plan& plan) {
    const QString line = (finding.isError ? figureWords(QT_TRANSLATE_NOOP("Figure", "error: %1"))
                                          : figureWords(QT_TRANSLATE_NOOP("Figure", "warning: %1")))
                             .arg(words(finding, plan));
    return finding.accepted.isEmpty()
               ? line
               : line + figureWords(QT_TRANSLATE_NOOP("Figure", " (accepted: %1)")).arg(finding.accepted);
}

QString words(const AtlasOutcome& outcome) {
    QStringList parts{figureWords(QT_TRANSLATE_NOOP("Figure", "%1 pages written")).arg(outcome.written)};
    if (outcome.unchanged > 0)
        parts += figureWords(QT_TRANSLATE_NOOP("Figure", "%1 left, as they show the same")).arg(outcome.unchanged);
    if (!outcome.failures.empty())
        parts += figureWords(QT_TRANSLATE_NOOP("Figure", "%1 failed")).arg(outcome.failures.size());
    return parts.join(figureWords(QT_TRANSLATE_NOOP("Figure", ", ")));
}

QString words(const AtlasFailure& failure) {
    return figureWords(QT_TRANSLATE_NOOP("Figure", "%1: %2")).arg(failure.page.name, sentence(failure.problem));
}

QString words(const FigureChange& change, const Plan& plan) {
    if (change.what == "boundaries"_L1)
        return figureWords(QT_TRANSLATE_NOOP("Figure", "The boundaries are others."));
    const QString indicator = change.what.section(u' ', 0, 0);
    const Indicator* known = plan.indicator(indicator);
    const QString period = change.what.section(u' ', 1);
    const QString what = known                        ? known->name.in(interfaceLanguage()) + u' ' + period
                         : change.what == "tier"_L1   ? figureWords(QT_TRANSLATE_NOOP("Figure", "tier"))
                         : change.what == "place"_L1  ? figureWords(QT_TRANSLATE_NOOP("Figure", "place"))
                         : change.what == "rows"_L1   ? figureWords(QT_TRANSLATE_NOOP("Figure", "rows"))
                         : change.what == "shapes"_L1 ? figureWords(QT_TRANSLATE_NOOP("Figure", "shapes"))
                                                      : change.what;
    const auto shown = [&](const QString& value) {
        if (value.isEmpty())
            return figureWords(QT_TRANSLATE_NOOP("Figure", "nothing"));
        const Tier* tier = change.what == "tier"_L1 ? plan.tier(value) : nullptr;
        return tier ? tier->name.in(interfaceLanguage()) : value;
    };
    return figureWords(QT_TRANSLATE_NOOP("Figure", "%1, %2: %3 → %4"))
        .arg(nameOf(plan, change.of), what.trimmed(), shown(change.before), shown(change.now));
}

} // namespace tiermap
