#pragma once

#include "core/problem.h"

#include <QTemporaryDir>

namespace tiermap {

/// Files that are made in a hidden folder beside the place where they shall stand, and put there once they are whole:
/// a shapefile is several, and GDAL writes under the name that it is given. What is not put in place goes.
class StagedFiles {
public:
    /// FileUnwritable where nothing can be made there, or something stands there that is no file.
    static Result<StagedFiles> beside(const QString& file);

    QString path() const { return m_folder.filePath(m_name); } ///< of the file within the folder

    /// Moves everything, the file itself last; each is on disk before it takes its name. Returns the paths. FileExists
    /// where one of them is there and must not be replaced; FileUnwritable.
    Result<QStringList> putInPlace(bool replace);

private:
    StagedFiles(const QString& target, const QString& name)
        : m_target(target)
        , m_name(name)
        , m_folder(target + QStringLiteral("/.tiermap-XXXXXX")) {}

    QString m_target; ///< the folder
    QString m_name;
    QTemporaryDir m_folder;
};

} // namespace tiermap
