#include "app/window/file_menu.h"

#include "app/session/builtin_plan.h"
#include "app/session/illustrative.h"
#include "app/session/words.h"
#include "app/window/open_file.h"
#include "app/window/recent_files.h"
#include "core/store/project_file.h"
#include "maps/formats/plan_project.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tiermap {

FileMenu::FileMenu(const OpenProject& project, Actions& actions, QWidget* window, Show show)
    : QObject(window)
    , m_project(project)
    , m_actions(actions)
    , m_window(window)
    , m_show(std::move(show)) {
    connect(actions.newFromBuiltIn, &QAction::triggered, this, [this] { newFromBuiltIn(false); });
    connect(actions.newIllustrative, &QAction::triggered, this, [this] { newFromBuiltIn(true); });
    connect(actions.newFromPackage, &QAction::triggered, this, &FileMenu::newFromPackage);
    connect(actions.open, &QAction::triggered, this, [this] {
        if (const QString file = m_questions.fileToOpen(m_window, tr("Open Project")); !file.isEmpty())
            open(file);
    });
    connect(actions.saveCopy, &QAction::triggered, this, &FileMenu::saveCopy);
    connect(actions.recentMenu, &QMenu::aboutToShow, this, &FileMenu::listRecent);
    if (const QString& file = project.content().file; !isBuiltInPlan(file))
        rememberFile(file);
    actions.recentMenu->setEnabled(!recentFiles().isEmpty());
}

void FileMenu::open(const QString& file) {
    if (isSameFile(file, m_project.content().file))
        return; // it is what this window shows
    if (auto document = openOrTell(m_window, file, m_questions))
        m_show(*std::move(document));
}

void FileMenu::tell(const Problem& problem) { m_questions.tell(m_window, sentence(problem), {}); }

QString FileMenu::askWhereToKeep() {
    return m_questions.fileToWrite(m_window, tr("Where to Keep Your Changes"),
                                   QFileInfo(m_project.content().file).fileName());
}

void FileMenu::newFromBuiltIn(bool illustrative) {
    const QString file = m_questions.fileToWrite(m_window, tr("New Project"), QFileInfo(builtInPlanFile()).fileName());
    if (file.isEmpty())
        return;
    const auto copied = copyProject(builtInPlanFile(), file).and_then([&] {
        return illustrative ? addIllustrativeNumbers(file) : Result<void>();
    });
    if (!copied)
        tell(copied.error());
    else
        open(file);
}

void FileMenu::newFromPackage() {
    const QString folder = m_questions.folder(m_window, tr("Folder of the Plan Package"));
    if (folder.isEmpty())
        return;
    const auto project = readPlanProject(folder); // first: what is no package needs no place
    if (!project) {
        tell(project.error());
        return;
    }
    const QString file = m_questions.fileToWrite(m_window, tr("New Project"), QDir(folder).dirName() + u".gpkg"_s);
    if (file.isEmpty())
        return;
    if (const auto written = writableTarget(file).and_then([&] { return writeProjectFile(file, *project); }); !written)
        tell(written.error());
    else
        open(file);
}

void FileMenu::saveCopy() {
    const QString file =
        m_questions.fileToWrite(m_window, tr("Save a Copy"), QFileInfo(m_project.content().file).fileName());
    if (file.isEmpty())
        return;
    if (const auto copied = copyProject(m_project.content(), file); !copied)
        tell(copied.error());
}

void FileMenu::listRecent() {
    m_actions.recentMenu->clear();
    for (const QString& file : recentFiles()) {
        QAction* action = m_actions.recentMenu->addAction(QDir::toNativeSeparators(file));
        connect(action, &QAction::triggered, this, [this, file] { open(file); });
    }
}

} // namespace tiermap
