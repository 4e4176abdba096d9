#pragma once

#include "core/forms/filled_form.h"
#include "core/import/observation_import.h"

namespace tiermap {

/// A file that came back, what it was understood as, and what became of it.
struct ReturnedForm {
    enum class State {
        Taken,       ///< a form of this plan; its rows are counted below
        Unreadable,  ///< `problem` says why
        NotAForm,    ///< a table or map, but none of ours
        Changed,     ///< its headings are no longer there
        OtherPlan,   ///< `other`: the plan's key
        ZoneUnknown, ///< the plan has no such zone (any more)
        Copy,        ///< the same answers as in the form `other`
        Twice,       ///< contradicts the form `other` of the same zone: neither of the two is used
    };

    QString file;
    State state = State::Taken;
    std::optional<Problem> problem{};
    QString other{};
    FilledForm filled{};

    /// What came of the answers; with filled.empty they make filled.rows.
    int used = 0;
    int unchanged = 0; ///< the project says so already
    int missing = 0;   ///< of those two: reasons for having no value
    QList<ImportReport::Notice> refused{};
    QList<ImportReport::Notice> doubtful{}; ///< what is used, and should be looked at
};

template <>
std::span<const Name<ReturnedForm::State>> namesOf(); ///< taken, unreadable, not_a_form ...

struct FormCollection {
    Edit edit; ///< all forms, to be undone in one step
    QList<ReturnedForm> forms;
    QStringList unanswered; ///< zones of the layout without a form among the files
};

/// Takes in what was filled into forms. `forms` come with what reading them found out (Unreadable, NotAForm, Changed, or
/// Taken with `filled`). Values are treated as by importObservations(): a source's value is changed or left, a new one is
/// adopted where none is. A row without value and with a remark is a value that is missing for that reason.
FormCollection collectForms(const Plan& plan, QList<ReturnedForm> forms, const ObservationChoices& choices);

} // namespace tiermap
