#pragma once

#include "core/forms/form.h"
#include "core/plan/plan.h"

namespace tiermap {

/// What zones are asked.
struct FormChoices {
    QStringList zones{};      ///< codes; empty: all zones of the layout, of-which zones included
    QStringList indicators{}; ///< keys; empty: those of which the project knows something in a zone of the layout
    QList<Period> periods{};  ///< each of a stated kind
    Language language = Language::Chinese;
};

Form makeForm(const Plan& plan, const QString& zone, const FormChoices& choices);

/// What the project says of a row already: of its own period, else of the latest one. Empty where it says nothing.
struct KnownValue {
    QString value; ///< with its period, in the form's language
    QString source;
};

KnownValue knownValue(const Plan& plan, const QString& zone, const FormRow& row, Language language);

} // namespace tiermap
