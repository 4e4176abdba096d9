#pragma once

#include "app/session/document.h"
#include "app/window/actions.h"
#include "app/window/questions.h"

namespace tiermap {

/// What the File menu does with projects: new ones, opening, copies. What it opens goes to `show`.
class FileMenu : public QObject {
    Q_OBJECT

public:
    using Show = std::function<void(Document)>;

    FileMenu(const OpenProject& project, Actions& actions, QWidget* window, Show show);

    void setQuestions(const Questions& questions) { m_questions = questions; }
    const Questions& questions() const { return m_questions; }

    void open(const QString& file);
    void tell(const Problem& problem);
    QString askWhereToKeep(); ///< empty where the person declines

private:
    void newFromBuiltIn(bool illustrative);
    void newFromPackage();
    void saveCopy();
    void listRecent();

    const OpenProject& m_project;
    Actions& m_actions;
    QWidget* m_window;
    Show m_show;
    Questions m_questions = dialogs();
};

} // namespace tiermap
