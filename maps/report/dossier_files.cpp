#include "maps/export/staged_files.h"
#include "maps/report/dossier.h"
#include "maps/report/dossier_pdf.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tiermap {

namespace {

std::unexpected<Problem> unwritable(const QString& file, const QString& reason) {
    return std::unexpected(Problem{.code = Problem::Code::FileUnwritable, .file = file, .arguments = {reason}});
}

Result<void> save(const QString& staged, const QString& file, const QByteArray& bytes) {
    QFile out(staged);
    if (out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush())
        return {};
    return unwritable(file, out.errorString());
}

} // namespace

Result<QStringList> writeDossiers(const QList<Dossier>& dossiers, const DossierFiles& files) {
    if (dossiers.isEmpty() || (!files.pdf && !files.html))
        return QStringList();
    QStringList endings;
    if (files.pdf)
        endings += u".pdf"_s;
    if (files.html)
        endings += u".html"_s;
    const QDir folder(files.folder);
    for (const Dossier& dossier : dossiers) { // before the work
        for (const QString& ending : std::as_const(endings)) {
            const QString file = folder.filePath(dossier.fileName + ending);
            if (!files.replace && QFileInfo::exists(file))
                return std::unexpected(Problem{.code = Problem::Code::FileExists, .file = file});
        }
    }
    if (!QDir().mkpath(files.folder))
        return unwritable(files.folder, qt_error_string());
    Result<StagedFiles> staged = StagedFiles::beside(folder.filePath(dossiers.first().fileName + endings.first()));
    if (!staged)
        return std::unexpected(staged.error());
    const QDir beside = QFileInfo(staged->path()).dir();
    for (const Dossier& dossier : dossiers) {
        for (const QString& ending : std::as_const(endings)) {
            const QString name = dossier.fileName + ending;
            const Result<QByteArray> bytes = ending == ".pdf"_L1 ? dossierPdf(dossier) : dossierHtml(dossier);
            if (!bytes)
                return std::unexpected(bytes.error());
            if (const auto saved = save(beside.filePath(name), folder.filePath(name), *bytes); !saved)
                return std::unexpected(saved.error());
        }
    }
    return staged->putInPlace(files.replace);
}

} // namespace tiermap
