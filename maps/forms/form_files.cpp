#include "maps/forms/form_files.h"

#include "core/forms/form_identity.h"
#include "maps/formats/source.h"
#include "maps/forms/form_workbook.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> unknown(const QString& name, const QString& what) {
    return std::unexpected(Problem{.code = Problem::Code::ReferenceUnknown, .field = what, .arguments = {name, what}});
}

/// As the zone is called, without what file systems do not allow.
QString fileName(const Plan& plan, const Zone& zone, Language language) {
    const QString name = zone.name.in(language);
    const bool alone =
        std::ranges::count_if(plan.zones, [&](const Zone& other) { return other.name.in(language) == name; }) == 1;
    QString plain = alone ? name : name + u'-' + zone.code;
    for (QChar& character : plain) {
        if (character.unicode() < 32 || u"/\\:*?\"<>|"_s.contains(character)) {
            character = u'_';
        }
    }
    return plain + u".xlsx"_s;
}

Result<void> check(const Plan& plan, const FormChoices& choices) {
    for (const QString& zone : choices.zones) {
        if (plan.zone(zone) == nullptr) {
            return unknown(zone, u"zone"_s);
        }
    }
    for (const QString& indicator : choices.indicators) {
        if (plan.indicator(indicator) == nullptr) {
            return unknown(indicator, u"indicator"_s);
        }
    }
    const QString missing = choices.periods.isEmpty()   ? u"period"_s
                            : plan.indicators.isEmpty() ? u"indicator"_s
                                                        : u""_s;
    return missing.isEmpty()
               ? Result<void>()
               : std::unexpected(Problem{.code = Problem::Code::FieldMissing, .field = missing, .arguments = {}});
}

Result<void> save(const QString& file, const QByteArray& bytes) {
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit()) {
        return {};
    }
    return std::unexpected(
        Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {out.errorString()}});
}

/// The sheet that the form names, or another one that has its headings.
std::optional<FilledForm> filledForm(const Form& form, const Source& source) {
    QStringList sheets{form.sheet};
    for (const SourceLayer& layer : source.layers) {
        if (layer.name != form.sheet && layer.name != formIdentitySheet) {
            sheets << layer.name;
        }
    }
    for (const QString& name : std::as_const(sheets)) {
        const Result<SheetRows> sheet = readSheet(source.file, {.layer = name});
        if (!sheet) {
            continue;
        }
        if (auto filled = readFilledForm(form, *sheet)) {
            return filled;
        }
    }
    return std::nullopt;
}

} // namespace

Result<QStringList> writeForms(const Plan& plan, const FormChoices& choices, const QString& folder, bool replace) {
    if (const auto sound = check(plan, choices); !sound) {
        return std::unexpected(sound.error());
    }
    QList<std::pair<QString, QByteArray>> files;
    for (const Zone& zone : plan.zones) {
        if (choices.zones.isEmpty() ? zone.tier.isEmpty() : !choices.zones.contains(zone.code)) {
            continue;
        }
        const QString file = QDir(folder).filePath(fileName(plan, zone, choices.language));
        if (!replace && QFileInfo::exists(file)) {
            return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = file});
        }
        const auto bytes = formWorkbook(plan, makeForm(plan, zone.code, choices), choices.language);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        files.emplaceBack(file, *bytes);
    }
    if (!QDir().mkpath(folder)) {
        return std::unexpected(
            Problem{.code = Problem::Code::FileUnwritable, .file = folder, .arguments = {QString()}});
    }
    QStringList written;
    for (const auto& [file, bytes] : std::as_const(files)) {
        if (const auto saved = save(file, bytes); !saved) {
            return std::unexpected(saved.error());
        }
        written << file;
    }
    return written;
}

QStringList formFiles(const QStringList& filesAndFolders) {
    QStringList files;
    for (const QString& given : filesAndFolders) {
        if (!QFileInfo(given).isDir()) {
            files << given;
            continue;
        }
        QStringList within;
        for (QDirIterator it(given, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            const QString file = it.next(); // "~$": what an office program keeps beside an open file
            if (!it.fileName().startsWith(u"~$"_s)) {
                within << file;
            }
        }
        within.sort();
        files << within;
    }
    files.removeDuplicates();
    return files;
}

ReturnedForm readForm(const QString& file) {
    ReturnedForm form{.file = file};
    const auto unreadable = [&](Problem problem) {
        form.state = ReturnedForm::State::Unreadable;
        form.problem = std::move(problem);
        return form;
    };
    const Result<Source> source = describeSource(file);
    if (!source) {
        return unreadable(source.error());
    }
    if (!source->isTable() || !std::ranges::contains(source->layers, formIdentitySheet, &SourceLayer::name)) {
        form.state = ReturnedForm::State::NotAForm;
        return form;
    }
    const Result<Form> identity = readSheet(file, {.layer = formIdentitySheet}).and_then(formFrom);
    if (!identity) {
        Problem problem = identity.error();
        problem.file = file;
        return unreadable(problem);
    }
    if (auto filled = filledForm(*identity, *source)) {
        form.filled = *std::move(filled);
    } else {
        form.state = ReturnedForm::State::Changed;
        form.filled.form = *identity;
    }
    return form;
}

QString editSource(const FormCollection& collection, const QString& given) {
    QStringList names;
    for (const ReturnedForm& form : collection.forms) {
        if (form.used > 0) {
            names << QFileInfo(form.file).fileName();
        }
    }
    return given.trimmed().isEmpty() ? names.join(u", "_s) : given.trimmed();
}

Result<FormCollection> collectFormFiles(const Plan& plan, const QStringList& files, const ObservationChoices& choices,
                                        const FormProgress& progress) {
    QList<ReturnedForm> forms;
    for (const QString& file : files) {
        if (progress && !progress(forms.size())) {
            return std::unexpected(Problem{.code = Problem::Code::Cancelled, .file = file});
        }
        forms << readForm(file);
    }
    FormCollection collection = collectForms(plan, std::move(forms), choices);
    collection.edit.source = editSource(collection, choices.source);
    return collection;
}

} // namespace tiermap
