#include "app/window/data_import.h"

#include "app/import/import_dialog.h"
#include "core/store/project_file.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace tiermap {

namespace {

/// The files of this machine that are being dropped; none where it is anything else.
QStringList droppedFiles(const QDropEvent& event) {
    QStringList files;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

DataImport::DataImport(QWidget& window, QAction& action, const OpenProject& project, EditGate& gate, FileMenu& files)
    : QObject(&window)
    , m_window(window)
    , m_project(project)
    , m_gate(gate)
    , m_files(files) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&action, &QAction::triggered, this, [this] {
        if (const QString file = m_files.questions().fileToImport(&m_window, tr("Import Data")); !file.isEmpty())
            import(file);
    });
}

void DataImport::import(const QString& file) {
    const auto shapes = decodeShapes(m_project.content());
    if (!shapes) {
        m_files.tell(shapes.error());
        return;
    }
    auto* dialog = new ImportDialog(
        m_project.content(), *shapes, file,
        [this](const FileImport& made) {
            return m_gate.apply(made.edit, [&](OpenProject& project) { return made.prepare(project); });
        },
        &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog = dialog;
    connect(dialog, &QObject::destroyed, this, &DataImport::takeNext, Qt::QueuedConnection);
    dialog->open();
}

void DataImport::takeNext() {
    if (m_dialog || m_waiting.isEmpty())
        return;
    const QString file = m_waiting.takeFirst();
    if (schemaVersionIn(file))
        m_files.open(file);
    else
        import(file);
    QMetaObject::invokeMethod(this, &DataImport::takeNext, Qt::QueuedConnection); // unless a dialog is open now
}

bool DataImport::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto& dropping = static_cast<QDropEvent&>(*event);
    const QStringList files = droppedFiles(dropping);
    if (files.isEmpty())
        return false;
    dropping.acceptProposedAction();
    if (event->type() == QEvent::Drop) {
        m_waiting << files;
        takeNext();
    }
    return true;
}

} // namespace tiermap
