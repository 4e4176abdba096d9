#pragma once

#include "app/edit/edit_gate.h"
#include "app/window/file_menu.h"
#include "maps/forms/make_form.h"

namespace tiermap {

/// File > Forms: writes forms for the zones, and takes in those that came back.
class FormMenu : public QObject {
    Q_OBJECT

public:
    FormMenu(QWidget& window, const Actions& actions, const OpenProject& project, EditGate& gate, FileMenu& files);

private:
    void write();
    void save(const FormChoices& choices);
    void collect();

    QWidget& m_window;
    const OpenProject& m_project;
    EditGate& m_gate;
    FileMenu& m_files;
};

} // namespace tiermap
