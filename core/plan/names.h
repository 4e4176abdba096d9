#pragma once

#include "core/plan/plan.h"

#include <QLatin1StringView>
#include <optional>
#include <span>

namespace tiermap {

/// The name of an enumerator as it stands in packages, project files and JSON.
template <class E>
struct Name {
    E value;
    QLatin1StringView text;
};

/// All names of an enumeration; names.cpp is the one place where those of core/plan are spelled.
template <class E>
std::span<const Name<E>> namesOf();

template <>
std::span<const Name<Language>> namesOf(); ///< zh, en
template <>
std::span<const Name<Zone::Kind>> namesOf();
template <>
std::span<const Name<Tier::Pattern>> namesOf();
template <>
std::span<const Name<Indicator::Direction>> namesOf();
template <>
std::span<const Name<Indicator::Aggregation>> namesOf();
template <>
std::span<const Name<Observation::Status>> namesOf();
template <>
std::span<const Name<Observation::Confidence>> namesOf();
template <>
std::span<const Name<Quantity::Bound>> namesOf();
template <>
std::span<const Name<Rule::Kind>> namesOf();
template <>
std::span<const Name<Site::Kind>> namesOf();
template <>
std::span<const Name<Site::Stage>> namesOf();
template <>
std::span<const Name<Target::Sense>> namesOf();

template <class E>
QString nameOf(E value) {
    for (const Name<E>& name : namesOf<E>()) {
        if (name.value == value) {
            return name.text;
        }
    }
    return {}; // only a value cast from outside the enumeration gets here
}

template <class E>
std::optional<E> fromName(const QString& text) {
    for (const Name<E>& name : namesOf<E>()) {
        if (name.text == text) {
            return name.value;
        }
    }
    return std::nullopt;
}

/// The names in the order of the enumeration.
template <class E>
const QStringList& nameList() {
    static const QStringList names = [] {
        QStringList all;
        for (const Name<E>& name : namesOf<E>()) {
            all << name.text;
        }
        return all;
    }();
    return names;
}

/// The allowed names joined by ", ", as Problem::Code::ValueUnknown wants them.
template <class E>
QString allowedNames() {
    return nameList<E>().join(QLatin1StringView(", "));
}

} // namespace tiermap
