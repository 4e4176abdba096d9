#include "app/edit/edit_gate.h"

#include "app/session/document.h"

namespace tiermap {

EditGate::EditGate(OpenProject& project, Where where, MoveTo moveTo)
    : m_project(project)
    , m_where(std::move(where))
    , m_moveTo(std::move(moveTo)) {}

Result<bool> EditGate::apply(const Edit& edit, const Prepare& prepare) {
    const auto applyTo = [&](OpenProject& project) {
        return (prepare ? prepare(project) : Result<void>()).and_then([&] { return project.apply(edit); });
    };
    if (m_project.isWritable())
        return applyTo(m_project);
    auto kept = copy();
    if (!kept || !*kept)
        return kept.transform([](const auto&) { return false; });
    const Result<bool> applied = applyTo(**kept);
    m_moveTo(*std::move(kept)); // also where the edit was refused: the place has been chosen
    return applied;
}

Result<bool> EditGate::keepElsewhere() {
    auto kept = copy();
    if (!kept || !*kept)
        return kept.transform([](const auto&) { return false; });
    m_moveTo(*std::move(kept));
    return true;
}

/// Null where the person declines.
Result<std::unique_ptr<OpenProject>> EditGate::copy() {
    const QString file = m_where();
    if (file.isEmpty())
        return nullptr;
    return copyProject(m_project.content().file, file).and_then([&] {
        return OpenProject::open(file, OpenProject::Access::Write);
    });
}

} // namespace tiermap
