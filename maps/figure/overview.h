#pragma once

#include "maps/figure/layout_work.h"
#include "maps/figure/sheet.h"

#include <optional>

namespace tiermap {

/// A small map that says where the city lies in its province. Nothing beyond the province is drawn.
class Overview {
public:
    /// None where the program does not know the city's province.
    static std::optional<Overview> of(const LayoutWork& work);

    QSizeF size(double width) const;                   ///< mm, with the title above the map
    const QString& source() const { return m_source; } ///< of the boundaries
    void addTo(Sheet& sheet, const LayoutWork& work, const QRectF& box) const;

    static constexpr double widest = 42; ///< mm, that it takes where nobody says otherwise
    static constexpr double narrowest = 28;

private:
    struct Named {
        QString name;
        Polygons polygons;
    };

    Overview(const TextMeasure& measure, QString title);
    QStringList titleLines(double width) const;
    double titleHeight(double width) const;

    TextMeasure m_measure;
    QString m_title;
    Polygons m_province; ///< metres of the sheet's conic projection, as all that follows
    Lines m_borders{};   ///< between prefectures, each once
    std::vector<Named> m_prefectures{};
    Polygons m_city{};
    QString m_cityName{};
    QString m_source{};
    Extent m_extent;
};

} // namespace tiermap
