#include "app/window/report_export.h"

#include "app/session/dossier_material.h"
#include "app/session/language.h"
#include "app/session/words.h"
#include "maps/report/report.h"

#include <QAction>
#include <QStatusBar>
#include <QThread>

using namespace Qt::StringLiterals;

namespace tiermap {

ReportExport::ReportExport(QMainWindow& window, QAction& action)
    : QObject(&window)
    , m_window(window)
    , m_action(action) {}

void ReportExport::run(const OpenProject& project, const PlanShapes& shapes, const Questions& questions) {
    const Language language = interfaceLanguage();
    const QString file =
        questions.fileToExport(&m_window, tr("Write Report"), project.content().plan.title.in(language) + u".pdf"_s,
                               tr("PDF (*.pdf);;Web page (*.html)"));
    if (file.isEmpty())
        return;
    QHash<QString, Result<QList<LogLine>>> log; // the store is the window's
    for (const Zone& zone : project.content().plan.layoutZones())
        log.insert(zone.code, project.lines({.zone = zone.code}));
    m_window.statusBar()->showMessage(tr("Writing %1 …").arg(file));
    m_action.setEnabled(false);
    const auto tell = [this, file, questions](const Result<void>& written) {
        m_action.setEnabled(true);
        m_window.statusBar()->showMessage(written ? tr("%1 is written.").arg(file) : QString(), 10000);
        if (!written)
            questions.tell(&m_window, sentence(written.error()), {});
        Q_EMIT finished();
    };
    auto* worker = QThread::create([this, language, file, log, tell, content = project.content(), shapes] {
        const DossierMaterial material = analysed(content, shapes, language);
        const auto written = reportOf(material, [&](const QString& zone) {
                                 return log.value(zone);
                             }).and_then([&](const Report& report) { return writeReport(report, file, true); });
        QMetaObject::invokeMethod(this, [tell, written] { tell(written); });
    });
    worker->setParent(this);
    connect(worker, &QThread::finished, worker, &QObject::deleteLater);
    worker->start();
}

} // namespace tiermap
