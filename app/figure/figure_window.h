#pragma once

#include "app/edit/edit_gate.h"
#include "app/figure/figure_form.h"
#include "app/figure/page_view.h"
#include "maps/figure/preflight.h"
#include "maps/scene/plan_shapes.h"

#include <QDialog>
#include <QThreadPool>

#include <atomic>
#include <functional>

class QAction;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace tiermap {

/// What the window asks and tells the person in front of it. Tests answer in their place.
struct FigureQuestions {
    /// A line of text; empty where the person declines.
    std::function<QString(QWidget* parent, const QString& title, const QString& label, const QString& proposal)> text;
    /// The path chosen; empty where none was.
    std::function<QString(QWidget* parent, const QString& title, const QString& proposal, const QString& filter)>
        fileToExport;
    std::function<QString(QWidget* parent, const QString& title, const QString& filter)> fileToOpen; ///< likewise
    std::function<void(QWidget* parent, const QString& sentence)> tell;
};

/// Composes a figure: the page as it will be printed, its fields beside it, and what a cartographer would look at before
/// it leaves the office. The page is laid out by a thread of its own; each new choice overtakes the last one.
class FigureWindow : public QDialog {
    Q_OBJECT

public:
    /// Project, shapes and gate must outlive the window.
    FigureWindow(const OpenProject& project, const PlanShapes& shapes, EditGate& gate, FigureQuestions questions,
                 QWidget* parent);
    ~FigureWindow() override;

    /// Begins with a figure, and with what was chosen for the page the last time.
    void begin(const FigureSpec& spec);
    void setSpec(const FigureSpec& spec, const QString& field = {}); ///< can be undone
    const FigureSpec& spec() const { return m_form->spec(); }
    const QList<SheetFinding>& findings() const { return m_findings; }
    PageView& page() { return *m_page; }
    void undo();
    void redo();
    void refresh(); ///< after the project has changed

Q_SIGNALS:
    void laidOut(); ///< the page of the last choice is shown, or why there is none
    void written(const QString& file, const QString& figure); ///< figure: its name in the project, where it is kept

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct LaidOut {
        std::shared_ptr<const Figure> figure;
        FigureSpec spec;
        QList<SheetFinding> findings;
        QString problem;
    };

    void arrange();
    void retranslate();
    void put(const QString& part, const QPointF& topLeft, std::optional<double> width = {});
    void layOut();
    void take(int number, const LaidOut& result);
    void showFindings();
    void activate(int row);
    void letBe(int row);
    void fillFigures();
    void fillBlocks();
    void fillCopies();
    void addBlock(FigureBlock::Kind kind);
    void editBlock(qsizetype index);
    void askFor(const FigureBlock& block, const std::function<void(const FigureBlock&)>& take);
    void keep();
    void exportFile();
    void exportAtlas();
    void copy(int dpi);
    void print();
    void zoomBy(int steps);

    const OpenProject& m_project;
    const PlanShapes& m_shapes;
    EditGate& m_gate;
    FigureQuestions m_questions;
    QScrollArea* m_scroll;
    PageView* m_page;
    FigureForm* m_form;
    QListWidget* m_list;
    QLabel* m_state;
    QToolButton* m_open;
    QMenu* m_figures;
    QToolButton* m_add;
    QMenu* m_blocks;
    QPushButton* m_keep;
    QPushButton* m_export;
    QPushButton* m_atlas;
    QToolButton* m_copy;
    QMenu* m_copies;
    QPushButton* m_print;
    QPushButton* m_whole;
    QAction* m_undo;
    QAction* m_redo;
    QString m_name{}; ///< under which the figure is kept
    QList<FigureSpec> m_history{};
    qsizetype m_now = -1; ///< in the history
    QString m_typed{};    ///< field of the last change: typing on in it is one step
    std::shared_ptr<const Figure> m_figure;
    FigureSpec m_laid; ///< what m_figure was made of, with its points
    QList<SheetFinding> m_findings{};
    std::atomic<int> m_latest = 0;
    QThreadPool m_thread; ///< last: its tasks use the others
};

} // namespace tiermap
