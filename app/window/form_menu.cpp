#include "app/window/form_menu.h"

#include "app/forms/collect_forms_dialog.h"
#include "app/forms/write_forms_dialog.h"
#include "app/session/words.h"
#include "maps/forms/form_files.h"

#include <QAction>
#include <QDir>

namespace tiermap {

FormMenu::FormMenu(QWidget& window, const Actions& actions, const OpenProject& project, EditGate& gate, FileMenu& files)
    : QObject(&window)
    , m_window(window)
    , m_project(project)
    , m_gate(gate)
    , m_files(files) {
    connect(actions.writeForms, &QAction::triggered, this, &FormMenu::write);
    connect(actions.collectForms, &QAction::triggered, this, &FormMenu::collect);
}

void FormMenu::write() {
    auto* dialog = new WriteFormsDialog(m_project.content().plan, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { save(dialog->choices()); });
    dialog->open();
}

void FormMenu::save(const FormChoices& choices) {
    const QString folder = m_files.questions().folder(&m_window, tr("Folder for the Forms"));
    if (folder.isEmpty())
        return;
    const Plan& plan = m_project.content().plan;
    auto written = writeForms(plan, choices, folder, false);
    if (!written && written.error().code == Problem::Code::FileExists &&
        m_files.questions().tell(&m_window,
                                 tr("%1 All %n forms would be written anew.", nullptr, int(choices.zones.size()))
                                     .arg(sentence(written.error())),
                                 tr("Replace Them")))
        written = writeForms(plan, choices, folder, true);
    else if (!written && written.error().code == Problem::Code::FileExists)
        return;
    if (!written)
        m_files.tell(written.error());
    else
        m_files.questions().inform(
            &m_window,
            tr("%n forms are written to %1.", nullptr, int(written->size())).arg(QDir::toNativeSeparators(folder)));
}

void FormMenu::collect() {
    const QStringList files = m_files.questions().formsToOpen(&m_window, tr("Forms That Came Back"));
    if (files.isEmpty())
        return;
    auto* dialog = new CollectFormsDialog(
        m_project.content().plan, files, [this](const Edit& edit) { return m_gate.apply(edit); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace tiermap
