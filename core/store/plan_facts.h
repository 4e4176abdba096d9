#pragma once

#include "core/plan/plan.h"

#include <array>

namespace tiermap {

/// What a plan says of itself, as lines of the table tiermap_project: each text has one key, bilingual ones two. One
/// list serves writing and reading.
struct PlanFact {
    QLatin1StringView key;
    QString& (*text)(Plan&);
};

inline constexpr std::array planFacts{
    PlanFact{QLatin1StringView("plan.key"), [](Plan& p) -> QString& { return p.key; }},
    PlanFact{QLatin1StringView("plan.title_zh"), [](Plan& p) -> QString& { return p.title.zh; }},
    PlanFact{QLatin1StringView("plan.title_en"), [](Plan& p) -> QString& { return p.title.en; }},
    PlanFact{QLatin1StringView("plan.layout_zh"), [](Plan& p) -> QString& { return p.layout.zh; }},
    PlanFact{QLatin1StringView("plan.layout_en"), [](Plan& p) -> QString& { return p.layout.en; }},
    PlanFact{QLatin1StringView("plan.issuer_zh"), [](Plan& p) -> QString& { return p.issuer.zh; }},
    PlanFact{QLatin1StringView("plan.issuer_en"), [](Plan& p) -> QString& { return p.issuer.en; }},
    PlanFact{QLatin1StringView("plan.coordinator_zh"), [](Plan& p) -> QString& { return p.coordinator.zh; }},
    PlanFact{QLatin1StringView("plan.coordinator_en"), [](Plan& p) -> QString& { return p.coordinator.en; }},
    PlanFact{QLatin1StringView("plan.goal"), [](Plan& p) -> QString& { return p.goal; }},
    PlanFact{QLatin1StringView("plan.source"), [](Plan& p) -> QString& { return p.source; }},
};

inline constexpr QLatin1StringView schemaVersionKey("schema_version");
inline constexpr QLatin1StringView applicationVersionKey("application_version");
/// Of the one row of the table `boundary`.
inline constexpr QLatin1StringView boundaryKey("zones");

inline constexpr QLatin1StringView validFromKey("plan.valid_from");
inline constexpr QLatin1StringView validToKey("plan.valid_to");

} // namespace tiermap
