#include "app/session/dossier_material.h"

#include "app/session/claim_words.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "maps/analysis/zone_geography.h"

namespace tiermap {

namespace {

/// Sentences are made in the language of the interface, which is that of the sheet for so long.
class SheetLanguage {
public:
    explicit SheetLanguage(Language language)
        : m_before(interfaceLanguage()) {
        if (language != m_before)
            setInterfaceLanguage(language);
    }
    ~SheetLanguage() {
        if (interfaceLanguage() != m_before)
            setInterfaceLanguage(m_before);
    }
    SheetLanguage(const SheetLanguage&) = delete;
    SheetLanguage& operator=(const SheetLanguage&) = delete;

private:
    Language m_before;
};

} // namespace

DossierMaterial analysed(const Project& project, const PlanShapes& shapes, Language language) {
    DossierMaterial material{.project = project, .shapes = shapes, .language = language};
    const Plan& plan = project.plan;
    const SheetLanguage speaking(language);
    material.evidence = claimEvidence(plan, areasKm2(shapes.zones));
    for (const ClaimEvidence& evidence : std::as_const(material.evidence))
        material.verdicts.insert(evidence.claim.tier, sentence(plan, evidence));
    if (auto comparison = compareZones(plan, {}))
        material.comparison = *std::move(comparison);
    else
        material.whyNoComparison = comparisonSentence(comparison.error());
    return material;
}

} // namespace tiermap
