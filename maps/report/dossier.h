#pragma once

#include "core/analysis/claim_evidence.h"
#include "core/analysis/comparison.h"
#include "core/project/log_line.h"
#include "core/project/project.h"
#include "maps/figure/sheet.h"
#include "maps/scene/plan_shapes.h"

#include <variant>

namespace tiermap {

/// A paragraph.
struct DossierText {
    enum class Kind { Text, Quote, Note };

    QString text;
    Kind kind = Kind::Text;
};

struct DossierTable {
    struct Column {
        QString heading;
        double share = 1;    ///< of the width, beside the shares of the others
        bool number = false; ///< right-aligned
    };

    QList<Column> columns;
    QList<QStringList> rows; ///< as many cells as columns
};

struct DossierPart {
    QString heading;
    QList<std::variant<DossierText, DossierTable>> items{};
};

/// All that a project says of one zone, in the words and the order of the paper, or a chapter of a report: HTML and PDF are
/// both made of this, so they cannot say different things. No text has a control character.
struct Dossier {
    QString zone{}; ///< Zone::code; empty of another chapter
    Language language = Language::Chinese;
    QString fileName{};  ///< without an ending; a file of its own for each zone of the plan
    QString kicker{};    ///< small, above the title
    QString title{};     ///< the zone's name
    QString mark{};      ///< of its tier; empty without one
    QString markColor{}; ///< "#RRGGBB", of the mark's ring
    QString tier{};      ///< beside the mark
    QStringList facts{};
    QStringList notices{}; ///< what the reader must not overlook: illustrative numbers, schematic boundaries
    Sheet map{};           ///< the city with the zone emphasised; its title says so in words
    QList<DossierPart> parts{};
    QString foot{};                               ///< of every page
    QString author{};                             ///< who issued the plan
    QDate date{};                                 ///< of the plan, not of today: the same project gives the same bytes
    QList<std::pair<QString, QString>> sources{}; ///< title and address of each, as its marks count them

    QStringList texts() const; ///< all but those of the map
};

/// What the dossiers of one project have in common. `maps` has no words for a verdict: they come from
/// app/session/claim_words.h, in `language`.
struct DossierMaterial {
    const Project& project;
    const PlanShapes& shapes;
    Language language = Language::Chinese;
    QList<ClaimEvidence> evidence{};
    QHash<QString, QString> verdicts{}; ///< the sentence on a claim, by Tier::key
    std::optional<Comparison> comparison{};
    QString whyNoComparison{}; ///< a sentence, where there is none
    QString since{};           ///< from when on the changes are; empty: all
};

/// `log`: OpenProject::lines() with the zone as filter. ReferenceUnknown where the plan has no such zone; FontMissing.
Result<Dossier> dossierOf(const DossierMaterial& material, const QString& zone, const QList<LogLine>& log);

/// One file with everything in it: XHTML syntax, no script, nothing loaded from elsewhere, addresses as plain text. The
/// same dossier gives the same bytes.
QByteArray dossierHtml(const Dossier& dossier);

struct DossierFiles {
    QString folder; ///< made where it does not exist
    bool pdf = true;
    bool html = true;
    bool replace = false; ///< files that are there
};

/// FOLDER/萧山区.pdf and .html. Every file is made beside its place before the first takes its name. The paths written.
/// FileExists, FileUnwritable, FontMissing, GlyphMissing.
Result<QStringList> writeDossiers(const QList<Dossier>& dossiers, const DossierFiles& files);

} // namespace tiermap
