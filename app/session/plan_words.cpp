#include "app/session/plan_words.h"

#include <QCoreApplication>

namespace tiermap {

namespace {

QString gapWords(const char* text) { return QCoreApplication::translate("PlanGap", text); }

} // namespace

QString sentence(const PlanGap& gap) {
    switch (gap.kind) {
    case PlanGap::Kind::NotFilledIn:
        return gapWords(QT_TRANSLATE_NOOP("PlanGap", "Still to be filled in: %1")).arg(gap.text);
    case PlanGap::Kind::TranslationMissing:
        return gapWords(QT_TRANSLATE_NOOP("PlanGap", "\"%1\" has no English name.")).arg(gap.text);
    case PlanGap::Kind::TierMissing:
        return gapWords(QT_TRANSLATE_NOOP("PlanGap", "\"%1\" has no tier yet.")).arg(gap.text);
    case PlanGap::Kind::UnitMissing:
        return gapWords(QT_TRANSLATE_NOOP("PlanGap", "The indicator \"%1\" has no unit.")).arg(gap.text);
    }
    return {};
}

} // namespace tiermap
