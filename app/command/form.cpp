#include "app/command/command.h"
#include "app/session/form_words.h"
#include "app/session/import_words.h"
#include "app/session/language.h"
#include "core/store/open_project.h"
#include "maps/forms/form_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

using State = ReturnedForm::State;

std::unexpected<Problem> wrong(Problem::Code code, const QString& field, const QStringList& arguments) {
    return std::unexpected(Problem{.code = code, .field = field, .arguments = arguments});
}

// --- write -----------------------------------------------------------------------------------------------------------

Result<FormChoices> formChoices(const QCommandLineParser& parser, const Plan& plan) {
    FormChoices choices;
    for (const QString& name : parser.values(u"zone"_s)) {
        const Zone* zone = zoneNamed(plan, name);
        if (!zone)
            return wrong(Problem::Code::ReferenceUnknown, u"--zone"_s, {name, u"zone"_s});
        choices.zones << zone->code;
    }
    for (const QString& key : parser.values(u"indicator"_s)) {
        if (!plan.indicator(key))
            return wrong(Problem::Code::ReferenceUnknown, u"--indicator"_s, {key, u"indicator"_s});
        choices.indicators << key;
    }
    choices.indicators.removeDuplicates();
    for (const QString& written : parser.values(u"period"_s)) {
        const auto period = Period::parse(written);
        if (!period || period->kind == Period::Kind::Unknown)
            return wrong(Problem::Code::FieldType, u"--period"_s, {u"period"_s});
        if (!choices.periods.contains(*period))
            choices.periods << *period;
    }
    const QString language = parser.value(u"lang"_s);
    if (language != u"zh"_s && language != u"en"_s)
        return wrong(Problem::Code::ValueUnknown, u"--lang"_s, {language, u"zh, en"_s});
    choices.language = language == u"zh"_s ? Language::Chinese : Language::English;
    return choices;
}

