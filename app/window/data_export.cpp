#include "app/window/data_export.h"

#include "app/export/export_dialog.h"
#include "app/session/export_words.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace tiermap {

DataExport::DataExport(QMainWindow& window, QAction& action, const OpenProject& project, FileMenu& files)
    : QObject(&window)
    , m_window(window)
    , m_project(project)
    , m_files(files) {
    connect(&action, &QAction::triggered, this, &DataExport::ask);
}

void DataExport::ask() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto askFile = [this](QWidget* parent, const QString& proposal, const FileFormat& format) {
        return m_files.questions().fileToExport(parent, tr("Export Data"), proposal,
                                                u"%1 (*.%2)"_s.arg(words(format), format.name));
    };
    const auto askReplace = [this](QWidget* parent, const QString& file) {
        return m_files.questions().tell(parent, tr("%1 is there already.").arg(file), tr("Replace"));
    };
    auto* dialog =
        new ExportDialog(m_project.content().file, QSettings().value(u"exportFolder"_s, documents).toString(), askFile,
                         askReplace, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this, [this](const QString& file, qint64 rows) {
        QSettings().setValue(u"exportFolder"_s, QFileInfo(file).absolutePath());
        m_window.statusBar()->showMessage(tr("%1 is written: %n rows.", nullptr, int(rows)).arg(file), 10000);
    });
    dialog->open();
}

} // namespace tiermap
