#pragma once

#include "core/project/log_line.h"
#include "core/project/project.h"
#include "core/store/content.h"
#include "core/store/edit_log.h"
#include "core/store/exported_figures.h"
#include "core/store/layer_features.h"
#include "core/store/project_reader.h"
#include "core/store/row_writer.h"

#include <QLockFile>
#include <QObject>

#include <functional>

namespace tiermap {

/// A project file that is open: its content in memory, and the one way to change it. What apply() has accepted is on
/// disk when it returns (value, provenance and log line in one transaction), so there is nothing to save. The file has a
/// rollback journal and no side file once closed; killing the process loses at most the edit whose call had not returned.
///
/// One process at a time writes to a project: it holds FILE.lock. Any other opens it to be read.
class OpenProject : public QObject {
    Q_OBJECT

public:
    enum class Access { Write, Read };

    /// Opens a project file. Asked to write it waits so long for another process that has it; where it cannot write (held
    /// elsewhere, read-only medium) it opens to be read, and readOnlyReason() says why. An older schema is brought up to
    /// date. What other programs changed since is taken in and logged.
    static Result<std::unique_ptr<OpenProject>> open(const QString& file, Access access, int waitMilliseconds = 0);
    ~OpenProject() override;

    const Project& content() const { return m_project; } ///< stays at its address; its lists change with each edit
    bool isWritable() const { return m_lock != nullptr; }
    std::optional<Problem> readOnlyReason() const { return m_reason; }
    QString contentHash() const { return m_hash.toString(); } ///< 32 digits, of all rows but those of the log

    const QString& author() const { return m_author; }
    void setAuthor(const QString& author) { m_author = author; }

    /// Makes an edit, or nothing of it. False where it changes nothing: then nothing is written and nobody is told.
    /// Fails with ReadOnly, RowMissing, Conflict, what faultOf() finds, what findBreach() finds, DuplicateKey,
    /// AdoptedTwice, OutOfRange, StillUsed, FileUnwritable (full disk), ProjectBusy.
    Result<bool> apply(Edit edit);

    /// Puts the features of a vector layer into the file, where an edit of `layers` may then refer to them by `data`.
    /// They are no content of their own: nothing is logged, and what nothing refers to does no harm.
    Result<void> keepLayerFeatures(const QString& data, const QList<LayerFeature>& features);

    /// Remembers a file that a figure was written to, or forgets it. No content either.
    Result<void> keepExport(const ExportedFigure& exported);
    Result<void> forgetExport(const QString& file);

    bool canUndo() const { return m_log.canUndo(); }
    bool canRedo() const { return m_log.canRedo(); }
    Result<void> undo(int steps = 1); ///< all steps in one transaction
    Result<void> redo(int steps = 1);
    const QList<qint64>& done() const { return m_log.done(); }
    const QList<qint64>& undone() const { return m_log.undone(); }

    Result<Fields> row(Table table, const QStringList& key) const; ///< all cells, as the file has them; or RowMissing
    Result<QList<LogLine>> lines(const LogFilter& filter = {}) const;
    Result<QList<LogEntry>> entries() const;

    /// What another program has changed meanwhile is logged and taken in. True where there was something.
    Result<bool> takeInOutsideChanges();
    const QList<Change>& outsideChanges() const { return m_outside; } ///< found when the project was opened

Q_SIGNALS:
    void changed(const QList<tiermap::Change>& changes);
    void reloaded(); ///< the content is another one

private:
    Result<void> keepAside(const std::function<void()>& write);
    OpenProject(const QString& file, FirstProblem& problem);

    void takeLock(int waitMilliseconds);
    Result<void> prepareToWrite();
    Result<bool> takeIn();
    Result<void> begin(FirstProblem& problem);
    Result<bool> commit(QList<Edit> edits, Action action, const QList<qint64>& undoes);
    QMap<Table, QList<qsizetype>> followTouched();
    void checkTouched();
    void checkShape(const Zone& zone);
    void rollBack();
    void tellQgis();
    qint64 dataVersion();

    Project m_project;
    RowPlaces m_places;
    EditLog m_log;
    ContentHash m_hash;
    QString m_author;
    QList<Change> m_outside;
    std::optional<Problem> m_reason;
    std::unique_ptr<QLockFile> m_lock;
    FirstProblem m_noProblem; ///< what the database reports to between two operations
    Database m_database;
    qint64 m_dataVersion = 0;
    QList<TouchedRow> m_touched;
    ContentHash m_hashBefore;
};

/// Who works here, for the log: the user's name on this computer.
QString systemAuthor();

} // namespace tiermap