int write(const QStringList& arguments) {
    const auto words = commandWords;
    const QString name = u"form write"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(words(QT_TRANSLATE_NOOP(
        "Command", "Writes a form (XLSX) for each zone, to be filled in by others and collected again.")));
    parser.addPositionalArgument(u"PROJECT"_s, words(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addOption({{u"o"_s, u"output"_s},
                      words(QT_TRANSLATE_NOOP("Command", "Folder to write to; it is made where there is none.")),
                      u"FOLDER"_s});
    parser.addOption({u"period"_s,
                      words(QT_TRANSLATE_NOOP("Command", "Period that is asked for; may be given several times.")),
                      u"PERIOD"_s});
    parser.addOption({u"zone"_s,
                      words(QT_TRANSLATE_NOOP("Command", "Zone that is asked, by code or name; may be given several "
                                                         "times. All zones of the layout by default.")),
                      u"ZONE"_s});
    parser.addOption({u"indicator"_s,
                      words(QT_TRANSLATE_NOOP("Command", "Key of an indicator; may be given several times. By default "
                                                         "those of which something is known in some zone.")),
                      u"KEY"_s});
    parser.addOption({u"lang"_s, words(QT_TRANSLATE_NOOP("Command", "Language of the forms: zh or en.")), u"LANGUAGE"_s,
                      interfaceLanguage() == Language::Chinese ? u"zh"_s : u"en"_s});
    parser.addOption({u"replace"_s, words(QT_TRANSLATE_NOOP("Command", "Replace files that are there."))});
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 1 || !parser.isSet(u"output"_s) || !parser.isSet(u"period"_s))
        return usageError(name, words(QT_TRANSLATE_NOOP("Command", "PROJECT, -o FOLDER and --period are needed.")));
    const auto project = projectArgument(parser, name);
    if (!project)
        return project.error();
    const auto choices = formChoices(parser, project->plan);
    if (!choices)
        return report(choices.error());
    const auto written = writeForms(project->plan, *choices, parser.value(u"output"_s), parser.isSet(u"replace"_s));
    return written ? print(written->join(u'\n').toUtf8() + '\n') : report(written.error());
}

// --- collect ---------------------------------------------------------------------------------------------------------

QJsonObject json(const Plan& plan, const ReturnedForm& form) {
    const auto told = [&](const QList<ImportReport::Notice>& notices) {
        QJsonArray all;
        for (const ImportReport::Notice& notice : notices)
            all << QJsonObject{{u"row"_s, notice.row},
                               {u"kind"_s, nameOf(notice.kind)},
                               {u"text"_s, notice.text},
                               {u"words"_s, sentence(plan, notice)}};
        return all;
    };
    return {{u"file"_s, form.file},
            {u"state"_s, nameOf(form.state)},
            {u"words"_s, sentence(plan, form)},
            {u"zone"_s, form.filled.form.zone},
            {u"by"_s, QJsonArray::fromStringList(form.filled.by)},
            {u"other"_s, form.other},
            {u"rows"_s, form.filled.rows},
            {u"used"_s, form.used},
            {u"missing"_s, form.missing},
            {u"unchanged"_s, form.unchanged},
            {u"empty"_s, form.filled.empty},
            {u"refused"_s, told(form.refused)},
            {u"doubtful"_s, told(form.doubtful)}};
}

QByteArray jsonReport(const Plan& plan, const FormCollection& collection, bool applied) {
    QJsonArray forms;
    for (const ReturnedForm& form : collection.forms)
        forms << json(plan, form);
    return QJsonDocument(QJsonObject{{u"forms"_s, forms},
                                     {u"unanswered"_s, QJsonArray::fromStringList(collection.unanswered)},
                                     {u"applied"_s, applied}})
        .toJson();
}

Result<ObservationChoices> observationChoices(const QCommandLineParser& parser) {
    ObservationChoices choices{.source = parser.value(u"source"_s), .adopt = parser.isSet(u"adopt"_s)};
    if (const QString name = parser.value(u"status"_s); !name.isEmpty()) {
        const auto status = fromName<Observation::Status>(name);
        if (!status)
            return wrong(Problem::Code::ValueUnknown, u"--status"_s, {name, allowedNames<Observation::Status>()});
        choices.status = *status;
    }
    return choices;
}

int collect(const QStringList& arguments) {
    const auto words = commandWords;
    const QString name = u"form collect"_s;
    QCommandLineParser parser;
    parser.setApplicationDescription(words(QT_TRANSLATE_NOOP(
        "Command", "Takes filled-in forms into a project in one step that can be undone, and says of each what came "
                   "back and who did not answer. The files are only read.")));
    parser.addPositionalArgument(u"PROJECT"_s, words(QT_TRANSLATE_NOOP("Command", "Project file.")));
    parser.addPositionalArgument(u"FILES"_s, words(QT_TRANSLATE_NOOP("Command", "Forms, or folders of them.")),
                                 u"FILE..."_s);
    parser.addOption(
        {u"source"_s,
         words(QT_TRANSLATE_NOOP("Command", "Source of rows that name none; without it they are refused.")),
         u"TEXT"_s});
    parser.addOption(
        {u"status"_s, words(QT_TRANSLATE_NOOP("Command", "published, estimate or illustrative.")), u"NAME"_s});
    parser.addOption({u"reason"_s, words(QT_TRANSLATE_NOOP("Command", "Why, for the log.")), u"TEXT"_s});
    parser.addOption({u"adopt"_s, words(QT_TRANSLATE_NOOP("Command", "Use these values instead of other sources'."))});
    parser.addOption({u"dry-run"_s, words(QT_TRANSLATE_NOOP("Command", "Say what would happen and change nothing."))});
    parser.addOption({u"json"_s, words(QT_TRANSLATE_NOOP("Command", "Print the report as JSON."))});
    if (const auto code = parseArguments(parser, name, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() < 2)
        return usageError(name, words(QT_TRANSLATE_NOOP("Command", "PROJECT and the forms are needed.")));
    const auto choices = observationChoices(parser);
    if (!choices)
        return report(choices.error());
    const auto project = parser.isSet(u"dry-run"_s)
                             ? OpenProject::open(given[0], OpenProject::Access::Read).transform_error(report)
                             : projectToEdit(given[0]);
    if (!project)
        return project.error();
    const Plan before = (*project)->content().plan; // the words of the report speak of the plan as it was
    auto collection = collectFormFiles(before, formFiles(given.sliced(1)), *choices);
    if (!collection)
        return report(collection.error());
    bool applied = false;
    if (!parser.isSet(u"dry-run"_s)) {
        collection->edit.reason = parser.value(u"reason"_s);
        const auto done = (*project)->apply(collection->edit);
        if (!done)
            return report(done.error());
        applied = *done;
    }
    const QStringList lines = formLines(before, *collection) + QStringList{formTotals(*collection)};
    const int printed =
        print(parser.isSet(u"json"_s) ? jsonReport(before, *collection, applied) : lines.join(u'\n').toUtf8() + '\n');
    const bool any = std::ranges::contains(collection->forms, State::Taken, &ReturnedForm::state);
    return any ? printed : report({.code = Problem::Code::NothingUsed, .file = given[1]});
}

} // namespace

int runForm(const QStringList& arguments) {
    const QString way = arguments.value(0);
    if (way == u"write"_s)
        return write(arguments.sliced(1));
    if (way == u"collect"_s)
        return collect(arguments.sliced(1));
    QCommandLineParser parser;
    parser.setApplicationDescription(commandWords(
        QT_TRANSLATE_NOOP("Command", "Forms for the zones: \"tiermap form write --help\" and \"tiermap form collect "
                                     "--help\" tell more.")));
    parser.addPositionalArgument(u"write|collect"_s, commandWords(QT_TRANSLATE_NOOP("Command", "What to do.")));
    if (const auto code = parseArguments(parser, u"form"_s, arguments))
        return *code;
    return usageError(u"form"_s, commandWords(QT_TRANSLATE_NOOP("Command", "write or collect is needed.")));
}

} // namespace tiermap
