#pragma once

#include "core/plan/text.h"
#include "maps/style/colour_vision.h"

#include <QColor>
#include <QList>

#include <optional>

namespace tiermap {

/// Colours for classes. Where they come from stands in resources/palettes/README.md.
struct Palette {
    enum class Kind {
        Sequential, ///< light to dark
        Diverging,  ///< two hues, light in the middle; an even count has no class in the middle
        Qualitative,
        Bivariate, ///< nine: three rows of three, the first the least of both
    };

    QString key;
    Text name;
    Kind kind = Kind::Sequential;
    QList<QList<QColor>> lists{}; ///< ascending in their number of colours

    /// So many colours. The list that was made for the number where there is one; between those of the longest list
    /// where there are more classes than anybody can part, which weakestPair() tells; of a Qualitative one the first,
    /// from the beginning again after the last.
    QList<QColor> colours(int count, bool reversed = false) const;
};

/// The built-in ones: of each kind the usual one first.
const QList<Palette>& palettes();
const Palette* palette(const QString& key); ///< null where there is none

/// "#1b9e77,#d95f02,…": at least two colours, which stand for as many classes or are mixed for more or fewer.
std::optional<Palette> customPalette(const QString& written);

/// The two colours that are hardest to tell apart.
struct Weakest {
    Vision vision{};
    qsizetype first = 0;
    qsizetype second = 0;
    double difference = 0; ///< CIEDE2000
};

/// Over all kinds of colour vision, and grey print where `grey`: two arms of a diverging palette, or the hues of a
/// qualitative one, cannot be parted in grey. `neighboursOnly`: of a scale only the classes that follow on each other.
Weakest weakestPair(const QList<QColor>& colours, bool neighboursOnly, bool grey);

} // namespace tiermap
