#pragma once

#include "core/plan/plan.h"

#include <QPointF>

namespace tiermap {

struct SearchHit {
    enum class Kind { Zone, Site, Coordinate };

    Kind kind{};
    QString key;        ///< Zone::code or Site::key
    QString title;      ///< in the language asked for
    QPointF position{}; ///< longitude, latitude; for coordinates

    friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

/// Zones by name or code and sites by name, pinyin or English; what starts with the text before what contains it. Two
/// numbers are a coordinate ("120.2, 30.25", "30.25N 120.2E"; longitude first unless letters or ranges say otherwise).
QList<SearchHit> search(const Plan& plan, const QString& text, Language language);

} // namespace tiermap
