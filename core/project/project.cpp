#include "core/project/project.h"

#include "core/project/names.h"

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ContextFeature::Role>> namesOf() {
    using enum ContextFeature::Role;
    static constexpr Name<ContextFeature::Role> names[] = {
        {Water, "water"_L1}, {Neighbour, "neighbour"_L1}, {Border, "border"_L1}};
    return names;
}

template <>
std::span<const Name<ReferenceLayer::Kind>> namesOf() {
    using enum ReferenceLayer::Kind;
    static constexpr Name<ReferenceLayer::Kind> names[] = {{Vector, "vector"_L1}, {Raster, "raster"_L1}};
    return names;
}

QString toString(ContextFeature::Role role) { return nameOf(role); }

} // namespace tiermap
