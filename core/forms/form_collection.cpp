#include "core/forms/form_collection.h"

#include "core/plan/number_entry.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

template <>
std::span<const Name<ReturnedForm::State>> namesOf() {
    using enum ReturnedForm::State;
    static constexpr Name<ReturnedForm::State> names[] = {{Taken, "taken"_L1},
                                                          {Unreadable, "unreadable"_L1},
                                                          {NotAForm, "not_a_form"_L1},
                                                          {Changed, "changed"_L1},
                                                          {OtherPlan, "other_plan"_L1},
                                                          {ZoneUnknown, "zone_unknown"_L1},
                                                          {Copy, "copy"_L1},
                                                          {Twice, "twice"_L1}};
    return names;
}

namespace {

using State = ReturnedForm::State;
using Notice = ImportReport::Notice;

/// An answer without its place in the sheet.
QStringList said(const FormAnswer& answer) { return {answer.value, answer.source, answer.remark}; }

/// What is said of it then is why.
bool hasNoNumber(const FormAnswer& answer) {
    return answer.value.isEmpty() || !enteredWithheld(answer.value).isEmpty();
}

using Said = QHash<QString, QStringList>; ///< by indicator and period

Said saidBy(const ReturnedForm& form) {
    Said answers;
    for (const FormAnswer& answer : form.filled.answers) {
        answers.insert(answer.asked.indicator + u'\x1f' + answer.asked.period.toString(), said(answer));
    }
    return answers;
}

bool contradict(const Said& one, const Said& other) {
    return std::ranges::any_of(one.asKeyValueRange(), [&](const auto& answer) {
        const auto there = other.constFind(answer.first);
        return there != other.constEnd() && *there != answer.second;
    });
}

class Collector {
public:
    Collector(const Plan& plan, QList<ReturnedForm> forms, const ObservationChoices& choices)
        : m_plan(plan)
        , m_choices(choices)
        , m_result{.edit = {}, .forms = std::move(forms), .unanswered = {}} {
        m_choices.vintage = Vintage::Current; // forms name zones of today
        m_choices.noteVintage = false;
    }

    FormCollection collect() {
        QSet<QString> answered;
        for (ReturnedForm& form : m_result.forms) {
            if (form.state != State::Taken) {
                continue;
            }
            if (form.filled.form.plan != m_plan.key) {
                form.state = State::OtherPlan;
                form.other = form.filled.form.plan;
            } else if (m_plan.zone(form.filled.form.zone) == nullptr) {
                form.state = State::ZoneUnknown;
            } else {
                answered << form.filled.form.zone;
            }
        }
        findCopies();
        for (const Zone& zone : m_plan.layoutZones()) {
            if (!answered.contains(zone.code)) {
                m_result.unanswered << zone.code;
            }
        }
        take();
        return std::move(m_result);
    }

private:
    void findCopies() {
        for (qsizetype i = 0; i < m_result.forms.size(); ++i) {
            ReturnedForm& form = m_result.forms[i];
            for (qsizetype j = 0; form.state == State::Taken && j < i; ++j) {
                ReturnedForm& earlier = m_result.forms[j];
                const bool usable = earlier.state == State::Taken || earlier.state == State::Twice;
                if (!usable || earlier.filled.form.zone != form.filled.form.zone) {
                    continue;
                }
                const Said here = saidBy(form);
                const Said there = saidBy(earlier);
                if (here == there && form.filled.form.rows == earlier.filled.form.rows) {
                    form.state = State::Copy;
                    form.other = earlier.file;
                } else if (contradict(here, there)) {
                    form.state = State::Twice;
                    form.other = earlier.file;
                    earlier.state = State::Twice;
                    earlier.other = earlier.other.isEmpty() ? form.file : earlier.other;
                }
            }
        }
    }

    /// All answers as one table, so that they are checked and written as an import is.
    void take() {
        using enum TableColumn::Kind;
        TableLayout layout{.zoneColumn = 0};
        for (const TableColumn::Kind kind : {Zone, Indicator, Period, Value, Source, MissingReason, Note}) {
            layout.columns << TableColumn{.kind = kind, .heading = {}};
        }
        SheetRows sheet;
        for (ReturnedForm& form : m_result.forms) {
            if (form.state != State::Taken) {
                continue;
            }
            form.refused = form.filled.refused;
            for (const FormAnswer& answer : std::as_const(form.filled.answers)) {
                if (const auto unit = newUnit(answer.asked)) {
                    form.refused << Notice{.kind = Notice::Kind::UnitDiffers,
                                           .row = answer.row,
                                           .column = {},
                                           .text = answer.value,
                                           .arguments = {answer.asked.unitWords, *unit}};
                    continue;
                }
                const bool missing = hasNoNumber(answer);
                sheet << QStringList{form.filled.form.zone,
                                     answer.asked.indicator,
                                     answer.asked.period.toString(),
                                     answer.value,
                                     answer.source,
                                     missing ? answer.remark : QString(),
                                     missing ? QString() : answer.remark};
                m_from << From{&form, &answer};
            }
        }
        ObservationImport made = importObservations(m_plan, ZoneNames(m_plan), sheet, layout, m_choices);
        count(made);
        m_result.edit = std::move(made.edit);
    }

    /// The indicator's unit, where it is no longer that of the form.
    std::optional<QString> newUnit(const FormRow& asked) const {
        const tiermap::Indicator* indicator = m_plan.indicator(asked.indicator);
        return indicator == nullptr || asked.unitWords == indicator->unit.zh || asked.unitWords == indicator->unit.en
                   ? std::nullopt
                   : std::optional(indicator->unit.zh);
    }

    void count(const ObservationImport& made) {
        QSet<qsizetype> refused;
        for (Notice notice : made.report.unusedValues) {
            const From& from = m_from[notice.row - 1];
            refused << notice.row - 1;
            notice.row = from.answer->row;
            from.form->refused << notice;
        }
        for (Notice notice : made.report.warnings) {
            if (notice.row > 0) {
                const From& from = m_from[notice.row - 1];
                notice.row = from.answer->row;
                from.form->doubtful << notice;
            }
        }
        QSet<QStringList> written;
        for (const Change& change : made.edit.changes) {
            if (change.after.contains(u"value"_s)) { // and not only what another source's row is no longer
                written << change.key;
            }
        }
        for (qsizetype i = 0; i < m_from.size(); ++i) {
            if (refused.contains(i)) {
                continue;
            }
            const auto& [form, answer] = m_from[i];
            const QString source = answer->source.isEmpty() ? m_choices.source.trimmed() : answer->source;
            const QStringList key{form->filled.form.zone, answer->asked.indicator, answer->asked.period.toString(),
                                  source};
            ++(written.contains(key) ? form->used : form->unchanged);
            form->missing += hasNoNumber(*answer) ? 1 : 0;
        }
        for (ReturnedForm& form : m_result.forms) {
            std::ranges::stable_sort(form.refused, {}, &Notice::row);
        }
    }

    struct From {
        ReturnedForm* form;
        const FormAnswer* answer;
    };

    const Plan& m_plan;
    ObservationChoices m_choices;
    FormCollection m_result;
    QList<From> m_from; ///< of each row of the table
};

} // namespace

FormCollection collectForms(const Plan& plan, QList<ReturnedForm> forms, const ObservationChoices& choices) {
    return Collector(plan, std::move(forms), choices).collect();
}

} // namespace tiermap
