#pragma once

#include "maps/figure/figure_spec.h"
#include "maps/formats/source.h"
#include "maps/scene/plan_shapes.h"

namespace tiermap {

/// What an atlas has a page for each of.
enum class AtlasBy { Zone, Tier, Indicator, Year };

template <>
std::span<const Name<AtlasBy>> namesOf(); ///< zone, tier, indicator, year

struct AtlasPage {
    QString key;  ///< of a zone, tier, indicator, or a period as text: fit for the name of a file
    QString name; ///< in the figure's language
    FigureSpec spec;
};

/// A page for each zone or tier of the layout, each indicator that a district has a number for, or each period of the one
/// indicator that the figure shows; for each pair and so on where there are several. FieldMissing ("style") where there is
/// no indicator to go by.
Result<QList<AtlasPage>> atlasPages(const Project& project, const FigureSpec& figure, const QList<AtlasBy>& by);

struct AtlasFailure {
    AtlasPage page;
    Problem problem;
};

struct AtlasOutcome {
    int written = 0;
    int unchanged = 0;   ///< their files show already what they would show
    QStringList files{}; ///< those and these
    std::vector<AtlasFailure> failures{};
};

/// Draws `jobs` pages at a time. A path with {key}, {name} or {number} makes a file of each page, and what stands there
/// and shows the same values of the same spec is left as it is, so that work that was broken off goes on where it was. A
/// PDF without them has all pages, an index before them, bookmarks, and a record of each page. Pages that fail are left out and named. Fails with
/// ValueUnknown (a path of several pages that says nothing of them), FileUnwritable, and Cancelled: what is whole by then
/// stays.
Result<AtlasOutcome> writeAtlas(const Project& project, const PlanShapes& shapes, const QList<AtlasPage>& pages,
                                const QString& path, int jobs, const Progress& progress = {});

} // namespace tiermap
