#include "app/window/figure_export.h"

#include "app/session/language.h"
#include "app/session/map_words.h"
#include "app/session/named_register.h"
#include "app/session/words.h"
#include "maps/figure/figure.h"

#include <QAction>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QThread>

using namespace Qt::StringLiterals;

namespace tiermap {

FigureExport::FigureExport(QMainWindow& window, QAction& action)
    : QObject(&window)
    , m_window(window)
    , m_action(action) {}

void FigureExport::run(const Project& project, const PlanShapes& shapes, const FigureSpec& spec) {
    const QString file =
        QFileDialog::getSaveFileName(&m_window, tr("Export Figure"), QSettings().value(u"figureFolder"_s).toString(),
                                     tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)"));
    if (file.isEmpty())
        return;
    QSettings().setValue(u"figureFolder"_s, QFileInfo(file).absolutePath());
    m_window.statusBar()->showMessage(tr("Writing %1 …").arg(file));
    m_action.setEnabled(false);
    auto* worker = QThread::create([this, spec, file, project, shapes] {
        FigureSpec drawn = spec;
        const auto read = spec.points.empty() ? keptPoints(project, shapes, spec) : spec.points;
        const auto written = read.and_then([&](const std::vector<FigurePoints>& all) {
            drawn.points = all;
            return Figure::layOut(project, shapes, drawn).and_then([&](const Figure& figure) {
                return exportFigure(figure, drawn, file).transform([&] {
                    return remarks(figure.sheet(), project.plan);
                });
            });
        });
        QMetaObject::invokeMethod(this, [this, file, written] { tellOutcome(file, written); });
    });
    worker->setParent(this);
    connect(worker, &QThread::finished, worker, &QObject::deleteLater);
    worker->start();
}

FigureSpec FigureExport::specOf(const SceneOptions& options, const std::vector<FigurePoints>& points,
                                const QList<ZoneMove>& scenario) {
    FigureSpec spec;
    spec.language = interfaceLanguage();
    spec.water = options.water;
    spec.neighbours = options.neighbours;
    spec.layers = options.layers;
    spec.sites = options.sites;
    spec.points = points;
    spec.moves = textOf(scenario);
    if (options.thematic) {
        spec.figure = u"map"_s;
        spec.style = options.thematic->style;
    }
    return spec;
}

void FigureExport::tellOutcome(const QString& file, const Result<QStringList>& written) {
    m_action.setEnabled(true);
    m_window.statusBar()->clearMessage();
    if (written && !written->isEmpty())
        QMessageBox::information(&m_window, tr("Export Figure"),
                                 tr("%1 is written.").arg(file) + u"\n\n"_s + written->join(u'\n'));
    else if (written)
        m_window.statusBar()->showMessage(tr("%1 is written.").arg(file), 10000);
    else
        QMessageBox::warning(&m_window, tr("Export Figure"), sentence(written.error()));
}

} // namespace tiermap
