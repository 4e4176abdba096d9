#pragma once

#include "core/store/open_project.h"
#include "maps/import/file_import.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;
class QPlainTextEdit;
class QTimer;

namespace tiermap {

/// Shows what an import of a file would do before it is done: how the file was read, its first rows, and what becomes of
/// every row. The file is read in another thread, anew with each choice, and can be cancelled.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// Makes what was read part of the project, as EditGate does.
    using Apply = std::function<Result<bool>(const FileImport&)>;

    ImportDialog(const Project& project, const PlanShapes& shapes, const QString& file, Apply apply,
                 QWidget* parent = nullptr);
    ~ImportDialog() override;

    FileImportChoices choices() const;
    bool isReading() const { return m_worker != nullptr; }
    const std::optional<FileImport>& made() const { return m_understood; }

    void accept() override;

Q_SIGNALS:
    void shown(); ///< what was read stands in the dialog

private:
    /// One reading of the file; its thread and the dialog share it.
    struct Reading {
        std::atomic<bool> cancelled = false;
        std::atomic<double> share = 0;
    };

    QFormLayout* makeChoices();
    void showKind();
    void readAgain();
    void cancel();
    void take(const std::shared_ptr<Reading>& reading, const Result<FileImport>& result);
    void showPreview(const FileImport& made);
    void showReport(const FileImport& made);
    Plan planWith(const QList<Indicator>& indicators) const;
    void listLayers(const Source& source, const QString& read);

    const Project m_project; ///< as it was when the dialog opened; readers share it
    const PlanShapes m_shapes;
    QString m_file;
    Apply m_apply;
    std::shared_ptr<Reading> m_reading;
    QThread* m_worker = nullptr;
    std::optional<FileImport> m_understood;
    QTimer* m_later;
    QTimer* m_tick;
    QLabel* m_about;
    QComboBox* m_kind;
    QComboBox* m_layer;
    QComboBox* m_encoding;
    QComboBox* m_key;
    QSpinBox* m_headerRows;
    QSpinBox* m_unitRow;
    QLineEdit* m_period;
    QComboBox* m_indicator;
    QLineEdit* m_source;
    QComboBox* m_status;
    QComboBox* m_vintage;
    QCheckBox* m_adopt;
    QCheckBox* m_addIndicators;
    QComboBox* m_datum;
    QLineEdit* m_crs;
    QLineEdit* m_since;
    QCheckBox* m_schematic;
    QLineEdit* m_name;
    QFormLayout* m_choices;
    QTableWidget* m_preview;
    QPlainTextEdit* m_report;
    QProgressBar* m_progress;
    QPushButton* m_import;
    QPushButton* m_stop;
};

} // namespace tiermap
