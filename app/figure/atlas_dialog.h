#pragma once

#include "maps/figure/atlas.h"

#include <QDialog>
#include <QThreadPool>

#include <atomic>
#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace tiermap {

/// A page for each zone, tier, indicator or year of a figure: what of, to which files, how far it is, and which pages
/// failed. What is whole by the time that somebody stops it stays.
class AtlasDialog : public QDialog {
    Q_OBJECT

public:
    /// The path chosen; empty where none was.
    using AskFile =
        std::function<QString(QWidget* parent, const QString& title, const QString& proposal, const QString& filter)>;

    /// Works on copies: the project may change meanwhile.
    AtlasDialog(const Project& project, const PlanShapes& shapes, const FigureSpec& spec, AskFile askFile,
                QWidget* parent);
    ~AtlasDialog() override;

Q_SIGNALS:
    void written(const QStringList& files);
    void ended(); ///< the last page, or what was stopped

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override; ///< stops the work

private:
    void retranslate();
    void start();
    void stop();
    void tell(const Result<AtlasOutcome>& outcome);
    QString proposal() const;

    Project m_project;
    PlanShapes m_shapes;
    FigureSpec m_spec;
    AskFile m_askFile;
    QFormLayout* m_layout;
    QComboBox* m_by;
    QComboBox* m_files;
    QProgressBar* m_progress;
    QLabel* m_state;
    QListWidget* m_failures;
    QPushButton* m_start;
    QPushButton* m_stop;
    std::atomic<bool> m_goesOn = true;
    bool m_works = false;
    QThreadPool m_thread; ///< last: its task uses the others
};

} // namespace tiermap
