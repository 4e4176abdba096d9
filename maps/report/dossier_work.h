#pragma once

#include "maps/report/dossier.h"
#include "maps/report/report_words.h"

namespace tiermap {

/// Sources in the order in which they are first named, counted from 1.
class SourceList {
public:
    QString mark(const QString& title, const QString& address); ///< "[3]"; empty where nothing is named
    const QList<std::pair<QString, QString>>& all() const { return m_sources; }

private:
    QList<std::pair<QString, QString>> m_sources;
};

/// A chapter under construction: what its parts have in common.
struct ChapterWork {
    const DossierMaterial& material;
    const Plan& plan;
    Language language;
    SourceList sources{};
    bool illustrative = false;

    QString in(const SheetWord& word) const { return word.in(language); }
    const QString& in(const Text& text) const { return text.in(language); }
    QString joined(const QStringList& parts) const { return parts.join(in(report_words::listed)); }
};

/// A dossier under construction.
struct DossierWork : ChapterWork {
    const Zone& zone;

    bool isDistrict() const { return zone.kind == Zone::Kind::District; }
};

// Words that several parts have.

/// Without control characters, those that turn the direction of writing, and what XML does not allow: the texts are a
/// stranger's.
QString printable(const QString& text);
QString shortest(double number);
QString threeDigits(double number); ///< that count, for what was computed
QString periodWords(const Period& period, Language language);
SheetWord statusWord(Observation::Status status);
/// What stands for a value: the number, marked where it is illustrative, or that there is none.
QString valueText(ChapterWork& work, const Observation& observation);
QString indicatorName(const ChapterWork& work, const QString& key);
QString unitOf(const ChapterWork& work, const QString& key);
DossierText note(const QString& text);
QString tierWords(const ChapterWork& work, const Tier& tier); ///< its name, what drives and carries it, its mode
QString intervalText(const ChapterWork& work, const QString& low, const QString& high); ///< one where they are the same
QString intervalText(const ChapterWork& work, int low, int high);

/// What a zone says of a claim; `place` in ClaimEvidence::zones.
QString contributionWords(const ChapterWork& work, const ClaimEvidence& evidence, qsizetype place);
/// What the zone has of a term: indicator, measured as, value, unit, period, weight, source.
QStringList termRow(ChapterWork& work, const ClaimEvidence& claim, const TermEvidence& evidence, qsizetype place);

/// Without control characters; the notice on illustrative numbers, and that on boundaries where there is one.
void finish(Dossier& dossier, const ChapterWork& work, const QString& boundary);

// The parts, in the order of the paper. Sources are numbered as they are first named, so they come last.

DossierPart rolePart(const DossierWork& work);
DossierPart claimPart(DossierWork& work);
DossierPart figuresPart(DossierWork& work);
DossierPart measuresPart(const DossierWork& work);
DossierPart sitesPart(DossierWork& work);
DossierPart specialisationPart(DossierWork& work);
DossierPart comparisonPart(DossierWork& work);
DossierPart targetsPart(DossierWork& work);
DossierPart changesPart(const DossierWork& work, const QList<LogLine>& log);
DossierPart sourcesPart(const ChapterWork& work);

} // namespace tiermap
