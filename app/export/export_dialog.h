#pragma once

#include "maps/export/table_export.h"

#include <QDialog>

#include <atomic>
#include <functional>
#include <memory>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QThread;
class QTimer;

namespace tiermap {

/// Asks which table goes to which file, and says what that kind of file does not keep before anything is written. The
/// table is looked at, and the file written, in another thread; both can be cancelled.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// Asks for a file to write, proposing one; empty where none is chosen. Whoever chooses one that is there has agreed
    /// to its going.
    using AskFile = std::function<QString(QWidget* parent, const QString& proposal, const FileFormat& format)>;
    /// Whether a file that is there may go.
    using AskReplace = std::function<bool(QWidget* parent, const QString& file)>;

    /// `project` is the project's file; it is only read.
    ExportDialog(const QString& project, const QString& folder, AskFile askFile, AskReplace askReplace,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    bool isWorking() const { return m_worker != nullptr; }

    void accept() override;

Q_SIGNALS:
    void shown(); ///< what is known of table and format stands in the dialog
    void written(const QString& file, qint64 rows);

private:
    /// One look at a table or one file being written; its thread and the dialog share it.
    struct Work {
        std::atomic<bool> cancelled = false;
        std::atomic<double> share = 0;
    };

    Table table() const;
    const FileFormat& format() const;
    QString file() const;

    void listFormats();
    void lookAtTable();
    void showLosses();
    void proposeFile();
    void browse();
    void write(bool replace);
    void showProgress(bool working);
    void finish(const Result<ExportReport>& report, bool cancelled);
    /// Runs `work` in a thread, and `then` in this one with what came of it.
    template <class Does, class Then>
    void run(Does does, Then then);

    QString m_project;
    QString m_folder;
    AskFile m_askFile;
    AskReplace m_askReplace;
    QString m_agreed; ///< a file that may be replaced
    std::shared_ptr<Work> m_work;
    QThread* m_worker = nullptr;
    bool m_lookAgain = false; ///< another table was chosen meanwhile
    std::optional<Result<TableFacts>> m_facts;
    QTimer* m_tick;
    QComboBox* m_table;
    QComboBox* m_format;
    QLineEdit* m_file;
    QPlainTextEdit* m_losses;
    QProgressBar* m_progress;
    QPushButton* m_export = nullptr;
};

} // namespace tiermap
