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

/// A dossier under construction.
struct DossierWork {
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

// Words that several parts have.

/// Without control characters, those that turn the direction of writing, and what XML does not allow: the texts are a
/// stranger's.
QString printable(const QString& text);
QString shortest(double number);
QString threeDigits(double number); ///< that count, for what was computed
QString periodWords(const Period& period, Language language);
SheetWord statusWord(Observation::Status status);
/// What stands for a value: the number, marked where it is illustrative, or that there is none.
QString valueText(DossierWork& work, const Observation& observation);
QString indicatorName(const DossierWork& work, const QString& key);
QString unitOf(const DossierWork& work, const QString& key);
DossierText note(const QString& text);

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
DossierPart sourcesPart(const DossierWork& work);

} // namespace tiermap
