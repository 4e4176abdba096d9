#include "app/session/form_words.h"

#include "app/session/import_words.h"
#include "app/session/language.h"
#include "app/session/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using State = ReturnedForm::State;

QString formWords(const char* text) { return QCoreApplication::translate("Forms", text); }

QString zoneName(const Plan& plan, const QString& code) {
    const Zone* zone = plan.zone(code);
    return zone ? zone->name.in(interfaceLanguage()) : code;
}

QString counts(const ReturnedForm& form) {
    const QString text = formWords(QT_TRANSLATE_NOOP("Forms", "%1 of %2 rows filled in: %3 used (%4 of them without a "
                                                              "value), %5 as before, %6 refused"))
                             .arg(form.filled.rows - form.filled.empty)
                             .arg(form.filled.rows)
                             .arg(form.used)
                             .arg(form.missing)
                             .arg(form.unchanged)
                             .arg(form.refused.size());
    return form.filled.rows > form.filled.empty
               ? text
               : formWords(QT_TRANSLATE_NOOP("Forms", "nothing is filled in (%1 rows)")).arg(form.filled.rows);
}

QString what(const ReturnedForm& form) {
    switch (form.state) {
    case State::Taken:
        return counts(form);
    case State::Unreadable:
        break; // its problem names the file itself
    case State::NotAForm:
        return formWords(QT_TRANSLATE_NOOP("Forms", "not a form that Tiermap wrote; it is left alone"));
    case State::Changed:
        return formWords(QT_TRANSLATE_NOOP(
            "Forms", "its headings have been changed or removed, so nothing of it is used; fill in a fresh form"));
    case State::OtherPlan:
        return formWords(QT_TRANSLATE_NOOP("Forms", "a form of another plan (%1); nothing of it is used"))
            .arg(form.other);
    case State::ZoneUnknown:
        return formWords(QT_TRANSLATE_NOOP("Forms", "the plan has no zone %1; nothing of it is used"))
            .arg(form.filled.form.zone);
    case State::Copy:
        return formWords(QT_TRANSLATE_NOOP("Forms", "says the same as %1 and is not counted again"))
            .arg(QFileInfo(form.other).fileName());
    case State::Twice:
        return formWords(QT_TRANSLATE_NOOP("Forms", "contradicts %1; neither is used until one of them is put aside"))
            .arg(QFileInfo(form.other).fileName());
    }
    return {};
}

} // namespace

QString sentence(const Plan& plan, const ReturnedForm& form) {
    if (form.state == State::Unreadable)
        return sentence(form.problem.value_or(Problem{}));
    const QString file = QFileInfo(form.file).fileName();
    const QString zone = form.filled.form.zone;
    const QString who = zone.isEmpty() || form.state == State::OtherPlan || form.state == State::ZoneUnknown
                            ? file
                            : formWords(QT_TRANSLATE_NOOP("Forms", "%1 (%2)")).arg(zoneName(plan, zone), file);
    return formWords(QT_TRANSLATE_NOOP("Forms", "%1: %2")).arg(who, what(form));
}

QStringList formLines(const Plan& plan, const FormCollection& collection) {
    QStringList lines;
    for (const ReturnedForm& form : collection.forms) {
        lines << sentence(plan, form);
        QStringList by = form.filled.by;
        by.removeAll(QString());
        if (!by.isEmpty())
            lines << u"  "_s + formWords(QT_TRANSLATE_NOOP("Forms", "filled in by %1"))
                                   .arg(by.join(formWords(QT_TRANSLATE_NOOP("Forms", ", "))));
        for (const ImportReport::Notice& notice : form.refused + form.doubtful)
            lines << u"  "_s + sentence(plan, notice);
    }
    QStringList silent;
    for (const QString& zone : collection.unanswered)
        silent << zoneName(plan, zone);
    if (!silent.isEmpty())
        lines << formWords(QT_TRANSLATE_NOOP("Forms", "No form from: %1"))
                     .arg(silent.join(formWords(QT_TRANSLATE_NOOP("Forms", ", "))));
    return lines;
}

QString formTotals(const FormCollection& collection) {
    int used = 0;
    int unchanged = 0;
    qsizetype refused = 0;
    int disputed = 0;
    for (const ReturnedForm& form : collection.forms) {
        used += form.used;
        unchanged += form.unchanged;
        refused += form.refused.size();
        disputed += form.state == State::Twice ? form.filled.rows - form.filled.empty : 0;
    }
    const auto taken = std::ranges::count(collection.forms, State::Taken, &ReturnedForm::state);
    return formWords(QT_TRANSLATE_NOOP("Forms", "files: %1; forms of this plan among them: %2; answers: %3 used, %4 as "
                                                "before, %5 refused, %6 in forms that contradict each other; "
                                                "zones without a form: %7"))
        .arg(collection.forms.size())
        .arg(taken)
        .arg(used)
        .arg(unchanged)
        .arg(refused)
        .arg(disputed)
        .arg(collection.unanswered.size());
}

} // namespace tiermap
