#pragma once

#include "core/plan/observation.h"

#include <QPointF>

namespace tiermap {

/// A named platform, base, park, venue or headquarters.
struct Site {
    enum class Kind { Platform, Base, Park, Venue, Headquarters };
    enum class Stage { Operating, Planned };

    QString key;
    Text name;
    QString pinyin; ///< lower case without tone marks, for searching
    Kind kind = Kind::Platform;
    QString zone;                      ///< Zone::code; empty where no source tells the district
    std::optional<QPointF> position{}; ///< longitude, latitude (EPSG:4490, degrees); without one it is "district only"
    Stage stage = Stage::Operating;
    Observation::Confidence confidence = Observation::Confidence::Medium;
    QString source;
    QString address;
    QString note;

    friend bool operator==(const Site&, const Site&) = default;
};

QString toString(Site::Kind kind);   ///< platform, base, park, venue, headquarters
QString toString(Site::Stage stage); ///< operating, planned

} // namespace tiermap
