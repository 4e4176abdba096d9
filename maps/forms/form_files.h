#pragma once

#include "core/forms/form_collection.h"
#include "maps/forms/make_form.h"

#include <functional>

namespace tiermap {

/// Writes a form for each zone into a folder, which is made where it does not exist: FOLDER/余杭区.xlsx. Where one of the
/// files is there already and may not be replaced, none is written. The paths written, in the plan's order. Fails with
/// ReferenceUnknown (zone, indicator), FieldMissing ("period", "indicator"), FileExists, FileUnwritable.
Result<QStringList> writeForms(const Plan& plan, const FormChoices& choices, const QString& folder, bool replace);

/// The files of which forms are asked back: folders become what lies in them, by name, without what spreadsheet programs
/// keep beside an open file (~$..., .~lock...).
QStringList formFiles(const QStringList& filesAndFolders);

/// Reads a file that may be a form, saved by any spreadsheet program as XLSX or ODS. The file is only read.
ReturnedForm readForm(const QString& file);

/// Told how many files have been read; an answer of false ends it with Cancelled.
using FormProgress = std::function<bool(qsizetype)>;

/// What the log names as the source of an edit: the text given, else the files that something was taken from.
QString editSource(const FormCollection& collection, const QString& given);

/// Reads them all and takes them in.
Result<FormCollection> collectFormFiles(const Plan& plan, const QStringList& files, const ObservationChoices& choices,
                                        const FormProgress& progress = {});

} // namespace tiermap
